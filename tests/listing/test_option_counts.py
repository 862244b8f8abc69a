"""The values of a form, each with how many lines are found with it."""

import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from partnerships import kept_in_process
from partnerships.listing import option_counts
from partnerships.listing.filters import read_filters
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


@pytest.fixture(autouse=True)
def _register():
    partners = {
        key: PartnerFactory(key=key, state=StateFactory(key=key, name_en=name, **PUBLIC), **PUBLIC)
        for key, name in (("jp", "Japan"), ("kr", "Korea"))
    }
    area = AreaFactory(key="space", name_en="Space", **PUBLIC)
    for number in range(3):
        DecisionFactory(date=f"201{number}", **PUBLIC).partners.set([partners["jp"]])
    DecisionFactory(date="2018", **PUBLIC).partners.set(partners.values())
    further = DecisionFactory(date="2019", weight="further", **PUBLIC)
    further.partners.set([partners["kr"]])
    further.areas.set([area])
    DecisionFactory(date="2018").partners.set(partners.values())
    visit = VisitFactory(period="2018-05-01", **PUBLIC)
    visit.partners.set([partners["kr"]])
    visit.stops.create(key="s", position=1, place=PlaceFactory(key="tokyo", name_en="Tokyo", **PUBLIC))


@pytest.fixture
def holder():
    return TenureFactory(
        key="abe-pm",
        period="2006/2007",
        person=PersonFactory(key="abe", **PUBLIC),
        office=OfficeFactory(key="pm", **PUBLIC),
        **PUBLIC,
    )


def offered(client, query, name):
    """Return the values offered for a parameter, with their numbers."""
    form = client.get(f"/en/timeline/{query}").text.partition(f'name="{name}"')[2].partition("</select>")[0]
    return dict(re.findall(r'<option value="(\w+)"[^>]*>[^<]* \((\d+)\)</option>', form))


@pytest.mark.once
@pytest.mark.parametrize(
    ("query", "name", "explicit", "detail"),
    [
        ("", "partner", None, "main"),
        ("", "person", None, "all"),
        ("person=a", "person", None, "all"),
        ("person=a", "partner", None, "all"),
        ("person=a", "kind", "main", "main"),
        ("partner=jp", "partner", "all", "all"),
    ],
)
def test_values_are_counted_as_the_page_shows_them_once_one_is_chosen(query, name, explicit, detail):
    found = option_counts.without_parameter(read_filters(QueryDict(query)), name, explicit)
    assert (found.detail, getattr(found, name)) == (detail, ())


class TestNumbers:
    def test_say_how_many_lines_each_value_finds_on_the_page_that_it_leads_to(self, client):
        for query in ("", "?detail=all", "?kind=decision", "?partner=kr", "?kind=decision&partner=jp", "?from=2018"):
            for name in ("partner", "kind", "area"):
                for value, number in offered(client, query, name).items():
                    asked = "&".join([*(one for one in query[1:].split("&") if not one.startswith(name)), ""])
                    said = client.get(f"/en/timeline/?{asked}{name}={value}").text
                    shown = re.search(r'role="status">(\d+) ', said)[1]
                    assert shown == number, (query, name, value)

    def test_what_is_chosen_stays_though_nothing_is_found_with_it(self, client):
        form = (
            client.get("/en/timeline/?area=space&kind=visit").text.partition('name="area"')[2].partition("</select>")[0]
        )
        assert re.findall(r'<option value="(\w+)"[^>]* selected[^>]*>([^<]*)<', form) == [("space", "Space")]
        assert offered(client, "?kind=visit", "area") == {}

    def test_people_and_places_of_what_is_asked_are_offered(self, client):
        assert offered(client, "?partner=kr&detail=all", "place") == {"tokyo": "1"}

    def test_people_places_and_offices_are_offered_before_anything_is_asked(self, client, holder):
        assert offered(client, "", "place") == {"tokyo": "1"}
        assert offered(client, "", "person") == {"abe": "2"}
        assert offered(client, "", "office") == {"pm": "2"}

    @pytest.mark.parametrize(("name", "value"), [("place", "tokyo"), ("person", "abe"), ("office", "pm")])
    def test_what_is_chosen_alone_says_how_many_lines_it_finds(self, client, holder, name, value):
        page = client.get(f"/en/timeline/?{name}={value}").text
        shown = re.search(r'<p class="count" role="status">(\d+) ', page)[1]
        assert offered(client, f"?{name}={value}", name)[value] == shown != "0"

    def test_others_stand_beside_the_one_that_is_chosen(self, client, holder):
        TenureFactory(
            period="2001/2002", person__key="aso", person__publication="published", office=holder.office, **PUBLIC
        )
        assert offered(client, "?person=abe", "person") == {"abe": "2", "aso": "2"}

    def test_no_more_are_offered_than_find_room_beside_a_full_page(self, client, holder, monkeypatch):
        TenureFactory(period="2001", person__key="aso", person__publication="published", office=holder.office, **PUBLIC)
        TenureFactory(period="2003/2004", person=holder.person, office=holder.office, **PUBLIC)
        assert set(offered(client, "", "person")) == {"abe", "aso"}
        monkeypatch.setattr(option_counts, "FEWEST", 1)
        monkeypatch.setattr(option_counts, "ROOM", 9)
        kept_in_process.forget()
        assert set(offered(client, "", "person")) == {"abe"}
        assert set(offered(client, "?office=pm&kind=tenure", "person")) == {"abe", "aso"}

    def test_are_counted_once_under_a_version(self, client):
        client.get("/en/timeline/?order=newest")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/en/timeline/?order=oldest")
        assert not [one["sql"] for one in queries if "COUNT(*)" in one["sql"]]

    def test_of_many_partners_those_with_most_lines_are_offered_and_the_chosen_one(self, client, monkeypatch):
        monkeypatch.setattr(option_counts, "ROOM", 4)
        assert offered(client, "", "partner") == {"jp": "5"}
        assert offered(client, "?partner=kr", "partner") == {"kr": "3"}
        # Those that find no room are asked for by their name.
        assert "By name: partner, " in client.get("/en/timeline/").text

    def test_none_that_is_not_counted_takes_more_room_either(self, client, monkeypatch):
        monkeypatch.setattr(option_counts, "is_large", lambda: True)
        monkeypatch.setattr(option_counts.after_answering, "is_put_off", lambda *_asked: True)
        monkeypatch.setattr(option_counts, "ROOM", 5)
        kept_in_process.forget()
        form = client.get("/en/timeline/").text.partition('name="order"')[0]
        assert 0 < len(re.findall(r'<option value="[^"]+"', form)) <= 5

    def test_unknown_keys_are_told_nothing_of(self, client):
        assert offered(client, "?area=none", "partner") == {}
