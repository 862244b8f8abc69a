"""The search: one field, every kind of record."""

import re
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import is_valid_path
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships.addresses import address, localized
from partnerships.listing import cursor, parameters
from partnerships.listing.filters import KEYS
from partnerships.listing.filters_by_name import ChosenByName, by_name_label
from partnerships.models.base import LANGUAGES
from partnerships.pages.other_forms import forms_of_list
from partnerships.pages.search import results
from partnerships.pages.suggestions import suggestions
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import KINDS, record_named
from partnerships.records.visibility import is_public

from .filters_by_name import choosing_by_name
from .rendering import everywhere, show, site

#: The permanent address of a record, of this site or as a path.
_PERMANENT = re.compile(r"(?:https?://[^/\s]+)?/?id/(?P<kind>[a-z]+)/(?P<key>[a-z0-9-]+)/?")
#: The address of a page, of this site or as a path.
_PAGE = re.compile(rf"(?P<site>https?://[^/\s]+)?(?P<path>/(?P<language>{'|'.join(LANGUAGES)})/\S*)")
#: What is asked of lists alone.
OF_LISTS = ("detail", "order", "letter")


@choosing_by_name(lambda: KEYS)
def search_page(request: HttpRequest, called: ChosenByName | None = None) -> HttpResponse:
    """What is found by the words asked for."""
    if instead := _record_pasted(request):
        return instead
    found = results(request.GET)
    text = ", ".join(filter(None, (found.text, *(chip.text for chip in found.chips)))) if found.text else ""
    title = _("Search: %(text)s") % {"text": text} if text else _("Search")
    told = _("%(title)s – %(number)s in the register of partnerships, with dates and sources.")
    others = forms_of_list("search", title, cursor.without_cursor(request.GET).urlencode()) if found.groups else []
    context = {
        "title": title,
        "description": told % {"title": title, "number": found.said}
        if text
        else _("People, missions, decisions, visits and sources by their names in any script, by words and codes."),
        "found": found,
        "forms": others,
        "noindex": True,
        "by_name": by_name_label(KEYS, found.choices),
        "called": called,
    }
    return show(request, "partnerships/search.html", context, addresses=everywhere("search"))


def _record_pasted(request: HttpRequest) -> HttpResponseRedirect | None:
    """Lead whoever pastes the permanent address of a public record, or one of a page of this site, to it; else None."""
    text = (parameters.one(request.GET, "q") or "").strip()
    page = _PAGE.fullmatch(text)
    if page and page["site"] in (None, site(request)):
        with override(page["language"]):
            is_ours = is_valid_path(urlsplit(page["path"]).path)
        if is_ours:
            return HttpResponseRedirect(page["path"])
    found = _PERMANENT.fullmatch(text)
    record = record_named(found["kind"], found["key"]) if found and found["kind"] in KINDS else None
    return HttpResponseRedirect(address(record, language_now())) if record is not None and is_public(record) else None


def search_instead(request: HttpRequest, kind: str = "", form: str = "") -> HttpResponseRedirect | None:
    """Lead a list that is asked for words to the search, which narrows down by the same parameters; else None."""
    if not parameters.one(request.GET, "q"):
        return None
    query = cursor.without_cursor(request.GET)
    for name in OF_LISTS:
        query.pop(name, None)
    if kind:
        query["kind"] = kind
    where = localized(f"search-{form}" if form else "search", language_now())
    return HttpResponseRedirect(f"{where}?{query.urlencode()}")


def search_suggestions(request: HttpRequest) -> JsonResponse:
    """What is suggested for the words typed so far."""
    text = parameters.one(request.GET, "q") or ""
    return JsonResponse({"q": text, "suggestions": suggestions(text)}, json_dumps_params={"ensure_ascii": False})
