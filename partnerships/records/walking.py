"""From a record along its links to other records."""

from collections.abc import Iterable

from django.db.models import Model

from .kinds import KINDS, kind_of


def walk(record: Model, path: str) -> list[Model]:
    """Return the records at the end of `path` (`stop.visit.partners`), through links to one and to many."""
    found = [record]
    for step in path.split("."):
        found = [target for source in found for target in _targets(source, step)]
    return list(dict.fromkeys(found))


def _targets(source: Model, step: str) -> Iterable[Model]:
    target = getattr(source, step)
    if target is None:
        return []
    return target.all() if hasattr(target, "all") else [target]


def concerned(record: Model, facet: str) -> list[Model]:
    """Return the records of the kind `facet` that `record` concerns."""
    paths = KINDS[kind_of(record)].concerns.get(facet, ())
    return list(dict.fromkeys(target for path in paths for target in walk(record, path)))
