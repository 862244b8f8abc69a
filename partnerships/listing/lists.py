"""Lists of records of one kind, one page at a time, and what stands on each line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import QueryDict

from partnerships.models import Organization, Record
from partnerships.presentation.links import in_order
from partnerships.records import kept_rows
from partnerships.records.titles import load_names

from . import cursor
from .form_options import of_one_name
from .order import Order
from .selection import BOUNDS

if TYPE_CHECKING:
    from partnerships.pages import KindPage

PAGE_SIZE = 28


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
