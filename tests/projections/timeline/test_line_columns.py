"""What is kept of a line, and its place."""

import pytest

from partnerships import dates
from partnerships.models import Decision
from partnerships.models.timeline import AFTER, BEFORE, ENDED, GOING_ON, LONGER, STARTED
from partnerships.projections.timeline.line_columns import COLUMNS, line_columns, made, moment_columns
from partnerships.projections.timeline.line_columns import length as length_of


def place(text, **options):
    return line_columns("tenure", "t", "m", dates.parse_moment(text), "main", **options)[-1]


class TestContent:
    def test_holds_every_column_in_order(self):
        line = made(moment_columns("decision", Decision(key="d"), "on", dates.parse_moment("2018-05")))
        assert [str(getattr(line, name)) for name in COLUMNS] == [
            *("decision", "d", "on", "2018-05-01", "2018-05-31", "False", "main", "1"),
            "2018-05-01 2018-05-31 1 decision d on",
        ]

    def test_says_that_one_side_is_open(self):
        assert line_columns("tenure", "t", "m", dates.parse_moment("[2018..]"), "main")[5]
        assert not line_columns("tenure", "t", "m", dates.parse_moment("2018"), "main")[5]

    def test_tells_which_side_of_a_period_is_known_where_the_other_is_not(self):
        for period, length in (
            ("2018/", STARTED),
            ("2018/..", GOING_ON),
            ("/2018", ENDED),
            ("[2018..]/", AFTER),
            ("/[..2018]", BEFORE),
            ("/", BEFORE),
        ):
            when = dates.parse_period(period)
            assert made(line_columns("visit", "v", "on", when, "main")).length == length, period

    @pytest.mark.parametrize(
        ("period", "length"),
        [
            ("2018-05-24", 0),
            ("2018-05-01/2018-06-01", 1),
            ("2018-05-01/2018-06-02", 2),
            ("2018", 3),
            ("2017/2018", 4),
            ("2000/2018", LONGER),
        ],
    )
    def test_reaches_as_far_as_its_class_of_length(self, period, length):
        assert length_of(dates.parse_period(period)) == length


class TestPlace:
    def test_what_ends_on_a_day_comes_before_what_begins(self):
        assert place("2018-07-01", ends=True) < place("2018-07-01")

    def test_date_without_a_first_day_stands_at_its_last(self):
        assert place("[..2018-07-01]") > place("2018-06-30")

    def test_what_decides_among_its_own_comes_before_the_kind(self):
        assert place("2018-07-01", among="1") > place("2018-07-01", among="0")
