"""One finding: by what it is known, and where it is mended."""

from dataclasses import replace

import pytest

from partnerships.consistency.findings import REBUILD, Finding, Severity

pytestmark = pytest.mark.once
FOUND = Finding("ends-early", Severity.ERROR, "tenure", "a", "It ends early.", pk=7)


def test_is_known_by_what_it_is_about_and_not_by_its_words():
    assert FOUND.name == replace(FOUND, sentence="Il prend fin trop tôt.", pk=8).name
    others = [replace(FOUND, **{name: "b"}) for name in ("code", "kind", "key", "field", "about", "part")]
    assert len({FOUND.name, *(each.name for each in others)}) == 7


def test_is_mended_in_the_form_of_its_record_or_by_a_command():
    assert FOUND.where == "/admin/partnerships/tenure/7/change/"
    [code, *_others] = REBUILD
    assert replace(FOUND, code=code, pk=None).where == REBUILD[code]


def test_of_what_has_no_form_is_mended_nowhere():
    assert replace(FOUND, kind="nonsense").where == ""


def test_says_how_grave_it_is_of_which_record_and_why():
    assert str(FOUND) == "error: tenure/a: It ends early."


def test_gravest_comes_first():
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
