"""What is decided of a pending change, written down."""

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Change, PendingChange, Record, ScheduledAcceptance
from partnerships.models.base import LANGUAGES
from partnerships.models.history import name_of
from partnerships.records.snapshot.taking import Lines, snapshot

from .history import record_change, tell_readers
from .mailing import tell
from .published_alone import flag
from .refusal import Refused


def write_accepted(
    record: Record, pending: PendingChange, before: Lines, *, by: User | None, comment: str = "", reason: str
) -> Lines:
    """Write into the history that a pending change is carried out on `record`; return how that stands now."""
    after = snapshot(record)
    change = record_change(
        record, action=Change.Action.ACCEPT, by=by, before=before, after=after, pending=pending, comment=comment
    )
    tell_readers(change, {language: getattr(pending, f"reason_{language}") for language in LANGUAGES})
    if by is not None and pending.author_id == by.pk:
        flag(change, reason)
    return after


def locked_change(pending: PendingChange) -> PendingChange:
    return PendingChange.objects.select_for_update().get(pk=pending.pk)


def require_change_state(pending: PendingChange, *states: str) -> None:
    if pending.state not in states:
        raise Refused(_("This cannot be done: the change is %(state)s.") % {"state": pending.get_state_display()})


def decide(pending: PendingChange, state: str, *, by: User | None, answer: str = "") -> PendingChange:
    pending.state, pending.answer = state, answer.strip()
    pending.decided_by, pending.decided_by_name = by, name_of(by) if by else ""
    pending.decided_at = timezone.now()
    pending.save()
    # Whatever is decided, what was decided for a moment to come was decided of another state.
    ScheduledAcceptance.objects.filter(pending=pending).delete()
    tell(pending)
    return pending
