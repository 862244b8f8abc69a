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


def test_each_filter_asks_one_facet_and_each_related_record_another():
    asked = Filters(body=("nato",), office=("head", "chief"), related=(("visit", "v"), ("person", "p")))
    assert asked.facets == [
        ("organization", ("nato",)),
        ("office", ("head", "chief")),
        ("visit", ("v",)),
        ("person", ("p",)),
    ]
    assert Filters(kind=("visit",), on=DAY).facets == []


@pytest.mark.parametrize(
    ("asked", "timed"),
    [({}, False), ({"partner": ("a",)}, False), ({"on": DAY}, True), ({"since": read("2018")}, True)],
)
def test_time_is_asked_for_by_a_day_or_one_of_two_ends(asked, timed):
    assert Filters(**asked).is_timed is timed
    assert Filters(until=read("2018")).is_timed


def test_turning_points_alone_are_asked_for_by_name():
    assert [Filters(detail=detail).is_main for detail in ("main", "all")] == [True, False]
    assert not Filters().is_main
