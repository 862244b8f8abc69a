"""Records that lead back to themselves: a part of its own part, a State that succeeds itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.db.models import ForeignKey, ManyToManyField, Model

Targets = Mapping[int, set[int]]


def own_links(model: type[Model]) -> Iterator[ForeignKey | ManyToManyField]:
    """Yield the columns and links by which a record of `model` names others of its own kind."""
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.related_model is model and isinstance(field, ForeignKey | ManyToManyField):
            yield field


def leading_back(field: ForeignKey | ManyToManyField, instead: Targets | None = None) -> set[int]:
    """Return the numbers of the records that `field` leads, one after the other, back to themselves.

    What `instead` says of a record counts in place of what is stored. A link that goes both ways leads back
    at once, so there only a record that names itself is found.
    """
    targets = defaultdict(set)
    for pk, target in field.model._default_manager.exclude(**{field.name: None}).values_list("pk", field.name):
        targets[pk].add(target)
    targets |= instead or {}
    if getattr(field.remote_field, "symmetrical", False):
        return {pk for pk, named in targets.items() if pk in named}
    rest = _without_ends(targets)
    return {pk for pk in rest if pk in _reached(pk, rest)}


def _without_ends(targets: Targets) -> dict[int, set[int]]:
    """Return `targets` without what leads nowhere, again and again: what is left leads into a circle."""
    naming = defaultdict(set)
    for pk, named in targets.items():
        for target in named:
            naming[target].add(pk)
    rest = {pk: set(named) for pk, named in targets.items()}
    ends = [pk for pk in naming if not rest.get(pk)]
    while ends:
        end = ends.pop()
        rest.pop(end, None)
        for pk in naming[end]:
            rest[pk].discard(end)
            if not rest[pk]:
                ends.append(pk)
    return {pk: named for pk, named in rest.items() if named}


def _reached(start: int, targets: Targets) -> set[int]:
    found, ahead = set(), {start}
    while ahead:
        ahead = set().union(*(targets.get(pk, set()) for pk in ahead)) - found
        found |= ahead
    return found
