"""What programs look for at addresses that they know by themselves: robots.txt, security.txt, an icon."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from partnerships.dates import today

from .readiness import plain_text

SECURITY_TEXT_DAYS = 180


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


def _site(request: HttpRequest) -> str:
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")
