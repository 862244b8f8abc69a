"""Slices of the reading index: the first lines that pass, read along an index whatever else the timeline holds.

An index gives the lines of one value in their order: of one facet, of one kind, of one weight. Where several values
are enough, each has a branch of its own, and a branch for each class of length where a time is asked for: lines that
are at most so long cannot begin earlier than that before it. Every branch stops at the size of the slice.
The questions are written out: the same few texts, with explicit columns.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from partnerships import dates
from partnerships.chunks import chunks
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.models.timeline import AFTER, BEFORE, ENDED, GOING_ON, LONGER, LONGEST, STARTED

from .filters import Filters
from .line import Line
from .thereby import PREFIX

#: SQLite joins no more than 500 selections.
MOST_BRANCHES = 100
#: After every sort that begins with a day.
END = "~"

#: The text of a question, and the values in it.
Branch = tuple[str, list[Any]]

_LINES, _FACETS = TimelineLine._meta.db_table, TimelineFacet._meta.db_table


@dataclass(frozen=True)
class Range:
    """A part of reading order: what lies after one place and before another; None where it has no end."""

    after: str | None = None
    before: str | None = None

    def within(self, other: "Range") -> "Range":
        after = max((one for one in (self.after, other.after) if one is not None), default=None)
        before = min((one for one in (self.before, other.before) if one is not None), default=None)
        return Range(after, before)


EVERYWHERE = Range()


def first_lines(filters: Filters, part: Range, size: int, *, descending: bool, apart: bool = False) -> list[Line]:
    """Return the first `size` lines of `part` that pass, in order; `apart` those that stand apart from the others."""
    branches = [_branch(filters, one, part, descending, size, apart) for one in _ways(filters, apart)]
    places = [place for some in chunks(branches, MOST_BRANCHES) for place in _asked(some)]
    if len(branches) > 1:
        places = sorted(set(places), reverse=descending)
    return [Line.at(place) for place in places[:size]]


def has_more_lines_than(number: int) -> bool:
    """Tell whether there are more lines than that, looking at no more of them."""
    return bool(_fetched(f"SELECT 1 FROM {_LINES} ORDER BY sort LIMIT 1 OFFSET {number:d}", []))  # noqa: S608


def first_keys(kind: str, facet: str, value: str, most: int, *, newest: bool = False) -> list[str]:
    """Return the keys of the first, or the `newest`, records of `kind` with a line under one value of a facet."""
    found = Filters(related=((facet, value),), kind=(kind,))
    # A record has two lines at most where it has a period.
    lines = first_lines(found, EVERYWHERE, 2 * most, descending=newest)
    return list(dict.fromkeys(line.key for line in lines))[:most]


def lines_in_years(filters: Filters, most: int) -> list[tuple[str, int]]:
    """Return how many lines pass in each year, but no more than about `most` in all."""
    branches = [_branch(filters, one, EVERYWHERE, False, most, False) for one in _ways(filters, False)]
    if len(branches) == 1:
        text, values = branches[0]
        return _fetched(f"SELECT substr(sort, 1, 4) AS year, COUNT(*) FROM ({text}) AS b GROUP BY 1 ORDER BY 1", values)  # noqa: S608
    places = {place for some in chunks(branches, MOST_BRANCHES) for place in _asked(some)}
    return sorted(Counter(place[:4] for place in places).items())


def under(filters: Filters, facets: Sequence[str], most: int) -> dict[tuple[str, str], int] | None:
    """Return how many lines that pass stand under each value of `facets`; of each kind where that is the facet.

    All of them where an index alone tells which lines pass; nothing where otherwise there are more than `most`.
    """
    if along_an_index(filters) and not filters.kind:
        return _under_all(filters, facets)
    branches = [_branch(filters, one, EVERYWHERE, False, most + 1, False) for one in _ways(filters, False)]
    if len(branches) > MOST_BRANCHES:
        return None
    passing = " UNION ".join(f"SELECT * FROM ({text}) AS b{n}" for n, (text, _) in enumerate(branches))  # noqa: S608
    values = [one for _, several in branches for one in several]
    kinds = f"SELECT 'kind', l.kind, COUNT(*) FROM ({passing}) AS p JOIN {_LINES} l ON l.sort = p.sort"  # noqa: S608
    found = _fetched(f"{kinds} GROUP BY 1, 2 ORDER BY 1, 2", values)
    if not along_an_index(filters) and sum(number for *_, number in found) > most:
        return None
    lines = f"({passing}) AS p JOIN {_LINES} l ON l.sort = p.sort JOIN {_FACETS} f ON f.line_id = l.id"
    text = f"SELECT f.facet, f.value, COUNT(*) FROM {lines} WHERE f.facet IN ({_places(facets)})"  # noqa: S608
    found += _fetched(f"{text} GROUP BY 1, 2 ORDER BY 1, 2", [*values, *facets])
    return {(facet, value): number for facet, value, number in found}


def _under_all(filters: Filters, facets: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return how many of all lines, or of all turning points, stand under each value: read off the indexes alone."""
    main = "WHERE weight = 'main' " if filters.is_main else ""
    found = []
    if "kind" in facets:
        found = _fetched(f"SELECT 'kind', kind, COUNT(*) FROM {_LINES} {main}GROUP BY 1, 2 ORDER BY 1, 2", [])  # noqa: S608
    if named := [facet for facet in facets if facet != "kind"]:
        lines = f"JOIN {_LINES} l ON l.sort = f.sort AND l.weight = 'main' " if filters.is_main else ""
        text = f"SELECT f.facet, f.value, COUNT(*) FROM {_FACETS} f {lines}WHERE f.facet IN ({_places(named)})"  # noqa: S608
        found += _fetched(f"{text} GROUP BY 1, 2 ORDER BY 1, 2", named)
    return {(facet, value): number for facet, value, number in found}


