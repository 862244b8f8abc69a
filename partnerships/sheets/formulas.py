"""Cells of a table that a spreadsheet does not take for formulas."""

#: What spreadsheets begin to compute at.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(text: str) -> str:
    """Return the text of a cell: one that would be computed is marked as text, as people mark it by hand."""
    return f"'{text}" if text.startswith(_BEGINNINGS) else text


def unmarked(text: str) -> str:
    """Return what a cell says without the mark that it is a text."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_BEGINNINGS) else text
