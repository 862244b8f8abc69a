"""A record's page and its lines, made while what they show is not so yet: shown to staff, and never kept."""

from collections.abc import Collection
from copy import copy
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.consistency.of_record import contradictions_in_words
from partnerships.kept_lines import Fragment
from partnerships.models import AddressedRecord, Record
from partnerships.pages import PAGES
from partnerships.pages.consequences import Following, PublicReading
from partnerships.pages.folded_sections import page_holding
from partnerships.pages.lines_as_one import gathered
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import name_html
from partnerships.projections import timeline
from partnerships.records.kinds import ON_THE_TIMELINE, kind_of
from partnerships.records.titles import titles

from .record_page import detail_context
from .rendering import everywhere, show, site

#: The kinds whose lines are shown with those of a record, because they come and go with it.
WITH = {"visit": ("meeting",), "designation": ("tenure",)}


@dataclass(frozen=True)
class Preview:
    """What the public would read of a record, made whole while it was so."""

    title: str
    title_language: str
    #: The page on which it stands, and its name if that is the page of another record.
    article: SafeString
    page_name: SafeString
    lines: SafeString
    along: list[SafeString] = field(default_factory=list)
    state: PublicReading = field(default_factory=PublicReading)
    #: What cannot be true of it, or had better be looked at, as it then stands.
    doubts: list[str] = field(default_factory=list)


def preview(
    request: HttpRequest, record: Record, along: list[Record], state: PublicReading, before: Collection[str] = ()
) -> Preview:
    """Return what the public reads of `record` now, in the language of the page; `before` are its lines until now."""
    page = page_holding(record)
    title, language = titles(record, language_now())[0]
    return Preview(
        title=title,
        title_language=language,
        article=_article(request, page) if isinstance(page, AddressedRecord) else SafeString(""),
        page_name=name_html(page) if page is not None and page != record else SafeString(""),
        lines=_lines(record, before),
        along=[name_html(each) for each in along],
        state=state,
        doubts=[sentence for sentence, _others in contradictions_in_words(record)],
    )


def _article(request: HttpRequest, record: AddressedRecord) -> SafeString:
    """Return the page of a record without the frame around it."""
    asked = copy(request)
    asked.GET = QueryDict()
    context = detail_context(asked, PAGES[kind_of(record)], record)
    frame = {"language": language_now(), "site": site(request)}
    return SafeString(render_to_string("partnerships/_record.html", {**frame, **context}))


def page_text(request: HttpRequest, record: Record) -> str:
    """Return what the page of a record says now, made short: two that are the same say the same."""
    return sha256(_article(request, record).encode()).hexdigest() if isinstance(record, AddressedRecord) else ""


def lines_now(record: Record | None) -> list[Fragment]:
    """Return the lines of the timeline that a record has now, with those that come and go with it, as HTML."""
    kinds = (kind_of(record), *WITH.get(kind_of(record), ())) if record is not None else ()
    kinds = tuple(kind for kind in kinds if kind in ON_THE_TIMELINE)
    if record is None or not kinds:
        return []
    page = timeline.page(timeline.Filters(kind=kinds, related=((kind_of(record), record.key),)), order="oldest")
    return gathered(page.lines, language_now())


def _lines(record: Record, before: Collection[str]) -> SafeString:
    lines = [line if line.html in before else replace(line, html=marked_new(line.html)) for line in lines_now(record)]
    years = [(year, [*several]) for year, several in groupby(lines, key=lambda line: line.heading)]
    return SafeString(render_to_string("partnerships/_new_lines.html", {"years": years}) if lines else "")


def marked_new(line: SafeString) -> SafeString:
    """Return a line with the word that it is new, or says something else than before."""
    start, _close, rest = line.partition(">")
    start = start.replace('class="', 'class="is-new ', 1)
    return format_html('{}><p class="new-line">{}</p>{}', SafeString(start), _("New, or changed"), SafeString(rest))


def show_preview(request: HttpRequest, found: Preview, following: Following, others: dict[str, str]) -> HttpResponse:
    """Answer with a preview; `others` are its addresses in other languages, or none for what was typed.

    What was typed is sent once more for the other language: it stands nowhere else.
    """
    asked = copy(request)
    asked.GET = QueryDict()
    posted = [
        (name, value)
        for name, several in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not name.startswith("_preview")
        for value in several
    ]
    context = {
        "title": found.title,
        "title_language": found.title_language,
        "preview": found,
        "following": following,
        "posted": posted,
        "others": others,
        "typed_at": request.get_full_path(),
        "twins": "",
        "alternates": "",
        "noindex": True,
    }
    response = show(asked, "partnerships/preview.html", context, addresses=everywhere("home"))
    response["Cache-Control"] = "private, no-store"
    return response
