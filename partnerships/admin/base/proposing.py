"""A form of what the public reads: saved, read off, taken back, and kept as a change that waits for a second person."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.links import form_of
from partnerships.editorial.allowed_steps import is_protected
from partnerships.editorial.beside_record import ChangeBesideRecord, carry_out_what_fits, change_beside_record
from partnerships.editorial.changes_in_words import Wording
from partnerships.editorial.fit_for_public import require_complete
from partnerships.editorial.joined import goes_with
from partnerships.editorial.pending_changes import pending_of
from partnerships.editorial.reports import open_reports
from partnerships.editorial.roles import PUBLISHERS
from partnerships.listing.parameters import is_row_number
from partnerships.models import Change, Confirmation, ErrorReport, PendingChange, Publication, Record
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.snapshot.differences import Difference
from partnerships.records.snapshot.restoring import number_from_key
from partnerships.records.snapshot.taking import Lines, snapshot
from partnerships.records.visibility import is_public
from partnerships.transactions import one_write

from .after_saving import beside_record, warn
from .consequences import succession_told
from .publishing import step_pressed

#: The parameter of a form's address that takes up a pending change, the button that publishes a change at once.
TAKEN_UP, LIVE = "pending", "_live"
COMMENT, REASON = "_comment", "_live_reason"
#: What readers are told of a change, by language.
TOLD = {language: f"_told_{language}" for language in LANGUAGES}


class ProposedInstead(Exception):
    """Ends the saving of a form: its record is to stay, and `after` is to wait; `beside` is to be looked at."""

    def __init__(self, record: Record, after: Lines, beside: list[tuple[str, tuple[Record, ...]]]) -> None:
        self.record, self.after, self.beside = record, after, beside
        super().__init__(str(record.pk))


class ShownOnly(Exception):
    """Ends a transaction in which a pending change was carried out only to be shown."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer
        super().__init__()


class ProposingMixin(ShownMixin):
    """Whoever saves the form of a published record proposes a change of it."""

    def changeform_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        object_id = keywords.get("object_id") or (arguments[0] if arguments else None)
        view = partial(super().changeform_view, request, *arguments, **keywords)
        pending = self.taken_up(request, object_id)
        try:
            return shown_with(request, pending, view) if pending else view()
        except ProposedInstead as proposal:
            return self.proposed(request, proposal, pending)
        except ShownOnly as shown:
            return shown.answer

    def taken_up(self, request: HttpRequest, object_id: str | None) -> PendingChange | None:
        """Return the pending change of its own author with which the form is to be opened."""
        number = request.GET.get(TAKEN_UP, "")
        if not object_id or not is_row_number(number):
            return None
        record = self.get_object(request, object_id)
        found = pending_of(record).filter(pk=number, author=request.user) if record is not None else None
        pending = found.first() if found is not None else None
        request.taken_up = pending  # pyright: ignore[reportAttributeAccessIssue]
        return pending

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # pyright: ignore[reportArgumentType]
        record = form.instance
        self.carry_over(request, form)  # pyright: ignore[reportAttributeAccessIssue]
        self.previewed(request, record)  # pyright: ignore[reportAttributeAccessIssue]
        if not change or not self.waits(request, record):
            self.require_reason(request, record)
            return
        after = snapshot(record)
        if step_pressed(request) is None:
            whole = record_of(record) == record
            if is_public(record):
                # It would be refused at its acceptance, when its author is no longer there.
                require_complete([record_of(record) or record])
            raise ProposedInstead(record, after, beside_record(record, lacking=True) if whole else [])
        if after != request.snapshot_before:  # pyright: ignore[reportAttributeAccessIssue]
            sentence = _("The form holds changes too. Save them first; this step changes nothing but the publication.")
            raise editorial.Refused(sentence)

    def waits(self, request: HttpRequest, record: Record) -> bool:
        """Whether what `request` saves of `record` waits for a second person."""
        at_once = LIVE in request.POST and request.user.has_perm(PUBLISHERS)
        return self.has_to_wait(request, record) and not at_once

    def has_to_wait(self, request: HttpRequest, record: Record) -> bool:
        """Whether a change of `record` by whoever asks waits, unless they may publish it at once and say so."""
        whole = record_of(record)
        if whole is None or not is_protected(record):
            return False
        return whole.publication == Publication.PUBLISHED or not request.user.has_perm(PUBLISHERS)

    def require_reason(self, request: HttpRequest, record: Record) -> None:
        """Ask whoever publishes a change at once for the reason."""
        if LIVE in request.POST and is_public(record) and not request.POST.get(REASON, "").strip():
            sentence = _("Give the reason for publishing the change before a second person has seen it.")
            raise editorial.Refused(sentence, field="live_reason")

    def flag_if_alone(self, request: HttpRequest, record: Record, change: Change | None) -> None:
        """Flag a change of what the public reads, which its author has published at once."""
        if change is not None and is_public(record):
            editorial.flag(change, request.POST.get(REASON, ""))
            editorial.tell_readers(change, reasons_typed(request))

    # What is said

    def proposed(self, request: HttpRequest, proposal: ProposedInstead, pending: PendingChange | None) -> HttpResponse:
        """Keep what was proposed, and answer."""
        record = type(proposal.record)._default_manager.get(pk=proposal.record.pk)
        before, after = getattr(request, "typed_over", (snapshot(record), proposal.after))
        kept: dict[str, Any] = {
            "by": request.user,
            "before": before,
            "after": after,
            "comment": request.POST.get(COMMENT, ""),
            "reasons": reasons_typed(request),
        }
        waiting = editorial.revise(pending, **kept) if pending else editorial.propose(record, **kept)
        if waiting is None:
            self.message_user(request, _("Nothing was changed."), messages.INFO)
        else:
            self.message_user(request, said_of_waiting(record, waiting), messages.SUCCESS)
            if told := succession_told(request, record, waiting):
                messages.info(request, told)
            warn(request, proposal.beside)
        return self.after_proposing(request, record, waiting)

    def after_proposing(self, request: HttpRequest, record: Record, waiting: PendingChange | None) -> HttpResponse:
        """Lead where the button that was pressed leads."""
        if IS_POPUP_VAR in request.POST:
            told = {"action": "change", "value": str(record.pk), "obj": str(record), "new_value": str(record.pk)}
            context = {"popup_response_data": json.dumps(told)}
            return TemplateResponse(request, "admin/popup_response.html", context)
        if "_continue" in request.POST:
            query = f"?{TAKEN_UP}={waiting.pk}" if waiting else ""
            return HttpResponseRedirect(form_of(record) + query)
        if "_addanother" in request.POST:
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add"))
        return self.response_post_save_change(request, record)

    # What is shown

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if obj is not None:
            may, taken_up = self.has_change_permission(request, obj), getattr(request, "taken_up", None)
            found = {
                "waits": may and self.has_to_wait(request, obj),
                "may_go_live": may and request.user.has_perm(PUBLISHERS),
                "taken_up": taken_up,
                "pendings": [
                    (each, each.author_id == request.user.pk and may) for each in pending_of(obj) if each != taken_up
                ],
                "alone": unconfirmed_of(obj),
                "reported": reported(obj),
                "proposal_open": hasattr(request, "refusal") and LIVE in request.POST or taken_up is not None,
                "typed_comment": request.POST.get(COMMENT, getattr(taken_up, "comment", "")),
                "typed_reason": request.POST.get(REASON, ""),
                "readers_told": [
                    (name, language, request.POST.get(name, getattr(taken_up, f"reason_{language}", "")))
                    for language, name in TOLD.items()
                ],
            }
        return {**super().beside_form(request, context, obj), **found}


