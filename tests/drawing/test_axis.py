"""Where a day stands along a line, and which years are written beside it."""

from datetime import date

import pytest

from partnerships.drawing.axis import Years

pytestmark = pytest.mark.once


class TestPlace:
    def test_of_the_ends_leaves_a_margin(self):
        years = Years(date(2000, 1, 1), date(2010, 1, 1))
        assert (years.at(years.first), years.at(years.last)) == (2.0, 98.0)

    def test_of_a_day_outside_is_at_the_nearest_end(self):
        years = Years(date(2000, 1, 1), date(2010, 1, 1))
        assert (years.at(date(1, 1, 1)), years.at(date(9999, 12, 31))) == (2.0, 98.0)

    def test_of_one_single_day_is_its_beginning(self):
        assert Years(date(2000, 1, 1), date(2000, 1, 1)).at(date(2000, 1, 1)) == 2.0


class TestWritten:
    def test_are_few_enough_for_a_phone_and_round(self):
        written = [year for year, _place in Years(date(1987, 3, 1), date(2026, 1, 1)).written]
        assert written == [1990, 2000, 2010, 2020]
        six, seven = (Years(date(2000, 1, 1), date(last, 1, 1)).written for last in (2005, 2006))
        assert [year for year, _place in six] == [2000, 2001, 2002, 2003, 2004, 2005]
        assert [year for year, _place in seven] == [2000, 2002, 2004, 2006]

    def test_begin_within_the_span(self):
        assert [year for year, _place in Years(date(2018, 7, 1), date(2020, 2, 1)).written] == [2019, 2020]

    def test_first_of_january_is_the_first_day_of_its_year(self):
        assert [year for year, _place in Years(date(2018, 1, 1), date(2020, 1, 1)).written] == [2018, 2019, 2020]
