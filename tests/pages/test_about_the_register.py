"""The pages that a public register owes."""

import pytest
from django.utils.translation import override

from partnerships.models.pages import OWED
from partnerships.pages.about_the_register import STANDING, computed, contact, first_texts
from tests.factories import PUBLISHED, PageFactory

pytestmark = pytest.mark.django_db


class TestStanding:
    def test_every_page_has_its_address_in_both_languages(self):
        found = {}
        for language in ("en", "fr"):
            with override(language):
                found[language] = [str(page.path) for page in STANDING.values()]
        assert found["en"] == [f"{name}/" for name in STANDING]
        assert {"a-propos/", "methode/", "completude/", "accessibilite/", "confidentialite/"} < set(found["fr"])


class TestContact:
    def test_is_what_the_operator_says(self, settings):
        assert contact()[0].href == ""
        settings.EDITORS_CONTACT = "mailto:editors@example.org"
        assert contact()[0].written == "editors@example.org"

    @pytest.mark.parametrize("address", ["editors@example.org", "https://example.org/form", "+32 2 707 00 00"])
    def test_text_that_names_an_address_says_it_alone(self, settings, address):
        page = PageFactory(key="contact", text_en="Write to us, [corrections](/id/page/corrections).", **PUBLISHED)
        assert contact()[0].href == ""
        page.text_en = f"Write to us: {address}."
        page.save()
        assert contact() == []
        settings.EDITORS_CONTACT = "mailto:editors@example.org"
        assert len(contact()) == 1


class TestComputed:
    @pytest.mark.parametrize("key", STANDING)
    def test_of_an_empty_register_nothing_is_added_that_says_nothing(self, key):
        with override("en"):
            assert all(map(bool, computed(key)))

    def test_other_texts_have_nothing_beside_them(self):
        assert computed("help") == []


class TestFirstTexts:
    def test_each_page_that_is_owed_has_one_in_both_languages(self):
        assert list(first_texts()) == list(STANDING) == list(OWED)
        for page in first_texts().values():
            assert all(
                getattr(page, f"{name}_{code}") for name in ("title", "summary", "text") for code in ("fr", "en")
            )
