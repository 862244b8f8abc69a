"""`make mutate` turns round what it should, leaves alone what is no behaviour, and takes the same sample each time."""

import ast
import importlib.util
import os
import signal
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
CODE = '''"""A module."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    LEFT_ALONE = 1 < 2


def chosen(several: "list[int] | None", least: int = 3) -> "list[int]":
    """Return some."""
    if least < 0 and several:
        print(_("Left alone"))
    return [each for each in several if each >= least] or [min(several)]
'''
TURNED = {
    "least: int=4",
    "least <= 0",
    "least < 0 or several",
    "if not (least < 0 and several)",
    "several and several",
    "least < 0 and least < 0",
    "None",
    "return None",
    "least < 1",
    "each > least",
    "[each for each in several]",
    "[max(several)]",
}


@pytest.fixture(scope="module")
def mutate():
    spec = importlib.util.spec_from_file_location("mutate", ROOT / ".ci" / "mutate.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutate"] = module
    spec.loader.exec_module(module)
    return module


def mutants(mutate, code):
    for number in range(len(mutate.places(code)[1])):
        tree, changes = mutate.places(code)
        changes[number][1]()
        yield ast.unparse(ast.fix_missing_locations(tree))


class TestPlaces:
    def test_each_turns_round_one_thing(self, mutate):
        found = list(mutants(mutate, CODE))
        assert [words for words in TURNED if not any(words in one for one in found)] == []
        assert ast.unparse(ast.parse(CODE)) not in found

    def test_what_is_no_behaviour_is_left_alone(self, mutate):
        for one in mutants(mutate, CODE):
            assert "LEFT_ALONE = 1 < 2" in one
            assert "Return some." in one
            assert "Left alonex" not in one

    def test_every_mutant_can_be_run(self, mutate):
        for mutant in mutate.sample(list(mutate.ROOMS), 160, seed=1):
            compile(mutate.turned(mutant)[0], str(mutant.path), "exec")


class TestSample:
    def test_is_the_same_each_time_and_of_every_room(self, mutate):
        once, again = (mutate.sample(list(mutate.ROOMS), 80, seed=1) for _ in range(2))
        assert once == again != mutate.sample(list(mutate.ROOMS), 80, seed=2)
        assert {mutant.room for mutant in once} == set(mutate.ROOMS)

    def test_lets_the_rooms_take_turns(self, mutate):
        rooms = list(mutate.ROOMS)
        assert [mutant.room for mutant in mutate.sample(rooms, 80, seed=1)][: len(rooms)] == rooms

    def test_asks_tests_that_are_there(self, mutate):
        paths = [path for paths in mutate.ROOMS.values() for path in paths]
        assert [path for path in paths if not (ROOT / path).exists()] == []


class TestBounds:
    def test_what_was_seen_is_not_asked_again_as_long_as_its_module_stays_the_same(self, mutate, tmp_path, monkeypatch):
        one, other = mutate.sample(["dates"], 2, seed=1)
        file = tmp_path / "var" / "mutants.json"
        mutate.Kept(file).keep(one)
        assert [mutate.Kept(file).is_seen(each) for each in (one, other)] == [True, False]
        monkeypatch.setattr(mutate, "ROOT", tmp_path)
        (tmp_path / one.path).parent.mkdir(parents=True)
        (tmp_path / one.path).write_text("changed = True")
        assert not mutate.Kept(file).is_seen(one)

    def test_what_waits_for_ever_is_ended(self, mutate):
        child = os.fork()
        if not child:
            time.sleep(60)
            os._exit(0)
        assert os.WTERMSIG(mutate.waited_for(child, 0.1)) == signal.SIGKILL

    def test_near_asks_the_mirrored_tests_alone(self, mutate, tmp_path, monkeypatch):
        (mutant,) = [each for each in mutate.sample(["offices"], 400, seed=1) if each.path.name == "days.py"][:1]
        for near, times in ((True, 1), (False, 2)):
            runs, asked = mutate.Runs(tmp_path, near=near), []
            monkeypatch.setattr(runs, "ask", lambda paths, mutant, asked=asked: asked.append(paths) or "survived")
            assert runs.fate(mutant) == "survived"
            assert len(asked) == times
            assert asked[0] == ["tests/offices/test_days.py"]
