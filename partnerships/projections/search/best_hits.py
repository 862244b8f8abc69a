"""What is found: for each kind its best records, in an order that is the same on every database."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any as AnyType

from django.db import connection
from django.db.models import QuerySet

from partnerships.kept_in_process import remembered
from partnerships.models import SearchDocument, SearchName
from partnerships.models.names import ALIASED_KINDS
from partnerships.records.kinds import KINDS
from partnerships.records.texts import in_languages

from . import words
from .full_text import TABLE, Expression, all_of, any_of, matching, order_of_numbers
from .understanding import AskedSearch

#: Of each kind no more are found, nor counted.
MOST = 200

#: Of these the one comes first whose name says least beside; people stand in the order of their names, and what has a
#: title in that of titles.
CALLED_BY_NAMES = frozenset(ALIASED_KINDS) - {"person"}

#: The kinds that tell of the others.
DOCUMENTS = frozenset(("source", "page"))

#: How well a record answers: by the whole of a name or a code, by its names, by what else it says.
WHOLE, NAMED, SAID = range(3)


COLUMNS = "d.kind, d.key, d.sort"
_SLICE = "SELECT {columns} FROM {tables} WHERE {where} ORDER BY {order} LIMIT {most}"
_PART = "SELECT * FROM ({sql}) AS found_{place}"
_TOGETHER = f" {'UNION'} {'ALL'} "


@dataclass(frozen=True)
class Hit:
    """A record that is found, and how well it answers."""

    kind: str
    key: str
    how: int
    sort: str


@dataclass(frozen=True)
class Found:
    """The records of one kind, the best first; whether there are more than are counted."""

    kind: str
    hits: tuple[Hit, ...]
    more: bool

    @property
    def best(self) -> int:
        return self.hits[0].how


@dataclass(frozen=True)
class Narrowed:
    """What else the records must be: of these kinds, concerned with one of the keys of each facet, of this time; or
    begun no earlier than its first day."""

    kinds: tuple[str, ...] = tuple(KINDS)
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    first: date | None = None
    last: date | None = None
    begun: bool = False


def find(asked: AskedSearch, narrowed: Narrowed | None = None, most: int = MOST) -> list[Found]:
    """Return what is found, kind by kind: those with the better answers first."""
    narrowed = narrowed or Narrowed()
    if asked.wanted is None or not narrowed.kinds:
        return []
    by_kind: dict[str, dict[str, Hit]] = {}
    said = _rows({"tokens": asked.wanted}, narrowed, most + 1)
    # What stands in a name is said as well: no other kinds are asked.
    said_kinds = {kind for kind, *_ in said}
    kinds = tuple(kind for kind in narrowed.kinds if kind in said_kinds)
    named = _rows(in_names(asked), narrowed, most + 1, kinds) if said else []
    passes = ((WHOLE, _whole(asked, narrowed)), (NAMED, named), (SAID, said))
    for how, rows in passes:
        for kind, key, sort in rows:
            by_kind.setdefault(kind, {}).setdefault(key, Hit(kind, key, how, sort))
    return _in_order([_found(kind, list(hits.values()), most) for kind, hits in by_kind.items()], asked)


def find_named(asked: AskedSearch, narrowed: Narrowed, most: int = MOST) -> list[Found]:
    """Return what is found by its names alone: it costs less than to look for all that is said."""
    sought = in_names(asked)
    by_kind: dict[str, list[Hit]] = {}
    for kind, key, sort in _rows(sought, narrowed, most + 1) if sought and narrowed.kinds else ():
        by_kind.setdefault(kind, []).append(Hit(kind, key, NAMED, sort))
    return _in_order([_found(kind, hits, most) for kind, hits in by_kind.items()], asked)


def in_names(asked: AskedSearch) -> dict[str, Expression]:
    """Return what the names of a record must have that is found by them, and what it must say beside."""
    if asked.said is None or asked.named is None:
        return {}
    return {"names": asked.named, **({"tokens": asked.said} if asked.named != asked.said else {})}


def which_are_held(several: Sequence[dict[str, Expression]], narrowed: Narrowed) -> list[bool]:
    """Return for each of some wishes whether a record fulfils it; in one question."""
    parts, given = [], []
    for sought in several:
        # Not whether one exists: PostgreSQL would then look through all records in the hope of an early one.
        sql, values = _statement(sought, narrowed, narrowed.kinds, 1, "d.id")
        parts.append(f"({sql})")
        given += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", given)
        return [one is not None for one in cursor.fetchone() or ()]


def found_together(found: Sequence[Found], others: Sequence[Found], asked: AskedSearch) -> list[Found]:
    """Return what is found in two ways, each record once, by the better of them."""
    by_kind: dict[str, dict[str, Hit]] = {}
    for each in (*found, *others):
        kept = by_kind.setdefault(each.kind, {})
        for hit in each.hits:
            if hit.key not in kept or hit.how < kept[hit.key].how:
                kept[hit.key] = hit
    more = {each.kind for each in (*found, *others) if each.more}
    return _in_order(
        [
            Found(one.kind, one.hits, one.more or kind in more)
            for kind, hits in by_kind.items()
            for one in [_found(kind, list(hits.values()), MOST)]
        ],
        asked,
    )


def _in_order(found: list[Found], asked: AskedSearch) -> list[Found]:
    """Return the kinds with the better answers first; among these the one that is named: “Japanese embassy”.

    What a document is called says what it is about: it answers no better than whatever else says so. What is of the
    kind that is named answers as well as what has the word in its title; “head of mission” is the name of another.
    """
    named = {kind for kind in (each.kind for each in found) if not names_of_kind(kind).isdisjoint(asked.words)}
    how = {one.kind: one.best for one in found}
    how |= dict.fromkeys((kind for kind in DOCUMENTS if how.get(kind) == NAMED), SAID)
    if not any(how[kind] == NAMED for kind in how.keys() & ALIASED_KINDS):
        how |= dict.fromkeys((kind for kind in named if how[kind] == SAID), NAMED)
    return sorted(found, key=lambda one: (how[one.kind], one.kind not in named, KINDS[one.kind].place_in_search))


@remembered()
def names_of_kind(kind: str) -> frozenset[str]:
    """Return the folded words that by themselves are what a record of a kind is called, one or many."""
    meta = KINDS[kind].model._meta
    told = [text for label in (meta.verbose_name, meta.verbose_name_plural) for text in in_languages(label).values()]
    return frozenset(word for word in map(words.fold, told) if " " not in word)


def concerned_by(hits: Sequence[Hit]) -> Counter[tuple[str, str]]:
    """Return how many of some records are of each kind, and concern each record, by its kind and key."""
    found: Counter[tuple[str, str]] = Counter()
    wanted = {(hit.kind, hit.key) for hit in hits}
    for kind, key, tokens in documents_of(hits).values_list("kind", "key", "tokens"):
        if (kind, key) in wanted:
            found.update(words.labels_among(tokens))
    return found


def documents_of(hits: Sequence[Hit]) -> QuerySet[SearchDocument]:
    """Return the documents of the kinds and keys of some hits, and others: whoever reads them asks which are wanted."""
    kinds, keys = {hit.kind for hit in hits}, {hit.key for hit in hits}
    return SearchDocument.objects.filter(kind__in=kinds, key__in=keys).order_by("pk")


def so_named(text: str) -> list[SearchDocument]:
    """Return the documents of the records one of whose whole names has the words of `text`: kinds, keys and bounds."""
    form = " ".join(sorted(words.fold(text).split()))
    found = SearchDocument.objects.filter(whole_names__form=form).only("kind", "key", "earliest", "latest")
    return list(found.order_by("pk")[:MOST]) if form else []


def named_rows(wanted: Expression, narrowed: Narrowed, most: int) -> list[tuple]:
    """Return kind, key and order of the records whose names have what is wanted, at most so many of each kind."""
    return _rows({"names": wanted}, narrowed, most)


def further_words(hit: Hit) -> int:
    """Return how much the name says beside what was typed: “Secretary General” is not first of all the deputy."""
    return hit.sort.count(" ") if hit.how == NAMED and hit.kind in CALLED_BY_NAMES else 0


def _found(kind: str, hits: list[Hit], most: int) -> Found:
    hits.sort(key=lambda hit: (hit.how, further_words(hit), hit.sort))
    return Found(kind, tuple(hits[:most]), len(hits) > most)


def _whole(asked: AskedSearch, narrowed: Narrowed) -> list[tuple]:
    """Return the documents one of whose names, keys or codes is what was typed, else what is looked for of it."""
    forms = SearchName.objects.filter(form__in=asked.whole).order_by("document").values_list("form", "document")
    found = dict.fromkeys(pk for form, pk in forms if form in asked.as_typed) or dict.fromkeys(pk for _, pk in forms)
    ids = list(found)
    if not ids:
        return []
    about = [any_of([words.label(facet, key) for key in keys]) for facet, keys in narrowed.facets]
    # Few documents are looked at: what they are about is asked of the index, of which kind they are of themselves.
    tables, where, given = matching({"tokens": all_of(about)}) if about else (f"{TABLE} d", "", [])
    conditions = [
        *([where] if where else []),
        f"d.id IN ({_places(ids[:MOST])})",
        f"d.kind IN ({_places(narrowed.kinds)})",
    ]
    return _asked([_sliced(narrowed, tables, conditions, [*given, *ids[:MOST], *narrowed.kinds], "d.id", MOST)])


def _places(values: Sequence[AnyType]) -> str:
    return ", ".join(["%s"] * len(values))


def _rows(
    sought: dict[str, Expression], narrowed: Narrowed, most: int, kinds: tuple[str, ...] | None = None
) -> list[tuple]:
    """Return kind, key and order of the documents whose columns have what is sought, at most `most` of each kind.

    `kinds` are all that any of them can be of, where that is known.
    """
    few = _asked([_statement(sought, narrowed, narrowed.kinds, most)])
    if len(few) < most or len(narrowed.kinds) == 1:
        return few
    return _asked([_statement(sought, narrowed, (kind,), most) for kind in kinds or narrowed.kinds])


def _statement(
    sought: dict[str, Expression], narrowed: Narrowed, kinds: tuple[str, ...], most: int, columns: str = COLUMNS
) -> tuple[str, list[AnyType]]:
    """Return what finds the documents of `kinds` whose columns have what is sought: the statement, its parameters."""
    about = [any_of([words.label(facet, key) for key in keys]) for facet, keys in narrowed.facets]
    if len(kinds) < len(KINDS):
        about.append(any_of([words.label("kind", kind) for kind in kinds]))
    sought = {**sought}
    if about:
        sought["tokens"] = all_of([*([sought["tokens"]] if "tokens" in sought else []), *about])
    tables, where, given = matching(sought)
    return _sliced(narrowed, tables, [where], given, order_of_numbers(), most, columns)


def _sliced(
    narrowed: Narrowed,
    tables: str,
    conditions: Sequence[str],
    given: Sequence[AnyType],
    order: str,
    most: int,
    columns: str = COLUMNS,
) -> tuple[str, list[AnyType]]:
    """Return what finds the first documents that fulfil some conditions, and are of the time that is asked for."""
    where, values = [*conditions], [*given]
    if narrowed.first:
        bound = "earliest" if narrowed.begun else "latest"
        where, values = [*where, f"d.{bound} >= %s"], [*values, narrowed.first]
    if narrowed.last:
        where, values = [*where, "d.earliest <= %s"], [*values, narrowed.last]
    return _SLICE.format(columns=columns, tables=tables, where=" AND ".join(where), order=order, most=most), values


def _asked(statements: list[tuple[str, list[AnyType]]]) -> list[tuple]:
    """Return what the statements find, in one question."""
    parts = [_PART.format(sql=sql, place=place) for place, (sql, _) in enumerate(statements)]
    with connection.cursor() as cursor:
        cursor.execute(_TOGETHER.join(parts), [value for _, given in statements for value in given])
        return cursor.fetchall()
