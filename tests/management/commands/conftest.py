import pytest
from django.utils import translation


@pytest.fixture
def english(_fresh_state):
    """What is expected of the commands of the exchange is read in English."""
    with translation.override("en"):
        yield
