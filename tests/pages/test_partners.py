"""The page of a partner: who represents it, and what has passed."""

import re

import pytest

from partnerships import kept_in_process
from partnerships.addresses import address
from partnerships.most_on_a_page import MEETINGS_OF_A_PARTNER
from partnerships.pages.partners import LATEST, LATEST_AGREEMENTS, MOST, SOME_OFFICES, _acts, _embassies, _line
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import cards_of_page, cells, hrefs, rows, said

pytestmark = pytest.mark.django_db
PATH = "/en/partners/jp/"


@pytest.fixture
@deferred()
def partner():
    state, body = StateFactory(name_en="Japan", **PUBLISHED), OrganizationFactory(**PUBLISHED)
    partner = PartnerFactory(key="jp", state=state, organization=body, period="1990/..", **PUBLISHED)
    mission = MissionFactory(state=state, organization=body, **PUBLISHED)
    office = OfficeFactory(state=state, mission=mission, heads_post=True, **PUBLISHED)
    person = PersonFactory(name="Person A", **PUBLISHED)
    TenureFactory(office=office, person=person, period="2015-01-01/2016-12-31", **PUBLISHED)
    return partner


class TestPage:
    def test_answers_for_the_day(self, client, partner):
        assert said(client, f"{PATH}?on=2015-06-01") == ["On 1 June 2015 Person A headed the mission of Japan to NATO."]

    @past_the_fence()
    def test_frameworks_are_named_as_far_as_they_are_public(self, client, partner):
        for name, fields in (("Framework A", PUBLISHED), ("Framework B", {})):
            framework = FrameworkFactory(name_en=name, **fields)
            MembershipFactory(state=partner.state, organization=None, framework=framework, **PUBLISHED)
        line = re.search(r'<p class="line-of-facts">(.*?)</p>', client.get(PATH).text, re.S)[1]
        assert "Framework A" in line
        assert "not public" not in line

    def test_mission_to_another_body_is_not_its_own(self, client, partner):
        mission = MissionFactory(state=partner.state, name_en="Mission elsewhere", **PUBLISHED)
        OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
        assert len(said(client, f"{PATH}?on=2015-06-01")) == 1

    def test_what_is_too_much_to_be_drawn_each_is_drawn_over_all_years(self, client, partner):
        number = MOST + 1
        for year in range(1990, 1990 + number):
            DecisionFactory(date=str(year), **PUBLISHED).partners.add(partner)
            VisitFactory(period=str(year), **PUBLISHED).partners.add(partner)
        figure = client.get(PATH).text.partition('<figure class="drawing"')[2].partition("</figure>")[0]
        for lane in ("Decisions and agreements", "Visits"):
            assert f">{lane} ({number})<" in figure
        assert figure.count('aria-label="2015–2019: 5 lines"') == 2
        assert "the higher, the more in these years" in figure

    def test_visits_stand_as_a_table_the_cancelled_marked(self, client, partner):
        place = PlaceFactory(name_en="Tokyo", **PUBLISHED)
        for period, status in (("2017-10-31", "held"), ("2018-01-01", "cancelled")):
            visit = VisitFactory(period=period, status=status, **PUBLISHED)
            visit.partners.add(partner)
            StopFactory(visit=visit, place=place)
        assert rows(client, PATH, "visits") == [
            ["31 October 2017", "Visit to Tokyo", "Tokyo"],
            ["1 January 2018", "Visit to Tokyocancelled", "Tokyo"],
        ]

    def test_latest_are_those_of_all_even_of_more_than_are_read(self, client, partner):
        for year in range(1990, 1990 + MOST + 3):
            AgreementFactory(date=str(year), **PUBLISHED).partners.add(partner)
        assert rows(client, PATH, "agreements")[-1][0] == str(1990 + MOST + 2)

    @pytest.mark.parametrize("kind", ["visit", "agreement"])
    @pytest.mark.parametrize(("more", "leads_on"), [(0, False), (1, True)])
    def test_all_is_led_to_with_its_number_where_more_are_there_than_are_shown(
        self, client, partner, kind, more, leads_on
    ):
        number = {"visit": LATEST, "agreement": LATEST_AGREEMENTS}[kind] + more
        for _one in range(number):
            if kind == "visit":
                VisitFactory(period="2018", **PUBLISHED).partners.add(partner)
            else:
                AgreementFactory(date="2018", **PUBLISHED).partners.add(partner)
        way = f'<a href="/en/timeline/?partner=jp&amp;kind={kind}">All {kind}s ({number})</a>'
        assert (way in client.get(PATH).text) is leads_on

    def test_all_is_led_to_without_a_number_where_not_all_are_read(self, client, partner):
        for year in range(1990, 1990 + MOST):
            AgreementFactory(date=str(year), **PUBLISHED).partners.add(partner)
        page = client.get(PATH).text
        assert "All agreements</a>" in page

    def test_mission_without_a_head_on_record_has_its_card_and_what_cites_the_partnership_its_number(self, client):
        bare = PartnerFactory(key="kr", state=StateFactory(**PUBLISHED), period="2005/..", **PUBLISHED)
        mission = MissionFactory(state=bare.state, organization=bare.organization, name_en="Mission K", **PUBLISHED)
        CitationFactory(partner=bare, source__publication="published")
        page = client.get("/en/partners/kr/").text
        assert f'id="mission-{mission.key}"' in page or "Mission K" in page.partition('id="mission-all"')[2]
        assert "<sup" in re.search(r'<p class="said">(.*?)</p>', page, re.S)[1]

    def test_since_when_it_is_a_partner_is_said_once(self, client):
        PartnerFactory(key="kr", state=StateFactory(**PUBLISHED), period="2005/..", **PUBLISHED)
        assert client.get("/en/partners/kr/").text.count("Partner of") == 0
        # Of another day the answer says something else.
        assert client.get("/en/partners/kr/?on=1990-01-01").text.count("Partner of") == 1

    def test_latest_agreements_lead_to_all(self, client, partner):
        for year in range(2001, 2009):
            AgreementFactory(date=str(year), **PUBLISHED).partners.add(partner)
        assert [row[0] for row in rows(client, PATH, "agreements")] == [str(year) for year in range(2003, 2009)]
        assert "/en/timeline/?partner=jp&kind=agreement" in hrefs(client, PATH)

    def test_agreement_is_a_turning_point(self, client, partner):
        AgreementFactory(date="2013-04-15", title_en="Joint declaration", **PUBLISHED).partners.add(partner)
        turns = client.get(PATH).text.partition('id="turning-points"')[2].partition("</section>")[0]
        assert "Joint declaration" in turns

    def test_visits_say_who_travelled(self, client, partner):
        visit = VisitFactory(period="2017-10-31", title_en="Visit", **PUBLISHED)
        visit.partners.add(partner)
        ParticipationFactory(visit=visit, person=PersonFactory(name="Person B", **PUBLISHED), role="visitor")
        assert rows(client, PATH, "visits") == [["31 October 2017", "Visit", "Person B"]]

    def test_latest_meetings_stand_folded_and_lead_to_the_others(self, client, partner):
        for year in range(2001, 2011):
            meeting = MeetingFactory(key=f"m{year}", date=str(year), stop=None, visit=None, **PUBLISHED)
            meeting.partners.add(partner)
        found = [key for key in cards_of_page(client, PATH) if key.startswith("record-meeting-")]
        assert found == [f"record-meeting-m{year}" for year in range(2008, 2011)]
        assert "/en/timeline/?kind=meeting&partner=jp" in hrefs(client, PATH)
        moved = client.get("/id/meeting/m2001", headers={"accept-language": "en"})
        assert moved["location"].startswith("/en/timeline/")
        # Whatever names one of them leads to where it stands, not to a page that shows others.
        assert address(meeting, "en").startswith("/en/timeline/")
        assert len(found) == MEETINGS_OF_A_PARTNER

    def test_who_was_in_office_that_day_stands_folded_with_its_sources(self, client, partner):
        office = OfficeFactory(state=partner.state, name_en="Minister A", **PUBLISHED)
        tenure = TenureFactory(
            office=office,
            person__name="Person B",
            person__publication="published",
            period="2015-01-01/2015-12-31",
            **PUBLISHED,
        )
        CitationFactory(tenure=tenure, source__publication="published")
        later = "not known1last seen: Person B, 31 December 2015"
        for day, held in (("2015-06-01", "Person B1"), ("2016-06-01", later)):
            # The head of the mission is told of above; 1 is the number of the source.
            assert rows(client, f"{PATH}?on={day}", "office") == [["Minister A", held]]
        for number in range(SOME_OFFICES):
            OfficeFactory(state=partner.state, name_en=f"Office {number}", **PUBLISHED)
        assert len(rows(client, PATH, "office")) == SOME_OFFICES
        assert "/en/offices/?partner=jp" in hrefs(client, PATH)

    def test_two_days_show_what_happened_between(self, client, partner):
        for year in (2010, 2015, 2019):
            decision = DecisionFactory(title_en=f"Decision of {year}", date=f"{year}-05-01", **PUBLISHED)
            decision.partners.add(partner)
        text = client.get(f"{PATH}?on=2018-01-01&and=2014-01-01").text
        between = text.partition('id="changes"')[2].partition("</section>")[0]
        assert "decision of 2015" in between
        assert "Decision of 2010" not in between
        assert "Decision of 2019" not in between
        assert "Person A takes office" in between
        assert "/en/timeline/?partner=jp&amp;detail=all&amp;from=2014-01-01&amp;to=2018-01-01" in between

    @pytest.mark.usefixtures("english")
    def test_missions_stand_there_but_for_a_single_one_that_is_headed(self, partner):
        def keys(*, headed):
            return [block.key for block in _acts(partner, [], [], headed) if block]

        assert ("mission-all" in keys(headed=True), "mission-all" in keys(headed=False)) == (False, True)
        MissionFactory(state=partner.state, organization=partner.organization, **PUBLISHED)
        kept_in_process.forget()
        assert "mission-all" in keys(headed=True)

    @past_the_fence()
    def test_embassies_are_those_that_serve_as_its_missions_each_once(self, partner):
        mission = partner.state.missions.get()
        embassy = EmbassyFactory(**PUBLISHED)
        for post in (embassy, embassy, EmbassyFactory()):
            DesignationFactory(mission=mission, embassy=post, **PUBLISHED)
        DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLISHED))
        assert _embassies(partner) == [embassy]

    @pytest.mark.usefixtures("english")
    @past_the_fence()
    def test_line_says_since_when_it_is_a_partner_where_the_answer_does_not_and_names_no_hidden_state(self, partner):
        assert cells(_line(partner, [], is_asked=False)) == ["State: Japan"]
        assert cells(_line(partner, [], is_asked=True)) == [
            "Partner of the North Atlantic Council since 1990",
            "State: Japan",
        ]
        partner.state.publication = "draft"
        assert cells(_line(partner, [], is_asked=False)) == []
