"""A record is let to the public for the length of a transaction."""

from datetime import UTC, datetime

import pytest

from partnerships.editorial.previewing import let_public
from partnerships.models import Change, Place, Visit
from partnerships.transactions import taken_back
from tests.factories import MeetingFactory, PlaceFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


def test_takes_along_what_it_names_and_writes_nothing_down():
    visit = VisitFactory()
    place, hidden = PlaceFactory(), PlaceFactory(publication="withdrawn", withdrawal_reason_fr="Erreur.")
    meeting = MeetingFactory(stop=StopFactory(visit=visit, place=place), publication="")
    StopFactory(visit=visit, place=hidden)
    with taken_back():
        shown, along = let_public(meeting, lambda record: True)
        assert (shown, shown.publication, along) == (visit, "published", [place])
        hidden.refresh_from_db()
        assert hidden.publication == "withdrawn"
    assert (Visit.objects.get().publication, Place.objects.get(pk=place.pk).publication) == ("draft", "draft")
    assert not Change.objects.exists()


def test_leaves_what_may_not_be_seen():
    visit = VisitFactory()
    StopFactory(visit=visit, place=PlaceFactory())
    with taken_back():
        assert let_public(visit, lambda record: False)[1] == []


def test_takes_along_what_is_in_review_and_keeps_since_when_something_was_public():
    since = datetime(2018, 5, 24, tzinfo=UTC)
    visit = VisitFactory(published_at=since)
    place = PlaceFactory(publication="in_review")
    seen = PlaceFactory(publication="published", published_at=since)
    for each in (place, seen):
        StopFactory(visit=visit, place=each)
    with taken_back():
        shown, along = let_public(visit, lambda record: True)
        assert (along, shown.published_at) == ([place], since)
        place.refresh_from_db()
        assert (place.publication, place.published_at is None) == ("published", False)
