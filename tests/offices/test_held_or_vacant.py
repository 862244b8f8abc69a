"""The course of an office: its stretches and its days say the same, and cover the time without a gap."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships.offices.days import NEVER, Span, day_after, day_before
from partnerships.offices.held_or_vacant import Course, Verdict, course_of
from partnerships.offices.sightings import last_seen, next_seen, signs_of

from . import strategies
from .dossiers import dossier_of, dossier_of_two, make_office


@st.composite
def courses(draw):
    """The course of any office: held in one's own right, or by virtue of another as well."""
    head, own, today = draw(strategies.offices), draw(strategies.tenures), draw(strategies.todays)
    if draw(st.booleans()):
        office = make_office(**head)
        return course_of(office, dossier_of(office, own, today))
    more = draw(strategies.missions), own, draw(strategies.tenures), draw(strategies.designations)
    return course_of(*dossier_of_two(head, *more, today))


def days_to_ask(course: Course):
    """Every day on which something changes, those beside it, and some between."""
    spans = [stretch.days for stretch in course.stretches()]
    spans += [span for claim in course.claims for span in (*claim.certain, *claim.possible, *claim.open)]
    bounds = {bound for span in spans for bound in (span.first, span.last) if bound.year not in (1, 9999)}
    beside = {bound + timedelta(days=step) for bound in bounds for step in (-1, 0, 1)}
    return sorted(beside | {span.first + (span.last - span.first) / 2 for span in spans})


def said_by_stretches(course: Course, day):
    return Counter(
        (stretch.verdict, stretch.claim and stretch.claim.tenure.key, stretch.claim and len(stretch.claim.through))
        for stretch in course.stretches()
        if day in stretch.days
    )


def said_by_claims(course: Course, day):
    said = [(Verdict.CERTAIN, claim) for claim in course.certain_on(day)]
    said += [(Verdict.POSSIBLE, claim) for claim in course.possible_on(day)]
    if not said:
        return Counter([(Verdict.NOBODY if course.knows(day) else Verdict.NOT_KNOWN, None, None)])
    return Counter((verdict, claim.tenure.key, len(claim.through)) for verdict, claim in said)


class TestAgreement:
    @given(courses())
    @settings(max_examples=400)
    def test_stretches_say_of_each_day_what_the_claims_say(self, course):
        for day in days_to_ask(course):
            if day in course.told:
                assert said_by_stretches(course, day) == said_by_claims(course, day), day
            else:
                assert said_by_stretches(course, day) == Counter(), day

    @given(courses())
    def test_claims_of_a_day_are_those_whose_days_it_is_in_their_order(self, course):
        for day in days_to_ask(course):
            claims = [(claim, day in claim.certain) for claim in course.claims if day in claim.possible]
            assert course.certain_on(day) == [claim for claim, certain in claims if certain]
            assert course.possible_on(day) == [claim for claim, certain in claims if not certain]

    @given(courses())
    @settings(max_examples=200)
    def test_stretches_stand_in_order_and_leave_no_gap(self, course):
        reached = day_before(course.told.first)
        stretches = course.stretches()
        places = [(one.days.first, one.verdict is not Verdict.CERTAIN, one.days.last) for one in stretches]
        assert places == sorted(places)
        for stretch in stretches:
            assert stretch.days.first <= day_after(reached)
            reached = max(reached, stretch.days.last)
        assert not course.told or reached == course.told.last == course.clock.today


class TestEveryCourse:
    """What is true whatever the register says."""

    @given(courses())
    @settings(max_examples=200)
    def test_nobody_is_named_twice_on_a_day(self, course):
        for day in days_to_ask(course):
            people = [claim.tenure.person for claim in (*course.certain_on(day), *course.possible_on(day))]
            assert len(people) == len(set(people)), day

    @given(courses())
    @settings(max_examples=200)
    def test_certain_days_are_possible_days_of_an_office_that_existed(self, course):
        for claim in course.claims:
            assert claim.certain - claim.possible == NEVER
            assert claim.possible - course.existed == NEVER
            assert not any(span.last > course.clock.today for span in claim.certain)

    @given(courses())
    @settings(max_examples=200)
    def test_bounds_of_a_stretch_hold_its_days_and_those_of_nobody_else(self, course):
        for stretch in course.stretches():
            if stretch.claim:
                assert stretch.earliest <= stretch.days.first <= stretch.days.last <= stretch.latest


