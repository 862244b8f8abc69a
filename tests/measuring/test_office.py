"""The audit of the back-office knows every address that the back-office has."""

import pytest

from measuring import office


@pytest.mark.once
def test_every_address_is_looked_at_or_is_no_page():
    found = {name for name, _pattern in office.addresses()}
    known = {*office.OWN, *office.ENTRANCE, *office.NO_PAGE}
    assert {name for name in found if office.of_a_model(name) is None} == known
