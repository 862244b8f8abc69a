"""The shape of a case: a register that a finding is in, and the nearest that it is not in.

Each module of checks has its cases in its own file, as `CASES`; `test_contradictions.py` holds them all against
`docs/contradictions.md`.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple

import pytest
from django.utils.translation import override

from partnerships import dates
from partnerships.consistency import check_register
from partnerships.records.kinds import record_named
from tests.factories import MilestoneFactory, TenureFactory


class Case(NamedTuple):
    """One cell: `make` is called with what contradicts, then in another register with what just does not."""

    code: str
    name: str
    make: Callable[[str], object]
    contradictory: str
    sound: str


def cells(cases: Sequence[Case]) -> list:
    """Return the cases as parameters: one of each kind of finding is asked of both databases, the others of one."""
    first = {case.code: case for case in reversed(cases)}
    return [
        pytest.param(case, id=f"{case.code}: {case.name}", marks=() if case is first[case.code] else pytest.mark.once)
        for case in cases
    ]


class Cells:
    """What is asked of each case."""

    def test_contradiction_is_found(self, case):
        case.make(case.contradictory)
        found = check_register(case.code)
        assert found
        for each in found:
            assert record_named(each.kind, each.key), each
            assert not each.about or record_named(*each.about.split("/")), each.about

    @pytest.mark.once
    def test_boundary_is_not(self, case):
        case.make(case.sound)
        assert not check_register(case.code)


def told(code: str) -> list[tuple[str, str, str]]:
    """Return what is found of one kind, in English: of which record, in which field, and the sentence."""
    with override("en"):
        return [(found.record, found.field, found.sentence) for found in check_register(code)]


def about(code: str) -> list[tuple[str, str, str]]:
    """Return what is found of one kind: of which record, about which other, and about which part."""
    return [(found.record, found.about, found.part) for found in check_register(code)]


def day(distance: int) -> str:
    """Return the day so many days from today."""
    return (dates.today() + timedelta(days=distance)).isoformat()


def recorded(factory, field: str, **fields) -> Callable[[str], object]:
    return lambda given: factory(**{field: given, **fields})


def milestone(kind: str, **fields) -> Callable[[str], object]:
    """Return what makes a milestone of `kind` on the day given, in a tenure from 2010 to 2012."""
    return lambda given: MilestoneFactory(
        tenure=TenureFactory(**{"period": "2010-01-01/2012-01-01", **fields}), kind=kind, date=given
    )
