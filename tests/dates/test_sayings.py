"""What is said of a day of which only the days are known between which it was."""

import pytest

from partnerships.dates.sayings import Manner, implied
from partnerships.dates.units import Precision, Unit

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR


@pytest.mark.parametrize(
    ("first", "last", "manner"),
    [
        (Unit(MONTH, 2018, 1), Unit(MONTH, 2018, 4), Manner.PART),
        (Unit(DAY, 2014, 9, 8), Unit(MONTH, 2014, 9), Manner.LATER),
        (Unit(MONTH, 2014, 9), Unit(DAY, 2014, 9, 8), Manner.EARLIER),
        (Unit(YEAR, 2018), Unit(YEAR, 2019), Manner.EITHER),
        (Unit(DAY, 2018, 12, 31), Unit(DAY, 2019, 1, 1), Manner.EITHER),
        (Unit(YEAR, 2018), Unit(YEAR, 2020), Manner.BETWEEN),
    ],
)
def test_is_what_a_source_would_have_said(first, last, manner):
    assert implied(first, last).manner is manner


def test_names_what_is_finer_first():
    day, month = Unit(DAY, 2014, 9, 8), Unit(MONTH, 2014, 9)
    assert (implied(month, day).first, implied(month, day).last) == (day, month)
