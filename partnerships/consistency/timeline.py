"""The reading index of the timeline, and who possibly held an office when, against the records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from partnerships.projections import possible_service
from partnerships.projections.timeline import comparison
from partnerships.read_meanwhile import read_meanwhile
from partnerships.transactions import one_read

from .findings import Finding
from .rules import RULES

#: The lines of the timeline, and the offices, that are not as the records stand.
OutOfStep = tuple[list[str], list[str]]


def out_of_step() -> OutOfStep:
    """Return the lines that the index has too many, too few or otherwise, and the offices of such service."""
    with one_read():
        return comparison.differences(), possible_service.differences()


_compared: ContextVar[Callable[[], OutOfStep]] = ContextVar("compared", default=out_of_step)


@contextmanager
def compared_meanwhile() -> Iterator[None]:
    """Let the comparison, nearly half of what all checks take, go on beside the other checks inside."""
    with read_meanwhile(out_of_step) as compared:
        token = _compared.set(compared)
        try:
            yield
        finally:
            _compared.reset(token)


def check() -> Iterator[Finding]:
    """Find lines of the timeline, and service, that are not as the records stand."""
    lines, offices = _compared.get()()
    for sort in lines:
        kind, key = sort.split(" ")[3:5]
        yield RULES["timeline-out-of-step"].finding(kind, None, key)
    for key in offices:
        yield RULES["service-out-of-step"].finding("office", None, key)
