"""A span of days laid along a line: where a day stands, and which years are written beside it."""

from dataclasses import dataclass
from datetime import date, timedelta

#: How many years lie between two that are written, from the finest.
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
#: More years than these do not fit beside one another on a phone.
_MOST_YEARS = 6
#: What is left free at either side, in percent.
_MARGIN = 2.0


@dataclass(frozen=True)
class Years:
    """The days from `first` to `last`, as places from 0 to 100 percent."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return the place of `day`; a day outside stands at the end nearest to it."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first) / max(self.last - self.first, timedelta(days=1))
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)

    @property
    def written(self) -> list[tuple[int, float]]:
        """The years that are written, each with the place of its first day."""
        span = range(self.first.year, self.last.year + 1)
        step = next((one for one in _STEPS if len(span) / one <= _MOST_YEARS), _STEPS[-1])
        years = (year for year in span if year % step == 0)
        return [(year, self.at(date(year, 1, 1))) for year in years if date(year, 1, 1) >= self.first]
