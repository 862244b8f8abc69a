"""For how long somebody of whom nothing but the beginning is known is certainly still in office.

As long as `CERTAINTY_DAYS`, a setting, from the last day on which anything shows them there. For which day a source
speaks, `tenure_facts.day_of_source` says; which milestones show somebody in office, `tenure_facts.SHOWS_IN_OFFICE`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from partnerships.dates import EARLIEST, LATEST


@dataclass(frozen=True, slots=True)
class Clock:
    """The day on which the question is put, and for how many days after it a sign of service vouches."""

    today: date
    certainty_days: int

    def vouched(self, sign: date | None) -> date:
        """Return until when a sign of that day makes certain what is still going on; nothing is certain to come."""
        if sign is None:
            return EARLIEST
        room = (self.today - sign).days
        return self.today if room <= self.certainty_days else sign + timedelta(days=self.certainty_days)


def now(today: date) -> Clock:
    """Return the clock of a question put on `today`."""
    return Clock(today, settings.CERTAINTY_DAYS)


def at_the_end_of_time() -> Clock:
    """Return the clock of what does not depend on the day on which it is asked."""
    return now(LATEST)
