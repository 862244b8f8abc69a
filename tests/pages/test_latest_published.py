"""What was published last."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from partnerships.models import Change, CorrectionReason
from partnerships.pages.latest_published import latest_changes
from partnerships.records.snapshot.taking import snapshot
from tests.factories import DecisionFactory, PartnerFactory, VisitFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def published(factory, days, **facts):
    return factory(publication="published", published_at=NOW - timedelta(days=days), **facts)


def test_latest_of_all_kinds_come_first():
    older, latest = published(DecisionFactory, 2), published(VisitFactory, 1)
    published(DecisionFactory, 3)
    DecisionFactory(publication="draft", published_at=None)
    with override("en"):
        assert [(strip_tags(one.said), one.day.isoformat()) for one in latest_changes()] == [
            (f"{latest.title_en} was added to the register.", "2026-02-28"),
            (f"{older.title_en} was added to the register.", "2026-02-27"),
        ]


def test_what_was_published_on_one_day_is_told_at_once():
    for title in ("One", "Other"):
        published(DecisionFactory, 1, title_en=title)
    with override("en"):
        (told,) = latest_changes()
    assert strip_tags(told.said) in (
        f"{one} and {two} were added to the register." for one, two in (("One", "Other"), ("Other", "One"))
    )


def test_corrections_are_told_with_their_reasons_among_what_was_added():
    older = published(DecisionFactory, 30, title_en="Before")
    before = snapshot(older)
    older.title_en = "After"
    older.save()
    told = Change.objects.create(
        kind="decision", key=older.key, action="update", at=NOW, before=before, after=snapshot(older)
    )
    CorrectionReason.objects.create(change=told, text_en="The source says so", text_fr="La source le dit")
    with override("en"):
        first, _added = latest_changes()
    assert (first.day.isoformat(), strip_tags(first.said)) == (
        "2026-03-01",
        "After was corrected (title, in English). Reason: The source says so",
    )


def test_of_what_was_published_at_once_the_latest_in_time_is_told_and_no_partner():
    published(PartnerFactory, 0)
    for year in ("2001", "2003", "2002"):
        published(DecisionFactory, 1, title_en=f"Of {year}", date=year)
    with override("en"):
        (told,) = latest_changes()
    assert strip_tags(told.said) == "Of 2003 and Of 2002 were added to the register."
