"""What the site says of itself to those outside: where it is found, and who publishes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

_asked: ContextVar[str] = ContextVar("asked_site", default="")


def own_site() -> str:
    """Return the scheme and host of the site: as they are set, else as it was just asked for, else where it listens."""
    return settings.SITE_URL or _asked.get() or settings.LISTENS_AT


@contextmanager
def asked_site(request: HttpRequest) -> Iterator[None]:
    """Let what is sent meanwhile lead to where `request` found the site."""
    token = _asked.set(request.build_absolute_uri("/").rstrip("/"))
    try:
        yield
    finally:
        _asked.reset(token)


def publisher() -> str:
    """Return who publishes the register, as it stands within a sentence: whom the server names, else its editors."""
    return settings.PUBLISHER or _("the editors of the register")


def publisher_by_itself() -> str:
    """Return who publishes the register, where no sentence stands around it."""
    return capfirst(publisher()) or ""
