"""A moment, and a period with its four bounds."""

from dataclasses import replace
from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST, parse_moment, parse_period
from partnerships.dates.moments import SPANS, Edge, Precision, as_period, known_moments


class TestMoment:
    def test_is_its_notation(self):
        assert str(parse_moment("2018-05~")) == "2018-05~"

    def test_is_sorted_by_its_earliest_day_then_its_latest(self):
        year, january, day, later = (parse_moment(text) for text in ("2018", "2018-01", "2018-01-01", "2018-01-02"))
        assert sorted([later, year, january, day], key=lambda one: one.sort_key) == [day, january, year, later]

    def test_is_the_same_whatever_was_said_of_it(self):
        moment = parse_moment("[2018..2019]")
        assert replace(moment, saying=None, first=None, last=None) == moment
        assert replace(moment, uncertain=True) != moment

    def test_spans_are_those_in_brackets(self):
        assert set(SPANS) == {parse_moment(text).precision for text in ("[2018..2020]", "[..2018]", "[2018..]")}
        assert parse_moment("199X").precision is Precision.DECADE


class TestBounds:
    """What is not known of one end is bounded by the other: no period ends before it starts."""

    @pytest.mark.parametrize(
        ("notation", "start_earliest", "start_latest", "end_earliest", "end_latest"),
        [
            ("2004/2009", date(2004, 1, 1), date(2004, 12, 31), date(2009, 1, 1), date(2009, 12, 31)),
            # A start in the year of an end is not after the end, and the other way.
            ("2004/2004-03-05", date(2004, 1, 1), date(2004, 3, 5), date(2004, 3, 5), date(2004, 3, 5)),
            ("2004-03-05/2004", date(2004, 3, 5), date(2004, 3, 5), date(2004, 3, 5), date(2004, 12, 31)),
            ("2004-03/", date(2004, 3, 1), date(2004, 3, 31), date(2004, 3, 1), LATEST),
            ("2004-03/..", date(2004, 3, 1), date(2004, 3, 31), date(2004, 3, 1), LATEST),
            ("/2004-03", EARLIEST, date(2004, 3, 31), date(2004, 3, 1), date(2004, 3, 31)),
            ("../2004-03", EARLIEST, date(2004, 3, 31), date(2004, 3, 1), date(2004, 3, 31)),
            ("/", EARLIEST, LATEST, EARLIEST, LATEST),
            ("../..", EARLIEST, LATEST, EARLIEST, LATEST),
            ("2004-03", date(2004, 3, 1), date(2004, 3, 31), date(2004, 3, 1), date(2004, 3, 31)),
        ],
    )
    def test_of(self, notation, start_earliest, start_latest, end_earliest, end_latest):
        period = parse_period(notation)
        assert period.start_earliest == start_earliest
        assert period.start_latest == start_latest
        assert period.end_earliest == end_earliest
        assert period.end_latest == end_latest
        assert period.sort_key == (start_earliest, end_latest)
        assert str(period) == notation


class TestEdges:
    @pytest.mark.parametrize(
        ("notation", "start", "end"),
        [
            ("2004/", Edge.KNOWN, Edge.UNKNOWN),
            ("2004/..", Edge.KNOWN, Edge.OPEN),
            ("/2004", Edge.UNKNOWN, Edge.KNOWN),
            ("../2004", Edge.OPEN, Edge.KNOWN),
        ],
    )
    def test_without_a_date_have_no_moment(self, notation, start, end):
        period = parse_period(notation)
        assert (period.start_edge, period.end_edge) == (start, end)
        assert [period.start is None, period.end is None] == [edge is not Edge.KNOWN for edge in (start, end)]

    def test_single_moment_is_both_ends_and_no_side(self):
        assert parse_period("2004").is_single
        assert not parse_period("2004/2004").is_single


class TestKnownMoments:
    def test_are_the_ends_that_are_known_each_once(self):
        assert [str(one) for one in known_moments(parse_period("2004/2009"))] == ["2004", "2009"]
        assert [str(one) for one in known_moments(parse_period("2004"))] == ["2004"]
        assert [str(one) for one in known_moments(parse_period("/2009"))] == ["2009"]
        assert known_moments(parse_period("../")) == []

    def test_of_a_moment_are_itself(self):
        moment = parse_moment("2004")
        assert known_moments(moment) == [moment]


class TestAsPeriod:
    def test_moment_starts_and_ends_with_itself(self):
        moment = parse_moment("2004-03~")
        period = as_period(moment)
        assert (period.start, period.end, period.edtf) == (moment, moment, "2004-03~")
        assert (period.start_edge, period.end_edge, period.is_single) == (Edge.KNOWN, Edge.KNOWN, True)

    def test_period_stays_as_it_is(self):
        period = parse_period("2004/")
        assert as_period(period) is period
