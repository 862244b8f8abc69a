"""The search, as readers meet it."""

import re

import pytest

from partnerships.listing.cursor import encode
from partnerships.pages import search
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


class TestSearchInstead:
    @pytest.mark.parametrize(
        ("address", "place"),
        [
            ("/en/timeline/?q=kono&partner=jp&detail=all", "/en/search/?q=kono&partner=jp"),
            ("/fr/chronologie/?q=kono&order=newest", "/fr/recherche/?q=kono"),
            ("/en/people/?q=kono&letter=k", "/en/search/?q=kono&kind=person"),
            ("/en/timeline.csv?q=kono&from=2018", "/en/search.csv?q=kono&from=2018"),
            ("/fr/decisions.json?q=kono", "/fr/recherche.json?q=kono&kind=decision"),
        ],
    )
    def test_list_that_is_asked_for_words_leads_to_the_search(self, client, address, place):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, place)

    @pytest.mark.parametrize("address", ["/en/timeline/?q=", "/en/people/?q=+", "/en/timeline.csv?q="])
    def test_list_without_words_stays(self, client, address):
        assert client.get(address).status_code == 200

    def test_nonsense_beside_them_is_refused(self, client):
        assert client.get("/en/timeline/?q=kono&from=never").status_code == 400
        assert client.get("/en/timeline/?q=kono&q=abe").status_code == 400


class TestSearch:
    def test_finds_with_passage_in_both_languages(self, client):
        DecisionFactory(key="d", title_en="A decision", text_en="On <seaweed>.", **PUBLISHED)
        for address in ("/en/search/?q=seaweed", "/fr/recherche/?q=seaweed"):
            text = client.get(address).content.decode()
            assert "On &lt;<mark>seaweed</mark>&gt;." in text
            assert text.count("<h1>") == 1

    def test_leads_to_its_twin_with_the_words(self, client):
        assert 'href="/fr/recherche/?q=kono"' in client.get("/en/search/?q=kono").content.decode()

    def test_every_page_has_the_field(self, client):
        text = client.get("/en/timeline/").content.decode()
        assert 'action="/en/search/"' in text
        assert 'name="q"' in text

    def test_errors_offer_it(self, client):
        assert 'action="/fr/recherche/"' in client.get("/fr/rien").content.decode()
        assert 'action="/en/search/"' in client.get("/en/nothing").content.decode()

    def test_pages_of_one_kind_are_turned_forward_and_back(self, client, monkeypatch):
        monkeypatch.setattr(search, "MANY", 1)
        for name in ("Taro Kono", "Jiro Kono", "Saburo Kono"):
            PersonFactory(name=name, **PUBLISHED)
        first = client.get("/en/search/?kind=person&q=kono").text
        assert 'rel="prev"' not in first
        onward = re.search(r'<a rel="next" href="([^"]+)">Next page', first)[1].replace("&amp;", "&")
        second = client.get(f"/en/search/{onward}").text
        assert re.search(r'<a rel="prev" href="[^"]+">Previous page', second)
        assert re.search(r'<a rel="next" href="[^"]+">Next page', second)

    @pytest.mark.parametrize("query", ["after=AAAA", f"after={encode('99999')}", "from=never", "q=a&q=b"])
    def test_nonsense_is_refused(self, client, query):
        PersonFactory(name="Taro Kono", **PUBLISHED)
        assert client.get(f"/en/search/?kind=person&q=kono&{query}").status_code == 400

    def test_what_is_asked_beside_the_words_is_named_in_its_language(self, client):
        PartnerFactory(key="jp", state__name_fr="Japon", state__name_en="", **PUBLISHED)
        PartnerFactory(key="secret", state__name_en="Hidden")
        text = client.get("/en/search/?q=x&kind=visit&partner=jp&partner=secret&to=2020").text
        chips = re.findall(
            r"<li><a href=\"([^\"]+)\"><span( lang=.*?)?>(.*?)</span>", text.partition('class="chips"')[2]
        )
        assert chips == [
            ("?q=x&amp;partner=jp&amp;partner=secret&amp;to=2020", "", "Visits"),
            ("?q=x&amp;kind=visit&amp;partner=secret&amp;to=2020", ' lang="fr"', "Japon"),
            ("?q=x&amp;kind=visit&amp;partner=jp&amp;to=2020", "", "Unknown: secret"),
            ("?q=x&amp;kind=visit&amp;partner=jp&amp;partner=secret", "", "Until 2020"),
        ]

    def test_is_called_by_all_that_is_asked_and_given_in_other_forms_where_something_is_found(self, client):
        PersonFactory(name="Taro Kono", **PUBLISHED)
        found, nothing = (client.get(f"/en/search/?q={word}&kind=person").context for word in ("kono", "xyzzyx"))
        assert found["title"] == "Search: kono, People"
        assert found["description"].startswith(f"Search: kono, People – {found['found'].said} in the register")
        assert found["forms"][0].address.endswith("?q=kono&kind=person")
        assert nothing["forms"] == []

    def test_suggestions_are_given_in_the_letters_that_were_typed(self, client):
        assert '"q": "é"' in client.get("/en/search/suggestions/", {"q": "é"}).text

    def test_what_was_not_held_says_so(self, client):
        stop = StopFactory(visit=VisitFactory(title_en="Journey", status="cancelled", **PUBLISHED))
        MeetingFactory(title_en="Journey and talks", stop=stop)
        assert client.get("/en/search/?q=journey").text.count("(cancelled)</span>") == 2

    def test_number_of_questions_does_not_grow(self, client, django_assert_max_num_queries):
        for number in range(5):
            PersonFactory(name=f"Taro Kono {number}", **PUBLISHED)
        client.get("/en/search/?q=warm")
        with django_assert_max_num_queries(16):
            assert client.get("/en/search/?q=kono").status_code == 200

    def test_is_kept_from_search_engines(self, client):
        assert '<meta name="robots" content="noindex">' in client.get("/en/search/?q=a").content.decode()


