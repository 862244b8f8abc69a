"""The findings as somebody reads them: chosen, grouped, counted."""

import json

import pytest
from django.utils.translation import override

from partnerships.consistency.findings import Finding, Severity
from partnerships.consistency.report import SHOWN, as_json, as_lines, chosen_findings, total

pytestmark = pytest.mark.once


def several(code: str, severity: Severity, number: int = 1) -> list[Finding]:
    return [Finding(code, severity, "area", f"{code}-{n}", "Wrong.", pk=n) for n in range(1, number + 1)]


def headings(findings: list[Finding], **options) -> list[str]:
    return [line for line in lines(findings, **options) if not line.startswith(" ")]


def lines(findings: list[Finding], **options) -> list[str]:
    with override("en"):
        return list(as_lines(sorted(findings, key=lambda finding: finding.order), **options))


class TestChosen:
    found = (*several("one", Severity.ERROR), *several("two", Severity.NOTE, 2))

    def keys(self, **asked):
        return [finding.key for finding in chosen_findings(self.found, **asked)]

    def test_is_everything_where_nothing_is_asked_for(self):
        assert self.keys() == ["one-1", "two-1", "two-2"]

    def test_is_of_the_kind_the_severity_and_the_record_asked_for(self):
        assert self.keys(code="two") == ["two-1", "two-2"]
        assert self.keys(severity="error") == ["one-1"]
        assert self.keys(record="area/two-2") == ["two-2"]

    def test_fits_all_that_is_asked_for(self):
        assert self.keys(code="one", severity="note") == []
        assert self.keys(code="two", record="area/one-1") == []
        assert self.keys(severity="note", record="area/two-1") == ["two-1"]


class TestLines:
    def test_rarest_kind_of_a_severity_comes_first_and_the_gravest_before_it(self):
        found = [*several("common", Severity.WARNING, 3), *several("rare", Severity.WARNING)]
        found += [*several("zero", Severity.ERROR, 4), *several("alone", Severity.NOTE)]
        assert headings(found) == ["error: zero: 4", "warning: rare: 1", "warning: common: 3", "note: alone: 1"]

    def test_same_code_is_a_kind_of_its_own_under_another_severity(self):
        found = [*several("one", Severity.WARNING), *several("one", Severity.ERROR)]
        assert headings(found) == ["error: one: 1", "warning: one: 1"]

    def test_as_many_as_are_shown_leave_nothing_out(self):
        found = lines(several("one", Severity.ERROR, SHOWN))
        assert found[0] == f"error: one: {SHOWN}"
        assert found[1:] == [f"  area/one-{n}: Wrong." for n in range(1, SHOWN + 1)]

    def test_more_are_counted(self):
        found = lines(several("one", Severity.ERROR, SHOWN + 1))
        assert found[1:] == [
            *(f"  area/one-{n}: Wrong." for n in range(1, SHOWN + 1)),
            "  … and 1 more: --kind one",
        ]

    def test_notes_are_only_counted_unless_all_is_asked_for(self):
        found = several("one", Severity.NOTE, 2)
        assert lines(found) == ["note: one: 2"]
        assert lines(found, shown=None) == ["note: one: 2", "  area/one-1: Wrong.", "  area/one-2: Wrong."]

    def test_all_are_shown_where_all_is_asked_for(self):
        assert len(lines(several("one", Severity.WARNING, SHOWN + 2), shown=None)) == SHOWN + 3


class TestCounts:
    found = (*several("one", Severity.ERROR), *several("two", Severity.NOTE, 2), *several("other", Severity.NOTE))

    @pytest.mark.parametrize(
        ("language", "said"), [("en", "1 error, 0 warnings, 3 notes"), ("fr", "1 erreur, 0 avertissement, 3 notes")]
    )
    def test_are_of_each_severity_in_words(self, language, said):
        with override(language):
            assert total(list(self.found)) == said

    def test_are_of_each_severity_and_kind_for_scripts(self):
        data = json.loads(as_json(list(self.found)))
        assert data["counts"] == {"error": 1, "warning": 0, "note": 3}
        assert data["kinds"] == {"one": 1, "two": 2, "other": 1}
        assert [one["record"] for one in data["findings"]] == ["area/one-1", "area/two-1", "area/two-2", "area/other-1"]

    @pytest.mark.parametrize("number", [0, 2])
    def test_are_indented_for_scripts_as_if_written_at_once(self, number):
        text = as_json([Finding("one", Severity.ERROR, "area", "a", '“Œ\n"…', pk=n) for n in range(number)])
        assert text == json.dumps(json.loads(text), indent=1) + "\n"
