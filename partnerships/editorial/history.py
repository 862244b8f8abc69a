"""The history: one change per saved record, with its snapshot before and after."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from partnerships.models import Batch, Change, CorrectionReason, PendingChange, Record
from partnerships.models.base import LANGUAGES
from partnerships.projections import translations
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.snapshot.taking import Lines, snapshot


def record_change(
    record: Record,
    *,
    action: str,
    by: User | None,
    before: Lines | None,
    after: Lines | None,
    batch: Batch | None = None,
    pending: PendingChange | None = None,
    comment: str = "",
    merged_into: str = "",
    seen: Lines | None = None,
) -> Change:
    """Write one change of `record` into the history; `before` and `after` are snapshots or None.

    `seen` is what its writer had before them, where others have changed the record since.
    """
    change = Change.objects.create(
        kind=kind_of(record),
        key=record.key,
        action=action,
        at=timezone.now(),
        by=by,
        batch=batch,
        before=before,
        after=after,
        pending=pending,
        comment=comment.strip(),
        merged_into=merged_into,
    )
    translations.follow([change], seen)
    return change


def tell_readers(change: Change, reasons: Mapping[str, str]) -> CorrectionReason | None:
    """Keep what readers are told of why `change` was made, by language; nothing where nothing is said."""
    said = {f"text_{language}": text for language in LANGUAGES if (text := reasons.get(language, "").strip())}
    return CorrectionReason.objects.create(change=change, **said) if said else None


def record_saving(record: Record, *, by: User | None, before: Lines | None, seen: Lines | None = None) -> Change | None:
    """Write down that `record` was created or changed; nothing where nothing changed."""
    after = snapshot(record)
    if before == after:
        return None
    action = Change.Action.UPDATE if before else Change.Action.CREATE
    whole = record_of(record) or record
    return record_change(whole, action=action, by=by, before=before or None, after=after, seen=seen)


def record_deletion(record: Record, *, by: User | None, before: Lines | None) -> Change:
    """Write down that `record` is gone, with all that it was."""
    return record_change(record, action=Change.Action.DELETE, by=by, before=before, after=None)


def changes_of(record: Record) -> QuerySet[Change]:
    """Return the changes of `record`, the last one first."""
    whole = record_of(record) or record
    found = Change.objects.filter(kind=kind_of(whole), key=whole.key)
    return found.order_by("-id").select_related("pending", "confirmation", "told")


def merged_into(record: Record) -> QuerySet[Change]:
    """Return the last change of each record that was merged into `record`: their own history ends there."""
    return Change.objects.filter(kind=kind_of(record), merged_into=record.key).order_by("-id")


def last_change(record: Record) -> Change | None:
    """Return the last change of `record`: who did what with it, and with which comment."""
    return changes_of(record).first()
