"""A page of the timeline: a slice of the index, with the records loaded in bulk per kind."""

import base64
import binascii
from dataclasses import dataclass, field

from partnerships.models import Record, TimelineLine
from partnerships.records.kinds import ON_THE_TIMELINE
from partnerships.records.kinds.moments import Found

from .entry import Entry, make_entry
from .filters import Filters

PAGE_SIZE = 50


class BadCursor(ValueError):
    """A cursor that this timeline did not give."""


@dataclass(frozen=True)
class Page:
    """Some lines in order, with the cursors of the pages after and before (None at the ends).

    `apart` holds, on the last page, what is possibly in the time asked for and has no limit on one side.
    """

    entries: list[Entry]
    after: str | None
    before: str | None
    apart: list[Entry] = field(default_factory=list)


def page(
    filters: Filters,
    *,
    order: str = "oldest",
    after: str | None = None,
    before: str | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """Return the page of `size` lines after or before a cursor, or the first one.

    `order` is "oldest" or "newest" first. Raises `BadCursor`.
    """
    backwards = before is not None
    descending = (order == "newest") != backwards
    cursor = _read_cursor(before if backwards else after)
    lines = _slice(filters, descending, cursor, size)
    more, lines = len(lines) > size, lines[:size]
    if backwards:
        lines.reverse()
    following = _cursor(lines[-1]) if lines and (more or backwards) else None
    return Page(
        entries=_entries(lines),
        after=following,
        before=_cursor(lines[0]) if lines and (more if backwards else cursor) else None,
        apart=[] if following else _entries(_slice(filters, descending, None, size, apart=True)[:size]),
    )


def _slice(
    filters: Filters, descending: bool, cursor: str | None, size: int, *, apart: bool = False
) -> list[TimelineLine]:
    if apart and not filters.is_timed:
        return []
    rows = filters.rows(apart=apart)
    if cursor is not None:
        rows = rows.filter(**{"sort__lt" if descending else "sort__gt": cursor})
    rows = rows.order_by("-sort" if descending else "sort")[: size + 1]
    return [getattr(row, "line", row) for row in rows]


def _entries(lines: list[TimelineLine]) -> list[Entry]:
    records = {kind: _load(kind, lines) for kind in {line.kind for line in lines}}
    entries = []
    for line in lines:
        record = records[line.kind].get(line.key)
        moments = dict(_moments(line.kind, record)) if record else {}
        if record and line.moment in moments:
            entries.append(make_entry(line, record, moments[line.moment]))
    return entries


def _moments(kind: str, record: Record) -> Found:
    moments = ON_THE_TIMELINE[kind].moments
    return moments.of(record) if moments else iter(())


def _load(kind: str, lines: list[TimelineLine]) -> dict:
    keys = {line.key for line in lines if line.kind == kind}
    return {record.key: record for record in ON_THE_TIMELINE[kind].published().filter(key__in=keys)}


def _cursor(line: TimelineLine) -> str:
    return base64.urlsafe_b64encode(line.sort.encode()).decode().rstrip("=")


def _read_cursor(cursor: str | None) -> str | None:
    if cursor is None:
        return None
    try:
        sort = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode()
    except (UnicodeError, binascii.Error) as error:
        raise BadCursor(cursor) from error
    if "\0" in sort or not sort[:4].isdigit():
        raise BadCursor(cursor)
    return sort
