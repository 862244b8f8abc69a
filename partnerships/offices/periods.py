"""The period of a row in the notation of dates: as the sources state it, never a day that is not known."""

import re
from collections.abc import Iterable
from datetime import date

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST

from .claims import Claim
from .course import Stretch, Verdict
from .days import day_after
from .facts import OPEN, UNKNOWN, Bounds, read_sides
from .signs import signs_of

#: A day, month, season, year or decade without a sign: what may stand within brackets.
_UNIT = re.compile(r"\d{4}(-\d\d){0,2}|\d{3}X")


def period_of(stretch: Stretch, today: date) -> str:
    """Return the notation of the days of `stretch`, as the record of its tenure or designation writes them."""
    plain = f"{stretch.days.first.isoformat()}/{stretch.days.last.isoformat()}"
    claim = stretch.claim
    if claim is None:
        return plain
    notation = f"{_start(stretch, claim)}/{_end(stretch, claim, today)}"
    return notation if _is_period(notation) else plain


def _is_period(notation: str) -> bool:
    try:
        dates.parse_period(notation)
    except dates.DateError:
        return False
    return True


def _start(stretch: Stretch, claim: Claim) -> str:
    first, began = stretch.days.first, claim.ran.began
    certain = stretch.verdict is Verdict.CERTAIN
    for notation in _stated(began, (link.designation.period for link in claim.through), 0):
        moment = dates.parse_moment(notation)
        if moment.earliest == stretch.earliest and (moment.latest >= first or not certain):
            return notation
    if certain and began is None and not claim.ran.tenure.always:
        signs = [seen.when for seen in signs_of(claim) if seen.when.latest >= first]
        return f"[..{_unit(signs[0], signs[0].latest)}]" if signs else first.isoformat()
    if certain and began is not None and began.earliest == EARLIEST and began.latest == first:
        return began.notation
    if claim.ran.tenure.always and stretch.earliest == EARLIEST:
        return OPEN
    return day_between(stretch.earliest or first, first) if certain else first.isoformat()


def _end(stretch: Stretch, claim: Claim, today: date) -> str:
    last, ended = stretch.days.last, claim.ran.ended
    if stretch.latest == today and day_after(today) in claim.possible:
        return OPEN
    certain = stretch.verdict is Verdict.CERTAIN
    for notation in _stated(ended, (link.designation.period for link in claim.through), 1):
        moment = dates.parse_moment(notation)
        if moment.latest == stretch.latest and (moment.earliest <= last or not certain):
            return notation
    if certain and ended is None:
        signs = [seen.when for seen in signs_of(claim) if seen.when.earliest <= last]
        return f"[{_unit(signs[-1], signs[-1].earliest)}..]" if signs else UNKNOWN
    if certain and ended is not None and ended.latest == LATEST and ended.earliest == last:
        return ended.notation
    return day_between(last, stretch.latest or last) if certain else last.isoformat()


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
