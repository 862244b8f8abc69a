"""Nobody acts before birth or after death."""

from collections.abc import Callable

import pytest

from tests.factories import (
    AgreementFactory,
    MeetingFactory,
    MilestoneFactory,
    ParticipationFactory,
    PersonFactory,
    PostingFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db

#: What a person does: from the day given on, or on it.
DOINGS: dict[str, Callable] = {
    "tenure": lambda person, first, last: TenureFactory(person=person, period=f"{first}/{last}"),
    "posting": lambda person, first, last: PostingFactory(person=person, period=f"{first}/{last}"),
    "visit": lambda person, first, last: ParticipationFactory(
        person=person, visit=VisitFactory(period=f"{first}/{last}")
    ),
    "meeting": lambda person, first, last: ParticipationFactory(person=person, meeting=MeetingFactory(date=last)),
    "agreement": lambda person, first, last: ParticipationFactory(person=person, agreement=AgreementFactory(date=last)),
    "milestone": lambda person, first, last: MilestoneFactory(
        tenure=TenureFactory(person=person, period=""), kind="seen", date=last
    ),
}


def living(make: Callable, **life: str) -> Callable[[str], object]:
    return lambda given: make(PersonFactory(**life), given, given)


def _cases() -> list[Case]:
    cases = []
    for name, make in DOINGS.items():
        cases += [
            Case("before-birth", name, living(make, birth="1950-05-01"), "1950-04-30", "1950-05-01"),
            Case("after-death", name, living(make, death="2010-05-01"), "2010-05-02", "2010-05-01"),
            Case("after-death", f"{name}, to the month", living(make, death="2010-05"), "2010-06-01", "2010-05-31"),
        ]
    return cases


CASES = [
    *_cases(),
    Case(
        "after-death",
        "tenure still going on",
        lambda given: TenureFactory(person=PersonFactory(death="2010-05-01"), period=given),
        "2005/..",
        "2005/",
    ),
    Case(
        "death-before-birth", "life", lambda given: PersonFactory(birth="1950-05-01", death=given), "1950-04", "1950-05"
    ),
    Case("life-too-long", "life", lambda given: PersonFactory(birth="1850", death=given), "1971", "1970"),
    Case(
        "ending-not-death",
        "tenure",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period=f"2010/{given}", ending="death"),
        "2012-01-01",
        "2012-01-02",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
