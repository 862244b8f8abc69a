"""Our bounds against those of the ``edtf`` package: the same where we mean the same, and named where not."""

import math
import warnings
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from partnerships.dates import EARLIEST, LATEST, DateError, parse_moment, parse_period

from .strategies import days, decades, few, months, years

with warnings.catch_warnings():
    # Its grammar warns of itself where warnings are errors.
    warnings.simplefilter("ignore")
    import edtf


def theirs(text: str, kind: str = "strict") -> tuple[date, date]:
    """The bounds by the ``edtf`` package, as dates, without end where it says infinity."""
    parsed = edtf.parse_edtf(text)
    low, high = getattr(parsed, f"lower_{kind}")(), getattr(parsed, f"upper_{kind}")()
    return (
        EARLIEST if low == -math.inf else date(*low[:3]),
        LATEST if high == math.inf else date(*high[:3]),
    )


def ours(text: str) -> tuple[date, date]:
    if "/" in text:
        period = parse_period(text)
        return period.start_earliest, period.end_latest
    moment = parse_moment(text)
    return moment.earliest, moment.latest


class TestSame:
    @few
    @given(st.one_of(days(), months, years, decades))
    def test_units(self, text):
        assume(text != "000X")  # has year 0 in theirs
        assert ours(text) == theirs(text)

    @few
    @given(st.one_of(years, decades))
    def test_about_a_year_or_a_decade(self, text):
        assume(parse_moment(text).earliest.year > 10 and parse_moment(text).latest.year < 9990)
        assert ours(text + "~") == theirs(text + "~", "fuzzy")

    @few
    @given(years, st.sampled_from(["21", "22", "23"]))
    def test_seasons_but_winter(self, year, season):
        assert ours(f"{year}-{season}") == theirs(f"{year}-{season}")

    @few
    @given(st.one_of(days(), months, years), st.one_of(days(), months, years))
    def test_periods(self, start, end):
        assume(parse_moment(start).earliest <= parse_moment(end).latest)
        assert ours(f"{start}/{end}") == theirs(f"{start}/{end}")

    @few
    @given(years)
    def test_open_periods(self, year):
        assert ours(f"{year}/..") == theirs(f"{year}/..")
        assert ours(f"../{year}") == theirs(f"../{year}")

    @few
    @given(years, years)
    def test_spans(self, first, last):
        assume(first < last)
        for text in (f"[{first}..{last}]", f"[..{last}]", f"[{first}..]"):
            assert ours(text) == theirs(text)

    @pytest.mark.parametrize("text", ["2018-13", "2017-02-30", "1990s", "20180524", "2018-5", ""])
    def test_refused_by_both(self, text):
        with pytest.raises(edtf.parser.edtf_exceptions.EDTFParseException):
            edtf.parse_edtf(text)
        with pytest.raises(DateError):
            parse_moment(text)


class TestDifferent:
    def test_winter_is_three_months_not_december(self):
        # Sources say "winter 2017" for December to February; two thirds of it would be lost.
        assert theirs("2017-24") == (date(2017, 12, 1), date(2017, 12, 31))
        assert ours("2017-24") == (date(2017, 12, 1), date(2018, 2, 28))

    def test_end_not_known_is_not_ten_years(self):
        # Nothing says ten years; a guess would print as a fact.
        assert theirs("1990/") == (date(1990, 1, 1), date(2000, 1, 1))
        assert ours("1990/") == (date(1990, 1, 1), LATEST)
        assert theirs("/1990") == (date(1980, 12, 31), date(1990, 12, 31))
        assert ours("/1990") == (EARLIEST, date(1990, 12, 31))

    def test_reversed_period_is_refused(self):
        assert theirs("1993/1990") == (date(1993, 1, 1), date(1990, 12, 31))
        with pytest.raises(DateError):
            parse_period("1993/1990")

    def test_about_a_day_or_a_month_does_not_move_the_year(self):
        # Theirs widens the year, the month and the day together: about May 2018 from April 2017 on.
        assert theirs("2018-05~", "fuzzy") == (date(2017, 4, 1), date(2019, 6, 30))
        assert ours("2018-05~") == (date(2018, 4, 1), date(2018, 6, 30))
        assert theirs("2018-05-24~", "fuzzy") == (date(2017, 4, 23), date(2019, 6, 25))
        assert ours("2018-05-24~") == (date(2018, 5, 23), date(2018, 5, 25))

    def test_uncertain_moves_nothing(self):
        # "?" doubts the source, it does not say by how much; and "%" widens once, not twice.
        assert theirs("2018?", "fuzzy") == (date(2017, 1, 1), date(2019, 12, 31))
        assert ours("2018?") == (date(2018, 1, 1), date(2018, 12, 31))
        assert theirs("2018%", "fuzzy") == (date(2016, 1, 1), date(2020, 12, 31))
        assert ours("2018%") == (date(2017, 1, 1), date(2019, 12, 31))

    def test_day_that_never_was_is_refused(self):
        # Theirs knows that February has no 30th, not that 2017 was no leap year.
        assert tuple(edtf.parse_edtf("2017-02-29").lower_strict())[:3] == (2017, 2, 29)
        with pytest.raises(DateError):
            parse_moment("2017-02-29")

    @pytest.mark.parametrize("text", ["2018-21~", "/", "[1990..1993]/1995"])
    def test_read_by_us_alone(self, text):
        with pytest.raises(edtf.parser.edtf_exceptions.EDTFParseException):
            edtf.parse_edtf(text)
        assert parse_period(text).edtf == text

    @pytest.mark.parametrize("text", ["0000", "-0044", "Y17000000002", "{1960,1961}", "19XX", "2018-05-24T10:00:00"])
    def test_read_by_them_alone(self, text):
        # No date of the register needs these.
        edtf.parse_edtf(text)
        with pytest.raises(DateError):
            parse_moment(text)

    def test_bounds_are_clipped_to_years_one_to_9999(self):
        assert edtf.parse_edtf("0001~").lower_fuzzy()[0] == 0
        assert ours("0001~") == (EARLIEST, date(2, 12, 31))
        assert edtf.parse_edtf("000X").lower_strict()[0] == 0
        assert ours("000X") == (EARLIEST, date(9, 12, 31))
