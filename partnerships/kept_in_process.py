"""A shelf: what is kept in this process, bounded by its weight; what was not asked for the longest goes first."""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Value = TypeVar("Value")
Function = TypeVar("Function", bound=Callable[..., Any])
#: All shelves of the process.
_every: "WeakSet[Shelf[Any]]" = WeakSet()
_is_off: ContextVar[bool] = ContextVar("is_off", default=False)


def forget() -> None:
    """Let go of everything that this process keeps."""
    for shelf in list(_every):
        shelf.clear()


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Keep nothing of what is made inside, and take nothing that is kept: what is read there will be taken back."""
    token = _is_off.set(True)
    try:
        yield
    finally:
        _is_off.reset(token)


def keeps_nothing() -> bool:
    """Whether nothing that is made now will be kept: then whoever makes many things need not hold them all."""
    return _is_off.get()


@contextmanager
def all_to_stay() -> Iterator[None]:
    """Let much be made inside that will be kept: whether any of it can be let go is not asked meanwhile.

    To ask again and again takes a third of the time of whatever makes thousands of records.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def none_to_stay() -> Iterator[None]:
    """Let many records be made inside of which none is kept: what nobody holds any more is let go of at the end.

    Records and their parts lead to one another. Once such a ring counts as old it stays until a quarter of all the
    process holds is new, which in a long stream takes more memory than the stream itself.
    """
    looks_for_garbage = gc.isenabled()
    try:
        with all_to_stay():
            yield
    finally:
        if looks_for_garbage:
            gc.collect(0)


def remembered(most: int | None = None) -> Callable[[Function], Function]:
    """Let a function keep its last answers, `most` of them or all: of what never changes as long as the process runs.

    What it takes and gives is as plain as before, which `functools.cache` hides from who checks the types.
    """
    return lru_cache(maxsize=most)  # pyright: ignore[reportReturnType]


class Shelf(Generic[Value]):
    """Values by key, up to `capacity` in all; each comes with its weight."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.weight = 0
        self._kept: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._lock = Lock()
        _every.add(self)

    def __len__(self) -> int:
        return len(self._kept)

    def in_turn(self) -> list[Any]:
        """Return the keys of what is kept, that last asked for at the end."""
        with self._lock:
            return list(self._kept)

    def get(self, key: Hashable) -> Value | None:
        """Return what is kept under `key`, or nothing."""
        entry = self._entry(key)
        return entry[0] if entry else None

    def _entry(self, key: Hashable) -> tuple[Value, int] | None:
        if _is_off.get():
            return None
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def several(self, keys: Iterable[Hashable]) -> list[Value | None]:
        """Return what is kept under each of `keys`, or nothing in its place."""
        if _is_off.get():
            return [None for _key in keys]
        found: list[Value | None] = []
        with self._lock:
            for key in keys:
                one = self._kept.get(key)
                if one is not None:
                    self._kept.move_to_end(key)
                found.append(one and one[0])
        return found

    def put(self, key: Hashable, value: Value, weight: int, *, asked: bool = True) -> None:
        """Keep `value` under `key`, and let go of as much as it needs room; what is too heavy is not kept.

        What nobody has `asked` for yet goes first.
        """
        if _is_off.get():
            return
        with self._lock:
            self.weight -= self._kept.pop(key, (None, 0))[1]
            if weight > self.capacity:
                return
            self._kept[key] = value, weight
            self._kept.move_to_end(key, last=asked)
            self.weight += weight
            while self.weight > self.capacity:
                self.weight -= self._kept.popitem(last=False)[1][1]

    def having(self, key: Hashable, make: Callable[[], Value], weigh: Callable[[Value], int]) -> Value:
        """Return what is kept under `key`; where nothing is, what `make` gives, kept as heavy as `weigh` says.

        That something is None is kept too: it may have taken long to find out.
        """
        entry = self._entry(key)
        if entry is not None:
            return entry[0]
        found = make()
        self.put(key, found, weigh(found))
        return found

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._kept.clear()
            self.weight = 0
