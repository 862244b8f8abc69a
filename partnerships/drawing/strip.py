"""A strip: lanes of bars, points and brackets over the same years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from .axis import Years
from .what_is_drawn import Bar, Bracket, Heap, Lane, Look, Mark, Point, Strip

#: Heights in pixels: the years above, the word of a lane, its marks, the names beneath them, the room between lanes,
#: the words of the chosen day.
_HEAD, _WORD, _BAND, _NAMES, _BETWEEN, _DAY = 18, 16, 16, 14, 8, 14
#: What a finger needs, in pixels; and half of it on a screen of 390 pixels, in percent of the drawing.
_FINGER, _HALF = 24, 3.4
#: Names that would touch one another stand in so many rows beneath the marks: many short times, as heads follow one
#: another on the years of a whole partnership, are each named.
_MOST_ROWS = 3
#: The width of a drawing on a screen of 320 pixels, for which names are laid out, and what a letter takes of it.
_NARROW, _LETTER = 288.0, 6.8
#: A bar narrower than this could not be seen, in percent; points closer than this are one, with their number.
_THINNEST, _CLOSE = 0.6, 3.4
#: The size of a point, and of one that stands for several and holds their number.
_POINT, _SEVERAL = 6, 8
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
    #: From where to where it can be touched, in percent.
    reach: tuple[float, float] = (0.0, 0.0)

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
    def middle(self) -> float:
        return round((self.x + self.end) / 2, 2)

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
    #: Where a line leads down to it, from the foot of its mark, if it stands in a lower row.
    led: tuple[float, int] | None = None


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
    bars = [mark for lane in strip.lanes for mark in lane.marks if isinstance(mark, Bar)]
    context = {
        "strip": strip,
        "fades_in": any(bar.fades_in for bar in bars),
        "fades_out": any(bar.fades_out for bar in bars),
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
    shapes = "".join(_drawn(several, key) for several in _led_together(row.shapes))
    # First the lines, so that the names stand on them.
    names = "".join(
        f'<line class="led" x1="{one.led[0]}%" x2="{one.led[0]}%" y1="{one.led[1]}" y2="{one.y - 9}"/>'
        for one in row.names
        if one.led
    )
    names += "".join(
        format_html('<text class="name {}" x="{}%" y="{}">{}</text>', one.anchor, one.x, one.y, one.text)
        for one in row.names
    )
    return "".join((format_html('<text class="lane" x="0" y="{}">{}</text>', row.label_y, row.label), shapes, names))


def _led_together(shapes: Sequence[_Shape]) -> list[list[_Shape]]:
    """Return the bars of a lane that lead to one place by the links that they are: what is too narrow for a finger is
    one with what stands before it, or behind it."""
    found: list[list[_Shape]] = []
    for shape in shapes:
        last = found[-1] if found else []
        leads_there = bool(last) and isinstance(shape.mark, Bar) and shape.mark.href == last[0].mark.href
        if leads_there and min(_reach(last), _reach([shape])) < 2 * _HALF:
            last.append(shape)
        else:
            found.append([shape])
    return found


def _reach(shapes: Sequence[_Shape]) -> float:
    return max(one.reach[1] for one in shapes) - min(one.reach[0] for one in shapes)


def _drawn(shapes: Sequence[_Shape], key: str) -> str:
    """Return marks that are one link."""
    first, *others = shapes
    title = escape(_named_together(one.mark.title for one in shapes))
    begin = f'<a href="{escape(first.mark.href)}" class="{"" if others else first.mark.look}" aria-label="{title}">'
    if not others:
        return f"{begin}<title>{title}</title>{_touched(shapes)}{_look(first, key)}</a>"
    each = (
        f'<g class="{one.mark.look}"><title>{escape(one.mark.title)}</title>{_look(one, key)}</g>' for one in shapes
    )
    return f"{begin}{_touched(shapes)}{''.join(each)}</a>"


def _look(shape: _Shape, key: str) -> str:
    if isinstance(shape.mark, Bar):
        return _bar(shape, shape.mark, key)
    if isinstance(shape.mark, Bracket):
        return _bracket(shape)
    return _heap(shape, shape.mark) if isinstance(shape.mark, Heap) else _point(shape)


def _touched(shapes: Sequence[_Shape]) -> str:
    """Around marks, unseen, as much as a finger needs."""
    left, y = min(one.reach[0] for one in shapes), shapes[0].centre - _FINGER // 2
    return f'<rect class="ground" x="{left}%" y="{y}" width="{round(_reach(shapes), 2)}%" height="{_FINGER}"/>'


def _point(shape: _Shape) -> str:
    if shape.number == 1:
        return f'<circle class="solid" cx="{shape.x}%" cy="{shape.centre}" r="{_POINT}"/>'
    number = f'<text class="number" x="{shape.x}%" y="{shape.centre + 4}">{min(shape.number, 99)}</text>'
    return f'<circle class="solid" cx="{shape.x}%" cy="{shape.centre}" r="{_SEVERAL}"/>{number}'


def _bar(shape: _Shape, bar: Bar, key: str) -> str:
    fills = {Look.POSSIBLE: f'fill="url(#{key}-hatch)"', Look.UNKNOWN: 'class="empty"'}
    parts = [_rect(fills.get(bar.look, 'class="solid"'), shape.x, shape.y, shape.width)]
    parts += [_rect(f'fill="url(#{key}-in)"', shape.before, shape.y, FADE)] if bar.fades_in else []
    parts += [_rect(f'fill="url(#{key}-out)"', shape.after, shape.y, FADE)] if bar.fades_out else []
    return "".join(parts)


def _rect(look: str, x: float, y: int, width: float) -> str:
    return f'<rect {look} x="{x}%" y="{y}" width="{width}%" height="{_BAND}"/>'


def _heap(shape: _Shape, heap: Heap) -> str:
    """A bar from the foot of its lane."""
    high = max(round(_BAND * heap.share, 1), _LOWEST)
    width = max(shape.width - _APART, _THINNEST)
    return f'<rect class="solid" x="{shape.x}%" y="{round(shape.bottom - high, 1)}" width="{width}%" height="{high}"/>'


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
        row.shapes = list(_reached(list(shapes(lane, years, y + _WORD))))
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
            # What is as good as a point at the very end is drawn before it, so that its fading side is within.
            yield _Shape(bar, min(years.at(first), years.at(years.last) - _THINNEST), years.at(last), y)
    for wide in (mark for mark in lane.marks if isinstance(mark, Bracket | Heap)):
        if wide.first <= years.last and wide.last >= years.first:
            yield _Shape(wide, years.at(wide.first), years.at(wide.last), y)
    points = [mark for mark in lane.marks if isinstance(mark, Point) and years.first <= mark.day <= years.last]
    dense = _dense(sorted(points, key=lambda point: point.day), years, y)
    # What did not take place lies under what did.
    yield from sorted(dense, key=lambda shape: shape.mark.look != Look.OFF)


def _dense(points: list[Point], years: Years, y: int) -> Iterator[_Shape]:
    """Points that would lie over one another are drawn as one, larger; it leads to the first of them."""
    together: list[Point] = []
    for point in points:
        if together and (years.at(point.day) - years.at(together[0].day) > _CLOSE or point.look != together[0].look):
            yield _together(together, years, y)
            together = []
        together.append(point)
    if together:
        yield _together(together, years, y)


def _together(points: list[Point], years: Years, y: int) -> _Shape:
    first = points[0]
    title = _named_together(point.title for point in points)
    mark = Point(first.day, title, first.href, first.look, first.name if len(points) == 1 else "")
    place = years.at(first.day)
    return _Shape(mark, place, place, y, len(points))


def _named_together(titles: Iterable[str]) -> str:
    several = list(dict.fromkeys(titles))
    return " · ".join(several[:5]) + (" …" if len(several) > 5 else "")


def _reached(shapes: list[_Shape]) -> Iterator[_Shape]:
    """Yield the marks of a lane, each with as much around it as a finger needs, at most half of what lies between it
    and the next."""
    order = sorted(range(len(shapes)), key=lambda place: (shapes[place].x, shapes[place].end))
    found = list(shapes)
    for before, place, after in zip([None, *order], order, [*order[1:], None], strict=False):
        one = shapes[place]
        left, right = min(one.x, one.middle - _HALF), max(one.after, one.middle + _HALF)
        if before is not None:
            left = max(left, min(one.x, (shapes[before].after + one.x) / 2))
        if after is not None:
            right = min(right, max(one.after, (one.after + shapes[after].x) / 2))
        found[place] = replace(one, reach=(round(left, 2), round(right, 2)))
    yield from found


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
        rows = free[:1] if shape.mark.look == Look.UNKNOWN else free
        places = ((row, _beneath(shape, wide, begins)) for row, begins in enumerate(rows))
        row, left = next(((row, left) for row, left in places if left is not None), (None, 0.0))
        if row is None:
            continue
        led = (round(min(max(shape.middle, left + 1), left + wide - 1), 2), shape.bottom) if row else None
        anchor, x = _anchored(shape, left, wide)
        yield _Name(text, x, y + row * _NAMES, anchor, led)
        free[row], last = left + wide + 1, text


def _beneath(shape: _Shape, wide: float, begins: float) -> float | None:
    """Return where a name begins in a row that is free from a place on: where its mark begins, or, where that is
    narrower, under its middle; else right behind the name before it, where it is still beneath its mark."""
    left = shape.x if shape.end - shape.x >= wide else max(shape.middle - wide / 2, 0)
    left = min(left, 100 - wide)
    if left >= begins:
        return left
    is_beneath = begins <= shape.middle and begins + wide <= 100
    return begins if is_beneath else None


def _anchored(shape: _Shape, left: float, wide: float) -> tuple[str, float]:
    """Return how a name is held in its place, whatever the width of its letters, and where."""
    if left + wide >= 99:
        return "end", round(left + wide, 2)
    if abs(left + wide / 2 - shape.middle) < 0.1:
        return "middle", shape.middle
    return "start", round(left, 2)
