"""Cells that a spreadsheet does not compute."""

import pytest

from partnerships.sheets.formulas import safe, unmarked


class TestSafe:
    @pytest.mark.parametrize(
        "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"]
    )
    def test_what_would_be_computed_is_marked_as_text(self, text):
        assert safe(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["", "Japan", "1 = 1", "'=1"])
    def test_other_text_stands_as_it_is(self, text):
        assert safe(text) == text

    @pytest.mark.parametrize("text", ["=1+1", "-1", "Japan", "'quoted'", "’=1"])
    def test_the_mark_is_taken_off_again(self, text):
        assert unmarked(safe(text)) == text
