"""What a historical date is: a moment, or a period between two moments."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .sayings import Doubt, Saying
from .units import EARLIEST, LATEST, SPANS, Precision, Unit

__all__ = ["EARLIEST", "LATEST", "SPANS", "Edge", "Moment", "Period", "Precision", "as_period", "known_moments"]


class Edge(StrEnum):
    """What is known of one end of a period."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    """It exists, or may exist, but the sources do not say when (an empty side)."""
    OPEN = "open"
    """There is none: still going on, or without beginning (``..``)."""


@dataclass(frozen=True)
class Moment:
    """One day, known more or less finely.

    ``edtf`` is the canonical notation; ``earliest`` and ``latest`` are the first and the last
    day it can be, both included, already widened when ``approximate`` and clipped to
    ``EARLIEST`` and ``LATEST``. ``uncertain`` moves no bound. ``first`` and ``last`` are its unit,
    twice, or the two ends of a span, None where it has no limit. ``saying`` and ``doubt`` are what was
    typed, where the notation cannot keep it. Made by ``parse_moment`` and ``read_moment``, not by hand.
    """

    edtf: str
    earliest: date
    latest: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    first: Unit | None = field(default=None, compare=False, repr=False)
    last: Unit | None = field(default=None, compare=False, repr=False)
    saying: Saying | None = field(default=None, compare=False, repr=False)
    doubt: Doubt | None = field(default=None, compare=False, repr=False)

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest day, then latest day: the order of every list of dates."""
        return self.earliest, self.latest

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True)
class Period:
    """The days from a start to an end, both included, each end a moment, not known, or open.

    ``start`` (``end``) is None exactly when ``start_edge`` (``end_edge``) is not ``KNOWN``.
    A single moment given for a period is its start and its end, and ``edtf`` stays that moment.

    The four bounds are days, never None, and use that no period ends before it starts:

    * a known start lies from its earliest day to its latest, but not after ``end_latest``;
      any other start from ``EARLIEST`` to ``end_latest`` (``LATEST`` if the end is not known);
    * a known end lies from its earliest day, but not before ``start_earliest``, to its latest;
      any other end from ``start_earliest`` (``EARLIEST`` if the start is not known) to ``LATEST``.

    That an open end lasts until today, and an open start has always been, is said by
    ``contains``: no bound of a period depends on the day it is asked.
    """

    edtf: str
    start: Moment | None
    end: Moment | None
    start_edge: Edge
    end_edge: Edge

    @property
    def is_single(self) -> bool:
        """Whether the period was given as one moment, which is both its start and its end."""
        return "/" not in self.edtf

    @property
    def start_earliest(self) -> date:
        return self.start.earliest if self.start else EARLIEST

    @property
    def start_latest(self) -> date:
        return min(self.start.latest, self.end_latest) if self.start else self.end_latest

    @property
    def end_earliest(self) -> date:
        return max(self.end.earliest, self.start_earliest) if self.end else self.start_earliest

    @property
    def end_latest(self) -> date:
        return self.end.latest if self.end else LATEST

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest start, then latest end: the order of every list of dates."""
        return self.start_earliest, self.end_latest

    def __str__(self) -> str:
        return self.edtf


def known_moments(value: Moment | Period) -> list[Moment]:
    """The moment itself, or the known ends of the period, each once."""
    if isinstance(value, Moment):
        return [value]
    return list(dict.fromkeys(end for end in (value.start, value.end) if end))


def as_period(value: Moment | Period) -> Period:
    """The period itself, or the moment as a period that starts and ends with it."""
    if isinstance(value, Period):
        return value
    return Period(value.edtf, value, value, Edge.KNOWN, Edge.KNOWN)
