"""For which days the register has looked into an office."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST
from partnerships.models import Mission
from partnerships.offices.coverage import checked_until, covered_days, covering
from partnerships.offices.days import NEVER, Span, days_of

from .dossiers import CLOCK, TODAY, derived, make_office

pytestmark = pytest.mark.once


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


class TestCovering:
    def test_mission_speaks_for_its_head_alone(self):
        mission = derived(Mission, pk=1)
        head, other = make_office(mission=mission, heads_post=True), make_office(mission=mission)
        assert covering(head) == [head, mission]
        assert covering(other) == [other]

    def test_mission_that_is_not_public_speaks_for_nobody(self):
        office = make_office(mission=Mission(pk=1, publication="in_review"), heads_post=True)
        assert covering(office) == [office]


class TestCovered:
    def covered(self, coverage, checked_on=None, mission=""):
        fields = {"mission": derived(Mission, pk=1, coverage=mission), "heads_post": True} if mission else {}
        return covered_days(make_office(coverage=coverage, checked_on=checked_on, **fields), CLOCK)

    def test_nothing_without_a_coverage(self):
        assert self.covered("", date(2020, 1, 1)) == NEVER

    @pytest.mark.parametrize(
        ("coverage", "first", "last"),
        [
            ("2001/2003", date(2001, 12, 31), date(2003, 1, 1)),
            ("../2003", EARLIEST, date(2003, 1, 1)),
            ("2001/..", date(2001, 12, 31), TODAY),
            ("2001-02-03/2030", date(2001, 2, 3), TODAY),
        ],
    )
    def test_days_certainly_inside_and_none_to_come(self, coverage, first, last):
        assert self.covered(coverage) == days_of(Span(first, last))

    def test_none_after_the_register_last_looked(self):
        assert self.covered("2001-01-01/2003-01-01", date(2002, 2, 2)) == days_of(span("2001-01-01", "2002-02-02"))
        assert self.covered("2001-01-01/2003-01-01", date(2003, 1, 2)) == days_of(span("2001-01-01", "2003-01-01"))

    def test_check_to_come_covers_no_day_to_come(self):
        assert self.covered("2001-01-01/..", date(2030, 1, 1)) == days_of(Span(date(2001, 1, 1), TODAY))

    def test_coverage_of_the_mission_counts_for_its_head_beside_that_of_the_office(self):
        found = self.covered("2001-01-01/2003-01-01", mission="2005-01-01/2007-01-01")
        assert found.spans == (span("2001-01-01", "2003-01-01"), span("2005-01-01", "2007-01-01"))

    def test_side_that_is_not_known_covers_nothing(self):
        assert self.covered("2001/") == NEVER
        assert self.covered("/2003") == NEVER


class TestCheckedUntil:
    def checked(self, office, mission=None):
        fields = {"mission": derived(Mission, pk=1, **mission), "heads_post": True} if mission else {}
        return checked_until(make_office(**office, **fields), CLOCK)

    def test_is_not_told_without_a_check(self):
        assert self.checked({"coverage": "2001/.."}) is None

    def test_is_not_told_without_a_coverage(self):
        assert self.checked({"checked_on": date(2020, 1, 1)}) is None

    def test_is_the_day_of_the_check_inside_the_coverage(self):
        assert self.checked({"coverage": "2001/..", "checked_on": date(2020, 1, 1)}) == date(2020, 1, 1)

    def test_is_the_end_of_a_coverage_that_ended_before(self):
        assert self.checked({"coverage": "2001/2003-04-05", "checked_on": date(2020, 1, 1)}) == date(2003, 4, 5)

    def test_is_not_told_by_a_check_before_the_coverage(self):
        assert self.checked({"coverage": "2001-01-01/2003", "checked_on": date(2000, 12, 31)}) is None
        assert self.checked({"coverage": "2001-01-01/2003", "checked_on": date(2001, 1, 1)}) == date(2001, 1, 1)

    def test_lies_never_ahead(self):
        assert self.checked({"coverage": "2001/..", "checked_on": date(2031, 1, 1)}) == TODAY

    def test_is_the_later_one_of_the_office_and_the_mission(self):
        office = {"coverage": "2001/..", "checked_on": date(2020, 1, 1)}
        for day, newest in ((date(2019, 1, 1), date(2020, 1, 1)), (date(2021, 1, 1), date(2021, 1, 1))):
            assert self.checked(office, {"coverage": "2001/..", "checked_on": day}) == newest
