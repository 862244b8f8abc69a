"""The values of a form, each with how many lines are found with it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AreaFactory, DecisionFactory, PartnerFactory, PlaceFactory, StateFactory, VisitFactory

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


def offered(client, query, name):
    """Return the values offered for a parameter, with their numbers."""
    form = client.get(f"/en/timeline/{query}").text.partition(f'name="{name}"')[2].partition("</select>")[0]
    return dict(re.findall(r'<option value="(\w+)"[^>]*>[^<]* \((\d+)\)</option>', form))


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
        assert re.findall(r'<option value="(\w+)"[^>]* selected', form) == ["space"]
        assert offered(client, "?kind=visit", "area") == {}

    def test_people_and_places_of_what_is_asked_are_offered(self, client):
        assert offered(client, "?partner=kr&detail=all", "place") == {"tokyo": "1"}
        assert offered(client, "", "place") == {}

    def test_are_counted_once_under_a_version(self, client):
        client.get("/en/timeline/?order=newest")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/en/timeline/?order=oldest")
        assert not [one["sql"] for one in queries if "COUNT(*)" in one["sql"]]

    def test_unknown_keys_are_told_nothing_of(self, client):
        assert offered(client, "?area=none", "partner") == {}
