"""What the site says about itself: is it alive, is it ready, who may crawl it, whom to warn, and what went wrong."""

import re
import sys
from datetime import UTC, datetime, time, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path, get_language_from_request, override
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from partnerships.dates import today

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError)
RETRY_AFTER_SECONDS = 30
SECURITY_TEXT_DAYS = 180
#: Where programs ask: they are told in JSON what went wrong.
FOR_PROGRAMS = "/api/"


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
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _unavailable(plain_text("database unreachable\n", status=503))
    if waiting:
        return _unavailable(plain_text("migrations missing\n", status=503))
    return plain_text("ready\n")


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be crawled but the back-office."""
    return plain_text(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {_site(request)}/sitemap.xml\n")


@require_safe
@cache_control(public=True, max_age=604_800)
def icon(request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask for an icon here by themselves, on pages that name none."""
    return HttpResponseRedirect(static("partnerships/favicon.svg"))


@require_safe
@cache_control(public=True, max_age=86_400)
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness."""
    site = _site(request)
    contact = settings.SECURITY_CONTACT or f"mailto:security@{urlsplit(site).hostname}"
    expires = datetime.combine(today() + timedelta(days=SECURITY_TEXT_DAYS), time.min, UTC)
    return plain_text(
        f"Contact: {contact}\n"
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        "Preferred-Languages: fr, en\n"
        f"Canonical: {site}/.well-known/security.txt\n"
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    # A sentence comes from our own views; what Django says of a suspicious request is for the log.
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return error_page(request, 400, sentence=sentence)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that is not of this visit; in the back-office it is found again, with what was typed."""
    back_office = reverse("admin:index")
    if not request.path_info.startswith(back_office) or request.path_info == reverse("admin:login"):
        return error_page(request, 403, stale_form=True)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return error_page(request, 403, stale_form=True, form=request.get_full_path())
    # The browser has forgotten the log-in: after the next one, it gives back what was typed in this tab.
    return redirect_to_login(request.get_full_path(), reverse("admin:login"))


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return error_page(request, 429)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    # An error in a middleware reaches no `process_exception`; it does come through here.
    if isinstance(sys.exc_info()[1], DATABASE_UNAVAILABLE):
        return service_unavailable(request)
    return error_page(request, 500)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    return _unavailable(error_page(request, 503))


def read_only(request: HttpRequest) -> HttpResponse:
    """Refuse to write: the register is only read for the time being."""
    return _unavailable(error_page(request, 503, read_only=True))


def error_page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """An error in the language of the address, else of the reader; drawn without database, account or request."""
    language = get_language_from_path(request.path_info)
    asked = language or get_language_from_request(request)
    with override(asked):
        twin = twin_address(request, "en" if asked == "fr" else "fr")
        page = render_to_string(f"{status}.html", {"language": asked, "twin": twin, **context})
    response = _refused(request, page, context) or HttpResponse(page)
    response.status_code = status
    if language is None:
        patch_vary_headers(response, ("Accept-Language",))
    response["Content-Language"] = asked
    response["Cache-Control"] = "no-store"
    return response


def _refused(request: HttpRequest, page: str, context: dict[str, Any]) -> HttpResponse | None:
    """Return an error as the interface for programs says it: the sentence, else what the page is called; else None."""
    if not request.path_info.startswith(FOR_PROGRAMS):
        return None
    title = re.search("<title>(.*?)</title>", page, re.DOTALL)
    sentence = context.get("sentence") or (unescape(title[1]) if title else "")
    return JsonResponse({"error": sentence}, json_dumps_params={"ensure_ascii": False})


def twin_address(request: HttpRequest, language: str) -> str:
    """Return the same request in the other language, or nothing where the address leads nowhere."""
    here = request.get_full_path()
    there = translate_url(here, language)
    return there if there != here else ""


def _site(request: HttpRequest) -> str:
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def _unavailable(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
