"""Reading order: what is kept of a line, and its place among the others.

On one day that is the `rank` of its kind (`records/kinds/order_on_one_day.py`), what ends first; then its `tie_break`.
"""

from bisect import bisect_left

from partnerships.dates import EARLIEST, LATEST, Edge, Moment, Period, reading_key
from partnerships.models import Record, TimelineLine
from partnerships.models.timeline import AFTER, BEFORE, ENDED, GOING_ON, LONGEST, STARTED
from partnerships.records.kinds import KINDS, When

#: What a line is found under: pairs of a kind and a key.
Facets = set[tuple[str, str]]

#: What is kept of a line, in the order in which `moment_columns` gives it; its place in reading order comes last.
COLUMNS = ("kind", "key", "moment", "earliest", "latest", "is_open", "weight", "length", "sort")

#: What ends on a day comes before what begins on it.
_AN_END = 0


def moment_columns(kind: str, record: Record, moment: str, when: When) -> tuple:
    """Return what the line of one moment of a record says: its `COLUMNS`."""
    weight, among = KINDS[kind].weight(record, moment), KINDS[kind].tie_break(record)
    return line_columns(kind, record.key, moment, when, weight, ends=moment == "end", among=among)


def line_columns(
    kind: str, key: str, moment: str, when: When, weight: str, *, ends: bool = False, among: str = ""
) -> tuple:
    """Return the `COLUMNS` of a line; `ends` says whether something ends with it, `among` what decides among its own.

    A date stands in reading order at its earliest day or, where no source gives one, at its latest; then comes its
    latest day; then the order of things on one day; then the kind, the key and the moment: a text that sorts by its
    bytes.
    """
    earliest, latest = when.sort_key
    is_open = earliest == EARLIEST or latest == LATEST
    first, last = reading_key(when)
    rank = _AN_END if ends else KINDS[kind].rank
    sort = f"{first.isoformat()} {last.isoformat()} {rank}{among} {kind} {key} {moment}"
    return kind, key, moment, earliest, latest, is_open, weight, length(when), sort


def length(when: When) -> int:
    """Return the class of length of a line: how far it reaches beyond its place, and which side of it is known."""
    earliest, latest = when.sort_key
    if earliest == latest:
        # One day, as most lines are.
        return 0
    if isinstance(when, Period) and when.start is not None and _is_bounded(when.start) and latest == LATEST:
        return GOING_ON if when.end_edge is Edge.OPEN else STARTED
    if isinstance(when, Period) and when.start is None and when.end is not None and _is_bounded(when.end):
        return ENDED
    if earliest == EARLIEST:
        return BEFORE
    if latest == LATEST:
        return AFTER
    return bisect_left(LONGEST, (latest - earliest).days)


def _is_bounded(moment: Moment) -> bool:
    return moment.earliest != EARLIEST and moment.latest != LATEST


def made(columns: tuple) -> TimelineLine:
    """Return a line of its `COLUMNS`."""
    return TimelineLine(**dict(zip(COLUMNS, columns, strict=True)))
