"""The documents are true: they name every command, variable and kind, and their links lead somewhere."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import resolve
from django.utils import translation

from partnerships import pictures
from partnerships.editorial import opened, reports, waiting
from partnerships.editorial.roles import ROLES, codenames
from partnerships.exchange import importing, scanning
from partnerships.kept_pages import MAX_AGE_SECONDS
from partnerships.listing.filters import KEYS
from partnerships.management.commands import import_register
from partnerships.pages import compare
from partnerships.projections.timeline.paging import PAGE_SIZE
from partnerships.records.kinds import KINDS, PARTS
from tests.promises import PROMISES

ENDS = import_register.REFUSED, import_register.USAGE
ROOT = Path(settings.BASE_DIR)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
VARIABLE = re.compile(r"^([A-Z][A-Z0-9_]+)=", re.MULTILINE)
READ_FROM_ENVIRONMENT = re.compile(r"""(?:env(?:\.\w+)?|os\.environ\.get|_switch)\(\s*["']([A-Z][A-Z0-9_]+)["']""")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


#: What stands in a document as a file, or as a folder whose name is no date or period.
NAMED_FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|md|html|toml|po|css|js|svg|txt|json)|(?:[a-z_.]{2,}/)+)`")


def is_there(name):
    """Whether the end of some path is `name`."""
    folders = ("partnerships", "config", "templates", "static", "fixtures", "tests", "docs", "measuring", ".ci")
    return (ROOT / name).exists() or any(next((ROOT / each).rglob(name), None) for each in folders)


def text_of(*paths):
    return "\n".join((ROOT / path).read_text(encoding="utf-8") for path in paths)


def own_commands():
    return sorted(name for name, app in get_commands().items() if app == "partnerships")


def variables():
    return sorted(VARIABLE.findall(text_of(".env.example")))


def links(document):
    """The addresses that a document leads to; one that stands in code is shown, and leads nowhere."""
    text = CODE.sub("``", CODE_BLOCK.sub("", document.read_text(encoding="utf-8")))
    return [target for target in LINK.findall(text) if not re.match(r"[a-z]+:", target)]


def anchors(document):
    """The anchors that GitHub and its like give to headings."""
    headings = HEADING.findall(CODE_BLOCK.sub("", document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


PORT = re.search(r"^PORT \?= (\d+)$", text_of("Makefile"), re.MULTILINE)[1]
PYTHON = re.search(r'^requires-python = ">=(3\.\d+),', text_of("pyproject.toml"), re.MULTILINE)[1]
SETTINGS, READINESS = text_of("config/settings.py"), text_of("partnerships/readiness.py")
ERRORS = text_of("partnerships/error_pages.py")


class TestCommands:
    @pytest.mark.parametrize("name", own_commands())
    def test_the_readme_names_it(self, name):
        assert f"`manage.py {name}" in text_of("README.md")

    def test_the_readme_names_no_command_that_does_not_exist(self):
        named = set(re.findall(r"`manage\.py (\w+)", text_of("README.md", "ARCHITECTURE.md")))
        assert named <= set(get_commands())

    @pytest.mark.parametrize("name", TARGET.findall(text_of("Makefile")))
    def test_the_readme_names_each_target_of_make(self, name):
        assert f"`make {name}`" in text_of("README.md")

    def test_every_fixture_that_a_document_loads_is_there(self):
        named = set(re.findall(r"\bloaddata ([a-z0-9_]+)`", text_of(*DOCUMENTS)))
        assert named
        assert named <= {path.stem for path in ROOT.glob("fixtures/*.json")}

    def test_no_document_names_a_target_that_does_not_exist(self):
        targets = set(TARGET.findall(text_of("Makefile")))
        named = {name for document in DOCUMENTS for name in re.findall(r"`make ([a-z]+)", text_of(document))}
        assert named <= targets


class TestOptions:
    """What follows a command is understood by it, and so is what its row of a table says of it."""

    COMMAND = re.compile(r"manage\.py (\w+)([^`#\n]*)")
    OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
    def test_are_those_of_the_command(self, document):
        text = document.read_text(encoding="utf-8")
        said = [(name, self.OPTION.findall(rest)) for name, rest in self.COMMAND.findall(text)]
        for row in text.splitlines():
            if row.startswith("| `manage.py "):
                said.append((self.COMMAND.search(row)[1], self.OPTION.findall(row)))
        unknown = [(name, option) for name, options in said for option in options if option not in self.known(name)]
        assert unknown == []

    def known(self, name):
        parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
        return {option for action in parser._actions for option in action.option_strings}


