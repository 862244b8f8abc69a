"""Many rows in handy numbers, as they are stored, and gone without being read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

T = TypeVar("T")

#: So many rows are inserted at once.
AT_ONCE = 1_000


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield `items` in lists of at most `size`."""
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some


def chunks_by_kind(keys: Mapping[str, Iterable[str]], size: int) -> Iterator[dict[str, list[str]]]:
    """Yield the keys of several kinds, by their kind, at most `size` of them together."""
    for some in chunks(((kind, key) for kind, several in keys.items() for key in several), size):
        found: dict[str, list[str]] = {}
        for kind, key in some:
            found.setdefault(kind, []).append(key)
        yield found


def as_stored(rows: QuerySet) -> QuerySet:
    """Return the same rows by their real columns: that no language is chosen for anybody takes half as long."""
    return QuerySet(rows.model, query=rows.query)


def insert_unmade(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of plain texts and numbers, past the instances that the ORM makes of each: they cost most of it."""
    names = ", ".join(connection.ops.quote_name(one) for one in columns)
    into = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES"  # noqa: S608  names of ours
    one = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        for some in chunks(rows, AT_ONCE):
            if connection.vendor == "sqlite":
                cursor.executemany(f"{into} {one}", some)
            else:
                cursor.execute(f"{into} {', '.join([one] * len(some))}", [value for row in some for value in row])


def delete_unread(rows: Any) -> None:
    """Delete the rows of a queryset to which nothing is tied, without the stock deletion, which reads each first."""
    rows._raw_delete(using=rows.db)
