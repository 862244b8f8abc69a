"""Changes of published records: proposed, taken up again, returned, accepted in whole or in part."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Batch, Change, PendingChange, Publication, Record, ScheduledAcceptance
from partnerships.models.base import LANGUAGES, target_of
from partnerships.models.history import name_of
from partnerships.records.completeness import NO_DATE, NO_NAME, label_fields
from partnerships.records.kinds import KINDS, kind_of, record_named, record_of
from partnerships.records.references import called, unpublished_behind
from partnerships.records.snapshot import findings
from partnerships.records.snapshot.differing import (
    CHANGE,
    Difference,
    Gone,
    Known,
    carried_out,
    clashes,
    differences_between,
    is_done,
    known_as,
)
from partnerships.records.snapshot.entries import BY_LABEL, Reference
from partnerships.records.snapshot.restoring import bring_to
from partnerships.records.snapshot.taking import Lines, digest_of, link_fields, snapshot
from partnerships.records.visibility import is_public
from partnerships.transactions import one_write

from .history import record_change, tell_readers
from .in_words import Wording, refusal_in_words
from .mailing import tell
from .publishing import publishable_behind, release_all, require_public_names
from .refusal import Refused
from .two_people import flag

State = PendingChange.State
#: Readers are told nothing.
NO_REASONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ChangeBesideRecord:
    """A pending change beside its record as it is now."""

    pending: PendingChange
    record: Record | None
    now: Lines
    differences: list[Difference]

    @property
    def version(self) -> str:
        """A text that differs whenever the record or what is proposed does."""
        return digest_of([*self.now, *self.pending.after, {"state": self.pending.state}])

    @property
    def clashing(self) -> set[str]:
        """The names of the differences that somebody else has made otherwise meanwhile."""
        return {each.name for each in self.differences if clashes(self.now, each)}

    @property
    def done(self) -> set[str]:
        """The names of the differences of which the record says the new text already."""
        return {each.name for each in self.differences if is_done(self.now, each)}


def change_beside_record(pending: PendingChange) -> ChangeBesideRecord:
    """Return `pending` beside its record as the register holds it."""
    record = record_behind(pending)
    now = snapshot(record) if record is not None else []
    return ChangeBesideRecord(pending, record, now, differences_between(pending.before, pending.after))


def record_behind(pending: PendingChange) -> Record | None:
    return record_named(pending.kind, pending.key)


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
) -> PendingChange | None:
    """Keep a change of `record` for a second person to accept; nothing where nothing would change.

    `reasons` are what readers are to be told of it, by language; `batch` is the import that it came with.
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
        author=by,
        author_name=name_of(by),
    )
    tell(pending)
    return pending


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
    tell(pending)
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
    """Withdraw a pending change of one's own."""
    return decide(own(pending, by), State.TAKEN_BACK, by=by)


