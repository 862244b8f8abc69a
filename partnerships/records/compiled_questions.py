"""Questions put past the ORM, which would word them anew each time: most of what a page took."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from django.db import connection
from django.db.models import DateField, Func, Model
from django.db.models.sql import Query

from partnerships.chunks import chunks

M = TypeVar("M", bound=Model)

#: So many are asked for at once: few enough for the longest list of parameters of a query.
CHUNK = 500
#: What stands for any number in a question that is worded once.
ANY = 9_102_847_365_019
#: How the rows of a model are asked for on a kind of database.
_asked: dict[tuple[str, type[Model]], "Columns"] = {}


class CompiledQuestion:
    """A question as the database takes it, with gaps where numbers are named."""

    def __init__(self, asked: Any) -> None:
        query = asked.query.clone()
        query.select = tuple(map(_as_stored, query.select))
        self.compiler: Any = query.get_compiler(connection=connection)
        sql, self.params = self.compiler.as_sql()
        self.pieces = sql.split("%s")
        converters = self.compiler.get_converters([column for column, _sql, _alias in self.compiler.select])
        names = list(query.selected or (*query.extra_select, *query.values_select, *query.annotation_select))
        # Where in an answer each value stands that was asked for: the translated columns stir them, and what a
        # question of distinct rows is ordered by stands behind them.
        order = [names.index(name) for name in getattr(asked, "original_fields", names)]
        places: list[Any] = order if len(order) > 1 else [slice(order[0], order[0] + 1)]
        self.in_order: Callable[[Any], Any] = itemgetter(*places)
        self.converters = {place: converters[here] for place, here in enumerate(order) if here in converters}

    def put(self, numbers: list[int]) -> list[tuple]:
        return self.understood(self.answered(numbers))

    def answered(self, numbers: list[int]) -> list[tuple]:
        """Return what the database answers, in the order in which it was asked for; nothing is made of it yet."""
        sql, params = [self.pieces[0]], list[Any]()
        for param, piece in zip(self.params, self.pieces[1:], strict=True):
            several = numbers if param == ANY else [param]
            sql += (", ".join(["%s"] * len(several)), piece)
            params += several
        with connection.cursor() as cursor:
            cursor.execute("".join(sql), params)
            return [*map(self.in_order, cursor.fetchall())]

    def understood(self, answered: Iterable[tuple]) -> list[tuple]:
        """Return the values that the database means by what it answered."""
        return (
            [*map(tuple, self.compiler.apply_converters(answered, self.converters))] if self.converters else [*answered]
        )


class _Unread(Func):
    """A column as SQLite stores it: of one that is a day the driver would make a day at once, whoever needs it."""

    template, arity = "+%(expressions)s", 1


def _as_stored(column: Any) -> Any:
    is_day = column.output_field.get_internal_type() == "DateField"
    return _Unread(column, output_field=DateField()) if is_day and connection.vendor == "sqlite" else column


class Columns:
    """How the rows of a model are asked for, and made of what the database answers."""

    def __init__(self, model: type[Model]) -> None:
        question: Any = Query(model)
        question.clear_ordering(force=True)
        compiler: Any = question.get_compiler(connection=connection)
        self.select, _none = compiler.as_sql()
        columns: list[Any] = [column for column, _sql, _alias in compiler.select or ()]
        self.names = [column.target.attname for column in columns]
        self.converters = compiler.get_converters(columns)
        self.compiler = compiler

    def made(self, model: type[M], answered: Any) -> Iterator[M]:
        converted = self.compiler.apply_converters(answered, self.converters) if self.converters else answered
        for values in converted:
            yield model.from_db(connection.alias, self.names, values)


def rows_with(model: type[M], column: str, values: Sequence[int | str]) -> Iterator[M]:
    """Yield the rows of which `column` holds one of `values`."""
    if not values:
        return
    columns, where = columns_of(model), connection.ops.quote_name(column)
    for answered in in_chunks(f"{columns.select} WHERE {where} IN", values):
        yield from columns.made(model, answered)


def columns_of(model: type[Model]) -> Columns:
    columns = _asked.get((connection.vendor, model))
    if columns is None:
        columns = _asked[connection.vendor, model] = Columns(model)
    return columns


def pairs_in(table: type[Model], own: str, other: str, numbers: list[int]) -> Iterator[tuple[int, int]]:
    quote: Callable[[str], str] = connection.ops.quote_name
    own, other = quote(f"{own}_id"), quote(f"{other}_id")
    question = f"SELECT {own}, {other} FROM {quote(table._meta.db_table)} WHERE {own} IN"  # noqa: S608  names of columns
    for answered in in_chunks(question, numbers):
        yield from answered


def in_chunks(question: str, numbers: Sequence[int | str]) -> Iterator[list[Any]]:
    for some in chunks(numbers, CHUNK):
        with connection.cursor() as cursor:
            cursor.execute(f"{question} ({', '.join(['%s'] * len(some))})", some)
            yield cursor.fetchall()