class TestBirth:
    """Nobody holds an office before their birth; of somebody who lives no answer tells when that was."""

    def verdicts(self, **tenure):
        course = course_of(office := make_office(coverage="1900/2024"), dossier_of(office, [tenure]))
        return {year: self.verdict(course, date(year, 6, 1)) for year in (1930, 1955, 1970)}

    def verdict(self, course, day):
        named = "certain" if course.certain_on(day) else "possible" if course.possible_on(day) else "nobody"
        return named if course.knows(day) else f"{named}?"

    def test_after_the_start_leaves_the_days_between_in_doubt(self):
        found = self.verdicts(period="1950-01-01/1975-01-01", birth="1960-01-01", death="1980-01-01")
        assert found == {1930: "nobody", 1955: "nobody?", 1970: "certain"}

    def test_of_somebody_who_lives_leaves_all_of_it_in_doubt(self):
        found = self.verdicts(period="1950-01-01/1975-01-01", birth="1960-01-01")
        assert found == {1930: "nobody", 1955: "nobody?", 1970: "nobody?"}

    def test_before_the_start_says_nothing(self):
        for death in ("", "1980-01-01"):
            found = self.verdicts(period="1950-01-01/1975-01-01", birth="1920", death=death)
            assert found == {1930: "nobody", 1955: "certain", 1970: "certain"}

    def test_in_the_year_of_the_start_contradicts_nothing(self):
        found = self.verdicts(period="1950/1975-01-01", birth="1950-03-01")
        assert found == {1930: "nobody", 1955: "certain", 1970: "certain"}


def course(*several, **office):
    held = make_office(**office)
    return course_of(held, dossier_of(held, several))


class TestKnown:
    """Whether it is known who held the office on a day."""

    @pytest.mark.parametrize(
        ("office", "period", "on", "known"),
        [
            ({}, "2018-01-01/2020-01-01", date(2019, 1, 1), True),
            ({"single_holder": False}, "2018-01-01/2020-01-01", date(2019, 1, 1), False),
            ({"single_holder": False, "coverage": "2000/2024"}, "2018-01-01/2020-01-01", date(2019, 1, 1), True),
            ({"coverage": "2000/2024"}, "2018/2020", date(2018, 6, 1), False),
            ({"coverage": "2000/2024"}, "2018/2020", date(2021, 6, 1), True),
            ({"coverage": "2000/2024"}, "2018-01-01/", date(2021, 6, 1), False),
            ({}, "2018/2020", date(2021, 6, 1), False),
            ({"period": "2000/2020"}, "2018/2020", date(2021, 6, 1), True),
        ],
    )
    def test_is_what_is_certain_of_one_or_looked_into_and_left_open_by_nobody(self, office, period, on, known):
        assert course({"period": period}, **office).knows(on) is known


class TestToBegin:
    several = (
        {"period": "2021-01-01/2025-01-01", "person": 3},
        {"period": "2027-01-01/..", "person": 2},
        {"period": "2026-05-01/..", "person": 1},
        {"period": "/2026-12-31", "person": 4},
    )

    @pytest.mark.parametrize(
        ("after", "person"),
        [(date(2020, 1, 1), 1), (date(2026, 4, 30), 1), (date(2026, 5, 1), 2), (date(2027, 1, 1), None)],
    )
    def test_is_the_first_of_those_of_whom_it_is_announced(self, after, person):
        found = course(*self.several, single_holder=False).next_to_begin(after)
        assert (found and found.tenure.person) == person


class TestPossiblyBefore:
    @pytest.mark.parametrize(
        ("day", "person"), [(date(2014, 1, 1), 2), (date(2013, 12, 31), 1), (date(2011, 12, 31), None)]
    )
    def test_is_who_possibly_held_it_last_until_before_the_day(self, day, person):
        held = course({"period": "/2013", "person": 2}, {"period": "/2011", "person": 1}, single_holder=False)
        found = held.possible_before(day)
        assert (found and found.claim.tenure.person) == person


