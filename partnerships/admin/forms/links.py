"""Records that a sentence is about, each with the way to its form."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.editorial.refusal import Refused
from partnerships.models import Record, Tenure
from partnerships.models.fields import DateNotation
from partnerships.records.kinds.moments import SERVICE
from partnerships.records.own_words import date_in_own_words

#: The parameter that names the other of two records that are merged.
OTHER = "with"


def form_of(record: Record) -> str:
    """Return the address of the form of `record`."""
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[quote(record.pk)])


def merging_address(record: Record, other: Record | None = None) -> str:
    """Return where `record` is merged, with `other` if that is known; `record` is the one that stays."""
    query = f"?{OTHER}={other.pk}" if other is not None else ""
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_merge", args=[record.pk]) + query


def linked_record(record: Record) -> SafeString:
    """Return the name of `record` as a link to its form, and what kind of record it is."""
    return format_html('<a href="{}">{}</a>{}', form_of(record), record, kind_after(record))


def kind_after(record: Record) -> str:
    """Return what kind of record it is, as it stands after its name."""
    return f" ({capfirst(record._meta.verbose_name)})"


def with_records(sentence: str, records: Iterable[Record], without_form: Iterable[Record] = ()) -> str:
    """Return `sentence` with the records it is about under it; those `without_form` stand on the page themselves."""
    named = [*(f"{each}{kind_after(each)}" for each in without_form), *(linked_record(each) for each in records)]
    items = format_html_join("", "<li>{}</li>", ((each,) for each in named))
    return format_html("{}<ul>{}</ul>", sentence, items) if items else sentence


def refusal_told(refused: Refused) -> SafeString:
    """Return everything that stands in the way, each with the records that it is about."""
    if not refused.further:
        return format_html("{}", with_records(refused.sentence, refused.records))
    told = ((with_records(each.sentence, each.records),) for each in refused.each)
    return format_html_join("", "<div>{}</div>", told)


def with_dated_records(sentence: str, records: Iterable[Record]) -> str:
    """Return `sentence` with the records it is about under it, and when each of them was."""
    items = format_html_join("", "<li>{}{}</li>", ((linked_record(each), when_after(each)) for each in records))
    return format_html("{}<ul>{}</ul>", sentence, items) if items else sentence


def when_after(record: Record) -> str:
    """Return when a record was, as it stands after its name; an empty text where it has no date.

    Of a tenure that says neither when it began nor when it ended, when its person was seen in office.
    """
    when = (_seen_told(record) if isinstance(record, Tenure) else "") or date_told(record)
    return f", {when}" if when else ""


def _seen_told(tenure: Tenure) -> str:
    moments = dict(SERVICE.of(tenure))
    if moments.keys() - {"seen", "seen-last"} or not moments:
        return ""
    first, last = moments["seen"], moments.get("seen-last")
    when = dates.parse_period(f"{first.edtf}/{last.edtf}") if last else first
    return _("seen in office: %(when)s") % {"when": dates.word(when, get_language() or "fr")}


def date_in_words(record: Any) -> str:
    """Return the record's date or period in the active language, or a dash."""
    text = date_told(record)
    return text[0].upper() + text[1:] if text else "–"


def date_told(record: Any) -> str:
    """Return the record's date or period as it stands in a sentence; an empty text where it has none."""
    language = get_language() or "fr"
    for name in ("date", "period"):
        field = next((field for field in record._meta.fields if field.name == name), None)
        if isinstance(field, DateNotation) and getattr(record, name):
            return date_in_own_words(record, name, field.read(getattr(record, name)), language)
    return ""
