"""The page of a record of any kind: found by its address, made, or said to be withdrawn."""

from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships.addresses import localized, page_of, permanent
from partnerships.markup import without_links_to, without_tags
from partnerships.models import (
    SEEN,
    AddressedRecord,
    FormerAddress,
    Publication,
    Record,
)
from partnerships.models.base import LANGUAGES
from partnerships.pages import PAGES, KindPage, kept_blocks, linked_data
from partnerships.pages.about_the_register import followed
from partnerships.pages.blocks import Content, Details
from partnerships.pages.citing import SUCCESSION, AskedCitation, citation_html, cited_record
from partnerships.pages.corrections import course
from partnerships.pages.data_addresses import data_address
from partnerships.pages.folded_sections import folds
from partnerships.pages.namesakes import told_apart
from partnerships.pages.notes import NOTES, Notes
from partnerships.pages.other_forms import forms_of_list
from partnerships.pages.pictures import pictures_of
from partnerships.pages.question import Question, question
from partnerships.pages.sentences import dated, heading_dated
from partnerships.presentation.languages import language_now, text_of
from partnerships.records import kept_rows
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.titles import titles

from .rendering import everywhere, show, site

#: Under these a page shows the same things of other days; under others, parts that lead back to its first one.
OF_DAYS = {"on", "and"}
#: What is longer is cut where pages are listed or shared.
LONGEST_DESCRIPTION = 300


def record_detail(request: HttpRequest, kind: str, slug: str) -> HttpResponse | HttpResponsePermanentRedirect:
    """One record, under its own address; its other addresses lead there."""
    page = PAGES[kind]
    record = record_under(page.model, kind, slug)
    if record.publication != Publication.WITHDRAWN and (own := page_of(record, language_now())) != request.path:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponsePermanentRedirect(own + query)
    return show_record(request, record, everywhere(f"{kind}-detail", slug=slug))


def show_record(request: HttpRequest, record: AddressedRecord, asked_at: dict[str, str]) -> HttpResponse:
    """Show the page of a record that the public may see; of a withdrawn one say so, where it was `asked_at`."""
    if record.publication == Publication.WITHDRAWN:
        return withdrawn(request, record, asked_at)
    record = kept_rows.adopted(record)
    context = detail_context(request, PAGES[kind_of(record)], record)
    addresses = addresses_in_languages(record)
    response = show(request, "partnerships/detail.html", context, addresses=addresses)
    response["Link"] = _as_data(record)
    if request.GET.keys() <= OF_DAYS:
        # What is said of the record on other pages leads here: on this one it would lead nowhere.
        shown = without_links_to(addresses[language_now()], response.content.decode())
        response.content = shown.encode()  # pyright: ignore[reportAttributeAccessIssue]
    return response


def addresses_in_languages(record: Record) -> Mapping[str, str]:
    return {language: page_of(record, language) for language in LANGUAGES}


def record_under(model: type[AddressedRecord], kind: str, slug: str) -> AddressedRecord:
    """Return the public or withdrawn record that is, or was, found under `slug` in either language."""
    language = language_now()
    of_that_name = kept_rows.rows_holding(model, ("key", *(f"slug_{each}" for each in LANGUAGES)), slug)
    found = [one for one in of_that_name if one.publication in SEEN]
    if not found:
        found = former(model.objects.filter(publication__in=SEEN), kind, slug)
    if not found:
        raise Http404
    return min(
        found,
        key=lambda record: (
            record.slug(language) != slug,
            record.publication != Publication.PUBLISHED,
            record.key != slug,
            record.key,
        ),
    )


def former(records: QuerySet, kind: str, slug: str) -> list:
    keys = FormerAddress.objects.filter(kind=kind, slug=slug).values_list("key", flat=True)
    return list(records.filter(key__in=list(keys)))


def _as_data(record: Record) -> str:
    """Return where the record stands as data, and on which terms: in a header, which takes nothing of the page."""
    forms = ((permanent(record), "application/ld+json"), (data_address(record), "application/json"))
    found = [f'<{where}>; rel="alternate"; type="{form}"' for where, form in forms]
    return ", ".join([*found, f'<{localized("licence", language_now())}>; rel="license"'])


def withdrawn(request: HttpRequest, record: Record, addresses: dict[str, str]) -> HttpResponse:
    """Answer that a record was withdrawn, and why; its `addresses` are those asked for, no others are told."""
    context = {"record": record_of(record), "noindex": True}
    return show(request, "partnerships/withdrawn.html", context, addresses=addresses, status=410)


