"""Buttons instead of a field: submit, return, publish, withdraw; and who may change what."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships import editorial
from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.conflicts import mark_parts
from partnerships.admin.forms.links import form_of, with_records
from partnerships.editorial.allowed_steps import first_steps, is_fresh, steps
from partnerships.editorial.changes_in_words import Wording, changed_in_short
from partnerships.editorial.history import changes_of
from partnerships.editorial.published_alone import SETTING_MOMENTS, WRITING
from partnerships.editorial.unproven import lack_of_proof
from partnerships.editorial.waiting import in_list
from partnerships.listing.parameters import is_row_number
from partnerships.models import Change, Publication, Record, ScheduledPublication
from partnerships.records.kinds import record_of
from partnerships.records.references import unpublished_behind
from partnerships.records.snapshot.differences import differences_between

from .differences import by_part, joined_context, require_seen
from .rows_of_work import work_rows
from .unsourced import sources_required, ticked_along, unsourced_context

#: Of so many changes in a history it is said at once what they changed.
MOST_TOLD = 50


class PublishingMixin(ShownMixin):
    """A record's way to the public, one button for each step."""

    def publication_rows(self, record: Any) -> list[tuple[str, ...]]:
        withdrawn = record.publication == Publication.WITHDRAWN
        reason = [("withdrawal_reason_fr", "withdrawal_reason_en")] if withdrawn else []
        return [("publication", "published_at"), *reason]

    # Who may

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or is_fresh(obj))

    # What is shown

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        if getattr(context["adminform"].form, "conflict", False):
            mark_parts(context["inline_admin_formsets"], context["adminform"].form.kept)
        return {**super().beside_form(request, context, obj), **self.step_context(request, obj)}

    def step_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """Return what the panel of the steps shows, with what was typed in it where a step was refused."""
        words = {name.removeprefix("_"): text for name, text in request.POST.items() if name.startswith("_")}
        typed = {"steps": [], "typed": words, "returned": step_back(obj), "scheduled": schedule_of(obj)}
        if obj is None:
            first = first_steps(request.user) if self.has_add_permission(request) else []
            opened = {"steps_open": is_refused(request), "asks_reason": True}
            return {**typed, "steps": first, **opened, **unsourced_context([], request)}
        if not self.may_step(request, obj):
            return typed
        found = steps(request.user, obj)
        behind = unpublished_behind(obj) if "publish" in found else []
        joined = joined_context(request, obj)
        ticked = request.POST.getlist("along") if {"_publish", "_schedule"} & {*request.POST} else None
        alone = editorial.written_alone([obj, *behind] if "publish" in found else [], request.user)  # pyright: ignore[reportArgumentType]
        asked = unsourced_context([obj, *behind] if "publish" in found else [], request)
        # Whoever reviews sees at once what is to be ticked; whoever still writes is not disturbed.
        asks_for_ticks = obj.publication == Publication.IN_REVIEW and bool(asked["unsourced"])
        return {
            **typed,
            "steps": found,
            "lacking_proof": lack_of_proof(obj) if {*found} & {"submit", "publish"} else "",
            "steps_open": bool(behind or joined["joined"]) or is_refused(request) or asks_for_ticks,
            "wrote_alone": obj in alone,
            # What was refused may have been written alone with the form itself.
            "asks_reason": bool(alone) or is_refused(request),
            "along": work_rows(behind, ticked),
            **joined,
            **asked,
        }

    def may_step(self, request: HttpRequest, obj: Any) -> bool:
        return record_of(obj) == obj and self.has_change_permission(request, obj)

    # What is done: a refusal takes back the saving of the form too, and the form shows it

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        return self.stepped(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self.stepped(request, obj) or super().response_change(request, obj)

    def stepped(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        """Take the step whose button was pressed, if it may be taken, and lead back to the form."""
        step = step_pressed(request)
        if step is None or record_of(obj) != obj or step not in steps(request.user, obj):
            return None
        reviewed = obj.publication == Publication.IN_REVIEW
        along = STEPS[step](obj, request)
        self.message_user(request, step_in_words(step, obj), messages.SUCCESS)
        if along:
            messages.info(request, submitted_along(along))
        if reviewed and (following := next_in_review(request)):
            messages.info(request, following)
        return HttpResponseRedirect(form_of(obj))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # pyright: ignore[reportAttributeAccessIssue]
        if not self.has_view_or_change_permission(request, record):  # pyright: ignore[reportAttributeAccessIssue]
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(record)s") % {"record": record},
            "changes": with_what_changed(changes_of(record).defer("before", "after")[:500]),
            **compared_changes(request, record),
            "object": record,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


def with_what_changed(changes: Iterable[Any]) -> list[Any]:
    """Return changes, the latest of which say in short what they changed."""
    rows = [*changes]
    latest = [each.pk for each in rows[:MOST_TOLD]]
    for text in Change.objects.filter(pk__in=latest).only("before", "after"):
        row = next(each for each in rows if each.pk == text.pk)
        if text.before and text.after:
            row.changed = changed_in_short(differences_between(text.before, text.after))
    return rows


def is_refused(request: HttpRequest) -> bool:
    """Whether a step was refused just now: what it asks for is in sight then, as is what goes public along."""
    return hasattr(request, "refusal") and step_pressed(request) is not None


def compared_changes(request: HttpRequest, record: Any) -> dict[str, Any]:
    """Return the two changes chosen in the history of `record`, and what lies between the texts after them."""
    numbers = [request.GET.get(name, "") for name in ("from", "to")]
    if not all(map(is_row_number, numbers)):
        return {}
    found = changes_of(record).in_bulk([int(number) for number in numbers])
    first, second = (found.get(int(number)) for number in numbers)
    if first is None or second is None:
        return {}
    before, after = first.after or [], second.after or []
    said = Wording.of(before, after).say_all(differences_between(before, after))
    return {"first": first, "second": second, "parts": by_part([{"said": each} for each in said])}


def step_back(record: Any) -> Change | None:
    """Return the step by which a draft went back to its author with a comment, if that was the last one."""
    whole = record_of(record) if record is not None and record.pk else None
    if whole is None or whole.publication != Publication.DRAFT:
        return None
    steps_taken = changes_of(whole).exclude(action__in=(*WRITING, *SETTING_MOMENTS))
    last = steps_taken.first()
    return last if last is not None and last.action == Change.Action.RETURN and last.comment else None


def schedule_of(record: Any) -> ScheduledPublication | None:
    """Return what is decided of a moment at which `record` goes public."""
    whole = record_of(record) if record is not None and record.pk else None
    return editorial.scheduled(whole).first() if whole is not None else None


def publish(record: Any, request: HttpRequest) -> None:
    every = unpublished_behind(record)
    along, behind = request.POST.getlist("along"), ticked_along(every, request)
    with sources_required([record, *every], request):
        require_seen(request, record)
        editorial.publish(record, by=request.user, along=along, reason=request.POST.get("_alone_reason", ""))  # pyright: ignore[reportArgumentType]
    warn_of_unsupported(request, [record, *behind])


def warn_of_unsupported(request: HttpRequest, records: Iterable[Any]) -> None:
    """Say which of `records`, public now, no source supports, and of which moments none proves."""
    lacking = [(each, lack) for each in records if (lack := lack_of_proof(each))]
    if unsupported := [each for each, _lack in lacking if editorial.is_unsupported(each)]:
        sentence = _("No source supports what is now public; add a citation:")
        messages.warning(request, with_records(sentence, unsupported))
    for each, lack in lacking:
        if each not in unsupported:
            messages.warning(request, with_records(lack, [each]))


def submit(record: Any, request: HttpRequest) -> list[Record]:
    """Submit `record`; return the drafts that went along."""
    comment = request.POST.get("_step_comment", "")
    return editorial.submit_all([record], by=request.user, comment=comment)[:-1]  # pyright: ignore[reportArgumentType]


def submitted_along(records: Iterable[Record]) -> str:
    """Return what is said of drafts that were submitted because others name them."""
    return with_records(_("Submitted with it, since it names them:"), records)


def next_in_review(request: HttpRequest) -> str:
    """Return the way to what waits for a reviewer now, and to the first of it; an empty text where nothing does."""
    waiting = in_list("in-review", request.user, "key", "publication")  # pyright: ignore[reportArgumentType]
    if not waiting:
        return ""
    sentence = ngettext(
        "%(count)s more record waits for your review:",
        "%(count)s more records wait for your review, first of all:",
        len(waiting),
    )
    way = reverse("admin:partnerships_work", args=["in-review"])
    told = format_html('<a href="{}">{}</a>', way, sentence % {"count": len(waiting)})
    return with_records(told, [waiting[0].record])


def return_to_draft(record: Any, request: HttpRequest) -> None:
    editorial.return_to_draft(record, by=request.user, comment=request.POST.get("_step_comment", ""))  # pyright: ignore[reportArgumentType]


def withdraw(record: Any, request: HttpRequest) -> None:
    reasons = {f"reason_{language}": request.POST.get(f"_reason_{language}", "") for language in ("fr", "en")}
    editorial.withdraw(record, by=request.user, **reasons)  # pyright: ignore[reportArgumentType]


def schedule(record: Any, request: HttpRequest) -> None:
    with sources_required([record, *unpublished_behind(record)], request):
        require_seen(request, record)
        editorial.schedule(
            record,
            by=request.user,  # pyright: ignore[reportArgumentType]
            at=moment_typed(request.POST.get("_due_at", "")),
            along=request.POST.getlist("along"),
            reason=request.POST.get("_alone_reason", ""),
        )


def moment_typed(text: str) -> datetime:
    """Return the moment that somebody typed, in the time of the site."""
    try:
        return forms.DateTimeField().clean(text)
    except forms.ValidationError as error:
        sentence = _("Give the day and the hour at which it is to be published.")
        if error.code == "ambiguous_timezone":
            sentence = _("The clocks change that night: this hour is missing or comes twice. Choose another one.")
        raise editorial.Refused(sentence, field="due_at") from error


def unschedule(record: Any, request: HttpRequest) -> None:
    editorial.unschedule(record, by=request.user)  # pyright: ignore[reportArgumentType]


STEPS = {
    "submit": submit,
    "return": return_to_draft,
    "publish": publish,
    "withdraw": withdraw,
    "schedule": schedule,
    "unschedule": unschedule,
}


def step_pressed(request: HttpRequest, among: Iterable[str] = STEPS) -> str | None:
    """Return the step whose button was pressed, one `among` those that may be."""
    return next((step for step in among if f"_{step}" in request.POST), None)


def step_in_words(step: Any, record: Any) -> str:
    sentences = {
        "submit": _("“%(record)s” is submitted for review."),
        "return": _("“%(record)s” is a draft again."),
        "publish": _("“%(record)s” is published."),
        "withdraw": _("“%(record)s” is withdrawn."),
        "schedule": _("“%(record)s” will be published automatically at the time that you have set."),
        "unschedule": _("“%(record)s” will no longer be published automatically."),
    }
    return sentences[step] % {"record": record}
