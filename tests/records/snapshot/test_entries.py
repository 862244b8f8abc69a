"""An entry: which record or part a line is about, how it is called, and what it may say."""

import pytest

from partnerships.models import Area, Citation, FormerAddress, Meeting, Name, Office, Person, State, Stop, Visit
from partnerships.records.snapshot.entries import (
    BY_LABEL,
    MODELS,
    Entry,
    fields_of,
    is_required,
    line_name,
    owner_columns,
)
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile

PLACE = PlaceInFile("a.json", 4)


class TestName:
    @pytest.mark.parametrize(
        ("model", "identity", "expected"),
        [
            (Area, ("a",), "area/a"),
            (Stop, ("v", "one"), "visit/v stop/one"),
            (Citation, ("area", "a", "c"), "area/a citation/c"),
            (FormerAddress, ("visit", "fr", "voyage"), "formeraddress/voyage"),
            (Area, ("x" * 201,), f"area/{'x' * 200}"),
            (Stop, ("x" * 201, "y" * 201), f"visit/{'x' * 200} stop/{'y' * 200}"),
        ],
    )
    def test_says_the_kind_and_the_key_and_of_a_part_those_of_its_record(self, model, identity, expected):
        assert line_name(model, identity) == expected

    def test_of_an_entry_without_a_key_has_a_question_mark(self):
        assert Entry(PLACE, Area).name == "area/?"
        assert Entry(PLACE, Stop).name == "stop/?"
        assert Entry(PLACE, Area, ("a",)).name == "area/a"


class TestEntry:
    def test_is_named_by_its_model_and_its_key(self):
        assert Entry(PLACE, Area, ("a",)).reference == (Area, ("a",))
        assert Entry(PLACE, Area).reference == (Area, ())

    def test_is_broken_without_a_key_with_a_finding_or_with_a_field_of_no_use(self):
        assert not Entry(PLACE, Area, ("a",)).is_broken
        assert Entry(PLACE, Area).is_broken
        assert Entry(PLACE, Area, ("a",), broken={"note"}).is_broken
        assert Entry(PLACE, Area, ("a",), findings=[FileFinding(PLACE, "wrong")]).is_broken

    def test_notes_what_is_wrong_with_its_place_and_name(self):
        entry = Entry(PLACE, Area, ("a",))
        entry.find("Wrong.", "note")
        entry.find("Clashes.", conflict=True)
        assert entry.findings == [
            FileFinding(PLACE, "Wrong.", "area/a", "note", conflict=False),
            FileFinding(PLACE, "Clashes.", "area/a", "", conflict=True),
        ]

    def test_says_its_values_its_links_and_its_lists(self):
        entry = Entry(PLACE, Area, ("a",), {"note": "x"}, {"parent": ("b",)}, {"areas": [("c",)]})
        assert entry.content() == ({"note": "x"}, {"parent": ("b",)}, {"areas": [("c",)]})
        assert Entry(PLACE, Area) != Entry(PLACE, Area), "two lines are never the same entry"


class TestModels:
    def test_stand_after_those_that_they_must_name(self):
        after = MODELS.index
        assert after(State) < after(Office)
        assert after(Visit) < after(Stop) < after(Meeting)
        assert after(Meeting) < after(Citation)
        assert MODELS.count(Stop) == 1

    def test_are_known_by_their_labels_and_former_addresses_too(self):
        assert BY_LABEL["partnerships.stop"] is Stop
        assert BY_LABEL["partnerships.formeraddress"] is FormerAddress


class TestFields:
    def test_of_a_former_address_are_four(self):
        assert list(fields_of(FormerAddress)) == ["kind", "key", "language", "slug"]

    def test_of_a_record_are_those_that_a_fixture_gives(self):
        fields = fields_of(Area)
        assert {"key", "name_fr", "name_en", "parent", "publication"} <= set(fields)
        assert not {"id", "name", "sort_fr"} & set(fields)
        assert fields["note"] is Area._meta.get_field("note")

    def test_that_name_the_record_of_a_part(self):
        assert owner_columns(Stop) == ("visit",)
        assert owner_columns(Name) == ("state", "organization", "place", "person")
        assert owner_columns(Area) == owner_columns(FormerAddress) == ()

    def test_are_required_where_nothing_stands_in_for_them(self):
        fields = {**fields_of(Person), **fields_of(Stop)}
        required = [name for name in ("name", "birth", "visit", "position", "place", "further_places", "period")]
        assert [name for name in required if is_required(fields[name])] == ["name", "visit", "position"]
        assert not is_required(fields_of(Name)["kind"]), "it has a default"
