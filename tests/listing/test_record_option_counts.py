"""The values of the form of a list, each with how many records are found with it."""

import re
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from partnerships.listing import record_option_counts
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

PUBLIC = {"publication": "published"}
NAMES = ("kind", "partner", "area", "body", "person", "place", "office")
LISTS = ("visits", "decisions", "people", "places", "offices", "areas", "partners", "sources", "organizations")


def register():
    """Write partners with their visits, decisions, offices and sources."""
    nato = OrganizationFactory(key="nato", **PUBLIC)
    states = {key: StateFactory(key=key, **PUBLIC) for key in ("jp", "kr", "kw")}
    partners = {
        key: PartnerFactory(key=key, state=state, organization=nato, period="1990/..", **PUBLIC)
        for key, state in states.items()
    }
    space = AreaFactory(key="space", **PUBLIC)
    for year in (2014, 2016):
        visit = VisitFactory(key=f"v{year}", period=f"{year}-05-01", **PUBLIC)
        visit.partners.set([partners["jp"]])
        visit.stops.create(key="s", position=1, place=PlaceFactory(key=f"town{year}", **PUBLIC))
    visit.areas.set([space])
    VisitFactory(period="2018", **PUBLIC).partners.set([partners["kr"]])
    VisitFactory(period="2019").partners.set([partners["kw"]])
    DecisionFactory(date="2018", scope="all_partners", body=nato, **PUBLIC)
    DecisionFactory(date="2019", body=nato, **PUBLIC).partners.set([partners["jp"]])
    CitationFactory(visit=visit, source=SourceFactory(**PUBLIC))
    office = OfficeFactory(key="pm", state=states["jp"], **PUBLIC)
    for key, period in (("abe", "2006/2007"), ("aso", "2008/2009")):
        TenureFactory(period=period, office=office, person=PersonFactory(key=key, **PUBLIC), **PUBLIC)


def offered(client, path, name):
    """Return the values offered for a parameter, with their numbers."""
    form = client.get(path).text.partition(f'name="{name}"')[2].partition("</select>")[0]
    return dict(re.findall(r'<option value="(\w+)"[^>]*>[^<]* \((\d+)\)</option>', form))


#: What has been asked for when a number is read; on the second database the last ones are left out.
ASKED = ("", "partner=jp&area=space")
ASKED_ONCE = ("partner=jp", "from=2016&to=2018", "person=abe", "kind=visit")


class TestNumbers(TestCase):
    @classmethod
    def setUpTestData(cls):
        register()

    def test_say_how_many_records_each_value_finds_in_the_list_that_it_leads_to(self):
        for path in LISTS:
            for query in (*ASKED, *(ASKED_ONCE if connection.vendor == "sqlite" else ())):
                with self.subTest(path=path, query=query):
                    assert self.told(path, query) or query

    def told(self, path, query):
        """Follow each value that is offered, and return how many there were."""
        told = 0
        for name in NAMES:
            asked = "&".join(one for one in query.split("&") if one and not one.startswith(name))
            for value, number in self.offered(f"/en/{path}/?{query}", name).items():
                page = self.client.get(f"/en/{path}/?{asked}&{name}={value}").text
                shown = re.search(r'<p class="count" role="status">(\d+) ', page)[1]
                assert shown == number, (name, value)
                told += 1
        return told

    def offered(self, path, name):
        return offered(self.client, path, name)

    def test_what_finds_nothing_is_not_offered_but_for_what_is_chosen(self):
        assert self.offered("/en/visits/", "partner") == {"jp": "2", "kr": "1"}
        assert self.offered("/en/visits/?partner=kw", "partner") == {"jp": "2", "kr": "1"}
        assert '<option value="kw" selected>' in self.client.get("/en/visits/?partner=kw").text

    def test_decision_about_all_partners_counts_for_each(self):
        assert self.offered("/en/decisions/", "partner") == {"jp": "2", "kr": "1", "kw": "1"}

    def test_places_and_people_are_offered(self):
        assert self.offered("/en/visits/", "place") == {"town2014": "1", "town2016": "1"}
        assert self.offered("/en/offices/", "person") == {"abe": "1", "aso": "1"}

    def test_are_counted_once_under_a_version(self):
        self.client.get("/en/visits/?order=newest")
        with CaptureQueriesContext(connection) as queries:
            self.client.get("/en/visits/?order=oldest")
        assert not [one["sql"] for one in queries if "timelinefacet" in one["sql"] or "visit_partners" in one["sql"]]

    def test_too_many_are_not_counted(self):
        with patch.object(record_option_counts, "MOST", 2):
            text = self.client.get("/en/visits/").text
            assert '<option value="kw">' in text
            assert self.offered("/en/visits/", "partner") == {}

    def test_what_stands_beside_on_lines_is_counted_in_one_walk(self):
        with CaptureQueriesContext(connection) as queries:
            assert self.offered("/en/people/", "office") == {"pm": "2"}
        assert len([one for one in queries if "COUNT(DISTINCT T" in one["sql"]]) == 1

    def test_lines_that_are_too_many_are_not_walked(self):
        with patch.object(record_option_counts, "MOST", 1), CaptureQueriesContext(connection) as queries:
            assert self.offered("/en/people/", "office") == {}
        assert not [one for one in queries if "COUNT(DISTINCT T" in one["sql"]]

    def test_unknown_keys_are_told_nothing_of(self):
        assert self.offered("/en/visits/?area=none", "partner") == {}
