"""What belongs to one partner: what concerns it, and all that this names, so that it stands alone."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, Q

from partnerships import models
from partnerships.records.snapshot import snapshots

from .publication import named_by

#: The numbers of the records chosen, by model.
Selection = dict[type[Model], set[int]]

OF_THE_STATE = {
    models.Membership: ("state",),
    models.Embassy: ("state",),
    models.Mission: ("state",),
    models.Office: ("state", "embassy__state", "mission__state"),
    models.Tenure: ("office__state", "office__embassy__state", "office__mission__state"),
    models.Designation: ("mission__state",),
    models.Posting: ("state",),
}
OF_THE_PARTNER = (
    models.Decision,
    models.Agreement,
    models.Visit,
    models.Meeting,
    models.Activity,
    models.Statement,
)


def of_partner(partner: models.Partner, *, published: bool) -> Selection:
    """Return the partner, what concerns it, and everything that those name, and so on."""
    chosen: Selection = defaultdict(set)
    waiting = {(models.Partner, partner.pk), *concerning(partner, published=published)}
    while waiting:
        for model, pk in waiting:
            chosen[model].add(pk)
        named = set(named_by_all(waiting))
        waiting = {(model, pk) for model, pk in named if pk not in chosen[model]}
    return chosen


def concerning(partner: models.Partner, *, published: bool) -> Iterable[tuple[type[Model], int]]:
    """Yield what names the partner, and what is of its State."""
    for model, columns in OF_THE_STATE.items():
        condition = Q(*((column, partner.state_id) for column in columns), _connector=Q.OR)
        yield from _found(model, condition, published)
    for model in OF_THE_PARTNER:
        yield from _found(model, Q(partners=partner), published)
    yield from _found(models.Decision, Q(scope=models.Decision.Scope.ALL_PARTNERS), published)


def _found(model: type[Model], condition: Q, published: bool) -> Iterable[tuple[type[Model], int]]:
    records = model._base_manager.filter(condition)
    if model is models.Meeting:
        for visit in records.filter(stop__isnull=False).values_list("stop__visit", flat=True):
            yield from _found(models.Visit, Q(pk=visit), published)
        records = records.filter(stop__isnull=True)
    if published:
        records = records.filter(publication=models.Publication.PUBLISHED)
    for pk in records.values_list("pk", flat=True):
        yield model, pk


def named_by_all(records: Iterable[tuple[type[Model], int]]) -> Iterable[tuple[type[Model], int]]:
    by_model: Selection = defaultdict(set)
    for model, pk in records:
        by_model[model].add(pk)
    for model, ids in by_model.items():
        for record, _lines in snapshots(model, sorted(ids)):
            for target in named_by(record):
                yield type(target), target.pk
