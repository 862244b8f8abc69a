"""The source that somebody cited last, which the next form offers, as long as it is there."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest

from partnerships.models import Change, Source

#: Under which name a log-in keeps the key of it.
LAST_SOURCE = "last_source"
#: So many mergers in a row are followed.
MOST = 20


def keep_source(request: HttpRequest, source: Source) -> None:
    """Keep in mind the source that was cited, or entered, last."""
    request.session[LAST_SOURCE] = source.key


@contextmanager
def last_source_stays(request: HttpRequest) -> Iterator[None]:
    """Keep in mind the source that was cited before, whatever is saved inside: it is taken back."""
    before = request.session.get(LAST_SOURCE)
    try:
        yield
    finally:
        if request.session.get(LAST_SOURCE) != before:
            request.session[LAST_SOURCE] = before


def last_source(request: HttpRequest) -> Source | None:
    """Return the source that was cited last; what it was merged into, if it was; none where it is gone."""
    key = request.session.get(LAST_SOURCE)
    if not isinstance(key, str) or not request.user.has_perm("partnerships.view_source"):
        return None
    for _step in range(MOST):
        found = Source.objects.filter(key=key).first()
        if found is not None:
            return found
        gone = Change.objects.filter(kind="source", key=key, action=Change.Action.MERGE).order_by("-id").first()
        if gone is None:
            return None
        key = gone.merged_into
    return None
