"""On which days an office existed, and a designation was in force."""

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Office
from partnerships.models.base import Lasting

from .certainty_expires import Clock
from .days import EVER, Span
from .loading import all_behind
from .tenure_facts import OPEN, read_sides


def possible_span(record: Lasting) -> Span:
    """Return the days on which `record` possibly existed, or was in force."""
    return Span(record.start_earliest, record.end_latest)


def certain_span(record: Lasting, clock: Clock) -> Span:
    """Return the days on which `record` certainly was in force: none of them is to come."""
    first, last = read_sides(record.period)
    begun = EARLIEST if first == OPEN else record.start_latest
    ended = LATEST if last == OPEN else record.end_earliest
    return Span(begun, min(ended, clock.today))


def existed(office: Office) -> Span:
    """Return the days on which the office possibly existed: not before its post, nor after it."""
    span = EVER
    for record in all_behind(office):
        span &= possible_span(record)
    return span
