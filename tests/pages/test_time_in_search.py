"""A time in the words of a search."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.pages.search import results
from partnerships.pages.time_in_search import LINES, happened
from tests.factories import PUBLISHED, DecisionFactory, MeetingFactory, VisitFactory


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

    def test_beside_other_words_it_is_told_where_nothing_is_found_by_them(self):
        DecisionFactory(date="2018-05-24", **PUBLISHED)
        assert happened("snow on 24 May 2018") is None
        assert happened("snow", among_others=True) is None
        assert not happened("snow on 24 May 2018", among_others=True).is_all
        assert happened("24 May 2018", among_others=True).is_all

    def test_is_told_in_some_lines_the_turning_points_first(self):
        for number in range(LINES + 1):
            weight = "main" if number else "further"
            DecisionFactory(key=f"d-{number}", date="2018-05-24", weight=weight, **PUBLISHED)
        assert [line.key for line in happened("24 May 2018").lines] == [f"d-{one}" for one in range(1, LINES + 1)]

    def test_other_words_are_looked_for_within_the_time(self):
        for year in ("2016", "2017"):
            visit = VisitFactory(key=f"v-{year}", title_en="Tokyo", period=f"{year}-10", **PUBLISHED)
            MeetingFactory(key=f"m-{year}", title_en="Talks in Tokyo", date=f"{year}-10-31", visit=visit)
        with override("en"):
            found = results(QueryDict("q=tokyo+october+2017"))
        assert {one.record.key for group in found.groups for one in group.results} == {"m-2017", "v-2017"}
        assert found.then is None
