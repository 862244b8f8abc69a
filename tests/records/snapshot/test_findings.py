"""What is wrong is said with its place; what is too much of one kind is counted."""

import pytest
from django.utils.translation import override

from partnerships.records.snapshot.findings import FileFinding, NothingWritten, PlaceInFile, first_findings

PLACE = PlaceInFile("a.json", 4)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (PlaceInFile("a.json"), "a.json"),
        (PlaceInFile("a.json", 4), "a.json:4"),
        (PlaceInFile("a.json", 4, 7), "a.json:4:7"),
        (PlaceInFile("a.json", 0, 7), "a.json:7"),
    ],
)
def test_place_says_what_it_knows(place, expected):
    assert str(place) == expected


class TestFinding:
    @pytest.mark.parametrize(
        ("record", "field", "expected"),
        [
            ("", "", "a.json:4: It is wrong."),
            ("area/a", "", "a.json:4: area/a: It is wrong."),
            ("", "note", "a.json:4: note: It is wrong."),
            ("area/a", "note", "a.json:4: area/a note: It is wrong."),
        ],
    )
    def test_stands_behind_its_place_and_what_it_is_about(self, record, field, expected):
        with override("en"):
            assert str(FileFinding(PLACE, "It is wrong.", record, field)) == expected

    def test_is_flat_for_scripts(self):
        finding = FileFinding(PlaceInFile("a.json", 4, 7), "It is wrong.", "area/a", "note", conflict=True)
        assert finding.as_dict() == {
            "file": "a.json",
            "line": 4,
            "column": 7,
            "message": "It is wrong.",
            "record": "area/a",
            "field": "note",
            "conflict": True,
        }


class TestCounted:
    findings = [FileFinding(PlaceInFile("a.json", n), f"{n}", "area/a", "note") for n in range(1, 5)]

    def test_as_many_as_may_stand_all_stand(self):
        assert first_findings(self.findings, 4) == self.findings

    def test_the_others_are_a_number_where_the_first_of_them_was(self):
        with override("en"):
            first, second, rest = first_findings(self.findings, 2)
        assert [first, second] == self.findings[:2]
        assert rest == FileFinding(PlaceInFile("a.json", 3), "… and 2 more of this kind.", "area/a", "")


def test_refusal_keeps_its_sentences_apart():
    refused = NothingWritten("One.", "Two.")
    assert refused.sentences == ["One.", "Two."]
    assert str(refused) == "One.\nTwo."
