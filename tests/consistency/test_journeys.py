"""Visits with their stops and meetings, those who take part, and agreements."""

from collections.abc import Callable

import pytest

from tests.factories import (
    AgreementFactory,
    MeetingFactory,
    ParticipationFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, cells, day, recorded

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


CASES = [
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
    Case(
        "in-force-before-signed",
        "agreement",
        recorded(AgreementFactory, "period", date="2013-04-15"),
        "2013-04-14/..",
        "2013-04-15/..",
    ),
    Case("planned-and-past", "visit", recorded(VisitFactory, "period", status="planned"), day(-1), day(0)),
    Case("planned-and-past", "meeting", recorded(MeetingFactory, "date", status="planned"), day(-1), day(0)),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
