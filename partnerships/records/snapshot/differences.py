"""What changed between two snapshots of a record, as small operations that can be carried out one by one."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from partnerships.models import Meeting, Part
from partnerships.models.base import target_of

from .entries import BY_LABEL
from .taking import Lines

ADD, REMOVE, CHANGE = "add", "remove", "change"

#: By what a line is known: its label, and its natural key with the kind of its owner.
Known = tuple[str, ...]
Pieces = dict[Known, dict]


class Gone(LookupError):
    """An operation asks for a part that is no more."""


@dataclass(frozen=True)
class Difference:
    """One operation: a field goes from one value to another, or a part comes or goes, with what hangs on it."""

    known: Known
    action: str
    field: str = ""
    before: Any = None
    after: Any = None
    lines: tuple[dict, ...] = ()

    @property
    def name(self) -> str:
        """A short text that names the operation in a form."""
        text = json.dumps([self.known, self.action, self.field, self.after, self.lines], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def model(self) -> type[Model]:
        return BY_LABEL[self.known[0]]

    @property
    def is_list(self) -> bool:
        """Whether it is about a list of other records."""
        return bool(self.field) and is_list(self.known[0], self.field)


def is_list(label: str, name: str) -> bool:
    return bool(BY_LABEL[label]._meta.get_field(name).many_to_many)


def known_as(line: dict) -> Known:
    """Return what tells `line` from every other: its model and key, and for a part whose it is."""
    model, fields = BY_LABEL[line["model"]], line["fields"]
    for owner in getattr(model, "owner_fields", ()):
        if owner in fields:
            return (line["model"], owner, *fields[owner], fields["key"])
    return line["model"], fields["key"]


def pieces_of(lines: Iterable[dict]) -> Pieces:
    return {known_as(line): line for line in lines}


def hangs_on(line: dict) -> Iterator[Known]:
    """Yield what `known_as` returns of the record or part to which the line belongs."""
    model = BY_LABEL[line["model"]]
    owners = ("stop", "visit") if model is Meeting else getattr(model, "owner_fields", ())
    for name in owners:
        if natural := line["fields"].get(name):
            target: Any = target_of(model, name)
            one_owner = issubclass(target, Part) and len(target.owner_fields) == 1
            yield (target._meta.label_lower, *((target.owner_fields[0],) if one_owner else ()), *natural)


def differences_between(before: Lines, after: Lines) -> list[Difference]:
    """Return the operations that lead from one snapshot of a record to another."""
    old, new = pieces_of(before), pieces_of(after)
    found = []
    for known in (*old, *(each for each in new if each not in old)):
        if known in old and known in new:
            found += _changed(known, old[known]["fields"], new[known]["fields"])
        elif known in old:
            found += _whole(known, REMOVE, old, new)
        else:
            found += _whole(known, ADD, new, old)
    return found


def _changed(known: Known, old: dict, new: dict) -> Iterator[Difference]:
    for name in (*old, *(each for each in new if each not in old)):
        if old.get(name) != new.get(name):
            yield Difference(known, CHANGE, name, old.get(name), new.get(name))


def _whole(known: Known, action: str, here: Pieces, there: Pieces) -> Iterator[Difference]:
    """Yield a part that is on one side alone, with what hangs on it, unless it hangs on such a part itself."""
    if any(owner in here and owner not in there for owner in hangs_on(here[known])):
        return
    lines = [each for each in _with_hanging(known, here) if known_as(each) not in there]
    yield Difference(known, action, lines=tuple(lines))


def _with_hanging(known: Known, pieces: Pieces) -> list[dict]:
    """Return a line and those that hang on it, directly or through one another."""
    found = {known: pieces[known]}
    while more := {
        each: line
        for each, line in pieces.items()
        if each not in found and any(owner in found for owner in hangs_on(line))
    }:
        found.update(more)
    return list(found.values())


def carried_out(lines: Lines, operations: Iterable[Difference]) -> Lines:
    """Return the snapshot `lines` with `operations` carried out. Raises `Gone` where a part is missing."""
    pieces = {known: {**line, "fields": dict(line["fields"])} for known, line in pieces_of(lines).items()}
    for each in operations:
        if each.action == ADD:
            pieces.update(pieces_of(each.lines))
        elif each.action == REMOVE:
            for line in _with_hanging(each.known, pieces) if each.known in pieces else ():
                pieces.pop(known_as(line))
        elif each.known not in pieces:
            raise Gone(each.known)
        else:
            _set(pieces[each.known]["fields"], each)
    return list(pieces.values())


def _set(fields: dict, operation: Difference) -> None:
    value = operation.after
    if operation.is_list:
        value = merged(operation.before, fields.get(operation.field), operation.after)
    if value is None:
        fields.pop(operation.field, None)
    else:
        fields[operation.field] = value


def merged(before: list | None, now: list | None, after: list | None) -> list | None:
    """Return the list `now` with what came and went between `before` and `after`."""
    old, new = _set_of(before), _set_of(after)
    kept = (_set_of(now) - (old - new)) | (new - old)
    return sorted(list(each) for each in kept) or None


def _set_of(values: list | None) -> set[tuple]:
    return {tuple(each) for each in values or ()}


def clashes(lines: Lines, operation: Difference) -> bool:
    """Whether somebody else changed meanwhile, otherwise, what the operation changes."""
    pieces = pieces_of(lines)
    here = pieces.get(operation.known)
    if operation.action == ADD:
        return here is not None and here != pieces_of(operation.lines)[operation.known]
    if operation.action == REMOVE:
        removed = pieces_of(operation.lines)
        return here is not None and any(
            line != removed.get(known) for known, line in pieces_of(_with_hanging(operation.known, pieces)).items()
        )
    if here is None:
        return True
    now = here["fields"].get(operation.field)
    return not operation.is_list and now not in (operation.before, operation.after)


def is_done(lines: Lines, operation: Difference) -> bool:
    """Whether the snapshot says already what the operation would make of it."""
    here = pieces_of(lines).get(operation.known)
    if operation.action == ADD:
        return here == pieces_of(operation.lines)[operation.known]
    if operation.action == REMOVE:
        return here is None
    if here is None:
        return False
    now = here["fields"].get(operation.field)
    wanted = merged(operation.before, now, operation.after) if operation.is_list else operation.after
    return now == wanted
