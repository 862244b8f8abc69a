"""Changes of published records: proposed, taken up again, returned, accepted in whole or in part."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Batch, PendingChange, Publication, Record, ScheduledAcceptance, Tenure
from partnerships.models.base import LANGUAGES
from partnerships.models.history import name_of
from partnerships.records.completeness import NO_DATE, NO_NAME, label_fields
from partnerships.records.kinds import KINDS, kind_of, record_of
from partnerships.records.snapshot.differences import (
    Difference,
    Gone,
    carried_out,
)
from partnerships.records.snapshot.taking import Lines
from partnerships.transactions import one_write

from .beside_record import ChangeBesideRecord, change_beside_record, record_behind, require_undivided
from .deciding import decide, locked_change, require_change_state
from .joined import goes_with
from .mailing import tell
from .own_sentences import CHANGED_SINCE_OPENED, RECORD_GONE
from .publishing import carry_into_record, publish, return_to_draft
from .refusal import Refused

State = PendingChange.State
#: Readers are told nothing.
NO_REASONS: Mapping[str, str] = MappingProxyType({})


def pending_of(record: Record) -> QuerySet[PendingChange]:
    """Return the changes of `record` that may still come to something, the oldest first."""
    whole = record_of(record) or record
    found = PendingChange.objects.filter(kind=kind_of(whole), key=whole.key, state__in=PendingChange.OPEN)
    return found.order_by("id")


@one_write()
def propose(
    record: Record,
    *,
    by: User,
    before: Lines,
    after: Lines,
    comment: str = "",
    reasons: Mapping[str, str] = NO_REASONS,
    batch: Batch | None = None,
    successor: Tenure | None = None,
) -> PendingChange | None:
    """Keep a change of `record` for a second person to accept; nothing where nothing would change.

    `reasons` are what readers are to be told of it, by language; `batch` is the import that it came with, `successor`
    the new record with which it is one step.
    """
    if before == after:
        return None
    whole = record_of(record) or record
    require_proposable(whole, after)
    pending = PendingChange.objects.create(
        kind=kind_of(whole),
        key=whole.key,
        before=before,
        after=after,
        comment=comment.strip(),
        **told_later(reasons),
        batch=batch,
        successor=successor,
        author=by,
        author_name=name_of(by),
    )
    _tell_if_by_itself(pending)
    return pending


def _tell_if_by_itself(pending: PendingChange) -> None:
    """Tell of a change that waits; that what is one step with a new record waits, the step of that one tells."""
    if goes_with(pending) is None:
        tell(pending)


@one_write()
def revise(
    pending: PendingChange,
    *,
    by: User,
    before: Lines,
    after: Lines,
    comment: str = "",
    reasons: Mapping[str, str] = NO_REASONS,
) -> PendingChange:
    """Put another text in the place of a pending change of one's own; one that was returned waits again."""
    pending = own(pending, by)
    if before == after:
        raise Refused(_("Nothing is left of the change: take it back instead."))
    if (record := record_behind(pending)) is not None:
        require_proposable(record, after)
    pending.before, pending.after, pending.comment = before, after, comment.strip()
    for column, text in told_later(reasons).items():
        setattr(pending, column, text)
    pending.state, pending.changed_at = State.WAITING, timezone.now()
    pending.save()
    ScheduledAcceptance.objects.filter(pending=pending).delete()
    _tell_if_by_itself(pending)
    return pending


def require_proposable(record: Record, after: Lines) -> None:
    """Refuse to propose that `record`, which the public sees, lose its name or its date: nobody could accept it."""
    proposed = next((line["fields"] for line in after if line["model"] == record._meta.label_lower), {})
    if proposed.get("publication") != Publication.PUBLISHED:
        return
    lacking = ((label_fields(type(record)), NO_NAME), (KINDS[kind_of(record)].needs_date, NO_DATE))
    for names, sentence in lacking:
        if names and not any(proposed.get(name) for name in names):
            raise Refused(str(sentence))


