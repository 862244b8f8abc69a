"""The days that bound what is computed, as records write them: what follows from a month is said as a month."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST, Precision
from partnerships.kept_in_process import remembered

_ONE = timedelta(days=1)
#: The days, months, seasons and years in a notation, without their signs.
_UNITS = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.SEASON: 7, Precision.DECADE: 4}


@remembered(20_000)
def _bounds_of(notation: str) -> tuple[date, date, int] | None:
    """Return the first and the last day of a month, season, year or decade, and how much of a day it writes."""
    moment = dates.parse_moment(notation)
    length = _LENGTHS.get(moment.precision)
    return None if length is None else (moment.earliest, moment.latest, length)


class WrittenDays:
    """Which days records give as such, and which are no more than the first or the last of a month or a year.

    Others follow from them: the day after somebody left, the day before the next one came.
    """

    def __init__(self, notations: Iterable[str]) -> None:
        self._notations = frozenset(notations)

    def write(self, day: date) -> str:
        """Return the notation of `day`, or of the month or year from which it follows where no record gives the day."""
        around = (day - _ONE, day, day + _ONE) if EARLIEST < day < LATEST else (day,)
        if self._given.isdisjoint(map(date.isoformat, around)):
            return day.isoformat()[: self._lengths.get(day, 10)]
        return day.isoformat()

    @cached_property
    def _given(self) -> frozenset[str]:
        return frozenset(unit for unit in self._units if len(unit) == 10)

    @cached_property
    def _units(self) -> list[str]:
        return [unit for notation in self._notations for unit in _UNITS.findall(notation)]

    @cached_property
    def _lengths(self) -> dict[date, int]:
        """How much of a day is written: ten signs of a day, seven of a month, four of a year; the finest one."""
        found: dict[date, int] = {}
        for first, last, length in self._coarse():
            for bound in (first, last):
                if EARLIEST < bound < LATEST:
                    for day in (bound - _ONE, bound, bound + _ONE):
                        found[day] = max(length, found.get(day, 0))
        return found

    def _coarse(self) -> Iterator[tuple[date, date, int]]:
        """Yield the first and the last day of each month, season, year or decade that records give."""
        units = (unit for unit in self._units if len(unit) < 10)
        yield from filter(None, map(_bounds_of, {*units, *self._single()}))

    def _single(self) -> Iterator[str]:
        """Yield the moments as a whole: their signs may widen them."""
        return (one for notation in self._notations for one in notation.split("/") if one and ".." not in one)
