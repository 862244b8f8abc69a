"""Lists of records of one kind: their order, one page at a time, and what stands on each line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

from partnerships.models import Organization, Record
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order
from partnerships.records import kept_rows, place_in_time
from partnerships.records.titles import load_names
from partnerships.records.visibility import shown_column

from . import cursor
from .form_options import of_one_name
from .selection import BOUNDS

if TYPE_CHECKING:
    from partnerships.pages import KindPage

PAGE_SIZE = 28

#: What the place in reading order of a record is called beside its columns: two days.
PLACE = ("in_time", "in_time_last")


@dataclass(frozen=True)
class Order:
    """The columns by which a list is sorted, the key last, and whether it runs backwards."""

    columns: tuple[str, ...]
    descending: bool = False
    #: The column of another record that stands as `shown_name`, as far as the public may see it.
    named_by: str = ""

    def ready(self, records: QuerySet) -> QuerySet:
        if self.columns[:2] == PLACE:
            places = place_in_time.place_in_time(records.model, newest=self.descending)
            records = records.annotate(**dict(zip(PLACE, places, strict=True)))
        return records.annotate(shown_name=shown_column(self.named_by)) if self.named_by else records

    def sorted(self, records: QuerySet, backwards: bool) -> QuerySet:
        sign = "-" if self.descending != backwards else ""
        return records.order_by(*(f"{sign}{column}" for column in self.columns))

    def beyond(self, place: str, backwards: bool) -> Q:
        """Return the condition for the records after the place of a cursor, or before it."""
        way = "lt" if self.descending != backwards else "gt"
        values = self.read(place)
        condition, same = Q(), {}
        for column, value in zip(self.columns, values, strict=True):
            condition |= Q(**same, **{f"{column}__{way}": value})
            same[column] = value
        # Where an index is entered: the condition alone would read it from its beginning.
        return Q(**{f"{self.columns[0]}__{way}e": values[0]}) & condition

    def cursor(self, record: Record) -> str:
        return cursor.encode(*(str(getattr(record, column)) for column in self.columns))

    def read(self, place: str) -> list[date | str]:
        parts = cursor.decode(place, len(self.columns))
        try:
            return [
                date.fromisoformat(part) if column in PLACE else part
                for column, part in zip(self.columns, parts, strict=True)
            ]
        except ValueError as error:
            raise cursor.refused_cursor() from error


def refuse_nonsense(query: QueryDict, order: Order) -> None:
    """Raise BadRequest where the place from which a list is to go on is none of this order."""
    for place in cursor.cursors_asked(query):
        if place:
            order.read(place)


def order_of(page: "KindPage", order: str) -> Order:
    """Return the order of a list: by date where that is asked for and can be, else by name."""
    if order and page.date:
        return Order((*PLACE, "key"), descending=order == "newest")
    name = f"sort_{language_now()}"
    if page.named_after:
        return Order(("shown_name", "key"), named_by=f"{page.named_after}__{name}")
    return Order((name, "key"))


def sliced(
    query: QueryDict, records: QuerySet, order: Order, size: int = 0, paths: Iterable[str] = ()
) -> tuple[list, str | None, str | None]:
    """Return one page of `records`, `size` of them or as many as usual, and the cursors before and after it.

    With the records comes what `paths` lead to.
    """
    after, before = cursor.cursors_asked(query)
    backwards, size = before is not None, size or PAGE_SIZE
    places = list(_placed(records, order, after or before or "", backwards, size))
    more, places = len(places) > size, places[:size]
    if backwards:
        places.reverse()
    has_before, has_after = (more, True) if backwards else (after is not None, more)
    earlier, later = (
        cursor.encode(*map(str, places[end][1:])) if places and has else None
        for end, has in ((0, has_before), (-1, has_after))
    )
    return _loaded(records.model, places, paths), earlier, later


def first_page(
    model: type[Record], records: Callable[[], QuerySet], order: Order, size: int = 0, paths: Iterable[str] = ()
) -> tuple[list, str | None, str | None]:
    """Return what `sliced` returns of the first page of a whole list: its question is worded once for a process.

    `records` are all that the list of `model` has, whoever asks.
    """
    size = size or PAGE_SIZE
    places = kept_rows.values_asked(("list", model, order, size), lambda: _placed(records(), order, "", False, size))
    later = cursor.encode(*map(str, places[size - 1][1:])) if len(places) > size else None
    return _loaded(model, places[:size], paths), None, later


def _placed(records: QuerySet, order: Order, place: str, backwards: bool, size: int) -> Any:
    """Return the question for the numbers and places of a page of `records`, and of one more, beyond a place."""
    records = order.ready(records)
    if place:
        records = records.filter(order.beyond(place, backwards))
    return order.sorted(records, backwards).values_list("pk", *order.columns)[: size + 1]


def _loaded(model: type[Record], places: Sequence[tuple], paths: Iterable[str]) -> list:
    several = kept_rows.rows_by_number(model, (number for number, *_place in places))
    found = [several[number] for number, *_place in places]
    kept_rows.beside(found, paths)
    return found


@dataclass(frozen=True)
class ListRow:
    """A record of a list, the organisation that tells it from its namesake, and the records beside it."""

    record: Record
    apart: Organization | None
    beside: list
    #: A sentence more.
    told: str = ""


def list_rows(page: "KindPage", records: Iterable[Any], on: date | None) -> list[ListRow]:
    apart = of_one_name(records) if page.kind == "partner" else {}
    found = [_list_row(page, record, apart.get(record) if apart else None) for record in records]
    if on is not None:
        load_names(one for row in found for one in (row.record, *row.beside, *([row.apart] if row.apart else [])))
    return found


def _list_row(page: "KindPage", record: Record, apart: Organization | None) -> ListRow:
    return ListRow(record, apart, records_beside(page, record, apart) if page.beside else [])


def records_beside(page: "KindPage", record: Record, apart: Any) -> list[Record]:
    """Return the records that a list names beside `record`, but for the one that stands there already."""
    found = []
    for name in page.beside:
        value = getattr(record, name)
        found += in_order(value.all()) if hasattr(value, "all") else [value] if value else []
    return [one for one in found if one != apart]


def nearest(page: "KindPage", records: QuerySet, first: date | None, last: date | None) -> list:
    """Return the last of `records` before a time, and the first one after it, where a list has dates."""
    if not page.date:
        return []
    earliest, latest = BOUNDS[page.date]
    dated = records.exclude(**{page.date: ""})
    found = []
    if first is not None:
        found += dated.filter(**{f"{latest}__lt": first}).order_by(f"-{latest}", "-key")[:1]
    if last is not None:
        found += dated.filter(**{f"{earliest}__gt": last}).order_by(earliest, "key")[:1]
    return found
