"""A strip: lanes of bars, points and brackets over the same years."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from .axis import Years
from .what_is_drawn import Bar, Bracket, Heap, Lane, Look, Mark, Point, Strip

#: Heights in pixels: the years above, the word of a lane, its marks, the names beneath them, the room between lanes,
#: the words of the chosen day.
_HEAD, _WORD, _BAND, _NAMES, _BETWEEN, _DAY = 18, 15, 12, 14, 6, 14
#: Names that would touch one another stand in so many rows beneath the marks: many short times, as heads follow one
#: another on the years of a whole partnership, are each named.
_MOST_ROWS = 3
#: The width of a drawing on a screen of 320 pixels, for which names are laid out, and what a letter takes of it.
_NARROW, _LETTER = 288.0, 7.6
#: A bar narrower than this could not be seen, in percent; points closer than this are one, drawn larger.
_THINNEST, _CLOSE = 0.6, 1.2
#: The lowest heap in pixels, and what is left free between two, in percent.
_LOWEST, _APART = 2.0, 0.4
#: How long a side that has no known end fades, in percent.
FADE = 2.0


@dataclass(frozen=True)
class _Shape:
    """One mark in its place: `x` and `end` in percent, `y` in pixels."""

    mark: Mark
    x: float
    end: float
    y: int
    #: How many marks are drawn as this one.
    number: int = 1

    @property
    def width(self) -> float:
        return round(max(self.end - self.x, _THINNEST), 2)

    @property
    def before(self) -> float:
        return round(self.x - FADE, 2)

    @property
    def after(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def radius(self) -> float:
        return 4.5 + min(self.number - 1, 4)

    @property
    def centre(self) -> int:
        return self.y + _BAND // 2

    @property
    def bottom(self) -> int:
        return self.y + _BAND


@dataclass(frozen=True)
class _Name:
    text: str
    x: float
    y: int
    anchor: str


@dataclass
class _StripRow:
    label: str
    y: int
    shapes: list[_Shape] = field(default_factory=list)
    names: list[_Name] = field(default_factory=list)

    @property
    def label_y(self) -> int:
        return self.y + _WORD - 4


def strip_svg(strip: Strip) -> SafeString:
    """Return `strip` as an SVG element."""
    years = Years(strip.first, strip.last)
    rows, height = _laid_out(strip, years)
    marked = [one for one in (strip.chosen, strip.beside) if one]
    context = {
        "strip": strip,
        "lanes": SafeString("".join(_lane(row, strip.key) for row in rows)),
        "years": years.written,
        "height": height,
        "whole": height + _DAY * len(marked),
        "head": _HEAD - 4,
        # The words of two days stand beneath each other: they may be close.
        "chosen": [_chosen(years.at(day), words, height + _DAY * n - 3) for n, (day, words) in enumerate(marked, 1)],
    }
    return render_to_string("drawing/strip.svg", context)


def _lane(row: _StripRow, key: str) -> str:
    """Return a lane as SVG: its word, its marks, the names beneath them."""
    shapes = "".join(_drawn(shape, key) for shape in row.shapes)
    names = "".join(
        format_html('<text class="name {}" x="{}%" y="{}">{}</text>', one.anchor, one.x, one.y, one.text)
        for one in row.names
    )
    return "".join((format_html('<text class="lane" x="0" y="{}">{}</text>', row.label_y, row.label), shapes, names))


def _drawn(shape: _Shape, key: str) -> str:
    title = escape(shape.mark.title)
    begin = f'<a href="{escape(shape.mark.href)}" class="{shape.mark.look}" aria-label="{title}"><title>{title}</title>'
    if isinstance(shape.mark, Bar):
        return f"{begin}{_bar(shape, shape.mark, key)}</a>"
    if isinstance(shape.mark, Bracket):
        return f"{begin}{_bracket(shape)}</a>"
    if isinstance(shape.mark, Heap):
        return f"{begin}{_heap(shape, shape.mark)}</a>"
    return f'{begin}<circle class="solid" cx="{shape.x}%" cy="{shape.centre}" r="{shape.radius}"/></a>'


def _bar(shape: _Shape, bar: Bar, key: str) -> str:
    fills = {Look.POSSIBLE: f'fill="url(#{key}-hatch)"', Look.UNKNOWN: f'fill="url(#{key}-dots)"'}
    parts = [_rect(fills.get(bar.look, 'class="solid"'), shape.x, shape.y, shape.width)]
    parts += [_rect(f'fill="url(#{key}-in)"', shape.before, shape.y, FADE)] if bar.fades_in else []
    parts += [_rect(f'fill="url(#{key}-out)"', shape.after, shape.y, FADE)] if bar.fades_out else []
    return "".join(parts)


def _rect(look: str, x: float, y: int, width: float) -> str:
    return f'<rect {look} x="{x}%" y="{y}" width="{width}%" height="{_BAND}"/>'


def _heap(shape: _Shape, heap: Heap) -> str:
    """A bar from the foot of its lane, and around it, unseen, as much as can be touched."""
    high = max(round(_BAND * heap.share, 1), _LOWEST)
    width = max(shape.width - _APART, _THINNEST)
    seen = f'<rect class="solid" x="{shape.x}%" y="{round(shape.bottom - high, 1)}" width="{width}%" height="{high}"/>'
    return _rect('class="ground"', shape.x, shape.y, shape.width) + seen


def _bracket(shape: _Shape) -> str:
    lines = (
        (shape.x, shape.end, shape.centre, shape.centre),
        (shape.x, shape.x, shape.y, shape.bottom),
        (shape.end, shape.end, shape.y, shape.bottom),
    )
    return "".join(
        f'<line class="bracket" x1="{x}%" x2="{end}%" y1="{y}" y2="{bottom}"/>' for x, end, y, bottom in lines
    )


def _chosen(x: float, words: str, y: int) -> dict[str, object]:
    """The line of the chosen day, and where its words stand so that they do not leave the drawing."""
    half = len(words) * _LETTER / _NARROW * 50
    anchor = "start" if x < half else "end" if x > 100 - half else "middle"
    return {"x": x, "words": words, "y": y, "anchor": anchor}


def _laid_out(strip: Strip, years: Years) -> tuple[list[_StripRow], int]:
    rows, y = [], _HEAD
    for lane in strip.lanes:
        row = _StripRow(lane.label, y)
        row.shapes = list(shapes(lane, years, y + _WORD))
        row.names = list(_names(row.shapes, y + _WORD + _BAND + _NAMES - 3))
        rows.append(row)
        y += _WORD + _BAND + _NAMES * len({name.y for name in row.names}) + _BETWEEN
    return rows, y


def shapes(lane: Lane, years: Years, y: int) -> Iterator[_Shape]:
    """Yield the marks of a lane in their places, `y` their upper edge."""
    bars = [mark for mark in lane.marks if isinstance(mark, Bar)]
    for bar in bars:
        first, last = bar.first or years.first, bar.last or years.last
        if first <= years.last and last >= years.first:
            yield _Shape(bar, years.at(first), years.at(last), y)
    for wide in (mark for mark in lane.marks if isinstance(mark, Bracket | Heap)):
        if wide.first <= years.last and wide.last >= years.first:
            yield _Shape(wide, years.at(wide.first), years.at(wide.last), y)
    points = [mark for mark in lane.marks if isinstance(mark, Point) and years.first <= mark.day <= years.last]
    yield from _dense(sorted(points, key=lambda point: point.day), years, y)


def _dense(points: list[Point], years: Years, y: int) -> Iterator[_Shape]:
    """Points that would lie over one another are drawn as one, larger; it leads to the first of them."""
    together: list[Point] = []
    for point in points:
        if together and (years.at(point.day) - years.at(together[0].day) > _CLOSE or point.look != together[0].look):
            yield _point(together, years, y)
            together = []
        together.append(point)
    if together:
        yield _point(together, years, y)


def _point(together: list[Point], years: Years, y: int) -> _Shape:
    first = together[0]
    title = " · ".join(point.title for point in together[:5]) + (" …" if len(together) > 5 else "")
    mark = Point(first.day, title, first.href, first.look, first.name if len(together) == 1 else "")
    place = years.at(first.day)
    return _Shape(mark, place, place, y, len(together))


def _names(shapes: list[_Shape], y: int) -> Iterator[_Name]:
    """The names that fit beneath their marks without touching one another, from the first, each in the first row where
    it fits; that something is not known has no row of its own.

    A name that was the last to be written is not written again: “not known” before and after a short time.
    """
    free, last = [0.0] * _MOST_ROWS, ""
    for shape in sorted(shapes, key=lambda one: one.x):
        text = shape.mark.name
        if not text or text == last:
            continue
        wide = len(text) * _LETTER / _NARROW * 100
        anchor, left = ("end", shape.end - wide) if shape.x + wide > 99 else ("start", shape.x)
        rows = free[:1] if shape.mark.look == Look.UNKNOWN else free
        row = next((row for row, begins in enumerate(rows) if left >= begins), None)
        if row is None:
            continue
        if row and left < free[0] and free[0] + wide <= shape.end:
            # Beneath its bar, after the name before it.
            row, anchor, left = 0, "start", free[0]
        yield _Name(text, shape.end if anchor == "end" else left, y + row * _NAMES, anchor)
        free[row], last = left + wide + 2, text
