"""The pages that a public register owes, as readers meet them."""

import pytest
from django.utils.translation import override

from partnerships.addresses import localized
from partnerships.pages.standing import STANDING

pytestmark = pytest.mark.django_db


class TestPages:
    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize("name", STANDING)
    def test_each_has_a_text_in_its_language_and_a_description_of_its_own(self, client, name, language):
        text = client.get(localized(name, language)).content.decode()
        with override(language):
            assert f"<h1>{STANDING[name].title}</h1>" in text
            assert f'content="{STANDING[name].description}"' in text
        assert f'<div class="standing" lang="{language}">' in text

    def test_every_page_leads_to_them(self, client):
        text = client.get("/fr/chronologie/").content.decode()
        assert all(f'href="{localized(name, "fr")}"' in text for name in STANDING)

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_they_lead_to_one_another_in_their_language(self, client, language):
        text = client.get(localized("about", language)).content.decode().partition('<div class="standing"')[2]
        assert all(f'href="{localized(name, language)}"' in text for name in ("method", "completeness", "corrections"))

    def test_contact_says_who_is_reached(self, client, settings):
        assert "mailto:" not in client.get("/en/contact/").content.decode()
        settings.EDITORS_CONTACT = "mailto:editors@example.org"
        assert 'href="mailto:editors@example.org"' in client.get("/en/contact/?a=1").content.decode()
