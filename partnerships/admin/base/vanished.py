"""A record that somebody deleted while another one wrote in its form: what was typed stays on the screen."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.admin.forms.conflicts import value_in_words
from partnerships.admin.forms.links import form_of
from partnerships.models import Change, Record
from partnerships.records.kinds import kind_of, record_named
from partnerships.records.snapshot.taking import digest_of

GONE = 410
#: Among so many of the last ends of records of a kind one is looked for whose form somebody had open.
MOST = 50


class VanishedMixin(admin.ModelAdmin):
    """A form whose record is no more."""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        typed = self.typed(request) if request.method == "POST" else []
        if not typed:
            self.message_user(request, _("This record is not in the register, or no longer."), messages.WARNING)
            return HttpResponseRedirect(address)
        ended = how_it_ended(opts.model, request.POST.get("version", ""))
        stays = record_named(ended.kind, ended.merged_into) if ended is not None and ended.merged_into else None
        title = _("This record was deleted while you were writing")
        if stays is not None:
            title = _("This record was merged into another while you were writing")
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "ended": ended,
            "stays": stays,
            "stays_address": form_of(stays) if stays is not None else "",
            "typed": typed,
            "opts": opts,
            "may_add": self.has_add_permission(request),
            "add_text": self.add_text,  # pyright: ignore[reportAttributeAccessIssue]
        }
        return TemplateResponse(request, "admin/partnerships/vanished.html", context, status=GONE)

    def typed(self, request: HttpRequest) -> list[tuple[str, list[tuple[Any, str | Any]]]]:
        """Return what the form held, block by block: a heading, and each field with its text."""
        names = flatten_fieldsets(self.get_fieldsets(request))
        form = self.get_form(request, None, fields=names)
        blocks = [("", filled_fields(request.POST, form.base_fields, ""))]  # pyright: ignore[reportAttributeAccessIssue]
        for formset, inline in self.get_formsets_with_inlines(request):
            prefix = formset.get_default_prefix()
            for number in row_numbers(request.POST, prefix):
                heading = f"{capfirst(inline.verbose_name)} {number + 1}"
                blocks.append((heading, filled_fields(request.POST, formset.form.base_fields, f"{prefix}-{number}-")))
        return [(heading, block) for heading, block in blocks if block]


def how_it_ended(model: type[Record], version: str) -> Change | None:
    """Return the deletion or the merge that ended the record whose form was opened with the text of this `version`."""
    ends = (Change.Action.DELETE, Change.Action.MERGE)
    found = Change.objects.filter(kind=kind_of(model), action__in=ends, after__isnull=True).order_by("-id")[:MOST]
    return next((each for each in found if each.before and digest_of(each.before) == version), None)


def row_numbers(data: Any, prefix: str) -> list[int]:
    """Return the numbers of the rows that the form sent, in their order."""
    found = {match[1] for name in data if (match := re.match(rf"{prefix}-(\d+)-", name))}
    return sorted(map(int, found))


def filled_fields(data: Any, fields: Any, prefix: str) -> list[tuple[Any, str | Any]]:
    """Return the label and the text of each field that was filled."""
    return [
        (field.label or name, text)
        for name, field in fields.items()
        if not isinstance(field.widget, forms.HiddenInput) and (text := typed_text(data, field, f"{prefix}{name}"))
    ]


def typed_text(data: Any, field: Any, name: str) -> str:
    value = field.widget.value_from_datadict(data, {}, name)
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else ""
    return value_in_words(value, field)
