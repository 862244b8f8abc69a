"""How many lines there are, and in which years: counted once under each content version, and kept in the process."""

from dataclasses import dataclass
from functools import cached_property

from partnerships.kept_in_process import Shelf
from partnerships.projections import timeline, version

#: What all counts may weigh, in years.
CAPACITY = 200_000
#: So many lines are counted where each must be looked at.
MOST = 5_000
#: About what a count takes beside its years.
OVERHEAD = 20


@dataclass(frozen=True)
class Counts:
    """The years in which lines stand, in order, each with their number.

    Where there are more than are counted, `goes_on` says so, and the later years are missing.
    """

    years: tuple[tuple[int, int], ...] = ()
    goes_on: bool = False

    @cached_property
    def total(self) -> int:
        return sum(number for _year, number in self.years)


kept: Shelf[Counts] = Shelf(CAPACITY)


kept_numbers: Shelf[int] = Shelf(1_000)


def lines_in_all(filters: timeline.Filters) -> tuple[int, bool]:
    """Return how many lines pass `filters`, and whether there are more than are counted."""
    key = version.stamp(), filters
    if timeline.along_an_index(filters) and kept.get(key) is None:
        return kept_numbers.having(key, lambda: timeline.number_of_lines(filters), lambda _number: 1), False
    found = numbers_by_year(filters)
    return found.total, found.goes_on


def numbers_by_year(filters: timeline.Filters) -> Counts:
    """Return how many lines pass `filters`."""

    def count() -> Counts:
        years = tuple(timeline.years(filters, MOST + 1))
        goes_on = sum(number for _year, number in years) > MOST and not timeline.along_an_index(filters)
        return Counts(years, goes_on)

    key = version.stamp(), filters
    return kept.having(key, count, lambda counts: len(counts.years) + OVERHEAD)
