"""The words of the back-office, in French and in English."""

import json
import re

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages

from partnerships.folding import fold
from partnerships.models import Area, Decision
from partnerships.records.kinds import KINDS
from tests.factories import AreaFactory, CitationFactory, DecisionFactory, PartnerFactory, StopFactory, VisitFactory

from .test_pages import address, submitted

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


@pytest.mark.parametrize("language", ["fr", "en"])
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


class TestParts:
    def test_are_numbered_without_signs(self, as_role):
        stop = StopFactory(position=1)
        page = as_role("editor").get(address("visit", "change", stop.visit.pk), headers=FRENCH).text
        found = re.findall(r"<h3>(.*?)</h3>", page, re.DOTALL)
        headings = [" ".join(re.sub("<[^>]+>", " ", heading).split()) for heading in found]
        assert headings[0].startswith("Étape 1. Bruxelles")
        assert "Étape 2" in headings
        assert "#" not in "".join(headings)

    def test_number_is_written_as_in_french(self, as_role):
        page = as_role("editor").get(address("visit", "add"), headers=FRENCH).text
        assert "Étape n°" in page
        assert "nº" not in page


class TestMenu:
    def test_is_in_the_order_of_the_language(self, as_role):
        page = as_role("administrator").get("/admin/", headers=FRENCH)
        for app in page.context["app_list"]:
            names = [str(model["name"]) for model in app["models"]]
            assert names == sorted(names, key=fold)

    def test_is_that_of_every_page(self, as_role):
        models = as_role("editor").get(address("visit", "add"), headers=FRENCH).context["available_apps"][0]["models"]
        names = [str(model["name"]) for model in models]
        assert names.index("Énoncés") < names.index("États") < names.index("Visites")


class TestFilters:
    def test_scope_of_a_decision_is_that_of_its_partners(self, as_role):
        page = as_role("editor").get(address("decision", "changelist"), headers=FRENCH).text
        assert "Par partenaires concernés" in page
        assert "Par concerne" not in page

    def test_finds_by_it(self, as_role):
        DecisionFactory(scope="all_partners"), DecisionFactory()
        page = as_role("editor").get(address("decision", "changelist") + "?scope__exact=all_partners")
        assert [found.scope for found in page.context["cl"].result_list] == ["all_partners"]


class TestMessages:
    def said(self, answer):
        return [str(message) for message in get_messages(answer.wsgi_request)]

    def test_say_that_a_record_is_saved(self, as_role):
        client = as_role("editor")
        seen = submitted(client.get(address("area", "add"))) | {"name_fr": "L’<eau>"}
        answer = client.post(address("area", "add"), seen, headers=FRENCH)
        page = address("area", "change", Area.objects.get().pk)
        assert self.said(answer) == [f'«\xa0<a href="{page}">L’&lt;eau&gt;</a>\xa0» est enregistré.']
        answer = client.post(page, submitted(client.get(page)), headers=ENGLISH)
        assert self.said(answer) == [f'“<a href="{page}">L’&lt;eau&gt;</a>” is saved.']

    def test_say_that_a_record_is_deleted(self, as_role):
        answer = as_role("reviewer").post(address("area", "delete", AreaFactory().pk), {"post": "yes"}, headers=FRENCH)
        assert self.said(answer) == ["«\xa0sûreté maritime\xa0» est supprimé."]


class TestDeletion:
    def test_names_the_record_and_counts_its_parts(self, as_role):
        decision = DecisionFactory()
        decision.partners.add(PartnerFactory())
        CitationFactory.create_batch(2, decision=decision)
        page = as_role("reviewer").get(address("decision", "delete", decision.pk), headers=FRENCH)
        assert "<h1>Supprimer «\xa0Désignation d’une ambassade\xa0»\xa0?</h1>" in page.text
        assert "Références\xa0: 2" in page.text
        assert "_partners" not in page.text
        assert list(page.context["model_count"]) == [("Références", 2)]
        as_role("reviewer").post(address("decision", "delete", decision.pk), {"post": "yes"})
        assert not Decision.objects.exists()

    def test_names_what_stands_in_the_way(self, as_role):
        stop = StopFactory(visit=VisitFactory(title_fr="La visite"))
        page = address("place", "delete", stop.place.pk)
        answer = as_role("reviewer").get(page, headers=FRENCH)
        assert f'<a href="{address("visit", "change", stop.visit.pk)}">La visite</a> (Visite)' in answer.text
        as_role("reviewer").post(page, {"post": "yes"})
        assert type(stop.place).objects.filter(pk=stop.place.pk).exists()


class TestSlugs:
    @pytest.mark.parametrize("apostrophe", ["'", "’"])
    def test_take_apostrophes_for_spaces(self, as_role, apostrophe):
        client = as_role("editor")
        seen = submitted(client.get(address("area", "add")))
        client.post(address("area", "add"), seen | {"name_fr": f"Vœux d{apostrophe}essai", "name_en": "Trial"})
        area = Area.objects.get()
        assert (area.slug_fr, area.slug_en) == ("voeux-d-essai", "trial")

    def test_are_not_made_by_a_script_of_other_rules(self, as_role):
        assert as_role("editor").get(address("area", "add")).context["adminform"].prepopulated_fields == []

    def test_keep_away_from_the_key_of_another(self, as_role):
        AreaFactory(key="trial", slug_en=None)
        client = as_role("editor")
        client.post(address("area", "add"), submitted(client.get(address("area", "add"))) | {"name_en": "Trial"})
        assert Area.objects.get(name_en="Trial").slug_en == "trial-2"


class TestHelp:
    @pytest.mark.parametrize("kind", ["visit", "meeting"])
    def test_says_that_the_title_of_a_meeting_may_stay_empty(self, as_role, kind):
        assert "May stay empty" in as_role("editor").get(address(kind, "add"), headers=ENGLISH).text


def test_every_kind_and_part_has_its_button():
    for model in KINDS.values():
        record_admin = admin.site.get_model_admin(model.model)
        assert record_admin.add_text
        assert all(inline.add_text for inline in record_admin.inlines)
