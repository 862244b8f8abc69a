"""The permanent address of every record."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from partnerships.addresses import with_query
from partnerships.models import SEEN, Publication, Record
from partnerships.pages import linked_data
from partnerships.pages.citing import SUCCESSION
from partnerships.pages.folded_sections import place_of
from partnerships.pages.line_by_itself import line_of, place_of_line
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.visibility import state_of

from .home import reader_language
from .record_page import former, withdrawn
from .rendering import everywhere, site

LINKED_DATA = "application/ld+json"


class SeeOther(HttpResponseRedirect):
    """The record itself cannot be sent: this page is about it."""

    status_code = 303


def permanent_address(request: HttpRequest, kind: str, key: str) -> HttpResponse | SeeOther:
    """Lead to the page on which the record stands, in the reader’s language."""
    record = at(kind, key)
    if record is None:
        raise Http404
    response = lead_to(request, record, reader_language(request))
    patch_vary_headers(response, ["Accept", "Accept-Language"])  # pyright: ignore[reportArgumentType]
    return response


def at(kind: str, key: str) -> Record | None:
    """Return the public or withdrawn record that is, or was, found under `key`; None where there is none."""
    if kind not in KINDS:
        return None
    records = KINDS[kind].model._default_manager.all()
    record = records.filter(key=key).first() or next(iter(former(records, kind, key)), None)
    return record if record is not None and state_of(record) in SEEN else None


def lead_to(request: HttpRequest, record: Record, language: str) -> HttpResponse | SeeOther:
    if state_of(record) == Publication.WITHDRAWN:
        with override(language):
            return withdrawn(request, record, everywhere("permanent", kind=kind_of(record), key=record.key))
    if prefers_data(request):
        data = linked_data.as_linked_data(record, site(request))
        return JsonResponse(data, content_type=LINKED_DATA, json_dumps_params={"ensure_ascii": False})
    return SeeOther(where_shown(record, language, request.GET))


def prefers_data(request: HttpRequest) -> bool:
    """Whether linked data are asked for rather than a page, in whatever profile: there is one."""
    asked = [str(one) for one in request.accepted_types if str(one).partition(";")[0].strip() == LINKED_DATA]
    preferred = request.get_preferred_type(["text/html", LINKED_DATA, *asked])
    return preferred is not None and preferred.startswith(LINKED_DATA)


def where_shown(record: Record, language: str, query: QueryDict) -> str:
    """Return where a record stands, or that of it which is asked for: a line of the timeline, its succession."""
    rest = query.copy()
    moment, of = rest.pop("line", [""])[-1], rest.pop("of", [""])[-1]
    line = line_of(record, moment, language) if moment else None
    if line is not None:
        return with_query(place_of_line(record, line, language), rest.urlencode())
    found = with_query(place_of(record, language), rest.urlencode())
    is_succession = of == SUCCESSION and kind_of(record) == "office"
    return f"{found}#{SUCCESSION}" if is_succession else found
