"""The records of one kind that concern a page’s record, as a table: when, what, and what stands beside each."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import anchor, localized
from partnerships.dates import Edge, Period
from partnerships.drawing import Lane, Look, Mark
from partnerships.models import Office, Record
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.offices import Answer as HeldOn
from partnerships.offices import holders_of
from partnerships.presentation.days import date_html, date_of
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html, office_html
from partnerships.records.kinds import KINDS
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from .blocks import Cell, Fold, Link, Table, TableRow
from .question import Question
from .sections import Section
from .standing_on_a_day import day_columns, days_asked, standing_said
from .strips import period_bar
from .succession_table import holder_cell

#: A table shows no more records than this where something else leads to all of them.
MOST_ROWS = 6
#: A table names the holders of no more offices than this.
MOST_OFFICES = 10

#: A further column: its word, and which record it names.
Column = tuple[str, Callable[[Any], Record | None]]


def records_table(
    section: Section,
    record: Record,
    named: Column,
    *beside: Column,
    more: Iterable[Link] = (),
    question: Question | None = None,
    every: bool = False,
) -> Table:
    """Return the records of a section as a table, in the order of their dates.

    Where the `question` asks for days, how sure it is of each that they stood, and none that stood on no day, unless
    `every` one is wanted.
    """
    days, onward = days_asked(question), tuple(more)
    found = section.records_on(record, days) if days and not every else section.records(record)
    most = MOST_ROWS if onward else MOST_ON_A_PAGE
    shown = found[:most]
    # Where nothing is known of any, there is no column.
    whens = [date_html(one) for one in shown] if any(map(_is_dated, shown)) else [""] * len(shown)
    rows = [_row(one, when, named, beside, question) for one, when in zip(shown, whens, strict=True)]
    columns = (_("Period"), named[0], *(word for word, _column in beside), *day_columns(days))
    return Table(section.kind, str(section.title), columns, rows, onward if len(found) > most else ())


def _row(one: Any, when: str, named: Column, beside: Sequence[Column], question: Question | None) -> TableRow:
    cited = list(one.citations.all())
    cells = [Cell([when]), Cell([_linked(named[1](one))], citations=cited)]
    cells += [Cell([_linked(column(one))]) for _word, column in beside]
    if question is not None:
        cells += [Cell([standing_said(one, day, question.today)]) for day in days_asked(question)]
    return TableRow(cells, "", "" if KINDS[type(one)._meta.model_name or ""].has_page else anchor(one))


def _is_dated(one: Record) -> bool:
    """Whether anything is known of when it was: more than that it goes on."""
    when = date_of(one, "period")
    return not (isinstance(when, Period) and not dates.known_moments(when) and when.end_edge is Edge.OPEN)


def _linked(record: Record | None) -> SafeString:
    return link_html(record) if record is not None and is_public(record) else SafeString("")


def members_table(section: Section, record: Record, word: str, named: Callable[[Any], Record | None]) -> Table:
    """Return who belongs to something, by name: the names first, and a period only where something is known of it."""
    found = section.records(record)[:MOST_ON_A_PAGE]
    rows = [
        TableRow(
            [
                Cell([_linked(named(one))], citations=list(one.citations.all())),
                Cell([date_html(one)] if _is_dated(one) else []),
            ],
            "",
            anchor(one),
        )
        for one in found
    ]
    undated = _("Where no period is given, the start is not known.") if not all(map(_is_dated, found)) else ""
    return Table(section.kind, str(section.title), (word, _("Period")), rows, lead=undated)


def folded_away(table: Table) -> Fold:
    """Return a table folded away, its title in the words of the fold."""
    return Fold(f"{table.key}-all", table.title, (replace(table, title=""),), len(table.rows), bool(table.more))


def itself(record: Record) -> Record:
    """The record that a row is about."""
    return record


def offices_table(
    section: Section,
    record: Record,
    question: Question,
    more: Iterable[Link] = (),
    *,
    besides: Collection[Office] = (),
    most: int = MOST_OFFICES,
) -> Table:
    """Return the offices of a State or an organisation, `most` of them, with who held them on each day asked.

    Those that the page tells of already, `besides`, are left out.
    """
    found = [one for one in section.records(record) if one not in besides]
    offices = found[:most]
    held = [holders_of(offices, day, today=question.today) for day in question.days]
    # An office is called as its holder was on the one day that is asked for.
    named = _as_held if len(held) == 1 else _as_ever
    rows = [
        TableRow([Cell([named(several[0])]), *(holder_cell(one) for one in several)])
        for several in zip(*held, strict=True)
    ]
    columns = (_("Office"), *(_held_by(day, question) for day in question.days))
    return Table(section.kind, str(section.title), columns, rows, tuple(more) if len(found) > len(offices) else ())


def _held_by(day: date, question: Question) -> str:
    if question.on is None and day == question.today:
        return _("Holder today")
    return _("Holder on %(day)s") % {"day": dates.word(dates.moment_on(day), language_now())}


def _as_ever(held: HeldOn) -> str:
    """An office by its own name."""
    return link_html(held.office)


def _as_held(held: HeldOn) -> str:
    """An office as it is called of whoever holds it: « Première ministre du Japon »."""
    if len(held.certain) != 1:
        return link_html(held.office)
    return office_html(held.office, held.certain[0].tenure)


def to_list(kind: str, words: str, **query: str) -> Link:
    """Return the way to a list, narrowed down."""
    return Link(f"{localized(f'{kind}-list', language_now())}?{urlencode(query)}", words)


def bars(word: str, records: Iterable[Record], href: str, look: Look = Look.FULL) -> Lane:
    """Return the periods of records as a lane."""
    marks: list[Mark] = []
    for one in records:
        name = titles(one, language_now())[0][0]
        marks += period_bar(one, "", name, href, look)  # pyright: ignore[reportArgumentType]
    return Lane(word, marks)
