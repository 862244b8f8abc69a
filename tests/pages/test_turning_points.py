"""The turning points of a page, and what lies between two days."""

import pytest

from partnerships.pages.blocks import Link
from partnerships.pages.turning_points import timeline_link, turning_points, turning_points_of, turns_between
from partnerships.projections.timeline import Filters
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    VisitFactory,
)
from tests.pages.reading import asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
EVERYTHING = Filters(detail="all")
WAY = Link("/somewhere/", "Somewhere")


class TestTimelineLink:
    def test_narrows_the_timeline_down_by_each_value(self):
        found = timeline_link("Words", partner=("jp", "kr"), detail="all")
        assert found == Link("/en/timeline/?partner=jp&partner=kr&detail=all", "Words")


@pytest.fixture
def decisions(monkeypatch):
    monkeypatch.setattr("partnerships.pages.turning_points.MOST_TURNS", 2)
    for year in (2012, 2010, 2011):
        DecisionFactory(key=str(year), date=str(year), **PUBLISHED)


def years(turns):
    return [line.key for line in turns.lines]


class TestTurningPoints:
    def test_are_the_latest_in_their_order_with_the_way_to_everything(self, decisions):
        found = turning_points(EVERYTHING, [WAY])
        assert (years(found), found.more, found.key, found.title) == (
            ["2011", "2012"],
            (WAY,),
            "turning-points",
            "Turning points",
        )

    def test_of_several_stand_once_and_are_as_many_in_all(self, decisions):
        DecisionFactory(key="2013", date="2013", weight="further", **PUBLISHED)
        found = turning_points_of([Filters(detail="main"), EVERYTHING], [], "Title")
        assert (years(found), found.title) == (["2012", "2013"], "Title")


class TestChanges:
    def test_of_one_day_are_none(self, decisions):
        assert turns_between(asked(on="2010-01-01"), [EVERYTHING], []) is None
        assert turns_between(asked(on="2010-01-01", beside="2010-01-01"), [EVERYTHING], []) is None

    def test_are_the_first_between_the_days_each_once(self, decisions):
        DecisionFactory(key="2009", date="2009-12-31", **PUBLISHED)
        found = turns_between(
            asked(on="2020-01-01", beside="2010-01-01"), [EVERYTHING, EVERYTHING], [("partner", "jp")]
        )
        assert (found.key, years(found)) == ("changes", ["2010", "2011"])
        (way,) = found.more
        assert way.href == "/en/timeline/?partner=jp&detail=all&from=2010-01-01&to=2020-01-01"

    def test_of_several_are_the_first_of_all(self, decisions):
        for key in ("2008", "2013"):
            VisitFactory(key=key, period=key, **PUBLISHED)
        several = [Filters(kind=("decision",)), Filters(kind=("visit",))]
        assert years(turns_between(asked(on="2020-01-01", beside="2001-01-01"), several, [])) == ["2008", "2010"]

    def test_after_the_later_day_are_none(self, decisions):
        assert years(turns_between(asked(on="2011-12-31", beside="2011-01-01"), [EVERYTHING], [])) == ["2011"]

    def test_on_either_day_count(self, decisions):
        DecisionFactory(key="first", date="2001-01-01", **PUBLISHED)
        DecisionFactory(key="last", date="2001-12-31", **PUBLISHED)
        found = turns_between(asked(on="2001-01-01", beside="2001-12-31"), [EVERYTHING], [])
        assert (years(found), found.more) == (["first", "last"], ())
