"""The turning points of a page, and what lies between two days."""

from types import SimpleNamespace

import pytest

from partnerships.pages.blocks import Link
from partnerships.pages.turning_points import (
    _lightness,
    timeline_link,
    turning_points,
    turning_points_of,
    turning_points_with_heads,
    turns_between,
    weightiest_turning_points,
)
from partnerships.projections.timeline import Filters
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    MissionFactory,
    OfficeFactory,
    TenureFactory,
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
        assert timeline_link("Words") == Link("/en/timeline/", "Words")


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

    def test_weightiest_stand_before_what_came_later(self, decisions):
        VisitFactory(key="2013", period="2013", **PUBLISHED)
        assert years(weightiest_turning_points([EVERYTHING], [])) == ["2010", "2011", "2012"]

    def test_heads_in_their_own_right_stand_among_those_of_a_partner(self, decisions):
        head = OfficeFactory(key="head", mission=MissionFactory(**PUBLISHED), heads_post=True, **PUBLISHED)
        TenureFactory(key="own", office=head, period="2011-06-01/2011-07-01", **PUBLISHED)
        asked = Filters(kind=("decision",), detail="main")
        found = turning_points_with_heads(asked, ["head"], [WAY])
        assert [(line.key, line.moment) for line in found.lines] == [("own", "start"), ("2012", "on")]
        assert years(turning_points_with_heads(asked, [], [WAY])) == ["2011", "2012"]


class TestChanges:
    def test_of_one_day_are_none(self, decisions):
        assert turns_between(asked(on="2010-01-01"), [EVERYTHING], []) is None
        assert turns_between(asked(on="2010-01-01", beside="2010-01-01"), [EVERYTHING], []) is None

    def test_are_the_latest_between_the_days_each_once_and_say_of_how_many(self, decisions):
        DecisionFactory(key="2009", date="2009-12-31", **PUBLISHED)
        visits = [VisitFactory(key=f"v{year}", period=str(year), **PUBLISHED) for year in (2013, 2014)]
        filters = Filters(kind=("visit",))
        found = turns_between(asked(on="2020-01-01", beside="2010-01-01"), [filters, filters], [("partner", "jp")])
        assert (found.key, years(found), found.title) == (
            "changes",
            [one.key for one in visits],
            "What happened between the two days",
        )
        (way,) = found.more
        assert way == Link(
            "/en/timeline/?partner=jp&detail=all&from=2010-01-01&to=2020-01-01", "Everything between the two days (0)"
        )

    def test_decisions_and_changes_of_head_stand_before_what_came_later(self, decisions):
        """A page that keeps the first or the last of a long time loses what it is about."""
        head = OfficeFactory(mission=MissionFactory(**PUBLISHED), heads_post=True, **PUBLISHED)
        TenureFactory(key="head", office=head, period="2005-03-01/2006-03-01", **PUBLISHED)
        for year in range(2012, 2020):
            VisitFactory(key=f"v{year}", period=f"{year}-05-01", **PUBLISHED)
        found = turns_between(asked(on="2020-01-01", beside="2001-01-01"), [EVERYTHING], [])
        assert [(line.key, line.moment) for line in found.lines] == [
            ("head", "start"),
            ("head", "end"),
            ("2010", "on"),
            ("2011", "on"),
            ("2012", "on"),
        ]
        assert found.title == "What happened between the two days (5 of 13)"

    def test_no_more_stand_than_there_is_room_for(self, decisions, monkeypatch):
        monkeypatch.setattr("partnerships.pages.turning_points.MOST_CHANGES", 2)
        assert years(turns_between(asked(on="2020-01-01", beside="2001-01-01"), [EVERYTHING], [])) == ["2011", "2012"]

    def test_after_the_later_day_are_none(self, decisions):
        assert years(turns_between(asked(on="2011-12-31", beside="2011-01-01"), [EVERYTHING], [])) == ["2011"]

    def test_on_either_day_count(self, decisions):
        DecisionFactory(key="first", date="2001-01-01", **PUBLISHED)
        DecisionFactory(key="last", date="2001-12-31", **PUBLISHED)
        found = turns_between(asked(on="2001-01-01", beside="2001-12-31"), [EVERYTHING], [])
        assert (years(found), found.more) == (["first", "last"], ())


@pytest.mark.parametrize(
    ("kind", "moment", "lightness"),
    [
        ("decision", "on", 0),
        ("designation", "start", 0),
        ("designation", "end", 0),
        ("tenure", "start", 0),
        ("tenure", "end", 1),
        ("tenure", "credentials", 4),
        # Whoever comes to head a mission by designation is a new head; whoever is seen there, or leaves, is none.
        ("tenure", "thereby-d", 0),
        ("tenure", "thereby-d-end", 1),
        ("tenure", "thereby-d-seen", 4),
        ("mission", "start", 2),
        ("agreement", "on", 2),
        ("visit", "on", 3),
        ("statement", "on", 4),
    ],
)
def test_decisions_designations_and_new_heads_weigh_most(kind, moment, lightness):
    assert _lightness(SimpleNamespace(kind=kind, moment=moment)) == lightness
