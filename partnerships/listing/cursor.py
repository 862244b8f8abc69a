"""The one cursor of every list: the place of a line, in an opaque text that a link can hold."""

import base64
import binascii

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from . import parameters

NAMES = ("after", "before")


def cursors_asked(query: QueryDict) -> tuple[str | None, str | None]:
    """Return the cursors after and before which to go on: at most one of them."""
    after, before = (parameters.one(query, name) for name in NAMES)
    if after and before:
        raise BadRequest(_("A page comes after a line or before one, not both."))
    return after, before


def encode(*parts: str) -> str:
    """Return the cursor of the place that `parts` give."""
    return base64.urlsafe_b64encode("\n".join(parts).encode()).decode().rstrip("=")


def decode(cursor: str, count: int = 1) -> list[str]:
    """Return the `count` parts of a cursor; raise BadRequest for anything that is not one."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        parts = base64.b64decode(padded, altchars=b"-_", validate=True).decode().split("\n")
    except (UnicodeError, binascii.Error) as error:
        raise refused_cursor() from error
    if len(parts) != count or "\0" in "".join(parts):
        raise refused_cursor()
    return parts


def refused_cursor() -> BadRequest:
    """Return the refusal of a cursor that this site did not give."""
    return BadRequest(_("This page of the list does not exist. Start again from its beginning."))


def without_cursor(query: QueryDict) -> QueryDict:
    """Return the query of a whole list, wherever a page of it goes on from."""
    found = query.copy()
    for name in NAMES:
        found.pop(name, None)
    return found


def onward_query(query: QueryDict, **cursor: str | None) -> str:
    """Return the query of a page that goes on from another cursor; nothing without one."""
    if not any(cursor.values()):
        return ""
    found = without_cursor(query)
    found.update({name: value for name, value in cursor.items() if value})
    return found.urlencode()
