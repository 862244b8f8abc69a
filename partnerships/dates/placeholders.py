"""Days that machines write where nobody knew one: they are dates, and say nothing."""

import re
from datetime import date

from .edtf import parse_period
from .moments import Edge, Moment, Period
from .units import Precision, Unit

FIRST_EMPTY_YEAR = 9000
"""No source speaks of a year from here on: 9999, and what is counted back from it."""

_DAYS = frozenset(
    Unit(Precision.DAY, day.year, day.month, day.day)
    for day in (
        date(1, 1, 1),  # the first day of most calendars of machines
        date(1601, 1, 1),  # the first of a file system
        date(1753, 1, 1),  # the first of a database
        date(1899, 12, 30),  # day 0 of a spreadsheet, and the day before and after, by its version
        date(1899, 12, 31),
        date(1900, 1, 1),
        date(1970, 1, 1),  # second 0 of most clocks
        date(2038, 1, 19),  # their last second
        date(2049, 12, 31),
        date(2079, 6, 6),  # the last day of a small date in a database
        date(2099, 12, 31),
        date(2100, 1, 1),
        date(2999, 12, 31),
        date(3000, 1, 1),
        date(3999, 12, 31),
        date(4000, 1, 1),
        date(4712, 12, 31),
    )
)
_YEARS = frozenset({1, 2099, 2999, 3999})

_FIRST_NO_END = 2038
"""Placeholders from here on stand where no end is known; those before where no beginning is."""


_EMPTY_YEAR = re.compile(
    "|".join([r"\b9\d{3}", *(rf"\b{year:04}" for year in sorted({unit.year for unit in _DAYS} | _YEARS))])
)


def may_hold_placeholder(notation: str) -> bool:
    """Whether ``notation`` has a year of which some day or all stand for "none": what has not needs no reading."""
    return _EMPTY_YEAR.search(notation) is not None


def is_placeholder(moment: Moment) -> bool:
    """Whether ``moment`` has one of the days or years that stand for "none" in a form or a spreadsheet.

    Also where it is an end of a span. It may still be true: 1 January 1970 was a day. So it is a
    matter for a finding, never for a refusal.
    """
    return any(_is_empty(unit) for unit in (moment.first, moment.last) if unit)


def is_no_end(moment: Moment) -> bool:
    """Whether ``moment`` stands for "no end": 31 December 2099, 9999. It is the end of nothing that people read."""
    units = [unit for unit in (moment.first, moment.last) if unit]
    return all(unit.year >= _FIRST_NO_END and _is_empty(unit) for unit in units)


def without_no_end(period: Period) -> Period:
    """``period``, its end not known where it is one of the days that stand for "no end"."""
    if period.is_single or period.end is None or not is_no_end(period.end):
        return period
    return Period(f"{period.edtf.partition('/')[0]}/", period.start, None, period.start_edge, Edge.UNKNOWN)


def shown_period(notation: str) -> Period:
    """The period in ``notation`` as people read it: without an end that stands for "no end"."""
    return without_no_end(parse_period(notation))


def _is_empty(unit: Unit) -> bool:
    if unit.year >= FIRST_EMPTY_YEAR or unit in _DAYS:
        return True
    return unit.precision is Precision.YEAR and unit.year in _YEARS
