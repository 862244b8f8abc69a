"""A scale: how many lines stand in each stretch of years, each bar a link that leads there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

#: The height of the highest bar, and of the words beneath, in pixels.
_HIGH, _WORDS = 44, 16
#: No more bars than this stand beside one another, so that each can be touched.
MOST_BARS = 13


@dataclass(frozen=True)
class Step:
    """Some years: what they are called, how many lines they hold, and where they are."""

    name: str
    number: int
    href: str
    title: str


@dataclass(frozen=True)
class _Bar:
    step: Step
    x: float
    width: float
    height: float

    @property
    def y(self) -> float:
        return round(_HIGH - self.height, 1)

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


def scale_svg(title: str, steps: Sequence[Step]) -> SafeString:
    """Return `steps` as an SVG element, the highest bar as high as there is room."""
    most = max((step.number for step in steps), default=1) or 1
    each = 100 / max(len(steps), 1)
    bars = [
        _Bar(step, round(place * each, 2), round(each * 0.86, 2), round(max(_HIGH * step.number / most, 2), 1))
        for place, step in enumerate(steps)
    ]
    context = {"title": title, "bars": bars, "high": _HIGH, "height": _HIGH + _WORDS, "words": _HIGH + _WORDS - 3}
    return render_to_string("drawing/scale.svg", context)


def stretch(years: Sequence[int]) -> int:
    """Return how many years one bar holds, so that there are no more than fit."""
    span = years[-1] - years[0] + 1 if years else 1
    return next(size for size in (1, 5, 10, 25, 50, 100, 250, 500, 1000) if span / size <= MOST_BARS - 1)
