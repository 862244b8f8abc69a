"""Rules of this house that no linter has: of templates, of texts shown to people, of the one clock, of names, of
fields that a record is said to have, of tests.

Each finding is one line, `file:line: sentence`; with none the exit code is 0. tests/test_house_gate.py plants each.
"""

import ast
import re
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import names

ROOT = Path(__file__).resolve().parent.parent

#: They work when nothing else does, catalogues included, and speak both languages themselves.
ERROR_PAGES = {"error.html", *(f"{status}.html" for status in (400, 403, 404, 405, 429, 500, 503))}
#: Where dates are worded, what only operators read, and what is said before the site starts.
OWN_LANGUAGE = ("partnerships/dates/", "partnerships/management/", "partnerships/checks.py")
#: Texts for operators and developers, and what a machine reads.
UNTRANSLATED = {
    "manage.py rebuild_search",
    "manage.py rebuild_timeline",
    "vTextField date-in-words",
    "migrations missing",
    "database unreachable",
    "Database unavailable: %s",
    "Preferred-Languages: fr, en\nCanonical:",
    "private, no-store",
    "bulk_create() of records and parts ignores and updates nothing.",
    "leads to no other model",
    "has no pages",
}
#: What stands within a page for programs to read; no browser runs it, nobody reads it.
DATA = {"application/json", "application/ld+json"}
CLOCK = "partnerships/dates/clock.py"

TRANSLATING = {"_", *(f"{p}{n}gettext{lazy}" for p in ("", "p", "np") for n in ("", "n") for lazy in ("", "_lazy"))}
TRANSLATING |= {"gettext_noop"}
#: What Django shows of a field, a form or a column.
SHOWN = {"verbose_name", "verbose_name_plural", "help_text", "label", "description", "short_description", "message"}
TELLING = {"success", "info", "warning", "error", "message_user", "ValidationError", "Http404", "BadRequest"}

#: What says something else each time: the moment, chance, a compressed file that writes down when it was made.
CHANGING = {"now", "today", "time", "compress", "random", "randint", "choice", "sample"}
CHANGING |= {"uuid1", "uuid4", "urandom", "token_bytes", "token_hex", "token_urlsafe"}

COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?\{% endcomment %\}", re.DOTALL)
TRANSLATED = re.compile(r"\{% blocktranslate.*?\{% endblocktranslate %\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
UNSAFE = {
    re.compile(r"\{%-?\s*autoescape\s+off"): "what people wrote is not escaped here",
    re.compile(r"\{[{%][^}%]*\|\s*safe(seq)?\b"): "what people wrote is not escaped here",
    re.compile(r"\{%\s*filter\s[^%]*\bsafe"): "what people wrote is not escaped here",
    re.compile(r"\{%\s*now\b"): "the day is asked of the one clock",
}
#: A colon beside what is filled in: French has a space before it, so `{% colon %}` writes it.
COLON = re.compile(r"(?:\}\}|%\}|</[a-z]+>): ")
WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
MARKUP = re.compile(r"<[^>]*>")
SPOKEN = {"title", "alt", "aria-label", "placeholder", "content", "aria-description", "label"}
#: What shows that a text is a pattern, which finds words of people and says none.
PATTERN = re.compile(r"\(\?[:i<]|\\b")
STATEMENTS = re.compile(r"\b(SELECT|SET|WHERE|FROM|PRAGMA|UNION|ORDER BY|AND|IN|INTO)\b")


class Page(HTMLParser):
    """The words and the attributes of a template without its tags."""

    def __init__(self, name):
        super().__init__()
        self.name, self.found, self.language = name, [], []

    def say(self, sentence):
        self.found.append((self.getpos()[0], sentence))

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "style" or (tag == "script" and "src" not in named and named.get("type") not in DATA):
            self.say(f"<{tag}> within the page; the policy allows files only")
        for name, value in attributes:
            if name == "style" or name.startswith("on"):
                self.say(f"{name}= within the page; the policy allows files only")
            if (value or "").strip().lower().startswith(("javascript:", "data:")):
                self.say(f"an address that runs: {value}")
            if name in SPOKEN and tag != "meta" and WORD.search(value or ""):
                self.say(f"not translated: {value}")
        if tag not in {"meta", "link", "input", "img", "br", "hr"}:
            self.language.append((tag, "lang" in named or named.get("type") in DATA))

    def handle_endtag(self, tag):
        while self.language and self.language.pop()[0] != tag:
            pass

    def handle_data(self, data):
        # What says its own language is not for translation: “Français” in the menu of languages.
        if self.name not in ERROR_PAGES and WORD.search(data) and not any(lang for _, lang in self.language):
            self.say(f"not translated: {' '.join(data.split())[:60]}")


def blank(match):
    return "\n" * match.group().count("\n")


def of_template(path, text):
    text = COMMENT.sub(blank, text)
    for pattern, sentence in UNSAFE.items():
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, sentence
    text = TRANSLATED.sub(blank, text)
    for match in COLON.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, "a colon as in English: write {% colon %}"
    page = Page(path.name)
    page.feed(TAG.sub(blank, text))
    page.close()
    if path.name in ERROR_PAGES:
        page.found = [(line, sentence) for line, sentence in page.found if "not translated" not in sentence]
    yield from page.found


def name_of(call):
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def docstrings(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def translated(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node) in TRANSLATING:
            for argument in node.args:
                yield from ast.walk(argument)


def told(tree):
    """Arguments that people read as they stand, one word or many."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (keyword.value for keyword in node.keywords if keyword.arg in SHOWN)
            if name_of(node) in TELLING:
                yield from node.args
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") in SHOWN for target in node.targets):
            yield node.value


def texts(tree):
    """Texts for people that no catalogue translates."""
    spared, plain = {*docstrings(tree), *translated(tree)}, set(told(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spared:
            text = MARKUP.sub("", node.value).strip()
            if text in UNTRANSLATED or STATEMENTS.search(text) or PATTERN.search(text) or "<" in text or "=" in text:
                continue
            if WORDS.search(text) or (node in plain and WORD.search(text)):
                yield node.lineno, f"not translated: {text[:60]}"


def clocks(tree):
    """Who asks the machine what day it is, or on which day an instant falls, but the one clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "date" and not node.args + node.keywords:
            yield (
                node.lineno,
                f".date(): the day of an instant is asked of the one clock, {CLOCK}: it is not that of UTC",
            )
        if not isinstance(node, ast.Attribute):
            continue
        owner = getattr(node.value, "id", getattr(node.value, "attr", ""))
        asked = f"{owner}.{node.attr}"
        if asked in {
            "date.today",
            "datetime.today",
            "datetime.now",
            "datetime.utcnow",
            "timezone.localdate",
            "timezone.localtime",
            "time.time",
        }:
            yield node.lineno, f"{asked}: the day is asked of the one clock, {CLOCK}"


def constant(node):
    """Whether nothing that runs has a part in it: literals, and names that are written like constants."""
    return all(
        not isinstance(each, ast.Call | ast.Attribute | ast.Subscript | ast.Await)
        and (not isinstance(each, ast.Name) or each.id.isupper())
        for each in ast.walk(node)
    )


def empty_tests(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and constant(node.test):
            yield node.lineno, "asserts a constant"
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
            several = getattr(node.comparators[0], "elts", ())
            if getattr(node.left, "attr", "") == "status_code" and len(several) > 1:
                yield node.lineno, "takes several answers for right: say which is"


@cache
def fields_of_records():
    """The names of the fields of every plain record of the app: what a class says of itself with a type."""
    paths = (path for path in (ROOT / "partnerships").rglob("*.py") if "migrations" not in path.parts)
    trees = (ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in paths)
    classes = (node for tree in trees for node in tree if isinstance(node, ast.ClassDef))
    return {each.target.id for one in classes for each in one.body if isinstance(each, ast.AnnAssign)}


def replaced(tree):
    """Fields that `replace()` names and no record has: no type is asked of what it is given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "replace":
            for keyword in node.keywords:
                if keyword.arg is not None and keyword.arg not in fields_of_records():
                    yield node.lineno, f"replaces a field that no record has: {keyword.arg}"


def changing_names(tree):
    """Tests that each of the two workers calls otherwise, which then refuse to share them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or name_of(node) != "parametrize":
            continue
        for value in node.args[1:2]:
            if isinstance(value, ast.Set | ast.SetComp) or (isinstance(value, ast.Call) and name_of(value) == "set"):
                yield value.lineno, "names tests in an order that changes: sort it"
            for call in (each for each in ast.walk(value) if isinstance(each, ast.Call)):
                if name_of(call) in CHANGING and "mtime" not in {keyword.arg for keyword in call.keywords}:
                    yield call.lineno, f"names a test by what changes from run to run: {name_of(call)}()"


def of_python(path, text):
    tree, name = ast.parse(text), str(path)
    if name.startswith("tests/"):
        yield from empty_tests(tree)
        yield from changing_names(tree)
        return
    if name != CLOCK:
        yield from clocks(tree)
    yield from replaced(tree)
    if name.startswith("partnerships/") and not name.startswith(OWN_LANGUAGE):
        yield from texts(tree)


def files():
    for folder, pattern, rules in (
        ("templates", "*.html", of_template),
        ("templates", "*.svg", of_template),
        ("partnerships", "*.py", of_python),
        ("config", "*.py", of_python),
        ("tests", "*.py", of_python),
    ):
        for path in sorted((ROOT / folder).rglob(pattern)):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT), path.read_text(encoding="utf-8"), rules


def main():
    found = [f"{path}:{line}: {sentence}" for path, text, rules in files() for line, sentence in rules(path, text)]
    found += names.found(ROOT / "partnerships")
    print("\n".join(found) or "Nothing found.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