class TestAddresses:
    """Addresses that documents name are addresses of the site."""

    ADDRESS = re.compile(r"`(/(?:en|fr|api|id|admin|healthz|readyz|sitemap|robots|\.well-known)\b[^`\s…<]*)`")

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
    def test_lead_somewhere(self, document):
        for address in self.ADDRESS.findall(document.read_text(encoding="utf-8")):
            path = address.partition("?")[0]
            if path == "/id/":
                continue  # what all permanent addresses begin with
            with translation.override(path[1:3] if path[1:3] in ("fr", "en") else "en"):
                resolve(path)


class TestFigures:
    """What the operators' guide says in figures is what is set."""

    @pytest.mark.parametrize(
        ("said", "is_set"),
        [
            ("Five wrong passwords for one account within ten minutes, or twenty from one address", "login_failed"),
            ("ends after two hours without a request", settings.LOGIN_IDLE_SECONDS == 2 * 3600),
            ("after sixteen hours at the latest", settings.LOGIN_SECONDS == 16 * 3600),
            ("half an hour has passed", settings.ACCOUNT_REAUTHENTICATION_TIMEOUT == 30 * 60),
            ("then only possibly. 366 where left out", settings.CERTAINTY_DAYS == 366),
            ("`Cache-Control: public, max-age=60`", MAX_AGE_SECONDS == 60),
            ("midnight in Brussels", settings.TIME_ZONE == "Europe/Brussels"),
            ("in its own memory, 32 MiB at most (`KEPT_PAGES_BYTES`", settings.KEPT_PAGES_BYTES == 32 * 1024**2),
        ],
    )
    def test_are_true(self, said, is_set):
        assert said in " ".join(text_of("docs/guides/operators.md").split())
        assert is_set is True or settings.ACCOUNT_RATE_LIMITS[is_set] == "5/10m/key,20/10m/ip"

    @pytest.mark.parametrize(
        ("document", "said", "is_set"),
        [
            ("docs/fixtures.md", f"After {scanning.MOST} broken places in a file", True),
            ("docs/fixtures.md", f"or {importing.MOST_OF_ONE} mistakes in one object", True),
            (
                "docs/fixtures.md",
                "ends with 0 (done, or nothing to do), 1 (refused, nothing written) or 2 (wrong use",
                True,
            ),
            ("docs/fixtures.md", "**Largest numbers**: `position` 32767, `count` 2147483647.", True),
            ("ARCHITECTURE.md", "`page(filters, ...)` takes forty lines by cursor", PAGE_SIZE == 40),
            ("README.md", f"# the site at http://localhost:{PORT}, with data and accounts", True),
            ("README.md", "| two to four partners over the same years", compare.MOST == 4),
            ("README.md", f"Both work on a fresh machine with Python {PYTHON}, pip and make", True),
            ("docs/dependencies.md", f"| {django.VERSION[0]}.{django.VERSION[1]} is the long-term release", True),
            ("docs/dependencies.md", f"the last that runs on Python {PYTHON}", True),
            ("docs/dependencies.md", f"resolves them for Python {PYTHON}", True),
            ("ARCHITECTURE.md", f"in rows that count for {opened.LASTS} seconds", True),
            ("ARCHITECTURE.md", f"asks every {opened.EVERY} seconds", True),
            ("ARCHITECTURE.md", "`manage.py forget_reports` erases its words a year later", reports.KEPT.days == 365),
            ("docs/guides/operators.md", "at least 50 random characters", "len(SECRET_KEY) < 50" in SETTINGS),
            ("docs/guides/operators.md", "a year after their answer", reports.KEPT.days == 365),
            ("docs/guides/operators.md", "says after an hour that", waiting.LATE.seconds == 3600),
            ("docs/guides/operators.md", "`/healthz`: the process is alive. `/readyz`: the database answers", True),
            ("docs/guides/operators.md", "every migration of this version; 503 otherwise", "status=503" in READINESS),
            (
                "docs/guides/operators.md",
                "pages answer 503 with `Retry-After`",
                "asked_to_come_back(error_page(request, 503" in ERRORS,
            ),
            ("docs/guides/operators.md", "for five seconds of the processor", "MADE_AHEAD_SECONDS = 5\n" in SETTINGS),
            ("docs/guides/staff.en.md", "PNG or WebP file of up to 15 MB", pictures.MOST_BYTES == 15 * 1024**2),
            ("docs/guides/staff.fr.md", "PNG ou WebP de 15 Mo au plus", pictures.MOST_BYTES == 15 * 1024**2),
        ],
    )
    def test_of_other_documents_are_true(self, document, said, is_set):
        assert said in " ".join(text_of(document).split())
        assert is_set


