"""Which tests run a stretch of the code: kept in `var/mutate/`, noted where it is missing or out of date.

The notes of a file of tests are out of date once it has changed, or a module that it ran, or what all tests share (the
other Python of `tests/`, and `config/`). Templates, fixtures and texts hardly change what runs: they do not count.
"""

import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from . import ROOT

#: What runs in processes of its own sees no mutant; the stateful test asks much and sees little more.
LEFT_OUT = (
    "tests/test_house_gate.py",
    "tests/test_house_mutants.py",
    "tests/test_house_adding_a_kind.py",
    "tests/projections/test_stateful.py",
)
#: How pytest is asked: of one database, and of nothing that the browser shows.
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:unraisableexception", "--vendor", "sqlite", "-m", "not browser"]


class Test(NamedTuple):
    """A test that runs a stretch: what it takes by itself, and to set up what it shares with others."""

    name: str
    seconds: float
    shared: float

    @property
    def file(self) -> str:
        return self.name.partition("::")[0]

    @property
    def group(self) -> str:
        """What it is set up with."""
        return self.name.partition("[")[0].rpartition("::")[0]


def files_of_tests() -> list[str]:
    found = (str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py"))
    return sorted(
        path for path in found if path not in LEFT_OUT and not path.startswith(("tests/browser/", "tests/adding"))
    )


def shared_by_all() -> list[str]:
    found = [path for folder in ("tests", "config") for path in (ROOT / folder).rglob("*.py")]
    return sorted(str(path.relative_to(ROOT)) for path in found if not path.name.startswith("test_"))


class Ran:
    """The notes, by files of tests: their digest, the names of the stretches, and of each test what it ran."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "ran.json.gz"
        self.files: dict[str, dict[str, Any]] = {}
        self._digests: dict[str, bytes] = {}
        if self.kept.exists():
            with gzip.open(self.kept, "rt", encoding="utf-8") as kept:
                self.files = json.load(kept)

    def bring_up_to_date(self) -> None:
        files = files_of_tests()
        old = [file for file in files if not self._is_up_to_date(file)]
        self.files = {file: self.files[file] for file in files if file not in old}
        if not old:
            print(f"The notes on which tests run which code are up to date: {self.kept.relative_to(ROOT)}.", flush=True)
            return
        print(
            f"Noting which code is run by {len(old)} of {len(files)} files of tests, new or changed, or of a module "
            "that has:",
            *old[:5],
            "…" if len(old) > 5 else "",
            flush=True,
        )
        self._note(old)

    def _is_up_to_date(self, file: str) -> bool:
        noted = self.files.get(file)
        return noted is not None and noted["digest"] == self._digest(file, noted["names"])

    def _digest(self, file: str, names: Iterable[str]) -> str:
        """Of a file of tests, the modules that it ran and what all tests share."""
        whole = hashlib.sha256()
        for path in [file, *sorted({name.partition(":")[0] for name in names}), *shared_by_all()]:
            if path not in self._digests:
                exists = (ROOT / path).exists()
                self._digests[path] = hashlib.sha256((ROOT / path).read_bytes()).digest() if exists else b""
            whole.update(self._digests[path])
        return whole.hexdigest()

    def _note(self, files: list[str]) -> None:
        with tempfile.TemporaryDirectory(prefix="notes-") as folder:
            side_by_side = ["-n", str(os.cpu_count() or 1), "--dist", "loadscope", "--no-loadscope-reorder"]
            command = [
                sys.executable,
                "-m",
                "pytest",
                *OPTIONS,
                *(side_by_side if len(files) > 3 else ["-p", "no:xdist"]),
            ]
            paths = f"{ROOT / '.ci'}{os.pathsep}{ROOT}"
            environment = {**os.environ, "NOTES": folder, "PYTHONPATH": paths}
            done = subprocess.run([*command, "-p", "mutate.noting", *files], cwd=ROOT, env=environment)
            if done.returncode not in (0, 1):
                sys.exit("The tests could not be asked.")
            self._take(files, [json.loads(path.read_text()) for path in sorted(Path(folder).iterdir())])
        self.kept.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(self.kept, "wt", encoding="utf-8", compresslevel=3) as kept:
            json.dump(self.files, kept)

    def _take(self, files: list[str], workers: list[dict[str, Any]]) -> None:
        found: dict[str, dict[str, tuple[float, set[str]]]] = {file: {} for file in files}
        for worker in workers:
            for name, (seconds, numbers) in worker["noted"].items():
                of_file = found.get(name.partition("::")[0])
                if of_file is not None:
                    before = of_file.get(name, (0.0, set()))
                    stretches = before[1] | {worker["names"][number] for number in numbers}
                    of_file[name] = max(seconds, before[0]), stretches
        for file, noted in found.items():
            names = sorted(set().union(*(some for _, some in noted.values())))
            numbers = {name: number for number, name in enumerate(names)}
            self.files[file] = {
                "digest": self._digest(file, names),
                "names": names,
                "noted": {name: [took, sorted(numbers[each] for each in some)] for name, (took, some) in noted.items()},
            }

    def by_stretch(self, wanted: Collection[str]) -> dict[str, list[Test]]:
        """The tests that run each of these stretches."""
        found: dict[str, list[Test]] = defaultdict(list)
        for of_file in self.files.values():
            numbers = {number: name for number, name in enumerate(of_file["names"]) if name in wanted}
            ran = {name: {*numbers}.intersection(some) for name, (_, some) in of_file["noted"].items()}
            for name, (seconds, _) in of_file["noted"].items():
                if name.endswith("::"):
                    continue
                around = [each for each in enclosing(name) if each in ran]
                test = Test(name, seconds, sum(of_file["noted"][each][0] for each in around))
                for number in ran[name].union(*(ran[each] for each in around)):
                    found[numbers[number]].append(test)
        return found


def enclosing(name: str) -> list[str]:
    """The names under which is noted what a test shares with others: its file, its classes."""
    steps = name.partition("[")[0].split("::")
    return ["::".join([*steps[:number], ""]) for number in range(1, len(steps))]
