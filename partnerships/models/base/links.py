"""Where the links of a record or a part lead."""

from typing import Any

from django.conf import settings
from django.db.models import PROTECT, SET_NULL, ForeignKey, Model
from django.db.models.signals import class_prepared
from django.dispatch import receiver

from .derived import Derived


def target_of(model: type[Model], name: str) -> type[Derived]:
    """Return the model of the records or parts to which the link `name` of `model` leads."""
    target = model._meta.get_field(name).related_model
    if target is None:
        raise LookupError(f"{model._meta.label}.{name} leads to no other model")
    return target


def model_at_end(model: type[Model], path: str) -> type[Model]:
    """Return the model of the records to which `path` (`stop.visit.partners`) leads from those of `model`."""
    for step in path.split("."):
        model = target_of(model, step)
    return model


def ends_of(link: Any) -> tuple[type[Model], str, str]:
    """Return the table of a link between many, and the columns that name its two ends, the link’s own side first."""
    return link.remote_field.through, link.m2m_field_name(), link.m2m_reverse_field_name()


def related_name(model: type[Model], name: str) -> str:
    """Return the name by which the rows of `model` are reached from where their link `name` leads."""
    relation: Any = model._meta.get_field(name).remote_field
    return relation.related_name


def owner_in(row: Model) -> Model:
    """Return the record or part whose link to many the row of its table keeps; any other row is its own."""
    return getattr(row, _links(type(row))[0].name) if type(row)._meta.auto_created else row


@receiver(class_prepared)
def protect_named(sender: type[Model], **kwargs: Any) -> None:
    """Let nothing be deleted that a link to many names, as nothing is that a link to one names."""
    if sender._meta.auto_created and sender._meta.app_label == "partnerships":
        _own, named = _links(sender)
        named.remote_field.on_delete = PROTECT  # pyright: ignore[reportAttributeAccessIssue]


def _links(model: type[Model]) -> list[ForeignKey]:
    return [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]


def somebody(verbose_name: Any, related_name: str) -> ForeignKey:
    """Return the column of an account that may be deleted; the name beside it stays."""
    return ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=SET_NULL,
        null=True,
        blank=True,
        related_name=related_name,
        verbose_name=verbose_name,
    )
