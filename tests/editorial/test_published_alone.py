"""What somebody publishes alone has a reason, and a flag until another confirms it."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone, translation

from partnerships import editorial
from partnerships.editorial.history import record_change
from partnerships.editorial.published_alone import public_before, written_alone
from partnerships.models import Change, Confirmation
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, MeetingFactory, StateFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [User.objects.create_user(name) for name in ("one", "two")]


def written(record, by):
    return editorial.record_saving(record, by=by, before=None)


class TestPublishingAlone:
    @pytest.mark.parametrize("reason", ["", " "])
    def test_asks_for_a_reason(self, people, reason):
        area = AreaFactory()
        written(area, people[0])
        with translation.override("en"), pytest.raises(editorial.Refused, match="Nobody but you"):
            editorial.publish(area, by=people[0], reason=reason)
        area.refresh_from_db()
        assert area.publication == "draft"

    def test_is_flagged_with_the_reason(self, people):
        area = AreaFactory()
        written(area, people[0])
        editorial.publish(area, by=people[0], reason="Nobody is here")
        assert Confirmation.objects.get().reason == "Nobody is here"
        assert Confirmation.objects.get().change.action == Change.Action.PUBLISH

    def test_is_asked_of_what_is_published_along(self, people):
        visit, area = VisitFactory(), AreaFactory()
        visit.areas.add(area)
        written(visit, people[1])
        written(area, people[0])
        with pytest.raises(editorial.Refused) as refused:
            editorial.publish(visit, by=people[0], along=True)
        assert refused.value.records == [area]

    def test_is_not_what_follows_another_hand(self, people):
        area = AreaFactory()
        written(area, people[1])
        editorial.publish(area, by=people[0])
        assert not Confirmation.objects.exists()

    @pytest.mark.parametrize(
        "action", [Change.Action.MERGE, Change.Action.ACCEPT, Change.Action.UPDATE, Change.Action.RESTORE]
    )
    def test_is_not_what_another_changed_in_whatever_way(self, people, action):
        area = AreaFactory()
        written(area, people[0])
        record_change(area, action=action, by=people[1], before=snapshot(area), after=snapshot(area))
        assert not editorial.wrote_alone(area, people[0])

    def test_is_nobodys_who_is_not_known_nor_theirs_who_wrote_nothing(self, people):
        area = AreaFactory()
        assert not editorial.wrote_alone(area, people[0])
        written(area, None)
        assert not editorial.wrote_alone(area, None)
        written(area, people[0])
        assert not editorial.wrote_alone(area, people[0])

    def test_is_of_what_is_new_since_it_was_published_last(self, people):
        area = AreaFactory()
        written(area, people[1])
        editorial.publish(area, by=people[0])
        record_change(area, action=Change.Action.UPDATE, by=people[0], before=snapshot(area), after=snapshot(area))
        assert editorial.wrote_alone(area, people[0])
        assert not editorial.wrote_alone(area, people[1])

    def test_is_asked_of_this_record_alone(self, people):
        area = AreaFactory(key="same")
        for other, by in ((AreaFactory(key="another"), people[1]), (VisitFactory(key="same"), people[1])):
            written(other, by)
        written(area, people[0])
        assert editorial.wrote_alone(area, people[0])
        state = StateFactory(key="another")
        written(state, people[0])
        assert written_alone([area, state], people[0]) == [area, state]

    def test_is_that_of_the_visit_for_a_meeting_that_belongs_to_it(self, people):
        meeting = MeetingFactory(stop=StopFactory(), publication="")
        written(meeting.owner, people[0])
        assert [editorial.wrote_alone(meeting, each) for each in people] == [True, False]

    def test_is_what_nobody_else_wrote_though_another_took_a_step(self, people):
        area = AreaFactory()
        written(area, people[0])
        editorial.submit(area, by=people[1])
        assert editorial.wrote_alone(area, people[0])

    def test_is_that_of_a_withdrawn_record_too(self, people):
        area = AreaFactory()
        written(area, people[1])
        area = editorial.publish(area, by=people[0])
        area = editorial.withdraw(area, by=people[0], reason_en="Wrong")
        before = snapshot(area)
        area.name_en = "Another"
        area.save()
        editorial.record_saving(area, by=people[0], before=before)
        assert editorial.wrote_alone(area, people[0])


class TestConfirming:
    @pytest.fixture
    def flagged(self, people):
        area = AreaFactory()
        written(area, people[0])
        editorial.publish(area, by=people[0], reason="Nobody is here")
        return Confirmation.objects.get()

    def test_is_done_by_another(self, flagged, people):
        editorial.confirm(flagged, by=people[1])
        assert not editorial.unconfirmed().exists()
        assert Confirmation.objects.get().confirmed_by_name == "two"

    def test_of_several_the_oldest_waits_first(self, flagged, people):
        area = AreaFactory()
        written(area, people[0])
        editorial.publish(area, by=people[0], reason="Still nobody")
        assert [each.reason for each in editorial.unconfirmed()] == ["Nobody is here", "Still nobody"]

    def test_is_not_done_by_oneself(self, flagged, people):
        with pytest.raises(editorial.Refused):
            editorial.confirm(flagged, by=people[0])
        assert editorial.unconfirmed().exists()

    def test_is_done_once(self, flagged, people):
        editorial.confirm(flagged, by=people[1])
        with pytest.raises(editorial.Refused):
            editorial.confirm(flagged, by=people[1])


@pytest.mark.parametrize(
    ("action", "told"), [("update", "Written"), ("publish", None)], ids=["of what is public", "never public before"]
)
def test_public_text_before_is_that_of_the_change_unless_it_was_no_public_one(action, told):
    """Of a draft that is published nothing was read before; what was another record's does not count."""
    lines = [{"model": "partnerships.area", "fields": {"publication": "draft", "name_en": "Written"}}]
    public = [{"model": "partnerships.area", "fields": {"publication": "published", "name_en": "Elsewhere"}}]
    Change.objects.create(kind="area", key="other", action="publish", at=timezone.now(), after=public)
    Change.objects.create(kind="state", key="a", action="publish", at=timezone.now(), after=public)
    Change.objects.create(kind="area", key="a", action="create", at=timezone.now(), after=lines)
    change = Change.objects.create(kind="area", key="a", action=action, at=timezone.now(), before=lines, after=public)
    assert [each["fields"]["name_en"] for each in public_before(change)] == ([told] if told else [])


def test_public_text_before_is_the_last_of_several():
    for text in ("One", "Two"):
        lines = [{"model": "partnerships.area", "fields": {"publication": "published", "name_en": text}}]
        lines.append({"model": "partnerships.citation", "fields": {"key": "c"}})
        Change.objects.create(kind="area", key="a", action="publish", at=timezone.now(), after=lines)
    Change.objects.create(kind="area", key="a", action="delete", at=timezone.now(), before=lines)
    change = Change.objects.create(kind="area", key="a", action="publish", at=timezone.now())
    assert public_before(change)[0]["fields"]["name_en"] == "Two"
