"""Publication at a moment to come: decided now, by somebody who may, and carried out by `publish_due`."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships.models import (
    Change,
    PendingChange,
    Publication,
    Record,
    ScheduledAcceptance,
    ScheduledPublication,
)
from partnerships.models.base import LANGUAGES
from partnerships.models.history import name_of
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.references import called
from partnerships.records.snapshot.taking import digest_of, snapshot
from partnerships.records.visibility import is_public
from partnerships.transactions import one_write, taken_back

from .beside_record import change_beside_record, record_behind
from .history import record_change
from .joined import joined_to
from .mailing import tell
from .own_sentences import CHANGED_SINCE_SET, MAY_NO_LONGER, moment_in_words
from .pending_changes import accept
from .publishing import locked, publish_all, require
from .refusal import Refused
from .roles import PUBLISHERS


@dataclass(frozen=True)
class DueOutcome:
    """What became of one publication that was due: the records that are public now, or what stood in the way."""

    record: Record | None
    released: list[Record]
    obstacles: str = ""


@one_write()
def schedule(
    record: Record, *, by: User, at: datetime, along: Collection[str] = (), reason: str = ""
) -> ScheduledPublication:
    """Let `record` go public at `at`, with those of the records it names that `along` ticks (`person/key`).

    Raises `Refused` for a moment that is past, and for whatever would stand in the way if it were published now.
    """
    record = locked(record)
    require_not_withdrawn([record])
    require(record, Publication.DRAFT, Publication.IN_REVIEW)
    require_to_come(at)
    with taken_back():
        released = [called(each) for each in publish_all([record], by=by, along=along, reason=reason)]
    versions = {name: version_of(found) for name in released if (found := _called(name)) is not None}
    decided, _created = ScheduledPublication.objects.update_or_create(
        kind=kind_of(record),
        record=record.pk,
        defaults={
            "at": at,
            "by": by,
            "by_name": name_of(by),
            "created_at": timezone.now(),
            "reason": reason.strip(),
            "versions": versions,
            "obstacles": "",
        },
    )
    _write_down(record, Change.Action.SCHEDULE, by, moment_in_words(at))
    return decided


@one_write()
def schedule_all(
    records: Collection[Record], *, by: User, at: datetime, along: Collection[str] = (), reason: str = ""
) -> None:
    """Let several records go public at one moment, as `schedule` does it with one; all of them, or none."""
    require_not_withdrawn(records)
    together = {*along, *(called(each) for each in records)}
    for record in records:
        schedule(record, by=by, at=at, along=[name for name in together if name != called(record)], reason=reason)


def require_not_withdrawn(records: Collection[Record]) -> None:
    """Refuse to let go public by itself what was withdrawn, and say why it was."""
    withdrawn = [each for each in records if each.publication == Publication.WITHDRAWN]
    if withdrawn:
        language = (get_language() or LANGUAGES[0])[:2]
        why = "; ".join(dict.fromkeys(why_withdrawn(each, language) for each in withdrawn))
        sentence = _(
            "What was withdrawn is not published automatically: somebody looks again at the reason (%(why)s), then "
            "publishes it or returns it to draft:"
        )
        raise Refused(sentence % {"why": why}, withdrawn)


def why_withdrawn(record: Any, language: str) -> str:
    return next((text for code in (language, *LANGUAGES) if (text := getattr(record, f"withdrawal_reason_{code}"))), "")


def require_to_come(at: datetime) -> None:
    if at <= timezone.now():
        raise Refused(_("Choose a time in the future, or publish it now."), field="due_at")


@one_write()
def schedule_acceptance(
    pending: PendingChange,
    *,
    by: User,
    at: datetime,
    chosen: Collection[str],
    version: str,
    along: Collection[str] = (),
    **words: Any,
) -> ScheduledAcceptance:
    """Let what is `chosen` of a pending change be accepted at `at`, with what `accept` is told beside it.

    Raises `Refused` for a moment that is past, and for whatever would stand in the way if it were accepted now.
    """
    require_to_come(at)
    with taken_back():
        accept(pending, by=by, chosen=chosen, version=version, along=along, **words)
    told = {"chosen": [*chosen], "along": [*along], "version": version, **words}
    decided, _created = ScheduledAcceptance.objects.update_or_create(
        pending=pending,
        defaults={"at": at, "by": by, "by_name": name_of(by), "created_at": timezone.now(), "obstacles": "", **told},
    )
    return decided


@one_write()
def unschedule_acceptance(pending: PendingChange) -> None:
    """Take back the decision that a pending change is accepted by itself."""
    if not ScheduledAcceptance.objects.filter(pending=pending).delete()[0]:
        raise Refused(_("No time is set for its publication."))


@one_write()
def unschedule(record: Record, *, by: User) -> None:
    """Take back the decision that `record` goes public by itself."""
    record = locked(record)
    if not scheduled(record).delete()[0]:
        raise Refused(_("No time is set for its publication."))
    _write_down(record, Change.Action.UNSCHEDULE, by)


def scheduled(record: Record) -> QuerySet[ScheduledPublication]:
    """Return what is decided for `record`: one row, or none."""
    return ScheduledPublication.objects.filter(kind=kind_of(record), record=record.pk)


def publish_due(now: datetime) -> Iterator[DueOutcome]:
    """Publish what is due at `now`, each by itself; what cannot be published waits, and says why."""
    for model, carry_out in ((ScheduledPublication, _one_due), (ScheduledAcceptance, _one_acceptance_due)):
        due = model.objects.filter(at__lte=now).order_by("at", "id")
        for number in list(due.values_list("pk", flat=True)):
            outcome = carry_out(number)
            if outcome is not None:
                yield outcome


@one_write()
def _one_acceptance_due(number: int) -> DueOutcome | None:
    decided = ScheduledAcceptance.objects.select_for_update().filter(pk=number).first()
    if decided is None:
        return None
    pending, record = decided.pending, record_behind(decided.pending)
    try:
        with one_write():
            by = require_may_publish(decided)
            if change_beside_record(pending).version != decided.version:
                raise Refused(str(CHANGED_SINCE_SET), [record] if record is not None else [])
            words = {"comment": decided.comment, "reason": decided.reason, "along": decided.along}
            accept(pending, by=by, chosen=decided.chosen, version=decided.version, **words)
    except Refused as refused:
        return _hindered(decided, record, refused)
    return DueOutcome(record, [record] if record is not None else [])


@one_write()
def _one_due(number: int) -> DueOutcome | None:
    decided = ScheduledPublication.objects.select_for_update().filter(pk=number).first()
    if decided is None:
        return None
    record = KINDS[decided.kind].model._default_manager.filter(pk=decided.record).first()
    if record is None or record.publication == Publication.PUBLISHED:
        decided.delete()
        return None
    try:
        with one_write():
            require_as_decided(decided)
            along = [name for name in decided.versions if name != called(record)]
            released = publish_all([record], by=decided.by, along=along, reason=decided.reason)
    except Refused as refused:
        return _hindered(decided, record, refused)
    return DueOutcome(record, released)


def _hindered(
    decided: ScheduledPublication | ScheduledAcceptance, record: Record | None, refused: Refused
) -> DueOutcome:
    """Keep why something could not go public at its moment; who reviews is told, of one obstacle once."""
    # What a reader is told in their language is one sentence, the first; the others come up when it is looked at.
    if decided.obstacles != refused.by_key():
        decided.obstacles = refused.by_key()
        decided.save(update_fields=["obstacles"])
        tell(decided)
    return DueOutcome(record, [], refused.alone())


def require_as_decided(decided: ScheduledPublication) -> None:
    """Refuse where whoever decided may no longer publish, or what was looked at is no longer what it was."""
    require_may_publish(decided)
    now = {name: _called(name) for name in decided.versions}
    changed = [found for name, found in now.items() if found is not None and is_another(found, decided.versions[name])]
    if changed or not all(now.values()):
        raise Refused(str(CHANGED_SINCE_SET), changed)


def require_may_publish(decided: ScheduledPublication | ScheduledAcceptance) -> User:
    """Return who decided, if they still may."""
    if decided.by is None or not decided.by.is_active or not decided.by.has_perm(PUBLISHERS):
        raise Refused(str(MAY_NO_LONGER) % {"name": decided.by_name})
    return decided.by


def no_longer_as_decided(record: Record) -> bool:
    """Whether a moment is set for `record`, which is another one now than the one that was looked at."""
    decided, name = scheduled(record).first(), called(record)
    return decided is not None and name in decided.versions and is_another(record, decided.versions[name])


def is_another(record: Record, version: str) -> bool:
    """Whether a record that is to be published is no longer the one that was looked at."""
    return not is_public(record) and version_of(record) != version


def version_of(record: Record) -> str:
    """Return a short text that differs whenever what `record` says does, or what is one step with it.

    Its state of publication does not count.
    """
    first, *others = snapshot(record)
    others += [line for each in joined_to(record) for line in each.after]
    fields = {name: value for name, value in first["fields"].items() if name not in ("publication", "published_at")}
    return digest_of([{**first, "fields": fields}, *others])


def _called(name: str) -> Record | None:
    kind, _slash, key = name.partition("/")
    return KINDS[kind].model._default_manager.filter(key=key).first()


def _write_down(record: Record, action: str, by: User, comment: str = "") -> None:
    now = snapshot(record)
    record_change(record, action=action, by=by, before=now, after=now, comment=comment)
