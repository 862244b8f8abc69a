"""The tree of the tests is that of the app: every module has its file."""

from pathlib import Path

import pytest
from django.conf import settings

from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)

#: Where a subject is declared: what it says there, the tests that ask each kind ask; it may have a file of its own.
DECLARING = ("models", "records/kinds", "admin", "gleaning/kinds")


def subjects():
    return {path.stem for path in (ROOT / "partnerships/records/kinds").glob("*.py")} - {"kind", "moments"}


def declares(module):
    path = Path(module)
    return str(path.parent) in DECLARING and path.stem in subjects()


def modules():
    found = (path.relative_to(ROOT / "partnerships") for path in (ROOT / "partnerships").rglob("*.py"))
    paths = (str(path) for path in found if path.name != "__init__.py" and "migrations" not in path.parts)
    return sorted(path for path in paths if not declares(path))


def mirrored(module):
    """Where the tests of a module are."""
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name}"


class TestMirror:
    def test_every_module_has_its_file(self):
        missing = [module for module in modules() if not mirrored(module).exists()]
        assert missing == [], "write the tests of these modules at the mirrored place under tests/"

    def test_every_folder_of_tests_is_a_package(self):
        folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py") if "adding_a_kind" not in path.parts}
        assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


class TestFactories:
    @pytest.mark.parametrize("kind", KINDS)
    def test_make_every_kind(self, kind):
        assert FACTORIES[kind]._meta.model is KINDS[kind].model
