"""Records that a sentence is about, each with the way to its form."""

from collections.abc import Iterable

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from partnerships.models import Record


def form_of(record: Record) -> str:
    """Return the address of the form of `record`."""
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[quote(record.pk)])


def linked_record(record: Record) -> SafeString:
    """Return the name of `record` as a link to its form, and what kind of record it is."""
    return format_html('<a href="{}">{}</a> ({})', form_of(record), record, capfirst(record._meta.verbose_name))


def with_records(sentence: str, records: Iterable[Record]) -> str:
    """Return `sentence` with the records it is about under it."""
    items = format_html_join("", "<li>{}</li>", ((linked_record(each),) for each in records))
    return format_html("{}<ul>{}</ul>", sentence, items) if items else sentence
