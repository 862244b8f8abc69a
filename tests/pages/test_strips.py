"""Dated records as marks on a strip."""

from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from partnerships.drawing import Heap, Lane, Look, Point
from partnerships.pages.strips import lane_of_moments, moment_mark, partnership_bar, period_bar, strip
from partnerships.projections.timeline import Filters
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    PartnerFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(date(2026, 11, 28), tick=False), override("en"):
        yield


def bars(period):
    return list(period_bar(PartnerFactory(period=period), "", "Partnership", "#content"))


class TestMomentMark:
    @pytest.mark.parametrize(
        ("notation", "drawn"),
        [
            ("2018-05-24", (date(2018, 5, 24),)),
            ("[..2018-05-24]", (date(2018, 5, 24),)),
            ("[2018-05-24..]", (date(2018, 5, 24),)),
            ("[2018-05-01..2018-06-01]", (date(2018, 5, 1),)),
            ("[2018-05-01..2018-06-02]", (date(2018, 5, 1), date(2018, 6, 2))),
        ],
    )
    def test_is_a_day_or_two_that_are_known(self, notation, drawn):
        (mark,) = moment_mark(DecisionFactory(date=notation))
        assert (mark.day,) == drawn if isinstance(mark, Point) else (mark.first, mark.last) == drawn
        assert isinstance(mark, Point) == (len(drawn) == 1)

    @pytest.mark.parametrize(
        ("name", "title"), [("Visit, April 2013", "Visit, April 2013"), ("Visit", "Visit, April 2013")]
    )
    def test_does_not_say_a_date_twice(self, name, title):
        (mark,) = moment_mark(DecisionFactory(title_en=name, date="2013-04", publication="published"))
        assert mark.title == title

    def test_is_none_without_a_day(self):
        assert list(moment_mark(DecisionFactory(date=""))) == []


class TestLaneOfMoments:
    def test_is_of_marks_where_they_are_all(self):
        mark = Point(date(2018, 5, 24), "A", "#a")
        assert lane_of_moments("Decisions", [mark], Filters(), is_whole=True) == Lane("Decisions", [mark])

    def test_covers_all_years_where_there_are_more(self):
        for year in (*range(1950, 1978, 2), 2026):
            DecisionFactory(date=str(year), publication="published")
        lane = lane_of_moments("Decisions", [], Filters(kind=("decision",)), is_whole=False)
        assert lane.label == "Decisions (15)"
        assert [(heap.title, heap.first, heap.last) for heap in lane.marks][0] == (
            "1950–1954: 3 lines",
            date(1950, 1, 1),
            date(1954, 12, 31),
        )
        assert (lane.marks[-1].title, lane.marks[-1].last) == ("2025–2026: 1 line", date(2026, 11, 28))
        assert lane.marks[0].share == 3 * lane.marks[-1].share == 1

    def test_leads_to_where_its_years_begin(self, client):
        for day in ("1950-03-01", "1999-05"):
            DecisionFactory(title_en=day, date=day, publication="published")
        lane = lane_of_moments("Decisions", [], Filters(kind=("decision",)), is_whole=False)
        (later,) = [heap.href for heap in lane.marks if isinstance(heap, Heap) and heap.first.year > 1950]
        text = client.get(later).text
        assert "1999-05" in text
        assert "1950-03-01" not in text


class TestPartnershipBar:
    def test_is_certain_from_the_first_day_that_a_mission_vouches_for(self):
        partner = PartnerFactory(period="/..", **PUBLISHED)
        of = {"state": partner.state, "organization": partner.organization}
        MissionFactory(period="[2016-05-04..2016-12]/..", **of, **PUBLISHED)
        MissionFactory(period="2001/..", state=partner.state, **PUBLISHED)
        framework = FrameworkFactory(organization=partner.organization, **PUBLISHED)
        MembershipFactory(period="2019/..", state=partner.state, framework=framework, **PUBLISHED)
        MembershipFactory(period="1994/..", state=partner.state, **PUBLISHED)
        VisitFactory(period="2001-02-03", **PUBLISHED).partners.add(partner)
        assert [(bar.look, bar.first, bar.last) for bar in partnership_bar(partner)] == [
            (Look.FULL, date(2016, 12, 31), date(2026, 11, 28)),
        ]

    def test_known_start_needs_nothing_else(self, django_assert_num_queries):
        partner = PartnerFactory(period="1990/..", **PUBLISHED)
        with django_assert_num_queries(0):
            assert [bar.first for bar in partnership_bar(partner) if bar.look == Look.FULL] == [date(1990, 12, 31)]


