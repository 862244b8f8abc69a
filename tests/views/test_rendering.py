"""The frame of every public page: its language, its twin in the other one, the way around."""

import re

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from partnerships.views import rendering
from partnerships.views.rendering import alternates, everywhere, show, site, twins

ADDRESSES = {"fr": "/fr/ici/", "en": "/en/here/"}


@pytest.fixture
def frame(monkeypatch):
    """What a page is made of."""
    found = {}

    def render(request, template, context, status):
        found.update(template=template, **context)
        return rendering.HttpResponse(status=status)

    monkeypatch.setattr(rendering, "render", render)
    return found


def shown(path="/en/here/", language="en", context=None, **how):
    with override(language):
        return show(RequestFactory().get(path), "page.html", context or {}, addresses=ADDRESSES, **how)


class TestSite:
    def test_is_that_of_the_settings_else_of_the_request(self, settings):
        request = RequestFactory().get("/en/a/?b=c")
        settings.SITE_URL = ""
        assert site(request) == "http://testserver"
        settings.SITE_URL = "https://register.test"
        assert site(request) == "https://register.test"


class TestShow:
    def test_says_its_language_and_its_status(self, frame):
        answer = shown(status=410)
        assert (answer.status_code, answer["Content-Language"]) == (410, "en")
        assert shown(language="fr")["Content-Language"] == "fr"
        assert shown().status_code == 200
        assert frame["template"] == "page.html"

    def test_twin_keeps_the_query_and_the_alternates_do_not(self, frame):
        shown("/en/here/?on=2018-05-24")
        assert re.findall('href="([^"]+)" lang="([^"]+)"', frame["twins"]) == [("/fr/ici/?on=2018-05-24", "fr")]
        assert re.findall('hreflang="([^"]+)" href="([^"]+)"', frame["alternates"]) == [
            ("fr", "http://testserver/fr/ici/"),
            ("en", "http://testserver/en/here/"),
            ("x-default", "http://testserver/fr/ici/"),
        ]
        assert frame["canonical"] == "http://testserver/en/here/"

    @pytest.mark.parametrize(
        "name",
        [
            *("partner", "area", "person", "body", "place", "office", "kind", "from", "to", "on", "and", "detail"),
            *("order", "letter", "q", "mission", "line", "of"),
        ],
    )
    def test_what_is_asked_is_shared_and_nothing_else(self, frame, name):
        shown(f"/en/here/?utm_source=x&{name}=a&after=b")
        assert frame["shared"] == f"http://testserver/en/here/?{name}=a"

    def test_all_values_are_shared_unless_the_page_says_what_of_it_is(self, frame):
        shown("/en/here/?partner=jp&partner=kr&from=+")
        assert frame["shared"] == "http://testserver/en/here/?partner=jp&partner=kr"
        shown("/en/here/?on=2018-05-24", context={"cited_query": ""})
        assert frame["shared"] == "http://testserver/en/here/"

    def test_nothing_of_an_address_is_taken_for_html(self):
        for made in (twins, alternates):
            assert 'href="/fr/?a=1&amp;b=&quot;"' in made([("fr", '/fr/?a=1&b="')])

    def test_without_a_query_it_is_to_be_indexed(self, frame):
        shown()
        assert frame["noindex"] is False
        assert re.findall('href="([^"]+)" lang="([^"]+)"', frame["twins"]) == [("/fr/ici/", "fr")]
        shown("/en/here/?on=2018-05-24")
        assert frame["noindex"] is True

    def test_what_the_page_says_goes_before_the_frame(self, frame):
        shown(context={"noindex": True, "description": "Its own", "more": 1})
        assert (frame["noindex"], frame["description"], frame["more"]) == (True, "Its own", 1)

    def test_leads_around_in_its_language(self, frame):
        shown(language="fr")
        assert [frame[name] for name in ("home", "search_address", "suggestions_address")] == [
            "/fr/",
            "/fr/recherche/",
            "/fr/recherche/suggestions/",
        ]
        assert frame["card"] == "http://testserver/fr/vignette.png"

    def test_foot_says_who_publishes_it(self, frame, settings):
        settings.PUBLISHER = "A & B"
        shown()
        assert "A &amp; B" in frame["colophon"]
        assert 'href="/en/method/"' in frame["colophon"]
        assert 'href="/en/licence/" rel="license"' in frame["colophon"]
        assert frame["colophon"].count("rel=") == 1


class TestEverywhere:
    def test_is_the_address_in_each_language(self):
        assert everywhere("state-detail", slug="jp") == {"fr": "/fr/etats/jp/", "en": "/en/states/jp/"}
        assert everywhere("permanent", kind="state", key="jp") == {"fr": "/id/state/jp", "en": "/id/state/jp"}
