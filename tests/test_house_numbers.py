"""How much, how long, how many: each bound of the app is held by hand, so that none changes unseen.

`numbers.txt` says them as the code does, file by file. Whoever changes one on purpose changes its line, and gives a new
one a line.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BY_HAND = Path(__file__).with_name("numbers.txt")

pytestmark = pytest.mark.once


def is_number(node: ast.AST) -> bool:
    """Whether a value is a number, a few of them, or a length of time."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float) and not isinstance(node.value, bool)
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(is_number, node.elts))
    if isinstance(node, ast.BinOp):
        return is_number(node.left) and is_number(node.right)
    if isinstance(node, ast.Call):
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        return getattr(node.func, "id", "") == "timedelta" and all(map(is_number, values))
    return False


def numbers(tree: ast.AST) -> Iterator[str]:
    """Yield the names and values of what is set to a number for good, in a module or a class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and is_number(node.value):
            for target in node.targets:
                name = ast.unparse(target)
                if name.strip("()") == name.strip("()").upper() or name == "list_per_page":
                    yield f"{name} = {ast.unparse(node.value)}"


def found() -> list[str]:
    lines = []
    for path in sorted((ROOT / "partnerships").rglob("*.py")):
        if "migrations" not in path.parts:
            several = list(numbers(ast.parse(path.read_text(encoding="utf-8"))))
            lines += [f"{path.relative_to(ROOT / 'partnerships')}: {one}" for one in several]
    return lines


def test_each_bound_is_the_one_that_is_held_by_hand():
    held = BY_HAND.read_text(encoding="utf-8").splitlines()
    assert len(held) > 200
    assert sorted({*held} ^ {*found()}) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("MOST = 30", ["MOST = 30"]),
        ("EVERY, LASTS = 30, 75", ["(EVERY, LASTS) = (30, 75)"]),
        ("KEPT = timedelta(days=365)", ["KEPT = timedelta(days=365)"]),
        ("SIZE = 4 * 1024", ["SIZE = 4 * 1024"]),
        ("class List:\n    list_per_page = 50", ["list_per_page = 50"]),
        ("NAME = 'a'", []),
        ("DONE = True", []),
        ("number = 3", []),
    ],
)
def test_bounds_are_numbers_and_lengths_of_time(code, told):
    assert list(numbers(ast.parse(code))) == told
