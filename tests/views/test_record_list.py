"""The list of any kind of record: what it is made of; what it shows, other files ask."""

from datetime import date

import pytest
from django.http import QueryDict

from partnerships.listing import filters, lists
from partnerships.listing.chips import Chip
from partnerships.models import Area
from partnerships.pages import PAGES
from partnerships.views.record_list import (
    instead_of_nothing,
    orders,
    other_forms,
    other_order,
    rows_with_offices,
)
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
)

pytestmark = pytest.mark.usefixtures("english")


class TestOrders:
    def test_are_by_time_where_there_is_a_date_and_by_name_where_that_comes_first(self):
        assert orders(PAGES["decision"]) == ("oldest", "newest")
        assert orders(PAGES["mission"]) == ("", "oldest", "newest")
        assert orders(PAGES["area"]) == ()


class TestOtherOrder:
    def test_leads_to_when_missions_began_and_back_and_keeps_what_is_asked(self):
        asked = QueryDict("body=nato&after=x")
        assert other_order(asked, PAGES["mission"], "") == "?body=nato&order=oldest"
        assert other_order(QueryDict("order=oldest&body=nato"), PAGES["mission"], "oldest") == "?body=nato"
        assert other_order(asked, PAGES["person"], "") == ""

    @pytest.mark.django_db
    def test_stands_beside_the_number_of_missions(self, client):
        for year in ("2018", "2012"):
            MissionFactory(name_en=f"Alpha {-int(year)}", period=f"{year}/..", **PUBLISHED)
        said = client.get("/en/missions/?order=oldest").text.partition('role="status">')[2].partition("</p>")[0]
        assert said == '2 missions · <a href="?">by name</a>'
        assert '· <a href="?order=oldest">oldest first</a></p>' in client.get("/en/missions/").text


class TestOtherForms:
    def test_hold_what_is_asked_and_a_calendar_where_there_are_dates(self):
        found = other_forms(PAGES["visit"], "Visits: Japan", "partner=jp&area=")
        assert [one.address for one in found] == [
            f"/en/visits.{form}?partner=jp" for form in ("atom", "ics", "csv", "json")
        ]
        assert found[0].title == "Visits: Japan – feed"
        assert [one.address for one in other_forms(PAGES["area"], "Areas", "")] == [
            "/en/areas.atom",
            "/en/areas.csv",
            "/en/areas.json",
        ]


@pytest.mark.django_db
@pytest.mark.once
class TestRows:
    def test_of_people_are_told_with_their_offices(self):
        person = PersonFactory(**PUBLISHED)
        TenureFactory(person=person, office=OfficeFactory(**PUBLISHED), period="2012-12-26/2020-09-16", **PUBLISHED)
        several = lists.list_rows(PAGES["person"], [person, PersonFactory(**PUBLISHED)], None)
        assert [row.told.replace(" – ", "–") for row in rows_with_offices(PAGES["person"], several, None)] == [
            "Prime Minister, 2012–2020",
            "",
        ]
        told = {
            day: [row.told for row in rows_with_offices(PAGES["person"], several, day)]
            for day in (date(2013, 1, 1), date(2021, 1, 1))
        }
        assert told == {date(2013, 1, 1): ["Prime Minister", ""], date(2021, 1, 1): ["", ""]}

    @pytest.mark.parametrize(("publisher", "said"), [("NATO", "NATO, official document"), ("", "official document")])
    def test_of_sources_are_told_with_publisher_and_type(self, publisher, said):
        source = SourceFactory(publisher_en=publisher, kind="official", **PUBLISHED)
        [row] = rows_with_offices(PAGES["source"], lists.list_rows(PAGES["source"], [source], None), None)
        assert row.told == said

    def test_of_others_stay_as_they_are(self):
        several = lists.list_rows(PAGES["area"], [AreaFactory(**PUBLISHED)], None)
        assert rows_with_offices(PAGES["area"], several, None) == several


@pytest.mark.django_db
class TestInstead:
    def said(self, query, *chips):
        asked = filters.read_filters(QueryDict(query), kinds=("decision",))
        found = instead_of_nothing(PAGES["decision"], asked, chips)
        return [chip.number for chip in found["chips"]], [row.record.key for row in found["nearest"]]

    @pytest.fixture(autouse=True)
    def _decisions(self):
        area = AreaFactory(key="sea", **PUBLISHED)
        for key in ("2014", "2016", "2018"):
            DecisionFactory(key=key, date=key, **PUBLISHED).areas.add(area)
        DecisionFactory(key="other", date="2015", **PUBLISHED)

    def test_says_how_much_there_is_without_each_thing_and_what_lies_nearest(self):
        without = Chip("time", "en", "area=sea"), Chip("area", "en", "from=2015&to=2015")
        assert self.said("area=sea&from=2015&to=2015", *without) == ([3, 1], ["2014", "2016"])

    def test_without_a_time_what_is_found_without_one_thing_lies_nearest(self):
        AreaFactory(key="air", **PUBLISHED)
        assert self.said("area=air", Chip("area", "en", "")) == ([4], ["2018", "2016", "other"])

    def test_beside_what_is_unknown_nothing_lies_nearest(self):
        assert self.said("area=none", Chip("area", "en", "")) == ([4], [])

    def test_what_finds_least_beside_what_is_asked_is_left_out(self):
        AreaFactory(key="air", **PUBLISHED)
        query = QueryDict("area=air")
        several = Chip("much", "en", ""), Chip("little", "en", "area=sea")
        found = instead_of_nothing(PAGES["decision"], filters.read_filters(query, kinds=("decision",)), several)
        assert found["without"].text == "little"

    def test_what_stays_unknown_counts_for_nothing(self):
        assert self.said("area=none&partner=none", Chip("area", "en", "partner=none"))[0] == [None]


