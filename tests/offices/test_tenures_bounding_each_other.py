"""Tenures of one office bound each other."""

from datetime import date

import pytest

from partnerships.dates import LATEST
from partnerships.offices.certainty_expires import Clock
from partnerships.offices.days_of_one_tenure import tenure_days
from partnerships.offices.tenure_facts import Bounds, TenureFacts, TenureStep
from partnerships.offices.tenures_bounding_each_other import beside_one_another

pytestmark = pytest.mark.once
CLOCK = Clock(date(2026, 1, 1), 365)


def day(year):
    return Bounds(date(year, 1, 1), date(year, 1, 1), f"{year}-01-01")


def ran(pk, person, start=None, end=None, **said):
    facts = TenureFacts(pk, f"t{pk}", person, 1, False, start=start and day(start), end=end and day(end), **said)
    return tenure_days(facts, CLOCK)


def possible(several, *, single_holder=True):
    found = beside_one_another(several, single_holder=single_holder)
    return [(one.possible.first.year, one.possible.last.year) for one in found]


class TestOneHolderAtATime:
    def test_nearest_one_bounds_in_whatever_order_they_stand(self):
        others = [ran(2, 2, start=2010, end=2012), ran(3, 3, start=2004, end=2008)]
        for several in (others, others[::-1]):
            assert possible([*several, ran(1, 1, start=2000)])[2] == (2000, 2004)
            assert possible([*several, ran(1, 1, end=2015)])[2] == (2012, 2015)

    def test_neighbour_bounds_from_the_day_on_which_it_was_appointed(self):
        appointed = ran(1, 1, start=2000, end=2008, steps=(TenureStep("appointed", day(2002)),))
        assert possible([appointed, ran(2, 2, start=1990)])[1] == (1990, 2002)

    def test_neighbour_of_no_certain_day_bounds_nothing(self):
        year = Bounds(date(2004, 1, 1), date(2004, 12, 31), "2004")
        vague = tenure_days(TenureFacts(2, "t2", 2, 1, False, start=year, end=year), CLOCK)
        assert possible([ran(1, 1, start=2000), vague])[0] == (2000, 2000)

    def test_end_to_come_is_not_that_of_the_next_one_to_be_seen(self):
        assert possible([ran(1, 1, start=2000, end=2030), ran(2, 2, start=2010, end=2012)])[0] == (2000, 2030)

    def test_who_is_vouched_for_no_more_reaches_to_the_next_after_that(self):
        several = [ran(1, 1, start=2000, going_on=True), ran(3, 3, start=2000, end=2000), ran(2, 2, start=2004)]
        assert possible(several)[0] == (2000, 2004)

    def test_end_that_is_not_known_reaches_to_the_next(self):
        assert possible([ran(1, 1, start=2000), ran(2, 2, start=2004, end=2008)]) == [(2000, 2004), (2004, 2008)]

    def test_start_that_is_not_known_reaches_back_to_the_one_before(self):
        assert possible([ran(1, 1, start=2000, end=2004), ran(2, 2, end=2008)]) == [(2000, 2004), (2004, 2008)]

    def test_neighbour_that_reaches_across_bounds_no_further_than_what_is_known(self):
        """Two who served at once, though one alone can: what is known of the one is not cut by the other."""
        assert possible([ran(1, 1, start=2000, end=2006), ran(2, 2, end=2004)])[1] == (2004, 2004)
        assert possible([ran(1, 1, start=2000, end=2006), ran(2, 2, start=2004)])[1] == (2004, 2004)

    @pytest.mark.parametrize(("checked", "until"), [(date(2025, 6, 1), LATEST.year), (date(2003, 6, 1), 2004)])
    def test_successor_ends_whom_nothing_vouches_for_any_more_and_nobody_else(self, checked, until):
        first = ran(1, 1, start=2000, going_on=True, checked_on=checked)
        second = ran(2, 2, start=2004, going_on=True, checked_on=date(2025, 6, 1))
        assert possible([first, second]) == [(2000, until), (2004, LATEST.year)]

    def test_without_a_neighbour_nothing_is_possible_beyond_what_is_said(self):
        assert possible([ran(1, 1, start=2000)]) == [(2000, 2000)]

    def test_settle_a_side_that_is_not_known_and_no_other_one(self):
        def settled(*several):
            found = beside_one_another(list(several), single_holder=True)
            return [(one.start_settled, one.end_settled) for one in found]

        assert settled(ran(1, 1, start=2000)) == [(True, False)]
        assert settled(ran(1, 1, end=2000)) == [(False, True)]
        assert settled(ran(1, 1, start=2000), ran(2, 2, end=2008)) == [(True, True)] * 2
        assert settled(ran(1, 1, start=2000), ran(2, 2, start=2004, end=2008)) == [(True, True)] * 2
        assert settled(ran(1, 1, start=2000, end=2004), ran(2, 2, end=2008)) == [(True, True)] * 2


class TestSeveralHolders:
    def test_bound_only_themselves(self):
        several = [ran(1, 1, start=2000), ran(2, 2, start=2004, end=2008), ran(3, 1, start=2010, end=2012)]
        assert possible(several, single_holder=False) == [(2000, 2010), (2004, 2008), (2010, 2012)]


def test_nobody_serves_again_before_the_first_service_ended():
    first, again = ran(1, 1, start=2000, end=2004), ran(2, 1, end=2008)
    assert possible([again, first])[0] == (2004, 2008)


@pytest.mark.parametrize("single_holder", [True, False])
def test_days_that_one_can_have_begun_or_ended_reach_no_further_than_the_other_service(single_holder):
    open_days = Bounds(date(2003, 1, 1), date(2006, 1, 1), "[2003-01-01..2006-01-01]")
    first, again = ran(1, 1, start=2000, end=2004), between(2, start=open_days, end=day(2008))
    assert possible([again, first], single_holder=single_holder) == [(2004, 2008), (2000, 2004)]
    first, again = between(1, start=day(2000), end=open_days), ran(2, 1, start=2005, end=2008)
    assert possible([again, first], single_holder=single_holder) == [(2005, 2008), (2000, 2005)]


def test_services_that_certainly_overlap_leave_what_is_certain_of_each():
    first, again = ran(1, 1, start=2000, end=2006), ran(2, 1, start=2004, end=2008)
    assert possible([first, again]) == [(2000, 2006), (2004, 2008)]


def test_nobody_serves_again_before_the_longest_service_ended():
    """A short service within a long one does not end it."""
    long, short = ran(1, 1, start=2000, end=2008), ran(2, 1, start=2002, end=2004)
    again = between(3, start=Bounds(date(2003, 1, 1), date(2009, 1, 1), "[2003-01-01..2009-01-01]"), end=day(2012))
    assert possible([long, short, again])[2] == (2008, 2012)


def between(pk, **ends):
    return tenure_days(TenureFacts(pk, f"t{pk}", 1, 1, False, **ends), CLOCK)
