"""The reading index compared with the records, in a number of queries that the records do not raise.

No record is made: plain rows with the columns that the lines of a kind are made of stand in for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Aggregate, Max, Min, Model, QuerySet, TextField, Value
from django.db.models.functions import Concat

from partnerships.chunks import as_stored, chunks
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.records.kinds import ON_THE_TIMELINE, Kind
from partnerships.records.visibility import public_rows

from . import thereby
from .line_columns import COLUMNS, moment_columns

#: Missions whose heads are computed at once.
CHUNK = 500
#: Rows of texts read at once.
AT_ONCE = 2_000
#: Between a facet and its value, and between several: no key holds a control.
_WITHIN, _BETWEEN = "\x1f", "\x1e"


def differences() -> list[str]:
    """Return the lines that the index has too many, too few, or otherwise than the records say."""
    facets = _stored_facets()
    stored = {row[-2]: row for row in plain_texts(_plain(TimelineLine).values_list(*COLUMNS, "pk"))}
    wrong = set(stored)
    for line, found in _all_wanted():
        row = stored.get(line[-1])
        under = facets.get(row[-1]) or (set(), line[-1]) if row else None
        if row is not None and _with_days(row[:-1]) == line and under == (found, line[-1]):
            wrong.discard(line[-1])
        else:
            wrong.add(line[-1])
    return sorted(wrong)


def _with_days(columns: tuple) -> tuple:
    """Return the `COLUMNS` of a line with days where the database gave texts."""
    kind, key, moment, earliest, latest, *others = columns
    if isinstance(earliest, date):
        return columns
    return kind, key, moment, date.fromisoformat(earliest), date.fromisoformat(latest), *others


def _stored_facets() -> dict[int, tuple[set[str], str]]:
    """Return what each line is stored under, and at which place: the database puts those of one line together."""
    pair = Concat("facet", Value(_WITHIN), "value", output_field=TextField())
    together = _Together(pair, Value(_BETWEEN), output_field=TextField())
    rows = (
        _plain(TimelineFacet)
        .order_by()
        .values("line_id")
        .annotate(together=together, first=Min("sort"), last=Max("sort"))
    )
    found = {}
    for line, text, first, last in plain_texts(rows.values_list("line_id", "together", "first", "last")):
        # Those of one line stand at one place.
        found[line] = set(text.split(_BETWEEN)), first if first == last else ""
    return found


class _Together(Aggregate):
    """The texts of a group, put together with something between them."""

    function = "GROUP_CONCAT"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **extra)


def _all_wanted() -> Iterator[tuple[tuple, set[str]]]:
    for kind in ON_THE_TIMELINE.values():
        yield from _wanted(kind)
    for some in chunks(thereby.all_missions(), CHUNK):
        yield from ((one.content, {_pair(*each) for each in one.facets}) for one in thereby.derived_lines(some))


def _pair(facet: str, value: str) -> str:
    return f"{facet}{_WITHIN}{value}"


def _plain(model: type[Model]) -> QuerySet:
    """Return the rows of `model` by their real columns: no language is chosen for anybody."""
    return QuerySet(model)


def _plain_public(model: type[Model]) -> QuerySet:
    """Return the rows of `model` that the public may see, by their real columns: half as dear where they are many."""
    return as_stored(public_rows(model))


def _wanted(kind: Kind) -> Iterator[tuple[tuple, set[str]]]:
    """Yield what each line of `kind` says, and what it is found under."""
    facets = _facets(kind)
    reached = kind.reach.rows() if kind.reach else []
    for row in _rows(kind):
        found = facets[row.key]
        found.add(_pair(kind.name, row.key))
        if kind.reach is not None:
            found |= {_pair(kind.reach.facet, key) for key in kind.reach.of(row, reached)}
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
    beside = [column.replace(".", "__") for column in kind.also_main_columns]
    for pk, *values in _plain_public(kind.model).values_list("pk", *own, *beside).iterator():
        row = _StandIn(own, values[: len(own)])
        _stand_beside(row, kind.also_main_columns, values[len(own) :])
        for name, found in several.items():
            setattr(row, name, found.get(pk, _NONE))
        yield row


def _stand_beside(row: _StandIn, columns: Iterable[str], values: Iterable[Any]) -> None:
    """Let what a record names stand in too, as far as it decides what is a turning point."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, value in zip(columns, values, strict=True):
        name, _dot, column = path.partition(".")
        found[name][column] = value
    for name, read in found.items():
        setattr(row, name, _StandIn(read, read.values()))


_NONE = _Several()


def _related(kind: Kind, name: str, columns: list[str]) -> dict[int, _Several]:
    relation: Any = kind.model._meta.get_field(name)
    found: dict[int, _Several] = defaultdict(_Several)
    rows = _plain(relation.related_model).values_list(f"{relation.field.name}_id", *columns)
    for owner, *values in rows.order_by(*relation.related_model._meta.ordering, "pk"):
        found[owner].append(_StandIn(columns, values))
    return found


def _facets(kind: Kind) -> dict[str, set[str]]:
    """Return what each published record of `kind` concerns, by its key: one query for each path."""
    found: dict[str, set[str]] = defaultdict(set)
    paths = [(name, path) for name, several in kind.concerns.items() for path in several]
    paths += [("source", "citations.source")] if kind.is_cited else []
    for name, path in paths:
        begun, way = _pair(name, ""), path.replace(".", "__")
        named = _plain_public(kind.model).filter(**{f"{way}__isnull": False})
        for key, value in plain_texts(named.values_list("key", f"{way}__key")):
            found[key].add(begun + value)
    return found


def plain_texts(rows: Any) -> Iterator[tuple]:
    """Yield `rows` of texts and numbers as the database gives them: of many, in half the time."""
    with connection.chunked_cursor() as cursor:
        try:
            cursor.execute(*rows.query.sql_with_params())
        except EmptyResultSet:
            return
        while some := cursor.fetchmany(AT_ONCE):
            yield from some
