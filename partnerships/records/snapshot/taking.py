"""The one serialiser: a record with its parts and links, exactly as its lines stand in a fixture.

Natural keys only, both languages, no field that has its default value, nothing derived. Export,
history, comparison, restore, the plan of an import and its undo all read this.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Field, ForeignKey, ManyToManyField, Model, Prefetch, Q, prefetch_related_objects

from partnerships.chunks import chunks
from partnerships.kept_in_process import remembered
from partnerships.models import Meeting, Part, Record, Stop, Visit
from partnerships.models.base import Derived, related_name, translated_names

from ..kinds import PARTS, record_of

D = TypeVar("D", bound=Derived)

#: So many records are read at once: few enough for the longest list of parameters of a query.
CHUNK = 400

#: The lines of a record and its parts.
Lines = list[dict]
#: A record as a whole: its model and its number in the database.
Whole = tuple[type[Model], int]
#: The key and the lines of several records.
Snapshots = dict[Whole, tuple[str, Lines]]


def snapshot(record: Model) -> Lines:
    """Return the lines of `record` (or of the record that a part belongs to) as the database holds them."""
    whole = record_of(record)
    if whole is None or whole.pk is None:
        return []
    return next((lines for _, lines in snapshots(type(whole), [whole.pk])), [])


def digest(record: Model) -> str:
    """Return a short text that differs whenever the snapshot of `record` does."""
    return digest_of(snapshot(record))


def digest_of(lines: list[dict]) -> str:
    text = json.dumps(lines, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def snapshots(model: type[Model], ids: Iterable[int], among: Q | None = None) -> Iterator[tuple[Record, Lines]]:
    """Yield each record of `model` among `ids`, in their order, with its lines.

    Where `among` is given, the lines hold those parts alone for which it holds.
    """
    for chunk in chunks(ids, CHUNK):
        found = model._meta.base_manager.in_bulk(chunk)
        records = [found[pk] for pk in chunk if pk in found]
        prefetch_related_objects(records, *(lookups(model) if among is None else _lookups_among(model, among)))
        for record in records:
            yield record, lines_with_parts(record)


def snapshots_of(records: Iterable[Whole]) -> Snapshots:
    """Return the snapshot of each record that exists by itself, with its key."""
    by_model: dict[type[Model], list[int]] = {}
    for model, pk in records:
        by_model.setdefault(model, []).append(pk)
    result: Snapshots = {}
    for model, ids in by_model.items():
        for record, lines in snapshots(model, sorted(ids)):
            if not getattr(record, "is_part", False):
                result[model, record.pk] = (record.key, lines)
    return result


def lines_with_parts(record: Record) -> Lines:
    """Return the line of `record`, then those of its parts, from what is loaded of them."""
    return [line(each) for each in whole(record)]


def whole(record: Record) -> Iterator[Derived]:
    """Yield `record`, then its parts; the meetings of a visit come after its stops, with their own parts."""
    yield record
    for part, name in part_relations(type(record)):
        parts = parts_in_order(getattr(record, name).all())
        yield from parts
        if part is Stop and isinstance(record, Visit):
            at_stops = (each for stop in parts for each in stop.meetings.all())
            for meeting in parts_in_order((*at_stops, *record.meetings.all())):
                yield from whole(meeting)


def parts_in_order(parts: Iterable[D]) -> list[D]:
    return sorted(parts, key=lambda part: part.key)


def line(instance: Derived) -> dict:
    """Return the one line of `instance` alone: `{"model": …, "fields": {…}}`, its key first."""
    fields: dict[str, Any] = {"key": instance.key}
    for field in fixture_fields(type(instance)):
        value = field_value(instance, field)
        if value is not None and field.name != "key":
            fields[field.name] = value
    return {"model": instance._meta.label_lower, "fields": fields}


def field_value(instance: Derived, field: Field) -> Any:
    """Return what a fixture says of `field`, or None where it says nothing."""
    if isinstance(field, ManyToManyField):
        return sorted(list(each.natural_key()) for each in getattr(instance, field.name).all()) or None
    if isinstance(field, ForeignKey):
        target = getattr(instance, field.name)
        return list(target.natural_key()) if target is not None else None
    return stated(field, getattr(instance, field.attname), default_of(instance, field))


def stated(field: Field, value: Any, default: Any) -> Any:
    """Return how a fixture writes `value`, or None where it is the default."""
    value = field.to_python(value)
    return None if value is None or value == default else as_json_value(value)


def default_of(instance: Derived, field: Field) -> Any:
    """Return the value that stands where a fixture says nothing of `field`."""
    if field.name == "publication" and isinstance(instance, Meeting) and instance.is_part:
        return ""
    return field.get_default()


def as_json_value(value: Any) -> Any:
    """Return `value` as JSON writes it: instants in UTC, numbers without idle zeros."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


@remembered()
def fixture_fields(model: type[Model]) -> tuple[Field, ...]:
    """Return the fields of `model` that a fixture may give: neither derived nor without language."""
    translated = translated_names(model)
    fields = []
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.name in translated:
            fields += languages_of(model, field.name)
        elif field.editable and not field.primary_key and not hasattr(field, "translated_field"):
            fields.append(field)
    return tuple(fields)


def languages_of(model: type[Model], name: str) -> list[Field]:
    """Return the columns that hold the text `name` in each language."""
    return [
        field
        for field in model._meta.concrete_fields
        if hasattr(field, "translated_field") and field.translated_field.name == name
    ]


@remembered()
def part_relations(model: type[Model]) -> tuple[tuple[type[Part], str], ...]:
    """Return the parts that records of `model` have, each with the name by which they are reached."""
    return tuple(
        (part, related_name(part, owner))
        for part in PARTS
        for owner in part.owner_fields
        if part._meta.get_field(owner).related_model is model
    )


@remembered()
def lookups(model: type[Model]) -> tuple[str, ...]:
    """Return what has to be loaded along, so that the lines of many records take few queries."""
    names = list(link_fields(model))
    for part, name in part_relations(model):
        names += [name, *(f"{name}__{link}" for link in link_fields(part))]
        if part is Stop:
            for meetings in (f"{name}__meetings", "meetings"):
                names += [meetings, *(f"{meetings}__{lookup}" for lookup in lookups(Meeting))]
    return tuple(names)


def _lookups_among(model: type[Model], among: Q) -> Iterator[str | Prefetch]:
    parts = {name: part._default_manager for part, name in part_relations(model)}
    parts |= {"meetings": Meeting._default_manager} if model is Visit else {}
    for name in lookups(model):
        yield Prefetch(name, parts[name].filter(among)) if name in parts else name


def link_fields(model: type[Model]) -> list[str]:
    """Return the fields that name other records; a part’s own record is at hand already."""
    owners = model.owner_fields if issubclass(model, Part) else ("stop", "visit")
    return [field.name for field in fixture_fields(model) if field.remote_field and field.name not in owners]
