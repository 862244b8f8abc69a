"""The two ends of a period as people type them, each by itself: what it says, or that nothing is known."""

import re

from . import vocabulary as words
from .moments import Edge, Moment, Period
from .reading_moments import side_of
from .reading_sides import Side, completed
from .valid_dates import make_period

_CLAUSES = re.compile(r" ?[,;] ?")
_LABELS = [
    ("start", re.compile(rf"{words.START_LABEL} ?(?P<rest>.+)")),
    ("end", re.compile(rf"{words.END_LABEL} ?(?P<rest>.+)")),
]
_EDGES = [
    ("start", Edge.UNKNOWN, re.compile(words.START_NOT_KNOWN)),
    ("end", Edge.UNKNOWN, re.compile(words.END_NOT_KNOWN)),
    ("start", Edge.OPEN, re.compile(words.NO_START)),
    ("end", Edge.OPEN, re.compile(words.NO_END)),
]
_NOT_KNOWN = re.compile(words.NOT_KNOWN)
_GOING_ON = re.compile(rf"(?:{words.FILLER} ?)*{words.GOING_ON}")

#: What is said of one end of a period.
End = tuple[Side | None, Edge]


def clauses(said: str) -> list[str]:
    """The parts between commas and semicolons; what begins no clause of its own belongs to the one before."""
    found: list[str] = []
    for part in _CLAUSES.split(said):
        if found and not clause(part)[0]:
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found


def clause(text: str) -> tuple[str, End | None]:
    """Which end a clause speaks of ("" for none), and what it says of it."""
    for name, edge, pattern in _EDGES:
        if pattern.fullmatch(text):
            return name, (None, edge)
    for name, pattern in _LABELS:
        if match := pattern.fullmatch(text):
            end = end_of(match["rest"])
            # What is going on has begun: that is no beginning.
            return name, None if name == "start" and end and end[1] is Edge.OPEN else end
    return "", None


def known(moment: Moment | None, edge: Edge) -> End:
    return (Side(moment) if moment else None), edge


def end_of(text: str) -> End | None:
    if _NOT_KNOWN.fullmatch(text):
        return None, Edge.UNKNOWN
    if _GOING_ON.fullmatch(text):
        return None, Edge.OPEN
    side = side_of(text)
    return (side, Edge.KNOWN) if side else None


def joined_ends(start: End, end: End) -> Period:
    first, last = start[0], end[0]
    if first and last:
        first, last = completed(first, last)
    return make_period(first.moment() if first else None, last.moment() if last else None, start[1], end[1])