class TestTold:
    @pytest.mark.parametrize(
        ("tenures", "office", "first"),
        [
            ((), {"period": "1999-02-03/.."}, date(1999, 2, 3)),
            ((), {}, date(2026, 2, 18)),
            ((), {"coverage": "2001-01-01/2003-01-01"}, date(2001, 1, 1)),
            (({"period": "2010-01-01/2011-01-01"},), {"coverage": "2001-01-01/2003-01-01"}, date(2001, 1, 1)),
            (
                ({"period": "2010-01-01/2011-01-01"}, {"period": "1990-01-01/1991-01-01", "person": 2}),
                {"coverage": "2001-01-01/2003-01-01"},
                date(1990, 1, 1),
            ),
            (({"period": "2030-01-01/.."},), {}, date(2026, 2, 18)),
        ],
    )
    def test_begins_with_the_office_or_the_first_day_of_which_anything_is_said(self, tenures, office, first):
        assert course(*tenures, **office).told == Span(first, date(2026, 2, 18))


def test_stretch_reaches_as_far_as_the_next_certain_one_of_the_same_claim():
    """Headed by virtue of the embassy on both sides of a year in which somebody else may have headed it."""
    own, ambassador = [{"period": "2019/2019", "person": 2}], [{"period": "2017-04-27/2022-12-31"}]
    found = course_of(*dossier_of_two({}, "", own, ambassador, ["2018-07-01/2021-12-31"])).stretches()
    told = [(one.days, one.earliest, one.latest) for one in found if one.verdict is Verdict.CERTAIN]
    assert told == [
        (Span(date(2018, 7, 1), date(2018, 12, 31)), date(2018, 7, 1), date(2019, 12, 31)),
        (Span(date(2020, 1, 1), date(2021, 12, 31)), date(2019, 1, 1), date(2021, 12, 31)),
    ]


class TestSigns:
    @given(courses())
    @settings(max_examples=40)
    def test_nearest_ones_are_those_of_all_claims(self, course):
        today = course.clock.today
        for day in days_to_ask(course):
            last = [(seen, claim) for claim in course.claims if (seen := last_seen(claim, min(day, today)))]
            following = [(seen, claim) for claim in course.claims if (seen := next_seen(claim, day, today))]
            latest = [seen.order for seen, _claim in last]
            assert course.last_seen(day) == (last[_last_place(latest)] if last else None), day
            earliest = [seen.order for seen, _claim in following]
            assert course.next_seen(day) == (following[earliest.index(min(earliest))] if following else None), day

    @given(courses())
    @settings(max_examples=40)
    def test_show_nobody_between_the_last_and_the_next(self, course):
        for claim in course.claims:
            for day in days_to_ask(course):
                last, following = last_seen(claim, day), next_seen(claim, day)
                shown = [seen for seen in signs_of(claim) if seen.by(day)]
                assert not shown or (last and last.order >= shown[-1].order)
                assert following is None or following.when.earliest > day


@pytest.mark.parametrize(
    "own",
    [
        {"period": "2018-12-31/"},
        {"period": "/2018-12-31"},
        {"death": "2018-12-31"},
        {"steps": [("seen", "2018-12-31")]},
        {"checked_on": date(2018, 12, 31)},
    ],
)
def test_writes_as_a_day_whatever_a_tenure_gives_as_one(own):
    office, year = make_office(), {"person": 2, "period": "2018/2018"}
    for several, written in (([year], "2018"), ([year, own], "2018-12-31")):
        assert course_of(office, dossier_of(office, several)).written.write(date(2018, 12, 31)) == written


def test_last_seen_is_whoever_was_seen_last_and_not_whoever_left_first():
    several = [
        {"person": number, "period": f"2009/{left}", "steps": [("seen", f"{seen}-05-01")]}
        for number, (left, seen) in enumerate(((2016, 2013), (2015, 2012)), 1)
    ]
    office = make_office(single_holder=False)
    for own in (several, several[::-1]):
        _seen, claim = course_of(office, dossier_of(office, own)).last_seen(date(2014, 1, 1))
        assert claim.tenure.person == 1


def _last_place(orders):
    """The place of the latest of them, the last one where several are."""
    return max(range(len(orders)), key=lambda place: (orders[place], place))
