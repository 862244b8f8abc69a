from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partnerships.dates import (
    EARLIEST,
    LATEST,
    DateError,
    Edge,
    Moment,
    Period,
    Precision,
    parse,
    parse_moment,
    parse_period,
)
from partnerships.dates import edtf as notation

from .strategies import moments, periods, some


def bounds(text: str) -> tuple[str, str]:
    moment = parse_moment(text)
    return moment.earliest.isoformat(), moment.latest.isoformat()


class TestMoment:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest", "precision"),
        [
            ("2018-05-24", "2018-05-24", "2018-05-24", Precision.DAY),
            ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH),
            ("2018-21", "2018-03-01", "2018-05-31", Precision.SEASON),
            ("2018-22", "2018-06-01", "2018-08-31", Precision.SEASON),
            ("2018-23", "2018-09-01", "2018-11-30", Precision.SEASON),
            ("2017-24", "2017-12-01", "2018-02-28", Precision.SEASON),
            ("2015-24", "2015-12-01", "2016-02-29", Precision.SEASON),
            ("2011", "2011-01-01", "2011-12-31", Precision.YEAR),
            ("199X", "1990-01-01", "1999-12-31", Precision.DECADE),
            ("[1990..1993]", "1990-01-01", "1993-12-31", Precision.SPAN),
            ("[2018-05-24..2018-06]", "2018-05-24", "2018-06-30", Precision.SPAN),
            ("[199X..2004-21]", "1990-01-01", "2004-05-31", Precision.SPAN),
            ("[..2010]", "0001-01-01", "2010-12-31", Precision.BEFORE),
            ("[2018-07-01..]", "2018-07-01", "9999-12-31", Precision.AFTER),
        ],
    )
    def test_bounds_and_precision(self, text, earliest, latest, precision):
        moment = parse_moment(text)
        assert (*bounds(text), moment.precision) == (earliest, latest, precision)
        assert moment.edtf == str(moment) == text

    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("2018-03-01~", "2018-02-28", "2018-03-02"),
            ("2018-05~", "2018-04-01", "2018-06-30"),
            ("2018-01~", "2017-12-01", "2018-02-28"),
            ("2018-21~", "2017-12-01", "2018-08-31"),
            ("2017-24~", "2017-09-01", "2018-05-31"),
            ("2011~", "2010-01-01", "2012-12-31"),
            ("199X~", "1980-01-01", "2009-12-31"),
        ],
    )
    def test_about_widens_each_bound_by_one_unit(self, text, earliest, latest):
        assert bounds(text) == bounds(text.replace("~", "%")) == (earliest, latest)

    @pytest.mark.parametrize("text", ["2018-05-24", "2018-05", "2018-24", "2018", "201X"])
    def test_uncertain_moves_no_bound(self, text):
        assert bounds(text + "?") == bounds(text)

    def test_signs_are_told_apart(self):
        told = {
            sign: (parse_moment("2011" + sign).approximate, parse_moment("2011" + sign).uncertain) for sign in "~?%"
        }
        assert told == {"~": (True, False), "?": (False, True), "%": (True, True)}

    @pytest.mark.parametrize("unit", ["0001", "0001-01", "0001-01-01", "0001-21", "000X", "001X"])
    def test_about_the_first_days_is_clipped(self, unit):
        assert parse_moment(unit + "~").earliest == EARLIEST

    @pytest.mark.parametrize("unit", ["9999", "9999-12", "9999-12-31", "9999-24", "9999-23", "999X"])
    def test_about_the_last_days_is_clipped(self, unit):
        assert parse_moment(unit + "~").latest == LATEST

    def test_winter_9999_ends_with_the_calendar(self):
        assert bounds("9999-24") == ("9999-12-01", "9999-12-31")

    def test_first_decade_begins_with_year_one(self):
        assert bounds("000X") == ("0001-01-01", "0009-12-31")

    def test_span_between_equal_ends_is_that_unit(self):
        assert parse_moment("[2010..2010]") == parse_moment("2010")

    @pytest.mark.parametrize("text", ["[2018..2018-05]", "[2018-05..2018]", "[2018-05-24..2018-05]"])
    def test_span_may_hold_its_own_end(self, text):
        assert parse_moment(text).earliest <= parse_moment(text).latest

    @some
    @given(moments())
    def test_bounds_are_in_order_and_the_notation_is_canonical(self, moment: Moment):
        assert EARLIEST <= moment.earliest <= moment.latest <= LATEST
        assert parse(moment.edtf) == moment


