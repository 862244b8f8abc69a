"""Lines that belong together stand as one; the ids of all of them stay on the page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify

from partnerships.models import Office
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db
PATH = "/en/timeline/?detail=all"


def read(client, path=PATH):
    return client.get(path).text


def titles(text):
    found = re.findall(r'<p class="line-title">(.*?)</p>|<summary>([^<]*change hands)</summary>', text, re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", "".join(one))).strip() for one in found]


def change(state, office, old, new, day):
    one = OfficeFactory(state=state, name_en=office, **PUBLISHED)
    for name, key, period in ((old, "old", f"2010/{day}"), (new, "new", f"{day}/2020")):
        person = PersonFactory(name=name, **PUBLISHED)
        TenureFactory(key=f"{key}-{slugify(office)}", office=one, person=person, period=period, **PUBLISHED)


class TestOffices:
    @pytest.fixture
    def state(self):
        return StateFactory(name_en="Japan", name_fr="Japon", **PUBLISHED)

    def test_that_change_hands_are_one_line_with_both_ids(self, client, state):
        change(state, "Minister", "Old", "New", "2015-03-01")
        text = read(client)
        assert "New succeeds Old as Minister" in titles(text)
        assert text.count("New takes office") == text.count("Old leaves office") == 0
        assert text.count('id="tenure-old-minister-end"') == text.count('id="tenure-new-minister-start"') == 1

    def test_of_other_days_stay_apart(self, client, state):
        change(state, "Minister", "Old", "New", "2015-03")
        assert "succeeds" not in read(client)

    def test_several_of_one_day_unfold(self, client, state):
        for office in ("A", "B", "C"):
            change(state, office, f"Old {office}", f"New {office}", "2015-03-01")
        text = read(client)
        assert "3 offices of Japan change hands" in titles(text)
        unfolded = text.partition('class="reshuffle"')[2].partition("</ol>")[0]
        assert [f"New {office} succeeds Old {office}" in unfolded for office in "ABC"] == [True, True, True]
        assert all(f'id="tenure-old-{office}-end"' in unfolded for office in "abc")
        assert "3 fonctions du Japon changent de titulaire" in client.get("/fr/chronologie/?detail=all").text

    def test_several_of_a_body_are_its_own(self, client):
        body = OrganizationFactory(name_en="NATO", **PUBLISHED)
        for name in ("A", "B", "C"):
            change(None, name, f"Old {name}", f"New {name}", "2015-03-01")
        Office.objects.update(organization=body)
        assert "3 offices of NATO change hands" in titles(read(client))

    def test_of_other_states_stay_apart(self, client, state):
        for office in ("A", "B", "C"):
            other = StateFactory(name_en=f"State {office}", **PUBLISHED)
            change(other, office, f"Old {office}", f"New {office}", "2015-03-01")
        assert "change hands" not in read(client)

    def test_of_no_state_stay_apart_each_with_its_own_change(self, client):
        for office in ("A", "B", "C"):
            change(None, office, f"Old {office}", f"New {office}", "2015-03-01")
        text = read(client)
        assert "change hands" not in text
        assert [f"New {office} succeeds Old {office} as {office}" in titles(text) for office in "ABC"] == [True] * 3

    def test_take_no_query_for_each(self, client, state):
        counts = []
        for first in (1, 5, 9):
            for day in range(first, first + 4):
                change(state, f"Office {day}", f"Old {day}", f"New {day}", f"2015-03-{day:02}")
            with CaptureQueriesContext(connection) as queries:
                assert read(client).count(" succeeds ") == first + 3
            counts.append(len(queries))
        assert counts[1] == counts[2]


class TestMeetings:
    def test_stand_under_their_visit(self, client):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31", **PUBLISHED)
        MeetingFactory(key="m", date="2017-10-31", stop=StopFactory(visit=visit))
        MeetingFactory(key="alone", date="2017-10-31", **PUBLISHED)
        text = read(client)
        within = text.partition('class="lines within"')[2].partition("</ol>")[0]
        assert 'id="meeting-m-on"' in within
        assert 'id="meeting-alone-on"' not in within
        assert text.count('id="meeting-m-on"') == 1
        assert "&lt;li" not in text

    def test_stand_alone_where_their_visit_is_not_shown(self, client):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31", **PUBLISHED)
        MeetingFactory(key="m", date="2017-10-31", stop=StopFactory(visit=visit))
        assert 'id="meeting-m-on"' in read(client, "/en/timeline/?kind=meeting")


class TestMission:
    def test_that_opens_as_a_post_becomes_it_is_one_line(self, client):
        mission = MissionFactory(key="m", name_en="Mission of A to C", period="2018-07-01/..", **PUBLISHED)
        embassy = EmbassyFactory(name_en="Embassy of A in B", **PUBLISHED)
        DesignationFactory(key="d", embassy=embassy, mission=mission, period="2018-07-01/..", **PUBLISHED)
        text = read(client)
        assert titles(text) == ["The embassy of A in B becomes the mission of A to C"]
        assert 'id="mission-m-start"' in text
        assert 'id="designation-d-start"' in text

    def test_that_opens_on_another_day_stands_alone(self, client):
        mission = MissionFactory(key="m", name_en="Mission of A to C", period="2018-07-02/..", **PUBLISHED)
        embassy = EmbassyFactory(name_en="Embassy of A in B", **PUBLISHED)
        DesignationFactory(key="d", embassy=embassy, mission=mission, period="2018-07-01/..", **PUBLISHED)
        assert len(titles(read(client))) == 2


class TestEntrances:
    """Credentials presented on the day on which somebody takes office stand in its line."""

    @pytest.fixture
    def office(self):
        return OfficeFactory(name_en="Head of mission", name_fr="Chef de mission", **PUBLISHED)

    def enter(self, office, start, credentials):
        person = PersonFactory(name="Person A", **PUBLISHED)
        tenure = TenureFactory(key="t", office=office, person=person, period=f"{start}/..", **PUBLISHED)
        MilestoneFactory(tenure=tenure, kind="credentials", date=credentials)

    @pytest.mark.parametrize(
        ("path", "title"),
        [
            (PATH, "Person A presents credentials and takes office as head of mission"),
            (
                "/fr/chronologie/?detail=all",
                "Person A présente ses lettres de créance et prend ses fonctions de chef de mission",
            ),
        ],
    )
    def test_are_one_line_with_both_ids(self, client, office, path, title):
        self.enter(office, "2025-01-15", "2025-01-15")
        text = read(client, path)
        assert titles(text) == [title]
        assert text.count('id="tenure-t-start"') == text.count('id="tenure-t-credentials"') == 1

    @pytest.mark.parametrize(("start", "credentials"), [("2025-01-15", "2025-01-16"), ("2025-01", "2025-01")])
    def test_of_other_days_or_of_no_known_day_stay_apart(self, client, office, start, credentials):
        self.enter(office, start, credentials)
        assert len(titles(read(client))) == 2

    def test_of_a_successor_stay_beside_the_succession(self, client, office):
        old = PersonFactory(name="Person B", **PUBLISHED)
        TenureFactory(key="old", office=office, person=old, period="2020-01-01/2025-01-15", **PUBLISHED)
        self.enter(office, "2025-01-15", "2025-01-15")
        assert titles(read(client))[1:] == [
            "Person A succeeds Person B as head of mission",
            "Person A presents credentials as head of mission",
        ]