def numbers_beside(facet: str, facets: Sequence[str], most: int) -> dict[str, dict[str, int]] | None:
    """Return with how many values of `facet` each value of others stands on a line; nothing where it has too many."""
    if _fetched(f"SELECT 1 FROM {_FACETS} WHERE facet = %s LIMIT 1 OFFSET {most:d}", [facet]):  # noqa: S608
        return None
    found: dict[str, dict[str, int]] = {}
    lines = (
        f"{_FACETS} a JOIN {_FACETS} b ON b.line_id = a.line_id WHERE a.facet = %s AND b.facet IN ({_places(facets)})"
    )
    text = f"SELECT b.facet, b.value, COUNT(DISTINCT a.value) FROM {lines} GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608
    for name, value, number in _fetched(text, [facet, *facets]):
        found.setdefault(name, {})[value] = number
    return found


def along_an_index(filters: Filters) -> bool:
    """Whether an index alone tells which lines pass: nothing, one weight, or kinds are asked for."""
    return not filters.facets and not filters.is_timed and not (filters.kind and filters.is_main)


@dataclass(frozen=True)
class _Way:
    """One value to go along: a key of the facet that leads, else a kind; and one class of length where time counts."""

    facet: tuple[str, str] | None = None
    kind: str | None = None
    length: int | None = None
    part: Range = EVERYWHERE


def _ways(filters: Filters, apart: bool) -> Iterator[_Way]:
    leading = filters.leading
    keys: Sequence[tuple[str, str] | None] = [(leading[0], key) for key in leading[1]] if leading else [None]
    kinds: Sequence[str | None] = filters.kind if filters.kind and not filters.is_timed else [None]
    classes = list(_classes(filters, apart)) if filters.is_timed else [(None, EVERYWHERE)]
    for key in keys:
        for kind in kinds:
            for length, part in classes:
                yield _Way(key, kind, length, part)


def _classes(filters: Filters, apart: bool) -> Iterator[tuple[int, Range]]:
    """Yield each class of length (a number) that may hold lines of the time asked for, with the range of days there."""
    first, last = filters.span
    until = f"{last.isoformat()}{END}" if last != LATEST else None
    goes_on = first <= dates.today()
    begins = first.isoformat() if first != EARLIEST else None
    if apart:
        yield AFTER, Range(None, until)
        yield BEFORE, EVERYWHERE
        if begins:
            yield STARTED, Range(None, begins)
        if until:
            yield ENDED, Range(until, None)
        if not goes_on:
            yield GOING_ON, Range(None, until)
        return
    for number, longest in enumerate(LONGEST):
        yield number, Range(_earlier(first, longest), until)
    yield LONGER, Range(None, until)
    # What began or ended in that time, at a known moment, or goes on.
    yield STARTED, Range(begins, until)
    yield ENDED, Range(begins, until)
    if goes_on:
        yield GOING_ON, Range(None, until)
    # What has no bound on a side on which the time asked for has one stands apart.
    if last == LATEST:
        yield AFTER, Range(begins, None)
    if first == EARLIEST:
        yield BEFORE, EVERYWHERE


