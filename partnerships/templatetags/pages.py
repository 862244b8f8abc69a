"""What templates use to show the blocks of a page: values of cells, numbered notes, drawings."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partnerships import markup
from partnerships.drawing import Map, Strip, map_svg, strip_svg
from partnerships.listing.lists import ListRow
from partnerships.models import Citation, Record
from partnerships.pages import kept_blocks
from partnerships.pages.blocks import Block, Cell, Table, TableRow
from partnerships.pages.notes import NOTES, Notes
from partnerships.presentation.values import joined_values

register = template.Library()

#: A cell carries the numbers of no more notes than this, the best ones.
MOST_NOTES = 3


@register.simple_tag(takes_context=True)
def notes(context: Context, citations: Iterable[Citation], most: int | None = None) -> SafeString:
    """The small numbers of the sources of something, at most `most`; the page lists them at its end."""
    return context[NOTES].marks(citations, most) if citations else SafeString("")


@register.simple_tag(takes_context=True)
def notes_of_the_record(context: Context, citations: Iterable[Citation]) -> SafeString:
    """A line with the sources of the record as a whole, where the page has not named them all before."""
    return context[NOTES].of_the_record(citations)


@register.simple_tag(takes_context=True)
def cells(context: Context, several: Iterable[Cell]) -> SafeString:
    """Cells one after the other, in one line."""
    return SafeString(" · ".join(_said(one, context[NOTES]) for one in several))


def _said(cell: Cell, notes: Notes) -> SafeString:
    """The values of a cell with the numbers of their notes, and the quieter lines beneath them."""
    return _with_asides(joined_values(cell.values), cell, notes)


def _with_asides(said: SafeString, cell: Cell, notes: Notes) -> SafeString:
    if not said and not cell.aside:
        return said
    marks = notes.marks(cell.citations, MOST_NOTES) if cell.citations else ""
    if not cell.aside:
        return said + marks if marks else said
    aside, before = [], markup.without_tags(said)
    for one in cell.aside:
        look = "" if before and not before.endswith(".") else " after"
        aside.append((look, one))
        before = markup.without_tags(str(one))
    return format_html("{}{}{}", said, marks, format_html_join("", '<span class="aside{}">{}</span>', aside))


@register.simple_tag(takes_context=True)
def table_rows(context: Context, table: Table) -> SafeString:
    """The rows of a table: a template for each of their cells would take most of the time of a page."""
    notes = context[NOTES]
    told = table.columns if table.labelled is True else table.labelled or ()
    words = [format_html(' data-word="{}"', word) if word and word in told else "" for word in table.columns]
    return SafeString("\n".join(_row(row, words, notes) for row in table.rows))


def _row(row: TableRow, words: Sequence[str], notes: Notes) -> str:
    look = format_html(' class="{}"', row.look) if row.look else ""
    anchor = format_html(' id="{}"', row.anchor) if row.anchor else ""
    cells, ended = [], False
    for one, word in zip(row.cells, words, strict=True):
        # Where a row is one line, what stands behind a sentence needs no dot between.
        said = joined_values(one.values)
        after = ' class="after"' if ended and one else ""
        cells.append(f"<td{after}{word}>{_with_asides(said, one, notes)}</td> ")
        if last := one.aside[-1] if one.aside else said:
            ended = markup.without_tags(str(last)).endswith(".")
    return f"<tr{look}{anchor}>{''.join(cells)}</tr>"


@register.simple_tag(takes_context=True)
def page_notes(context: Context) -> Notes:
    """The notes of the page so far: what stands before it on the page."""
    return context[NOTES]


@register.simple_tag(takes_context=True, name="shown")
def shown_block(context: Context, block: Block | None) -> SafeString:
    """A block of a page."""
    return kept_blocks.block_html(block, context[NOTES])


@register.simple_tag(takes_context=True)
def card(context: Context, record: Record, templates: tuple[str, ...]) -> SafeString:
    """The full content of a record that has no page of its own."""
    return kept_blocks.card(record, templates, context[NOTES])


@register.simple_tag
def list_lines(rows: Iterable[ListRow], field: str, on: date | None = None) -> SafeString:
    """The lines of a list: records with their dates in `field`, their names those of the day `on`."""
    return SafeString("".join(kept_blocks.list_lines(list(rows), field, on)))


@register.simple_tag
def note_items(notes: Notes) -> SafeString:
    """The sources that a page names, each under its number."""
    return SafeString("\n".join([f'<li id="{note.anchor}">{note.about}</li>' for note in notes]))


@register.simple_tag(name="strip")
def drawn_strip(drawn: Strip) -> SafeString:
    """A strip as SVG."""
    return strip_svg(drawn)


@register.simple_tag(name="map")
def chart(drawn: Map) -> SafeString:
    """A map as SVG."""
    return map_svg(drawn)
