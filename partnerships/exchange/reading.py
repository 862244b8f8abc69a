"""From files to entries: each line understood, and those that say the same counted once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile, first_findings
from partnerships.records.snapshot.understanding import understood_object

from .scanning import MOST, scan


@dataclass
class Reading:
    """All the lines of all the files, and what is wrong with them."""

    files: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    findings: list[FileFinding] = field(default_factory=list)
    broken_keys: set[str] = field(default_factory=set)


def read_files(files: Iterable[tuple[str, bytes]]) -> Reading:
    """Return what the files (name and content) say. Lines that say the same twice count once."""
    reading = Reading()
    for name, content in files:
        reading.files.append(name)
        scanned = scan(name, content)
        reading.broken_keys |= scanned.broken_keys
        no_objects = [finding for place, value in scanned.objects for finding in add(reading, place, value)]
        reading.findings += [*scanned.findings, *first_findings(no_objects, MOST)]
    reading.entries = counted_once(reading.entries)
    return reading


def add(reading: Reading, place: PlaceInFile, value: Any) -> list[FileFinding]:
    """Understand one object; return why it is none."""
    problem, entry = understood_object(place, value)
    if entry is None:
        reading.broken_keys |= key_in(value)
        return [FileFinding(place, problem)]
    reading.entries.append(entry)
    return []


def key_in(value: Any) -> set[str]:
    fields = value.get("fields") if isinstance(value, dict) else None
    key = fields.get("key") if isinstance(fields, dict) else None
    return {key} if isinstance(key, str) else set()


def counted_once(entries: list[Entry]) -> list[Entry]:
    """Count equal lines once; of two that disagree, say so and keep the first."""
    kept: dict = {}
    for entry in entries:
        first = kept.setdefault(entry.reference if entry.identity else id(entry), entry)
        if first is not entry:
            first.findings += entry.findings
            if first.content() != entry.content():
                message = _("%(place)s says something else of the same record.")
                first.findings.append(
                    FileFinding(entry.place, message % {"place": first.place}, entry.name, conflict=True)
                )
    return list(kept.values())
