"""The page on which two records of one thing are made one."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partnerships import editorial
from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.links import OTHER, form_of, linked_record, merging_address, refusal_told
from partnerships.editorial.changes_in_words import Wording, capitalized, label_of, language_of
from partnerships.editorial.history import merged_into
from partnerships.editorial.merge_choices import carried_over, fields_to_choose, touches_public, version_of_two
from partnerships.editorial.merge_in_words import merge_in_words
from partnerships.editorial.resembling import alike
from partnerships.editorial.roles import MERGERS
from partnerships.listing.parameters import is_row_number
from partnerships.models import Change, Record
from partnerships.records.kinds import record_of
from partnerships.records.snapshot.taking import line

from .differences import by_part
from .saving import in_one
from .to_decide import kind_in_words

#: The parameter that looks for the other record.
SOUGHT = "q"
MOST, TWO = 20, 2


class MergingMixin(ShownMixin):
    """Records that may be merged by those who may publish."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<path:object_id>/merge/", view, name=name), *super().get_urls()]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        found = super().get_actions(request)
        if not request.user.has_perm(MERGERS):
            found.pop("merge_two", None)
        return found

    @admin.action(description=gettext_lazy("Merge two…"))
    def merge_two(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        chosen = list(queryset.order_by("pk")[:3])
        if len(chosen) != TWO:
            self.message_user(request, _("Tick two records to merge them."), messages.WARNING)
            return None
        return HttpResponseRedirect(merging_address(chosen[0], chosen[1]))

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        found = {}
        if obj is not None and record_of(obj) == obj and request.user.has_perm(MERGERS):
            found["merge_address"] = merging_address(obj)
        return {**super().beside_form(request, context, obj), **found}

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, object_id)
        found = [own_history(each) for each in merged_into(record)] if record is not None else []
        return super().history_view(request, object_id, {"merged": found, **(extra_context or {})})  # pyright: ignore[reportArgumentType]

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask with which record this one is merged, then what stays of the two; then do it."""
        if not request.user.has_perm(MERGERS):
            raise PermissionDenied
        return in_one(request, lambda: self.merged_or_asked(request, object_id))

    def merged_or_asked(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record: Any = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # pyright: ignore[reportAttributeAccessIssue]
        other, refusal = self.other(request), None
        if request.method == "POST" and other is not None:
            try:
                return self.merged(request, record, other)
            except editorial.Refused as refused:
                refusal = refusal_told(refused)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge two records"),
            "opts": self.opts,
            "record": record,
            "record_link": linked_record(record),
            "refusal": refusal,
            "sought": request.GET.get(SOUGHT, ""),
            "typed": request.POST,
            **(compared_records(record, other, request) if other is not None else self.candidates(request, record)),
        }
        return TemplateResponse(request, "admin/partnerships/merge.html", context)

    def other(self, request: HttpRequest) -> Any:
        number = request.GET.get(OTHER, "")
        if not is_row_number(number):
            return None
        return self.get_object(request, number)

    def candidates(self, request: HttpRequest, record: Record) -> dict[str, Any]:
        """Return the records that may be the same: those that resemble this one, or those that are sought."""
        sought = request.GET.get(SOUGHT, "").strip()
        found = list(alike(record))
        if sought:
            rows = self.get_queryset(request)
            rows, _several = self.get_search_results(request, rows, sought)
            found = [row for row in rows.exclude(pk=record.pk).distinct()[:MOST] if record_of(row) == row]
        return {"candidates": [(each, linked_record(each), merging_address(record, each)) for each in found]}

    def merged(self, request: HttpRequest, record: Record, other: Record) -> HttpResponse:
        name = str(other)
        picked = {
            each.field.name: request.POST.get(f"pick-{each.field.name}", "") for each in fields_to_choose(record, other)
        }
        stays = editorial.merge(
            record,
            other,
            by=request.user,  # pyright: ignore[reportArgumentType]
            picked=picked,
            version=request.POST.get("version", ""),
            reason=request.POST.get("reason", ""),
        )
        sentence = _("“{other}” is merged into “{record}”: every link and every old address leads here.")
        told = format_html(sentence, other=name, record=stays)
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(form_of(stays))


def compared_records(record: Record, other: Record, request: HttpRequest) -> dict[str, Any]:
    """Return what the page says of two records: field by field where they differ, and what the other brings along."""
    ours, theirs = line(record), line(other)
    wording = Wording.of([ours], [theirs])
    rows = [
        {
            "name": f"pick-{each.field.name}",
            "label": capitalized(label_of(each.field)),
            "language": language_of(each.field),
            "stays": wording.value(each.field, each.stays),
            "goes": wording.value(each.field, each.goes),
            "both": each.field.many_to_many,
            "picked": request.POST.get(f"pick-{each.field.name}", each.offered),
        }
        for each in fields_to_choose(record, other)
    ]
    return {
        "other": other,
        "other_link": linked_record(other),
        "turned": merging_address(other, record),
        "rows": rows,
        "brings": [number_in_words(model, number) for model, number in carried_over(other).items()],
        "version": version_of_two(record, other),
        "asks_reason": touches_public(record, other),
    }


def merge_context(change: Change) -> dict[str, Any]:
    """Return what a page says of the merge of which `change` tells; nothing of any other change."""
    told = merge_in_words(change)
    if told is None:
        return {}
    return {
        "merge": told,
        "merge_batch": change.batch,
        "merge_parts": by_part([{"said": said} for said in told.parts]),
        "merge_gone": by_part([{"said": said} for said in told.gone]),
        "merge_moved": [
            (kind_in_words(each), each, by_part([{"said": said} for said in found])) for each, found in told.moved
        ],
    }


def number_in_words(model: Any, number: int) -> str:
    """Return how many records or parts of a model there are, in words."""
    names = model._meta.verbose_name, model._meta.verbose_name_plural
    return ngettext("%(count)s %(one)s", "%(count)s %(several)s", number) % {
        "count": number,
        "one": names[0],
        "several": names[1],
    }


def own_history(change: Change) -> dict[str, str]:
    """Return what was merged, and where its own history is read."""
    address = reverse("admin:partnerships_change_changelist")
    return {"name": change.key, "address": f"{address}?kind={change.kind}&key={change.key}"}
