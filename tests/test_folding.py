"""The form in which names are compared, searched and sorted."""

import pytest

from partnerships.folding import fold


class TestFold:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("ÉTÉ à Œuvres", "ete a oeuvres"),
            ("Łódź – Ørsted", "lodz orsted"),
            ("  l’Atlantique\u00a0Nord ", "l atlantique nord"),
            ("Saint-Martin (Est)", "saint martin est"),
            ("Αθήνα", "αθηνα"),
            ("", ""),
            (None, ""),
        ],
    )
    def test_drops_case_accents_ligatures_and_marks(self, text, folded):
        assert fold(text) == folded

    def test_keeps_the_marks_that_change_a_japanese_syllable(self):
        assert fold("がく") != fold("かく")

    def test_is_the_same_however_accents_are_written(self):
        assert fold("e\u0301te\u0301") == fold("été")
