"""The days of one tenure: those on which it certainly ran, possibly ran, or is in doubt, by its own record alone.

It begins at the start that the source states, else at the arrival, unless credentials came before, else at the
credentials; never at the appointment. It certainly runs from its latest possible start to its earliest possible end,
where a day on which a source shows the person in office bounds both; and what is still going on, as
long as that is vouched for. Nobody serves before birth or appointment, nor after death. Where the record
contradicts itself the days between are in doubt: neither certain nor possible, and never vacant. Of somebody
who lives the whole time is, for no answer may tell on which day they were born.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerships.dates import EARLIEST, LATEST, Certainty
from partnerships.models import Milestone

from .certainty_expires import Clock
from .days import EVER, NEVER, Days, Span, day_after, day_before, days, days_of, from_after, until_before
from .tenure_facts import SHOWS_IN_OFFICE, Bounds, TenureFacts

Kind = Milestone.Kind


@dataclass(frozen=True, slots=True)
class TenureDays:
    """The certain and the possible days of one tenure, within `limits`, without those `in_doubt`.

    `start_settled` (`end_settled`) says whether it is settled that the tenure did not run before
    (after) its possible days: the sources bound it there, or somebody else certainly held the office.
    `expired` says that it is still going on by its record, and that nothing vouches for that any more.
    """

    tenure: TenureFacts
    certain: Span
    possible: Span
    start_settled: bool
    end_settled: bool
    expired: bool = False
    limits: Span = EVER
    in_doubt: Days = NEVER
    #: When somebody or something shows the person in office.
    seen: tuple[Bounds, ...] = ()
    #: When service began and ended, as stated or by a milestone.
    began: Bounds | None = None
    ended: Bounds | None = None

    @property
    def certain_days(self) -> Days:
        return self._left(self.certain)

    @property
    def possible_days(self) -> Days:
        return self._left(self.possible)

    @property
    def open_days(self) -> Days:
        """The days on which the tenure may have run, though nothing recorded lets anybody say so."""
        if self.start_settled and self.end_settled and self.possible:
            return self.in_doubt
        return days([*self._unsettled(), *self.in_doubt])

    def on(self, day: date) -> Certainty:
        """Return whether the tenure ran on `day`."""
        if day not in self.limits or day in self.in_doubt:
            return Certainty.NOT
        if day in self.certain:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if day in self.possible else Certainty.NOT

    def _left(self, span: Span) -> Days:
        if self.limits is EVER and self.in_doubt is NEVER:
            return days_of(span)
        return days_of(span & self.limits) - self.in_doubt

    def _unsettled(self) -> Iterator[Span]:
        if not self.possible:
            yield self.limits
            return
        if not self.start_settled:
            yield until_before(self.possible.first) & self.limits
        if not self.end_settled:
            yield from_after(self.possible.last) & self.limits


def tenure_days(tenure: TenureFacts, clock: Clock, *, checked_until: date | None = None) -> TenureDays:
    """Return the days of `tenure`, as far as its own record tells.

    `checked_until` is the last day on which its office, or the mission, was checked. A side that is
    not known reaches no further than the first or the last day that is; `beside_one_another` then
    widens what is possible as far as the neighbours allow.
    """
    if (over := plain(tenure, clock)) is not None:
        return over
    start, end = _ends(tenure)
    seen = _inside(tenure, start, end)
    lasting = tenure.going_on and end is None or (end is not None and end.earliest > clock.today)
    points = [*seen, *(one for one in (start, end) if one)]
    sign = _newest_sign(tenure, [*seen, *([start] if start else [])], checked_until) if lasting else None
    possible = _possible(tenure, start, end, points, [tenure.checked_on or sign or clock.today] if lasting else [])
    certain = _certain(tenure, start, None if lasting else end, seen, clock.vouched(sign), clock.today)
    return TenureDays(
        tenure=tenure,
        certain=certain & possible,
        possible=possible,
        start_settled=tenure.always or (start is not None and start.earliest != EARLIEST),
        end_settled=(tenure.going_on and end is None) or (end is not None and end.latest != LATEST),
        expired=lasting and clock.vouched(sign) < clock.today,
        limits=_limits(tenure),
        in_doubt=days([*_doubts(tenure, start, end), *_doubts_of_going_on(tenure, end, clock.today)]),
        seen=tuple(seen),
        began=start,
        ended=end,
    )


def plain(tenure: TenureFacts, clock: Clock) -> TenureDays | None:
    """Return the days of a tenure of which nothing is recorded but two known ends, and over: most are so."""
    start, end = tenure.start, tenure.end
    if start is None or end is None or tenure.steps or tenure.birth or tenure.death:
        return None
    if start.earliest == EARLIEST or end.latest == LATEST:
        return None
    possible = Span(start.earliest, end.latest)
    certain = Span(min(start.latest, end.latest), max(start.earliest, end.earliest))
    # Of one day within this year and an end “in this year” both may be to come: nothing to come is certain.
    if certain.last > clock.today:
        return None
    certain &= possible
    return TenureDays(tenure, certain, possible, True, True, began=start, ended=end)


def _ends(tenure: TenureFacts) -> tuple[Bounds | None, Bounds | None]:
    """Return when service began and ended: as stated, else by the first milestone that does not contradict."""
    end = tenure.end
    if end is None:
        left = tenure.moments(Kind.ENDED, Kind.DEPARTED)
        end = next((one for one in left if not _is_after(tenure.start, one)), None)
    start = tenure.start
    if start is None and not tenure.always:
        came = tenure.moments(Kind.ARRIVED, Kind.CREDENTIALS)
        shown = tenure.moments(Kind.CREDENTIALS)
        came = [one for one in came if not _is_after(one, end) and not any(_is_after(one, each) for each in shown)]
        start = next(iter(came), None)
    return start, end


def _is_after(one: Bounds | None, other: Bounds | None) -> bool:
    return one is not None and other is not None and one.earliest > other.latest


def _inside(tenure: TenureFacts, start: Bounds | None, end: Bounds | None) -> list[Bounds]:
    """Return when sources show the person in office, save where that contradicts the start or the end."""
    shown = tenure.moments(*SHOWS_IN_OFFICE)
    return [one for one in shown if not _is_after(start, one) and not _is_after(one, end)]


def _doubts(tenure: TenureFacts, start: Bounds | None, end: Bounds | None) -> Iterator[Span]:
    """Yield the days between what the record says in one place and what it says in another."""
    if not tenure.steps and not tenure.death and not tenure.birth:
        return
    if start is not None:
        yield from _doubts_before(start, tenure)
    if end is not None:
        yield from _doubts_after(end, start, tenure)
    limits = _limits(tenure)
    # Whoever arrives before being appointed does as everybody does.
    shown = tenure.moments(*(SHOWS_IN_OFFICE - {Kind.ARRIVED}))
    # Whoever has left before it contradicts as whoever serves before it does.
    begun = tenure.start or min(shown, key=_earliest, default=end)
    if begun and begun.latest < limits.first:
        yield Span(begun.from_day, day_before(limits.first))
    begun = start or min(tenure.moments(*SHOWS_IN_OFFICE), key=_earliest, default=None)
    if begun and tenure.birth and not tenure.death and begun.latest < tenure.birth.earliest:
        yield Span(begun.from_day, end.until_day if end else LATEST)
    if end and end.earliest > limits.last:
        yield Span(day_after(limits.last), end.until_day)


def _doubts_of_going_on(tenure: TenureFacts, left: Bounds | None, today: date) -> Iterator[Span]:
    """Yield the days since somebody left an office in which they are said to be still; a day to come is announced."""
    if tenure.going_on and left is not None and left.latest < today:
        yield from_after(left.latest)


def _doubts_before(start: Bounds, tenure: TenureFacts) -> Iterator[Span]:
    """Yield the days from a sign of service, or from a departure, to the beginning of service that it precedes.

    Everybody arrives before presenting credentials and taking office: that contradicts nothing.
    """
    yield from (
        Span(when.from_day, day_before(start.earliest))
        for when in tenure.moments(*(SHOWS_IN_OFFICE - {Kind.ARRIVED}))
        if _is_after(start, when)
    )
    yield from (
        Span(day_after(when.latest), day_before(start.earliest))
        for when in tenure.moments(Kind.ENDED, Kind.DEPARTED)
        if _is_after(start, when)
    )


def _doubts_after(end: Bounds, start: Bounds | None, tenure: TenureFacts) -> Iterator[Span]:
    """Yield the days from the end of service to a sign of service, or another end, that follows it."""
    shown = tenure.moments(*SHOWS_IN_OFFICE, Kind.ENDED)
    yield from (Span(day_after(end.latest), when.until_day) for when in shown if _is_after(when, end))
    left = [when for when in tenure.moments(Kind.ENDED) if _is_after(end, when) and not _is_after(start, when)]
    yield from (Span(day_after(when.latest), end.until_day) for when in left)


def _earliest(when: Bounds) -> date:
    return when.earliest


def _limits(tenure: TenureFacts) -> Span:
    """Return the days from the earliest appointment, or a birth that may be told, to the latest possible death."""
    if not tenure.steps and not tenure.death:
        return EVER
    appointed = min((one.earliest for one in tenure.moments(Kind.APPOINTED)), default=EARLIEST)
    if tenure.death is None:
        return Span(appointed, LATEST)
    born = tenure.birth.earliest if tenure.birth else EARLIEST
    return Span(max(appointed, born), tenure.death.latest)


def _newest_sign(tenure: TenureFacts, shown: Iterable[Bounds], checked_until: date | None) -> date | None:
    """Return the last day on which anything shows that the person is still in office."""
    signs = [one.earliest for one in (*shown, *tenure.sources) if one.earliest != EARLIEST]
    checks = [one for one in (tenure.checked_on, checked_until) if one]
    return max([*signs, *checks], default=None)


def _certain(
    tenure: TenureFacts, start: Bounds | None, end: Bounds | None, seen: list[Bounds], vouched: date, today: date
) -> Span:
    points = [*seen, *(one for one in (start, end) if one)]
    by_check = [tenure.checked_on] if tenure.checked_on and start is None and end is None else []
    first = min([*by_check, *(one.latest for one in points)], default=LATEST)
    last = max([vouched, *(one.earliest for one in points)])
    return Span(EARLIEST if tenure.always else first, min(_alive(tenure, end, seen, last), today))


def _alive(tenure: TenureFacts, end: Bounds | None, seen: list[Bounds], last: date) -> date:
    """Return until when the person was certainly alive and in office: a stated end tells, or else the signs of it."""
    death = tenure.death
    if death is None or last <= death.earliest or (end is not None and end.earliest <= death.latest):
        return last
    return max([death.earliest, *(one.earliest for one in seen if one.latest <= death.latest)])


def _possible(
    tenure: TenureFacts, start: Bounds | None, end: Bounds | None, points: list[Bounds], here: list[date]
) -> Span:
    first = min([*(one.from_day for one in points), *here], default=LATEST)
    last = max((one.until_day for one in points), default=EARLIEST)
    if tenure.always or (start is not None and start.earliest != EARLIEST):
        first = EARLIEST if start is None else start.earliest
    if end is None and tenure.going_on:
        last = LATEST
    elif end is not None and end.latest != LATEST:
        last = end.latest
    return Span(first, last)
