"""A list in another form than a page, at the address of the page with an ending: `/en/timeline.atom?partner=jp`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.utils.translation import gettext as _

from partnerships.addresses import localized
from partnerships.listing import filters, parameters
from partnerships.listing.filters import Asked
from partnerships.pages.forms import TYPES
from partnerships.presentation import language_now
from partnerships.projections import version
from partnerships.views.rendering import site

from . import atom, calendar, data, table
from .lines import Line, lines_of, newest

Sent = HttpResponse | StreamingHttpResponse

#: When a register that was never changed last was.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def in_full(query: QueryDict) -> QueryDict:
    """Return the query with everything asked for, where it does not say whether turning points alone are."""
    found = query.copy()
    if not parameters.one(found, "detail"):
        found["detail"] = "all"
    return found


def timeline_as(request: HttpRequest, form: str) -> Sent:
    """The timeline, as it is narrowed down, as a feed, a calendar, a table or data."""
    query = in_full(request.GET)
    asked = filters.read(query)
    order = parameters.order(query)
    if form == "atom":
        return _feed(request, query, asked)
    language = language_now()
    lines: Iterator[Line] = iter(()) if asked.unknown else lines_of(asked.filters, language, order)
    return answer(request, form, lines, localized("timeline", language), _("Timeline"), query)


def answer(request: HttpRequest, form: str, lines: Iterator[Line], page: str, title: str, query: QueryDict) -> Sent:
    """Answer with lines in one of the forms that hold them all."""
    language, home = language_now(), site(request)
    name = page.strip("/").replace("/", "-")
    if form == "ics":
        whole = f"{title} – {_('Register of partnerships')}"
        text = calendar.calendar(lines, whole, language, home, urlsplit(home).hostname or "localhost")
        return sent(HttpResponse(text), form, name, language)
    if form == "csv":
        return sent(StreamingHttpResponse(table.table(lines, language, home)), form, name, language)
    about = {
        "title": title,
        "publisher": _("Register of partnerships"),
        "language": language,
        "page": f"{home}{page}",
        "asked": {name: values for name, values in sorted(query.lists())},
        "version": version.content_version(),
    }
    return sent(StreamingHttpResponse(data.document(lines, about, home)), form, name, language)


def sent(response: Sent, form: str, name: str, language: str) -> Sent:
    """Return a response with what it is, in which language, and the name under which it is saved."""
    response["Content-Type"] = f"{TYPES[form]}; charset=utf-8"
    response["Content-Language"] = language
    if form in ("csv", "ics"):
        response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _feed(request: HttpRequest, query: QueryDict, asked: Asked) -> Sent:
    language, home = language_now(), site(request)
    page = localized("timeline", language)
    lines = [] if asked.unknown else newest(asked.filters, language, atom.MOST)
    given = f"?{request.GET.urlencode()}" if request.GET else ""
    text = atom.feed(
        lines,
        title=f"{_('Timeline')} – {_('Register of partnerships')}",
        subtitle=_("What was published last, whatever day it tells of."),
        page=f"{page}{given}",
        own=f"{request.path}{given}",
        language=language,
        site=home,
        updated=max((line.published_at for line in lines if line.published_at), default=version.changed_at() or NEVER),
    )
    return sent(HttpResponse(text), "atom", "timeline", language)
