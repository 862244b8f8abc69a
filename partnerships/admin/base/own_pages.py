"""Pages of the back-office that belong to no kind of record."""

from collections.abc import Callable

from django.contrib import admin
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import get_language, override

from partnerships import after_answering
from partnerships.transactions import one_read


def add_pages(site: admin.AdminSite, *own: URLPattern) -> None:
    """Give `site` addresses of its own, before those of the kinds."""
    stock = site.get_urls

    def get_urls() -> list[URLPattern | URLResolver]:
        return [*own, *stock()]

    site.get_urls = get_urls  # pyright: ignore[reportAttributeAccessIssue]


def checked_later(make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer that `make` gives; the checks that it puts off are run once it is sent, for who looks next."""
    with after_answering.putting_off() as waiting:
        answer = make()
    language = get_language()

    def check() -> None:
        with one_read(), override(language):
            after_answering.catch_up(waiting)

    return after_answering.then(answer, check) if waiting else answer
