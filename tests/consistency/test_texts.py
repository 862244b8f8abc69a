"""Damaged texts, untranslated copies, and names missing in a language."""

from collections.abc import Callable

import pytest

from tests.factories import AreaFactory, CitationFactory, DecisionFactory

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db


def texts(given):
    DecisionFactory(text_fr=given)


def part_text(given):
    CitationFactory(decision=DecisionFactory(), remark_en=given)


def copied(given):
    text = "The council decides that the embassy in Belgium serves as the mission to the organisation."
    DecisionFactory(text_fr=text, text_en=given or text)


def named(language: str) -> Callable[[str], object]:
    return lambda given: AreaFactory(publication="published", **{f"name_{language}": given})


CASES = [
    *(
        Case("damaged-text", damaged, make, f"The {damaged} of it", "The whole of it: “é” & 3 < 4, why???")
        for damaged in ("d\ufffdcision", "dÃ©cision", "itâ€™s", "Smith &amp; Co", "<p>text</p>", r"\ud83d", "????")
        for make in (texts,)
    ),
    Case("damaged-text", "remark of a citation", part_text, "itâ€™s", "it’s"),
    Case(
        "untranslated-copy",
        "decision",
        copied,
        "",
        "The council decides that the embassy in Belgium serves as a mission.",
    ),
    Case("missing-fr", "area", named("fr"), "", "sûreté"),
    Case("missing-en", "area", named("en"), "", "safety"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
