"""The migration that lays all tables at once leads to the tables that the ones it stands for lead to."""

from importlib import import_module

import pytest
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState

pytestmark = pytest.mark.once
NAME = "0001_squashed_0031_proposals_of_imports"
squashed = import_module(f"partnerships.migrations.{NAME}").Migration


def replaced():
    """Migrations 0001 to 0031 themselves, in their order."""
    return [import_module(f"partnerships.migrations.{name}").Migration for _, name in squashed.replaces]


def tables(*, replace):
    """What stands at the end of either way, each table without regard to the order in which its parts came."""
    loader = MigrationLoader(None, replace_migrations=replace)
    last = ("partnerships", NAME) if replace else squashed.replaces[-1]
    models = loader.project_state(last).models
    return {name: shape(model) for (app, name), model in models.items() if app == "partnerships"}


def shape(model: ModelState):
    def parts(key):
        return {part.name: part.deconstruct() for part in model.options.get(key, ())}

    rest = {key: value for key, value in model.options.items() if key not in {"indexes", "constraints"} and value}
    fields = {name: field.deconstruct()[1:] for name, field in model.fields.items()}
    return fields, parts("indexes"), parts("constraints"), rest, model.bases


class TestSquashed:
    def test_tables_are_the_same(self):
        at_once, one_by_one = tables(replace=True), tables(replace=False)
        assert at_once.keys() == one_by_one.keys()
        for name, shape in at_once.items():
            assert shape == one_by_one[name], name

    def test_what_no_state_tells_is_laid_as_well(self):
        """Triggers, the full-text index, statistics: what each step lays by itself and that does not only mend rows."""
        steps = [step for each in replaced() for step in each.operations if isinstance(step, RunPython)]
        laid = [step.code for step in squashed.operations if isinstance(step, RunPython)]
        assert laid == [step.code for step in steps if not step.elidable]
        assert len(laid) == 3
