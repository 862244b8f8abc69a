"""Published records that would name unpublished ones, each in a sentence; and whether a snapshot is of a public one."""

from collections.abc import Iterable

from django.db.models import Model

from partnerships import models
from partnerships.records.kinds import record_of
from partnerships.records.references import called, naming_sentence, unpublished_named_by
from partnerships.records.snapshot.entries import MODELS
from partnerships.records.snapshot.taking import Whole, link_fields
from partnerships.records.visibility import is_public


def unpublished_names(record: Model) -> list[str]:
    """Return a sentence for each unpublished record that the published `record` names."""
    if not isinstance(record, models.Record) or not is_public(record):
        return []
    named = {called(target) for target in unpublished_named_by(record)}
    return [naming_sentence(called(record), target) for target in sorted(named)]


def published_referrers(unpublished: Iterable[Whole]) -> list[str]:
    """Return a sentence for each published record that names one of those, which are not."""
    sentences = set()
    for model, pk in unpublished:
        for referring in MODELS:
            for name in link_fields(referring):
                if referring._meta.get_field(name).related_model is model:
                    sentences |= _referring(referring, name, model, pk)
    return sorted(sentences)


def _referring(referring: type[Model], name: str, model: type[Model], pk: int) -> set[str]:
    target = model._meta.base_manager.filter(pk=pk).first()
    owners = [record_of(instance) for instance in referring._meta.base_manager.filter(**{name: pk})]
    return {naming_sentence(called(owner), called(target)) for owner in owners if owner and target and is_public(owner)}


def is_public_snapshot(lines: list[dict] | None) -> bool:
    return bool(lines) and (lines or [])[0]["fields"].get("publication") == models.Publication.PUBLISHED


def is_protected_snapshot(lines: list[dict] | None) -> bool:
    """Whether only who may publish changes such a record: the public sees it, or saw it withdrawn."""
    return bool(lines) and (lines or [])[0]["fields"].get("publication") in models.SEEN
