"""Which partners a decision about all partners of its day reaches."""

import pytest

from partnerships.models import Decision
from partnerships.records.kinds import KINDS
from partnerships.records.kinds.decisions import partners_of_the_day
from tests.factories import DecisionFactory, PartnerFactory

PERIODS = {
    "ended-before": "2000/2018-04-30",
    "ended-on-its-first-day": "2000/2018-05-01",
    "began-on-its-last-day": "2018-05-31/..",
    "began-after": "2018-06-01/..",
    "undated": "",
}


@pytest.mark.django_db
@pytest.mark.once
def test_are_those_whose_partnership_possibly_contains_the_day():
    for key, period in PERIODS.items():
        PartnerFactory(key=key, period=period)
    decision = DecisionFactory(date="2018-05", scope="all_partners")
    reached = {"ended-on-its-first-day", "began-on-its-last-day", "undated"}
    reach = KINDS["decision"].reach
    assert {partner.key for partner in partners_of_the_day(decision)} == reached
    assert {*reach.of(decision, reach.rows())} == reached
    decision.scope = Decision.Scope.PARTNERS
    assert [*reach.of(decision, reach.rows())] == []
