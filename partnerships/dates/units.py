"""A stretch of the calendar with a name: a day, a month, a season, a year, a decade."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EARLIEST = date(1, 1, 1)
"""The first day there is; stands for "no known earliest day", never for a fact."""

LATEST = date(9999, 12, 31)
"""The last day there is; stands for "no known latest day", never for a fact."""


class Precision(StrEnum):
    """How finely a moment is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"
    """One unknown day between two known ends, both included: ``[a..b]``."""
    BEFORE = "before"
    """One unknown day up to a known one, included: ``[..b]``."""
    AFTER = "after"
    """One unknown day from a known one on, included: ``[a..]``."""


SPANS = (Precision.SPAN, Precision.BEFORE, Precision.AFTER)
"""The precisions of one unknown day among several units, noted in brackets."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_YEAR, LAST_YEAR = EARLIEST.year, LATEST.year

_MONTHS_LONG = {Precision.MONTH: 1, Precision.SEASON: 3, Precision.YEAR: 12, Precision.DECADE: 120}


def month_start(index: int) -> date:
    """First day of month number ``index`` (twelve times the year, plus 0 to 11), clipped to the calendar."""
    year, month = divmod(index, 12)
    if year < FIRST_YEAR:
        return EARLIEST
    return date(year, month + 1, 1) if year <= LAST_YEAR else LATEST


def month_end(index: int) -> date:
    """Last day of month number ``index``, clipped to the calendar."""
    following = index + 1
    if following > LAST_YEAR * 12 + 11:
        return LATEST
    return month_start(following) - timedelta(days=1)


@dataclass(frozen=True)
class Unit:
    """``precision`` is DAY, MONTH, SEASON, YEAR or DECADE; ``month`` is 1 to 12, or 21 to 24 for a
    season; ``year`` is the first of its ten for a decade (0 for the years 1 to 9)."""

    precision: Precision
    year: int
    month: int = 0
    day: int = 0

    @property
    def notation(self) -> str:
        """The unit in EDTF: ``2018-05-24``, ``2018-05``, ``2018-21``, ``2018``, ``201X``."""
        if self.precision is Precision.DECADE:
            return f"{self.year // 10:03d}X"
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def bounds(self, *, widened: bool = False) -> tuple[date, date]:
        """First and last day, both included; ``widened`` adds one such unit on each side. Clipped."""
        if self.precision is Precision.DAY:
            day = date(self.year, self.month, self.day)
            return (_moved(day, -1), _moved(day, 1)) if widened else (day, day)
        length = _MONTHS_LONG[self.precision]
        first = self._first_month()
        margin = length if widened else 0
        return month_start(first - margin), month_end(first + length - 1 + margin)

    def shifted(self, count: int) -> "Unit | None":
        """The unit that many of its own kind later (earlier if negative); None outside the calendar."""
        if self.precision is Precision.DAY:
            ordinal = date(self.year, self.month, self.day).toordinal() + count
            if not EARLIEST.toordinal() <= ordinal <= LATEST.toordinal():
                return None
            day = date.fromordinal(ordinal)
            return Unit(Precision.DAY, day.year, day.month, day.day)
        if self.precision is Precision.DECADE:
            year = self.year + 10 * count
            return Unit(Precision.DECADE, year) if 0 <= year <= LAST_YEAR else None
        if self.precision is Precision.YEAR:
            year, month = self.year + count, 0
        elif self.precision is Precision.MONTH:
            year, month = divmod(self.year * 12 + self.month - 1 + count, 12)
            month += 1
        else:
            year, month = divmod(self.year * 4 + self.month - SPRING + count, 4)
            month += SPRING
        return Unit(self.precision, year, month) if FIRST_YEAR <= year <= LAST_YEAR else None

    def holds(self, other: "Unit") -> bool:
        """Whether the other is a part of this one, finer than it."""
        (first, last), (earliest, latest) = self.bounds(), other.bounds()
        return self.precision is not other.precision and first <= earliest and latest <= last

    def _first_month(self) -> int:
        if self.precision is Precision.MONTH:
            return self.year * 12 + self.month - 1
        if self.precision is Precision.SEASON:
            return self.year * 12 + 2 + 3 * (self.month - SPRING)
        return self.year * 12


def _moved(day: date, count: int) -> date:
    ordinal = day.toordinal() + count
    return date.fromordinal(min(max(ordinal, EARLIEST.toordinal()), LATEST.toordinal()))
