"""Where on the earth each State lies, roughly: boxes of whole degrees by its code (docs/coast_lines.md)."""

from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from partnerships.kept_in_process import remembered

#: South, west, north and east of a part of a State, with all that lies under it.
Box = tuple[int, int, int, int]
#: A point: its latitude and its longitude.
Point = tuple[float, float]

#: The radius of the earth in kilometres.
EARTH = 6371


def kilometres_between(one: Point, other: Point) -> float:
    """Return how far two points on the earth are apart."""
    first, second = radians(one[0]), radians(other[0])
    north, east = sin((second - first) / 2), sin(radians(other[1] - one[1]) / 2)
    return 2 * EARTH * asin(min(1, sqrt(north**2 + cos(first) * cos(second) * east**2)))


def kilometres_outside(state: str, point: Point) -> float:
    """Return how far `point` lies outside the State of that code: nothing within it, or where nobody knows."""
    return min((kilometres_between(point, _nearest(box, point)) for box in _extents().get(state, ())), default=0.0)


def kilometres_apart(state: str, other: str) -> float | None:
    """Return how far apart two States are at the least, by their codes; None where nobody knows."""
    pairs = [(one, two) for one in _extents().get(state, ()) for two in _extents().get(other, ())]
    return min((_apart(one, two) for one, two in pairs), default=None)


def _nearest(box: Box, point: Point) -> Point:
    south, west, north, east = box
    latitude, longitude = point
    longitude = min((longitude + turn for turn in (-360, 0, 360)), key=lambda each: max(west - each, each - east, 0))
    return min(max(latitude, south), north), min(max(longitude, west), east)


def _apart(one: Box, other: Box) -> float:
    """Return how far two boxes are apart, by their corners and what faces them."""
    corners = ((latitude, longitude) for latitude in one[::2] for longitude in one[1::2])
    facing = ((_nearest(one, corner), _nearest(other, corner)) for corner in corners)
    back = ((_nearest(one, there), there) for _here, there in facing)
    return min(kilometres_between(here, there) for here, there in back)


@remembered()
def _extents() -> dict[str, tuple[Box, ...]]:
    text = Path(__file__).with_name("extents.txt").read_text(encoding="utf-8")
    return {line[:2]: tuple(_box(part) for part in line[3:].split(";")) for line in text.splitlines()}


def _box(text: str) -> Box:
    south, west, north, east = map(int, text.split())
    return south, west, north, east
