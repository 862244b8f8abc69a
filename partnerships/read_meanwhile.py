"""What is read in a process of its own while others are read here: two processors take half the time."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import TypeVar

from django.db import connection, connections

Found = TypeVar("Found")


@contextmanager
def read_meanwhile(read: Callable[[], Found]) -> Iterator[Callable[[], Found]]:
    """Let `read`, a function of a module, run beside what is inside; what is given waits and returns what it found.

    A process has a connection of its own and sees what is committed: within a transaction, of a database in memory,
    or where there is no second processor, `read` runs here, once it is asked for.
    """
    if not _has_company():
        yield read
        return
    # A connection is not to be shared.
    connections.close_all()
    # Whoever stops both with a key stops what runs here.
    with ProcessPoolExecutor(1, get_context("fork"), signal, (SIGINT, SIG_IGN)) as other:
        yield other.submit(read).result


def _has_company() -> bool:
    in_memory = connection.vendor == "sqlite" and connection.is_in_memory_db()
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and not connection.in_atomic_block and not in_memory
