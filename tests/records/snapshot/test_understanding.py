"""What a line says by itself, and each way in which it is none, in words."""

import pytest
from django.utils.translation import override

from partnerships.models import Area
from partnerships.records.snapshot.findings import PlaceInFile
from partnerships.records.snapshot.understanding import understood_object

PLACE = PlaceInFile("a.json", 4)


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


def entry_of(model, **fields):
    problem, entry = understood_object(PLACE, {"model": f"partnerships.{model}", "fields": fields})
    assert problem == ""
    return entry


def said(entry):
    return [(finding.field, finding.message) for finding in entry.findings]


class TestObject:
    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            (["state"], "An object with “model” and “fields” is expected, not ['state']."),
            ({"fields": {}}, "“model” is missing, such as “partnerships.decision”."),
            ({"model": 7, "fields": {}}, "“model” is missing, such as “partnerships.decision”."),
            ({"model": "x" * 61, "fields": {}}, f"There is no model “{'x' * 60}”."),
            ({"model": "partnerships.area"}, "“fields” is missing: an object with the fields of the record."),
            (
                {"model": "partnerships.area", "fields": []},
                "“fields” is missing: an object with the fields of the record.",
            ),
        ],
    )
    def test_that_is_no_line_is_none(self, value, problem):
        assert understood_object(PLACE, value) == (problem, None)

    def test_is_an_entry_at_its_place_however_its_model_is_written(self):
        _problem, entry = understood_object(PLACE, {"model": "Partnerships.AREA", "fields": {"key": "a"}})
        assert (entry.place, entry.model, entry.identity, entry.findings) == (PLACE, Area, ("a",), [])

    def test_says_nothing_beside_its_model_and_fields(self):
        value = {"model": "partnerships.area", "pk": 1, "fields": {"key": "a"}, "x" * 61: 1}
        _problem, entry = understood_object(PLACE, value)
        assert said(entry) == [
            ("pk", "Database numbers are not accepted: a record is known by its key alone."),
            ("x" * 60, "Beside “model” and “fields” nothing is expected."),
        ]

    def test_has_no_number_among_its_fields_either(self):
        assert said(entry_of("area", key="a", id=3)) == [
            ("pk", "Database numbers are not accepted: a record is known by its key alone.")
        ]


class TestFields:
    def test_are_values_links_and_lists(self):
        entry = entry_of("stop", key="one", visit=["v"], position=1, place=["p"], further_places=[["q"], ["r"]])
        assert entry.values == {"key": "one", "position": 1}
        assert entry.links == {"visit": ("v",), "place": ("p",)}
        assert entry.many == {"further_places": [("q",), ("r",)]}
        assert (entry.findings, entry.broken) == ([], set())

    def test_that_are_wrong_are_forgotten_and_noted(self):
        entry = entry_of("state", key="jp", iso2="jp", name_en=7)
        assert entry.values == {"key": "jp"}
        assert entry.broken == {"iso2", "name_en"}
        assert [finding.record for finding in entry.findings] == ["state/jp", "state/jp"]

    def test_that_are_no_day_are_forgotten_and_noted(self):
        entry = entry_of("source", key="s", accessed_on="2018-05-32")
        assert entry.values == {"key": "s"}
        assert entry.broken == {"accessed_on"}

    def test_a_wrong_key_still_names_the_record(self):
        entry = entry_of("area", key="Not A Key")
        assert (entry.identity, entry.broken) == (("Not A Key",), {"key"})

    def test_that_there_are_not_are_noted_by_a_name_of_some_length(self):
        entry = entry_of("area", key="a", **{"x" * 61: 1})
        assert [finding.field for finding in entry.findings] == ["x" * 60]
        assert entry.broken == set()

    def test_one_that_may_be_empty_names_nobody_by_null(self):
        assert entry_of("area", key="a", parent=None).links == {"parent": None}
        entry = entry_of("stop", key="one", visit=None, position=1)
        assert "visit" not in entry.links
        assert entry.broken == {"visit"}

    def test_that_are_missing_are_named(self):
        assert said(entry_of("stop", key="one")) == [
            ("visit", "This field is missing."),
            ("position", "This field is missing."),
        ]


class TestOwner:
    SENTENCE = "A part belongs to exactly one record: give one of state, organization, place, person."

    def test_is_just_one(self):
        assert said(entry_of("name", key="n", text="N", state=["jp"])) == []
        assert said(entry_of("name", key="n", text="N")) == [("", self.SENTENCE)]
        two = entry_of("name", key="n", text="N", person=["p"], state=["jp"])
        assert said(two) == [("state", self.SENTENCE)]
        assert two.identity is None

    def test_that_is_given_empty_is_left_to_the_register_or_told_by_its_own_mistake(self):
        assert said(entry_of("name", key="n", text="N", state=None)) == []
        [(field, _sentence)] = said(entry_of("name", key="n", text="N", state="jp"))
        assert field == "state"


class TestIdentity:
    @pytest.mark.parametrize(
        ("model", "fields", "expected"),
        [
            ("area", {"key": "a"}, ("a",)),
            ("area", {"key": ""}, None),
            ("area", {}, None),
            ("stop", {"key": "one", "visit": ["v"]}, ("v", "one")),
            ("stop", {"key": "one"}, None),
            ("stop", {"visit": ["v"]}, None),
            ("name", {"key": "n", "place": ["p"]}, ("place", "p", "n")),
            ("formeraddress", {"kind": "visit", "key": "v", "language": "fr", "slug": "s"}, ("visit", "fr", "s")),
            ("formeraddress", {"kind": "visit", "key": "v", "slug": "s"}, None),
        ],
    )
    def test_is_the_natural_key_where_it_can_be_told(self, model, fields, expected):
        assert entry_of(model, **fields).identity == expected
