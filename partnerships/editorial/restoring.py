"""An earlier text of a record put back in its place; and a record that was deleted."""

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from partnerships.models import SEEN, Change, FormerAddress, PendingChange, Record
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot import findings
from partnerships.records.snapshot.restoring import bring_to
from partnerships.records.snapshot.taking import Lines, digest_of, snapshot
from partnerships.transactions import one_write

from .changes_in_words import refusal_in_words
from .fit_for_public import require_public_names
from .history import record_change
from .own_sentences import CHANGED_SINCE_OPENED, RESTORED, RESTORED_BEFORE, moment_in_words
from .pending_changes import propose
from .refusal import Refused

#: What says where a record stands on its way to the public: an earlier text does not bring it back.
STANDING = ("publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en")


@one_write()
def restore(change: Change, *, by: User, undo: bool = False, version: str | None = None) -> Record | PendingChange:
    """Put the record back as it was after `change`, or before it to `undo` that; or before it was deleted.

    What the public reads is proposed, and waits; a deleted record comes back as a draft. Raises `Refused` where
    the rules of today forbid the text, nothing would change, or the record is another one than `version` says.
    """
    if change.kind not in KINDS:
        # An address that was given up follows its record, and is no text of its own.
        raise Refused(_("Nothing of this text is kept."))
    model = KINDS[change.kind].model
    record = model._default_manager.select_for_update().filter(key=change.key).first()
    wanted = (change.before if undo else change.after or change.before) or []
    if record is None and (stays := merged_with(change)):
        sentence = _("It was merged, and its addresses lead to the other record. Enter it anew if the two are not one:")
        raise Refused(sentence, stays)
    now = snapshot(record) if record is not None else []
    if version not in (None, digest_of(now)):
        raise Refused(str(CHANGED_SINCE_OPENED))
    then = standing_as(wanted, now)
    comment = str(RESTORED_BEFORE if undo else RESTORED) % {"at": moment_in_words(change.at)}
    if now == then:
        raise Refused(_("The record says this already."))
    if record is not None and record.publication in SEEN:
        waiting = propose(record, by=by, before=now, after=then, comment=comment)
        if waiting is not None:
            return waiting
    try:
        bring_to(now, then)
    except findings.NothingWritten as refusal:
        raise Refused(refusal_in_words(refusal)) from refusal
    restored = model._default_manager.get(key=change.key)
    require_public_names(restored)
    before, after = now or None, snapshot(restored)
    record_change(restored, action=Change.Action.RESTORE, by=by, before=before, after=after, comment=comment)
    return restored


def merged_with(change: Change) -> list[Record]:
    """Return the record to which the address of the one that `change` is about leads for ever, if it was merged."""
    former = FormerAddress.objects.filter(kind=change.kind, slug=change.key).exclude(key=change.key)
    return list(KINDS[change.kind].model._default_manager.filter(key__in=former.values("key")))


def standing_as(wanted: Lines, now: Lines) -> Lines:
    """Return the text `wanted` with the standing of the record as it is now; that of a draft where it is no more."""
    if not wanted:
        raise Refused(_("Nothing of this text is kept."))
    first, *parts = wanted
    kept = {name: value for name, value in first["fields"].items() if name not in STANDING}
    standing = {name: now[0]["fields"][name] for name in STANDING if now and name in now[0]["fields"]}
    return [{**first, "fields": {**kept, **standing}}, *parts]
