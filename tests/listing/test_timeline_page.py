"""The page of lines that an address asks for, and the queries of the pages beside it."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing import cursor, timeline_page
from partnerships.projections.timeline import Filters, Line, TimelinePage

FILTERS = Filters(kind=("decision",))
ONE, APART = Line("decision", "d", "on", "2018"), Line("tenure", "t", "start", "1999")


@pytest.fixture
def timeline(monkeypatch):
    """A timeline of one page; it notes what it is asked."""
    found = SimpleNamespace(page=TimelinePage([ONE], after=None, before=None, apart=[APART]), asked=[])

    def page(filters, **how):
        found.asked.append((filters, how))
        return found.page

    monkeypatch.setattr("partnerships.listing.timeline_page.timeline.page", page)
    return found


class TestRead:
    def test_lines_and_those_apart_are_told_from_one_another(self, timeline):
        found = timeline_page.page_of_lines(QueryDict(), FILTERS)
        assert (found.entries, found.apart) == ([ONE], [APART])

    # The places "2010" and "2018", as links hold them.
    @pytest.mark.parametrize(
        ("query", "after", "before"),
        [("", None, None), ("after=MjAxMA", "2010", None), ("before=MjAxOA", None, "2018")],
    )
    def test_goes_on_from_the_place_asked_for(self, timeline, query, after, before):
        timeline_page.page_of_lines(QueryDict(query), FILTERS)
        assert timeline.asked == [(FILTERS, {"order": "oldest", "after": after, "before": before})]

    @pytest.mark.parametrize(
        ("query", "given", "order"),
        [("", None, "oldest"), ("order=newest", None, "newest"), ("order=newest", "oldest", "oldest")],
    )
    def test_order_is_that_asked_for_unless_one_is_given(self, timeline, query, given, order):
        timeline_page.page_of_lines(QueryDict(query), FILTERS, given)
        assert timeline.asked[0][1]["order"] == order

    def test_links_lead_on_with_what_is_asked(self, timeline):
        timeline.page = TimelinePage([ONE], after="2018", before="2010")
        found = timeline_page.page_of_lines(QueryDict("partner=jp&after=MjAxMA"), FILTERS)
        assert (found.earlier, found.later) == ("partner=jp&before=MjAxMA", "partner=jp&after=MjAxOA")

    def test_nothing_leads_on_at_the_ends(self, timeline):
        found = timeline_page.page_of_lines(QueryDict("partner=jp"), FILTERS)
        assert (found.earlier, found.later) == ("", "")

    @pytest.mark.parametrize("name", ["after", "before"])
    @pytest.mark.parametrize("cursor", ["YWJjZA", "MjAxeA", "MjAxMAoy"])
    def test_place_that_begins_with_no_year_or_is_two_is_refused(self, timeline, name, cursor):
        with override("en"), pytest.raises(BadRequest, match="Start again from its beginning"):
            timeline_page.page_of_lines(QueryDict(f"{name}={cursor}"), FILTERS)
        assert timeline.asked == []


@pytest.mark.parametrize(
    ("first", "last", "order", "place"),
    [
        (1990, 1999, "oldest", "1990"),
        (1990, 1999, "newest", "1999~"),
        (-5, 4, "oldest", "0000"),
        (1, 76, "newest", "0076~"),
    ],
)
def test_page_of_some_years_begins_with_them_in_either_order(first, last, order, place):
    assert cursor.decode(timeline_page.from_years(first, last, order)) == [place]
