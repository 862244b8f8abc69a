"""Turns the code round in one place at a time, and asks whether a test falls: `make mutate`.

MUTANTS=200 SEED=1 take a sample, the same for the same tree; PACKAGE=offices asks of one package alone. A mutant meets
the mirrored tests of its module first, then those of its room. Packages are loaded once; each mutant lives in a fork,
on a copy of one migrated database. MINUTES=20 ends after so long with the score of what was asked, each room in turn;
KEEP=var/mutants.json goes on from there: what a test saw is not asked again as long as its module stays the same.
NEAR=1 asks the mirrored tests alone: the score is then the least that it can be. docs/mutation.md keeps the score;
docs/decisions/0021 says why this is our own.
"""

import argparse
import ast
import contextlib
import hashlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

SAID = "tests/test_house_said.py"
#: Where the tests of a room are; the ones that ask much and see little more (the stateful one) are left out.
ROOMS = {
    "dates": ["tests/dates", SAID],
    "offices": ["tests/test_heart.py", "tests/offices", "tests/api", SAID],
    "projections": [
        "tests/projections/test_invalidation.py",
        "tests/projections/timeline",
        "tests/test_kept_pages.py",
        SAID,
    ],
    "records": ["tests/records", "tests/exchange", "tests/test_house_canaries.py", "tests/admin/forms"],
    "editorial": ["tests/editorial", "tests/admin/test_rights.py", "tests/admin/base"],
    "consistency": ["tests/consistency"],
    "exchange": ["tests/exchange", "tests/management"],
    "pages": ["tests/pages", "tests/views", SAID],
    "listing": ["tests/listing", "tests/views", SAID],
    "views": ["tests/views", "tests/pages", SAID],
    "gleaning": ["tests/gleaning", "tests/admin/test_documents.py"],
    "outlets": ["tests/outlets", "tests/views", SAID],
}
COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
SPOKEN = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy", "cast", "TypeVar"}

#: A run that waits for something gets so many seconds for each second of a processor that it may take.
PATIENCE = 15

Change = Callable[[], str]


class Mutant(NamedTuple):
    room: str
    path: Path
    number: int

    @property
    def name(self) -> str:
        return f"{self.path}:{self.number}"


