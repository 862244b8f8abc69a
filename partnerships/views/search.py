"""The search: one field, every kind of record."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.pages.search import results

from .rendering import everywhere, show


def search_page(request: HttpRequest) -> HttpResponse:
    """What is found by the words asked for."""
    found = results(request.GET)
    title = _("Search: %(text)s") % {"text": found.text} if found.text else _("Search")
    context = {"title": title, "found": found, "noindex": True}
    return show(request, "partnerships/search.html", context, addresses=everywhere("search"))
