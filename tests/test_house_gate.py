"""Every static step of the gate goes red, by name, on the fault it is there for: all are planted at once in a copy."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine
from babel.messages.catalog import Catalog
from django.conf import settings

from partnerships import dates
from tests import conftest, planted_types

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
COPIED = (".ci", "config", "fixtures", "measuring", "partnerships", "static", "templates")
FILES = ("manage.py", "pyproject.toml", "README.md")

LINTED = '''"""What ruff has to see."""

from datetime import date, datetime
from functools import cache

from django.utils.safestring import mark_safe

from partnerships.dates import today

NUMBER: int = cache("1")  # type: ignore


def planted(written, day=today()):
    print(written)
    breakpoint()
    if date.today() == day or datetime.now() or written == None:
        return mark_safe(written)
    try:
        return eval(written)
    except:
        return {}
'''
TYPED = '''"""What pyright has to see."""

from datetime import date

from partnerships.models import Tenure
from partnerships.offices import holders


def planted(tenure: Tenure) -> str:
    return tenure.persn


def planted_call(day: date) -> None:
    holders(day, day)
'''
TEXTS = '''"""What the rules of the house have to see."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

LABEL = "Not in any catalogue"


def planted(request: HttpRequest) -> list[object]:
    messages.success(request, "Saved")
    return [datetime.now(UTC), timezone.localdate(), timezone.now().date()]
'''
TEMPLATE = """{% autoescape off %}{{ title }}{% endautoescape %}
{{ title|safe }}
{% now "Y" %}
<p>Hard-coded English</p>
<p title="Untold">{{ title }}</p>
<script>planted()</script>
<style>p {color: red}</style>
<p onclick="planted()" style="color: red">{{ title }}</p>
<a href="javascript:planted()">{{ title }}</a>
<b>{{ title }}</b>: {{ title }}
"""
TEST = '''"""What a test must not do."""

import gzip

import pytest


def test_planted(client):
    assert 3 == 3
    assert client.get("/").status_code in (200, 302, 403)


@pytest.mark.parametrize("content", [gzip.compress(b"a"), gzip.compress(b"a", mtime=0)])
@pytest.mark.parametrize("kind", {"area", "place"})
def test_named(content, kind):
    assert content.startswith(kind)
