"""The successions that a page shows as tables: who held the offices that matter there, one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from partnerships.listing import parameters
from partnerships.models import Embassy, Mission, Office, Person, Record
from partnerships.offices import Held, Row, Succession, Verdict, career, held_thereby
from partnerships.records.titles import load_names

from .people import heads_of_missions

#: A table shows no more rows than this at a time.
ROWS = 50
#: A page shows no more successions than this.
MOST = 8
#: How long somebody possibly held an office beyond certain days without that being a row of its own.
INEXACT = timedelta(days=366)
#: The parameter that says which part of the succession an office's page shows.
PART = "rows"


@dataclass(frozen=True)
class Table:
    """The rows of one succession that a page shows, and where those before and after them are."""

    office: Office
    rows: Sequence[Row]
    earlier: str = ""
    later: str = ""
    #: Whether the page shows the last rows alone, and the page of the office all of them.
    cut: bool = False


def successions(query: QueryDict, record: Record) -> dict[str, object]:
    """Return the tables of succession on the page of `record`: none for most kinds of record."""
    if isinstance(record, Office):
        found: dict[str, object] = {"successions": [_whole(query, record)]}
    elif isinstance(record, Person):
        found = {"career": together(career(record))}
    elif isinstance(record, Mission | Embassy):
        heads = list(_heads(record))
        found = {"successions": [_last_part(one) for one in [*heads, *held_thereby(heads)][:MOST]]}
    else:
        return {}
    load_names(_people(found))
    return found


def _heads(post: Mission | Embassy) -> Iterable[Office]:
    if isinstance(post, Mission):
        return heads_of_missions().filter(mission=post).select_related("mission", "embassy")
    heads = post.offices.published().filter(heads_post=True).select_related("mission", "embassy")
    return heads.order_by("sort_en", "key")


def _people(found: dict) -> Iterable[Person]:
    rows = [row for table in found.get("successions", ()) for row in table.rows]
    return (row.holder.person for row in rows if row.holder)


def _whole(query: QueryDict, office: Office) -> Table:
    """Return the part of the succession that is asked for, the last one where none is."""
    succession = Succession(office)
    parts = max(1, -(-len(succession) // ROWS))
    part = _part(query, parts)
    rows = succession.rows((part - 1) * ROWS, part * ROWS)
    earlier = _with_part(query, part - 1) if part > 1 else ""
    later = _with_part(query, part + 1) if part < parts else ""
    return Table(office, folded(rows), earlier, later)


def _part(query: QueryDict, parts: int) -> int:
    value = parameters.one(query, PART)
    if value is None:
        return parts
    if not value.isdecimal() or len(value) > 6 or not 1 <= int(value) <= parts:
        raise BadRequest(_("The succession has no such part. Start again from its end."))
    return int(value)


def _with_part(query: QueryDict, part: int) -> str:
    found = query.copy()
    found[PART] = str(part)
    return found.urlencode()


def _last_part(office: Office) -> Table:
    succession = Succession(office)
    first = max(0, len(succession) - ROWS)
    return Table(office, folded(succession.rows(first)), cut=first > 0)


def folded(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without those that only say how far another one possibly reaches."""
    certain = [row for row in rows if row.answer is Verdict.CERTAIN]
    reaches: dict[object, list[Row]] = {}
    for row in certain:
        reaches.setdefault(_claim(row), []).append(row)
    return [row for row in rows if not any(_reaches_over(one, row) for one in reaches.get(_claim(row), ()))]


def together(held: Sequence[Held]) -> list[Held]:
    """Return what somebody held, each office and time in one row."""
    by_office: dict[int, list[Row]] = {}
    for one in held:
        by_office.setdefault(one.office.pk, []).append(one.row)
    kept = {id(row) for rows in by_office.values() for row in folded(rows)}
    return [one for one in held if id(one.row) in kept]


def _claim(row: Row) -> object:
    return row.holder and (row.holder.tenure.pk, row.holder.by_virtue_of and row.holder.by_virtue_of.designation.pk)


def _reaches_over(certain: Row, row: Row) -> bool:
    within = certain.start.earliest <= row.first and row.last <= certain.end.latest
    return row.answer is Verdict.POSSIBLE and within and row.last - row.first < INEXACT
