"""An import: plan it, or write it whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models import Batch, Change
from partnerships.models.base import LANGUAGES, LEADS_BACK, target_of
from partnerships.models.pictures import UNSAID
from partnerships.projections import translations
from partnerships.projections.up_to_date import deferred
from partnerships.records.completeness import lacks
from partnerships.records.former_addresses_of_batches import Addresses, action_between, address_changes, all_addresses
from partnerships.records.key_words import NEAR_KEY, mistyped
from partnerships.records.kinds import kind_of
from partnerships.records.loops import leading_back, own_links
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile, first_findings
from partnerships.records.snapshot.import_steps import CREATE, UNCHANGED, Step, steps_of
from partnerships.records.snapshot.ordering import find_one_sided, find_unknown, ordered
from partnerships.records.snapshot.stored import Stored, wholes
from partnerships.records.snapshot.taking import Snapshots, Whole, snapshots, snapshots_of
from partnerships.records.snapshot.writing import Progress, Writer
from partnerships.transactions import TakenBack, one_write

from .answerable import Account, may_publish
from .naming_unpublished import is_protected_snapshot, is_public_snapshot, published_referrers, unpublished_names
from .reading import Reading

#: Of so many new records it is said whose key theirs resembles.
MOST_COMPARED = 1_000
#: After so many mistakes in one object the others are only counted.
MOST_OF_ONE = 100


@dataclass
class ImportOutcome:
    """What an import does, or would do, and what stands against it."""

    files: list[str]
    steps: list[Step] = field(default_factory=list)
    findings: list[FileFinding] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    notes: list[FileFinding] = field(default_factory=list)
    batch: int | None = None

    @property
    def changes(self) -> list[Step]:
        return [step for step in self.steps if step.action != UNCHANGED]

    @property
    def conflicts(self) -> list[FileFinding]:
        return [finding for finding in self.findings if finding.conflict]


def run(
    reading: Reading, *, by: Account = None, apply: bool = False, progress: Progress = lambda *_: None
) -> ImportOutcome:
    """Check what was read against the register and write it if asked to; else leave no trace."""
    outcome = ImportOutcome(reading.files, findings=list(reading.findings))
    try:
        with one_write(), deferred():
            _write(reading, outcome, by, apply, progress)
            if outcome.findings or not apply or not outcome.changes:
                raise TakenBack
    except TakenBack:
        outcome.batch = None
    return outcome


@dataclass
class Written:
    """What stood in the records that were touched before an import and after it, and the rows it wrote."""

    writer: Writer
    before: Snapshots
    after: Snapshots
    addresses: Addresses


def write_rows(
    reading: Reading, outcome: ImportOutcome, *, lock: bool = False, progress: Progress = lambda *_: None
) -> Written:
    """Write what was read, as far as it can be written, and note in `outcome` what is wrong with each row.

    Whoever calls this holds the transaction, and takes it back where anything is wrong.
    """
    stored = Stored()
    entries = ordered(reading.entries)
    find_unknown(entries, stored, reading.broken_keys)
    find_one_sided(entries)
    outcome.steps = steps_of(entries, stored, lock=lock)
    before, addresses = snapshots_of(wholes(affected(outcome.changes, stored))), all_addresses()
    writer = Writer(stored, progress)
    writer.write(outcome.steps)
    for step in outcome.changes:
        if (instance := writer.instances.get(id(step))) is not None:
            note_incomplete(step.entry, instance)
    find_circles([step for step in outcome.changes if id(step) in writer.instances], writer)
    outcome.findings += [finding for entry in entries for finding in first_findings(entry.findings, MOST_OF_ONE)]
    touched = wholes([*writer.instances.values(), *affected(outcome.changes, stored)])
    return Written(writer, before, snapshots_of(touched | set(before)), addresses)


def _write(reading: Reading, outcome: ImportOutcome, by: Account, apply: bool, progress: Progress) -> None:
    done = write_rows(reading, outcome, lock=apply, progress=progress)
    before, after = done.before, done.after
    outcome.published = sorted(
        f"{kind_of(whole[0])}/{(after.get(whole) or before[whole])[0]}"
        for whole in after.keys() | before.keys()
        if is_protected_snapshot(snapshot_lines(before, whole)) or is_public_snapshot(snapshot_lines(after, whole))
    )
    outcome.notes = [] if apply else [*near_in_key(outcome.steps)]
    outcome.findings += unfit_for_the_public(before, after)
    if apply:
        outcome.findings += answering(outcome.published, by, reading.files)
    if apply and not outcome.findings and outcome.changes:
        outcome.batch = keep_batch(reading.files, before, after, done.addresses, by)


def note_incomplete(entry: Entry, record: Model) -> None:
    """Note what a record lacks, as its form and publishing do: a name always, a date before the public reads it."""
    if isinstance(record, models.Record):
        for name, sentence in lacks(record):
            entry.find(sentence, name)


def near_in_key(steps: Iterable[Step]) -> Iterator[FileFinding]:
    """Yield a note for each new record whose key is a letter away from one that the register held before."""
    new = [step.entry for step in steps if step.action == CREATE and issubclass(step.entry.model, models.Record)]
    held: dict[type[Model], set[str]] = {}
    for entry in new[:MOST_COMPARED]:
        model: Any = entry.model
        if model not in held:
            stored = model._default_manager.values_list("key", flat=True)
            held[model] = {*stored} - {each.reference[1][-1] for each in new if each.model is model and each.identity}
        if near := sorted(mistyped((entry.identity or ("",))[-1]) & held[model]):
            yield FileFinding(entry.place, f"{NEAR_KEY} {', '.join(near)}", entry.name)


def find_circles(steps: Iterable[Step], writer: Writer) -> None:
    """Note each record that is written and leads back to itself through others of its kind."""
    by_number = {(step.entry.model, writer.instances[id(step)].pk): step.entry for step in steps}
    for model in {model for model, _pk in by_number}:
        for link in own_links(model):
            for pk in leading_back(link):
                entry = by_number.get((model, pk))
                if entry is not None and not any(finding.field == link.name for finding in entry.findings):
                    entry.find(LEADS_BACK, link.name)


def snapshot_lines(taken_from: Snapshots, whole: Whole) -> list[dict] | None:
    return taken_from[whole][1] if whole in taken_from else None


def affected(changes: Iterable[Step], stored: Stored) -> list[Model]:
    """Return the rows whose records the changes touch: those changed, owners of new parts, and statements opposed."""
    rows = [step.existing for step in changes if step.existing is not None]
    for step in changes:
        entry = step.entry
        for name in getattr(entry.model, "owner_fields", ("stop", "visit")):
            if identity := entry.links.get(name):
                rows += stand_in(stored, entry.model, name, identity)
        for side in step.fields.get("contradicts", ()):
            for identity in side or ():
                rows += stand_in(stored, entry.model, "contradicts", tuple(identity))
    return rows


def stand_in(stored: Stored, model: type[Model], name: str, identity: tuple[str, ...]) -> list[Model]:
    """Return a stand-in for the record that `name` names, if the register has it: its number is enough."""
    target = target_of(model, name)
    pk = stored.find((target, identity))
    if pk is None:
        return []
    if target is models.Stop:
        visit = stored.find((models.Visit, identity[:1]))
        return [models.Visit(pk=visit)] if visit else []
    return [target(pk=pk)]


def unfit_for_the_public(before: Snapshots, after: Snapshots) -> list[FileFinding]:
    """Return a finding for each public record that would name an unpublished one, or show a picture without words."""
    sentences: list[str] = []
    for model, ids in by_models(whole for whole in after if is_public_snapshot(snapshot_lines(after, whole))).items():
        for record, _lines in snapshots(model, ids):
            sentences += unpublished_names(record)
        sentences += [
            f"{kind_of(model)}/{after[model, pk][0]}: {UNSAID}" for pk in ids if has_unsaid(after[model, pk][1])
        ]
    hidden = [whole for whole in before if is_public_snapshot(snapshot_lines(before, whole))]
    hidden = [whole for whole in hidden if not is_public_snapshot(snapshot_lines(after, whole))]
    sentences += [sentence for sentence in published_referrers(hidden) if sentence not in sentences]
    return [FileFinding(PlaceInFile(_("(register)")), sentence, conflict=True) for sentence in sentences]


def has_unsaid(taken_lines: list[dict]) -> bool:
    """Whether a record has a picture that says nothing to those who do not see it, in one of the languages."""
    pictures = (line["fields"] for line in taken_lines if line["model"] == models.Picture._meta.label_lower)
    return any(not fields.get(f"alternative_{code}") for fields in pictures for code in LANGUAGES)


def by_models(records: Iterable[Whole]) -> dict[type[Model], list[int]]:
    result: dict[type[Model], list[int]] = {}
    for model, pk in records:
        result.setdefault(model, []).append(pk)
    return result


def answering(published: list[str], by: Account, files: list[str]) -> list[FileFinding]:
    """Return why nobody, or not this user, may answer for what becomes public."""
    if not published or may_publish(by):
        return []
    count = len(published)
    if by is None:
        message = _("This publishes or changes published records (%(count)s): say who answers for it with --as USER.")
    else:
        message = _("%(user)s may not publish records, and this publishes or changes published ones (%(count)s).")
    return [FileFinding(PlaceInFile(", ".join(files)), message % {"count": count, "user": by})]


def keep_batch(files: list[str], before: Snapshots, after: Snapshots, addresses: Addresses, by: Account) -> int:
    """Write the batch: one change for each record whose snapshot differs, and for each former address."""
    batch = new_batch(files, by)
    common = {"at": batch.at, "by": by, "batch": batch}
    of_records = changes_between(before, after, **common)
    of_addresses = address_changes(addresses, all_addresses(), **common)
    Change.objects.bulk_create([*of_records, *of_addresses], batch_size=200)
    translations.follow(of_records)
    return batch.pk


def new_batch(files: list[str], by: Account) -> Batch:
    """Write the batch of an import: what it changes and what it proposes is taken back with it."""
    names = [name.encode("utf-8", "backslashreplace").decode() for name in files]
    return Batch.objects.create(at=timezone.now(), by=by, files=names)


def changes_between(before: Snapshots, after: Snapshots, **common: Any) -> list[Change]:
    result = []
    for whole in sorted(before.keys() | after.keys(), key=lambda each: (kind_of(each[0]), each[1])):
        old, new = snapshot_lines(before, whole), snapshot_lines(after, whole)
        if old != new:
            key = (after.get(whole) or before[whole])[0]
            result.append(
                Change(
                    kind=kind_of(whole[0]), key=key, action=action_between(old, new), before=old, after=new, **common
                )
            )
    return result
