"""A step for many records at once, from their list: shown first with what is known of each, then all or none."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partnerships import editorial
from partnerships.admin.forms.links import refusal_told
from partnerships.editorial.allowed_steps import steps
from partnerships.editorial.roles import PUBLISHERS
from partnerships.models import Record
from partnerships.records.kinds import record_of
from partnerships.records.references import unpublished_behind
from partnerships.transactions import one_write

from .publishing import moment_typed, step_pressed, warn_of_unsupported
from .rows_of_work import work_rows
from .unsourced import sources_required, unsourced_context

#: So many records are taken at once: as many as a page can show.
MOST = 200
STEPS = ("submit", "return", "publish", "schedule")


class ManyMixin(admin.ModelAdmin):
    """A list from which records are submitted, returned or published together."""

    actions = ("take_step", "merge_two")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found if self.has_change_permission(request) else {}

    @admin.action(description=gettext_lazy("Submit, return or publish…"))
    def take_step(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        chosen = [*queryset[: MOST + 1]]
        records = [record for record in chosen[:MOST] if record_of(record) == record]
        step, refusal = step_pressed(request, STEPS), None
        if step is not None and records:
            refusal = told_of_steps(request, step, lambda: take_with_all(step, records, request))
            if refusal is None:
                return HttpResponseRedirect(request.get_full_path())
        return self.many_page(request, records, refusal, most=MOST if len(chosen) > MOST else 0)

    def many_page(self, request: HttpRequest, records: list[Record], refusal: str | None, *, most: int) -> HttpResponse:
        """Show `records` before a step is taken with them; `most`, if there are others beyond so many."""
        reviewer = request.user.has_perm(PUBLISHERS)
        behind = {each: None for record in records for each in unpublished_behind(record)} if reviewer else {}
        behind = [each for each in behind if each not in records]
        ticked = request.POST.getlist("along") if refusal else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Submit, return or publish"),
            "opts": self.opts,
            "refusal": refusal,
            "selected": work_rows(records),
            "most": most,
            **unsourced_context([*records, *behind] if reviewer else [], request),
            "numbers": [record.pk for record in records],
            "selecting": ACTION_CHECKBOX_NAME,
            "along": work_rows(behind, ticked),
            "asks_reason": refusal or editorial.written_alone([*records, *behind] if reviewer else [], request.user),  # pyright: ignore[reportArgumentType]
            "steps": [step for step in STEPS if any(step in steps(request.user, each) for each in records)],
            "typed": request.POST,
        }
        return TemplateResponse(request, "admin/partnerships/many.html", context)


@one_write()
def take_with_all(step: str, records: list[Record], request: HttpRequest) -> list[Record]:
    """Take `step` with all of `records`, or with none of them; return those with which it was taken."""
    if step == "schedule":
        editorial.require_not_withdrawn(records)
    if unfit := [record for record in records if step not in steps(request.user, record)]:
        raise editorial.Refused(_("This step is not possible for these; nothing is done:"), unfit)
    user: Any = request.user
    comment = request.POST.get("comment", "")
    along, reason = request.POST.getlist("along"), request.POST.get("reason", "")
    if step in ("publish", "schedule"):
        taken, behind = records, [each for record in records for each in unpublished_behind(record)]
        with sources_required(dict.fromkeys([*records, *behind]), request):
            if step == "publish":
                taken = editorial.publish_all(records, by=user, along=along, reason=reason)
            else:
                at = moment_typed(request.POST.get("due_at", ""))
                editorial.schedule_all(records, by=user, at=at, along=along, reason=reason)
        return taken
    if step == "submit":
        return editorial.submit_all(records, by=user, comment=comment)
    return [editorial.return_to_draft(record, by=user, comment=comment) for record in records]


def told_of_steps(request: HttpRequest, step: str, take: Callable[[], list[Record]]) -> SafeString | None:
    """Let `take` take a step with several records, and say what was done; return what stands in the way, if it did."""
    try:
        taken = take()
    except editorial.Refused as refused:
        return refusal_told(refused)
    messages.success(request, steps_in_words(step, len(taken)))
    if step == "publish":
        warn_of_unsupported(request, taken)
    return None


def steps_in_words(step: str, number: int) -> str:
    sentences = {
        "submit": ngettext("%(count)s record is submitted.", "%(count)s records are submitted.", number),
        "return": ngettext("%(count)s record is a draft again.", "%(count)s records are drafts again.", number),
        "publish": ngettext("%(count)s record is published.", "%(count)s records are published.", number),
        "schedule": ngettext(
            "%(count)s record will be published automatically at the time that you have set.",
            "%(count)s records will be published automatically at the time that you have set.",
            number,
        ),
    }
    return sentences[step] % {"count": number}
