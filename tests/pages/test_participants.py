"""Who took part, and in what capacity on that day."""

from datetime import date

import pytest

from partnerships.models import Meeting, Participation, Visit
from partnerships.pages.participants import Participant, met_on, participants, shares_fate
from tests.factories import (
    PUBLISHED,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory(name="Person A", **PUBLISHED)


def took_part(client, **fields):
    visit = VisitFactory(key="v", **PUBLISHED)
    ParticipationFactory(visit=visit, role="attendee", **fields)
    ((who, _role),) = rows(client, "/en/visits/v/", "participants")
    return who


class TestCapacity:
    def test_is_the_office_held_on_that_day(self, client, person):
        for name, period in (("Minister", "2016/2019"), ("Prime Minister", "2020/2021")):
            TenureFactory(office=OfficeFactory(name_en=name, **PUBLISHED), person=person, period=period, **PUBLISHED)
        assert took_part(client, person=person) == "Person A (Minister)"

    def test_is_not_an_office_held_only_possibly(self, client, person):
        TenureFactory(office=OfficeFactory(**PUBLISHED), person=person, period="[2016..2018]/2020", **PUBLISHED)
        assert took_part(client, person=person) == "Person A"

    @pytest.mark.parametrize("tenure", [{"period": "2016/2017-10-30"}, {"period": "2016/2020", "never_served": True}])
    def test_is_not_an_office_held_on_some_of_the_days_or_never(self, client, person, tenure):
        TenureFactory(office=OfficeFactory(name_en="Minister", **PUBLISHED), person=person, **tenure, **PUBLISHED)
        assert took_part(client, person=person) == "Person A"
        (one,) = participants(Visit.objects.get(), (date(2017, 10, 30), date(2017, 10, 31)))
        assert one.offices == []

    @pytest.mark.once
    @past_the_fence()
    def test_is_nothing_that_is_not_public(self, client, person):
        TenureFactory(office=OfficeFactory(name_en="Hidden"), person=person, period="2016/2020", **PUBLISHED)
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2016/2020", publication="draft")
        assert took_part(client, person=person) == "Person A"
        (one,) = participants(Visit.objects.get(), (date(2017, 10, 30), date(2017, 10, 30)))
        assert one.offices == []

    def test_is_as_the_source_styles_it(self, client, person):
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        assert took_part(client, person=person, office=office, styled_en="Special envoy") == "Person A (Special envoy)"

    def test_is_the_state_where_no_office_is_known(self, client, person):
        assert took_part(client, person=person, state=StateFactory(**PUBLISHED)) == "Person A (Japan)"

    def test_is_the_office_in_which_a_source_shows_the_person_on_those_very_days(self, person):
        days = (date(2017, 10, 1), date(2017, 10, 31))
        for kind, seen in (("seen", "2017-10"), ("seen", "2017-11-01"), ("appointed", "2017-10")):
            office = OfficeFactory(name_en=f"{kind} {seen}", **PUBLISHED)
            tenure = TenureFactory(office=office, person=person, period="", **PUBLISHED)
            MilestoneFactory(tenure=tenure, kind=kind, date=seen)
        visit = VisitFactory(**PUBLISHED)
        ParticipationFactory(visit=visit, person=person)
        (one,) = participants(visit, days)
        assert [office.name_en for office in one.offices] == ["seen 2017-10"]

    def test_is_the_office_alone_where_nobody_is_named(self):
        visit = VisitFactory(**PUBLISHED)
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        ParticipationFactory(visit=visit, person=None, office=office)
        (one,) = participants(visit, (date(2017, 10, 30),) * 2)
        assert one.offices == one.named == [office]


class TestNamed:
    @pytest.mark.parametrize(
        ("person", "offices", "named"),
        [
            ("published", ["o"], ["person", "o"]),
            ("published", [], ["person", "state", "organization"]),
            # Of somebody who is hidden the office does not say whence they come.
            ("draft", ["o"], ["o", "state", "organization"]),
            ("", ["o"], ["o", "state", "organization"]),
        ],
    )
    def test_are_the_person_and_the_offices_else_state_and_organisation(self, person, offices, named):
        people = PersonFactory.build(key="person", publication=person) if person else None
        state = StateFactory.build(key="state", **PUBLISHED)
        body = StateFactory.build(key="organization", **PUBLISHED)
        took = Participation(person=people, state=state)
        took._state.fields_cache["organization"] = body
        took._state.fields_cache["person"] = people
        several = [OfficeFactory.build(key=key, **PUBLISHED) for key in offices]
        assert [one.key for one in Participant(took, several).named] == named


class TestMet:
    def test_are_those_of_the_meetings_who_did_not_travel_each_once(self, person):
        visit = VisitFactory(status="held", **PUBLISHED)
        ParticipationFactory(visit=visit, person=person, role="visitor")
        host, other = (PersonFactory(name=name, **PUBLISHED) for name in ("Host", "Called off"))
        held = MeetingFactory(visit=visit, status="held", publication="")
        of_stop = MeetingFactory(stop=StopFactory(visit=visit), status="held", publication="")
        off = MeetingFactory(visit=visit, status="cancelled", publication="")
        for meeting, people in ((held, (person, host)), (of_stop, (host,)), (off, (other,))):
            for one in people:
                ParticipationFactory(meeting=meeting, person=one, role="attendee")
        ParticipationFactory(visit=visit, person=None, state=StateFactory(**PUBLISHED), role="host")
        assert met_on(visit) == [host]

    @past_the_fence()
    def test_are_states_where_no_person_is_named_and_nobody_that_is_hidden(self):
        visit, state = VisitFactory(**PUBLISHED), StateFactory(**PUBLISHED)
        for shown in (state, StateFactory()):
            ParticipationFactory(visit=visit, person=None, state=shown, role="host")
        ParticipationFactory(visit=visit, person=PersonFactory(), role="host")
        ParticipationFactory(visit=visit, person=None, state=StateFactory(**PUBLISHED), role="visitor")
        assert met_on(visit) == [state]

    @pytest.mark.parametrize(
        ("visit", "meeting", "told"),
        [
            ("held", "held", True),
            ("held", "cancelled", False),
            ("held", "planned", False),
            ("cancelled", "cancelled", True),
            ("cancelled", "held", True),
        ],
    )
    def test_meeting_that_was_called_off_is_no_part_of_a_visit_that_was_held(self, visit, meeting, told):
        day = "2017-10-30" if meeting != "planned" else "2999-01-01"
        found = Meeting(status=meeting, date=day)
        assert shares_fate(found, Visit(status=visit)) is told
