"""The kinds of record, in an order in which every record stands after those that it must name, and their parts."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from partnerships import models
from partnerships.models.base import model_at_end

from . import agreements, cooperation, decisions, missions, offices, pages, partners, people, sources, visits
from .kind import FURTHER, MAIN, Concerns, Kind, Reach, Task, owner_paths
from .moments import Moments, When
from .thereby import SERVICE, THEREBY, DerivedLines

__all__ = [
    "FURTHER",
    "KINDS",
    "MAIN",
    "ON_THE_TIMELINE",
    "PARTS",
    "SERVICE",
    "THEREBY",
    "WRITTEN",
    "Concerns",
    "DerivedLines",
    "Kind",
    "Moments",
    "Reach",
    "Task",
    "When",
    "kind_of",
    "paths_to_names",
    "owner_paths",
    "record_named",
    "record_of",
    "records_named",
    "standing_on",
]

#: The only list of kinds.
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        sources.SOURCE,
        cooperation.AREA,
        partners.STATE,
        partners.PLACE,
        partners.ORGANIZATION,
        partners.PARTNER,
        partners.FRAMEWORK,
        partners.MEMBERSHIP,
        people.PERSON,
        missions.EMBASSY,
        missions.MISSION,
        offices.OFFICE,
        offices.TENURE,
        decisions.DECISION,
        missions.DESIGNATION,
        agreements.AGREEMENT,
        visits.VISIT,
        visits.MEETING,
        cooperation.POSTING,
        cooperation.ACTIVITY,
        cooperation.STATEMENT,
        pages.PAGE,
    )
}

#: Those of them that have lines on the timeline.
ON_THE_TIMELINE: dict[str, Kind] = {name: kind for name, kind in KINDS.items() if kind.moments is not None}

#: All that lines are written for: the records of a kind, and those for whose sake lines are derived from several.
WRITTEN: dict[str, Kind | DerivedLines] = {**ON_THE_TIMELINE, THEREBY.name: THEREBY}

#: The parts, in an order in which each stands after those that it may name.
PARTS = (
    models.Name,
    models.Alias,
    models.Milestone,
    models.Stop,
    models.Participation,
    models.Beneficiary,
    models.Picture,
    models.Citation,
)


def kind_of(model: type[Model] | Model) -> str:
    """Return the name of the kind that `model`, or a record of it, belongs to."""
    return model._meta.model_name or ""


def record_named(kind: str, key: str) -> models.Record | None:
    """Return the record of a kind and a key, whatever its state; None where there is none."""
    return KINDS[kind].model._default_manager.filter(key=key).first()


def records_named(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], models.Record]:
    """Return records by their kinds and keys, in one query per kind; those that are not there are left out."""
    keys: dict[str, set[str]] = {}
    for kind, key in names:
        keys.setdefault(kind, set()).add(key)
    return {
        (kind, record.key): record
        for kind, several in keys.items()
        for record in KINDS[kind].model._default_manager.filter(key__in=several)
    }


def record_of(instance: Model) -> models.Record | None:
    """Return the record that `instance` belongs to: itself, or for a part its owner's owner."""
    if isinstance(instance, models.Meeting) and instance.is_part:
        return instance.owner
    if isinstance(instance, models.Record):
        return instance
    if isinstance(instance, models.Part) and instance.owner is not None:
        return record_of(instance.owner)
    return None


def paths_to_names(kind: Kind) -> tuple[str, ...]:
    """Return the paths to what names the records that `kind` concerns, where they have no names of their own."""
    concerned = ((KINDS[name], path) for name, paths in kind.concerns.items() for path in paths)
    return tuple(f"{path}.{step}" for found, path in concerned for step in found.named_by)


def standing_on(name: str) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds that stand in full on the pages of the kind `name`, each with the path that leads there."""
    for kind in KINDS.values():
        for path in kind.stands_on:
            if model_at_end(kind.model, path) is KINDS[name].model:
                yield kind, path
