"""Sets of days are sets: cut, joined and taken away they hold the days that they should, and no two spans touch."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.days import (
    ALWAYS,
    NEVER,
    ByYear,
    Span,
    day_after,
    day_before,
    days,
    days_of,
    from_after,
    until_before,
)

BEGIN = date(2018, 5, 1)
NUMBERS = range(14)
edges = st.sampled_from([EARLIEST, LATEST, *(BEGIN + timedelta(number) for number in NUMBERS)])
spans = st.builds(Span, edges, edges)
several = st.lists(spans, max_size=4).map(days)
ASKED = [EARLIEST, *(BEGIN + timedelta(number) for number in range(-1, 15)), LATEST]


def held(some):
    return {day for day in ASKED if day in some}


@given(several, several)
def test_are_cut_joined_and_taken_away(one, other):
    assert held(one & other) == held(one) & held(other)
    assert held(one | other) == held(one) | held(other)
    assert held(one - other) == held(one) - held(other)
    for some in (one & other, one | other, one - other):
        assert all(day_after(first.last) < then.first for first, then in zip(some.spans, some.spans[1:], strict=False))
        assert all(some.spans)


@given(several, spans.filter(bool))
def test_say_what_of_a_span_they_hold(some, span):
    assert list(some.meeting(span)) == [one for one in some if one & span]
    assert some.covers(span) == (days_of(span) - some == NEVER)


def test_none_that_came_of_others_are_cut_as_none():
    first, second = days_of(Span(BEGIN, BEGIN)), days_of(Span(BEGIN + timedelta(2), BEGIN + timedelta(2)))
    none = first & second
    assert not none
    assert list(none & second) == list(second & none) == []
    assert list((first | second) & none) == list(none - first) == []


def test_empty_and_endless_spans():
    assert days_of(Span(BEGIN, BEGIN - timedelta(1))) is NEVER
    assert days_of(Span(EARLIEST, LATEST)) is ALWAYS
    assert (until_before(EARLIEST), from_after(LATEST)) == (Span(LATEST, EARLIEST), Span(LATEST, EARLIEST))
    assert (day_before(EARLIEST), day_after(LATEST)) == (EARLIEST, LATEST)
    assert (until_before(BEGIN).last, from_after(BEGIN).first) == (day_before(BEGIN), day_after(BEGIN))


some_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


class TestByTheYear:
    @given(st.lists(st.tuples(some_days, some_days, st.integers(1, 9)), max_size=30), some_days, some_days)
    @example([(date(1, 1, 1), date(9999, 12, 31), 1)], date(2000, 1, 1), date(2000, 1, 1))
    @example([(date(2000, 5, 1), date(2000, 6, 1), 1)], date(1, 1, 1), date(9999, 12, 31))
    @example([(date(1999, 12, 31), date(2000, 1, 1), 1)], date(2000, 1, 1), date(2000, 1, 1))
    def test_what_is_found_are_those_whose_days_meet_the_days_asked_for(self, spans, first, last):
        spans = [(min(one, other), max(one, other), number) for one, other, number in spans]
        first, last = sorted((first, last))
        there = {number for begun, ended, number in spans if begun <= last and ended >= first}
        assert ByYear(spans).meeting(first, last) == there
