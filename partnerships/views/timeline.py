"""The timeline, as a reader narrows it down."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.listing import cursor, filters, parameters
from partnerships.listing.chips import title_with
from partnerships.listing.filters_by_name import ChosenByName, by_name_label, meant_by_keys
from partnerships.listing.option_counts import with_numbers
from partnerships.listing.timeline_page import Lines, page_of_lines
from partnerships.pages.other_forms import forms_of_list
from partnerships.pages.timeline import TimelineHead, head, ways_on
from partnerships.presentation.languages import language_now

from .filters_by_name import choosing_by_name
from .rendering import card_address, everywhere, show
from .search import search_instead

#: The parameters that the form offers; the others stand there where they are asked for.
CHOICES = ("partner", "kind", "area", "body")


@choosing_by_name(lambda: filters.KEYS)
def timeline_page(request: HttpRequest, called: ChosenByName | None = None) -> HttpResponse:
    asked = filters.read_filters(request.GET)
    order = parameters.order(request.GET)
    if instead := search_instead(request):
        return instead
    addresses = everywhere("timeline")
    choices = with_numbers(request.GET, asked, filters.choices(asked, CHOICES))
    found = Lines([], []) if asked.unknown else page_of_lines(request.GET, asked.filters, order)
    top = head(request.GET, asked, choices)
    title = title_with(_("Timeline"), top.chips)
    context = {
        "title": title,
        "description": _described(title, top),
        "card": card_address(request, "timeline-card"),
        "lines": found,
        "asked": asked,
        "head": top,
        "instead": ways_on(request.GET, asked, choices) if not found.entries else None,
        "meant": meant_by_keys(request.GET, asked),
        "choices": choices,
        "by_name": by_name_label(filters.KEYS, choices),
        "called": called,
        "asks_when": True,
        "orders": parameters.ORDERS,
        "order": order,
        "usual_order": "oldest",
        "forms": forms_of_list("timeline", title, cursor.without_cursor(request.GET).urlencode()),
        "list_address": addresses[language_now()],
    }
    return show(request, "partnerships/timeline.html", context, addresses=addresses)


def _described(title: str, top: TimelineHead) -> str:
    """Return what search engines, and those who are sent the page, are told of it."""
    if top.chips:
        return _("%(title)s – %(number)s, day by day, with sources.") % {"title": title, "number": top.said}
    return _("What happened between States and the organisation, day by day: %(number)s, with sources.") % {
        "number": top.said
    }
