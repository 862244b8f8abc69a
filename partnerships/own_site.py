"""Where the site is found, for what leaves it: as it is set, else as it was just asked for, else where it listens."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest

_asked: ContextVar[str] = ContextVar("asked_site", default="")


def own_site(request: HttpRequest | None = None) -> str:
    """Return the scheme and host of the site; never nothing, since a mail is read elsewhere."""
    if settings.SITE_URL:
        return settings.SITE_URL
    return _of(request) if request is not None else _asked.get() or settings.LISTENS_AT


@contextmanager
def asked_site(request: HttpRequest) -> Iterator[None]:
    """Let what is sent meanwhile lead to where `request` found the site."""
    token = _asked.set(_of(request))
    try:
        yield
    finally:
        _asked.reset(token)


def _of(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
