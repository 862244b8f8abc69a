import pytest

from partnerships.dates import DateError, read_period
from partnerships.dates.reading_periods import day_of_effect, starting_with, typed_period

pytestmark = pytest.mark.once


class TestTypedPeriod:
    @pytest.mark.parametrize(
        ("said", "notation"),
        [
            ("dates unknown", "/"),
            ("since 2018", "2018/.."),
            ("since unknown", "/.."),
            ("until 2018", "/2018"),
            ("from 2018", "2018/"),
            ("since at least 2018", "[..2018]/.."),
            ("until at least 2018", "/[2018..]"),
            ("probably since 2018", "2018?/.."),
            ("1 july 2018, end not known", "2018-07-01/"),
            ("8 september 2014 - later that month", "2014-09-08/2014-09"),
            ("april 2017, until 26 april", "2017-04/2017-04-26"),
            ("september 2019 - august 2022 at least", "[..2019-09]/[2022-08..]"),
            ("29-30 june 2022 (dates uncertain)", "2022-06-29?/2022-06-30?"),
            ("with effect from 1 july 2018 until 2019", "2018-07-01/2019"),
            ("24 and 25 may 2018", "2018-05-24/2018-05-25"),
        ],
    )
    def test_is_said_in_each_of_these_ways(self, said, notation):
        found = typed_period(said)
        assert found
        assert found.edtf == notation

    def test_is_not_what_makes_no_two_ends(self):
        assert typed_period("nobody knows") is None

    @pytest.mark.parametrize("said", ["before 24 may 2018 inclusive until 2020", "after 24 may 2018 included to 2020"])
    def test_is_not_what_lets_a_day_in_and_leaves_it_out(self, said):
        assert typed_period(said) is None

    @pytest.mark.parametrize("said", ["1980-1990s", "beginning july 2018", "24 may - 2018"])
    def test_that_can_be_two_things_is_refused(self, said):
        with pytest.raises(DateError, match="can (?:mean|be)"):
            typed_period(said)

    def test_still_going_on_end_not_known_and_one_date_are_three_things(self):
        assert len({read_period(text) for text in ("depuis 2018", "2018, fin non connue", "2018")}) == 3


def test_start_says_nothing_of_the_end():
    found = starting_with("from 1 july 2018")
    assert found
    assert found.edtf == "2018-07-01/"
    assert starting_with("1 july 2018") is None


def test_day_of_effect_is_a_moment():
    found = day_of_effect("with effect from 1 july 2018")
    assert found
    assert found.edtf == "2018-07-01"
    assert day_of_effect("1 july 2018") is None
