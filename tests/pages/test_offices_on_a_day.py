"""Which offices the people of a list held on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships.models import Person, Tenure
from partnerships.pages.offices_on_a_day import offices_that_day
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def said(day, language="en"):
    """What is said of each person, by key."""
    people = list(Person.objects.order_by("key"))
    with override(language):
        found = offices_that_day(people, date.fromisoformat(day), TODAY)
    return {one.key: found[one.pk].replace("\u202f", " ") for one in people if one.pk in found}


def minister(key, period, **fields):
    names = {"name_en": "Minister of Defence", "name_fr": "Ministre de la Défense"}
    office = OfficeFactory(key="defence", **names, **PUBLISHED) if not fields.get("office") else fields.pop("office")
    return TenureFactory(
        person=PersonFactory(key=key, **PUBLISHED), office=office, period=period, **{**PUBLISHED, **fields}
    )


class TestOfADay:
    def test_names_the_office_of_that_day_alone(self):
        tenure = minister("p", "2017-08-03/2018-10-02")
        other = OfficeFactory(name_en="Foreign Minister", name_fr="Ministre des Affaires étrangères", **PUBLISHED)
        TenureFactory(person=tenure.person, office=other, period="2019-09-11/2020-09-16", **PUBLISHED)
        assert said("2018-09-01") == {"p": "Minister of Defence"}
        assert said("2020-01-01", "fr") == {"p": "Ministre des Affaires étrangères"}
        assert said("2019-01-01") == {}

    @pytest.mark.parametrize(
        ("day", "there"), [("2017-08-02", 0), ("2017-08-03", 1), ("2018-10-02", 1), ("2018-10-03", 0)]
    )
    def test_both_ends_count_as_in(self, day, there):
        minister("p", "2017-08-03/2018-10-02")
        assert len(said(day)) == there

    def test_says_who_possibly_held_it(self):
        minister("p", "2017/2019")
        assert said("2019-07-15") == {"p": "possibly minister of Defence"}
        assert said("2019-07-15", "fr") == {"p": "peut-être ministre de la Défense"}

    def test_names_what_was_held_by_virtue_of_another(self):
        embassy, mission = EmbassyFactory(**PUBLISHED), MissionFactory(period="2018-07-01/..", **PUBLISHED)
        DesignationFactory(embassy=embassy, mission=mission, period="2018-07-01/2025-01-15", **PUBLISHED)
        names = {"name_en": "Head of the mission", "name_fr": "Chef de la mission"}
        OfficeFactory(mission=mission, heads_post=True, **names, **PUBLISHED)
        post = OfficeFactory(embassy=embassy, heads_post=True, name_en="Ambassador", name_fr="Ambassadeur", **PUBLISHED)
        minister("h", "2017-04-27/2019-12-31", office=post, acting=True)
        assert said("2018-06-15") == {"h": "Ambassador (acting)"}
        assert said("2018-09-01") == {"h": "Ambassador (acting); thereby head of the mission (acting)"}
        assert said("2018-09-01", "fr") == {
            "h": "Ambassadeur (par intérim) ; de ce fait chef de la mission (par intérim)"
        }
        Tenure.objects.update(acting=False, period="2017-04-27/2019", end_earliest="2019-01-01")
        assert said("2019-07-15") == {"h": "possibly ambassador; possibly thereby head of the mission"}
        assert said("2019-07-15", "fr") == {"h": "peut-être ambassadeur ; peut-être de ce fait chef de la mission"}

    @pytest.mark.parametrize("hidden", [{"publication": "draft"}, {"never_served": True}])
    def test_names_no_draft_and_nobody_who_never_served(self, hidden):
        minister("p", "2017-08-03/2018-10-02", **hidden)
        assert said("2018-09-01") == {}

    def test_office_that_is_not_public_is_not_named(self):
        minister("p", "2017-08-03/2018-10-02", publication="draft", office=OfficeFactory(name_en="Secret"))
        assert said("2018-09-01") == {}

    def test_is_worked_out_once_for_each_until_something_changes(self, django_assert_num_queries):
        tenure = minister("p", "2017-08-03/2018-10-02")
        PersonFactory(key="q", **PUBLISHED)
        assert said("2018-09-01") == {"p": "Minister of Defence"}
        with django_assert_num_queries(2):
            # The people themselves, and the version.
            assert said("2018-09-01") == {"p": "Minister of Defence"}
        assert said("2018-09-01", "fr") == {"p": "Ministre de la Défense"}
        tenure.publication = "draft"
        tenure.save()
        assert said("2018-09-01") == {}

    def test_costs_no_more_with_more_people(self):
        counts = []
        for number in range(6):
            office = OfficeFactory(**PUBLISHED)
            minister(f"p{number}", "2017-08-03/2018-10-02", office=office)
            with CaptureQueriesContext(connection) as queries:
                assert len(said("2018-09-01")) == number + 1
            counts.append(len(queries))
        assert counts[0] == counts[-1]


def test_the_list_of_people_on_a_day_says_it(client):
    tenure = minister("p", "2017-08-03/2018-10-02")
    TenureFactory(person=tenure.person, office=OfficeFactory(name_en="Mayor", **PUBLISHED), period="1999", **PUBLISHED)
    text = client.get("/en/people/?on=2018-09-01").text
    assert '<span class="told">Minister of Defence</span>' in text
    assert "Mayor" in client.get("/en/people/").text
