"""What the tests of the editorial ways share."""

import pytest

from tests.factories import AreaFactory, VisitFactory


@pytest.fixture
def visit():
    """A draft that names another draft."""
    visit = VisitFactory()
    visit.areas.add(AreaFactory())
    return visit
