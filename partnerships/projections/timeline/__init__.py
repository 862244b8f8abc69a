"""The timeline: every dated thing of the register in one total order."""

from .entry import TimelineEntry
from .filters import Filters
from .line import Line
from .paging import TimelinePage, entries_of, number_of_lines, page, years
from .slices import along_an_index, first_keys, has_more_lines_than, numbers_beside, under

__all__ = [
    "TimelineEntry",
    "Filters",
    "Line",
    "TimelinePage",
    "along_an_index",
    "entries_of",
    "first_keys",
    "has_more_lines_than",
    "number_of_lines",
    "numbers_beside",
    "page",
    "under",
    "years",
]
