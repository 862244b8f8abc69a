"""The reading index: the lines of the published records, kept in step with them.

The tables of the records are the only truth. `refresh` writes the lines of some records anew, `rebuild` the whole
index; `comparison` compares it with the records.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model, Q

from partnerships import models
from partnerships.chunks import chunks, chunks_by_kind, delete_unread, insert_unmade
from partnerships.models import Citation, TimelineFacet, TimelineLine
from partnerships.records import kept_rows
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE, THEREBY, When
from partnerships.records.visibility import published
from partnerships.records.walking import walk
from partnerships.transactions import one_write

from . import thereby
from .line_columns import Facets, made, moment_columns

#: Raised with every change of what a line of the index is made of: an older index is made anew.
LAYOUT = 7

CHUNK = 500

#: Whither records lead by their citations: of sources the keys are enough.
CITED = "citations.source"


def refresh(changed: Mapping[str, Iterable[str]]) -> None:
    """Write the lines of records anew, or those that are derived for them; `changed` are their keys by their kind."""
    own = {kind: keys for kind, keys in changed.items() if kind != THEREBY.name}
    for some in chunks_by_kind(own, CHUNK):
        with one_write(savepoint=False):
            of_these = Q(*(Q(kind=kind, key__in=keys) for kind, keys in some.items()), _connector=Q.OR)
            _delete(TimelineLine.objects.filter(of_these).exclude(thereby.DERIVED))
            _write_lines([line for kind, keys in some.items() for line in _indexed_lines(kind, keys)])
    if missions := changed.get(THEREBY.name):
        _refresh_derived(missions)


def _refresh_derived(keys: Iterable[str]) -> None:
    """Write the lines anew that say who heads the missions `keys`, and those that they serve as, by virtue of what."""
    for some in chunks(thereby.with_those_served(keys), CHUNK):
        with one_write(savepoint=False):
            found = TimelineFacet.objects.filter(facet=THEREBY.name, value__in=some).values_list("line", flat=True)
            for ids in chunks(list(found), CHUNK):
                _delete(TimelineLine.objects.filter(pk__in=ids))
            _write_lines(_derived_lines(some))


def _delete(lines: Any) -> None:
    delete_unread(TimelineFacet.objects.filter(line__in=lines))
    delete_unread(lines)


def _derived_lines(missions: Iterable[str]) -> list[tuple[TimelineLine, Facets]]:
    return [(made(one.content), one.facets) for one in thereby.derived_lines(missions)]


def rebuild() -> int:
    """Make the whole index anew; return the number of lines."""
    with one_write():
        for table in (TimelineFacet, TimelineLine):
            delete_unread(table.objects.all())
        for kind in ON_THE_TIMELINE:
            for some in chunks(published(ON_THE_TIMELINE[kind].model).values_list("key", flat=True), CHUNK):
                _write_lines(list(_indexed_lines(kind, some)))
        for missions in chunks(thereby.all_missions(), CHUNK):
            _write_lines(_derived_lines(missions))
    return TimelineLine.objects.count()


def _indexed_lines(kind: str, keys: Iterable[str]) -> Iterator[tuple[TimelineLine, Facets]]:
    """Yield the lines of those of the records of these keys that are public, each with what it is found under."""
    on, moments, reach = ON_THE_TIMELINE[kind], KINDS[kind].moments, KINDS[kind].reach
    if moments is None:
        return
    reached = reach.rows() if reach else []
    records = kept_rows.public_keyed(on.model, keys, [path for path in on.line_paths() if path != CITED])
    cited = _cited(on.model, records)
    for record in records:
        facets = _facets_of(kind, record, reached) | {("source", key) for key in cited[record.pk]}
        for moment, when in moments.of(record):
            yield _line(kind, record, moment, when), facets


def _cited(model: type[models.Record], records: Iterable[models.Record]) -> dict[int, set[str]]:
    """Return the keys of the sources that each record cites, those that are not public too."""
    relation: Any = model._meta.get_field("citations")
    owner = relation.field.name

    def ask(numbers: list[int]) -> Any:
        return Citation.objects.filter(**{f"{owner}__in": numbers}).order_by().values_list(owner, "source__key")

    found: dict[int, set[str]] = defaultdict(set)
    for number, key in kept_rows.values_of(("cited", model), ask, [record.pk for record in records]):
        found[number].add(key)
    return found


def _facets_of(kind: str, record: models.Record, reached: list[tuple]) -> Facets:
    """Return what the lines of a record are found under, but for what it cites: pairs of a kind and a key."""
    concerns, reach = KINDS[kind].concerns, KINDS[kind].reach
    facets = {(name, _key(found)) for name, paths in concerns.items() for path in paths for found in walk(record, path)}
    if reach is not None:
        facets |= {(reach.facet, key) for key in reach.of(record, reached)}
    return facets | {(kind, record.key)}


def _key(record: Model) -> str:
    return record.key  # pyright: ignore[reportAttributeAccessIssue]


def _line(kind: str, record: models.Record, moment: str, when: When) -> TimelineLine:
    return made(moment_columns(kind, record, moment, when))


def _write_lines(pairs: list[tuple[TimelineLine, Facets]]) -> None:
    TimelineLine.objects.bulk_create(line for line, _ in pairs)
    insert_unmade(
        TimelineFacet,
        ("line_id", "facet", "value", "kind", "sort", "length"),
        (
            (line.pk, facet, value, line.kind, line.sort, line.length)
            for line, facets in pairs
            for facet, value in sorted(facets)
        ),
    )
