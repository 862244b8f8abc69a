"""After an upgrade, the indexes that a migration names are made anew from the records."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db.migrations import Migration
from django.db.models.signals import post_migrate

from partnerships.models import SearchDocument, TimelineLine
from partnerships.projections import after_migrating
from tests.factories import DecisionFactory

pytestmark = pytest.mark.django_db


def marked(*commands):
    migration = Migration("names", "partnerships")
    migration.makes_anew = commands
    return migration


def migrated(*plan):
    """Say that these migrations were run, as Django does."""
    sender = apps.get_app_config("partnerships")
    post_migrate.send(sender=sender, app_config=sender, using="default", verbosity=0, plan=plan)


@pytest.fixture
def stale():
    """A public record whose document is as an earlier version wrote it."""
    DecisionFactory(key="d", title_en="Seaweed", publication="published")
    SearchDocument.objects.update(names="of before")
    TimelineLine.objects.all().delete()


def names():
    return SearchDocument.objects.get(key="d").names


@pytest.mark.usefixtures("stale")
class TestMakeAnew:
    def test_what_a_migration_names(self):
        migrated((Migration("other", "partnerships"), False), (marked("rebuild_search"), False))
        assert "seaweed" in names()
        assert not TimelineLine.objects.exists()

    def test_all_that_several_name(self):
        migrated((marked("rebuild_search"), False), (marked("rebuild_timeline", "rebuild_search"), False))
        assert "seaweed" in names()
        assert TimelineLine.objects.exists()

    def test_nothing_where_none_does_or_one_is_taken_back(self):
        migrated((Migration("other", "partnerships"), False), (marked("rebuild_search"), True))
        assert names() == "of before"

    def test_nothing_before_all_tables_are_as_today(self, monkeypatch):
        monkeypatch.setattr(after_migrating.MigrationExecutor, "migration_plan", lambda *targets: ["one more"])
        migrated((marked("rebuild_search"), False))
        assert names() == "of before"

    def test_what_the_migrations_that_landed_name(self):
        found = import_module("partnerships.migrations.0032_names_of_posts_in_search")
        migrated((found.Migration("0032_names_of_posts_in_search", "partnerships"), False))
        assert "seaweed" in names()


def test_nothing_in_a_register_without_records(monkeypatch):
    called = []
    monkeypatch.setattr(after_migrating, "call_command", lambda *named, **how: called.append(named))
    migrated((marked("rebuild_search"), False))
    assert called == []