@pytest.mark.django_db
class TestPasted:
    @pytest.mark.parametrize("site", ["http://testserver", ""])
    @pytest.mark.parametrize("path", ["/en/partners/", "/fr/partenaires/japon/?on=2018-09-01", "/fr/chronologie.csv"])
    def test_address_of_a_page_leads_to_it(self, client, site, path):
        answer = client.get("/en/search/", {"q": f" {site}{path}"})
        assert (answer.status_code, answer["Location"]) == (302, path)

    @pytest.mark.parametrize(
        "typed", ["https://elsewhere.example.org/en/partners/", "/en/nothing/", "//elsewhere/en/partners/", "/admin/"]
    )
    def test_other_addresses_are_looked_for(self, client, typed):
        assert client.get("/en/search/", {"q": typed}).status_code == 200

    def test_address_of_a_source_finds_it(self, client):
        SourceFactory(title_en="Tidings", url="https://www.example.org/cps/news_1.htm", **PUBLISHED)
        for typed in ("https://www.example.org/cps/news_1.htm", "example.org/cps/news_1.htm"):
            page = client.get("/en/search/", {"q": typed}).content.decode()
            assert "Tidings" in page
            assert "no match for" not in page

    @pytest.mark.parametrize("typed", ["/id/decision/d", "https://r.example.org/id/decision/d", "id/decision/d/"])
    def test_permanent_address_leads_to_its_record(self, client, typed):
        DecisionFactory(key="d", slug_en="it", title_en="A decision", **PUBLISHED)
        DecisionFactory(key="draft", title_en="A draft")
        answer = client.get("/en/search/", {"q": typed})
        assert (answer.status_code, answer["Location"]) == (302, "/en/decisions/it/")
        for other in (
            typed.replace("decision/d", "decision/draft"),
            typed.replace("decision", "nothing"),
            f"of {typed}",
        ):
            assert client.get("/en/search/", {"q": other}).status_code == 200
