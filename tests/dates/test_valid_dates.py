"""What can be a date, made of its numbers; what cannot is refused with a sentence."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from partnerships.dates import DateError, Edge, parse_moment
from partnerships.dates.sayings import Doubt
from partnerships.dates.valid_dates import make_moment, make_period, make_span, make_unit, moment_on

pytestmark = pytest.mark.usefixtures("english")


class TestUnit:
    @pytest.mark.parametrize(
        ("numbers", "notation"),
        [((2018,), "2018"), ((2018, 5), "2018-05"), ((2018, 21), "2018-21"), ((2018, 24), "2018-24")]
        + [((2016, 2, 29), "2016-02-29"), ((1, 1, 1), "0001-01-01"), ((9999, 12, 31), "9999-12-31")],
    )
    def test_is_as_fine_as_its_numbers(self, numbers, notation):
        assert make_unit(*numbers).notation == notation

    @pytest.mark.parametrize(
        ("numbers", "said"),
        [
            ((0,), "Years go from 0001 to 9999; there is no year 0000."),
            ((10_000,), "Years go from 0001 to 9999; there is no year 10000."),
            ((2018, 13), "There is no month 13: months go from 01 to 12, seasons from 21 (spring) to 24 (winter)."),
            ((2018, 20), "There is no month 20: months go from 01 to 12, seasons from 21 (spring) to 24 (winter)."),
            ((2018, 25), "There is no month 25: months go from 01 to 12, seasons from 21 (spring) to 24 (winter)."),
            ((2018, 21, 1), "There is no month 21: months go from 01 to 12, seasons from 21 (spring) to 24 (winter)."),
            ((2018, 2, 29), "There is no day 29 in that month: it has 28 days."),
            ((2018, 5, 0), "There is no day 0 in that month: it has 31 days."),
        ],
    )
    def test_there_is_none_of_these(self, numbers, said):
        with pytest.raises(DateError) as refused:
            make_unit(*numbers)
        assert str(refused.value) == said


class TestMoment:
    @pytest.mark.parametrize(
        ("flags", "notation"),
        [
            ({}, "2018"),
            ({"approximate": True}, "2018~"),
            ({"doubt": Doubt.PROBABLY}, "2018?"),
            ({"approximate": True, "doubt": Doubt.UNSURE}, "2018%"),
        ],
    )
    def test_carries_its_sign(self, flags, notation):
        moment = make_moment(make_unit(2018), **flags)
        assert (moment.edtf, moment) == (notation, parse_moment(notation))


class TestSpan:
    def test_of_one_day_in_two_ways_is_one(self):
        day, month = make_unit(2018, 5, 31), make_unit(2018, 5)
        assert make_span(day, month).edtf == "[2018-05-31..2018-05]"

    def test_wrong_way_round_is_refused(self):
        with pytest.raises(DateError, match="wrong way round"):
            make_span(make_unit(2018), make_unit(2017))

    def test_without_an_end_is_refused(self):
        with pytest.raises(DateError, match="at least one end"):
            make_span(None, None)


class TestPeriod:
    @pytest.mark.parametrize(
        ("first", "last", "notation"),
        [
            (Edge.OPEN, Edge.UNKNOWN, "../"),
            (Edge.UNKNOWN, Edge.OPEN, "/.."),
            (Edge.OPEN, Edge.OPEN, "../.."),
            (Edge.UNKNOWN, Edge.UNKNOWN, "/"),
        ],
    )
    def test_without_ends_says_of_each_whether_there_is_none(self, first, last, notation):
        assert make_period(None, None, first, last).edtf == notation

    def test_may_begin_and_end_on_one_day(self):
        day = moment_on(date(2018, 7, 1))
        assert make_period(day, day, Edge.KNOWN, Edge.KNOWN).edtf == "2018-07-01/2018-07-01"

    def test_that_ends_before_it_starts_is_refused(self):
        first, last = moment_on(date(2018, 7, 2)), moment_on(date(2018, 7, 1))
        with pytest.raises(DateError) as refused:
            make_period(first, last, Edge.KNOWN, Edge.KNOWN)
        with override("en"):
            assert str(refused.value) == "The period ends (1 July 2018) before it starts (2 July 2018)."
        with override("fr"):
            assert str(refused.value) == "La période finit (1er juillet 2018) avant de commencer (2 juillet 2018)."

    def test_of_one_day_ends_with_it(self):
        day = moment_on(date(2018, 7, 1))
        assert make_period(day, day, Edge.KNOWN, Edge.KNOWN).edtf == "2018-07-01/2018-07-01"


class TestMomentOn:
    @given(st.dates())
    def test_is_the_moment_that_the_day_writes(self, day):
        assert moment_on(day) == parse_moment(day.isoformat())
