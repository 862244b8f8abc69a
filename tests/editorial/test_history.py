"""One change per saved record, told with what stood before and after it, and read back the last one first."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import TestCase

from partnerships.editorial.history import (
    changes_of,
    last_change,
    merged_into,
    record_change,
    record_deletion,
    record_saving,
)
from partnerships.models import Batch, Change, PendingChange, Translation
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, MeetingFactory, StateFactory, VisitFactory

pytestmark = pytest.mark.once
AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
BEFORE = [{"model": "partnerships.area", "fields": {"key": "a"}}]


class TestChange(TestCase):
    def test_holds_all_that_is_said_of_it(self):
        area, user = AreaFactory(key="a"), User.objects.create_user("editor")
        batch = Batch.objects.create(at=AT)
        pending = PendingChange.objects.create(kind="area", key="a", before=[], after=[])
        with time_machine.travel(AT, tick=False):
            record_change(
                area,
                action="merge",
                by=user,
                before=BEFORE,
                after=None,
                batch=batch,
                pending=pending,
                comment=" Twice.\n",
                merged_into="b",
            )
        found = Change.objects.get()
        assert (found.kind, found.key, found.action, found.at) == ("area", "a", "merge", AT)
        assert (found.by, found.by_name, found.batch, found.pending) == (user, "editor", batch, pending)
        assert (found.before, found.after) == (BEFORE, None)
        assert (found.comment, found.merged_into) == ("Twice.", "b")

    def test_is_of_nobody_and_alone_where_nothing_is_said(self):
        change = record_change(AreaFactory(), action="update", by=None, before=None, after=None)
        assert (change.by, change.batch, change.pending) == (None, None, None)
        assert (change.comment, change.merged_into) == ("", "")

    def test_is_followed_by_what_is_told_of_older_translations(self):
        area = AreaFactory(key="a", note="")
        before = snapshot(area)
        area.name_en = "safety at sea"
        area.save()
        record_saving(area, by=None, before=before)
        assert Translation.objects.get().field == "name"


class TestSaving(TestCase):
    def test_without_anything_before_creates(self):
        area = AreaFactory(key="a")
        for before in (None, []):
            change = record_saving(area, by=None, before=before)
            assert (change.action, change.before, change.after) == ("create", None, snapshot(area))

    def test_of_something_that_differs_changes(self):
        area = AreaFactory(key="a")
        change = record_saving(area, by=None, before=BEFORE)
        assert (change.action, change.before, change.after) == ("update", BEFORE, snapshot(area))

    def test_that_changes_nothing_is_not_told(self):
        area = AreaFactory(key="a")
        assert record_saving(area, by=None, before=snapshot(area)) is None
        assert not Change.objects.exists()

    def test_of_a_part_changes_its_record(self):
        visit = VisitFactory(key="v")
        before = snapshot(visit)
        meeting = MeetingFactory(key="m", visit=visit)
        change = record_saving(meeting, by=None, before=before)
        assert (change.kind, change.key, change.action) == ("visit", "v", "update")
        assert [line["fields"]["key"] for line in change.after] == ["v", "m"]


class TestDeletion(TestCase):
    def test_leaves_what_stood_before(self):
        user = User.objects.create_user("editor")
        change = record_deletion(AreaFactory(key="a"), by=user, before=BEFORE)
        assert (change.kind, change.key, change.action, change.by) == ("area", "a", "delete", user)
        assert (change.before, change.after) == (BEFORE, None)


class TestReadBack(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.area, cls.visit = AreaFactory(key="a"), VisitFactory(key="a")
        cls.told = [cls.tell(cls.area, "create"), cls.tell(cls.area, "update")]
        cls.of_visit = cls.tell(cls.visit, "create")
        cls.tell(AreaFactory(key="b"), "create")

    @staticmethod
    def tell(record, action, **given):
        return record_change(record, action=action, by=None, before=None, after=None, **given)

    def test_changes_are_those_of_the_record_the_last_one_first(self):
        assert list(changes_of(self.area)) == [self.told[1], self.told[0]]
        assert last_change(self.area) == self.told[1]
        assert last_change(StateFactory()) is None

    def test_changes_of_a_part_are_those_of_its_record(self):
        assert list(changes_of(CitationFactory(area=self.area))) == self.told[::-1]
        assert list(changes_of(MeetingFactory(key="m", visit=self.visit))) == [self.of_visit]

    def test_pending_change_is_read_along(self):
        with self.assertNumQueries(1):
            assert [change.pending for change in changes_of(self.area)] == [None, None]

    def test_merged_records_are_those_of_the_kind_the_last_one_first(self):
        first = self.tell(AreaFactory(key="c"), "merge", merged_into="a")
        last = self.tell(AreaFactory(key="d"), "merge", merged_into="a")
        self.tell(AreaFactory(key="e"), "merge", merged_into="b")
        self.tell(VisitFactory(key="f"), "merge", merged_into="a")
        assert list(merged_into(self.area)) == [last, first]
