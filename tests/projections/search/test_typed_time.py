"""A time in the words of a search, and the words without it."""

import pytest

from partnerships.projections import search
from partnerships.projections.search.typed_time import MOST_TIME_WORDS, MOST_YEARS, typed_time


@pytest.mark.once
class TestNamed:
    @pytest.mark.parametrize(
        ("text", "typed", "rest"),
        [
            ("24 mai 2018", "24 mai 2018", ""),
            ("le 24 mai 2018", "le 24 mai 2018", ""),
            ("on 24 May 2018", "on 24 May 2018", ""),
            ("Tokyo, octobre 2017", "octobre 2017", "Tokyo,"),
            ("2018", "2018", ""),
            ("who held it in 2018?", "in 2018", "held"),
            ("2018 Kono 24 May 2019", "24 May 2019", "2018 Kono"),
            ("the early nineties", "the early 1990s", ""),
            ("Japan in the '90s", "in the 1990s", "Japan"),
            ("début des années 90", "début des années 1990", ""),
            ("début des « années 90 »", "début des années 1990", ""),
            ("the twenties", "the 2020s", ""),
            ("les années trente", "les années 1930", ""),
            ("les années quatre-vingt-dix", "les années 1990", ""),
            ("the 2010s", "the 2010s", ""),
            ("10s", "2010s", ""),
            ("visits of May two thousand eighteen", "May 2018", "visits"),
        ],
    )
    def test_is_the_longest_run_of_words_that_is_a_date(self, text, typed, rest):
        found = typed_time(text)
        assert found is not None
        assert (found.typed, found.rest) == (typed, rest)

    @pytest.mark.parametrize("before", [0, 3, MOST_TIME_WORDS, 3 * MOST_TIME_WORDS])
    @pytest.mark.parametrize("after", [0, 1, MOST_TIME_WORDS])
    def test_is_found_among_any_number_of_words(self, before, after):
        found = typed_time(" ".join(["word"] * before + ["on 24 May 2018"] + ["word"] * after))
        assert found is not None
        assert (found.typed, found.rest) == ("on 24 May 2018", " ".join(["word"] * (before + after)))

    def test_is_looked_for_around_the_first_years_alone(self):
        several = " ".join(f"word{number}x" for number in range(1001, 1001 + MOST_YEARS))
        assert typed_time(f"{several} 24 May 2018") is None

    def test_is_not_looked_for_beyond_what_is_searched(self):
        assert typed_time("a " * (search.LONGEST // 2) + "2018") is None

    @pytest.mark.parametrize(
        "text", ["Kono", "properties", "années de guerre", "24 mai", "mai", "", "a b c d e f g h i j k l m n"]
    )
    def test_there_is_none_without_a_year(self, text):
        assert typed_time(text) is None
