"""Where things and people are."""

from collections.abc import Callable

import pytest

from tests.factories import (
    AgreementFactory,
    EmbassyFactory,
    MeetingFactory,
    MissionFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def at(text: str) -> dict[str, str]:
    latitude, _space, longitude = text.partition(" ")
    return {"latitude": latitude, "longitude": longitude}


def placed(given):
    PlaceFactory(state=StateFactory(iso2="BE"), **at(given))


def meeting_in_tokyo(given):
    place = PlaceFactory(state=StateFactory(iso2="JP"), latitude="35.69", longitude="139.69")
    MeetingFactory(place=place, time_zone=given, time="10:00")


def meeting_at_stop_in_tokyo(given):
    place = PlaceFactory(state=StateFactory(iso2="JP"), latitude="35.69", longitude="139.69")
    MeetingFactory(stop=StopFactory(place=place), time_zone=given, time="10:00")


def meeting_at(zone: str) -> Callable[[str], object]:
    return lambda given: MeetingFactory(place=PlaceFactory(**at(given)), time_zone=zone, time="10:00")


def of_kind(given):
    PlaceFactory(state=StateFactory(iso2="BE"), kind=given, latitude="35.69", longitude="139.69")


def post_of(factory) -> Callable[[str], object]:
    return lambda given: factory(place=PlaceFactory(state=StateFactory(iso2="BE")), **at(given))


def received_at(given):
    EmbassyFactory(receiving_state=StateFactory(iso2="BE"), place=None, **at(given))


def meetings_in(*codes: str) -> Callable[[str], object]:
    """Return what lets one person be at a meeting in each of the States, the second on the day given."""

    def make(given):
        person = PersonFactory()
        for code, day in zip(codes, ("2018-05-24", given), strict=True):
            place = PlaceFactory(state=StateFactory(iso2=code))
            ParticipationFactory(person=person, meeting=MeetingFactory(date=day, place=place))

    return make


def second_meeting(given):
    person, (name, value) = PersonFactory(), given.split("=")
    for code, more in (("BE", {}), ("JP", {name: value})):
        place = PlaceFactory(state=StateFactory(iso2=code))
        ParticipationFactory(person=person, meeting=MeetingFactory(date="2018-05-24", place=place, **more))


def known_to_be(given):
    """Two meetings in States without a code: in Brussels, and at the coordinates given."""
    person = PersonFactory()
    for where in ("50.85 4.35", given):
        place = PlaceFactory(state=StateFactory(), **at(where))
        ParticipationFactory(person=person, meeting=MeetingFactory(date="2018-05-24", place=place))


def meeting_and_stop(by_place: bool = True) -> Callable[[str], object]:
    def make(given):
        person, japan = PersonFactory(), StateFactory(iso2="JP")
        visit = VisitFactory(period="2018-05-20/2018-05-30")
        ParticipationFactory(person=person, role="visitor", visit=visit)
        StopFactory(
            visit=visit,
            period=given,
            **({"place": PlaceFactory(state=japan)} if by_place else {"place": None, "state": japan}),
        )
        place = PlaceFactory(state=StateFactory(iso2="BE"))
        ParticipationFactory(person=person, meeting=MeetingFactory(date="2018-05-24", place=place))

    return make


def met_at_a_stop(given):
    """A meeting at a stop in Japan, of which the stop tells where it was, and one by itself in the State given."""
    person, stop = PersonFactory(), StopFactory(place=PlaceFactory(state=StateFactory(iso2="JP")))
    ParticipationFactory(person=person, meeting=MeetingFactory(stop=stop, date="2018-05-24"))
    place = PlaceFactory(state=StateFactory(iso2=given))
    ParticipationFactory(person=person, meeting=MeetingFactory(date="2018-05-24", place=place))


def signing_and_meeting(given):
    """Somebody who signs in Japan what is signed on 24 May 2018, and meets in Belgium on the day given."""
    there = PlaceFactory(state=StateFactory(iso2="JP"))
    agreement = AgreementFactory(date="2018-05-24", place=there)
    person = ParticipationFactory(agreement=agreement, role="signatory", person=PersonFactory()).person
    meeting = MeetingFactory(date=given, place=PlaceFactory(state=StateFactory(iso2="BE")))
    ParticipationFactory(meeting=meeting, person=person)


CASES = [
    Case("in-two-states", "signature", signing_and_meeting, "2018-05-24", "2018-05-25"),
    Case("clocks-of-elsewhere", "place", meeting_in_tokyo, "Europe/Brussels", "Asia/Tokyo"),
    Case("clocks-of-elsewhere", "place of the stop", meeting_at_stop_in_tokyo, "America/New_York", "Asia/Seoul"),
    Case("clocks-of-elsewhere", "no such zone", meeting_in_tokyo, "Europe/Brussels", "Europe/Bruxelles"),
    Case("clocks-of-elsewhere", "far west of a wide zone", meeting_at("Asia/Shanghai"), "50 50", "39.5 76"),
    Case("clocks-of-elsewhere", "beyond the line of dates", meeting_at("Pacific/Kiritimati"), "2 -80", "2 -157"),
    Case("outside-its-state", "place", placed, "35.69 139.69", "50.85 4.35"),
    Case("outside-its-state", "latitude and longitude exchanged", placed, "4.35 50.85", "51.2 4.4"),
    Case("outside-its-state", "over the border", placed, "54.0 4.35", "53.7 4.35"),
    Case("outside-its-state", "sea area", of_kind, "town", "sea_area"),
    *(
        Case("outside-its-state", factory._meta.model.__name__, post_of(factory), "35.69 139.69", "50.85 4.35")
        for factory in (EmbassyFactory, MissionFactory)
    ),
    Case("post-outside-its-state", "embassy", received_at, "35.69 139.69", "49.61 6.13"),
    Case("in-two-states", "meetings", meetings_in("BE", "JP"), "2018-05-24", "2018-05-25"),
    Case("in-two-states", "in some month", meetings_in("BE", "JP"), "2018-05-24", "2018-05"),
    Case("in-two-states", "States that are near", lambda given: meetings_in("BE", given)("2018-05-24"), "JP", "NL"),
    Case("in-two-states", "not held", second_meeting, "status=held", "status=cancelled"),
    Case("in-two-states", "telephone call", second_meeting, "kind=talks", "kind=call"),
    Case("in-two-states", "coordinates", known_to_be, "35.69 139.69", "55.75 37.6"),
    Case("in-two-states", "stop", meeting_and_stop(), "2018-05-24", "2018-05-25"),
    Case("in-two-states", "stop of several days", meeting_and_stop(), "2018-05-24", "2018-05-24/2018-05-26"),
    Case("in-two-states", "stop known by its State", meeting_and_stop(by_place=False), "2018-05-24", "2018-05-25"),
    Case("in-two-states", "meeting at a stop", met_at_a_stop, "BE", "KR"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    """A finding names the field in which it is mended, and what it is held against."""

    def test_coordinates(self):
        belgium = StateFactory(key="be", iso2="BE")
        PlaceFactory(key="p", state=belgium, latitude="35.69", longitude="139.69")
        EmbassyFactory(key="e", receiving_state=belgium, place=None, latitude="35.69", longitude="139.69")
        [(record, field, sentence)] = told("outside-its-state")
        assert (record, field) == ("place/p", "latitude")
        assert sentence.startswith("Its coordinates lie 9")
        assert sentence.endswith(" km outside its State: be.")
        [(record, field, sentence)] = told("post-outside-its-state")
        assert (record, field) == ("embassy/e", "latitude")
        assert sentence.endswith(" km outside the State that receives it: be.")
        assert about("outside-its-state") == [("place/p", "state/be", "")]

    def test_two_states(self):
        person = PersonFactory()
        for key, code in (("a", "BE"), ("b", "JP")):
            place = PlaceFactory(state=StateFactory(iso2=code))
            ParticipationFactory(
                person=person, key="who", meeting=MeetingFactory(key=key, date="2018-05-24", place=place)
            )
        sentence = "The participant “who” is in another State on that day, which may be so: a."
        assert told("in-two-states") == [("meeting/b", "participations", sentence)]
        assert about("in-two-states") == [("meeting/b", "meeting/a", "part/who")]

    def test_meeting_of_a_visit_is_told_of_the_visit(self):
        met_at_a_stop("BE")
        [(record, other, _part)] = about("in-two-states")
        assert {record.partition("/")[0], other.partition("/")[0]} == {"visit", "meeting"}


@pytest.mark.once
class TestSound:
    def test_coordinates_of_no_state_or_of_one_without_a_code(self):
        PlaceFactory(state=None, latitude="1", longitude="1")
        PlaceFactory(state=StateFactory(iso2=""), latitude="1", longitude="1")
        MissionFactory(place=PlaceFactory(state=StateFactory(iso2="BE")), latitude=None, longitude=None)
        assert told("outside-its-state") == told("post-outside-its-state") == []

    def test_zero_is_said_once(self):
        PlaceFactory(state=StateFactory(iso2="BE"), latitude="0", longitude="0")
        assert told("outside-its-state") == []
        assert len(told("null-island")) == 1

    def test_post_far_from_its_place_is_said_once(self):
        place = PlaceFactory(state=StateFactory(iso2="BE"), latitude="50.85", longitude="4.35")
        EmbassyFactory(place=place, latitude="35.69", longitude="139.69")
        assert told("outside-its-state") == []
        assert len(told("far-from-its-place")) == 1

    def test_journey_has_several_states_on_a_day(self):
        person, visit = PersonFactory(), VisitFactory(period="2018-05-24/2018-05-25")
        ParticipationFactory(person=person, role="visitor", visit=visit)
        for number, code in enumerate(("BE", "JP")):
            stop = StopFactory(
                visit=visit, position=number, period="2018-05-24", place=PlaceFactory(state=StateFactory(iso2=code))
            )
            ParticipationFactory(person=person, meeting=MeetingFactory(stop=stop, date="2018-05-24"))
        assert told("in-two-states") == []

    def test_two_people_are_in_two_states(self):
        for code in ("BE", "JP"):
            place = PlaceFactory(state=StateFactory(iso2=code))
            ParticipationFactory(person=PersonFactory(), meeting=MeetingFactory(date="2018-05-24", place=place))
        assert told("in-two-states") == []

    def test_host_of_a_visit_is_not_at_its_stops(self):
        person, japan = PersonFactory(), StateFactory(iso2="JP")
        visit = VisitFactory(period="2018-05-24")
        ParticipationFactory(person=person, role="host", visit=visit)
        StopFactory(visit=visit, period="2018-05-24", place=PlaceFactory(state=japan))
        place = PlaceFactory(state=StateFactory(iso2="BE"))
        ParticipationFactory(person=person, meeting=MeetingFactory(date="2018-05-24", place=place))
        assert told("in-two-states") == []
