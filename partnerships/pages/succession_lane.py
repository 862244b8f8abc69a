"""The succession in an office drawn: who certainly, who possibly, and what is not known."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.drawing import Bar, Lane, Look, Mark
from partnerships.kept_in_process import Shelf
from partnerships.markup import without_tags
from partnerships.models import Person
from partnerships.offices import SuccessionRow, Verdict
from partnerships.presentation.languages import language_now
from partnerships.records.titles import titles

from . import sentences
from .headships import Headship
from .succession_table import is_mixed, when

kept_marks: Shelf[list[Mark]] = Shelf(20_000)


def lane(head: Headship, label: str, href: str) -> Lane:
    """Return the succession drawn: who certainly, who possibly, and what is not known."""
    made = kept_marks.having((head.key, href), lambda: list(_lane_marks(head.rows, href)), len)
    return Lane(label, made)


def _lane_marks(rows: Sequence[SuccessionRow], href: str) -> Iterator[Mark]:
    """Yield the marks of some rows; one's own right has a look of its own only where others have none."""
    own = Look.OTHER if is_mixed(rows) else Look.FULL
    for row in rows:
        yield from _marks(row, href, own, rows)


def _marks(row: SuccessionRow, href: str, own: Look, rows: Sequence[SuccessionRow]) -> Iterator[Mark]:
    if row.answer is Verdict.NOBODY:
        return
    words = without_tags(when(row))
    if row.holder is None:
        yield Bar(row.first, row.last, f"{_('Not known')}, {words}", href, Look.UNKNOWN, _("not known"))
        return
    name = titles(row.holder.person, language_now(), (row.first, row.first))[0][0]
    title = f"{name}, {words}"
    if row.answer is Verdict.POSSIBLE:
        alone = all(one.holder is None or one.holder.person != row.holder.person for one in rows if _is_certain(one))
        short = _("%(who)s?") % {"who": surname(row.holder.person, name)} if alone else ""
        yield Bar(row.first, row.last, _("possibly %(who)s") % {"who": title}, href, Look.POSSIBLE, short)
        return
    look = own if row.holder.by_virtue_of is None else Look.FULL
    period = sentences.period_told(row.period, row.holder)
    if row.start.earliest < row.first and not _is_told(row, row.start.earliest, row.first, rows):
        yield Bar(row.start.earliest, row.first, _possibly(name, period.start, words), href, Look.POSSIBLE)
    yield Bar(row.first, row.last, title, href, look, surname(row.holder.person, name))
    if row.end.latest > row.last and not _is_told(row, row.last, row.end.latest, rows):
        last = min(row.end.latest, dates.today())
        yield Bar(row.last, last, _possibly(name, period.end, words), href, Look.POSSIBLE)


def _is_certain(row: SuccessionRow) -> bool:
    return row.answer is Verdict.CERTAIN


def _is_told(row: SuccessionRow, first: date, last: date, rows: Sequence[SuccessionRow]) -> bool:
    """Whether another row says of the same person that they possibly held it then: that is drawn once."""
    said = [one for one in rows if one.answer is Verdict.POSSIBLE and one.holder and row.holder]
    near, last = timedelta(days=1), min(last, dates.today())
    return any(
        one.holder.person == row.holder.person and one.first <= first + near and one.last >= last - near
        for one in said
        if one.holder and row.holder
    )


def _possibly(name: str, end: dates.Moment | None, words: str) -> str:
    """Name the days between which somebody came or left: by that end, where it is known, else by the whole time."""
    return _("possibly %(who)s") % {"who": f"{name}, {dates.word(end, language_now()) if end else words}"}


def surname(person: Person, name: str) -> str:
    """The family name, where it is recorded; else the whole name."""
    return person.family_name or name
