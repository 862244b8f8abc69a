"""Drawings on pages: what the looks of their bars say."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.drawing import Bar, Lane, Look, Point, Strip
from partnerships.pages.blocks import Figure


def figure(*marks):
    return Figure("drawn", "", Strip("strip", "A", "B", date(2018, 1, 1), date(2020, 1, 1), [Lane("Heads", marks)]))


def bar(look):
    return Bar(date(2018, 1, 1), date(2019, 1, 1), "A", "#", look)


class TestKeys:
    @pytest.mark.parametrize(
        ("looks", "said"),
        [
            ([Look.FULL], ["known"]),
            ([Look.OTHER], ["known, in its own right"]),
            ([Look.UNKNOWN, Look.POSSIBLE, Look.FULL], ["known", "possible", "not known"]),
        ],
    )
    def test_say_what_the_looks_mean_that_are_there(self, looks, said):
        with override("en"):
            assert [word for _look, word in figure(*map(bar, looks)).keys] == said

    def test_are_none_where_no_bar_is_drawn(self):
        assert figure(Point(date(2018, 5, 24), "A", "#")).keys == []

    def test_name_the_look_that_the_bar_has(self):
        with override("fr"):
            assert figure(bar(Look.OTHER)).keys == [(Look.OTHER, "certain, à titre propre")]
