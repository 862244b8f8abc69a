"""The words of the back-office, in French and in English."""

import json

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages

from partnerships.models import Area, Change
from partnerships.records.kinds import KINDS
from tests.factories import (
    AreaFactory,
)

from ..browsing import address, as_it_stands, delete

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


@pytest.mark.parametrize("language", [pytest.param("fr", marks=pytest.mark.once), "en"])
class TestButtons:
    @pytest.mark.parametrize("kind", KINDS)
    def test_say_what_they_add(self, as_role, kind, language):
        page = as_role("editor").get(address(kind, "add"), headers={"accept-language": language})
        start = {"fr": "Ajouter un", "en": "Add a"}[language]
        assert page.context["title"].startswith(start)
        assert f"› {page.context['title']}" in page.text
        for part in page.context["inline_admin_formsets"]:
            options = json.loads(part.inline_formset_data)["options"]
            assert options["addText"].startswith(start)

    def test_of_a_list_say_what_it_holds(self, as_role, language):
        page = as_role("editor").get(address("visit", "changelist"), headers={"accept-language": language})
        assert page.context["title"] == {"fr": "Visites", "en": "Visits"}[language]
        assert {"fr": "Ajouter une visite", "en": "Add a visit"}[language] in page.text


class TestMessages:
    def said(self, answer):
        return [str(message) for message in get_messages(answer.wsgi_request)]

    def test_say_that_a_record_is_saved(self, as_role):
        client = as_role("editor")
        seen = as_it_stands(client, address("area", "add")) | {"name_fr": "L’<eau>"}
        answer = client.post(address("area", "add"), seen, headers=FRENCH)
        page = address("area", "change", Area.objects.get().pk)
        assert self.said(answer)[0] == f'La fiche «\xa0<a href="{page}">L’&lt;eau&gt;</a>\xa0» est enregistrée.'
        answer = client.post(page, as_it_stands(client, page), headers=ENGLISH)
        assert self.said(answer)[0] == f'“<a href="{page}">L’&lt;eau&gt;</a>” is saved.'

    def test_say_that_a_record_is_deleted(self, as_role):
        answer = delete(as_role("reviewer"), AreaFactory(), headers=FRENCH)
        (told,) = self.said(answer)
        assert told.startswith("La fiche «\xa0sûreté maritime\xa0» est supprimée. ")
        assert f'href="{address("change", "change", Change.objects.get(action="delete").pk)}"' in told


class TestHelp:
    @pytest.mark.parametrize("kind", ["visit", "meeting"])
    def test_says_that_the_title_of_a_meeting_may_stay_empty(self, as_role, kind):
        assert "May stay empty" in as_role("editor").get(address(kind, "add"), headers=ENGLISH).text


def test_every_kind_and_part_has_its_button():
    for model in KINDS.values():
        record_admin = admin.site.get_model_admin(model.model)
        assert record_admin.add_text
        assert all(inline.add_text for inline in record_admin.inlines)
