"""The days of a tenure: those on which it certainly ran, and those on which it possibly did."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST, Certainty, Edge
from partnerships.models import Milestone, Tenure

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


@dataclass(frozen=True)
class Service:
    """The certain and the possible days of one tenure.

    `start_settled` (`end_settled`) says whether it is settled that the tenure did not run before
    (after) its possible days: the sources bound it there, or somebody else certainly held the office.
    """

    tenure: Tenure
    certain: Span
    possible: Span
    start_settled: bool
    end_settled: bool

    def on(self, day: date) -> Certainty:
        """Return whether the tenure ran on `day`."""
        if day in self.certain:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if day in self.possible else Certainty.NOT

    def leaves_open(self, day: date) -> bool:
        """Whether the tenure may have run on `day`, though nothing recorded lets anybody say so."""
        if not self.possible:
            return True
        return (not self.start_settled and day < self.possible.first) or (
            not self.end_settled and day > self.possible.last
        )


def service(tenure: Tenure, *, today: date) -> Service:
    """Return the days of `tenure`, as far as its own period and milestones tell.

    It begins at the start that the source states, else at the arrival, else at the
    credentials; never at the appointment. It certainly runs from its latest possible start
    to its earliest possible end, where a day on which a source shows the person in office
    bounds both. A side that is not known reaches no further than the first or the last day
    that is; `services` then widens what is possible as far as the neighbours allow.
    """
    period, start, end = _period(tenure), _start(tenure), _end(tenure)
    always = period.start_edge is Edge.OPEN and start is None
    going_on = period.end_edge is Edge.OPEN and end is None
    points = [*_sightings(tenure, start, end), *(moment for moment in (start, end) if moment)]
    here = [today] if going_on else []
    certain = Span(
        EARLIEST if always else min(_latest_days(points), default=LATEST),
        max([*_earliest_days(points), *here], default=EARLIEST),
    )
    start_settled = always or _is_bounded(start, "earliest", EARLIEST)
    end_settled = going_on or _is_bounded(end, "latest", LATEST)
    possible = Span(_first_possible(start, start_settled, points, here), _last_possible(end, end_settled, points))
    return Service(tenure, certain, possible, start_settled, end_settled)


def _latest_days(points: list[dates.Moment]) -> list[date]:
    """Return by which days, at the latest, the person was in office."""
    return [moment.latest for moment in points if moment.latest != LATEST]


def _earliest_days(points: list[dates.Moment]) -> list[date]:
    """Return until which days, at the earliest, the person was in office."""
    return [moment.earliest for moment in points if moment.earliest != EARLIEST]


def _is_bounded(end: dates.Moment | None, bound: str, placeholder: date) -> bool:
    return end is not None and getattr(end, bound) != placeholder


def _first_possible(start, settled, points, here) -> date:
    if settled:
        return start.earliest if start else EARLIEST
    known = [moment.latest if moment.earliest == EARLIEST else moment.earliest for moment in points]
    return min([*known, *here], default=LATEST)


def _last_possible(end, settled, points) -> date:
    if settled:
        return end.latest if end else LATEST
    known = [moment.earliest if moment.latest == LATEST else moment.latest for moment in points]
    return max(known, default=EARLIEST)


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


def _sightings(tenure: Tenure, start: dates.Moment | None, end: dates.Moment | None) -> list[dates.Moment]:
    """Return when sources show the person in office, save where that contradicts the stated start or end."""
    milestones = [one for one in tenure.milestones.all() if one.kind in SHOWS_IN_OFFICE and one.date]
    seen = [dates.parse_moment(one.date) for one in milestones]
    return [
        moment
        for moment in seen
        if not (start and moment.latest < start.earliest) and not (end and moment.earliest > end.latest)
    ]


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
    if not one.possible:
        return one
    certain = [other.certain for other in others if other.certain]
    first, last = one.possible.first, one.possible.last
    before = [] if one.start_settled else [min(span.last, first) for span in certain if span.first <= first]
    after = [] if one.end_settled else [max(span.first, last) for span in certain if span.last >= last]
    return replace(
        one,
        possible=Span(max(before, default=first), min(after, default=last)),
        start_settled=one.start_settled or bool(before),
        end_settled=one.end_settled or bool(after),
    )
