"""After an upgrade, those indexes are made anew that this version of the code lays out in another way."""

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate

from partnerships.projections import after_migrating
from partnerships.projections.version import content_version, note_layout

pytestmark = pytest.mark.django_db

INDEXES = {1: "search", 100: "timeline", 10_000: "service"}


def migrated(**how):
    """Say that migrations were run, as Django does; it gives their `plan`, unless it only emptied the tables."""
    sender = apps.get_app_config("partnerships")
    post_migrate.send(sender=sender, app_config=sender, using="default", verbosity=0, **how)


@pytest.fixture
def made(monkeypatch):
    """Which indexes are made anew."""
    found = []
    rebuilds = {each: lambda name=name: found.append(name) for each, name in INDEXES.items()}
    monkeypatch.setattr(after_migrating, "REBUILDS", rebuilds)
    return found


class TestMakeAnew:
    @pytest.mark.parametrize(("place", "name"), INDEXES.items())
    def test_index_that_is_laid_out_in_another_way(self, made, place, name):
        note_layout(after_migrating.LAYOUT - place)
        before = content_version()
        for _ in range(2):
            migrated(plan=[])
        assert (made, content_version()) == ([name], before + 1)

    def test_nothing_before_all_tables_are_as_today(self, made, monkeypatch):
        note_layout(0)
        monkeypatch.setattr(after_migrating.MigrationExecutor, "migration_plan", lambda *targets: ["one more"])
        migrated(plan=[])
        assert made == []

    def test_asks_for_no_turn_to_write_where_nothing_is_to_be_made(self, made, settings):
        migrated(plan=[])
        settings.READ_ONLY = True
        migrated(plan=[])
        assert made == []

    def test_nothing_in_another_database(self, made):
        note_layout(0)
        after_migrating.make_anew(apps.get_app_config("partnerships"), using="replica", plan=[])
        assert made == []

    def test_all_where_the_tables_were_emptied(self, made):
        note_layout(0)
        migrated()
        assert made == [*INDEXES.values()]
