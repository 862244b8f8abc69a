"""Linked data, read by a parser that is not ours."""

import json

import pytest
from django.utils.translation import override
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from partnerships.pages import linked_data
from partnerships.records.kinds import KINDS
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    OfficeFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = [
    pytest.mark.django_db,
    # rdflib’s own parser still uses what rdflib will drop.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
SITE = "https://register.example.org"
SCHEMA, ORG = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/org#")


def graph(record):
    return Graph().parse(data=json.dumps(linked_data.as_linked_data(record, SITE)), format="json-ld")


class TestDescribed:
    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_is_read(self, kind):
        record = FACTORIES[kind](publication="published")
        found = graph(record)
        about = URIRef(f"{SITE}/id/{kind}/{record.key}")
        assert list(found.objects(about, SCHEMA.name))
        assert list(found.objects(about, RDF.type))

    def test_tenure_ties_a_person_to_a_post(self):
        tenure = TenureFactory(period="2018-07-01/2020-09", publication="published")
        about, found = URIRef(f"{SITE}/id/tenure/{tenure.key}"), graph(tenure)
        assert found.value(about, ORG.member) == URIRef(f"{SITE}/id/person/{tenure.person.key}")
        assert found.value(about, ORG.post) == URIRef(f"{SITE}/id/office/{tenure.office.key}")
        assert found.value(about, SCHEMA.startDate) == Literal("2018-07-01")

    @pytest.mark.parametrize("where", ["mission", "embassy", "organization"])
    def test_office_is_a_post_where_it_is_held(self, where):
        there = FACTORIES[where](publication="published")
        office = OfficeFactory(**{"organization": None, where: there}, publication="published")
        found = graph(office).value(URIRef(f"{SITE}/id/office/{office.key}"), ORG.postIn)
        assert found == URIRef(f"{SITE}/id/{where}/{there.key}")

    @pytest.mark.once
    @pytest.mark.parametrize("period", ["2018-07-01~/2020?", "[2018-07..2018-08]/[2020-09..]", "199X/.."])
    def test_day_that_is_not_known_is_left_out(self, period):
        tenure = TenureFactory(period=period, publication="published")
        found = linked_data.as_linked_data(tenure, SITE)
        assert not {"startDate", "endDate"} & found.keys()

    @pytest.mark.once
    def test_address_that_leads_nowhere_is_no_other_name_of_it(self):
        source = SourceFactory(url="https://example.org/a", publication="published")
        assert linked_data.as_linked_data(source, SITE)["sameAs"] == ["https://example.org/a"]
        source.url = "javascript:alert(1)"
        assert "sameAs" not in linked_data.as_linked_data(source, SITE)

    @pytest.mark.parametrize(
        ("status", "said"), [("cancelled", [SCHEMA.EventCancelled]), ("planned", []), ("held", [])]
    )
    def test_visit_that_was_cancelled_says_so(self, status, said):
        visit = VisitFactory(key="v", status=status, publication="published")
        about = URIRef(f"{SITE}/id/visit/v")
        assert list(graph(visit).objects(about, SCHEMA.eventStatus)) == said

    def test_names_stand_in_their_languages(self):
        state = StateFactory(key="jp", name_en="Japan", name_fr="Japon", wikidata="Q17", publication="published")
        about, found = URIRef(f"{SITE}/id/state/jp"), graph(state)
        assert set(found.objects(about, SCHEMA.name)) == {Literal("Japan", lang="en"), Literal("Japon", lang="fr")}
        assert found.value(about, SCHEMA.sameAs) == URIRef("http://www.wikidata.org/entity/Q17")

    @past_the_fence()
    def test_hidden_record_is_not_named_and_birth_not_told(self):
        tenure = TenureFactory(publication="published")
        tenure.person.publication = "draft"
        tenure.person.save()
        assert "org:member" not in linked_data.as_linked_data(tenure, SITE)
        person = PersonFactory(birth="1963-01-10", publication="published")
        assert set(linked_data.as_linked_data(person, SITE)) == {
            "@context", "@id", "@type", "name", "identifier", "url"
        }  # fmt: skip


class TestWebsite:
    @pytest.mark.parametrize(("named", "publisher"), [("A Ministry", "A Ministry"), ("", "La rédaction du registre")])
    def test_says_who_publishes_and_how_it_is_searched(self, settings, named, publisher):
        settings.PUBLISHER = named
        with override("fr"):
            found = json.loads(linked_data.website(SITE))
        assert found["publisher"]["name"] == publisher
        assert found["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/fr/recherche/?q={{q}}"


class TestScript:
    def test_nothing_ends_the_element(self):
        text = linked_data.script(PersonFactory(name="</script><b>&", publication="published"), SITE)
        assert "<" not in text
        assert json.loads(text)["name"][0]["@value"] == "</script><b>&"

    def test_records_of_two_kinds_under_one_number_are_told_apart(self):
        records = [factory(pk=7, key="same", **PUBLISHED) for factory in (PersonFactory, StateFactory)]
        found = [json.loads(linked_data.script(record, SITE))["@id"] for record in records]
        assert found == [f"{SITE}/id/person/same", f"{SITE}/id/state/same"]
