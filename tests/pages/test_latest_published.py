"""What was published last."""

from datetime import UTC, datetime, timedelta

import pytest

from partnerships.pages.latest_published import latest_changes
from tests.factories import DecisionFactory, VisitFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def published(factory, days, **facts):
    return factory(publication="published", published_at=NOW - timedelta(days=days), **facts)


def test_latest_of_all_kinds_come_first():
    older, latest = published(DecisionFactory, 2), published(VisitFactory, 1)
    published(DecisionFactory, 3)
    DecisionFactory(publication="draft", published_at=None)
    assert [(one.record, one.day.isoformat()) for one in latest_changes()] == [
        (latest, "2026-02-28"),
        (older, "2026-02-27"),
    ]
