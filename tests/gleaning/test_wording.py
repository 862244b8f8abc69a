import pytest

from partnerships.gleaning.known_names import Known
from partnerships.gleaning.proposals import Proposal, ProposedFact
from partnerships.gleaning.wording import Words, head_names, post_names, records_of_facts
from tests.factories import EmbassyFactory, MissionFactory, OrganizationFactory, PersonFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestPosts:
    def test_are_named_in_both_languages_after_both_sides(self):
        japan, belgium = StateFactory(key="jp"), StateFactory(key="be", name_fr="Belgique", name_en="Belgium")
        assert post_names(japan, belgium) == {
            "name_fr": "Ambassade du Japon en Belgique",
            "name_en": "Embassy of Japan in Belgium",
        }

    def test_give_their_heads_a_title_where_it_is_always_the_same(self):
        japan, belgium = StateFactory(key="jp"), StateFactory(key="be", name_fr="Belgique", name_en="Belgium")
        embassy = EmbassyFactory(state=japan, receiving_state=belgium)
        assert head_names(embassy) == {
            "name_fr": "Ambassadeur du Japon en Belgique",
            "name_en": "Ambassador of Japan to Belgium",
        }
        nato = OrganizationFactory(abbreviation_fr="OTAN", abbreviation_en="NATO")
        assert head_names(MissionFactory(state=japan, organization=nato)) == {
            "name_fr": "Chef de la mission du Japon auprès de l’OTAN",
            "name_en": "Head of the mission of Japan to NATO",
        }
        embassy.kind = "legation"
        assert head_names(embassy) == {}

    def test_have_no_name_where_one_side_is_not_known(self):
        assert post_names(StateFactory(), None) == post_names(None, StateFactory()) == {}


class TestWords:
    def test_are_names_of_records_or_what_the_text_has(self):
        nato = OrganizationFactory(abbreviation_fr="OTAN", abbreviation_en="NATO")
        facts = [
            ProposedFact("organization", "", Known("organization", nato.key)),
            ProposedFact("interlocutor", "", value="Osamu Izawa"),
            ProposedFact("interlocutor", "", Known("person", PersonFactory(name="Shinzo Abe").key)),
        ]
        words = Words(Proposal(1, "meeting", ["…"], facts), records_of_facts(facts), "fr")
        assert (words.name("organization"), words.names("interlocutor")) == ("OTAN", "Osamu Izawa, Shinzo Abe")
        assert (words.name("stop"), words.of("Osamu Izawa")) == ("", "d’Osamu Izawa")
