"""Which lines and documents take something from a row: the paths of the kinds, read backwards.

A kind says by which paths (`state.partnerships.key`) its lines reach what they are made of. Each step of such a path
makes the lines depend on the column, or the link, that leads to the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Model, QuerySet, Value

from partnerships.kept_in_process import remembered
from partnerships.records import kept_rows, texts
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE, SERVICE, WRITTEN

#: Keys of records, by kind, or by what lines are derived for.
Keys = dict[str, set[str]]

#: Of what something is kept: of every kind a document for the search, of most lines, lines that are derived, and who
#: possibly held an office.
KEPT = {**KINDS, **WRITTEN, SERVICE.name: SERVICE}


@dataclass(frozen=True)
class Taking:
    """What is derived of `kind` takes `columns` from the rows that `path` leads to; an empty path: from its own."""

    kind: str
    path: str
    columns: frozenset[str]
    #: Whether a new row can be reached at once: it names what comes before it on the path.
    backwards: bool

    def records(self, ids: Iterable[int]) -> QuerySet:
        """Return the records of the kind from which `path` leads to one of the rows `ids`."""
        return _leading_to(self.kind, self.path, ids)


@dataclass(frozen=True)
class LinkBetweenMany:
    """What is derived of `kind` goes along a link between many; `path` leads to the side that names it, if `named`."""

    kind: str
    path: str
    named: bool

    def records(self, ids: Iterable[int]) -> QuerySet:
        """Return the records of the kind from which `path` leads to one of the rows `ids`."""
        return _leading_to(self.kind, self.path, ids)


def _leading_to(kind: str, path: str, ids: Iterable[int]) -> QuerySet:
    return KEPT[kind].model._meta.base_manager.filter(**{f"{path or 'pk'}__in": list(ids)})


@remembered()
def takings() -> dict[type[Model], tuple[Taking, ...]]:
    """Return for each model what lines take from its rows."""
    return _inverted()[0]


@remembered()
def links_between_many() -> dict[type[Model], tuple[LinkBetweenMany, ...]]:
    """Return for each table of links between many which lines go along it."""
    return _inverted()[1]


@remembered()
def _inverted() -> tuple[dict[type[Model], tuple[Taking, ...]], dict[type[Model], tuple[LinkBetweenMany, ...]]]:
    columns: dict[tuple[type[Model], str, str, bool], set[str]] = defaultdict(set)
    along: dict[type[Model], set[LinkBetweenMany]] = defaultdict(set)
    for kind in KEPT.values():
        searched = texts.paths(kind.name) if kind.name in KINDS else ()
        for path in dict.fromkeys((*kind.takes, *searched)):
            for model, prefix, column, backwards in _steps(kind.model, path.split("."), kind.name, along):
                columns[model, kind.name, prefix, backwards].add(column)
    found: dict[type[Model], list[Taking]] = defaultdict(list)
    for (model, name, prefix, backwards), several in columns.items():
        found[model].append(Taking(name, prefix, frozenset(several), backwards))
    return {model: tuple(each) for model, each in found.items()}, {model: tuple(each) for model, each in along.items()}


def _steps(
    model: type[Model], path: list[str], kind: str, along: dict[type[Model], set[LinkBetweenMany]]
) -> Iterator[tuple[type[Model], str, str, bool]]:
    """Yield each model on `path`, the way to it, the column taken there, and whether it was reached backwards."""
    prefix, backwards = "", True
    for step in path[:-1]:
        field: Any = model._meta.get_field(step)
        if field.many_to_many:
            relation = field if field.concrete else field.field
            along[relation.remote_field.through].add(LinkBetweenMany(kind, prefix, named=bool(field.concrete)))
        elif field.concrete:
            yield model, prefix, field.attname, backwards
        prefix = f"{prefix}__{step}" if prefix else step
        model, backwards = field.related_model, bool(field.one_to_many)
        if backwards:
            yield model, prefix, field.field.attname, True
    yield model, prefix, model._meta.get_field(path[-1]).attname, backwards


def reaching(model: type[Model], changed: Set[str] | None) -> list[QuerySet]:
    """Return the records that concern rows of `model` without naming them, where one of these columns has changed."""
    reaches = ((kind, kind.reach) for kind in ON_THE_TIMELINE.values() if kind.reach)
    return [
        _named(kind.name, kind.model._meta.base_manager.filter(reach.reaching()))
        for kind, reach in reaches
        if reach.model is model and (changed is None or changed & set(reach.columns))
    ]


def keys_of(sources: Iterable[Taking | LinkBetweenMany], ids: Iterable[int], further: Iterable[QuerySet] = ()) -> Keys:
    """Return the kinds and keys of the records that take something from the rows `ids`, in one query.

    What takes from the rows of a model is the same each time: the question is worded once.
    """
    several, found = tuple(sources), defaultdict[str, set[str]](set)

    def asked(numbers: list[int]) -> Any:
        return _in_one(_named(source.kind, source.records(numbers)) for source in several)

    pairs = kept_rows.values_of(("taking", several), asked, ids) if several else []
    others = [*further]
    for kind, key in (*pairs, *(_in_one(others) if others else ())):
        found[kind].add(key)
    return found


def _in_one(queries: Iterable[Any]) -> Any:
    first, *others = queries
    return first.union(*others) if others else first


def _named(kind: str, records: QuerySet) -> Any:
    # Without an order: a compound query allows none inside.
    named = records.order_by().annotate(_kind=Value(kind, CharField()))
    return named.values_list("_kind", "key")


def lines_taking(model: type[Model], changed: Set[str] | None, *, created: bool = False) -> list[Taking]:
    """Return what lines take from rows of `model` among the columns `changed`; None stands for all of them.

    Where the row was just `created`, what is kept of the record itself is left out: `own_keys` gives that.
    """
    return [
        taking
        for taking in takings().get(model, ())
        if (changed is None or taking.columns & changed) and (not created or (taking.backwards and taking.path))
    ]


def own_keys(model: type[Model], key: str) -> Keys:
    """Return the lines and documents of the record `key` itself, by kind: those that a new record always gets."""
    return {taking.kind: {key} for taking in takings().get(model, ()) if not taking.path}


def dependents_of(model: type[Model], changed: Set[str] | None, ids: Iterable[int], *, created: bool = False) -> Keys:
    """Return the kinds and keys of what takes something from the rows `ids`, new or among the columns `changed`."""
    return keys_of(lines_taking(model, changed, created=created), ids, reaching(model, changed))
