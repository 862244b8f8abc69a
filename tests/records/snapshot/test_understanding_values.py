"""What a fixture may say of a field."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from partnerships.models import Area, Citation, Meeting, Office, Place, Source, Stop, Visit
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

    @pytest.mark.parametrize(
        ("model", "name", "value", "told"),
        [
            (Office, "heads_post", 1, "true or false is expected, not 1."),
            (Stop, "position", "2", "A whole number is expected, not '2'."),
            (Place, "latitude", True, "A number is expected, not True."),
            (Place, "latitude", "1_000", "A number is expected, not '1_000'."),
            (Area, "note", 3, "A text is expected, not 3."),
            (Area, "note", None, "null is not allowed: leave the field out."),
            (Area, "note", ["x" * 56], f"A text is expected, not ['{'x' * 56}']."),
            (Area, "note", ["x" * 57], f"A text is expected, not ['{'x' * 57}…."),
            (Area, "note", "a\x00b", "The text holds a NUL byte."),
            (Area, "note", "\ud800", "The text holds half a character (a lone surrogate)."),
            (Source, "accessed_on", "20180524", "A day is expected (YYYY-MM-DD), not '20180524'."),
            (Meeting, "time", "9:30", "A time is expected (HH:MM or HH:MM:SS), not '9:30'."),
            (
                Area,
                "published_at",
                "2018-05-24T12:00:00",
                "An instant with its zone is expected, such as “2018-05-24T12:00:00Z”, not '2018-05-24T12:00:00'.",
            ),
            (
                Area,
                "published_at",
                "9999-12-30T00:00:01Z",
                "The year is out of range: the register knows the years 0001 to 9999.",
            ),
        ],
    )
    def test_what_is_expected_is_said_with_what_was_given(self, model, name, value, told):
        with pytest.raises(WrongValue) as refused:
            scalar(field(model, name), value)
        assert str(refused.value) == told

    @pytest.mark.parametrize(
        ("model", "name", "value", "meant"),
        [
            (Office, "heads_post", False, False),
            (Area, "published_at", None, None),
            (Area, "published_at", "0001-01-02T00:00:00Z", datetime(1, 1, 2, tzinfo=UTC)),
            (Area, "published_at", "9999-12-30T00:00:00Z", datetime(9999, 12, 30, tzinfo=UTC)),
            (Area, "note", "", ""),
            (Place, "latitude", 5, Decimal(5)),
            (Place, "latitude", "3.5e1", Decimal(35)),
            (Source, "accessed_on", "2018-05-24", date(2018, 5, 24)),
        ],
    )
    def test_what_is_right_is_taken_at_its_edges_too(self, model, name, value, meant):
        assert scalar(field(model, name), value) == meant


class TestLinks:
    def test_are_natural_keys(self):
        assert natural_key_in(field(Stop, "place"), ["tokyo"]) == ("tokyo",)
        assert natural_key_in(field(Meeting, "stop"), ["a-visit", "tokyo"]) == ("a-visit", "tokyo")
        assert [key_length(model) for model in (Area, Stop, Citation)] == [1, 2, 3]

    @pytest.mark.parametrize("value", ["tokyo", ["a", "b"], [3], []])
    def test_of_another_form_are_refused(self, value):
        with pytest.raises(WrongValue):
            natural_key_in(field(Stop, "place"), value)

    @pytest.mark.parametrize(
        ("model", "name", "value", "told"),
        [
            (Stop, "place", "tokyo", "A list with the key of a record is expected, such as [\"jp\"], not 'tokyo'."),
            (
                Stop,
                "place",
                ["a", "b"],
                "A list with the key of a record is expected, such as [\"jp\"], not ['a', 'b'].",
            ),
            (Stop, "place", ["a\x00"], "The text holds a NUL byte."),
            (
                Meeting,
                "stop",
                ["tokyo"],
                "A list with the key of the record and the short key is expected, "
                'such as ["a-visit", "tokyo"], not [\'tokyo\'].',
            ),
        ],
    )
    def test_of_another_form_are_told_which_one_is_expected(self, model, name, value, told):
        with pytest.raises(WrongValue) as refused:
            natural_key_in(field(model, name), value)
        assert str(refused.value) == told

    def test_to_many_are_said_once(self):
        assert many(field(Meeting, "areas"), [["a"], ["b"], ["a"]]) == [("a",), ("b",)]
        with pytest.raises(WrongValue, match="list of lists"):
            many(field(Meeting, "areas"), ["a"])
        with pytest.raises(WrongValue, match="list of keys is expected"):
            many(field(Meeting, "areas"), "a")
        with pytest.raises(WrongValue, match="list with the key of a record"):
            many(field(Meeting, "areas"), ["a", "b"])
        assert many(field(Meeting, "areas"), []) == []


class TestCheck:
    def test_choices_are_named(self):
        [sentence] = wrongs_of(field(Meeting, "status"), "done", Meeting())
        assert sentence.endswith("Expected: planned, held, cancelled.")
        [sentence] = wrongs_of(field(Visit, "weight"), "heavy", Visit())
        assert sentence.endswith("Expected: main, further.")
        assert wrongs_of(field(Visit, "weight"), "", Visit()) == []
        [sentence] = wrongs_of(field(Area, "key"), "A B", Area())
        assert "Expected" not in sentence
        assert len(wrongs_of(field(Area, "key"), "", Area())) == 1

    def test_number_fits_every_database(self):
        assert wrongs_of(field(Stop, "position"), 7, Stop()) == []
        assert [wrongs_of(field(Stop, "position"), number, Stop()) for number in (0, 32767)] == [[], []]
        for number in (-1, 32768):
            told = ["A number from 0 to 32767 is expected."]
            assert wrongs_of(field(Stop, "position"), number, Stop()) == told
