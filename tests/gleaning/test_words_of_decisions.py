import pytest

from partnerships.gleaning import words_of_decisions

from .documents import without_names


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_decisions.DECIDED, "le Conseil a décidé"),
            (words_of_decisions.DECIDED, "the Council agreed to accept the request"),
            (words_of_decisions.DECIDED, "the Council agreed on 4 May 2023, to designate the embassy"),
            (words_of_decisions.DECIDED, "the Council granted its request"),
            (words_of_decisions.DECIDED, "le Conseil a accédé à la demande"),
            (words_of_decisions.DECIDED, "the Council agreed that the embassy be designated"),
            (words_of_decisions.AGREED, "ils sont convenus de"),
            (words_of_decisions.LIAISON, "liaison officers at SHAPE"),
            (words_of_decisions.DESIGNATED, "désignée comme mission"),
            (words_of_decisions.DESIGNATED, "designate its embassy in Belgium as its mission"),
            (words_of_decisions.ALL_PARTNERS, "tous les pays partenaires"),
            (words_of_decisions.DESIGNATED, "dont l’ambassade devient la mission"),
            (words_of_decisions.BOTH, "the two leaders discussed"),
            (words_of_decisions.BOTH, "les participants ont examiné"),
            (words_of_decisions.ITS_POST, "its embassy in Belgium"),
            (words_of_decisions.BY_DECISION, "par décision du Conseil"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert without_names(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_decisions.DECIDED, "il n’est pas décisif"),
            (words_of_decisions.DECIDED, "the Council granted an interview"),
            (words_of_decisions.DECIDED, "they agreed on 4 May 2023 that all is well"),
            (words_of_decisions.AGREED, "the agreement"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not without_names(text).says(pattern)
