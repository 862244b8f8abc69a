"""What waits for whom: by the state of the records, and by what their history says."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnerships import editorial
from partnerships.editorial import translating, waiting
from partnerships.models import Change, Confirmation, PendingChange, ScheduledAcceptance, Visit
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, StateFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """An editor and a reviewer, each with their role."""
    return [somebody(role) for role in ("editor", "reviewer")]


def somebody(role, name=""):
    if not Group.objects.exists():
        # A test that emptied the tables took them away.
        editorial.sync_roles()
    found = User.objects.create_user(name or role)
    found.groups.add(Group.objects.get(name=role))
    return found


def written(record, by):
    editorial.record_saving(record, by=by, before=None)
    return record


def renamed(lines):
    return [{**lines[0], "fields": {**lines[0]["fields"], "name_en": "Another"}}]


def names(user):
    return {each.name: each.count for each in waiting.waiting_for(user)}


def test_every_list_is_called_something():
    of_changes = {"pending", "pending-hindered", "pending-returned", "pending-own", "unconfirmed", "reports"}
    elsewhere = {"translations", "findings", "due"}
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


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has a plan of its own for empty tables")
def test_what_supports_a_visit_is_looked_up_and_never_looked_through():
    """Else each visit reads the sources of all meetings: of a thousand visits a thousand times as many."""
    with CaptureQueriesContext(connection) as asked:
        Visit.objects.filter(waiting.unsupported(KINDS["visit"])).count()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
        assert "SCAN U" not in str(cursor.fetchall())


class TestWhatWaits:
    def test_is_nothing_in_an_empty_register(self, people):
        assert names(people[0]) == {}

    def test_is_what_is_in_review_of_every_kind(self, people):
        for record in (AreaFactory(), StateFactory(), VisitFactory()):
            editorial.submit(record, by=people[0])
        assert names(people[1]) == {"in-review": 3}
        # Whoever hands in what nobody has written counts as its author.
        assert names(people[0]) == {"own-in-review": 3}

    def test_is_for_others_what_one_has_submitted_oneself(self, people):
        """An editor decides nothing, and a reviewer not alone: they are told of it apart."""
        for author in people:
            editorial.submit(written(AreaFactory(), author), by=author)
        editorial.submit(written(written(AreaFactory(), people[0]), people[1]), by=people[0])
        editor, reviewer = people
        assert names(editor) == {"own-in-review": 2}
        assert names(reviewer) == {"in-review": 2, "own-in-review": 1}
        assert {"own-in-review", "pending-own"} == {*waiting.WITH_OTHERS}
        assert waiting.in_list("in-review", editor) == []

    def test_is_nothing_for_who_only_reads(self, people):
        editor, reviewer = people
        editorial.submit(written(AreaFactory(), editor), by=editor)
        VisitFactory(publication="published", title_en="Bare", title_fr=None)
        assert {*names(reviewer)} == {"in-review", "without-source", "untranslated"}
        assert names(somebody("reader")) == {}

    def test_is_no_more_what_is_decided_for_a_moment_to_come(self, people):
        area = editorial.submit(written(AreaFactory(), people[0]), by=people[0])
        editorial.schedule(area, at=timezone.now() + timedelta(days=1), by=people[1])
        assert names(people[1]) == {"scheduled": 1}
        assert names(people[0]) == {"own-in-review": 1}

    def test_is_ones_own_drafts_the_one_that_was_left_longest_first(self, people):
        second, first = AreaFactory(), AreaFactory()
        for area in (first, second):
            written(area, people[0])
        assert names(people[0]) == {"drafts": 2}
        assert names(people[1]) == {}
        found = waiting.in_list("drafts", people[0])
        assert [(work.record, work.by) for work in found] == [(first, "editor"), (second, "editor")]

    def test_is_what_was_returned_to_its_author(self, people):
        area = written(AreaFactory(), people[0])
        area = editorial.submit(area, by=people[0])
        editorial.return_to_draft(area, by=people[1], comment="Look again")
        assert names(people[0]) == {"returned": 1}
        assert names(people[1]) == {}
        (work,) = waiting.in_list("returned", people[0])
        assert (work.comment, work.by) == ("Look again", "reviewer")

    def test_is_returned_whatever_moment_was_set_and_taken_back_since(self, people):
        area = editorial.return_to_draft(
            editorial.submit(written(AreaFactory(), people[0]), by=people[0]), by=people[1], comment="Look again"
        )
        editorial.schedule(area, at=timezone.now() + timedelta(days=1), by=people[1])
        editorial.unschedule(area, by=people[1])
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
        VisitFactory(publication="published", title_en="Bare", title_fr=None)
        assert names(people[0])["untranslated"] == 2

    def test_is_shown_by_the_first_of_each_kind_and_one_more_where_more_is_missing(self, people, monkeypatch):
        monkeypatch.setattr(waiting, "FIRST", 1)
        areas, state = (
            [AreaFactory(publication="published") for _number in range(3)],
            StateFactory(publication="published"),
        )
        shown = [work.record for work in waiting.in_list("without-source", people[0])]
        assert [each for each in shown if each != state] == areas[:2]
        assert state in shown

    def test_is_the_changes_of_others_for_who_decides_and_ones_own_apart(self, people):
        area = AreaFactory(publication="published")
        before = snapshot(area)
        after = renamed(before)
        pending = editorial.propose(area, by=people[0], before=before, after=after)
        assert names(people[1])["pending"] == 1
        assert (names(people[0]).get("pending"), names(people[0])["pending-own"]) == (None, 1)
        # A second reviewer decides what the first one proposes; who proposed it does not.
        editorial.propose(area, by=people[1], before=before, after=after)
        assert (names(people[1])["pending"], names(people[1])["pending-own"]) == (1, 1)
        assert names(somebody("reviewer", "second"))["pending"] == 2
        editorial.give_back(pending, by=people[1], comment="No")
        assert names(people[0])["pending-returned"] == 1
        assert "pending-returned" not in names(people[1])
        assert PendingChange.objects.get(pk=pending.pk).state == "returned"

    def test_changes_with_a_moment_wait_for_nobody_until_that_is_past(self, people):
        area, now = AreaFactory(publication="published"), timezone.now()
        before = snapshot(area)
        proposed = []
        for author, hours in ((people[0], 2), (somebody("editor", "other"), 3), (somebody("editor", "third"), -1)):
            proposed.append(editorial.propose(area, by=author, before=before, after=renamed(before)))
            ScheduledAcceptance.objects.create(pending=proposed[-1], at=now - timedelta(hours=hours), by=people[1])
        found = waiting.changes_for(people[1])
        assert [*found["pending-hindered"]] == [proposed[1], proposed[0]]
        assert [*found["pending"]] == []

    def test_is_what_another_published_alone(self, people):
        change = Change.objects.create(kind="area", key="a", action="publish", at=timezone.now(), by=people[1])
        Confirmation.objects.create(change=change, reason="In a hurry")
        (found,) = [each for each in waiting.waiting_for(somebody("reviewer", "other")) if each.name == "unconfirmed"]
        assert (found.count, found.oldest) == (1, change.at)
        # Neither by whoever did it, nor by an editor, is it confirmed.
        assert "unconfirmed" not in names(people[1])
        assert "unconfirmed" not in names(people[0])

    def test_says_since_when_the_oldest(self, people):
        editorial.submit(AreaFactory(), by=people[0])
        (found,) = [each for each in waiting.waiting_for(people[1]) if each.name == "in-review"]
        assert found.oldest is not None

    def test_says_since_when_what_is_missing_is_public(self, people):
        since = [timezone.now() - timedelta(days=days) for days in (9, 400)]
        for moment in since:
            AreaFactory(publication="published", published_at=moment, name_en=None)
        found = {each.name: each for each in waiting.waiting_for(people[0])}
        assert found["without-source"].oldest == found["untranslated"].oldest == since[1]
        (texts,) = [each for each in translating.in_the_register({}) if each.name == "translations"]
        assert texts.oldest == since[1]

    def test_oldest_is_the_first_that_came(self, people):
        for _number in range(2):
            editorial.submit(AreaFactory(), by=people[0])
        first, second = Change.objects.filter(action="submit").order_by("id").values_list("at", flat=True)
        (found,) = waiting.waiting_for(people[1])
        assert (found.count, found.oldest) == (2, first)
        assert first < second
