"""Suggestions as the page asks for them."""

import pytest

from partnerships.pages.suggestions import LONGEST
from tests.factories import PUBLISHED, PersonFactory

pytestmark = pytest.mark.django_db


class TestSuggestions:
    def test_are_names_with_their_language_kind_and_address(self, client):
        person = PersonFactory(key="abe", name="Shinzo Abe", slug_fr="abe", slug_en="abe", publication="published")
        answer = client.get("/fr/recherche/suggestions/?q=shin")
        (one,) = answer.json()["suggestions"]
        assert (one["name"], one["kind"], one["address"]) == ("Shinzo Abe", "personne", f"/fr/personnes/{person.key}/")
        assert client.get("/en/search/suggestions/?q=shin").headers["ETag"]

    @pytest.mark.parametrize("query", ["", "?q=", "?q=" + "x" * 81])
    def test_nothing_or_too_much_suggests_nothing(self, client, query):
        assert client.get(f"/en/search/suggestions/{query}").json()["suggestions"] == []

    @pytest.mark.parametrize(("length", "number"), [(LONGEST, 1), (LONGEST + 1, 0)])
    def test_of_a_long_name_are_given_up_to_so_many_letters(self, client, length, number):
        name = "Ada " + "x" * (LONGEST + 1)
        PersonFactory(name=name, **PUBLISHED)
        assert len(client.get("/en/search/suggestions/", {"q": name[:length]}).json()["suggestions"]) == number

    def test_every_page_asks_for_them_in_its_language(self, client):
        assert 'data-suggestions="/fr/recherche/suggestions/"' in client.get("/fr/").content.decode()
        assert 'data-suggestions="/en/search/suggestions/"' in client.get("/en/search/?q=a").content.decode()
