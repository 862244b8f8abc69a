"""The facts of a record, as pairs of a word and its values, and the records that stand on its page."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partnerships import dates
from partnerships.addresses import MOST_ON_A_PAGE
from partnerships.models import Record
from partnerships.presentation import (
    Address,
    Called,
    Reached,
    SaidDate,
    ShownText,
    date_of,
    in_order,
    language_now,
    text_of,
)
from partnerships.projections import timeline
from partnerships.records import place_in_time, shared
from partnerships.records.births import shows_period
from partnerships.records.kinds import KINDS, Kind, kind_of
from partnerships.records.visibility import is_public, public_citations, shown_column


@dataclass(frozen=True)
class Fact:
    """One word and its values; a fact without values is not shown."""

    label: str
    values: list = field(default_factory=list)


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
            return shared.loaded(self._found(record).order_by(*self._order())[: self.most + 1], paths)
        shape = self.path, self.elsewhere, self.most, self.newest, language_now()

        def ask(some: list[int]) -> QuerySet:
            return self._at(some).order_by(*self._order())[: self.most + 1]

        return shared.rows_where(shape, kind.model, ask, [number], paths)

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
    ("partner", "organization"): "state",
    ("partner", "state"): "organization",
    ("membership", "organization"): "state",
    ("membership", "framework"): "state",
}


def citations(path: str = "citations") -> Prefetch:
    """Return what loads the citations of records that the public may see."""
    return Prefetch(path, queryset=public_citations().select_related("source"))


def facts(*several: Any) -> list[Fact]:
    """Return those facts that say something."""
    return [fact for fact in several if fact.values]


def link_fact(label: str, *records: Record | None) -> Fact:
    """Return the fact that names other records, as far as the public may see them."""
    return Fact(label, in_order(record for record in records if record is not None and is_public(record)))


def date_fact(label: str, record: Record, name: str = "period") -> Fact:
    """Return the fact of a date; none where no date is recorded."""
    wording = hasattr(record, f"{name}_wording") and text_of(record, f"{name}_wording", language_now())[0]
    return Fact(label, [SaidDate(record, name)] if date_of(record, name) or wording else [])


def text_fact(label: str, record: Record, name: str) -> Fact:
    return Fact(label, [ShownText(record, name)] if text_of(record, name, language_now())[0] else [])


def value_fact(label: str, *values: Any) -> Fact:
    return Fact(label, [value for value in values if value not in ("", None)])


def coordinates(record: Any) -> Fact:
    """Return the fact of where something stands on the map."""
    degrees = f"{record.latitude}, {record.longitude}" if record.latitude is not None else ""
    return value_fact(_("Coordinates"), degrees)


def reached(record: Any) -> tuple[Fact, ...]:
    """Return the facts that say how a post is reached."""
    phone = "tel:" + re.sub(r"[^+0-9]", "", record.phone)
    return (
        value_fact(_("Postal address"), *record.address.splitlines()),
        coordinates(record),
        Fact(_("Website"), [Address(record.website, record.website)] if record.website else []),
        Fact(_("E-mail"), [Reached(f"mailto:{record.email}", record.email)] if record.email else []),
        Fact(_("Telephone"), [Reached(phone, record.phone)] if record.phone else []),
    )


def other_names(record: Any) -> Fact:
    """Return the fact of a record’s dated names, each with its kind, language and period."""
    called = [Called(name, dated=shows_period(name, record)) for name in record.names.all()]
    called.sort(key=lambda one: (_place(one), one.name.key))
    return Fact(_("Names"), called)


def _place(called: Called) -> tuple[date, date]:
    """The place of a dated name among others; without a date that may be shown, as if none were recorded: last."""
    name = called.name
    if not called.dated:
        return dates.reading_key(None)
    return dates.reading_place(name.start_earliest, name.start_latest, name.end_latest)


def coverage_facts(record: Any) -> tuple[Fact, Fact]:
    """Return the facts that say what the register has looked at."""
    return (
        date_fact(_("Recorded for"), record, "coverage"),
        Fact(
            _("Last checked"), [SaidDate(Checked(record.checked_on.isoformat()), "date")] if record.checked_on else []
        ),
    )


@dataclass(frozen=True)
class Checked:
    """A day of the calendar, said like a date of the register."""

    date: str
