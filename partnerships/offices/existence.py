"""On which days an office existed, and a designation was in force."""

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Office
from partnerships.models.base import Lasting

from .certainty_expires import Clock
from .days import EVER, Days, Span, days_of
from .days_of_one_tenure import TenureDays
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


def doubtless(office: Office) -> Span:
    """Return the days on which the office certainly existed, as far as its ends are known less finely than to the day.

    An end that is not known at all bounds nothing: an office of which nobody says when it began is no doubtful one.
    """
    span = EVER
    for record in all_behind(office):
        first = record.start_latest if record.start_earliest != EARLIEST else EARLIEST
        span &= Span(first, record.end_earliest if record.end_latest != LATEST else LATEST)
    return span


def certainly_held(ran: TenureDays, here: Days, surely: Span) -> Days:
    """Return the days on which a tenure certainly ran in an office that existed `here`, and `surely` on those days.

    A tenure whose own beginning and end lie within them, or that a source shows there, tells that the office existed.
    What merely goes on, or goes beyond, does not: “since 1941” in an office that ended “in 1943” is possible in 1943.
    """
    certain = ran.certain_days & here
    if not certain or (surely.first <= certain.spans[0].first and certain.spans[-1].last <= surely.last):
        return certain
    possible = here.spans[0].first, here.spans[-1].last
    first, last = EARLIEST, LATEST
    if ran.began is None or ran.began.earliest < possible[0]:
        first = min([surely.first, *(one.latest for one in ran.seen)])
    if ran.ended is None or ran.ended.latest > possible[1]:
        last = max([surely.last, *(one.earliest for one in ran.seen)])
    return certain & days_of(Span(first, last))
