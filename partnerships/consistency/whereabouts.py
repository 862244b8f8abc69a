"""Where things and people are: coordinates in another State, somebody in two States on one day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import F, QuerySet

from partnerships import models
from partnerships.models import Meeting, Participation, Progress, Stop
from partnerships.records.kinds import kind_of

from .extents import Point, kilometres_apart, kilometres_between, kilometres_outside
from .findings import Finding
from .rows import belonging, own_or_about, owner_lookups, possible_owners, rows_beside_it
from .rules import RULES

#: Kilometres: what lies so far outside the box around its State is elsewhere, and is no slip of a border.
ELSEWHERE = 200
#: Kilometres that somebody may well travel between two occasions of one day.
DAY_TRIP = 2_500
#: Hours by which clocks differ nowhere from the sun: in the west of China by three and a half.
FAR_FROM_THE_SUN = 4
#: The stops of fewer visits than these are asked for by their numbers.
FEW = 100


class _Whereabout(NamedTuple):
    """Somebody at an occasion: of which record, as which participant, in which State, and where in it."""

    record: tuple[str, int, str]
    part: str
    state: int
    code: str
    point: Point | None


def check() -> Iterator[Finding]:
    """Find coordinates that clearly lie in another State, hours of elsewhere, and people in two States on one day."""
    yield from _coordinates()
    yield from _clocks()
    yield from _two_states()


def _coordinates() -> Iterator[Finding]:
    """Find places and posts whose coordinates lie far outside their State. An embassy may reside elsewhere: a note."""
    places = models.Place.objects.exclude(kind=models.Place.Kind.SEA_AREA)
    yield from _outside(places, "state", "outside-its-state")
    for model in (models.Embassy, models.Mission):
        # Where the place has coordinates of its own, the post is held against these.
        yield from _outside(model.objects.filter(place__latitude=None), "place__state", "outside-its-state")
    yield from _outside(models.Embassy.objects.filter(place=None), "receiving_state", "post-outside-its-state")


def _clocks() -> Iterator[Finding]:
    """Find meetings in a time zone that cannot be that of their place, by the coordinates of the place."""
    zoned = Meeting.objects.exclude(time_zone="")
    places = list(possible_owners(Meeting))
    columns = [f"{path}__{name}" for path in ("place", "stop__place") for name in ("key", "longitude")]
    for several in own_or_about(zoned, "place"):
        for zone, own, east, halt, halted_east, *row in several.values_list(
            "time_zone", *columns, *owner_lookups(places)
        ):
            place, longitude = (own, east) if own else (halt, halted_east)
            if longitude is not None and _from_the_sun(zone, float(longitude)) > FAR_FROM_THE_SUN:
                record = belonging(places, row)
                yield RULES["clocks-of-elsewhere"].finding(*record, "time_zone", about="place", target=place)


def _from_the_sun(zone: str, longitude: float) -> float:
    """Return by how many hours the clocks of a zone differ from the sun at a longitude; 0 where there is no zone."""
    try:
        ahead = datetime(2000, 1, 1, tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return 0
    apart = abs(ahead / timedelta(hours=1) - longitude / 15) % 24
    return min(apart, 24 - apart)


def _outside(rows: QuerySet, path: str, code: str) -> Iterator[Finding]:
    located = rows.exclude(latitude=None).exclude(**{f"{path}__iso2": ""}).exclude(**{path: None})
    columns = ("pk", "key", f"{path}__key", f"{path}__iso2", "latitude", "longitude")
    for several in own_or_about(located, path):
        for pk, key, state, iso, latitude, longitude in several.values_list(*columns):
            distance = kilometres_outside(iso, (float(latitude), float(longitude)))
            # That its coordinates are 0, 0 is said in other words.
            if distance > ELSEWHERE and (latitude or longitude):
                kind, far = kind_of(rows.model), round(distance)
                yield RULES[code].finding(kind, pk, key, "latitude", about="state", target=state, distance=far)


def _two_states() -> Iterator[Finding]:
    """Find who takes part in two occasions of one exact day in two States, unless they are near one another.

    What belongs to one visit is a journey: it has several States on a day.
    """
    there: dict[tuple[int, date], list[_Whereabout]] = defaultdict(list)
    everybody = rows_beside_it(Participation.objects.exclude(person=None), "person")
    for person, day, each in (*_at_meetings(everybody), *_at_stops(everybody), *_at_signatures(everybody)):
        there[person, day].append(each)
    for several in (several for several in there.values() if len(several) > 1):
        several.sort(key=lambda each: each.record[2])
        for number, each in enumerate(several):
            other = next((one for one in several[:number] if _are_elsewhere(one, each)), None)
            if other is not None:
                (kind, pk, key), (about, _pk, target) = each.record, other.record
                rule = RULES["in-two-states"]
                yield rule.finding(kind, pk, key, "participations", about=about, part=each.part, target=target)


def _are_elsewhere(one: _Whereabout, other: _Whereabout) -> bool:
    if one.state == other.state or one.record == other.record:
        return False
    if one.point and other.point:
        return kilometres_between(one.point, other.point) > DAY_TRIP
    apart = kilometres_apart(one.code, other.code)
    return apart is None or apart > DAY_TRIP


def _at_meetings(everybody: QuerySet) -> Iterator[tuple[int, date, _Whereabout]]:
    """Yield who was at which meeting on which day: in its place, else in that of its stop. A call joins two places."""
    rows = everybody.exclude(meeting__kind=Meeting.Kind.CALL).filter(meeting__status=Progress.HELD)
    rows = rows.filter(meeting__date_earliest=F("meeting__date_latest"))
    of_stop = rows.filter(meeting__place=None)
    places = list(possible_owners(Participation))
    for found, path in (
        (rows, "meeting__place__"),
        (of_stop, "meeting__stop__place__"),
        (of_stop.filter(meeting__stop__place=None), "meeting__stop__"),
    ):
        columns = ("person", "meeting__date_earliest", "key", *owner_lookups(places))
        for person, day, part, *row in found.exclude(**{f"{path}state": None}).values_list(*columns, *_where(path)):
            yield person, day, _Whereabout(belonging(places, row), part, *_there(row[len(places) * 2 :]))


def _at_stops(everybody: QuerySet) -> Iterator[tuple[int, date, _Whereabout]]:
    """Yield who came to which stop of one day, on a visit that took place."""
    rows = everybody.filter(role=Participation.Role.VISITOR, visit__status=Progress.HELD)
    travellers: dict[int, list[tuple]] = defaultdict(list)
    for visit, *somebody in rows.values_list("visit", "visit__key", "person", "key"):
        travellers[visit].append(somebody)
    halts = Stop.objects.filter(start_earliest=F("end_latest"))
    halts = halts.filter(visit__in=travellers) if len(travellers) < FEW else halts
    for found, path in ((halts, "place__"), (halts.filter(place=None), "")):
        placed = found.exclude(**{f"{path}state": None}).values_list("visit", "start_earliest", *_where(path))
        for visit, day, *where in placed:
            for key, person, part in travellers.get(visit, ()):
                yield person, day, _Whereabout(("visit", visit, key), part, *_there(where))


def _at_signatures(everybody: QuerySet) -> Iterator[tuple[int, date, _Whereabout]]:
    """Yield who signed which agreement on which day, in the place where that was signed."""
    rows = everybody.filter(role=Participation.Role.SIGNATORY).exclude(agreement__place__state=None)
    rows = rows.filter(agreement__date_earliest=F("agreement__date_latest"))
    columns = ("person", "agreement__date_earliest", "key", "agreement", "agreement__key")
    for person, day, part, pk, key, *where in rows.values_list(*columns, *_where("agreement__place__")):
        yield person, day, _Whereabout(("agreement", pk, key), part, *_there(where))


def _where(path: str) -> tuple[str, ...]:
    """Return the columns that say where something is: its State, the code of that, and the coordinates of its place."""
    point = (f"{path}latitude", f"{path}longitude") if path.endswith("place__") else ()
    return (f"{path}state", f"{path}state__iso2", *point)


def _there(where: Sequence) -> tuple[int, str, Point | None]:
    state, code, *point = where
    return state, code, (float(point[0]), float(point[1])) if point and point[0] is not None else None
