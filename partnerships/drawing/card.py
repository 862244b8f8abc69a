"""A picture for those who share a page: its title, its answer and the strip of its years, as PNG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock

import font_source_serif_pro
from PIL import Image, ImageColor, ImageDraw, ImageFont

from partnerships.kept_in_process import remembered

from .axis import Years
from .scale import ScaleStep
from .strip import FADE, shapes
from .what_is_drawn import Bar, Bracket, Heap, Lane, Look, Mark, Point, Strip

#: What those who show such pictures ask for.
WIDE, HIGH = 1200, 630
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, WIDE - 64, 52, HIGH - 48
#: The colours of the pages in daylight (static/partnerships/site.css).
_INK, _PAPER, _QUIET, _RULE = "#17202b", "#fcfcfa", "#566171", "#dcdfe3"
_ACCENT, _OTHER, _DAY = "#17477e", "#7a4a12", "#8a3b12"
#: Sizes of letters, and how many lines of each text there is room for.
_SMALL, _SENTENCE, _TITLE = 24, 30, 56
_TITLE_LINES, _SENTENCE_LINES = 3, 4
_LANE, _BAND = 62, 22
#: The height of the highest bar of a scale.
_HIGHEST = 180
_FONTS = Path(font_source_serif_pro.__file__).parent / "files"
#: A picture takes much of a processor: one is drawn at a time.
_one_at_a_time = Lock()

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Card:
    """What a picture says: what the site and the page are, the answer of the page, its strip, or its scale of years."""

    above: str
    title: str
    sentence: str = ""
    strip: Strip | None = None
    #: How much stands in each stretch of years.
    steps: Sequence[ScaleStep] = ()


def card_png(card: Card) -> bytes:
    """Return `card` as a picture."""
    with _one_at_a_time:
        image = Image.new("RGB", (WIDE, HIGH), _PAPER)
        _draw(ImageDraw.Draw(image), card)
        written = BytesIO()
        image.quantize(32, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


@remembered()
def _font(size: int, weight: str = "Regular") -> Font:
    # The plain layout is the same on every machine.
    return ImageFont.truetype(str(_FONTS / f"SourceSerifPro-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def _draw(draw: ImageDraw.ImageDraw, card: Card) -> None:
    draw.rectangle((0, 0, WIDE, 14), fill=_ACCENT)
    draw.text((_LEFT, _TOP), card.above, font=_font(_SMALL), fill=_QUIET)
    y = _written(draw, card.title, _TOP + 44, _font(_TITLE, "Semibold"), _INK, _TITLE_LINES)
    lanes = _fitting(card.strip, _BOTTOM - y) if card.strip else []
    room = _BOTTOM - y - len(lanes) * _LANE - (40 if lanes else 0)
    _written(draw, card.sentence, y + 14, _font(_SENTENCE), _INK, min(_SENTENCE_LINES, int(room / _SENTENCE / 1.3)))
    if card.strip and lanes:
        _strip(draw, card.strip, lanes, _BOTTOM - len(lanes) * _LANE)
    elif card.steps:
        _scale(draw, card.steps, min(room - 132, _HIGHEST))


def _written(draw: ImageDraw.ImageDraw, text: str, y: int, font: Font, colour: str, most: int) -> int:
    """Write `text` in at most `most` lines, and return where they end."""
    for line in _lines(text, font, most):
        draw.text((_LEFT, y), line, font=font, fill=colour)
        y += int(font.size * 1.25)
    return y


def _lines(text: str, font: Font, most: int) -> Iterator[str]:
    """Yield `text` in lines that fit; what does not is left out, and said to be."""
    words, number = text.split(" "), 0
    while words and number < most:
        count = len(words)
        while count > 1 and font.getlength(" ".join(words[:count])) > _RIGHT - _LEFT:
            count -= 1
        line, words, number = " ".join(words[:count]), words[count:], number + 1
        while font.getlength(line) > _RIGHT - _LEFT:
            line, words = f"{line[:-2]}…", []
        yield f"{line} …" if words and number == most else line


def _fitting(strip: Strip, room: float) -> list[Lane]:
    """Return the first lanes of a strip, as many as there is room for beneath two lines of text."""
    return list(strip.lanes[: max(int((room - 132) / _LANE), 0)])


def _strip(draw: ImageDraw.ImageDraw, strip: Strip, lanes: list[Lane], top: int) -> None:
    years, font = Years(strip.first, strip.last), _font(_SMALL)

    def at(percent: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * min(max(percent, 0), 100) / 100

    for year, x in years.written:
        draw.line((at(x), top - 8, at(x), _BOTTOM), fill=_RULE, width=2)
        draw.text((at(x), top - 12), str(year), font=font, fill=_QUIET, anchor="ms")
    for number, lane in enumerate(lanes):
        y = top + number * _LANE
        draw.text((_LEFT, y), lane.label, font=font, fill=_QUIET)
        for shape in shapes(lane, years, 0):
            box = (at(shape.x), y + 32, max(at(shape.end), at(shape.x) + 4), y + 32 + _BAND)
            _mark(draw, shape.mark, box)
            if isinstance(shape.mark, Bar) and shape.mark.fades_in:
                _fade(draw, shape.mark, (at(shape.before), box[0]), box[1])
            if isinstance(shape.mark, Bar) and shape.mark.fades_out:
                _fade(draw, shape.mark, (at(shape.after + FADE), box[2]), box[1])
    if strip.chosen:
        _chosen_day(draw, at(years.at(strip.chosen[0])), strip.chosen[1], top - 8)


def _scale(draw: ImageDraw.ImageDraw, steps: Sequence[ScaleStep], high: float) -> None:
    """Draw how much stands in each stretch of years: bars with their numbers above, and the years beneath."""
    most, width = max(step.number for step in steps), (_RIGHT - _LEFT) / len(steps)
    for place, step in enumerate(steps):
        left, middle = _LEFT + place * width, _LEFT + (place + 0.43) * width
        if step.number:
            top = _BOTTOM - 34 - max(high * step.number / max(most, 1), 4)
            draw.rectangle((left, top, left + 0.86 * width, _BOTTOM - 34), fill=_ACCENT)
            draw.text((middle, top - 6), str(step.number), font=_font(_SMALL), fill=_INK, anchor="ms")
        draw.text((middle, _BOTTOM), step.name, font=_font(_SMALL), fill=_QUIET, anchor="ms")


def _chosen_day(draw: ImageDraw.ImageDraw, x: float, words: str, top: int) -> None:
    """Draw the line of the chosen day across all lanes, its words beneath it and within the picture."""
    for y in range(top, _BOTTOM, 12):
        draw.line((x, y, x, min(y + 8, _BOTTOM)), fill=_DAY, width=3)
    half = _font(_SMALL).getlength(words) / 2
    middle = min(max(x, _LEFT + half), _RIGHT - half)
    draw.text((middle, _BOTTOM + 8), words, font=_font(_SMALL), fill=_DAY, anchor="ma")


def _fade(draw: ImageDraw.ImageDraw, bar: Bar, sides: tuple[float, float], top: float) -> None:
    """Draw a side of a bar that has no known end, from where it is the paper to where it is the bar."""
    (paper, full), whole = sides, ImageColor.getrgb(_OTHER if bar.look == Look.OTHER else _ACCENT)
    for x in range(int(min(sides)), int(max(sides))):
        share = (x - paper) / (full - paper)
        colour = tuple(round(at + (to - at) * share) for at, to in zip(ImageColor.getrgb(_PAPER), whole, strict=True))
        draw.line((x, top, x, top + _BAND), fill=colour)


def _mark(draw: ImageDraw.ImageDraw, mark: Mark, box: tuple[float, float, float, float]) -> None:
    (left, top, right, bottom), look = box, mark.look
    middle, colour = (top + bottom) / 2, _OTHER if look in (Look.OTHER, Look.OFF) else _ACCENT
    if isinstance(mark, Point):
        draw.circle((left, middle), 10, fill=_PAPER if look == Look.OFF else colour, outline=colour, width=3)
    elif isinstance(mark, Bracket):
        draw.line((left, middle, right, middle), fill=colour, width=3)
        for x in (left, right):
            draw.line((x, top, x, bottom), fill=colour, width=3)
    elif isinstance(mark, Heap):
        draw.rectangle(
            (left, bottom - max((bottom - top) * mark.share, 3), max(right - 3, left + 3), bottom), fill=colour
        )
    elif look == Look.POSSIBLE:
        draw.rectangle(box, fill=_PAPER, outline=colour, width=2)
        for x in range(int(left) + 6, int(right), 10):
            draw.line((x, bottom - 2, min(x + _BAND, right), top + 2), fill=colour, width=2)
    elif look == Look.UNKNOWN:
        _empty(draw, box)
    else:
        draw.rectangle(box, fill=colour)


def _empty(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    """Draw what is not known: nothing, with a broken edge."""
    left, top, right, bottom = (round(side) for side in box)
    for x in range(left, right, 8):
        for y in (top, bottom):
            draw.line((x, y, min(x + 3, right), y), fill=_QUIET, width=2)
    for x in (left, right):
        for y in range(top, bottom, 8):
            draw.line((x, y, x, y + 3), fill=_QUIET, width=2)
