"""Who answered a decision about all partners."""

import re

import pytest

from partnerships.models import Decision, Partner
from partnerships.pages import answers_to_decision
from partnerships.pages.answers_to_decision import _missions, answered, where_answered
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    CitationFactory,
    DecisionFactory,
    MissionFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
    StatementFactory,
    past_the_fence,
)
from tests.pages.reading import asked

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


@pytest.fixture
@deferred()
def invitation():
    nato = OrganizationFactory(key="nato", **PUBLIC)
    decision = DecisionFactory(key="d", date="2011-04-15", scope="all_partners", **PUBLIC)
    DecisionFactory(key="later", date="2018-05-24", follows=decision, **PUBLIC)
    for name, since in (("Japan", "2018-07-01"), ("Sweden", "2012"), ("Malta", ""), ("Nowhere", "2013")):
        state = StateFactory(key=name.lower(), name_en=name, **PUBLIC)
        PartnerFactory(state=state, organization=nato, period="2000/..", **PUBLIC)
        if since:
            shown = {} if name == "Nowhere" else PUBLIC
            mission = MissionFactory(
                key=f"m-{name}".lower(), state=state, organization=nato, period=f"{since}/..", **shown
            )
            CitationFactory(mission=mission, source__title_en=f"About {name}", source__publication="published")
    return decision


def page(client):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get("/en/decisions/d/").text))


class TestAnswered:
    def test_says_who_since_when_how_we_know_and_who_is_not_recorded(self, client, invitation):
        table, _, rest = (
            page(client)
            .partition("Missions of these partners, each with its decision")[2]
            .partition("no mission is recorded")
        )
        assert "2 missions recorded." in table
        assert re.search("Sweden.*2012.*Japan.*1 July 2018", table)
        assert "Malta" not in table
        missing = rest.partition("Partners on that day")[0]
        assert "Malta" in missing
        assert "Nowhere" in missing
        assert "About Sweden" in rest
        assert "About Nowhere" not in rest

    def test_a_table_that_is_cut_counts_all_and_takes_nobody_for_missing(self, client, invitation, monkeypatch):
        monkeypatch.setattr(answers_to_decision, "MOST", 1)
        table, _, rest = (
            page(client)
            .partition("Missions of these partners, each with its decision")[2]
            .partition("no mission is recorded")
        )
        assert "2 missions recorded." in table
        assert "All missions" in table
        assert "Sweden" in table
        assert "Japan" not in table + rest.partition("Partners on that day")[0]

    def test_a_table_that_is_whole_leads_nowhere(self, client, invitation, monkeypatch):
        monkeypatch.setattr(answers_to_decision, "MOST", 2)
        table = client.get("/en/decisions/d/").text.partition("Missions of these partners, each with its decision")[2]
        assert '<p class="onward">' not in table.partition("</section>")[0]

    def test_number_that_is_said_nowhere_public_is_not_told(self, client, invitation):
        StatementFactory(count=30, text_en="Hidden").decisions.set([invitation])
        table = page(client).partition("Missions of these partners, each with its decision")[2]
        assert table.startswith(" 2 missions recorded. Partner ")

    def test_says_how_many_there_are_said_to_be(self, client, invitation):
        statement = {"count": 20, "qualifier": "more_than", "text_en": "More than twenty."}
        StatementFactory(**statement, **PUBLIC).decisions.set([invitation])
        StatementFactory(count=30, text_en="Hidden").decisions.set([invitation])
        assert "2 missions recorded. More than twenty." in page(client)

    def test_names_those_too_who_perhaps_were_partners_on_that_day(self, client, invitation):
        state, nato = StateFactory(name_en="Korea", **PUBLIC), OrganizationFactory._meta.model.objects.get(key="nato")
        PartnerFactory(state=state, organization=nato, period="[2010..2012]/..", **PUBLIC)
        MissionFactory(state=state, organization=nato, period="2014/..", **PUBLIC)
        table = page(client).partition("each with its decision")[2].partition("no mission is recorded")[0]
        assert "3 missions recorded." in table
        assert "Korea" in table

    def test_is_for_decisions_about_all_partners_that_something_followed(self, client, invitation):
        invitation.followed_by.all().delete()
        assert "Missions of these partners" not in page(client)
        partners = [*Partner.objects.all()]
        assert answered(invitation, partners, [], asked()) == []
        assert answered(invitation, [], [DecisionFactory()], asked()) == []
        assert answered(invitation, partners, [DecisionFactory()], asked())

    @past_the_fence()
    def test_hidden_source_of_a_mission_is_none(self, invitation):
        partner = Partner.objects.get(state__key="sweden")
        (mission,) = _missions(invitation, [partner])
        CitationFactory(mission=mission, source__title_en="Hidden")
        table, *_rest = answered(invitation, [partner], [DecisionFactory()], asked())
        assert [one.source.title_en for one in table.rows[0].cells[1].citations] == ["About Sweden"]

    @past_the_fence()
    def test_missions_are_those_of_public_states_to_the_organisations_of_which_they_are_partners(self, invitation):
        partners = [*Partner.objects.filter(state__key__in=("japan", "sweden"))]
        (japan,) = (one.state for one in partners if one.state.key == "japan")
        MissionFactory(
            key="elsewhere", state=japan, organization=OrganizationFactory(**PUBLIC), period="2012", **PUBLIC
        )
        assert [one.key for one in _missions(invitation, partners)] == ["m-sweden", "m-japan"]
        japan.publication = "draft"
        japan.save()
        assert [one.key for one in _missions(invitation, partners)] == ["m-sweden"]

    @pytest.mark.usefixtures("english")
    def test_are_led_to_where_all_partners_are_concerned_and_something_followed(self, invitation):
        assert where_answered(invitation).endswith("/#answered")
        invitation.scope = Decision.Scope.PARTNERS
        assert where_answered(invitation).endswith("/")
        last = DecisionFactory(scope="all_partners", **PUBLIC)
        assert where_answered(last).endswith("/")