@pytest.mark.django_db
@pytest.mark.once
class TestIndex:
    def letters(self, client, query=""):
        return [
            [one.text for one in several.letters] for several in client.get(f"/en/areas/{query}").context["letters"]
        ]

    @pytest.fixture
    def areas(self, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 6)
        for name in ("aa", "ab", "ac", "ad", "b"):
            AreaFactory(key=name, name_en=name, **PUBLISHED)

    def test_stands_above_long_lists_of_names_alone(self, client, areas):
        assert self.letters(client) == [["A", "B"]]
        assert self.letters(client, "?order=oldest") == []
        assert self.letters(client, "?partner=none") == []

    def test_begins_beyond_half_a_page_of_several_letters(self, client, areas):
        Area.objects.get(key="ad").delete()
        assert self.letters(client) == [["A", "B"]]
        Area.objects.get(key="ac").delete()
        assert self.letters(client) == []
        for key, name in (("ac", "ac"), ("ad", "ad")):
            AreaFactory(key=key, name_en=name, **PUBLISHED)
        Area.objects.get(key="b").delete()
        assert self.letters(client) == []

    def test_of_a_letter_with_many_names_stands_beneath_it(self, client, areas):
        context = client.get("/en/areas/?letter=a").context
        assert [[one.text for one in several.letters] for several in context["letters"]] == [
            ["A", "B"],
            ["Aa", "Ab", "Ac", "Ad"],
        ]
        assert (context["letter"], context["counted"]) == ("a", "4 areas")
        assert self.letters(client, "?letter=b") == [["A", "B"]]
        assert client.get("/en/areas/?letter=ab").context["counted"] == "1 area"

    def test_of_what_is_named_after_another_is_none(self, client, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 0)
        for name in ("Japan", "Korea"):
            PartnerFactory(key=name.lower(), state=StateFactory(name_en=name, **PUBLISHED), **PUBLISHED)
        assert client.get("/en/partners/").context["letters"] == []


@pytest.mark.django_db
@pytest.mark.once
class TestList:
    def test_says_what_it_holds_and_how_it_goes_on(self, client, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 1)
        for key in ("2014", "2018"):
            DecisionFactory(key=key, date=key, **PUBLISHED)
        context = client.get("/en/decisions/?from=2010").context
        assert [row.record.key for row in context["rows"]] == ["2018"]
        assert (context["counted"], context["order"], context["orders"]) == (
            "2 decisions",
            "newest",
            ("oldest", "newest"),
        )
        assert context["description"] == (
            "Decisions: from 2010 – 2 decisions in the register of partnerships, with dates and sources."
        )
        assert client.get("/en/decisions/").context["description"] == (
            "Decisions in the register of partnerships: 2 decisions, each with its dates and sources."
        )
        assert (context["earlier"], context["later"][:16]) == ("", "from=2010&after=")
        assert context["asks_when"] is True
        assert [form.address for form in context["forms"]][:1] == ["/en/decisions.atom?from=2010"]
        onward = client.get(f"/en/decisions/?{context['later']}").context
        assert [row.record.key for row in onward["rows"]] == ["2014"]
        assert (onward["later"], onward["earlier"][:17]) == ("", "from=2010&before=")
        assert [form.address for form in onward["forms"]][:1] == ["/en/decisions.atom?from=2010"]

    def test_of_pages_about_the_register_says_that_they_present_it(self, client):
        for key in ("one", "other"):
            PageFactory(key=key, **PUBLISHED)
        for language, said in (("en", "Two pages present the register."), ("fr", "Deux pages présentent le registre.")):
            assert client.get(f"/{language}/pages/").context["description"] == said

    def test_says_what_lies_nearest_where_it_is_empty(self, client):
        DecisionFactory(key="2014", date="2014", **PUBLISHED)
        assert "nearest" not in client.get("/en/decisions/?on=2014-05-24").context
        found = client.get("/en/decisions/?on=2018-05-24").context
        assert [row.record.key for row in found["nearest"]] == ["2014"]
        assert [chip.number for chip in found["chips"]] == [1]

    def test_asks_when_of_what_has_dates_and_of_people(self, client):
        found = {kind: client.get(f"/en/{kind}/").context["asks_when"] for kind in ("people", "areas", "visits")}
        assert found == {"people": True, "areas": False, "visits": True}

    def test_of_posts_has_a_map_of_them(self, client):
        place = PlaceFactory(latitude="50.85", longitude="4.35", **PUBLISHED)
        MissionFactory(place=place, **PUBLISHED)
        EmbassyFactory(place=place, **PUBLISHED)
        AreaFactory(**PUBLISHED)
        found = [bool(client.get(f"/en/{kind}/").context["map"]) for kind in ("missions", "embassies", "areas")]
        assert found == [True, True, False]
