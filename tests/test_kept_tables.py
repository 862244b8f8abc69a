import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.kept_tables import copied, decides, name_of_tables


class TestName:
    @pytest.mark.parametrize("path", ["migrations/0001_initial.py", "models/people.py", "translation.py"])
    def test_rests_on_what_decides_the_tables(self, path):
        assert decides(Path("partnerships") / path)

    @pytest.mark.parametrize("path", ["pages/people.py", "admin/people.py"])
    def test_does_not_rest_on_what_does_not(self, path):
        assert not decides(Path("partnerships") / path)

    def test_changes_with_a_migration(self, settings, tmp_path):
        before = name_of_tables()
        settings.BASE_DIR = tmp_path
        folder = tmp_path / "partnerships" / "migrations"
        folder.mkdir(parents=True)
        empty = name_of_tables()
        (folder / "0001_initial.py").write_text("# one more column")
        assert len({before, empty, name_of_tables()}) == 3


@pytest.mark.django_db
class TestKept:
    @pytest.mark.once
    def test_tables_are_those_that_the_migrations_lay(self):
        with closing(sqlite3.connect(Path(settings.BASE_DIR) / "var" / name_of_tables())) as kept:
            laid = kept.execute("SELECT sql FROM sqlite_master ORDER BY name, sql").fetchall()
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master ORDER BY name, sql")
            assert cursor.fetchall() == laid != []

    def test_missing_file_is_laid_anew(self, tmp_path):
        assert copied(tmp_path / "none.sqlite3", "default") is False
