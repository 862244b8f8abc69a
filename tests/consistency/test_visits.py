"""Visits with their stops and meetings, and those who take part."""

from collections.abc import Callable

import pytest

from tests.factories import (
    AgreementFactory,
    AreaFactory,
    MeetingFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, day, recorded, told

pytestmark = pytest.mark.django_db


def stop_on(given):
    StopFactory(visit=VisitFactory(period="2017-10-30/2017-10-31"), period=given)


def second_stop_on(given):
    visit = VisitFactory(period="2017-10-01/2017-10-31")
    StopFactory(visit=visit, position=1, period="2017-10-10/2017-10-11")
    StopFactory(visit=visit, position=2, period=given)


def meeting_at_stop(given):
    stop = StopFactory(visit=VisitFactory(period="2017-10-01/2017-10-31"), period="2017-10-30/2017-10-31")
    MeetingFactory(stop=stop, date=given)


def meeting_of_visit(given):
    MeetingFactory(stop=StopFactory(visit=VisitFactory(period="2017-10-30/2017-10-31")), date=given)


def meeting_without_a_stop(given):
    MeetingFactory(visit=VisitFactory(period="2017-10-30/2017-10-31"), publication="", date=given)


def meeting_without_a_stop_cancelled(given):
    MeetingFactory(visit=VisitFactory(status="cancelled"), publication="", status=given)


def meeting_without_a_stop_planned(given):
    visit = VisitFactory(status="planned", period=day(3))
    MeetingFactory(visit=visit, publication="", status=given, date="")


def meeting_of_cancelled_visit(given):
    stop = StopFactory(visit=VisitFactory(status="cancelled"))
    MeetingFactory(stop=stop, status=given)


def participant(owner: str) -> Callable[[str], object]:
    def make(given):
        tenure = TenureFactory(period="2010-01-01/2012-01-01")
        occasion = {"visit": VisitFactory, "meeting": MeetingFactory, "agreement": AgreementFactory}[owner]
        on = occasion(**{"period" if owner == "visit" else "date": given})
        ParticipationFactory(person=tenure.person, office=tenure.office, **{owner: on})

    return make


def stops_together(given):
    visit = VisitFactory(period="2017-10-01/2017-10-31")
    StopFactory(visit=visit, position=1, period="2017-10-10/2017-10-12")
    StopFactory(visit=visit, position=2, period=given)


def meeting_of_planned_visit(given):
    visit = VisitFactory(status="planned", period=day(3))
    MeetingFactory(stop=StopFactory(visit=visit), status=given, date="")


def on_two_visits(given):
    person = PersonFactory()
    for period in ("2017-10-10/2017-10-12", given):
        ParticipationFactory(person=person, role="visitor", visit=VisitFactory(period=period))
    ParticipationFactory(role="visitor", visit=VisitFactory(period="2017-10-10/2017-10-12"))


def twice_on_a_visit(given):
    person, visit = PersonFactory(), VisitFactory(period="2017-10-10/2017-10-12")
    for each in (visit, visit if given == "same" else VisitFactory(period="2017-10-10/2017-10-12")):
        ParticipationFactory(person=person, role="visitor", visit=each)


def twice_at_a_meeting(given):
    person, meeting = PersonFactory(), MeetingFactory()
    ParticipationFactory(person=person, meeting=meeting)
    ParticipationFactory(person=person if given == "same" else PersonFactory(), meeting=meeting)


def in_two_roles(given):
    person, visit = PersonFactory(), VisitFactory()
    for role in ("visitor", given):
        ParticipationFactory(person=person, visit=visit, role=role)


def at_two_meetings(given, status="held"):
    person, (hour, _space, zone) = PersonFactory(), given.partition(" ")
    for time, where in (("10:00", "Europe/Brussels"), (hour, zone or "Europe/Brussels")):
        meeting = MeetingFactory(date="2018-05-24", time=time, time_zone=where, status=status)
        ParticipationFactory(person=person, meeting=meeting)


def at_two_meetings_that_were(given):
    at_two_meetings("10:00", status=given)


def office_of_a_state(given):
    own = StateFactory()
    office = OfficeFactory(state=own)
    ParticipationFactory(office=office, state=own if given == "same" else StateFactory(), meeting=MeetingFactory())


def stop_again(given):
    """A stop of two days, and another one at its place, after one elsewhere or at once."""
    visit, place = VisitFactory(period="2017-10-01/2017-10-31"), PlaceFactory()
    StopFactory(visit=visit, place=place, period="2017-10-10/2017-10-11")
    if given == "elsewhere":
        StopFactory(visit=visit)
    StopFactory(visit=visit, place=place, period="" if given == "elsewhere" else given)


def stop_in_a_state_again(given):
    """Two stops of which only the State is known: one or two."""
    visit, state = VisitFactory(period="2017-10"), StateFactory()
    for each in (state, state if given == "same" else StateFactory()):
        StopFactory(visit=visit, place=None, state=each, period="")


def met_again(given):
    visit = VisitFactory()
    for title in ("Talks", given):
        MeetingFactory(visit=visit, title_en=title, title_fr=None, publication="")


def met_again_at_a_stop(given):
    stop = StopFactory()
    for title in ("Talks", given):
        MeetingFactory(stop=stop, title_en=title, title_fr=None, publication="")


def met_again_in_french(given):
    visit = VisitFactory()
    for title in ("Entretien", given):
        MeetingFactory(visit=visit, title_fr=title, title_en=None, publication="")


def cancelled_with_a_minister(given):
    tenure = TenureFactory(period="2010-01-01/2012-01-01")
    visit = VisitFactory(period="2012-02-01/2012-02-03", status=given)
    ParticipationFactory(visit=visit, person=tenure.person, office=tenure.office)


def held_by_another(given, **fields):
    """Somebody at a meeting in 2011, in an office that another person holds in the period given."""
    office = OfficeFactory(**fields)
    TenureFactory(office=office, period=given)
    meeting = MeetingFactory(date="2011-05-05")
    ParticipationFactory(meeting=meeting, person=PersonFactory(), office=office)


def held_by_one_of(given):
    held_by_another("2010-01-01/..", single_holder=given == "one")


def agreed(given):
    VisitFactory(status=given).areas.add(AreaFactory())


def further_place(given):
    stop = StopFactory()
    stop.further_places.add(stop.place if given == "same" else PlaceFactory())


CASES = [
    Case("further-place-again", "stop", further_place, "same", "another"),
    Case("office-of-another-holder", "meeting", held_by_another, "2010/2012", "2010/2011-05-05"),
    Case("office-of-another-holder", "going on", held_by_another, "2011-05-04/..", "2011-05-05/.."),
    Case("office-of-another-holder", "several holders", held_by_one_of, "one", "several"),
    Case("stop-twice", "undated", stop_again, "", "2017-10-12"),
    Case("stop-twice", "day", stop_again, "2017-10-11", "2017-10-12"),
    Case("stop-twice", "elsewhere between", stop_again, "", "elsewhere"),
    Case("stop-twice", "out of order", stop_again, "2017-10-10", "2017-10-09"),
    Case("stop-twice", "in a State", stop_in_a_state_again, "same", "another"),
    Case("meeting-twice", "title", met_again, "Talks", "Talks with the minister"),
    Case("meeting-twice", "at a stop", met_again_at_a_stop, "Talks", "Talks with the minister"),
    Case("meeting-twice", "title in French", met_again_in_french, "Entretien", "Entretien avec le ministre"),
    Case("not-in-office", "cancelled", cancelled_with_a_minister, "held", "cancelled"),
    Case(
        "long-visit",
        "a year mistyped",
        recorded(VisitFactory, "period"),
        "2017-10-29/2018-10-31",
        "2017-10-29/2017-12-28",
    ),
    Case("agreed-and-cancelled", "visit", agreed, "cancelled", "held"),
    Case("long-visit", "some months", recorded(VisitFactory, "period"), "2017-09/2017-12", "2017-09/2017-11"),
    Case("long-visit", "going on", recorded(VisitFactory, "period"), "2017-10-29/2017-12-29", "2017-10-29/.."),
    Case("stops-at-one-time", "stops", stops_together, "2017-10-11/2017-10-13", "2017-10-12/2017-10-13"),
    Case("stops-at-one-time", "within", stops_together, "2017-10-10/2017-10-12", "2017-10"),
    Case("held-on-planned-visit", "meeting", meeting_of_planned_visit, "held", "planned"),
    Case("held-on-planned-visit", "without a stop", meeting_without_a_stop_planned, "held", "planned"),
    Case("participant-twice", "meeting", twice_at_a_meeting, "same", "another"),
    Case("participant-twice", "on either side", in_two_roles, "host", "speaker"),
    Case("two-meetings-at-once", "hour", at_two_meetings, "10:00", "10:30"),
    Case("two-meetings-at-once", "held", at_two_meetings_that_were, "held", "cancelled"),
    Case("two-meetings-at-once", "hour of another zone", at_two_meetings, "10:00", "10:00 Asia/Tokyo"),
    Case("two-visits-at-once", "visitor", on_two_visits, "2017-10-11/2017-10-13", "2017-10-12/2017-10-13"),
    Case("two-visits-at-once", "within", on_two_visits, "2017-10-01/2017-10-31", "2017-10"),
    Case("two-visits-at-once", "on one day of it", on_two_visits, "2017-10-11/2017-10-13", "2017-10-11"),
    Case("two-visits-at-once", "in two roles", twice_on_a_visit, "another", "same"),
    Case("office-of-another-state", "participant", office_of_a_state, "another", "same"),
    Case("stop-outside-visit", "before", stop_on, "2017-10-29", "2017-10-30"),
    Case("stop-outside-visit", "after", stop_on, "2017-10-31/2017-11-01", "2017-10-31"),
    Case("stops-out-of-order", "visit", second_stop_on, "2017-10-09", "2017-10-10"),
    Case("stops-out-of-order", "month alone", second_stop_on, "2017-09", "2017-10"),
    Case("meeting-outside-stop", "before", meeting_at_stop, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-stop", "after", meeting_at_stop, "2017-11-01", "2017-10-31"),
    Case("meeting-outside-visit", "before", meeting_of_visit, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-visit", "after", meeting_of_visit, "2017-11-01", "2017-10-31"),
    Case("meeting-outside-visit", "without a stop, before", meeting_without_a_stop, "2017-10-29", "2017-10-30"),
    Case("meeting-outside-visit", "without a stop, after", meeting_without_a_stop, "2017-11-01", "2017-10-31"),
    Case("held-on-cancelled-visit", "meeting", meeting_of_cancelled_visit, "held", "cancelled"),
    Case("held-on-cancelled-visit", "without a stop", meeting_without_a_stop_cancelled, "held", "cancelled"),
    *(
        case
        for owner in ("visit", "meeting", "agreement")
        for case in (
            Case("not-in-office", f"{owner} before", participant(owner), "2009-12-31", "2010-01-01"),
            Case("not-in-office", f"{owner} after", participant(owner), "2012-01-02", "2012-01-01"),
        )
    ),
    Case("planned-and-past", "visit", recorded(VisitFactory, "period", status="planned"), day(-1), day(0)),
    Case("planned-and-past", "meeting", recorded(MeetingFactory, "date", status="planned"), day(-1), day(0)),
    Case(
        "stop-outside-visit",
        "some month",
        lambda given: StopFactory(visit=VisitFactory(period="2017-10-15/2017-10-20"), period=given),
        "2017-11",
        "2017-10",
    ),
    Case(
        "stop-outside-visit",
        "some earlier month",
        lambda given: StopFactory(visit=VisitFactory(period="2017-10-15/2017-10-20"), period=given),
        "2017-09",
        "2017-10",
    ),
    Case("meeting-outside-visit", "some month", meeting_of_visit, "2017-09", "2017-10"),
    Case("meeting-outside-visit", "some later month", meeting_of_visit, "2017-11", "2017-10"),
    Case("stops-out-of-order", "several days", second_stop_on, "2017-10-08/2017-10-09", "2017-10-09/2017-10-12"),
    Case("held-on-cancelled-visit", "planned", meeting_of_cancelled_visit, "held", "planned"),
    Case(
        "held-on-cancelled-visit",
        "visit held",
        lambda given: MeetingFactory(stop=StopFactory(visit=VisitFactory(status=given))),
        "cancelled",
        "held",
    ),
    Case("not-in-office", "some month", participant("meeting"), "2009-12", "2010-01"),
    Case("not-in-office", "some later month", participant("meeting"), "2012-02", "2012-01"),
    Case(
        "not-in-office", "visit that ends later", participant("visit"), "2012-01-02/2012-01-05", "2012-01-01/2012-01-05"
    ),
    Case(
        "not-in-office",
        "visit that begins earlier",
        participant("visit"),
        "2009-12-29/2009-12-31",
        "2009-12-29/2010-01-01",
    ),
    Case("planned-and-past", "visit held", lambda given: VisitFactory(period=day(-1), status=given), "planned", "held"),
    Case(
        "planned-and-past",
        "visit that lasts",
        recorded(VisitFactory, "period", status="planned"),
        f"{day(-3)}/{day(-1)}",
        f"{day(-3)}/{day(0)}",
    ),
    Case(
        "planned-and-past",
        "meeting of some day",
        recorded(MeetingFactory, "date", status="planned"),
        f"[{day(-3)}..{day(-1)}]",
        f"[{day(-3)}..{day(0)}]",
    ),
    Case(
        "meeting-outside-visit",
        "some month of which the visit has days",
        lambda given: MeetingFactory(stop=StopFactory(visit=VisitFactory(period="2017-10-15/2017-10-20")), date=given),
        "2017-11",
        "2017-10",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
def test_visit_that_lasts_longest_is_told_of_each_during_which_it_goes_on():
    person = PersonFactory()
    for key, period in (("a", "2017-10-01/2017-10-05"), ("b", "2017-10-04/2017-10-20"), ("c", "2017-10-10/2017-10-12")):
        ParticipationFactory(person=person, role="visitor", visit=VisitFactory(key=key, period=period))
    assert [(record, other) for record, other, _part in about("two-visits-at-once")] == [
        ("visit/b", "visit/a"),
        ("visit/c", "visit/b"),
    ]


@pytest.mark.once
class TestWhere:
    """A finding is told of the record whose form mends it, and of the part in it."""

    def test_stop(self):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31")
        StopFactory(key="first", visit=visit, position=1, period="2017-10-31")
        StopFactory(key="second", visit=visit, position=2, period="2017-10-29")
        assert told("stop-outside-visit") == [
            ("visit/v", "stops", "The stop “second” lies outside the period of the visit.")
        ]
        assert told("stops-out-of-order") == [
            ("visit/v", "stops", "The stop “second” comes before one that precedes it in the order.")
        ]
        assert about("stops-out-of-order") == [("visit/v", "", "stop/second")]

    def test_meeting(self):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31", status="cancelled")
        MeetingFactory(key="m", stop=StopFactory(visit=visit), date="2017-11-02", status="held", publication="")
        MeetingFactory(key="n", visit=visit, date="2017-11-02", status="planned", publication="")
        assert told("meeting-outside-visit") == [
            ("visit/v", "meetings", "The meeting “n” lies outside the period of the visit."),
            ("visit/v", "stops", "The meeting “m” lies outside the period of the visit."),
        ]
        assert told("held-on-cancelled-visit") == [
            ("visit/v", "status", "The visit was cancelled, and the meeting “m” held.")
        ]
        assert about("held-on-cancelled-visit") == [("visit/v", "", "meeting/m")]

    def test_participant(self):
        tenure = TenureFactory(office=OfficeFactory(key="o"), period="2010-01-01/2012-01-01")
        meeting = MeetingFactory(key="m", date="2009-12-31")
        ParticipationFactory(key="p", person=tenure.person, office=tenure.office, meeting=meeting)
        assert told("not-in-office") == [
            (
                *("meeting/m", "participations"),
                "No tenure of the participant “p” in this office has that day: o.",
            )
        ]
        assert about("not-in-office") == [("meeting/m", "office/o", "part/p")]

    def test_what_is_planned(self):
        VisitFactory(key="v", period="2017-10-30", status="planned")
        assert told("planned-and-past") == [("visit/v", "status", "It is still planned, and its day is past.")]


@pytest.mark.once
class TestNearest:
    """Of what a meeting lies outside of, the nearest is told."""

    def test_meeting_outside_its_stop_is_not_outside_the_visit_as_well(self):
        visit = VisitFactory(key="v", period="2017-10-30/2017-10-31")
        stop = StopFactory(visit=visit, period="2017-10-31")
        MeetingFactory(key="m", stop=stop, date="2017-11-02", publication="")
        assert told("meeting-outside-stop") == [
            ("visit/v", "stops", "The meeting “m” lies outside the period of its stop.")
        ]
        assert told("meeting-outside-visit") == []


@pytest.mark.once
class TestOrderOfStops:
    def test_another_visit_has_another_order(self):
        StopFactory(position=1, period="2017-10-31")
        StopFactory(position=2, period="2017-10-30")
        assert told("stops-out-of-order") == []


@pytest.mark.once
class TestInOffice:
    def test_one_tenure_of_several_is_enough(self):
        tenure = TenureFactory(period="2010-01-01/2012-01-01")
        TenureFactory(person=tenure.person, office=tenure.office, period="2000-01-01/2001-01-01")
        meeting = MeetingFactory(date="2000-06-01")
        ParticipationFactory(person=tenure.person, office=tenure.office, meeting=meeting)
        assert told("not-in-office") == []

    def test_of_whom_no_tenure_is_recorded_nothing_is_said(self):
        ParticipationFactory(office=OfficeFactory(), meeting=MeetingFactory())
        assert told("not-in-office") == []

    def test_a_tenure_of_another_office_is_none(self):
        tenure = TenureFactory(period="2010-01-01/2012-01-01")
        TenureFactory(person=tenure.person, period="2000-01-01/2001-01-01")
        TenureFactory(office=tenure.office, period="2000-01-01/2001-01-01")
        meeting = MeetingFactory(date="2000-06-01")
        ParticipationFactory(person=tenure.person, office=tenure.office, meeting=meeting)
        assert len(told("not-in-office")) == 1

    def test_a_tenure_never_served_is_none(self):
        tenure = TenureFactory(period="2010-01-01/2012-01-01")
        TenureFactory(person=tenure.person, office=tenure.office, period="2000-01-01/2001-01-01", never_served=True)
        meeting = MeetingFactory(date="2000-06-01")
        ParticipationFactory(person=tenure.person, office=tenure.office, meeting=meeting)
        assert len(told("not-in-office")) == 1
