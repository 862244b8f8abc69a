import pytest

from partnerships.gleaning import words_of_lists

from .documents import without_names


class TestWords:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_lists.AGENDA, "Secretary General's agenda"),
            (words_of_lists.HOUR, "17 h 35 : entretien"),
            (words_of_lists.HOUR, "9.00 a.m. Meeting"),
            (words_of_lists.MEETS, "entretien bilatéral avec le ministre"),
            (words_of_lists.HELD["foreign_minister"], "the ministers for foreign affairs"),
            (words_of_lists.DIPLOMATS, "Ordre de préséance"),
            (words_of_lists.APPOINTMENTS, "decided on the following appointments:"),
            (words_of_lists.APPOINTMENTS, "sont nommés ambassadeurs : M."),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert without_names(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_lists.APPOINTMENTS, "following his appointment, he left"),
            (words_of_lists.MEETS, "the meeting of the Council"),
            (words_of_lists.SECRETARY_GENERAL, "le secrétaire général adjoint"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not without_names(text).says(pattern)
