"""Days that have not come, and days that machines write."""

import pytest

from tests.factories import (
    AgreementFactory,
    DecisionFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    SourceFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, cells, day, milestone, recorded

pytestmark = pytest.mark.django_db


CASES = [
    Case("placeholder", "end of a tenure", recorded(TenureFactory, "period"), "2018-06-01/9999-12-31", "2018-06-01/.."),
    Case("placeholder", "birth", recorded(PersonFactory, "birth"), "1900-01-01", "1900-01-02"),
    Case("placeholder", "coverage", recorded(OfficeFactory, "coverage"), "1990/2099-12-31", "1990/2019-12-31"),
    Case("placeholder", "milestone", milestone("appointed", period=""), "1900-01-01", "1900-01-02"),
    Case("going-on-from-a-day-to-come", "tenure", recorded(TenureFactory, "period"), f"{day(1)}/..", f"{day(0)}/.."),
    Case(
        "going-on-from-a-day-to-come", "stop", lambda given: StopFactory(period=given), f"{day(1)}/..", f"{day(0)}/.."
    ),
    Case("far-future", "tenure", recorded(TenureFactory, "period"), f"{day(3661)}/", f"{day(3660)}/"),
    *(
        Case("not-yet", name, make, day(1), day(0))
        for name, make in (
            ("visit held", recorded(VisitFactory, "period")),
            ("meeting held", recorded(MeetingFactory, "date")),
            ("decision", recorded(DecisionFactory, "date")),
            ("agreement signed", recorded(AgreementFactory, "date")),
            ("statement", recorded(StatementFactory, "date")),
            ("source published", recorded(SourceFactory, "date")),
            ("source read", recorded(SourceFactory, "accessed_on")),
            ("tenure checked", recorded(TenureFactory, "checked_on")),
            ("office checked", recorded(OfficeFactory, "checked_on")),
            ("mission checked", recorded(MissionFactory, "checked_on")),
            ("seen", milestone("seen", period="2010/")),
            ("death", recorded(PersonFactory, "death")),
        )
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
