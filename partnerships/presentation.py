"""How texts, names and dates of records are shown: with the language they are in, as precisely as they are known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import normalize_newlines
from django.utils.translation import get_language, get_language_info, gettext, gettext_noop

from partnerships.dates import Moment, Period
from partnerships.records.titles import Days

from . import dates, markup
from .addresses import address, localized
from .folding import fold
from .inflection import small
from .markup import without_tags
from .models import Citation, Meeting, Name, Record
from .models.base import LANGUAGES, Derived
from .models.pages import OWED
from .projections import version
from .records.kinds import KINDS, kind_of, records_named
from .records.own_words import date_in_own_words
from .records.titles import not_public, office_title, titles_as_read
from .records.visibility import is_public, linkable, public, reachable
from .shelf import Shelf

R = TypeVar("R", bound=Record)

#: The links of pages, so many characters in all, and about what one takes beside its text.
CAPACITY, OVERHEAD = 8 * 1024 * 1024, 300
kept: Shelf[SafeString] = Shelf(CAPACITY)


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


def language_now() -> str:
    """Return the language of the page."""
    return (get_language() or LANGUAGES[0])[:2]


def text_of(record: Derived, field: str, language: str) -> tuple[str, str]:
    """Return the text of a record or a part, and the language it is in."""
    return record.read(field, language)


def marked_language(text: str, found: str, mark: bool = True) -> SafeString:
    """Return `text` as HTML; in another language than the page’s it says so."""
    if not text:
        return SafeString("")
    if found == language_now():
        return format_html("{}", text)
    note = format_html(' <small class="untranslated">{}</small>', not_translated(found)) if mark else ""
    return format_html('<span lang="{}">{}</span>{}', found, text, note)


def not_translated(found: Any) -> str:
    """Return the note that a text stands in another language than the page’s."""
    if found in LANGUAGES:
        return gettext("(in English)") if found == "en" else gettext("(in French)")
    return f"({language_name(found)})"


def written_html(record: Derived, field: str) -> str:
    """Return a longer text of a record, marked as a whole where it is in another language."""
    text, found = text_of(record, field, language_now())
    if not text or not isinstance(record, Record) or field not in record.marked_up:
        return paragraphs(text, found)
    known = records_named(pair for pair in markup.records_linked(text) if pair[0] in KINDS)

    def where(kind: str, key: str) -> str | None:
        if kind == "page" and key in OWED:
            return localized(key, language_now())
        record = known.get((kind, key))
        return address(record, language_now()) if is_public(record) and record is not None else None

    return in_its_language(markup.html(text, where), found)


def paragraphs(text: str, found: str) -> str:
    """Return a longer text as paragraphs, marked as a whole where it is in another language."""
    if not text:
        return ""
    parts = [part.strip() for part in normalize_newlines(text).split("\n\n") if part.strip()]
    lines = format_html_join("", "<p>{}</p>", ((part,) for part in parts))
    return in_its_language(lines, found)


def in_its_language(lines: SafeString, found: str) -> SafeString:
    """Return several paragraphs, marked as a whole where they are in another language than the page."""
    if found == language_now():
        return lines
    note = format_html('<p class="untranslated"><small>{}</small></p>', not_translated(found))
    return format_html('<div lang="{}">{}</div>{}', found, lines, note)


def naming_texts(record: Record, days: Days | None = None) -> tuple[list[tuple[str, str]], str]:
    """Return the texts that name a record in the reader's language, and what stands between them."""
    return titles_as_read(record, language_now(), days)


def name_html(record: Record, days: Days | None = None, noted: bool = True) -> SafeString:
    """Return the name of a record, each part of it marked, and `noted`, where it is in another language."""
    texts, separator = naming_texts(record, days)
    return format_html_join(separator, "{}", ((marked_language(*text, mark=noted),) for text in texts))


def link_html(record: Record | None, days: Days | None = None) -> SafeString:
    """Return a link to a record, with its name; where the public may not see it, the words that say so."""
    if record is None:
        return SafeString("")
    if not is_public(record):
        return format_html("{}", not_public(language_now()))
    if (under := version.steadied()) is None:
        return _link(record, *naming_texts(record, days))
    key = under, dates.today(), language_now(), type(record), record.pk, days
    return kept.having(key, lambda: _link(record, *naming_texts(record, days)), lambda link: len(link) + OVERHEAD)


def within_html(record: Record, *, linked: bool = False) -> SafeString:
    """Return the name of a record within a sentence: French writes the title of an office with a small letter."""
    texts, separator = naming_texts(record)
    if kind_of(record) == "office":
        texts = [(small(text) if found == "fr" else text, found) for text, found in texts]
    if linked:
        return _link(record, texts, separator) if is_public(record) else link_html(record)
    return format_html_join(separator, "{}", ((marked_language(*text),) for text in texts))


def office_html(office: Any, tenure: Any, *, within: bool = False) -> str:
    """Return a link to an office, with its title as it is said of the person of `tenure`; small `within` a sentence."""
    if not is_public(office):
        return ""
    text, found = office_title(office, language_now(), tenure.is_feminine)
    return _link(office, [(small(text) if within and found == "fr" else text, found)], "")


