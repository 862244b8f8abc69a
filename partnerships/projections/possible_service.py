"""Who possibly held an office from when to when: kept tenure by tenure, in step with the records.

`offices` works it out from all tenures of an office. What will be another answer on another day is not kept: it is
worked out at the question, for its office alone. `refresh` writes what is kept of some offices anew, `rebuild`
everything; `differences` compares it with the records.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from partnerships import dates
from partnerships.chunks import chunks, delete_unread
from partnerships.dates import EARLIEST, LATEST
from partnerships.kept_in_process import Shelf
from partnerships.models import Office, PossibleService
from partnerships.models.possible_service import AFTER, BEFORE, LONGER, LONGEST, MOVING
from partnerships.offices import ByYear, Service, all_lasting_service, lasting_service, possibly_served
from partnerships.transactions import one_write

from . import version

#: Raised with every change of what is kept: what an older version of the code kept is made anew.
LAYOUT = 2

CHUNK = 500

#: What is kept of a tenure: one row for each run of days.
COLUMNS = ("office", "tenure", "person", "first", "last", "length")
Row = tuple[str, int, int, date, date, int]

#: What depends on the day of the question, of one day.
kept: Shelf[ByYear] = Shelf(1)


def refresh(offices: Iterable[str]) -> None:
    """Write what is kept of `offices`, by their keys, anew where it has changed."""
    for some in chunks(offices, CHUNK):
        with one_write(savepoint=False):
            stored = _stored(PossibleService.objects.filter(office__in=some))
            wanted = set(_rows(some))
            gone = [pk for row, pk in stored.items() if row not in wanted]
            for ids in chunks(gone, CHUNK):
                delete_unread(PossibleService.objects.filter(pk__in=ids))
            _write(row for row in sorted(wanted) if row not in stored)


def rebuild() -> None:
    """Make everything anew."""
    with one_write():
        delete_unread(PossibleService.objects.all())
        for some in chunks(_offices(), CHUNK):
            _write(sorted(_rows(some)))


def differences() -> list[str]:
    """Return the keys of the offices of which something else is kept than the records say.

    What was written as depending on the day may have come to rest since: then it is still worked out, and right.
    """
    offices = set(_offices())
    stored = set(PossibleService.objects.values_list(*COLUMNS))
    moving = {row[1] for row in stored if row[-1] == MOVING}
    found = _rows_of(all_lasting_service(dates.today()))
    wanted = {_moving(*row[:3]) if row[1] in moving else row for row in found}
    # Who turned out never to have been there has no row.
    known = {row for row in stored if row in wanted or row[-1] != MOVING or row[0] not in offices}
    return sorted({row[0] for row in known ^ wanted})


def people_within(first: date, last: date) -> Any:
    """Return the people of the runs with a day from `first` to `last`: an index leads to each class of length."""
    among = PossibleService.objects.filter(first__lte=last, last__gte=first)
    branches = [
        among.filter(length=length, first__gte=first - timedelta(days=longest))
        for length, longest in enumerate(LONGEST)
        if (first - EARLIEST).days > longest
    ]
    short = range(len(branches), len(LONGEST))
    others = [among.filter(length=length) for length in (*short, LONGER, AFTER, BEFORE)]
    people = [one.order_by().values("person") for one in (*branches, *others)]
    return people[0].union(*people[1:], all=True)


def of_person(first: date, last: date) -> QuerySet[PossibleService]:
    """Return the runs of days that have one from `first` to `last`, to be narrowed to those of one person."""
    return PossibleService.objects.filter(first__lte=last, last__gte=first).exclude(length=MOVING)


def numbers_of_tenures(people: Iterable[int], day: date) -> list[int]:
    """Return the numbers of the tenures that possibly ran on `day`, or may have, of people by their numbers."""
    rows = PossibleService.objects.filter(person__in=list(people), first__lte=day, last__gte=day)
    return list(rows.values_list("tenure", flat=True))


def moving(first: date, last: date) -> set[int]:
    """Return the people who possibly held an office from `first` to `last` by what depends on today."""

    def work_out() -> ByYear:
        return ByYear(_moving_on(dates.today()))

    return kept.having(version.stamp(), work_out, lambda _found: 1).meeting(first, last)


def _moving_on(today: date) -> Iterator[tuple[date, date, int]]:
    rows = PossibleService.objects.filter(length=MOVING).values_list("office", "tenure")
    offices: dict[str, set[int]] = {}
    for office, tenure in rows:
        offices.setdefault(office, set()).add(tenure)
    for some in chunks(sorted(offices), CHUNK):
        for office, tenure, person, days in possibly_served(some, today):
            if tenure in offices[office]:
                yield from ((span.first, span.last, person) for span in days)


def _offices() -> Any:
    return Office.objects.published().order_by("key").values_list("key", flat=True)


def _stored(rows: QuerySet) -> dict[Row, int]:
    return {tuple(row): pk for *row, pk in rows.values_list(*COLUMNS, "pk")}


def _rows(offices: list[str]) -> Iterator[Row]:
    yield from _rows_of(lasting_service(offices, dates.today()))


def _rows_of(served: Iterable[Service]) -> Iterator[Row]:
    for one in served:
        if one.days is None:
            yield _moving(one.office, one.tenure, one.person)
            continue
        for span in one.days:
            yield one.office, one.tenure, one.person, span.first, span.last, _length(span.first, span.last)


def _moving(office: str, tenure: int, person: int) -> Row:
    return office, tenure, person, EARLIEST, LATEST, MOVING


def _length(first: date, last: date) -> int:
    if first == EARLIEST:
        return BEFORE
    if last == LATEST:
        return AFTER
    days = (last - first).days
    return next((number for number, longest in enumerate(LONGEST) if days <= longest), LONGER)


def _write(rows: Iterable[Row]) -> None:
    PossibleService.objects.bulk_create(
        (PossibleService(**dict(zip(COLUMNS, row, strict=True))) for row in rows), batch_size=CHUNK
    )
