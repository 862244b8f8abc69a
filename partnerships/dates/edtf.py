"""The notation in which dates are stored: a part of EDTF (ISO 8601-2), and nothing more lenient.

A moment is ``YYYY-MM-DD``, ``YYYY-MM``, a season ``YYYY-21`` to ``YYYY-24`` (spring, summer, autumn,
winter), ``YYYY`` or a decade ``199X``, each with ``~`` (about), ``?`` (uncertain) or ``%`` (both); or
one unknown day in ``[a..b]``, ``[..b]``, ``[a..]``. A period is ``a/b``, where a side may be left
empty (not known) or be ``..`` (open). Source: https://www.loc.gov/standards/datetime/
"""

import re
from datetime import date

from partnerships.kept_in_process import remembered

from .errors import DateError, _, quoted
from .moments import Edge, Moment, Period, Precision, as_period
from .sayings import Doubt
from .units import Unit
from .valid_dates import MARKS, make_moment, make_period, make_span, make_unit, moment_on

LONGEST_NOTATION = 100
#: So many moments are remembered: each day of ninety years, as many as the dates of a register lie in.
MOST_DAYS = 32_768

_UNIT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECADE = re.compile(r"([0-9]{3})X")
_QUALIFIER = {mark: flags for flags, mark in MARKS.items() if mark}


def parse(text: str) -> Moment | Period:
    """The moment or the period that ``text`` notes; a period is known by its slash.

    Raises ``DateError``, and nothing else, for any other text.
    """
    return parse_period(text) if "/" in text else parse_moment(text)


@remembered(MOST_DAYS)
def parse_moment(text: str) -> Moment:
    """The moment that ``text`` notes. Raises ``DateError`` for anything else, a period included."""
    if (day := _plain_day(text)) is not None:
        return moment_on(day)
    _check_characters(text)
    if text.count("/") > 1:
        parse_unit(text)  # no period either: it says what a date is
    if "/" in text:
        raise DateError(_("A single date is expected, and “%(text)s” is a period."), {"text": quoted(text)})
    if text[0] == "[" or text[-1] == "]" or ".." in text:
        return _parse_span(text)
    approximate, uncertain = _QUALIFIER.get(text[-1], (False, False))
    body = text[:-1] if approximate or uncertain else text
    return make_moment(parse_unit(body), approximate=approximate, doubt=Doubt.UNSURE if uncertain else None)


def _plain_day(text: str) -> date | None:
    """The day that ``text`` notes, if it notes nothing else: most dates do, and a large register has many."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # no such day: what stands there is said below


@remembered(4096)
def parse_period(text: str) -> Period:
    """The period that ``text`` notes; a single moment is a period that starts and ends with it.

    Raises ``DateError`` for anything else, and for a period that certainly ends before it starts.
    """
    _check_characters(text)
    if "/" not in text:
        return as_period(parse_moment(text))
    if text.count("/") > 1:
        raise DateError(_("A period has two sides and one slash: 2018-07-01/2025-01."))
    first, last = text.split("/")
    start, start_edge = _parse_side(first)
    end, end_edge = _parse_side(last)
    return make_period(start, end, start_edge, end_edge)


def parse_unit(text: str) -> Unit:
    """The day, month, season, year or decade that ``text`` notes, without any sign. Raises ``DateError``."""
    if match := _DECADE.fullmatch(text):
        return Unit(Precision.DECADE, int(match[1]) * 10)
    match = _UNIT.fullmatch(text)
    if not match:
        raise _unreadable(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    return make_unit(year or 0, month, day)


def _parse_span(text: str) -> Moment:
    if text[0] != "[" or text[-1] != "]" or text.count("..") != 1:
        raise DateError(
            _("A day somewhere in a span is written [1995..1998], [..1998] or [1995..]; “%(text)s” is not."),
            {"text": quoted(text)},
        )
    ends = text[1:-1].split("..")
    for end in ends:
        if end and end[-1] in _QUALIFIER:
            raise DateError(_("The ends of a span carry no ~, ? or %%: choose wider ends instead."))
    first, last = (parse_unit(end) if end else None for end in ends)
    return make_span(first, last)


def _parse_side(text: str) -> tuple[Moment | None, Edge]:
    if text == "":
        return None, Edge.UNKNOWN
    if text == "..":
        return None, Edge.OPEN
    return parse_moment(text), Edge.KNOWN


def _check_characters(text: str) -> None:
    if not text:
        raise DateError(_("A date is expected, for example 2018-05-24, 2018-05, 2018, 199X or 2018-07-01/.."))
    if text != text.strip():
        raise DateError(_("Leave out the blanks around “%(text)s”."), {"text": quoted(text)})
    if len(text) > LONGEST_NOTATION:
        raise DateError(_("This is too long for a date."))
    if not text.isascii() and any(character.isnumeric() and not character.isascii() for character in text):
        raise DateError(_("Write dates with the digits 0 to 9."))


def _unreadable(text: str) -> DateError:
    if "T" in text and _UNIT.match(text):
        return DateError(_("A date without a time of day is expected, for example 2018-05-24."))
    if any(mark in text for mark in _QUALIFIER):
        return DateError(
            _("Write ~ (about), ? (uncertain) or %% (both) once, at the end of a date: 2011~; “%(text)s” is not."),
            {"text": quoted(text)},
        )
    return DateError(
        _("“%(text)s” is not a date. Expected for example 2018-05-24, 2018-05, 2018-21 (spring), 2018 or 199X."),
        {"text": quoted(text)},
    )
