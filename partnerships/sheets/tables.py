"""Which tables a kind of record has, and what their columns are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships import models
from partnerships.editorial.changes_in_words import label_of
from partnerships.folding import fold
from partnerships.kept_in_process import remembered
from partnerships.models.base import LANGUAGES, target_of
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.entries import fields_of
from partnerships.records.snapshot.taking import part_relations

#: By this column of a record it is known which text of it was exported.
VERSION = "version"
#: What says where a record stands is told, and never typed; the rest of it is not even told.
STATE = "publication"
NOT_TOLD = ("published_at", "withdrawal_reason_fr", "withdrawal_reason_en")

#: Parts that no spreadsheet tells: a picture is its file.
LEFT_OUT = (models.Picture,)

#: What a column is called that tells the names of those beside it, and is never read: the empty name.
NOT_READ, OF_NAMES = "", ".name"

_IN_BRACKETS = re.compile(r"\(([a-z_0-9.]+)\)\s*$")


@dataclass(frozen=True)
class SheetTable:
    """The table of the records of a kind, or of their parts of one kind."""

    model: type[Model]
    names: tuple[str, ...]
    has_version: bool

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def title(self) -> str:
        return str(capfirst(str(self.model._meta.verbose_name_plural)))[:31]

    @property
    def fields(self) -> dict[str, Field]:
        known = fields_of(self.model)
        return {name: known[name] for name in self.names}

    def headings(self) -> list[str]:
        """Return what stands at the head of each column: its label, and in brackets the name that is read again."""
        heads = [head for field in self.fields.values() for head in headings_of(field)]
        return [*heads, f"{_('version')} ({VERSION})"] if self.has_version else heads

    def named(self, text: str) -> str | None:
        """Return the name of the column that a heading means; an empty one for a column that is not read."""
        found = _IN_BRACKETS.search(text)
        wanted = found[1] if found else text.strip().casefold()
        if found and wanted.removesuffix(OF_NAMES) in self.names and wanted.endswith(OF_NAMES):
            return NOT_READ
        names = (*self.names, *((VERSION,) if self.has_version else ()))
        if wanted in names:
            return wanted
        labels = [name for name in self.names if fold(text) in labels_of(self.fields[name])]
        return labels[0] if len(labels) == 1 else None

    def is_called(self, title: str) -> bool:
        """Whether a sheet of this title is this table, in whatever language it was written."""
        wanted = title.strip().casefold()
        return wanted == self.model._meta.model_name or wanted in titles_of(self)


def headings_of(field: Field) -> list[str]:
    """Return the heading of a field, and that of the names beside it if it names records."""
    head = f"{capfirst(label_of(field))} ({field.name})"
    if not names_records(field):
        return [head]
    words = _("%(label)s: name, not read again") % {"label": capfirst(label_of(field))}
    return [head, f"{words} ({field.name}{OF_NAMES})"]


def names_records(field: Field) -> bool:
    """Whether a cell holds keys of records, beside which their names stand."""
    return bool(field.remote_field) and issubclass(target_of(field.model, field.name), models.Record)


def labels_of(field: Field) -> set[str]:
    found = set()
    for language in LANGUAGES:
        with override(language):
            found.add(fold(label_of(field)))
    return found


def titles_of(table: SheetTable) -> set[str]:
    found = set()
    for language in LANGUAGES:
        with override(language):
            found.add(table.title.casefold())
    return found


@remembered()
def tables_of(kind: str) -> tuple[SheetTable, ...]:
    """Return the table of a kind, then those of its parts; the meetings of a visit, and what is theirs, come last."""
    return tuple(_tables(KINDS[kind].model))


def _tables(model: type[Model]) -> Iterator[SheetTable]:
    yield _table(model, ())
    yield from _parts(model, (model._meta.model_name or "",))
    if model is models.Visit:
        yield _table(models.Meeting, ())


def _parts(model: type[Model], owners: tuple[str, ...]) -> Iterator[SheetTable]:
    with_meetings = model is models.Visit
    for part, _name in part_relations(model):
        if part in LEFT_OUT:
            continue
        shared = with_meetings and "meeting" in part.owner_fields
        yield _table(part, (*owners, "meeting") if shared else owners)


def _table(model: type[Model], owners: tuple[str, ...]) -> SheetTable:
    others = {name for name in getattr(model, "owner_fields", ()) if name not in owners}
    names = [name for name in fields_of(model) if name not in (*NOT_TOLD, *others)]
    first = ["key", *(name for name in owners if name in names)]
    is_part = issubclass(model, models.Part)
    return SheetTable(model, tuple(dict.fromkeys([*first, *names])), has_version=not is_part)
