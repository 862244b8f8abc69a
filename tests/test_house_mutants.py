"""`make mutate` turns round what it should, sees a fault, and lets what says the same in other words pass."""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
sys.path.insert(0, str(ROOT / ".ci"))
try:
    asking, order, places, ran, stretches, whole = (
        import_module(f"mutate.{name}") for name in ("asking", "order", "places", "ran", "stretches", "__main__")
    )
finally:
    sys.path.remove(str(ROOT / ".ci"))

CODE = '''"""A module."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    LEFT_ALONE = 1 < 2


def chosen(several: "list[int] | None", least: int = 3, quick: bool = False) -> "list[int]":
    """Return some."""
    if least < 0 and several:
        print(_("Left alone"))
    elif least == 0:
        least += 1
    for each in several[1:]:
        try:
            several.index(each, strict=True)
        except (ValueError, KeyError):
            return sorted(several, key=lambda one: not one)[0].start
    return [each for each in several if each >= least - 1] or [min(several)]
'''
TURNED = {
    "if not (least < 0 and several)",
    "several and several",
    "least < 0 and least < 0",
    "least <= 0",
    "print(_('Left alone'))\n    elif not least == 0",
    "    if False:\n            least += 1\n    for",
    "several[:]",
    "        if False:\n                several.index(each, strict=True)\n        except",
    "several.index(each)",
    "except (ValueError,)",
    "return list(several)[0].start",
    "key=lambda one: not not one",
    "[-1].start",
    "[0].end",
    "strict=False",
    "[each for each in several]",
    "each > least - 1",
    "each >= least + 1",
    "or [max(several)]",
    "min(several)] or [min(several)]",
}


def mutants(code, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "ROOT", tmp_path)
    (tmp_path / "code.py").write_text(code)
    _, finder = places.found_in("code.py")
    return [(place, ast.unparse(places.turned(place))) for place in finder.places], finder


class TestPlaces:
    @pytest.fixture
    def found(self, tmp_path, monkeypatch):
        return mutants(CODE, tmp_path, monkeypatch)

    def test_each_turns_round_one_thing(self, found):
        texts = [text for _, text in found[0]]
        assert [words for words in TURNED if not any(words in text for text in texts)] == []
        assert ast.unparse(ast.parse(CODE)) not in texts
        assert len({*texts}) == len(texts)

    def test_what_is_no_behaviour_is_left_alone(self, found):
        for _, text in found[0]:
            assert "LEFT_ALONE = 1 < 2" in text
            assert "quick: bool=False" in text

    def test_what_stands_outside_of_functions_is_counted(self, found):
        assert found[1].outside == 1

    def test_they_stand_where_a_mark_is_put(self):
        for path in whole.modules()[::40]:
            names = []
            compile(stretches.with_marks((ROOT / path).read_text(encoding="utf-8"), path, names), path, "exec")
            assert {place.stretch for place in places.found_in(path)[1].places} <= {*names}

    def test_every_mutant_can_be_run(self):
        found = places.found_in("partnerships/offices/days.py")[1].places
        for place in found[::5]:
            compile(places.turned(place), place.path, "exec")


class TestStretches:
    def test_begin_with_a_list_and_after_what_may_lead_elsewhere(self):
        names, ran = [], []
        text = "def f(x):\n    'Say.'\n    if x:\n        return 1\n    y = 2\n    return (lambda: y)()\n\nf(1)\nf(0)\n"
        space = {stretches.MARK: lambda number: ran.append(names[number])}
        exec(compile(stretches.with_marks(text, "p", names), "p", "exec"), space)  # noqa: S102
        assert ran == ["p:2:4", "p:4:8", "p:2:4", "p:5:4", "p:6:20"]
        assert space["f"].__doc__ == "Say."


class TestSample:
    def test_is_the_same_each_time_as_many_of_each_package_in_turn(self):
        found = {name: whole.all_places(name)[0][name] for name in ("drawing", "listing")}
        once, again = (whole.sample(found, 8, seed=1) for _ in range(2))
        assert once == again != whole.sample(found, 8, seed=2)
        assert [whole.package_of(place.path) for place in once] == ["drawing", "listing"] * 4

    def test_of_one_module(self):
        found, _ = whole.all_places("offices/days.py")
        assert {place.path for place in found["offices"]} == {"partnerships/offices/days.py"}


