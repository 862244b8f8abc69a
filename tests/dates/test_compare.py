from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.dates import (
    EARLIEST,
    LATEST,
    Certainty,
    Edge,
    Period,
    contains,
    overlaps,
    parse,
    parse_moment,
    parse_period,
)

from .strategies import periods, some

CERTAINLY, POSSIBLY, NOT = Certainty.CERTAINLY, Certainty.POSSIBLY, Certainty.NOT
TODAY = date(2026, 3, 15)


def on(text: str, day: str, today: date = TODAY) -> Certainty:
    return contains(parse_period(text), date.fromisoformat(day), today=today)


class TestContains:
    @pytest.mark.parametrize(
        ("text", "day", "expected"),
        [
            # Both ends count as in.
            ("2018-07-01/2025-01-31", "2018-06-30", NOT),
            ("2018-07-01/2025-01-31", "2018-07-01", CERTAINLY),
            ("2018-07-01/2025-01-31", "2025-01-31", CERTAINLY),
            ("2018-07-01/2025-01-31", "2025-02-01", NOT),
            # Certain only from the latest start to the earliest end.
            ("2004/2009", "2003-12-31", NOT),
            ("2004/2009", "2004-01-01", POSSIBLY),
            ("2004/2009", "2004-06-01", POSSIBLY),
            ("2004/2009", "2004-12-30", POSSIBLY),
            ("2004/2009", "2009-12-31", POSSIBLY),
            ("2004/2009", "2004-12-31", CERTAINLY),
            ("2004/2009", "2009-01-01", CERTAINLY),
            ("2004/2009", "2009-01-02", POSSIBLY),
            ("2004/2009", "2010-01-01", NOT),
            ("2004~/2009", "2003-06-01", POSSIBLY),
            ("2004~/2009", "2005-12-30", POSSIBLY),
            ("[1990..1993]/1995", "1993-12-31", CERTAINLY),
            # One moment: a day is certain, a month is not on any of its days.
            ("2017-10-31", "2017-10-31", CERTAINLY),
            ("2017-10-31", "2017-11-01", NOT),
            ("2017-10", "2017-10-15", POSSIBLY),
            ("2017-10-31~", "2017-10-31", POSSIBLY),
            ("2017-10-31?", "2017-10-31", CERTAINLY),
            # Still going on: certain until today, possible after, and never certain in 2090.
            ("2018-07-01/..", "2018-06-30", NOT),
            ("2018-07-01/..", "2026-03-15", CERTAINLY),
            ("2018-07-01/..", "2026-03-16", POSSIBLY),
            ("2018-07-01/..", "2090-01-01", POSSIBLY),
            ("2018/..", "2018-07-01", POSSIBLY),
            # Announced for later: certain on its first day at most.
            ("2027-01-01/..", "2026-12-31", NOT),
            ("2027-01-01/..", "2027-01-01", CERTAINLY),
            ("2027-01-01/..", "2027-01-02", POSSIBLY),
            # End not known: the known first day is certain, nothing else.
            ("2018-07-01/", "2018-07-01", CERTAINLY),
            ("2018-07-01/", "2018-07-02", POSSIBLY),
            ("2018-07-01/", "2018-06-30", NOT),
            ("2018/", "2018-12-31", POSSIBLY),
            ("2018/", "2019-12-31", POSSIBLY),
            # Start not known: the known last day.
            ("/2011-05-24", "2011-05-24", CERTAINLY),
            ("/2011-05-24", "2011-05-23", POSSIBLY),
            ("/2011-05-24", "2011-05-25", NOT),
            ("/2011", "1950-01-01", POSSIBLY),
            ("/..", "2026-03-15", POSSIBLY),
            ("/", "2018-01-01", POSSIBLY),
            # Without beginning: it has always been.
            ("../2011", "1950-01-01", CERTAINLY),
            ("../2011", "2011-06-01", POSSIBLY),
            ("../..", "2026-03-15", CERTAINLY),
            ("../..", "2026-03-16", POSSIBLY),
            ("../", "2018-01-01", POSSIBLY),
        ],
    )
    def test_on_a_day(self, text, day, expected):
        assert on(text, day) is expected

    def test_year_does_not_end_on_its_first_day(self):
        # The trap of dates kept as text: a tenure "until 2026" is possible all through 2026.
        assert on("2018-07-01/2026", "2026-01-01") is CERTAINLY
        assert on("2018-07-01/2026", "2026-01-02") is on("2018-07-01/2026", "2026-12-31") is POSSIBLY
        assert on("2018-07-01/2026", "2027-01-01") is NOT

    def test_today_is_asked_of_the_caller_each_time(self):
        assert on("2018-07-01/..", "2030-01-01", date(2029, 1, 1)) is POSSIBLY
        assert on("2018-07-01/..", "2030-01-01", date(2031, 1, 1)) is CERTAINLY
        with pytest.raises(TypeError):
            contains(parse_period("2018/.."), date(2020, 1, 1))  # pyright: ignore[reportCallIssue]

    @some
    @given(periods(), st.dates(), st.dates())
    def test_agrees_with_the_bounds(self, period: Period, day: date, today: date):
        answer = contains(period, day, today=today)
        possible = period.start_earliest <= day <= period.end_latest
        assert (answer is NOT) == (not possible)
        if Edge.OPEN not in (period.start_edge, period.end_edge):
            assert (answer is CERTAINLY) == (period.start_latest <= day <= period.end_earliest)

    @some
    @given(periods(), st.dates(), st.integers(0, 400))
    def test_certain_days_are_without_gap(self, period: Period, today: date, step: int):
        first = period.start_latest
        if period.end_edge is Edge.KNOWN and first <= period.end_earliest:
            day = first + timedelta(days=min(step, (period.end_earliest - first).days))
            assert contains(period, day, today=today) is CERTAINLY


