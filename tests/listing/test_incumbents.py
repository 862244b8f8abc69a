"""Who possibly held an office at some time: for all at once, and one after the other along a list."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import dates
from partnerships.listing import incumbents
from partnerships.listing.incumbents import in_office
from partnerships.models import Person
from partnerships.offices import possibly_served
from partnerships.projections.successions import possible_service
from tests.offices.register import make_office, make_tenure
from tests.plans import plans

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 18)


@pytest.fixture
def office():
    found = make_office()
    make_tenure(found, "before", "1999/2000-12-31")
    make_tenure(found, "open", "2001-01-01/")
    make_tenure(found, "after", "2005-01-01/2006-12-31")
    return found


def people(day, **how):
    return sorted(Person.objects.filter(in_office(day, day, **how)).values_list("key", flat=True))


class TestInOffice:
    @pytest.mark.parametrize("few", [0, 200])
    @pytest.mark.parametrize(
        ("day", "there"),
        [
            (date(1950, 1, 1), []),
            (date(2000, 6, 1), ["before"]),
            (date(2003, 6, 1), ["open"]),
            (date(2006, 6, 1), ["after"]),
        ],
    )
    def test_says_the_same_in_turn(self, office, monkeypatch, few, day, there):
        monkeypatch.setattr(incumbents, "FEW", few)
        assert people(day) == people(day, in_turn=True) == there

    def test_reads_no_more_than_a_page_in_turn(self, office, monkeypatch):
        monkeypatch.setattr(incumbents, "FEW", 1)
        possible_service(dates.today())
        with CaptureQueriesContext(connection) as asked:
            day = date(2006, 6, 1)
            list(Person.objects.filter(in_office(day, day, in_turn=True)).order_by("sort_en", "key")[:2])
        questions = [one["sql"] for one in asked.captured_queries if "contentversion" not in one["sql"]]
        assert len(questions) == 2
        assert [step for sql in questions for step in plans(sql)] == []


class TestPossibleService:
    def test_is_how_far_the_neighbours_let_an_open_side_reach(self, office):
        ((first, last, _person),) = possibly_served(TODAY)
        assert (first, last) == (date(2001, 1, 1), date(2005, 1, 1))

    def test_is_worked_out_once_until_the_public_sees_a_change(self, office):
        first = possible_service(TODAY)
        assert possible_service(TODAY) is first
        make_tenure(office, "between", "2003-01-01/2004-01-01")
        there = Person.objects.get(key="open").pk
        assert possible_service(TODAY).meeting(date(2003, 1, 1), date(2003, 1, 1)) == {there}
        assert possible_service(TODAY).meeting(date(2003, 1, 2), date(2004, 6, 1)) == set()
