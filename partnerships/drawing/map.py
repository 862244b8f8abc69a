"""A map: pins on the outline of the land, which lies in a file of its own (docs/coast_lines.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

#: Where pins lie over one another, so many degrees around them are drawn once more, larger.
_NEAR, _CLOSER = 9.0, 20.0
#: The size of a map in its own units; it is drawn as wide as there is room.
_WIDE, _HIGH = 360.0, 190.0
#: The room around the outermost pins, and the fewest degrees from west to east.
_AROUND, _FEWEST = 1.3, 40.0
#: How many degrees the outline reaches over its eastern edge.
_BEYOND = 12.0
#: Pins closer than this are one, drawn larger; what a letter of a name takes, and how high a line of it is.
_CLOSE, _LETTER, _LINE = 7.0, 6.2, 12.0
_RADIUS = 4.0
#: How far around a pin a finger reaches it.
_FINGER = 12.0


@dataclass(frozen=True)
class Pin:
    """A place, what stands there, and where that leads; `name` is written beside it where there is room, with the
    `number` of what is there if that is all."""

    latitude: float
    longitude: float
    title: str
    href: str
    name: str = ""
    number: int = 0

    @property
    def written(self) -> str:
        return f"{self.name} ({self.number})" if self.name and self.number else self.name

    @property
    def place(self) -> tuple[float, float]:
        return self.latitude, self.longitude


@dataclass(frozen=True)
class Map:
    """Pins on the land; `is_journey` where a line leads from each to the next."""

    key: str
    title: str
    description: str
    pins: Sequence[Pin]
    is_journey: bool = False
    #: The fewest degrees from west to east.
    fewest: float = _FEWEST


@dataclass(frozen=True)
class _Frame:
    """The part of the earth that is drawn: its north-western corner, and the units of a degree either way."""

    west: float
    north: float
    across: float
    down: float

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a place lies: to the east of the western edge, whatever its number of degrees."""
        return (longitude - self.west) % 360 * self.across, (self.north - latitude) * self.down

    @property
    def lands(self) -> Iterator[str]:
        """How the outline is laid under the pins: in tenths of a degree from 180 west and from the north.

        Where the map reaches over the edge of the outline, it lies there once more.
        """
        scale = f"scale({self.across / 10:.5f} {self.down / 10:.5f})"
        for turns in (0, 360, -360):
            left = (turns - 180 - self.west) * self.across
            if left < _WIDE and left + (360 + _BEYOND) * self.across > 0:
                yield f"translate({left:.2f} {(self.north - 90) * self.down:.2f}) {scale}"


@dataclass(frozen=True)
class _Spot:
    """One or several pins in their place."""

    pins: Sequence[Pin]
    x: float
    y: float
    #: What is written while it is pointed at.
    told: str = ""
    #: How far around it it can be touched: at most half of the way to the next.
    reach: float = _FINGER

    @property
    def href(self) -> str:
        return self.pins[0].href

    @property
    def title(self) -> str:
        names = [pin.title for pin in self.pins]
        return " · ".join(names[:5]) + (" …" if len(names) > 5 else "")

    def half_way(self, other: "_Spot") -> float:
        return hypot(self.x - other.x, self.y - other.y) / 2

    @property
    def radius(self) -> float:
        return _RADIUS + min(len(self.pins) - 1, 3)

    @property
    def around(self) -> float:
        """The width of an edge that is not seen, which makes it as large as a finger needs."""
        return round(max(2 * (self.reach - self.radius), 0), 1)


@dataclass(frozen=True)
class _Written:
    text: str
    x: float
    y: float
    anchor: str


def map_svg(found: Map) -> SafeString:
    """Return `found` as an SVG element."""
    frame = _frame(found.pins, found.fewest)
    places = [frame.at(pin.latitude, pin.longitude) for pin in found.pins]
    spots = _reached(list(_spots(found.pins, places)))
    names = dict(_names(spots))
    context: dict[str, Any] = {
        "map": found,
        "wide": _WIDE,
        "high": _HIGH,
        # What stands at a pin is written below it all, while it is pointed at or reached by the keyboard.
        "told_at": _HIGH - 7,
        "lands": list(frame.lands),
        "way": " ".join(f"{x:.1f},{y:.1f}" for x, y in places) if found.is_journey and len(spots) > 1 else "",
        # Where what is written beside a pin says all, nothing else is.
        "spots": [
            one if n in names and _says_all(one, names[n].text) else replace(one, told=one.title)
            for n, one in enumerate(spots)
        ],
        "names": list(names.values()),
    }
    return render_to_string("drawing/map.svg", context)