class TestDirection:
    """What imports what, as the drawing in ARCHITECTURE.md has it, is what the linter holds."""

    def test_points_downwards_as_the_layers_do(self):
        (layers,) = [
            one["layers"]
            for one in tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
            if one.get("containers") == ["partnerships"]
        ]
        place = {name.strip(" ()"): number for number, row in enumerate(layers) for name in row.split("|")}
        drawn = re.search(r"## Direction\s+```\n(.*?)```", text_of("ARCHITECTURE.md"), re.DOTALL)[1]
        steps = [[name.strip() for name in step.split(",")] for step in drawn.split("->")]
        known = [[place[name] for name in step if name in place] for step in steps]
        assert sum(map(len, known)) > 30
        for above, below in pairwise([step for step in known if step]):
            assert max(above) < min(below)


class TestRoles:
    """Who may what, as three documents say it, is what the roles hold."""

    TABLES = {
        "README.md": ("write", "publish", "delete", "accounts"),
        "docs/guides/staff.en.md": ("write", "publish", "delete", "accounts"),
        "docs/guides/staff.fr.md": ("rédiger", "publier", "supprimer", "comptes"),
    }
    RIGHTS = (
        ("partnerships", "add_visit"),
        ("partnerships", "publish_records"),
        ("partnerships", "delete_visit"),
        ("auth", "change_user"),
    )

    @pytest.mark.parametrize("document", TABLES)
    def test_are_true(self, document):
        rows = re.findall(r"^\| (?:\w+ )?[(`]*(\w+)[)`]* \| (.+?) \|$", text_of(document), re.MULTILINE)
        (start,) = [number for number, (name, _said) in enumerate(rows) if name == "reader"]
        before = set()
        for role, (_name, said) in zip(ROLES, rows[start : start + len(ROLES)], strict=True):
            rights = codenames(role)
            for word, right in zip(self.TABLES[document], self.RIGHTS, strict=True):
                if word != "accounts" and word != "comptes" and role == "administrator":
                    continue  # “everything”
                assert bool(re.search(rf"\b{word}\b", said)) is (right in rights - before), (role, word)
            before |= rights


class TestEnds:
    """With which number a command ends, and how often one calls it, is what the command does and says of itself."""

    ROWS = dict(re.findall(r"^\| `manage\.py (\w+)[^`]*` \| (.*) \|$", text_of("README.md"), re.MULTILINE))

    @pytest.mark.parametrize("name", [name for name, said in ROWS.items() if "exit" in said])
    def test_number_is_that_of_the_command(self, name):
        code = text_of(f"partnerships/management/commands/{name}.py")
        assert f"returncode={self.ROWS[name].partition('exit ')[2][0]}" in code

    def test_operators_are_told_the_same(self):
        guide = " ".join(text_of("docs/guides/operators.md").split())
        for name, often in (("send_digests", "once a week"), ("forget_reports", "once a night")):
            assert often in self.ROWS[name]
            assert f"`manage.py {name}`, {often}" in guide
        assert "once a week" in text_of("partnerships/management/commands/send_digests.py")
        assert "and then exits with 1" in guide


