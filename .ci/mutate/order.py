"""The order of the tests that run the code of a mutant: the nearest and quickest, of each class a few; then the rest.

What takes long by itself, or to set up, comes last and has seconds of its own: it is asked seldom, but not never.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from .ran import Test

#: More seconds than these make a test a dear one.
DEAR = 1.0
#: So many of one class, or of the functions of one file, are asked before others of it: in the mirrored file, in its
#: folder, elsewhere.
AT_FIRST = (60, 10, 3)


def mirrored(path: str) -> str:
    """Where the tests of a module are."""
    within = Path(path).relative_to("partnerships")
    return str(Path("tests") / within.parent / f"test_{within.name}")


def in_order(tests: Iterable[Test], path: str) -> tuple[list[Test], list[Test]]:
    """The tests that are asked of a mutant of a module: the quick ones, and the dear ones."""
    near = mirrored(path)

    def distance(test: Test) -> int:
        if test.file == near:
            return 0
        return 1 if Path(test.file).parent == Path(near).parent else 2

    groups: dict[str, list[Test]] = defaultdict(list)
    dear = []
    for test in tests:
        if test.seconds + test.shared > DEAR:
            dear.append(test)
        else:
            groups[test.group].append(test)
    ranked = []
    for name, several in groups.items():
        several.sort(key=lambda test: (test.seconds, test.name))
        first = several[0]
        for number, test in enumerate(several):
            away = distance(test)
            ranked.append(((number >= AT_FIRST[away], away, first.seconds + first.shared, name, number), test))
    ranked.sort(key=lambda one: one[0])
    dear.sort(key=lambda test: (distance(test), test.seconds + test.shared, test.name))
    return [test for _, test in ranked], dear