def told_later(reasons: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a pending change that hold what readers are to be told of it."""
    return {f"reason_{language}": reasons.get(language, "").strip() for language in LANGUAGES}


@one_write()
def take_back(pending: PendingChange, *, by: User) -> PendingChange:
    """Withdraw a pending change of one's own; what somebody answered to it stays to be read."""
    pending = own(pending, by)
    return decide(pending, State.TAKEN_BACK, by=by, answer=pending.answer)


@one_write()
def close_returned(pending: PendingChange, *, by: User) -> PendingChange:
    """End a change that went back to its author, who does not go on with it; what was answered stays to be read."""
    pending = locked_change(pending)
    require_change_state(pending, State.RETURNED)
    return decide(pending, State.TAKEN_BACK, by=by, answer=pending.answer)


@one_write()
def give_back(pending: PendingChange, *, by: User, comment: str) -> PendingChange:
    """Return a pending change to its author, with the comment that says why; or the new record that it goes with."""
    pending = locked_change(pending)
    require_change_state(pending, State.WAITING)
    if (successor := goes_with(pending)) is not None:
        return_to_draft(successor, by=by, comment=comment)
        return pending
    if not comment.strip():
        raise Refused(_("Say in the comment what the author should change."))
    return decide(pending, State.RETURNED, by=by, answer=comment)


@one_write()
def accept(
    pending: PendingChange,
    *,
    by: User,
    chosen: Collection[str],
    version: str,
    comment: str = "",
    reason: str = "",
    along: Collection[str] = (),
) -> PendingChange:
    """Carry out the differences that are `chosen` by their names; the others go back to the author with the comment.

    Raises `Refused`, and then nothing is changed: where the record or the proposal is another one than `version` says,
    where the record would name unpublished ones that `along` (`person/key`) does not tick, where authors accept
    their own change without a reason. A new record that it goes with is published with it.
    """
    pending = locked_change(pending)
    require_change_state(pending, State.WAITING)
    found = change_beside_record(pending)
    require_seen_whole(found, version)
    taken = [each for each in found.differences if each.name in chosen]
    successor = goes_with(pending)
    require_decision(pending, found, taken, by=by, comment=comment, reason=reason)
    if successor is not None:
        require_undivided(found, taken)
    with others_as_set(pending):
        after = carry_into_record(found, taken, by=by, comment=comment, reason=reason, along=along)
        settled = settle_change(pending, found, taken, after, by=by, comment=comment)
        if successor is not None:
            publish(successor, by=by, along=along, reason=reason)
    return settled


@contextmanager
def others_as_set(pending: PendingChange) -> Iterator[None]:
    """Let what is carried out of one change not hinder the others of its record that are set for a moment to come.

    Unless it touches the same, or the others were hindered before.
    """
    others = ScheduledAcceptance.objects.filter(pending__kind=pending.kind, pending__key=pending.key)
    beside = [(each, change_beside_record(each.pending)) for each in others.exclude(pending=pending)]
    yield
    for each, before in beside:
        after = change_beside_record(each.pending)
        if before.version == each.version and after.clashing == before.clashing:
            each.version = after.version
            each.save(update_fields=["version"])


def require_seen_whole(found: ChangeBesideRecord, version: str) -> None:
    """Refuse where the record of a pending change is no more, or another one than the reviewer saw."""
    if found.record is None:
        raise Refused(str(RECORD_GONE))
    if version != found.version:
        raise Refused(str(CHANGED_SINCE_OPENED))


def require_decision(
    pending: PendingChange, found: ChangeBesideRecord, taken: list[Difference], *, by: User, comment: str, reason: str
) -> None:
    if not taken:
        raise Refused(_("Tick what you accept; or return the change with a comment."))
    if len(taken) < len(found.differences) and not comment.strip():
        raise Refused(_("What you do not accept goes back to the author: say in the comment why."))
    if pending.author_id == by.pk and not reason.strip():
        raise Refused(
            _("This is your own change. Somebody else accepts it; or give the reason for accepting it alone.")
        )


def settle_change(
    pending: PendingChange, found: ChangeBesideRecord, taken: list[Difference], after: Lines, *, by: User, comment: str
) -> PendingChange:
    """Close a change that is accepted; or give back what is left of it."""
    left = [each for each in found.differences if each not in taken]
    if left:
        try:
            pending.before, pending.after = after, carried_out(after, left)
        except Gone:
            pending.before, pending.after = after, after
    if not left or pending.before == pending.after:
        return decide(pending, State.ACCEPTED, by=by, answer=comment)
    return decide(pending, State.RETURNED, by=by, answer=comment)


# Rows


def own(pending: PendingChange, by: User) -> PendingChange:
    pending = locked_change(pending)
    require_change_state(pending, *PendingChange.OPEN)
    if pending.author_id != by.pk:
        raise Refused(_("This change is somebody else’s."))
    return pending


def take_back_with(batch: Batch, *, by: User) -> int:
    """Take back what an import proposed and nobody has decided; return how many changes that were."""
    waiting = [*batch.proposals.filter(state__in=PendingChange.OPEN).select_for_update().order_by("pk")]
    for pending in waiting:
        decide(pending, State.TAKEN_BACK, by=by, answer=pending.answer)
    return len(waiting)
