"""Records with more parts than one answer holds: their lines some at a time, in the order of the keys of the parts."""

from collections.abc import Collection, Iterable

from django.db.models import Count, Q

from partnerships.models import Meeting, Record, Visit
from partnerships.models.base import Derived
from partnerships.records.snapshot.taking import Lines, part_relations, snapshots

#: An answer holds no more parts of one sort of a record than this; the meetings at a stop come with it.
MOST_PARTS = 500


def crowded_ones(model: type[Record], ids: Collection[int]) -> set[int]:
    """Return those of the records `ids` that have more parts of one sort."""
    asked = []
    for name, part in _parts(model):
        owner = model._meta.get_field(name).field.attname  # pyright: ignore[reportAttributeAccessIssue]
        of_each = part._meta.base_manager.filter(**{f"{owner}__in": list(ids)}).order_by().values(owner)
        asked.append(of_each.annotate(parts=Count("pk")).filter(parts__gt=MOST_PARTS).values_list(owner))
    if not asked or not ids:
        return set()
    first, *others = asked
    return {pk for (pk,) in (first.union(*others) if others else first)}


def lines_after(record: Record, after: str) -> tuple[Lines, str]:
    """Return the line of `record` with those of its parts whose keys come after one, and the key to go on from.

    There is none to go on from once all parts are told.
    """
    last = ""
    for name, _part in _parts(type(record)):
        further = getattr(record, name).filter(key__gt=after).order_by("key")
        keys = list(further.values_list("key", flat=True)[: MOST_PARTS + 1])
        if len(keys) > MOST_PARTS:
            last = min(last or keys[-2], keys[-2])
    among = Q(key__gt=after, key__lte=last) if last else Q(key__gt=after)
    ((_record, lines),) = snapshots(type(record), [record.pk], among)
    return lines, last


def _parts(model: type[Record]) -> Iterable[tuple[str, type[Derived]]]:
    """Return by which name records of `model` reach each sort of their parts."""
    yield from ((name, part) for part, name in part_relations(model))
    if issubclass(model, Visit):
        yield "meetings", Meeting
