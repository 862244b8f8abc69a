"""Pages of the back-office that belong to no kind of record."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver


def add_pages(site: admin.AdminSite, *own: URLPattern) -> None:
    """Give `site` addresses of its own, before those of the kinds."""
    stock = site.get_urls

    def get_urls() -> list[URLPattern | URLResolver]:
        return [*own, *stock()]

    site.get_urls = get_urls  # pyright: ignore[reportAttributeAccessIssue]
