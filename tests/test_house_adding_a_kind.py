"""A kind is added to a copy of the project as ARCHITECTURE says, and goes through everything.

What is new lies in `tests/adding_a_kind/`, under the paths that it gets; `LINES` is what existing files gain. Nothing
of this reaches the project itself: the copy has its own migration, database and suite.
"""

import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
NEW = ROOT / "tests" / "adding_a_kind"
#: What is no part of the project, or is made from it, some of it while this is copied; modules that are compiled stay
#: so, where they are not changed.
LEFT = (".git", ".venv", ".hypothesis", "var", "test-results", "*.pyc.*", "*.sqlite3*", ".*_cache", NEW.name)

FACTORY = """
class TrainingFactory(RecordFactory):
    class Meta:
        model = models.Training

    key = factory.Sequence(lambda n: f"training-{n}")
    title_fr = "Cours de cyberdéfense"
    title_en = "Course in cyber defence"
    period = "2019-03-04/2019-03-08"


"""
PARAGRAPH = """### training

A course that partners give, in an area, at a place, by people.

Also: `period`, `period_wording_fr`, `period_wording_en`. Parts: `citation`.

| field | what it holds | if omitted |
|---|---|---|
| `title_fr`, `title_en` | title (text, at most 500) | nothing |
| `summary_fr`, `summary_en` | summary (text) | nothing |
| `place` | place (key of `place`) | nothing |
| `partners` | partners (list of keys of `partner`) | left alone |
| `areas` | areas (list of keys of `area`) | left alone |
| `people` | people (list of keys of `person`) | left alone |

"""
EXAMPLE = """### A training

```json
[
  {"model": "partnerships.training", "fields": {"key": "cyber", "title_fr": "Cours", "title_en": "Course"}}
]
```

"""
FRENCH = """
msgid "training"
msgstr "formation"

msgid "trainings"
msgstr "formations"

msgid "Add a training"
msgstr "Ajouter une formation"
"""

#: For each existing file: what a line (a pattern) gains before it; an empty pattern stands for the end of the file.
LINES = {
    "partnerships/models/__init__.py": [
        (r"^from \.versions", "from .trainings import Training\n"),
        (r'^    "Visit",', '    "Training",\n'),
    ],
    "partnerships/models/sources.py": [(r'^    "statement",\n\)', '    "training",\n')],
    "partnerships/records/kinds/__init__.py": [
        (r"visits$", "trainings, "),
        (r"^        cooperation\.STATEMENT", "        trainings.TRAINING,\n"),
    ],
    "partnerships/admin/__init__.py": [
        (r"^    visits,$", "    trainings,\n"),
        (r'^    "visits",$', '    "trainings",\n'),
    ],
    "pyproject.toml": [
        (r'visits \| cooperation \| sources \| .*",$', "trainings | "),
        (r'visits",$', "trainings | "),
    ],
    "tests/factories.py": [(r"^class CitationFactory", FACTORY.lstrip("\n"))],
    "partnerships/locale/fr/LC_MESSAGES/django.po": [(r"\Z", FRENCH)],
    "docs/fixtures.md": [
        (r"^### statement$", PARAGRAPH),
        (r", `statement`\.$", ", `training`"),
        (r"\Z", "\n" + EXAMPLE.rstrip("\n") + "\n"),
    ],
    "ARCHITECTURE.md": [(r" `posting` `activity`", " `training`")],
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the project with the new kind, its migration made and its catalogue compiled."""
    house = tmp_path_factory.mktemp("copy") / "house"
    shutil.copytree(ROOT, house, ignore=shutil.ignore_patterns(*LEFT))
    shutil.copytree(NEW, house, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for path, additions in LINES.items():
        text = (house / path).read_text(encoding="utf-8")
        for before, lines in additions:
            text, found = re.subn(before, lambda match, lines=lines: lines + match[0], text, count=1, flags=re.M)
            assert found, f"{path} has no place {before}"
        (house / path).write_text(text, encoding="utf-8")
    asked(house, "manage.py", "makemigrations", "partnerships", "--name", "training")
    asked(house, ".ci/catalogues.py", "--write")
    return house


def asked(house, *command):
    """What a command says in the copy; it must end well."""
    database = os.environ["DATABASE_URL"]
    if database.startswith("postgres"):
        # A database of its own beside those of this run.
        database += f"_new_kind_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV", "DJANGO"))},
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": database,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "",
    }
    done = subprocess.run([sys.executable, *command], cwd=house, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{(done.stdout + done.stderr)[-8000:]}"
    return done.stdout


class TestNewKind:
    def test_goes_through_everything_and_is_asked_by_every_test_that_asks_each_kind(self, house):
        command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser")
        # As the suite around it: it sees one day alone.
        command += ("--vendor", connection.vendor)
        assert " passed" in asked(house, *command, "tests", "-k", "training or house_tree")

    def test_lets_the_static_checks_pass(self, house):
        # It asks first what `manage.py check` asks.
        asked(house, "manage.py", "makemigrations", "--check", "--dry-run")
        asked(house, ".ci/catalogues.py")


class TestArchitecture:
    def test_names_every_file_that_a_kind_touches(self):
        [said] = re.findall(r"^\*\*A kind\*\*.*?(?=^\*\*)", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.M | re.S)
        new = (
            str(path.relative_to(NEW)).replace("trainings", "<subject>").replace("training", "<kind>")
            for path in NEW.rglob("*.*")
        )
        named = [*LINES, *(path for path in new if "__pycache__" not in path)]
        assert [path for path in named if path not in said] == []
