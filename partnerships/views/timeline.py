"""The timeline, as a reader narrows it down."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.listing import cursor, filters, lines, parameters
from partnerships.pages.forms import forms
from partnerships.pages.timeline import head
from partnerships.presentation import language_now

from .rendering import everywhere, show

#: The parameters that the form offers; the others stand there where they are asked for.
CHOICES = ("partner", "kind", "area", "body")


def timeline_page(request: HttpRequest) -> HttpResponse:
    asked = filters.read(request.GET)
    order = parameters.order(request.GET)
    addresses = everywhere("timeline")
    choices = filters.choices(asked, CHOICES)
    context = {
        "title": _("Timeline"),
        "lines": lines.Lines([], []) if asked.unknown else lines.read(request.GET, asked.filters, order),
        "asked": asked,
        "head": head(request.GET, asked, choices),
        "choices": choices,
        "asks_when": True,
        "orders": parameters.ORDERS,
        "order": order,
        "forms": forms("timeline", _("Timeline"), cursor.without(request.GET).urlencode()),
        "list_address": addresses[language_now()],
    }
    return show(request, "partnerships/timeline.html", context, addresses=addresses)
