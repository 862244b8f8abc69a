"""The fields of a draft, from the facts that somebody kept."""

import pytest

from partnerships.gleaning import facts_as_fields
from partnerships.gleaning.known_names import Known
from partnerships.gleaning.proposals import Proposal, ProposedFact
from partnerships.models import Partner
from tests.factories import PartnerFactory, StateFactory

TOLD = Proposal(
    1,
    "visit",
    [],
    [ProposedFact("period", "in May", value="2018-05"), ProposedFact("areas", "cyber", Known("area", "cyber"))],
)


@pytest.mark.once
class TestFields:
    def test_are_what_the_facts_say(self):
        assert facts_as_fields.first_value(TOLD, "period") == "2018-05"
        assert facts_as_fields.link_to(TOLD, "areas") == ["cyber"]
        assert facts_as_fields.links_to(TOLD, "areas") == [["cyber"]]

    def test_without_a_fact_say_nothing(self):
        assert facts_as_fields.first_value(TOLD, "date") == facts_as_fields.first_key(TOLD, "state") == ""
        assert facts_as_fields.link_to(TOLD, "period") is None

    def test_that_are_empty_stand_on_no_line(self):
        line = facts_as_fields.fixture_line("visit", key="a", partners=[], title_en="", position=0)
        assert line == {"model": "partnerships.visit", "fields": {"key": "a", "position": 0}}

    def test_meeting_of_a_long_visit_was_on_one_of_its_days(self):
        assert facts_as_fields.one_day_of("2018-05-24/2018-05-26") == "[2018-05-24..2018-05-26]"
        assert facts_as_fields.one_day_of("2018-05-24") == "2018-05-24"


@pytest.mark.django_db
def test_partners_are_the_partnerships_of_the_states_save_withdrawn_ones():
    japan, korea = StateFactory(key="jp"), StateFactory(key="kr")
    PartnerFactory(key="japan", state=japan)
    PartnerFactory(key="korea", state=korea)
    Partner.objects.filter(key="korea").update(publication="withdrawn", withdrawal_reason_en="An error.")
    named = [ProposedFact("partners", each.key, Known("state", each.key)) for each in (japan, korea)]
    assert facts_as_fields.partners_of(Proposal(1, "visit", [], named)) == [["japan"]]
