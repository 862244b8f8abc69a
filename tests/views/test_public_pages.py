"""Every public page, in both languages, and what must never reach one."""

import re

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.addresses import localized, page_of
from partnerships.listing.lists import PAGE_SIZE
from partnerships.models import FormerAddress, Partner
from partnerships.pages import PAGES
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    MeetingFactory,
    PartnerFactory,
    PersonFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import days_of_page, facts_of_page

pytestmark = pytest.mark.django_db

LANGUAGES = ["fr", "en"]


def withdraw(record):
    """Withdraw a record that is already there, whatever else it names."""
    type(record)._default_manager.filter(pk=record.pk).update(
        publication="withdrawn", withdrawal_reason_en="Entered twice."
    )
    return record


def page(client, address):
    """The page at an address, read as strictly as HTML can be; it has one h1, leads to what it has, sets no cookie."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert not response.cookies
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.text)
    assert len(tree.findall(".//h1")) == 1
    led = {href[1:] for href in (one.get("href", "") for one in tree.iter("a")) if href.startswith("#")}
    assert led <= {one.get("id") for one in tree.iter()}
    assert all(tree.find(f".//{landmark}") is not None for landmark in ("header", "nav", "main", "footer"))
    return response.text


@pytest.mark.once
@pytest.mark.parametrize("language", LANGUAGES)
class TestPages:
    @pytest.mark.parametrize("name", ["home", "timeline"])
    def test_exist_before_anything_is_published(self, client, language, name):
        assert f'<html lang="{language}">' in page(client, localized(name, language))

    @pytest.mark.parametrize("kind", PAGES)
    def test_list_and_show_each_kind(self, client, language, kind):
        record = FACTORIES[kind](publication="published")
        assert page_of(record, language) in page(client, localized(f"{kind}-list", language))
        assert f"/id/{kind}/{record.key}" in page(client, page_of(record, language))

    @pytest.mark.parametrize("kind", sorted(set(PAGES) - {"source"}))
    def test_lead_to_places_of_their_own_that_are_there(self, client, language, kind):
        record = FACTORIES[kind](publication="published")
        if hasattr(record, "citations"):
            CitationFactory(**{kind: record}, key="one", source__publication="published")
        text = page(client, page_of(record, language))
        led = set(re.findall(r'href="#([^"]+)"', text))
        assert "content" in led
        assert not hasattr(record, "citations") or len(led) > 1
        assert led <= set(re.findall(r'\bid="([^"]+)"', text))

    @pytest.mark.parametrize("kind", PAGES)
    def test_never_show_a_draft(self, client, language, kind):
        record = FACTORIES[kind](publication="draft", key="a-secret-draft")
        assert client.get(page_of(record, language)).status_code == 404
        for address in (localized(f"{kind}-list", language), "/sitemap.xml"):
            assert "a-secret-draft" not in client.get(address).text

    @pytest.mark.parametrize("kind", PAGES)
    def test_say_that_a_record_was_withdrawn(self, client, language, kind):
        record = withdraw(FACTORIES[kind](publication="published"))
        response = client.get(page_of(record, language))
        assert response.status_code == 410
        assert "Entered twice." in response.text

    def test_leave_out_drafts_that_a_published_record_names(self, client, language):
        decision = DecisionFactory(publication="published", body__name_en="Secret", body__name_fr="Secret")
        CitationFactory(decision=decision, source__title_en="Secret", source__title_fr="Secret", key="one")
        StatementFactory(text_en="Secret", text_fr="Secret").decisions.add(decision)
        assert "Secret" not in page(client, page_of(decision, language))


class TestTexts:
    def test_say_that_a_translation_is_missing(self, client):
        record = DecisionFactory(publication="published", title_fr="Une décision", title_en="")
        text = page(client, page_of(record, "en"))
        assert '<h1 lang="fr">Une décision</h1>' in text
        assert "(in French)" in text

    def test_are_escaped(self, client):
        record = DecisionFactory(publication="published", title_en="<b>bold</b>", text_en="<script>")
        text = page(client, page_of(record, "en"))
        assert "<b>" not in text
        assert "<script>" not in text

    def test_keep_the_internal_note(self, client):
        record = DecisionFactory(publication="published", note="for staff alone")
        assert "for staff alone" not in page(client, page_of(record, "en"))

    def test_keep_the_birth_date_of_the_living(self, client):
        living = PersonFactory(publication="published", birth="1959-03-16")
        dead = PersonFactory(publication="published", birth="1954-09-21", death="2022-07-08")
        assert facts_of_page(client, page_of(living, "en")) == []
        assert days_of_page(client, page_of(living, "en")) == []
        assert ("Born", "21 September 1954") in facts_of_page(client, page_of(dead, "en"))


class TestAddresses:
    @pytest.mark.parametrize(("accepted", "home"), [("en-GB", "/en/"), ("fr", "/fr/"), ("ja", "/fr/"), ("", "/fr/")])
    def test_root_leads_to_the_language_of_the_reader(self, client, accepted, home):
        response = client.get("/", headers={"accept-language": accepted})
        assert (response.status_code, response["Location"]) == (302, home)
        assert "Accept-Language" in response["Vary"]

    def test_former_and_foreign_slugs_and_keys_lead_on(self, client):
        PartnerFactory(publication="published", key="jp", slug_fr="japon", slug_en="japan")
        FormerAddress.objects.create(kind="partner", key="jp", language="en", slug="nippon")
        for slug in ("japon", "jp", "nippon"):
            response = client.get(f"/en/partners/{slug}/?on=2018-05-24")
            assert (response.status_code, response["Location"]) == (301, "/en/partners/japan/?on=2018-05-24")

    def test_twin_keeps_the_query(self, client):
        PartnerFactory(publication="published", slug_fr="japon", slug_en="japan")
        text = page(client, "/en/partners/japan/?on=2018-05-24")
        assert (
            '<a href="/fr/partenaires/japon/?on=2018-05-24" lang="fr" hreflang="fr" rel="alternate">Français</a>'
            in text
        )
        assert 'hreflang="x-default" href="http://testserver/fr/partenaires/japon/"' in text
        assert 'rel="canonical" href="http://testserver/en/partners/japan/"' in text
        assert 'property="og:locale" content="en_GB"' in text
        assert '<meta name="robots" content="noindex">' in text
        plain = page(client, "/fr/partenaires/japon/")
        assert 'property="og:locale" content="fr_FR"' in plain
        assert ">English</a>" in plain
        assert 'content="noindex"' not in plain

    def test_sitemap_names_both_languages(self, client):
        PartnerFactory(publication="published", slug_fr="japon", slug_en="japan")
        text = client.get("/sitemap.xml").text
        assert "<loc>http://testserver/fr/partenaires/japon/</loc>" in text
        assert 'hreflang="en" href="http://testserver/en/partners/japan/"' in text


class TestPermanentAddress:
    @pytest.mark.parametrize("kind", FACTORIES)
    def test_leads_to_the_place_of_every_kind(self, client, kind):
        record = FACTORIES[kind](publication="published")
        response = client.get(f"/id/{kind}/{record.key}", headers={"accept-language": "en"})
        assert response.status_code == 303
        assert response["Location"].startswith("/en/")
        assert "Accept-Language" in response["Vary"]
        assert client.get(response["Location"].partition("#")[0]).status_code == 200

    @pytest.mark.parametrize("kind", FACTORIES)
    def test_is_not_found_for_drafts_and_gone_for_withdrawn(self, client, kind):
        FACTORIES[kind](key="draft", publication="draft")
        withdraw(FACTORIES[kind](key="withdrawn"))
        assert client.get(f"/id/{kind}/draft").status_code == 404
        assert client.get(f"/id/{kind}/withdrawn").status_code == 410

    def test_holds_where_the_key_has_changed(self, client):
        PartnerFactory(publication="published", key="jpn", slug_en="japan")
        Partner.objects.update(key="jp")
        response = client.get("/id/partner/jpn", headers={"accept-language": "en"})
        assert (response.status_code, response["Location"]) == (303, "/en/partners/japan/")
        assert client.get("/en/partners/jpn/")["Location"] == "/en/partners/japan/"

    def test_of_a_meeting_says_why_its_visit_was_withdrawn(self, client):
        visit = VisitFactory(publication="published")
        MeetingFactory(key="talks", stop=StopFactory(visit=visit))
        withdraw(visit)
        response = client.get("/id/meeting/talks")
        assert response.status_code == 410
        assert "Entered twice." in response.text

    def test_is_not_found_for_what_does_not_exist(self, client):
        assert client.get("/id/partner/nobody").status_code == 404
        assert client.get("/id/banana/jp").status_code == 404

    def test_of_a_part_shows_it_on_its_owners_page(self, client):
        designation = DesignationFactory(
            publication="published", mission__publication="published", embassy__publication="published"
        )
        path, _, anchor = client.get(f"/id/designation/{designation.key}")["Location"].partition("#")
        assert f'id="{anchor}"' in page(client, path)

    def test_of_a_meeting_at_a_stop_follows_its_visit(self, client):
        visit = VisitFactory(publication="published")
        MeetingFactory(key="talks", stop=StopFactory(visit=visit))
        path, _, anchor = client.get("/id/meeting/talks")["Location"].partition("#")
        assert f'id="{anchor}"' in page(client, path)
        visit.publication = "draft"
        visit.save()
        assert client.get("/id/meeting/talks").status_code == 404


class TestTimeline:
    def test_line_has_its_anatomy(self, client):
        DecisionFactory(publication="published", key="a-decision")
        text = page(client, "/en/timeline/")
        assert 'id="decision-a-decision-on"' in text
        line = text.partition('id="decision-a-decision-on"')[2].partition("</li>")[0]
        assert '<time datetime="2018-05-24">24 May 2018</time>' in line
        assert '<h2 class="year">2018</h2>' in text
        assert 'href="/id/decision/a-decision"' in line
        assert 'href="/en/decisions/a-decision/"' in line

    @pytest.mark.parametrize(
        "query",
        ["from=banana", "on=2018", "on=2018-02-30", "order=up", "after=%21", "to=2010&from=2018", "after=a&before=b"],
    )
    def test_nonsense_is_refused(self, client, query):
        response = client.get(f"/en/timeline/?{query}")
        assert response.status_code == 400
        assert "<h1>" in response.text

    @past_the_fence()
    def test_unknown_draft_and_withdrawn_keys_look_alike(self, client):
        PartnerFactory(key="draft")
        withdraw(PartnerFactory(key="gone"))
        decision = DecisionFactory(publication="published", key="public")
        decision.partners.add(*type(PartnerFactory.build()).objects.all())
        for key in ("draft", "gone", "unknown"):
            text = page(client, f"/en/timeline/?partner={key}")
            assert "holds nothing public" in text
            assert "decision-public-on" not in text

    def test_costs_the_same_however_many_lines(self, client):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                client.get("/en/timeline/")
            return len(queries)

        for _ in range(2):
            DecisionFactory(publication="published", body__publication="published")
        few = cost()
        for _ in range(20):
            DecisionFactory(publication="published", body__publication="published")
        assert cost() == few


class TestLists:
    def test_keep_what_possibly_lasted_on_a_day(self, client):
        PartnerFactory(publication="published", key="early", period="1990/1999")
        PartnerFactory(publication="published", key="late", period="2005~/..")
        text = page(client, "/en/partners/?on=2004-06-01")
        assert "/en/partners/late/" in text
        assert "/en/partners/early/" not in text

    def test_lead_from_whoever_holds_an_office_to_the_sources(self, client):
        tenure = TenureFactory(period="2018-07-01/2019-01-01", **PUBLISHED)
        CitationFactory(tenure=tenure, source__publication="published", source__title_en="A source")
        text = page(client, "/en/offices/?on=2018-09-01")
        assert 'href="#note-1"' in text
        assert "A source" in text.partition('id="note-1"')[2]

    def test_turn_their_pages(self, client):
        for number in range(PAGE_SIZE + 1):
            PersonFactory(publication="published", key=f"p-{number}", name=f"Person {number:03}")
        first = page(client, "/en/people/")
        assert f"Person {PAGE_SIZE - 1:03}" in first
        assert f"Person {PAGE_SIZE:03}" not in first
        following = first.partition('rel="next" href="')[2].partition('"')[0]
        assert f"Person {PAGE_SIZE:03}" in page(client, f"/en/people/{following}")


class TestTitles:
    ASKED = (
        *("timeline/", "timeline/?partner=jp", "timeline/?partner=kr", "timeline/?kind=visit", "timeline/?from=2010"),
        *("visits/", "visits/?partner=jp", "people/", "people/?letter=a", "people/?on=2018-09-01"),
        *("search/", "search/?q=japan", "search/?q=japan&kind=partner", "compare/", "compare/?partner=jp&partner=kr"),
        *("cite/partner/jp/", "cite/partner/kr/", "report/partner/jp/", "report/partner/kr/", ""),
    )

    def test_no_two_pages_have_one_title_or_one_description(self, client):
        for key, name in (("jp", "Japan"), ("kr", "Korea")):
            PartnerFactory(key=key, state__name_en=name, state__publication="published", **PUBLISHED)
        heads = {}
        for address in self.ASKED:
            text = client.get(f"/en/{address}").content.decode()
            title, told = (
                re.search(r"<title>(.*?) – Register", text),
                re.search(r'name="description" content="(.*?)"', text),
            )
            heads[address] = title and title[1], told[1]
            canonical = re.search(r'rel="canonical" href="(.*?)"', text)[1]
            assert canonical == f"http://testserver/en/{address.partition('?')[0]}"
        assert heads["timeline/?partner=jp"][0] == "Timeline: Japan"
        assert heads["visits/?partner=jp"][0] == "Visits: Japan"
        assert "<h1>Timeline: Japan</h1>" in client.get("/en/timeline/?partner=jp").content.decode()
        for place in (0, 1):
            said = [each[place] for each in heads.values()]
            assert sorted(set(said)) == sorted(said)
