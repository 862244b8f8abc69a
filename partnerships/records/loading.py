"""Records with what they lead to, loaded in a number of queries that depends on the paths alone."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, Prefetch, QuerySet

from partnerships.models.base import model_at_end, target_of


def loading(records: QuerySet, paths: Iterable[str]) -> QuerySet:
    """Return `records` with what `paths` (`stop.visit.partners`) lead to.

    Links to one record are joined; each link to many costs one query.
    """
    joined, several = set(), defaultdict(set)
    for path in paths:
        head, rest = _split(records.model, path.split("."))
        joined.add("__".join(head[:-1] if rest is not None else head))
        if rest is not None:
            several["__".join(head)] |= {rest} - {""}
    for lookup, rest in several.items():
        targets = model_at_end(records.model, lookup.replace("__", "."))._meta.base_manager.all()
        records = records.prefetch_related(Prefetch(lookup, queryset=loading(targets, rest)))
    return records.select_related(*sorted(joined - {""})) if joined - {""} else records


def _split(model: type[Model], steps: list[str]) -> tuple[list[str], str | None]:
    """Return the steps up to the first link to many, and the path after it; None where there is none."""
    for number, step in enumerate(steps, start=1):
        link = model._meta.get_field(step)
        if link.one_to_many or link.many_to_many:
            return steps[:number], ".".join(steps[number:])
        model = target_of(model, step)
    return steps, None
