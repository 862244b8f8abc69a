"""Partners side by side."""

from django.http import HttpRequest, HttpResponse

from partnerships import dates
from partnerships.pages.compare import comparison

from .rendering import card_address, everywhere, show


def compare_page(request: HttpRequest) -> HttpResponse:
    """Two to four partners over the same years, in one table, and what concerns all of them."""
    compared = comparison(request.GET, dates.today())
    context = {
        "title": compared.title,
        "card": card_address(request, "compare-card"),
        "description": compared.told,
        "compared": compared,
    }
    return show(request, "partnerships/compare.html", context, addresses=everywhere("compare"))
