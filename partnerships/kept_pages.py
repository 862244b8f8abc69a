"""The first thing a request meets: public pages that are kept as they were sent, under the version of their content.

A page is found only by the version that the database gives in the same request, so it is never older than what the
public may see, on whichever worker or machine; nor of a day before.
"""

import gzip
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import activate, get_language, get_language_from_path, get_language_from_request, override

from partnerships import after_answering, dates, pages_made_ahead, replica
from partnerships.kept_in_process import Shelf, remembered
from partnerships.middleware import without_body
from partnerships.projections import version
from partnerships.transactions import one_read

#: What is public but stands in no language; the pages of the languages are public all.
NEUTRAL = ("/api/", "/id/", "/sitemap")
#: A page may depend on these alone; on a cookie never.
MAY_DEPEND_ON = {"accept-encoding", "accept-language"}
MAX_AGE_SECONDS = 60
#: Shorter ones do not become shorter.
WORTH_COMPRESSING = 500
#: The next level takes twice as long, longer than the page itself, for a fifteenth of its length.
LEVEL = 3
#: About what a page takes beside its text: its headers, its key.
OVERHEAD = 4_000
#: What a reader may ask beside the one thing that is answered here at once: whether the page is another one.
OTHER_CONDITIONS = ("HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")


@dataclass(frozen=True)
class PageAsSent:
    """A page as it goes over the line, compressed or not, with the headers of the news that it is still the same."""

    body: bytes
    headers: ResponseHeaders
    unchanged: ResponseHeaders

    @property
    def tag(self) -> str:
        return self.headers["ETag"]


@dataclass(frozen=True)
class KeptPage:
    """A finished page, in one form or in both."""

    plain: PageAsSent
    compressed: PageAsSent | None

    @property
    def weight(self) -> int:
        return len(self.plain.body) + len(self.compressed.body if self.compressed else b"") + OVERHEAD


