"""Since when findings are what they are."""

from datetime import UTC, datetime

import pytest

from partnerships.consistency import Finding, Severity
from partnerships.consistency.ages import unchanged_since
from partnerships.models import Change
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

DAYS = [datetime(2018, 5, day, tzinfo=UTC) for day in (3, 9)]


def found(key, about=""):
    return Finding("c", Severity.WARNING, "place", key, "Wrong.", about=about)


def test_since_the_last_change_of_what_they_are_about():
    PlaceFactory(key="published", published_at=DAYS[0])
    PlaceFactory(key="changed", published_at=DAYS[0])
    PlaceFactory(key="draft")
    Change.objects.create(kind="place", key="changed", action="update", at=DAYS[1])
    expected = {
        found("published"): DAYS[0],
        found("changed"): DAYS[1],
        found("published", about="place/changed"): DAYS[1],
        found("draft"): None,
        found("nowhere", about="table/changed"): None,
    }
    assert unchanged_since(expected) == expected
