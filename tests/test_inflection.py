import pytest

from partnerships import inflection


class TestArticle:
    @pytest.mark.parametrize(
        ("name", "french"),
        [
            ("Ambassade du Japon en Belgique", "l’"),
            ("Mission du Japon auprès de l’OTAN", "la "),
            ("Consulat général à Anvers", "le "),
            ("SHAPE", ""),
        ],
    )
    def test_goes_with_the_post_in_french(self, name, french):
        assert inflection.article(name, "fr") == french

    def test_is_the_same_for_all_in_english(self):
        assert inflection.article("Embassy of Japan in Belgium", "en") == "the "


class TestSmall:
    def test_leaves_abbreviations_alone(self):
        assert [inflection.small(text) for text in ("Mission", "OTAN", "", "É")] == ["mission", "OTAN", "", "É"]


class TestOf:
    def test_elides_before_a_vowel_in_french_alone(self):
        assert inflection.of("ambassadeur", "fr") == "d’"
        assert inflection.of("envoyé", "fr") == "d’"
        assert inflection.of("ministre", "fr") == "de "
        assert inflection.of("ambassador", "en") == ""
