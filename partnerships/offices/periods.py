"""The period of a row in the notation of dates: as the sources state it, never a day that is not known."""

import re
from collections.abc import Iterable
from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST

from .claims import Claim
from .days import Span, day_after
from .held_or_vacant import Course, Stretch, Verdict
from .sightings import signs_of
from .tenure_facts import OPEN, UNKNOWN, Bounds, read_sides
from .written_days import WrittenDays

#: A day, month, season, year or decade without a sign: what may stand within brackets.
_UNIT = re.compile(r"\d{4}(-\d\d){0,2}|\d{3}X")


def period_of(stretch: Stretch, course: Course) -> str:
    """Return the notation of the days of `stretch`, as the records write them from which they follow."""
    span, claim, written = stretch.days, stretch.claim, course.written
    if claim is None or stretch.verdict is not Verdict.CERTAIN:
        today = course.clock.today
        goes_on = span.last == today if claim is None else _goes_on(stretch, claim, today)
        return f"{_first(span, claim, written)}/{OPEN if goes_on else written.write(span.last)}"
    notation = f"{_start(stretch, claim, written)}/{_end(stretch, claim, course)}"
    return notation if _is_period(notation) else f"{span.first.isoformat()}/{span.last.isoformat()}"


def _first(span: Span, claim: Claim | None, written: WrittenDays) -> str:
    always = claim is not None and claim.ran.tenure.always and span.first == EARLIEST
    return OPEN if always else written.write(span.first)


def _goes_on(stretch: Stretch, claim: Claim, today: date) -> bool:
    return stretch.latest == today and day_after(today) in claim.possible


def _is_period(notation: str) -> bool:
    try:
        dates.parse_period(notation)
    except dates.DateError:
        return False
    return True


def _start(stretch: Stretch, claim: Claim, written: WrittenDays) -> str:
    first, began = stretch.days.first, claim.ran.began
    for notation in _stated(began, (link.designation.period for link in claim.through), 0):
        moment = dates.parse_moment(notation)
        if moment.earliest == stretch.earliest and moment.latest >= first:
            return notation
    if began is None and not claim.ran.tenure.always:
        signs = [seen.when for seen in signs_of(claim) if seen.when.latest >= first]
        return f"[..{_unit(signs[0], signs[0].latest)}]" if signs else written.write(first)
    if began is not None and began.earliest == EARLIEST and began.latest == first:
        return began.notation
    if claim.ran.tenure.always and stretch.earliest == EARLIEST:
        return OPEN
    return _between(stretch.earliest or first, first, written)


def _end(stretch: Stretch, claim: Claim, course: Course) -> str:
    last, ended = stretch.days.last, claim.ran.ended
    if _goes_on(stretch, claim, course.clock.today):
        return OPEN
    for notation in _stated(ended, (link.designation.period for link in claim.through), 1):
        moment = dates.parse_moment(notation)
        if moment.latest == stretch.latest and moment.earliest <= last:
            return notation
    if ended is None:
        signs = [seen.when for seen in signs_of(claim) if seen.when.earliest <= last]
        return f"[{_unit(signs[-1], signs[-1].earliest)}..]" if signs else UNKNOWN
    if ended.latest == LATEST and ended.earliest == last:
        return ended.notation
    return _between(last, stretch.latest or last, course.written)


def _between(earliest: date, latest: date, written: WrittenDays) -> str:
    """Return the notation of one day between two, as the records write them."""
    if earliest in (EARLIEST, latest) or latest == LATEST:
        return day_between(earliest, latest)
    first, last = written.write(earliest), written.write(latest)
    return first if first == last else f"[{first}..{last}]"


def day_between(earliest: date, latest: date) -> str:
    """Return the notation of one day between two, either of which may be the first or the last there is."""
    if earliest == latest:
        return earliest.isoformat()
    first = "" if earliest == EARLIEST else earliest.isoformat()
    last = "" if latest == LATEST else latest.isoformat()
    return f"[{first}..{last}]"


def _stated(own: Bounds | None, periods: Iterable[str], side: int) -> list[str]:
    """Return the notations of one end of the tenure and of the designations, as far as they are moments."""
    several = [own.notation if own else "", *(read_sides(period)[side] for period in periods)]
    return [notation for notation in several if notation not in ("", OPEN)]


def _unit(when: Bounds, otherwise: date) -> str:
    return when.notation if _UNIT.fullmatch(when.notation) else otherwise.isoformat()
