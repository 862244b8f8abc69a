"""The migration that makes room for facts refuses, with their keys, the embassies of a State in itself."""

from importlib import import_module
from types import SimpleNamespace

import pytest

migration = import_module("partnerships.migrations.0007_room_for_true_facts")


class Embassies:
    """Stands for the table as it was, when it could still hold such rows."""

    def __init__(self, *rows):
        self.rows = rows
        self._base_manager = self

    def using(self, alias):
        return self

    def filter(self, state):
        return Embassies(*(row for row in self.rows if row["state"] == row[state.name]))

    def order_by(self, name):
        return Embassies(*sorted(self.rows, key=lambda row: row[name]))

    def values_list(self, name, flat):
        return [row[name] for row in self.rows]


def refuse(*rows):
    apps = SimpleNamespace(get_model=lambda app, model: Embassies(*rows))
    migration.refuse_posts_at_home(apps, SimpleNamespace(connection=SimpleNamespace(alias="default")))


class TestRefusePostsAtHome:
    def test_posts_abroad_pass(self):
        refuse({"key": "jp-be", "state": 1, "receiving_state": 2})

    def test_posts_at_home_are_named(self):
        with pytest.raises(ValueError, match=": be-be, jp-jp$"):
            refuse(*({"key": key, "state": 1, "receiving_state": 1} for key in ("jp-jp", "be-be")))
