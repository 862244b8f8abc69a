"""Whom the answers for a day name: the same as the whole answers do, and mostly without their offices."""

import random
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import Office, Person, Tenure
from partnerships.offices import holders_of, named_on
from partnerships.projections.possible_service import numbers_of_tenures
from partnerships.projections.up_to_date import deferred

from .register import ANY_DAYS, TODAY, day, make_any_register, make_office, make_tenure

pytestmark = pytest.mark.django_db


def named(on, today, tenures):
    return {
        (one.office.key, one.person, one.tenure, one.acting, one.certain, one.thereby)
        for one in named_on(tenures, on, today=today)
    }


def answered(on, today):
    """The same of the whole answers for all offices."""
    return {
        (
            answer.office.key,
            one.person.pk,
            one.tenure.pk,
            one.acting,
            one in answer.certain,
            one.by_virtue_of is not None,
        )
        for answer in holders_of(Office.objects.all(), on, today=today)
        for one in (*answer.certain, *answer.possible)
    }


class TestNamedOn:
    @pytest.mark.parametrize("seed", range(4))
    @pytest.mark.parametrize("today", [TODAY, date(2028, 6, 1)])
    def test_names_whom_the_answers_name(self, monkeypatch, seed, today):
        monkeypatch.setattr("partnerships.dates.today", lambda: TODAY)
        with deferred():
            make_any_register(random.Random(seed))
        everybody = list(Person.objects.values_list("pk", flat=True))
        for on in ANY_DAYS:
            assert named(on, today, numbers_of_tenures(everybody, on)) == answered(on, today), on

    def test_names_nobody_else_where_one_tenure_is_asked_about(self):
        office = make_office(single_holder=False)
        first = make_tenure(office, "first", "2001-01-01/2003-03-03")
        make_tenure(office, "second", "2001-01-01/2003-03-03")
        assert [one[2] for one in named(day("2002-02-02"), TODAY, [first.pk])] == [first.pk]

    @pytest.mark.parametrize(("period", "questions"), [("2001-01-01/2003-03-03", 4), ("2001-01-01/", 7)])
    def test_loads_no_office_where_one_tenure_says_all(self, period, questions):
        tenure = make_tenure(make_office(), "one", period)
        named_on([tenure.pk], day("2001-01-01"), today=TODAY)
        with CaptureQueriesContext(connection) as asked:
            named_on([tenure.pk], day("2001-01-01"), today=TODAY)
        assert len(asked) == questions

    def test_draft_is_not_named(self):
        tenure = make_tenure(make_office(), "one", "2001-01-01/2003-03-03")
        Tenure.objects.update(publication="draft")
        assert named(day("2002-02-02"), TODAY, [tenure.pk]) == set()
