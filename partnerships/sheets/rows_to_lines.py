"""From the rows of a file to lines of a fixture: what a row says, over what the register holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.editorial.overtaking import meanwhile
from partnerships.models import Part, Person, Record
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import DateNotation, label_of
from partnerships.records.key_words import slug_of
from partnerships.records.keys import LONGEST, free, free_slug, label_in, unique_key
from partnerships.records.kinds import record_of
from partnerships.records.snapshot.differences import Pieces, known_as, pieces_of
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile
from partnerships.records.snapshot.stored import Stored, load_rows
from partnerships.records.snapshot.taking import digest_of, line, snapshots
from partnerships.records.snapshot.understanding_values import WrongValue

from .as_excel_writes import lost_letters
from .cells import cell_text, date_meant, in_quotation_marks, same
from .names_of_people import complete_name
from .read_files import Sheet
from .rows import Identity, SheetRow, instance_of, owner_key, row_identity, suggested, typed
from .tables import VERSION, SheetTable, tables_of

#: Among so many of the first rows the headings are looked for.
HIGHEST = 5


@dataclass
class Read:
    """What a file says: the lines that differ from the register, and what is wrong with the rows."""

    lines: list[tuple[PlaceInFile, dict]] = field(default_factory=list)
    unchanged: int = 0
    findings: list[FileFinding] = field(default_factory=list)
    #: Which table each file is, or each sheet of one, as a finding names it.
    tables: dict[str, SheetTable] = field(default_factory=dict)
    #: What stood in the records that others have changed since they were exported; None where nothing tells.
    bases: dict[Record, Pieces | None] = field(default_factory=dict)


def read_sheets(kind: str, name: str, sheets: Iterable[Sheet]) -> Read:
    """Return what the tables of a file say of records of `kind`."""
    return _Reader(kind, name).read([*sheets])


class _Reader:
    def __init__(self, kind: str, name: str) -> None:
        self.kind, self.name, self.result = kind, name, Read()
        self.held = Stored()
        self.taken: dict[tuple, set[str]] = {}

    def read(self, sheets: list[Sheet]) -> Read:
        rows = [row for table, sheet in self.tables(sheets) for row in self.rows(table, sheet)]
        self.find_stored(rows)
        self.find_bases(rows)
        for row in rows:
            self.take(row)
        return self.result

    def find(self, place: PlaceInFile, sentence: str, record: str = "", name: str = "") -> None:
        self.result.findings.append(FileFinding(place, sentence, record, name))

    # Tables and rows

    def tables(self, sheets: list[Sheet]) -> Iterable[tuple[SheetTable, Sheet]]:
        """Return the sheets with the table that each is, the records before their parts."""
        known, found = tables_of(self.kind), []
        if not sheets:
            self.find(PlaceInFile(self.name), _("The file is empty."))
        for sheet in sheets:
            table = next((table for table in known if table.is_called(sheet.title)), None)
            if table is None and len(sheets) == 1:
                table = told_by_headings(known, sheet)
            if table is None and sheet.is_hidden:
                continue
            if table is None:
                titles = ", ".join(in_quotation_marks(each.title) for each in known)
                sentence = _("No table of this kind is called “%(title)s”. Expected: %(titles)s.")
                self.find(PlaceInFile(self.name), sentence % {"title": sheet.title, "titles": titles})
            else:
                found.append((table, sheet))
        return sorted(found, key=lambda each: known.index(each[0]))

    def rows(self, table: SheetTable, sheet: Sheet) -> list[SheetRow]:
        file = f"{self.name}, {sheet.title}" if sheet.title else self.name
        self.result.tables[file] = table
        if not sheet.rows:
            self.find(PlaceInFile(file), _("The file is empty."))
            return []
        at = heading_row(table, sheet)
        first, heads = sheet.rows[at]
        names = self.columns(table, PlaceInFile(file, first), heads)
        for number, merged in sheet.merged:
            if number > first:
                sentence = _("The cells %(cells)s are merged, and only the first has a value: unmerge them.")
                self.find(PlaceInFile(file, number), sentence % {"cells": merged})
        rows = []
        for number, cells in sheet.rows[at + 1 :]:
            place = PlaceInFile(file, number)
            if any(cell.strip() for cell in cells[len(names) :]):
                self.find(place, _("There is a cell to the right of the last heading."))
            values = {name: cell for name, cell in zip(names, cells, strict=False) if name}
            missing = {name: "" for name in names[len(cells) :] if name}
            rows.append(SheetRow(table, place, {**values, **missing}, is_western=sheet.is_western))
        return rows

    def columns(self, table: SheetTable, place: PlaceInFile, heads: list[str]) -> list[str | None]:
        """Return the name of the column that each heading means."""
        names = [table.named(head) for head in heads]
        unknown = names.index(None) if None in names else -1
        for number, (head, name) in enumerate(zip(heads, names, strict=True)):
            if name is None:
                # Which columns there are is said once.
                sentence = _("There is no column “%(heading)s”.")
                if number == unknown:
                    sentence = _("There is no column “%(heading)s”. Expected: %(columns)s.")
                self.find(place, sentence % {"heading": head[:60], "columns": ", ".join(table.headings())})
            elif name and names.count(name) > 1:
                self.find(place, _("The column “%(heading)s” occurs twice.") % {"heading": head[:60]})
        # A table of new rows alone needs no keys; one that was given out has them.
        if "key" not in names and VERSION in names:
            self.find(place, _("A column with the keys is missing: without it no record is found again."))
        return names

    # What the register holds of it

    def find_stored(self, rows: list[SheetRow]) -> None:
        """Give each row what the register holds under its key."""
        by_model: dict[type[Model], dict[int, list[SheetRow]]] = {}
        for row in rows:
            identity = row_identity(row.table, row.cells)
            number = self.held.find((row.table.model, identity)) if identity else None
            if number is not None:
                by_model.setdefault(row.table.model, {}).setdefault(number, []).append(row)
        for model, numbers in by_model.items():
            for number, stored in load_rows(model, numbers, lock=False).items():
                for row in numbers[number]:
                    row.stored, row.now = stored, line(stored)["fields"]
                if len(numbers[number]) > 1:
                    self.find(numbers[number][1].place, _("Two rows have this key."), numbers[number][1].cells["key"])

    def find_bases(self, rows: list[SheetRow]) -> None:
        """Find, for each record that somebody has changed since the export, what the export said of it."""
        exported: dict[Record, SheetRow] = {}
        for row in rows:
            if row.stored is not None and row.cells.get(VERSION, "").strip():
                exported.setdefault(record_of(row.stored), row)  # pyright: ignore[reportArgumentType]
        by_model: dict[type[Record], dict[int, SheetRow]] = {}
        for record, row in exported.items():
            by_model.setdefault(type(record), {})[record.pk] = row
        for model, numbers in by_model.items():
            for record, lines in snapshots(model, numbers):
                row = numbers[record.pk]
                if digest_of(lines) != row.cells[VERSION].strip():
                    self.result.bases[record] = self.exported(record, row)

    def exported(self, record: Record, row: SheetRow) -> Pieces | None:
        """Return what the pieces of a record said when it was exported, as its history tells."""
        found = meanwhile(record, row.cells[VERSION].strip())
        if found is None:
            sentence = _("The record has changed since, and nothing tells how: export it again.")
            self.find(row.place, sentence, row.cells["key"], VERSION)
            return None
        return pieces_of(found.base)

    def base_of(self, row: SheetRow) -> dict[str, Any]:
        """Return what the row said when it was exported: what the register says now, if nobody changed it."""
        if row.now is None:
            return {}
        base = self.result.bases.get(record_of(row.stored))  # pyright: ignore[reportArgumentType]
        then = base.get(known_as(line(row.stored))) if base else None
        return then["fields"] if then else row.now

    # What it says

    def take(self, row: SheetRow) -> None:
        """Take up what a row says, if it says something else than the register."""
        key = row.cells.get("key", "").strip()
        if row.now is None and row.cells.get(VERSION, "").strip():
            self.find(row.place, _("No record has this key. Leave key and version empty for a new one."), key, "key")
            return
        before = len(self.result.findings)
        fields = dict(row.now or {})
        base = self.base_of(row)
        for name, cell in row.cells.items():
            if name not in ("key", VERSION):
                self.take_cell(row, name, cell, base, fields)
        keep_words(row, fields)
        if fields == row.now:
            self.result.unchanged += len(self.result.findings) == before
            return
        if issubclass(row.table.model, Part) and not owner_key(row.table, fields):
            self.find_without_owner(row, key)
            return
        try:
            self.complete(row, key, fields)
        except WrongValue as wrong:
            self.find(row.place, str(wrong), key, "name")
            return
        self.result.lines.append((row.place, {"model": row.table.label, "fields": fields}))

    def find_without_owner(self, row: SheetRow, key: str) -> None:
        """Say which column names the record of a part; nothing more where what stands there is refused already."""
        of_parts = getattr(row.table.model, "owner_fields", ())
        owners = {name: label_of(each) for name, each in row.table.fields.items() if name in of_parts}
        if any(row.cells.get(name, "").strip() for name in owners):
            return
        sentence = _("This field is missing.")
        if len(owners) > 1:
            names = " | ".join(str(capfirst(each)) for each in owners.values())
            sentence = _("A part belongs to exactly one record: give one of %(names)s.") % {"names": names}
        self.find(row.place, sentence, key, next(iter(owners)))

    def take_cell(self, row: SheetRow, name: str, cell: str, base: Mapping, fields: dict[str, Any]) -> None:
        column = row.table.fields[name]
        before = base.get(name)
        text = cell_text(column, before)
        if same(cell, text, is_western=row.is_western) or (row.now is None and not cell.strip()):
            return
        try:
            require_whole(row, cell, text)
            value = typed(column, cell, before)
        except WrongValue as wrong:
            self.find(row.place, str(wrong), row.cells.get("key", ""), name)
            return
        if value == before or (value == [] and before is None):
            return
        if row.now is not None and row.now.get(name) not in (before, value):
            sentence = _("Somebody else has changed this since the export. Now it says: %(text)s")
            shown = cell_text(column, row.now.get(name)) or "–"
            self.find(row.place, sentence % {"text": shown}, row.cells.get("key", ""), name)
        elif value is None:
            fields.pop(name, None)
        else:
            fields[name] = value

    # What nobody has to type

    def complete(self, row: SheetRow, key: str, fields: dict[str, Any]) -> None:
        """Give what is new its key and its address, as its form would do."""
        if row.now is not None:
            return
        instance = instance_of(row.table.model, fields)
        if isinstance(instance, Person):
            complete_name(instance, fields, row.cells)
        owner = owner_key(row.table, fields)
        taken = self.taken.setdefault((row.table.label, *owner), set())

        def is_taken(text: str) -> bool:
            return text in taken or self.is_held(row, text, owner, instance)

        instance.key = fields["key"] = key or free(suggested(instance), is_taken)
        taken.add(instance.key)
        if hasattr(instance, "slug_fr"):
            self.fill_slugs(row, instance, fields)

    def is_held(self, row: SheetRow, key: str, owner: Identity, instance: Any) -> bool:
        if isinstance(instance, Record):
            return unique_key(instance, key) != key
        return self.held.find((row.table.model, (*owner, key))) is not None

    def fill_slugs(self, row: SheetRow, instance: Any, fields: dict[str, Any]) -> None:
        for language in LANGUAGES:
            wanted = slug_of(label_in(instance, language), LONGEST["record"])
            if not wanted or f"slug_{language}" in fields:
                continue
            taken = self.taken.setdefault((row.table.label, "slug", language), set())
            slug = free(wanted, partial(is_taken_slug, instance, language, taken))
            taken.add(slug)
            fields[f"slug_{language}"] = slug


def require_whole(row: SheetRow, cell: str, text: str) -> None:
    """Refuse a changed cell in which “?” may stand for letters that its file could not hold."""
    if row.is_western and "?" in cell and ("??" in cell or lost_letters(text)):
        raise WrongValue(
            _("This CSV cannot hold every script, and has “?” for them: save it as XLSX or as “CSV UTF-8”.")
        )


def keep_words(row: SheetRow, fields: dict[str, Any]) -> None:
    """Keep the words of each date that a row changes, where its notation cannot, as the form does."""
    now = row.now or {}
    for name, column in row.table.fields.items():
        if not isinstance(column, DateNotation) or fields.get(name) in (None, now.get(name)):
            continue
        value = date_meant(column, row.cells[name].strip())
        for language in LANGUAGES:
            wording = f"{name}_wording_{language}"
            if wording in row.table.fields and fields.get(wording) == now.get(wording):
                fields.pop(wording, None)
                if kept := dates.wording_to_keep(value, language, now.get(name) or "", now.get(wording) or ""):
                    fields[wording] = kept


def heading_row(table: SheetTable, sheet: Sheet) -> int:
    """Return which of the first rows has the headings: the one that names most columns; a title may stand above."""
    known = [sum(table.named(cell) is not None for cell in cells) for _number, cells in sheet.rows[:HIGHEST]]
    return known.index(max(known))


def told_by_headings(known: Iterable[SheetTable], sheet: Sheet) -> SheetTable:
    """Return the table that most headings of a sheet without a title belong to; that of the records, if several."""
    heads = [cell for _number, cells in sheet.rows[:HIGHEST] for cell in cells]
    return max(known, key=lambda table: sum(table.named(head) is not None for head in heads))


def is_taken_slug(instance: Any, language: str, taken: set[str], slug: str) -> bool:
    return slug in taken or free_slug(instance, language, slug) != slug
