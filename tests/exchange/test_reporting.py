"""The report of an import: what would change, record by record and field by field, and how much of it."""

import pytest

from partnerships.exchange.importing import ImportOutcome
from partnerships.exchange.reporting import as_data, as_lines, change, counts, step_lines, value
from partnerships.models import Area
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile
from partnerships.records.snapshot.import_steps import CREATE, UNCHANGED, UPDATE, Step

PLACE = PlaceInFile("a.json", 4)
NAME = {"name_fr": (None, "sûreté"), "note": ("old", None)}


def step(key, action, fields=None):
    return Step(Entry(PLACE, Area, (key,)), action, None, fields or {})


def outcome(**given):
    steps = [step("a", CREATE, {"name_fr": (None, "a")}), step("b", UPDATE, NAME), step("c", UNCHANGED)]
    return ImportOutcome(["a.json"], steps, **given)


class TestLines:
    def test_name_each_record_that_changes_then_count(self):
        assert list(as_lines(outcome())) == [
            "create area/a",
            "update area/b",
            "    name_fr: – -> sûreté",
            "    note: old -> –",
            "1 to create, 1 to update, 1 unchanged, 0 conflicts.",
        ]

    def test_name_what_is_worth_a_look(self):
        *_changes, note, _counts = as_lines(outcome(notes=[FileFinding(PLACE, "Look at b.", "area/a")]))
        assert note == "a.json:4: area/a: Look at b."

    def test_of_a_record_as_it_was_say_so(self):
        assert list(step_lines(step("c", UNCHANGED))) == ["unchanged area/c"]

    def test_say_that_somebody_must_answer_for_what_is_published(self):
        *_others, last = as_lines(outcome(published=["area/a", "area/b"]))
        assert last == "This publishes or changes published records (2): --apply needs --as USER."

    def test_do_not_say_it_once_it_is_written(self):
        *_others, last = as_lines(outcome(published=["area/a"], batch=7))
        assert last.endswith("0 conflicts.")


class TestValue:
    def test_stands_on_one_line(self):
        assert value("one\n  two\tthree ") == "one two three"

    @pytest.mark.parametrize(("given", "expected"), [(None, "–"), ("", ""), (0, "0"), ([["a"]], "[['a']]")])
    def test_is_written_as_it_is(self, given, expected):
        assert value(given) == expected

    def test_is_cut_after_two_hundred_letters(self):
        assert value("x" * 200) == "x" * 200
        assert value("x" * 201) == "x" * 199 + "…"


class TestChange:
    def test_says_both_values(self):
        assert change("one", "two") == "one -> two"
        assert change(None, "two") == "– -> two"
        assert change(["a"], None) == "['a'] -> –"
        assert (change(None, "–"), change("–", None)) == ("– -> –", "– -> –")

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ("one\ntwo", "one\n\ntwo", r"“one\ntwo” -> “one\n\ntwo”"),
            ("one\ntwo", "one \ntwo", r"“one\ntwo” -> “one \ntwo”"),
            ("one two", "one  two", "“one two” -> “one  two”"),
            ("one\ntwo", "one\u2028two", r"“one\ntwo” -> “one\u2028two”"),
            ("one two", "one\u00a0two", r"“one two” -> “one\u00a0two”"),
            ("a été\nici", "a été\n\nici", r"“a été\nici” -> “a été\n\nici”"),
        ],
    )
    def test_shows_blanks_where_nothing_else_differs(self, before, after, said):
        assert change(before, after) == said

    def test_shows_what_differs_after_what_is_shown_of_a_long_text(self):
        long = "word " * 60
        assert change(f"{long}old", f"{long}new") == ("“…word word word word old” -> “…word word word word new”")
        ending = f"{'x' * 30}, and so on to the end of it"
        assert change(f"{long}one{ending}", f"{long}two{ending}") == (
            f"“…word word word word one{'x' * 30}, and s…” -> “…word word word word two{'x' * 30}, and s…”"
        )


class TestCounts:
    def test_are_of_each_action_and_of_conflicts_alone(self):
        findings = [FileFinding(PLACE, "wrong"), FileFinding(PLACE, "clashes", conflict=True)]
        several = ImportOutcome([], [step("a", CREATE), step("b", CREATE), step("c", UNCHANGED)], findings)
        assert counts(several) == "2 to create, 0 to update, 1 unchanged, 1 conflict."


class TestData:
    def test_holds_everything_for_scripts(self):
        wrong, clash = FileFinding(PLACE, "wrong"), FileFinding(PLACE, "clashes", "area/a", "key", conflict=True)
        near = FileFinding(PLACE, "Look at b.", "area/a")
        data = as_data(outcome(findings=[wrong, clash], published=["area/a"], notes=[near], batch=7))
        place = {"file": "a.json", "line": 4}
        area = {"model": "partnerships.area", **place}
        assert data == {
            "files": ["a.json"],
            "create": [{"record": "area/a", **area}],
            "update": [
                {
                    "record": "area/b",
                    **area,
                    "fields": {
                        "name_fr": {"before": None, "after": "sûreté"},
                        "note": {"before": "old", "after": None},
                    },
                }
            ],
            "unchanged": [{"record": "area/c", **area}],
            "conflicts": [
                {**place, "column": 0, "message": "clashes", "record": "area/a", "field": "key", "conflict": True}
            ],
            "findings": [
                {**place, "column": 0, "message": "wrong", "record": "", "field": "", "conflict": False},
                {**place, "column": 0, "message": "clashes", "record": "area/a", "field": "key", "conflict": True},
            ],
            "notes": [
                {**place, "column": 0, "message": "Look at b.", "record": "area/a", "field": "", "conflict": False}
            ],
            "published": ["area/a"],
            "batch": 7,
        }