class KeptPagesMiddleware:
    """Answer from what is kept; otherwise have the page made, in one read with its version, and keep it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.pages: Shelf[KeptPage] = Shelf(settings.KEPT_PAGES_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info)
        is_public = language is not None or request.path_info.startswith(NEUTRAL)
        if not is_public or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if _is_somebody(request):
            response = self.get_response(request)
            response["Cache-Control"] = "private, no-store"
            return response
        with replica.reading():
            return self.answer(request, language)

    def answer(self, request: HttpRequest, language: str | None, *, asked: bool = True) -> HttpResponse:
        try:
            key = version.stamp(), *_what_is_asked(request, language)
        except (ValueError, DisallowedHost, DatabaseError):
            # What cannot be read is refused further in, and a database that is not ready gets its page there.
            return self.get_response(request)
        page = self.pages.get(key)
        response = _answer(request, page) if page else self.make(request, key, asked=asked)
        if pages_made_ahead.done.is_due(key[0]):
            return after_answering.then(response, lambda: self.go_ahead(request))
        return response

    def go_ahead(self, request: HttpRequest) -> None:
        """Make what readers will want first, those pages before all others that they last asked for."""
        language = get_language()

        def page(address: str) -> None:
            asking = pages_made_ahead.asking(request, address)
            self.answer(asking, get_language_from_path(asking.path_info), asked=False)

        with replica.reading():
            pages_made_ahead.make(self.last_asked(request), page)
        if language:
            activate(language)

    def last_asked(self, request: HttpRequest) -> list[str]:
        """Return the addresses last asked for where `request` was put, the last one first; some of them."""
        here = request.scheme, request.get_host()
        keys = reversed(self.pages.in_turn())
        found = [(path, query) for _stamp, *where, path, query, _spoken in keys if (*where,) == here]
        addresses = (f"{path}?{query}" if query else path for path, query in found)
        return list(dict.fromkeys(addresses))[: pages_made_ahead.MOST_ASKED]

    def make(self, request: HttpRequest, key: tuple[Any, ...], *, asked: bool) -> HttpResponse:
        method, request.method = request.method, "GET"
        # Nobody waits for what is made ahead: all of it is made there and then.
        with after_answering.putting_off() if asked else nullcontext({}) as waiting, one_read(), version.steady():
            # Of what is read now: a publication may have come in between.
            key = version.stamp(), *key[1:]
            response = self.get_response(request)
        request.method = method
        if not _is_the_same_for_all(response):
            return without_body(response) if method == "HEAD" else response
        if waiting:
            response["Cache-Control"] = "no-cache"
        page = _finished(response)
        if not waiting:
            if _can_be_kept(response):
                self.pages.put(key, page, page.weight + len(str(key)), asked=asked)
            return _answer(request, page)
        language = get_language()
        return after_answering.then(_answer(request, page), lambda: after_the_answer(waiting, language))


def after_the_answer(waiting: after_answering.Waiting, language: str | None) -> None:
    """Do what a page put off, once it is sent, for whoever asks next."""
    with replica.reading(), one_read(), version.steady(), override(language):
        after_answering.catch_up(waiting)


def _is_somebody(request: HttpRequest) -> bool:
    """Tell whether the request may be that of somebody whom the site knows."""
    if "HTTP_AUTHORIZATION" in request.META:
        return True
    return "HTTP_COOKIE" in request.META and not request.COOKIES.keys().isdisjoint(
        (settings.SESSION_COOKIE_NAME, "messages")
    )


def _what_is_asked(request: HttpRequest, language: str | None) -> tuple[str, ...]:
    """Return what tells one page from another; what only looks different is the same.

    Raises `ValueError` for a query that is not sound, `DisallowedHost` for a host that is not ours.
    """
    query = request.META.get("QUERY_STRING", "")
    spoken = "" if language else get_language_from_request(request)
    return request.scheme, request.get_host(), request.path, canonical(query) if query else "", spoken


def canonical(query: str) -> str:
    """Return `query` without the values that are left out, in one order and one spelling.

    The values of one name stay in the order in which they came.
    """
    if not query.isascii():
        raise ValueError(query)
    pairs = parse_qsl(query, errors="strict")
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def _is_the_same_for_all(response: Any) -> bool:
    """Whether an answer is whole, and anybody may keep it: then it can be asked for again only if it is another."""
    if response.status_code != 200 or response.streaming or response.cookies or response.has_header("Content-Encoding"):
        return False
    policy = response.get("Cache-Control", "")
    return "private" not in policy and "no-store" not in policy and _depends_on(response) <= {*MAY_DEPEND_ON, "accept"}


def _can_be_kept(response: Any) -> bool:
    if response.get("Content-Type", "").startswith("image/"):
        # Files are at hand as they are: a few of them would push all pages out.
        return False
    return _depends_on(response) <= MAY_DEPEND_ON


def _depends_on(response: Any) -> set[str]:
    return {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}


def _finished(response: Any) -> KeptPage:
    """Return the page that `response` is, compressed once for all who will ask for it."""
    patch_vary_headers(response, ("Accept-Encoding",))
    headers = dict(response.items())
    tag = blake2b(response.content, digest_size=16).hexdigest()
    plain = _form(response.content, headers, tag)
    # A picture is compressed in itself.
    if len(response.content) < WORTH_COMPRESSING or headers.get("Content-Type", "").startswith("image/"):
        return KeptPage(plain, None)
    shorter = gzip.compress(response.content, LEVEL, mtime=0)
    return KeptPage(plain, _form(shorter, {**headers, "Content-Encoding": "gzip"}, f"{tag}-gzip"))


def _form(body: bytes, headers: dict[str, str], tag: str) -> PageAsSent:
    whole = {**headers, "ETag": f'"{tag}"', "Content-Length": str(len(body))}
    # A policy is for what runs in the page; whatever else begins with Content- describes the text that is not sent.
    kept = {n: v for n, v in whole.items() if not n.startswith("Content-") or n == "Content-Security-Policy"}
    return PageAsSent(body, ResponseHeaders(whole), ResponseHeaders(kept))


class KeptAnswer(HttpResponse):
    """An answer whose headers were put together, and encoded, once for all."""

    def __init__(self, body: bytes, headers: ResponseHeaders, status: int) -> None:
        super().__init__(body, content_type="", status=status)
        # Past the door that encodes each header: a third of the time of the whole request.
        self.headers._store = dict(headers._store)  # pyright: ignore[reportAttributeAccessIssue]


def _answer(request: HttpRequest, page: KeptPage) -> HttpResponse:
    """Answer with `page`, or with the news that the reader has it already."""
    zipped = page.compressed if accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", "")) else None
    form = zipped or page.plain
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if known is not None and is_known(known, form.tag) and request.META.keys().isdisjoint(OTHER_CONDITIONS):
        return _dated(KeptAnswer(b"", form.unchanged, 304))
    response: HttpResponse = _dated(KeptAnswer(form.body, form.headers, 200))
    if not request.META.keys().isdisjoint(OTHER_CONDITIONS):
        response = get_conditional_response(request, form.tag, response=response) or response
    return without_body(response) if request.method == "HEAD" else response


def _dated(response: HttpResponse) -> HttpResponse:
    """Return `response` with the time for which others may keep it: a minute, and never beyond the day."""
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = f"public, max-age={min(MAX_AGE_SECONDS, dates.rest_of_today())}"
    return response


@remembered(1024)
def is_known(known: str, tag: str) -> bool:
    """Tell whether `tag` is among those that a reader has: whoever asks anew sends one that was given before."""
    strong = tag.removeprefix("W/")
    return known.strip() == "*" or any(one.removeprefix("W/") == strong for one in parse_etags(known))


@remembered(256)
def accepts_gzip(accepted: str) -> bool:
    """Tell whether a reader who sent this `Accept-Encoding` takes gzip; where nothing is said, it is not sent."""
    weights = {}
    for each in accepted.lower().split(","):
        coding, _, parameters = each.partition(";")
        weights[coding.strip()] = parameters.replace(" ", "")
    said = weights.get("gzip", weights.get("x-gzip", weights.get("*", "q=0")))
    return said.rstrip("0.") != "q="