class TestPeriod:
    @pytest.mark.parametrize(
        ("text", "start_edge", "end_edge"),
        [
            ("2004/2009", Edge.KNOWN, Edge.KNOWN),
            ("2018-07-01/..", Edge.KNOWN, Edge.OPEN),
            ("2018-07-01/", Edge.KNOWN, Edge.UNKNOWN),
            ("../2011", Edge.OPEN, Edge.KNOWN),
            ("/2011", Edge.UNKNOWN, Edge.KNOWN),
            ("/", Edge.UNKNOWN, Edge.UNKNOWN),
            ("../..", Edge.OPEN, Edge.OPEN),
            ("../", Edge.OPEN, Edge.UNKNOWN),
            ("/..", Edge.UNKNOWN, Edge.OPEN),
            ("[1990..1993]/[..2004-05]", Edge.KNOWN, Edge.KNOWN),
        ],
    )
    def test_edges(self, text, start_edge, end_edge):
        period = parse_period(text)
        assert (period.start_edge, period.end_edge, period.edtf) == (start_edge, end_edge, text)
        assert (period.start is not None, period.end is not None) == (start_edge is Edge.KNOWN, end_edge is Edge.KNOWN)
        assert not period.is_single

    def test_still_going_on_and_end_not_known_are_different(self):
        assert parse_period("2018/..") != parse_period("2018/")

    def test_each_end_has_its_own_precision(self):
        period = parse_period("2016-03-03~/201X?")
        ends = parse_moment("2016-03-03~"), parse_moment("201X?")
        assert (period.start, period.end) == ends

    @pytest.mark.parametrize("text", ["2017-10-31", "2017-10", "2017~", "[1990..1993]"])
    def test_single_moment_is_both_ends(self, text):
        period = parse_period(text)
        assert period.is_single
        assert period.edtf == text
        assert period.start == period.end == parse_moment(text)
        assert period.start_edge is period.end_edge is Edge.KNOWN

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2004/2009", "2004-01-01 2004-12-31 2009-01-01 2009-12-31"),
            ("2017-10", "2017-10-01 2017-10-31 2017-10-01 2017-10-31"),
            ("2018-07-01/", "2018-07-01 2018-07-01 2018-07-01 9999-12-31"),
            ("2018/..", "2018-01-01 2018-12-31 2018-01-01 9999-12-31"),
            ("/2011", "0001-01-01 2011-12-31 2011-01-01 2011-12-31"),
            ("../2011", "0001-01-01 2011-12-31 2011-01-01 2011-12-31"),
            ("/", "0001-01-01 9999-12-31 0001-01-01 9999-12-31"),
            ("../..", "0001-01-01 9999-12-31 0001-01-01 9999-12-31"),
            # No period ends before it starts, so each end limits the other.
            ("2018-05-24/2018", "2018-05-24 2018-05-24 2018-05-24 2018-12-31"),
            ("2018/2018-05-24", "2018-01-01 2018-05-24 2018-05-24 2018-05-24"),
            ("2004/[..2009]", "2004-01-01 2004-12-31 2004-01-01 2009-12-31"),
        ],
    )
    def test_four_bounds(self, text, expected):
        period = parse_period(text)
        found = period.start_earliest, period.start_latest, period.end_earliest, period.end_latest
        assert " ".join(day.isoformat() for day in found) == expected

    @pytest.mark.parametrize("text", ["1993/1990", "2018-05-24/2018-05-23", "2018-06/2018-05", "[2012..]/2011"])
    def test_refused_if_it_certainly_ends_before_it_starts(self, text):
        with pytest.raises(DateError, match="before it starts"):
            parse_period(text)

    @pytest.mark.parametrize("text", ["2018-05-24/2018", "2018/2018-05", "2011~/2010", "2018-12/2018-24", "2018/2018"])
    def test_kept_if_it_may_be_in_order(self, text):
        assert parse_period(text).edtf == text

    @some
    @given(periods())
    def test_bounds_are_in_order_and_the_notation_is_canonical(self, period: Period):
        assert EARLIEST <= period.start_earliest <= period.start_latest <= LATEST
        assert EARLIEST <= period.end_earliest <= period.end_latest <= LATEST
        assert period.start_earliest <= period.end_earliest
        assert period.start_latest <= period.end_latest
        assert parse_period(period.edtf) == period

    @some
    @given(periods())
    def test_parse_knows_a_period_by_its_slash(self, period: Period):
        assert isinstance(parse(period.edtf), Moment if period.is_single else Period)


