"""The timeline: every dated thing of the register in one total order."""

from .assembly import Page, entries_of, page, years
from .entry import Entry
from .filters import Filters
from .line import Line
from .slices import along_an_index, keys, under

__all__ = ["Entry", "Filters", "Line", "Page", "along_an_index", "entries_of", "keys", "page", "under", "years"]
