"""What every part of a record has in common."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import BytewiseCharField
from .derived import Derived, DerivedQuerySet
from .record import Record, validate_key
from .rules import exactly_one

P = TypeVar("P", bound="Part")

if TYPE_CHECKING:

    class _Rows(DerivedQuerySet[P], models.Manager[P]): ...

else:
    _Rows = models.Manager.from_queryset(DerivedQuerySet)


class PartManager(_Rows[P]):
    def get_by_natural_key(self, *natural_key: str) -> P:
        return self.get(**self.model.natural_lookup(*natural_key))


class Part(Derived):
    """Something that belongs to one record and is kept, published and exported with it."""

    #: The columns that may name the owner; just one of them is filled.
    owner_fields: tuple[str, ...] = ()

    key = BytewiseCharField(
        _("short key"),
        max_length=100,
        validators=[validate_key],
        help_text=_("Unique among the parts of this kind of the record."),
    )

    objects: ClassVar[PartManager[Self]] = PartManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    @classmethod
    def natural_lookup(cls, *natural_key: str) -> dict[str, str]:
        """Return the lookup for a natural key: (owner’s kind if several, owner’s key, own key)."""
        if len(cls.owner_fields) == 1:
            natural_key = (cls.owner_fields[0], *natural_key)
        kind, owner_key, key = natural_key
        if kind not in cls.owner_fields:
            raise cls.DoesNotExist(f"{cls._meta.label}: {kind}")
        return {f"{kind}__key": owner_key, "key": key}

    @property
    def owner_field(self) -> str | None:
        """The name of the column that names the owner, or None while there is none."""
        for name in self.owner_fields:
            if getattr(self, f"{name}_id") is not None:
                return name
        return None

    @property
    def owner(self) -> Record | None:
        return getattr(self, self.owner_field) if self.owner_field else None

    def natural_key(self) -> tuple[str, ...]:
        name = self.owner_field or self.owner_fields[0]
        owner_key = self.owner.key if self.owner else ""
        if len(self.owner_fields) == 1:
            return owner_key, self.key
        return name, owner_key, self.key


def owned_by(kinds: Sequence[str], related_name: str) -> type[Part]:
    """Return the base of a part of several kinds of record: a column for each kind, just one of which is filled."""
    columns = {kind: _owner_of(f"partnerships.{kind}", related_name) for kind in kinds}
    meta = type("Meta", (), {"abstract": True})
    return type("OwnedPart", (Part,), {"__module__": __name__, "Meta": meta, "owner_fields": tuple(kinds), **columns})


def _owner_of(kind: str, related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        kind,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name=related_name,
    )


def part_constraints(model_name: str, owner_fields: Sequence[str]) -> list[models.BaseConstraint]:
    """Return the constraints of a part: one owner, and one row for each key under it."""
    constraints: list[models.BaseConstraint] = [
        models.UniqueConstraint(
            name=f"{model_name}_{name}_key",
            fields=[name, "key"],
            condition=Q(**{f"{name}__isnull": False}),
            violation_error_message=_("Two parts of this record have the same short key."),
        )
        for name in owner_fields
    ]
    if len(owner_fields) > 1:
        constraints.append(
            models.CheckConstraint(
                name=f"{model_name}_one_owner",
                condition=exactly_one(*owner_fields),
                violation_error_message=_("A part belongs to exactly one record."),
            )
        )
    return constraints
