"""The timeline, as a reader narrows it down."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.listing import filters, lines, parameters
from partnerships.presentation import language_now

from .rendering import everywhere, show

CHOICES = ("partner", "kind", "area", "body")


def timeline_page(request: HttpRequest) -> HttpResponse:
    asked = filters.read(request.GET)
    order = parameters.order(request.GET)
    addresses = everywhere("timeline")
    context = {
        "title": _("Timeline"),
        "lines": lines.Lines([], []) if asked.unknown else lines.read(request.GET, asked.filters, order),
        "asked": asked,
        "choices": filters.choices(asked, CHOICES),
        "asks_when": True,
        "orders": parameters.ORDERS,
        "order": order,
        "list_address": addresses[language_now()],
    }
    return show(request, "partnerships/timeline.html", context, addresses=addresses)
