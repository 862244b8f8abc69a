"""The pages that a public register owes, as readers meet them."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from partnerships.addresses import localized
from partnerships.models import Page
from partnerships.pages.about_the_register import STANDING, first_texts
from tests.factories import PUBLISHED, PageFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestFirstTexts:
    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize("name", STANDING)
    def test_stand_where_nothing_was_published(self, client, name, language):
        PageFactory(key=name, title_en="A draft", title_fr="Un brouillon")
        text = client.get(localized(name, language)).content.decode()
        first = first_texts()[name]
        assert f"<h1>{first.read('title', language)[0]}</h1>" in text
        assert f'content="{first.read("summary", language)[0]}"' in text
        assert "A draft" not in text
        assert "Un brouillon" not in text

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_lead_to_one_another_in_their_language(self, client, language):
        text = client.get(localized("about", language)).content.decode().partition('<div class="prose"')[2]
        assert all(f'href="{localized(name, language)}"' in text for name in ("method", "completeness", "corrections"))

    def test_are_loaded_as_records_which_say_the_same(self, client):
        before = {name: client.get(localized(name, "fr")).content.decode() for name in STANDING}
        call_command("loaddata", "pages", verbosity=0)
        for name, text in before.items():
            prose = text.partition('<div class="prose">')[2].partition("</div>")[0]
            assert prose in client.get(localized(name, "fr")).content.decode(), name
        assert client.get("/id/page/method", headers={"accept-language": "fr"})["Location"] == "/fr/methode/"


class TestPages:
    def test_say_what_staff_published_beside_what_is_computed(self, client):
        StateFactory(key="jp", **PUBLISHED)
        text = "## What is missing\n\nMuch of [Japan](/id/state/jp), <b>all</b> of [Korea](/id/state/kr)."
        PageFactory(key="completeness", title_en="What is covered", summary_en="In short.", text_en=text, **PUBLISHED)
        page = client.get("/en/completeness/").content.decode()
        assert "<h1>What is covered</h1>" in page
        assert 'content="In short."' in page
        assert "<h2>What is missing</h2>" in page
        assert 'Much of <a href="/en/states/jp/">Japan</a>, &lt;b&gt;all&lt;/b&gt; of Korea.' in page
        assert 'class="table table-kinds"' in page

    def test_have_one_address_each(self, client):
        PageFactory(key="method", slug_en="how-to-read", **PUBLISHED)
        PageFactory(key="help", **PUBLISHED)
        assert client.get("/en/pages/how-to-read/")["Location"] == "/en/method/"
        assert client.get("/fr/pages/help/").status_code == 200
        listed = client.get("/en/pages/").content.decode()
        assert 'href="/en/method/"' in listed
        assert 'href="/en/pages/help/"' in listed
        sitemap = client.get("/sitemap.xml").content.decode()
        assert sitemap.count("/en/method/</loc>") == 1
        assert "/en/pages/help/</loc>" in sitemap
        assert "how-to-read" not in sitemap

    def test_a_withdrawn_one_says_so(self, client):
        PageFactory(key="licence", publication="withdrawn", withdrawal_reason_en="Being rewritten.")
        answer = client.get("/en/licence/")
        assert answer.status_code == 410
        words = " ".join(answer.content.decode().split())
        assert "<p>Reason: Being rewritten.</p>" in words
        assert f'<a href="{localized("licence", "fr")}" lang="fr" hreflang="fr"' in words

    def test_are_found_by_their_words_and_not_by_their_markup(self, client):
        PageFactory(key="method", text_en="## Twilight\n\nSee [the *dawn*](https://zephyr.example).", **PUBLISHED)
        found = client.get("/en/search/?q=twilight").content.decode()
        assert 'href="/en/method/"' in found
        assert 'href="/en/method/"' not in client.get("/en/search/?q=zephyr").content.decode().partition("<footer")[0]

    def test_every_page_leads_to_them(self, client):
        text = client.get("/fr/chronologie/").content.decode()
        assert all(f'href="{localized(name, "fr")}"' in text for name in STANDING)

    def test_contact_says_who_is_reached(self, client, settings):
        assert "mailto:" not in client.get("/en/contact/").content.decode()
        settings.EDITORS_CONTACT = "mailto:editors@example.org"
        assert 'href="mailto:editors@example.org"' in client.get("/en/contact/?a=1").content.decode()

    def test_one_without_its_french_says_so(self, client):
        PageFactory(key="about", title_fr="", text_fr="", text_en="Only in English.", **PUBLISHED)
        assert '<div lang="en"><p>Only in English.</p>' in client.get("/fr/a-propos/").content.decode()
        with override("fr"):
            assert str(Page.objects.get())

    def test_foot_names_the_publisher(self, client, settings):
        assert "Published by the editors of the register." in client.get("/en/contact/").text
        settings.PUBLISHER = "Example Institute"
        assert "Published by Example Institute." in client.get("/en/contact/?a=2").text
