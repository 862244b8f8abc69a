"""The first page, and the way to it in the reader’s language."""

from html import unescape

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from partnerships import dates
from partnerships.addresses import localized, with_query
from partnerships.markup import without_tags
from partnerships.pages import home as pages_home
from partnerships.pages import linked_data
from partnerships.presentation.languages import language_now

from .rendering import everywhere, query_of, show, site


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
    """The question that the register answers, its answer, and what it rests on."""
    found, here = pages_home.home_content(request.GET, dates.today()), site(request)
    card = f"{here}{localized('home-card', language_now())}{query_of(request.GET, pages_home.ASKED)}"
    context = {"home_page": found, "title": found.question or found.title, "linked": linked_data.website(here)}
    if found.question:
        context["description"] = " ".join(unescape(without_tags(one.sentence)) for one in found.answers)
    return show(request, "partnerships/home.html", {**context, "card": card}, addresses=everywhere("home"))
