"""A plugin of pytest that asks its tests of mutants instead of running them all.

All tests are loaded once, and the database is made once. Each mutant is a process of its own, forked from there: the
functions that are turned round get the code of the mutant, and the tests that run it are asked until one falls. What a
test sees counts only if it passes, asked in the same way, of the code as it is.
"""

import contextlib
import ctypes
import gc
import os
import resource
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from . import ROOT, anew
from .order import in_order
from .places import Place, text_of, turned
from .ran import Test

#: A mutant has so many seconds of a processor with the quick tests, and as many with the dear ones.
SECONDS = 20
#: What waits gets so many seconds for each that it may take of a processor.
PATIENCE = 15

SEEN, UNSEEN, IN_PART, NOT_PUT, NOT_RUN = (
    "seen",
    "unseen",
    "unseen, asked in part",
    "not put in place",
    "run by no test",
)
#: How a process says what came of it.
ENDED = {0: UNSEEN, 4: IN_PART, 8: NOT_PUT}


class Asked(NamedTuple):
    """What came of a mutant: how many tests run its code, and which one saw it."""

    place: Place
    fate: str
    tests: int
    by: str = ""


class Running(NamedTuple):
    """A process that asks."""

    place: Place
    tests: list[Test]
    #: Of which tests it has asked, in their order.
    asked: "ctypes.Array[ctypes.c_byte]"
    until: float

    @property
    def reached(self) -> list[Test]:
        return [test for test, asked in zip(self.tests, self.asked, strict=True) if asked]


