"""One read, one write: what belongs together stands in one transaction, and writers take turns.

With SQLite the database itself lets one writer in at a time. With PostgreSQL two could each check what the other is
about to change; there they wait for one another as well, so that a check and the act that follows it never part.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils.translation import gettext

from partnerships.kept_in_process import nothing_kept

#: The number of the lock that writers hold on PostgreSQL; any number that nothing else in the database uses.
TURN = 20180524
#: How long a writer waits for its turn: as long as SQLite does (see the settings).
PATIENCE = "20s"
#: How long whoever only passes waits for a row, which PostgreSQL would call a deadlock after a second.
SHORT_PATIENCE = "100ms"
#: How each database says that somebody else is in the way: a lock not to be had, a deadlock; busy, locked.
IN_THE_WAY_POSTGRESQL, IN_THE_WAY_SQLITE = ("55P03", "40P01"), (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


_has_turn: ContextVar[bool] = ContextVar("has_turn", default=False)

#: What is asked at the end of the outermost write, each of all that was noted for it.
Asked = dict[Callable[[list], None], list]
_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


class Busy(OperationalError):
    """The other writers took too long."""


class ReadOnly(DatabaseError):
    """The register is only read for the time being."""


class TakenBack(Exception):
    """Ends a transaction without a trace."""


@contextmanager
def one_read() -> Iterator[None]:
    """Let everything read inside stand as at one instant, without keeping anybody from writing."""
    if connection.in_atomic_block:
        yield
        return
    with _reading_only(), transaction.atomic():
        if connection.vendor == "postgresql":
            _ask("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@contextmanager
def one_question() -> Iterator[None]:
    """Let what is asked inside fail by itself: what the database refuses spoils nothing that stands around it."""
    with one_read(), transaction.atomic():
        yield


@contextmanager
def one_write(*, savepoint: bool = True) -> Iterator[None]:
    """Let everything read and written inside stand or fall together, while no other writer is at work.

    Within another write, `savepoint` says whether this one can be taken back alone. Raises `Busy` where the others
    take too long, `ReadOnly` where nothing is written for the time being.
    """
    if settings.READ_ONLY:
        raise ReadOnly(gettext("The register is read-only for the time being: nothing can be changed."))
    with ExitStack() as stack:
        with _busy_where_others_are_in_the_way():
            stack.enter_context(transaction.atomic(savepoint=savepoint))
            take_turn()
        with _outermost():
            token = _has_turn.set(True)
            try:
                yield
            finally:
                _has_turn.reset(token)


@contextmanager
def _outermost() -> Iterator[None]:
    """Ask at the end of the outermost write what was put off until then, unless all of it is taken back.

    Within another write nothing is asked.
    """
    if _asked.get() is not None:
        yield
        return
    asked: Asked = {}
    token = _asked.set(asked)
    try:
        yield
        if not transaction.get_rollback():
            for ask, noted in asked.items():
                ask(noted)
    finally:
        _asked.reset(token)


def at_the_end(ask: Callable[[list], None], *noted: Any) -> None:
    """Let `ask` judge what is `noted` at the end of the outermost write, all of it at once; now, if there is none.

    What it raises takes the whole write back.
    """
    asked = _asked.get()
    if asked is None:
        ask([*noted])
    else:
        asked.setdefault(ask, []).extend(noted)


@contextmanager
def taken_back() -> Iterator[None]:
    """Let everything written inside be read inside alone: it is taken back at the end, and nothing of it is kept."""
    with nothing_kept(), one_write():
        yield
        transaction.set_rollback(True)


@contextmanager
def in_passing() -> Iterator[None]:
    """Let everything written inside be read inside alone, as above, without standing among the writers for it.

    It waits for nobody: raises `Busy` where another writer is in the way. Nobody waits for it either on PostgreSQL,
    save for a row that it wrote; on SQLite whoever writes waits from its first write on, not while it only reads.
    """
    with nothing_kept(), _waiting_for_nobody(), _reading_only(), transaction.atomic():
        token = _has_turn.set(True)
        try:
            if connection.vendor == "postgresql":
                _ask(f"SET LOCAL lock_timeout = '{SHORT_PATIENCE}'")
            with _busy_where_others_are_in_the_way():
                yield
        finally:
            _has_turn.reset(token)
        transaction.set_rollback(True)


@contextmanager
def _busy_where_others_are_in_the_way() -> Iterator[None]:
    """Call it `Busy` where the database has waited for others too long; anything else that fails stays what it is."""
    try:
        yield
    except OperationalError as error:
        asked = error.__cause__
        busy = getattr(asked, "sqlstate", "") in IN_THE_WAY_POSTGRESQL
        # The lowest byte is the kind, what stands above it says more of it.
        if busy or getattr(asked, "sqlite_errorcode", 0) & 0xFF in IN_THE_WAY_SQLITE:
            raise Busy(str(error)) from error
        raise


def take_turn() -> None:
    """Wait until no other writer is at work, and be the only one until the transaction ends."""
    if connection.vendor == "postgresql" and not _has_turn.get():
        _ask(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        _ask(f"SELECT pg_advisory_xact_lock({TURN})")


@contextmanager
def _waiting_for_nobody() -> Iterator[None]:
    """Let SQLite refuse at once what would have to wait for its lock."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual, *_rest = cursor.fetchone() or (0,)
    _ask("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        _ask(f"PRAGMA busy_timeout = {usual}")


@contextmanager
def _reading_only() -> Iterator[None]:
    """Let the next transaction begin without SQLite's lock for writing, which the settings ask for."""
    if connection.vendor != "sqlite":
        yield
        return
    # The connection learns its mode when it is made.
    connection.ensure_connection()
    mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = mode


def _ask(query: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query)