class TestOrder:
    def test_is_from_near_to_far_and_what_is_dear_comes_last(self):
        given = {
            "tests/pages/test_a.py::test_quick": (0.01, 0),
            "tests/offices/test_b.py::test_near": (0.1, 0),
            "tests/offices/test_days.py::TestDays::test_slow": (0.2, 0),
            "tests/offices/test_days.py::TestDays::test_quick": (0.1, 0),
            "tests/offices/test_oracle.py::test_dear": (3, 0),
            "tests/test_far.py::test_set_up_for_long": (0.1, 2),
        }
        tests = [ran.Test(name, *took) for name, took in given.items()]
        quick, dear = order.in_order(tests, "partnerships/offices/days.py")
        assert [test.name for test in quick] == [[*given][number] for number in (3, 2, 1, 0)]
        assert [test.name for test in dear] == [[*given][number] for number in (4, 5)]

    def test_takes_a_few_of_each_class_before_the_rest(self):
        one = [ran.Test(f"tests/a/test_a.py::TestA::test[{number}]", 0.01, 0) for number in range(9)]
        other = ran.Test("tests/b/test_b.py::test_b", 0.5, 0)
        quick, _ = order.in_order([*one, other], "partnerships/offices/days.py")
        assert [test.name for test in quick[:5]] == [*[test.name for test in one[:3]], other.name, one[3].name]


class TestBounds:
    def test_what_waits_for_ever_is_ended(self):
        child = asking.forked(lambda: time.sleep(3600))
        assert asking.ended(child, time.monotonic() + 3600) is None
        assert os.WTERMSIG(asking.ended(child, 0)) == signal.SIGKILL


CLAIMS = """
from functools import lru_cache

MOST = max(1, 2)
_worded = {}


@lru_cache
def least():
    return 2 if MOST else 3


def worded(number):
    if number not in _worded:
        _worded[number] = f"{number} of them" if number > 1 else "one"
    return _worded[number]


def few(number):
    return number < least() or False


def unasked(number):
    return number > 1
"""
LATE = """
class Late(list):
    def append(self, one):
        super().append(one)
"""
TESTS = """
import pytest

from partnerships.claims import few, worded

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def said():
    return [worded(1), worded(2)]


class TestClaims:
    def test_first(self, said):
        assert said

    def test_words(self, said):
        assert said == ["one", "2 of them"]

    def test_few(self):
        assert few(1)
        assert not few(2)

    def test_of_what_is_loaded_late(self):
        from partnerships.late import Late

        several = Late()
        several.append(1)
        assert several == [1]
"""
OTHER = """
import os

from partnerships.claims import few

HERE = os.getpid()


class Lazy:
    # Like the token of an answer that has been given: it cannot say any more what it is.

    @property
    def __class__(self):
        raise ValueError


LEFT_OVER = [Lazy()]


def test_falls_in_a_process_of_its_own():
    assert few(1)
    assert os.getpid() == HERE
"""


class TestWhole:
    """The engine on a project of its own, in which pytest starts at once."""

    @pytest.fixture
    def project(self, tmp_path):
        shutil.copytree(
            ROOT / ".ci" / "mutate", tmp_path / ".ci" / "mutate", ignore=shutil.ignore_patterns("__pycache__")
        )
        files = {
            "partnerships/__init__.py": "",
            "partnerships/kept_in_process.py": "def forget():\n    pass\n",
            "partnerships/claims.py": CLAIMS,
            "partnerships/late.py": LATE,
            "tests/__init__.py": "",
            "tests/conftest.py": "def pytest_addoption(parser):\n    parser.addoption('--vendor')\n",
            "tests/near/__init__.py": "",
            "tests/near/test_claims.py": TESTS,
            "tests/test_other.py": OTHER,
        }
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        return tmp_path

    def asked(self, project):
        environment = {**os.environ, "PYTHONPATH": str(project / ".ci"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        command = [sys.executable, "-m", "mutate"]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        lines = (project / "var" / "mutate" / "asked.jsonl").read_text(encoding="utf-8").splitlines()
        return done.stdout, {(one["line"], one["said"]): one["fate"] for one in map(json.loads, lines)}

    def test_sees_faults_and_lets_pass_what_says_the_same(self, project):
        said, fates = self.asked(project)
        bound = 20, "number < least() -> LtE"
        assert fates == {
            # What is looked up or worded once is so anew, and what is set up for several belongs to each of them.
            (10, "condition turned round: if MOST"): "seen",
            (14, "condition turned round: if number not in _worded"): "seen",
            (15, "condition turned round: if number > 1"): "seen",
            (15, "number > 1 -> GtE"): "seen",
            (20, "left out: number < least() of number < least() or False"): "seen",
            (20, "left out: False of number < least() or False"): "unseen",
            bound: "seen",
            (20, "False -> True"): "seen",
            (24, "number > 1 -> GtE"): "run by no test",
            # Loaded by the test that asks it, and with a name of the class around it.
            (4, "line left out: super().append(one)"): "seen",
        }
        assert "1 more stand outside of functions" in said
        assert "does not pass as the code is: tests/test_other.py::test_falls_in_a_process_of_its_own" in said
        assert "8 of    10 seen" in said
        near = project / "tests/near/test_claims.py"
        near.write_text(TESTS.replace("assert not few(2)", "pass"))
        said, fates = self.asked(project)
        # What has changed is noted again, and nothing else.
        assert "1 of 2 files of tests" in said
        assert fates[bound] == "unseen"
