"""A copy of the database that only answers: what the public reads comes from it, where there is one (`REPLICA_URL`)."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

logger = logging.getLogger(__name__)

ALIAS = "replica"


@contextmanager
def reading() -> Iterator[None]:
    """Let everything read inside, the version of the content too, come from the copy.

    Whoever asks for the database of this thread finds the copy there. What is read belongs together, however far the
    copy lags behind: a page is kept under the version that the copy gives.
    """
    if ALIAS not in settings.DATABASES or not _answers():
        yield
        return
    primary = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[ALIAS]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = primary


def _answers() -> bool:
    """Whether the copy can be reached; where it cannot, the database itself answers."""
    try:
        connections[ALIAS].ensure_connection()
    except DatabaseError as error:
        logger.error("Database unavailable: %s", f"{ALIAS}: {error}".strip())
        return False
    return True