def _link(record: Any, texts: Any, separator: str):
    foreign = [found for _, found in texts if found != language_now()]
    note = format_html(' <small class="untranslated">{}</small>', not_translated(foreign[0])) if foreign else ""
    names = format_html_join(separator, "{}", ((marked_language(*text, mark=False),) for text in texts))
    return format_html('<a href="{}">{}</a>{}', address(record, language_now()), names, note)


def in_order(records: Iterable[R]) -> list[R]:
    """Return records as a list of links shows them: by their dates where they have one, else by their names."""
    language = language_now()

    def place(record: Record) -> tuple:
        return getattr(record, "date_earliest", dates.EARLIEST), fold(record.label(language)), record.key

    return sorted(records, key=place)


def links_html(records: Iterable[Record], days: Days | None = None) -> SafeString:
    """Return links to those of `records` that the public may see; between names with commas, semicolons."""
    several = [link_html(record, days) for record in public(records)]
    return format_html_join(separator(several), "{}", ((one,) for one in several))


def separator(several: Sequence[SafeString]) -> str:
    """Return what stands between links one after the other: a comma, unless one of their names has one."""
    if len(several) < 2 or not any(", " in without_tags(one) for one in several):
        return ", "
    return "\u202f; " if language_now() == "fr" else "; "


def hour_said(meeting: Meeting) -> str:
    """Return the time of a meeting in words; empty where none is recorded."""
    if meeting.time is None:
        return ""
    when = dates.parse(meeting.date) if meeting.date else None
    day = when.earliest if isinstance(when, Moment) and when.earliest == when.latest else None
    return dates.word_hour(meeting.time, language_now(), zone=meeting.time_zone, day=day)


def date_of(record: Derived, field: str) -> Period | Moment | None:
    """Return the date in `field`, or None where none is recorded."""
    notation = getattr(record, field)
    return dates.parse_period(notation) if field in ("period", "coverage") and notation else _moment(notation)


def _moment(notation: str) -> Moment | Period | None:
    return dates.parse(notation) if notation else None


def date_html(record: Derived, field: str = "period") -> str:
    """Return a recorded date in words: what is known, and the words of its source."""
    when = date_of(record, field)
    if when:
        return when_html(when, date_in_own_words(record, field, when, language_now()))
    return marked_language(*text_of(record, f"{field}_wording", language_now())) if _has_wording(record, field) else ""


def _has_wording(record: Derived, field: str) -> bool:
    return any(hasattr(record, f"{field}_wording_{language}") for language in LANGUAGES)


def when_html(when: Moment | Period, words: str) -> SafeString:
    """Return the words of a date, with a `<time>` for each bound that is known."""
    moments = dates.known_moments(when)
    halves = _two_halves(words) if len(moments) == 2 else None
    if halves and all(map(machine_dates, moments)):
        first, dash, last = halves
        return format_html("{}{}{}", _timed(moments[:1], first), dash, _timed(moments[1:], last))
    return _timed(moments, words)


def _timed(moments: Iterable[Moment], words: str) -> SafeString:
    """Return `words` within their `<time>`; where several days bound them, these stand before, without words."""
    bounds = list(dict.fromkeys(bound for moment in moments for bound in machine_dates(moment)))
    if len(bounds) == 1:
        return format_html('<time datetime="{}">{}</time>', bounds[0], words)
    times = format_html_join("", '<time datetime="{}"></time>', ((bound,) for bound in bounds))
    return format_html("{}{}", times, words)


def machine_dates(moment: Moment) -> list[str]:
    """Return what `<time datetime>` can say of a moment: itself, else the first and the last day that it can be."""
    if exact := dates.datetime_attribute(moment):
        return [exact]
    bounds = [day for day in (moment.earliest, moment.latest) if day not in (dates.EARLIEST, dates.LATEST)]
    return list(dict.fromkeys(day.isoformat() for day in bounds))


#: What stands between the two ends of a period, in words.
_DASH = re.compile(r" – |–|(?<=\d)-(?=\d)|(?<=1er)-(?=\d)")


def _two_halves(words: str) -> tuple[str, str, str] | None:
    found = _DASH.findall(str(words))
    if len(found) != 1 or "<" in str(words):
        return None
    first, last = _DASH.split(str(words))
    return first, found[0], last


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


#: Languages that Django does not name.
OTHER_LANGUAGES = {
    "la": gettext_noop("Latin"),
    "mt": gettext_noop("Maltese"),
    "ps": gettext_noop("Pashto"),
    "zh": gettext_noop("Chinese"),
}


def language_name(code: str) -> str:
    """Return what a language is called in the language of the page; its code where nobody knows."""
    base = code.partition("-")[0]
    if base in OTHER_LANGUAGES:
        name = gettext(OTHER_LANGUAGES[base])
    else:
        try:
            name = str(get_language_info(base)["name_translated"])
        except KeyError:
            return code
    # French writes the names of languages small.
    return name.lower() if language_now() == "fr" else name


def joined_values(values: Iterable[Any]) -> SafeString:
    """Return values one after the other; between records whose names have commas of their own, semicolons."""
    several = list(values)
    parts = [SafeString(said) for said in map(value_html, several) if said]
    between = separator(parts) if all(isinstance(one, Record) for one in several) else ", "
    return mark_safe(between.join(parts))  # noqa: S308  each value is escaped


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
