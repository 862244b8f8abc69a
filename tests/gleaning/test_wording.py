import pytest

from partnerships.gleaning.proposals import Proposal, ProposedFact
from partnerships.gleaning.vocabulary import Known
from partnerships.gleaning.wording import draft_titles, records_of_facts
from tests.factories import OrganizationFactory, PlaceFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestTitles:
    def test_are_made_in_both_languages(self):
        body, state = OrganizationFactory(key="nac"), StateFactory(key="jp")
        facts = [
            ProposedFact("body", "", Known("organization", body.key)),
            ProposedFact("partners", "", Known("state", state.key)),
        ]
        assert draft_titles(Proposal(1, "decision", ["…"], facts), records_of_facts(facts)) == {
            "fr": "Décision du Conseil de l’Atlantique Nord\xa0: Japon",
            "en": "Decision of the North Atlantic Council: Japan",
        }

    def test_french_elides_before_a_vowel(self):
        place = PlaceFactory(key="brussels")
        facts = [ProposedFact("visitor", "", value="Osamu Izawa"), ProposedFact("stop", "", Known("place", place.key))]
        assert draft_titles(Proposal(1, "visit", ["…"], facts), records_of_facts(facts)) == {
            "fr": "Visite d’Osamu Izawa\xa0: Bruxelles",
            "en": "Visit by Osamu Izawa: Brussels",
        }

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("variant", "french", "english"),
        [
            ("call", "Entretien téléphonique", "Telephone call"),
            ("press_conference", "Conférence de presse", "Press conference"),
            ("talks", "Entretien", "Talks"),
        ],
    )
    def test_a_meeting_is_called_what_it_was(self, variant, french, english):
        facts = [ProposedFact("interlocutor", "", value="Osamu Izawa")]
        assert draft_titles(Proposal(1, "meeting", ["…"], facts, variant=variant), {}) == {
            "fr": f"{french}\xa0: Osamu Izawa",
            "en": f"{english}: Osamu Izawa",
        }

    def test_kind_that_has_none_gets_none(self):
        assert draft_titles(Proposal(1, "designation", ["…"]), {}) == {"fr": "", "en": ""}
