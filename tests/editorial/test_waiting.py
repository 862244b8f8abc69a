"""What waits for whom: by the state of the records, and by what their history says."""

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial import waiting
from partnerships.models import Change, Confirmation, PendingChange
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, StateFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [User.objects.create_user(name) for name in ("editor", "reviewer")]


def written(record, by):
    editorial.record_saving(record, by=by, before=None)
    return record


def names(user):
    return {each.name: each.count for each in waiting.waiting_for(user)}


def test_every_list_is_called_something():
    of_changes = {"pending", "pending-hindered", "pending-returned", "unconfirmed", "reports"}
    elsewhere = {"translations", "findings"}
    assert {*waiting.list_titles()} == {*waiting.LISTS, *waiting.MISSING, *of_changes, *elsewhere}
    assert len({str(title) for title in waiting.list_titles().values()}) == len(waiting.list_titles())


def test_list_of_what_no_source_supports_is_what_each_form_says():
    """A visit may rest on the sources of its meetings: at a stop, or of the visit itself."""
    visits = [VisitFactory(publication="published") for _number in range(5)]
    CitationFactory(visit=visits[0])
    CitationFactory(meeting=MeetingFactory(stop=StopFactory(visit=visits[1])))
    CitationFactory(meeting=MeetingFactory(visit=visits[2]))
    CitationFactory(visit=visits[3], stance="contradicts")
    CitationFactory(meeting=MeetingFactory(visit=visits[4]), stance="contradicts")
    listed = {work.record for work in waiting.in_list("without-source", User()) if work.kind == "visit"}
    assert listed == {visit for visit in visits if editorial.is_unsupported(visit)} == {*visits[3:]}


class TestWhatWaits:
    def test_is_nothing_in_an_empty_register(self, people):
        assert names(people[0]) == {}

    def test_is_what_is_in_review_of_every_kind(self, people):
        for record in (AreaFactory(), StateFactory(), VisitFactory()):
            editorial.submit(record, by=people[0])
        assert names(people[1])["in-review"] == 3

    def test_is_ones_own_drafts(self, people):
        written(AreaFactory(), people[0])
        assert names(people[0]) == {"drafts": 1}
        assert names(people[1]) == {}

    def test_is_what_was_returned_to_its_author(self, people):
        area = written(AreaFactory(), people[0])
        area = editorial.submit(area, by=people[0])
        editorial.return_to_draft(area, by=people[1], comment="Look again")
        assert names(people[0]) == {"returned": 1}
        assert names(people[1]) == {}
        (work,) = waiting.in_list("returned", people[0])
        assert (work.comment, work.by) == ("Look again", "reviewer")

    def test_is_what_is_public_and_lacks_something(self, people):
        cited = VisitFactory(publication="published", title_en="A visit")
        CitationFactory(visit=cited, source__publication="published", source__title_en="A source")
        bare = VisitFactory(publication="published", title_en="Bare", title_fr=None)
        VisitFactory()
        found = names(people[0])
        assert (found["without-source"], found["untranslated"]) == (1, 1)
        assert [work.record for work in waiting.in_list("untranslated", people[0])] == [bare]

    def test_is_the_changes_of_others_and_ones_own_returned_ones(self, people):
        area = AreaFactory(publication="published")
        before = snapshot(area)
        after = [{**before[0], "fields": {**before[0]["fields"], "name_en": "Another"}}]
        pending = editorial.propose(area, by=people[0], before=before, after=after)
        assert names(people[1])["pending"] == 1
        editorial.give_back(pending, by=people[1], comment="No")
        assert names(people[0])["pending-returned"] == 1
        assert "pending-returned" not in names(people[1])
        assert PendingChange.objects.get().state == "returned"

    def test_is_what_another_published_alone(self, people):
        change = Change.objects.create(kind="area", key="a", action="publish", at=timezone.now(), by=people[1])
        Confirmation.objects.create(change=change, reason="In a hurry")
        editorial.sync_roles()
        other = User.objects.create_user("other")
        for user in (people[1], other):
            user.groups.add(Group.objects.get(name="reviewer"))
        assert names(other)["unconfirmed"] == 1
        # Neither by whoever did it, nor by an editor, is it confirmed.
        assert "unconfirmed" not in names(people[1])
        assert "unconfirmed" not in names(people[0])

    def test_says_since_when_the_oldest(self, people):
        editorial.submit(AreaFactory(), by=people[0])
        (found,) = [each for each in waiting.waiting_for(people[1]) if each.name == "in-review"]
        assert found.oldest is not None

    def test_oldest_is_the_first_that_came(self, people):
        for _number in range(2):
            editorial.submit(AreaFactory(), by=people[0])
        first, second = Change.objects.filter(action="submit").order_by("id").values_list("at", flat=True)
        (found,) = waiting.waiting_for(people[1])
        assert (found.count, found.oldest) == (2, first)
        assert first < second
