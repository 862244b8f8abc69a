"""Who took part, and in what capacity on that day."""

from datetime import date

import pytest

from partnerships.models import Visit
from partnerships.pages.participants import participants
from tests.factories import (
    PUBLISHED,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory(name="Person A", **PUBLISHED)


def took_part(client, **fields):
    visit = VisitFactory(key="v", **PUBLISHED)
    ParticipationFactory(visit=visit, role="attendee", **fields)
    ((who, _role),) = rows(client, "/en/visits/v/", "participants")
    return who


class TestCapacity:
    def test_is_the_office_held_on_that_day(self, client, person):
        for name, period in (("Minister", "2016/2019"), ("Prime Minister", "2020/2021")):
            TenureFactory(office=OfficeFactory(name_en=name, **PUBLISHED), person=person, period=period, **PUBLISHED)
        assert took_part(client, person=person) == "Person A (Minister)"

    def test_is_not_an_office_held_only_possibly(self, client, person):
        TenureFactory(office=OfficeFactory(**PUBLISHED), person=person, period="[2016..2018]/2020", **PUBLISHED)
        assert took_part(client, person=person) == "Person A"

    @pytest.mark.parametrize("tenure", [{"period": "2016/2017-10-30"}, {"period": "2016/2020", "never_served": True}])
    def test_is_not_an_office_held_on_some_of_the_days_or_never(self, client, person, tenure):
        TenureFactory(office=OfficeFactory(name_en="Minister", **PUBLISHED), person=person, **tenure, **PUBLISHED)
        assert took_part(client, person=person) == "Person A"
        (one,) = participants(Visit.objects.get(), (date(2017, 10, 30), date(2017, 10, 31)))
        assert one.offices == []

    @pytest.mark.once
    @past_the_fence()
    def test_is_nothing_that_is_not_public(self, client, person):
        TenureFactory(office=OfficeFactory(name_en="Hidden"), person=person, period="2016/2020", **PUBLISHED)
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2016/2020", publication="draft")
        assert took_part(client, person=person) == "Person A"
        (one,) = participants(Visit.objects.get(), (date(2017, 10, 30), date(2017, 10, 30)))
        assert one.offices == []

    def test_is_as_the_source_styles_it(self, client, person):
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        assert took_part(client, person=person, office=office, styled_en="Special envoy") == "Person A (Special envoy)"

    def test_is_the_state_where_no_office_is_known(self, client, person):
        assert took_part(client, person=person, state=StateFactory(**PUBLISHED)) == "Person A (Japan)"
