"""What a tenure says against itself, its office and those beside it."""

from collections.abc import Callable

import pytest

from tests.factories import MilestoneFactory, OfficeFactory, PersonFactory, TenureFactory

from .cases import Case, Cells, cells, day, milestone, recorded

pytestmark = pytest.mark.django_db


def appointed(given):
    """A tenure whose person is seen on 1 May 2010 and appointed on the day given."""
    tenure = TenureFactory(period="")
    MilestoneFactory(tenure=tenure, kind="seen", date="2010-05-01")
    MilestoneFactory(tenure=tenure, kind="appointed", date=given)


def two_tenures(same_person: bool) -> Callable[[str], object]:
    def make(given):
        office, person = OfficeFactory(), PersonFactory()
        TenureFactory(office=office, person=person, period="2010-01-01/2012-01-01")
        TenureFactory(office=office, person=person if same_person else PersonFactory(), period=f"{given}/2013-01-01")

    return make


def going_on_since(given):
    """A tenure that is still going on, and of which a source shows the person in office on the day given."""
    tenure = TenureFactory(period="2000-01-01/..", publication="published")
    MilestoneFactory(tenure=tenure, kind="seen", date=given)


CASES = [
    *(
        Case("service-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01")
        for kind in ("credentials", "seen", "recalled")
    ),
    *(
        Case("service-after-end", kind, milestone(kind), "2012-01-02", "2012-01-01")
        for kind in ("arrived", "credentials", "seen", "recalled")
    ),
    Case("service-before-appointment", "start", milestone("appointed"), "2010-01-02", "2010-01-01"),
    Case("service-before-appointment", "seen", appointed, "2010-05-02", "2010-05-01"),
    *(Case("left-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01") for kind in ("ended", "departed")),
    Case("end-disagrees", "later", milestone("ended"), "2012-01-02", "2012-01-01"),
    Case("end-disagrees", "earlier", milestone("ended"), "2011-12-31", "2012-01"),
    Case(
        "never-served-seen",
        "tenure",
        lambda given: MilestoneFactory(tenure=TenureFactory(never_served=True, period=""), kind=given),
        "credentials",
        "appointed",
    ),
    Case("ending-of-what-goes-on", "tenure", recorded(TenureFactory, "period", ending="term"), "2010/..", "2010/"),
    Case(
        "ending-not-abolition",
        "tenure",
        lambda given: TenureFactory(ending="abolition", office=OfficeFactory(period=given)),
        "1990/..",
        "1990/",
    ),
    Case("two-holders", "office", two_tenures(same_person=False), "2011-12-31", "2012-01-01"),
    Case("tenure-twice", "office", two_tenures(same_person=True), "2011-12-31", "2012-01-01"),
    Case("due-for-checking", "tenure", going_on_since, day(-367), day(-365)),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
