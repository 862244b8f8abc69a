"""Columns of our own: what a date fills, what it refuses, and where something stands in time."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import TestCase
from django.utils.translation import override

from partnerships.dates import EARLIEST, LATEST, DateError, parse, parse_moment, parse_period
from partnerships.models import Agreement, Area, Citation, Decision, Meeting, Office, Statement, Tenure
from partnerships.models.fields import (
    DateOrPeriod,
    MomentField,
    PeriodField,
    PlaceInTime,
    in_time,
    label_of,
    parse_occasion,
)
from tests.factories import AgreementFactory, StatementFactory


def derived(model, name, **given):
    """The bounds that a date fills, in the order of the field."""
    row = model(key="a", **given)
    field = model._meta.get_field(name)
    field.derive(row)
    return [getattr(row, bound) for bound in field.bounds]


class TestBounds:
    def test_of_a_moment_are_its_first_and_last_day(self):
        assert derived(Decision, "date", date="2018-05") == [date(2018, 5, 1), date(2018, 5, 31)]

    def test_of_a_period_are_those_of_its_two_ends(self):
        assert derived(Tenure, "period", period="2018-05/2019") == [
            date(2018, 5, 1),
            date(2018, 5, 31),
            date(2019, 1, 1),
            date(2019, 12, 31),
        ]

    def test_of_an_occasion_are_those_of_the_whole(self):
        assert derived(Meeting, "date", date="2025-06-24/2025-06-25") == [date(2025, 6, 24), date(2025, 6, 25)]
        assert derived(Meeting, "date", date="2025-06") == [date(2025, 6, 1), date(2025, 6, 30)]

    def test_of_nothing_are_those_of_all_days(self):
        assert derived(Decision, "date", date="") == [EARLIEST, LATEST]
        assert derived(Meeting, "date", date="") == [EARLIEST, LATEST]
        assert derived(Tenure, "period", period="") == [EARLIEST, LATEST, EARLIEST, LATEST]

    def test_of_a_date_without_any_are_none(self):
        assert derived(Office, "coverage", coverage="2018/2019") == []

    def test_of_what_is_no_date_are_refused_with_the_record_and_the_field(self):
        with override("en"), pytest.raises(ValidationError) as refused:
            derived(Decision, "date", date="2018-13")
        assert refused.value.message.startswith("decision a, date: 2018-13: ")
        assert refused.value.code == "date"


class TestNotation:
    def test_is_read_by_its_field(self):
        assert Decision._meta.get_field("date").read("2018") == parse_moment("2018")
        assert Tenure._meta.get_field("period").read("2018/..") == parse_period("2018/..")
        assert Decision._meta.get_field("date").read("") is None

    def test_is_valid_where_it_can_be_read(self):
        field = Tenure._meta.get_field("period")
        assert field.clean("2018/..", None) == "2018/.."
        assert field.clean("", None) == ""
        with pytest.raises(ValidationError) as refused:
            field.clean("2018-13/2019", None)
        assert refused.value.code == "date"

    def test_is_a_text_that_may_be_empty(self):
        field = MomentField()
        assert (field.max_length, field.blank, field.get_default(), field.bounds) == (100, True, "", ())

    def test_tells_migrations_its_bounds(self):
        *_others, keywords = Decision._meta.get_field("date").deconstruct()
        assert keywords["bounds"] == ("date_earliest", "date_latest")
        *_others, keywords = PeriodField().deconstruct()
        assert "bounds" not in keywords


class TestOccasion:
    @pytest.mark.parametrize("text", ["2025-06-24", "2025-06", "2025-06-24/2025-06-25"])
    def test_is_a_day_or_a_first_and_a_last_one(self, text):
        assert parse_occasion(text) == parse(text)

    @pytest.mark.parametrize("text", ["2025-06-24/..", "2025-06-24/", "/2025-06-25"])
    def test_does_not_go_on(self, text):
        with override("en"), pytest.raises(DateError, match="A day is expected here, or a first and a last day."):
            parse_occasion(text)


def test_keys_are_compared_byte_by_byte():
    field = Area._meta.get_field("key")
    for vendor, collation in (("postgresql", "C"), ("sqlite", "BINARY")):
        connection_of = type("Connection", (), {"vendor": vendor, "data_types": connection.data_types})()
        connection_of.data_type_check_constraints = {}
        connection_of.ops = connection.ops
        assert field.db_parameters(connection_of)["collation"] == collation


class TestInTime(TestCase):
    def keys(self, model, place):
        return list(model.objects.order_by(place, "key").values_list("key", flat=True))

    def test_is_the_first_day_else_the_last_and_what_has_none_comes_last(self):
        for key, day in (("undated", ""), ("until", "[..2018-03]"), ("year", "2018"), ("since", "[2017-05..]")):
            StatementFactory(key=key, date=day)
        bounds = ("date_earliest", "date_latest")
        assert self.keys(Statement, PlaceInTime(*bounds).asc()) == ["since", "year", "until", "undated"]
        newest = PlaceInTime(*bounds, newest=True).desc()
        assert self.keys(Statement, newest) == ["until", "year", "since", "undated"]

    def test_is_that_of_the_date_where_there_is_one_else_of_the_period(self):
        AgreementFactory(key="dated", date="2018-05-24", period="2001/2002")
        AgreementFactory(key="lasting", date="", period="2010-02-03/2011")
        begins = DateOrPeriod(
            PlaceInTime("date_earliest", "date_latest"), PlaceInTime("start_earliest", "start_latest")
        )
        assert dict(Agreement.objects.annotate(begins=begins).values_list("key", "begins")) == {
            "dated": date(2018, 5, 24),
            "lasting": date(2010, 2, 3),
        }

    def test_indexes_have_the_order_in_their_name_and_end_in_the_key(self):
        oldest, newest = in_time(oldest=("date_earliest",), newest=("date_latest", "end_latest"))
        assert (oldest.name, newest.name) == ("%(class)s_oldest", "%(class)s_newest")
        assert [[each.name for each in one.expressions] for one in (oldest, newest)] == [
            ["date_earliest", "key"],
            ["date_latest", "end_latest", "key"],
        ]


def test_record_of_a_part_is_called_by_its_kind():
    columns = [Citation._meta.get_field(name) for name in ("tenure", "source")]
    with override("fr"):
        assert [label_of(each) for each in columns] == ["mandat", "source"]
    with override("en"):
        assert label_of(columns[0]) == "tenure"
