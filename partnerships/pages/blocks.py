"""What a page is put together from, as plain records: an answer, a drawing, tables, lines, and what is folded away."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from partnerships.drawing import Bar, Bracket, Heap, Look, Mark, Strip
from partnerships.models import Citation, Person, Picture, Record
from partnerships.projections import timeline


@dataclass(frozen=True)
class AnswerInWords:
    """A sentence that answers, what is known around it, and the sources of both."""

    sentence: SafeString
    more: Sequence[SafeString] = ()
    citations: Sequence[Citation] = ()
    #: "known", "nobody" or "not-known".
    look: str = "known"
    #: What the question was about, where a page answers several.
    about: Record | None = None


@dataclass(frozen=True)
class Link:
    """A way on: its address and its words."""

    href: str
    text: str


@dataclass(frozen=True)
class Cell:
    """Values side by side, and a quieter line beneath them."""

    values: Sequence[object] = ()
    aside: Sequence[object] = ()
    citations: Sequence[Citation] = ()

    def __bool__(self) -> bool:
        return any(self.values) or any(self.aside)


@dataclass(frozen=True)
class TableRow:
    """One row: `look` is "chosen", "nobody" or "not-known"; `anchor` the id under which it is found."""

    cells: Sequence[Cell]
    look: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Block:
    """A part of a page with a heading; `key` is its id."""

    key: str
    title: str

    template = ""


@dataclass(frozen=True)
class Table(Block):
    """Things with the same columns."""

    columns: Sequence[str] = ()
    rows: Sequence[TableRow] = ()
    more: Sequence[Link] = ()
    #: A sentence above it.
    lead: str = ""
    #: Whether each value carries the word of its column where the columns stand beneath one another, or those of which.
    labelled: bool | Sequence[str] = False

    template = "partnerships/blocks/_table.html"

    def __bool__(self) -> bool:
        return bool(self.rows)

    @cached_property
    def shown(self) -> "Table":
        """The table without the columns in which no row says anything."""
        said = [place for place in range(len(self.columns)) if any(row.cells[place] for row in self.rows)]
        rows = [replace(row, cells=[row.cells[place] for place in said]) for row in self.rows]
        return replace(self, columns=[self.columns[place] for place in said], rows=rows)


#: What the looks of a bar say, in the order in which a drawing explains them.
LOOKS = {
    Look.FULL: pgettext_lazy("drawing", "known"),
    Look.OTHER: pgettext_lazy("drawing", "known, in its own right"),
    Look.POSSIBLE: pgettext_lazy("drawing", "possible"),
    Look.UNKNOWN: pgettext_lazy("drawing", "not known"),
}


def _fades_out(mark: Mark) -> bool:
    return isinstance(mark, Bar) and mark.fades_out


def _fades_in(mark: Mark) -> bool:
    return isinstance(mark, Bar) and mark.fades_in


def _is_bracket(mark: Mark) -> bool:
    return isinstance(mark, Bracket)


def _is_heap(mark: Mark) -> bool:
    return isinstance(mark, Heap)


def _is_off(mark: Mark) -> bool:
    return mark.look is Look.OFF


#: What else is drawn: the class of its key, whether a mark has it, what it says.
SIGNS = (
    ("fading", _fades_out, pgettext_lazy("drawing", "still going on")),
    ("risen", _fades_in, pgettext_lazy("drawing", "start not known")),
    ("between", _is_bracket, pgettext_lazy("drawing", "a day, not known, between the two")),
    ("heap", _is_heap, pgettext_lazy("drawing", "the higher, the more in these years")),
    ("off", _is_off, pgettext_lazy("drawing", "did not take place")),
)


@dataclass(frozen=True)
class Figure(Block):
    """A drawing; the same facts stand beside it as text."""

    strip: Strip | None = None

    template = "partnerships/blocks/_figure.html"

    @property
    def keys(self) -> list[tuple[str, str]]:
        """What the looks of its bars and its other signs say: of those that it has, the class of each and its words."""
        marks = [mark for lane in (self.strip.lanes if self.strip else ()) for mark in lane.marks]
        looks = {mark.look for mark in marks if isinstance(mark, Bar)}
        said = [(look, str(word)) for look, word in LOOKS.items() if look in looks]
        return [*said, *((sign, str(word)) for sign, has, word in SIGNS if any(map(has, marks)))]

    def __bool__(self) -> bool:
        drawn = self.strip
        return drawn is not None and drawn.first < drawn.last and any(lane.marks for lane in drawn.lanes)


@dataclass(frozen=True)
class ShownPicture:
    """A picture: the addresses of its widths, the words of one language, and who is to be seen."""

    picture: Picture
    forms: Sequence[tuple[str, int]]
    alternative: str
    caption: str
    caption_language: str
    people: Sequence[Person] = ()
    #: Where it was taken from, if that may become a link.
    origin: str = ""


@dataclass(frozen=True)
class Pictures(Block):
    """Pictures with their captions."""

    pictures: Sequence[ShownPicture] = ()

    template = "partnerships/blocks/_pictures.html"

    def __bool__(self) -> bool:
        return bool(self.pictures)


@dataclass(frozen=True)
class Turns(Block):
    """Lines of the timeline, in short, and the way to all of them."""

    lines: Sequence[timeline.Line] = ()
    more: Sequence[Link] = ()

    template = "partnerships/blocks/_turns.html"

    def __bool__(self) -> bool:
        return bool(self.lines)


@dataclass(frozen=True)
class Records(Block):
    """Records of one kind: those without a page of their own stand here in full."""

    kind: str = ""
    records: Sequence[Record] = ()
    #: The templates of their full content; empty for kinds that have pages.
    card: Sequence[str] = ()
    more: Sequence[Link] = ()

    template = "partnerships/blocks/_records.html"

    def __bool__(self) -> bool:
        return bool(self.records)


@dataclass(frozen=True)
class Fold(Block):
    """Blocks folded away, with their number in the words of the fold."""

    blocks: Sequence[Block] = ()
    number: int = 0
    #: Whether there are more than are counted.
    goes_on: bool = False

    template = "partnerships/blocks/_fold.html"

    def __bool__(self) -> bool:
        return any(self.blocks)


@dataclass(frozen=True)
class Details(Block):
    """What is recorded of the thing itself, and its sources; folded away where something else answers first."""

    facts: Sequence[object] = ()
    citations: Sequence[Citation] = ()
    folded: bool = True

    template = "partnerships/blocks/_details.html"

    def __bool__(self) -> bool:
        return bool(self.facts) or bool(self.citations)


@dataclass(frozen=True)
class Later(Block):
    """Blocks that are made only where they are not kept: they say the same for the record as long as `asked` is."""

    record: Record
    make: Callable[[], Iterable[Block | None]]
    asked: tuple[Hashable, ...] = ()


@dataclass(frozen=True)
class Content:
    """What a page says, in the order in which it says it."""

    answers: Sequence[AnswerInWords] = ()
    #: Whether the page answers for any day that a reader asks for.
    asks_for_day: bool = False
    #: Short facts in one line beneath the answer, each with its citations.
    line: Sequence[Cell] = ()
    #: Whether what is recorded of the thing itself comes before everything else, and is not folded away.
    facts_first: bool = False
    blocks: Sequence[Block | None] = field(default_factory=tuple)
    #: What the page says of itself where it is listed and shared, if not its answer.
    description: str = ""
