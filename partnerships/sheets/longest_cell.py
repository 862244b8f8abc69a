"""What a cell of a spreadsheet can hold."""

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

#: No spreadsheet holds more in a cell.
LONGEST_CELL = 32_767


def fitting(text: str) -> str:
    """Return `text` as a cell can hold it."""
    return ILLEGAL_CHARACTERS_RE.sub("", text.replace("\r\n", "\n"))[:LONGEST_CELL]
