"""The timeline: every dated thing of the register in one total order."""

from .assembly import Page, entries_of, page, years
from .entry import Entry
from .filters import Filters

__all__ = ["Entry", "Filters", "Page", "entries_of", "page", "years"]
