"""The pictures of pages, for those who share them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.drawing import Card, ScaleStep, Strip, card_png
from partnerships.listing import filters, letters
from partnerships.listing.chips import narrowed_title
from partnerships.models import AddressedRecord
from partnerships.pages import PAGES
from partnerships.pages.blocks import Block, Figure, Later
from partnerships.pages.compare import comparison
from partnerships.pages.home import ASKED, home_content
from partnerships.pages.timeline import number_of_lines_said, steps_over_years
from partnerships.presentation.languages import language_now
from partnerships.presentation.values import number_said
from partnerships.records import kept_rows
from partnerships.records.kinds import record_named
from partnerships.records.visibility import is_public

from .record_list import number_listed
from .record_page import detail_context
from .rendering import SHARED, query_of


def sharing_picture(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The picture of a record’s page, as it is on the days that are asked for."""
    record = record_named(kind, key) if kind in PAGES else None
    if not is_public(record) or not isinstance(record, AddressedRecord):
        raise Http404
    asked = copy(request)
    # The days alone: no part of something long is on a picture.
    asked.GET = QueryDict(query_of(request.GET, ("on", "and"))[1:])
    context = detail_context(asked, PAGES[kind], kept_rows.adopted(record))
    above = f"{_('Register of partnerships')} · {capfirst(context['kind_name'])}"
    # The title stands above it already.
    said = context["description"].removeprefix(context["title"]).lstrip("\u00a0: –")
    return _sent(Card(above, context["title"], said, _first_strip(context["content"].blocks)))


def home_card(request: HttpRequest) -> HttpResponse:
    """The picture of the register, or of the mission and the day that its first page is asked for."""
    found = home_content(QueryDict(query_of(request.GET, ASKED)[1:]), dates.today())
    strip = found.figure.strip if found.figure else None
    return _of_the_site(found.title, strip=strip)


def timeline_card(request: HttpRequest) -> HttpResponse:
    """The picture of the timeline, as it is narrowed down: how many lines, drawn over the years."""
    query = _shared(request)
    asked = filters.read_filters(query)
    title = narrowed_title(_("Timeline"), query, asked)
    return _of_the_site(title, number_of_lines_said(asked), steps=steps_over_years(query, asked))


def list_card(request: HttpRequest, kind: str) -> HttpResponse:
    """The picture of a list of records, as it is narrowed down: how many there are."""
    if kind not in PAGES:
        raise Http404
    query, page = _shared(request), PAGES[kind]
    asked = filters.read_filters(query, kinds=(kind,))
    title = narrowed_title(str(page.title), query, asked, *letters.letters_said(letters.letters_asked(query)))
    return _of_the_site(title, number_said(page.model, number_listed(page, query, asked)))


def compare_card(request: HttpRequest) -> HttpResponse:
    """The picture of partners side by side: drawn over the same years."""
    compared = comparison(_shared(request), dates.today())
    return _of_the_site(compared.title, strip=compared.drawn_in_short)


def _shared(request: HttpRequest) -> QueryDict:
    """Return what is asked of a page and shared with it; the picture knows nothing else."""
    return QueryDict(query_of(request.GET, SHARED)[1:])


def _first_strip(blocks: Iterable[Block | None]) -> Strip | None:
    return next((block.strip for block in _made(blocks) if isinstance(block, Figure) and block), None)


def _made(blocks: Iterable[Block | None]) -> Iterator[Block | None]:
    for block in blocks:
        if isinstance(block, Later):
            yield from block.make()
        else:
            yield block


def _of_the_site(
    title: str, sentence: str = "", *, strip: Strip | None = None, steps: Sequence[ScaleStep] = ()
) -> HttpResponse:
    return _sent(Card(_("Register of partnerships"), title, sentence, strip, steps))


def _sent(card: Card) -> HttpResponse:
    response = HttpResponse(card_png(card), content_type="image/png")
    response["Content-Language"] = language_now()
    return response
