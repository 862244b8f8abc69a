"""Linked data, read by a parser that is not ours."""

import json
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.utils.translation import override
from rdflib import DCTERMS, FOAF, ORG, RDF, SKOS, TIME, XSD, Graph, Literal, Namespace, URIRef

from partnerships.addresses import permanent
from partnerships.pages import linked_data
from partnerships.records.kinds import KINDS
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StopFactory,
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
SCHEMA, OPENGOV = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/opengov#")
PERSON, EDTF = Namespace("http://www.w3.org/ns/person#"), URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def graph(record):
    return Graph().parse(data=json.dumps(linked_data.as_linked_data(record, SITE)), format="json-ld")


def told(record, relation):
    """Return what is told of a record under a relation."""
    return list(graph(record).objects(URIRef(f"{SITE}{permanent(record)}"), relation))


def tied(record):
    """Return the records that a record is tied to, each with the relation."""
    ties = graph(record).predicate_objects(URIRef(f"{SITE}{permanent(record)}"))
    return {(relation, str(other).removeprefix(f"{SITE}/id/")) for relation, other in ties if f"{SITE}/id/" in other}


def days(record):
    """Return the dates of a record, by what they are."""
    ties = graph(record).predicate_objects(URIRef(f"{SITE}{permanent(record)}"))
    return {relation: str(value) for relation, value in ties if relation.endswith("Date") or "/date" in relation}


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
        assert found.value(about, OPENGOV.post) == URIRef(f"{SITE}/id/office/{tenure.office.key}")
        assert found.value(about, SCHEMA.startDate) == Literal("2018-07-01")
        during = found.value(about, ORG.memberDuring)
        instants = [found.value(during, TIME[name]) for name in ("hasBeginning", "hasEnd")]
        assert found.value(instants[0], TIME.inXSDDate) == Literal("2018-07-01", datatype=XSD.date)
        assert found.value(instants[1], TIME.inXSDgYearMonth) == Literal("2020-09", datatype=XSD.gYearMonth)

    def test_tenure_and_office_say_the_role_and_the_body(self):
        mission = MissionFactory(key="m", publication="published")
        office = OfficeFactory(
            key="o",
            mission=mission,
            organization=None,
            role="head_of_mission",
            heads_post=True,
            publication="published",
        )
        tenure = TenureFactory(key="t", office=office, publication="published")
        for record, relation in ((tenure, ORG.organization), (office, ORG.postIn)):
            about, found = URIRef(f"{SITE}{permanent(record)}"), graph(record)
            assert found.value(about, relation) == URIRef(f"{SITE}/id/mission/m")
            roles = set(found.objects(found.value(about, ORG.role), SKOS.prefLabel))
            assert roles == {Literal("head of mission", lang="en"), Literal("chef de mission", lang="fr")}

    def test_office_and_person_lead_to_the_tenures(self):
        office, person = OfficeFactory(**PUBLISHED), PersonFactory(**PUBLISHED)
        TenureFactory(key="now", office=office, person=person, period="2018-08-01/..", **PUBLISHED)
        TenureFactory(key="before", office=office, period="2010/2012", person=PersonFactory(**PUBLISHED), **PUBLISHED)
        TenureFactory(key="draft", person=person, period="2010/2012", office=OfficeFactory())
        with time_machine.travel(date(2018, 9, 1), tick=False):
            assert tied(office) >= {(ORG.heldBy, f"person/{person.key}")}
            assert [to for relation, to in tied(office) if relation == ORG.heldBy] == [f"person/{person.key}"]
        assert [to for relation, to in tied(person) if relation == ORG.hasMembership] == ["tenure/now"]

    def test_place_is_somewhere_and_a_source_is_published_by_somebody(self):
        place = graph(PlaceFactory(key="p", latitude="35.6895", longitude="139.6917", **PUBLISHED))
        where = place.value(URIRef(f"{SITE}/id/place/p"), SCHEMA.geo)
        assert (float(place.value(where, SCHEMA.latitude)), float(place.value(where, SCHEMA.longitude))) == (
            35.6895,
            139.6917,
        )
        source = graph(SourceFactory(key="s", publisher_en="NATO", publisher_fr="OTAN", **PUBLISHED))
        publisher = source.value(URIRef(f"{SITE}/id/source/s"), SCHEMA.publisher)
        assert set(source.objects(publisher, SCHEMA.name)) == {Literal("NATO", lang="en"), Literal("OTAN", lang="fr")}

    def test_membership_is_in_one_organisation_as_the_ontology_wants_it(self):
        # The State is public too, and comes after the post.
        embassy = EmbassyFactory(state__publication="published", **PUBLISHED)
        office = OfficeFactory(embassy=embassy, state=embassy.state, **PUBLISHED)
        tenure = TenureFactory(office=office, **PUBLISHED)
        me = URIRef(f"{SITE}{permanent(tenure)}")
        assert list(graph(tenure).objects(me, ORG.organization)) == [URIRef(f"{SITE}{permanent(embassy)}")]

    def test_visit_says_where_it_led_who_took_part_and_whom_it_concerns(self):
        """Whoever is visited is no organiser."""
        nato = OrganizationFactory(key="nato", publication="published")
        visit = VisitFactory(key="v", organization=nato, period="2014-05-06", publication="published")
        visit.partners.add(PartnerFactory(key="jp", publication="published"))
        visit.areas.add(AreaFactory(key="sea", publication="published"))
        stop = StopFactory(
            visit=visit, place=PlaceFactory(key="brussels", publication="published"), period="2014-05-06"
        )
        ParticipationFactory(visit=visit, person=PersonFactory(key="abe", publication="published"))
        talks = MeetingFactory(key="talks", stop=stop)
        ParticipationFactory(meeting=talks, person=PersonFactory(key="host", publication="published"))
        assert tied(visit) == {
            (SCHEMA.location, "place/brussels"),
            (SCHEMA.attendee, "person/abe"),
            (SCHEMA.attendee, "person/host"),
            (SCHEMA.subEvent, "meeting/talks"),
            (SCHEMA.about, "partner/jp"),
            (SCHEMA.about, "organization/nato"),
            (SCHEMA.about, "area/sea"),
        }
        assert {(SCHEMA.superEvent, "visit/v"), (SCHEMA.location, "place/brussels")} < tied(talks)
        assert days(visit) == {SCHEMA.startDate: "2014-05-06", SCHEMA.endDate: "2014-05-06"}

    def test_decision_is_about_partners_and_made_by_a_body(self):
        nac = OrganizationFactory(key="nac", publication="published")
        decision = DecisionFactory(key="d", body=nac, date="2018-05-24", publication="published")
        decision.partners.add(PartnerFactory(key="jp", publication="published"))
        assert tied(decision) == {(SCHEMA.creator, "organization/nac"), (SCHEMA.about, "partner/jp")}
        assert days(decision) == {SCHEMA.dateCreated: "2018-05-24"}

    def test_decision_about_all_partners_is_about_those_of_its_day(self):
        for key, period in (("jp", "1990/.."), ("late", "2019/..")):
            PartnerFactory(key=key, period=period, publication="published")
        PartnerFactory(key="hidden", period="1990/..")
        decision = DecisionFactory(body=None, scope="all_partners", date="2018-05-24", publication="published")
        assert tied(decision) == {(SCHEMA.about, "partner/jp")}

    def test_designation_leads_to_the_posts_and_the_decision(self):
        decision = DecisionFactory(key="d", publication="published")
        mission = MissionFactory(key="m", publication="published")
        embassy = EmbassyFactory(key="e", publication="published")
        act = DesignationFactory(mission=mission, embassy=embassy, decision=decision, publication="published")
        assert tied(act) == {
            (SCHEMA.about, "mission/m"),
            (SCHEMA.about, "embassy/e"),
            (SCHEMA.subjectOf, "decision/d"),
        }

    @pytest.mark.parametrize(
        ("kind", "names"),
        [
            *((kind, ("foundingDate", "dissolutionDate")) for kind in ("state", "organization", "framework")),
            *((kind, ("foundingDate", "dissolutionDate")) for kind in ("mission", "embassy")),
            *((kind, ("startDate", "endDate")) for kind in ("partner", "membership", "office", "tenure", "posting")),
            *((kind, ("startDate", "endDate")) for kind in ("designation", "visit", "activity")),
            ("agreement", ()),
        ],
    )
    def test_what_stood_is_told_as_what_it_is(self, kind, names):
        record = FACTORIES[kind](period="2001-02-03/2004-05-06", publication="published")
        if hasattr(record, "date"):
            record.date = ""
        assert days(record) == {
            SCHEMA[name]: day for name, day in zip(names, ("2001-02-03", "2004-05-06"), strict=False)
        }
        assert told(record, DCTERMS.temporal) == [Literal("2001-02-03/2004-05-06", datatype=EDTF)]

    @pytest.mark.once
    def test_what_is_not_known_to_the_day_is_told_in_the_notation_of_the_register(self):
        partner = PartnerFactory(period="[1990..1993]/..", publication="published")
        assert told(partner, DCTERMS.temporal) == [Literal("[1990..1993]/..", datatype=EDTF)]
        assert (days(partner), told(partner, ORG.memberDuring)) == ({}, [])
        assert told(StateFactory(period="", publication="published"), DCTERMS.temporal) == []

    @pytest.mark.parametrize(
        ("record", "codes"),
        [
            (lambda: StateFactory(key="jp", iso3="JPN", iso_numeric="392", **PUBLISHED), ["state/jp", "JPN", "392"]),
            (lambda: DecisionFactory(key="d", number="PO(2018)1", **PUBLISHED), ["decision/d", "PO(2018)1"]),
        ],
    )
    def test_says_its_key_and_the_codes_that_others_know_it_by(self, record, codes):
        assert linked_data.as_linked_data(record(), SITE)["identifier"] == codes

    def test_agreement_says_when_it_was_signed_and_how_long_it_held(self):
        record = AgreementFactory(date="2018-05-24", period="2019/2021", publication="published")
        assert days(record) == {SCHEMA.dateCreated: "2018-05-24"}
        assert set(told(record, DCTERMS.temporal)) == {
            Literal(notation, datatype=EDTF) for notation in ("2018-05-24", "2019/2021")
        }

    def test_person_is_called_by_every_name_in_the_terms_of_popolo_too(self):
        person = PersonFactory(
            key="kono", name="Taro Kono", family_name="Kono", given_name="Taro", publication="published"
        )
        person.names.create(key="native", text="河野太郎", language="ja", kind="native")
        native, found = [Literal("河野太郎", lang="ja")], graph(person)
        about = URIRef(f"{SITE}/id/person/kono")
        assert set(found.objects(about, RDF.type)) == {SCHEMA.Person, PERSON.Person}
        assert [str(name) for name in found.objects(about, FOAF.name)] == ["Taro Kono"] * len(told(person, SCHEMA.name))
        assert told(person, SCHEMA.alternateName) == told(person, DCTERMS.alternative) == native
        for terms in (SCHEMA, FOAF):
            assert (found.value(about, terms.familyName), found.value(about, terms.givenName)) == (
                Literal("Kono"),
                Literal("Taro"),
            )

    def test_organization_is_called_by_its_abbreviation_too(self):
        body = OrganizationFactory(
            name_en="A body", name_fr="Un organe", abbreviation_en="AB", abbreviation_fr="UO", publication="published"
        )
        assert set(told(body, SKOS.prefLabel)) == {Literal("A body", lang="en"), Literal("Un organe", lang="fr")}
        assert set(told(body, SKOS.altLabel)) == {Literal("AB", lang="en"), Literal("UO", lang="fr")}

    def test_a_name_is_no_other_name_too(self):
        body = OrganizationFactory(name_en="NATO", abbreviation_en="NATO", publication="published")
        assert Literal("NATO", lang="en") not in told(body, SKOS.altLabel)

    def test_birth_is_told_of_whoever_is_dead(self):
        person = PersonFactory(birth="1954-09-21", death="2022-07-08", publication="published")
        assert told(person, SCHEMA.birthDate) == [Literal("1954-09-21")]
        assert told(person, SCHEMA.deathDate) == [Literal("2022-07-08")]

    @pytest.mark.parametrize("named", ["A Ministry", ""])
    def test_says_who_tells_of_it(self, settings, named):
        settings.PUBLISHER = named
        found = graph(StateFactory(key="jp", publication="published"))
        register = found.value(URIRef(f"{SITE}/id/state/jp"), SCHEMA.subjectOf)
        assert register == URIRef(f"{SITE}/")
        editors = {Literal("La rédaction du registre", lang="fr"), Literal("The editors of the register", lang="en")}
        names = set(found.objects(found.value(register, SCHEMA.publisher), SCHEMA.name))
        assert names == ({Literal(named)} if named else editors)

    @past_the_fence()
    def test_nobody_is_reached_through_what_is_not_public(self):
        mission = MissionFactory(publication="published")
        office = OfficeFactory(mission=mission, organization=None, publication="draft")
        tenure = TenureFactory(office=office, publication="published")
        assert tied(tenure) == {(ORG.member, f"person/{tenure.person.key}")}
        assert told(tenure, ORG.role) == []

    def test_every_term_is_explained(self):
        """Types and relations that a kind names, and those that all records have."""
        text = Path("docs/linked-data.md").read_text()
        used = {
            term for kind in KINDS.values() for term in (*kind.schema, *(name for _path, name in kind.schema_links))
        }
        record = PersonFactory(family_name="A", given_name="B", death="2022", birth="1954", publication="published")
        record.names.create(key="c", text="C")
        used |= linked_data.as_linked_data(record, SITE).keys() - {"@context", "@id", "@type"}
        used |= linked_data.as_linked_data(TenureFactory(period="2018", publication="published"), SITE).keys() - {
            "@context", "@id", "@type"
        }  # fmt: skip
        assert [term for term in sorted(used) if f"`{term}`" not in text] == []

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
        person = PersonFactory(birth="1963-01-10", family_name="", given_name="", publication="published")
        assert set(linked_data.as_linked_data(person, SITE)) == {
            "@context", "@id", "@type", "name", "foaf:name", "identifier", "url", "subjectOf"
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
