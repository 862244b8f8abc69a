"""The days on which one tenure certainly and possibly ran."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST, Certainty
from partnerships.offices.certainty_expires import Clock
from partnerships.offices.days import ALWAYS, Span
from partnerships.offices.days_of_one_tenure import tenure_days
from partnerships.offices.tenure_facts import Bounds, TenureFacts, TenureStep

from .dossiers import facts

pytestmark = pytest.mark.once
CLOCK = Clock(date(2026, 1, 1), 365)


def within(first, last=None):
    return Bounds(first, last or first, f"{first}")


def ran(start=None, end=None, **facts):
    return tenure_days(TenureFacts(1, "a", 1, 1, False, start=start, end=end, **facts), CLOCK)


def said(days, *dates):
    return [days.on(one) for one in dates]


class TestEnds:
    def test_that_are_not_exact_are_possible_days(self):
        days = ran(within(date(2018, 1, 1), date(2018, 12, 31)), within(date(2020, 1, 1), date(2020, 12, 31)))
        asked = [date(2017, 12, 31), date(2018, 6, 1), date(2019, 6, 1), date(2020, 6, 1), date(2021, 1, 1)]
        certainly, possibly, never = Certainty.CERTAINLY, Certainty.POSSIBLY, Certainty.NOT
        assert said(days, *asked) == [never, possibly, certainly, possibly, never]

    def test_day_of_the_end_is_certain_where_the_start_may_be_no_later(self):
        month, day = within(date(2018, 6, 1), date(2018, 6, 30)), within(date(2018, 6, 10))
        for days in (ran(month, day), ran(month, day, steps=(TenureStep("nominated", within(date(2018, 1, 1))),))):
            assert said(days, date(2018, 6, 9), date(2018, 6, 10), date(2018, 6, 11)) == [
                *(Certainty.POSSIBLY, Certainty.CERTAINLY, Certainty.NOT),
            ]

    def test_that_nobody_knows_are_those_of_the_milestones(self):
        days = ran(
            steps=(TenureStep("arrived", within(date(2018, 3, 1))), TenureStep("departed", within(date(2019, 3, 1))))
        )
        assert (days.certain.first, days.certain.last) == (date(2018, 3, 1), date(2019, 3, 1))

    def test_service_of_one_day_begins_and_ends_on_it(self):
        day = date(2018, 3, 1)
        days = ran(steps=(TenureStep("arrived", within(day)), TenureStep("departed", within(day))))
        assert (days.began, days.ended) == (within(day), within(day))
        assert said(days, date(2018, 2, 28), day, date(2018, 3, 2)) == [
            Certainty.NOT,
            Certainty.CERTAINLY,
            Certainty.NOT,
        ]

    def test_sign_on_the_last_day_shows_the_person_in_office(self):
        days = ran(
            within(date(2018, 1, 1)), within(date(2019, 3, 1)), steps=(TenureStep("seen", within(date(2019, 3, 1))),)
        )
        assert days.seen == (within(date(2019, 3, 1)),)
        assert not days.in_doubt

    @pytest.mark.parametrize(
        ("kind", "shown"),
        [
            *(("nominated", False), ("appointed", False), ("arrived", True), ("credentials", True), ("seen", True)),
            *(("recalled", True), ("departed", False), ("ended", False)),
        ],
    )
    def test_each_kind_of_milestone_shows_the_person_in_office_or_does_not(self, kind, shown):
        days = ran(within(date(2018, 1, 1)), steps=(TenureStep(kind, within(date(2019, 3, 1))),))
        assert days.seen == ((within(date(2019, 3, 1)),) if shown else ())

    @pytest.mark.parametrize(
        ("kinds", "began", "ended"),
        [
            (("ended", "departed"), None, 1),
            (("departed", "ended"), None, 2),
            (("arrived", "credentials"), 1, None),
            (("appointed", "credentials"), 2, None),
        ],
    )
    def test_end_goes_before_departure_and_arrival_before_credentials(self, kinds, began, ended):
        first, second = within(date(2018, 3, 1)), within(date(2018, 5, 1))
        days = ran(steps=(TenureStep(kinds[0], first), TenureStep(kinds[1], second)))
        told = {None: None, 1: first, 2: second}
        assert (days.began, days.ended) == (told[began], told[ended])

    def test_one_that_nobody_knows_is_bounded_by_the_signs_alone(self):
        days = ran(within(date(2018, 1, 1)), steps=(TenureStep("seen", within(date(2019, 3, 1))),))
        asked = [date(2018, 1, 1), date(2019, 3, 1), date(2019, 3, 2)]
        assert said(days, *asked) == [Certainty.CERTAINLY, Certainty.CERTAINLY, Certainty.NOT]
        assert (days.start_settled, days.end_settled) == (True, False)

    def test_one_that_there_never_was_lets_it_run_from_all_time(self):
        ever, unknown = (ran(end=within(date(2020, 1, 1)), always=always) for always in (True, False))
        asked = [date(1900, 1, 1), date(2020, 1, 1), date(2020, 1, 2)]
        assert said(ever, *asked) == [Certainty.CERTAINLY, Certainty.CERTAINLY, Certainty.NOT]
        assert said(unknown, *asked) == [Certainty.NOT, Certainty.CERTAINLY, Certainty.NOT]

    def test_one_that_is_known_bounds_a_sign_that_may_be_later(self):
        seen = (TenureStep("seen", within(date(2020, 1, 1), date(2021, 12, 31))),)
        days = ran(within(date(2018, 1, 1)), within(date(2020, 6, 1)), steps=seen)
        assert said(days, date(2020, 6, 1), date(2020, 6, 2)) == [Certainty.CERTAINLY, Certainty.NOT]


class TestStillGoingOn:
    def test_is_certain_as_long_as_a_sign_vouches_for_it(self):
        vouched = ran(within(date(2018, 1, 1)), going_on=True, sources=(within(date(2025, 6, 1)),))
        assert (vouched.on(date(2026, 1, 1)), vouched.expired) == (Certainty.CERTAINLY, False)

    def test_is_vouched_for_from_the_first_day_that_a_source_can_be(self):
        vouched = ran(within(date(2018, 1, 1)), going_on=True, sources=(within(date(2024, 6, 1), date(2025, 12, 31)),))
        asked = [date(2025, 6, 1), date(2025, 6, 2)]
        assert said(vouched, *asked) == [Certainty.CERTAINLY, Certainty.POSSIBLY]

    def test_is_possible_once_nothing_does_any_more(self):
        expired = ran(within(date(2018, 1, 1)), going_on=True)
        assert said(expired, date(2018, 12, 1), date(2026, 1, 1)) == [Certainty.CERTAINLY, Certainty.POSSIBLY]
        assert expired.expired


class TestToCome:
    @pytest.mark.parametrize("ends", [(), (within(date(2042, 5, 1)),)])
    def test_nothing_is_certain(self, ends):
        days = ran(
            within(date(2041, 5, 1)), *ends, going_on=not ends, steps=(TenureStep("seen", within(date(2041, 6, 1))),)
        )
        assert said(days, date(2041, 5, 1), date(2041, 6, 1)) == [Certainty.POSSIBLY] * 2
        assert not days.certain_days


class TestLife:
    def test_nobody_serves_after_death(self):
        days = ran(within(date(2018, 1, 1)), going_on=True, death=within(date(2020, 5, 5)))
        assert said(days, date(2020, 5, 5), date(2020, 5, 6))[1] == Certainty.NOT

    def test_serves_possibly_until_the_last_day_on_which_the_death_can_be(self):
        died = within(date(2020, 1, 1), date(2020, 12, 31))
        days = ran(within(date(2018, 1, 1)), going_on=True, death=died)
        assert said(days, date(2020, 12, 31), date(2021, 1, 1)) == [Certainty.POSSIBLY, Certainty.NOT]

    def test_nobody_of_whom_it_may_be_told_serves_before_birth(self):
        days = ran(
            within(date(2018, 1, 1)), birth=within(date(2018, 6, 1)), death=within(date(2090, 1, 1)), going_on=True
        )
        assert said(days, date(2018, 5, 31), date(2018, 6, 1))[0] == Certainty.NOT
        assert days.limits.first == date(2018, 6, 1)

    def test_nobody_serves_before_being_appointed(self):
        days = ran(end=within(date(2020, 1, 1)), steps=(TenureStep("appointed", within(date(2018, 1, 1))),))
        assert days.limits.first == date(2018, 1, 1)
        assert not days.expired
        # Of two appointments the first one counts.
        twice = [TenureStep("appointed", within(date(year, 1, 1))) for year in (2019, 2018)]
        assert ran(end=within(date(2020, 1, 1)), steps=tuple(twice)).limits.first == date(2018, 1, 1)

    @pytest.mark.parametrize(
        ("born", "doubted"),
        [(date(1960, 1, 1), False), (date(2018, 12, 31), False), (date(2019, 1, 1), True)],
    )
    def test_a_living_one_who_began_before_birth_is_in_doubt_and_nobody_else(self, born, doubted):
        began, ended = within(date(2018, 1, 1), date(2018, 12, 31)), within(date(2020, 1, 1))
        days = ran(began, ended, birth=within(born))
        assert days.on(date(2019, 6, 1)) == (Certainty.NOT if doubted else Certainty.CERTAINLY)
        assert (date(2018, 6, 1) in days.in_doubt, date(2020, 1, 1) in days.in_doubt) == (doubted, doubted)


def test_days_between_what_contradicts_itself_are_in_doubt():
    days = ran(
        within(date(2018, 1, 1)), within(date(2019, 1, 1)), steps=(TenureStep("seen", within(date(2019, 3, 1))),)
    )
    assert date(2019, 2, 1) in days.in_doubt
    assert days.on(date(2019, 2, 1)) == Certainty.NOT
    assert date(2019, 2, 1) in days.open_days


class TestLeftAndStillGoingOn:
    """It says that it goes on, and that the person left: neither is certain of the days since."""

    @pytest.mark.parametrize("kind", ["ended", "departed"])
    def test_days_since_are_in_doubt(self, kind):
        days = ran(within(date(2000, 1, 1)), going_on=True, steps=(TenureStep(kind, within(date(2005, 1, 1))),))
        assert said(days, date(2004, 6, 1), date(2005, 1, 2)) == [Certainty.CERTAINLY, Certainty.NOT]
        assert [day in days.open_days for day in (date(2004, 6, 1), date(2005, 1, 2), date(2026, 1, 1))] == [
            *(False, True, True)
        ]

    @pytest.mark.parametrize(("left", "doubted"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)])
    def test_leaving_that_is_announced_contradicts_nothing(self, left, doubted):
        days = ran(within(date(2000, 1, 1)), going_on=True, steps=(TenureStep("ended", within(left)),))
        assert bool(days.in_doubt) == doubted


def test_who_presents_credentials_before_arriving_serves_from_then():
    """An envoy who resides elsewhere may come later: that contradicts nothing."""
    steps = (TenureStep("credentials", within(date(2018, 1, 1))), TenureStep("arrived", within(date(2018, 3, 1))))
    days = ran(end=within(date(2019, 1, 1)), steps=steps)
    assert (days.began, bool(days.in_doubt)) == (within(date(2018, 1, 1)), False)


def test_who_arrives_before_being_appointed_serves_from_the_appointment():
    steps = (TenureStep("arrived", within(date(2018, 1, 1))), TenureStep("appointed", within(date(2018, 3, 1))))
    days = ran(end=within(date(2019, 1, 1)), steps=steps)
    assert not days.in_doubt
    assert said(days, date(2018, 2, 28), date(2018, 3, 1)) == [Certainty.NOT, Certainty.CERTAINLY]


class TestTwoEnds:
    """One place says that the person left on one day, another on another: nobody was certain between them."""

    @pytest.mark.parametrize(("stated", "left"), [(2005, 2003), (2003, 2005)])
    def test_days_between_are_in_doubt(self, stated, left):
        steps = (TenureStep("ended", within(date(left, 1, 1))),)
        days = ran(within(date(2001, 1, 1)), within(date(stated, 1, 1)), steps=steps)
        asked = date(2003, 1, 1), date(2004, 1, 1), date(2005, 1, 2)
        assert said(days, *asked) == [Certainty.CERTAINLY, Certainty.NOT, Certainty.NOT]
        assert [day in days.open_days for day in asked] == [False, True, False]

    def test_that_can_be_one_day_contradict_nothing(self):
        steps = (TenureStep("ended", within(date(2005, 1, 1), date(2005, 12, 31))),)
        assert not ran(within(date(2001, 1, 1)), within(date(2005, 3, 1)), steps=steps).in_doubt

    def test_who_left_in_a_month_before_the_start_is_in_doubt_from_the_month_after(self):
        steps = (TenureStep("ended", within(date(2000, 5, 1), date(2000, 5, 31))),)
        days = ran(within(date(2001, 1, 1)), within(date(2005, 1, 1)), steps=steps)
        assert days.in_doubt.spans == (Span(date(2000, 6, 1), date(2000, 12, 31)),)

    def test_who_left_before_being_appointed_is_in_doubt_between(self):
        days = ran(end=within(date(2005, 1, 1)), steps=(TenureStep("appointed", within(date(2005, 3, 2))),))
        assert [day in days.open_days for day in (date(2005, 1, 1), date(2005, 3, 1))] == [True, True]
        assert said(days, date(2005, 1, 1), date(2005, 3, 2)) == [Certainty.NOT, Certainty.NOT]


def spans(some):
    """Days as `first/last`, several one after the other; two dots where there is no first or no last one."""
    each = [some] if isinstance(some, Span) else some
    return " ".join(
        f"{'..' if one.first == EARLIEST else one.first}/{'..' if one.last == LATEST else one.last}"
        for one in each
        if one
    )


DIED = {"death": "2020"}
#: What a tenure says, and its days as they are asked for by name on the first of January 2026.
CASES = {
    "appointed within the year of the start": (
        {"period": "2018/2020-01-01", "steps": [("appointed", "2018-06-01")]},
        {"possible_days": "2018-06-01/2020-01-01", "in_doubt": ""},
    ),
    "appointed on the last day that the start can be": (
        {"period": "2018-05/2020-01-01", "steps": [("appointed", "2018-05-31")]},
        {"certain_days": "2018-05-31/2020-01-01", "in_doubt": ""},
    ),
    "shown in office before the appointment": (
        {
            "period": "/2020-01-01",
            "steps": [("seen", "2019-01-01"), ("seen", "2018-01-01"), ("appointed", "2018-06-01")],
        },
        {"in_doubt": "2018-01-01/2018-05-31", "certain_days": "2018-06-01/2020-01-01"},
    ),
    "appointed, and nothing else": (
        {"steps": [("appointed", "2018-06-01")]},
        {"open_days": "2018-06-01/..", "possible": ""},
    ),
    "start not known, and the birth is": ({"period": "/2020-01-01", "birth": "1960"}, {"in_doubt": ""}),
    "start not known": ({"period": "/2020-01-01"}, {"open_days": "../2019-12-31", "start_settled": False}),
    "start not known, appointed": (
        {"period": "/2020-01-01", "steps": [("appointed", "2018-01-01")]},
        {"open_days": "2018-01-01/2019-12-31"},
    ),
    "end not known, dead": (
        {"period": "2018-01-01/", "death": "2020-05-05"},
        {"open_days": "2018-01-02/2020-05-05", "end_settled": False, "expired": False},
    ),
    "ends today": (
        {"period": "2018-01-01/2026-01-01", "steps": [("nominated", "2017-06-01")]},
        {"certain": "2018-01-01/2026-01-01", "expired": False},
    ),
    "ends tomorrow": (
        {"period": "2018-01-01/2026-01-02", "steps": [("nominated", "2017-06-01")]},
        {"certain": "2018-01-01/2019-01-01", "possible": "2018-01-01/2026-01-02", "expired": True},
    ),
    "ends tomorrow, and nothing else is known": (
        {"period": "2018-01-01/2026-01-02"},
        {"certain": "2018-01-01/2019-01-01", "expired": True},
    ),
    "begins on a day to come of the year in which it ends": (
        {"period": "2026-06-01/2026"},
        {"certain": "", "possible": "2026-06-01/2026-12-31"},
    ),
    "goes on, and left long ago": (
        {"period": "2000-01-01/..", "steps": [("ended", "2005-01-01")]},
        {"possible": "2000-01-01/2005-01-01", "expired": False, "end_settled": True},
    ),
    "goes on, and left at the earliest then": (
        {"period": "2000-01-01/..", "steps": [("ended", "[2005..]")]},
        {"end_settled": False, "possible": "2000-01-01/2005-01-01"},
    ),
    "goes on since nobody knows when": (
        {"period": "/.."},
        {"possible": "2026-01-01/..", "certain": "", "start_settled": False, "end_settled": True},
    ),
    "goes on since nobody knows when, as a source says": (
        {"period": "/..", "source": "2025-06-01"},
        {"possible": "2025-06-01/..", "certain": ""},
    ),
    "goes on since nobody knows when, as a source of no first day says": (
        {"period": "/..", "source": "[..2025]"},
        {"possible": "2026-01-01/..", "certain": ""},
    ),
    "goes on since nobody knows when, as it was checked": (
        {"period": "/..", "source": "2025-06-01", "checked_on": date(2025, 3, 1)},
        {"possible": "2025-03-01/..", "certain": "2025-03-01/2026-01-01"},
    ),
    "vouched for until today": (
        {"period": "2018-01-01/..", "source": "2025-01-01"},
        {"certain": "2018-01-01/2026-01-01", "expired": False},
    ),
    "vouched for until yesterday": (
        {"period": "2018-01-01/..", "source": "2024-12-31"},
        {"certain": "2018-01-01/2025-12-31", "expired": True},
    ),
    "ended in the month in which it began": (
        {"period": "2018-06-10/2018-06"},
        {"certain": "2018-06-10/2018-06-10", "possible": "2018-06-10/2018-06-30"},
    ),
    "began at the latest then": (
        {"period": "[..2018]/2020-01-01"},
        {"possible": "2018-12-31/2020-01-01", "start_settled": False, "certain": "2018-12-31/2020-01-01"},
    ),
    "began at the earliest then": (
        {"period": "[2018..]/2020-01-01"},
        {"possible": "2018-01-01/2020-01-01", "start_settled": True, "certain": "2020-01-01/2020-01-01"},
    ),
    "ended at the earliest then": (
        {"period": "2018-01-01/[2020..]"},
        {"possible": "2018-01-01/2020-01-01", "end_settled": False, "certain": "2018-01-01/2020-01-01"},
    ),
    "began at the latest then, and shown before": (
        {"period": "[..2018]/2020-01-01", "steps": [("seen", "2017-06-01")]},
        {"possible": "2017-06-01/2020-01-01", "certain": "2017-06-01/2020-01-01"},
    ),
    "began ever, and arrived": (
        {"period": "../2020-01-01", "steps": [("arrived", "2018-03-01")]},
        {"began": None, "start_settled": True, "certain": "../2020-01-01"},
    ),
    "left before it began": (
        {"period": "2005-01-01/", "steps": [("ended", "2003-01-01")]},
        {"ended": None, "in_doubt": "2003-01-02/2004-12-31"},
    ),
    "arrived after it ended": (
        {"period": "/2018-01-01", "steps": [("arrived", "2018-03-01")]},
        {"began": None, "in_doubt": "2018-01-02/2018-03-01"},
    ),
    "shown before it began": (
        {"period": "2018-01-01/2020-01-01", "steps": [("seen", "2017-06-01")]},
        {"seen": (), "in_doubt": "2017-06-01/2017-12-31", "certain_days": "2018-01-01/2020-01-01"},
    ),
    "shown after it ended": (
        {"period": "2018-01-01/2020-01-01", "steps": [("seen", "2020-06-01")]},
        {"seen": (), "in_doubt": "2020-01-02/2020-06-01", "certain_days": "2018-01-01/2020-01-01"},
    ),
    "shown in a year within which it began": (
        {"period": "2018-06-01/2020-01-01", "steps": [("seen", "2018")]},
        {"in_doubt": "", "possible": "2018-06-01/2020-01-01"},
    ),
    "left on a day of the years in which it ended": (
        {"period": "2001-01-01/[2005..2006]", "steps": [("ended", "2005-12-31")]},
        {"in_doubt": ""},
    ),
    "nobody knows when, and shown twice": (
        {"steps": [("seen", "2019-01-01"), ("seen", "2018-01-01")]},
        {"possible": "2018-01-01/2019-01-01", "certain": "2018-01-01/2019-01-01", "expired": False},
    ),
    "shown before a birth of which nothing is told": (
        {"steps": [("seen", "2020-01-01"), ("seen", "2018-01-01")], "birth": "2019-01-01"},
        {"in_doubt": "2018-01-01/.."},
    ),
    "appointed after birth": (
        {"period": "/2019-01-01", "steps": [("appointed", "2018-06-01")], "birth": "1960", "death": "2020-05-05"},
        {"limits": "2018-06-01/2020-05-05"},
    ),
    "ended after death": (
        {"period": "2018-01-01/2021-01-01", "death": "2020-05-05"},
        {"in_doubt": "2020-05-06/2021-01-01", "certain_days": "2018-01-01/2020-05-05"},
    ),
    "ended in the months from the death on": (
        {"period": "2018-01-01/[2020-05-05..2020-12-31]", "death": "2020-05-05"},
        {"in_doubt": "", "certain_days": "2018-01-01/2020-05-05"},
    ),
    "ended in the year of a death that is known to the day": (
        {"period": "2018-01-01/2020", "death": "2020-05-05"},
        {"in_doubt": "", "certain_days": "2018-01-01/2020-01-01"},
    ),
    "goes on after death": (
        {"period": "2018-01-01/..", "source": "2025-06-01", **DIED},
        {"certain": "2018-01-01/2020-01-01", "possible_days": "2018-01-01/2020-12-31"},
    ),
    "goes on after death, shown before": (
        {"period": "2018-01-01/..", "source": "2025-06-01", "steps": [("seen", "2018-06-01")], **DIED},
        {"certain": "2018-01-01/2020-01-01"},
    ),
    "goes on after death, shown on its last day": (
        {"period": "2018-01-01/..", "source": "2025-06-01", "steps": [("seen", "2020-12-31")], **DIED},
        {"certain": "2018-01-01/2020-12-31"},
    ),
    "goes on after death, shown at a time that may be later": (
        {"period": "2018-01-01/..", "source": "2025-06-01", "steps": [("seen", "[2020-12-01..2021-01-01]")], **DIED},
        {"certain": "2018-01-01/2020-01-01"},
    ),
    "goes on, vouched for until before the death": (
        {"period": "2018-01-01/..", **DIED},
        {"certain": "2018-01-01/2019-01-01"},
    ),
    "ended in the year of the death": (
        {"period": "2018-01-01/2020-06-01", **DIED},
        {"certain": "2018-01-01/2020-06-01", "in_doubt": ""},
    ),
    "ended on the last day that the death can be": (
        {"period": "2018-01-01/2020-12-31", **DIED},
        {"certain": "2018-01-01/2020-12-31", "in_doubt": ""},
    ),
    "ended later than the death can be": (
        {"period": "2018-01-01/2021-01-01", **DIED},
        {"certain": "2018-01-01/2020-01-01", "in_doubt": "2021-01-01/2021-01-01"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_days_of_a_tenure_that(case):
    tenure, told = CASES[case]
    found = tenure_days(facts(**tenure), CLOCK)
    said = {name: getattr(found, name) for name in told}
    assert {name: spans(each) if isinstance(told[name], str) else each for name, each in said.items()} == told


@pytest.mark.parametrize("steps", [(), (TenureStep("nominated", within(date(2017, 1, 1))),)])
def test_period_that_ends_before_it_begins_is_certain_on_no_day_and_leaves_all_open(steps):
    days = ran(within(date(2020, 1, 1)), within(date(2018, 1, 1)), steps=steps)
    assert not days.certain
    assert days.open_days == ALWAYS
