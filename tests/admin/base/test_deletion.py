"""The page that asks before a record is deleted."""

import re

from django.contrib.admin import site
from django.test import Client

from partnerships.admin.base.deletion import SeenDeletionMixin
from partnerships.models import Area, Change, Decision, Visit
from tests.admin.conftest import PASSWORD
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    StopFactory,
    VisitFactory,
)

from ..browsing import address, delete, deletion, press

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


class TestDeletion:
    def test_names_the_record_and_counts_its_parts(self, as_role, staff):
        decision = DecisionFactory()
        decision.partners.add(PartnerFactory())
        CitationFactory.create_batch(2, decision=decision)
        page = as_role("reviewer").get(address("decision", "delete", decision.pk), headers=FRENCH)
        assert "<h1>Supprimer «\xa0Désignation d’une ambassade\xa0»\u202f?</h1>" in page.text
        assert "Références\xa0: 2" in page.text
        assert "_partners" not in page.text
        assert list(page.context["model_count"]) == [("Références", 2)]
        assert re.search(r'Accueil</a>\s*› <a href="/admin/partnerships/decision/">Décisions</a>', page.text)
        delete(as_role("reviewer"), decision)
        assert not Decision.objects.exists()
        told = Change.objects.get(kind="decision", key=decision.key)
        assert (told.action, told.by, told.after) == ("delete", staff["reviewer"], None)
        assert told.before

    def test_of_a_meeting_of_a_visit_is_a_change_of_the_visit(self, as_role, staff):
        meeting = MeetingFactory(stop=StopFactory())
        delete(as_role("reviewer"), meeting)
        told = Change.objects.get(kind="visit")
        assert (told.action, told.by, len(told.before) - len(told.after)) == ("update", staff["reviewer"], 1)

    def test_names_what_stands_in_the_way(self, as_role):
        stop = StopFactory(visit=VisitFactory(title_fr="La visite"))
        page = address("place", "delete", stop.place.pk)
        answer = as_role("reviewer").get(page, headers=FRENCH)
        assert f'<a href="{address("visit", "change", stop.visit.pk)}">La visite</a> (Visite)' in answer.text
        as_role("reviewer").post(page, deletion(answer))
        assert type(stop.place).objects.filter(pk=stop.place.pk).exists()

    def test_a_link_to_many_stands_in_the_way_like_any_other(self, as_role):
        visit, area = VisitFactory(title_fr="La visite"), AreaFactory()
        visit.areas.add(area)
        page = address("area", "delete", area.pk)
        answer = as_role("reviewer").get(page, headers=FRENCH)
        assert f'<a href="{address("visit", "change", visit.pk)}">La visite</a> (Visite)' in answer.text
        as_role("reviewer").post(page, deletion(answer))
        assert list(visit.areas.all()) == [area]


class TestUnseenChange:
    def sees(self, as_role, record):
        """Let a reviewer open the page that asks; return where it is sent, and what."""
        page = address(record._meta.model_name, "delete", record.pk)
        return page, deletion(as_role("reviewer").get(page))

    def test_is_not_deleted_but_shown(self, as_role, staff):
        area = AreaFactory()
        page, sent = self.sees(as_role, area)
        other = Client(headers=ENGLISH)
        assert other.login(username="editor", password=PASSWORD)
        assert press(other, area, note="Nobody has seen this.").status_code == 302
        answer = as_role("reviewer").post(page, sent, headers=ENGLISH)
        note = answer.text.split('class="errornote"')[1].split("</div>")[0]
        assert "Somebody else has changed this since you opened this page. Nothing is deleted" in note
        assert f'href="{address("area", "change", area.pk)}"' in note
        assert "editor" in note
        assert "Internal note" in note
        assert Area.objects.get(pk=area.pk).note == "Nobody has seen this."
        assert not Change.objects.filter(action="delete").exists()
        # Whoever has looked again deletes it with the version that this page showed.
        assert f'name="version" value="{deletion(answer)["version"]}"' in answer.text
        assert as_role("reviewer").post(page, deletion(answer)).status_code == 302
        assert not Area.objects.filter(pk=area.pk).exists()

    def test_a_part_that_came_counts(self, as_role):
        visit = VisitFactory()
        page, sent = self.sees(as_role, visit)
        StopFactory(visit=visit)
        assert as_role("reviewer").post(page, sent).status_code == 200
        assert Visit.objects.filter(pk=visit.pk).exists()

    def test_a_form_without_a_version_deletes_nothing(self, as_role):
        area = AreaFactory()
        answer = as_role("reviewer").post(address("area", "delete", area.pk), {"post": "yes"})
        assert answer.context["overtaken"]
        assert Area.objects.filter(pk=area.pk).exists()

    def test_nothing_of_the_back_office_is_deleted_otherwise(self, rf, staff):
        """Whatever may be deleted there has such a page, and no list deletes many."""
        request = rf.get("/")
        request.user, request.session = staff["administrator"], {}
        deleting = [each for each in site._registry.values() if each.has_delete_permission(request)]
        assert len(deleting) > 20
        assert [each for each in deleting if not isinstance(each, SeenDeletionMixin)] == []
        assert [each for each in deleting if "delete_selected" in each.get_actions(request)] == []
