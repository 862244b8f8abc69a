"""A file of a spreadsheet, read as whoever reads it may: new rows become drafts, changes of public records wait."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from partnerships.editorial import pending_of, propose
from partnerships.editorial.changes_in_words import DifferenceInWords, Wording
from partnerships.editorial.own_sentences import FROM_SPREADSHEET
from partnerships.editorial.resembling import Notice, notices
from partnerships.editorial.roles import PUBLISHERS
from partnerships.exchange import importing
from partnerships.exchange.importing import ImportOutcome, Written
from partnerships.exchange.reading import Reading
from partnerships.models import SEEN, Batch, Publication, Record
from partnerships.projections.up_to_date import deferred
from partnerships.records.snapshot.differences import Gone, Pieces, carried_out, differences_between
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import FileFinding
from partnerships.records.snapshot.import_steps import CREATE, Step
from partnerships.records.snapshot.stored import wholes
from partnerships.records.snapshot.taking import Lines, Whole, digest_of
from partnerships.records.snapshot.understanding import understood_object
from partnerships.transactions import TakenBack, one_write

from .read_files import read_tables
from .rows_to_lines import Read, read_sheets
from .tables import SheetTable
from .unknown_records import with_what_is_near

#: What becomes of a record: it is drafted, changed, or a change of it is proposed; or that waits already.
DRAFTED, CHANGED, PROPOSED, WAITING = "drafted", "changed", "proposed", "waiting"

#: Of so many new records it is said what they resemble; no more are shown.
MOST_COMPARED = 300


@dataclass(frozen=True)
class SheetChange:
    """What a file makes of one record."""

    whole: Whole
    key: str
    label: str
    action: str
    before: Lines
    after: Lines
    #: What in the register a new one resembles: it may have been entered already.
    resembles: tuple[Notice, ...] = ()

    @property
    def kind(self) -> str:
        return str(self.whole[0]._meta.verbose_name)

    def parts(self) -> list[tuple[str, list[dict[str, DifferenceInWords]]]]:
        """Return what differs, in words, under the part that it is about."""
        said = Wording.of(self.before, self.after).say_all(differences_between(self.before, self.after))
        found = sorted(({"said": each} for each in said), key=lambda row: bool(row["said"].part))
        return [(part, [*rows]) for part, rows in groupby(found, key=lambda row: row["said"].part)]


@dataclass
class Plan:
    """What a file makes of the register, or what is wrong with it."""

    changes: list[SheetChange] = field(default_factory=list)
    unchanged: int = 0
    findings: list[FileFinding] = field(default_factory=list)
    #: Which table each file is, or each sheet of one, as a finding names it.
    tables: dict[str, SheetTable] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """A text that differs whenever something else would be done."""
        told = [f"{each.action} {each.key} {digest_of(each.before)} {digest_of(each.after)}" for each in self.changes]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()


def preview_sheets(kind: str, name: str, content: bytes, *, by: User) -> Plan:
    """Return what importing the file would do; nothing is written. Raises `Unreadable`."""
    return _run(kind, name, content, by, None)


def import_sheets(kind: str, name: str, content: bytes, *, by: User, version: str) -> Plan:
    """Import the file, if that does what the preview with this `version` has shown; all of it, or nothing."""
    return _run(kind, name, content, by, version)


def _run(kind: str, name: str, content: bytes, by: User, version: str | None) -> Plan:
    sheets = read_tables(content)
    plan = Plan()
    try:
        with one_write():
            found = read_sheets(kind, name, sheets)
            plan.unchanged, plan.findings, plan.tables = found.unchanged, found.findings, found.tables
            _carry_out(plan, name, found, by)
            if plan.findings or version != plan.version:
                raise TakenBack
    except TakenBack:
        pass
    plan.findings = by_row(plan.findings)
    return plan


def by_row(found: Iterable[FileFinding]) -> list[FileFinding]:
    """Return what is wrong in the order of the file: what was found first in a row first."""
    found = [*found]
    files = [*dict.fromkeys(each.place.file for each in found)]
    return sorted(found, key=lambda each: (files.index(each.place.file), each.place.line))


def _carry_out(plan: Plan, name: str, found: Read, by: User) -> None:
    """Write what becomes a draft or changes one, and propose the rest."""
    reading = Reading([name], [entry for place, line in found.lines if (entry := understood_object(place, line)[1])])
    looked = _looked_at(reading)
    plan.findings += [*with_what_is_near(looked.findings, reading.entries), *_refusals(looked, by)]
    plan.changes = [*_changes(looked, by)]
    if plan.findings:
        return
    direct = {each.whole for each in plan.changes if each.action in (DRAFTED, CHANGED)}
    entries = [step.entry for step, whole in looked.steps if whole in direct]
    outcome = importing.run(Reading([name], entries), by=by, apply=True)
    plan.findings += outcome.findings
    proposed = [change for change in plan.changes if change.action == PROPOSED]
    if proposed and not plan.findings:
        wrote = outcome.batch is not None
        batch = Batch.objects.get(pk=outcome.batch) if wrote else importing.new_batch([name], by)
        for each in proposed:
            record: Any = each.whole[0]._default_manager.get(pk=each.whole[1])
            before, after = as_exported(each, found.bases.get(record))
            comment = str(FROM_SPREADSHEET) % {"name": name}
            propose(record, by=by, before=before, after=after, comment=comment, batch=batch)


def as_exported(change: SheetChange, base: Pieces | None) -> tuple[Lines, Lines]:
    """Return the text beside which a row was written, and that with what the row changes."""
    if base is not None:
        exported = [*base.values()]
        try:
            return exported, carried_out(exported, differences_between(change.before, change.after))
        except Gone:
            pass
    return change.before, change.after


@dataclass
class _Looked:
    """What the whole file would make of the register, which it is taken back from."""

    outcome: ImportOutcome
    steps: list[tuple[Step, Whole | None]] = field(default_factory=list)
    written: Written | None = None
    labels: dict[Whole, str] = field(default_factory=dict)
    resembles: dict[Whole, tuple[Notice, ...]] = field(default_factory=dict)

    @property
    def findings(self) -> list[FileFinding]:
        return self.outcome.findings


def _looked_at(reading: Reading) -> _Looked:
    """Write everything, as if whoever reads it might, see what comes of it, and take it back."""
    looked = _Looked(ImportOutcome(reading.files))
    try:
        with one_write(), deferred():
            looked.written = importing.write_rows(reading, looked.outcome)
            looked.steps = [(step, _whole(step, looked.written)) for step in looked.outcome.changes]
            for whole in {whole for _step, whole in looked.steps if whole}:
                record = whole[0]._default_manager.filter(pk=whole[1]).first()
                looked.labels[whole] = str(record or "")
            new = {
                whole: step.entry for step, whole in looked.steps if whole and step.action == CREATE and is_record(step)
            }
            for whole in islice(new, MOST_COMPARED):
                looked.resembles[whole] = resembling(whole, new)
            raise TakenBack
    except TakenBack:
        pass
    # A row that has been written and taken back is to be written again.
    looked.outcome.findings = [replace(finding, record=_short(finding)) for finding in looked.outcome.findings]
    return looked


def is_record(step: Step) -> bool:
    return issubclass(step.entry.model, Record)


def resembling(whole: Whole, new: Mapping[Whole, Entry]) -> tuple[Notice, ...]:
    """Return what a new record resembles of what the register held before the file, and of its other new rows."""
    model, number = whole
    record = model._default_manager.get(pk=number)
    found = []
    for each in notices(record):  # pyright: ignore[reportArgumentType]
        if known := tuple(one for one in each.records if (type(one), one.pk) not in new):
            found.append(Notice(each.sentence, known))
        rows = [new[type(one), one.pk].place.line for one in each.records if (type(one), one.pk) in new]
        for line in rows:
            found.append(Notice(_("Row %(row)s is new as well, and resembles it.") % {"row": line}))
    return tuple(found)


def _short(finding: FileFinding) -> str:
    return finding.record.rpartition("/")[2]


def _whole(step: Step, done: Written) -> Whole | None:
    instance = done.writer.instances.get(id(step)) or step.existing
    return next(iter(wholes([instance])), None) if instance is not None else None


def _changes(looked: _Looked, by: User) -> Iterator[SheetChange]:
    if looked.written is None:
        return
    before, after = looked.written.before, looked.written.after
    for whole in dict.fromkeys(whole for _step, whole in looked.steps if whole):
        old, new = importing.snapshot_lines(before, whole) or [], importing.snapshot_lines(after, whole) or []
        if new and old != new:
            action = _action(old, by)
            if action == PROPOSED and _waits(whole, old, new, by):
                action = WAITING
            label, resembles = looked.labels.get(whole, ""), looked.resembles.get(whole, ())
            yield SheetChange(whole, after[whole][0], label, action, old, new, resembles)


def _action(before: Lines, by: User) -> str:
    """Return what becomes of a record that stands as `before` says, as its form would have it."""
    if not before:
        return DRAFTED
    state = before[0]["fields"].get("publication", Publication.DRAFT)
    waits = state == Publication.PUBLISHED or (state in SEEN and not by.has_perm(PUBLISHERS))
    return PROPOSED if waits else CHANGED


def _waits(whole: Whole, before: Lines, after: Lines, by: User) -> bool:
    """Whether whoever reads the file has proposed exactly this before."""
    model, number = whole
    record = model._default_manager.get(pk=number)
    own, wanted = pending_of(record).filter(author=by), differences_between(before, after)  # pyright: ignore[reportArgumentType]
    return any(differences_between(each.before, each.after) == wanted for each in own)


def _refusals(looked: _Looked, by: User) -> Iterator[FileFinding]:
    """Yield why somebody may not do what a row would do."""
    for step, whole in looked.steps:
        verb = "add" if step.action == CREATE else "change"
        model = step.entry.model
        needed = {f"partnerships.{verb}_{model._meta.model_name}"}
        if whole and not isinstance(step.existing, Record):
            needed.add(f"partnerships.{'add' if whole[0] is model else 'change'}_{whole[0]._meta.model_name}")
        if not by.has_perms(needed):
            key = (step.entry.identity or ("",))[-1]
            yield FileFinding(step.entry.place, _("You may not do this with records of this kind."), key)
