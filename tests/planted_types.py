"""A wrong return, a wrong call and a wrong value for any module: each has to turn the types of the gate red."""

import ast
import re
from pathlib import Path

from django.conf import settings

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
#: In which line of what is planted each of them stands.
FAULTS = {"wrong return": 4, "wrong call": 8, "wrong value": 16}


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


def plant(copy):
    """Add all three to every module of a copy; return in which lines they stand, by the name of the file."""
    lines = {}
    for path in modules(copy):
        before = len(path.read_text().rstrip().splitlines())
        path.write_text(path.read_text().rstrip() + PLANT.format(call=wrong_call(path), value=wrong_value(path)))
        lines[str(path.relative_to(copy))] = {fault: before + line for fault, line in FAULTS.items()}
    return lines


def lines_named(report, copy):
    """Return the lines that a report names, by the name of the file in the copy."""
    found = {}
    for name, line in re.findall(r"^ *(/\S+\.py):(\d+):\d+ - error", report, flags=re.MULTILINE):
        found.setdefault(str(Path(name).resolve().relative_to(copy.resolve())), set()).add(int(line))
    return found
