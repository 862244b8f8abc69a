"""What the site says about itself: is it alive, is it ready, who may crawl it, whom to warn, and what went wrong."""

import sys
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path, get_language_from_request, override
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError)
RETRY_AFTER_SECONDS = 30
SECURITY_TEXT_DAYS = 180


def plain_text(text, status=200):
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def healthz(request):
    """The process is alive; nothing else is asked."""
    return plain_text("alive\n")


@require_safe
@never_cache
def readyz(request):
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
def robots(request):
    """Everything may be crawled but the back-office."""
    return plain_text(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {_site(request)}/sitemap.xml\n")


@require_safe
@cache_control(public=True, max_age=604_800)
def icon(request):
    """Browsers ask for an icon here by themselves, on pages that name none."""
    return HttpResponseRedirect(static("partnerships/favicon.svg"))


@require_safe
@cache_control(public=True, max_age=86_400)
def security(request):
    """RFC 9116: where to report a weakness."""
    site = _site(request)
    contact = settings.SECURITY_CONTACT or f"mailto:security@{urlsplit(site).hostname}"
    expires = datetime.combine(timezone.now().date() + timedelta(days=SECURITY_TEXT_DAYS), time.min, UTC)
    return plain_text(
        f"Contact: {contact}\n"
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        "Preferred-Languages: fr, en\n"
        f"Canonical: {site}/.well-known/security.txt\n"
    )


def bad_request(request, exception):
    # A sentence comes from our own views; what Django says of a suspicious request is for the log.
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return error_page(request, 400, sentence=sentence)


def permission_denied(request, exception):
    return error_page(request, 403)


def csrf_failure(request, reason=""):
    return error_page(request, 403, stale_form=True)


def page_not_found(request, exception):
    return error_page(request, 404)


def server_error(request):
    # An error in a middleware reaches no `process_exception`; it does come through here.
    if isinstance(sys.exc_info()[1], DATABASE_UNAVAILABLE):
        return service_unavailable(request)
    return error_page(request, 500)


def service_unavailable(request):
    return _unavailable(error_page(request, 503))


def error_page(request, status, **context):
    """An error in the language of the address, else of the reader; drawn without database, account or request."""
    language = get_language_from_path(request.path_info)
    response = HttpResponse(status=status)
    if language is None:
        language = get_language_from_request(request)
        patch_vary_headers(response, ["Accept-Language"])
    with override(language):
        twin = twin_address(request, "en" if language == "fr" else "fr")
        response.content = render_to_string(f"{status}.html", {"language": language, "twin": twin, **context})
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    return response


def twin_address(request, language):
    """Return the same request in the other language, or nothing where the address leads nowhere."""
    here = request.get_full_path()
    there = translate_url(here, language)
    return there if there != here else ""


def _site(request):
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def _unavailable(response):
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
