"""The days on which people served, tenure by tenure, for those who ask about people and not about one office."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Office, Tenure
from partnerships.records import kept_rows

from .certainty_expires import Clock, now
from .coverage import checked_until, covering
from .days import Days, days_of
from .days_of_one_tenure import TenureDays, plain, tenure_days
from .existence import certainly_held, doubtless, existed
from .loading import BEHIND, by_office, facts_of_all_tenures, facts_of_tenures, published_tenures
from .tenure_facts import TenureFacts
from .tenures_bounding_each_other import beside_one_another

#: The tenures of an office are looked at once more for each day on which an answer may change, but no more in all.
MOST_LOOKED_AT = 30_000
_ONE = timedelta(days=1)
#: The days of tenures that are over, by their numbers: on every later day they are the same.
Over = Mapping[int, TenureDays]
NOTHING_OVER: Over = {}


@dataclass(frozen=True, slots=True)
class Service:
    """The days on which a tenure possibly ran; None where they depend on the day on which it is asked."""

    office: str
    tenure: int
    person: int
    days: Days | None


def served(tenures: QuerySet[Tenure], *, today: date | None = None) -> dict[int, Days]:
    """Return the days on which each of `tenures` certainly ran, by its number."""
    found: dict[int, Days] = {}
    clock = now(today or dates.today())
    for office, several in _in_their_offices(tenures):
        here, surely = days_of(existed(office)), doubtless(office)
        found |= {one.tenure.pk: certainly_held(one, here, surely) for one in _beside(office, several, clock)}
    return found


def possibly_served(offices: Iterable[str], today: date) -> Iterator[tuple[str, int, int, Days]]:
    """Yield the days on which each tenure in `offices`, by their keys, possibly ran, as it is seen on `today`.

    With the office and the numbers of the tenure and the person.
    """
    for office, several in _in_their_offices(published_tenures().filter(office__key__in=list(offices))):
        possible = _possible(office, several, now(today))
        yield from ((office.key, one.pk, one.person, possible[one.pk]) for one in several)


def lasting_service(offices: Iterable[str], today: date) -> Iterator[Service]:
    """Yield the days on which each tenure in `offices`, by their keys, possibly ran, seen on `today` and ever after."""
    yield from _lasting(facts_of_tenures(published_tenures().filter(office__key__in=list(offices))), today)


def all_lasting_service(today: date) -> Iterator[Service]:
    """Yield the same of all offices."""
    public = set(published_tenures().values_list("pk", flat=True))
    yield from _lasting([one for one in facts_of_all_tenures() if one.pk in public], today)


def _lasting(tenures: Iterable[TenureFacts], today: date) -> Iterator[Service]:
    clock = now(today)
    for office, several in _by_their_offices(tenures):
        possible = _possible(office, several, clock)
        moving = _moving(office, several, clock, possible)
        for one in several:
            yield Service(office.key, one.pk, one.person, None if one.pk in moving else possible[one.pk])


def _in_their_offices(tenures: QuerySet[Tenure]) -> Iterator[tuple[Office, list[TenureFacts]]]:
    yield from _by_their_offices(facts_of_tenures(tenures))


def _by_their_offices(tenures: Iterable[TenureFacts]) -> Iterator[tuple[Office, list[TenureFacts]]]:
    grouped = by_office(tenures)
    offices = kept_rows.rows_by_number(Office, grouped)
    kept_rows.beside(offices.values(), BEHIND)
    yield from ((offices[number], several) for number, several in grouped.items())


def _beside(office: Office, several: list[TenureFacts], clock: Clock, over: Over = NOTHING_OVER) -> list[TenureDays]:
    checked = checked_until(office, clock)
    ran = [over.get(each.pk) or tenure_days(each, clock, checked_until=checked) for each in several]
    return beside_one_another(ran, single_holder=office.single_holder)


def _possible(office: Office, several: list[TenureFacts], clock: Clock, over: Over = NOTHING_OVER) -> dict[int, Days]:
    here = days_of(existed(office))
    return {one.tenure.pk: one.possible_days & here for one in _beside(office, several, clock, over)}


def _moving(office: Office, several: list[TenureFacts], clock: Clock, possible: dict[int, Days]) -> set[int]:
    """Return the tenures whose `possible` days will be others on some day to come.

    Every bound is one day, or the day of the question, from one of the days of change to the next: what is the same
    on all of them is the same for ever.
    """
    over = {one.pk: ran for one in several if (ran := plain(one, clock)) is not None}
    changes = _days_of_change(office, [one for one in several if one.pk not in over], clock)
    if len(changes) * len(several) > MOST_LOOKED_AT:
        return set(possible)
    moving: set[int] = set()
    for day in changes:
        then = _possible(office, several, Clock(day, clock.certainty_days), over)
        moving |= {pk for pk, found in then.items() if found != possible[pk]}
    return moving


def _days_of_change(office: Office, several: list[TenureFacts], clock: Clock) -> list[date]:
    """Return the days to come on which an answer may change: when a date passes, or what it vouches for expires."""
    if not several:
        return []
    certainty, known = timedelta(days=clock.certainty_days), set(_dates_of(office, several))
    known |= {day + certainty for day in known if LATEST - day > certainty}
    around = {day + step for day in known if EARLIEST < day < LATEST for step in (-_ONE, 0 * _ONE, _ONE)}
    return sorted(day for day in {*around, LATEST} if day > clock.today)


def _dates_of(office: Office, several: list[TenureFacts]) -> Iterator[date]:
    for record in covering(office):
        if record.checked_on:
            yield record.checked_on
        if record.coverage:
            period = dates.parse_period(record.coverage)
            yield from (period.start_earliest, period.start_latest, period.end_earliest, period.end_latest)
    for one in several:
        moments = (one.start, one.end, one.birth, one.death, *(step.when for step in one.steps), *one.sources)
        for when in moments:
            if when is not None:
                yield from (when.earliest, when.latest)
        if one.checked_on:
            yield one.checked_on
