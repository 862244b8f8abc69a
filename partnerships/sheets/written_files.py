"""Tables as files that a spreadsheet opens: XLSX, and several in a ZIP."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .longest_cell import fitting

_FORBIDDEN_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def zip_of(files: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    """Return files in one archive."""
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as written:
        for name, content in files:
            written.writestr(name, b"".join(content))
    return archive.getvalue()


def xlsx_of(tables: Iterable[tuple[str, Iterable[Sequence[str]]]]) -> bytes:
    """Return tables, each with its title and a first row of headings, as a workbook; every cell is a value."""
    book = Workbook(write_only=True)
    for title, rows in tables:
        sheet: Any = book.create_sheet(_FORBIDDEN_IN_TITLES.sub("-", title)[:31])
        sheet.freeze_panes = "B2"
        for number, row in enumerate(rows):
            if not number:
                for column, heading in enumerate(row, start=1):
                    sheet.column_dimensions[get_column_letter(column)].width = min(40, max(12, len(heading)))
            sheet.append([_cell(sheet, text, heading=not number) for text in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, text: str, *, heading: bool) -> Any:
    if text.isdecimal() and len(text) < 15 and str(int(text)) == text:
        return WriteOnlyCell(sheet, int(text))
    cell = WriteOnlyCell(sheet, fitting(text))
    cell.data_type = "s"  # what begins with = is a text here too
    if heading:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell
