"""The form in which names are compared, searched and sorted."""

import pytest

from partnerships.folding import begins_with, close_up, fold, is_unspaced, without_articles
from partnerships.models import SearchWord


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


class TestOrder:
    def test_articles_do_not_count(self):
        posts = [
            f"Ambassade {whose}" for whose in ("d’Allemagne", "de l’Inde", "du Japon", "de la Norvège", "des Pays-Bas")
        ]
        assert sorted(reversed(posts), key=lambda post: without_articles(post, "fr")) == posts
        embassies = [f"Embassy of {which}" for which in ("Japan", "the Netherlands", "Norway")]
        assert sorted(reversed(embassies), key=lambda post: without_articles(post, "en")) == embassies

    @pytest.mark.parametrize(
        ("text", "language", "placed"),
        [("La Haye", "fr", "haye"), ("La Paz", "en", "la paz"), ("The Hague", "en", "hague"), ("Les", "fr", "les")],
    )
    def test_of_each_language_are_its_own(self, text, language, placed):
        assert without_articles(text, language) == placed


class TestBlanks:
    @pytest.mark.parametrize("text", ["安倍 晋三", "安倍\u3000晋三", "安倍晋三"])
    def test_within_a_name_in_a_script_without_any_are_closed_up(self, text):
        assert close_up(fold(text)) == "安倍晋三"

    @pytest.mark.parametrize("text", ["shinzo abe", "abe 安倍", "安倍 abe"])
    def test_beside_other_scripts_stay(self, text):
        assert close_up(text) == text

    def test_are_in_no_word_of_such_a_script(self):
        assert [is_unspaced(text) for text in ("安倍", "홍길동", "安倍 晋三", "abe", "安倍a", "")] == [True, True] + [
            False
        ] * 4


@pytest.mark.django_db
def test_rows_that_begin_with_a_text_are_that_text_and_whatever_goes_on_behind_it():
    for word in ("jap", "japan", "jap\U0001f5fe", "jao", "jaq", "ja"):
        SearchWord.objects.create(word=word)
    found = SearchWord.objects.filter(begins_with("word", "jap")).values_list("word", flat=True)
    assert {*found} == {"jap", "japan", "jap\U0001f5fe"}
