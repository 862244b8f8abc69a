"""What is withdrawn troubles nobody, but where the withdrawal itself does."""

import pytest

from partnerships.consistency.register import check_register, of_check
from tests.factories import AreaFactory, OfficeFactory, OrganizationFactory, PersonFactory, TenureFactory

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


@pytest.mark.once
def test_addresses_are_those_of_withdrawn_records_too():
    OrganizationFactory(key="a", slug_en="council", **GONE)
    OrganizationFactory(key="council")
    assert [found.record for found in check_register("address-taken")] == ["organization/council"]
