from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.dates import EARLIEST, LATEST
from partnerships.dates.edtf import parse_unit

from .strategies import some, units


class TestUnit:
    @some
    @given(units)
    def test_notation_is_what_was_parsed(self, text):
        assert parse_unit(text).notation == text

    @some
    @given(units)
    def test_neighbours_touch_without_overlap(self, text):
        unit = parse_unit(text)
        following = unit.shifted(1)
        if following:
            assert following.bounds()[0] == unit.bounds()[1] + timedelta(days=1)
            assert following.shifted(-1) == unit

    @some
    @given(units)
    def test_widened_is_the_unit_with_both_neighbours(self, text):
        unit = parse_unit(text)
        earlier, later = unit.shifted(-1), unit.shifted(1)
        first, last = unit.bounds(widened=True)
        if earlier:
            assert first == earlier.bounds()[0]
        if later:
            assert last == later.bounds()[1]
        assert EARLIEST <= first <= last <= LATEST

    @pytest.mark.parametrize(
        ("text", "count", "then"),
        [
            ("2018-12-31", 1, "2019-01-01"),
            ("2018-12", 1, "2019-01"),
            ("2018-01", -1, "2017-12"),
            ("2018-24", 1, "2019-21"),
            ("2018", 3, "2021"),
            ("199X", 1, "200X"),
            ("001X", -1, "000X"),
            ("998X", 1, "999X"),
            ("199X", -3, "196X"),
            ("0001-01-02", -1, "0001-01-01"),
            ("9999-12-30", 1, "9999-12-31"),
            ("0002", -1, "0001"),
            ("9998", 1, "9999"),
        ],
    )
    def test_is_moved_by_its_own_kind(self, text, count, then):
        assert parse_unit(text).shifted(count) == parse_unit(then)

    @pytest.mark.parametrize("text", ["0001", "0001-01", "0001-01-01", "0001-21", "000X"])
    def test_nothing_comes_before_year_one(self, text):
        assert parse_unit(text).shifted(-1) is None

    @pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31", "9999-24", "999X"])
    def test_nothing_comes_after_year_9999(self, text):
        assert parse_unit(text).shifted(1) is None

    def test_last_months_end_with_their_own_days(self):
        assert [parse_unit(text).bounds()[1].isoformat() for text in ("9999-11", "9999-12", "0001-01")] == [
            *("9999-11-30", "9999-12-31", "0001-01-31")
        ]

    @pytest.mark.parametrize(
        ("whole", "part", "holds"),
        [
            ("2018", "2018-01", True),
            ("2018", "2018-12-31", True),
            ("201X", "2018", True),
            ("2018-21", "2018-05", True),
            ("2018", "2018", False),
            ("2018-05", "2018-05", False),
            ("2018", "2017-12-31", False),
            ("2018", "2019-01-01", False),
            ("2018", "2018-24", False),
            ("2018-05", "2018", False),
        ],
    )
    def test_holds_what_is_finer_and_lies_within_it(self, whole, part, holds):
        assert parse_unit(whole).holds(parse_unit(part)) is holds

    @given(st.integers(1, 9998))
    def test_winter_is_december_to_the_end_of_february(self, year):
        first, last = parse_unit(f"{year:04d}-24").bounds()
        assert first == date(year, 12, 1)
        assert last == date(year + 1, 3, 1) - timedelta(days=1)