def _earlier(day: date, days: int) -> str | None:
    return (day - timedelta(days=days)).isoformat() if (day - EARLIEST).days > days else None


def _branch(filters: Filters, way: _Way, part: Range, descending: bool, size: int, apart: bool) -> Branch:
    conditions, values = _lead(way)
    place = "f.sort" if way.facet else "l.sort"
    found = part.within(way.part)
    if found.after is not None:
        conditions, values = [*conditions, f"{place} > %s"], [*values, found.after]
    if found.before is not None:
        conditions, values = [*conditions, f"{place} < %s"], [*values, found.before]
    for condition, given in (*_also_under(filters), *_of_the_line(filters, way, apart)):
        conditions, values = [*conditions, condition], [*values, *given]
    # Nobody holds an office by virtue of another for certain, or still, on a day to come.
    conditions = [*conditions, f"NOT ({place} > %s AND {place} LIKE %s)"]
    values = [*values, f"{dates.today().isoformat()}{END}", f"% {PREFIX}%"]
    table = f"{_FACETS} f" if way.facet else f"{_LINES} l"
    where, direction = " AND ".join(conditions), "DESC" if descending else "ASC"
    text = f"SELECT {place} FROM {table} WHERE {where} ORDER BY {place} {direction} LIMIT {int(size)}"  # noqa: S608
    return text, values


def _lead(way: _Way) -> tuple[list[str], list[Any]]:
    table = "f" if way.facet else "l"
    conditions, values = (["f.facet = %s", "f.value = %s"], list(way.facet)) if way.facet else ([], [])
    if way.kind:
        conditions, values = [*conditions, f"{table}.kind = %s"], [*values, way.kind]
    if way.length is not None:
        conditions, values = [*conditions, f"{table}.length = %s"], [*values, way.length]
    return conditions, values


def _also_under(filters: Filters) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield under what else a line is to stand than where it is found."""
    for name, keys in filters.facets:
        if (name, keys) != filters.leading:
            of = f"{_FACETS} o WHERE o.sort = f.sort AND o.facet = %s AND o.value IN ({_places(keys)})"
            yield _there_is(of), [name, *keys]


def _of_the_line(filters: Filters, way: _Way, apart: bool) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield what is asked of a line itself, which is looked up where a facet led to it."""
    conditions = list(_conditions(filters, way, apart))
    if not way.facet or not conditions:
        yield from conditions
        return
    texts = " AND ".join(text for text, _ in conditions)
    yield _there_is(f"{_LINES} l WHERE l.id = f.line_id AND {texts}"), [one for _, given in conditions for one in given]


def _there_is(rows: str) -> str:
    # One row looked up for each line. PostgreSQL makes a join of EXISTS, and where it knows nothing of a table yet it
    # reads all that stands under the other value for each line. Compared with a value, it would take the answer for
    # rare, read all lines and sort them; as a truth by itself it is taken for one of two.
    return f"(SELECT TRUE FROM {rows} LIMIT 1)"  # noqa: S608


def _conditions(filters: Filters, way: _Way, apart: bool) -> Iterator[tuple[str, Sequence[Any]]]:
    if filters.is_main:
        yield "l.weight = %s", ["main"]
    if filters.kind and way.kind is None:
        yield f"l.kind IN ({_places(filters.kind)})", filters.kind
    if filters.is_timed:
        yield from _in_time(filters, way, apart)


def _in_time(filters: Filters, way: _Way, apart: bool) -> Iterator[tuple[str, Sequence[Any]]]:
    first, last = (day.isoformat() for day in filters.span)
    yield "l.earliest <= %s", [last]
    yield "l.latest >= %s", [first]
    begun, ended = way.length in (STARTED, AFTER, BEFORE), way.length in (ENDED, AFTER, BEFORE)
    if begun or ended:
        beyond = " OR ".join([*(["l.earliest < %s"] if begun else []), *(["l.latest > %s"] if ended else [])])
        yield f"({beyond})" if apart else f"NOT ({beyond})", [*([first] if begun else []), *([last] if ended else [])]


def _places(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def _asked(branches: Sequence[Branch]) -> list[str]:
    """Return the places of the lines of all branches, in the order of the only one."""
    text = " UNION ALL ".join(f"SELECT * FROM ({one}) AS b{n}" for n, (one, _) in enumerate(branches))  # noqa: S608
    text = branches[0][0] if len(branches) == 1 else text
    return [place for (place,) in _fetched(text, [one for _, values in branches for one in values])]


def _fetched(text: str, values: Sequence[Any]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()
