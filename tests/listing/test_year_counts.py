"""How many lines there are, and in which years."""

from datetime import date

import pytest

from partnerships import dates
from partnerships.listing.year_counts import lines_in_all, numbers_by_year
from partnerships.projections.timeline import Filters
from tests.factories import DecisionFactory

pytestmark = pytest.mark.django_db


class TestCounted:
    def test_counts_what_the_public_sees_by_year(self):
        for day, state in (
            ("2011", "published"),
            ("2018-05-24", "published"),
            ("2018-06", "published"),
            ("2018", "draft"),
        ):
            DecisionFactory(date=day, publication=state)
        found = numbers_by_year(Filters(kind=("decision",)))
        assert (found.total, found.years) == (3, ((2011, 1), (2018, 2)))

    @pytest.mark.parametrize("detail", ["main", "all"])
    def test_of_days_to_come_are_counted_too(self, detail):
        for day in ("2018", "2040-05-01", "9999"):
            DecisionFactory(date=day, publication="published")
        DecisionFactory(date="2019", weight="further", publication="published")
        filters = Filters(detail=detail)
        years = {"main": ((2018, 1), (2040, 1), (9999, 1)), "all": ((2018, 1), (2019, 1), (2040, 1), (9999, 1))}[detail]
        assert lines_in_all(filters) == (len(years), False)
        assert numbers_by_year(filters).years == years
        assert lines_in_all(filters) == (len(years), False)

    def test_number_alone_is_that_of_the_years_where_no_index_tells(self):
        DecisionFactory(date="2018", publication="published")
        assert lines_in_all(Filters(since=dates.parse_moment("2018"))) == (1, False)

    @pytest.mark.parametrize(("most", "goes_on"), [(3, False), (2, True)])
    def test_no_more_are_counted_than_so_many_where_each_must_be_looked_at(self, monkeypatch, most, goes_on):
        monkeypatch.setattr("partnerships.listing.year_counts.MOST", most)
        for year in ("2018", "2019", "2020"):
            DecisionFactory(date=year, publication="published")
        looked_at = Filters(since=dates.parse_moment("2018"))
        assert (numbers_by_year(looked_at).goes_on, lines_in_all(looked_at)) == (goes_on, (3, goes_on))
        # An index tells it at once, however many there are.
        assert (numbers_by_year(Filters()).goes_on, numbers_by_year(Filters()).total) == (False, 3)

    def test_is_asked_once_until_something_is_published(self, django_assert_num_queries):
        decision = DecisionFactory(date="2011", publication="published")
        assert numbers_by_year(Filters()).total == 1
        with django_assert_num_queries(1):
            assert numbers_by_year(Filters()).total == 1
        decision.publication = "draft"
        decision.save()
        assert numbers_by_year(Filters(kind=("decision",))).total == 0

    def test_is_asked_anew_on_another_day(self, monkeypatch):
        DecisionFactory(date="2011", publication="published")
        asked = []
        monkeypatch.setattr(
            "partnerships.projections.timeline.years", lambda *_given: asked.append(dates.today()) or ((2011, 1),)
        )
        days = [date(2026, 11, 20), date(2026, 11, 20), date(2026, 11, 21)]
        for day in days:
            monkeypatch.setattr("partnerships.dates.today", lambda day=day: day)
            numbers_by_year(Filters())
        assert asked == days[1:]
