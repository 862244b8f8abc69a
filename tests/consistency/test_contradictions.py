"""Every cell of the matrix of contradictions: what contradicts is found, what just does not is left alone."""

import re
from pathlib import Path

import pytest

from partnerships.consistency import RULES, check_register

from .cases import CASES, SOUND

pytestmark = pytest.mark.django_db

MATRIX = Path(__file__).resolve().parents[2] / "docs" / "contradictions.md"
#: One cell of each kind of finding: the others are asked in the same words, of other tables.
FIRST = {case.code: case for case in reversed(CASES)}
CELLS = [
    pytest.param(case, id=f"{case.code}: {case.name}", marks=() if case is FIRST[case.code] else pytest.mark.once)
    for case in CASES
]


@pytest.mark.parametrize("case", CELLS)
class TestCell:
    def test_contradiction_is_found(self, case):
        case.make(case.contradictory)
        assert check_register(case.code)

    @pytest.mark.once
    def test_boundary_is_not(self, case):
        case.make(case.sound)
        assert not check_register(case.code)


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_left_alone(name):
    SOUND[name]()
    assert check_register() == []


class TestMatrix:
    def test_every_kind_of_finding_has_a_case(self):
        assert {case.code for case in CASES} == set(RULES)

    def test_every_kind_of_finding_is_written_down_with_its_severity(self):
        written = dict(re.findall(r"`([a-z-]+)` \((error|warning|note)\)", MATRIX.read_text()))
        assert written == {code: rule.severity.value for code, rule in RULES.items()}
