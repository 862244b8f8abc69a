import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    """What is expected here is read in English."""
    with translation.override("en"):
        yield
