"""Pages that say what went wrong: in the language of the address, drawn without database; in JSON for programs."""

import re
import sys
from html import unescape
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path, get_language_from_request, override

from partnerships.records.kinds import KINDS

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError)
RETRY_AFTER_SECONDS = 30
#: Where programs ask: they are told in JSON what went wrong.
FOR_PROGRAMS = "/api/"
#: How the addresses of forms end, and those of what is sent and not typed there: a file, what another window holds.
FORMS, UNTYPED = ("add/", "/change/"), ("/delete/", "/filters/", "/import/", "/preview/")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    # A sentence comes from our own views; what Django says of a suspicious request is for the log.
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return error_page(request, 400, sentence=sentence)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that is not of this visit; in the back-office it is found again, with what was typed."""
    back_office = reverse("admin:index")
    if not request.path_info.startswith(back_office) or request.path_info == reverse("admin:login"):
        return error_page(request, 403, stale_form=True)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return error_page(request, 403, stale_form=True, **kept_of(request))
    # The browser has forgotten the log-in: after the next one, it gives back what was typed in this tab.
    return redirect_to_login(request.get_full_path(), reverse("admin:login"))


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return error_page(request, 429)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    # An error in a middleware reaches no `process_exception`; it does come through here.
    if isinstance(sys.exc_info()[1], DATABASE_UNAVAILABLE):
        return service_unavailable(request)
    return error_page(request, 500, **kept_of(request))


def service_unavailable(request: HttpRequest, **context: Any) -> HttpResponse:
    return asked_to_come_back(error_page(request, 503, **kept_of(request), **context))


def read_only(request: HttpRequest) -> HttpResponse:
    """Refuse to write: the register is only read for the time being."""
    return service_unavailable(request, read_only=True)


def kept_of(request: HttpRequest) -> dict[str, str]:
    """Return where what was sent is found again: in the form of a record, or on a desk, which fills itself in.

    The browser keeps what was typed (`admin.js`, `desks.js`).
    """
    records = reverse("admin:app_list", args=["partnerships"])
    if request.method != "POST" or not request.path_info.startswith(records):
        return {}
    kind, _slash, page = request.path_info.removeprefix(records).partition("/")
    if kind in KINDS and page.endswith(FORMS):
        return {"form": request.get_full_path()}
    if kind in KINDS and not page or request.path_info.endswith(UNTYPED):
        return {}
    where = request.get_full_path()
    return {"desk": f"{where}{'&' if '?' in where else '?'}again=1"}


def error_page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """An error in the language of the address, else of the reader; drawn without database, account or request."""
    language = get_language_from_path(request.path_info)
    asked = language or get_language_from_request(request)
    with override(asked):
        twin, back_office = twin_address(request, "en" if asked == "fr" else "fr"), reverse("admin:index")
        within = back_office if request.path_info.startswith(back_office) else ""
        page = render_to_string(f"{status}.html", {"language": asked, "twin": twin, "back_office": within, **context})
    response = _refused(request, status, page, context) or HttpResponse(page, status=status)
    if language is None:
        patch_vary_headers(response, ("Accept-Language",))
    response["Content-Language"] = asked
    response["Cache-Control"] = "no-store"
    return response


def _refused(request: HttpRequest, status: int, page: str, context: dict[str, Any]) -> HttpResponse | None:
    """Return an error as the interface for programs says it: the sentence, else what the page is called; else None."""
    if not request.path_info.startswith(FOR_PROGRAMS):
        return None
    title = re.search("<title>(.*?)</title>", page, re.DOTALL)
    sentence = context.get("sentence") or (unescape(title[1]) if title else "")
    return error_as_json(status, sentence)


def error_as_json(status: int, sentence: str) -> JsonResponse:
    """Return how the interface for programs says no: one sentence."""
    return JsonResponse({"error": sentence}, status=status, json_dumps_params={"ensure_ascii": False})


def twin_address(request: HttpRequest, language: str) -> str:
    """Return the same request in the other language, or nothing where the address leads nowhere."""
    here = request.get_full_path()
    there = translate_url(here, language)
    return there if there != here else ""


def asked_to_come_back(response: HttpResponse) -> HttpResponse:
    """Return the answer of a site that is not there for a moment: it says when to ask again."""
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
