"""Comparing dates by their bounds, with three answers: certainly, possibly, not."""

from datetime import date
from enum import StrEnum

from . import clock
from .moments import EARLIEST, Edge, Moment, Period, as_period


class Certainty(StrEnum):
    """The answer to a question about dates that are not all known to the day."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NOT = "not"


def contains(period: Period, day: date, *, today: date) -> Certainty:
    """Whether ``day`` lies in ``period``, both ends counting as in, as known on ``today``.

    Certainly from the latest start to the earliest end; possibly from the earliest start to the
    latest end. Still going on (an open end) is certain until ``today`` and possible after. An end
    that is not known is certain on no day but that of an exactly known start, and a start that is
    not known on no day but that of an exactly known end. A start without beginning (``..``) has
    always been.
    """
    first, last = _certain_span(period, today)
    if first <= day <= last:
        return Certainty.CERTAINLY
    if period.start_earliest <= day <= period.end_latest:
        return Certainty.POSSIBLY
    return Certainty.NOT


def overlaps(a: Moment | Period, b: Moment | Period, *, today: date | None = None) -> Certainty:
    """Whether some day lies in both; for a moment, whether it falls in the other.

    ``today`` (asked for when not given) is the day until which an open end certainly lasts.
    """
    first, second = as_period(a), as_period(b)
    if first.start_earliest > second.end_latest or second.start_earliest > first.end_latest:
        return Certainty.NOT
    now = clock.today() if today is None else today
    first_from, first_to = _certain_span(first, now)
    second_from, second_to = _certain_span(second, now)
    if first_from <= second_to and second_from <= first_to:
        return Certainty.CERTAINLY
    return Certainty.POSSIBLY


def _certain_span(period: Period, today: date) -> tuple[date, date]:
    """Latest start and earliest end; empty (reversed) when no day is certain."""
    first = EARLIEST if period.start_edge is Edge.OPEN else period.start_latest
    last = max(today, period.start_earliest) if period.end_edge is Edge.OPEN else period.end_earliest
    return first, last
