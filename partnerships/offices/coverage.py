"""For which days the register has looked into an office: its coverage, or that of its mission, and the checks of it."""

from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Mission, Office
from partnerships.models.base import Covered

from .certainty_expires import Clock
from .days import Days, Span, days
from .loading import headed_mission


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
