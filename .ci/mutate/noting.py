"""A plugin of pytest that notes which stretches of the code each test runs, and how long it takes.

What is set up once for a class or a module is noted under its name and `::`, for all tests of it; what is set up once
for all tests is noted for none. The notes of a process stand in a file of its own, in the folder that `NOTES` names.
"""

import builtins
import importlib.abc
import importlib.machinery
import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from . import ROOT, anew, modules
from .stretches import MARK, with_marks

MODULES = {str(ROOT / path): path for path in modules()}
#: The names of the stretches, by their numbers.
names: list[str] = []
ran: set[int] = set()
setattr(builtins, MARK, ran.add)


class Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        text = Path(self.path).read_text(encoding="utf-8")
        return compile(with_marks(text, MODULES[self.path], names), self.path, "exec", dont_inherit=True)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] != "partnerships":
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin in MODULES:
            spec.loader = Loader(fullname, spec.origin)
        return spec


sys.meta_path.insert(0, Finder())


class Notes:
    """The seconds and the stretches of each test, and of what is set up for several."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.stretches: defaultdict[str, set[int]] = defaultdict(set)
        self.elsewhere = 0.0

    def under(self, name: str):
        """Whoever is noted within begins with nothing; whoever was before goes on with what it had."""
        before, elsewhere, began = set(ran), self.elsewhere, time.process_time()
        ran.clear()
        try:
            return (yield)
        finally:
            took = time.process_time() - began
            # What was set up meanwhile has been counted under its own name.
            self.seconds[name] += took - (self.elsewhere - elsewhere)
            self.elsewhere = elsewhere + took
            self.stretches[name] |= ran
            ran.clear()
            ran.update(before)

    def write(self) -> None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        noted = {name: [round(self.seconds[name], 4), sorted(some)] for name, some in self.stretches.items()}
        Path(os.environ["NOTES"], f"{worker}.json").write_text(json.dumps({"names": names, "noted": noted}))


notes, failed = Notes(), set()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    anew.begin()
    return (yield from notes.under(item.nodeid))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    if fixturedef.scope == "function":
        return (yield)
    return (yield from notes.under(f"{request.node.nodeid}::"))


def pytest_runtest_logreport(report):
    if report.failed:
        failed.add(report.nodeid)


def pytest_sessionfinish():
    for name in failed:
        notes.stretches.pop(name, None)
    if notes.stretches:
        notes.write()
