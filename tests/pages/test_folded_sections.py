"""Sections of a page: each under an id of its own, each record under an address that exists."""

import re
from collections import Counter

import pytest

from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.pages.folded_sections import page_holding
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MeetingFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
)
from tests.pages.reading import ids

pytestmark = pytest.mark.django_db


def leads_to(client, address):
    """Whether a permanent address leads to a place that exists."""
    target = client.get(address, headers={"accept-language": "en"})["Location"]
    path, _hash, fragment = target.partition("#")
    return fragment in ids(client, path)


class TestIds:
    def test_are_unique_where_two_sections_are_of_one_kind(self, client):
        mission = MissionFactory(key="m", **PUBLISHED)
        DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLISHED), **PUBLISHED)
        other = MissionFactory(**PUBLISHED)
        DesignationFactory(mission=other, embassy=None, serving_mission=mission, **PUBLISHED)
        found = Counter(ids(client, "/en/missions/m/"))
        assert [name for name, number in found.items() if number > 1] == []
        assert {"designation-all", "designation-serving_mission-all"} <= set(found)


class TestFold:
    @pytest.mark.parametrize(("number", "said", "leads_on"), [(3, "(3)", False), (4, "(more than 3)", True)])
    def test_says_how_many_there_are_and_leads_on_where_more_are(self, client, monkeypatch, number, said, leads_on):
        monkeypatch.setattr("partnerships.pages.sections.MOST_ON_A_PAGE", 3)
        person = PersonFactory(key="p", **PUBLISHED)
        for _one in range(number):
            TenureFactory(person=person, office=OfficeFactory(**PUBLISHED), **PUBLISHED)
        fold = client.get("/en/people/p/").text.partition('id="tenure-all"')[2]
        assert re.sub(r"<[^>]+>", "", fold.partition("<summary>")[2].partition("</summary>")[0]).endswith(
            f" sources {said}"
        )
        assert ('<p class="onward">' in fold.partition("</details>")[0]) is leads_on

    def test_leads_on_to_what_concerns_the_record_alone(self, client, monkeypatch):
        monkeypatch.setattr("partnerships.pages.sections.MOST_ON_A_PAGE", 1)
        place = PlaceFactory(key="tokyo", **PUBLISHED)
        for _one in range(2):
            ActivityFactory(place=place, **PUBLISHED)
        assert "?kind=activity&amp;place=tokyo" in client.get("/en/places/tokyo/").text

    def test_meeting_is_told_with_those_who_took_part_and_their_offices(self, client):
        meeting = MeetingFactory(place=PlaceFactory(key="tokyo", **PUBLISHED), date="2018-05-24", **PUBLISHED)
        tenure = TenureFactory(
            office=OfficeFactory(name_en="Minister", **PUBLISHED),
            person=PersonFactory(name="Person A", **PUBLISHED),
            period="2017/2020",
            **PUBLISHED,
        )
        ParticipationFactory(meeting=meeting, person=tenure.person, role="attendee")
        card = client.get("/en/places/tokyo/").text.partition('<p class="participants">')[2].partition("</p>")[0]
        assert re.sub(r"<[^>]+>", "", card).startswith("Person A, Minister (")


class TestPageHolding:
    def test_is_its_own_else_that_of_an_owner_that_shows_it(self):
        mission = MissionFactory(**PUBLISHED)
        assert page_holding(mission) == mission
        # The page has two sections of designations, and one of them is enough.
        assert page_holding(DesignationFactory(mission=mission, embassy=EmbassyFactory(), **PUBLISHED)) == mission
        # What stands in a table has no section.
        state = StateFactory(**PUBLISHED)
        assert page_holding(MembershipFactory(state=state, framework=FrameworkFactory(), **PUBLISHED)) == state
        assert page_holding(StatementFactory(**PUBLISHED)) is None


class TestPermanentAddress:
    def test_leads_to_the_page_where_the_record_stands(self, client):
        TenureFactory(key="t", office=OfficeFactory(**PUBLISHED), **PUBLISHED)
        assert leads_to(client, "/id/tenure/t")

    def test_leads_to_the_timeline_beyond_what_the_page_shows(self, client):
        office = OfficeFactory(**PUBLISHED)
        for number in range(MOST_ON_A_PAGE + 1):
            year = 1800 + number
            TenureFactory(key=f"t{number}", office=office, period=f"{year}-01-01/{year}-12-01", **PUBLISHED)
        assert leads_to(client, f"/id/tenure/t{MOST_ON_A_PAGE - 1}")
        assert leads_to(client, f"/id/tenure/t{MOST_ON_A_PAGE}")
