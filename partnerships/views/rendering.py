"""The frame of every public page: its language, its twin in the other one, the way around."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships.addresses import localized
from partnerships.kept_in_process import remembered
from partnerships.listing.filters import KEYS
from partnerships.models.base import LANGUAGES
from partnerships.own_site import publisher
from partnerships.pages.about_the_register import STANDING
from partnerships.pages.notes import NOTES, Notes
from partnerships.presentation.languages import language_now

from .menu import menu

#: What readers ask of a page: whoever shares it shares that too, and nothing else that its address carries.
SHARED = (*KEYS, "kind", "from", "to", "on", "and", "detail", "order", "letter", "q", "mission", "line", "of")


def site(request: HttpRequest) -> str:
    """Return the scheme and host of the site."""
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def show(
    request: HttpRequest,
    template: str | Sequence[str],
    context: dict[str, Any],
    *,
    addresses: Mapping[str, str],
    status: int = 200,
) -> HttpResponse:
    """Answer with a page whose address in each language is in `addresses`."""
    language, here = language_now(), site(request)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    frame = {
        "language": language,
        "description": _(
            "Who represents each State to an international organisation, since when and by what decision; visits, "
            "agreements and cooperation: dated, sourced, in French and in English."
        ),
        "twins": twins((code, f"{addresses[code]}{query}") for code in LANGUAGES if code != language),
        "alternates": alternates([(code, f"{here}{addresses[code]}") for code in LANGUAGES]),
        "canonical": f"{here}{addresses[language]}",
        "shared": f"{here}{addresses[language]}{context.get('cited_query', query_of(request.GET, SHARED))}",
        "home": localized("home", language),
        "files": _files(),
        "masthead_name": _masthead_name(language),
        "search_field": _search_field(language),
        "search_address": localized("search", language),
        "suggestions_address": localized("search-suggestions", language),
        "menu": menu(language, context.get("list_address", "")),
        "colophon": _colophon(language, publisher()),
        "noindex": bool(request.GET),
        "site": here,
        "card": f"{here}{localized('home-card', language)}",
        NOTES: Notes(),
    }
    response = render(request, template, {**frame, **context}, status=status)
    response["Content-Language"] = language
    return response


#: Each language in its own words.
OWN_NAMES = dict(settings.LANGUAGES)


def twins(several: Iterable[tuple[str, str]]) -> SafeString:
    """Return the links to the same page in other languages, by their codes, as they stand at its head."""
    line = '<p class="masthead-language"><a href="{1}" lang="{0}" hreflang="{0}" rel="alternate">{2}</a></p>'
    return SafeString("\n".join([line.format(code, escape(one), OWN_NAMES[code]) for code, one in several]))


def alternates(several: Sequence[tuple[str, str]]) -> SafeString:
    """Return where programs find a page in each language, and for those who understand none: in the first."""
    line = '<link rel="alternate" hreflang="{}" href="{}">'
    everyone = [("x-default", address) for _code, address in several[:1]]
    return SafeString("\n".join([line.format(code, escape(address)) for code, address in [*several, *everyone]]))


def query_of(query: QueryDict, names: Iterable[str]) -> str:
    """Return what `query` asks for under `names`, as the end of an address."""
    pairs = [(name, value) for name in names for value in query.getlist(name) if value.strip()]
    return f"?{urlencode(pairs)}" if pairs else ""


def card_address(request: HttpRequest, name: str, **of: str) -> str:
    """Return the whole address of the picture of a page, with what is asked of the page and shared with it."""
    return f"{site(request)}{localized(name, language_now(), **of)}{query_of(request.GET, SHARED)}"


@remembered()
def _files() -> SafeString:
    """Return what the head of every page has the browser fetch."""
    return SafeString(render_to_string("partnerships/_head_files.html").strip())


@remembered()
def _masthead_name(language: str) -> SafeString:
    """Return the name of the site at the head of every page, which leads home."""
    with override(language):
        name = render_to_string("partnerships/_masthead_name.html", {"home": localized("home", language)})
    return SafeString(name.strip())


@remembered()
def _search_field(language: str) -> SafeString:
    """Return the field of the search at the head of every page."""
    places = {
        "search_address": localized("search", language),
        "suggestions_address": localized("search-suggestions", language),
    }
    with override(language):
        return render_to_string("partnerships/_search_field.html", places)


@remembered()
def _colophon(language: str, publisher: str) -> SafeString:
    """Return the foot of every page: who publishes the register, and what it says of itself."""
    standing = [
        {"title": page.title, "address": localized(name, language), "is_licence": name == "licence"}
        for name, page in STANDING.items()
    ]
    with override(language):
        return render_to_string("partnerships/_colophon.html", {"standing": standing, "publisher": publisher})


def everywhere(name: str, **arguments: Any) -> dict[str, str]:
    """Return the address called `name` in every language."""
    return {language: localized(name, language, **arguments) for language in LANGUAGES}
