"""What a fixture may say of a field."""

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest

from partnerships.models import Area, Citation, Meeting, Place, Stop
from partnerships.records.snapshot.understanding_values import (
    WrongValue,
    key_length,
    many,
    natural_key_in,
    scalar,
    wrongs_of,
)

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("english")]


def field(model, name):
    return model._meta.get_field(name)


class TestScalar:
    def test_text_is_kept_in_the_one_form(self):
        assert scalar(field(Area, "note"), " Se\u0301curite\u0301\r\n") == "Sécurité"

    @pytest.mark.parametrize("value", [True, 3, ["a"], "\u200b", "a\x00b", "\ud800"])
    def test_text_is_a_text_that_can_be_seen_and_kept(self, value):
        with pytest.raises(WrongValue):
            scalar(field(Area, "note"), value)

    def test_number_is_a_number(self):
        position = field(Stop, "position")
        assert scalar(position, 2) == 2
        for wrong in (True, "2", 2.0, None):
            with pytest.raises(WrongValue):
                scalar(position, wrong)

    def test_decimal_is_taken_as_it_is_written(self):
        latitude = field(Place, "latitude")
        assert [scalar(latitude, value) for value in (35.5, "35.50", "-0")] == [Decimal("35.5"), Decimal("35.5"), 0]
        with pytest.raises(WrongValue):
            scalar(latitude, "1_000")

    def test_times_are_written_in_one_way(self):
        assert scalar(field(Meeting, "time"), "09:30") == time(9, 30)
        assert scalar(field(Area, "published_at"), "2018-05-24T12:00:00Z") == datetime(2018, 5, 24, 12, tzinfo=UTC)
        for name, wrong in (("time", "0930"), ("published_at", "2018-05-24"), ("published_at", "0001-01-01T00:00:00Z")):
            with pytest.raises(WrongValue):
                scalar(field(Meeting, name), wrong)


class TestLinks:
    def test_are_natural_keys(self):
        assert natural_key_in(field(Stop, "place"), ["tokyo"]) == ("tokyo",)
        assert natural_key_in(field(Meeting, "stop"), ["a-visit", "tokyo"]) == ("a-visit", "tokyo")
        assert [key_length(model) for model in (Area, Stop, Citation)] == [1, 2, 3]

    @pytest.mark.parametrize("value", ["tokyo", ["a", "b"], [3], []])
    def test_of_another_form_are_refused(self, value):
        with pytest.raises(WrongValue):
            natural_key_in(field(Stop, "place"), value)

    def test_to_many_are_said_once(self):
        assert many(field(Meeting, "areas"), [["a"], ["b"], ["a"]]) == [("a",), ("b",)]
        with pytest.raises(WrongValue, match="list of lists"):
            many(field(Meeting, "areas"), ["a"])


class TestCheck:
    def test_choices_are_named(self):
        [sentence] = wrongs_of(field(Meeting, "status"), "done", Meeting())
        assert "planned, held, cancelled" in sentence

    def test_number_fits_every_database(self):
        assert wrongs_of(field(Stop, "position"), 7, Stop()) == []
        [sentence] = wrongs_of(field(Stop, "position"), 10**9, Stop())
        assert "32767" in sentence
