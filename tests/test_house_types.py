"""A wrong return, a wrong call and a wrong value in any module turn the types of the gate red.

All are planted at once in a copy.
"""

import ast
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
CHECKED = ("config", "measuring", "partnerships")
BUILT_IN = "len(1)"

PLANT = """


def _planted_return() -> int:
    return "no number"


def _planted_call() -> None:
    {call}


def _planted_rest() -> dict:
    return {{}}


def _planted_value() -> None:
    {value}
"""


def modules(root):
    for folder in CHECKED:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts and path.read_text().strip():
                yield path


def wrong_call(path):
    """A call of a function of the module with what it does not take; else of its own planted one.

    A function that remembers its answers comes first: decorators have hidden from the types what it takes.
    """
    functions = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]
    for node in sorted(functions, key=lambda node: not node.decorator_list):
        only_remembers = all(ast.unparse(each).startswith("remembered(") for each in node.decorator_list)
        plain = only_remembers and not node.args.posonlyargs
        if plain and node.args.args and all(argument.annotation for argument in node.args.args):
            return f"{node.name}(nothing_it_takes=object())"
    return "_planted_return(1)"


def wrong_value(path):
    """A call of a function of the module with a value of another type than its first one; else of a built-in one."""
    for node in ast.parse(path.read_text()).body:
        plain = isinstance(node, ast.FunctionDef) and not node.decorator_list and not node.args.posonlyargs
        first = ast.unparse(node.args.args[0].annotation or ast.Constant(0)) if plain and node.args.args else "0"
        if first not in ("0", "Any", "object", "Hashable") and not first.startswith("Callable"):
            return f"{node.name}(object(), **_planted_rest())"
    return BUILT_IN


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    copy = tmp_path_factory.mktemp("types")
    for folder in (*CHECKED, "tests"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "locale"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    lines = {}
    for path in modules(copy):
        before = len(path.read_text().rstrip().splitlines())
        path.write_text(path.read_text().rstrip() + PLANT.format(call=wrong_call(path), value=wrong_value(path)))
        lines[str(path.relative_to(copy))] = (before + 4, before + 8, before + 16)
    python = ROOT / ".venv" / "bin"
    command = [python / "pyright", "-p", copy, "--pythonpath", python / "python", "--outputjson"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    found = {}
    for one in json.loads(done.stdout)["generalDiagnostics"]:
        if one["severity"] == "error":
            name = str(Path(one["file"]).resolve().relative_to(copy.resolve()))
            found.setdefault(name, set()).add(one["range"]["start"]["line"] + 1)
    return done.returncode, lines, found


class TestTypes:
    def test_wrong_return_is_seen_in_every_module(self, planted):
        code, lines, found = planted
        assert code == 1
        assert [name for name, (wrong_return, *_) in lines.items() if wrong_return not in found.get(name, ())] == []

    def test_wrong_call_is_seen_in_every_module(self, planted):
        _, lines, found = planted
        assert [name for name, (_, call, _) in lines.items() if call not in found.get(name, ())] == []

    def test_wrong_value_is_seen_in_every_module(self, planted):
        _, lines, found = planted
        assert [name for name, (_, _, value) in lines.items() if value not in found.get(name, ())] == []
        asked = [path for path in modules(ROOT) if wrong_value(path) != BUILT_IN]
        assert len(asked) > len(lines) / 2

    def test_functions_that_remember_are_asked(self):
        assert wrong_call(ROOT / "partnerships" / "records" / "texts.py").startswith("columns(")

    def test_every_room_is_asked(self, planted):
        _, lines, _ = planted
        rooms = {path.relative_to(ROOT).parent for path in modules(ROOT)}
        assert {Path(name).parent for name in lines} == rooms
