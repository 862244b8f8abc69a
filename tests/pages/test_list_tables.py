"""What lists say beside a name: asked through the pages."""

import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from django.utils.translation import override

from partnerships.addresses import localized
from partnerships.models import Person
from partnerships.pages.list_tables import latest_careers, representations
from tests.factories import (
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import TODAY, plain, rows

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


class TestRows:
    def test_of_people_name_their_offices_and_years(self, client):
        office = OfficeFactory(name_en="Minister", name_fr="Ministre", **PUBLIC)
        TenureFactory(office=office, person=PersonFactory(**PUBLIC), period="2012-12-26/2020-09-16", **PUBLIC)
        assert "Minister, 2012–2020" in client.get("/en/people/").text.replace(" – ", "–")

    @pytest.mark.parametrize(
        ("number", "said"), [(2, "Office 1, 2001 · Office 0, 2000"), (3, "Office 2, 2002 · Office 1, 2001 · 1 other")]
    )
    def test_of_people_name_two_offices_and_count_the_rest(self, number, said):
        person = PersonFactory(**PUBLIC)
        for one in range(number):
            office = OfficeFactory(name_en=f"Office {one}", **PUBLIC)
            TenureFactory(office=office, person=person, period=f"200{one}", **PUBLIC)
        with override("en"):
            assert strip_tags(latest_careers([person])[person.pk]).replace(";", " ·") == said

    @pytest.mark.parametrize(
        ("days", "said"),
        [((), "dates unknown"), (("2016-12",), "2016 at least"), (("2018", "2016"), "2016–2018 at least")],
    )
    def test_of_people_name_the_years_in_which_a_source_shows_them_where_it_says_no_more(self, days, said):
        tenure = TenureFactory(
            office=OfficeFactory(name_en="Post", **PUBLIC), person=PersonFactory(**PUBLIC), period="/", **PUBLIC
        )
        for day in days:
            MilestoneFactory(tenure=tenure, kind="seen", date=day)
        with override("en"):
            assert strip_tags(latest_careers([tenure.person])[tenure.person.pk]) == f"Post, {said}"

    def test_of_people_tell_of_what_is_to_come_until_it_has(self, client):
        TenureFactory(office=OfficeFactory(**PUBLIC), person=PersonFactory(**PUBLIC), period="2027/..", **PUBLIC)
        for minute, said in (("2026-12-31T22:59Z", "from 2027"), ("2026-12-31T23:00Z", "since 2027")):
            with time_machine.travel(minute, tick=False):
                assert said in client.get("/en/people/").text

    @pytest.mark.parametrize(("number", "said"), [(3, "A, B, C"), (4, "A, B, Cand others")])
    def test_of_visits_name_three_places_and_say_that_there_are_others(self, client, number, said):
        visit = VisitFactory(period="2018", **PUBLIC)
        for position, name in enumerate("ABCD"[:number], 1):
            StopFactory(visit=visit, position=position, place=PlaceFactory(name_en=name, **PUBLIC))
        (row,) = rows(client, "/en/visits/", "records")
        assert row[2] == said

    @past_the_fence()
    def test_of_visits_count_no_place_that_is_not_public(self, client):
        visit = VisitFactory(period="2018", **PUBLIC)
        for position, name in enumerate("ABCD", 1):
            place = PlaceFactory(name_en=name, **(PUBLIC if name != "A" else {}))
            StopFactory(visit=visit, position=position, place=place)
        (row,) = rows(client, "/en/visits/", "records")
        assert row[2] == "B, C, D"

    def test_of_visits_name_those_who_were_met(self, client):
        visit = VisitFactory(period="2018", **PUBLIC)
        talks = MeetingFactory(stop=StopFactory(visit=visit))
        off = MeetingFactory(stop=None, visit=visit, status="cancelled")
        for name, fields in (
            ("Visitor", {"visit": visit, "role": "visitor"}),
            ("Host", {"visit": visit, "role": "host"}),
            ("Speaker", {"meeting": talks}),
            ("Third", {"meeting": MeetingFactory(stop=None, visit=visit)}),
            ("Missed", {"meeting": off}),
        ):
            ParticipationFactory(person=PersonFactory(name=name, **PUBLIC), **fields)
        ParticipationFactory(person=Person.objects.get(name="Visitor"), meeting=talks)
        (row,) = rows(client, "/en/visits/", "records")
        assert row[2:4] == ["Visitor", "Host, Thirdand others"]
        # Where the columns stand beneath one another, nothing else tells the two apart.
        assert re.findall(r'data-word="([^"]*)"', client.get("/en/visits/").text) == ["Met with"]

    def test_of_visits_name_the_body_that_was_met_where_nobody_is(self, client):
        visit = VisitFactory(period="2018", **PUBLIC)
        body = OrganizationFactory(name_en="Council", **PUBLIC)
        ParticipationFactory(visit=visit, person=None, organization=body, role="host")
        (row,) = rows(client, "/en/visits/", "records")
        assert row[2] == "Council"

    def test_of_people_say_nothing_of_an_office_that_is_not_public(self):
        person = PersonFactory(**PUBLIC)
        TenureFactory(office=OfficeFactory(name_en="Secret office"), person=person, **PUBLIC)
        assert latest_careers([person]) == {}

    def test_of_people_name_no_drafts(self, client):
        secret = OfficeFactory(name_en="Secret office", publication="draft")
        TenureFactory(office=secret, person=PersonFactory(**PUBLIC), **PUBLIC)
        TenureFactory(office=OfficeFactory(name_en="Hidden tenure", **PUBLIC), person=PersonFactory(**PUBLIC))
        text = client.get("/en/people/").text
        assert "Secret office" not in text
        assert "Hidden tenure" not in text

    def test_of_partners_say_since_when_they_have_a_mission_and_who_heads_it(self, client):
        partner = PartnerFactory(**PUBLIC)
        mission = MissionFactory(
            state=partner.state, organization=partner.organization, period="2018-07-01/..", **PUBLIC
        )
        for record in (partner.state, partner.organization):
            record.publication = "published"
            record.save()
        office = OfficeFactory(mission=mission, heads_post=True, **PUBLIC)
        TenureFactory(
            office=office, person=PersonFactory(name="Akira A", **PUBLIC), period="2018-07-01/2018-12-31", **PUBLIC
        )
        text = client.get("/en/partners/?on=2018-09-01").text
        assert "since <time" in text or "1 July 2018" in text
        assert "Akira A" in text
        assert "Head on that day" in text
        assert "Akira A" not in client.get("/en/partners/?on=2017-09-01").text

    def test_of_partners_say_what_is_not_recorded_of_a_mission(self, client):
        partner = PartnerFactory(state__publication="published", organization__publication="published", **PUBLIC)
        MissionFactory(state=partner.state, organization=partner.organization, period="", **PUBLIC)
        assert "not recorded" in client.get("/en/partners/?on=2018-09-01").text

    def test_of_partners_say_that_no_mission_is_recorded(self, client):
        PartnerFactory(state__publication="published", organization__publication="published", **PUBLIC)
        assert "no mission recorded" in client.get("/en/partners/").text

    @pytest.mark.parametrize("kind", ["person", "partner", "mission", "office"])
    def test_take_no_query_for_each(self, client, kind):
        counts = []
        for _ in range(2):
            for _ in range(3):
                office = OfficeFactory(heads_post=True, mission=MissionFactory(**PUBLIC), **PUBLIC)
                PartnerFactory(state=office.mission.state, organization=office.mission.organization, **PUBLIC)
                TenureFactory(office=office, person=PersonFactory(**PUBLIC), **PUBLIC)
            with CaptureQueriesContext(connection) as queries:
                client.get(localized(f"{kind}-list", "en"))
            counts.append(len(queries))
        assert counts[0] == counts[1]


@pytest.mark.usefixtures("english")
class TestRepresentations:
    def known(self, mission):
        return representations([mission], TODAY, TODAY)[mission.pk]

    @pytest.mark.parametrize(
        ("period", "designated", "since"),
        [
            ("2018-07-01/..", "2020-01-02/..", "1 July 2018"),
            ("2001/2019", "2020-01-02/..", "2001–2019"),
            # Where it is not known since when it stood, the first post that served as it says so.
            ("", "2020-01-02/..", "2 January 2020"),
            ("/", "2020-01-02/..", "2 January 2020"),
            ("", "", "not known"),
            ("", None, "not known"),
        ],
    )
    def test_say_since_when_a_mission_stands_or_is_served(self, period, designated, since):
        mission = MissionFactory(period=period, **PUBLIC)
        if designated is not None:
            DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLIC), period=designated, **PUBLIC)
            DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLIC), period="2021-01-01/..")
        if designated:
            DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLIC), period="2022-01-01/..", **PUBLIC)
        assert plain(*self.known(mission).since.values) == since

    def test_name_the_posts_and_each_ground_once_as_far_as_they_are_public(self):
        mission, decision = MissionFactory(**PUBLIC), DecisionFactory(**PUBLIC)
        for name, shown, ground in (
            ("First", PUBLIC, decision),
            ("Second", PUBLIC, decision),
            ("Third", PUBLIC, None),
            ("Fourth", PUBLIC, DecisionFactory()),
            ("Hidden", {}, None),
        ):
            embassy = EmbassyFactory(name_en=name, **shown)
            DesignationFactory(mission=mission, embassy=embassy, decision=ground, **PUBLIC)
        served = self.known(mission).served
        assert plain(*served.values) == "First, Second, Third, Fourth"
        assert len(served.aside) == 1
        assert self.known(MissionFactory(**PUBLIC)).served.values == []

    def test_say_that_the_head_is_not_recorded_where_no_office_heads_it(self):
        mission = MissionFactory(**PUBLIC)
        OfficeFactory(mission=mission, **PUBLIC)
        assert plain(*self.known(mission).head.values) == "not recorded"
        office = OfficeFactory(mission=mission, heads_post=True, **PUBLIC)
        person = PersonFactory(name="Person A", **PUBLIC)
        TenureFactory(office=office, person=person, period="2018-01-01/..", checked_on=TODAY, **PUBLIC)
        assert plain(*self.known(mission).head.values) == "Person A"
