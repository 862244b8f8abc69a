"""In which order lines are written, and what they name that is nowhere."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models.base import target_of

from .entries import MODELS, Entry, Reference, line_name
from .stored import Stored

_ORDER = {model: number for number, model in enumerate((*MODELS, models.FormerAddress))}


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries so that each follows those it names, as far as they do not name each other in a circle."""
    entries = sorted(entries, key=lambda entry: _ORDER[entry.model])
    by_reference = {entry.reference: entry for entry in entries if entry.identity}
    done: dict[int, Entry] = {}
    for entry in entries:
        _follow(entry, by_reference, done)
    return list(done.values())


def _follow(entry: Entry, by_reference: dict[Reference, Entry], done: dict[int, Entry]) -> None:
    """Put `entry` after the chain of records of its own model that it names (no recursion: chains may be long)."""
    chain, seen = [], set()
    current: Entry | None = entry
    while current is not None and id(current) not in done and id(current) not in seen:
        chain.append(current)
        seen.add(id(current))
        current = _own_kind(current, by_reference)
    for each in reversed(chain):
        done.setdefault(id(each), each)


def _own_kind(entry: Entry, by_reference: dict[Reference, Entry]) -> Entry | None:
    """Return the entry of the same model that this one names by a foreign key (no model has two such)."""
    for name, identity in entry.links.items():
        if identity and target_of(entry.model, name) is entry.model:
            return by_reference.get((entry.model, identity))
    return None


def find_unknown(entries: list[Entry], stored: Stored, broken_keys: set[str]) -> None:
    """Note each reference to something that is neither in the register nor in the files."""
    in_files = {entry.reference for entry in entries}
    for entry in entries:
        for name, reference in references(entry):
            if reference in in_files or stored.find(reference) is not None or reference[1][-1] in broken_keys:
                continue
            entry.find(unknown_sentence(reference), name)
            entry.broken.add(name)


def unknown_sentence(reference: Reference) -> str:
    return _("“%(name)s” is neither in the register nor in the files.") % {"name": line_name(*reference)}


def references(entry: Entry) -> list[tuple[str, Reference]]:
    """Return every reference of the entry, with the field that holds it."""
    single = [(name, identity) for name, identity in entry.links.items() if identity]
    several = [(name, identity) for name, identities in entry.many.items() for identity in identities]
    return [(name, (target_of(entry.model, name), identity)) for name, identity in single + several]


def find_one_sided(entries: list[Entry]) -> None:
    """Note where one statement contradicts another whose own list leaves it out.

    The link goes both ways, so each load of such a file would write what the last one took away.
    """
    statements = {entry.identity: entry for entry in entries if entry.model is models.Statement and entry.identity}
    denied = {identity: set(entry.many.get("contradicts", ())) for identity, entry in statements.items()}
    for identity, entry in statements.items():
        for other in entry.many.get("contradicts", ()):
            if other in denied and identity not in denied[other] and "contradicts" in statements[other].many:
                message = _("“%(name)s” lists what it contradicts, without this statement; it goes both ways.")
                entry.find(message % {"name": statements[other].name}, "contradicts", conflict=True)
