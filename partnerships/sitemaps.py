"""The map of the site for search engines: every public page, with its twin in the other language."""

from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index
from django.contrib.sitemaps.views import sitemap as pages
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language

from .pages.standing import STANDING
from .records.kinds import KINDS, Kind


class RegisterSitemap(Sitemap):
    """The home page, the timeline, the lists, and every published record that has a page."""

    i18n = True
    alternates = True
    x_default = True
    limit = 20_000

    def items(self) -> list[tuple[str, str | None, str | None]]:
        found: list[tuple[str, str | None, str | None]] = [
            ("home", None, None),
            ("timeline", None, None),
            ("compare", None, None),
        ]
        found += [(name, None, None) for name in STANDING]
        for kind in KINDS.values():
            if kind.has_page:
                found.append((f"{kind.name}-list", None, None))
                found += self.records(kind)
        return found

    def records(self, kind: Kind) -> list[tuple[str, Any, Any]]:
        rows = kind.model.objects.published().order_by("key").values_list("key", "slug_fr", "slug_en")
        return [(f"{kind.name}-detail", fr or key, en or key) for key, fr, en in rows]

    def location(self, item: tuple[str, str | None, str | None]) -> str:
        name, slug_fr, slug_en = item
        slug = slug_fr if get_language() == "fr" else slug_en
        return reverse(name, kwargs={"slug": slug} if slug else {})

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        address = urlsplit(settings.SITE_URL)
        if address.hostname:
            site, protocol = SimpleNamespace(domain=address.netloc), address.scheme
        return super().get_urls(page=page, site=site, protocol=protocol)


SITEMAPS: dict[str, Any] = {"pages": RegisterSitemap}


def sitemap(request: HttpRequest) -> TemplateResponse:
    """The map; an index of its pages where it is too long for one."""
    if "p" not in request.GET and RegisterSitemap().paginator.num_pages > 1:
        return index(request, sitemaps=SITEMAPS, sitemap_url_name="sitemap-section")
    return pages(request, sitemaps=SITEMAPS)
