"""Log-ins kept in the database, which wait for nobody: what one notes of itself is never worth an error."""

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as Stored
from django.db import OperationalError


class SessionStore(Stored):
    """Django's own, but for a note that meets a database in which somebody else writes for long.

    What a log-in notes at the end of a request (when it was last used, the last source) is noted at the next one;
    the request itself is answered. A log-in that begins, or that is gone, is said as ever.
    """

    def save(self, must_create: bool = False) -> None:
        """Keep what the log-in notes; raises as Django's own does, save where others write."""
        try:
            super().save(must_create)
        except UpdateError as error:
            if not isinstance(error.__context__, OperationalError):
                raise
