"""Tables as CSV: with commas for English spreadsheets, with semicolons for French ones."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .formulas import safe
from .longest_cell import fitting

#: What tells a spreadsheet that the text is UTF-8.
MARK = "\ufeff"


#: A French spreadsheet separates cells by semicolons: its comma is that of decimals.
SEPARATORS = {"fr": ";", "en": ","}


class _Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def csv_of(rows: Iterable[Sequence[str]], language: str) -> Iterator[bytes]:
    """Yield rows as CSV, as a spreadsheet in `language` opens it."""
    writer: Any = csv.writer(_Echo(), delimiter=SEPARATORS[language])
    mark = MARK
    for row in rows:
        yield (mark + writer.writerow([safe(fitting(cell)) for cell in row])).encode()
        mark = ""
