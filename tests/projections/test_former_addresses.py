"""The addresses that a record loses lead on, if the public ever saw them."""

import pytest
from django.utils import timezone

from partnerships.models import Area, ErrorReport, FormerAddress, Posting
from partnerships.projections.former_addresses import addresses_of
from tests.factories import AreaFactory, StateFactory

pytestmark = pytest.mark.django_db


def kept():
    return set(FormerAddress.objects.values_list("language", "slug", "key"))


@pytest.mark.parametrize(
    "stands", [{"publication": "published"}, {"publication": "withdrawn", "withdrawal_reason_en": "-"}]
)
def test_are_kept_where_the_slug_or_the_key_changes(stands):
    area = AreaFactory(key="cyber", slug_en="cyber-defence", slug_fr="cyberdefense", **stands)
    area.slug_en = "cyber"
    area.save()
    assert kept() == {("en", "cyber-defence", "cyber")}
    area.key = "cyber-2"
    area.save()
    assert kept() == {("en", "cyber-defence", "cyber-2"), ("en", "cyber", "cyber-2"), ("fr", "cyber", "cyber-2")}


def test_of_what_the_public_saw_once_are_kept_and_reports_follow_the_key():
    area = AreaFactory(key="cyber", slug_en="cyber-defence", publication="draft", published_at=timezone.now())
    ErrorReport.objects.create(kind="area", key="cyber", language="en", text="It is wrong.", token="t")
    area.slug_en, area.key = "cyber-security", "cyber-2"
    area.save()
    assert ("en", "cyber-defence", "cyber-2") in kept()
    assert ErrorReport.objects.get().key == "cyber-2"


def test_of_a_draft_are_forgotten():
    area = AreaFactory(slug_en="cyber-defence", publication="draft")
    Area.objects.filter(pk=area.pk).update(slug_en="cyber", key="other")
    assert kept() == set()


def test_that_stay_or_never_were_are_not_kept():
    area = AreaFactory(key="cyber", slug_en="cyber", slug_fr=None, publication="published")
    area.slug_fr, area.note = "cyberdefense", "Seen."
    area.save()
    assert kept() == set()


def test_of_another_kind_with_the_same_key_stay():
    area, state = AreaFactory(key="same", publication="published"), StateFactory(key="same", publication="published")
    for kind in ("area", "state"):
        FormerAddress.objects.create(kind=kind, key="same", language="fr", slug=f"old-{kind}")
    area.key = "other"
    area.save()
    assert {("fr", "old-area", "other"), ("fr", "old-state", "same")} <= kept()
    assert FormerAddress.objects.filter(kind="state").get().key == state.key


def test_kind_without_pages_has_none():
    assert addresses_of(Posting, [1]) == {}
