"""What the register holds already, by natural keys, read in few queries."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, prefetch_related_objects

from partnerships import models
from partnerships.chunks import chunks
from partnerships.models.base import target_of

from .entries import Reference, owner_columns
from .taking import CHUNK, Whole, link_fields


class Stored:
    """Knows the number of every record and part by its natural key; loads each model once."""

    def __init__(self) -> None:
        self._ids: dict[type[Model], dict[tuple[str, ...], int]] = {}

    def ids(self, model: type[Model]) -> dict[tuple[str, ...], int]:
        if model not in self._ids:
            self._ids[model] = dict(natural_keys(model))
        return self._ids[model]

    def find(self, reference: Reference) -> int | None:
        model, identity = reference
        return self.ids(model).get(identity)

    def add(self, reference: Reference, pk: int) -> None:
        model, identity = reference
        self.ids(model)[identity] = pk

    def drop(self, reference: Reference) -> None:
        model, identity = reference
        self.ids(model).pop(identity, None)


class FewStored(Stored):
    """The same for a record or two in a large register: each natural key is asked for by itself."""

    def find(self, reference: Reference) -> int | None:
        model, identity = reference
        known = self._ids.setdefault(model, {})
        if identity not in known and (pk := one_number(model, identity)) is not None:
            known[identity] = pk
        return known.get(identity)

    def ids(self, model: type[Model]) -> dict[tuple[str, ...], int]:
        return self._ids.setdefault(model, {})


def one_number(model: type[Model], identity: tuple[str, ...]) -> int | None:
    """Return the number of the row that has this natural key, or None."""
    lookup = model.natural_lookup(*identity) if issubclass(model, models.Part) else {"key": identity[-1]}
    return model._meta.base_manager.filter(**lookup).values_list("pk", flat=True).first()


def natural_keys(model: type[Model]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the natural key and the number of every row of `model`."""
    rows = model._meta.base_manager.all()
    if model is models.FormerAddress:
        for kind, language, slug, pk in rows.values_list("kind", "language", "slug", "pk"):
            yield (kind, language, slug), pk
        return
    owners = owner_columns(model)
    if not owners:
        for key, pk in rows.values_list("key", "pk"):
            yield (key,), pk
    for owner in owners:
        prefix = [owner] if len(owners) > 1 else []
        named = rows.filter(**{f"{owner}__isnull": False})
        for owner_key, key, pk in named.values_list(f"{owner}__key", "key", "pk"):
            yield (*prefix, owner_key, key), pk


def load_rows(model: type[Model], ids: Iterable[int], *, lock: bool) -> dict[int, Any]:
    """Return the rows `ids` of `model` with what they name, locked against others until the end."""
    ids, found = sorted(ids), {}
    names = [] if model is models.FormerAddress else [*link_fields(model), *owners_to_load(model)]
    rows = model._meta.base_manager.order_by("pk")
    for numbers in chunks(ids, CHUNK):
        some = list((rows.select_for_update() if lock else rows).filter(pk__in=numbers))
        prefetch_related_objects(some, *names)
        found.update({row.pk: row for row in some})
    return found


def owners_to_load(model: type[Model]) -> tuple[str, ...]:
    if model is models.Meeting:
        return ("stop__visit", "visit")
    return owner_columns(model)


def wholes(instances: Iterable[Model]) -> set[Whole]:
    """Return the records to which `instances` belong, meetings of a visit counted to their visit."""
    owners = {owner for instance in instances if (owner := owner_of(instance)) is not None}
    meetings = [pk for model, pk in owners if model is models.Meeting]
    visits: dict[int, int] = {}
    for numbers in chunks(meetings, CHUNK):
        some = models.Meeting._meta.base_manager.filter(pk__in=numbers)
        of_visits = some.exclude(models.Meeting.BY_ITSELF).values_list("pk", "stop__visit_id", "visit_id")
        visits.update((pk, at_stop or visit) for pk, at_stop, visit in of_visits)
    return {
        (models.Visit, visits[pk]) if model is models.Meeting and pk in visits else (model, pk) for model, pk in owners
    }


def owner_of(instance: Model) -> Whole | None:
    if isinstance(instance, models.Part):
        name = instance.owner_field
        return (target_of(type(instance), name), getattr(instance, f"{name}_id")) if name else None
    return (type(instance), instance.pk) if isinstance(instance, models.Record) else None
