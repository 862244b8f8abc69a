"""The index of the search against the records."""

from collections.abc import Iterator

from partnerships.projections.search import comparison

from .findings import Finding
from .rules import RULES

#: So many records are read word by word each time, another part each day; all of them where this alone is asked.
MOST = 1_000


def check(*, alone: bool = False) -> Iterator[Finding]:
    """Find records that the search does not find as they stand."""
    for kind, key in comparison.differences(None if alone else MOST):
        yield RULES["search-out-of-step"].finding(kind, None, key)