class TestOverlaps:
    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            ("2004/2009", "2008/2012", CERTAINLY),
            ("2004/2009", "2009/2012", POSSIBLY),
            ("2004/2009", "2010/2012", NOT),
            ("2004-01-01/2009-05-24", "2009-05-24/2012", CERTAINLY),
            ("2018/..", "2019/..", CERTAINLY),
            ("2018/", "2019/", POSSIBLY),
            ("2018/..", "2030/..", POSSIBLY),
            ("2018/..", "2010/2017", NOT),
            ("2018-05-24", "2018", POSSIBLY),
            ("2018-05-24", "2018-01-01/2018-12-31", CERTAINLY),
            ("2018-05", "2018-01-01/2018-12-31", CERTAINLY),
            ("2018-05", "2018-05-15/2018-12-31", POSSIBLY),
            ("2018-05", "2018-06-01/..", NOT),
            ("../2011", "1950-01-01", CERTAINLY),
            ("/2011", "1950-01-01", POSSIBLY),
            ("2018-05-24", "2018-05-24", CERTAINLY),
            ("2018", "2018", POSSIBLY),
        ],
    )
    def test_answers_both_ways_round(self, a, b, expected):
        assert overlaps(parse(a), parse(b), today=TODAY) is overlaps(parse(b), parse(a), today=TODAY) is expected

    def test_asks_for_today_when_not_told(self, monkeypatch):
        monkeypatch.setattr("partnerships.dates.clock.today", lambda: date(2020, 1, 1))
        assert overlaps(parse("2018/.."), parse("2025-01-01/2025-12-31")) is POSSIBLY
        monkeypatch.setattr("partnerships.dates.clock.today", lambda: date(2026, 1, 1))
        assert overlaps(parse("2018/.."), parse("2025-01-01/2025-12-31")) is CERTAINLY

    @some
    @given(periods(), st.dates(EARLIEST, LATEST), st.dates())
    def test_with_a_known_day_is_containing_it(self, period: Period, day: date, today: date):
        moment = parse_moment(day.isoformat())
        assert overlaps(period, moment, today=today) is contains(period, day, today=today)
