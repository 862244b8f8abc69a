"""What a field suggests in which a record is chosen."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships.admin.base import suggesting
from partnerships.admin.base.suggesting import count_uses
from partnerships.models import Alias, Area
from tests.factories import (
    AreaFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)


@pytest.fixture
def reader(as_role):
    return as_role("reader")


def queries(client, page):
    # How often records are named is kept: here it is counted each time.
    cache.clear()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(page).json()["results"]
    return len(seen)


def suggested(client, model, field, term, **more):
    asked = {"app_label": "partnerships", "model_name": model, "field_name": field, "term": term, **more}
    answer = client.get(reverse("admin:autocomplete"), asked, headers={"accept-language": "en"})
    return [each["text"] for each in answer.json()["results"]]


class TestWords:
    def test_say_when_and_of_which_state_and_that_it_is_no_public_record(self, reader):
        visit = VisitFactory(title_en="Visit to Tokyo", period="2017-10-29/2017-10-31")
        visit.partners.add(PartnerFactory(state=StateFactory(name_en="Japan")))
        VisitFactory(title_en="Visit to Tokyo", period="2013-04-15", publication="published")
        assert sorted(suggested(reader, "stop", "visit", "tokyo")) == [
            "Visit to Tokyo (15 April 2013)",
            "Visit to Tokyo (29–31 October 2017, Japan, draft)",
        ]

    def test_do_not_say_the_state_twice(self, reader):
        japan = StateFactory(name_en="Japan", publication="published")
        OfficeFactory(name_en="Prime Minister of Japan", state=japan, publication="published")
        OfficeFactory(name_en="Prime Minister", state=japan, publication="published")
        expected = ["Prime Minister (Japan)", "Prime Minister of Japan"]
        assert suggested(reader, "tenure", "office", "prime") == expected

    def test_do_not_say_the_date_twice(self, reader):
        VisitFactory(title_en="Visit of 15 April 2013", period="2013-04-15", publication="published")
        assert suggested(reader, "stop", "visit", "visit") == ["Visit of 15 April 2013"]

    def test_say_in_which_state_of_work_it_is(self, reader):
        AreaFactory(name_en="Cyber defence", publication="in_review")
        assert suggested(reader, "visit", "areas", "cyber") == ["Cyber defence (in review)"]


class TestOrder:
    def names(self, client, *arguments):
        return [text.partition(" (")[0] for text in suggested(client, *arguments)]

    def test_same_comes_before_beginning_before_word_before_elsewhere(self, reader):
        for name in ("Decyber", "Old cyber", "Cyber defence", "Cyber"):
            AreaFactory(name_en=name, name_fr="")
        expected = ["Cyber", "Cyber defence", "Old cyber", "Decyber"]
        assert self.names(reader, "visit", "areas", "CYBER") == expected

    def test_alias_counts_as_a_name(self, reader):
        OrganizationFactory(name_en="A friend of Nato", name_fr="")
        alliance = OrganizationFactory(name_en="Treaty Organization", name_fr="")
        Alias.objects.create(organization=alliance, key="nato", text="NATO")
        assert self.names(reader, "decision", "body", "nato") == ["Treaty Organization", "A friend of Nato"]

    def test_most_used_comes_first_among_equals(self, reader):
        OrganizationFactory(name_en="North Atlantic Council", name_fr="")
        alliance = OrganizationFactory(name_en="North Atlantic Treaty Organization", name_fr="")
        for _each in range(2):
            VisitFactory(organization=alliance)
        expected = ["North Atlantic Treaty Organization", "North Atlantic Council"]
        assert self.names(reader, "decision", "body", "north atl") == expected

    def test_what_matches_better_comes_before_what_is_used_more(self, reader):
        used = OrganizationFactory(name_en="A North Atlantic club", name_fr="")
        OrganizationFactory(name_en="North Atlantic Council", name_fr="")
        VisitFactory(organization=used)
        expected = ["North Atlantic Council", "A North Atlantic club"]
        assert self.names(reader, "decision", "body", "north atl") == expected

    def test_most_used_is_counted_again_once_the_public_sees_a_change(self, reader):
        council = OrganizationFactory(name_en="North Atlantic Council", name_fr="")
        alliance = OrganizationFactory(name_en="North Atlantic Treaty Organization", name_fr="")
        asked = (reader, "decision", "body", "north atl")
        assert self.names(*asked)[0] == "North Atlantic Council"
        with CaptureQueriesContext(connection) as seen:
            self.names(*asked)
        assert not [each for each in seen.captured_queries if "partnerships_visit" in each["sql"]]
        VisitFactory(organization=alliance, publication="published")
        assert self.names(*asked)[0] == "North Atlantic Treaty Organization"
        assert count_uses(type(council), [council.pk, alliance.pk]) == {alliance.pk: 1}

    def test_beginning_is_found_behind_many_that_only_say_it(self, reader):
        AreaFactory.create_batch(210, name_en="", name_fr="A xyz")
        AreaFactory(name_en="", name_fr="Xyz wanted")
        assert self.names(reader, "visit", "areas", "xyz")[0] == "Xyz wanted"

    def test_who_is_called_so_is_found_behind_many_that_begin_so(self, reader, monkeypatch):
        monkeypatch.setattr(suggesting, "MOST_SUGGESTED", 1)
        OrganizationFactory(name_en="Natolin", name_fr="")
        alliance = OrganizationFactory(name_en="Treaty Organization", name_fr="")
        Alias.objects.create(organization=alliance, key="nato", text="NATO")
        assert self.names(reader, "decision", "body", "nato") == ["Treaty Organization"]

    def test_what_is_shown_whole_is_not_looked_for_twice(self, reader, monkeypatch):
        for name in ("Sea ice", "Ice"):
            AreaFactory(name_en=name, name_fr="")
        beginnings = []
        for most in (2, 1):
            monkeypatch.setattr(suggesting, "MOST_SUGGESTED", most)
            with CaptureQueriesContext(connection) as seen:
                assert self.names(reader, "visit", "areas", "ice")[0] == "Ice"
            beginnings.append(sum('"sort_en" >=' in each["sql"] for each in seen))
            # What few rows say is looked for in no order: along the index of one, all rows are read one by one.
            says = [each["sql"] for each in seen if "LIKE" in each["sql"] and '"sort_en" =' not in each["sql"]]
            says = [each for each in says if '"sort_en" >=' not in each]
            assert ["ORDER BY" in each for each in says] == ([False] if most == 2 else [False, True])
        assert beginnings == [0, 1]

    def test_no_record_is_read_twice_nor_more_than_are_suggested(self, db, monkeypatch):
        monkeypatch.setattr(suggesting, "MOST_SUGGESTED", 3)
        for name in ("Sea ice", "Ice", "Iceland", "Black ice", "Pack ice"):
            AreaFactory(name_en=name, name_fr="")
        read = []
        post_init.connect(hear := lambda instance, **_: read.append(instance), sender=Area)
        found = suggesting.best_first(Area.objects.order_by("-pk"), "ice", Area.objects.all())
        post_init.disconnect(hear, sender=Area)
        assert [area.name_en for area in found] == ["Ice", "Iceland", "Pack ice"]
        assert len(read) == 3

    def test_further_pages_go_on_and_end(self, reader):
        for number in range(25):
            AreaFactory(name_en=f"Cyber {number:02}", name_fr="")
        found = [*suggested(reader, "visit", "areas", "cyber"), *suggested(reader, "visit", "areas", "cyber", page=2)]
        assert len(found) == len(set(found)) == 25


@pytest.mark.parametrize(
    ("factory", "model", "field", "term"),
    [
        (VisitFactory, "stop", "visit", "visit"),
        (TenureFactory, "milestone", "tenure", "person"),
        (PersonFactory, "tenure", "person", "person"),
        (OfficeFactory, "tenure", "office", "office"),
        (PartnerFactory, "visit", "partners", "p"),
        (SourceFactory, "citation", "source", "s"),
    ],
)
def test_take_as_many_queries_however_many_they_are(reader, factory, model, field, term):
    page = f"/admin/autocomplete/?app_label=partnerships&model_name={model}&field_name={field}&term={term}"
    rows = factory.create_batch(3)
    if factory is VisitFactory:
        for row in rows:
            row.partners.add(PartnerFactory())
    reader.get(page)
    few = queries(reader, page)
    for row in factory.create_batch(10):
        if factory is VisitFactory:
            row.partners.add(PartnerFactory())
    assert queries(reader, page) == few
