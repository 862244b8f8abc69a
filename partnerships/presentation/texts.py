"""Longer texts of records as HTML: their paragraphs, their little markup, with links to the records they name."""

from django.utils.html import format_html_join
from django.utils.text import normalize_newlines

from partnerships import markup
from partnerships.addresses import address, localized
from partnerships.models import Record
from partnerships.models.base import Derived
from partnerships.models.pages import OWED
from partnerships.records.kinds import KINDS, records_named
from partnerships.records.visibility import is_public

from .languages import in_its_language, language_now, text_of


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
