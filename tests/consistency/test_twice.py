"""The same thing recorded twice, and addresses given twice."""

from collections.abc import Callable

import pytest

from partnerships import models
from tests.factories import (
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, day, told

pytestmark = pytest.mark.django_db


def former_address(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key="two", slug_en=given)


def former_address_key(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key=given)


def same_url(given):
    SourceFactory(url="https://example.org/a")
    SourceFactory(url=given)


def same_wikidata(factory) -> Callable[[str], object]:
    def make(given):
        factory(wikidata="Q1")
        factory(wikidata=given)

    return make


def same_state(given):
    StateFactory(iso2="JP")
    StateFactory(iso2=given)


def same_code(name: str, first: str = "1950-01-01/1990-10-03") -> Callable[[str], object]:
    def make(given):
        code = {"iso2": "QQ", "iso3": "QQQ", "iso_numeric": "999"}[name]
        StateFactory(**{name: code}, period=first)
        StateFactory(**{name: code}, period=given)

    return make


def same_person(given):
    PersonFactory(name="Person A", birth="1950-01-01")
    PersonFactory(name="Person A", birth=given)


def same_day(factory, **fields) -> Callable[[str], object]:
    def make(given):
        partner = PartnerFactory()
        name = "period" if factory is VisitFactory else "date"
        for on in ("2017-10-30", given):
            factory(**{name: on, **fields}).partners.add(partner)

    return make


def of_kinds(factory, kind: str) -> Callable[[str], object]:
    def make(given):
        partner = PartnerFactory()
        for each in (kind, given):
            factory(date="2017-10-30", kind=each).partners.add(partner)

    return make


def same_day_of(factory, field: str, given: str):
    partner = PartnerFactory()
    for _ in range(2):
        factory(**{field: given}).partners.add(partner)


def addressed(given):
    """A State found at `japan` in English and at its key in French, and another one with one slug in both."""
    StateFactory(key="jp-key", slug_en="japan")
    StateFactory(key="kr", slug_fr=given, slug_en=given)


def same_number(given):
    """Two decisions of one number, of one body or of two."""
    first = DecisionFactory(number="C-M(2018)7", body=OrganizationFactory())
    number = "C-M(2018)8" if given == "another number" else first.number
    DecisionFactory(number=number, body=OrganizationFactory() if given == "another body" else first.body)


def two_names(kind: str, first: str, language: str = "fr") -> Callable[[str], object]:
    """Two names of a person, both in French but for what is said otherwise."""

    def make(given):
        person = PersonFactory()
        models.Name.objects.create(person=person, key="a", kind=kind, language="fr", text="Anna Able", period=first)
        text, _, period = given.rpartition(", ")
        models.Name.objects.create(
            person=person, key="b", kind=kind, language=language, text=text or "Anna Baker", period=period
        )

    return make


def of_two_kinds(given):
    """A State, and an organisation with the number given."""
    StateFactory(wikidata="Q1")
    OrganizationFactory(wikidata=given)


def named_alike(given):
    """Two offices of one State, from 1990 to 2000 and in the period given, or of another name or State."""
    state = StateFactory()
    OfficeFactory(state=state, name_en="Director", period="1990/2000")
    name = "Deputy" if given == "Deputy" else "Director"
    of_another = StateFactory() if given == "another State" else state
    period = given if given[0].isdecimal() else "1990/2000"
    OfficeFactory(state=of_another, name_en=name, period=period)


def ministries(given):
    """Two ministries of one name under no parent, the second with what is given, the first in Japan and Q1."""
    one, other = (PlaceFactory(state=StateFactory()) for _ in range(2))
    OrganizationFactory(name_en="Ministry of Defence", seat=one, wikidata="Q1")
    fields = {"same State": {"seat": one}, "another State": {"seat": other}, "": {}, "Q2": {"wikidata": "Q2"}}[given]
    OrganizationFactory(name_en="Ministry of Defence", **fields)


def at_one_point(given):
    for longitude in ("139.6503", given):
        PlaceFactory(latitude="35.6762", longitude=longitude)


def abbreviated(given):
    """Two bodies of one abbreviation: each under another one where `given` says so."""
    own, other = (OrganizationFactory(), OrganizationFactory()) if given == "under two" else (None, None)
    OrganizationFactory(name_en="Committee A", abbreviation_en="MC", parent=own)
    text = "MC" if given == "under two" else given
    OrganizationFactory(name_en="Committee B", abbreviation_en=text, parent=other)


def framed(given):
    FrameworkFactory(name_fr="Un", abbreviation_fr="PPP", period="1994/2001")
    FrameworkFactory(name_fr="Deux", abbreviation_fr="PPP", period=given)


def reached(field: str, first: str) -> Callable[[str], object]:
    """A post of one State reached at `first`, and one of another State as given."""

    def make(given):
        for text in (first, given):
            EmbassyFactory(**{field: text})

    return make


def reached_at_home(given):
    """Two embassies of one State with one website, at one place, or three of them."""
    state, place = StateFactory(), PlaceFactory()
    for _ in range(3 if given == "ministry" else 2):
        fields = {"place": place} if given == "one place" else {}
        EmbassyFactory(state=state, website="https://one.example/", **fields)


def serving_as(given):
    """An embassy with the website of a mission, that serves as the mission given."""
    state = StateFactory()
    mission, other = (MissionFactory(state=state, website=url) for url in ("https://one.example/", ""))
    embassy = EmbassyFactory(state=state, website="http://www.one.example")
    DesignationFactory(embassy=embassy, mission=mission if given == "this" else other)


CASES = [
    Case("same-abbreviation", "body", abbreviated, "MC", "MCX"),
    Case("same-abbreviation", "each its own", abbreviated, "MC", "under two"),
    Case("same-abbreviation", "framework", framed, "2000/2005", "2002/2005"),
    Case(
        "same-contact",
        "website",
        reached("website", "https://a.example/x"),
        "http://www.a.example/x/",
        "https://a.example",
    ),
    Case("same-contact", "e-mail", reached("email", "a@b.example"), "A@b.example", "c@b.example"),
    Case("same-contact", "telephone", reached("phone", "+32 2 513 00"), "+32-2-51300", "+32 2 513 01"),
    Case("same-contact", "of its ministry", reached_at_home, "embassies", "ministry"),
    Case("same-contact", "one place", reached_at_home, "embassies", "one place"),
    Case("same-contact", "serves as it", serving_as, "another", "this"),
    Case("same-name", "seat in another State", ministries, "same State", "another State"),
    Case("same-name", "another identifier", ministries, "", "Q2"),
    Case("same-name", "office", named_alike, "1995/..", "2001/.."),
    Case("same-name", "other name", named_alike, "1995/..", "Deputy"),
    Case("same-name", "office of another State", named_alike, "1995/..", "another State"),
    *(
        Case(
            "same-name",
            factory._meta.model.__name__,
            lambda given, factory=factory: [factory(name_en=name) for name in ("A", given)],
            "A",
            "B",
        )
        for factory in (OrganizationFactory, AreaFactory)
    ),
    Case("same-identifier", "of two kinds", of_two_kinds, "Q1", "Q2"),
    Case("two-names", "in use", two_names("used", "1990/2005-03-01"), "2005-02-28/..", "2005-03-01/.."),
    Case("two-names", "legal", two_names("legal", "1990/2005-03-01"), "2005-02-28/..", "2005-03-01/.."),
    Case("two-names", "in some year", two_names("used", "1990/2005"), "2004/", "2005/"),
    Case("two-names", "going on", two_names("used", "1990/.."), "2005/", ""),
    Case("two-names", "spelt otherwise", two_names("used", "1990/2005"), "Ana Able, 2001/", "ANNA ÀBLE, 2001/"),
    Case("two-names", "at birth", two_names("birth", ""), "", "Anna  Able, "),
    Case("two-names", "transcribed", two_names("birth", ""), "", "阿部 安奈, "),
    Case(
        "two-names",
        "one in English",
        lambda given: two_names("used", "1990/2005", given)("2001/"),
        "fr",
        "en",
    ),
    Case("same-number", "decision", same_number, "same", "another number"),
    Case("same-number", "decision of another body", same_number, "same", "another body"),
    Case("same-coordinates", "place", at_one_point, "139.6503", "139.6504"),
    Case("same-source", "source", same_url, "https://example.org/a", "https://example.org/b"),
    Case("same-identifier", "person", same_wikidata(PersonFactory), "Q1", "Q2"),
    Case("same-identifier", "organisation", same_wikidata(OrganizationFactory), "Q1", "Q2"),
    Case("same-identifier", "office", same_wikidata(OfficeFactory), "Q1", "Q2"),
    Case("same-identifier", "State", same_state, "JP", "KR"),
    *(
        Case("same-identifier", f"{name} {word}", same_code(name), contradictory, sound)
        for name in ("iso2", "iso3", "iso_numeric")
        for word, contradictory, sound in (
            ("passed on", "1990-10-02/..", "1990-10-03/.."),
            ("in some year", "1989/..", "1990/.."),
            ("without a period", "", "1990-10-03/.."),
            ("before", "../1950-01-02", "../1950-01-01"),
        )
    ),
    Case("same-identifier", "both going on", same_code("iso2", "2000/.."), day(-1) + "/..", day(0) + "/.."),
    Case("same-identifier", "no beginning", same_code("iso2", "../1990"), "1900/1950", "1991/1995"),
    Case("same-identifier", "end not known", same_code("iso2", "1980-01-01/"), "1970/1985", "1981/1985"),
    Case("same-person", "person", same_person, "1950-01-01", "1950-01-02"),
    Case("same-day", "meeting", same_day(MeetingFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "agreement", same_day(AgreementFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "visit", same_day(VisitFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "decision", same_day(DecisionFactory, body=None), "2017-10-30", "2017-10-31"),
    Case("former-address-taken", "slug", former_address, "old", "older"),
    Case("former-address-taken", "in capitals", former_address, "Old", "Older"),
    Case("address-taken", "in capitals", addressed, "Japan", "Japan-2"),
    Case("address-taken", "key", addressed, "jp-key", "jp"),
    Case("former-address-taken", "key that stands in", former_address_key, "old", "older"),
    Case(
        "same-source",
        "without an address",
        lambda given: [SourceFactory(url=given) for _ in range(2)],
        "https://a.org",
        "",
    ),
    Case(
        "same-person",
        "another name",
        lambda given: [PersonFactory(name=name, birth="1950") for name in ("Person A", given)],
        "Person A",
        "Person B",
    ),
    Case(
        "same-person",
        "name with an accent",
        lambda given: [PersonFactory(name=name, birth="1950") for name in ("José", given)],
        "Jose",
        "Josi",
    ),
    Case(
        "same-person",
        "birth not known",
        lambda given: [PersonFactory(name="Person A", birth=given) for _ in range(2)],
        "1950",
        "",
    ),
    Case(
        "same-identifier",
        "State of another time",
        lambda given: [StateFactory(iso3="SUN", period=period) for period in ("1950/1990", given)],
        "1950/1990",
        "1991/..",
    ),
    Case(
        "same-identifier",
        "State in Wikidata",
        lambda given: [StateFactory(wikidata=number) for number in ("Q17", given)],
        "Q17",
        "Q18",
    ),
    Case("same-day", "another kind", of_kinds(MeetingFactory, "talks"), "talks", "council"),
    Case("same-day", "another kind of agreement", of_kinds(AgreementFactory, "other"), "other", "security"),
    Case("same-day", "some month", lambda given: same_day_of(MeetingFactory, "date", given), "2017-10-30", "2017-10"),
    Case(
        "same-day",
        "visit of some month",
        lambda given: same_day_of(VisitFactory, "period", given),
        "2017-10-30/2017-10-31",
        "2017-10",
    ),
    Case(
        "same-day",
        "visit that ends on some day",
        lambda given: same_day_of(VisitFactory, "period", given),
        "2017-10-30",
        "2017-10-30/2017-11",
    ),
    Case("same-day", "day not known", lambda given: same_day_of(MeetingFactory, "date", given), "2017-10-30", ""),
    Case(
        "same-day",
        "visit that begins on some day",
        lambda given: same_day_of(VisitFactory, "period", given),
        "2017-10-30/2017-11-01",
        "2017-10/2017-11-01",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestAlike:
    def test_each_but_the_first_by_its_key_names_the_first(self):
        for key in ("c", "a", "b"):
            SourceFactory(key=key, url="https://example.org/a")
        sentence = "Another source has the same address: a."
        assert told("same-source") == [("source/b", "url", sentence), ("source/c", "url", sentence)]
        assert about("same-source") == [("source/b", "source/a", ""), ("source/c", "source/a", "")]

    def test_addresses_of_one_document_are_the_same(self):
        for key, url in (("a", "http://nato.int/x/"), ("b", "https://www.nato.int/x"), ("c", "https://www.nato.int/y")):
            SourceFactory(key=key, url=url)
        assert about("same-source") == [("source/b", "source/a", "")]

    def test_with_two_partners_alike_is_told_once(self):
        partners = [PartnerFactory(), PartnerFactory()]
        for key in ("a", "b"):
            VisitFactory(key=key, period="2017-10-30").partners.add(*partners)
        assert told("same-day") == [("visit/b", "period", "Another record is of the same partner, kind and day: a.")]

    def test_with_two_others_is_told_of_the_first(self):
        one, other = PartnerFactory(), PartnerFactory()
        for key, partners in (("a", [one]), ("b", [other]), ("c", [one, other])):
            VisitFactory(key=key, period="2017-10-30").partners.add(*partners)
        assert about("same-day") == [("visit/c", "visit/a", "")]

    def test_without_a_partner_nothing_is_alike(self):
        MeetingFactory(date="2017-10-30")
        MeetingFactory(date="2017-10-30")
        assert told("same-day") == []

    def test_decisions_of_two_bodies_are_two(self):
        partner = PartnerFactory()
        for _ in range(2):
            DecisionFactory(date="2017-10-30").partners.add(partner)
        assert told("same-day") == []

    def test_code_is_told_of_the_state_that_came_later(self):
        StateFactory(key="a", iso2="QQ", period="1990/2010")
        StateFactory(key="b", iso2="QQ", period="1980/2000")
        assert about("same-identifier") == [("state/a", "state/b", "")]

    def test_field_is_that_which_is_alike(self):
        for key in ("a", "b"):
            StateFactory(key=key, iso2="JP", iso3="JPN", wikidata="Q17")
            PersonFactory(key=key, name="Person A", birth="1950", wikidata="Q1")
        assert {(record, field) for record, field, _sentence in told("same-identifier")} == {
            ("person/b", "wikidata"),
            ("state/b", "iso2"),
            ("state/b", "iso3"),
            ("state/b", "wikidata"),
        }
        assert told("same-person") == [("person/b", "name", "Another person has the same name and date of birth: a.")]


@pytest.mark.once
class TestFormerAddress:
    def test_names_the_address_and_whose_it_was(self):
        former_address("old")
        assert told("former-address-taken") == [
            ("partner/two", "slug_en", "Its address (old) was that of another record: one.")
        ]
        assert about("former-address-taken") == [("partner/two", "partner/one", "")]

    def test_names_the_key_that_stands_in(self):
        former_address_key("old")
        [(record, _field, sentence)] = told("former-address-taken")
        assert (record, sentence[:22]) == ("partner/old", "Its address (old) was ")
        StateFactory(key="a", slug_en="kr")
        StateFactory(key="kr")
        [(record, _field, sentence)] = told("address-taken")
        assert (record, sentence[:17]) == ("state/kr", "Its address (kr) ")

    def test_a_record_may_come_back_to_its_own(self):
        PartnerFactory(key="one", slug_en="old")
        models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
        assert told("former-address-taken") == []

    def test_of_the_other_language_or_of_what_is_gone_is_free(self):
        PartnerFactory(key="one")
        models.FormerAddress.objects.create(kind="partner", key="one", language="fr", slug="old")
        models.FormerAddress.objects.create(kind="partner", key="gone", language="en", slug="older")
        PartnerFactory(key="two", slug_en="old")
        PartnerFactory(key="three", slug_en="older")
        assert told("former-address-taken") == []
