"""What a reader asks of the timeline, as the days that a line must possibly have."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST, read
from partnerships.projections.timeline import Filters

pytestmark = pytest.mark.once
DAY, OTHER = date(2018, 5, 24), date(2020, 1, 1)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ({}, EARLIEST, LATEST),
        ({"on": DAY}, DAY, DAY),
        ({"since": read("May 2018")}, date(2018, 5, 1), LATEST),
        ({"until": read("May 2018")}, EARLIEST, date(2018, 5, 31)),
        ({"since": read("2010"), "until": read("2030"), "on": DAY}, DAY, DAY),
        ({"since": read("2019"), "on": DAY}, date(2019, 1, 1), DAY),
        ({"until": read("2017"), "on": DAY}, DAY, date(2017, 12, 31)),
    ],
)
def test_span_is_what_all_that_is_asked_leaves(asked, first, last):
    assert Filters(**asked).span == (first, last)


def test_facet_with_the_fewest_keys_leads():
    assert Filters(partner=("a", "b"), person=("c",)).leading == ("person", ("c",))
    assert Filters().leading is None
