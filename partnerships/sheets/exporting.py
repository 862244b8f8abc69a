"""Records as tables: what their lines in a fixture say, a row for each record and each part."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db.models import Field
from django.utils.translation import gettext as _

from partnerships.models import Record
from partnerships.models.base import target_of
from partnerships.records.kinds import KINDS, kind_of, records_named
from partnerships.records.snapshot.taking import CHUNK, Lines, digest_of, snapshots

from .cells import BETWEEN, cell_text
from .csv_files import csv_of
from .read_files import LARGEST, MOST_ROWS
from .tables import SheetTable, names_records, tables_of
from .written_files import xlsx_of, zip_of

#: The names of records by their kinds and keys.
Names = dict[tuple[str, str], str]

#: So many records are given out at once: no more than one file brings in again.
MOST = MOST_ROWS


class TooMuch(Exception):
    """A file would hold more than can be read again; the sentence says what to do."""


def readable_again(content: bytes) -> bytes:
    """Return a file that is no larger than one that is read. Raises `TooMuch`."""
    if len(content) > LARGEST:
        sentence = _(
            "The file would be larger than %(size)s MB, and could not be imported again: narrow the list down, or "
            "take XLSX or ZIP, which take less room."
        )
        raise TooMuch(sentence % {"size": f"{LARGEST / 1e6:g}"})
    return content


def as_csv(kind: str, ids: Iterable[int], language: str) -> bytes:
    """Return the records of a kind as one table, without their parts. Raises `TooMuch`."""
    table = tables_of(kind)[0]

    def rows() -> Iterator[Sequence[str]]:
        yield table.headings()
        yield from (row for _table, row in sheet_rows((table,), kind, ids))

    return readable_again(b"".join(csv_of(rows(), language)))


def as_xlsx(kind: str, ids: Iterable[int]) -> bytes:
    """Return the records of a kind with their parts, a sheet for each sort of them. Raises `TooMuch`."""
    return readable_again(xlsx_of((table.title, rows) for table, rows in with_parts(kind, ids)))


def as_zip(kind: str, ids: Iterable[int], language: str) -> bytes:
    """Return the records of a kind with their parts, a CSV for each sort of them, in one archive. Raises `TooMuch`."""
    found = with_parts(kind, ids)
    files = ((f"{table.model._meta.model_name}.csv", csv_of(rows, language)) for table, rows in found)
    return readable_again(zip_of(files))


def with_parts(kind: str, ids: Iterable[int]) -> list[tuple[SheetTable, list[Sequence[str]]]]:
    """Return every table of a kind with its rows, the headings first. Raises `TooMuch`."""
    tables = tables_of(kind)
    found: dict[SheetTable, list[Sequence[str]]] = {table: [table.headings()] for table in tables}
    for table, row in sheet_rows(tables, kind, ids):
        found[table].append(row)
        if len(found[table]) > MOST_ROWS + 1:
            sentence = _(
                "“%(table)s” would have more than %(count)s rows, and could not be imported again: "
                "narrow the list down."
            )
            raise TooMuch(sentence % {"table": table.title, "count": MOST_ROWS})
    return list(found.items())


def sheet_rows(
    tables: Iterable[SheetTable], kind: str, ids: Iterable[int]
) -> Iterator[tuple[SheetTable, Sequence[str]]]:
    """Yield the rows of `tables` for records of a kind, in their order; names are asked for by the hundred."""
    by_label = {table.label: table for table in tables}
    names: Names = {}
    several = snapshots(KINDS[kind].model, ids)
    while chunk := list(islice(several, CHUNK)):
        names |= names_in([line for _record, lines in chunk for line in lines], by_label, names)
        for record, lines in chunk:
            version = sheet_version(record, lines)
            for line in (line for line in lines if line["model"] in by_label):
                yield by_label[line["model"]], sheet_row(by_label[line["model"]], line, version, names)


def names_in(lines: Lines, by_label: dict[str, SheetTable], known: Names) -> Names:
    """Return what the records are called that `lines` name, but for those that are known."""
    wanted = {
        (kind_of(target_of(field.model, name)), natural[-1])
        for line in lines
        if line["model"] in by_label
        for name, field in by_label[line["model"]].fields.items()
        if names_records(field)
        for natural in naturals(field, line["fields"].get(name))
    }
    return {place: str(record) for place, record in records_named(wanted - known.keys()).items()}


def naturals(field: Field, value: list | None) -> list[list[str]]:
    """Return the natural keys of the records that a line names in `field`."""
    return (value or []) if field.many_to_many else [value] if value else []


def sheet_version(record: Record, lines: Lines) -> str:
    """Return by what the text of a record is known again; a meeting that is a part of its visit has none of its own."""
    return "" if getattr(record, "is_part", False) else digest_of(lines)


def sheet_row(table: SheetTable, line: dict, version: str, names: Names) -> list[str]:
    """Return the cells of a line; meetings of a visit have the version of their visit."""
    cells = []
    for name, field in table.fields.items():
        value = line["fields"].get(name)
        cells.append(cell_text(field, value))
        if names_records(field):
            kind = kind_of(target_of(field.model, name))
            keys = (natural[-1] for natural in naturals(field, value))
            cells.append(BETWEEN.join(names.get((kind, key), key) for key in keys))
    return [*cells, version] if table.has_version else cells
