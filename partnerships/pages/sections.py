"""The records of one kind that stand on the page of another: which ones, in which order, and how many are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst

from partnerships.models import Record
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline
from partnerships.records import kept_rows, place_in_time
from partnerships.records.kinds import KINDS, Kind, kind_of
from partnerships.records.visibility import shown_column

from .standing_on_a_day import Number, number_on, possibly_stood


@dataclass(frozen=True)
class Section:
    """The records of one kind that stand on the page of another: those whose `path` leads to it."""

    kind: str
    path: str
    title: str
    #: The attribute of the page’s record at which `path` ends.
    attribute: str = "pk"
    #: Links that lead to another page where the record stands already, if they lead anywhere.
    elsewhere: tuple[str, ...] = ()
    #: How many of them the page shows at most, where it is fewer than usual, and whether these are the latest.
    fewer: int = 0
    newest: bool = False

    @property
    def most(self) -> int:
        """How many of them the page shows."""
        return self.fewer or MOST_ON_A_PAGE

    def records(self, record: Record) -> list:
        """Return the published records of the section; one more than are shown, if there are more."""
        found = self._first(record)
        return found[::-1] if self.newest else found

    def shown(self, found: list) -> list:
        """Return those of the records found that stand on the page."""
        return found[-self.most :] if self.newest else found[: self.most]

    def _first(self, record: Record) -> list:
        kind = KINDS[self.kind]
        paths = (*kind.content_paths, "citations")
        number = getattr(record, self.attribute)
        if number is None or self._is_in_the_index(record):
            return kept_rows.loaded(self._found(record).order_by(*self._order())[: self.most + 1], paths)
        shape = self.path, self.elsewhere, self.most, self.newest, language_now()

        def ask(some: list[int]) -> QuerySet:
            return self._at(some).order_by(*self._order())[: self.most + 1]

        return kept_rows.rows_where(shape, kind.model, ask, [number], paths)

    def records_on(self, record: Record, days: Sequence[date]) -> list:
        """Return those of the records that possibly stood on one of `days`; one more than are shown, if there are."""
        number = getattr(record, self.attribute)
        if number is None:
            return []
        found = self._at([number]).filter(possibly_stood(days)).order_by(*self._order())
        return kept_rows.loaded(found[: self.most + 1], (*KINDS[self.kind].content_paths, "citations"))

    def number_on(self, record: Record, day: date, today: date) -> Number:
        """Return how many of the records stood on a day, shown or not."""
        found = self._at([getattr(record, self.attribute)]).filter(possibly_stood([day]))
        return number_on(found.order_by().values_list("period", flat=True), day, today)

    def number(self, record: Record) -> int:
        """Return how many published records the section has, shown or not."""
        return self._found(record).count()

    def shows(self, record: Record, one: Record) -> bool:
        """Whether `one` is among the records of the section that are shown."""
        shown = self._found(record).order_by(*self._order()).values_list("pk", flat=True)[: self.most]
        return one.pk in set(shown)

    def _order(self) -> list[Any]:
        """Return the columns by which the records stand: their names as the page shows them, or their dates."""
        named_after = NAMES.get((self.kind, self.path), NAMES.get((self.kind, "")))
        if self.newest:
            places = place_in_time.place_in_time(KINDS[self.kind].model, newest=True)
            return [*(one.desc() for one in places), "-key"]
        if named_after is None:
            return [*ORDER[self.kind], "key"]
        column = f"sort_{language_now()}"
        return [shown_column(f"{named_after}__{column}") if named_after else column, *ORDER[self.kind], "key"]

    def _is_in_the_index(self, record: Record) -> bool:
        """Whether the reading index tells which records stand here: each has a line, found by this path alone."""
        kind, own = KINDS[self.kind], (self.path.replace("__", "."),)
        by_date = NAMES.get((self.kind, self.path), NAMES.get((self.kind, ""))) is None
        sure = by_date and kind.moments is not None and kind.needs_date and not kind.reach and not self.elsewhere
        return bool(sure) and kind.concerns.get(kind_of(record)) == own

    def _found(self, record: Record) -> QuerySet:
        published = KINDS[self.kind].model._default_manager.published()
        number = getattr(record, self.attribute)
        if number is None:
            return published.none()
        if self._is_in_the_index(record):
            first = timeline.first_keys(self.kind, kind_of(record), record.key, MOST_ON_A_PAGE + 1)
            return published.filter(key__in=first)
        return self._at([number])

    def _at(self, numbers: list[int]) -> QuerySet:
        published = KINDS[self.kind].model._default_manager.published()
        return published.filter(**{f"{self.path}__in": numbers}, **{f"{link}__isnull": True for link in self.elsewhere})


def section_of(kind: Kind, path: str) -> Section:
    """Return the section of the records of `kind` on the page to which `path` leads, under the name of their kind."""
    return Section(kind.name, path.replace(".", "__"), capfirst(kind.model._meta.verbose_name_plural) or "")


#: Sections stand in the order of time, or by name where their records have none.
ORDER = {
    kind.name: place_in_time.place_in_time(kind.model) if place_in_time.is_dated(kind.model) else ()
    for kind in KINDS.values()
}

#: The records that a list shows by their names, each kind with the relation whose name stands there (none: its own);
#: after them, which others on the page to which a path leads.
NAMES: dict[tuple[str, str], str] = {
    **{(kind, ""): "" for kind in ("area", "state", "place", "organization", "framework", "person")},
    **{(kind, ""): "" for kind in ("embassy", "mission", "office")},
    # By the State alone that tells them apart: in French what stands before its name varies (“d’Israël”, “du Japon”).
    **{("mission", path): "state" for path in ("organization", "place")},
    **{("embassy", path): "state" for path in ("receiving_state", "place")},
    ("mission", "state"): "organization",
    ("embassy", "state"): "receiving_state",
    ("partner", "organization"): "state",
    ("partner", "state"): "organization",
    ("membership", "organization"): "state",
    ("membership", "framework"): "state",
}