def detail_context(request: HttpRequest, page: KindPage, record: AddressedRecord) -> dict[str, Any]:
    load_beside(page, record)
    asked = question(request.GET)
    on = asked.on
    name, found = titles(record, language_now(), on and (on, on))[0]
    page_content = page.content(record, asked)
    name = told_apart(record, name, found)
    with override(found):
        title = dated(name, asked) if page_content.asks_for_day else name
        heading = heading_dated(name, asked) if page_content.asks_for_day else name
    cite = localized("cite", language_now(), kind=page.kind, key=record.key)
    card = localized("card", language_now(), kind=page.kind, key=record.key)
    in_citation = cited(request, record, asked if page_content.asks_for_day else None)
    return {
        "page": page,
        "kind_name": record._meta.verbose_name,
        "record": record,
        "title": title,
        "heading": heading,
        **in_citation,
        "title_language": found,
        "description": page_description(
            page_content, title, str(record._meta.verbose_name), answers=2 if asked.beside else 1
        ),
        "linked": linked_data.script(record, site(request)),
        "cite_address": cite,
        **followed_by(page, record, cite),
        "card": f"{site(request)}{card}{in_citation['cited_query']}",
        "course": course(record),
        "report_address": localized("report", language_now(), kind=page.kind, key=record.key),
        "details": kept_blocks.kept_blocks(
            record, "details", lambda: [details(page, record, page_content.facts_first)]
        ),
        "text_field": page.text,
        "has_text": bool(page.text) and bool(text_of(record, page.text, language_now())[0]),
        "list_address": localized(f"{page.kind}-list", language_now()),
        "on": asked.day,
        "asked": asked,
        "content": page_content,
        "pictures": pictures_of(record),
        "folds": kept_blocks.kept_blocks(record, "folds", lambda: folds(page.kind, record, page.all_sections)),
        NOTES: Notes(),
    }


def details(page: KindPage, record: AddressedRecord, first: bool) -> Details:
    """Return what is recorded of the thing itself; `first` on its page, or folded away."""
    cited = list(record.citations.all()) if hasattr(record, "citations") else []
    return Details("details", "", page.facts(record), cited, not first)


def followed_by(page: KindPage, record: AddressedRecord, cite: str) -> dict[str, Any]:
    """Return how the lines of a record, the succession in an office and corrections are followed; else nothing."""
    if page.kind == "page":
        return {"forms": followed(record.key)}
    if page.followed:
        name = titles(record, language_now())[0][0]
        query = urlencode({page.kind: record.key, "detail": "all"})
        # Data stand with the timeline itself: the page of a partner has no room for more.
        return {"forms": forms_of_list("timeline", name, query, ("atom", "ics", "csv"))}
    if page.kind != "office":
        return {}
    found = forms_of_list("succession", _("Succession"), office=record.slug(language_now()))
    return {"cite_succession": f"{cite}?of={SUCCESSION}", "forms": found}


def page_description(content: Content, heading: str, kind: str, answers: int = 1) -> str:
    """Return what a page says of itself to those who link to it: what it is about, and its first `answers`."""
    sentences = " ".join(without_tags(answer.sentence) for answer in content.answers[:answers])
    if sentences:
        said = f"{heading} – {' '.join(unescape(sentences).split())}"
    else:
        colon = "\u00a0:" if language_now() == "fr" else ":"
        said = content.description or f"{kind}{colon} {heading}"
    if len(said) <= LONGEST_DESCRIPTION:
        return said
    # Words stay whole.
    return said[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"


def cited(request: HttpRequest, record: Record, asked: Question | None) -> dict[str, Any]:
    """Return how a page is cited, as of the days that it answers for, and the query by which these are asked for."""
    wanted = AskedCitation(on=asked.on, beside=asked.beside) if asked else AskedCitation()
    one = cited_record(record, language_now(), site(request), wanted)
    return {"cited_query": wanted.query, "citation": citation_html(one, f"{permanent(record)}{wanted.query}")}


def load_beside(page: KindPage, record: Record) -> None:
    """Load what the page reads of the record, in a number of queries that does not grow."""
    own = (name for name in ("names", "citations") if hasattr(record, name))
    kept_rows.beside([record], (*page.names_beside, *page.needs, *own))