'''
ADDED = {
    "partnerships/pages/planted_format.py": "PLANTED = {  'a':1 }\n",
    "partnerships/pages/planted_lint.py": LINTED,
    "partnerships/pages/planted_types.py": TYPED,
    "partnerships/pages/planted_texts.py": TEXTS,
    "partnerships/pages/planted_catalogue.py": (
        "from django.utils.translation import gettext as _\n\nPLANTED = _('Nobody translated this'), _('Planted')\n"
    ),
    "partnerships/dates/planted_import.py": "from partnerships import models\n\nPLANTED = models\n",
    "partnerships/planted_stray.py": "",
    "templates/planted_order.html": "{% load static %}\n{% load i18n %}\n{% block a %}\n{% endblock %}\n",
    "templates/planted_indent.html": "<div>\n<p>\n{{ a }}\n</p>\n</div>\n",
    "templates/planted_lint.html": '<img src="/a.png"><P class="">{{a}}</P>\n',
    "templates/planted_rules.html": TEMPLATE,
    "tests/test_planted.py": TEST,
    "unfit/unfit-1.0.dist-info/METADATA": (
        "Metadata-Version: 2.1\nName: unfit\nVersion: 1.0\nRequires-Dist: django<1\n"
    ),
}
APPENDED = {
    "partnerships/locale/fr/LC_MESSAGES/django.po": '\nmsgid "Planted"\nmsgstr "Planté : l\'un"\n',
    "config/settings.py": "\nSECURE_HSTS_SECONDS = 0\n",
    "static/partnerships/suggest.js": "\nplanted();\n",
    "partnerships/migrations/0025_lists_in_the_order_of_time.py": "\nEDITED = True\n",
    "partnerships/models/versions.py": (
        '\nContentVersion.add_to_class("planted", models.BooleanField(default=False))\n'
    ),
}

#: By the step of the gate, what its report must name.
SEEN = {
    "format": ["planted_format.py"],
    "lint": [
        "planted_lint.py",
        *("T201 ", "T100 ", "DTZ011 ", "DTZ005 ", "S308 ", "B008 ", "E711 ", "E722 ", "S307 ", "ANN001 ", "ANN201 "),
        *("PGH003 ", "TID251 "),
    ],
    "templates, Django": ["planted_order.html"],
    "templates, indentation": ["planted_indent.html"],
    "templates, lint": ["planted_lint.html", "H013", "H026", "T001"],
    "templates, what they show": ["+++ planted_rules.html, now", '+<img src="/a.png">', "+{{ a }}"],
    "code, what guards it": [
        "+++ partnerships/pages/planted_texts.py, now",
        "+  messages.success(request, 'Saved')",
        *("+++ static/partnerships/suggest.js, now", "+planted();"),
    ],
    "rules of the house": [
        "planted_rules.html:1: what people wrote is not escaped here",
        "planted_rules.html:2: what people wrote is not escaped here",
        "planted_rules.html:3: the day is asked of the one clock",
        "planted_rules.html:4: not translated: Hard-coded English",
        "planted_rules.html:5: not translated: Untold",
        "planted_rules.html:6: <script> within the page",
        "planted_rules.html:7: <style> within the page",
        "planted_rules.html:8: onclick= within the page",
        "planted_rules.html:8: style= within the page",
        "planted_rules.html:9: an address that runs",
        "planted_rules.html:10: a colon as in English",
        "planted_types.py:9: planted means something else in",
        "planted_texts.py:9: not translated: Not in any catalogue",
        "planted_texts.py:13: not translated: Saved",
        "planted_texts.py:14: datetime.now: the day",
        "planted_texts.py:14: timezone.localdate: the day",
        "planted_texts.py:14: .date(): the day",
        "test_planted.py:9: asserts a constant",
        "test_planted.py:13: names a test by what changes from run to run: compress()",
        "test_planted.py:14: names tests in an order that changes",
        "test_planted.py:10: takes several answers for right",
    ],
    "directions of imports": [
        "partnerships.dates.planted_import -> partnerships.models",
        "partnerships.planted_stray",
    ],
    "types": ["planted_types.py:10", "persn", "planted_types.py:14"],
    "settings of a server": ["security.W004"],
    "migrations complete": ["Add field planted to contentversion"],
    "migrations as they landed": ["0025_lists_in_the_order_of_time.py: edited after it landed"],
    "catalogues": [
        "not in the catalogue: 'Nobody translated this'",
        'a blank that breaks, or a straight apostrophe: "Planté',
    ],
    "packages fit together": ["unfit 1.0 has requirement django<1"],
}


def step_of(root, name):
    spec = importlib.util.spec_from_file_location(name, root / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """What each step says of a copy with all the faults: the words that stand under its name."""
    copy = tmp_path_factory.mktemp("gate")
    # Modules that are compiled stay so, till they are written anew.
    ignored = shutil.ignore_patterns("*.pyc.*", "*.mo.bak")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    lines = planted_types.plant(copy)
    for name in ("__init__.py", "settings.py"):
        (copy / "tests").mkdir(exist_ok=True)
        shutil.copy(ROOT / "tests" / name, copy / "tests")
    for name, text in ADDED.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text)
    for name, text in APPENDED.items():
        path = copy / name
        path.write_text(path.read_text() + text)
    environment = {name: value for name, value in os.environ.items() if name not in ("DEBUG", "SITE_URL")}
    environment |= {"PYTHONPATH": str(copy / "unfit"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, ".ci/gate.py", "--static"]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    said = re.split(r"^(ok    |FAILED) (.+) \([\d.]+ s\)\n", done.stdout, flags=re.MULTILINE)
    found = {
        name: (verdict.strip(), text) for verdict, name, text in zip(said[1::3], said[2::3], said[3::3], strict=True)
    }
    return done.returncode, found, lines, planted_types.lines_named(found["types"][1], copy)


class TestStaticSteps:
    def test_that_takes_longest_begins_first(self):
        assert next(iter(step_of(ROOT, "gate").static_steps())) == "types"

    @pytest.mark.parametrize("step", step_of(ROOT, "gate").static_steps())
    def test_goes_red_on_its_fault(self, reports, step):
        verdict, text = reports[1][step]
        assert verdict == "FAILED"
        assert [words for words in SEEN[step] if words not in text] == []

    def test_one_of_them_is_enough(self, reports):
        assert reports[0] == 1

    @pytest.mark.parametrize("fault", planted_types.FAULTS)
    def test_types_see_it_in_every_module(self, reports, fault):
        _, _, lines, named = reports
        unseen = [name for name, planted in lines.items() if planted[fault] not in named.get(name, ())]
        assert unseen == []

    def test_types_are_asked_in_every_room(self, reports):
        rooms = {path.relative_to(ROOT).parent for path in planted_types.modules(ROOT)}
        assert {Path(name).parent for name in reports[2]} == rooms

    def test_types_are_asked_of_what_most_functions_take(self):
        every = list(planted_types.modules(ROOT))
        asked = [path for path in every if planted_types.wrong_value(path) != planted_types.BUILT_IN]
        assert len(asked) > len(every) / 2
        assert planted_types.wrong_call(ROOT / "partnerships" / "records" / "texts.py").startswith("columns(")


class TestLandedMigrations:
    """Each stays as it landed; a new one is written down, and nothing written down is changed."""

    KEPT = {"0001_one.py": "1", "0002_two.py": "2", "0003_three.py": "3"}

    def test_edited_gone_and_new_ones_are_named(self):
        there = {"0001_one.py": "1", "0002_two.py": "other", "0004_four.py": "4"}
        assert [line.split(";")[0] for line in step_of(ROOT, "landed").findings(self.KEPT, there)] == [
            "0002_two.py: edited after it landed",
            "0003_three.py: gone, though databases have run it",
            "0004_four.py: new",
        ]

    def test_only_new_ones_are_written_down(self, monkeypatch, tmp_path):
        landed = step_of(ROOT, "landed")
        monkeypatch.setattr(landed, "LIST", tmp_path / "list.txt")
        landed.write(self.KEPT, {**self.KEPT, "0002_two.py": "other", "0004_four.py": "4"})
        assert landed.landed() == {**self.KEPT, "0004_four.py": "4"}


class TestShown:
    """What each template shows, and when, is held: a condition, a value, a label or a way that is lost is named."""

    @pytest.mark.parametrize(
        ("template", "outline"),
        [
            ("<p class='a'>Text</p>{% load i18n %}{# a note #}", []),
            (
                "{% if a and not b %}{{ c|date:'Y' }}{% elif d %}x{% else %}{% include 'e.html' with f=g %}{% endif %}",
                ["if a and not b", "  {{ c|date:'Y' }}", "elif d", "else", "  include 'e.html' with f=g"],
            ),
            (
                '<a class="x" href="{% url "a" b %}"{% if c %} aria-current="true"{% endif %}>{{ d }}</a>',
                ['<a href="{% url "a" b %}">', "  if c", '    aria-current="true"', "{{ d }}"],
            ),
            (
                '<input type="submit" name="a" value="{% translate "Save" %}"{% if not b %} open{% endif %} required>',
                ['<input type="submit" name="a" value="…" required>', "  if not b", "    open"],
            ),
            ('<p class="said {{ a.look }}"><th scope="col">', ['<p class="said {{ a.look }}">', '<th scope="col">']),
            (
                "{% for a in b %}{% blocktranslate with c=a.d %}{{ c }}{% endblocktranslate %}{% empty %}-{% endfor %}",
                ["for a in b", "  words with c=a.d", "  {{ c }}", "empty"],
            ),
        ],
        ids=["looks", "conditions", "within an element", "a control", "a class that tells", "a loop"],
    )
    def test_outline_has_values_conditions_and_what_an_element_says_of_itself(self, template, outline):
        assert step_of(ROOT, "shown").outline(template) == outline

    def test_what_is_gone_is_named_with_what_stands_around_it(self):
        held = {"a.html": ["if other", "  {{ a }}", "  {{ b }}"], "gone.html": ["{{ c }}"]}
        found = list(step_of(ROOT, "shown").findings(held, {"a.html": ["if other", "  {{ b }}"]}))
        assert [line for line in found if not line.startswith("@")] == [
            *("--- a.html, held", "+++ a.html, now", " if other", "-  {{ a }}", "   {{ b }}"),
            *("--- gone.html, held", "+++ gone.html, now", "-{{ c }}"),
        ]

    def test_what_is_written_down_is_read_again(self, tmp_path):
        shown = step_of(ROOT, "shown")
        shown.write(tmp_path / "list.txt", shown.found())
        assert list(shown.findings(shown.held(tmp_path / "list.txt"), shown.found())) == []


def beside_others(name):
    """A step that asks another one, as a module."""
    sys.path.insert(0, str(ROOT / ".ci"))
    try:
        return step_of(ROOT, name)
    finally:
        sys.path.remove(str(ROOT / ".ci"))


class TestGuards:
    """What the code refuses, hides, locks, asks for and orders is held: whatever is lost or turned round is named."""

    @pytest.mark.parametrize(
        ("code", "outline"),
        [
            ("def f(a):\n    b = a + 1\n    return g(b)", []),
            ("if a:\n    if b.c:\n        raise Refused(d)", ["if a", "  if b.c", "    raise Refused(d)"]),
            ("if a:\n    b()\nelse:\n    raise C", ["if a", "else", "  raise C"]),
            ("try:\n    a()\nexcept (B, C):\n    return d\n", ["except (B, C): return d"]),
            ("try:\n    raise A\nexcept:\n    pass", ["raise A", "except : pass"]),
            (
                "@one_write()\n@wraps(f)\ndef g(row):\n    with one_read():\n        row.save()",
                ["@one_write()", "def g", "  with one_read()"],
            ),
            (
                "class A:\n    def b(self):\n        return [c for c in self.d if is_public(c)]",
                ["class A", "  def b", "    return [c for c in self.d if is_public(c)]"],
            ),
            (
                "a = filter(b, c)\nd = rows.filter(e__publication=f)\ng(h__publication=i)",
                ["d = rows.filter(e__publication=f)", "g(h__publication=i)"],
            ),
            (
                "return_first = min(a)\nb = sorted(c, key=d)\ne = f.order_by('-g')",
                ["b = sorted(c, key=d)", "e = f.order_by('-g')"],
            ),
            ("a = b == c\nd = b <= c", ["d = b <= c"]),
            (
                "a = _('b') if c else _('d')\ne = {'f': _('g'), 'h': _('i')}\nj = _('k') if l else m",
                ["a = _('b') if c else _('d')", "e = {'f': _('g'), 'h': _('i')}"],
            ),
            ("for a in b.exclude(c=d):\n    e(a)", ["for b.exclude(c=d)"]),
            ("messages.info(a, b)\nlogger.warning(c)\nother.info(d)", ["messages.info(a, b)", "logger.warning(c)"]),
            ("A, B = C = ('a', 'b')\nd = 1\ndef e():\n    f = ('g',)", ["A, B = C = ('a', 'b')"]),
            (
                "A, B = 30, timedelta(days=1)\nC: int = 4 * 2\nd = 1\nclass E:\n    list_per_page = 50\n    F = True",
                ["A, B = (30, timedelta(days=1))", "C = 4 * 2", "class E", "  list_per_page = 50", "  F = True"],
            ),
            ("class A:\n    b = ('c',)\n    class Meta:\n        indexes = [d]", ["class A", "  b = ('c',)"]),
            ("def get_ordering(a):\n    return ('-b',)", ["def get_ordering", "  return ('-b',)"]),
            ("def a(b):\n    return b.c\nd(key=a)", ["def a", "  return b.c"]),
            (
                "entry.find(a, conflict=True)\ntext.find(b)\nform.add_error(c, d)",
                ["entry.find(a, conflict=True)", "form.add_error(c, d)"],
            ),
            (
                f"A = {{'b': {'c' * 120!r}, **D}}\nE = ({'f' * 120!r}, 'g')",
                ["A =", f"  'b': {'c' * 120!r}", "  **D", "E =", f"  {'f' * 120!r}", "  'g'"],
            ),
        ],
        ids=[
            *("what is computed", "a refusal", "the other way", "what is caught", "all that is caught"),
            *("locks", "fences", "rows asked for", "orders", "bounds", "words", "a loop", "what is told"),
            *(
                "lists",
                "names in capitals",
                "lists of a class",
                "an order by name",
                "an order",
                "what is noted",
                "long lists",
            ),
        ],
    )
    def test_outline_has_what_guards_and_the_conditions_around_it(self, code, outline):
        assert beside_others("guards").outline(code) == outline

    def test_scripts_are_held_line_by_line_without_comments(self):
        script = "/* What\n   it does. */\nif (a) {\n  // why\n  b( 1 );\n}\n"
        assert beside_others("guards").lines_of(script) == ["if (a) {", "b( 1 );"]

    def test_document_is_held_section_by_section_however_its_lines_break(self):
        sections = beside_others("guards").sections_of
        held = sections("# A\nOne two.\n## B\nThree.\n")
        assert [line.partition(":")[0] for line in held] == ["# A", "## B"]
        assert sections("# A\nOne\ntwo.\n\n## B\nThree.") == held
        changed = sections("# A\nOne two.\n## B\nFour.\n")
        assert [one == other for one, other in zip(held, changed, strict=True)] == [True, False]

    def test_every_script_and_every_room_is_read(self):
        found = beside_others("guards").found()
        for where in ("static/**/*.[jc]s*", ".ci/*.py", "docs/guides/*.md"):
            assert {str(path.relative_to(ROOT)) for path in ROOT.glob(where)} < found.keys()
        rooms = {Path(name).parent for name in found}
        every = {path.relative_to(ROOT).parent for path in planted_types.modules(ROOT)}
        assert {room for room in every if room.parts[0] == "partnerships"} <= rooms


def said_of(capsys):
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith(("ok", "FAILED"))]


class TestRulesOfTheHouse:
    """Each by itself: planted together, one that sees nothing any more would hide behind the others."""

    @pytest.mark.parametrize(
        "text",
        [
            "{% autoescape off %}{% endautoescape %}",
            "{{ title|safe }}",
            "{{ titles|safeseq }}",
            "{% filter safe %}{% endfilter %}",
            '{% now "Y" %}',
            "{{ label }}: {{ title }}",
            "<p>Hard-coded English</p>",
            *(f'<p {name}="Untold"></p>' for name in ("title", "alt", "aria-label", "placeholder", "aria-description")),
            "<script></script>",
            "<style></style>",
            '<p onclick="planted()"></p>',
            '<p style="color: red"></p>',
            '<a href="javascript:planted()"></a>',
            '<a href="data:text/html,planted"></a>',
        ],
    )
    def test_of_templates(self, text):
        assert len(list(beside_others("house").of_template(Path("templates/planted.html"), text))) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "date.today()",
            "datetime.today()",
            "datetime.now()",
            "datetime.utcnow()",
            "timezone.now().date()",
            "change.at.date()",
            "timezone.localdate()",
            "timezone.localtime()",
            "time.time()",
        ],
    )
    def test_of_the_one_clock(self, text):
        assert len(list(beside_others("house").of_python(Path("config/planted.py"), text))) == 1
        assert list(beside_others("house").of_python(Path("partnerships/dates/clock.py"), text)) == []

    @pytest.mark.parametrize(
        "text",
        [
            'LABEL = "Not in any catalogue"',
            'messages.success(request, "Saved")',
            'raise ValidationError("Wrong")',
            'field = CharField(help_text="Untold")',
            'verbose_name = "untold"',
        ],
    )
    def test_of_texts_for_people(self, text):
        assert len(list(beside_others("house").of_python(Path("partnerships/planted.py"), text))) == 1

    @pytest.mark.parametrize(("field", "count"), [("sentence", 0), ("sentenze", 1)])
    def test_of_fields_that_are_replaced(self, field, count):
        text = f"replace(answer, {field}='')"
        assert len(list(beside_others("house").of_python(Path("partnerships/planted.py"), text))) == count

    @pytest.mark.parametrize(
        "text",
        ["assert True", "assert ONE == 1", "assert 'a'", "assert answer.status_code in (200, 302)"],
    )
    def test_of_tests(self, text):
        assert len(list(beside_others("house").of_python(Path("tests/planted.py"), text))) == 1


class TestCatalogues:
    """What makes a catalogue unsound, each by itself."""

    @pytest.mark.parametrize(
        ("english", "french", "flags", "said"),
        [
            ("Known", None, (), "not in the catalogue"),
            ("Known", "", (), "not translated"),
            ("Known", "Connu", ("fuzzy",), "unsure"),
            ("%(name)s is known", "Connu", (), "other placeholders"),
            ("Known: yes", "Connu : oui", (), "a blank that breaks"),
            ("Known?", "Connu ?", (), "a blank that breaks"),
            ("Known;", "Connu\u00a0;", (), "a blank that breaks"),
            ("It is known", "L'on sait", (), "a straight apostrophe"),
        ],
    )
    def test_is_named(self, english, french, flags, said):
        wanted, held = Catalog(locale="fr"), Catalog(locale="fr")
        wanted.add(english)
        if french is not None:
            held.add(english, french, flags=flags)
        (found,) = step_of(ROOT, "catalogues").problems(wanted, held)
        assert said in found

    def test_what_the_code_no_longer_says_is_named_and_what_is_sound_is_not(self):
        wanted, held = Catalog(locale="fr"), Catalog(locale="fr")
        wanted.add("Known: %(name)s")
        held.add("Known: %(name)s", "Connu\u00a0: %(name)s")
        assert list(step_of(ROOT, "catalogues").problems(wanted, held)) == []
        held.add("Gone", "Parti")
        assert [said.partition(":")[0] for said in step_of(ROOT, "catalogues").problems(wanted, held)] == [
            "no longer in the code"
        ]


class TestSuites:
    """The other half: each suite is asked, and one that fails is enough."""

    def test_are_the_two_databases_and_the_browser(self):
        commands = {name: " ".join(map(str, command)) for name, command in step_of(ROOT, "gate").suites().items()}
        assert list(commands) == ["suite on SQLite", "suite on PostgreSQL", "pages in the browser"]
        assert "-m not browser" in commands["suite on SQLite"]
        assert "--vendor sqlite" in commands["suite on SQLite"]
        assert "-m tests.postgres" in commands["suite on PostgreSQL"]
        assert "--vendor postgresql" in commands["suite on PostgreSQL"]
        assert commands["pages in the browser"].endswith("-m browser tests/browser")

    def test_ask_every_test_each_time(self):
        """Nothing but what stands here is left out: no first failure ends them, none of the last time comes first."""
        by_two = "-n 2 --dist loadscope --no-loadscope-reorder"
        told = {name: " ".join(map(str, command)) for name, command in step_of(ROOT, "gate").suites().items()}
        assert {name: text.partition(" -q -p no:cacheprovider ")[2] for name, text in told.items()} == {
            "suite on SQLite": f"{by_two} --vendor sqlite -m not browser",
            "suite on PostgreSQL": f"{by_two} --vendor postgresql -m not browser and not once",
            "pages in the browser": f"{by_two} -m browser tests/browser",
        }

    @pytest.mark.parametrize(("now", "rest"), [("2018-05-24T21:50:00Z", 7800), ("2018-05-24T18:00:00Z", 14400)])
    def test_see_one_day_alone(self, now, rest):
        ends = []
        config = SimpleNamespace(getoption=lambda _name: "sqlite", add_cleanup=ends.append)
        with time_machine.travel(now, tick=False):
            conftest.pytest_configure(config)
            assert abs(dates.rest_of_today() - rest) < 60
            for end in ends:
                end()

    @pytest.mark.parametrize("failing", [None, 0, 1, 2])
    def test_one_that_fails_is_enough(self, monkeypatch, capsys, failing):
        gate = step_of(ROOT, "gate")
        commands = {f"suite {n}": [sys.executable, "-c", f"raise SystemExit({int(n == failing)})"] for n in range(3)}
        monkeypatch.setattr(gate, "suites", lambda: commands)
        assert gate.run_suites() is (failing is None)
        verdicts = dict(reversed(line.split(" (")[0].split(maxsplit=1)) for line in said_of(capsys))
        assert verdicts == {f"suite {n}": "FAILED" if n == failing else "ok" for n in range(3)}

    def test_the_last_is_asked_beside_the_one_before_it_and_tells_all_it_says(self, monkeypatch, capfd, tmp_path):
        waits = "import pathlib, time\nfor _ in range(6000):\n if pathlib.Path({!r}).exists(): break\n time.sleep(0.05)"
        waits = waits.format(str(tmp_path / "met")) + "\nelse: raise SystemExit(1)"
        meets = f"import pathlib; pathlib.Path({str(tmp_path / 'met')!r}).touch(); print('59 passed')"
        several = {"alone": "", "waits": waits, "meets": meets}
        gate = step_of(ROOT, "gate")
        monkeypatch.setattr(gate, "suites", lambda: {n: [sys.executable, "-c", code] for n, code in several.items()})
        assert gate.run_suites() is True
        assert "59 passed" in capfd.readouterr().out

    @pytest.mark.parametrize("failing", [None, 0, 2])
    def test_static_step_that_fails_is_enough(self, monkeypatch, failing):
        gate = step_of(ROOT, "gate")
        steps = {f"step {n}": [sys.executable, "-c", f"raise SystemExit({int(n == failing)})"] for n in range(3)}
        monkeypatch.setattr(gate, "static_steps", lambda: steps)
        assert gate.run_static() is (failing is None)

    def test_decides_the_exit_code(self, monkeypatch):
        gate = step_of(ROOT, "gate")
        monkeypatch.setattr(sys, "argv", ["gate.py"])
        monkeypatch.setattr(gate, "find_browser", lambda: True)
        monkeypatch.setattr(gate, "run_static", lambda: True)
        for passed, code in ((True, 0), (False, 1)):
            monkeypatch.setattr(gate, "run_suites", lambda passed=passed: passed)
            assert gate.main() == code


@pytest.mark.parametrize(
    "line",
    [
        "HOST ?= 127.0.0.1",
        "\t@mkdir -p -m 700 var",
        "\t@(umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@)",
        "\texec $(BIN)/gunicorn -c config/gunicorn.py",
        "\t@$(PIP) install --require-hashes -r requirements.txt",
        "\t@$(PIP) install --require-hashes -r requirements-dev.txt",
        "run: $(VENV)/.runtime $(KEY) ## The site at http://localhost:8000 (HOST=, PORT=, DATABASE_URL=)",
        "\t@$(BIN)/python .ci/gate.py",
        ".SHELLFLAGS := -eu -o pipefail -c",
    ],
)
def test_makefile_keeps_secrets_to_their_owner_and_serves_this_machine_alone(line):
    assert line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