def closer(found: Map) -> Map | None:
    """Return the part of a map where the most places lie over one another, drawn larger; None where none do."""
    frame = _frame(found.pins, found.fewest)
    spots = list(_spots(found.pins, [frame.at(pin.latitude, pin.longitude) for pin in found.pins]))
    crowd = max(spots, key=lambda spot: len({pin.place for pin in spot.pins}))
    if len({pin.place for pin in crowd.pins}) == 1:
        return None
    middle = crowd.pins[0]
    pins = [pin for pin in found.pins if _is_near(pin, middle)]
    return replace(found, key=f"{found.key}-closer", pins=pins, is_journey=False, fewest=_CLOSER)


def _is_near(pin: Pin, middle: Pin) -> bool:
    east = abs((pin.longitude - middle.longitude + 180) % 360 - 180)
    return abs(pin.latitude - middle.latitude) <= _NEAR / 2 and east <= _NEAR


def _frame(pins: Sequence[Pin], fewest: float) -> _Frame:
    """Return the smallest part of the earth that holds all pins, with some room around them."""
    west, width = _span([pin.longitude for pin in pins])
    south, north = min(pin.latitude for pin in pins), max(pin.latitude for pin in pins)
    # A degree of longitude is shorter the farther it lies from the equator.
    shorter = max(cos(radians((south + north) / 2)), 0.3)
    down = min(
        _WIDE / (max(width * _AROUND, fewest) * shorter),
        _HIGH / (max((north - south) * _AROUND, fewest * shorter * _HIGH / _WIDE)),
    )
    across = down * shorter
    if _WIDE / across > 360:
        across = _WIDE / 360
        down = across / shorter
    middle = (north + south) / 2
    return _Frame((west + width / 2) - _WIDE / across / 2, middle + _HIGH / down / 2, across, down)


def _span(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the western end and the width of the shortest way around the earth that meets all `longitudes`."""
    found = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(after - before, after) for before, after in zip(found, [*found[1:], found[0] + 360], strict=True)]
    widest, after = max(gaps)
    return after % 360, 360 - widest


def _spots(pins: Sequence[Pin], places: Sequence[tuple[float, float]]) -> Iterator[_Spot]:
    """Pins that would lie over one another as one; it leads where the first of them does."""
    together: list[tuple[float, float, list[Pin]]] = []
    for pin, (x, y) in zip(pins, places, strict=True):
        near = next((one for one in together if abs(one[0] - x) < _CLOSE and abs(one[1] - y) < _CLOSE), None)
        if near is None:
            together.append((x, y, [pin]))
        elif all(pin.title != other.title for other in near[2]):
            near[2].append(pin)
    for x, y, several in together:
        yield _Spot(several, round(x, 1), round(y, 1))


def _says_all(spot: _Spot, written: str) -> bool:
    """Whether what is written beside a pin says as much as its title."""
    (first, *others) = spot.pins
    return not others and written == first.written and (bool(first.number) or first.name == first.title)


def _reached(spots: Sequence[_Spot]) -> list[_Spot]:
    """Return `spots`, each with how far around it it can be touched without touching another."""
    return [
        replace(one, reach=round(min([_FINGER, *(one.half_way(other) for other in spots if other is not one)]), 1))
        for one in spots
    ]


def _names(spots: Sequence[_Spot]) -> Iterator[tuple[int, _Written]]:
    """The names that fit beside their pins without touching another, with their numbers if these do, from the first;
    each with the place of its spot."""
    taken = [(one.x - 5, one.y - 5, one.x + 5, one.y + 5) for one in spots]
    for number, one in enumerate(spots):
        pin = one.pins[0]
        for text in dict.fromkeys((pin.written, pin.name)):
            if (found := _beside(one, text, taken)) is not None:
                yield number, found
                break


def _beside(spot: _Spot, text: str, taken: list[tuple[float, ...]]) -> _Written | None:
    """Return where a name fits on one side of its spot, and take that place; None where it does not."""
    wide = len(text) * _LETTER
    for anchor, left in (("start", spot.x + 8), ("end", spot.x - 8 - wide)):
        box = (left, spot.y - _LINE / 2, left + wide, spot.y + _LINE / 2)
        if text and left > 0 and box[2] < _WIDE and not any(_touch(box, other) for other in taken):
            taken.append(box)
            return _Written(text, spot.x + (8 if anchor == "start" else -8), round(spot.y + 4, 1), anchor)
    return None


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
