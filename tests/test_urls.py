"""The public addresses: in each language in its words, and those that have none."""

import pytest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from partnerships import urls

HASH = "0" * 64


def at(path, language="en"):
    """What stands at an address: its name, and what it hands on."""
    with override(language):
        found = resolve(path)
    return found.url_name, found.kwargs


class TestWords:
    @pytest.mark.parametrize(
        ("name", "arguments", "french", "english"),
        [
            ("home", {}, "/fr/", "/en/"),
            ("timeline", {}, "/fr/chronologie/", "/en/timeline/"),
            ("timeline-csv", {}, "/fr/chronologie.csv", "/en/timeline.csv"),
            ("visit-list", {}, "/fr/visites/", "/en/visits/"),
            ("visit-list-ics", {}, "/fr/visites.ics", "/en/visits.ics"),
            ("office-detail", {"slug": "a"}, "/fr/fonctions/a/", "/en/offices/a/"),
            ("succession-json", {"office": "a"}, "/fr/fonctions/a/succession.json", "/en/offices/a/succession.json"),
            ("search-atom", {}, "/fr/recherche.atom", "/en/search.atom"),
            ("cite-bib", {"kind": "visit", "key": "a"}, "/fr/citer/visit/a.bib", "/en/cite/visit/a.bib"),
        ],
    )
    def test_are_those_of_the_language(self, name, arguments, french, english):
        found = []
        for language in ("fr", "en"):
            with override(language):
                found.append(reverse(name, kwargs=arguments))
        assert found == [french, english]
        assert at(french, "fr")[0] == at(english)[0] == name

    def test_of_the_other_language_lead_nowhere(self):
        with pytest.raises(Resolver404):
            at("/en/chronologie/")


class TestKinds:
    def test_list_and_page_know_their_kind_and_a_form_its_form(self):
        assert at("/en/partners/") == ("partner-list", {"kind": "partner"})
        assert at("/en/partners/jp/") == ("partner-detail", {"kind": "partner", "slug": "jp"})
        assert at("/en/partners.json") == ("partner-list-json", {"kind": "partner", "form": "json"})
        assert at("/en/timeline.ics") == ("timeline-ics", {"form": "ics"})
        assert at("/en/offices/pm/succession.csv") == ("succession-csv", {"form": "csv", "office": "pm"})
        assert at("/en/method/") == ("method", {"name": "method"})

    @pytest.mark.parametrize("path", ["/en/partners/a b/", "/en/partners.pdf", "/en/cite/visit/a.csv", "/en/visit/"])
    def test_nothing_else_stands_there(self, path):
        with pytest.raises(Resolver404):
            at(path)


class TestOrder:
    def test_fixed_words_are_not_taken_for_keys(self):
        assert at("/en/search/suggestions/")[0] == "search-suggestions"
        assert at("/en/report/thanks/")[0] == "report-thanks"
        assert at("/en/report/answer/abc/") == ("report-answer", {"token": "abc"})
        assert at("/en/report/visit/abc/") == ("report", {"kind": "visit", "key": "abc"})
        assert at("/en/card.png")[0] == "home-card"

    def test_what_is_asked_for_most_is_looked_at_first(self):
        names = [pattern.name for pattern in urls.urlpatterns]
        assert names[:4] == ["home", "timeline", "partner-list", "partner-detail"]
        assert names.index("page-detail") < names.index("search")


class TestWithoutLanguage:
    @pytest.mark.parametrize(
        ("path", "name", "arguments"),
        [
            ("/", "root", {}),
            ("/id/state/jp", "permanent", {"kind": "state", "key": "jp"}),
            ("/api/v1/", "api", {}),
            ("/api/v1/openapi.json", "api-description", {}),
            ("/api/v1/states", "api-list", {"word": "states"}),
            ("/api/v1/states/jp", "api-record", {"word": "states", "key": "jp"}),
            ("/api/v1/offices/pm/holders", "office-holders", {"key": "pm"}),
            ("/api/v1/offices/pm/succession", "office-succession", {"key": "pm"}),
            (f"/pictures/{HASH}-800.jpg", "picture", {"name": HASH, "width": "800"}),
            ("/sitemap.xml", "sitemap", {}),
            ("/sitemap-states.xml", "sitemap-section", {"section": "states"}),
        ],
    )
    def test_are_the_same_for_everybody(self, path, name, arguments):
        assert at(path) == at(path, "fr") == (name, arguments)

    @pytest.mark.parametrize(
        "picture", [f"{HASH[1:]}-800", f"{HASH}0-800", f"{'A' * 64}-800", f"{HASH}-", f"{HASH}-12345", f"{HASH}-8o0"]
    )
    def test_picture_is_a_hash_and_a_width(self, picture):
        with pytest.raises(Resolver404):
            at(f"/pictures/{picture}.jpg")
