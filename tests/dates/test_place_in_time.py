from datetime import date
from itertools import permutations

from hypothesis import given

from partnerships.dates import EARLIEST, LATEST, Moment, Period, parse, parse_moment, reading_key, reading_place

from .strategies import moments, periods, some

IN_ORDER = [
    "1949",
    "[2011..]",
    "2018-05-23",
    "[..2018-05-24]",
    "2018-05-24",
    "/2018-05-24",
    "2018-05-24/2018-05-26",
    "2018-05-24/",
    "[..2018]/..",
    "2019",
    "/..",
]


class TestReadingKey:
    def test_what_has_no_first_day_stands_at_its_last(self):
        assert reading_key(parse("[..2018-05-24]")) == (date(2018, 5, 24), date(2018, 5, 24))
        assert reading_key(parse("/2018-05-24")) == (date(2018, 5, 24), date(2018, 5, 24))

    def test_what_has_no_last_day_stands_at_its_first(self):
        assert reading_key(parse("[2018-05-24..]")) == (date(2018, 5, 24), LATEST)

    def test_period_that_began_by_a_day_stands_there_though_it_goes_on(self):
        assert reading_key(parse("[..2018-05-24]/..")) == (date(2018, 5, 24), LATEST)

    def test_what_has_no_day_at_all_stands_last(self):
        assert reading_key(None) == reading_key(parse("/..")) == reading_key(parse("/")) == (LATEST, LATEST)

    def test_order(self):
        keys = [reading_key(parse(text)) for text in IN_ORDER]
        assert keys == sorted(keys)
        for some_texts in permutations(IN_ORDER[:5]):
            found = sorted(some_texts, key=lambda text: reading_key(parse(text)))
            assert found.index("1949") == 0
            assert found.index("2018-05-23") == 2

    @some
    @given(moments())
    def test_moment_stands_within_its_bounds(self, moment: Moment):
        first, last = reading_key(moment)
        assert moment.earliest <= first <= last == moment.latest
        assert first != EARLIEST or moment.latest == EARLIEST
        assert reading_place(moment.earliest, moment.latest) == (first, last)

    @some
    @given(periods())
    def test_period_stands_within_its_bounds(self, period: Period):
        first, last = reading_key(period)
        assert period.start_earliest <= first <= last == period.end_latest


def test_moment_and_the_period_of_it_stand_at_one_place():
    assert reading_key(parse_moment("[..2018]")) == reading_key(parse("[..2018]/[..2018]"))
