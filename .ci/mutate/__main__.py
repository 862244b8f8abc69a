"""`make mutate`: a sample of mutants asked, what no test saw named, and the score of each package.

MUTANTS=200 SEED=1 take a sample, the same for the same tree, as many of each package; PACKAGE=offices, or
offices/claims.py, asks of one alone; MINUTES=20 ends after so long, the packages in turn. What came of each mutant
stands in `var/mutate/asked.jsonl`.
"""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from itertools import chain, zip_longest
from pathlib import Path

from . import ROOT, modules
from .asking import IN_PART, NOT_PUT, SEEN, Asked, Asking
from .places import Place, found_in
from .ran import OPTIONS, Ran, files_of_tests

FOLDER = ROOT / "var" / "mutate"


def package_of(path: str) -> str:
    """A folder of the app; what stands beside them is one package too."""
    return Path(path).parts[1] if len(Path(path).parts) > 2 else "the rest"


def all_places(within: str = "") -> tuple[dict[str, list[Place]], int]:
    """The places of each package, and how many there are that are not turned round."""
    found, outside = defaultdict(list), 0
    start = f"partnerships/{within}"
    for path in modules():
        if path == start or path.startswith(start if not within else f"{start.rstrip('/')}/"):
            _, finder = found_in(path)
            found[package_of(path)] += finder.places
            outside += finder.outside
    return dict(found), outside


def sample(packages: dict[str, list[Place]], size: int, seed: int) -> list[Place]:
    """As many of each package, whatever its size: a small one counts as much. They take turns."""
    each = -(-size // max(len(packages), 1))
    chosen = [
        random.Random(f"{seed}/{name}").sample(found, min(len(found), each))  # noqa: S311  not for secrets
        for name, found in packages.items()
    ]
    return [one for one in chain.from_iterable(zip_longest(*chosen)) if one is not None]


class Score:
    """What came of the mutants: told as it comes, written down, and counted."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file = file
        self.file.write_text("")
        self.asked: list[Asked] = []

    def tell(self, asked: Asked) -> None:
        self.asked.append(asked)
        place = asked.place
        with self.file.open("a", encoding="utf-8") as written:
            line = {**place._asdict(), "fate": asked.fate, "tests": asked.tests, "by": asked.by}
            written.write(json.dumps(line, ensure_ascii=False) + "\n")
        if asked.fate != SEEN:
            of = f" (of {asked.tests} tests)" if asked.fate == IN_PART else ""
            print(f"{asked.fate}{of}  {place.path}:{place.line}  {place.said}", flush=True)

    def print(self) -> None:
        """The score of each package: of those that could be asked, how many were seen."""
        print()
        fates = [(package_of(asked.place.path), asked.fate) for asked in self.asked]
        for name in [*dict.fromkeys(package for package, _ in fates), "all"]:
            counted = Counter(fate for package, fate in fates if name in ("all", package))
            number, seen = counted.total() - counted[NOT_PUT], counted.pop(SEEN, 0)
            rest = ", ".join(f"{count} {fate}" for fate, count in sorted(counted.items()))
            print(f"{name:14} {seen:5} of {number:5} seen  {100 * seen / max(number, 1):5.1f} %   {rest}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("--mutants", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--package", default="", help="a package of the app, or a module: offices, offices/claims.py")
    parser.add_argument("--minutes", type=float, default=0, help="ask no more after so many; 0 for all")
    options = parser.parse_args()
    packages, outside = all_places(options.package)
    if not any(packages.values()):
        parser.error(f"nothing to turn round in partnerships/{options.package}")
    chosen = sample(packages, options.mutants, options.seed)
    print(
        f"{sum(map(len, packages.values()))} places, of which {len(chosen)} are asked; {outside} more stand outside of "
        "functions, and are left to the outlines.",
        flush=True,
    )
    os.chdir(ROOT)
    for name in ("DEBUG", "SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS"):
        os.environ.pop(name, None)
    ran = Ran(FOLDER)
    ran.bring_up_to_date()
    tests = ran.by_stretch({place.stretch for place in chosen})
    score, began = Score(FOLDER / "asked.jsonl"), time.monotonic()
    asking = Asking(chosen, lambda stretch: tests.get(stretch, []), score.tell, options.minutes)
    import pytest

    sys.path.insert(0, str(ROOT))
    if (code := pytest.main([*OPTIONS, "-q", "-s", "-p", "no:xdist", *files_of_tests()], plugins=[asking])) not in (
        pytest.ExitCode.OK,
        pytest.ExitCode.NO_TESTS_COLLECTED,
    ):
        return int(code)
    score.print()
    took = time.monotonic() - began
    print(f"{len(score.asked)} of {len(chosen)} mutants in {took:.0f} s, the loading of the tests included.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
