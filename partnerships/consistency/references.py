"""What the register says of itself: its index, what the public meets, and circles."""

from collections import defaultdict
from collections.abc import Iterator

from partnerships import models
from partnerships.projections.search import comparison as search_comparison
from partnerships.projections.timeline import comparison
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.references import called, published_naming_unpublished

from .findings import Finding
from .rules import RULES


def check() -> Iterator[Finding]:
    """Find lines out of step, public records that name hidden ones, and records that lead back to themselves."""
    for sort in comparison.differences():
        kind, key = sort.split(" ")[3:5]
        yield RULES["timeline-out-of-step"].finding(kind, None, key)
    for kind, key in search_comparison.differences():
        yield RULES["search-out-of-step"].finding(kind, None, key)
    for record, target in published_naming_unpublished():
        rule = RULES["names-unpublished"]
        yield rule.finding(kind_of(record), record.pk, record.key, what=called(target))
    for kind in KINDS.values():
        yield from _leading_back(kind.model)


def _leading_back(model: type[models.Record]) -> Iterator[Finding]:
    """Find records that lead back to themselves: a part of its own part, a successor of itself."""
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.related_model is not model:
            continue
        targets = defaultdict(set)
        for pk, target in model._default_manager.exclude(**{field.name: None}).values_list("pk", field.name):
            targets[pk].add(target)
        keys = dict(model._default_manager.filter(pk__in=list(targets)).values_list("pk", "key"))
        limit = 1 if getattr(field.remote_field, "symmetrical", False) else len(targets)
        for pk in targets:
            if pk in _reached(pk, targets, limit):
                yield RULES["leads-back"].finding(kind_of(model), pk, keys[pk], field.name, name=field.name)


def _reached(start: int, targets: dict[int, set[int]], steps: int) -> set[int]:
    """Return what is reached from `start` in at most so many steps."""
    found, ahead = set(), {start}
    while ahead and steps:
        ahead = set().union(*(targets.get(pk, set()) for pk in ahead)) - found
        found |= ahead
        steps -= 1
    return found
