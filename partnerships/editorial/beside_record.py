"""A pending change beside its record as it is now: what differs, what fits it still, and how that is written."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from partnerships.models import PendingChange, Record
from partnerships.models.base import target_of
from partnerships.records.kinds import record_named
from partnerships.records.references import called, unpublished_behind
from partnerships.records.snapshot import findings
from partnerships.records.snapshot.differences import (
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

from .changes_in_words import Wording, refusal_in_words
from .joined import goes_with, joined_to
from .refusal import Refused


@dataclass(frozen=True)
class ChangeBesideRecord:
    """A pending change beside its record as it is now."""

    pending: PendingChange
    record: Record | None
    now: Lines
    differences: list[Difference]

    @property
    def version(self) -> str:
        """A text that differs whenever the record or what is proposed does, or what is one step with it."""
        successor = goes_with(self.pending)
        if successor is None:
            return self.version_by_itself
        others = [line for each in joined_to(successor) if each != self.pending for line in each.after]
        return digest_of([{"by_itself": self.version_by_itself}, *snapshot(successor), *others])

    @property
    def version_by_itself(self) -> str:
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


def require_undivided(found: ChangeBesideRecord, taken: list[Difference]) -> None:
    """Refuse to carry out a part of a change that is one step with a new record, or to write over what others did."""
    if len(taken) < len(found.differences):
        raise Refused(_("This goes with a new record: publish all of it, or return all of it."))
    if found.record is not None and found.clashing - found.done:
        sentence = _(
            "Somebody else has changed this since its end was proposed. Return the new record to its author, who looks "
            "at it again:"
        )
        raise Refused(sentence, [found.record])


def record_behind(pending: PendingChange) -> Record | None:
    return record_named(pending.kind, pending.key)


def named_unpublished(found: ChangeBesideRecord) -> list[Record]:
    """Return the records not public that the change would let its record name, directly or through one another."""
    if found.record is None or not is_public(found.record):
        return []
    missing = {}
    for target in targets(found.pending.after):
        if not is_public(target):
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
