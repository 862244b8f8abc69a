"""A list given out as a spreadsheet, and one read again: shown first, with every error, and nothing written."""

import base64
import binascii
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.admin.forms.links import with_dated_records
from partnerships.editorial.changes_in_words import label_of
from partnerships.models.base import LANGUAGES
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile
from partnerships.sheets import exporting
from partnerships.sheets.importing import CHANGED, DRAFTED, PROPOSED, WAITING, Plan, import_sheets, preview_sheets
from partnerships.sheets.read_files import LARGEST, Unreadable
from partnerships.sheets.tables import tables_of
from partnerships.transactions import one_read

from .forgiving_addresses import say_left_out

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
#: So many errors and changes are shown; nobody reads more of them at once.
MOST_SHOWN = 300
LONGEST_NAME = 150


def action_titles() -> dict[str, str]:
    """Return what becomes of a record, in words."""
    return {
        DRAFTED: _("new draft"),
        CHANGED: _("changed"),
        PROPOSED: _("change proposed, for a second person to accept"),
        WAITING: _("you have proposed this already"),
    }


class FileForm(forms.Form):
    """A file of a spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("CSV or XLSX file, or ZIP of CSV files"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.zip,text/csv"}),
        help_text=gettext_lazy(
            "Begin with an export: change cells, add rows without key and version. What a column leaves out stays as "
            "it is, and no row deletes anything."
        ),
    )


class SpreadsheetMixin(admin.ModelAdmin):
    """A list that is given out as CSV and XLSX, and read from them."""

    has_spreadsheets = True

    def get_urls(self) -> list[URLPattern]:
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path("export.<slug:form>", view(self.export_view), name=f"{name}_export"),
            path("import/", view(self.import_view), name=f"{name}_import"),
        ]
        return [*own, *super().get_urls()]

    def export_view(self, request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
        """Give out the records of the list as it is narrowed down."""
        if form not in TYPES:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        kind = self.opts.model_name or ""
        with one_read():
            try:
                listed = self.get_changelist_instance(request).queryset
            except IncorrectLookupParameters:
                say_left_out(request)
                return HttpResponseRedirect(f"{here}?e=1")
            ids = list(listed.values_list("pk", flat=True)[: exporting.MOST + 1])
            if len(ids) > exporting.MOST:
                sentence = _("More than %(count)s records are too many for one file: narrow the list down.")
                messages.error(request, sentence % {"count": exporting.MOST})
                return HttpResponseRedirect(f"{here}?{request.GET.urlencode()}")
            try:
                content = given_out(kind, ids, form)
            except exporting.TooMuch as refused:
                messages.error(request, str(refused))
                return HttpResponseRedirect(f"{here}?{request.GET.urlencode()}")
            answer = HttpResponse(content, content_type=TYPES[form])
        answer["Content-Disposition"] = f'attachment; filename="{kind}-{dates.today().isoformat()}.{form}"'
        return answer

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a file; then show what it would do; then do exactly that."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        context: dict[str, Any] = {"form": FileForm()}
        kind = self.opts.model_name or ""
        if request.method == "POST" and "_apply" in request.POST:
            name, content = request.POST.get("name", "")[:LONGEST_NAME], sent_again(request)
            plan = self.planned(request, name, content, request.POST.get("version", ""))
            if not plan.findings and plan.version == request.POST.get("version"):
                messages.success(request, plan_in_words(plan))
                return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
            messages.warning(request, _("Nothing is written: the register has changed since. Look again."))
            context |= plan_on_page(kind, plan, name, content)
        elif request.method == "POST":
            form = context["form"] = FileForm(request.POST, request.FILES)
            if form.is_valid():
                file = form.cleaned_data["file"]
                name, content = file.name[:LONGEST_NAME], file.read(LARGEST + 1)
                context |= plan_on_page(kind, self.planned(request, name, content, None), name, content)
        title = _("Import: %(kind)s") % {"kind": self.opts.verbose_name_plural}
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **context}
        return TemplateResponse(request, "admin/partnerships/spreadsheet.html", context)

    def planned(self, request: HttpRequest, name: str, content: bytes, version: str | None) -> Plan:
        kind, by = self.opts.model_name or "", request.user
        try:
            if version is None:
                return preview_sheets(kind, name, content, by=by)  # pyright: ignore[reportArgumentType]
            return import_sheets(kind, name, content, by=by, version=version)  # pyright: ignore[reportArgumentType]
        except Unreadable as unreadable:
            return Plan(findings=[FileFinding(PlaceInFile(name), str(unreadable))])


def given_out(kind: str, ids: list[int], form: str) -> bytes:
    """Return records of a kind as a file, as a spreadsheet in the language of the page opens it."""
    language = (get_language() or LANGUAGES[0])[:2]
    if form == "csv":
        return exporting.as_csv(kind, ids, language)
    return exporting.as_zip(kind, ids, language) if form == "zip" else exporting.as_xlsx(kind, ids)


def sent_again(request: HttpRequest) -> bytes:
    """Return the file that a preview carries along."""
    try:
        return base64.b64decode(request.POST.get("content", ""), validate=True)
    except (binascii.Error, ValueError):
        return b""


def column_label(plan: Plan, finding: FileFinding) -> str:
    """Return what the column is called of which a finding tells; its name where no table has it."""
    table = plan.tables.get(finding.place.file)
    column = table.fields.get(finding.field) if table else None
    return str(capfirst(label_of(column))) if column else finding.field


def plan_on_page(kind: str, plan: Plan, name: str, content: bytes) -> dict[str, Any]:
    """Return what the page says of what would be done."""
    words = action_titles()
    kinds = {each.model._meta.model_name: str(capfirst(each.model._meta.verbose_name)) for each in tables_of(kind)}
    numbers = {action: sum(each.action == action for each in plan.changes) for action in words}
    rows = [
        {
            "change": each,
            "becomes": words[each.action],
            "parts": each.parts() if each.before else [],
            "resembles": [with_dated_records(notice.sentence, notice.records) for notice in each.resembles],
        }
        for each in plan.changes[:MOST_SHOWN]
    ]
    return {
        "plan": plan,
        "name": name,
        "content": base64.b64encode(content).decode() if not plan.findings else "",
        "rows": rows,
        "counts": [(words[action], number) for action, number in numbers.items() if number],
        "more": len(plan.changes) - len(rows),
        "findings": [
            {
                "finding": each,
                "field": column_label(plan, each),
                # A new row has no key yet, and is called by its kind.
                "record": kinds.get(each.record, each.record),
            }
            for each in plan.findings[:MOST_SHOWN]
        ],
        "more_findings": max(0, len(plan.findings) - MOST_SHOWN),
        "does": numbers[DRAFTED] + numbers[CHANGED] + numbers[PROPOSED],
    }


def plan_in_words(plan: Plan) -> str:
    words = action_titles()
    numbers = {words[action]: sum(each.action == action for each in plan.changes) for action in words}
    counts = ", ".join(f"{word} ({number})" for word, number in numbers.items() if number)
    return _("Imported: %(counts)s.") % {"counts": counts}
