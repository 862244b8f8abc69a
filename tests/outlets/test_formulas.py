"""Cells that a spreadsheet does not compute."""

import pytest

from partnerships.outlets.formulas import safe


class TestSafe:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
    def test_what_would_be_computed_is_marked_as_text(self, text):
        assert safe(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["", "Japan", "1 = 1", "'=1"])
    def test_other_text_stands_as_it_is(self, text):
        assert safe(text) == text
