"""What a cell means, and which row of the register a row of a file is about."""

import pytest

from partnerships.models import Area, Milestone, Name, Person, Stop, Tenure
from partnerships.records.snapshot.understanding_values import WrongValue
from partnerships.sheets.read_files import Unread
from partnerships.sheets.rows import instance_of, row_identity, suggested, typed
from partnerships.sheets.tables import tables_of
from tests.factories import OfficeFactory

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("english")]


def table(kind, model):
    return next(each for each in tables_of(kind) if each.model is model)


class TestTyped:
    def test_default_is_said_by_nothing(self):
        assert typed(Area._meta.get_field("note"), "", "Kept") is None
        assert typed(Area._meta.get_field("note"), "New", "Kept") == "New"

    def test_where_a_record_stands_is_not_typed(self):
        column = Area._meta.get_field("publication")
        with pytest.raises(WrongValue, match="results from a step"):
            typed(column, "published", "draft")
        assert typed(column, "published", "published") == "published"
        assert typed(column, "", "published") == "published"
        # What is new is a draft, and may say so.
        assert typed(column, "draft", None) is typed(column, "", None) is None
        with pytest.raises(WrongValue, match="results from a step"):
            typed(column, "published", None)
        with pytest.raises(WrongValue, match="results from a step"):
            typed(column, "draft", "published")

    def test_what_is_no_value_stands_as_it_was_typed_to_be_refused_as_such(self):
        assert typed(Stop._meta.get_field("position"), "two", None) == "two"

    def test_what_a_formula_ended_in_is_not_read(self):
        with pytest.raises(WrongValue, match="formula"):
            typed(Area._meta.get_field("note"), Unread("=1"), None)


class TestIdentity:
    def test_of_a_record_is_its_key(self):
        assert row_identity(table("person", Person), {"key": " abe "}) == ("abe",)
        assert row_identity(table("person", Person), {"key": " "}) is None

    def test_of_a_part_begins_with_whose_it_is(self):
        names = table("person", Name)
        assert row_identity(names, {"key": "kanji", "person": "abe"}) == ("person", "abe", "kanji")
        assert row_identity(names, {"key": "kanji"}) is None
        # Where parts of one kind of record alone have such a table, it goes without saying whose.
        assert row_identity(table("tenure", Milestone), {"key": "m", "tenure": "t"}) == ("t", "m")


class TestInstance:
    @pytest.mark.django_db
    def test_says_what_can_be_said(self):
        office = OfficeFactory(key="pm")
        made = instance_of(Tenure, {"office": ["pm"], "person": ["nobody"], "appointment": "2018"})
        assert (made.office, made.person_id, made.appointment) == (office, None, "2018")
        made = instance_of(Stop, {"place": ["a", "b"], "position": "two", "key": "x"})
        assert (made.place_id, made.position, made.key) == (None, Stop().position, "x")

    def test_key_is_suggested_or_is_the_kind(self):
        assert suggested(Area(name_en="Cyber defence")) == "cyber-defence"
        assert suggested(Tenure()) == "tenure"
