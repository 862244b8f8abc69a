"""The page that asks before a record is deleted."""

from partnerships.models import Change, Decision
from tests.factories import AreaFactory, CitationFactory, DecisionFactory, PartnerFactory, StopFactory, VisitFactory

from ..browsing import address

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
        as_role("reviewer").post(address("decision", "delete", decision.pk), {"post": "yes"})
        assert not Decision.objects.exists()
        told = Change.objects.get(kind="decision", key=decision.key)
        assert (told.action, told.by, told.after) == ("delete", staff["reviewer"], None)
        assert told.before

    def test_names_what_stands_in_the_way(self, as_role):
        stop = StopFactory(visit=VisitFactory(title_fr="La visite"))
        page = address("place", "delete", stop.place.pk)
        answer = as_role("reviewer").get(page, headers=FRENCH)
        assert f'<a href="{address("visit", "change", stop.visit.pk)}">La visite</a> (Visite)' in answer.text
        as_role("reviewer").post(page, {"post": "yes"})
        assert type(stop.place).objects.filter(pk=stop.place.pk).exists()

    def test_a_link_to_many_stands_in_the_way_like_any_other(self, as_role):
        visit, area = VisitFactory(title_fr="La visite"), AreaFactory()
        visit.areas.add(area)
        page = address("area", "delete", area.pk)
        answer = as_role("reviewer").get(page, headers=FRENCH)
        assert f'<a href="{address("visit", "change", visit.pk)}">La visite</a> (Visite)' in answer.text
        as_role("reviewer").post(page, {"post": "yes"})
        assert list(visit.areas.all()) == [area]
