"""The succession in an office as a table: when, who, in what capacity and how surely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.addresses import address
from partnerships.kept_in_process import Shelf
from partnerships.offices import Answer as HeldOn
from partnerships.offices import Code, Sign, SuccessionRow, Verdict
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.records.titles import load_names

from . import sentences
from .blocks import Cell, Link, Table, TableRow
from .headships import Headship
from .question import Question
from .succession_rows import ROWS, SuccessionPart, holds, reaches

#: A table on the page of another record shows no more rows than this, the last ones.
MOST_ROWS = 12

#: Its rows as they stand whatever day is asked for, by the office and how they are shown.
kept_table_rows: Shelf[list[TableRow]] = Shelf(20_000)


def headship_table(
    several: Iterable[Headship], key: str, title: str, *, cut: bool = True, thereby: bool = False
) -> Table:
    """Return the succession in some offices as one table, latest last; `cut` to the last rows of each.

    Where two days stand beside each other, the rows from the one to the other; of those who held the offices
    `thereby`, by virtue of another one, theirs alone.
    """
    heads, rows, more = list(several), [], []
    mixed = is_mixed(row for head in heads for row in head.rows)
    for head in heads:
        said = [*zip(head.rows, _said(head, len(heads) > 1, mixed), strict=True)]
        if thereby:
            said = [(row, one) for row, one in said if is_mixed([row])]
        between = [(row, one) for row, one in said if _lies_between(row, head.question)]
        shown = between[-MOST_ROWS:] if cut else between
        if not thereby and len(shown) == len(between) and head.is_first_part:
            rows += _before(head)
        rows += [_marked(one, row, head) for row, one in shown]
        if cut and (len(shown) < len(said) or len(head.succession) > ROWS):
            more.append(Link(address(head.office, language_now()), _("All who held the office")))
        if not cut:
            more += [Link(f"?{query}", words) for query, words in _turning(head.part) if query]
    columns = (_("Period"), _("Who"), _("In what capacity, and how certain"))
    return Table(key, title, columns, rows, more, sentences.between_days(heads[0].question) if heads else "")


def _before(head: Headship) -> list[TableRow]:
    """Return the row of the time before the first holder is recorded, marked where it answers for a day asked for."""
    rows = head.rows
    if not rows or rows[0].start.earliest == date.min:
        return []
    day = rows[0].start.earliest - timedelta(days=1)
    question = head.question
    if len(question.days) > 1 and question.days[0] > day:
        return []
    found = kept_table_rows.having((head.key, "before"), lambda: _row_before(rows[0], head.succession.on(day)), len)
    asked = any(one is not None and one <= day for one in (question.on, question.beside))
    return [replace(one, look="chosen") for one in found] if asked else found


def _row_before(first: SuccessionRow, held: HeldOn) -> list[TableRow]:
    """Return what is known of the days before the first row: that nobody can have held the office, or nothing."""
    nobody = not held.exists or held.vacant
    who = (
        _("Nobody: the office did not exist yet") if nobody else _("Not known: the register has nothing on this period")
    )
    how = []
    if nobody and not any(reason.code is Code.NOT_YET for reason in held.reasons):
        who, how = _("Nobody"), [sentences.because(reason) for reason in held.reasons]
    cells = [
        Cell([sentences.before_first(first)]),
        Cell([format_html("{}", who)], citations=held.unnamed.citations if nobody else ()),
        Cell(how),
    ]
    return [TableRow(cells, "nobody" if nobody else "not-known")]


def _marked(said: TableRow, row: SuccessionRow, head: Headship) -> TableRow:
    """Return a row marked where it answers for a day that is asked for, also where it only possibly does."""
    return marked_row(said, row, head.rows, head.question)


def marked_row(said: TableRow, row: SuccessionRow, rows: Sequence[SuccessionRow], question: Question) -> TableRow:
    """Return a row of a table, `said` of one of `rows`, marked where it answers for a day that is asked for."""
    asked = [day for day in (question.on, question.beside) if day is not None]
    possibly = [day for day in asked if reaches(row, rows, day)]
    if not possibly and not any(holds(row, day) for day in asked):
        return said
    *cells, last = said.cells
    hedged = replace(last, aside=[*last.aside, *map(sentences.possibly_on, possibly)])
    return replace(said, cells=[*cells, hedged], look="chosen")


def _lies_between(row: SuccessionRow, question: Question) -> bool:
    """Whether a row has days between the two that stand beside each other; any, where there is one day alone."""
    days = question.days
    return len(days) < 2 or (row.first <= days[1] and row.last >= days[0])


def is_mixed(rows: Iterable[SuccessionRow]) -> bool:
    """Whether somebody among the rows holds an office by virtue of another one."""
    return any(row.holder is not None and row.holder.by_virtue_of is not None for row in rows)


def _turning(part: SuccessionPart) -> list[tuple[str, str]]:
    return [(part.earlier, _("Earlier holders")), (part.later, _("Later holders"))]


def _said(head: Headship, named: bool, mixed: bool) -> list[TableRow]:
    """Return the rows of a succession as those of a table, without the day that is asked for."""
    return kept_table_rows.having((head.key, named, mixed), lambda: [*_rows(head, named, mixed)], len)


def _rows(head: Headship, named: bool, mixed: bool) -> Iterator[TableRow]:
    before = None
    for row in head.rows:
        follows = row.holder is None and before is not None and sentences.ends_in_words(before)
        yield _row(row, head, sentences.after_that() if follows else when(row), named, mixed)
        before = row


def _row(row: SuccessionRow, head: Headship, days: SafeString, named: bool, mixed: bool) -> TableRow:
    aside = [link_html(head.office)] if named else []
    cells = [
        Cell([days], aside),
        Cell([who_held(row)], citations=row.citations),
        Cell([how] if (how := how_held(row, mixed)) else [], asides(row)),
    ]
    looks = {
        Verdict.CERTAIN: "",
        Verdict.POSSIBLE: "not-known",
        Verdict.NOBODY: "nobody",
        Verdict.NOT_KNOWN: "not-known",
    }
    return TableRow(cells, looks[row.answer])


def when(row: SuccessionRow) -> SafeString:
    """The period of a row, in words."""
    return sentences.held_when(row)


def who_held(row: SuccessionRow) -> SafeString:
    """Who held the office in a row, or that nobody did or nobody is known."""
    if row.holder is None:
        return format_html("{}", _("Nobody") if row.answer is Verdict.NOBODY else _("Not known"))
    who = link_html(row.holder.person, (row.first, row.first))
    if row.answer is Verdict.POSSIBLE:
        return format_html(_("Not known; possibly {who}"), who=who)
    return who


def how_held(row: SuccessionRow, mixed: bool) -> SafeString:
    """In what capacity somebody held an office; “in their own right” only where others did not."""
    if row.holder is None:
        return format_html_join(" ", "{}", ((sentences.because(reason),) for reason in row.reasons))
    if row.holder.by_virtue_of is None:
        own = _("in their own right") if mixed else ""
        return SafeString(format_html("{}{}", own, sentences.capacity(row.holder)).strip())
    how = sentences.capacity(row.holder)
    return SafeString(how.removeprefix(", "))


def asides(row: SuccessionRow) -> list[SafeString]:
    """What is known around a row, and what makes it less than certain."""
    if row.holder is None:
        return sentences.seen(row.unnamed.last_seen, row.unnamed.next_seen)
    if row.answer is not Verdict.POSSIBLE:
        return []
    hedges = [sentences.because(reason) for reason in row.reasons if reason.code not in sentences.GROUNDS]
    return [*hedges, *sentences.seen(row.holder.last_seen, None)]


def holder_cell(held: HeldOn) -> Cell:
    """Return who held an office on a day, for a table; where nobody knows, who was there last, or possibly was."""
    load_names(one.person for one in (*held.certain, *held.possible))
    if held.certain:
        proof = [citation for one in held.certain for citation in one.citations]
        return Cell([link_html(one.person) for one in held.certain], citations=proof)
    proof = held.unnamed.citations
    if not held.exists or held.vacant:
        return Cell([_("nobody")], citations=proof)
    last, before = held.unnamed.last_seen, held.unnamed.before
    aside = []
    if last:
        text, day = _("last seen: {who}, {day}"), sentences.sighted(last)
        if last.sign is Sign.CERTAIN:
            until = sentences.served_until(last)
            text = _("in office {day}: {who}") if until else _("certainly until {day} at least: {who}")
            day = until or day
        aside = [format_html(text, who=link_html(last.person), day=day)]
    elif before:
        aside = [sentences.possibly_before(before, _("possibly before: {who}, {when}"))]
    return Cell([_("not known")], aside, proof)
