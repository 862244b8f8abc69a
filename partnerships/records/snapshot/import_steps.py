"""What would change: each entry beside the row that the register holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model

from partnerships import models
from partnerships.models import FormerAddress
from partnerships.models.base import Derived

from .entries import ADDRESS_FIELDS, Entry, fields_of
from .stored import Stored, load_rows
from .taking import line, stated

CREATE, UPDATE, UNCHANGED = "create", "update", "unchanged"


@dataclass
class Step:
    """What is to be done with one entry, and from what to what its fields go."""

    entry: Entry
    action: str
    existing: Model | None
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def new_links(self) -> list[str]:
        """The lists of other records that differ."""
        return [name for name in self.entry.many if name in self.fields]

    def as_dict(self) -> dict:
        shown = {"record": self.entry.name, "model": self.entry.model._meta.label_lower}
        place = {"file": self.entry.place.file, "line": self.entry.place.line}
        fields = {name: {"before": before, "after": after} for name, (before, after) in self.fields.items()}
        return {**shown, **place, **({"fields": fields} if self.action == UPDATE else {})}


def steps_of(entries: list[Entry], stored: Stored, *, lock: bool) -> list[Step]:
    """Return the step for each entry, reading the rows of each model together."""
    by_model: dict[type[Model], list[int]] = {}
    found = {id(entry): stored.find(entry.reference) if entry.identity else None for entry in entries}
    for entry in entries:
        if pk := found[id(entry)]:
            by_model.setdefault(entry.model, []).append(pk)
    rows = {model: load_rows(model, ids, lock=lock) for model, ids in by_model.items()}
    return [compare(entry, rows.get(entry.model, {}).get(found[id(entry)] or 0)) for entry in entries]


def compare(entry: Entry, existing: Derived | FormerAddress | None) -> Step:
    """Return the step that brings `existing` (or nothing) to what `entry` says."""
    after = stated_fields(entry)
    before = held_fields(existing) if existing is not None else {}
    differing = {}
    for name in (*before, *(name for name in after if name not in before)):
        if name in entry.broken or (is_left_alone(entry, name)):
            continue
        if before.get(name) != after.get(name):
            differing[name] = (before.get(name), after.get(name))
    if existing is None:
        return Step(entry, CREATE, None, differing)
    return Step(entry, UPDATE if differing else UNCHANGED, existing, differing)


def is_left_alone(entry: Entry, name: str) -> bool:
    """A list that the file does not give stays; any other field takes its default, as `loaddata` does it."""
    return bool(fields_of(entry.model)[name].many_to_many) and name not in entry.many


def held_fields(existing: Derived | FormerAddress) -> dict[str, Any]:
    if isinstance(existing, FormerAddress):
        return {name: getattr(existing, name) for name in ADDRESS_FIELDS}
    return line(existing)["fields"]


def stated_fields(entry: Entry) -> dict[str, Any]:
    """Return the fields of the entry as the register will state them."""
    result = {}
    for name, each in fields_of(entry.model).items():
        value = as_stated(entry, name, each)
        if value is not None:
            result[name] = value
    return result


def as_stated(entry: Entry, name: str, each: Field) -> Any:
    if name in entry.many:
        return sorted(list(identity) for identity in entry.many[name]) or None
    if name in entry.links:
        identity = entry.links[name]
        return list(identity) if identity else None
    if each.remote_field or (name in OWN_STATE and is_of_a_visit(entry)):
        return None
    value = entry.values.get(name, each.get_default())
    if each.null and value == "":
        return None
    if entry.model is models.FormerAddress:
        return value
    return stated(each, value, each.get_default())


#: What a meeting of a visit has not: it is published with its visit.
OWN_STATE = ("publication", "published_at")


def is_of_a_visit(entry: Entry) -> bool:
    return entry.model is models.Meeting and bool(entry.links.get("stop") or entry.links.get("visit"))


def of_action(steps: Iterable[Step], action: str) -> list[Step]:
    return [step for step in steps if step.action == action]
