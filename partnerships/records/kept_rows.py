"""Rows of the register as pages read them: each is loaded once, with its links, for all pages that it stands on.

Within one read of the public's (`sharing_under` a content version) rows stay in the process, and whoever reads under
the same version gets the same ones: nobody changes them. Elsewhere each question loads its rows anew. The questions
are put past the ORM, which would word them anew each time: most of what a page took.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

from partnerships.kept_in_process import Shelf
from partnerships.models import Citation
from partnerships.models.base import Record, ends_of

from .births import shows_citation
from .compiled_questions import ANY, CompiledQuestion, in_chunks, pairs_in, rows_with
from .kinds import owner_paths
from .visibility import is_public, public

M = TypeVar("M", bound=Model)

#: How many rows with keys or parts of their own are kept.
CAPACITY = 20_000

kept: Shelf[Any] = Shelf(CAPACITY)
_under: ContextVar[tuple[object, ...] | None] = ContextVar("shared_under", default=None)
#: The questions that are worded once.
_worded: dict[tuple[str, Hashable], "CompiledQuestion"] = {}


@contextmanager
def sharing_under(version: tuple[object, ...]) -> Iterator[None]:
    """Share what is loaded inside with all who read under the same `version`."""
    token = _under.set(version)
    try:
        yield
    finally:
        _under.reset(token)


class Several(list[M]):
    """What a link to many leads to, as it was loaded; any other question is put to the database."""

    def __init__(self, rows: Iterable[M], source: Model, name: str) -> None:
        super().__init__(rows)
        self._source, self._name = source, name

    def all(self) -> "Several[M]":
        return self

    def exists(self) -> bool:
        return bool(self)

    def count(self, *values: Any) -> int:
        return super().count(*values) if values else len(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        manager: Any = getattr(self._source, self._name)
        above: Any = super(type(manager), manager)
        return getattr(manager._apply_rel_filters(above.get_queryset()), name)


def rows_by_number(model: type[M], numbers: Iterable[int | None]) -> dict[int, M]:
    """Return the rows of these numbers, by number; those that are not there are left out."""
    version = _under.get()
    wanted = [number for number in dict.fromkeys(numbers) if number is not None]
    if version is None:
        return {row.pk: row for row in rows_with(model, "id", wanted)}
    found = {number: row for number in wanted if (row := kept.get((version, model, number))) is not None}
    for row in rows_with(model, "id", [number for number in wanted if number not in found]):
        found[row.pk] = row
        kept.put((version, model, row.pk), row, 1)
    return found


def adopted(row: M) -> M:
    """Return the row that all share in the place of `row`, which was just read."""
    version = _under.get()
    return row if version is None else kept.having((version, type(row), row.pk), lambda: row, lambda _row: 1)


def rows_holding(model: type[M], columns: Iterable[str], text: str) -> list[M]:
    """Return the rows of which one of `columns` holds `text`."""
    names = list(columns)
    either = " OR ".join(f"{connection.ops.quote_name(name)} = %s" for name in names)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} WHERE {either}", [text] * len(names))  # noqa: S608  names of columns
        answered = cursor.fetchall()
    return list(rows_by_number(model, (number for (number,) in answered)).values())


def keyed(model: type[M], keys: Iterable[str], paths: Iterable[str] = ()) -> list[M]:
    """Return the rows with these keys, in no order, with what `paths` lead to; those that are not there are missing."""
    version, wanted = _under.get(), list(dict.fromkeys(keys))
    numbers = {key: kept.get((version, model, "key", key)) for key in wanted} if version else dict.fromkeys(wanted)
    missing = [key for key, number in numbers.items() if number is None]
    quote: Callable[[str], str] = connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote("key")
    for answered in in_chunks(f"SELECT {key}, id FROM {table} WHERE {key} IN", missing):  # noqa: S608  names of columns
        numbers.update(answered)
        for name, number in answered if version else ():
            kept.put((version, model, "key", name), number, 1)
    found = list(rows_by_number(model, numbers.values()).values())
    beside(found, paths)
    return found


def public_keyed(model: type[M], keys: Iterable[str], paths: Iterable[str]) -> list[M]:
    """Return those of the rows with these keys that the public may see, with what `paths` lead to; read anew."""
    several = list(rows_with(model, "key", list(keys)))
    beside(several, owner_paths(model))
    found = public(several)
    beside(found, paths)
    return found


def values_of(shape: Hashable, ask: Callable[[list[int]], QuerySet], numbers: Iterable[int]) -> list[tuple]:
    """Return the values that the database gives to the question that `ask` makes of a list of numbers.

    It is worded once for each `shape`: what is asked beside the numbers must be the same whenever the shape is.
    """
    wanted = list(numbers)
    return question_worded(shape, ask).put(wanted) if wanted else []


def question_worded(shape: Hashable, ask: Callable[[list[int]], QuerySet]) -> CompiledQuestion:
    """Return the question that `ask` makes of some numbers, worded once for each `shape`."""
    return _worded_once(shape, lambda: ask([ANY]))


def _worded_once(shape: Hashable, ask: Callable[[], QuerySet]) -> CompiledQuestion:
    question = _worded.get((connection.vendor, shape))
    if question is None:
        question = _worded[connection.vendor, shape] = CompiledQuestion(ask())
    return question


def loaded(found: QuerySet[M], paths: Iterable[str] = ()) -> list[M]:
    """Return the rows that `found` asks for, in its order, with what `paths` (`stop.visit.partners`) lead to."""
    return _listed(found.model, list(found.values_list("pk", flat=True)), paths)


def values_asked(shape: Hashable, ask: Callable[[], QuerySet]) -> list[tuple]:
    """Return the values that the database gives to the question that `ask` makes; it is worded once for each `shape`.

    What is asked must be the same whenever the shape is.
    """
    return _worded_once(shape, ask).put([])


def rows_where(
    shape: Hashable,
    model: type[M],
    ask: Callable[[list[int]], QuerySet[M]],
    numbers: Iterable[int],
    paths: Iterable[str] = (),
) -> list[M]:
    """Return what `loaded` returns of the question that `ask` makes of some numbers, worded once for each `shape`."""

    def asked(some: list[int]) -> Any:
        return ask(some).values_list("pk")

    found = values_of((model, shape), asked, numbers)
    return _listed(model, [number for (number,) in found], paths)


def _listed(model: type[M], numbers: list[int], paths: Iterable[str]) -> list[M]:
    several = rows_by_number(model, numbers)
    listed = [several[number] for number in numbers if number in several]
    beside(listed, paths)
    return listed


def once(key: Hashable, model: type[M], ask: Callable[[], QuerySet[M]], paths: Iterable[str] = ()) -> list[M]:
    """Return what `loaded` returns of the question that `ask` makes; under a version it is put once for each `key`."""
    version = _under.get()
    if version is None:
        return loaded(ask(), paths)
    numbers = kept.having((version, model, "once", key), lambda: list(ask().values_list("pk", flat=True)), len)
    return _listed(model, numbers, paths)


def beside(several: Iterable[Model], paths: Iterable[str]) -> None:
    """Load what `paths` lead to from `several` rows of one model, where it is not there already.

    Citations come with their sources, those alone that the public may see.
    """
    found = list(several)
    steps: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        step, _dot, rest = path.partition(".")
        steps[step] |= {rest} - {""}
    for step, rest in steps.items() if found else ():
        targets = _follow(found, step)
        if rest:
            beside(targets, rest)


def _follow(several: list[Any], step: str) -> list[Any]:
    model = type(several[0])
    field: Any = model._meta.get_field(step)
    if field.many_to_one or (field.one_to_one and field.concrete):
        without = [row for row in several if not field.is_cached(row)]
        targets = rows_by_number(field.related_model, (getattr(row, field.attname) for row in without))
        for row in without:
            field.set_cached_value(row, targets.get(getattr(row, field.attname)))
        reached = [field.get_cached_value(row) for row in several]
        return list({id(row): row for row in reached if row is not None}.values())
    name = field.name if field.concrete else field.get_accessor_name()
    without = [row for row in several if name not in row.__dict__.setdefault("_prefetched_objects_cache", {})]
    if without:
        _fill(without, name, _linked(field, without) if field.many_to_many else _parts(field, without))
    return [one for row in several for one in row._prefetched_objects_cache[name]]


def _fill(several: list[Any], name: str, targets: dict[int, list[Any]]) -> None:
    for row in several:
        row._prefetched_objects_cache[name] = Several(targets.get(row.pk, ()), row, name)


def _linked(field: Any, several: list[Any]) -> dict[int, list[Any]]:
    """Return what a link between many leads to from each row, in the order of keys."""
    table, own, other = ends_of(field) if field.concrete else _turned(*ends_of(field.field))
    pairs = list(pairs_in(table, own, other, [row.pk for row in several]))
    targets = rows_by_number(field.related_model, (target for _own, target in pairs))
    found: dict[int, list[Any]] = defaultdict(list)
    for source, target in pairs:
        found[source].append(targets[target])
    return {source: sorted(linked, key=lambda one: one.key) for source, linked in found.items()}


def _turned(table: type[Model], own: str, other: str) -> tuple[type[Model], str, str]:
    return table, other, own


def _parts(field: Any, several: list[Any]) -> dict[int, list[Any]]:
    """Return what belongs to each row, in its order, else that of keys; each knows whose it is."""
    link, owners = field.field, {row.pk: row for row in several}
    parts = list(rows_with(field.related_model, link.column, list(owners)))
    if issubclass(field.related_model, Record):
        parts = [adopted(part) for part in parts]
    for part in parts:
        link.set_cached_value(part, owners[getattr(part, link.attname)])
    if field.related_model is Citation:
        parts = _shown(parts)
    order = field.related_model._meta.ordering or ("key",)
    found: dict[int, list[Any]] = defaultdict(list)
    for part in sorted(parts, key=lambda one: [getattr(one, name) for name in order]):
        found[getattr(part, link.attname)].append(part)
    return found


def _shown(citations: list[Citation]) -> list[Citation]:
    beside(citations, ["source"])
    return [one for one in citations if is_public(one.source) and one.owner and shows_citation(one, one.owner)]
