"""The words that somebody meant."""

from collections import Counter

import pytest
from django.utils.translation import override

from partnerships.models import SearchWord
from partnerships.projections.search import spelling
from partnerships.projections.search.index import _new_words
from tests.factories import PUBLISHED, DecisionFactory


@pytest.fixture
def _words(db):
    _new_words(
        Counter(
            {"stoltenberg": 3, "designation": 2, "kono": 1, "konoe": 5, "hayashi": 2, "visit": 9, "aso": 1, "from": 7}
        )
    )


@pytest.mark.usefixtures("_words")
class TestReadings:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("stoltenburg", ["stoltenberg"]),
            ("desgination", ["designation"]),
            ("hayshi", ["hayashi"]),
            ("koono", ["kono"]),
            # One slip may be in the first letter.
            ("gono", ["kono"]),
            ("hayas", ["hayashi"]),
            ("asso", ["aso"]),
            # Of two that are as near, the one of more records comes first; what is farther is not meant.
            ("konoo", ["konoe", "kono"]),
            ("konno", ["kono"]),
        ],
    )
    def test_nearest_word_is_read(self, typed, meant):
        assert spelling.readings(typed) == meant

    def test_last_letter_may_be_another_as_well_as_missing(self):
        _new_words(Counter({"mission": 9, "missing": 1, "missingly": 1}))
        assert spelling.readings("missin") == ["mission", "missing", "missingly"]

    @pytest.mark.parametrize("typed", ["zzzzzzzz", "vi", "1234", "xkonoxx", "fyrom", "kxnxe", "hxyxsh"])
    def test_nothing_near_is_nothing(self, typed):
        assert spelling.readings(typed) == []

    @pytest.mark.parametrize(
        ("language", "typed", "read"),
        [
            # Two slips lead to no word of the other language, nor to one that begins otherwise.
            ("en", "control", []),
            ("fr", "control", ["contre"]),
            ("en", "hacking", []),
            ("en", "tacking", ["taking"]),
            # Two are forgiven from seven letters on.
            ("en", "arxivalx", ["arrival"]),
            ("en", "txlksx", []),
            # One slip does, where the language of the page has no word so near.
            ("en", "contra", ["contre"]),
            ("en", "arretee", ["arrete"]),
            # Of words that begin so, those of the page come first.
            ("en", "arr", ["arrival", "arrete"]),
            ("fr", "arr", ["arrete", "arrival"]),
        ],
    )
    def test_words_of_the_language_of_the_page_come_first(self, language, typed, read):
        told = {"text_en": "Taking. An arrival. Talks.", "text_fr": "Contre. Un arrêté."}
        DecisionFactory(title_en="A", title_fr="B", **told, **PUBLISHED)
        with override(language):
            assert spelling.readings(typed) == read

    def test_no_more_than_six_are_read(self):
        _new_words(Counter({f"zanzi{letter}": number for number, letter in enumerate("abcdefgh", start=1)}))
        for typed in ("zanzi", "zanzix", "zanz"):
            assert spelling.readings(typed) == [f"zanzi{letter}" for letter in "hgfedc"]

    def test_word_that_is_gone_is_not_suggested(self):
        SearchWord.objects.filter(word="stoltenberg").delete()
        assert spelling.readings("stoltenburg") == []


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("abe", set()),
        ("ab12", set()),
        ("abbe", {"abbe", "bbe", "abe", "abb"}),
        ("kono", {"kono", "ono", "kno", "koo", "kon"}),
    ],
)
def test_forms_are_a_word_and_itself_without_each_of_its_letters(word, forms):
    assert spelling.near_forms(word) == forms


class TestDistance:
    @pytest.mark.parametrize(
        ("one", "other", "slips"),
        [("kono", "kono", 0), ("kono", "koon", 1), ("kono", "kno", 1), ("kono", "kuno", 1), ("kono", "kunno", 2)]
        # Two letters are exchanged where both stand in the place of the other.
        + [("ab", "ba", 1), ("ab", "ca", 2), ("ab", "bc", 2), ("ab", "", 2), ("", "ab", 2)],
    )
    def test_counts_slips(self, one, other, slips):
        assert spelling.distance(one, other) == slips
