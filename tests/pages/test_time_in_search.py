"""A time in the words of a search."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.pages.search import results
from partnerships.pages.time_in_search import MOST_WORDS, MOST_YEARS, happened, typed_time
from partnerships.projections import search
from tests.factories import PUBLISHED, DecisionFactory, MeetingFactory, VisitFactory


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
        ],
    )
    def test_is_the_longest_run_of_words_that_is_a_date(self, text, typed, rest):
        found = typed_time(text)
        assert found is not None
        assert (found.typed, found.rest) == (typed, rest)

    @pytest.mark.parametrize("before", [0, 3, MOST_WORDS, 3 * MOST_WORDS])
    @pytest.mark.parametrize("after", [0, 1, MOST_WORDS])
    def test_is_found_among_any_number_of_words(self, before, after):
        found = typed_time(" ".join(["word"] * before + ["on 24 May 2018"] + ["word"] * after))
        assert found is not None
        assert (found.typed, found.rest) == ("on 24 May 2018", " ".join(["word"] * (before + after)))

    def test_is_looked_for_around_the_first_years_alone(self):
        several = " ".join(f"word{number}x" for number in range(1001, 1001 + MOST_YEARS))
        assert typed_time(f"{several} 24 May 2018") is None

    def test_is_not_looked_for_beyond_what_is_searched(self):
        assert typed_time("a " * (search.LONGEST // 2) + "2018") is None

    @pytest.mark.parametrize("text", ["Kono", "24 mai", "mai", "", "a b c d e f g h i j k l m n"])
    def test_there_is_none_without_a_year(self, text):
        assert typed_time(text) is None


@pytest.mark.django_db
class TestHappened:
    def test_says_first_what_certainly_was_then(self):
        DecisionFactory(key="may", date="2018-05", **PUBLISHED)
        DecisionFactory(key="day", date="2018-05-24", **PUBLISHED)
        DecisionFactory(key="later", date="2018-05-25", **PUBLISHED)
        DecisionFactory(key="draft", date="2018-05-24")
        with override("en"):
            found = happened("24 mai 2018")
        assert found is not None
        assert [line.key for line in found.lines] == ["day", "may"]
        assert found.words == "24 May 2018"
        assert found.more == "/en/timeline/?from=24+mai+2018&to=24+mai+2018&detail=all"

    def test_is_nothing_where_nothing_did(self):
        assert happened("24 mai 1917") is None

    def test_other_words_are_looked_for_within_the_time(self):
        for year in ("2016", "2017"):
            visit = VisitFactory(key=f"v-{year}", title_en="Tokyo", period=f"{year}-10", **PUBLISHED)
            MeetingFactory(key=f"m-{year}", title_en="Talks in Tokyo", date=f"{year}-10-31", visit=visit)
        with override("en"):
            found = results(QueryDict("q=tokyo+october+2017"))
        assert {one.record.key for group in found.groups for one in group.results} == {"m-2017", "v-2017"}
        assert found.then is None
