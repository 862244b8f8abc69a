"""What can be drawn along time: plain records, as plain as they are where nothing more is said."""

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from partnerships.drawing import Bar, Bracket, Lane, Look, Point, Strip

FIRST, LAST = date(2001, 1, 1), date(2018, 5, 24)


class TestLook:
    def test_is_a_class_of_the_style_sheet_unless_it_is_the_plain_one(self):
        style = Path(settings.BASE_DIR, "static/partnerships/site.css").read_text()
        assert [look for look in Look if f".strip .{look} " not in style] == [Look.FULL, Look.MOMENT]
        explained = [look for look in Look if f".key.{look}::before" in style]
        assert explained == [Look.FULL, Look.OTHER, Look.POSSIBLE, Look.UNKNOWN, Look.OFF]

    def test_is_written_as_its_class(self):
        assert f"{Look.POSSIBLE} {Look.OFF}" == "possible off"


class TestMarks:
    def test_bar_is_known_and_has_its_ends_unless_it_is_said_otherwise(self):
        bar = Bar(FIRST, LAST, "Title", "#place")
        assert (bar.look, bar.name, bar.fades_in, bar.fades_out) == (Look.FULL, "", False, False)

    def test_point_and_bracket_are_moments(self):
        assert Point(FIRST, "Title", "#place").look is Bracket(FIRST, LAST, "Title", "#place").look is Look.MOMENT

    def test_strip_has_no_day_chosen(self):
        assert Strip("key", "Title", "Description", FIRST, LAST, [Lane("Lane", [])]).chosen is None

    def test_are_equal_by_what_they_say_and_never_change(self):
        bar = Bar(FIRST, LAST, "Title", "#place")
        assert bar == Bar(FIRST, LAST, "Title", "#place") != Bar(FIRST, None, "Title", "#place")
        with pytest.raises(FrozenInstanceError):
            bar.first = LAST
