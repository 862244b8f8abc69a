"""Snapshots written back over what the register holds now. Whoever calls this holds the transaction."""

import hashlib
from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from .entries import MODELS, Entry, Reference, fields_of
from .findings import FileFinding, NothingWritten, PlaceInFile
from .import_steps import steps_of
from .ordering import find_unknown, ordered
from .stored import FewStored, Stored
from .taking import Lines
from .understanding import understood_object
from .writing import Writer

#: Numbers of rows that are written only to be looked at begin here; no browser rounds them.
FIRST_NUMBER = 2**52


def bring_to(now: Lines, then: Lines, *, number: Callable[[Reference], int | None] | None = None) -> None:
    """Bring one record, which is `now`, to the snapshot `then`. Raises `NothingWritten` where the rules forbid it."""
    take_out_parts([(now, then)], FewStored())
    write_back([then], FewStored(), number)


def number_from_key(reference: Reference) -> int:
    """Return a number for a new row that is the same each time: its natural key decides."""
    text = "/".join((reference[0]._meta.label_lower, *reference[1]))
    return FIRST_NUMBER + int.from_bytes(hashlib.sha256(text.encode()).digest()[:6])


def write_back(
    snapshots: Iterable[Lines], stored: Stored | None = None, number: Callable[[Reference], int | None] | None = None
) -> None:
    """Bring every record back to its snapshot. Raises `NothingWritten` where the rules of today forbid it."""
    entries = ordered(entry for lines in snapshots for entry in entries_of_snapshot(lines))
    stored = stored or Stored()
    find_unknown(entries, stored, set())
    Writer(stored, lambda *_: None, number).write(steps_of(entries, stored, lock=True))
    findings = [finding for entry in entries for finding in entry.findings]
    if findings:
        raise NothingWritten(*map(str, findings), findings=findings)


def take_out_parts(changes: Iterable[tuple[Lines, Lines]], stored: Stored | None = None) -> None:
    """Delete the parts that a record has now and had not then; each change is a pair of snapshots, now and then.

    Parts of parts are deleted first.
    """
    stored = stored or Stored()
    added = []
    for now, then in changes:
        held = {entry.reference for entry in entries_of_snapshot(then)}
        added += [entry for entry in entries_of_snapshot(now)[1:] if entry.reference not in held]
    for entry in sorted(added, key=lambda entry: MODELS.index(entry.model), reverse=True):
        if pk := stored.find(entry.reference):
            for part in entry.model._meta.base_manager.filter(pk=pk):
                part.delete()


def entries_of_snapshot(lines: Lines) -> list[Entry]:
    """Return what a snapshot says; of the lists it does not give, that they are empty."""
    place = PlaceInFile(_("(history)"))
    understandings = [understood_object(place, value) for value in lines]
    if problems := [problem for problem, entry in understandings if entry is None]:
        raise NothingWritten(*(str(FileFinding(place, problem)) for problem in problems))
    entries = [entry for _problem, entry in understandings if entry is not None]
    for entry in entries:
        for name, each in fields_of(entry.model).items():
            if each.many_to_many:
                entry.many.setdefault(name, [])
    return entries
