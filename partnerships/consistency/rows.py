"""From rows that break a rule to findings: the record to which each row belongs, in one query."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import reduce
from operator import or_
from typing import Any, Unpack

from django.db.models import F, Model, Q, QuerySet

from partnerships import dates
from partnerships.chunks import as_stored
from partnerships.models import Publication
from partnerships.models.base import model_at_end
from partnerships.records.kinds import kind_of, owner_paths

from .findings import Finding
from .rules import RULES, Told

GOING_ON = "/.."

_looked_for: ContextVar[str | None] = ContextVar("looked_for", default=None)


@dataclass(frozen=True)
class LookedAt:
    """The one record that is looked at, and the numbers of its rows of each model, once they are asked for."""

    kind: str
    pk: int
    rows: dict[type[Model], list[int]] = attribute(default_factory=dict)


_looked_at: ContextVar[LookedAt | None] = ContextVar("looked_at", default=None)


@contextmanager
def looking_for(code: str | None) -> Iterator[None]:
    """Let no rows be read inside for findings of another kind than `code`; None looks for all of them."""
    token = _looked_for.set(code)
    try:
        yield
    finally:
        _looked_for.reset(token)


@contextmanager
def looking_at(kind: str, pk: int) -> Iterator[None]:
    """Let only what concerns one record be read inside: the rest is left aside by the queries themselves."""
    token = _looked_at.set(LookedAt(kind, pk))
    try:
        yield
    finally:
        _looked_at.reset(token)


def looks_at_all() -> bool:
    """Whether no one record is looked at."""
    return _looked_at.get() is None


def looks_at(*kinds: str) -> bool:
    """Whether records of one of `kinds` are looked at."""
    at = _looked_at.get()
    return at is None or at.kind in kinds


def rows_of_it(rows: QuerySet) -> QuerySet:
    """Return those of `rows` that belong to the record looked at; all of them where none is."""
    at = _looked_at.get()
    if at is None:
        return rows
    own = own_rows(at, rows.model)
    return rows.filter(pk__in=own) if own else rows.none()


def is_concerned(model: type[Model], path: str = "") -> bool:
    """Whether rows of `model` belong to the record looked at, or may name it at the end of `path`.

    To word a question takes as long as to answer it: where it is of no concern, it need not be worded.
    """
    at = _looked_at.get()
    if at is None or own_rows(at, model):
        return True
    return bool(path) and at.kind == kind_of(model_at_end(model, path.replace("__", ".")))


def own_rows(at: LookedAt, model: type[Model]) -> list[int]:
    """Return the numbers of the rows of `model` that belong to the record looked at.

    Each way there is a question of its own, which an index answers; all ways in one would read the whole table.
    """
    if model not in at.rows:
        ways = [prefix for kind, prefix in possible_owners(model) if kind == at.kind]
        found = (
            model._meta.base_manager.filter(**{f"{prefix}pk": at.pk}).values_list("pk", flat=True) for prefix in ways
        )
        at.rows[model] = sorted({number for numbers in found for number in numbers})
    return at.rows[model]


def standing(rows: QuerySet) -> QuerySet:
    """Return the rows of records that are not withdrawn: one that is would hide, behind itself, two that stand."""
    for _kind, prefix in possible_owners(rows.model):
        rows = rows.exclude(**{f"{prefix}publication": Publication.WITHDRAWN})
    return rows


def rows_beside_it(rows: QuerySet, *columns: str) -> QuerySet:
    """Return those of `rows` that have a value of one of `columns` in common with the record looked at, itself too.

    Where none is looked at, those are all of them that stand.
    """
    rows = standing(rows)
    if _looked_at.get() is None:
        return rows
    shared = {column: _own_values(rows, column) for column in columns}
    alike = [Q(**{f"{column}__in": values}) for column, values in shared.items() if values]
    return rows.filter(reduce(or_, alike)) if alike else rows.none()


def tables_beside_it(column: str, *several: QuerySet) -> list[QuerySet]:
    """Return the same of several tables at once: what has a value of `column` in common with a row of any of them."""
    several = tuple(map(standing, several))
    if _looked_at.get() is None:
        return [*several]
    values = set().union(*(_own_values(rows, column) for rows in several))
    return [rows.filter(**{f"{column}__in": values}) if values else rows.none() for rows in several]


def _own_values(rows: QuerySet, column: str) -> set:
    own = rows_of_it(rows)
    if own.query.is_empty():
        return set()
    return set(own.order_by().values_list(column, flat=True)) - {None, ""}


def own_or_about(rows: QuerySet, path: str) -> Iterable[QuerySet]:
    """Return those of `rows` that belong to the record looked at, and those of which `path` leads to it."""
    at = _looked_at.get()
    if at is None:
        return (rows,)
    target = kind_of(model_at_end(rows.model, path.replace("__", "."))) if path else ""
    about = [rows.filter(**{f"{path}__pk": at.pk})] if target == at.kind else []
    return (rows_of_it(rows), *about)


def possible_owners(model: type[Model], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the kinds of record to which a row of `model` may belong, each with the lookup that leads there."""
    steps = owner_paths(model)
    for path in steps:
        target: Any = model
        for step in path.split("."):
            target = target._meta.get_field(step).related_model
        yield from possible_owners(target, f"{prefix}{path.replace('.', '__')}__")
    if not steps or kind_of(model) == "meeting":
        yield kind_of(model), prefix


