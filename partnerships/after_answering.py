"""What is done once an answer is sent: what whoever asks first of a large register does not wait for.

Numbers of the public pages, and the checks of the desk of findings.

A page that is made without them is sent and not kept; the next one has them.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

from django.http import HttpResponse

#: What is put off, by what tells one from another.
Waiting = dict[Hashable, Callable[[], Any]]

_waiting: ContextVar[Waiting | None] = ContextVar("waiting", default=None)
_is_later: ContextVar[bool] = ContextVar("is_later", default=False)
_at_work: set[Hashable] = set()
_lock = Lock()


@contextmanager
def putting_off() -> Iterator[Waiting]:
    """Let what is made inside put work off; whoever opens this does it later."""
    waiting: Waiting = {}
    token = _waiting.set(waiting)
    try:
        yield waiting
    finally:
        _waiting.reset(token)


def is_put_off(key: Hashable, work: Callable[[], Any]) -> bool:
    """Put `work` off where that can be, and tell whether it is."""
    waiting = _waiting.get()
    if waiting is None:
        return False
    waiting[key] = work
    return True


def is_later() -> bool:
    """Tell whether nobody waits for what is made now."""
    return _is_later.get()


def then(answer: HttpResponse, work: Callable[[], None]) -> HttpResponse:
    """Let `work` be done once an answer is sent: what is closed then makes nobody wait."""
    answer._resource_closers.append(work)  # pyright: ignore[reportAttributeAccessIssue]
    return answer


def catch_up(waiting: Waiting) -> None:
    """Do what was put off, but for what another thread is at already."""
    token = _is_later.set(True)
    try:
        for key, work in waiting.items():
            with _lock:
                if key in _at_work:
                    continue
                _at_work.add(key)
            try:
                work()
            finally:
                with _lock:
                    _at_work.discard(key)
    finally:
        _is_later.reset(token)
