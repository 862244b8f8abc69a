"""On which days an office existed, was covered by the register, and a designation was in force."""

from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Mission, Office
from partnerships.models.base import Covered, Lasting

from .days import EVER, Days, Span, days
from .loading import all_behind, headed_mission
from .still_in_office import Clock
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


def covering(office: Office) -> list[Office | Mission]:
    """Return the records whose coverage speaks for the holders of `office`."""
    mission = headed_mission(office)
    return [office, mission] if mission else [office]


def covered_days(office: Office, clock: Clock) -> Days:
    """Return the days at which the register has looked: nothing is known of days after it last did."""
    return days(_covered(record, min(record.checked_on or clock.today, clock.today)) for record in covering(office))


def checked_until(office: Office, clock: Clock) -> date | None:
    """Return the last covered day on which a check is recorded; None where there is none."""
    checks = [_covered(record, min(record.checked_on, clock.today)) for record in covering(office) if record.checked_on]
    return max((span.last for span in checks if span), default=None)


def _covered(record: Covered, checked: date) -> Span:
    """Return the days certainly inside the coverage, no later than `checked`."""
    if not record.coverage:
        return Span(LATEST, EARLIEST)
    period = dates.parse_period(record.coverage)
    first = EARLIEST if period.start_edge is dates.Edge.OPEN else period.start_latest
    last = LATEST if period.end_edge is dates.Edge.OPEN else period.end_earliest
    return Span(first, min(last, checked))
