"""A page of the timeline: a slice of the index; its records are loaded in bulk per kind, once they are asked for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr

from partnerships import dates
from partnerships.models import Record, TimelineLine
from partnerships.records import kept_rows
from partnerships.records.kinds import ON_THE_TIMELINE, paths_to_names
from partnerships.records.kinds.kind import MAIN
from partnerships.records.kinds.moments import Found
from partnerships.records.titles import load_names
from partnerships.records.visibility import is_public

from . import thereby
from .entry import TimelineEntry, make_entry
from .filters import Filters
from .line import Line
from .slices import END, EVERYWHERE, Range, along_an_index, first_lines, lines_in_years

PAGE_SIZE = 40


@dataclass(frozen=True)
class TimelinePage:
    """Some lines in order, with the places from which the pages after and before go on (None at the ends).

    `apart` holds, on the last page, what is possibly in the time asked for and has no limit on one side.
    """

    lines: list[Line]
    after: str | None
    before: str | None
    apart: list[Line] = field(default_factory=list)

    @cached_property
    def entries(self) -> list[TimelineEntry]:
        """The lines with what stands on them."""
        return entries_of(self.lines)


def page(
    filters: Filters,
    *,
    order: str = "oldest",
    after: str | None = None,
    before: str | None = None,
    size: int = PAGE_SIZE,
) -> TimelinePage:
    """Return the page of `size` lines after or before a place in reading order, or the first one.

    `order` is "oldest" or "newest" first.
    """
    backwards = before is not None
    descending = (order == "newest") != backwards
    start = before if backwards else after
    lines = _slice(filters, descending, start, size)
    more, lines = len(lines) > size, lines[:size]
    if backwards:
        lines.reverse()
    following = lines[-1].sort if lines and (more or backwards) else None
    return TimelinePage(
        lines=lines,
        after=following,
        before=lines[0].sort if lines and (more if backwards else start) else None,
        apart=[] if following else _slice(filters, descending, None, size, apart=True)[:size],
    )


def _slice(filters: Filters, descending: bool, start: str | None, size: int, *, apart: bool = False) -> list[Line]:
    if apart and not filters.is_timed:
        return []
    part = EVERYWHERE if start is None else Range(before=start) if descending else Range(after=start)
    return first_lines(filters, part, size + 1, descending=descending, apart=apart)


def entries_of(lines: Iterable[Line]) -> list[TimelineEntry]:
    """Return `lines` with what stands on them, dated names included; a line whose record is gone is left out."""
    lines = list(lines)
    records = {kind: _load(kind, lines) for kind in {line.kind for line in lines}}
    derived = thereby.of_lines(lines)
    entries = []
    for line in lines:
        record = records[line.kind].get(line.key)
        follows = derived.get((line.key, line.moment))
        moments = dict(_moments(line.kind, record)) if record else {}
        when = follows.when if follows else moments.get(line.moment)
        if record and when is not None:
            entries.append(make_entry(line, record, when, follows))
    load_names(one for entry in entries for one in (entry.record, *entry.partners, *entry.places))
    return entries


def _moments(kind: str, record: Record) -> Found:
    moments = ON_THE_TIMELINE[kind].moments
    return moments.of(record) if moments else iter(())


def _load(kind: str, lines: list[Line]) -> dict:
    keys = {line.key for line in lines if line.kind == kind}
    on = ON_THE_TIMELINE[kind]
    found = kept_rows.keyed(on.model, keys, on.line_paths((*paths_to_names(on), *on.line_names)))
    return {record.key: record for record in found if is_public(record)}


def years(filters: Filters, most: int) -> list[tuple[int, int]]:
    """Return how many lines stand in each year, in order; whoever asks keeps the answer.

    Where an index alone tells, all are counted; else about `most`, since each must be looked at.
    """
    if not along_an_index(filters):
        return [(int(year), number) for year, number in lines_in_years(filters, most)]
    found: Counter[int] = Counter()
    for rows in _along_an_index(filters):
        for year, number in rows.annotate(year=Substr("sort", 1, 4)).values_list("year").annotate(number=Count("*")):
            found[int(year)] += number
    return sorted(found.items())


def number_of_lines(filters: Filters) -> int:
    """Return how many lines pass, where an index alone tells."""
    return sum(rows.count() for rows in _along_an_index(filters))


def _along_an_index(filters: Filters) -> tuple[QuerySet, QuerySet]:
    """Return the lines that pass up to today, all that the index has, and those of days to come, which are few."""
    last = f"{dates.today().isoformat()}{END}"
    asked: dict[str, Any] = {"kind__in": filters.kind} if filters.kind else {}
    if filters.is_main:
        asked["weight"] = MAIN
    return (
        TimelineLine.objects.filter(sort__lt=last, **asked).order_by(),
        filters.rows().filter(sort__gt=last).order_by(),
    )
