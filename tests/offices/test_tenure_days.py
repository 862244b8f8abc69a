"""The days on which one tenure certainly and possibly ran."""

from datetime import date

import pytest

from partnerships.dates import Certainty
from partnerships.offices.facts import Bounds, TenureFacts, TenureStep
from partnerships.offices.tenure_days import Clock, tenure_days

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

    def test_that_nobody_knows_are_those_of_the_milestones(self):
        days = ran(
            steps=(TenureStep("arrived", within(date(2018, 3, 1))), TenureStep("departed", within(date(2019, 3, 1))))
        )
        assert (days.certain.first, days.certain.last) == (date(2018, 3, 1), date(2019, 3, 1))


class TestStillGoingOn:
    def test_is_certain_as_long_as_a_sign_vouches_for_it(self):
        vouched = ran(within(date(2018, 1, 1)), going_on=True, sources=(within(date(2025, 6, 1)),))
        assert (vouched.on(date(2026, 1, 1)), vouched.expired) == (Certainty.CERTAINLY, False)

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

    def test_nobody_serves_before_being_appointed(self):
        days = ran(end=within(date(2020, 1, 1)), steps=(TenureStep("appointed", within(date(2018, 1, 1))),))
        assert days.limits.first == date(2018, 1, 1)


def test_days_between_what_contradicts_itself_are_in_doubt():
    days = ran(
        within(date(2018, 1, 1)), within(date(2019, 1, 1)), steps=(TenureStep("seen", within(date(2019, 3, 1))),)
    )
    assert date(2019, 2, 1) in days.in_doubt
    assert days.on(date(2019, 2, 1)) == Certainty.NOT
    assert date(2019, 2, 1) in days.open_days
