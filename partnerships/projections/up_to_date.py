"""What is brought up to date at the end of a transaction: the indexes, and the content version if the public sees."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models import Model

from partnerships.chunks import chunks
from partnerships.records.kinds import KINDS, SERVICE, WRITTEN
from partnerships.transactions import one_write

from . import possible_service, version
from .dependents import Keys, dependents_of
from .search import index as search_index
from .timeline import index

CHUNK = 500


@dataclass(frozen=True)
class Asking:
    """Whose dependents are asked for together: rows of a model that are new, or some of whose columns `changed`."""

    model: type[Model]
    changed: frozenset[str] | None


@dataclass
class Work:
    """What is to be brought up to date at the end of a transaction."""

    keys: Keys = field(default_factory=lambda: defaultdict(set))
    seen: bool = False
    #: Rows that are saved, whose dependents are asked for at the end, of many in one query.
    saved: dict[Asking, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, keys: Keys, *, seen: bool) -> None:
        for kind, several in keys.items():
            self.keys[kind] |= several
        self.seen = self.seen or seen

    def ask(self) -> None:
        """Add what takes something from the rows that were saved, as they are now."""
        for asking, ids in self.saved.items():
            for some in chunks(sorted(ids), CHUNK):
                self.add(dependents_of(asking.model, asking.changed, some, created=asking.changed is None), seen=False)
        self.saved.clear()


_waiting: ContextVar[Work | None] = ContextVar("waiting", default=None)
_touched: ContextVar[Work | None] = ContextVar("touched", default=None)


@contextmanager
def touched() -> Iterator[Work]:
    """Yield an account of the changes made inside: what was written anew for them, and whether the public sees any."""
    work = Work()
    token = _touched.set(work)
    try:
        yield work
    finally:
        _touched.reset(token)


@contextmanager
def deferred() -> Iterator[None]:
    """Bring everything up to date once, at the end of a transaction that writes many rows."""
    if _waiting.get() is not None:
        yield
        return
    work = Work()
    token = _waiting.set(work)
    try:
        with one_write():
            yield
            _carry_out(work)
    finally:
        _waiting.reset(token)


@contextmanager
def left_undone() -> Iterator[None]:
    """Bring nothing up to date: for what is written to be looked at and taken back, where no index is read."""
    token = _waiting.set(Work())
    try:
        yield
    finally:
        _waiting.reset(token)


def bring_up_to_date(keys: Keys, *, seen: bool, saved: tuple[Asking, int] | None = None) -> None:
    """Write `keys` anew, and whatever takes something from the row that was `saved`: now, or at the end."""
    work, heard = _waiting.get() or Work(), _touched.get()
    for each in (work, heard):
        if each is not None:
            each.add(keys, seen=seen)
            if saved:
                asking, pk = saved
                each.saved[asking].add(pk)
    if heard is not None:
        heard.ask()
    if _waiting.get() is None:
        _carry_out(work)


def _carry_out(work: Work) -> None:
    work.ask()
    changed = {kind: sorted(keys) for kind, keys in work.keys.items()}
    index.refresh({kind: keys for kind, keys in changed.items() if kind in WRITTEN})
    search_index.refresh({kind: keys for kind, keys in changed.items() if kind in KINDS})
    possible_service.refresh(changed.get(SERVICE.name, []))
    if work.seen:
        version.advance()
