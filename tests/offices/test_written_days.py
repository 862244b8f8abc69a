"""A day that follows from a month or a year is written as that month or year."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.written_days import WrittenDays


@pytest.mark.parametrize(
    ("given", "day", "written"),
    [
        (["2016-12"], "2016-12-01", "2016-12"),
        (["2016-12"], "2016-12-31", "2016-12"),
        (["2016-12"], "2017-01-01", "2017-01"),
        (["2016-12"], "2016-11-30", "2016-11"),
        (["2022-08/.."], "2022-08-02", "2022-08"),
        (["2012?"], "2012-12-31", "2012"),
        (["2012~"], "2013-12-31", "2013"),
        (["[2016-05-04..2016-12]/"], "2016-12-31", "2016-12"),
        (["[2016-05-04..2016-12]/"], "2016-05-04", "2016-05-04"),
        (["2016", "2016-12"], "2016-12-31", "2016-12"),
        (["2019-21"], "2019-03-01", "2019-03"),
        (["2016-12"], "2016-12-15", "2016-12-15"),
        (["2016-12", "2016-12-31"], "2017-01-01", "2017-01-01"),
        ([], "2016-12-31", "2016-12-31"),
    ],
)
def test_day_is_written_as_records_give_it(given, day, written):
    assert WrittenDays(given).write(date.fromisoformat(day)) == written


@pytest.mark.parametrize("day", [EARLIEST, LATEST])
def test_first_and_last_day_there_is(day):
    assert WrittenDays(["2016", "/", "../.."]).write(day) == day.isoformat()
