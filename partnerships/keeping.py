"""The first thing a request meets: public pages that are kept as they were sent, under the version of their content.

A page is found only by the version that the database gives in the same request, so it is never older than what the
public may see, on whichever worker or machine; and by the day, since what is certain today may not be so tomorrow.
"""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language_from_path, get_language_from_request

from partnerships import dates
from partnerships.middleware import without_body
from partnerships.projections import version
from partnerships.shelf import Shelf
from partnerships.transactions import one_read

#: What is public but stands in no language; the pages of the languages are public all.
NEUTRAL = ("/api/", "/sitemap")
#: A page may depend on these alone; on a cookie never.
MAY_DEPEND_ON = {"accept-encoding", "accept-language"}
MAX_AGE_SECONDS = 60
#: Shorter ones do not become shorter.
WORTH_COMPRESSING = 500
#: About what a page takes beside its text: its headers, its key.
OVERHEAD = 4_000


@dataclass(frozen=True)
class Form:
    """A page as it goes over the line, compressed or not."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Page:
    """A finished page, in one form or in both."""

    plain: Form
    compressed: Form | None

    @property
    def weight(self) -> int:
        return len(self.plain.body) + len(self.compressed.body if self.compressed else b"") + OVERHEAD


class KeptPagesMiddleware:
    """Answer from what is kept; otherwise have the page made, in one read with its version, and keep it."""

    def __init__(self, get_response: Any):
        self.get_response = get_response
        self.pages: Shelf[Page] = Shelf(settings.KEPT_PAGES_BYTES)

    def __call__(self, request: HttpRequest):
        if request.method not in ("GET", "HEAD") or not _is_public(request.path_info):
            return self.get_response(request)
        if _is_somebody(request):
            response = self.get_response(request)
            response["Cache-Control"] = "private, no-store"
            return response
        try:
            # Before the page is made: one that a publication or midnight overtakes is kept where nobody looks for it.
            key = version.stamp(), dates.today(), *_what_is_asked(request)
        except (ValueError, DisallowedHost, DatabaseError):
            # What cannot be read is refused further in, and a database that is not ready gets its page there.
            return self.get_response(request)
        page = self.pages.get(key)
        return _answer(request, page) if page else self.make(request, key)

    def make(self, request: HttpRequest, key: Any) -> HttpResponse:
        method, request.method = request.method, "GET"
        with one_read():
            response = self.get_response(request)
        request.method = method
        if not _can_be_kept(response):
            return without_body(response) if method == "HEAD" else response
        page = _finished(response)
        self.pages.put(key, page, page.weight + len(str(key)))
        return _answer(request, page)


def _is_public(path: str):
    return get_language_from_path(path) is not None or path.startswith(NEUTRAL)


def _is_somebody(request: HttpRequest):
    """Tell whether the request may be that of somebody whom the site knows."""
    if "HTTP_AUTHORIZATION" in request.META:
        return True
    return "HTTP_COOKIE" in request.META and not request.COOKIES.keys().isdisjoint(
        (settings.SESSION_COOKIE_NAME, "messages")
    )


def _what_is_asked(request: HttpRequest):
    """Return what tells one page from another; what only looks different is the same.

    Raises `ValueError` for a query that is not sound, `DisallowedHost` for a host that is not ours.
    """
    query = request.META.get("QUERY_STRING", "")
    language = "" if get_language_from_path(request.path_info) else get_language_from_request(request)
    return request.scheme, request.get_host(), request.path, canonical(query) if query else "", language


def canonical(query: str) -> str:
    """Return `query` without the values that are left out, in one order and one spelling.

    The values of one name stay in the order in which they came.
    """
    if not query.isascii():
        raise ValueError(query)
    pairs = parse_qsl(query, errors="strict")
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def _can_be_kept(response: Any):
    if response.status_code != 200 or response.streaming or response.cookies or response.has_header("Content-Encoding"):
        return False
    depends_on = {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}
    policy = response.get("Cache-Control", "")
    return depends_on <= MAY_DEPEND_ON and "private" not in policy and "no-store" not in policy


def _finished(response: Any):
    """Return the page that `response` is, compressed once for all who will ask for it."""
    patch_vary_headers(response, ("Accept-Encoding",))
    headers = dict(response.items())
    tag = blake2b(response.content, digest_size=16).hexdigest()
    plain = _form(response.content, headers, tag)
    if len(response.content) < WORTH_COMPRESSING:
        return Page(plain, None)
    shorter = gzip.compress(response.content, mtime=0)
    return Page(plain, _form(shorter, {**headers, "Content-Encoding": "gzip"}, f"{tag}-gzip"))


def _form(body: bytes, headers: Any, tag: Any):
    return Form(body, {**headers, "ETag": f'"{tag}"', "Content-Length": str(len(body))})


def _answer(request: HttpRequest, page: Any):
    """Answer with `page`, or with the news that the reader has it already."""
    form = (
        page.compressed
        if page.compressed and accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        else page.plain
    )
    response = HttpResponse(form.body, headers=form.headers)
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = f"public, max-age={min(MAX_AGE_SECONDS, dates.rest_of_today())}"
    known = get_conditional_response(request, form.headers["ETag"], response=response)
    if known is not None and known is not response:
        for name, value in response.items():
            if not name.startswith("Content-") or name == "Content-Security-Policy":
                known.headers.setdefault(name, value)
        return known
    return without_body(response) if request.method == "HEAD" else response


@lru_cache(maxsize=256)
def accepts_gzip(accepted: str) -> bool:
    """Tell whether a reader who sent this `Accept-Encoding` takes gzip; where nothing is said, it is not sent."""
    weights = {}
    for each in accepted.lower().split(","):
        coding, _, parameters = each.partition(";")
        weights[coding.strip()] = parameters.replace(" ", "")
    said = weights.get("gzip", weights.get("x-gzip", weights.get("*", "q=0")))
    return said.rstrip("0.") != "q="
