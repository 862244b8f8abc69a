"""What is withdrawn troubles nobody, but where the withdrawal itself does."""

import pytest

from partnerships.consistency.register import check_register, of_check
from tests.factories import (
    AreaFactory,
    EmbassyFactory,
    MilestoneFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import about

pytestmark = pytest.mark.django_db

GONE = {"publication": "withdrawn", "withdrawal_reason_en": "A duplicate."}


def test_what_is_withdrawn_is_left_aside_and_what_stands_is_not():
    for key, fields in (("gone", GONE), ("stands", {})):
        PersonFactory(key=key, birth="1990", death="1980", **fields)
    assert about("death-before-birth") == [("person/stands", "", "")]
    assert [found.key for found in of_check("people")] == ["stands"]


def test_nobody_is_told_that_something_contradicts_a_withdrawn_record():
    office, person = OfficeFactory(), PersonFactory()
    TenureFactory(office=office, person=person, key="gone", period="2010-01-01/2014-01-01", **GONE)
    TenureFactory(office=office, key="stands", period="2011-01-01/2012-01-01")
    assert about("two-holders") == []
    TenureFactory(office=office, key="third", period="2011-06-01/2012-06-01")
    assert about("two-holders") == [("tenure/stands", "tenure/third", "")], "nor does one hide two that stand"


def test_a_withdrawn_record_hides_no_two_that_are_alike():
    AreaFactory(key="a", name_en="Cyber defence", **GONE)
    AreaFactory(key="b", name_en="Cyber defence")
    assert about("same-name") == []
    AreaFactory(key="c", name_en="Cyber defence")
    assert about("same-name") == [("area/c", "area/b", "")]


def test_a_withdrawn_record_hides_no_two_that_stand_together():
    state, host, office = StateFactory(), StateFactory(), OfficeFactory()
    body = OrganizationFactory()
    for key, fields in (("a", GONE), ("b", {}), ("c", {})):
        EmbassyFactory(key=key, state=state, receiving_state=host, period="1990/2015", **fields)
        PartnerFactory(key=key, state=state, organization=body, period="1990/2015", **fields)
        tenure = TenureFactory(key=key, office=office, person=PersonFactory(), period="", **fields)
        MilestoneFactory(tenure=tenure, kind="credentials", date="2018-05-01")
    assert about("two-posts") == [("embassy/c", "embassy/b", "")]
    assert about("partner-twice") == [("partner/c", "partner/b", "")]
    assert about("milestone-of-another") == [("tenure/c", "tenure/b", "")]


def test_what_a_withdrawn_record_alone_denies_is_no_finding():
    visit, office, person = VisitFactory(period="2018"), OfficeFactory(), PersonFactory()
    TenureFactory(office=office, person=PersonFactory(), period="2010/2020", **GONE)
    ParticipationFactory(visit=visit, office=office, person=person)
    assert about("office-of-another-holder") == []
    TenureFactory(office=office, person=person, period="2017/2019", **GONE)
    TenureFactory(office=office, person=person, period="2019/2020")
    assert len(about("not-in-office")) == 1, "nor does one bear what is denied"


@pytest.mark.once
def test_addresses_are_those_of_withdrawn_records_too():
    OrganizationFactory(key="a", slug_en="council", **GONE)
    OrganizationFactory(key="council")
    assert [found.record for found in check_register("address-taken")] == ["organization/council"]
