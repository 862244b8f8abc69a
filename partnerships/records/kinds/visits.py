"""Visits and meetings."""

from django.db.models import Case, F, Value, When

from partnerships import models

from .kind import Kind, Task
from .moments import DAY, WHOLE
from .order_on_one_day import OnOneDay

VISIT = Kind(
    model=models.Visit,
    task=Task.VISITS,
    place_in_search=6,
    schema=("Event",),
    schema_links=(
        ("stops.place", "location"),
        ("stops.further_places", "location"),
        ("stops.state", "location"),
        ("participations.person", "attendee"),
        ("stops.meetings.participations.person", "attendee"),
        ("meetings.participations.person", "attendee"),
        ("stops.meetings", "subEvent"),
        ("meetings", "subEvent"),
        ("partners", "about"),
        ("organization", "about"),
        ("areas", "about"),
    ),
    rests_on=("organization",),
    moments=WHOLE,
    main=("on",),
    rank=OnOneDay.VISIT,
    needs_date=("period",),
    same_if=("period",),
    concerns={
        "partner": ("partners",),
        "organization": ("organization",),
        "area": ("areas",),
        "place": ("stops.place", "stops.further_places"),
        "state": ("stops.state",),
        "person": (
            "participations.person",
            "stops.meetings.participations.person",
            "meetings.participations.person",
        ),
    },
)

#: Where two meetings of one day have no hour: what speaks about a meeting comes after it.
_ORDER: dict[str, str] = {models.Meeting.Kind.PRESS_CONFERENCE: "1"}


def _in_their_order(meeting: models.Meeting) -> str:
    """Return what decides among meetings of one day: the hour, else the kind; those without an hour come last."""
    hour = meeting.time.isoformat("minutes") if meeting.time else "99:99"
    return f"{hour}{_ORDER.get(meeting.kind, '0')}"


#: The same, asked of the database.
IN_THEIR_ORDER = (
    F("time").asc(nulls_last=True),
    Case(*(When(kind=kind, then=Value(place)) for kind, place in _ORDER.items()), default=Value("0")),
)

MEETING = Kind(
    model=models.Meeting,
    task=Task.VISITS,
    place_in_search=17,
    schema=("Event",),
    schema_links=(
        ("place", "location"),
        ("stop.place", "location"),
        ("stop.state", "location"),
        ("participations.person", "attendee"),
        ("stop.visit", "superEvent"),
        ("visit", "superEvent"),
        ("partners", "about"),
        ("organization", "about"),
        ("areas", "about"),
    ),
    rests_on=("organization",),
    moments=DAY,
    rank=OnOneDay.MEETING,
    tie_break=_in_their_order,
    tie_break_columns=("time", "kind"),
    needs_date=("date",),
    same_if=("date", "kind"),
    concerns={
        "partner": ("partners", "stop.visit.partners", "visit.partners"),
        "organization": ("organization",),
        "area": ("areas",),
        "place": ("place", "stop.place"),
        "person": ("participations.person",),
        "visit": ("stop.visit", "visit"),
    },
    named_by=("place", "stop.place", "stop.state"),
    stands_on=("stop.visit", "visit", "partners", "organization", "place"),
    content=(
        "place",
        "visit",
        "stop.visit",
        "stop.place",
        "stop.state",
        "organization",
        "partners.state",
        "areas",
        "participations.person",
        "participations.office",
        "participations.state",
        "participations.organization",
    ),
)
