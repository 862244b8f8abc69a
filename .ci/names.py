"""One meaning per name: what two modules of the app define under one name is one thing.

Classes and public functions at the top of a module are looked at. `house.py` asks; each finding is one line.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

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
    ("a report for people", ("consistency/", "exchange/"), {"as_lines"}),
)
#: A tag or a filter of the templates bears the name of the one function that it lets templates call.
TAGS = "templatetags/"

Definition = tuple[str, ast.ClassDef | ast.FunctionDef]


def shared(app: Path) -> dict[str, list[Definition]]:
    """Return the names that more than one module below `app` defines, each with the modules and what they define."""
    found = defaultdict(list)
    for path in sorted(app.rglob("*.py")):
        module = path.relative_to(app).as_posix()
        if not module.startswith("migrations/"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) or (
                    isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
                ):
                    found[node.name].append((module, node))
    return {name: several for name, several in found.items() if len({module for module, _node in several}) > 1}


def is_family(name: str, several: list[Definition]) -> bool:
    return any(
        name in names and all(module.startswith(rooms) for module, _node in several) for _what, rooms, names in FAMILIES
    )


def is_tag(name: str, several: list[Definition]) -> bool:
    """Whether one of two modules gives the function of the other to templates: it calls it, by its module."""
    tags, others = ([one for one in several if one[0].startswith(TAGS) is own] for own in (True, False))
    if (len(tags), len(others)) != (1, 1):
        return False
    room = Path(others[0][0]).stem
    return f"{room}.{name}(" in ast.unparse(tags[0][1])


def found(app: Path) -> Iterator[str]:
    """Yield a line for each name that means two things."""
    for name, several in shared(app).items():
        if name in SHARED_CLASSES or is_family(name, several) or is_tag(name, several):
            continue
        (first, _node), *others = several
        for module, node in others:
            yield f"{app.name}/{module}:{node.lineno}: {name} means something else in {first}, or the same twice"