class Code(NamedTuple):
    """Functions of the app, by the code that they have."""

    functions: dict[tuple[str, str, int], list[FunctionType]]

    @classmethod
    def loaded(cls, paths: set[str]) -> "Code":
        # A command is loaded where it is first called: too late for a mutant.
        for path in paths:
            import_module(".".join(Path(path).relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
        # The suite freezes what it has loaded, and what is frozen is not found.
        gc.unfreeze()
        found = defaultdict(list)
        for each in gc.get_objects():
            # What is lazy would be made to ask what it is, and some of it cannot be made any more.
            if type(each) is FunctionType and each.__code__.co_filename in paths:
                code = each.__code__
                found[code.co_filename, code.co_qualname, code.co_firstlineno].append(each)
        return cls(found)

    def put(self, place: Place) -> bool:
        """Give the functions that a mutant changes its code, and say whether there are any.

        There are none where two on one line could be meant, and where one takes other names from around it than before.
        """
        path = str(ROOT / place.path)
        before = list(codes_within(compile(text_of(place.path), path, "exec", dont_inherit=True)))
        after = list(codes_within(compile(turned(place), path, "exec", dont_inherit=True)))
        named = Counter((one.co_qualname, one.co_firstlineno) for one in before)
        put = False
        for code in set(after) - set(before):
            name = code.co_qualname, code.co_firstlineno
            for function in self.functions.get((path, *name), []) if named[name] == 1 else []:
                with contextlib.suppress(ValueError):
                    function.__code__ = code
                    put = True
        return put


def codes_within(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from codes_within(each)


class Asking:
    """Asks of each place in turn, as many side by side as there are processors, until the time is up."""

    def __init__(
        self,
        places: list[Place],
        tests: Callable[[str], list[Test]],
        told: Callable[[Asked], None],
        minutes: float = 0,
    ) -> None:
        self.places, self.tests, self.told = places, tests, told
        self.until = time.monotonic() + minutes * 60 if minutes else float("inf")
        self.items: dict[str, pytest.Item] = {}
        #: Tests that pass, and that do not, as the code is.
        self.sound: set[str] = set()
        self.unsound: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        self.warm_up(session.items)
        self.code = Code.loaded({str(ROOT / place.path) for place in self.places})
        gc.collect()
        gc.freeze()
        self.ask_all()
        return True

    def warm_up(self, items: list[pytest.Item]) -> None:
        """Make the database, by a test of it; the next one stands elsewhere, so that what they share is taken down."""
        first = next(item for item in items if item.get_closest_marker("django_db"))
        folder = first.path.parent
        others = (item for item in items if item.path != first.path)
        other = next(item for item in others if folder == ROOT / "tests" or folder not in item.path.parents)
        if any(report.failed for report in runtestprotocol(first, nextitem=other, log=False)):
            pytest.exit(f"This does not pass as the code is: {first.nodeid}", 2)

    def ask_all(self) -> None:
        waiting = iter(self.places)
        running: dict[int, Running] = {}
        try:
            while self.begin_some(waiting, running) or running:
                for child, one in list(running.items()):
                    status = ended(child, one.until)
                    if status is not None:
                        del running[child]
                        self.judge(one, status, running)
                time.sleep(0.005)
        finally:
            for child in running:
                os.killpg(child, signal.SIGKILL)

    def begin_some(self, waiting: Iterator[Place], running: dict[int, Running]) -> bool:
        """Begin as many as there are processors; say whether there are more to come."""
        while len(running) < (os.cpu_count() or 1):
            place = next(waiting, None) if time.monotonic() < self.until else None
            if place is None:
                return False
            self.begin(place, running)
        return True

    def begin(self, place: Place, running: dict[int, Running]) -> None:
        known = [
            test for test in self.tests(place.stretch) if test.name in self.items and test.name not in self.unsound
        ]
        if not known:
            self.told(Asked(place, NOT_RUN, 0))
            return
        quick, dear = in_order(known, place.path)
        tests = [*quick, *dear]
        asked = RawArray("b", len(tests))
        child = forked(lambda: self.asked_within(place, tests, len(quick), asked))
        running[child] = Running(place, tests, asked, time.monotonic() + 3 * SECONDS * PATIENCE)

    def judge(self, one: Running, status: int, running: dict[int, Running]) -> None:
        """Tell what came of a mutant; where a test fell that falls anyway, ask again without it."""
        number = len(one.tests)
        if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status) in ENDED:
            self.told(Asked(one.place, ENDED[os.WEXITSTATUS(status)], number))
            return
        reached = one.reached
        if not reached:
            # It ended before it asked any: no test has seen it.
            self.told(Asked(one.place, NOT_PUT, number))
            return
        by = reached[-1].name
        if by not in self.sound and not self.passes(reached):
            self.unsound.add(by)
            print(f"asked no more, since it does not pass as the code is: {by}", flush=True)
            self.begin(one.place, running)
            return
        self.sound.add(by)
        self.told(Asked(one.place, SEEN, number, by))

    def passes(self, tests: list[Test]) -> bool:
        """The control: whether these tests pass in the same way as the code is."""
        asked = RawArray("b", len(tests))
        child = forked(lambda: self.asked_within(None, tests, len(tests), asked))
        while (status := ended(child, float("inf"))) is None:
            time.sleep(0.005)
        return status == 0

    def asked_within(
        self, place: Place | None, tests: list[Test], quick: int, asked: "ctypes.Array[ctypes.c_byte]"
    ) -> int:
        """Ask the tests, of which so many are quick, until one falls; without a mutant, all of them."""
        anew.begin()
        if place:
            resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS, 3 * SECONDS + 5))
            if not self.code.put(place):
                return 8
        began, in_part = time.process_time(), False
        for number, test in enumerate(tests):
            is_dear, took = number >= quick, time.process_time() - began
            if place and took + is_dear * (test.seconds + test.shared) > SECONDS * (1 + is_dear):
                in_part = True
                continue
            asked[number] = 1
            item, following = self.items[test.name], self.items[tests[min(number + 1, len(tests) - 1)].name]
            # What comes now may be another one than followed.
            item.session._setupstate.teardown_exact(item)
            if any(report.failed for report in runtestprotocol(item, nextitem=following, log=False)):
                return 1
        return 4 if in_part else 0


def forked(work: Callable[[], int]) -> int:
    """A process that does the work without a word, and ends with what it gives."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setpgrp()
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            code = work()
        finally:
            os._exit(code)
    # Said on this side as well: it may be ended before it has begun.
    os.setpgid(child, child)
    return child


def ended(child: int, until: float) -> int | None:
    """How a process ended; None as long as it runs, and it may."""
    pid, status = os.waitpid(child, os.WNOHANG)
    if pid:
        return status
    if time.monotonic() < until:
        return None
    os.killpg(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
