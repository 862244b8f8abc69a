"""The notation of dates where people type it, and years in short, which look like it: 2018-05-24/26, 2018-19."""

import re

from . import vocabulary as words
from .clock import today
from .edtf import parse, parse_moment
from .errors import DateError, _, quoted
from .moments import Edge, Moment, Period
from .reading_plain_dates import LAST_PART, MONTH_OR_YEARS
from .units import SPRING, WINTER
from .valid_dates import make_period

_NOTATION = re.compile(
    r"(?![0-9]{1,2}(?:[./][0-9]{1,2})?(?:[./][0-9]{4})?\.?[-–])(?![0-9]{4}[-–][0-9]{4}$)[0-9XxT:~?%/.\[\]-]+"
)
_OLDER = re.compile(r"(?<=/)(?:open|unknown)$|^unknown(?=/)")
#: "2018-05-24/26", "2018-05-24/06-01", "2018-05/06": the standard lets the end leave out what it shares.
_SHORT_NOTATION = re.compile(
    r"(?P<year>[0-9]{4}-)(?P<month>[0-9]{2}-)?(?P<first>[0-9]{2})(?P<sign>[?~%]?)"
    r"/(?P<last>[0-9]{2}(?:-[0-9]{2})?)(?P<last_sign>[?~%]?)"
)
_SHORT_RANGE = re.compile(
    rf"(?:(?P<about>{words.ABOUT}) ?)?(?P<century>[0-9]{{2}})(?P<first>[0-9]{{2}})"
    r"(?P<dash> ?[-–] ?)(?P<last>[0-9]{1,2})(?P<sign>\??)"
)
_DECEMBER = 12
#: So many years to come "2018–36" may end.
_AHEAD = 10
_FAR = _("“%(text)s” would end in %(year)s. If that is meant, write both years in full.")
_PART_OR_YEARS = _(
    "“%(text)s” can be two years, or a season or a quarter as others number them."
    " Write both years in full, or the season or the quarter in words."
)


def notation_in(text: str) -> tuple[Moment | Period | None, DateError | None]:
    """What the text notes in EDTF, or what is wrong with it if it can be nothing else."""
    text = text.strip()
    short = _SHORT_NOTATION.fullmatch(text)
    try:
        # An older draft of the notation writes "open" and "unknown" for what is now ".." and nothing.
        whole = _completed_notation(short) if short else text
        return parse(_OLDER.sub(lambda found: "" if found[0] == "unknown" else "..", whole)), None
    except DateError as error:
        if short:
            # As words, “2018-05-24/06” would be a month until a day in June.
            raise
        return None, error if _NOTATION.fullmatch(text) else None


def short_range(said: str) -> Period | None:
    """ "2018–21" with a long dash; with a hyphen it is the notation for spring, but 2018-19 and 1990-99 are none."""
    match = _SHORT_RANGE.fullmatch(said)
    if not match:
        return None
    about, century, first, dash, last, sign = match.groups()
    number, is_later = int(last), int(last) > int(first)
    if dash == "-" and (number <= _DECEMBER or SPRING <= number <= WINTER or (number <= LAST_PART and not is_later)):
        return None
    if number <= _DECEMBER or not is_later:
        raise DateError(MONTH_OR_YEARS, {"text": quoted(said)})
    if dash == "-" and WINTER < number <= LAST_PART:
        raise DateError(_PART_OR_YEARS, {"text": quoted(said)})
    if int(century + last) > today().year + _AHEAD:
        raise DateError(_FAR, {"text": quoted(said), "year": century + last})
    start = parse_moment(f"{century}{first}{'~' if about else ''}")
    return make_period(start, parse_moment(century + last + sign), Edge.KNOWN, Edge.KNOWN)


def _completed_notation(short: re.Match[str]) -> str:
    """Return the notation in full; as it is typed where one end is a month, the other none."""
    year, month, first, last = short.group("year", "month", "first", "last")
    if not month and ("-" in last or (int(first) > _DECEMBER) != (int(last) > _DECEMBER)):
        return short[0]
    shared = year + (month if month and "-" not in last else "")
    return f"{year}{month or ''}{first}{short['sign']}/{shared}{last}{short['last_sign']}"
