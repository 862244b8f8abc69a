"""The facts of a record, as pairs of a word and its values."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from partnerships import dates
from partnerships.models import Record
from partnerships.presentation.days import date_of
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.links import in_order
from partnerships.presentation.values import Address, Called, Reached, SaidDate, ShownText
from partnerships.records.births import shows_period
from partnerships.records.visibility import is_public, public_citations


@dataclass(frozen=True)
class Fact:
    """One word and its values; a fact without values is not shown."""

    label: str
    values: list = field(default_factory=list)


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


def wikidata_fact(record: Any) -> Fact:
    """Return the fact that gives the identifier of the record in Wikidata."""
    code = record.wikidata
    return Fact("Wikidata", [Address(f"https://www.wikidata.org/wiki/{code}", code)] if code else [])


def coordinates(record: Any) -> Fact:
    """Return the fact of where something stands on the map: « 35,6895° N, 139,6917° E », as people write it."""
    if record.latitude is None:
        return value_fact(_("Coordinates"), "")
    west = "O" if language_now() == "fr" else "W"
    degrees = _degrees(record.latitude, "N", "S"), _degrees(record.longitude, "E", west)
    between = "\u202f; " if language_now() == "fr" else ", "
    return value_fact(_("Coordinates"), between.join(degrees))


def _degrees(number: Any, above: str, below: str) -> str:
    text = f"{abs(number):.4f}".rstrip("0").rstrip(".")
    return f"{text.replace('.', ',') if language_now() == 'fr' else text}°\u00a0{above if number >= 0 else below}"


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
