"""Finished pieces of pages, kept as the lines of the timeline are: under the content version, the day and the language.

A card stands on many pages, and most blocks of a page say the same whatever day is asked for. The small numbers of
notes are the page’s own: where they stand, a piece is left open, and each page fills in its own.
"""

import secrets
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import get_template, select_template
from django.utils.safestring import SafeString, mark_safe

from partnerships.kept_in_process import Shelf
from partnerships.listing.lists import ListRow
from partnerships.models import Citation, Record
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.records.kinds import kind_of

from .blocks import AnswerInWords, Block, Cell, Later
from .notes import NOTES, Notes

#: What all pieces may weigh, in characters, and about what one takes beside its text.
CAPACITY, OVERHEAD = 16 * 1024 * 1024, 500
#: What stands in a piece where numbers of notes will: nothing that is stored could say it.
_OPEN = f"<!--{secrets.token_hex(16)}-->"


@dataclass(frozen=True)
class Piece:
    """Finished HTML, in parts: between two of them the numbers of the notes of some citations stand."""

    parts: tuple[str, ...]
    cited: tuple[Callable[[Notes], SafeString], ...]

    @property
    def weight(self) -> int:
        return sum(map(len, self.parts)) + OVERHEAD

    def on(self, notes: Notes) -> SafeString:
        """Return the piece with the numbers that the sources have in `notes`."""
        found = [self.parts[0]]
        for numbered, part in zip(self.cited, self.parts[1:], strict=True):
            found += (numbered(notes), part)
        return mark_safe("".join(found))  # noqa: S308  finished HTML


kept: Shelf[Piece] = Shelf(CAPACITY)
#: So many answers that no day changes.
kept_answers: Shelf[AnswerInWords] = Shelf(5_000)


class _Noticed(Notes):
    """Notes that are numbered later: what is cited, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.cited: list[Callable[[Notes], SafeString]] = []

    def __bool__(self) -> bool:
        return True

    def marks(self, citations: Iterable[Citation], most: int | None = None) -> SafeString:
        several = tuple(citations)
        self.cited.append(lambda notes: notes.marks(several, most))
        return SafeString(_OPEN)

    def of_the_record(self, citations: Iterable[Citation]) -> SafeString:
        several = tuple(citations)
        self.cited.append(lambda notes: notes.of_the_record(several))
        return SafeString(_OPEN)


def piece(key: Hashable, make: Callable[[Notes], str], notes: Notes) -> SafeString:
    """Return the piece kept under `key`, with the numbers of `notes`; where none is, the one that `make` gives."""

    def made() -> Piece:
        noticed = _Noticed()
        html = make(noticed)
        return Piece(tuple(html.split(_OPEN)), tuple(noticed.cited))

    key = version.stamp(), language_now(), key
    return kept.having(key, made, lambda found: found.weight).on(notes)


def block_html(block: Block | None, notes: Notes) -> SafeString:
    """Return a block as HTML; one that is made later comes from what is kept, where it can."""
    if isinstance(block, Later):
        key = kind_of(block.record), block.record.pk, block.key, block.asked
        return piece(key, lambda noticed: "".join(block_html(one, noticed) for one in block.make()), notes)
    if not block:
        return SafeString("")
    return SafeString(get_template(block.template).render({"block": block, NOTES: notes}))


def card(record: Any, templates: tuple[str, ...], notes: Notes) -> SafeString:
    """Return the full content of a record that has no page of its own; it is the same wherever it stands."""

    def made(noticed: Notes) -> str:
        shown_there = {"record": record, "citations": record.citations.all(), NOTES: noticed}
        return select_template(list(templates)).render(shown_there)

    return piece(("card", kind_of(record), record.pk), made, notes)


#: The lines of lists, so many characters in all.
kept_lines: Shelf[SafeString] = Shelf(CAPACITY)


def list_lines(rows: Sequence[ListRow], field: str, on: date | None) -> list[SafeString]:
    """Return the lines of a list, with the dates in `field`; their names are those of the day `on`."""
    under = version.stamp(), language_now(), field, on
    keys = [(under, type(one.record), one.record.pk, one.apart and one.apart.pk, one.told) for one in rows]
    found = kept_lines.several(keys)
    for number, (row, line) in enumerate(zip(rows, found, strict=True)):
        if line is None:
            line = found[number] = _list_line(row, field, on)
            kept_lines.put(keys[number], line, len(line) + OVERHEAD)
    return [line for line in found if line is not None]


def _list_line(row: ListRow, field: str, on: date | None) -> SafeString:
    shown_there = {"row": row, "record": row.record, "date": field, "on": on}
    return SafeString(get_template("partnerships/_list_line.html").render(shown_there))


def kept_answer(record: Record, key: str, make: Callable[[], AnswerInWords], *asked: Hashable) -> AnswerInWords:
    """Return the answer that `make` gives, made where it is not kept; it depends on `asked` and on no other day."""
    under = version.stamp(), language_now(), kind_of(record), record.pk, key, asked
    return kept_answers.having(under, make, lambda _answer: 1)


#: So many lines of facts.
kept_facts: Shelf[list[Cell]] = Shelf(5_000)


def kept_line(record: Record, make: Callable[[], list[Cell]]) -> list[Cell]:
    """Return the line of facts that `make` gives, made where it is not kept; it depends on no day asked."""
    under = version.stamp(), language_now(), kind_of(record), record.pk
    return kept_facts.having(under, make, lambda _line: 1)


def kept_blocks(record: Record, key: str, make: Callable[[], Iterable[Block | None]], *asked: Hashable) -> Later:
    """Return the blocks that `make` gives, made where they are not kept; they depend on `asked` and on no other day."""
    return Later(key, "", record, make, asked)
