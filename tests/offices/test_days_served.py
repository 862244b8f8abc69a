"""The days on which people served, tenure by tenure."""

from datetime import date, timedelta

import pytest
from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as st

from partnerships.dates import LATEST
from partnerships.models import Tenure
from partnerships.offices import Clock, all_lasting_service, lasting_service, possibly_served, served
from partnerships.offices.days_served import _moving, _possible

from . import dossiers
from .register import TODAY, make_office, make_tenure
from .strategies import offices, tenures

pytestmark = pytest.mark.once


def day(text: str) -> date:
    return date.fromisoformat(text)


class TestService(TestCase):
    @classmethod
    def setUpTestData(cls):
        one = make_office(key="one")
        make_tenure(one, "first", "2001-01-01/2003-06-30", key="first")
        make_tenure(one, "open", "2005-01-01/", key="open")
        make_tenure(one, "next", "2008-01-01/2009-12-31", key="next")
        make_tenure(make_office(key="several", single_holder=False), "lone", "/2007-05-05", key="lone")
        make_tenure(make_office(key="brief", period="2010-06-01/2012-06-30"), "brief", "2010-01-01/", key="brief")
        checked = make_office(key="checked", coverage="2000/..", checked_on=day("2026-02-01"))
        make_tenure(checked, "kept", "2015-01-01/..", key="kept")
        make_tenure(make_office(key="unchecked"), "lost", "2015-01-01/..", key="lost")

    def said(self, key):
        tenure = Tenure.objects.get(key=key)
        found = served(Tenure.objects.filter(key=key), today=TODAY)
        return [(span.first.isoformat(), span.last.isoformat()) for span in found[tenure.pk]]

    def test_is_certain_between_two_known_ends(self):
        assert self.said("first") == [("2001-01-01", "2003-06-30")]

    def test_still_going_on_is_certain_as_long_as_the_office_was_checked(self):
        assert self.said("kept") == [("2015-01-01", "2026-02-18")]
        assert self.said("lost") == [("2015-01-01", "2016-01-02")]

    def test_is_cut_to_the_days_of_the_office(self):
        assert self.said("brief") == []

    def test_possibly_is_cut_to_the_days_of_the_office(self):
        short = make_office(key="short", period="2010-06-01/2012-06-30")
        make_tenure(short, "short", "2010-01-01/2015-01-01", key="short")
        assert self.possibly("short") == {"short": [(day("2010-06-01"), day("2012-06-30"))]}

    def test_is_told_of_every_tenure_asked_for_and_no_other(self):
        found = served(Tenure.objects.filter(key__in=("first", "lone")), today=TODAY)
        assert set(found) == set(Tenure.objects.filter(key__in=("first", "lone")).values_list("pk", flat=True))

    def test_possibly_reaches_as_far_as_the_neighbours_allow_in_an_office_of_one(self):
        assert self.possibly("one") == {
            "first": [(day("2001-01-01"), day("2003-06-30"))],
            "open": [(day("2005-01-01"), day("2008-01-01"))],
            "next": [(day("2008-01-01"), day("2009-12-31"))],
        }

    def test_possibly_reaches_no_further_than_what_is_known_in_an_office_of_several(self):
        assert self.possibly("several") == {"lone": [(day("2007-05-05"), day("2007-05-05"))]}

    def possibly(self, office):
        keys = dict(Tenure.objects.values_list("pk", "key"))
        people = dict(Tenure.objects.values_list("pk", "person"))
        found = list(possibly_served([office], TODAY))
        assert {(one, tenure, person) for one, tenure, person, _days in found} == {
            (office, tenure, people[tenure]) for _one, tenure, _person, _days in found
        }
        return {keys[tenure]: [(span.first, span.last) for span in days] for _one, tenure, _person, days in found}

    def test_is_the_same_on_every_day_to_come_where_nothing_depends_on_it(self):
        found = {one.person: one.days for one in lasting_service(["one", "several"], TODAY)}
        assert len(found) == 4
        assert None not in found.values()
        on_the_day = {person: days for *_, person, days in possibly_served(["one", "several"], TODAY)}
        assert found == on_the_day

    def test_of_all_offices_is_that_of_each(self):
        make_tenure(make_office(key="unseen"), "unseen", "2001/2002", key="unseen", publication="draft")
        keys = Tenure.objects.values_list("office__key", flat=True)
        assert set(all_lasting_service(TODAY)) == set(lasting_service(keys, TODAY))

    def test_moves_where_a_successor_is_still_to_come(self):
        office = make_office(key="to-come")
        now = make_tenure(office, "now", "2020-01-01/", key="now")
        make_tenure(office, "then", "2030-01-01/2031-01-01", key="then")
        found = {one.tenure: one.days for one in lasting_service(["to-come"], TODAY)}
        assert found.pop(now.pk) is None
        assert [(span.first, span.last) for (span,) in found.values()] == [(day("2030-01-01"), day("2031-01-01"))]

    def test_is_left_to_the_question_where_too_many_tenures_would_be_looked_at(self):
        make_tenure(make_office(key="large"), "last", "2026-01-01/..", key="last")
        assert [one.days for one in lasting_service(["large"], TODAY)] != [None]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("partnerships.offices.days_served.MOST_LOOKED_AT", 1)
            assert [one.days for one in lasting_service(["large"], TODAY)] == [None]


class TestEverAfter:
    @given(
        office=offices,
        several=tenures,
        today=st.dates(day("2001-01-01"), day("2033-01-01")),
        later=st.lists(st.integers(0, 4000), min_size=1, max_size=4),
    )
    def test_what_does_not_move_is_the_same_on_any_later_day(self, office, several, today, later):
        made = dossiers.make_office(**office)
        found = dossiers.tenures(made, several)
        possible = _possible(made, found, Clock(today, 366))
        moving = _moving(made, found, Clock(today, 366), possible)
        for after in (*(today + timedelta(days=number) for number in later), LATEST):
            then = _possible(made, found, Clock(after, 366))
            assert {pk: then[pk] for pk in then if pk not in moving} == {
                pk: possible[pk] for pk in possible if pk not in moving
            }
