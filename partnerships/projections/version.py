"""The content version: pages, feeds and counts are kept under it and the day, and never shown under an older one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.db.models import F
from django.utils import timezone

from partnerships import dates
from partnerships.models import Change, ContentVersion
from partnerships.records import kept_rows

_ROW = 1
#: As texts, which all ways to ask give alike.
_IN = ContentVersion._meta.db_table
_STAMP = f"SELECT CAST(number AS text), CAST(changed_at AS text) FROM {_IN} WHERE id = {_ROW}"  # noqa: S608
_ONE_ANSWER = 2  # what PostgreSQL's library calls PGRES_TUPLES_OK


def content_version() -> int:
    """Return the number that every change which the public can see raises; read from the database each time."""
    return ContentVersion.objects.filter(pk=_ROW).values_list("number", flat=True).first() or 0


_steady: ContextVar[tuple[object, ...] | None] = ContextVar("steady", default=None)


@contextmanager
def steady() -> Iterator[None]:
    """Within one read nothing changes: the version is asked for once, and what is read is shared under it."""
    token = _steady.set(found := _stamp())
    try:
        with kept_rows.sharing_under(found):
            yield
    finally:
        _steady.reset(token)


def steadied() -> tuple[object, ...] | None:
    """Return the stamp of the one read in which the question is put; nothing outside of any."""
    return _steady.get()


def stamp() -> tuple[object, ...]:
    """Return what every change that the public can see changes, a copy of the database that is put back included.

    So does midnight: what is certain today, or still to come, may not be so tomorrow.

    It is read from the database each time, past the ORM: whatever is kept asks for it at each request. As the first
    question of a request it tells by itself whether the connection still holds; a new one is opened where it does not.
    """
    if (known := _steady.get()) is not None:
        return known
    if connection.connection is None or connection.in_atomic_block or connection.health_check_done:
        return _stamp()
    connection.health_check_done = True
    try:
        return _stamp()
    except (OperationalError, InterfaceError):
        connection.close()
        return _stamp()


def stamp_of_all() -> tuple[object, ...]:
    """Return what every change differs by, of drafts too: the history has each; what is loaded raises the version."""
    return stamp(), Change.objects.order_by("-id").values_list("id", flat=True).first()


def _stamp() -> tuple[object, ...]:
    # The day before anything is read: what midnight overtakes is kept where nobody looks for it.
    return dates.today(), *_version()


def _version() -> tuple[object, ...]:
    if connection.vendor == "postgresql" and (found := _past_the_cursor()):
        return found
    with connection.cursor() as cursor:
        cursor.execute(_STAMP)
        return cursor.fetchone() or ()


def _past_the_cursor() -> tuple[object, ...]:
    """Return what PostgreSQL's own library answers, in a quarter of the time that a cursor takes.

    Nothing within a transaction, which a cursor begins, nor where somebody looks at the questions of cursors; nor
    where it fails: a cursor then says why.
    """
    database: Any = connection
    held = database.connection
    if held is None or not database.autocommit or database.queries_logged or database.execute_wrappers:
        return ()
    try:
        answer = held.pgconn.exec_(_STAMP.encode())
    except (database.Database.Error, MemoryError):
        return ()
    if answer.status != _ONE_ANSWER or not answer.ntuples:
        return ()
    return tuple(value and value.decode() for value in (answer.get_value(0, 0), answer.get_value(0, 1)))


def changed_at() -> datetime | None:
    """Return when the public last saw a change; nothing where it never did."""
    return ContentVersion.objects.filter(pk=_ROW).values_list("changed_at", flat=True).first()


def advance() -> None:
    """Raise the content version, in the transaction of the change that the public will see.

    It is the last thing of a transaction: whoever holds the row waits for nobody else.
    """
    now = timezone.now()
    if not ContentVersion.objects.filter(pk=_ROW).update(number=F("number") + 1, changed_at=now):
        ContentVersion.objects.create(pk=_ROW, changed_at=now)


def built_layout() -> int:
    """Return the layout in which the reading index was last made; 0 where it never was."""
    return ContentVersion.objects.filter(pk=_ROW).values_list("layout", flat=True).first() or 0


def note_layout(layout: int) -> None:
    """Write down that the reading index has `layout` now."""
    ContentVersion.objects.update_or_create(pk=_ROW, defaults={"layout": layout})
