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
            ("earlier that month - 8 september 2014", "2014-09/2014-09-08"),
            ("spring 2017, until 26 april", "2017-21/2017-04-26"),
            ("2018; end: 2019", "2018/2019"),
            ("since 2018; end: 2019", "2018/2019"),
            ("unknown - present", "/.."),
            ("since at least early 2018", "[..2018-04]/.."),
            ("2019 at least", "[..2019]/[2019..]"),
            ("the years 2010–15", "2010/2015"),
            ("in the years 1990-99", "1990/1999"),
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

    @pytest.mark.parametrize(
        "said",
        [
            "nobody knows",
            # An end that is no date, or is named twice, or goes before.
            *("start: nothing, end: 2018", "start: 2017, end: nothing", "nothing; end: 2019"),
            *("start: 2017; start: 2018", "2018, end not known, end 2019", "2018, 2019"),
            *("start: 2017, 2018", "2018, start: 2017", "present - 2018"),
            # Another day of the month or year than the one that is named.
            *("8 september 2014 - earlier that month", "later that month - 8 september 2014"),
            *("2018 - later that month", "nothing - later that month", "about 8 september 2014 - later that month"),
            *("spring 2017, until may 2018", "spring 2017, until unknown", "unknown, until may 2018"),
            # “At least” and “uncertain” are said of plain dates, and the latter of both ends.
            *("since at least about 2018", "since at least 2018 or 2019", "until at least soon after 2018"),
            *("about 2019 - 2022 at least", "2019 - about 2022 at least", "2019 - unknown at least"),
            *("unknown - 2022 at least", "nothing at least", "2019 or 2020 at least"),
            *("about 29-30 june 2022 (dates uncertain)", "29 june 2022 - about 30 june 2022 (dates uncertain)"),
            *("unknown - 30 june 2022 (dates uncertain)", "june 2022 - unknown (dates uncertain)"),
            # Days that do not touch, and what is longer than a day.
            *("24 and 26 may 2018", "may and june 2018", "2018 and 2019", "31 may 2018 and june 2018"),
        ],
    )
    def test_is_not_what_makes_no_two_ends(self, said):
        assert typed_period(said) is None

    def test_doubt_behind_two_whole_dates_is_that_of_the_last(self):
        assert typed_period("29 june 2022 - 30 june 2022 (tbc)").edtf == "2022-06-29/2022-06-30?"
        assert typed_period("29-30 june 2022 (tbc)").edtf == "2022-06-29?/2022-06-30?"

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