class TestPeriodBar:
    def test_start_that_nobody_knows_is_no_day(self):
        (today,) = bars("/..")
        assert (today.look, today.first) == (Look.FULL, date(2026, 11, 28))
        assert today.fades_in
        assert today.fades_out

    @pytest.mark.parametrize(
        ("period", "vouched", "certain"),
        [
            ("/..", date(2016, 12, 31), (date(2016, 12, 31), date(2026, 11, 28))),
            ("/2023", date(2016, 12, 31), (date(2016, 12, 31), date(2023, 1, 1))),
            ("/2010", date(2016, 12, 31), (date(2010, 1, 1), date(2010, 1, 1))),
            ("[..2022-09]/..", date(2016, 12, 31), (date(2016, 12, 31), date(2026, 11, 28))),
        ],
    )
    def test_what_began_on_no_known_day_is_certain_from_the_day_that_is_vouched_for(self, period, vouched, certain):
        partner = PartnerFactory(period=period)
        found = list(period_bar(partner, "", "Partnership", "#content", vouched=vouched))
        (bar,) = (bar for bar in found if bar.look == Look.FULL)
        assert (bar.first, bar.last) == certain
        # Before it, the bar comes out of the paper: it is not hatched as far back as others of the drawing reach.
        assert bar.fades_in
        assert None not in [one.first for one in found]

    @pytest.mark.parametrize(("period", "last"), [("../2019-12-31", date(2019, 12, 31)), ("../2019", date(2019, 1, 1))])
    def test_what_has_no_beginning_comes_out_of_the_years_before(self, period, last):
        bar = bars(period)[-1]
        assert (bar.first, bar.last, bar.fades_in, bar.fades_out) == (None, last, True, False)

    def test_is_none_without_a_period(self):
        assert bars("") == []

    def test_has_its_name_its_look_and_its_way(self):
        partner = PartnerFactory(period="2018-07-01/2019-06-30")
        (bar,) = period_bar(partner, "Name", "Partnership", "#content", Look.OTHER)
        assert (bar.name, bar.look, bar.href) == ("Name", Look.OTHER, "#content")
        assert bar.title == "Partnership, 1 July 2018 – 30 June 2019"

    def test_strip_has_the_lanes_with_marks_over_their_years_and_the_days_asked_for(self):
        lanes = [Lane("a", bars("2018-07-01/2019-06-30")), Lane("b", [])]
        asked = date(2010, 1, 1), None, date(2030, 1, 1)
        drawn = strip("strip", "", "", lanes, *asked)
        assert [lane.label for lane in drawn.lanes] == ["a"]
        assert (drawn.first, drawn.last) == (date(2010, 1, 1), date(2030, 1, 1))
        assert (drawn.chosen, drawn.beside) == ((asked[0], "1 January 2010"), (asked[2], "1 January 2030"))
        # To today, where nothing lies after it; and without a mark it has no years.
        assert strip("strip", "", "", lanes, None).last == date(2026, 11, 28)
        assert strip("strip", "", "", lanes[1:], asked[0]).first == date(2026, 11, 28)

    def test_strip_does_not_reach_into_other_ages(self):
        drawn = strip("strip", "", "", [Lane("a", bars("/..")), Lane("b", bars("1990/.."))], None)
        assert (drawn.first.year, drawn.last.year) == (1990, 2026)

    @pytest.mark.parametrize(
        ("period", "certain", "possible"),
        [
            # An end that nobody knows is possible until today.
            ("2016-05-04/", [("2016-05-04", "2016-05-04")], [("2016-05-04", "2026-11-28")]),
            ("[2016-05-04..2016-12]/", [], [("2016-05-04", "2016-12-31"), ("2016-12-31", "2026-11-28")]),
            ("2016-05-04/[2018-01-01..]", [("2016-05-04", "2018-01-01")], [("2018-01-01", "2026-11-28")]),
            # So is what began at some time after a day.
            ("[2016-05-04..]/", [], [("2016-05-04", "2026-11-28")]),
            ("[2016-05-04..]/..", [], [("2016-05-04", "2026-11-28")]),
            ("[2016-05-04..]/2018-02-01", [("2018-02-01", "2018-02-01")], [("2016-05-04", "2018-02-01")]),
            # What is yet to come has no days to today.
            ("2030-01-01/", [("2030-01-01", "2030-01-01")], []),
        ],
    )
    def test_what_nobody_knows_is_hatched_as_long_as_it_is_possible(self, period, certain, possible):
        found = bars(period)
        drawn = {
            look: [(bar.first.isoformat(), bar.last.isoformat()) for bar in found if bar.look == look]
            for look in (Look.FULL, Look.POSSIBLE)
        }
        assert drawn == {Look.FULL: certain, Look.POSSIBLE: possible}
        # A hatched side does not fade: that would be drawn in full.
        assert not [bar for bar in found if bar.look == Look.POSSIBLE and (bar.fades_in or bar.fades_out)]

    def test_known_days_are_drawn_as_they_are(self):
        (bar,) = bars("2018-07-01/2019-06-30")
        assert (bar.first, bar.last, bar.fades_in, bar.fades_out) == (
            date(2018, 7, 1),
            date(2019, 6, 30),
            False,
            False,
        )


def test_a_mark_is_called_by_the_words_of_its_source():
    days, words = "[2018-05-24..2019-05-24]", "soon after 24 May 2018"
    (mark,) = moment_mark(DecisionFactory(date=days, date_wording_en=words))
    assert mark.title.endswith(words)
    partner = PartnerFactory(period=f"{days}/..", period_wording_fr="depuis peu après le 24 mai 2018")
    assert any(
        "since soon after 24 May 2018" in bar.title for bar in period_bar(partner, "", "Partnership", "#content")
    )
