"""What the register says of its own completeness."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.pages.coverage import coverage_said
from tests.factories import MissionFactory, OfficeFactory
from tests.pages.reading import plain

pytestmark = pytest.mark.django_db


def said(*records):
    with override("en"):
        return [plain(one) for one in coverage_said(*records)]


class TestCoverage:
    def test_is_that_of_the_first_which_has_one(self):
        mission, first, second = MissionFactory(), OfficeFactory(coverage="2014/2018"), OfficeFactory(coverage="2001")
        assert said(mission, first, second) == ["complete for 2014–2018; otherwise what sources show"]

    def test_was_checked_on_the_last_of_all_days(self):
        days = (date(2020, 5, 1), date(2021, 5, 1), date(2019, 5, 1), None)
        assert said(*(OfficeFactory(checked_on=day) for day in days)) == ["last checked 1 May 2021"]

    def test_is_said_before_when_it_was_checked(self):
        office = OfficeFactory(coverage="2014/2018", checked_on=date(2020, 5, 1))
        assert said(office) == ["complete for 2014–2018; otherwise what sources show", "last checked 1 May 2020"]

    def test_of_nothing_is_not_said(self):
        assert said() == said(OfficeFactory()) == []
