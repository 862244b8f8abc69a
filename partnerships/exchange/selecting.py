"""What belongs to one partner: what concerns it, and all that this names, so that it stands alone."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, Q

from partnerships import models
from partnerships.records.kinds import KINDS
from partnerships.records.references import named_by
from partnerships.records.snapshot.taking import snapshots

#: The numbers of the records chosen, by model.
Selection = dict[type[Model], set[int]]


def of_partner(partner: models.Partner, *, published: bool) -> Selection:
    """Return the partner, what concerns it, and everything that those name, and so on."""
    chosen: Selection = defaultdict(set)
    waiting = {(models.Partner, partner.pk), *concerning_partner(partner, published=published)}
    while waiting:
        for model, pk in waiting:
            chosen[model].add(pk)
        named = set(named_by_all(waiting))
        waiting = {(model, pk) for model, pk in named if pk not in chosen[model]}
    return chosen


def concerning_partner(partner: models.Partner, *, published: bool) -> Iterable[tuple[type[Model], int]]:
    """Yield what concerns the partner, by itself or by its State, and what may concern every partner of a day."""
    for kind in KINDS.values():
        paths = kind.concerns.get("partner", ())
        if paths:
            columns = ((path.replace(".", "__"), partner.pk) for path in paths)
            yield from _found(kind.model, Q(*columns, _connector=Q.OR), published)
        if kind.reach is not None and kind.reach.facet == "partner":
            yield from _found(kind.model, kind.reach.reaching(), published)


def _found(model: type[Model], condition: Q, published: bool) -> Iterable[tuple[type[Model], int]]:
    records = model._meta.base_manager.filter(condition)
    if model is models.Meeting:
        of_visits = records.exclude(models.Meeting.BY_ITSELF).values_list("stop__visit", "visit")
        for visit in {at_stop or visit for at_stop, visit in of_visits}:
            yield from _found(models.Visit, Q(pk=visit), published)
        records = records.filter(models.Meeting.BY_ITSELF)
    if published:
        records = records.filter(publication=models.Publication.PUBLISHED)
    for pk in records.values_list("pk", flat=True).distinct():
        yield model, pk


def named_by_all(records: Iterable[tuple[type[Model], int]]) -> Iterable[tuple[type[Model], int]]:
    by_model: Selection = defaultdict(set)
    for model, pk in records:
        by_model[model].add(pk)
    for model, ids in by_model.items():
        for record, _lines in snapshots(model, sorted(ids)):
            for target in named_by(record):
                yield type(target), target.pk
