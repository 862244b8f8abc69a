"""Files of spreadsheets as they come from anywhere: CSV, and XLSX, which is refused before it unfolds too far."""

import csv
import io
import re
import warnings
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from .as_excel_writes import WESTERN
from .formulas import unmarked

#: As large as a file may be, and as a form can carry it from its preview to its import.
LARGEST = 1_500_000
#: What an XLSX may unfold to by its own declaration (Python reads no more than is declared), and in how many parts.
LARGEST_UNFOLDED = 40_000_000
MOST_PARTS = 300
MOST_ROWS = 5_000
MOST_COLUMNS = 200
#: So far down a sheet is looked for rows: some programs write every empty one.
DEEPEST = 100_000

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
#: Near the beginning of what LibreOffice saves as its own.
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
#: By what other files begin that are taken for a table, and what they are: pages that a program calls .xls among them.
_OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
    b"<": "HTML/XML",
    b"{": "JSON",
    b"[": "JSON",
}
#: The first line of a CSV for Excel alone: what separates its cells.
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+(\d+):[A-Z]+\d+)"')
#: In the format of a cell: words in quotes, and what stands in brackets or after a backslash.
_NO_LETTERS_OF_DATES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class Unreadable(Exception):
    """A file is no table that can be read; the sentence says why, and what to do."""


class Unread(str):
    """What stands in a cell that is no value: a formula, or the error in which one ended."""

    __slots__ = ()


@dataclass
class Sheet:
    """One table of a file: its rows with the numbers under which a spreadsheet shows them. A CSV alone has no title."""

    title: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    #: Whether a spreadsheet shows it, and which of its cells are merged, by the row of the first.
    is_hidden: bool = False
    merged: list[tuple[int, str]] = field(default_factory=list)
    #: Whether its file can hold no other letters than those of Western Europe, as what French Excel saves.
    is_western: bool = False


def read_tables(content: bytes) -> list[Sheet]:
    """Return the tables of a file. Raises `Unreadable`."""
    if len(content) > LARGEST:
        raise Unreadable(
            _("The file is larger than %(size)s MB; divide it into several.") % {"size": f"{LARGEST / 1e6:g}"}
        )
    if content.startswith(_OLD_EXCEL):
        raise Unreadable(_("This is a file of an old Excel, or one with a password: save it as XLSX or CSV."))
    if content.startswith(b"PK") and _OPEN_DOCUMENT in content[:100]:
        raise Unreadable(_("This is a spreadsheet in the form of LibreOffice (ODS): save it as XLSX or CSV."))
    if content.startswith(b"PK"):
        return _unpacked(content)
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if other := next((called for begins, called in _OTHERS.items() if text.startswith(begins)), ""):
        sentence = _("This is no table but a file of another kind (%(kind)s). Save the table as XLSX or CSV.")
        raise Unreadable(sentence % {"kind": other})
    return [_csv(content)]


def _unpacked(content: bytes) -> list[Sheet]:
    try:
        _require_modest(content)
        return _several(content) or _workbook(content)
    except Unreadable:
        raise
    except Exception as error:  # whatever the libraries stumble over in a file that is broken
        raise Unreadable(_("This XLSX or ZIP file cannot be read: it is broken, or another kind of file.")) from error


def _several(content: bytes) -> list[Sheet]:
    """Return the tables of an archive of CSV files, each called as its file; nothing for a workbook."""
    with ZipFile(io.BytesIO(content)) as archive:
        named = [part for part in archive.namelist() if part.lower().endswith(".csv") and not part.startswith("__")]
        return [_csv(archive.read(name), PurePosixPath(name).stem) for name in named]


def _workbook(content: bytes) -> list[Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        with ZipFile(io.BytesIO(content)) as archive:
            return [sheet for each in book.worksheets if (sheet := _sheet(each, archive)).rows]


def _require_modest(content: bytes) -> None:
    """Refuse a file that unfolds to more than a table of this register, or that declares entities."""
    with ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNFOLDED:
            raise Unreadable(_("This file unfolds to more than a table of the register: divide it into several."))
        declaring = (archive.read(part) for part in parts if part.filename.endswith((".xml", ".rels")))
        if any(b"<!DOCTYPE" in part or part[:2] in (b"\xff\xfe", b"\xfe\xff") for part in declaring):
            raise Unreadable(_("This XLSX declares what no spreadsheet writes; it is not read."))


def _sheet(found: Any, archive: ZipFile) -> Sheet:
    found.reset_dimensions()  # those it declares may be those of a bomb
    sheet = Sheet(found.title, is_hidden=found.sheet_state != "visible")
    merged = _MERGED.findall(archive.read(found._worksheet_path.removeprefix("/")))
    sheet.merged = [(int(row), cells.decode()) for cells, row in merged]
    for number, row in enumerate(found.iter_rows(), start=1):
        if number > DEEPEST:
            break
        _add(sheet, number, [_said(cell) for cell in row])
    return sheet


def _said(cell: Any) -> str:
    """Return what a cell says as text."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        return Unread(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        if value.time() == time():
            return _as_shown(date(value.year, value.month, value.day), cell.number_format)
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _as_shown(day: date, number_format: str) -> str:
    """Return a day as finely as the sheet shows it: under “mai-19” it keeps the first of May, which nobody typed."""
    shown = _NO_LETTERS_OF_DATES.sub("", number_format).lower()
    if "d" in shown or "j" in shown or not re.search("[ya]", shown):
        return day.isoformat()
    return day.isoformat()[: len("2019-05") if "m" in shown else len("2019")]


def _csv(content: bytes, title: str = "") -> Sheet:
    (text, encoding), number = _decoded(content), 0
    # Without any letter but those of English, it may be of either.
    sheet = Sheet(title, is_western=encoding == WESTERN or (content[:1].isascii() and text.isascii()))
    said = _SEP.match(text)
    separator = said[1] if said else _separator(text)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if number > 1 or not said:
                _add(sheet, number, [unmarked(cell) for cell in row])
    except csv.Error as error:
        sentence = _("Row %(row)s: a cell is too long, or its quotation mark is not closed where the cell ends.")
        raise Unreadable(sentence % {"row": number + 1}) from error
    return sheet


def _decoded(content: bytes) -> tuple[str, str]:
    """Return the text and encoding of a CSV: UTF-8, UTF-16 if it says or shows it, else that of French Excel."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise Unreadable(_("The file is neither UTF-8 text nor that of a Western European Windows."))


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    # Without its mark it shows by the letters of English, every second half of which is empty.
    if content[:1] == b"\0":
        return ("utf-16-be",)
    return ("utf-16-le",) if content[1:2] == b"\0" else ("utf-8-sig", WESTERN)


def _separator(text: str) -> str:
    """Return what separates the cells of the first line: what stands there most often outside of quotes."""
    first = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(";,\t", key=first.count)


def _add(sheet: Sheet, number: int, cells: list[str]) -> None:
    while cells and not cells[-1].strip():
        cells.pop()
    if not cells:
        return
    if len(cells) > MOST_COLUMNS or len(sheet.rows) > MOST_ROWS:
        limits = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
        raise Unreadable(_("A file has %(rows)s rows and %(columns)s columns at most: divide it.") % limits)
    sheet.rows.append((number, cells))
