"""What is brought up to date at the end of a transaction, once for many rows, or not at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import Citation, TimelineLine
from partnerships.projections.timeline.comparison import differences
from partnerships.projections.up_to_date import deferred, left_undone, touched
from partnerships.projections.version import content_version
from tests.factories import PUBLISHED, DecisionFactory, SourceFactory, StateFactory

pytestmark = pytest.mark.django_db


@deferred()
def fail():
    DecisionFactory(key="failed", **PUBLISHED)
    raise ZeroDivisionError


class TestDeferred:
    def test_many_changes_raise_the_content_version_once(self):
        decisions = [DecisionFactory(**PUBLISHED) for _ in range(3)]
        before = content_version()
        with deferred():
            for decision in decisions:
                decision.title_en = "Another title"
                decision.save()
        assert content_version() == before + 1

    def test_rows_saved_together_are_asked_for_together(self):
        decision, asked = DecisionFactory(**PUBLISHED), []
        for number in (2, 7):
            source = SourceFactory(**PUBLISHED)
            with CaptureQueriesContext(connection) as queries, deferred():
                for place in range(number):
                    Citation.objects.create(decision=decision, key=f"{number}-{place}", source=source)
            asked.append(sum('AS "_kind"' in query["sql"] for query in queries.captured_queries))
            assert differences() == []
        assert asked[0] == asked[1] > 0

    def test_one_within_another_waits_for_the_end_of_the_outer_one(self):
        with deferred():
            with deferred():
                DecisionFactory(**PUBLISHED)
            assert not TimelineLine.objects.exists()
        assert TimelineLine.objects.exists()

    def test_what_failed_leaves_nothing_waiting(self):
        with pytest.raises(ZeroDivisionError):
            fail()
        before = content_version()
        DecisionFactory(key="d", **PUBLISHED)
        assert [line.key for line in TimelineLine.objects.all()] == ["d"]
        assert content_version() > before


class TestTouched:
    def test_gives_what_is_written_anew_and_whether_the_public_sees_it(self):
        draft, state = StateFactory(), StateFactory(**PUBLISHED)
        with touched() as work:
            draft.name_en = "Nippon"
            draft.save()
        assert (dict(work.keys), work.seen) == ({"state": {draft.key}}, False)
        with touched() as work, deferred():
            state.name_en = "Nippon"
            state.save()
        assert state.key in work.keys["state"]
        assert work.seen

    def test_is_heard_also_where_nothing_is_brought_up_to_date(self):
        state, version = StateFactory(**PUBLISHED), content_version()
        with left_undone(), touched() as work:
            state.name_en = "Nippon"
            state.save()
            with deferred():
                state.name_en = "Yamato"
                state.save()
        assert state.key in work.keys["state"]
        assert content_version() == version
        state.name_en = "Nippon again"
        state.save()
        assert content_version() > version

    def test_note_for_staff_lets_nothing_be_written_anew(self):
        state = StateFactory(**PUBLISHED)
        with touched() as work:
            state.note = "For staff"
            state.save()
        assert (dict(work.keys), work.seen) == ({}, False)
