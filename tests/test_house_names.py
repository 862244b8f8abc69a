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


class TestClasses:
    def test_each_has_a_name_of_its_own(self):
        twice = {name: where for name, where in defined(ast.ClassDef).items() if len(where) > 1}
        assert {name: where for name, where in twice.items() if name not in SHARED_CLASSES} == {}
