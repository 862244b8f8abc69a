"""Maps beside the lists that they picture."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import Embassy, Mission, Place, Visit
from partnerships.pages.maps import _Here, _pins, _together, of_stops
from tests.factories import (
    PUBLISHED,
    EmbassyFactory,
    MissionFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db
TOKYO = {"latitude": "35.69", "longitude": "139.69"}


def pins(client, path):
    text = client.get(path).content.decode()
    svg = text.partition('<svg class="map"')[2].partition("</svg>")[0]
    return [part.partition('aria-label="')[2].partition('"')[0] for part in svg.split("<a ")[1:]], text


class TestVisit:
    def test_shows_its_stops_and_names_those_without_coordinates(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        for name, place in (("Tokyo", TOKYO), ("Iruma", {}), ("Osaka", {"latitude": "34.69", "longitude": "135.5"})):
            StopFactory(visit=visit, place=PlaceFactory(name_en=name, **place, **PUBLISHED))
        StopFactory(visit=visit, place=PlaceFactory(name_en="Hidden", **TOKYO))
        found, text = pins(client, "/en/visits/v/")
        assert found == ["Tokyo", "Osaka"]
        assert "no coordinates: Iruma<" in text
        assert "Hidden" not in text

    @pytest.mark.parametrize(
        ("status", "title"),
        [
            ("held", "Where the visit led"),
            ("planned", "Where the visit was to lead"),
            ("cancelled", "Where the visit was to lead"),
        ],
    )
    def test_of_a_visit_that_was_not_held_it_says_where_that_was_to_lead(self, client, status, title):
        visit = VisitFactory(key="v", status=status, **PUBLISHED)
        StopFactory(visit=visit, place=PlaceFactory(**TOKYO, **PUBLISHED))
        assert f'aria-label="{title}' in client.get("/en/visits/v/").text

    def test_without_coordinates_has_no_map(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        StopFactory(visit=visit, place=PlaceFactory(**PUBLISHED))
        assert 'class="map"' not in client.get("/en/visits/v/").content.decode()


class TestVisits:
    def test_list_shows_where_those_on_it_led_and_how_many(self, client):
        tokyo, hidden = PlaceFactory(name_en="Tokyo", **TOKYO, **PUBLISHED), PlaceFactory(name_en="Hidden", **TOKYO)
        osaka = PlaceFactory(name_en="Osaka", latitude="34.69", longitude="135.5", **PUBLISHED)
        iruma = PlaceFactory(name_en="Iruma", **PUBLISHED)
        for key, status, places in (
            ("a", "held", (tokyo, osaka)),
            ("b", "held", (tokyo, iruma, hidden)),
            ("c", "cancelled", (osaka,)),
        ):
            visit = VisitFactory(key=key, period="2018-05-01", status=status, **PUBLISHED)
            for place in places:
                StopFactory(visit=visit, place=place)
        found, text = pins(client, "/en/visits/")
        assert sorted(found) == ["Osaka: 1 visit", "Tokyo: 2 visits"]
        assert 'aria-label="Where the visits led' in text
        # It stands behind the list: what is said of the list leads there.
        assert text.index('href="#map"') < text.index('id="map"')
        assert "no coordinates: Iruma<" in text
        assert "Hidden" not in text
        assert text.index('<svg class="map"') > text.index("</table>")
        assert 'aria-label="Les étapes des visites' in client.get("/fr/visites/").text

    def test_list_asked_for_one_place_shows_what_is_left(self, client):
        for key, lies in (("tokyo", TOKYO), ("osaka", {"latitude": "34.69", "longitude": "135.5"})):
            place = PlaceFactory(key=key, name_en=key, **lies, **PUBLISHED)
            StopFactory(visit=VisitFactory(key=f"to-{key}", **PUBLISHED), place=place)
        found, _text = pins(client, "/en/visits/?place=tokyo")
        assert found == ["tokyo: 1 visit"]

    def test_takes_no_query_for_each(self, client):
        counts = []
        for several in (2, 4):
            for number in range(several):
                visit = VisitFactory(key=f"v{several}{number}", **PUBLISHED)
                StopFactory(visit=visit, place=PlaceFactory(**TOKYO, **PUBLISHED))
            with CaptureQueriesContext(connection) as queries:
                client.get("/en/visits/")
            counts.append(len(queries))
        assert counts[0] == counts[1]


class TestPosts:
    def test_stand_at_their_own_place_or_in_their_town(self, client):
        town = PlaceFactory(name_en="Tokyo", **TOKYO, **PUBLISHED)
        MissionFactory(name_en="Mission A", place=town, **PUBLISHED)
        MissionFactory(name_en="Mission B", latitude="50.85", longitude="4.35", **PUBLISHED)
        MissionFactory(name_en="Mission C", place=PlaceFactory(name_en="Hidden", **TOKYO), **PUBLISHED)
        found, text = pins(client, "/en/missions/")
        assert found == ["Tokyo: Mission A", "Mission B"]
        assert "Hidden" not in text

    def test_stand_where_they_are_on_earth(self, client):
        for name, latitude, longitude in (("Oslo", "59.91", "10.75"), ("Athens", "37.98", "23.73")):
            place = PlaceFactory(name_en=name, latitude=latitude, longitude=longitude, **PUBLISHED)
            EmbassyFactory(name_en=f"Embassy in {name}", place=place, **PUBLISHED)
        found = re.findall(
            r'aria-label="(\w+): [^"]*"><circle class="pin" cx="([\d.]+)" cy="([\d.]+)"',
            client.get("/en/embassies/").text,
        )
        (west, north), (east, south) = (
            {name: (float(x), float(y)) for name, x, y in found}[one] for one in ("Oslo", "Athens")
        )
        assert west < east
        # What lies north stands above.
        assert north < south

    @pytest.mark.parametrize(("number", "said"), [(3, "A, B, C"), (4, "A, B, C, and others")])
    def test_three_at_one_place_are_named_and_more_are_said_to_be_there(self, client, number, said):
        town = PlaceFactory(name_en="Tokyo", **TOKYO, **PUBLISHED)
        for name in "ABCD"[:number]:
            EmbassyFactory(name_en=name, place=town, **PUBLISHED)
        assert pins(client, "/en/embassies/")[0] == [f"Tokyo: {said}"]

    def test_list_of_embassies_has_a_map_too(self, client):
        EmbassyFactory(name_en="Embassy A", place=PlaceFactory(name_en="Tokyo", **TOKYO, **PUBLISHED), **PUBLISHED)
        assert pins(client, "/en/embassies/")[0] == ["Tokyo: Embassy A"]


class TestPartner:
    def test_shows_posts_and_how_often_one_was_visited(self, client):
        state = StateFactory(**PUBLISHED)
        partner = PartnerFactory(key="p", state=state, **PUBLISHED)
        town = PlaceFactory(name_en="Tokyo", **TOKYO, **PUBLISHED)
        MissionFactory(name_en="Mission A", state=state, organization=partner.organization, place=town, **PUBLISHED)
        for _number in range(2):
            visit = VisitFactory(**PUBLISHED)
            visit.partners.add(partner)
            StopFactory(visit=visit, place=town)
        for number, status in enumerate(("cancelled", "planned")):
            visit = VisitFactory(key=f"not-{number}", status=status, **PUBLISHED)
            visit.partners.add(partner)
            StopFactory(visit=visit, place=town)
        assert pins(client, "/en/partners/p/")[0] == ["Tokyo: Mission A, 2 visits"]


@pytest.mark.parametrize(
    ("posts", "leads_to_post"),
    [([], False), ([Mission()], True), ([Mission(), Embassy()], True), ([Embassy()], False), ([Mission()] * 2, False)],
)
def test_place_of_one_mission_leads_to_it_and_any_other_to_its_own_page(posts, leads_to_post):
    place = Place()
    assert _Here(place, posts).leads_to is (posts[0] if leads_to_post else place)


@pytest.mark.usefixtures("english")
class TestTogether:
    @pytest.fixture
    def tokyo(self):
        return PlaceFactory(name_en="Tokyo", latitude=35, longitude=139, **PUBLISHED)

    @past_the_fence()
    def test_journeys_that_were_held_count_once_at_each_public_place(self, tokyo):
        for status in ("held", "held", "cancelled", "planned"):
            visit = VisitFactory(status=status, **PUBLISHED)
            for place in (tokyo, tokyo, PlaceFactory(), None):
                StopFactory(visit=visit, place=place, state=None if place else StateFactory(**PUBLISHED))
        found = _together((), Visit.objects.all())
        assert [(here.place, here.visits, here.posts) for here in found] == [(tokyo, 2, [])]
        ((pin,), without) = _pins(found)
        assert (pin.title, pin.name, pin.number, without) == ("Tokyo: 2 visits", "Tokyo", 2, [])

    @past_the_fence()
    def test_posts_stand_where_they_are_else_in_their_town_as_far_as_that_is_public(self, tokyo):
        here = EmbassyFactory(name_en="Here", place=tokyo, latitude=1, longitude=2, **PUBLISHED)
        there = EmbassyFactory(name_en="There", place=tokyo, **PUBLISHED)
        nowhere = EmbassyFactory(name_en="Nowhere", place=PlaceFactory(latitude=3, longitude=4), **PUBLISHED)
        found = _together([here, there, nowhere], ())
        assert [(one.place, one.posts) for one in found] == [(here, [here]), (tokyo, [there]), (nowhere, [nowhere])]
        pins, without = _pins(found)
        assert [(pin.title, pin.name) for pin in pins] == [("Here", ""), ("Tokyo: There", "Tokyo")]
        assert without == ["Nowhere"]

    @pytest.mark.parametrize(
        ("number", "visits", "said"),
        [(3, 0, "A, B, C"), (4, 0, "A, B, C, and others"), (1, 1, "A, 1 visit"), (0, 0, "")],
    )
    def test_three_posts_are_named_and_the_number_of_visits(self, tokyo, number, visits, said):
        posts = [EmbassyFactory(name_en=name, place=tokyo, **PUBLISHED) for name in "ABCD"[:number]]
        ((pin,), _without) = _pins([_Here(tokyo, posts, visits)])
        assert pin.title == (f"Tokyo: {said}" if said else "Tokyo")
        assert pin.number == (0 if posts else visits)

    @past_the_fence()
    def test_journey_names_each_place_without_coordinates_once_and_none_that_is_hidden(self, tokyo):
        visit, bare = VisitFactory(**PUBLISHED), PlaceFactory(name_en="Bare", **PUBLISHED)
        for place in (bare, bare, tokyo, PlaceFactory(name_en="Hidden", latitude=1, longitude=1)):
            StopFactory(visit=visit, place=place)
        chart = of_stops(visit.stops.order_by("position"), held=True)
        assert (list(chart.without), [pin.title for pin in chart.map.pins]) == (["Bare"], ["Tokyo"])
        assert not of_stops(visit.stops.filter(place=bare), held=True)
