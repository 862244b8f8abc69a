"""In which order the records of a list stand: by name, or by time; and the place of each in it, for a cursor."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import QueryDict

from partnerships.models import Record
from partnerships.presentation.languages import language_now
from partnerships.records import place_in_time
from partnerships.records.visibility import shown_column

from . import cursor

if TYPE_CHECKING:
    from partnerships.pages import KindPage

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
