"""Dates that were once refused or read wrongly: each line of `cases/` is what is typed and what is right."""

from pathlib import Path

import pytest
import time_machine

from partnerships.dates import DateError, read, word

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
LINES = [
    tuple(part.strip() for part in line.rpartition(" = ")[::2])
    for path in FILES
    for line in path.read_text().splitlines()
    if " = " in line
]


@pytest.fixture(scope="module", autouse=True)
def _day_of_the_cases():
    """How far ahead a year of two digits may end counts from today."""
    with time_machine.travel("2026-11-30T10:00:00Z", tick=False):
        yield


def test_cases_are_found():
    assert len(LINES) > 25


@pytest.mark.parametrize(("typed", "right"), LINES)
def test_case(typed: str, right: str):
    if right.startswith('"'):
        with pytest.raises(DateError, match=f"(?i){right[1:-1]}"):
            read(typed)
    elif " / " in right:
        several = right.split(" / ")
        # What is kept in the words of one language is said again from them in both.
        for text in (typed, *several):
            assert [word(read(text), language) for language in ("fr", "en")] == several
    else:
        value = read(typed)
        assert value.edtf == right
        # What is shown is read again, in either language, as the same date.
        assert {read(word(value, language)).edtf for language in ("fr", "en")} == {right}
