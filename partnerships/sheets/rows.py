"""What a row of a file says: its values as a fixture writes them, and which row of the register it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Field, ForeignKey, ManyToManyField, Model
from django.utils.translation import gettext as _

from partnerships.models import Part
from partnerships.models.base import target_of
from partnerships.records.keys import part_key, suggested_key
from partnerships.records.snapshot.findings import PlaceInFile
from partnerships.records.snapshot.taking import stated
from partnerships.records.snapshot.understanding_values import WrongValue

from .cells import cell_value
from .read_files import Unread
from .tables import STATE, SheetTable

#: An identity as `Stored` knows it: the kind of the owner where there are several, its key, one's own.
Identity = tuple[str, ...]


@dataclass
class SheetRow:
    """One row: what stands in each column, and the row of the register that it is about."""

    table: SheetTable
    place: PlaceInFile
    cells: dict[str, str]
    stored: Any = None
    #: What the register says of it now; None for what is new.
    now: dict[str, Any] | None = None
    #: Whether letters of other scripts may have been lost in its file.
    is_western: bool = False


def typed(column: Field, cell: str, before: Any) -> Any:
    if isinstance(cell, Unread):
        raise WrongValue(_("A formula, or what one ended in, is not read: type the value itself."))
    value = cell_value(column, cell)
    if column.name == STATE and value not in (before, None) and (value, before) != (column.get_default(), None):
        raise WrongValue(_("The state of a record results from a step: it cannot be typed."))
    return before if column.name == STATE else fixture_value(column, value)


def fixture_value(column: Field, value: Any) -> Any:
    """Return how a fixture writes what was typed: nothing for the default; what is no value as it is."""
    if column.remote_field:
        return value
    try:
        return stated(column, value, column.get_default())
    except ValidationError:
        return value


def owner_key(table: SheetTable, fields: Mapping[str, Any]) -> Identity:
    """Return the beginning of the natural key of a part: of which record it is one; nothing for a record."""
    owners: tuple[str, ...] = getattr(table.model, "owner_fields", ())
    for name in owners:
        if natural := fields.get(name):
            return (*([name] if len(owners) > 1 else []), *natural)
    return ()


def row_identity(table: SheetTable, cells: Mapping[str, str]) -> Identity | None:
    """Return the natural key that a row writes, or None where it gives none."""
    key = cells.get("key", "").strip()
    if not key or not issubclass(table.model, Part):
        return (key,) if key else None
    columns = {name: column for name, column in table.fields.items() if name in table.model.owner_fields}
    owner = owner_key(table, {name: cell_value(columns[name], cells.get(name, "")) for name in columns})
    return (*owner, key) if owner else None


def suggested(instance: Any) -> str:
    """Return a key from what a new row says, as its form would make it; the name of its kind where that fails."""
    try:
        return part_key(instance, ()) if isinstance(instance, Part) else suggested_key(instance)
    except (AttributeError, ObjectDoesNotExist):
        return instance._meta.model_name or ""


def instance_of(model: type[Model], fields: Mapping[str, Any]) -> Any:
    """Return an unsaved row that says what `fields` say, as far as they can be said."""
    instance = model()
    for name, value in fields.items():
        column = model._meta.get_field(name)
        try:
            if isinstance(column, ForeignKey):
                target: Any = target_of(model, name)
                setattr(instance, name, target._default_manager.get_by_natural_key(*value))
            elif not isinstance(column, ManyToManyField):
                setattr(instance, name, column.to_python(value))
        except (ObjectDoesNotExist, ValidationError, TypeError):
            continue
    return instance