class TestGuides:
    """What stands in italics is what the back-office says, as it says it; or what is stressed."""

    ITALIC = re.compile(r"(?<![*\w])\*([^*]+)\*(?![*\w])")
    STRESSED = {
        "fr": "auprès d’une organisation/de ce fait/encore en cours/fin inconnue/rien de consigné/ambassade, mission/"
        "attend/italique",
        "en": "to an organisation/thereby/still going on/end unknown/nothing recorded/embassy, mission/waits/emphasis",
    }

    @staticmethod
    def plain(text):
        return " ".join(text.split()).strip(' .:…«»"“”').lower()

    @classmethod
    def named(cls, text):
        """What stands in italics in a text, in order; the steps of a way one by one."""
        return [cls.plain(part) for name in cls.ITALIC.findall(text) for part in name.split(" → ")]

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_name_what_is_on_the_screen(self, language):
        with (ROOT / "partnerships/locale/fr/LC_MESSAGES/django.po").open("rb") as file:
            messages = [message for message in read_po(file, locale="fr") if message.id]
        texts = [message.id if language == "en" else message.string for message in messages]
        known = {self.plain(one) for text in texts for one in ([text] if isinstance(text, str) else text)}
        named = self.ITALIC.findall(text_of(f"docs/guides/staff.{language}.md"))[1:]
        said = {self.plain(part) for name in named for part in name.split(" → ")}
        stressed = set(self.STRESSED[language].split("/"))
        unknown = {one for one in said - known if not any(text.startswith(one) for text in known)}
        assert unknown == stressed & unknown
        assert said > stressed


class TestPromises:
    """What guides promise stands there as `tests/promises.py` has it, beside the test that holds the code to it."""

    ROWS = [row.split("\n", 2) for row in PROMISES.strip().split("\n\n")]

    @pytest.mark.parametrize(("document", "held_by", "said"), ROWS, ids=[said[:60] for *_places, said in ROWS])
    def test_are_held(self, document, held_by, said):
        assert " ".join(said.split()) in " ".join(text_of(document).split())
        path, _, name = held_by.partition("::")
        assert f"def {name or 'test_'}" in text_of(path)


class TestTwins:
    """The two guides for staff say the same, section by section: points, buttons, figures, pictures."""

    @staticmethod
    def sections(language):
        return re.split(r"^## ", text_of(f"docs/guides/staff.{language}.md"), flags=re.MULTILINE)[1:]

    @pytest.fixture
    def both(self):
        return list(zip(self.sections("en"), self.sections("fr"), strict=True))

    @pytest.mark.parametrize(
        "what",
        [r"^(?:- |\d\. |\|)", r"!\[", r"\*\*", r"https?:"],
        ids=["points", "pictures", "stress", "web"],
    )
    def test_have_as_many(self, both, what):
        for english, french in both:
            found = [len(re.findall(what, text, re.MULTILINE)) for text in (english, french)]
            assert found[0] == found[1], english.splitlines()[0]

    def test_have_the_same_figures(self, both):
        for english, french in both:
            found = [sorted(re.findall(r"\d+", text)) for text in (english, french)]
            assert found[0] == found[1], english.splitlines()[0]

    def test_name_the_same_buttons_in_the_same_order(self, both):
        with (ROOT / "partnerships/locale/fr/LC_MESSAGES/django.po").open("rb") as file:
            messages = [message for message in read_po(file, locale="fr") if message.id]
        french_of = {}
        for message in messages:
            ids, texts = (one if isinstance(one, tuple) else (one,) for one in (message.id, message.string))
            for one, text in zip(ids, texts, strict=False):
                french_of.setdefault(TestGuides.plain(one), set()).add(TestGuides.plain(text))
        stressed, wrong = set(TestGuides.STRESSED["en"].split("/")), []
        for english, french in both:
            named = [TestGuides.named(text) for text in (english, french)]
            assert len(named[0]) == len(named[1])
            for one, other in zip(*named, strict=True):
                known = french_of.get(one) or {
                    text for said, texts in french_of.items() if said.startswith(one) for text in texts
                }
                if one not in stressed and not any(text.startswith(other) for text in known):
                    wrong.append((one, other))
        assert wrong == []


class TestEnvironment:
    @pytest.mark.parametrize("name", variables())
    def test_the_operators_guide_names_it(self, name):
        assert f"`{name}`" in text_of("docs/guides/operators.md")

    def test_the_example_holds_every_variable_that_is_read(self):
        code = text_of("config/settings.py", "config/gunicorn.py")
        read = set(READ_FROM_ENVIRONMENT.findall(code))
        assert read
        assert read <= set(variables())

    @pytest.mark.parametrize("name", variables())
    def test_the_code_reads_each_variable_of_the_example(self, name):
        code = text_of("config/settings.py", "config/gunicorn.py")
        # gunicorn reads its own trusted proxies.
        assert name in {*READ_FROM_ENVIRONMENT.findall(code), "FORWARDED_ALLOW_IPS"}


