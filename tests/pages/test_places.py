"""The page of a place: which posts and organisations are there, and what took place."""

from decimal import Decimal

import pytest

from partnerships.models import Name
from partnerships.pages import places
from partnerships.pages.places import PLACE_SECTIONS, content, place_facts
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    EmbassyFactory,
    MissionFactory,
    OrganizationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import asked, cells, facts_said, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def brussels():
    return PlaceFactory(key="p", state=StateFactory(name_en="Belgium", **PUBLISHED), **PUBLISHED)


def visited(where, *areas, **fields):
    visit = VisitFactory(**{**PUBLISHED, **fields})
    StopFactory(visit=visit, place=where)
    with past_the_fence():
        visit.areas.set(areas)
    return visit


def answered(where):
    return [(plain(one.sentence), [plain(more) for more in one.more]) for one in content(where, asked()).answers]


class TestFacts:
    def test_stand_in_their_order(self, brussels):
        brussels.latitude, brussels.longitude = Decimal("50.850000"), Decimal("4.350000")
        Name.objects.create(place=brussels, key="n", text="Bruxelles")
        assert facts_said(place_facts(brussels)) == [
            ("Kind", "town"),
            ("Names", "Bruxelles"),
            ("State", "Belgium"),
            ("Coordinates", "50.85° N, 4.35° E"),
        ]


class TestLine:
    def test_says_what_it_is_and_of_which_state(self, brussels):
        assert cells(content(brussels, asked()).line) == ["town", "Belgium"]
        assert cells(content(PlaceFactory(state=StateFactory(), **PUBLISHED), asked()).line) == ["town"]


class TestAnswer:
    def test_counts_the_posts_and_then_no_visits(self, brussels):
        visited(brussels)
        EmbassyFactory(place=brussels, **PUBLISHED)
        MissionFactory(place=brussels, **PUBLISHED)
        assert answered(brussels) == [("The register records two embassies and missions in Brussels.", [])]

    def test_counts_each_visit_once_where_there_is_no_post(self, brussels):
        StopFactory(visit=visited(brussels), place=brussels)
        visited(brussels)
        visited(brussels, publication="draft")
        visited(brussels, status="cancelled")
        visited(brussels, status="planned")
        EmbassyFactory(place=brussels)
        assert answered(brussels) == [("The register records two visits to Brussels.", [])]

    def test_counts_a_visit_that_led_there_too_and_tells_of_who_lived_there(self, brussels):
        TenureFactory(person=PersonFactory(name="Person A", **PUBLISHED), residence=brussels, **PUBLISHED)
        assert answered(brussels)[0][0].startswith("Recorded here: Person A")
        visit = visited(PlaceFactory(**PUBLISHED))
        visit.stops.get().further_places.add(brussels)
        assert answered(brussels)[0][0] == "The register records one visit to Brussels."

    def test_shows_some_of_those_who_lived_there(self, brussels, client):
        for number in range(places.MOST + 1):
            TenureFactory(key=f"t{number}", period=f"{1990 + number}", residence=brussels, **PUBLISHED)
        shown = client.get(f"/en/places/{brussels.key}/").content.decode()
        assert shown.count('id="record-tenure-t') == places.MOST
        # The timeline knows nobody by where they lived.
        assert "kind=tenure" not in shown

    def test_names_what_was_agreed_there_by_date_and_the_areas_by_name(self, brussels, monkeypatch):
        monkeypatch.setattr(places, "MOST", 2)
        for title, day in (("Third", "2019"), ("First", "2017"), ("Second", "2018")):
            AgreementFactory(title_en=title, date=day, place=brussels, **PUBLISHED)
        AgreementFactory(title_en="Secret", date="2001", place=brussels)
        space, cyber, mine = (AreaFactory(name_en=name, **PUBLISHED) for name in ("space", "cyber", "mines"))
        hidden = AreaFactory(name_en="a secret")
        visited(brussels, space, cyber, hidden)
        visited(brussels, cyber, mine)
        visited(brussels, AreaFactory(name_en="another secret", **PUBLISHED), publication="draft")
        (found,) = content(brussels, asked()).answers
        assert plain(found.sentence) == "The register records two visits to Brussels."
        agreed, areas = map(plain, found.more)
        assert agreed.startswith("Agreed here: First")
        assert "Second" in agreed
        assert "Third" not in agreed
        assert areas == "Areas agreed on visits that led here: cyber and mines."

    def test_of_nothing_says_so(self, brussels):
        assert answered(brussels) == [("The register records nothing about this place but its name.", [])]


class TestContent:
    def test_lays_out_who_is_there_and_what_took_place(self, brussels):
        japan = StateFactory(**PUBLISHED)
        body = OrganizationFactory(name_en="NATO", seat=brussels, **PUBLISHED)
        EmbassyFactory(name_en="Embassy", place=brussels, state=japan, period="2001/2002", **PUBLISHED)
        MissionFactory(name_en="Mission", place=brussels, organization=body, period="2003/2004", **PUBLISHED)
        for key, weight in (("main", ""), ("further", "further")):
            DecisionFactory(key=key, place=brussels, weight=weight, **PUBLISHED)
        DecisionFactory(key="elsewhere", **PUBLISHED)
        blocks = made(content(brussels, asked()))
        assert list(blocks) == ["embassy", "mission-all", "organization", "turning-points"]
        (missions,) = blocks["mission-all"].blocks
        assert table_rows(blocks["embassy"]) == [["2001–2002", "Embassy", "Japan"]]
        assert table_rows(missions) == [["2003–2004", "Mission", "NATO"]]
        assert table_rows(blocks["organization"]) == [["", "NATO"]]
        assert [blocks["embassy"].columns, missions.columns, blocks["organization"].columns] == [
            ("Period", "Embassy", "Sending State"),
            ("Period", "Mission", "Accredited to"),
            ("Period", "Organisation"),
        ]
        assert [line.key for line in blocks["turning-points"].lines if line.kind == "decision"] == ["main"]


def test_sections_are_laid_out():
    assert [(one.kind, one.path, one.elsewhere) for one in PLACE_SECTIONS] == [
        ("activity", "place", ()),
        ("meeting", "place", ("stop", "visit")),
        ("tenure", "residence", ()),
    ]
