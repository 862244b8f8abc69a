"""When records have lines on the timeline: functions that yield moments by name, and the columns they read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partnerships import dates
from partnerships.models import Agreement, Milestone, Record, Statement, Tenure
from partnerships.models.base import Dated, Lasting

When = dates.Moment | dates.Period
Found = Iterator[tuple[str, When]]


@dataclass(frozen=True)
class Moments:
    """The moments of a record that have a line each: `start` and `end`, or `on` for a single one."""

    find: Callable[..., Found]
    #: What `find` reads, as paths from the record.
    columns: tuple[str, ...]

    def of(self, record: Record) -> Found:
        """Yield the name of each moment of `record`, and when it is."""
        return self.find(record)


def _day(record: Dated) -> Found:
    if record.date:
        yield "on", dates.parse(record.date)


def _whole(record: Lasting) -> Found:
    if record.period:
        yield "on", dates.parse_period(record.period)


def _day_or_whole(record: Statement) -> Found:
    yield from _day(record)
    yield from _whole(record)


def _ends(record: Lasting) -> Found:
    period = dates.parse_period(record.period) if record.period else None
    if period is None:
        return
    if period.is_single:
        yield "on", period
        return
    if period.start:
        yield "start", period.start
    if period.end and not dates.is_no_end(period.end):
        yield "end", period.end


def _day_and_ends(record: Agreement) -> Found:
    yield from _day(record)
    yield from _ends(record)


def _service(record: Tenure) -> Found:
    yield from _ends(record)
    dated = [milestone for milestone in record.milestones.all() if milestone.date]
    if presented := _moments_of(dated, Milestone.Kind.CREDENTIALS):
        yield "credentials", presented[0]
    yield from _sightings(record, _moments_of(dated, Milestone.Kind.SEEN))


def _moments_of(dated: list[Milestone], kind: str) -> list[dates.Moment]:
    """Return the moments of the milestones of one kind, the first one first."""
    found = [dates.parse_moment(milestone.date) for milestone in dated if milestone.kind == kind]
    return sorted(found, key=lambda when: when.sort_key)


def _sightings(record: Tenure, seen: list[dates.Moment]) -> Found:
    """Yield when somebody was first and last seen in office, for an end that no record states."""
    first, slash, last = (record.period or "/").partition("/")
    if seen and slash and not first:
        yield "seen", seen[0]
    if seen and slash and not last and (first or seen[-1] != seen[0]):
        yield "seen-last", seen[-1]


#: One moment, or the days from a first to a last one.
DAY = Moments(_day, ("date",))
#: One line for the whole period, as of a visit.
WHOLE = Moments(_whole, ("period",))
#: One moment, or one line for the whole period: a record has only one of them.
DAY_OR_WHOLE = Moments(_day_or_whole, ("date", "period"))
#: The beginning and the end of a period, as far as they are known.
ENDS = Moments(_ends, ("period",))
#: The signature of a text, and the ends of the time it is in force.
DAY_AND_ENDS = Moments(_day_and_ends, ("date", "period"))
#: The beginning and the end of a tenure, where one is not stated when its person was first or last seen in office,
#: and the day of the credentials.
SERVICE = Moments(_service, ("period", "milestones.kind", "milestones.date"))
