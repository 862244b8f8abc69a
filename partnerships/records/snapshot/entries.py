"""One line of a fixture, understood: which record or part it is, and what it says of it."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model

from partnerships import models

from ..kinds import KINDS, PARTS
from .findings import FileFinding, PlaceInFile
from .taking import fixture_fields

#: How a record or part is named: its model and its natural key.
Reference = tuple[type[Model], tuple[str, ...]]

#: The order in which lines are written: each model after those that it must name.
MODELS: tuple[type[Model], ...] = tuple(
    model
    for kind in KINDS.values()
    for model in ((models.Visit, models.Stop) if kind.name == "visit" else (kind.model,))
) + tuple(part for part in PARTS if part is not models.Stop)

BY_LABEL = {model._meta.label_lower: model for model in (*MODELS, models.FormerAddress)}
LONGEST_KEY = 200
ADDRESS_FIELDS = ("kind", "key", "language", "slug")


@dataclass(eq=False)
class Entry:
    """What one line says; `broken` names the fields of which it says nothing usable."""

    place: PlaceInFile
    model: type[Model]
    identity: tuple[str, ...] | None = None
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    many: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    findings: list[FileFinding] = field(default_factory=list)

    @property
    def reference(self) -> Reference:
        return self.model, self.identity or ()

    @property
    def name(self) -> str:
        """How the entry is called in a report: `tenure/key`, `visit/key stop/key`."""
        return line_name(self.model, self.identity or ("?",))

    @property
    def is_broken(self) -> bool:
        return bool(self.broken) or bool(self.findings) or self.identity is None

    def find(self, message: str, name: str = "", *, conflict: bool = False) -> None:
        self.findings.append(FileFinding(self.place, message, self.name, name, conflict))

    def content(self) -> tuple:
        """What it says, for comparing two lines of one record."""
        return self.values, self.links, self.many


def line_name(model: type[Model], identity: tuple[str, ...]) -> str:
    key, *before = (part[:LONGEST_KEY] for part in reversed(identity))
    own = f"{model._meta.model_name}/{key}"
    if not before or not issubclass(model, models.Part):
        return own
    owner = identity[0] if len(identity) > 2 else model.owner_fields[0]
    return f"{owner}/{before[0]} {own}"


def fields_of(model: type[Model]) -> dict[str, Field]:
    """Return the fields that a fixture may give of `model`, by name."""
    if model is models.FormerAddress:
        return {name: model._meta.get_field(name) for name in ADDRESS_FIELDS}
    return {each.name: each for each in fixture_fields(model)}


def owner_columns(model: type[Model]) -> tuple[str, ...]:
    return getattr(model, "owner_fields", ())


def is_required(each: Field) -> bool:
    """Whether a line must say something of the field."""
    return not each.blank and not each.has_default() and not each.many_to_many
