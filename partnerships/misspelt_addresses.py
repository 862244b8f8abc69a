"""An address that leads nowhere as it is written: in capitals, with a stroke too few or too many, without its language,
with the word of the other one.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, get_script_prefix, is_valid_path, resolve
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

from partnerships.addresses import localized
from partnerships.models.base import LANGUAGES


class OtherSpellingsMiddleware:
    """Lead to the page that was meant, where nothing is found: for ever, or as the reader’s browser asks just now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return elsewhere(request) or response


def elsewhere(request: HttpRequest) -> HttpResponse | None:
    """Return the way to the page that the address of `request` means, or None where it means none."""
    path = re.sub("/{2,}", "/", request.path_info.lower())
    language, rest = _parted(path)
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    if language:
        meant = meant_by(rest, language)
        return _permanently(request, meant, query)
    reader = get_language_from_request(request)[:2]
    if meant := meant_by(rest, reader):
        answer = HttpResponseRedirect(f"{meant}{query}")
        patch_vary_headers(answer, ("Accept-Language",))
        return answer
    neutral = next((each for each in _strokes(path) if is_valid_path(each)), "")
    return _permanently(request, neutral and f"{get_script_prefix()}{quote(neutral[1:])}", query)


def meant_by(rest: str, language: str) -> str:
    """Return the address in `language` of the page that `rest` names in either language, or nothing."""
    for spoken in (language, *LANGUAGES):
        for written in _strokes(rest):
            with override(spoken):
                try:
                    found = resolve(f"/{spoken}{written}", settings.ROOT_URLCONF)
                except Resolver404:
                    continue
            return localized(found.url_name or "", language, **_arguments(found))
    return ""


def _strokes(path: str) -> tuple[str, ...]:
    """Return an address as it is written, with a stroke more at its end, and with none."""
    return path, f"{path}/", path.rstrip("/")


def _arguments(found: Any) -> dict[str, str]:
    """Return what an address says itself, without what the table of addresses adds."""
    return dict(found.captured_kwargs or {})


def _parted(path: str) -> tuple[str, str]:
    """Return the language that begins a path, if one does, and the rest."""
    for language in LANGUAGES:
        if path == f"/{language}" or path.startswith(f"/{language}/"):
            return language, path.removeprefix(f"/{language}") or "/"
    return "", path


def _permanently(request: HttpRequest, address: str, query: str) -> HttpResponse | None:
    """Lead to `address`, unless it is the one that was asked for: compared as addresses are read, not as written."""
    if not address or unquote(address) == request.path:
        return None
    return HttpResponsePermanentRedirect(f"{address}{query}")
