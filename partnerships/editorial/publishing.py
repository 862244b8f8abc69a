"""The ways of a record between draft, review, the public, and withdrawal."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Change, PendingChange, Publication, Record, ScheduledAcceptance, ScheduledPublication
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.references import called, published_naming, unpublished_behind
from partnerships.records.snapshot.differences import Difference
from partnerships.records.snapshot.taking import Lines, snapshot
from partnerships.records.visibility import is_public
from partnerships.transactions import one_write

from .beside_record import ChangeBesideRecord, carry_out, change_beside_record, require_undivided
from .deciding import decide, write_accepted
from .fit_for_public import require_complete, require_public_names
from .history import changes_of, record_change
from .joined import joined_to
from .mailing import tell
from .own_sentences import (
    NAMES_UNPUBLISHED,
    NAMES_WITHDRAWN,
    RECORD_GONE,
    WOULD_NAME_UNPUBLISHED,
)
from .published_alone import SETTING_MOMENTS, WRITING, alone_with_reason, flag
from .refusal import Obstacles, Refused

Action = Change.Action


@one_write()
def submit(record: Record, *, by: User | None, comment: str = "") -> Record:
    """Put a draft before the reviewers, as `submit_all` does several."""
    return submit_all([record], by=by, comment=comment)[-1]


@one_write()
def submit_all(records: Iterable[Record], *, by: User | None, comment: str = "") -> list[Record]:
    """Put drafts before the reviewers, all or none; return them, after those that go along.

    These are the drafts that they name and that whoever submits has written alone, unless one was returned: without
    them none could be public.
    """
    chosen = [locked(record) for record in records]
    for record in chosen:
        require(record, Publication.DRAFT)
    behind = dict.fromkeys(each for record in chosen for each in unpublished_behind(record) if each not in chosen)
    own = [each for each in behind if _is_own(each, by)]
    # In this order they wait: whoever publishes the first takes the others along.
    taken = [move(each, Publication.IN_REVIEW, action=Action.SUBMIT, by=by, comment=comment) for each in chosen]
    return [*(move(locked(each), Publication.IN_REVIEW, action=Action.SUBMIT, by=by) for each in own), *taken]


def _is_own(record: Record, by: User | None) -> bool:
    """Whether `record` is a draft that nobody but `by` has written, and that is not to be written anew."""
    if by is None or record.publication != Publication.DRAFT:
        return False
    changes = changes_of(record)
    last = changes.exclude(action__in=(*WRITING, *SETTING_MOMENTS)).values_list("action", flat=True).first()
    return last != Action.RETURN and {*changes.filter(action__in=WRITING).values_list("by", flat=True)} == {by.pk}


@one_write()
def return_to_draft(record: Record, *, by: User | None, comment: str = "") -> Record:
    """Give a record back to its editors; one that was withdrawn too."""
    record = locked(record)
    require(record, Publication.IN_REVIEW, Publication.WITHDRAWN)
    if record.publication == Publication.IN_REVIEW:
        require_comment(record, by, comment)
    return move(
        record,
        Publication.DRAFT,
        action=Action.RETURN,
        by=by,
        comment=comment,
        withdrawal_reason_fr=None,
        withdrawal_reason_en=None,
    )


@one_write()
def publish(record: Record, *, by: User | None, along: bool | Collection[str] = False, reason: str = "") -> Record:
    """Publish `record`, and of the records it names that are not published those that `along` ticks (`person/key`).

    `True` ticks all of them. Raises `Refused` with the records that stand in the way: named and not ticked, withdrawn,
    without their name or date; and those that nobody but the publisher has written, unless there is a `reason`.
    """
    return publish_all([record], by=by, along=along, reason=reason)[-1]


@one_write()
def publish_all(
    records: Iterable[Record], *, by: User | None, along: bool | Collection[str] = False, reason: str = ""
) -> list[Record]:
    """Publish several records, all or none, as `publish` does one; return them, with what went along before them."""
    chosen = [locked(record) for record in records]
    for record in chosen:
        require(record, Publication.DRAFT, Publication.IN_REVIEW, Publication.WITHDRAWN)
    obstacles, behind = Obstacles(), dict[str, Record]()
    for record in chosen:
        with obstacles.noted():
            behind |= {called(each): each for each in publishable_behind(record, chosen)}
    ticked = {*behind} if along is True else set(along or ())
    with obstacles.noted():
        if unticked := [each for name, each in behind.items() if name not in ticked]:
            raise Refused(str(NAMES_UNPUBLISHED), unticked, field="along")
    together: list[Record] = [*behind.values(), *chosen]
    alone: list[Record] = []
    with obstacles.noted():
        alone = require_ready(together, by, reason)
    obstacles.refuse()
    return _release_ready(together, alone, by=by, reason=reason)


def publishable_behind(record: Record, chosen: Collection[Record] = ()) -> list[Record]:
    """Return the records that must be published with `record`, but for those `chosen` as well.

    Raises `Refused` where one of them cannot be.
    """
    missing = [each for each in unpublished_behind(record) if each not in chosen]
    if withdrawn := [each for each in missing if each.publication == Publication.WITHDRAWN]:
        raise Refused(str(NAMES_WITHDRAWN), withdrawn)
    return missing


def release_all(records: list[Record], *, by: User | None, reason: str) -> list[Record]:
    """Publish records together, in their order. Raises `Refused` where one is not ready, or needs a reason."""
    return _release_ready(records, require_ready(records, by, reason), by=by, reason=reason)


def _release_ready(records: list[Record], alone: list[Record], *, by: User | None, reason: str) -> list[Record]:
    """Publish `records` in their order, and carry out the changes that are one step with one of them."""
    joined = [*joined_to(*records)]
    released = [release(locked(each), by=by, reason=reason if each in alone else "") for each in records]
    for pending in joined:
        _carry_out_whole(pending, by=by, reason=reason)
    return released


def _carry_out_whole(pending: PendingChange, *, by: User | None, reason: str) -> None:
    found = change_beside_record(pending)
    require_undivided(found, found.differences)
    carry_into_record(found, found.differences, by=by, reason=reason)
    decide(pending, PendingChange.State.ACCEPTED, by=by)


def carry_into_record(
    found: ChangeBesideRecord,
    taken: list[Difference],
    *,
    by: User | None,
    reason: str,
    comment: str = "",
    along: Collection[str] = (),
) -> Lines:
    """Write `taken` of a pending change into its record and the history; return how the record stands now.

    What the record comes to name and is not public yet is published, where `along` ticks it (`person/key`).
    """
    record = found.record
    if record is None:
        raise Refused(str(RECORD_GONE))
    carry_out(found.now, taken, before=found.pending.before)
    # Anew after each: what is at hand still knows the links of before.
    record.refresh_from_db()
    missing = publishable_behind(record) if is_public(record) else []
    if unticked := [each for each in missing if called(each) not in along]:
        raise Refused(str(WOULD_NAME_UNPUBLISHED), unticked)
    if missing:
        release_all(missing, by=by, reason=reason)
    record.refresh_from_db()
    require_public_names(record)
    return write_accepted(record, found.pending, found.now, by=by, comment=comment, reason=reason)


def require_ready(records: list[Record], by: User | None, reason: str) -> list[Record]:
    """Return those of `records` that nobody but the publisher has written; refuse with all that one of them lacks."""
    obstacles, alone = Obstacles(), list[Record]()
    with obstacles.noted():
        require_complete(records)
    with obstacles.noted():
        alone = alone_with_reason(records, by, reason)
    obstacles.refuse()
    return alone


def submitter(record: Record) -> int | None:
    """Return the number of the account that submitted `record` last, if anybody did."""
    submitted = changes_of(record).filter(action=Action.SUBMIT)
    return submitted.values_list("by", flat=True).first()


def require_comment(record: Record, by: User | None, comment: str) -> None:
    """Ask whoever returns what another person has submitted to say why."""
    asker = submitter(record)
    if asker is not None and by is not None and asker != by.pk and not comment.strip():
        raise Refused(_("Say in the comment what the author should change."), [record], field="step_comment")


@one_write()
def withdraw(record: Record, *, by: User | None, reason_fr: str = "", reason_en: str = "") -> Record:
    """Take `record` from the public with a reason; refused while published records name it."""
    record = locked(record)
    require(record, Publication.PUBLISHED)
    in_french, in_english = reason_fr.strip(), reason_en.strip()
    if not (in_french or in_english):
        raise Refused(_("Give a reason for the withdrawal, in French or in English."), field="reason_fr")
    if referring := published_naming(record):
        raise Refused(_("Published records name it:"), referring)
    return move(
        record,
        Publication.WITHDRAWN,
        action=Action.WITHDRAW,
        by=by,
        withdrawal_reason_fr=in_french,
        withdrawal_reason_en=in_english,
    )


def release(record: Record, *, by: User | None, reason: str = "") -> Record:
    return move(
        record,
        Publication.PUBLISHED,
        action=Action.PUBLISH,
        by=by,
        reason=reason,
        published_at=record.published_at or timezone.now(),
        withdrawal_reason_fr=None,
        withdrawal_reason_en=None,
    )


def move(
    record: Record,
    publication: str,
    *,
    action: str,
    by: User | None,
    comment: str = "",
    reason: str = "",
    **columns: Any,
) -> Record:
    """Store the new state of `record` and write it into the history, with the reason of who acts alone."""
    before = snapshot(record)
    for name, value in {"publication": publication, **columns}.items():
        setattr(record, name, value)
    record.save()
    # Whatever step is taken, what was decided for a moment to come was decided of another state.
    ScheduledPublication.objects.filter(kind=kind_of(record), record=record.pk).delete()
    ScheduledAcceptance.objects.filter(pending__in=joined_to(record)).delete()
    change = record_change(record, action=action, by=by, before=before, after=snapshot(record), comment=comment)
    if reason.strip():
        flag(change, reason)
    tell(change)
    return record


def locked(record: Record) -> Record:
    """Return `record` as the database holds it now, and keep others from changing it meanwhile."""
    if record_of(record) != record:
        raise Refused(_("A meeting of a visit is published with it."))
    return type(record)._default_manager.select_for_update().get(pk=record.pk)


def require(record: Record, *states: str) -> None:
    if record.publication not in states:
        raise Refused(_("This cannot be done: the record is %(state)s.") % {"state": record.get_publication_display()})
