"""What is looked for, as the full-text index of each database is asked: FTS5 on SQLite, a tsvector on PostgreSQL.

The tokens are made in Python, so both hold the same ones and give the same answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from partnerships.models import SearchDocument

from .words import label

TABLE = SearchDocument._meta.db_table
FULL_TEXT = f"{TABLE}_text"


@dataclass(frozen=True)
class All:
    """Everything of this."""

    of: tuple["Expression", ...]


@dataclass(frozen=True)
class Any:
    """One of these at least."""

    of: tuple["Expression", ...]


#: A token, or what is put together from several.
Expression = str | All | Any


def matching(wanted: dict[str, Expression]) -> tuple[str, str, list[str]]:
    """Return the tables, the condition and its parameters for the documents `d` whose columns have what is wanted.

    SQLite is led by its full-text index, which gives documents by their number: the first ones cost the same
    however many there are.
    """
    if connection.vendor == "sqlite":
        asked = " AND ".join(f"{column} : {_fts5(each)}" for column, each in wanted.items())
        return f"{FULL_TEXT} JOIN {TABLE} d ON d.id = {FULL_TEXT}.rowid", f"{FULL_TEXT} MATCH %s", [asked]
    # As the index is laid out: tokens as they are, past the parser, which takes words apart as it sees fit.
    conditions = [f"array_to_tsvector(string_to_array(d.{column}, ' ')) @@ %s::tsquery" for column in wanted]
    return f"{TABLE} d", " AND ".join(conditions), [_tsquery(each) for each in wanted.values()]


def are_held(several: Sequence[Expression], kind: str = "", column: str = "tokens") -> list[bool]:
    """Return of each of what is looked for whether a record, of a kind if one is given, has it; in one question."""
    parts, given = [], []
    for each in several:
        of_kind: list[Expression] = [label("kind", kind)] if kind else []
        wanted = {column: all_of([each, *of_kind])} if column == "tokens" else {column: each, "tokens": all_of(of_kind)}
        tables, where, parameters = matching(wanted)
        parts.append(f"(SELECT d.id FROM {tables} WHERE {where} ORDER BY {order_of_numbers()} LIMIT 1)")  # noqa: S608
        given += parameters
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", given)
        return [one is not None for one in cursor.fetchone() or ()]


def order_of_numbers() -> str:
    """Return the column that gives documents by their number.

    SQLite has them so from its full-text index. PostgreSQL would go along all documents until enough of them are found,
    and that is far where those of one kind stand together, or where there are none: it is kept to its full-text index.
    """
    return f"{FULL_TEXT}.rowid" if connection.vendor == "sqlite" else "d.id + 0"


def _fts5(wanted: Expression) -> str:
    if isinstance(wanted, str):
        return '"' + wanted.replace('"', '""') + '"'
    return f"({(' AND ' if isinstance(wanted, All) else ' OR ').join(map(_fts5, wanted.of))})"


def _tsquery(wanted: Expression) -> str:
    if isinstance(wanted, str):
        return "'" + wanted.replace("\\", "\\\\").replace("'", "''") + "'"
    return f"({(' & ' if isinstance(wanted, All) else ' | ').join(map(_tsquery, wanted.of))})"


def tokens_of(wanted: Expression) -> set[str]:
    """Return every token that is looked for."""
    return {wanted} if isinstance(wanted, str) else {token for one in wanted.of for token in tokens_of(one)}


def all_of(several: Sequence[Expression]) -> Expression:
    return several[0] if len(several) == 1 else All(tuple(several))


def any_of(several: Sequence[Expression]) -> Expression:
    found = tuple(dict.fromkeys(several))
    return found[0] if len(found) == 1 else Any(found)
