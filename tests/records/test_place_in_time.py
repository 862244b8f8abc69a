"""The order in which people read what is dated, asked of the database."""

import pytest

from partnerships import dates
from partnerships.models import Decision, Person, Statement, Tenure, Visit
from partnerships.records import place_in_time
from tests.factories import DecisionFactory, MilestoneFactory, StatementFactory, TenureFactory, VisitFactory

pytestmark = pytest.mark.django_db

PERIODS = (
    *("2018-05/..", "/2018-05-24", "../2017", "[..2018-05]/2019", "2018/2019", "2018-05-24", "[2016..]/", "199X/2001"),
    *("2018-05-24/2018-05-25", "2018?/2020~", "9999-12-31", "0001-01-01/0001-01-02"),
)


def keys(model, *, newest=False):
    places = place_in_time.place_in_time(model, newest=newest)
    order = [one.desc() for one in places] if newest else list(places)
    return list(model.objects.order_by(*order, "key").values_list("key", flat=True))


class TestPlace:
    def test_is_that_of_the_dates_themselves(self):
        for number, period in enumerate(PERIODS):
            VisitFactory(key=f"v{number:02}", period=period)
        found = Visit.objects.annotate(
            first=place_in_time.place_in_time(Visit)[0], last=place_in_time.place_in_time(Visit)[1]
        )
        for visit in found:
            assert (visit.first, visit.last) == dates.reading_key(dates.parse_period(visit.period)), visit.period
        assert keys(Visit) == [
            one.key
            for one in sorted(found, key=lambda one: (dates.reading_key(dates.parse_period(one.period)), one.key))
        ]

    def test_list_does_not_begin_with_what_has_no_first_day(self):
        for key, day in (("by", "[..2018]"), ("on", "2018-05-24"), ("before", "2017")):
            DecisionFactory(key=key, date=day)
        assert keys(Decision) == ["before", "on", "by"]

    @pytest.mark.parametrize("newest", [False, True])
    def test_what_has_no_date_stands_last_in_either_direction(self, newest):
        for key, period in (("a", ""), ("b", "2001"), ("c", "2002")):
            VisitFactory(key=key, period=period)
        assert keys(Visit, newest=newest) == (["c", "b", "a"] if newest else ["b", "c", "a"])

    def test_date_or_period_whichever_there_is(self):
        StatementFactory(key="late", date="2015", period="")
        StatementFactory(key="lasting", date="", period="2010/2012")
        StatementFactory(key="early", date="2001", period="")
        assert keys(Statement) == ["early", "lasting", "late"]

    def test_tenure_without_a_date_stands_by_its_first_milestone(self):
        for key, period in (("a", "2010/2012"), ("b", "/"), ("c", "2005/2006"), ("d", "/")):
            TenureFactory(key=key, period=period)
        # The first in time, in whichever order they are recorded, of those that have a date.
        for date in ("2013", "", "2007"):
            MilestoneFactory(tenure=Tenure.objects.get(key="b"), kind="seen", date=date)
        assert keys(Tenure) == ["c", "b", "a", "d"]


def test_what_has_neither_date_nor_period_is_not_dated():
    assert place_in_time.is_dated(Visit)
    assert place_in_time.is_dated(Statement)
    assert not place_in_time.is_dated(Person)
