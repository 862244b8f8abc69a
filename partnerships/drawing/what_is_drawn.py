"""What can be drawn along time: bars, points and brackets, in lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Look(StrEnum):
    """How a mark looks; the value is its class in the style sheet."""

    #: Known for certain: in its own right, or by virtue of something else.
    FULL = "full"
    OTHER = "other"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    #: A moment; a turning point; something that was planned and did not take place.
    MOMENT = "moment"
    TURNING = "turning"
    OFF = "off"


@dataclass(frozen=True)
class Bar:
    """Days from `first` to `last`; `None` where a side has no end."""

    first: date | None
    last: date | None
    title: str
    href: str
    look: Look = Look.FULL
    #: A short word beneath it, shown where there is room.
    name: str = ""
    #: Which sides fade, because what they bound goes on, or nobody says since when.
    fades_in: bool = False
    fades_out: bool = False


@dataclass(frozen=True)
class Point:
    """One day."""

    day: date
    title: str
    href: str
    look: Look = Look.MOMENT
    name: str = ""


@dataclass(frozen=True)
class Bracket:
    """One moment on a day that is not known, between two that are."""

    first: date
    last: date
    title: str
    href: str
    look: Look = Look.MOMENT
    name: str = ""


@dataclass(frozen=True)
class Heap:
    """The moments of some years, where there are too many to be drawn each: `share` of the fullest such years."""

    first: date
    last: date
    title: str
    href: str
    share: float = 1.0
    look: Look = Look.MOMENT
    name: str = ""


Mark = Bar | Point | Bracket | Heap


@dataclass(frozen=True)
class Lane:
    """Marks of one sort, under a word."""

    label: str
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Strip:
    """Lanes over the same years. `chosen`, and `beside` it, are days to be marked across all of them, with words."""

    key: str
    title: str
    description: str
    first: date
    last: date
    lanes: Sequence[Lane]
    chosen: tuple[date, str] | None = None
    beside: tuple[date, str] | None = None
