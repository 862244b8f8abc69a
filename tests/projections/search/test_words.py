"""Words as the index holds them."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from partnerships.projections.search import words


class TestLabels:
    def test_are_read_back_from_among_the_tokens(self):
        several = [("partner", "jp"), ("decision", "2018-05-24-japan-mission")]
        tokens = " ".join(["en§talk", "talks", "2018", *(words.label(*each) for each in several)])
        assert list(words.labels_among(tokens)) == several


class TestPlain:
    def test_accents_and_case_are_folded(self):
        assert words.folded_words("Kōno Tarō, ÉLYSÉE") == ["kono", "taro", "elysee"]

    def test_characters_and_their_pairs_stand_for_words_without_blanks(self):
        assert words.folded_words("河野太郎") == ["河", "野", "太", "郎", "河野", "野太", "太郎"]

    def test_two_scripts_in_one_word_are_taken_apart(self):
        assert words.folded_words("F-35と") == ["f", "35", "と"]

    def test_endless_word_is_cut(self):
        assert words.folded_words("a" * 500) == ["a" * words.LONGEST]


@pytest.mark.parametrize(
    ("word", "unspaced"), [("河野", True), ("と", True), ("kono", False), ("f35と", False), ("", False)]
)
def test_word_without_blanks_is_of_such_a_script_whole(word, unspaced):
    assert words.is_unspaced(word) is unspaced


class TestJoined:
    @pytest.mark.parametrize(("text", "found"), [("O’Brien", ["obrien"]), ("cyber-defence", ["cyberdefence"])])
    def test_what_a_mark_joins_is_one_word_to_some(self, text, found):
        assert words.joined_tokens(text) == found

    @pytest.mark.parametrize(
        "text",
        [
            *("l’OTAN", "d’avril", "j’ai", "m’avoir", "n’est", "s’entretient", "c’est", "t’entend"),
            *("qu’il", "jusqu’ici", "lorsqu’il", "puisqu’elle"),
        ],
    )
    def test_elision_joins_nothing(self, text):
        assert words.joined_tokens(text, elision=True) == []
        assert len(words.joined_tokens(text)) == 1


#: What is written otherwise in the United States.
AMERICAN = {
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "harbor": "harbour",
    "labor": "labour",
    "honor": "honour",
    "honorary": "honourary",
    "neighbor": "neighbour",
    "program": "programme",
    "programs": "programmes",
    "offense": "offence",
    "license": "licence",
    "pretense": "pretence",
    "defensive": "defencive",
}


class TestStem:
    @pytest.mark.parametrize(
        ("one", "other", "language"),
        [
            ("designation", "designations", "fr"),
            ("ambassadrice", "ambassadeur", "fr"),
            ("etrangeres", "etranger", "fr"),
            ("defense", "defence", "en"),
            ("organization", "organisations", "en"),
            *((one, other, "en") for one, other in AMERICAN.items()),
            ("visited", "visits", "en"),
        ],
    )
    def test_forms_of_one_word_share_it(self, one, other, language):
        assert words.stem(one, language) == words.stem(other, language)

    def test_languages_are_apart(self):
        assert words.stem("visits", "fr") != words.stem("visits", "en")

    def test_threads_do_not_disturb_one_another(self):
        """A worker answers several requests at once, and the stemmers remember the word they are at."""
        several = [
            f"{start}{end}" for start in ("nation", "organis") for end in ("", "ally", "ations", "ements", "ing")
        ]
        stem = words.stem.__wrapped__
        alone = [stem(word, "en") for word in several]
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            with ThreadPoolExecutor(4) as pool:
                together = list(pool.map(lambda _number: [stem(word, "en") for word in several], range(200)))
        finally:
            sys.setswitchinterval(interval)
        assert all(found == alone for found in together)


class TestRuns:
    def test_are_each_word_and_those_behind_it_no_more_than_so_many(self):
        assert list(words.runs(["a", "b", "c"], 2)) == [("a",), ("a", "b"), ("b",), ("b", "c"), ("c",)]
        assert list(words.runs(["a"], 3)) == [("a",)]
        assert list(words.runs([], 3)) == []


class TestTokens:
    def test_of_a_word_are_itself_and_its_stems(self):
        assert words.tokens_of_word("visits") == ["visits", words.stem("visits", "fr"), words.stem("visits", "en")]
        assert words.tokens_of_word("visits", ["en"], as_written=False) == [words.stem("visits", "en")]

    @pytest.mark.parametrize("word", ["2018", "f35", "河野"])
    def test_of_a_number_or_a_script_without_blanks_is_itself(self, word):
        assert words.tokens_of_word(word, as_written=False) == [word]


def test_four_words_that_are_joined_are_no_one_word():
    assert words.joined_tokens("one-two-three") == ["onetwothree"]
    assert words.joined_tokens("one-two-three-four") == words.joined_tokens("one two") == []


@pytest.mark.parametrize(
    ("text", "says"), [("the of", False), ("who was", False), ("qui dirige", False), ("who Kono", True), ("", False)]
)
def test_text_says_something_with_one_word_that_is_looked_for(text, says):
    assert words.says_something(text) is says


@pytest.mark.parametrize(
    ("address", "compared"),
    [
        (" https://www.nato.int/x ", "nato.int/x"),
        ("HTTP://nato.int", "nato.int"),
        ("www.nato.int", "nato.int"),
        ("nato.int/https://www.x", "nato.int/https://www.x"),
    ],
)
def test_address_is_compared_without_what_browsers_leave_out(address, compared):
    assert words.without_scheme(address) == compared


class TestLabel:
    def test_nothing_typed_is_taken_for_it(self):
        assert words.folded_words(words.label("partner", "jp-nato")) == ["partner", "jp", "nato"]
        assert " " not in words.label("partner", "jp-nato")
