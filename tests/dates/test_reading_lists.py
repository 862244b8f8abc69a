"""Several dates in a row, in texts that are tidied already."""

import pytest

from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.reading_lists import days_in_a_row, one_of_several, refuse_apart
from partnerships.dates.sayings import Manner


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("may, june or july 2018", "[2018-05..2018-07]"),
        ("2017, 2018, 2019 or 2020", "[2017..2020]"),
        ("may or june 2018", None),
        ("q1 2018, q2 2018 or q3 2018", None),
        ("may, june and july 2018", None),
        ("may, june or nothing", None),
    ],
)
def test_three_neighbours_or_more_are_one_of_them(text, notation):
    found = one_of_several(text, text)
    assert (found and found.edtf) == notation
    assert found is None or found.saying.manner is Manner.EITHER


def test_alternatives_that_let_in_what_nobody_named_are_refused():
    with pytest.raises(DateError, match="not neighbours"):
        one_of_several("march, may or july 2018", "march, may or july 2018")
    march, may = parse_unit("2018-03"), parse_unit("2018-05")
    with pytest.raises(DateError, match="“text” names dates"):
        refuse_apart([(march, march), (may, may)], "text")
    assert refuse_apart([(march, parse_unit("2018-04")), (may, may)], "text") is None


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("4, 5 and 6 january 2017", "2017-01-04/2017-01-06"),
        ("les 30, 31 mai et 1 er juin 2018", None),
        ("30 may, 31 may and 1 june 2018", "2018-05-30/2018-06-01"),
        ("24, 25 may 2018", "2018-05-24/2018-05-25"),
        ("24 and 25 may 2018", None),
        ("4, 6 and 7 january 2017", None),
        ("may, june and july 2018", None),
        ("24 may 2018, 10.30", None),
    ],
)
def test_days_without_a_gap_are_one_period(text, notation):
    found = days_in_a_row(text)
    assert (found and found.edtf) == notation
