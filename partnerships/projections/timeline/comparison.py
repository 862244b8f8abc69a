"""The reading index compared with the records, in a number of queries that the records do not raise.

No record is made: plain rows with the columns that the lines of a kind are made of stand in for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

from partnerships.chunks import chunks
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.records.kinds import ON_THE_TIMELINE, Kind
from partnerships.records.visibility import public_rows

from . import thereby
from .reading_order import COLUMNS, Facets, moment_columns

#: Missions whose heads are computed at once.
CHUNK = 500
#: Rows of texts read at once.
AT_ONCE = 2_000


def differences() -> list[str]:
    """Return the lines that the index has too many, too few, or otherwise than the records say."""
    stored = {row[-1]: row for row in _plain(TimelineLine).values_list(*COLUMNS).iterator()}
    facets: dict[str, Facets] = defaultdict(set)
    for sort, facet, value in plain_texts(_plain(TimelineFacet).values_list("sort", "facet", "value")):
        facets[sort].add((facet, value))
    wrong = set(stored)
    for line, found in _all_wanted():
        if stored.get(line[-1]) == line and facets[line[-1]] == found:
            wrong.discard(line[-1])
        else:
            wrong.add(line[-1])
    return sorted(wrong)


def _all_wanted() -> Iterator[tuple[tuple, Facets]]:
    for kind in ON_THE_TIMELINE.values():
        yield from _wanted(kind)
    for some in chunks(thereby.all_missions(), CHUNK):
        yield from ((one.content, one.facets) for one in thereby.derived_lines(some))


def _plain(model: type[Model]) -> QuerySet:
    """Return the rows of `model` by their real columns: no language is chosen for anybody."""
    return QuerySet(model)


def _plain_public(model: type[Model]) -> QuerySet:
    """Return the rows of `model` that the public may see, by their real columns: half as dear where they are many."""
    return QuerySet(model, query=public_rows(model).query)


def _wanted(kind: Kind) -> Iterator[tuple[tuple, Facets]]:
    """Yield what each line of `kind` says, and what it is found under."""
    facets = _facets(kind)
    reached = kind.reach.rows() if kind.reach else []
    for row in _rows(kind):
        found = facets[row.key]
        found.add((kind.name, row.key))
        if kind.reach is not None:
            found |= {(kind.reach.facet, key) for key in kind.reach.of(row, reached)}
        for moment, when in kind.moments.of(row):  # pyright: ignore[reportOptionalMemberAccess]
            yield moment_columns(kind.name, row, moment, when), found


class _StandIn:
    """What stands in for a record: the columns that its lines are made of."""

    def __init__(self, columns: Iterable[str], values: Iterable[Any]) -> None:
        self.__dict__.update(zip(columns, values, strict=True))


class _Several(list):
    """What stands in for rows related to a record."""

    def all(self) -> "_Several":
        return self


def _rows(kind: Kind) -> Iterator[Any]:
    own = [name for name in kind.own_columns if "." not in name]
    own += [name for name in ("date_earliest", "date_latest") if kind.reach is not None]
    related: dict[str, list[str]] = defaultdict(list)
    for path in kind.own_columns:
        name, dot, column = path.partition(".")
        if dot:
            related[name].append(column)
    several = {name: _related(kind, name, columns) for name, columns in related.items()}
    for pk, *values in _plain_public(kind.model).values_list("pk", *own).iterator():
        row = _StandIn(own, values)
        for name, found in several.items():
            setattr(row, name, found.get(pk, _NONE))
        yield row


_NONE = _Several()


def _related(kind: Kind, name: str, columns: list[str]) -> dict[int, _Several]:
    relation: Any = kind.model._meta.get_field(name)
    found: dict[int, _Several] = defaultdict(_Several)
    rows = _plain(relation.related_model).values_list(f"{relation.field.name}_id", *columns)
    for owner, *values in rows.order_by(*relation.related_model._meta.ordering, "pk"):
        found[owner].append(_StandIn(columns, values))
    return found


def _facets(kind: Kind) -> dict[str, Facets]:
    """Return what each published record of `kind` concerns, by its key: one query for each path."""
    found: dict[str, Facets] = defaultdict(set)
    paths = [(name, path) for name, several in kind.concerns.items() for path in several]
    paths += [("source", "citations.source")] if kind.is_cited else []
    for name, path in paths:
        lookup = f"{path.replace('.', '__')}__key"
        for key, value in plain_texts(_plain_public(kind.model).values_list("key", lookup)):
            if value is not None:
                found[key].add((name, value))
    return found


def plain_texts(rows: Any) -> Iterator[tuple]:
    """Yield `rows` of nothing but texts as the database gives them: of many, in half the time."""
    with connection.chunked_cursor() as cursor:
        try:
            cursor.execute(*rows.query.sql_with_params())
        except EmptyResultSet:
            return
        while some := cursor.fetchmany(AT_ONCE):
            yield from some
