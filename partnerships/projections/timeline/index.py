"""The reading index: the lines of the published records, kept in step with them.

The tables of the records are the only truth. `refresh` writes the lines of some records anew, `rebuild` the whole
index; `comparison` compares it with the records.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Model

from partnerships import models
from partnerships.dates import EARLIEST, LATEST, reading_key
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE, When
from partnerships.records.visibility import is_public
from partnerships.records.walking import walk

#: Raised with every change of what a line of the index is made of: an older index is made anew.
LAYOUT = 2

BATCH = 500

Facets = set[tuple[str, str]]


def refresh(kind: str, keys: list[str]) -> None:
    """Write the lines of the records `keys` of `kind` anew."""
    for some in _chunks(keys, BATCH):
        with transaction.atomic():
            lines: Any = TimelineLine.objects.filter(kind=kind, key__in=some)
            # Without the stock deletion, which reads every row first.
            facets: Any = TimelineFacet.objects.filter(line__in=lines)
            facets._raw_delete(using=lines.db)
            lines._raw_delete(using=lines.db)
            _write(kind, ON_THE_TIMELINE[kind].published().filter(key__in=some))


def rebuild() -> int:
    """Make the whole index anew; return the number of lines."""
    with transaction.atomic():
        for table in (TimelineFacet, TimelineLine):
            rows: Any = table.objects.all()
            rows._raw_delete(using=rows.db)
        for kind in ON_THE_TIMELINE:
            records = ON_THE_TIMELINE[kind].published().iterator(chunk_size=BATCH)
            for some in _chunks(records, BATCH):
                _write(kind, some)
    return TimelineLine.objects.count()


def lines_of(kind: str, records: Iterable[models.Record]) -> Iterator[tuple[TimelineLine, Facets]]:
    """Yield the lines of those of `records` that are public, each with what it is found under."""
    moments, reach = KINDS[kind].moments, KINDS[kind].reach
    if moments is None:
        return
    reached = reach.rows() if reach else []
    for record in filter(is_public, records):
        facets = _facets_of(kind, record, reached)
        for moment, when in moments.of(record):
            yield _line(kind, record, moment, when), facets


def _facets_of(kind: str, record: models.Record, reached: list[tuple]) -> Facets:
    """Return what the lines of a record are found under: pairs of a kind and a key."""
    concerns, reach = KINDS[kind].concerns, KINDS[kind].reach
    facets = {(name, _key(found)) for name, paths in concerns.items() for path in paths for found in walk(record, path)}
    facets |= {("source", citation.source.key) for citation in record.citations.all()}
    if reach is not None:
        facets |= {(reach.facet, key) for key in reach.of(record, reached)}
    return facets | {(kind, record.key)}


def _key(record: Model) -> str:
    return record.key  # type: ignore[attr-defined]


#: What is kept of a line, in the order in which `content` gives it; its place in reading order comes last.
COLUMNS = ("kind", "key", "moment", "earliest", "latest", "is_open", "weight", "sort")


def content(kind: str, record: models.Record, moment: str, when: When) -> tuple:
    """Return what the line of one moment of a record says: its `COLUMNS`."""
    earliest, latest = when.sort_key
    is_open = earliest == EARLIEST or latest == LATEST
    weight, sort = KINDS[kind].weight(record, moment), place(kind, record, moment, when)
    return kind, record.key, moment, earliest, latest, is_open, weight, sort


def _line(kind: str, record: models.Record, moment: str, when: When) -> TimelineLine:
    return TimelineLine(**dict(zip(COLUMNS, content(kind, record, moment, when), strict=True)))


#: What ends on a day comes before what begins on it.
_AN_END = 0


def place(kind: str, record: models.Record, moment: str, when: When) -> str:
    """Return the place of a line in reading order, as a text that sorts by its bytes.

    A date stands at its earliest day or, where no source gives one, at its latest; then comes its latest day; then the
    order of things on one day; then the kind, the key and the moment.
    """
    first, latest = reading_key(when)
    rank = _AN_END if moment == "end" else KINDS[kind].rank
    among = KINDS[kind].tie_break(record)
    return f"{first.isoformat()} {latest.isoformat()} {rank}{among} {kind} {record.key} {moment}"


def _write(kind: str, records: Iterable[models.Record]) -> None:
    pairs = list(lines_of(kind, records))
    TimelineLine.objects.bulk_create(line for line, _ in pairs)
    TimelineFacet.objects.bulk_create(
        (
            TimelineFacet(line=line, facet=facet, value=value, sort=line.sort)
            for line, facets in pairs
            for facet, value in sorted(facets)
        ),
        batch_size=BATCH,
    )


def _chunks(items: Iterable, size: int) -> Iterator[list]:
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
