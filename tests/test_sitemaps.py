"""The map names every public page in both languages, in one piece or in parts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import sitemaps
from partnerships.addresses import localized
from partnerships.pages.about_the_register import STANDING
from tests.factories import PageFactory, PartnerFactory, StateFactory

pytestmark = pytest.mark.django_db

PUBLIC = {"publication": "published"}


def locations(text):
    return re.findall(r"<loc>([^<]+)</loc>", text)


@pytest.fixture
def states():
    return [StateFactory(key=f"state-{number}", **PUBLIC) for number in range(5)]


class TestSitemap:
    def test_names_each_page_in_both_languages_with_its_twins(self, client):
        PartnerFactory(slug_fr="japon", slug_en="japan", **PUBLIC)
        PartnerFactory(key="a-secret-draft")
        response = client.get("/sitemap.xml")
        assert response["Content-Type"] == "application/xml"
        found = locations(response.text)
        standing = [localized(name, "en") for name in STANDING]
        for address in (
            "/fr/",
            "/en/timeline/",
            "/fr/comparer/",
            *standing,
            "/fr/partenaires/",
            "/fr/partenaires/japon/",
            "/en/partners/japan/",
        ):
            assert f"http://testserver{address}" in found
        assert 'hreflang="x-default" href="http://testserver/fr/partenaires/japon/"' in response.text
        assert "a-secret-draft" not in response.text
        assert len(found) == len(set(found))

    def test_names_a_page_about_the_register_once(self, client):
        PageFactory(key="about", slug_en="who-we-are", **PUBLIC)
        PageFactory(key="help", slug_en="help", **PUBLIC)
        found = locations(client.get("/sitemap.xml").text)
        assert found.count(f"http://testserver{localized('about', 'en')}") == 1
        assert "http://testserver/en/pages/help/" in found
        assert not [address for address in found if "who-we-are" in address]

    def test_in_parts_names_what_it_names_in_one_piece(self, client, states, monkeypatch):
        whole = set(locations(client.get("/sitemap.xml").text))
        monkeypatch.setattr(sitemaps, "SIZE", 2)
        index = client.get("/sitemap.xml?parts=yes").text
        paths = [where.removeprefix("http://testserver") for where in locations(index)]
        parts = [locations(client.get(path).text) for path in paths]
        assert max(len(part) for part in parts[1:]) == 4, paths
        assert sorted(address for part in parts for address in part) == sorted(whole)

    def test_in_parts_has_none_for_a_draft(self, client, states, monkeypatch):
        monkeypatch.setattr(sitemaps, "SIZE", 1)
        for number in range(3):
            StateFactory(key=f"state-{number}-secret")
        parts = locations(client.get("/sitemap.xml?parts=yes").text)
        of_states = [where for where in parts if "/sitemap-state.xml" in where]
        assert len(of_states) == len(states)
        assert not [where for where in of_states if "secret" in where]

    def test_has_no_part_of_what_there_is_not(self, client):
        assert client.get("/sitemap-statement.xml").status_code == 404

    def test_asks_as_often_however_much_there_is(self, client):
        numbers = []
        for count in (1, 6):
            for number in range(count):
                StateFactory(key=f"state-{count}-{number}", **PUBLIC)
            with CaptureQueriesContext(connection) as queries:
                client.get("/sitemap.xml")
            numbers.append(len(queries))
        assert numbers[0] == numbers[1]
