"""The page of a visit: its stops and meetings as one table, in parts, each meeting under its permanent address."""

import re
from types import SimpleNamespace

import pytest

from partnerships.addresses import address
from partnerships.models import Meeting, Participation
from partnerships.most_on_a_page import OWN, STOPS
from partnerships.pages.participants import Participant
from partnerships.pages.visits import LONG, SHOWN, _line, _met, _places, _turning_own, visit_facts
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    MeetingFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import cells, facts_said, hrefs, ids, rows

pytestmark = pytest.mark.django_db
PATH = "/en/visits/v/"


def journey(stops, visit=None):
    """A visit with a meeting at each of some stops."""
    with deferred():
        return of_stops(stops, visit or VisitFactory(key="v", **PUBLISHED))


def of_stops(stops, visit):
    place = PlaceFactory(name_en="Tokyo", **PUBLISHED)
    for position in range(1, stops + 1):
        stop = StopFactory(visit=visit, position=position, place=place)
        meeting = MeetingFactory(key=f"m-{visit.key}-{position}", title_en=f"Talks {position}", stop=stop)
        person = PersonFactory(name=f"Person {position}", **PUBLISHED)
        ParticipationFactory(meeting=meeting, person=person, styled_en="Minister")
    return visit


class TestJourney:
    def test_says_when_what_who_and_where(self, client):
        visit = journey(1)
        visit.stops.get().meetings.update(time="15:30", time_zone="Asia/Tokyo", kind="press_conference")
        assert rows(client, PATH, "journey") == [
            ["31 October 2017, 15:30 local time (UTC+9)", "Talks 1Press conference", "Person 1 (Minister)", "Tokyo"]
        ]

    def test_meetings_at_no_stop_stand_among_the_others_in_one_order(self, client):
        visit = VisitFactory(key="v", period="2019-05-01/2019-05-04", **PUBLISHED)
        tokyo, kyoto = (StopFactory(visit=visit, position=number) for number in (1, 2))
        for day, stop in (("1", None), ("2", tokyo), ("3", None), ("4", None), ("4", kyoto)):
            held = {"stop": stop} if stop else {"stop": None, "visit": visit}
            MeetingFactory(key=f"m-{day}{'s' if stop else ''}", title_en=day, date=f"2019-05-0{day}", **held)
        assert [row[0][0] for row in rows(client, PATH, "journey")] == ["1", "2", "3", "4", "4"]
        tokyo.period, tokyo.summary_en = "2019-05-02/2019-05-03", "By train"
        tokyo.save()
        shown = [(row[0].split(" ")[0], row[1][:1]) for row in rows(client, PATH, "journey")]
        assert shown == [("1", "1"), ("2–3", "S"), ("2", "2"), ("3", "3"), ("4", "4"), ("4", "4")]

    @pytest.mark.parametrize("at", ["stop", "visit"])
    def test_talks_stand_before_the_press_conference_about_them(self, client, at):
        visit = VisitFactory(key="v", **PUBLISHED)
        held = {"stop": StopFactory(visit=visit)} if at == "stop" else {"stop": None, "visit": visit}
        times = {"time": "15:30", "time_zone": "Asia/Tokyo"}
        MeetingFactory(key="a", kind="press_conference", title_en="To the press", **held)
        MeetingFactory(key="b", title_en="Talks", **held)
        MeetingFactory(key="c", kind="press_conference", title_en="At an hour", **times, **held)
        MeetingFactory(key="d", title_en="Talks at that hour", **times, **held)
        shown = [row[1].removesuffix("Press conference") for row in rows(client, PATH, "journey")]
        assert shown == ["Talks at that hour", "At an hour", "Talks", "To the press"]

    def test_meeting_that_was_not_held_says_so(self, client):
        journey(1).stops.get().meetings.update(status="cancelled")
        assert rows(client, PATH, "journey")[0][1] == "Talks 1Cancelled"

    @pytest.mark.parametrize(("status", "said"), [("planned", "Planned"), ("cancelled", "Cancelled")])
    def test_meeting_says_what_became_of_its_visit(self, client, status, said):
        visit = VisitFactory(key="v", status=status, **PUBLISHED)
        journey(1, visit)
        MeetingFactory(key="own", title_en="Talks at no stop", stop=None, visit=visit)
        assert [row[1] for row in rows(client, PATH, "journey")] == [f"Talks at no stop{said}", f"Talks 1{said}"]

    def test_meeting_that_is_called_off_is_no_part_of_what_is_planned(self, client):
        journey(2, VisitFactory(key="v", status="planned", **PUBLISHED))
        Meeting.objects.get(key="m-v-1").participations.model.objects.update(role="interlocutor")
        Meeting.objects.filter(key="m-v-1").update(status="cancelled")
        text = " ".join(re.sub("<[^>]+>", "", client.get(PATH).content.decode()).split())
        assert "Who was to be met: Person 2 (Minister)." in text

    @pytest.mark.parametrize(
        ("title", "kind", "said"),
        [
            ("Joint press conference", "press_conference", "Joint press conference"),
            ("A and B in Tokyo", "talks", "A and B in TokyoTalks"),
        ],
    )
    def test_kind_of_a_meeting_is_said_once(self, client, title, kind, said):
        visit = VisitFactory(key="v", **PUBLISHED)
        MeetingFactory(kind=kind, title_en=title, stop=StopFactory(visit=visit))
        assert rows(client, PATH, "journey")[0][1] == said

    def test_stop_without_meetings_has_its_row(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        place = PlaceFactory(name_en="Paris", **PUBLISHED)
        StopFactory(visit=visit, place=place, period="2017-10-31", summary_en="The day is not given.")
        assert rows(client, PATH, "journey") == [["31 October 2017", "StopThe day is not given.", "Paris"]]

    @pytest.mark.parametrize(
        ("period", "shown"),
        [("2017-10-29/2017-10-31", ["29–31 October 2017", "31 October 2017"]), ("2017-10-31", ["31 October 2017"])],
    )
    def test_days_of_a_stop_that_no_meeting_says_have_their_row(self, client, period, shown):
        visit = VisitFactory(key="v", period="2017-10", **PUBLISHED)
        MeetingFactory(date="2017-10-31", stop=StopFactory(visit=visit, period=period))
        assert [row[0] for row in rows(client, PATH, "journey")] == shown

    def test_further_places_of_a_stop_are_on_the_map(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        one, other = (PlaceFactory(name_en=name, latitude=35, longitude=139, **PUBLISHED) for name in ("Nikko", "Ito"))
        StopFactory(visit=visit, place=one).further_places.add(other)
        drawn = client.get(PATH).text.partition('id="map"')[2]
        assert "Nikko" in drawn
        assert "Ito" in drawn


class TestLong:
    def test_of_many_rows_the_first_are_shown_and_the_rest_is_folded(self, client):
        journey(LONG)
        assert "journey-all" not in ids(client, PATH)
        journey(LONG + 1, VisitFactory(key="w", slug_en="w", **PUBLISHED))
        text = client.get("/en/visits/w/").text
        shown, _summary, folded = text.partition('id="journey-all"')
        assert shown.count("<tr id=") == SHOWN
        assert folded.count("<tr id=") == LONG + 1 - SHOWN


class TestParts:
    def test_stand_one_after_the_other(self, client):
        journey(STOPS + 2)
        first, second = rows(client, PATH, "journey"), rows(client, f"{PATH}?rows=2", "journey")
        assert len(first) == STOPS
        assert [row[1] for row in second] == [f"Talks {STOPS + 1}", f"Talks {STOPS + 2}"]
        assert f"{PATH}?rows=2" in hrefs(client, PATH)
        assert f"{PATH}?rows=2" not in hrefs(client, f"{PATH}?rows=2")
        assert PATH in hrefs(client, f"{PATH}?rows=2")

    def test_permanent_address_of_a_meeting_leads_to_its_part(self, client):
        journey(STOPS + 1)
        for position in (1, STOPS, STOPS + 1):
            target = client.get(f"/id/meeting/m-v-{position}", headers={"accept-language": "en"})["Location"]
            path, _hash, fragment = target.partition("#")
            assert fragment in ids(client, path), position

    def test_leap_over_orders_that_nobody_has(self, client):
        visit = journey(1)
        StopFactory(visit=visit, position=STOPS * 4 + 1, place=PlaceFactory(**PUBLISHED))
        assert f"{PATH}?rows=5" in hrefs(client, PATH)
        assert PATH in hrefs(client, f"{PATH}?rows=5")

    def test_begin_where_the_first_stop_is(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        StopFactory(visit=visit, position=STOPS * 4 + 1, place=PlaceFactory(**PUBLISHED))
        assert len(rows(client, PATH, "journey")) == 1

    @pytest.mark.parametrize("asked", ["0", "-1", "x", "1234567"])
    def test_that_make_no_sense_are_refused(self, client, asked):
        journey(1)
        assert client.get(f"{PATH}?rows={asked}").status_code == 400

    @pytest.mark.parametrize("status", ["held", "planned"])
    def test_take_as_many_queries_with_many_stops_and_meetings(self, client, status, django_assert_max_num_queries):
        def of(key, stops, own):
            visit = journey(stops, VisitFactory(key=key, status=status, **PUBLISHED))
            with deferred():
                for number in range(own):
                    MeetingFactory(key=f"own-{key}-{number}", stop=None, visit=visit)

        of("v", 2, 2)
        with django_assert_max_num_queries(200) as few:
            client.get(PATH)
        of("w", STOPS, OWN)
        with django_assert_max_num_queries(len(few)):
            client.get("/en/visits/w/")


class TestMeetingsAtNoStop:
    """A visit with many of them shows them in parts, each under its permanent address."""

    @pytest.mark.parametrize(("number", "ways"), [(OWN, []), (OWN + 1, [f"{PATH}?meetings=2"])])
    def test_lead_on_where_there_are_more(self, client, number, ways):
        visit = VisitFactory(key="v", **PUBLISHED)
        with deferred():
            for _one in range(number):
                MeetingFactory(visit=visit, stop=None, publication="")
        assert [way for way in hrefs(client, PATH) if "meetings=" in way] == ways

    @pytest.fixture
    def many(self):
        visit = VisitFactory(key="v", **PUBLISHED)
        with deferred():
            for number in range(OWN + 2):
                held = {"title_en": f"Talks {number}", "date": f"2017-{1 + number // 28:02}-{1 + number % 28:02}"}
                MeetingFactory(key=f"m-{number}", visit=visit, stop=None, **held, **PUBLISHED)
        return visit

    def test_lead_to_the_rest(self, client, many):
        assert len(rows(client, PATH, "journey")) == OWN
        assert f"{PATH}?meetings=2" in hrefs(client, PATH)
        rest = rows(client, f"{PATH}?meetings=2", "journey")
        assert [row[1] for row in rest] == [f"Talks {OWN}", f"Talks {OWN + 1}"]
        assert PATH in hrefs(client, f"{PATH}?meetings=2")
        assert f"{PATH}?meetings=3" not in hrefs(client, f"{PATH}?meetings=2")

    def test_permanent_address_leads_to_the_part(self, client, many):
        for number in (0, OWN - 1, OWN, OWN + 1):
            target = client.get(f"/id/meeting/m-{number}", headers={"accept-language": "en"})["Location"]
            path, _hash, fragment = target.partition("#")
            assert fragment in ids(client, path), number

    def test_link_within_pages_leads_to_the_part(self, client, many):
        meeting = Meeting.objects.get(key=f"m-{OWN}")
        assert address(meeting, "en") == f"{PATH}?meetings=2#record-meeting-m-{OWN}"
        assert address(Meeting.objects.get(key="m-0"), "en") == f"{PATH}#record-meeting-m-0"

    def test_those_without_an_hour_come_after_those_with_one(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        for key, hour in (("a", None), ("b", "15:00"), ("c", "09:00")):
            MeetingFactory(key=key, title_en=key, visit=visit, stop=None, date="2017-10-31", time=hour, **PUBLISHED)
        assert [row[1] for row in rows(client, PATH, "journey")] == ["cTalks", "bTalks", "aTalks"]


class TestMeetingRow:
    @pytest.fixture
    def meeting(self):
        visit = VisitFactory(key="v", organization=None, **PUBLISHED)
        return MeetingFactory(
            title_en="Talks", stop=StopFactory(visit=visit, place__name_en="Tokyo", place__publication="published")
        )

    def test_stands_at_its_own_place_where_that_is_public_and_else_at_that_of_its_stop(self, client, meeting):
        with past_the_fence():
            for publication, place in (("published", "Nikko"), ("draft", "Tokyo")):
                meeting.place = PlaceFactory(name_en="Nikko", publication=publication)
                meeting.save()
                assert rows(client, PATH, "journey")[0][-1] == place

    def test_says_who_was_more_than_there_and_about_what_with_whom(self, client, meeting):
        for name, role in (("Ann", "host"), ("Bob", "attendee")):
            person = PersonFactory(name=name, **PUBLISHED)
            ParticipationFactory(meeting=meeting, person=person, role=role, styled_en="Minister")
        meeting.areas.add(AreaFactory(name_en="Space", **PUBLISHED))
        meeting.organization = OrganizationFactory(name_en="Body", **PUBLISHED)
        meeting.save()
        ((_when, what, who, _where),) = rows(client, PATH, "journey")
        assert (what, who) == ("TalksSpaceBody", "Ann (Minister) – host, Bob (Minister)")

    @pytest.mark.parametrize(("status", "number"), [("held", 0), ("cancelled", 1)])
    def test_that_was_not_held_looks_so(self, client, meeting, status, number):
        Meeting.objects.update(status=status)
        assert client.get(PATH).text.count('<tr class="nobody"') == number


class TestParticipants:
    def test_stand_with_what_they_were_unless_all_are_visitors(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        ParticipationFactory(visit=visit, person=PersonFactory(name="Ann", **PUBLISHED), role="visitor")
        assert "participants" not in ids(client, PATH)
        ParticipationFactory(visit=visit, person=PersonFactory(name="Bob", **PUBLISHED), role="host")
        assert {tuple(row) for row in rows(client, PATH, "participants")} == {("Ann", "visitor"), ("Bob", "host")}

    def test_of_a_draft_are_not_named(self, client):
        visit = VisitFactory(key="v", **PUBLISHED)
        ParticipationFactory(visit=visit, person=PersonFactory(name="Secret Person"), role="visitor")
        assert "Secret" not in client.get(PATH).text


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("part", "goes_on", "ways"),
    [
        (1, False, []),
        (1, True, ["?meetings=2"]),
        (2, False, [""]),
        (3, True, ["?meetings=2", "?meetings=4"]),
    ],
)
def test_meetings_at_no_stop_lead_to_the_parts_beside_them(part, goes_on, ways):
    visit = VisitFactory(key="v", slug_en="v", **PUBLISHED)
    found = [link.href for link in _turning_own(visit, part, goes_on)]
    assert found == [f"{PATH}{way}" for way in ways]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("status", "said"), [("held", []), ("cancelled", [("Status", "cancelled")])])
def test_facts_stand_in_their_order(status, said):
    body = OrganizationFactory(name_en="Body", **PUBLISHED)
    visit = VisitFactory(period="2018-05-24", status=status, organization=body, **PUBLISHED)
    visit.partners.add(PartnerFactory(state__name_en="Japan", **PUBLISHED))
    visit.areas.add(AreaFactory(name_en="Space", **PUBLISHED))
    assert facts_said(visit_facts(visit)) == [
        ("Date", "24 May 2018"),
        *said,
        ("Partners", "Japan"),
        ("Organisation", "Body"),
        ("Areas agreed", "Space"),
    ]


def test_places_are_told_each_once_in_their_order_and_counted_all():
    visit = VisitFactory(**PUBLISHED)
    tokyo, nikko, seoul, hidden = (
        PlaceFactory(name_en=name, publication=stands)
        for name, stands in (("Tokyo", "published"), ("Nikko", "published"), ("Seoul", "published"), ("No", "draft"))
    )
    korea = StateFactory(name_en="Korea", **PUBLISHED)
    with past_the_fence():
        for position, (place, state, further) in enumerate(
            [(tokyo, None, [nikko, hidden]), (seoul, None, [tokyo]), (None, korea, []), (tokyo, None, [])], start=1
        ):
            stop = StopFactory(visit=visit, position=position, place=place, state=state)
            stop.further_places.set(further)
    # Tokyo and Seoul, a State, and Nikko beside: what led there twice counts once.
    assert _places(visit) == ([tokyo, nikko, seoul, korea], 4)


class TestMet:
    def took_part(self, number, role="attendee", publication="published"):
        person = number and PersonFactory.build(pk=number, publication=publication)
        return Participant(Participation(person=person or None, role=role))

    def test_are_those_who_did_not_travel_each_once_and_as_far_as_they_are_public(self):
        travelling = [self.took_part(1, "visitor"), self.took_part(2, "host")]
        talks = [self.took_part(number) for number in (1, 2, 3)]
        others = [self.took_part(3), self.took_part(4, publication="draft"), self.took_part(None)]
        met = _met(travelling, [SimpleNamespace(participants=several) for several in (talks, others)])
        assert [one.participation.person_id for one in met] == [2, 3]


@pytest.mark.usefixtures("english")
@past_the_fence()
def test_line_names_partners_and_body_as_far_as_they_are_public():
    body = OrganizationFactory(name_en="Body", **PUBLISHED)
    visit = VisitFactory(period="2018-05-24", organization=body, **PUBLISHED)
    visit.partners.add(PartnerFactory())
    assert cells(_line(visit)) == ["Body", "24 May 2018"]
    visit.partners.add(PartnerFactory(state__name_en="Japan", **PUBLISHED))
    visit.organization, visit.period = OrganizationFactory(), ""
    assert cells(_line(visit)) == ["Japan"]
