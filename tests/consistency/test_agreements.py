"""Agreements: in force, signed and renewed one after the other."""

from collections.abc import Callable

import pytest

from tests.factories import AgreementFactory

from .cases import Case, Cells, about, cells, day, recorded, told

pytestmark = pytest.mark.django_db


def renewed(**fields) -> Callable[[str], object]:
    """Return what makes an agreement of the period given, which another one renews."""
    return lambda given: AgreementFactory(renews=AgreementFactory(period=given), **fields)


CASES = [
    Case("renewed-and-goes-on", "agreement", renewed(period="2018-07-01/.."), "2010/..", "2010/2018-07-01"),
    Case("renewed-and-goes-on", "end not known", renewed(period="2018-07-01/.."), "2010/..", "2010/"),
    Case("renewed-and-goes-on", "signed", renewed(date="2018-07-01"), "2010/..", "2010/2018"),
    Case(
        "renewed-and-goes-on",
        "not yet in force",
        lambda given: renewed(date=day(-9), period=f"{given}/..")("2010/.."),
        day(-1),
        day(0),
    ),
    Case(
        "renewed-and-goes-on",
        "not yet signed",
        lambda given: renewed(date=given)("2010/.."),
        day(-1),
        day(0),
    ),
    Case(
        "in-force-before-signed",
        "agreement",
        recorded(AgreementFactory, "period", date="2013-04-15"),
        "2013-04-14/..",
        "2013-04-15/..",
    ),
    Case(
        "in-force-before-signed",
        "signed in some month",
        recorded(AgreementFactory, "period", date="2013-04"),
        "2013-03-31/..",
        "2013-04-01/..",
    ),
    Case(
        "in-force-before-signed",
        "in force from some month",
        recorded(AgreementFactory, "period", date="2013-04-15"),
        "2013-03/..",
        "2013-04/..",
    ),
    Case(
        "in-force-before-signed",
        "signed on a day not known",
        lambda given: AgreementFactory(date=given, period="2013-04-14/.."),
        "2013-04-15",
        "",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    def test_in_force_before_it_was_signed(self):
        AgreementFactory(key="a", date="2013-04-15", period="2013-04-14/..")
        assert told("in-force-before-signed") == [("agreement/a", "period", "It is in force before it was signed.")]

    def test_renewed_agreement(self):
        AgreementFactory(key="new", date="2018-07-01", renews=AgreementFactory(key="old", period="2010/.."))
        sentence = "It is “still going on”, and this has renewed it: new."
        assert told("renewed-and-goes-on") == [("agreement/old", "period", sentence)]
        assert about("renewed-and-goes-on") == [("agreement/old", "agreement/new", "")]
