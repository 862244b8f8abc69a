"""The pages of citations."""

from html import unescape

import pytest
from django.utils.html import strip_tags

from partnerships.addresses import page_of
from tests.factories import DecisionFactory, OfficeFactory, TenureFactory

pytestmark = pytest.mark.django_db


class TestCite:
    @pytest.fixture(autouse=True)
    def _decision(self):
        DecisionFactory(key="d", title_en="A decision", publication="published")

    def test_page_shows_every_form(self, client):
        text = client.get("/en/cite/decision/d/?on=2018-09-01").content.decode()
        for part in (
            "@misc{",
            "TY  - ELEC",
            "&quot;type&quot;: &quot;webpage&quot;",
            "/en/cite/decision/d.bib?on=2018-09-01",
        ):
            assert part in text
        assert '<a href="/id/decision/d?on=2018-09-01">permanent address</a>' in text
        assert '<a href="/en/decisions/d/">Back to the record</a>' in text

    def test_page_is_for_those_who_cite_and_not_for_search_engines(self, client):
        assert '<meta name="robots" content="noindex">' in client.get("/en/cite/decision/d/").text

    def test_each_language_is_marked(self, client):
        text = client.get("/fr/citer/decision/d/").content.decode()
        for language, word in (("fr", "consulté le"), ("en", "accessed on")):
            words = text.partition(f'<p class="citation" lang="{language}">')[2].partition("</p>")[0]
            assert word in words

    @pytest.mark.parametrize(
        ("form", "kind"),
        [
            ("bib", "application/x-bibtex"),
            ("ris", "application/x-research-info-systems"),
            ("csl", "application/vnd.citationstyles.csl+json"),
        ],
    )
    def test_each_form_is_saved(self, client, form, kind):
        answer = client.get(f"/fr/citer/decision/d.{form}")
        assert answer["Content-Type"] == f"{kind}; charset=utf-8"
        ending = {"csl": "json"}.get(form, form)
        assert answer["Content-Disposition"] == f'attachment; filename="decision-d.{ending}"'
        assert answer["Content-Language"] == "fr"

    def test_record_without_a_page_is_cited_too(self, client):
        tenure = TenureFactory(publication="published")
        assert client.get(f"/en/cite/tenure/{tenure.key}/").status_code == 200

    def test_succession_is_cited_and_its_address_leads_there(self, client):
        office = OfficeFactory(publication="published")
        page = f"/en/cite/office/{office.key}/?of=succession"
        assert page.replace("/?", ".ris?") in client.get(page).content.decode()
        assert client.get(f"/id/office/{office.key}?of=succession")["Location"].endswith("/#succession")
        assert f'href="{page}"' in client.get(page_of(office, "en")).content.decode()

    def test_what_has_no_succession_is_not_cited_for_it(self, client):
        assert client.get("/en/cite/decision/d/?of=succession").status_code == 400

    def test_line_is_cited_where_it_stands(self, client):
        DecisionFactory(key="dated", date="2018-05-24", publication="published")
        page = "/en/cite/decision/dated/?line=on"
        assert f'href="{page}"' in client.get("/en/timeline/").content.decode()
        assert "/en/cite/decision/dated.bib?line=on" in client.get(page).content.decode()
        assert client.get(page.replace("=on", "=end")).status_code == 404

    @pytest.mark.parametrize("address", ["decision/none/", "none/d/", "decision/none.bib", "decision/d.pdf"])
    def test_nothing_public_is_not_found(self, client, address):
        assert client.get(f"/en/cite/{address}").status_code == 404

    def test_word_of_the_other_language_leads_there(self, client):
        assert client.get("/en/citer/decision/d/")["Location"] == "/en/cite/decision/d/"

    def test_draft_is_not_found(self, client):
        DecisionFactory(key="draft")
        assert client.get("/en/cite/decision/draft/").status_code == 404

    def test_page_as_of_a_day_is_cited_as_of_that_day(self, client):
        office = OfficeFactory(publication="published")
        text = client.get(f"{page_of(office, 'en')}?on=2018-09-01").content.decode()
        assert f'href="/en/cite/office/{office.key}/?on=2018-09-01"' in text
        assert f">http://testserver/id/office/{office.key}?on=2018-09-01</a>" in text

    @pytest.mark.parametrize("query", ["", "?on=2018-09-01", "?on=2018-09-01&and=2025-02-01"])
    @pytest.mark.parametrize(("language", "address"), [("en", "/en/cite/office"), ("fr", "/fr/citer/office")])
    def test_record_and_page_of_citations_say_one_and_the_same(self, client, language, address, query):
        office = OfficeFactory(publication="published")
        own = client.get(f"{page_of(office, language)}{query}").text.partition('<section class="cite"')[2]
        page = client.get(f"{address}/{office.key}/{query}").text
        words = unescape(page.partition(f'<p class="citation" lang="{language}">')[2].partition("</p>")[0])
        assert ", version " in words
        assert words in unescape(strip_tags(own))

    def test_page_of_the_record_leads_there(self, client):
        assert 'href="/en/cite/decision/d/"' in client.get("/en/decisions/d/").content.decode()


class TestLinkedData:
    def test_permanent_address_answers_with_it_when_asked(self, client):
        DecisionFactory(key="d", publication="published")
        answer = client.get("/id/decision/d", headers={"Accept": "application/ld+json"})
        assert answer["Content-Type"] == "application/ld+json"
        assert answer.json()["@id"] == "http://testserver/id/decision/d"
        assert "Accept" in answer["Vary"]
        assert client.get("/id/decision/d", headers={"Accept": "text/html,*/*"}).status_code == 303

    def test_stands_in_the_page(self, client):
        DecisionFactory(key="d", publication="published")
        assert '<script type="application/ld+json">{"@context"' in client.get("/en/decisions/d/").content.decode()