def said_of_waiting(record: Record, waiting: PendingChange) -> SafeString:
    """Return what is said of a change of `record` that waits, with the way to it."""
    sentence = _("The change of “{record}” waits for a second person; until then the public reads the old text. {link}")
    if not is_public(record):
        sentence = _("The change of “{record}” waits for a second person. {link}")
    if goes_with(waiting) is not None:
        sentence = _(
            "The change of “{record}” goes with the new record: the two are submitted, returned and published "
            "together. Until then the public reads the old text. {link}"
        )
    address = reverse("admin:partnerships_pendingchange_change", args=[waiting.pk])
    link = format_html('<a href="{}">{}</a>', address, _("View the change"))
    return format_html(sentence, record=record, link=link)


def reasons_typed(request: HttpRequest) -> dict[str, str]:
    """Return what readers are to be told of the change, by language."""
    return {language: request.POST.get(name, "") for language, name in TOLD.items()}


def shown_with(request: HttpRequest, pending: PendingChange, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer of `view` on a record in which `pending` is carried out; all of that is taken back again."""
    with one_write():
        found = change_beside_record(pending)
        if found.record is not None:
            left_out = carry_out_what_fits(found, number_from_key)
            if left_out and request.method == "GET":
                messages.warning(request, left_out_in_words(found, left_out))
        answer = view()
        raise ShownOnly(answer.render() if isinstance(answer, SimpleTemplateResponse) else answer)


def left_out_in_words(found: ChangeBesideRecord, left_out: list[Difference]) -> str:
    """Return which of what was proposed the form does not hold, as the record is another one by now."""
    wording = Wording.of(found.pending.before, found.pending.after, found.now)
    told = dict.fromkeys(said.part or said.label for said in wording.say_all(left_out))
    sentence = _("Somebody else has changed or removed this meanwhile; your text of it is left out here: %(parts)s.")
    return sentence % {"parts": "; ".join(told)}


def unconfirmed_of(record: Record) -> list[Confirmation]:
    """Return what somebody did to `record` alone, and nobody has confirmed yet."""
    whole = record_of(record) or record
    found = editorial.unconfirmed().filter(change__kind=kind_of(whole), change__key=whole.key)
    return list(found)


def reported(record: Record) -> list[ErrorReport]:
    """Return the errors in `record` that readers report, and nobody has answered yet."""
    return list(open_reports().filter(kind=kind_of(record), key=record.key))
