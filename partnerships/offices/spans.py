"""The days of a tenure: those on which it certainly ran, and those on which it possibly did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST, Certainty, Edge
from partnerships.models import Milestone, Tenure

ONE_DAY = timedelta(days=1)

#: The milestones that show the person in office, or about to leave it.
SHOWS_IN_OFFICE = {
    Milestone.Kind.SEEN,
    Milestone.Kind.ARRIVED,
    Milestone.Kind.CREDENTIALS,
    Milestone.Kind.RECALLED,
}


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both in; empty where `first` comes after `last`."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __bool__(self) -> bool:
        return self.first <= self.last


NEVER = Span(LATEST, EARLIEST)


@dataclass(frozen=True)
class Service:
    """The certain and the possible days of one tenure, and which of its sides are not known."""

    tenure: Tenure
    certain: Span
    possible: Span
    start_known: bool
    end_known: bool

    def on(self, day: date) -> Certainty:
        """Return whether the tenure ran on `day`."""
        if day in self.certain:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if day in self.possible else Certainty.NOT


def service(tenure: Tenure, *, today: date) -> Service:
    """Return the days of `tenure`, as far as its own period and milestones tell.

    It begins at the start that the source states, else at the arrival, else at the
    credentials; never at the appointment. A side that is not known reaches no further
    than the first or the last day on which a source shows the person in office;
    `services` then widens what is possible as far as the neighbours allow.
    """
    start, end = _start(tenure), _end(tenure)
    going_on = _period(tenure).end_edge is Edge.OPEN and end is None
    seen = _sightings(tenure)
    certain = _certain(start, end, seen, going_on, today)
    possible = Span(
        start.earliest if start else min((moment.earliest for moment in seen), default=LATEST),
        _last_possible(end, seen, going_on, start),
    )
    return Service(tenure, certain, possible, start is not None, end is not None or going_on)


def _certain(start, end, seen, going_on, today) -> Span:
    first = start.latest if start else min((moment.latest for moment in seen), default=LATEST)
    if end:
        last = end.earliest
    elif going_on:
        last = max([today, *(moment.earliest for moment in seen)])
    else:
        last = max((moment.earliest for moment in seen), default=EARLIEST)
        if start and start.earliest == start.latest:
            last = max(last, start.earliest)
    return Span(first, last)


def _last_possible(end, seen, going_on, start) -> date:
    if end:
        return end.latest
    if going_on:
        return LATEST
    moments = [*seen, *([start] if start else [])]
    return max((moment.latest for moment in moments), default=EARLIEST)


def _period(tenure: Tenure) -> dates.Period:
    return dates.parse_period(tenure.period or "/")


def _start(tenure: Tenure) -> dates.Moment | None:
    period = _period(tenure)
    return period.start or _milestone(tenure, Milestone.Kind.ARRIVED) or _milestone(tenure, Milestone.Kind.CREDENTIALS)


def _end(tenure: Tenure) -> dates.Moment | None:
    period = _period(tenure)
    if period.end:
        return period.end
    return _milestone(tenure, Milestone.Kind.ENDED) or _milestone(tenure, Milestone.Kind.DEPARTED)


def _milestone(tenure: Tenure, kind: str) -> dates.Moment | None:
    found = [dates.parse_moment(one.date) for one in tenure.milestones.all() if one.kind == kind and one.date]
    return min(found, key=lambda moment: moment.sort_key, default=None)


def _sightings(tenure: Tenure) -> list[dates.Moment]:
    milestones = [one for one in tenure.milestones.all() if one.kind in SHOWS_IN_OFFICE and one.date]
    return [dates.parse_moment(one.date) for one in milestones]


def services(tenures: Iterable[Tenure], *, single_holder: bool, today: date) -> list[Service]:
    """Return the services of one office, what is not known widened up to the neighbours.

    In an office that one person holds at a time, a side that is not known leaves its person
    possible as far as the nearest certain span of another holder. Where there is none, and
    in an office that several people hold, nobody is named beyond what is certain.
    """
    own = [service(tenure, today=today) for tenure in tenures if not tenure.never_served]
    if not single_holder:
        return own
    return [_widened(one, [other for other in own if other.tenure.person_id != one.tenure.person_id]) for one in own]


def _widened(one: Service, others: list[Service]) -> Service:
    certain = [other.certain for other in others if other.certain]
    first, last = one.possible.first, one.possible.last
    if not one.start_known:
        before = [min(span.last, first) for span in certain if span.first <= first]
        first = max(before, default=first)
    if not one.end_known:
        after = [max(span.first, last) for span in certain if span.last >= last]
        last = min(after, default=last)
    return Service(one.tenure, one.certain, Span(first, last), one.start_known, one.end_known)
