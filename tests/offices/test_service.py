"""The days on which people served, tenure by tenure."""

from datetime import date

import pytest
from django.test import TestCase

from partnerships.models import Tenure
from partnerships.offices import possibly_served, served

from .register import TODAY, make_office, make_tenure

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

    def test_is_told_of_every_tenure_asked_for_and_no_other(self):
        found = served(Tenure.objects.filter(key__in=("first", "lone")), today=TODAY)
        assert set(found) == set(Tenure.objects.filter(key__in=("first", "lone")).values_list("pk", flat=True))

    def test_possibly_reaches_as_far_as_the_neighbours_allow_in_an_office_of_one(self):
        assert self.possibly("open") == [(day("2005-01-01"), day("2008-01-01"))]

    def test_possibly_reaches_no_further_than_what_is_known_in_an_office_of_several(self):
        assert self.possibly("lone") == [(day("2007-05-05"), day("2007-05-05"))]

    def test_is_told_as_possible_where_one_side_alone_is_not_known(self):
        people = {person for _first, _last, person in possibly_served(TODAY)}
        known = Tenure.objects.filter(key__in=("open", "lone")).values_list("person", flat=True)
        assert people == set(known)

    def possibly(self, key):
        person = Tenure.objects.get(key=key).person_id
        return [(first, last) for first, last, who in possibly_served(TODAY) if who == person]
