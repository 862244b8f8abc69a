"""When somebody was seen in an office, and what shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnerships.dates import LATEST

from .claims import Claim, DesignationLink
from .days import Days
from .days_of_one_tenure import TenureDays
from .tenure_facts import Bounds, read_sides


class Sign(StrEnum):
    """What shows somebody in an office."""

    STEP = "step"
    START = "start"
    END = "end"
    SOURCE = "source"
    CHECK = "check"
    #: A day on which the person certainly held it, the last before an end or the first after a start known less finely.
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class SeenInOffice:
    """When somebody was in the office, and what shows it."""

    when: Bounds
    sign: Sign

    @property
    def order(self) -> tuple[date, date]:
        return self.when.earliest, self.when.latest

    def by(self, day: date) -> bool:
        """Whether it can be of `day` or before; a beginning that may be later shows nobody in office yet."""
        bound = self.when.latest if self.sign is Sign.START else self.when.earliest
        return bound <= day


def signs_of(claim: Claim) -> list[SeenInOffice]:
    """Return when the person of `claim` was seen in the office, as far as the claim reaches, in order."""
    found = [seen for seen in _of_tenure(claim.ran, claim.served) if claim.in_force.covers(seen.when.span)]
    found += [seen for link in claim.through for seen in _of_designation(link, claim.certain)]
    return sorted((seen for seen in found if claim.possible.covers(seen.when.span)), key=lambda seen: seen.order)


def last_seen(claim: Claim, day: date) -> SeenInOffice | None:
    """Return when the person of `claim` was last seen in the office, or certainly still held it, on `day` or before."""
    found = [next((seen for seen in reversed(signs_of(claim)) if seen.by(day)), None)]
    if _ends_some_day(claim):
        found += [_on(span.last) for span in claim.certain.spans if span.last < day]
    return max((seen for seen in found if seen), key=lambda seen: seen.order, default=None)


def next_seen(claim: Claim, day: date, today: date = LATEST) -> SeenInOffice | None:
    """Return when the person of `claim` was next seen in the office, or certainly held it already, after `day`.

    Nobody is seen on a day to come.
    """
    found = [next((seen for seen in signs_of(claim) if day < seen.when.earliest <= today), None)]
    if claim.ran.began is not None and not claim.ran.began.exact:
        found += [_on(span.first) for span in claim.certain.spans if span.first > day]
    return min((seen for seen in found if seen), key=lambda seen: seen.order, default=None)


def _ends_some_day(claim: Claim) -> bool:
    """Whether it ended, on a day that is not known exactly: else what shows the person in office tells until when."""
    ended = claim.ran.ended
    if ended is not None and ended.latest != LATEST and not ended.exact:
        return True
    ends = [(one.end_earliest, one.end_latest) for one in (link.designation for link in claim.through)]
    return not claim.ran.expired and any(first < last < LATEST for first, last in ends)


def _on(day: date) -> SeenInOffice:
    return SeenInOffice(Bounds(day, day, day.isoformat()), Sign.CERTAIN)


def _of_tenure(ran: TenureDays, certain: Days) -> Iterator[SeenInOffice]:
    tenure = ran.tenure
    yield from (SeenInOffice(when, Sign.STEP) for when in ran.seen)
    if ran.began:
        yield SeenInOffice(ran.began, Sign.START)
    if ran.ended and ran.ended.exact and ran.ended.earliest in certain:
        yield SeenInOffice(ran.ended, Sign.END)
    yield from (SeenInOffice(when, Sign.SOURCE) for when in tenure.sources if certain.covers(when.span))
    if tenure.checked_on and tenure.checked_on in certain:
        yield SeenInOffice(Bounds(tenure.checked_on, tenure.checked_on, tenure.checked_on.isoformat()), Sign.CHECK)


def _of_designation(link: DesignationLink, held: Days) -> Iterator[SeenInOffice]:
    """Yield the days on which a designation began and ended, where somebody held the office then."""
    designation = link.designation
    first, last = read_sides(designation.period)
    ends = (
        SeenInOffice(Bounds(designation.start_earliest, designation.start_latest, first), Sign.START),
        SeenInOffice(Bounds(designation.end_earliest, designation.end_latest, last), Sign.END),
    )
    return (seen for seen in ends if seen.when.exact and seen.when.earliest in held)
