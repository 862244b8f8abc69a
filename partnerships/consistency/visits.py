"""Visits with their stops and meetings, and those who take part, in an agreement too."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from partnerships import dates
from partnerships.chunks import as_stored
from partnerships.models import Meeting, Participation, Progress, Stop, Tenure, Visit

from .existence import OCCASIONS, there
from .findings import Finding
from .rows import (
    GOING_ON,
    belonging,
    findings,
    is_concerned,
    owner_lookups,
    possible_owners,
    rows_beside_it,
    rows_of_it,
)
from .rules import RULES

#: Days: who stays longer has a posting, or two visits.
LONGEST_VISIT = 60
#: Nobody visits and receives at once; who speaks may chair too.
EITHER_SIDE = (Participation.Role.VISITOR, Participation.Role.HOST)


def check() -> Iterator[Finding]:
    """Find stops and meetings outside what they belong to, and participants who were something else that day."""
    yield from _stops()
    yield from _meetings()
    yield from _participants()
    yield from _two_visits()
    yield from _two_meetings()
    yield from _long()
    agreed = Visit.objects.filter(status=Progress.CANCELLED).exclude(areas=None)
    yield from findings(agreed, "agreed-and-cancelled", field="areas")
    past = Q(status=Progress.PLANNED)
    yield from findings(Visit.objects.filter(past, end_latest__lt=dates.today()), "planned-and-past", field="status")
    yield from findings(Meeting.objects.filter(past, date_latest__lt=dates.today()), "planned-and-past", field="status")


def _long() -> Iterator[Finding]:
    """Find visits that certainly last longer than anybody visits: a year is soon mistyped."""
    rows = rows_of_it(Visit.objects.filter(end_earliest__gt=F("start_latest"))).order_by("key")
    for pk, key, begun, over in rows.values_list("pk", "key", "start_latest", "end_earliest"):
        if (over - begun).days > LONGEST_VISIT:
            yield RULES["long-visit"].finding("visit", pk, key, "period")


def _stops() -> Iterator[Finding]:
    if not is_concerned(Stop):
        return
    told = {"stop": "key"}
    outside = Q(start_latest__lt=F("visit__start_earliest")) | Q(end_earliest__gt=F("visit__end_latest"))
    yield from findings(Stop.objects.filter(outside), "stop-outside-visit", field="stops", told=told)
    before = Stop.objects.filter(
        visit=OuterRef("visit"), position__lt=OuterRef("position"), start_earliest__gt=OuterRef("end_latest")
    )
    yield from findings(Stop.objects.filter(Exists(before)), "stops-out-of-order", field="stops", told=told)
    meanwhile = Stop.objects.filter(
        visit=OuterRef("visit"),
        position__lt=OuterRef("position"),
        start_latest__lt=OuterRef("end_earliest"),
        end_earliest__gt=OuterRef("start_latest"),
    ).exclude(period="")
    elsewhere = meanwhile.exclude(place=OuterRef("place"))
    placed = Stop.objects.exclude(period="").exclude(place=None)
    yield from findings(
        placed.filter(Exists(elsewhere.exclude(place=None))), "stops-at-one-time", field="stops", told=told
    )
    again = Stop.objects.filter(further_places=F("place"))
    yield from findings(again, "further-place-again", field="stops", told=told)
    yield from _stops_twice()


def _stops_twice() -> Iterator[Finding]:
    """Find stops at the place of the one before, on days that may be the same: who comes back has been elsewhere."""
    last: tuple = ()
    rows = as_stored(rows_of_it(Stop.objects.all()).order_by("visit_id", "position"))
    for pk, visit, stop, place, state, begun, over in rows.values_list(
        "visit_id", "visit__key", "key", "place_id", "state_id", "start_earliest", "end_latest"
    ):
        where = pk, place, None if place else state
        if last and last[0] == where and begun <= last[2] and last[1] <= over:
            yield RULES["stop-twice"].finding("visit", pk, visit, "stops", stop=stop)
        last = where, begun, over


def _meetings() -> Iterator[Finding]:
    """Compare meetings with their stop and with the visit: one finding for the nearest that they lie outside of."""
    if not is_concerned(Meeting):
        return
    told = {"meeting": "key"}
    of_stop = _outside("stop")
    rows = Meeting.objects.filter(stop__isnull=False)
    yield from findings(rows.filter(of_stop), "meeting-outside-stop", field="stops", told=told)
    yield from findings(
        rows.filter(_outside("stop__visit")).exclude(of_stop), "meeting-outside-visit", field="stops", told=told
    )
    of_visit = Meeting.objects.filter(_outside("visit"))
    yield from findings(of_visit, "meeting-outside-visit", field="meetings", told=told)
    cancelled = Q(stop__visit__status=Progress.CANCELLED) | Q(visit__status=Progress.CANCELLED)
    held = Meeting.objects.filter(cancelled, status=Progress.HELD)
    yield from findings(held, "held-on-cancelled-visit", field="status", told=told)
    planned = Q(stop__visit__status=Progress.PLANNED) | Q(visit__status=Progress.PLANNED)
    early = Meeting.objects.filter(planned, status=Progress.HELD)
    yield from findings(early, "held-on-planned-visit", field="status", told=told)
    before = Meeting.objects.filter(
        Q(title_fr=OuterRef("title_fr")) | Q(title_en=OuterRef("title_en")),
        Q(stop=OuterRef("stop")) | Q(visit=OuterRef("visit")),
        **{name: OuterRef(name) for name in ("date", "kind")},
        key__lt=OuterRef("key"),
    )
    twice = Meeting.objects.exclude(Meeting.BY_ITSELF).exclude(date="").filter(Exists(before))
    yield from findings(twice, "meeting-twice", field="meetings", told=told)


def _outside(path: str) -> Q:
    early = Q(**{f"{path}__start_earliest__gt": F("date_latest")})
    return early | Q(**{f"{path}__end_latest__lt": F("date_earliest")})


def _participants() -> Iterator[Finding]:
    """Find who has tenures of the office claimed, none of which possibly has the day.

    Who has none at all may hold the office by virtue of another, or the register does not know.
    """
    if not is_concerned(Participation, "office"):
        return
    serving = Tenure.objects.not_withdrawn().filter(office=OuterRef("office"), never_served=False)
    own = serving.filter(person=OuterRef("person"))
    for occasion, (begun, over) in OCCASIONS.items():
        first, last = begun.replace("latest", "earliest"), over.replace("earliest", "latest")
        that_day = own.filter(
            start_earliest__lte=OuterRef(f"{occasion}__{last}"), end_latest__gte=OuterRef(f"{occasion}__{first}")
        )
        rows = there(occasion).filter(Exists(own), ~Exists(that_day))
        told = {"part": "key", "target": "office__key"}
        yield from findings(rows, "not-in-office", field="participations", told=told)
        held = serving.filter(
            office__single_holder=True, acting=False, start_latest__lt=OuterRef(f"{occasion}__{first}")
        )
        lasting = Q(end_earliest__gt=OuterRef(f"{occasion}__{last}")) | Q(period__endswith=GOING_ON)
        held = held.filter(lasting).exclude(person=OuterRef("person"))
        rows = there(occasion).exclude(person=None).filter(~Exists(own))
        rows = rows.annotate(holder=Subquery(held.order_by("key").values("key")[:1])).exclude(holder=None)
        told = {"part": "key", "tenure": "holder"}
        yield from findings(rows, "office-of-another-holder", field="participations", told=told)
    for occasion in OCCASIONS:
        taking_part = Participation.objects.exclude(person=None).filter(**{f"{occasion}__isnull": False})
        before = taking_part.filter(
            **{occasion: OuterRef(occasion)}, person=OuterRef("person"), key__lt=OuterRef("key")
        )
        again = Exists(before.filter(role=OuterRef("role")))
        again |= Q(role__in=EITHER_SIDE) & Exists(before.filter(role__in=EITHER_SIDE))
        yield from findings(
            taking_part.filter(again), "participant-twice", field="participations", told={"part": "key"}
        )
    of_another = Participation.objects.exclude(state=None).exclude(office__state=None)
    told = {"part": "key", "target": "office__key"}
    yield from findings(
        of_another.exclude(state=F("office__state")), "office-of-another-state", field="participations", told=told
    )


def _two_meetings() -> Iterator[Finding]:
    """Find who is at two meetings at one hour, on a day that is known."""
    at_an_hour = Participation.objects.exclude(meeting__time=None).exclude(person=None)
    rows = at_an_hour.filter(meeting__date_earliest=F("meeting__date_latest"), meeting__status=Progress.HELD)
    rows = rows_beside_it(rows, "person")
    columns = ("person_id", "meeting__date_earliest", "meeting__time", "meeting__time_zone")
    places = list(possible_owners(Participation))
    lookups = owner_lookups(places)
    found: dict[tuple, tuple[int, str]] = {}
    for *when, part, number, meeting, rest in _with_their_meeting(rows.order_by("meeting__key"), columns, lookups):
        first, other = found.setdefault(tuple(when), (number, meeting))
        if first != number:
            yield RULES["two-meetings-at-once"].finding(
                *belonging(places, rest), "participations", about="meeting", part=part, target=other
            )


def _with_their_meeting(rows: QuerySet, columns: Sequence[str], lookups: Sequence[str]) -> Iterator[tuple]:
    """Yield `columns` of each participant, the key, the number and the key of the meeting, and the `lookups`."""
    meeting = lookups.index("meeting__pk"), lookups.index("meeting__key")
    for row in rows.values_list(*columns, "key", *lookups):
        rest = row[len(columns) + 1 :]
        yield *row[: len(columns) + 1], *(rest[at] for at in meeting), rest


def _two_visits() -> Iterator[Finding]:
    """Find who is on two visits that share more than the day on which one follows the other."""
    held = Participation.objects.filter(role=Participation.Role.VISITOR, visit__status=Progress.HELD)
    rows = rows_beside_it(held.exclude(visit__period="").exclude(person=None), "person")
    rows = rows.order_by("visit__start_latest", "visit__key")
    columns = ("person_id", "key", "visit__pk", "visit__key", "visit__start_latest", "visit__end_earliest")
    under_way: dict[int, tuple[str, date]] = {}
    for person, part, pk, key, first, last in rows.values_list(*columns):
        if first > last:
            continue
        other, until = under_way.get(person, ("", first))
        if first < until and first < last and other != key:
            yield RULES["two-visits-at-once"].finding("visit", pk, key, "participations", part=part, target=other)
        if last > until or not other:
            under_way[person] = key, last
