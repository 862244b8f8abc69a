"""How many lines there are, and in which years: counted once under each content version, and kept in the process."""

from dataclasses import dataclass

from partnerships import dates
from partnerships.projections import timeline, version
from partnerships.shelf import Shelf

#: What all counts may weigh, in years.
CAPACITY = 200_000
#: About what a count takes beside its years.
OVERHEAD = 20


@dataclass(frozen=True)
class Counts:
    """The years in which lines stand, in order, each with their number."""

    years: tuple[tuple[int, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(number for _year, number in self.years)


kept: Shelf[Counts] = Shelf(CAPACITY)


def counted(filters: timeline.Filters) -> Counts:
    """Return how many lines pass `filters`."""
    key = version.stamp(), dates.today(), filters
    found = kept.get(key)
    if found is None:
        found = Counts(tuple(timeline.years(filters)))
        kept.put(key, found, len(found.years) + OVERHEAD)
    return found
