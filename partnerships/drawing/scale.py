"""A scale: how many lines stand in each stretch of years, each bar a link that leads there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

#: The height of the highest bar, and of the words above and beneath, in pixels.
_HIGH, _WORDS = 44, 16
#: How many years one bar may hold.
_SIZES = (1, 5, 10, 25, 50, 100, 250, 500, 1000)
#: No more bars than this stand beside one another, so that each can be touched.
MOST_BARS = 13


@dataclass(frozen=True)
class ScaleStep:
    """Some years: what they are called, how many lines they hold, and where they are; without lines and without a link
    where it only says that years are left out."""

    name: str
    number: int
    href: str
    title: str


@dataclass(frozen=True)
class _Bar:
    step: ScaleStep
    x: float
    width: float
    height: float

    @property
    def y(self) -> float:
        return round(_WORDS + _HIGH - self.height, 1)

    @property
    def above(self) -> float:
        """The height, in pixels from the top, at which the number stands above its bar."""
        return round(self.y - 4, 1)

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


def scale_svg(title: str, steps: Sequence[ScaleStep]) -> SafeString:
    """Return `steps` as an SVG element, the highest bar as high as there is room."""
    most = max((step.number for step in steps), default=1) or 1
    each = 100 / max(len(steps), 1)
    bars = [
        _Bar(step, round(place * each, 2), round(each * 0.86, 2), round(max(_HIGH * step.number / most, 2), 1))
        for place, step in enumerate(steps)
    ]
    height = _WORDS + _HIGH + _WORDS
    context = {"title": title, "bars": bars, "height": height, "words": height - 3}
    return render_to_string("drawing/scale.svg", context)


def stretch(years: Iterable[int]) -> int:
    """Return how many years one bar holds, so that there are no more bars than fit: those with lines, and the gaps."""
    known = set(years)
    return next(size for size in _SIZES if len(stretches(known, size)) < MOST_BARS)


def stretches(years: Iterable[int], size: int) -> list[int | None]:
    """Return the first years of the stretches in which any of `years` lies; None where several between them are empty.

    One empty stretch alone stands among the others.
    """
    found: list[int | None] = []
    last = None
    for first in sorted({year // size * size for year in years}):
        if last is not None and first == last + 2 * size:
            found.append(last + size)
        elif last is not None and first > last + size:
            found.append(None)
        found.append(first)
        last = first
    return found
