"""The timeline, as a reader narrows it down."""

from django.utils.translation import gettext as _

from partnerships.presentation import language_now
from partnerships.projections import timeline

from . import filters, parameters
from .rendering import everywhere, show, with_names

CHOICES = ("partner", "kind", "area", "body")


def timeline_page(request):
    asked = filters.read(request.GET)
    order = parameters.order(request.GET)
    found = read_page(request.GET, asked, order)
    addresses = everywhere("timeline")
    context = {
        "title": _("Timeline"),
        "entries": with_names(found.entries),
        "apart": with_names(found.apart),
        "earlier": found.before and parameters.with_cursor(request, before=found.before),
        "later": found.after and parameters.with_cursor(request, after=found.after),
        "asked": asked,
        "choices": filters.choices(asked, CHOICES),
        "asks_when": True,
        "orders": parameters.ORDERS,
        "order": order,
        "list_address": addresses[language_now()],
    }
    return show(request, "partnerships/timeline.html", context, addresses=addresses)


def read_page(query, asked, order):
    after, before = parameters.cursors(query)
    if asked.unknown:
        return timeline.Page([], None, None)
    try:
        return timeline.page(asked.filters, order=order, after=after, before=before)
    except timeline.BadCursor as error:
        raise parameters.bad_cursor() from error
