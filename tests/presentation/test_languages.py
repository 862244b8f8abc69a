"""The language of the page, and how a text in another one says so."""

import pytest
from django.utils.translation import override

from partnerships.presentation.languages import language_name, language_now, marked_language, not_translated

pytestmark = pytest.mark.usefixtures("english")


class TestLanguage:
    @pytest.mark.parametrize(("active", "now"), [("fr", "fr"), ("en-gb", "en"), (None, "fr")])
    def test_of_the_page_is_french_where_none_is_asked(self, active, now):
        with override(active):
            assert language_now() == now

    def test_of_a_text_is_told_in_words(self):
        assert [not_translated(one) for one in ("en", "fr", "ja")] == ["(in English)", "(in French)", "(Japanese)"]

    def test_has_a_small_letter_in_french_and_its_code_where_nobody_knows(self):
        assert [language_name(one) for one in ("la-IT", "mt", "ja-Latn", "qq-x")] == [
            "Latin",
            "Maltese",
            "Japanese",
            "qq-x",
        ]
        with override("fr"):
            assert [language_name(one) for one in ("la", "ja", "qq")] == ["latin", "japonais", "qq"]


class TestMarked:
    def test_text_of_the_page_stands_as_it_is_escaped(self):
        assert marked_language("a < b", "en") == "a &lt; b"

    def test_other_text_says_its_language_and_a_note_where_it_is_noted(self):
        assert marked_language("Où <b>", "fr") == (
            '<span lang="fr">Où &lt;b&gt;</span> <small class="untranslated">(in French)</small>'
        )
        assert marked_language("Où", "fr", mark=False) == '<span lang="fr">Où</span>'

    def test_nothing_stays_nothing(self):
        assert marked_language("", "fr") == ""
