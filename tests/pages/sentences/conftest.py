"""Whom several sentences are about."""

import pytest

from tests.factories import PUBLISHED, OrganizationFactory, StateFactory


@pytest.fixture
def nato():
    return OrganizationFactory(key="nato", name_en="NATO", name_fr="OTAN", **PUBLISHED)


@pytest.fixture
def emirates():
    return StateFactory(key="ae", name_en="United Arab Emirates", name_fr="Émirats arabes unis", **PUBLISHED)
