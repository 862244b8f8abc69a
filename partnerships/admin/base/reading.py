"""A record as it is read by whoever may not change it: what it holds, in words, and nothing for those who type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from partnerships.addresses import address
from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.conflicts import chosen_records
from partnerships.admin.forms.links import form_of
from partnerships.editorial.changes_in_words import capitalized, cited_field, date_value_in_words, plain_words
from partnerships.models import Citation, Record
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import DateNotation, label_of, language_of
from partnerships.presentation.languages import language_name
from partnerships.records.visibility import is_public
from partnerships.records.web_addresses import linkable


@dataclass(frozen=True)
class ValueRead:
    """One field that holds something: its label, its value in words, the language of a text."""

    label: str
    value: str | SafeString
    language: str = ""


@dataclass(frozen=True)
class PartRead:
    """One part, or the record itself where `heading` is empty."""

    heading: str
    values: list[ValueRead]


@dataclass(frozen=True)
class BlockRead:
    """What stands under one heading: some fields of the record, or its parts of one kind."""

    heading: str
    parts: list[PartRead]


class ReadingMixin(ShownMixin):
    """A form that nobody may fill in is no form: it is read. Above it stands the way to the public page."""

    def view_on_site(self, obj: Any) -> str | None:
        """Return where the public reads a record as it is stored, in the language of whoever asks; None of no other."""
        stored = self.model._default_manager.filter(pk=obj.pk).first()
        return address(stored, (get_language() or LANGUAGES[0])[:2]) if is_public(stored) else None

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        read = {}
        if obj is not None and not self.has_change_permission(request, obj):
            read["read"] = [*fields_read(request, context["adminform"]), *parts_read(request, context)]
        return {**super().beside_form(request, context, obj), **read}


def fields_read(request: HttpRequest, shown: Any) -> Iterator[BlockRead]:
    """Yield the fields of a record, by the headings of its form."""
    for name, options in shown.fieldsets:
        values = [*values_read(request, shown.form, flatten(options["fields"]), shown.model_admin)]
        if values:
            yield BlockRead(str(name or ""), [PartRead("", values)])


def parts_read(request: HttpRequest, context: dict[str, Any]) -> Iterator[BlockRead]:
    """Yield the parts of a record, kind by kind; nothing of a kind of which it has none."""
    for inline in context["inline_admin_formsets"]:
        names, parts = flatten_fieldsets(inline.fieldsets), []
        for number, form in enumerate(inline.formset.initial_forms, start=1):
            speaks = inline.opts.speaking_label
            called = str(form.instance) if speaks else f"{capitalized(inline.opts.verbose_name)} {number}"
            parts.append(PartRead(called, [*values_read(request, form, names, inline.opts)]))
        if parts:
            yield BlockRead(capitalized(inline.opts.verbose_name_plural), parts)


def values_read(request: HttpRequest, form: Any, names: Iterable[Any], shown_by: Any) -> Iterator[ValueRead]:
    """Yield each of the fields `names` that holds something."""
    for name in names:
        field, column = form.fields.get(name), column_of(form.instance, name)
        if column is not None:
            value, label, language = stored_value(request, form.instance, column), label_of(column), language_of(column)
        elif hasattr(shown_by, name):
            # What is pictured has its own way to show it.
            shown = getattr(shown_by, name)
            value, label, language = shown(form.instance), getattr(shown, "short_description", name), ""
        else:
            value, label, language = typed_value(request, form, name), name, ""
        if value not in ("", None):
            yield ValueRead(capitalized(field.label if field is not None and field.label else label), value, language)


def column_of(instance: Model, name: str) -> Any:
    try:
        return instance._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def stored_value(request: HttpRequest, instance: Any, column: Any) -> str | SafeString:
    """Return what a record or part holds in a column, in words, with the way to the records that it names."""
    if column.many_to_many:
        return linked_names(request, getattr(instance, column.name).all())
    if column.remote_field:
        target = getattr(instance, column.name)
        return linked_names(request, [target]) if target is not None else ""
    value = getattr(instance, column.attname)
    if value in (None, ""):
        return ""
    if isinstance(instance, Citation) and column.name in ("field", "value"):
        return cited_in_words(instance, column)
    if column.name in ("language", "languages"):
        return ", ".join(map(language_name, value.split()))
    if isinstance(column, URLField):
        return format_html('<a href="{0}" rel="noreferrer">{0}</a>', value) if linkable(value) else value
    return plain_words(column, value)


def cited_in_words(citation: Citation, column: Any) -> str:
    """Return what a citation is about, or what its source says of that; a date in words."""
    owner = next(name for name in Citation.owner_fields if getattr(citation, f"{name}_id"))
    if column.name == "field":
        return capitalized(cited_field({"fields": {owner: True}}, citation.field))
    about = column_of(getattr(citation, owner), citation.field)
    return date_value_in_words(about, citation.value) if isinstance(about, DateNotation) else citation.value


def typed_value(request: HttpRequest, form: Any, name: str) -> str | SafeString:
    """Return what a field says that is no column: a number, people."""
    field = form.fields.get(name)
    if field is None:
        return ""
    value = form.get_initial_for_field(field, name)
    if isinstance(field, forms.ModelChoiceField):
        return linked_names(request, chosen_records(value, field)) if value else ""
    return "" if value is None else str(value)


def linked_names(request: HttpRequest, records: Iterable[Any]) -> str | SafeString:
    """Return the names of records, each with the way to its page where its reader may open it."""
    return format_html_join(", ", "{}", ((linked_name(request, each),) for each in records))


def linked_name(request: HttpRequest, record: Any) -> str | SafeString:
    known = isinstance(record, Record) and type(record) in admin.site._registry
    if known and request.user.has_perm(f"partnerships.view_{record._meta.model_name}"):
        return format_html('<a href="{}">{}</a>', form_of(record), record)
    return str(record)
