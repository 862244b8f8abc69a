"""Who heads a post, as pages say it: the answer for a day, the succession as a table, and drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import address
from partnerships.drawing import Bar, Lane, Look, Mark
from partnerships.models import Office, Person
from partnerships.offices import Row, Succession, Verdict
from partnerships.presentation import language_now, link_html, when_html
from partnerships.records.titles import load_names, titles

from . import sentences
from .blocks import Answer, Cell, Link, Question, Table, TableRow
from .successions import folded

#: A table on the page of another record shows no more rows than this, the last ones.
MOST_ROWS = 12


@dataclass(frozen=True)
class Headship:
    """The succession in one office, read once for everything that a page says of it."""

    office: Office
    succession: Succession
    question: Question

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The last rows of the succession, without those that only say how far another possibly reaches."""
        first = max(0, len(self.succession) - 3 * MOST_ROWS)
        rows = folded(self.succession.rows(first))
        load_names(row.holder.person for row in rows if row.holder)
        return rows

    @cached_property
    def answer(self) -> Answer:
        """Who held it on the day of the question."""
        return self.answer_on(self.question.day)

    def answer_on(self, day: date) -> Answer:
        """Who held it on `day`."""
        held = self.succession.on(day)
        load_names(one.person for one in (*held.certain, *held.possible))
        return sentences.headship(held, self.question.today)


def headship(office: Office, question: Question) -> Headship:
    return Headship(office, Succession(office, today=question.today), question)


def table(several: Iterable[Headship], key: str, title: str, whole: bool = False) -> Table:
    """Return the succession in some offices as one table, latest last; `whole` where nothing is left out."""
    rows, more = [], []
    heads = list(several)
    for head in heads:
        shown = head.rows if whole else head.rows[-MOST_ROWS:]
        rows += [_row(row, head, len(heads) > 1) for row in shown]
        if len(shown) < len(head.rows) or len(head.succession) > 3 * MOST_ROWS:
            more.append(Link(address(head.office, language_now()), _("All who held the office")))
    columns = (_("Period"), _("Who"), _("In what capacity, how surely"))
    return Table(key, title, columns, rows, more)


def _row(row: Row, head: Headship, named: bool) -> TableRow:
    on = head.question.on
    chosen = on is not None and row.first <= on <= row.last
    aside = [link_html(head.office)] if named else []
    cells = [
        Cell([when(row)], aside),
        Cell([_who(row)], citations=row.citations),
        Cell([_how(row)] if _how(row) else [], _asides(row)),
    ]
    looks = {
        Verdict.CERTAIN: "",
        Verdict.POSSIBLE: "not-known",
        Verdict.NOBODY: "nobody",
        Verdict.NOT_KNOWN: "not-known",
    }
    return TableRow(cells, "chosen" if chosen else looks[row.answer])


def when(row: Row) -> SafeString:
    """The period of a row, in words."""
    period = dates.parse_period(row.period)
    return when_html(period, dates.word(period, language_now()))


def _who(row: Row) -> SafeString:
    if row.holder is None:
        return format_html("{}", _("Nobody") if row.answer is Verdict.NOBODY else _("Not known"))
    who = link_html(row.holder.person, (row.first, row.first))
    if row.answer is Verdict.POSSIBLE:
        return format_html(_("Not known; possibly {who}"), who=who)
    return who


def _how(row: Row) -> SafeString:
    if row.holder is None:
        return format_html_join(" ", "{}", ((sentences.because(reason),) for reason in row.reasons))
    if row.holder.by_virtue_of is None:
        return format_html("{}{}", _("in their own right"), sentences.capacity(row.holder))
    how = sentences.capacity(row.holder)
    return SafeString(how.removeprefix(", "))


def _asides(row: Row) -> list[SafeString]:
    if row.holder is None:
        return sentences.seen(row.unnamed.last_seen, row.unnamed.next_seen)
    if row.answer is not Verdict.POSSIBLE:
        return []
    hedges = [sentences.because(reason) for reason in row.reasons if reason.code not in sentences.GROUNDS]
    return [*hedges, *sentences.seen(row.holder.last_seen, None)]


def lane(head: Headship, label: str, href: str) -> Lane:
    """Return the succession drawn: who certainly, who possibly, and what is not known."""
    return Lane(label, [mark for row in head.rows for mark in _marks(row, href)])


def _marks(row: Row, href: str) -> Iterator[Mark]:
    period = dates.parse_period(row.period)
    words = dates.word(period, language_now())
    if row.answer is Verdict.NOBODY:
        return
    if row.holder is None:
        yield Bar(row.first, row.last, f"{_('Not known')}, {words}", href, Look.UNKNOWN, _("not known"))
        return
    name = titles(row.holder.person, language_now(), (row.first, row.first))[0][0]
    title = f"{name}, {words}"
    if row.answer is Verdict.POSSIBLE:
        yield Bar(row.first, row.last, _("possibly %(who)s") % {"who": title}, href, Look.POSSIBLE)
        return
    look = Look.OTHER if row.holder.by_virtue_of is None else Look.FULL
    possibly = _("possibly %(who)s") % {"who": title}
    if row.start.earliest < row.first:
        yield Bar(row.start.earliest, row.first, possibly, href, Look.POSSIBLE)
    yield Bar(row.first, row.last, title, href, look, surname(row.holder.person, name))
    if row.end.latest > row.last:
        yield Bar(row.last, min(row.end.latest, dates.today()), possibly, href, Look.POSSIBLE)


def surname(person: Person, name: str) -> str:
    """The family name, where it is recorded; else the whole name."""
    return person.family_name or name
