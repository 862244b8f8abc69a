"""One meaning per name: what is defined in two modules under one name is one thing."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR) / "partnerships"

#: Django finds the command of a module by this name.
SHARED_CLASSES = {"Command"}

#: One thing that several modules say, each for its own: what it is, which modules may say it, and under which names.
FAMILIES = (
    ("what the page of a kind says, in its order", ("pages/",), {"content"}),
    ("what a module of checks finds", ("consistency/",), {"check"}),
    (
        "a step that is taken with a record, and the buttons of the back-office that take it",
        ("editorial/", "admin/"),
        {"publish", "submit", "withdraw", "return_to_draft", "schedule", "unschedule", "restore"}
        | {"accept", "give_back", "take_back", "confirm", "close"},
    ),
    (
        "an index made anew, brought up to date, compared with the records",
        ("projections/",),
        {"rebuild", "refresh", "differences"},
    ),
    ("a report for people, and for scripts", ("consistency/", "exchange/"), {"as_lines", "as_data"}),
)
#: A tag or a filter of the templates bears the name of the one function that it lets templates call.
TAGS = "templatetags/"


def defined(sort):
    """Return for each name the modules that define it, at the top: classes or functions, as `sort` says."""
    found = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        module = str(path.relative_to(ROOT))
        if not module.startswith("migrations/"):
            tree = ast.parse(path.read_text())
            for node in tree.body:
                if isinstance(node, sort):
                    found[node.name].append(module)
    return found


def shared(sort):
    """Return the names that more than one module defines."""
    return {name: modules for name, modules in defined(sort).items() if len(modules) > 1}


def is_family(name, modules):
    return any(name in names and all(each.startswith(rooms) for each in modules) for _what, rooms, names in FAMILIES)


def is_tag(name, modules):
    """Whether one of two modules gives the function of the other to templates: it imports it, or what holds it."""
    tags, others = ([each for each in modules if each.startswith(TAGS) is own] for own in (True, False))
    if (len(tags), len(others)) != (1, 1):
        return False
    room = others[0].removesuffix(".py").rpartition("/")[2]
    tree = ast.parse((ROOT / tags[0]).read_text())
    tag = next(node for node in tree.body if getattr(node, "name", "") == name)
    return f"{room}.{name}(" in ast.unparse(tag)


class TestClasses:
    def test_each_has_a_name_of_its_own(self):
        assert {name: where for name, where in shared(ast.ClassDef).items() if name not in SHARED_CLASSES} == {}


class TestFunctions:
    def test_what_bears_one_name_is_one_thing(self):
        twice = {name: where for name, where in shared(ast.FunctionDef).items() if not name.startswith("_")}
        told = {name: where for name, where in twice.items() if not is_family(name, where) and not is_tag(name, where)}
        assert told == {}, "give each a name that says what it is, or make them one"

    def test_every_family_has_members(self):
        twice = shared(ast.FunctionDef)
        assert {name for _what, _rooms, names in FAMILIES for name in names} - twice.keys() == set()
