"""Where on the earth each State lies: what lies within it, near it, or clearly elsewhere."""

import json
from pathlib import Path

import pytest

from partnerships.consistency.extents import kilometres_apart, kilometres_between, kilometres_outside

pytestmark = pytest.mark.once
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

BRUSSELS, TOKYO, MONS = (50.85, 4.35), (35.69, 139.69), (50.45, 3.95)


class TestKilometresBetween:
    def test_are_those_of_the_shortest_way(self):
        assert kilometres_between(BRUSSELS, BRUSSELS) == 0
        assert round(kilometres_between(BRUSSELS, MONS), -1) == 50
        assert round(kilometres_between(BRUSSELS, TOKYO), -2) == 9400
        assert round(kilometres_between((0, 179.5), (0, -179.5))) == 111
        assert round(kilometres_between((90, 0), (-90, 77))) == 20015


class TestKilometresOutside:
    @pytest.mark.parametrize(
        ("state", "place"),
        [
            *[("BE", BRUSSELS), ("JP", TOKYO), ("JP", (26.2, 127.7)), ("FR", (4.9, -52.3)), ("FR", (-20.9, 55.5))],
            *[("US", (21.3, -157.9)), ("US", (13.5, 144.8)), ("GB", (36.14, -5.35)), ("GB", (-51.7, -57.85))],
            *[("RU", (64.7, -177.5)), ("FJ", (-18.1, 178.4)), ("UA", (45.0, 34.1)), ("RU", (45.0, 34.1))],
            *[("VA", (41.9, 12.45)), ("TV", (-8.5, 179.2)), ("MT", (35.9, 14.5)), ("NO", (78.2, 15.6))],
            *[("DK", (64.2, -51.7)), ("XK", (42.7, 21.2)), ("RS", (42.7, 21.2)), ("CY", (35.2, 33.4))],
        ],
    )
    def test_are_none_within_it_and_what_lies_under_it(self, state, place):
        assert kilometres_outside(state, place) == 0

    def test_are_counted_from_its_nearest_side(self):
        assert round(kilometres_outside("BE", (53, 4.35))) == 111
        assert round(kilometres_outside("FJ", (-18, -175))) == 317
        assert kilometres_outside("BE", TOKYO) > 9000
        assert kilometres_outside("JP", BRUSSELS) > 7000
        assert kilometres_outside("AU", (33.9, 151.2)) > 4000

    def test_are_none_where_nobody_knows(self):
        assert kilometres_outside("", TOKYO) == kilometres_outside("ZZ", TOKYO) == 0


class TestKilometresApart:
    def test_are_those_between_the_nearest_sides(self):
        assert kilometres_apart("BE", "NL") == kilometres_apart("BE", "FR") == 0
        assert kilometres_apart("FR", "BR") == kilometres_apart("BR", "FR") == 0
        assert 7000 < (kilometres_apart("BE", "JP") or 0) < 9500
        assert kilometres_apart("BE", "JP") == kilometres_apart("JP", "BE")
        assert (kilometres_apart("FJ", "TV") or 0) < 400

    def test_are_not_known_of_a_state_without_a_code(self):
        assert kilometres_apart("", "JP") is None
        assert kilometres_apart("JP", "ZZ") is None


def test_every_code_of_the_fixtures_has_its_extent():
    rows = json.loads((FIXTURES / "states.json").read_text())
    codes = [row["fields"].get("iso2") for row in rows if row["model"] == "partnerships.state"]
    assert len(codes) > 190
    assert all(kilometres_apart(code, code) == 0 for code in codes if code)
