"""Draws the outline of the land, `static/partnerships/world.svg`, from Natural Earth (see docs/coast_lines.md).

    .venv/bin/python .ci/outlines.py land-110m.json

It is asked for by hand, once; nothing else needs its source.
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "static" / "partnerships" / "world.svg"
#: Tenths of a degree, counted from the north and from 180 degrees west.
STEP = 10
#: What lies wholly beyond this is left out: nobody has an embassy there.
SOUTHERNMOST = -60
#: Islands smaller than this, in square degrees, could not be seen.
SMALLEST = 0.3


def main(path):
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [ring for polygon in polygons(topology["objects"]["land"]) for ring in polygon]
    lines = [drawn(points) for points in (joined(ring, arcs) for ring in rings) if is_seen(points)]
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1800">'
        f'<path id="land" d="{"".join(lines)}"/></svg>\n'
    )
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} outlines, {len(text)} bytes")


def polygons(geometry):
    if geometry["type"] == "GeometryCollection":
        for each in geometry["geometries"]:
            yield from polygons(each)
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def decoded(arc, transform):
    """The points of an arc in degrees; each is stored as its distance from the one before."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((left + x * wide, low + y * high))
    return points


def joined(ring, arcs):
    points = []
    for number in ring:
        several = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += several[1:] if points else several
    return unwrapped(points)


def unwrapped(points):
    """A ring that goes over the 180th meridian goes on beyond it; the map lays the outline once more where it shows."""
    found = points[:1]
    for x, y in points[1:]:
        found.append((x - 360 * round((x - found[-1][0]) / 360), y))
    middle = (min(x for x, _y in found) + max(x for x, _y in found)) / 2
    turns = round(middle / 360)
    return [(x - 360 * turns, y) for x, y in found]


def is_seen(points):
    area = sum(x * b - a * y for (x, y), (a, b) in zip(points, points[1:], strict=False)) / 2
    return abs(area) >= SMALLEST and max(y for _x, y in points) > SOUTHERNMOST


def drawn(points):
    """A closed line through `points`, each but the first as its distance from the one before."""
    found = [(round((x + 180) * STEP), round((90 - y) * STEP)) for x, y in points]
    found = [one for one, before in zip(found, [None, *found], strict=False) if one != before]
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(found[1:], found, strict=False)]
    return f"M{found[0][0]} {found[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-") + "z"


if __name__ == "__main__":
    main(sys.argv[1])
