"""Writes where on the earth each State lies, `partnerships/consistency/extents.txt` (see docs/coast_lines.md).

    .venv/bin/python .ci/extents.py countries-10m.json codes.json

It is asked for by hand, once; nothing else needs its sources.
"""

import json
import sys
from itertools import combinations
from math import ceil, floor
from pathlib import Path

from outlines import decoded, joined, polygons

TARGET = Path(__file__).resolve().parent.parent / "partnerships" / "consistency" / "extents.txt"
#: Whole degrees: boxes no further apart become one, unless that would take in much that lies in neither.
NEAR, MUCH, LITTLE = 4, 1.6, 12
#: What lies under a State, or is claimed by several, counts for each of them: nobody is told that it is elsewhere.
ALSO = {
    "AU": "CC CX HM NF Coral_Sea_Is. Indian_Ocean_Ter.",
    "CN": "HK MO TW",
    "CY": "N._Cyprus Dhekelia Akrotiri Cyprus_U.N._Buffer_Zone",
    "CU": "USNB_Guantanamo_Bay",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL MF NC PF PM TF WF GF GP MQ RE YT Clipperton_I.",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG Akrotiri Dhekelia",
    "IL": "PS",
    "KZ": "Baikonur",
    "MA": "EH",
    "NL": "AW BQ CW SX",
    "NO": "BV SJ",
    "NZ": "CK NU TK",
    "RS": "Kosovo",
    "SO": "Somaliland",
    "UA": "Crimea",
    "US": "AS GU MP PR UM VI USNB_Guantanamo_Bay",
    "XK": "Kosovo",
}
#: Where the source gives to one State what others hold to be another’s: south, west, north and east of it.
ADDED = {"Crimea": [(44, 32, 47, 37)]}


def main(outlines, codes):
    topology = json.loads(Path(outlines).read_text(encoding="utf-8"))
    letters = {number: two for two, _three, number, *_more in json.loads(Path(codes).read_text(encoding="utf-8"))}
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    found = dict(ADDED)
    for each in topology["objects"]["countries"]["geometries"]:
        name = letters.get(each.get("id"), each["properties"]["name"].replace(" ", "_"))
        found.setdefault(name, []).extend(box(joined(polygon[0], arcs)) for polygon in polygons(each))
    for state, others in ALSO.items():
        found[state] = [*found.get(state, []), *(one for other in others.split() for one in found.get(other, []))]
    lines = [
        f"{name} " + "; ".join(" ".join(map(str, one)) for one in sorted(together(set(found[name]))))
        for name in sorted(found)
        if len(name) == 2
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} States and territories")


def box(points):
    """South, west, north and east of `points`, in whole degrees that take all of them in."""
    across, down = zip(*points, strict=True)
    return floor(min(down)), floor(min(across)), ceil(max(down)), ceil(max(across))


def together(boxes):
    while pair := next((pair for pair in combinations(sorted(boxes), 2) if is_one(*pair)), None):
        boxes = boxes - set(pair) | {around(*pair)}
    return boxes


def around(one, other):
    return tuple(choose(*both) for choose, both in zip((min, min, max, max), zip(one, other, strict=True), strict=True))


def is_one(one, other):
    apart = any(first[n] - NEAR > last[n + 2] for first, last in ((one, other), (other, one)) for n in (0, 1))
    return not apart and size(around(one, other)) <= MUCH * (size(one) + size(other)) + LITTLE


def size(found):
    return (found[2] - found[0]) * (found[3] - found[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
