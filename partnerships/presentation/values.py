"""What a page sets beside a word: the values of facts and cells, each shown as what it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from partnerships.models import Citation, Name, Record
from partnerships.records.web_addresses import linkable, reachable

from .days import date_html
from .languages import language_name, language_now, marked_language, text_of
from .links import link_html, separator


@dataclass(frozen=True)
class SaidDate:
    """A date field of a record or part, to be said in words."""

    record: Any
    field: str = "period"


@dataclass(frozen=True)
class ShownText:
    """A text field of a record or part, to be shown with its language."""

    record: Any
    field: str


@dataclass(frozen=True)
class Called:
    """A dated name of a record; its period is not for the public where it tells a date of birth."""

    name: Name
    dated: bool = True


@dataclass(frozen=True)
class Tagged:
    """A text in a language of its own, whatever the page’s is."""

    text: str
    language: str


@dataclass(frozen=True)
class Address:
    """Where something is found outside the register: a page of the web."""

    href: str
    text: str


class Reached(Address):
    """A mailbox or a telephone."""


@dataclass(frozen=True)
class Languages:
    """Codes of languages, to be named in the language of the page."""

    codes: tuple[str, ...]


def value_html(value: Any) -> str:
    """Return any value of a fact as HTML."""
    if isinstance(value, Record):
        return link_html(value)
    if isinstance(value, SaidDate):
        return date_html(value.record, value.field)
    if isinstance(value, ShownText):
        return marked_language(*text_of(value.record, value.field, language_now()))
    if isinstance(value, Called):
        return called_html(value)
    if isinstance(value, Tagged):
        return marked_language(value.text, value.language or language_now(), mark=False)
    if isinstance(value, Address):
        if not (reachable if isinstance(value, Reached) else linkable)(value.href):
            return conditional_escape(value.text)
        return format_html('<a href="{}" rel="external noreferrer">{}</a>', value.href, value.text)
    if isinstance(value, Languages):
        return conditional_escape(", ".join(map(language_name, value.codes)))
    return conditional_escape(value)


def called_html(called: Any) -> str:
    """Return a dated name with what it is: its kind where it is not the one in use, its language, its period."""
    name = called.name
    whole = " ".join(filter(None, (name.honorific, name.text, name.suffix)))
    text = marked_language(whole, name.language or language_now(), mark=False)
    kind = name.get_kind_display() if name.kind != Name.Kind.USED else ""
    language = language_name(name.language) if name.language else ""
    about = [part for part in (kind, language, date_html(name) if called.dated else "") if part]
    return format_html("{} ({})", text, format_html_join(", ", "{}", ((part,) for part in about))) if about else text


def joined_values(values: Iterable[Any]) -> SafeString:
    """Return values one after the other; between records whose names have commas of their own, semicolons.

    A word that ends in a colon leads to what follows: “before: Burma”.
    """
    several = list(values)
    parts = [SafeString(said) for said in map(value_html, several) if said]
    between = separator(parts) if all(isinstance(one, Record) for one in several) else ", "
    leading = bool(parts) and parts[0].endswith(":")
    head = f"{parts.pop(0)} " if leading and len(parts) > 1 else ""
    return mark_safe(head + between.join(parts))  # noqa: S308  each value is escaped


def field_called(citation: Citation) -> str:
    """What the field or the moment that a citation is about is called; nothing where it is about none that there is."""
    if not citation.field:
        return ""
    if citation.field in (moments := citation.citable_moments()):
        return moments[citation.field]
    try:
        field = citation.owner._meta.get_field(citation.field) if citation.owner else None
    except FieldDoesNotExist:
        return ""
    return str(getattr(field, "verbose_name", "")) if field else ""


def number_said(model: type[Record], number: int) -> str:
    """Return a number of records of one kind with the word for them: “1 decision”; « 0 décision »."""
    one = number < 2 if language_now() == "fr" else number == 1
    return f"{number} {model._meta.verbose_name if one else model._meta.verbose_name_plural}"
