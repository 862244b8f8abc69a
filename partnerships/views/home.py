"""The first page: what the register is, who represents whom today, and the latest lines."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import localized, with_query
from partnerships.pages.people import answers_for, heads_of_missions
from partnerships.projections import timeline

from .rendering import everywhere, show

LATEST = 8
MISSIONS = 3


def root(request: HttpRequest) -> HttpResponseRedirect:
    """Lead to the home page in the reader’s language."""
    home_page = localized("home", reader_language(request))
    response = HttpResponseRedirect(with_query(home_page, request.GET.urlencode()))
    patch_vary_headers(response, ("Accept-Language",))
    return response


def reader_language(request: HttpRequest) -> str:
    """Return the language that the reader’s browser asks for; French where it asks for neither."""
    return get_language_from_request(request)[:2]


def home(request: HttpRequest) -> HttpResponse:
    today = dates.today()
    until = dates.parse_moment(today.isoformat())
    latest = timeline.page(timeline.Filters(until=until), order="newest", size=LATEST)
    context = {
        "title": _("Register of partnerships"),
        "on": today,
        "answers": answers_for(heads_of_missions()[:MISSIONS], today),
        "entries": latest.lines,
    }
    return show(request, "partnerships/home.html", context, addresses=everywhere("home"))
