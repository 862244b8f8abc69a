"""Which rows of a succession a page shows: one part at a time, and none that only repeats how far another reaches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict

from partnerships.listing import parameters
from partnerships.offices import Held, Succession, SuccessionRow, Verdict

#: A table shows no more rows than this at a time.
ROWS = 50
#: How long somebody possibly held an office beyond certain days without that being a row of its own.
INEXACT = timedelta(days=366)


@dataclass(frozen=True)
class SuccessionPart:
    """Some rows of a succession, and the queries of the parts before and after them."""

    rows: Sequence[SuccessionRow]
    earlier: str = ""
    later: str = ""


def part(query: QueryDict, succession: Succession) -> SuccessionPart:
    """Return the part of the succession that is asked for, the last one where none is."""
    parts = max(1, -(-len(succession) // ROWS))
    number = parameters.part_asked(query, most=parts) or parts
    rows = succession.rows((number - 1) * ROWS, number * ROWS)
    earlier = _with_part(query, number - 1) if number > 1 else ""
    later = _with_part(query, number + 1) if number < parts else ""
    return SuccessionPart(folded(rows), earlier, later)


def last_part(succession: Succession) -> SuccessionPart:
    """Return the last rows of a succession."""
    return SuccessionPart(folded(succession.rows(max(0, len(succession) - ROWS))))


def _with_part(query: QueryDict, number: int) -> str:
    found = query.copy()
    found[parameters.PART] = str(number)
    return found.urlencode()


def folded(rows: Sequence[SuccessionRow]) -> list[SuccessionRow]:
    """Return the rows without those that only say how far another one possibly reaches."""
    certain = [row for row in rows if row.answer is Verdict.CERTAIN]
    reaches: dict[object, list[SuccessionRow]] = {}
    for row in certain:
        reaches.setdefault(_claim(row), []).append(row)
    return [row for row in rows if not any(_reaches_over(one, row) for one in reaches.get(_claim(row), ()))]


def together(held: Sequence[Held]) -> list[Held]:
    """Return what somebody held, each office and time in one row."""
    by_office: dict[int, list[SuccessionRow]] = {}
    for one in held:
        by_office.setdefault(one.office.pk, []).append(one.row)
    kept = {id(row) for rows in by_office.values() for row in folded(rows)}
    return [one for one in held if id(one.row) in kept]


def holds(row: SuccessionRow, day: date) -> bool:
    """Whether what a row says is true of a day."""
    return row.first <= day <= row.last


def reaches(row: SuccessionRow, rows: Iterable[SuccessionRow], day: date) -> bool:
    """Whether a day is one on which somebody possibly held the office, as the row of the certain days tells alone."""
    if row.answer is not Verdict.CERTAIN or holds(row, day) or not row.start.earliest <= day <= row.end.latest:
        return False
    return not any(holds(one, day) for one in rows if _claim(one) == _claim(row))


def _claim(row: SuccessionRow) -> object:
    return row.holder and (row.holder.tenure.pk, row.holder.by_virtue_of and row.holder.by_virtue_of.designation.pk)


def _reaches_over(certain: SuccessionRow, row: SuccessionRow) -> bool:
    within = certain.start.earliest <= row.first and row.last <= certain.end.latest
    return row.answer is Verdict.POSSIBLE and within and row.last - row.first < INEXACT and not row.expired