class Finder(ast.NodeVisitor):
    """Every place of a module that can be turned round, in a fixed order."""

    def __init__(self) -> None:
        self.changes: list[tuple[int, Change]] = []

    def add(self, node: ast.AST, change: Change) -> None:
        self.changes.append((node.lineno, change))  # type: ignore[attr-defined]

    # What is no behaviour

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_arguments(self, node: ast.arguments) -> None:
        for each in [*node.defaults, *filter(None, node.kw_defaults)]:
            self.visit(each)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.visit(node.args)
        self.body(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.body(node)

    def visit_Module(self, node: ast.Module) -> None:
        self.body(node)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self.add(node, lambda: self.put(node, "test", ast.UnaryOp(ast.Not(), node.test), "condition turned round"))
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(getattr(target, "id", "") == "__all__" for target in node.targets):
            self.visit(node.value)

    def body(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> None:
        for each in node.body:
            documents = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
            if not documents and not isinstance(each, ast.Import | ast.ImportFrom):
                self.visit(each)

    # What is

    def put(self, node: ast.AST, name: str, value: object, said: str) -> str:
        setattr(node, name, value)
        return said

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            self.add(node, lambda: self.put(node, "value", ast.Constant(None), f"left out: {ast.unparse(node)[:60]}"))
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not isinstance(node.value, ast.Constant):
            self.add(node, lambda: self.put(node, "value", ast.Constant(None), "returns nothing"))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for index, operator in enumerate(node.ops):
            other = COMPARED[type(operator)]
            self.add(node, lambda i=index, o=other: self.compare(node, i, o))
        self.generic_visit(node)

    def compare(self, node: ast.Compare, index: int, other: type[ast.cmpop]) -> str:
        before = ast.unparse(node)
        node.ops[index] = other()
        return f"{before[:50]} -> {ast.unparse(node)[:50]}"

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        self.add(node, lambda: self.put(node, "op", other(), f"{type(node.op).__name__} -> {other.__name__}"))
        for index in range(len(node.values)):
            self.add(node, lambda i=index: self.without(node, i))
        self.generic_visit(node)

    def without(self, node: ast.BoolOp, index: int) -> str:
        said = f"left out: {ast.unparse(node.values[index])[:60]}"
        # Of two, the other one stands alone.
        node.values = [each for each in node.values if each is not node.values[index]] * (1 + (len(node.values) == 2))
        return said

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.add(node, lambda: self.put(node, "op", ast.UAdd(), "not left out") and self.truth(node))
        self.generic_visit(node)

    def truth(self, node: ast.UnaryOp) -> str:
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        return "not left out"

    def visit_BinOp(self, node: ast.BinOp) -> None:
        other = COMPUTED.get(type(node.op))
        if other and not isinstance(node.right, ast.JoinedStr):
            self.add(node, lambda: self.put(node, "op", other(), f"{type(node.op).__name__} -> {other.__name__}"))
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.add(node, lambda: self.put(node, "test", ast.UnaryOp(ast.Not(), node.test), "condition turned round"))
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for index, condition in enumerate(node.ifs):
            self.add(condition, lambda i=index: f"left out: if {ast.unparse(node.ifs.pop(i))[:60]}")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in SPOKEN:
            return
        if isinstance(node.func, ast.Name) and name in CALLED:
            self.add(node, lambda: self.put(node, "func", ast.Name(CALLED[name], ast.Load()), f"{name} turned round"))
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in ("reverse", "default", "key", "strict"):
                self.add(node, lambda i=index: f"left out: {ast.unparse(node.keywords.pop(i))[:60]}")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.add(node, lambda: self.put(node, "value", not value, f"{value} -> {not value}"))
        elif isinstance(value, int):
            self.add(node, lambda: self.put(node, "value", value + 1, f"{value} -> {value + 1}"))
        elif isinstance(value, str) and value.isidentifier():
            self.add(node, lambda: self.put(node, "value", f"{value}x", f"{value!r} -> {value + 'x'!r}"))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                self.visit(each.value)


def places(text: str) -> tuple[ast.Module, list[tuple[int, Change]]]:
    tree = ast.parse(text)
    finder = Finder()
    finder.visit(tree)
    return tree, finder.changes


def turned(mutant: Mutant) -> tuple[ast.Module, int, str]:
    """The tree of a module with one thing turned round; the line, and what it is."""
    tree, changes = places((ROOT / mutant.path).read_text(encoding="utf-8"))
    line, change = changes[mutant.number]
    said = change()
    return ast.fix_missing_locations(tree), line, said


def all_mutants(rooms: list[str]) -> Iterator[Mutant]:
    for room in rooms:
        for path in sorted((ROOT / "partnerships" / room).rglob("*.py")):
            relative = path.relative_to(ROOT)
            for number in range(len(places(path.read_text(encoding="utf-8"))[1])):
                yield Mutant(room, relative, number)


def sample(rooms: list[str], size: int, seed: int) -> list[Mutant]:
    """As many of each room, whatever its size: a small room counts as much. The rooms take turns."""
    chosen: list[list[Mutant]] = []
    for room in rooms:
        found = list(all_mutants([room]))
        # Not for secrets.
        chosen.append(random.Random(f"{seed}/{room}").sample(found, min(len(found), -(-size // len(rooms)))))  # noqa: S311
    return [one for one in chain.from_iterable(zip_longest(*chosen)) if one is not None]


class Kept:
    """What a test saw, by mutant, with the text of its module: kept in a file from run to run."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._seen: dict[str, str] = json.loads(file.read_text()) if file and file.exists() else {}

    def is_seen(self, mutant: Mutant) -> bool:
        return self._seen.get(mutant.name) == self._text_of(mutant)

    def keep(self, mutant: Mutant) -> None:
        self._seen[mutant.name] = self._text_of(mutant)
        if self.file:
            self.file.parent.mkdir(exist_ok=True)
            self.file.write_text(json.dumps(self._seen, indent=0, sort_keys=True))

    def _text_of(self, mutant: Mutant) -> str:
        return hashlib.sha256((ROOT / mutant.path).read_bytes()).hexdigest()[:16]


class OneModule(importlib.abc.MetaPathFinder):
    """Finds the module that is turned round before anybody else does."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        name = ".".join(path.with_suffix("").parts)
        self.name, self.path, self.tree = name.removesuffix(".__init__"), ROOT / path, tree

    def find_spec(self, fullname, path=None, target=None):
        if fullname != self.name:
            return None
        loader = Loader(fullname, str(self.path))
        loader.tree = self.tree
        places = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            fullname, self.path, loader=loader, submodule_search_locations=places
        )


class Loader(importlib.machinery.SourceFileLoader):
    tree: ast.Module

    def get_code(self, fullname):
        return compile(self.tree, self.path, "exec")


def load_packages() -> None:
    """What every run needs and no mutant touches."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    # What one run compiles, the next ones read; the module that is turned round is compiled from its tree.
    sys.dont_write_bytecode = False
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django.core.management
    import django.forms
    import django.template.loader
    import django.test
    import factory.django
    import hypothesis
    import pytest
    from django.conf import settings

    ready = [django, factory, hypothesis, pytest, settings.DATABASES]
    loaded = [name for name in sys.modules if name.startswith("partnerships")]
    if loaded or not all(ready):
        sys.exit(f"These are loaded too early: {loaded}")


def in_a_fork(work: Callable[[], int], seconds: int) -> tuple[str, float]:
    """How the work ended in a process of its own, and the seconds of a processor that it took."""
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = os.fork()
    if child == 0:
        os.setpgrp()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        silence = os.open(os.devnull, os.O_RDWR)
        if not os.environ.get("SHOW"):
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
        code = 3
        try:
            code = work()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    status = waited_for(child, seconds * PATIENCE)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
    if os.WIFSIGNALED(status):
        return ("too long" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "broken"), took
    return {0: "survived", 1: "killed", 5: "no test"}.get(os.WEXITSTATUS(status), "broken"), took


def waited_for(child: int, seconds: float) -> int:
    """How a process ended; one that waits for ever is ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return status
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def pytest_on(database: Path, paths: list[str]) -> int:
    import pytest
    from django.conf import settings

    settings.DATABASES["default"]["TEST"] = {"NAME": str(database)}
    options = ["-q", "-x", "--assert=plain", "--reuse-db", "-p", "no:cacheprovider", "-p", "no:xdist"]
    # How many queries a page makes says nothing of what it says, and is another number after another run.
    return int(pytest.main([*options, "-k", "not queries", "-m", "not browser", *paths]))


class Runs:
    """Runs of tests on one mutant after the other."""

    def __init__(self, folder: Path, *, near: bool = False) -> None:
        self.folder, self.template, self.near = folder, folder / "template.sqlite3", near
        self.limits: dict[tuple[str, ...], int] = {}

    def prepare(self) -> None:
        """One migrated database, of which each run gets a copy."""
        ended, _ = in_a_fork(lambda: pytest_on(self.template, ["tests/editorial/test_roles.py"]), 600)
        if ended != "survived" or not self.template.exists():
            sys.exit(f"The tests do not pass as they are, or leave no database: {ended}.")
        with contextlib.closing(sqlite3.connect(self.template)) as database:
            # One file, without a journal beside it: it is copied.
            database.execute("PRAGMA journal_mode=DELETE")

    def ask(self, paths: list[str], mutant: Mutant | None = None) -> str:
        database = self.folder / "copy.sqlite3"
        for old in self.folder.glob("copy*"):
            old.unlink()
        shutil.copy(self.template, database)
        limit = 3600 if mutant is None else self.limit(paths)
        tree = turned(mutant)[0] if mutant else None
        if tree:
            compile(tree, "mutant", "exec")

        def work() -> int:
            if mutant and tree:
                sys.meta_path.insert(0, OneModule(mutant.path, tree))
            return pytest_on(database, paths)

        ended, took = in_a_fork(work, limit)
        if mutant is None:
            self.limits[tuple(paths)] = int(20 + 3 * took)
            print(f"{took:.0f} s for {' '.join(paths)}", flush=True)
        return ended

    def limit(self, paths: list[str]) -> int:
        """Three times what the tests take as the code is; they must pass then."""
        if tuple(paths) not in self.limits and (ended := self.ask(paths)) != "survived":
            sys.exit(f"These do not pass as the code is ({ended}): {' '.join(paths)}")
        return self.limits[tuple(paths)]

    def fate(self, mutant: Mutant) -> str:
        near = mirrored(mutant.path)
        room = [path for path in ROOMS[mutant.room] if (ROOT / path).exists()]
        for paths in ([near] if near else [], [] if near and self.near else room):
            if paths and (ended := self.ask(paths, mutant)) not in ("survived", "no test"):
                return ended
        return "survived"


def mirrored(path: Path) -> str | None:
    within = path.relative_to("partnerships")
    test = Path("tests") / within.parent / f"test_{within.name}"
    return str(test) if (ROOT / test).exists() else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--package", choices=["", *ROOMS], default="")
    parser.add_argument("--only", help="path:number, one mutant")
    parser.add_argument("--minutes", type=float, default=0, help="ask no more after so many; 0 for all")
    parser.add_argument("--keep", default="", help="the file in which what was seen is kept from run to run")
    parser.add_argument("--near", action="store_true", help="ask the mirrored tests alone, where there are any")
    parser.add_argument("--list", action="store_true", help="say how many there are, and run nothing")
    options = parser.parse_args()
    rooms = [options.package] if options.package else list(ROOMS)
    if options.list:
        for room in rooms:
            print(f"{room:12} {len(list(all_mutants([room])))}")
        return 0
    chosen = sample(rooms, options.mutants, options.seed)
    if options.only:
        path, _, number = options.only.rpartition(":")
        chosen = [Mutant(Path(path).parts[1], Path(path), int(number))]
    os.environ.setdefault("SECRET_KEY", "-")
    load_packages()
    began, fates = time.monotonic(), {}
    kept = Kept(Path(options.keep) if options.keep else None)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        runs = Runs(Path(folder), near=options.near)
        runs.prepare()
        for mutant in chosen:
            if options.minutes and time.monotonic() - began > options.minutes * 60:
                break
            fates[mutant] = "killed" if kept.is_seen(mutant) else runs.fate(mutant)
            if fates[mutant] == "survived":
                _, line, said = turned(mutant)
                print(f"survived  {mutant.path}:{line}  {said}  ({mutant.name})", flush=True)
            else:
                kept.keep(mutant)
    scores(fates)
    print(f"{len(fates)} of {len(chosen)} mutants in {time.monotonic() - began:.0f} s.")
    return 0


def scores(fates: dict[Mutant, str]) -> None:
    print()
    rooms = Counter(mutant.room for mutant in fates)
    for room, number in [*rooms.items(), ("all", len(fates))]:
        of_room = [fate for mutant, fate in fates.items() if room in ("all", mutant.room)]
        seen = number - of_room.count("survived")
        print(f"{room:12} {seen:4} of {number:4} seen  {100 * seen / number:5.1f} %")


if __name__ == "__main__":
    sys.exit(main())
