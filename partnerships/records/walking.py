"""From a record along its links to other records."""

from collections.abc import Iterable
from typing import Any

from partnerships.models import Record
from partnerships.models.base import Derived

from .kinds import KINDS, kind_of

_NONE: dict[str, Any] = {}


def walk(record: Derived, path: str) -> list[Record]:
    """Return the records at the end of `path` (`stop.visit.partners`), through links to one and to many."""
    found: list[Any] = [record]
    for step in path.split("."):
        found = [target for source in found for target in _targets(source, step)]
    return list(dict.fromkeys(found))


def _targets(source: Derived, step: str) -> Iterable[Any]:
    # What was loaded beside it stands there already: the manager that the relation makes of it costs more than it.
    loaded = source.__dict__.get("_prefetched_objects_cache", _NONE)
    if step in loaded:
        return loaded[step]
    target = getattr(source, step)
    if target is None:
        return []
    return target.all() if hasattr(target, "all") else [target]


def concerned_records(record: Record, facet: str) -> list[Record]:
    """Return the records of the kind `facet` that `record` concerns."""
    paths = KINDS[kind_of(record)].concerns.get(facet, ())
    return list(dict.fromkeys(target for path in paths for target in walk(record, path)))
