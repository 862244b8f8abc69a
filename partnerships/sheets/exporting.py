"""Records as tables: what their lines in a fixture say, a row for each record and each part."""

from collections.abc import Iterable, Iterator, Sequence

from partnerships.models import Record
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import Lines, digest_of, snapshots

from .cells import text_of
from .files import csv_of, xlsx_of
from .tables import Table, tables_of

#: So many records are given out at once.
MOST = 10_000


def as_csv(kind: str, ids: Iterable[int], language: str) -> Iterator[bytes]:
    """Yield the records of a kind as one table; their parts are told by XLSX alone."""
    table = tables_of(kind)[0]

    def rows() -> Iterator[Sequence[str]]:
        yield table.headings()
        for record, lines in snapshots(KINDS[kind].model, ids):
            yield row_of(table, lines[0], version_of(record, lines))

    return csv_of(rows(), language)


def as_xlsx(kind: str, ids: Iterable[int]) -> bytes:
    """Return the records of a kind with their parts, a sheet for each sort of them."""
    tables = tables_of(kind)
    found: dict[str, list[Sequence[str]]] = {table.label: [table.headings()] for table in tables}
    by_label = {table.label: table for table in tables}
    for record, lines in snapshots(KINDS[kind].model, ids):
        version = version_of(record, lines)
        for line in (line for line in lines if line["model"] in by_label):
            found[line["model"]].append(row_of(by_label[line["model"]], line, version))
    return xlsx_of((table.title, found[table.label]) for table in tables)


def version_of(record: Record, lines: Lines) -> str:
    """Return by what the text of a record is known again; a meeting that is a part of its visit has none of its own."""
    return "" if getattr(record, "is_part", False) else digest_of(lines)


def row_of(table: Table, line: dict, version: str) -> list[str]:
    """Return the cells of a line; meetings of a visit have the version of their visit."""
    cells = [text_of(field, line["fields"].get(name)) for name, field in table.fields.items()]
    return [*cells, version] if table.has_version else cells