def findings(
    rows: QuerySet, code: str, *, field: str = "", told: Mapping[str, str] | None = None, **constant: Unpack[Told]
) -> Iterator[Finding]:
    """Yield a finding for each of `rows`; the lookups `told` and what is `constant` fill its sentence."""
    if _looked_for.get() not in (None, code):
        return
    told = told or {}
    places = list(possible_owners(rows.model))
    columns = owner_lookups(places)
    about = named_kind(rows.model, told.get("target", ""))
    path = told["target"].removesuffix("__key") if about else ""
    for several in own_or_about(rows, path):
        # To word a question that has no answer takes as long as one that has.
        if several.query.is_empty():
            continue
        for row in as_stored(several.order_by()).values_list(*columns, *map(F, told.values())).distinct():
            filled = dict(zip(told, row[len(columns) :], strict=True))
            yield RULES[code].finding(*belonging(places, row), field, about=about, **filled, **constant)


def named_kind(model: type[Model], lookup: str) -> str:
    """Return the kind of the records whose keys `lookup` (`office__state__key`) gives; an empty text for no lookup."""
    path = lookup.removesuffix("__key").replace("__", ".")
    return kind_of(model_at_end(model, path)) if lookup.endswith("__key") else ""


def owner_lookups(places: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lookups of the numbers and keys of the records to which a row may belong."""
    return [f"{prefix}{name}" for _kind, prefix in places for name in ("pk", "key")]


def belonging(places: Sequence[tuple[str, str]], row: Sequence) -> tuple[str, int, str]:
    """Return the kind, number and key of the record to which a row belongs; `row` begins with its `owner_lookups`."""
    if len(places) == 1:
        return places[0][0], row[0], row[1]
    found = ((kind, row[2 * n], row[2 * n + 1]) for n, (kind, _prefix) in enumerate(places))
    return next(each for each in found if each[1] is not None)


def begins_before(path: str, *, date: str) -> Q:
    """Return the condition that a row certainly begins before what `path` names could exist."""
    return Q(**{f"{path}__start_earliest__gt": F(f"{date}_latest" if date else "start_latest")})


def lasts_after(path: str, *, date: str) -> Q:
    """Return the condition that a row certainly still is when what `path` names must have ended."""
    if date:
        return Q(**{f"{path}__end_latest__lt": F(f"{date}_earliest")})
    ended = Q(**{f"{path}__end_latest__lt": F("end_earliest")})
    return ended | Q(**{"period__endswith": GOING_ON, f"{path}__end_latest__lt": dates.today()})
