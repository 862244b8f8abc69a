"""What waits for a second person, to be read and decided."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from partnerships import editorial
from partnerships.editorial.beside_record import ChangeBesideRecord, change_beside_record, named_unpublished
from partnerships.editorial.changes_in_words import Wording
from partnerships.editorial.joined import UNPUBLISHED, goes_with
from partnerships.editorial.published_alone import confirmations_for, public_before
from partnerships.editorial.roles import PUBLISHERS
from partnerships.editorial.waiting import changes_for
from partnerships.models import Confirmation, PendingChange, Publication, Record, ScheduledAcceptance, Tenure
from partnerships.records.kinds import KINDS, record_named
from partnerships.records.references import unpublished_behind
from partnerships.records.snapshot.differences import differences_between
from partnerships.records.snapshot.taking import snapshot
from partnerships.records.visibility import is_public

from .base.differences import by_part, joined_context, shown_rows
from .base.merging import merge_context
from .base.previewing import preview_address
from .base.proposing import reported
from .base.publishing import moment_typed
from .base.rows_of_work import work_rows
from .base.to_decide import KindFilter, ToDecideAdmin, decided_filter, record_of_change, waits_filter
from .base.unsourced import UNSOURCED, require_sources, require_unchanged, ticked_along, unsourced_context
from .forms.links import linked_record


@admin.register(PendingChange)
class PendingChangeAdmin(ToDecideAdmin):
    """The changes of published records that wait, and what became of those before them."""

    list_display = (
        "record_shown",
        "kind_shown",
        "author_name",
        "created_at",
        "state_shown",
        "decided_by_shown",
        "answer_shown",
    )
    list_filter = (waits_filter(changes_for), "state", KindFilter)
    search_fields = ("key", "author_name")
    list_select_related = ("scheduled", "successor__person", "successor__office")
    fields = ("state",)
    template = "admin/partnerships/pending.html"

    @admin.display(description=gettext_lazy("record"))
    def record_shown(self, pending: PendingChange) -> str:
        return str(getattr(pending, "record_now", None) or pending.key)

    @admin.display(description=gettext_lazy("kind"))
    def kind_shown(self, pending: PendingChange) -> str:
        return str(capfirst(str(KINDS[pending.kind].model._meta.verbose_name)))

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, pending: PendingChange) -> str:
        """Return where a change stands, and when it is accepted by itself."""
        state, moment = pending.get_state_display(), getattr(pending, "scheduled", None)
        if (successor := pending.successor) is not None and pending.is_open and successor.publication in UNPUBLISHED:
            return _("%(state)s, in one step with “%(record)s”") % {"state": state, "record": successor}
        if moment is None or moment.obstacles or pending.state != PendingChange.State.WAITING:
            return state
        at = date_format(localtime(moment.at), "DATETIME_FORMAT")
        return _("%(state)s, to be accepted automatically on %(at)s") % {"state": state, "at": at}

    @admin.display(description=gettext_lazy("decided by"), ordering="decided_by_name")
    def decided_by_shown(self, pending: PendingChange) -> str:
        """Return who decided; of what came back and was proposed anew nobody has yet."""
        return "" if pending.state == PendingChange.State.WAITING else pending.decided_by_name

    @admin.display(description=gettext_lazy("answer"))
    def answer_shown(self, pending: PendingChange) -> str:
        """Return why a change came back, so that its author need not open it to know."""
        return Truncator(pending.answer).chars(100)

    def rights(self, request: HttpRequest, row: PendingChange) -> list[str]:
        user, found = request.user, []
        if user.has_perm(PUBLISHERS):
            found += ["accept", "give_back", "schedule", "unschedule", "close"]
        if row.author_id == user.pk:
            found += ["take_back"]
        return found

    def steps(self, request: HttpRequest, row: PendingChange) -> list[str]:
        """Return what `request` may decide of a pending change now."""
        waits, successor = row.state == PendingChange.State.WAITING, goes_with(row)
        now = {
            "accept": waits,
            "give_back": waits and (successor is None or successor.publication == Publication.IN_REVIEW),
            "schedule": waits,
            "unschedule": waits and scheduled_of(row) is not None,
            "take_back": row.is_open,
            # Its author goes on with it, or takes it back; where they no longer can, somebody has to.
            "close": row.state == PendingChange.State.RETURNED and row.author_id != request.user.pk,
        }
        return [name for name in self.rights(request, row) if now[name]]

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {
            "accept": accept,
            "give_back": give_back,
            "take_back": take_back,
            "close": close,
            "schedule": schedule,
            "unschedule": unschedule,
        }

    def contents(self, request: HttpRequest, row: PendingChange) -> dict[str, Any]:
        found, successor = change_beside_record(row), goes_with(row)
        # Ticks say something of what was seen: where that has changed meanwhile, they are set anew.
        seen = request.method == "POST" and request.POST.get("version") == found.version
        ticked = request.POST.getlist("chosen") if seen else None
        behind = along_with(found)
        alone = successor is not None and editorial.wrote_alone(successor, request.user)  # pyright: ignore[reportArgumentType]
        return {
            **successor_context(request, row, successor),
            "record": found.record,
            "record_link": linked_record(found.record) if found.record else row.key,
            "parts": by_part(shown_rows(found, ticked)),
            "version": found.version,
            "scheduled": scheduled_of(row),
            "along": work_rows(behind, request.POST.getlist("along") if request.method == "POST" else None),
            **unsourced_context(published_with(found), request),
            "preview": preview_of(found, successor),
            "opts_change": f"admin:partnerships_{row.kind}_change",
            "own": row.author_id == request.user.pk,
            "reported": reported(found.record) if found.record and row.is_open else [],
            "asks_reason": alone or row.author_id == request.user.pk,
        }


def successor_context(request: HttpRequest, row: PendingChange, successor: Tenure | None) -> dict[str, Any]:
    """Return what is shown of the new record with which a change is one step, and of others that are: all they say."""
    if successor is None:
        return {"successor": None}
    lines = snapshot(successor)
    rows = [{"said": said} for said in Wording.of(lines).say_all(differences_between([], lines))]
    link = linked_record(successor)
    joined = [each for each in joined_context(request, successor)["joined"] if each["pending"] != row]
    return {"successor": successor, "successor_link": link, "successor_parts": by_part(rows), "joined": joined}


def preview_of(found: ChangeBesideRecord, successor: Tenure | None) -> str:
    """Return where a change is seen as the public would read it: with the new record that it goes with, there."""
    if successor is not None:
        return preview_address(successor)
    shown = found.record is not None and found.pending.is_open
    return f"{preview_address(found.record)}?pending={found.pending.pk}" if shown else ""  # pyright: ignore[reportArgumentType]


def along_with(found: ChangeBesideRecord) -> list[Record]:
    """Return the records that would have to be published with the change, but for the one with which it is one step."""
    successor = goes_with(found.pending)
    behind = [*unpublished_behind(successor), *named_unpublished(found)] if successor else named_unpublished(found)
    return [each for each in dict.fromkeys(behind) if each != successor] if found.pending.is_open else []


def published_with(found: ChangeBesideRecord) -> list[Record]:
    """Return all that would be public with the change."""
    successor = goes_with(found.pending)
    return [*([successor] if successor else ()), *along_with(found)]


def scheduled_of(row: PendingChange) -> ScheduledAcceptance | None:
    """Return what is decided of a moment at which a change is accepted by itself."""
    return ScheduledAcceptance.objects.filter(pending=row).first()


def accepted_as(request: HttpRequest) -> dict[str, Any]:
    """Return what somebody accepts, and what they say to it."""
    return {
        "by": request.user,
        "chosen": request.POST.getlist("chosen"),
        "version": request.POST.get("version", ""),
        "comment": request.POST.get("comment", ""),
        "reason": request.POST.get("reason", ""),
        "along": request.POST.getlist("along"),
    }


def require_sources_along(request: HttpRequest, row: PendingChange) -> None:
    """Refuse where what would be public with the change has no source, and is not ticked for that."""
    found, successor = change_beside_record(row), goes_with(row)
    together = [*([successor] if successor else ()), *ticked_along(along_with(found), request)]
    require_unchanged(together, request)
    require_sources(together, request.POST.getlist(UNSOURCED))


def schedule(request: HttpRequest, row: PendingChange) -> str:
    require_sources_along(request, row)
    editorial.schedule_acceptance(row, at=moment_typed(request.POST.get("due_at", "")), **accepted_as(request))
    return _("The change will be accepted automatically at the time that you have set.")


def unschedule(request: HttpRequest, row: PendingChange) -> str:
    editorial.unschedule_acceptance(row)
    return _("The change will no longer be accepted automatically.")


def accept(request: HttpRequest, row: PendingChange) -> str:
    require_sources_along(request, row)
    together = goes_with(row) is not None
    done = editorial.accept(row, **accepted_as(request))
    if together:
        return _("Both are published: the public reads them now.")
    record = record_named(done.kind, done.key)
    public = record is not None and is_public(record)
    if done.state == PendingChange.State.RETURNED:
        return (
            _("What you ticked is public; the rest went back to its author.")
            if public
            else _("What you ticked is accepted; the rest went back to its author.")
        )
    return (
        _("The change is accepted: the public reads it now.")
        if public
        else _("The change is accepted; the record stays withdrawn from the public.")
    )


def give_back(request: HttpRequest, row: PendingChange) -> str:
    successor = goes_with(row)
    editorial.give_back(row, by=request.user, comment=request.POST.get("comment", ""))  # pyright: ignore[reportArgumentType]
    if successor is not None:
        return _("Both went back to their author, with your comment.")
    return _("The change went back to its author, with your comment.")


def take_back(request: HttpRequest, row: PendingChange) -> str:
    editorial.take_back(row, by=request.user)  # pyright: ignore[reportArgumentType]
    return _("Your change is taken back.")


def close(request: HttpRequest, row: PendingChange) -> str:
    editorial.close_returned(row, by=request.user)  # pyright: ignore[reportArgumentType]
    return _("Nothing more is to come of this change; what it said is still read here.")


@admin.register(Confirmation)
class ConfirmationAdmin(ToDecideAdmin):
    """What somebody made public alone, to be confirmed by another."""

    list_display = ("record_shown", "by_shown", "at_shown", "reason", "confirmed_by_name")
    list_filter = (
        waits_filter(confirmations_for),
        decided_filter(
            "confirmed_at",
            gettext_lazy("confirmation"),
            pgettext_lazy("what one did alone", "to be confirmed"),
            pgettext_lazy("what one did alone", "confirmed"),
        ),
    )
    search_fields = ("change__key", "reason")
    list_select_related = ("change__by",)
    fields = ("reason",)
    template = "admin/partnerships/confirmation.html"

    @admin.display(description=gettext_lazy("record"))
    def record_shown(self, row: Confirmation) -> str:
        return str(getattr(row, "record_now", None) or row.change.key)

    @admin.display(description=gettext_lazy("by"))
    def by_shown(self, row: Confirmation) -> str:
        return row.change.by_name

    @admin.display(description=gettext_lazy("at"))
    def at_shown(self, row: Confirmation) -> Any:
        return row.change.at

    def rights(self, request: HttpRequest, row: Confirmation) -> list[str]:
        another = row.change.by_id != request.user.pk
        return ["confirm"] if request.user.has_perm(PUBLISHERS) and another else []

    def steps(self, request: HttpRequest, row: Confirmation) -> list[str]:
        return self.rights(request, row) if row.confirmed_at is None else []

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {"confirm": confirm}

    def contents(self, request: HttpRequest, row: Confirmation) -> dict[str, Any]:
        record, before, after = record_of_change(row.change), public_before(row.change), row.change.after or []
        wording = Wording.of(before, after)
        rows = [{"said": said} for said in wording.say_all(differences_between(before, after))]
        return {
            "record": record,
            "record_link": linked_record(record) if record else row.change.key,
            "parts": by_part(rows),
            **merge_context(row.change),
        }


def confirm(request: HttpRequest, row: Confirmation) -> str:
    editorial.confirm(row, by=request.user)  # pyright: ignore[reportArgumentType]
    return _("It is confirmed: two people now vouch for it.")
