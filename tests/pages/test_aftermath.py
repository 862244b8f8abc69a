"""What followed from a decision, in its order."""

import re
from datetime import date

import pytest

from partnerships import kept_in_process
from partnerships.models import Decision, Designation
from partnerships.pages import aftermath as aftermath_of_decision
from partnerships.pages.aftermath import Aftermath, aftermath, aftermath_strip, aftermath_table
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import asked, rows, table_rows

pytestmark = pytest.mark.django_db
PATH = "/en/decisions/d/"


@pytest.fixture
def decision():
    decision = DecisionFactory(key="d", **PUBLISHED)
    mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
    OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    post = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    DesignationFactory(decision=decision, mission=mission, embassy=embassy, period="2018-07-01/2020-12-31", **PUBLISHED)
    person = PersonFactory(name="Person A", **PUBLISHED)
    TenureFactory(office=post, person=person, period="2017-01-01/2019-10-01", **PUBLISHED)
    return decision


class TestAftermath:
    def test_has_designations_heads_and_later_decisions_in_their_order(self, client, decision):
        later = DecisionFactory(title_en="The next", date="2019-01-01", follows=decision, **PUBLISHED)
        DecisionFactory(title_en="The last", date="2019-02-01", follows=later, **PUBLISHED)
        assert rows(client, PATH, "aftermath") == [
            [
                "1 July 2018 – 31 December 2020",
                "the embassy of Japan in Belgium serves as the mission of Japan to NATO",
                "designation",
            ],
            ["1 July 2018 – 1 October 2019", "Person A heads the mission of Japan to NATO", "as Ambassador"],
            ["1 January 2019", "The next", "later decision"],
            ["1 February 2019", "The last", "later decision"],
        ]

    def test_has_the_mission_of_a_partner_for_which_no_post_is_designated(self, client, decision, monkeypatch):
        mission = decision.designations.get().mission
        jordan = StateFactory(name_en="Jordan", **PUBLISHED)
        for state in (mission.state, jordan):
            decision.partners.add(PartnerFactory(state=state, organization=mission.organization, **PUBLISHED))
        names = {"state": jordan, "organization": mission.organization, "name_en": "Mission of Jordan to NATO"}
        MissionFactory(period="2019-03-01/..", **names, **PUBLISHED)
        MissionFactory(period="2001/..", **{**names, "name_en": "Earlier"}, **PUBLISHED)
        MissionFactory(period="2019/..", **{**names, "name_en": "Draft"})
        assert rows(client, PATH, "aftermath")[2:] == [
            ["since 1 March 2019", "the mission of Jordan to NATO", "mission, no designation recorded"]
        ]
        # Where the designations leave no room, it has none.
        monkeypatch.setattr(aftermath_of_decision, "MOST", 1)
        kept_in_process.forget()
        assert "the mission of Jordan to NATO" not in [row[1] for row in rows(client, PATH, "aftermath")]

    def test_says_of_no_mission_designated_under_another_decision_that_no_designation_is_recorded(
        self, client, decision
    ):
        for key in ("a", "b"):
            state = StateFactory(name_en=key, **PUBLISHED)
            mission = MissionFactory(
                state=state, organization=decision.designations.first().mission.organization, period="2019", **PUBLISHED
            )
            ground = decision if key == "a" else DecisionFactory(**PUBLISHED)
            post = EmbassyFactory(state=state, **PUBLISHED)
            DesignationFactory(decision=ground, mission=mission, embassy=post, period="2019", **PUBLISHED)
            decision.partners.add(PartnerFactory(state=state, organization=mission.organization, **PUBLISHED))
        found = [row[2] for row in rows(client, PATH, "aftermath")]
        assert sorted(found) == ["as Ambassador", "designation", "designation"]

    @pytest.mark.parametrize(("number", "label"), [(1, "Mission"), (2, "Missions")])
    def test_is_drawn_under_one_word_or_the_other(self, client, decision, number, label):
        for _one in range(number - 1):
            mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
            DesignationFactory(decision=decision, mission=mission, embassy=embassy, **PUBLISHED)
        words = re.findall(r'<text class="lane"[^>]*>([^<]*)</text>', client.get(PATH).text)
        assert words == ["Decisions", label, "Head of mission"]

    def test_is_drawn(self, client, decision):
        assert "<svg" in client.get(PATH).text

    def test_of_nothing_is_neither_drawn_nor_told(self, client):
        DecisionFactory(key="d", **PUBLISHED)
        assert "<svg" not in client.get(PATH).text
        assert rows(client, PATH, "aftermath") == []

    def test_leaves_drafts_out(self, client, decision):
        DecisionFactory(title_en="Secret decision", follows=decision)
        DesignationFactory(decision=decision, mission=MissionFactory(name_en="Secret mission"), **PUBLISHED)
        before = rows(client, PATH, "aftermath")
        mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
        DesignationFactory(decision=decision, mission=mission, embassy=embassy)
        assert "Secret" not in client.get(PATH).text
        assert rows(client, PATH, "aftermath") == before


@pytest.mark.parametrize(
    ("designations", "later", "follows"),
    [([Designation()], [], True), ([], [Decision()], True), ([], [], False)],
)
def test_something_followed_where_a_post_was_designated_or_a_decision_came_later(designations, later, follows):
    assert bool(Aftermath(Decision(), asked(), designations, later)) is follows


@pytest.mark.usefixtures("english")
class TestHeads:
    def test_by_another_designation_of_the_same_mission_did_not_follow(self, decision):
        embassy = EmbassyFactory(**PUBLISHED)
        post = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
        mission = decision.designations.get().mission
        others = {"decision": DecisionFactory(**PUBLISHED), "mission": mission, "embassy": embassy}
        DesignationFactory(period="2021-01-01/2022-12-31", **others, **PUBLISHED)
        person = PersonFactory(name="Person B", **PUBLISHED)
        TenureFactory(office=post, person=person, period="2021-01-01/2022-12-31", **PUBLISHED)
        said = [row[1] for row in table_rows(aftermath_table(aftermath(decision, asked())))]
        assert [words.partition(" heads")[0] for words in said if "heads" in words] == ["Person A"]

    def test_look_as_sure_as_they_are(self, decision):
        designation = decision.designations.get()
        designation.period = "[2018-01-01..2019-06-01]/2020-12-31"
        designation.save()
        table = aftermath_table(aftermath(decision, asked()))
        looks = {cells[1]: row.look for cells, row in zip(table_rows(table), table.rows, strict=True)}
        assert looks["Person A heads the mission of Japan to NATO"] == ""
        assert looks["possibly Person A heads the mission of Japan to NATO"] == "not-known"


@pytest.mark.usefixtures("english")
class TestDrawing:
    def test_has_the_decision_that_it_follows_as_far_as_that_is_public(self, decision):
        earlier = DecisionFactory(title_en="Before", date="2017-01-01", **PUBLISHED)
        decision.follows = earlier
        drawn = aftermath_strip(aftermath(decision, asked("2019-01-01")))
        assert (drawn.title, drawn.chosen) == ("Designation of an embassy", (date(2019, 1, 1), "1 January 2019"))
        assert [mark.title.partition(",")[0] for mark in drawn.lanes[0].marks] == [
            "Before",
            "Designation of an embassy",
        ]
        earlier.publication = "draft"
        with past_the_fence():
            earlier.save()
        drawn = aftermath_strip(aftermath(decision, asked()))
        assert [mark.title.partition(",")[0] for mark in drawn.lanes[0].marks] == ["Designation of an embassy"]
