"""What a proposal takes from a text."""

import pytest

from partnerships.gleaning.known_names import Known
from partnerships.gleaning.people import NamedPerson
from partnerships.gleaning.proposals import Proposal, ProposedFact, person_fact

pytestmark = pytest.mark.once
JAPAN = Known("state", "jp")


class TestProposal:
    def test_says_a_fact_once(self):
        proposal = Proposal(1, "visit", ["A passage."])
        proposal.add([ProposedFact("partners", "Japan", JAPAN), None, ProposedFact("partners", "Tokyo", JAPAN)])
        assert [fact.passage for fact in proposal.facts] == ["Japan"]

    def test_gives_the_facts_of_some_fields_in_their_order(self):
        day, state = ProposedFact("date", "24 May", value="2018-05-24"), ProposedFact("state", "Japan", JAPAN)
        proposal = Proposal(1, "visit", [], [day, state])
        assert (proposal.of("state", "date"), proposal.first("state")) == ([day, state], state)
        assert proposal.first("place") is None


def test_facts_are_told_apart_by_field_and_by_what_they_name():
    assert ProposedFact("partners", "Japan", JAPAN).name == "partners:state.jp"
    assert ProposedFact("date", "24 May", value="2018-05-24").name == "date:2018-05-24"


def test_somebody_without_a_name_is_told_from_others_by_the_title():
    nameless = person_fact("interlocutor", NamedPerson("", "Minister for Trade", 0, 5, state=Known("state", "jp")))
    assert (nameless.name, nameless.passage, nameless.is_named) == (
        "interlocutor:Minister for Trade",
        "Minister for Trade",
        False,
    )
    assert nameless.state == Known("state", "jp")
    assert person_fact("interlocutor", NamedPerson("Anna Berg", "", 0, 5)).is_named
