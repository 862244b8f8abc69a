"""Dated records as marks on a strip."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships import dates
from partnerships.addresses import address
from partnerships.dates import EARLIEST, LATEST
from partnerships.drawing import Bar, Bracket, Heap, Lane, Look, Mark, Point, Strip, stretch
from partnerships.listing.timeline_page import from_years
from partnerships.models import Membership, Mission, Partner, Progress, Record, Visit
from partnerships.models.base import Lasting
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline
from partnerships.records.own_words import date_in_own_words
from partnerships.records.titles import titles

from .turning_points import timeline_link

#: So many lines are counted for a drawing: all that there can be.
ALL = 1_000_000


def moment_mark(record: Record, look: Look = Look.MOMENT, field: str = "date") -> Iterator[Mark]:
    """Yield the mark of a record with one moment: a point, or a bracket over the days that it can be."""
    notation = getattr(record, field)
    if not notation:
        return
    when = dates.parse(notation)
    first, last = when.sort_key
    words, href = date_in_own_words(record, field, when, language_now()), address(record, language_now())
    title = _with_words(_name(record), words)
    if EARLIEST in (first, last) or LATEST in (first, last):
        yield Point(last if first == EARLIEST else first, title, href, look)
    elif (last - first).days <= 31:
        yield Point(first, title, href, look)
    else:
        yield Bracket(first, last, title, href, look)


def _with_words(name: str, when: str) -> str:
    """Return a name with its date, but for one that says its date itself: “Visit to Japan, April 2013”."""
    return name if when.casefold() in name.casefold() else f"{name}, {when}"


def journey_mark(visit: Visit) -> Iterator[Mark]:
    """Yield the mark of a visit: another one where it was not held."""
    return moment_mark(visit, Look.MOMENT if visit.status == Progress.HELD else Look.OFF, "period")


def lane_of_moments(label: str, marks: Sequence[Mark], filters: timeline.Filters, *, is_whole: bool) -> Lane:
    """Return a lane of `marks`; where they are not all, one that shows how many of the lines of `filters` lie when.

    Some of them alone would say that there are none in the other years.
    """
    if is_whole:
        return Lane(label, marks)
    found = timeline.years(filters, ALL)
    return Lane(f"{label} ({sum(number for _year, number in found)})", list(_heaps(found, filters)))


def _heaps(found: Sequence[tuple[int, int]], filters: timeline.Filters) -> Iterator[Mark]:
    """Yield how many lines lie in each stretch of years, each leading to the place of the timeline where they begin."""
    years = [year for year, _number in found]
    size = stretch(years)
    together: Counter[int] = Counter()
    for year, number in found:
        together[year // size * size] += number
    most, today = max(together.values(), default=1), dates.today()
    for begins, number in together.items():
        first, last = max(begins, years[0]), min(begins + size - 1, years[-1])
        link = timeline_link(
            years_said(first, last, number), partner=filters.partner, kind=filters.kind, after=from_years(first, last)
        )
        end = today if last == today.year else date(last, 12, 31)
        yield Heap(date(first, 1, 1), end, link.text, link.href, number / most)


def years_said(first: int, last: int, number: int) -> str:
    """Return how many lines there are in some years: “2015–2019: 17 lines”."""
    said = ngettext("%(years)s: %(number)d line", "%(years)s: %(number)d lines", number)
    return said % {"years": str(first) if first == last else f"{first}–{last}", "number": number}


def partnership_bar(partner: Partner) -> Iterator[Mark]:
    """Yield the bars of a partnership: where nobody says since when, certain since something of it was."""
    vouched = _vouched(partner) if partner.start_earliest == EARLIEST != partner.start_latest else None
    whole = timeline_link("", partner=partner.key, detail="all")
    return period_bar(partner, "", _("Partnership"), whole.href, vouched=vouched)


def _vouched(partner: Partner) -> date | None:
    """Return the first day on which a partner certainly had a mission, or was in a framework."""
    of_state = {"state": partner.state_id, "start_latest__lt": LATEST}
    missions = Mission.objects.published().filter(organization=partner.organization_id, **of_state)
    memberships = Membership.objects.published().filter(framework__organization=partner.organization_id, **of_state)
    days = [several.aggregate(day=Min("start_latest"))["day"] for several in (missions, memberships)]
    return min((day for day in days if day), default=None)


def period_bar(
    record: Lasting, name: str, words: str, href: str, look: Look = Look.FULL, *, vouched: date | None = None
) -> Iterator[Mark]:
    """Yield the bars of a record with a period: full where it is certain, hatched where it is only possible.

    `words` say what lasts; the dates are added. On the day `vouched` for it certainly was, whenever it began.
    """
    if not record.period:
        return
    today = dates.today()
    period = dates.shown_period(record.period)
    title = f"{words}, {date_in_own_words(record, 'period', period, language_now())}"
    always, goes_on = record.period.startswith(".."), record.period.endswith("..")
    # An end that nobody knows is possible until today.
    until = today if period.end_latest == LATEST else period.end_latest
    possible = partial(Bar, title=title, href=href, look=Look.POSSIBLE)
    if record.start_latest == LATEST:
        yield from _since_nobody_knows(
            record, partial(Bar, title=title, href=href, look=look, name=name), possible, until, vouched
        )
        return
    first, last = record.start_latest, period.end_earliest
    if goes_on:
        last = max(first, today)
    if record.start_earliest == EARLIEST:
        first = min(first, last, vouched or last)
    elif record.start_earliest < first:
        yield Bar(record.start_earliest, min(first, today), title, href, Look.POSSIBLE)
    if not goes_on and max(first, last) < until:
        yield possible(max(first, last), until)
    if always or first <= last:
        since = None if always else first
        yield Bar(since, last, title, href, look, name, record.start_earliest == EARLIEST, goes_on)


def _since_nobody_knows(
    record: Lasting, certain: Callable[..., Bar], possible: Callable[..., Bar], until: date, vouched: date | None
) -> Iterator[Mark]:
    """Yield the bars of a period that began on no known day: certain from the day that is vouched for, else as it ends,
    or today. It comes out of the years before, however far the others of the drawing reach back."""
    if record.start_earliest != EARLIEST:
        # It began at some time after a day.
        if record.start_earliest < until:
            yield possible(record.start_earliest, until)
        return
    goes_on = record.period.endswith("..")
    last = until if goes_on else record.end_earliest
    if last != EARLIEST:
        yield certain(min(vouched or last, last), last, fades_in=True, fades_out=goes_on)
        if last < until:
            yield possible(last, until)


def _name(record: Record) -> str:
    return " – ".join(text for text, _found in titles(record, language_now()))


def strip(key: str, title: str, description: str, lanes: Iterable[Lane], *chosen: date | None) -> Strip:
    """Return the strip over all marks of `lanes` that has any, to today, with the days `chosen` marked, two at most."""
    kept = [lane for lane in lanes if lane.marks]
    days = [day for lane in kept for mark in lane.marks for day in _days(mark)]
    asked = [day for day in chosen if day is not None]
    days += asked if kept else []
    first = min(days, default=dates.today())
    last = max([*days, dates.today()])
    return Strip(
        key,
        title,
        description,
        first,
        last,
        kept,
        *((day, dates.word(dates.moment_on(day), language_now())) for day in asked[:2]),
    )


def _days(mark: Mark) -> Iterator[date]:
    if isinstance(mark, Point):
        yield mark.day
    else:
        yield from (day for day in (mark.first, mark.last) if day is not None)