class TestSorting:
    def test_by_earliest_then_latest_day(self):
        texts = ["2018", "2018-01-01", "[..2010]", "2018-01", "199X", "2011~"]
        ordered = sorted(texts, key=lambda text: parse_moment(text).sort_key)
        assert ordered == ["[..2010]", "199X", "2011~", "2018-01-01", "2018-01", "2018"]

    def test_is_not_the_order_of_the_texts(self):
        assert parse_moment("2011~").sort_key < parse_moment("2011").sort_key
        assert parse_moment("2017-24").sort_key < parse_moment("2018-01").sort_key

    @some
    @given(periods())
    def test_key_of_a_period_is_never_empty(self, period: Period):
        assert all(isinstance(day, date) for day in period.sort_key)


REFUSED = [
    ("", "is expected"),
    ("2018-13", "month 13"),
    ("2018-00", "month 00"),
    ("2018-20", "month 20"),
    ("2018-25", "month 25"),
    ("2018-21-03", "month 21"),
    ("2017-02-30", "day 30"),
    ("2017-02-29", "28 days"),
    ("1900-02-29", "28 days"),
    ("2018-05-00", "day 0"),
    ("0000", "0001 to 9999"),
    ("0000-05", "0001 to 9999"),
    ("10000", "is not a date"),
    ("-2018", "is not a date"),
    ("99", "is not a date"),
    ("2018-5-24", "is not a date"),
    ("20180524", "is not a date"),
    ("2018-05-24T10:00", "without a time"),
    ("OCT 2018", "is not a date"),
    ("2018-05-24\n", "Leave out the blanks"),
    (" 2018", "Leave out the blanks"),
    ("2018\0", "is not a date"),
    ("199x", "is not a date"),
    ("199X-05", "is not a date"),
    ("19XX", "is not a date"),
    ("2018é", "is not a date"),
    ("١٩٩٠", "digits 0 to 9"),
    ("２０１８", "digits 0 to 9"),
    ("2018²", "digits 0 to 9"),
    ("2018?~", "once, at the end"),
    ("~2018", "once, at the end"),
    ("2018~-05", "once, at the end"),
    ("[1993..1990]", "wrong way round"),
    ("[2018-06..2018-05]", "wrong way round"),
    ("[..]", "at least one end"),
    ("[1990]", "somewhere in a span"),
    ("[1990", "somewhere in a span"),
    ("1990]", "somewhere in a span"),
    ("[1990..1993", "somewhere in a span"),
    ("1990..1993]", "somewhere in a span"),
    ("1990..1993", "somewhere in a span"),
    ("[1990..1993]~", "somewhere in a span"),
    ("[1990~..1993]", "carry no ~, \\? or %"),
    ("[1990..1991..1993]", "somewhere in a span"),
    ("[1990,1993]", "somewhere in a span"),
    ("..", "somewhere in a span"),
    ("2018/2019/2020", "one slash"),
    ("2018/x", "is not a date"),
    (" 2018/2019", "blanks around “2018/2019”"),
    ("9" * 100, "is not a date"),
    ("9" * 101, "too long"),
    ("9" * 10_000, "too long"),
    ("[" * 10_000, "too long"),
]


class TestRefusals:
    @pytest.mark.parametrize(("text", "said"), REFUSED, ids=[repr(text[:20]) for text, _ in REFUSED])
    def test_sentence_names_what_is_wrong(self, text, said):
        with pytest.raises(DateError, match=said):
            parse(text)

    def test_moment_is_not_a_period(self):
        with pytest.raises(DateError, match="single date"):
            parse_moment("2018/2019")
        # Two slashes are of no period either: it is said what a date is.
        with pytest.raises(DateError, match="is not a date"):
            parse_moment("24/05/2018")

    def test_sentence_stays_short_and_on_one_line(self):
        with pytest.raises(DateError) as caught:
            parse_moment("x\n\0" * 30)
        assert len(str(caught.value)) < 250
        assert str(caught.value).isprintable()

    @some
    @given(st.one_of(st.text(max_size=40), st.text(alphabet="0123456789X-~?%[]./ \0", max_size=30)))
    @example("\ud800")
    @example("[")
    @example("[]")
    @example("]")
    @example("~")
    @example("9999-12-31~/9999-12-31~")
    def test_no_text_raises_anything_else(self, text):
        for function in (parse, parse_moment, parse_period):
            with suppress(DateError):
                function(text)


def test_days_in_which_the_dates_of_a_large_register_lie_are_each_read_once(monkeypatch):
    days = [(date(1980, 1, 1) + timedelta(number)).isoformat() for number in range(40 * 365)]
    for day in days:
        parse_moment(day)
    monkeypatch.setattr(notation, "moment_on", None)
    assert [parse_moment(day).edtf for day in days] == days
