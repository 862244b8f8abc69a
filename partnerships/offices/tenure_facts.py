"""What the register says of a tenure, as plain records: all that its days are computed from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Milestone

from .days import Span

#: The milestones that show the person in office, or about to leave it.
SHOWS_IN_OFFICE = frozenset(
    {Milestone.Kind.SEEN, Milestone.Kind.ARRIVED, Milestone.Kind.CREDENTIALS, Milestone.Kind.RECALLED}
)

#: Notations of a side of a period: nothing known, and without end (or beginning).
UNKNOWN, OPEN = "", ".."


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that one moment can be; its notation says it in words."""

    earliest: date
    latest: date
    notation: str

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.earliest == self.latest

    @property
    def from_day(self) -> date:
        """The first day it can be; the last, where no first one is known."""
        return self.earliest if self.earliest != EARLIEST else self.latest

    @property
    def until_day(self) -> date:
        """The last day it can be; the first, where no last one is known."""
        return self.latest if self.latest != LATEST else self.earliest

    @property
    def span(self) -> Span:
        return Span(self.earliest, self.latest)


def day_of_source(earliest: date, latest: date, notation: str, read_on: date | None) -> Bounds | None:
    """Return the day for which a source speaks: its date, or for a page without one the day it was read."""
    if notation:
        return Bounds(earliest, latest, notation)
    return Bounds(read_on, read_on, read_on.isoformat()) if read_on else None


@dataclass(frozen=True, slots=True)
class TenureStep:
    """A milestone of a tenure: what happened, and when."""

    kind: str
    when: Bounds


@dataclass(frozen=True, slots=True)
class TenureFacts:
    """One tenure: its two ends as they are recorded, its milestones, and what vouches for it."""

    pk: int
    key: str
    person: int
    office: int
    acting: bool
    start: Bounds | None = None
    end: Bounds | None = None
    #: Whether it has no beginning; whether it is still going on.
    always: bool = False
    going_on: bool = False
    steps: tuple[TenureStep, ...] = ()
    birth: Bounds | None = None
    death: Bounds | None = None
    checked_on: date | None = None
    #: The days of the published sources that support it.
    sources: tuple[Bounds, ...] = ()

    def moments(self, *kinds: str) -> list[Bounds]:
        """Return the milestones of these kinds in their order, the kinds in theirs."""
        if not self.steps:
            return []
        return [
            when
            for kind in kinds
            for when in sorted((step.when for step in self.steps if step.kind == kind), key=_by_bounds)
        ]


def _by_bounds(when: Bounds) -> tuple[date, date]:
    return when.earliest, when.latest


def read_sides(notation: str) -> tuple[str, str]:
    """Return the notations of the two ends of a period; a single moment is both."""
    first, slash, last = (notation or "/").partition("/")
    return (first, last) if slash else (first, first)


def bounds_of(notation: str) -> Bounds | None:
    """Return the bounds of the moment that `notation` writes; None where it writes nothing."""
    if not notation:
        return None
    moment = dates.parse_moment(notation)
    return Bounds(moment.earliest, moment.latest, moment.edtf)


def ends_never(notation: str) -> bool:
    """Whether the end of a period is a day that stands for "no end"."""
    return dates.may_hold_placeholder(notation) and dates.is_no_end(dates.parse_moment(notation))


#: The columns of a tenure from which `facts_of_row` reads.
COLUMNS = (
    *("pk", "key", "person_id", "office_id", "acting", "period"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest"),
    *("person__birth", "person__death", "checked_on"),
)


def facts_of_row(row: tuple, steps: Iterable[TenureStep] = (), sources: Iterable[Bounds] = ()) -> TenureFacts:
    """Return the facts of a tenure from its `COLUMNS`.

    A day that stands for no end is none: a tenure until then is still going on.
    """
    pk, key, person, office, acting, period, *ends, birth, death, checked = row
    start_earliest, start_latest, end_earliest, end_latest = ends
    first, last = read_sides(period)
    going_on = last == OPEN or (last != UNKNOWN and ends_never(last))
    return TenureFacts(
        pk=pk,
        key=key,
        person=person,
        office=office,
        acting=acting,
        start=None if first in (UNKNOWN, OPEN) else Bounds(start_earliest, start_latest, first),
        end=None if going_on or last == UNKNOWN else Bounds(end_earliest, end_latest, last),
        always=first == OPEN,
        going_on=going_on,
        steps=tuple(steps),
        birth=bounds_of(birth),
        death=bounds_of(death),
        checked_on=checked,
        sources=tuple(sources),
    )
