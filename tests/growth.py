"""Whether work grows no faster than what it is given: a ratio taken in one run, whatever else the machine does."""

import time
from collections.abc import Callable

#: What is shorter than this cannot be told from nothing.
SHORTEST = 0.002


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """Return how many times as long `work(large)` takes the processor as `work(small)`, each at its best of three."""
    return _best(work, large) / max(_best(work, small), SHORTEST)


def _best(work: Callable[[int], object], size: int) -> float:
    taken = []
    for _each in range(3):
        begun = time.process_time()
        work(size)
        taken.append(time.process_time() - begun)
    return min(taken)
