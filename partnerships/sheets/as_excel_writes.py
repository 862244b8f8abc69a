"""What Excel makes of a date or a number that it shows, in French and in English, where it can mean one thing alone."""

import re
import unicodedata

from django.db.models import DecimalField

from partnerships import dates
from partnerships.dates.vocabulary import MONTH_NUMBERS
from partnerships.folding import fold

#: “24-mai-19” for a day, “mai-19” for a month: a day, a name and a year with hyphens, as Excel shows them.
_SHORT = re.compile(r"(?P<rest>(?:[0-9]{1,2}-)?(?P<name>[^\W\d_]+)\.?-)(?P<year>[0-9]{2})")
#: In what French Excel saves a CSV, unless it is told otherwise.
WESTERN = "cp1252"
_COMMA = re.compile(r"[+-]?(?P<whole>[0-9]+),(?P<rest>[0-9]+)")


def with_whole_year(text: str) -> str:
    """Return a date in Excel’s form with its year in full, if that is past or the next one; else as it stands.

    From “28” on it may be 1928 as well as 2028, and Excel itself changes its mind about it with its settings.
    """
    match = _SHORT.fullmatch(text)
    if not match or fold(match["name"]) not in MONTH_NUMBERS:
        return text
    century = dates.today().year // 100 * 100
    year = century + int(match["year"])
    return f"{match['rest']}{year}" if year <= dates.today().year + 1 else text


def with_decimal_point(column: DecimalField, text: str) -> str:
    """Return a number with a point for its comma, unless thousands set apart by it would fit the column as well."""
    match = _COMMA.fullmatch(text)
    if not match:
        return text
    whole, rest = match["whole"], match["rest"]
    thousands = len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0")
    if thousands and len(whole + rest) <= (column.max_digits or 0) - (column.decimal_places or 0):
        return text
    return text.replace(",", ".")


def lost_letters(text: str) -> bool:
    """Whether `text` has letters that a CSV of French Excel cannot hold, such as those of a name in Japanese."""
    return text != text.encode(WESTERN, "ignore").decode(WESTERN)


def may_be_saved_as(text: str, cell: str) -> bool:
    """Whether French Excel may have made `cell` of `text`, with “?” or a like sign for each letter that is lost."""
    return re.fullmatch("".join(map(_saved, text)), cell, re.DOTALL) is not None


def _saved(letter: str) -> str:
    """Return a pattern of what French Excel may write for `letter`."""
    if not lost_letters(letter):
        return re.escape(letter)
    like = fold(letter)
    if letter.isalpha() and not unicodedata.name(letter, "").startswith("GREEK"):
        # “o” for “ō”; of a name in Russian or Japanese nothing is like. Beyond the first plane a letter counts twice.
        return f"[?{like}{like.upper()}]" if like.isascii() else r"\?" * (1 + (letter > "\uffff"))
    return "." * (1 + (letter > "\uffff"))
