"""How texts, names and dates of records are shown: with the language they are in, as precisely as they are known."""

from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import normalize_newlines
from django.utils.translation import get_language, gettext

from . import dates
from .addresses import address, is_public
from .models import Record
from .models.base import LANGUAGES
from .records.naming import titles


@dataclass(frozen=True)
class Said:
    """A date field of a record or part, to be said in words."""

    record: object
    field: str = "period"


@dataclass(frozen=True)
class Text:
    """A text field of a record or part, to be shown with its language."""

    record: object
    field: str


@dataclass(frozen=True)
class Foreign:
    """A text in a language of its own."""

    text: str
    language: str


def language_now():
    """Return the language of the page."""
    return (get_language() or LANGUAGES[0])[:2]


def text_of(record, field, language):
    """Return the text of a record or a part, and the language it is in."""
    return Record.read(record, field, language) if not isinstance(record, Record) else record.read(field, language)


def marked(text, found, mark=True):
    """Return `text` as HTML; in another language than the page’s it says so."""
    if not text:
        return ""
    if found == language_now():
        return conditional_escape(text)
    note = format_html(' <small class="untranslated">{}</small>', not_translated(found)) if mark else ""
    return format_html('<span lang="{}">{}</span>{}', found, text, note)


def not_translated(found):
    return gettext("(in English)") if found == "en" else gettext("(in French)")


def paragraphs(text, found):
    """Return a longer text as paragraphs, marked as a whole where it is in another language."""
    if not text:
        return ""
    parts = [part.strip() for part in normalize_newlines(text).split("\n\n") if part.strip()]
    lines = format_html_join("", "<p>{}</p>", ((part,) for part in parts))
    if found == language_now():
        return lines
    note = format_html('<p class="untranslated"><small>{}</small></p>', not_translated(found))
    return format_html('<div lang="{}">{}</div>{}', found, lines, note)


def title_of(record, language, days=None):
    """Return the name of a record without mark-up."""
    return record.label_separator.join(text for text, _ in titles(record, language, days))


def name_html(record, days=None):
    """Return the name of a record, each part of it marked where it is in another language."""
    parts = (marked(*text) for text in titles(record, language_now(), days))
    return format_html_join(record.label_separator, "{}", ((part,) for part in parts))


def link_html(record, days=None):
    """Return a link to a record, with its name; nothing where the public may not see it."""
    if record is None or not is_public(record):
        return ""
    several = titles(record, language_now(), days)
    names = format_html_join(record.label_separator, "{}", ((marked(*text, mark=False),) for text in several))
    foreign = [found for _, found in several if found != language_now()]
    note = format_html(' <small class="untranslated">{}</small>', not_translated(foreign[0])) if foreign else ""
    return format_html('<a href="{}">{}</a>{}', address(record, language_now()), names, note)


def links_html(records, days=None):
    links = (link_html(record, days) for record in records)
    return format_html_join(", ", "{}", ((link,) for link in links if link))


def date_of(record, field):
    """Return the date in `field`, or None where none is recorded."""
    notation = getattr(record, field)
    return dates.parse_period(notation) if field in ("period", "coverage") and notation else _moment(notation)


def _moment(notation):
    return dates.parse(notation) if notation else None


def date_html(record, field="period"):
    """Return a recorded date in words: its own wording where it has one, else what the notation says."""
    when = date_of(record, field)
    wording, found = text_of(record, f"{field}_wording", language_now()) if _has_wording(record, field) else ("", "")
    if wording and (found == language_now() or when is None):
        return when_html(when, marked(wording, found)) if when else marked(wording, found)
    return when_html(when, dates.word(when, language_now())) if when else ""


def _has_wording(record, field):
    return any(hasattr(record, f"{field}_wording_{language}") for language in LANGUAGES)


def when_html(when, words):
    """Return the words of a date, with a `<time>` for each bound that is known."""
    attributes = [attribute for moment in known_moments(when) for attribute in machine_dates(moment)]
    if not attributes:
        return conditional_escape(words)
    if len(attributes) == 1:
        return format_html('<time datetime="{}">{}</time>', attributes[0], words)
    if pair := _two_halves(words):
        first, dash, last = pair
        template = '<time datetime="{}">{}</time>{}<time datetime="{}">{}</time>'
        return format_html(template, attributes[0], first, dash, attributes[-1], last)
    times = format_html_join("", '<time datetime="{}"></time>', ((attribute,) for attribute in attributes))
    return format_html("{}{}", times, words)


def known_moments(when):
    """Return the moments of a date: itself, or the known ends of a period."""
    if isinstance(when, dates.Moment):
        return [when]
    return list(dict.fromkeys(end for end in (when.start, when.end) if end))


def machine_dates(moment):
    """Return what `<time datetime>` can say of a moment: itself, else the years between which it lies."""
    if exact := dates.datetime_attribute(moment):
        return [exact]
    ends = (moment.earliest, moment.latest)
    years = [f"{day.year:04d}" for day in ends if day not in (dates.EARLIEST, dates.LATEST)]
    return list(dict.fromkeys(years))


def _two_halves(words):
    for dash in (" – ", "–", "-"):
        first, found, last = str(words).partition(dash)
        if found and "<" not in first + last and not any(mark in last for mark in ("–", "-")):
            return first, dash, last
    return None


def shown(value):
    """Return any value of a fact as HTML."""
    if isinstance(value, Record):
        return link_html(value)
    if isinstance(value, Said):
        return date_html(value.record, value.field)
    if isinstance(value, Text):
        return marked(*text_of(value.record, value.field, language_now()))
    if isinstance(value, Foreign):
        return marked(value.text, value.language, mark=False) if value.language else conditional_escape(value.text)
    return conditional_escape(value)


def joined(values, separator=", "):
    return mark_safe(separator.join(filter(None, map(shown, values))))  # noqa: S308  each value is escaped
