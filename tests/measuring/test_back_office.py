"""The audit of the back-office knows every address that the back-office has."""

import pytest

from measuring import back_office


@pytest.mark.once
def test_every_address_is_looked_at_or_is_no_page():
    found = {name for name, _pattern in back_office.addresses()}
    known = {*back_office.OWN, *back_office.ENTRANCE, *back_office.NO_PAGE}
    assert {name for name in found if back_office.of_a_model(name) is None} == known
