"""The search: one field, every kind of record."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from partnerships.listing import cursor, parameters
from partnerships.pages.forms import forms_of_list
from partnerships.pages.search import results
from partnerships.pages.suggestions import suggestions

from .rendering import everywhere, show


def search_page(request: HttpRequest) -> HttpResponse:
    """What is found by the words asked for."""
    found = results(request.GET)
    title = _("Search: %(text)s") % {"text": found.text} if found.text else _("Search")
    others = forms_of_list("search", title, cursor.without_cursor(request.GET).urlencode()) if found.groups else []
    context = {"title": title, "found": found, "forms": others, "noindex": True}
    return show(request, "partnerships/search.html", context, addresses=everywhere("search"))


def search_suggestions(request: HttpRequest) -> JsonResponse:
    """What is suggested for the words typed so far."""
    text = parameters.one(request.GET, "q") or ""
    return JsonResponse({"q": text, "suggestions": suggestions(text)}, json_dumps_params={"ensure_ascii": False})
