"""Names of records, and links to them where the public may go: alone, within a sentence, several in a row."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.addresses import address
from partnerships.folding import without_articles
from partnerships.inflection import office_within
from partnerships.kept_in_process import Shelf
from partnerships.markup import without_tags
from partnerships.models import Record, Visit
from partnerships.projections import version
from partnerships.records.kinds import kind_of
from partnerships.records.titles import Days, not_public, office_title, titles_as_read
from partnerships.records.visibility import is_public, public

from .languages import language_now, marked_language, not_translated

R = TypeVar("R", bound=Record)

#: The links of pages, so many characters in all, and about what one takes beside its text.
CAPACITY, OVERHEAD = 8 * 1024 * 1024, 300
kept: Shelf[SafeString] = Shelf(CAPACITY)


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
    key = under, language_now(), type(record), record.pk, days
    return kept.having(key, lambda: _link(record, *naming_texts(record, days)), lambda link: len(link) + OVERHEAD)


def within_html(record: Record, *, linked: bool = False) -> SafeString:
    """Return the name of a record within a sentence: the title of an office with a small letter."""
    texts, separator = naming_texts(record)
    if kind_of(record) == "office":
        texts = [(office_within(text, found), found) for text, found in texts]
    if linked:
        return _link(record, texts, separator) if is_public(record) else link_html(record)
    return format_html_join(separator, "{}", ((marked_language(*text),) for text in texts))


def office_html(office: Any, tenure: Any, *, within: bool = False) -> str:
    """Return a link to an office, with its title as it is said of the person of `tenure`; small `within` a sentence."""
    if not is_public(office):
        return ""
    text, found = office_title(office, language_now(), tenure.is_feminine)
    return _link(office, [(office_within(text, found) if within else text, found)], "")


def _link(record: Record, texts: Iterable[tuple[str, str]], separator: str) -> SafeString:
    foreign = [found for _, found in texts if found != language_now()]
    note = format_html(' <small class="untranslated">{}</small>', not_translated(foreign[0])) if foreign else ""
    names = format_html_join(separator, "{}", ((marked_language(*text, mark=False),) for text in texts))
    return format_html('<a href="{}">{}</a>{}', address(record, language_now()), names, note)


def in_order(records: Iterable[R]) -> list[R]:
    """Return records as a list of links shows them: by their dates where they have one, else by their names."""
    language = language_now()

    def place(record: Record) -> tuple:
        return (
            getattr(record, "date_earliest", dates.EARLIEST),
            without_articles(record.label(language), language),
            record.key,
        )

    return sorted(records, key=place)


def led_to(visit: Visit) -> list[Record]:
    """Return where a visit led, each once: the place or State of each stop, and its further places."""
    each = (one for stop in visit.stops.all() for one in (stop.where, *in_order(stop.further_places.all())))
    return list(dict.fromkeys(one for one in each if one is not None and is_public(one)))


def links_html(records: Iterable[Record], days: Days | None = None) -> SafeString:
    """Return links to those of `records` that the public may see; between names with commas, semicolons."""
    several = [link_html(record, days) for record in public(records)]
    return format_html_join(separator(several), "{}", ((one,) for one in several))


def separator(several: Sequence[SafeString]) -> str:
    """Return what stands between links one after the other: a comma, unless one of their names has one."""
    if len(several) < 2 or not any(", " in without_tags(one) for one in several):
        return ", "
    return "\u202f; " if language_now() == "fr" else "; "
