"""Errors that readers report: the list, and the page on which one is answered."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from partnerships.addresses import permanent
from partnerships.editorial import reports
from partnerships.editorial.pending_changes import pending_of
from partnerships.models import Change, ErrorReport
from partnerships.pages.corrections import changed_fields
from partnerships.pages.line_by_itself import line_of
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import KINDS, record_named
from partnerships.records.web_addresses import linkable

from .base.to_decide import KindFilter, ToDecideAdmin, decided_filter, record_of_change
from .forms.links import linked_record

#: Who answers readers.
ANSWERING = "partnerships.change_errorreport"


@admin.register(ErrorReport)
class ErrorReportAdmin(ToDecideAdmin):
    """What readers say is wrong, until it is answered."""

    list_display = ("record_shown", "kind_shown", "received_at", "shortened", "outcome", "closed_by_name")
    list_filter = (
        decided_filter(
            "closed_at",
            gettext_lazy("answer"),
            pgettext_lazy("an error report", "to be answered"),
            pgettext_lazy("an error report", "answered"),
        ),
        "outcome",
        KindFilter,
    )
    search_fields = ("key", "text", "answer")
    list_select_related = ()
    fields = ("text",)
    template = "admin/partnerships/report.html"

    @admin.display(description=gettext_lazy("record"))
    def record_shown(self, report: ErrorReport) -> str:
        return str(getattr(report, "record_now", None) or report.key)

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_shown(self, report: ErrorReport) -> str:
        return str(capfirst(str(KINDS[report.kind].model._meta.verbose_name)))

    @admin.display(description=gettext_lazy("what is wrong"))
    def shortened(self, report: ErrorReport) -> str:
        return report.text if len(report.text) < 100 else f"{report.text[:99]}…"

    def rights(self, request: HttpRequest, row: ErrorReport) -> list[str]:
        """Return “close” for those who may answer readers."""
        return ["close"] if request.user.has_perm(ANSWERING) else []

    def steps(self, request: HttpRequest, row: ErrorReport) -> list[str]:
        return self.rights(request, row) if row.closed_at is None else []

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {"close": close}

    def contents(self, request: HttpRequest, row: ErrorReport) -> dict[str, Any]:
        record = record_named(row.kind, row.key)
        line = line_of(record, row.moment, language_now()) if record is not None and row.moment else None
        where = permanent(record) if record is not None else ""
        return {
            "record": record,
            "record_link": linked_record(record) if record is not None else row.key,
            "line": line,
            "public_address": line.permanent(record) if record is not None and line else where,
            "where_is_link": linkable(row.where),
            "pendings": pending_of(record) if record is not None and row.closed_at is None else [],
            "corrections": [offered(one, row) for one in reports.corrections_of(row)] if row.closed_at is None else [],
            "nothing_changed": reports.nothing_changed(),
            "outcomes": ErrorReport.Outcome.choices,
        }


def offered(change: Change, report: ErrorReport) -> dict[str, Any]:
    """Return what is said of a change that may have corrected what was reported: of which record, and what of it."""
    is_other = (change.kind, change.key) != (report.kind, report.key)
    return {
        "change": change,
        "record": (record_of_change(change) or change.key) if is_other else "",
        "fields": ", ".join(changed_fields(change)) if change.before and change.after else "",
    }


def close(request: HttpRequest, row: ErrorReport) -> str:
    outcome = request.POST.get("outcome", "")
    reports.close(
        row,
        by=request.user,  # pyright: ignore[reportArgumentType]
        outcome=outcome,
        answer=request.POST.get("answer", ""),
        # The form proposes one: with another outcome nobody has named it.
        correction=request.POST.get("correction", "") if outcome == ErrorReport.Outcome.CORRECTED else "",
    )
    return _("The report is closed; the person who sent it can read your answer.")
