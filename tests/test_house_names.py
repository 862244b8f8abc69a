"""One meaning per name: what is defined in two modules under one name is one thing (`.ci/names.py`)."""

import importlib.util
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)

spec = importlib.util.spec_from_file_location("names", ROOT / ".ci" / "names.py")
names = importlib.util.module_from_spec(spec)
spec.loader.exec_module(names)

CLASS = "class Kept:\n    pass\n"
FUNCTION = "def said():\n    pass\n"


@pytest.fixture
def found(tmp_path):
    """Write modules, and return the names of which something is found, each with where."""

    def look(**modules):
        for name, text in modules.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return [line.partition(" means")[0].partition("/")[2] for line in names.found(tmp_path)]

    return look


class TestApp:
    def test_has_one_meaning_for_each_name(self):
        assert list(names.found(ROOT / "partnerships")) == []

    def test_has_members_of_every_family(self):
        twice = names.shared(ROOT / "partnerships")
        assert {name for _what, _rooms, members in names.FAMILIES for name in members} - twice.keys() == set()


class TestFound:
    @pytest.mark.parametrize("text", [CLASS, FUNCTION])
    def test_is_what_two_modules_define(self, found, text):
        [line] = found(one=text, two=f"\n{text}", three="LEFT = 1\n")
        assert line in ("two.py:2: Kept", "two.py:2: said")

    def test_is_no_private_function(self, found):
        assert found(one="def _said():\n    pass\n", two="def _said():\n    pass\n") == []

    def test_is_a_private_class(self, found):
        assert found(one="class _Row:\n    pass\n", two="class _Row:\n    pass\n") == ["two.py:1: _Row"]

    def test_is_no_command_and_no_migration(self, found):
        command = "class Command:\n    pass\n"
        assert found(one=command, two=command, migrations__0001=CLASS, three=CLASS) == []

    def test_is_no_family_in_its_rooms(self, found):
        content = "def content():\n    pass\n"
        assert found(pages__one=content, pages__two=content) == []
        assert found(views__three=content) == ["pages/two.py:1: content", "views/three.py:1: content"]

    def test_is_no_tag_that_calls_the_function_of_its_name(self, found):
        tag = "def said():\n    return wordings.said()\n"
        assert found(wordings=FUNCTION, templatetags__records=tag) == []
        assert found(templatetags__records=FUNCTION) == ["wordings.py:1: said"]
