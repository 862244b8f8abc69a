"""What the public would meet: nothing published names what is not."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models import Publication
from partnerships.records.kinds import record_of
from partnerships.records.snapshot import links, whole

from .entries import MODELS
from .register import Whole


def title(record: Model) -> str:
    return f"{record._meta.model_name}/{record.key}"


def is_published(record: Model | None) -> bool:
    return getattr(record, "publication", None) == Publication.PUBLISHED


def unpublished_names(record: Model) -> list[str]:
    """Return a sentence for each unpublished record that the published `record` names."""
    if not is_published(record):
        return []
    named = {title(target) for target in named_by(record) if not is_published(target)}
    return [sentence(title(record), target) for target in sorted(named)]


def named_by(record: Model) -> Iterator[Model]:
    """Yield every record that `record` or one of its parts names."""
    for instance in whole(record):
        for name in links(type(instance)):
            yield from targets(instance, name)


def targets(instance: Model, name: str) -> list[Model]:
    value = getattr(instance, name)
    if instance._meta.get_field(name).many_to_many:
        return list(value.all())
    return [value] if value is not None else []


def published_referrers(unpublished: Iterable[Whole]) -> list[str]:
    """Return a sentence for each published record that names one of those, which are not."""
    sentences = set()
    for model, pk in unpublished:
        for referring in MODELS:
            for name in links(referring):
                if referring._meta.get_field(name).related_model is model:
                    sentences |= _referring(referring, name, model, pk)
    return sorted(sentences)


def _referring(referring: type[Model], name: str, model: type[Model], pk: int) -> set[str]:
    target = model._base_manager.filter(pk=pk).first()
    owners = [record_of(instance) for instance in referring._base_manager.filter(**{name: pk})]
    return {sentence(title(owner), title(target)) for owner in owners if owner and target and is_published(owner)}


def sentence(record: str, target: str) -> str:
    return _("%(record)s is published and names %(target)s, which is not.") % {"record": record, "target": target}


def is_public_snapshot(lines: list[dict] | None) -> bool:
    return bool(lines) and (lines or [])[0]["fields"].get("publication") == models.Publication.PUBLISHED
