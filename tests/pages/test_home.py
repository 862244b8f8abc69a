"""The home page: the question answered in place, and the missions as a table."""

import re

import pytest
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import strip_tags

from partnerships import dates, kept_in_process
from partnerships.models import Mission, Office, Organization, State
from partnerships.pages.home import home_content
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import TODAY, around, rows, said, table_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
@deferred()
def missions():
    body = OrganizationFactory(abbreviation_en="NATO", **PUBLISHED)
    for key, name in (("jp", "Japan"), ("kr", "Korea")):
        state = StateFactory(name_en=name, **PUBLISHED)
        mission = MissionFactory(
            key=key, name_en=f"Mission of {name}", state=state, organization=body, period="2015-01-01/..", **PUBLISHED
        )
        office = OfficeFactory(key=f"head-{key}", mission=mission, heads_post=True, **PUBLISHED)
        person = PersonFactory(name=f"Person {name}", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2015-01-01/2016-12-31", **PUBLISHED)


class TestQuestion:
    def test_is_answered_in_place(self, client, missions):
        assert said(client, "/en/?mission=kr&on=2015-06-01") == [
            "On 1 June 2015 Person Korea headed the mission of Korea."
        ]

    def test_nobody_asked_is_about_the_mission_of_which_most_is_known_in_either_language(self, client, missions):
        for key, name, tenures in (("kr", "Corée", 1), ("jp", "Japon", 2)):
            mission = Mission.objects.get(key=key)
            head = Office.objects.get(mission=mission)
            head.name_fr = name
            head.save()
            embassy = EmbassyFactory(state=mission.state, **PUBLISHED)
            DesignationFactory(mission=mission, embassy=embassy, decision=DecisionFactory(**PUBLISHED), **PUBLISHED)
            ambassador = OfficeFactory(embassy=embassy, heads_post=True, **PUBLISHED)
            for _ in range(tenures):
                TenureFactory(office=ambassador, person=PersonFactory(**PUBLISHED), **PUBLISHED)
        for page in ("/fr/", "/en/"):
            assert '<option value="jp" selected>' in client.get(page).text

    def test_mission_that_is_named_in_the_other_language_alone_says_so(self, client, missions):
        Mission.objects.filter(key="kr").update(name_en=None, name_fr="Mission de Corée")
        text = client.get("/en/?mission=jp").text
        assert '<option value="jp" selected>Mission of Japan</option>' in text
        assert '<option value="kr" lang="fr">Mission de Corée</option>' in text

    @pytest.mark.parametrize(
        ("path", "title"),
        [
            ("/en/?mission=kr&on=2015-06-01", "Who headed the mission of Korea on 1 June 2015"),
            ("/en/?mission=kr", "Who heads the mission of Korea today"),
        ],
    )
    def test_that_is_asked_is_the_title_and_the_answer_the_description(self, client, missions, path, title):
        text = client.get(path).text
        assert f"<title>{title} – " in text
        assert f'id="question">{title}</h2>' in text
        [answer] = said(client, path)
        assert f'<meta name="description" content="{answer}">' in text

    def test_not_asked_leaves_the_title_of_the_register(self, client, missions):
        assert "<title>Who represents each partner" in client.get("/en/").text

    def test_answer_can_be_cited(self, client, missions):
        assert 'href="/en/cite/office/head-kr/?on=2015-06-01"' in client.get("/en/?mission=kr&on=2015-06-01").text

    def test_day_that_is_none_is_refused(self, client, missions):
        assert client.get("/en/?mission=kr&on=soon").status_code == 400

    def test_mission_without_a_head_on_record_is_offered_and_answered(self, client, missions):
        state, body = StateFactory(name_en="New Zealand", **PUBLISHED), Organization.objects.get()
        fields = {"state": state, "organization": body, "period": "2012-01-01/.."}
        MissionFactory(key="nz", name_en="Mission of New Zealand", **fields, **PUBLISHED)
        path = "/en/?mission=nz&on=2015-06-01"
        assert said(client, path) == ["It is not known who headed the mission of New Zealand on 1 June 2015."]
        assert "The register names no head of mission." in around(client, path)
        text = client.get(path).text
        assert '<option value="nz" selected>Mission of New Zealand</option>' in text
        assert "<title>Who headed the mission of New Zealand on 1 June 2015 – " in text
        assert 'href="/en/cite/mission/nz/?on=2015-06-01"' in text
        assert said(client, "/en/?mission=nz&on=2011-06-01") == [
            "On 1 June 2011 nobody headed the mission of New Zealand: it did not exist yet."
        ]
        assert '<option value="nz">' in client.get("/en/").text

    def test_missions_with_a_head_alone_are_offered_where_there_are_many(self, client, missions, monkeypatch):
        monkeypatch.setattr("partnerships.pages.home.MOST_MISSIONS", 3)
        fields = {"state": StateFactory(name_en="A", **PUBLISHED), "organization": Organization.objects.get()}
        MissionFactory(key="a", **fields, **PUBLISHED)
        assert [one in client.get("/en/").text for one in ('value="a"', 'value="jp"', 'value="kr"')] == [0, 1, 1]

    def test_mission_that_nobody_knows_has_no_answer(self, client, missions):
        assert said(client, "/en/?mission=xx") == []

    def test_draft_is_not_offered(self, client, missions):
        OfficeFactory(mission=MissionFactory(name_en="Secret mission"), heads_post=True, **PUBLISHED)
        assert "Secret" not in client.get("/en/").text


class TestTable:
    def test_says_since_when_and_who_was_last_seen(self, client, missions):
        first, second = rows(client, "/en/", "missions")
        assert first[:2] == ["Japan", "1 January 2015"]
        assert second[2].startswith("not known")
        assert "last seen: Person Korea" in second[2]

    @past_the_fence()
    def test_leaves_out_the_mission_of_a_state_that_is_not_public(self, client, missions):
        State.objects.filter(missions__key="kr").update(publication="draft")
        assert [row[0] for row in rows(client, "/en/", "missions")] == ["Japan"]

    @pytest.mark.parametrize(("most", "leads_on"), [(6, False), (2, False), (1, True)])
    def test_leads_to_all_missions_where_some_are_not_shown(self, client, missions, monkeypatch, most, leads_on):
        monkeypatch.setattr("partnerships.pages.home.MOST_ROWS", most)
        assert len(rows(client, "/en/", "missions")) == min(most, 2)
        section = client.get("/en/").text.partition("table-missions")[2].partition("</section>")[0]
        way = f"/en/missions/?body={Organization.objects.get().key}&amp;order=oldest"
        way = f'<a href="{way}">All 2 missions, in the order in which they opened</a>'
        assert (way in section) is leads_on

    def test_says_of_a_mission_that_no_head_is_recorded(self, client, missions):
        state, body = StateFactory(name_en="New Zealand", **PUBLISHED), Organization.objects.get()
        MissionFactory(key="nz", state=state, organization=body, period="2012/..", **PUBLISHED)
        first = rows(client, "/en/", "missions")[0]
        assert (first[0], first[2]) == ("New Zealand", "not recorded"), "the mission that opened first"

    def test_sentence_at_the_head_names_the_organisation_the_years_and_the_publisher(self, client, missions, settings):
        state = StateFactory(name_en="Elsewhere", **PUBLISHED)
        PartnerFactory(state=state, organization=Organization.objects.get(), period="1949/..", **PUBLISHED)
        partner = {"state": Mission.objects.get(key="jp").state, "organization": Organization.objects.get()}
        PartnerFactory(**partner, period="[1990..1993]/..", **PUBLISHED)
        words = f"The missions of 2 partners of NATO, from 1990 to {dates.today().year}, recorded by the editors of"
        assert words in strip_tags(client.get("/en/").text)
        settings.PUBLISHER = "Example Institute"
        french = strip_tags(client.get("/fr/?on=2018-01-01").text)
        assert f", de 1990 à {dates.today().year}, recensées par Example Institute" in french

    def test_empty_register_says_so(self, client):
        assert "Nothing has been published yet." in client.get("/en/").text

    def test_register_without_missions_does_not_say_that_it_is_empty(self, client):
        DecisionFactory(published_at=timezone.now(), **PUBLISHED)
        text = client.get("/en/").text
        assert "Nothing has been published yet." not in text
        words = (
            "No mission to an organisation is recorded yet in this register, published by the editors of the register;"
        )
        assert words in " ".join(strip_tags(text).split())


class TestDrawing:
    def test_says_the_day_of_a_decision_beneath_its_mark(self, client, missions):
        decision = DecisionFactory(date="2014-05-24", **PUBLISHED)
        mission = Mission.objects.get(key="kr")
        DesignationFactory(mission=mission, decision=decision, period="2015-01-01/..", **PUBLISHED)
        assert re.search(r"class=\"name [^>]*>24 May 2014<", client.get("/en/?mission=kr").text)


class TestFigure:
    def test_says_of_which_mission_it_is(self, client, missions):
        caption = client.get("/en/?mission=kr").text.partition("<figcaption")[2].partition("</figcaption>")[0]
        assert "Mission of Korea · " in caption


class TestChanges:
    def test_name_what_was_published_last_and_no_draft(self, client, missions):
        DecisionFactory(title_en="Published now", published_at=timezone.now(), **PUBLISHED)
        DecisionFactory(title_en="Secret draft", publication="draft")
        text = client.get("/en/").text
        assert "Published now" in text.partition('id="changes"')[2]
        assert "Secret draft" not in text


class TestCompleteness:
    def test_says_how_many_are_recorded_and_how_many_there_are_said_to_be(self, client, missions):
        said = StatementFactory(text_en="More than twenty have one.", count=20, date="2018", **PUBLISHED)
        said.organizations.add(Mission.objects.get(key="jp").organization)
        text = client.get("/en/").text
        assert "2 missions recorded." in text
        assert "More than twenty have one." in text

    def test_counts_nothing_that_is_said_of_some_partners_alone(self, client, missions):
        statement = StatementFactory(text_en="Some have one.", count=20, date="2018", **PUBLISHED)
        statement.organizations.add(Mission.objects.get(key="jp").organization)
        statement.states.add(State.objects.first())
        assert "Some have one." not in client.get("/en/").text.partition("2 missions recorded.")[2]


@pytest.mark.usefixtures("english")
class TestContent:
    def found(self, query=""):
        return home_content(QueryDict(query), TODAY)

    def test_leads_on_to_the_page_of_the_mission_to_today_and_to_the_citation(self, missions):
        day = TODAY.isoformat()
        ways = [(link.text, link.href) for link in self.found("mission=kr&on=2015-06-01").onward]
        assert ways == [
            ("All who headed this mission", "/en/missions/kr/"),
            ("Compare with today", f"/en/missions/kr/?on=2015-06-01&and={day}"),
            ("Cite this answer", "/en/cite/office/head-kr/?on=2015-06-01"),
        ]
        assert "Compare with today" not in [link.text for link in self.found("mission=kr").onward]
        Office.objects.filter(key="head-kr").update(heads_post=False)
        kept_in_process.forget()
        first, *_others, cite = self.found(f"mission=kr&on={day}").onward
        assert (first.text, cite.href) == ("The page of this mission", f"/en/cite/mission/kr/?on={day}")
        assert self.found("mission=none").onward == []

    def test_mission_told_of_is_that_of_whose_designation_by_a_decision_most_is_known(self, missions):
        for key, decision, tenures in (("jp", None, 3), ("kr", DecisionFactory(**PUBLISHED), 1)):
            embassy = EmbassyFactory(**PUBLISHED)
            mission = Mission.objects.get(key=key)
            DesignationFactory(mission=mission, embassy=embassy, decision=decision, **PUBLISHED)
            head = OfficeFactory(embassy=embassy, heads_post=True, **PUBLISHED)
            for _one in range(tenures):
                TenureFactory(office=head, **PUBLISHED)
        assert [choice.key for choice in self.found().choices if choice.chosen] == ["kr"]

    def test_is_about_the_organisation_with_most_public_missions(self, missions):
        other = OrganizationFactory(name_en="Other body", **PUBLISHED)
        MissionFactory(organization=other, **PUBLISHED)
        for _one in range(3):
            MissionFactory(organization=other)
        assert self.found().title.startswith("Who represents each partner at NATO")
        for _one in range(2):
            MissionFactory(organization=other, state__publication="published", **PUBLISHED)
        kept_in_process.forget()
        assert "Other body" in self.found().title

    def test_two_missions_of_one_state_are_those_of_one_partner(self, missions):
        japan = Mission.objects.get(key="jp")
        Mission.objects.filter(key="kr").update(state=japan.state)
        kept_in_process.forget()
        assert strip_tags(self.found().lead).startswith("The mission of one partner of NATO, from ")

    def test_table_names_the_decision_of_each_mission_else_its_post(self, missions):
        for key, decision in (("jp", DecisionFactory(date="2018-05-24", **PUBLISHED)), ("kr", None)):
            embassy = EmbassyFactory(name_en=f"Embassy {key}", **PUBLISHED)
            mission = Mission.objects.get(key=key)
            DesignationFactory(mission=mission, embassy=embassy, decision=decision, **PUBLISHED)
        grounds = {row[0]: row[2] for row in table_rows(self.found().missions)}
        assert "24 May 2018" in grounds["Japan"]
        assert grounds["Korea"] == "Embassy kr"