@one_write()
def give_back(pending: PendingChange, *, by: User, comment: str) -> PendingChange:
    """Return a pending change to its author, with the comment that says why."""
    pending = locked_change(pending)
    require_change_state(pending, State.WAITING)
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
    their own change without a reason.
    """
    pending = locked_change(pending)
    require_change_state(pending, State.WAITING)
    found = change_beside_record(pending)
    record = whole_and_seen(found, version)
    taken = [each for each in found.differences if each.name in chosen]
    require_decision(pending, found, taken, by=by, comment=comment, reason=reason)
    carry_out(found.now, taken, before=pending.before)
    # Anew after each: what is at hand still knows the links of before.
    record.refresh_from_db()
    publish_along(record, along, by=by, reason=reason)
    record.refresh_from_db()
    require_public_names(record)
    after = snapshot(record)
    change = record_change(
        record, action=Change.Action.ACCEPT, by=by, before=found.now, after=after, pending=pending, comment=comment
    )
    tell_readers(change, {language: getattr(pending, f"reason_{language}") for language in LANGUAGES})
    if pending.author_id == by.pk:
        flag(change, reason)
    return settle_change(pending, found, taken, after, by=by, comment=comment)


def whole_and_seen(found: ChangeBesideRecord, version: str) -> Record:
    """Return the record of a pending change, if it is still there and as the reviewer saw it."""
    if found.record is None:
        raise Refused(_("The record is no longer in the register: nothing can be accepted."))
    if version != found.version:
        raise Refused(
            _("The record, or what is proposed, has changed since you opened this page. Look again, then decide.")
        )
    return found.record


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


def named_unpublished(found: ChangeBesideRecord) -> list[Record]:
    """Return the records not public that the change would let its record name, directly or through one another."""
    if found.record is None or not is_public(found.record):
        return []
    missing = {}
    for target in targets(found.pending.after):
        if not is_public(target) and target != found.record:
            missing.update({called(each): each for each in (*unpublished_behind(target), target)})
    return list(missing.values())


def targets(lines: Lines) -> list[Record]:
    """Return the records that a snapshot names, as far as they are in the register."""
    found: dict[tuple, Record] = {}
    for line in lines:
        model = BY_LABEL[line["model"]]
        for name in link_fields(model):
            value, target = line["fields"].get(name), target_of(model, name)
            for natural in value if value and isinstance(value[0], list) else [value] if value else []:
                if issubclass(target, Record) and (row := target._default_manager.filter(key=natural[-1]).first()):
                    found[target, row.pk] = row
    return list(found.values())


def publish_along(record: Record, along: Collection[str], *, by: User, reason: str) -> None:
    """Publish what `record` names that is not public yet, if each of it is ticked."""
    missing = publishable_behind(record) if is_public(record) else []
    if unticked := [each for each in missing if called(each) not in along]:
        raise Refused(_("The record would name what is not published. Tick what is to be published with it:"), unticked)
    if missing:
        release_all(missing, by=by, reason=reason)


def carry_out_what_fits(
    found: ChangeBesideRecord, number: Callable[[Reference], int] | None = None
) -> list[Difference]:
    """Write the differences of a pending change that still fit its record; return the others."""
    there, clashing = {known_as(line) for line in found.now}, found.clashing
    every = found.differences
    of_what_is_there = [each for each in every if each.action != CHANGE or each.known in there]
    for taken in (every, of_what_is_there, [each for each in of_what_is_there if each.name not in clashing]):
        try:
            with one_write():
                carry_out(found.now, taken, number)
        except Refused:
            continue
        return [each for each in every if each not in taken]
    return every


def carry_out(
    now: Lines, taken: list[Difference], number: Callable[[Reference], int] | None = None, before: Lines | None = None
) -> None:
    """Write differences into the tables of a record that stands as `now` says, and stood as `before` says.

    Raises `Refused` where they do not fit it any more.
    """
    try:
        bring_to(now, carried_out(now, taken), number=number)
    except Gone as gone:
        part = called_then(gone.args[0], before or [])
        raise Refused(_("Somebody else has removed a part that is changed here (%(part)s).") % {"part": part}) from gone
    except findings.NothingWritten as refusal:
        raise Refused(refusal_in_words(refusal)) from refusal


def called_then(known: Known, before: Lines) -> str:
    """Return what a part that is gone was called; its key where nothing tells."""
    line = next((line for line in before if known_as(line) == known), None)
    return Wording.of(before).placed(line) if line else known[-1]


# Rows


def own(pending: PendingChange, by: User) -> PendingChange:
    pending = locked_change(pending)
    require_change_state(pending, *PendingChange.OPEN)
    if pending.author_id != by.pk:
        raise Refused(_("This is the change of somebody else."))
    return pending


def locked_change(pending: PendingChange) -> PendingChange:
    return PendingChange.objects.select_for_update().get(pk=pending.pk)


def require_change_state(pending: PendingChange, *states: str) -> None:
    if pending.state not in states:
        raise Refused(_("This cannot be done: the change is %(state)s.") % {"state": pending.get_state_display()})


def take_back_with(batch: Batch, *, by: User) -> int:
    """Take back what an import proposed and nobody has decided; return how many changes that were."""
    waiting = [*batch.proposals.filter(state__in=PendingChange.OPEN).select_for_update().order_by("pk")]
    for pending in waiting:
        decide(pending, PendingChange.State.TAKEN_BACK, by=by)
    return len(waiting)


def decide(pending: PendingChange, state: str, *, by: User, answer: str = "") -> PendingChange:
    pending.state, pending.answer = state, answer.strip()
    pending.decided_by, pending.decided_by_name, pending.decided_at = by, name_of(by), timezone.now()
    pending.save()
    # Whatever is decided, what was decided for a moment to come was decided of another state.
    ScheduledAcceptance.objects.filter(pending=pending).delete()
    tell(pending)
    return pending
