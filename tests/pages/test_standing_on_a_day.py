"""What stood on the days that a reader asks for, in the tables of States and organisations."""

from datetime import date

import pytest

from partnerships.dates import Certainty
from partnerships.models import Partner
from partnerships.pages.standing_on_a_day import (
    Number,
    certainty_on,
    days_asked,
    number_on,
    possibly_stood,
    standing_said,
)
from tests.factories import PUBLISHED, OfficeFactory, OrganizationFactory, PartnerFactory, StateFactory, TenureFactory
from tests.pages.reading import asked, rows

TODAY = date(2026, 11, 30)


def test_without_a_period_nothing_is_certain():
    assert certainty_on(Partner(period=""), TODAY, TODAY) is Certainty.POSSIBLY


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("day", "word"), [("2003-12-31", "no"), ("2004-05-01", "possibly"), ("2005-01-01", "yes")])
def test_is_said_in_a_word(day, word):
    assert standing_said(Partner(period="2004/2010"), date.fromisoformat(day), TODAY) == word


def test_is_counted():
    assert number_on(["2004/..", "/2010", "", "2011/.."], date(2010, 1, 1), TODAY) == Number(1, 2)


def test_days_are_asked_for_or_not():
    assert days_asked(None) == days_asked(asked()) == []
    assert days_asked(asked(on="2018-01-01", beside="2010-01-01")) == [date(2010, 1, 1), date(2018, 1, 1)]


@pytest.mark.django_db
def test_records_that_possibly_stood_are_found():
    PartnerFactory(key="then", period="1990/1995")
    PartnerFactory(key="later", period="2004/..")
    found = Partner.objects.filter(possibly_stood([date(1992, 1, 1), date(1980, 1, 1)]))
    assert [one.key for one in found] == ["then"]


@pytest.mark.django_db
class TestTables:
    def test_show_what_possibly_stood_on_the_day(self, client):
        body = OrganizationFactory(key="o", **PUBLISHED)
        for name, period in (("Then", "1990/1999"), ("Later", "2004/.."), ("Ever", "")):
            PartnerFactory(state=StateFactory(name_en=name, **PUBLISHED), organization=body, period=period, **PUBLISHED)
        assert rows(client, "/en/organizations/o/?on=1995-01-01", "partner") == [
            ["", "Ever", "possibly"],
            ["1990–1999", "Then", "yes"],
        ]
        assert rows(client, "/en/organizations/o/?on=1995-01-01&and=2005-01-01", "partner")[1:] == [
            ["since 2004", "Later", "no", "yes"],
            ["1990–1999", "Then", "yes", "no"],
        ]

    def test_people_in_office_stand_for_each_of_two_days(self, client):
        state = StateFactory(key="jp", **PUBLISHED)
        office = OfficeFactory(state=state, name_en="Minister", **PUBLISHED)
        for name, period in (("Person A", "2010/2012"), ("Person B", "2013/2015")):
            TenureFactory(office=office, person__name=name, person__publication="published", period=period, **PUBLISHED)
        assert rows(client, "/en/states/jp/?on=2011-06-01&and=2014-06-01", "office") == [
            ["Minister", "Person A", "Person B"]
        ]
