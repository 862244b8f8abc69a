"""The codes of a State are those of one country."""

import pytest

from tests.factories import PartnerFactory, StateFactory

from .cases import Case, Cells, cells, told

pytestmark = pytest.mark.django_db


def keyed(given):
    """A State, or a partnership of one, of the code and key given."""
    code, _, key = given.partition(" ")
    if key.startswith("partner "):
        PartnerFactory(key=key.removeprefix("partner "), state=StateFactory(key="state", iso2=code))
    else:
        StateFactory(iso2=code, key=key)


CASES = [
    Case("key-of-another-state", "State", keyed, "JP kr", "JP jp"),
    Case("key-of-another-state", "of no country", keyed, "GB ua", "GB uk"),
    Case("key-of-another-state", "second partnership", keyed, "JP partner kr-2", "JP partner jp-2"),
    Case("codes-disagree", "three letters", lambda given: StateFactory(iso2="ZM", iso3=given), "KEN", "ZMB"),
    Case("codes-disagree", "digits", lambda given: StateFactory(iso3="ZMB", iso_numeric=given), "404", "894"),
    Case("codes-disagree", "no longer given", lambda given: StateFactory(iso2="ET", iso_numeric=given), "404", "230"),
    # The French Territory of the Afars and the Issas: its two letters are those of Anguilla, its digits of Djibouti.
    Case(
        "codes-disagree", "passed on", lambda given: StateFactory(iso2="AI", iso3=given, iso_numeric="262"), "", "AFI"
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
def test_field_is_the_last_that_disagrees():
    StateFactory(key="zz", iso2="ZM", iso3="ZMB", iso_numeric="404")
    sentence = "Its ISO codes are not those of one country: ZM, ZMB, 404."
    assert told("codes-disagree") == [("state/zz", "iso_numeric", sentence)]
