"""A list in another form than a page, at the address of the page with an ending: `/en/timeline.atom?partner=jp`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from types import MappingProxyType
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from partnerships.addresses import localized, page_of
from partnerships.listing import filters, letters, parameters
from partnerships.listing.chips import narrowed_title
from partnerships.listing.order import order_of, refuse_nonsense
from partnerships.listing.selection import queryset
from partnerships.listing.timeline_page import places_asked
from partnerships.models import Office
from partnerships.own_site import publisher_by_itself
from partnerships.pages import PAGES, citing, corrections, search, search_filters, words_found
from partnerships.pages.other_forms import TYPES
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.projections.search import AskedSearch, Found
from partnerships.records.kinds import KINDS
from partnerships.records.titles import called_in
from partnerships.records.visibility import is_public
from partnerships.views.record_page import record_under
from partnerships.views.rendering import site
from partnerships.views.search import search_instead

from . import atom, calendar, data, record_lines, succession_lines, table
from .lines import OutletLine, newest_lines, outlet_lines

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
    query, language = in_full(request.GET), language_now()
    asked = filters.read_filters(query)
    order = parameters.order(query)
    if instead := search_instead(request, form=form):
        return instead
    # The list is given whole, wherever a page of it goes on from; what is no such place is refused as there.
    places_asked(query)
    where, title = localized("timeline", language), narrowed_title(_("Timeline"), query, asked)
    if form == "atom":
        newest = [] if asked.unknown else newest_lines(asked.filters, language, atom.MOST)
        return answer_with_feed(request, newest, where, title)
    lines: Iterator[OutletLine] = iter(()) if asked.unknown else outlet_lines(asked.filters, language, order)
    return answer_with_lines(request, form, lines, where, title, query)


def answer_with_lines(
    request: HttpRequest,
    form: str,
    lines: Iterator[OutletLine],
    page: str,
    title: str,
    query: QueryDict,
    lacking: str = "",
    told: Mapping[str, object] = MappingProxyType({}),
) -> Sent:
    """Answer with lines in one of the forms that hold them all, or say what they are `lacking`; as data with what is
    `told` beside them."""
    language, home = language_now(), site(request)
    name = page.strip("/").replace("/", "-")
    if form == "ics":
        whole = f"{title} – {_('Register of partnerships')}"
        text = calendar.calendar(lines, whole, language, home, urlsplit(home).hostname or "localhost", lacking)
        return sent(HttpResponse(text), form, name, language)
    if form == "csv":
        return sent(StreamingHttpResponse(table.csv_table(lines, language, home, lacking)), form, name, language)
    about = {
        "title": title,
        "register": _("Register of partnerships"),
        "publisher": publisher_by_itself(),
        "language": language,
        "page": f"{home}{page}{_given(request)}",
        "asked": {name: values for name, values in sorted(query.lists())},
        "version": version.content_version(),
        "complete": not lacking,
        **({"lacking": lacking} if lacking else {}),
        **told,
    }
    return sent(StreamingHttpResponse(data.json_document(lines, about, home)), form, name, language)


def _given(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


def sent(response: Sent, form: str, name: str, language: str) -> Sent:
    """Return a response with what it is, in which language, and the name under which it is saved."""
    response["Content-Type"] = f"{TYPES[form]}; charset=utf-8"
    response["Content-Language"] = language
    if form in ("csv", "ics"):
        response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def list_as(request: HttpRequest, kind: str, form: str) -> Sent:
    """The list of one kind of record, as it is narrowed down, in another form."""
    page, language = PAGES[kind], language_now()
    asked = filters.read_filters(request.GET, kinds=(kind,))
    if instead := search_instead(request, kind, form):
        return instead
    first = letters.letters_asked(request.GET)
    found = letters.beginning(queryset(page, asked), f"sort_{language}", first)
    where, title = (
        localized(f"{kind}-list", language),
        narrowed_title(str(page.title), request.GET, asked, *letters.letters_said(first)),
    )
    order = order_of(page, parameters.order(request.GET, default="newest" if page.newest_first else ""))
    refuse_nonsense(request.GET, order)
    if form == "atom":
        return answer_with_feed(request, record_lines.newest_records(found, language, atom.MOST), where, title)
    lines = record_lines.ordered_lines(found, order, language)
    return answer_with_lines(request, form, lines, where, title, request.GET)


def search_as(request: HttpRequest, form: str) -> Sent:
    """What is found by the words asked for, in another form."""
    language = language_now()
    search.start_asked(request.GET)
    asked = filters.read_filters(request.GET, kinds=tuple(KINDS))
    typed, found = words_found.found_with(parameters.one(request.GET, "q") or "", asked)
    lines = record_lines.record_lines(((hit.kind, hit.key) for each in found for hit in each.hits), language)
    narrowed = search_filters.narrowed_by(request.GET, asked)
    text = ", ".join(part for part in (typed.text, *(chip.text for chip in narrowed)) if part)
    where, title = localized("search", language), _("Search: %(text)s") % {"text": text}
    lacking = search.cut_short(found)
    if form == "atom":
        newest_first = sorted(lines, key=lambda line: line.published_at or NEVER, reverse=True)
        return answer_with_feed(request, newest_first[: atom.MOST], where, title, lacking)
    told = _told(site(request), typed, found, asked) if form == "json" else {}
    return answer_with_lines(request, form, iter(lines), where, title, request.GET, lacking, told)


def _told(home: str, typed: AskedSearch, found: Sequence[Found], asked: filters.AskedFilters) -> dict[str, object]:
    """Return what the page of the search says above its list: the answers, and how the words were understood."""
    several = search.short_answers(typed.text, typed, found, asked)
    return {
        "answers": [{"sentence": unescape(strip_tags(one.sentence)), "url": f"{home}{one.more}"} for one in several],
        "read_as": typed.read_as,
        "left_out": words_found.left_out(typed),
    }


def succession_as(request: HttpRequest, office: str, form: str) -> Sent:
    """The succession in an office, in another form."""
    language = language_now()
    record = record_under(Office, "office", office)
    if not isinstance(record, Office) or not is_public(record):
        raise Http404
    where = page_of(record, language)
    title = _("Succession: %(office)s") % {"office": called_in(record, language)}
    lines = succession_lines.succession_lines(record, language, named=form in ("atom", "ics"))
    if form == "atom":
        return answer_with_feed(request, lines[::-1][: atom.MOST], where, title)
    return answer_with_lines(request, form, iter(lines), f"{where}{citing.SUCCESSION}", title, request.GET)


def corrections_feed(request: HttpRequest) -> Sent:
    """The corrections, for those who follow them."""
    language = language_now()
    text = atom.feed_of_corrections(
        corrections.corrections(),
        title=f"{_('Corrections')} – {_('Register of partnerships')}",
        subtitle=_("What was changed in records that the public could already read."),
        page=localized("corrections", language),
        own=request.path,
        language=language,
        site=site(request),
        never=version.changed_at() or NEVER,
    )
    return sent(HttpResponse(text), "atom", "corrections", language)


def answer_with_feed(
    request: HttpRequest, lines: Sequence[OutletLine], page: str, title: str, lacking: str = ""
) -> Sent:
    """Answer with lines as a feed of the list at `page`."""
    given = _given(request)
    text = atom.feed(
        lines,
        title=f"{title} – {_('Register of partnerships')}",
        subtitle=" ".join(filter(None, (_("The latest publications, whatever day they are about."), lacking))),
        page=f"{page}{given}",
        own=f"{request.path}{given}",
        language=language_now(),
        site=site(request),
        updated=max((line.published_at for line in lines if line.published_at), default=version.changed_at() or NEVER),
    )
    return sent(HttpResponse(text), "atom", page.strip("/").replace("/", "-"), language_now())
