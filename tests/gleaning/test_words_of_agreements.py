import pytest

from partnerships.gleaning import words_of_agreements

from .documents import without_names


class TestSigned:
    @pytest.mark.parametrize(
        "text",
        [
            "ils se sont mis d’accord sur un programme",
            "Japan and NATO sign a programme",
            "they welcomed the conclusion in June 2020 of the programme",
            "ils se sont félicités de l’adoption du programme",
        ],
    )
    def test_is_seen_in_both_languages(self, text):
        assert without_names(text).says(words_of_agreements.SIGNED)

    @pytest.mark.parametrize(
        "text", ["they hope to sign a programme", "it could sign one", "negotiations on the conclusion of a programme"]
    )
    def test_is_not_seen_where_nothing_was(self, text):
        assert not without_names(text).says(words_of_agreements.SIGNED)
