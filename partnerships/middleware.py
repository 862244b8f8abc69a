"""What every request goes through before it reaches a view, and every answer before it leaves."""

import json
import logging
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from partnerships.addresses import localized
from partnerships.error_pages import DATABASE_UNAVAILABLE, error_page, read_only, service_unavailable
from partnerships.kept_in_process import remembered
from partnerships.models.base import LANGUAGES
from partnerships.transactions import Busy

logger = logging.getLogger(__name__)

#: The public pages are only read; these are the addresses that take forms, and set cookies.
FORMS_AT = ("/admin/", "/i18n/")


@remembered()
def reports_at() -> tuple[str, ...]:
    """Return where readers report errors: public pages that take a form, but set no cookie."""
    where = [localized("report", language, kind="kind", key="key") for language in LANGUAGES]
    return tuple(each.removesuffix("kind/key/") for each in where)


class ResponseHeadersMiddleware:
    """Headers that neither Django nor django-csp sets, on every answer."""

    DENIED_FEATURES = (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "screen-wake-lock",
        "serial",
        "sync-xhr",
        "usb",
        "xr-spatial-tracking",
    )
    HEADERS = {
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED_FEATURES),
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    #: What programs read anybody’s page may read: it is public, and no cookie changes it.
    OPEN_AT = "/api/"
    OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path_info.startswith(FORMS_AT):
            # Public pages set no cookie, nor take one away that somebody else has set.
            response.cookies.clear()
        opened = self.OPEN if request.path_info.startswith(self.OPEN_AT) else {}
        for name, value in (self.HEADERS | opened).items():
            response.headers.setdefault(name, value)
        return without_body(response) if request.method == "HEAD" else response


def without_body(response: Any) -> Any:
    """Return the answer to HEAD: the length of what GET would send, and nothing of it."""
    if not response.streaming:
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response


class DatabaseUnavailableMiddleware:
    """A database that cannot be reached is a page that says so, not an error of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, DATABASE_UNAVAILABLE):
            return None
        if isinstance(exception, Busy):
            return service_unavailable(request, busy=True)
        connected = connection.connection is not None
        logger.error("Database unavailable: %s", str(exception).strip(), exc_info=exception if connected else None)
        return service_unavailable(request)


class MethodMiddleware:
    """Only the methods that the site knows; any refusal of a method is a page that names the allowed ones."""

    READING = ("GET", "HEAD", "OPTIONS")
    FORMS_AT = FORMS_AT

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        takes_forms = request.path_info.startswith((*self.FORMS_AT, *reports_at()))
        allowed = (*self.READING, "POST") if takes_forms else self.READING
        if request.method not in allowed:
            return self.refuse(request, ", ".join(allowed))
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(allowed)})
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            return self.refuse(request, response.headers.get("Allow", ""))
        return response

    def refuse(self, request: HttpRequest, allowed: str) -> HttpResponse:
        response = error_page(request, 405)
        response["Allow"] = allowed
        return response


class ReadOnlyMiddleware:
    """While the register is only read, whatever would write is refused with a page that says so (`READ_ONLY`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # The language of a reader is kept in a cookie, nowhere else.
        writes = request.method not in MethodMiddleware.READING and not request.path_info.startswith("/i18n/")
        return read_only(request) if settings.READ_ONLY and writes else self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Refuse what writes though it was only asked: the database itself takes nothing."""
        return read_only(request) if settings.READ_ONLY and isinstance(exception, DatabaseError) else None


class CleanInputMiddleware:
    """Text that no database can store (NUL, broken UTF-8) is refused before anything looks at it."""

    # Django leaves bytes of the path that are not UTF-8 percent-encoded.
    BROKEN_BYTE = re.compile(r"%[89a-f][0-9a-f]", re.IGNORECASE)

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.is_clean(request):
            return error_page(request, 400)
        return self.get_response(request)

    def is_clean(self, request: HttpRequest) -> bool:
        return (
            "\0" not in request.path_info
            and not self.BROKEN_BYTE.search(request.path_info)
            and _is_clean_encoded(request.META.get("QUERY_STRING", "").encode("latin-1", "replace"))
            and all(map(_is_clean_text, request.COOKIES.values()))
            and (request.method != "POST" or self.is_clean_body(request))
        )

    def is_clean_body(self, request: HttpRequest) -> bool:
        check = {
            "application/x-www-form-urlencoded": _is_clean_form,
            "multipart/form-data": _is_clean_multipart,
            "application/json": _is_clean_json,
        }.get(request.content_type or "")
        try:
            return check is None or check(request)
        except (BadRequest, MultiPartParserError, UnreadablePostError):
            return False


def _is_clean_form(request: HttpRequest) -> bool:
    # Reading the fields as well counts them, and refuses another charset.
    return _is_clean_encoded(request.body) and request.POST is not None


def _is_clean_multipart(request: HttpRequest) -> bool:
    texts = [text for key, values in request.POST.lists() for text in (key, *values)]
    names = [text for key, files in request.FILES.lists() for text in (key, *(file.name for file in files))]
    return all(map(_is_clean_text, texts + names))


def _is_clean_json(request: HttpRequest) -> bool:
    try:
        return _is_clean_value(json.loads(request.body))
    except json.JSONDecodeError:
        return True  # Not JSON at all: the view says so in its own words.
    except (UnicodeDecodeError, RecursionError):
        return False


def _is_clean_value(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_clean_text(key) and _is_clean_value(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(_is_clean_value, value))
    return not isinstance(value, str) or _is_clean_text(value)


def _is_clean_encoded(encoded: bytes) -> bool:
    decoded = unquote_to_bytes(encoded)
    try:
        return b"\0" not in decoded and decoded.decode() is not None
    except UnicodeDecodeError:
        return False


def _is_clean_text(text: str) -> bool:
    try:
        return "\0" not in text and text.encode() is not None
    except UnicodeEncodeError:
        return False
