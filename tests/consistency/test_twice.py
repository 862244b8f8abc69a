"""The same thing recorded twice, and addresses given twice."""

from collections.abc import Callable

import pytest

from partnerships import models
from tests.factories import (
    AgreementFactory,
    DecisionFactory,
    MeetingFactory,
    PartnerFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
)

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db


def former_address(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key="two", slug_en=given)


def former_address_key(given):
    PartnerFactory(key="one", slug_en="new")
    models.FormerAddress.objects.create(kind="partner", key="one", language="en", slug="old")
    PartnerFactory(key=given)


def same_url(given):
    SourceFactory(url="https://example.org/a")
    SourceFactory(url=given)


def same_wikidata(given):
    PersonFactory(wikidata="Q1")
    PersonFactory(wikidata=given)


def same_state(given):
    StateFactory(iso2="JP")
    StateFactory(iso2=given)


def same_person(given):
    PersonFactory(name="Person A", birth="1950-01-01")
    PersonFactory(name="Person A", birth=given)


def same_day(factory, **fields) -> Callable[[str], object]:
    def make(given):
        partner = PartnerFactory()
        name = "period" if factory is VisitFactory else "date"
        for on in ("2017-10-30", given):
            factory(**{name: on, **fields}).partners.add(partner)

    return make


CASES = [
    Case("same-source", "source", same_url, "https://example.org/a", "https://example.org/b"),
    Case("same-identifier", "person", same_wikidata, "Q1", "Q2"),
    Case("same-identifier", "State", same_state, "JP", "KR"),
    Case("same-person", "person", same_person, "1950-01-01", "1950-01-02"),
    Case("same-day", "meeting", same_day(MeetingFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "agreement", same_day(AgreementFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "visit", same_day(VisitFactory), "2017-10-30", "2017-10-31"),
    Case("same-day", "decision", same_day(DecisionFactory, body=None), "2017-10-30", "2017-10-31"),
    Case("former-address-taken", "slug", former_address, "old", "older"),
    Case("former-address-taken", "key that stands in", former_address_key, "old", "older"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