class TestKinds:
    @pytest.mark.parametrize("name", KINDS)
    def test_architecture_names_the_kind(self, name):
        assert f"`{name}`" in text_of("ARCHITECTURE.md")

    @pytest.mark.parametrize("part", PARTS, ids=lambda part: part._meta.model_name)
    def test_architecture_names_the_part(self, part):
        assert f"`{part._meta.model_name}`" in text_of("ARCHITECTURE.md")


class TestLayout:
    def test_architecture_names_each_room_of_the_app(self):
        rooms = {path.name for path in (ROOT / "partnerships").iterdir() if path.is_dir() and path.name[0] != "_"}
        missing = {room for room in rooms if f"{room}/" not in text_of("ARCHITECTURE.md")}
        assert missing == set()

    def test_architecture_names_nothing_of_the_app_that_is_not_there(self):
        named = re.findall(r"`([\w./]+/\w+\.(?:py|html|md|txt|json))`", text_of("ARCHITECTURE.md"))
        assert named
        assert [path for path in named if not ((ROOT / path).exists() or (ROOT / "partnerships" / path).exists())] == []


class TestFiles:
    """Files and folders that documents name, by their path or by its end, are there."""

    #: Made where the site runs, and examples.
    ELSEWHERE = {"var/", "var/accounts.txt", "var/mutate/", "fixtures/NAME.json", "chronologie/"}

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
    def test_are_there(self, document):
        named = NAMED_FILE.findall(CODE_BLOCK.sub("", document.read_text(encoding="utf-8")))
        assert [name for name in named if name not in self.ELSEWHERE and not is_there(name)] == []


class TestLists:
    @pytest.mark.parametrize("name", [*KEYS, "kind", "from", "to", "on", "detail", "order"])
    def test_the_readme_names_each_filter(self, name):
        (row,) = [line for line in text_of("README.md").splitlines() if line.startswith("| `/en/timeline/`")]
        assert f"`{name}`" in row


class TestLinks:
    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
    def test_every_link_leads_somewhere(self, document):
        broken = []
        for target in links(document):
            path, _, anchor = target.partition("#")
            found = (document.parent / path).resolve() if path else document
            if not found.exists() or (anchor and found.suffix == ".md" and anchor not in anchors(found)):
                broken.append(target)
        assert broken == []

    def test_every_document_can_be_reached_from_the_readme(self):
        reached, waiting = set(), [ROOT / "README.md"]
        while waiting:
            document = waiting.pop()
            if document in reached or document.suffix != ".md" or not document.exists():
                continue
            reached.add(document)
            waiting += [(document.parent / target.partition("#")[0]).resolve() for target in links(document)]
        assert sorted(set(DOCUMENTS) - reached) == []


class TestPictures:
    def test_pictures_are_light(self):
        heavy = [path.name for path in (ROOT / "docs" / "images").glob("*.png") if path.stat().st_size >= 300_000]
        assert heavy == []


#: Each value of `.env.example`, by hand: who copies it to a server gets these.
EXAMPLE = """\
ALLOWED_HOSTS=register.example.org
CACHE_URL=filecache:///var/cache/register
CERTAINTY_DAYS=366
CSRF_TRUSTED_ORIGINS=https://register.example.org
DATABASE_URL=postgres://register:password@localhost:5432/register
DEBUG=false
EDITORS_CONTACT=mailto:editors@register.example.org
EMAIL_FROM=register@register.example.org
EMAIL_URL=smtp+tls://user:password@mail.example.org:587
FORWARDED_ALLOW_IPS=127.0.0.1
HOST=127.0.0.1
LOG_LEVEL=INFO
MEDIA_ROOT=/var/lib/register/media
PORT=8000
PUBLISHER=Example Institute
READ_ONLY=false
REPLICA_URL=
REQUIRE_2FA=true
SECRET_KEY=
SECURITY_CONTACT=mailto:security@register.example.org
SITE_URL=https://register.example.org
TRUSTED_PROXIES=1
WEB_CONCURRENCY=2
"""


def test_values_of_the_example_are_those_for_a_server():
    lines = [line for line in text_of(".env.example").splitlines() if line and not line.startswith("#")]
    assert sorted(lines) == EXAMPLE.splitlines()
