"""Whether the site is alive, and whether it is ready: what whoever runs it has asked again and again."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .error_pages import asked_to_come_back
from .projections.after_migrating import is_of_today


def plain_text(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process is alive; nothing else is asked."""
    return plain_text("alive\n")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration of this version."""
    try:
        complete = is_of_today()
    except DatabaseError:
        return asked_to_come_back(plain_text("database unreachable\n", status=503))
    if not complete:
        return asked_to_come_back(plain_text("migrations missing\n", status=503))
    return plain_text("ready\n")
