"""Who possibly held an office at some time: for all at once, and one after the other along a list."""

import random
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.listing import incumbents
from partnerships.listing.incumbents import in_office
from partnerships.models import Office, Person
from partnerships.offices import holders_of
from partnerships.projections import possible_service
from partnerships.projections.up_to_date import deferred
from tests.offices.register import ANY_DAYS, make_any_register, make_office, make_tenure
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


def people(first, last=None, **how):
    return sorted(Person.objects.filter(in_office(first, last or first, **how)).values_list("key", flat=True))


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

    @pytest.mark.parametrize("few", [0, 200])
    def test_names_those_of_whom_it_depends_on_today(self, office, monkeypatch, few):
        monkeypatch.setattr(incumbents, "FEW", few)
        monkeypatch.setattr("partnerships.dates.today", lambda: TODAY)
        make_tenure(office, "now", "2020-01-01/")
        make_tenure(office, "then", "2030-01-01/2031-01-01")
        day = date(2020, 1, 1)
        assert people(day) == people(day, in_turn=True) == ["now"]

    @pytest.mark.parametrize("few", [1, 200])
    def test_reads_no_more_than_a_page_and_nothing_of_other_days(self, office, monkeypatch, few):
        monkeypatch.setattr(incumbents, "FEW", few)
        day = date(2006, 6, 1)
        possible_service.moving(day, day)
        with CaptureQueriesContext(connection) as asked:
            list(Person.objects.filter(in_office(day, day, in_turn=True)).order_by("sort_en", "key")[:2])
        questions = [one["sql"] for one in asked.captured_queries if "contentversion" not in one["sql"]]
        assert len(questions) == 2
        # Few people are named, and those alone are put in order.
        steps = [step for sql in questions for step in plans(sql)]
        assert [step for step in steps if few == 1 or "ORDER BY" not in step and "Sort" not in step] == []


class TestLikeHolders:
    """On every day the list names exactly those whom the pages of the offices name."""

    @pytest.mark.parametrize("seed", range(4))
    @pytest.mark.parametrize("today", [TODAY, date(2028, 6, 1)])
    def test_on_every_day(self, monkeypatch, seed, today):
        monkeypatch.setattr("partnerships.dates.today", lambda: TODAY)
        with deferred():
            make_any_register(random.Random(seed))
        # What was written on one day is read on another.
        monkeypatch.setattr("partnerships.dates.today", lambda: today)
        for day in ANY_DAYS:
            answers = holders_of(Office.objects.all(), day, today=today)
            there = {one.person.key for answer in answers for one in (*answer.certain, *answer.possible)}
            assert people(day) == people(day, in_turn=True) == sorted(there), day
        assert possible_service.differences() == []
