"""The list and the page of any kind of record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from partnerships import dates
from partnerships.addresses import localized, page_of, permanent
from partnerships.inflection import in_letters, opening
from partnerships.listing import cursor, filters, letters, lists, parameters
from partnerships.listing.by_name import ChosenByName, by_name_label
from partnerships.listing.chips import Chip, chips, numbered
from partnerships.listing.record_option_counts import with_numbers_of_records
from partnerships.listing.selection import askable, queryset
from partnerships.markup import without_links_to, without_tags
from partnerships.models import (
    SEEN,
    AddressedRecord,
    FormerAddress,
    Page,
    Person,
    Publication,
    Record,
    Source,
)
from partnerships.models.base import LANGUAGES
from partnerships.pages import PAGES, KindPage, kept_pieces, linked_data, maps, sentences
from partnerships.pages.blocks import Content, Details, Question, question
from partnerships.pages.citing import SUCCESSION, AskedCitation, citation_html, cited_record
from partnerships.pages.folded_sections import folds
from partnerships.pages.in_office import offices_that_day
from partnerships.pages.list_tables import latest_careers, list_table
from partnerships.pages.namesakes import told_apart
from partnerships.pages.notes import NOTES, Notes
from partnerships.pages.other_forms import OtherForm, forms_of_list
from partnerships.pages.pictures import pictures_of
from partnerships.pages.sentences import dated
from partnerships.pages.standing import followed
from partnerships.presentation import language_now, text_of
from partnerships.records import shared
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.titles import titles

from .choosing import choosing_by_name
from .rendering import card_address, everywhere, show, site
from .search import search_instead

#: Under these a page shows the same things of other days; under others, parts that lead back to its first one.
OF_DAYS = {"on", "and"}
#: What is longer is cut where pages are listed or shared.
LONGEST_DESCRIPTION = 300


@choosing_by_name(askable)
def record_list(request: HttpRequest, kind: str, called: ChosenByName | None = None) -> HttpResponse:
    """The published records of one kind that match what is asked, one page at a time."""
    page = PAGES[kind]
    asked = filters.read_filters(request.GET, kinds=(kind,))
    order = parameters.order(request.GET, default="newest" if page.newest_first else "")
    if instead := search_instead(request, kind):
        return instead
    letter, records = letters.letters_asked(request.GET), partial(queryset, page, asked)
    found, before, after = _listed(request.GET, page, asked, order, letter)
    number = number_listed(page, request.GET, asked)
    addresses = everywhere(f"{kind}-list")
    choices = with_numbers_of_records(page, asked, filters.choices(asked, askable(kind)))
    listed = rows_with_offices(page, lists.list_rows(page, found, asked.filters.on), asked.filters.on)
    context = {
        "page": page,
        "title": str(page.title),
        "card": card_address(request, "list-card", kind=kind),
        "description": _described(page, number),
        "rows": listed,
        "table": list_table(
            kind, listed, asked.filters.on or dates.today(), dates.today(), asked=bool(asked.filters.on)
        ),
        "number": number,
        "counted": number_said(page, number),
        "asked": asked,
        "letters": [] if order else letters_index(request.GET, page, records, letter, asked),
        "letter": letter,
        "chips": chips(request.GET, asked, choices),
        "choices": choices,
        "by_name": by_name_label(askable(kind)),
        "called": called,
        "asks_when": bool(page.dated_by) or kind == "person",
        "orders": orders(page),
        "order": order,
        "earlier": cursor.onward_query(request.GET, before=before),
        "later": cursor.onward_query(request.GET, after=after),
        "forms": other_forms(page, cursor.without_cursor(request.GET).urlencode()),
        "list_address": addresses[language_now()],
        "map": maps.of_list(row.record for row in listed),
    }
    if not found:
        context |= instead_of_nothing(request.GET, page, asked, context["chips"])
    return show(request, "partnerships/list.html", context, addresses=addresses)


def _listed(
    query: QueryDict, page: KindPage, asked: filters.AskedFilters, order: str, letter: str
) -> tuple[list, str | None, str | None]:
    """Return one page of a list, and the cursors before and after it."""

    def records() -> QuerySet:
        return letters.beginning(queryset(page, asked, in_turn=True), f"sort_{language_now()}", letter)

    placed = lists.order_of(page, order)
    if asked.narrowed or letter or any(one is not None for one in cursor.cursors_asked(query)):
        return lists.sliced(query, records(), placed, page.size, page.names_beside)
    return lists.first_page(page.model, records, placed, page.size, page.names_beside)


def rows_with_offices(page: KindPage, several: Sequence[lists.ListRow], on: date | None) -> list[lists.ListRow]:
    """Return the lines of a list, those of people with the offices that they held, or held on a day.

    Those of sources say who published them, and of what type they are.
    """
    if page.kind == "source":
        return [
            replace(row, told=sentences.publisher_and_type(row.record))
            for row in several
            if isinstance(row.record, Source)
        ]
    if page.kind != "person":
        return list(several)
    people = [row.record for row in several if isinstance(row.record, Person)]
    held = latest_careers(people) if on is None else offices_that_day(people, on, dates.today())
    return [replace(row, told=held.get(row.record.pk, "")) for row in several]


def _described(page: KindPage, number: int) -> str:
    """Return what search engines say of a list; of the pages about the register, that they present it."""
    if page.model is Page and number:
        said = opening(in_letters(number, language_now(), feminine=True))
        text = ngettext("%(number)s page presents the register.", "%(number)s pages present the register.", number)
        return text % {"number": said}
    text = _("%(title)s in the register of partnerships: %(number)s, each with its dates and sources.")
    return text % {"title": page.title, "number": number_said(page, number)}


def number_listed(page: KindPage, query: QueryDict, asked: filters.AskedFilters) -> int:
    """Return how many records a list has with what is asked of it, letters included."""
    if asked.unknown:
        return 0
    name, letter = f"sort_{language_now()}", letters.letters_asked(query)
    numbers = letters.names_by_letter(partial(queryset, page, asked), name, letter[:-1], page.kind, asked.filters)
    return sum(one for text, one in numbers if text.startswith(letter))


def number_said(page: KindPage, number: int) -> str:
    """Return how many records a list has, in words."""
    meta = page.model._meta
    one = number < 2 if language_now() == "fr" else number == 1
    return f"{number} {meta.verbose_name if one else meta.verbose_name_plural}"


def letters_index(
    query: QueryDict, page: KindPage, records: Callable[[], QuerySet], letter: str, asked: filters.AskedFilters
) -> list[letters.LetterIndex]:
    """Return the letters by which a long list of names is entered, and those that follow a letter with many names."""
    if page.named_after or asked.unknown:
        return []
    name, found = f"sort_{language_now()}", []
    for length in range(min(len(letter) + 1, letters.MOST_LETTERS)):
        several = letters.names_by_letter(records, name, letter[:length], page.kind, asked.filters)
        if len(several) > 1 and sum(number for _text, number in several) > lists.PAGE_SIZE // 2:
            found.append(letters.letter_links(query, several, letter[: length + 1]))
    return found


def instead_of_nothing(
    query: QueryDict, page: KindPage, asked: filters.AskedFilters, several: Sequence[Chip]
) -> dict[str, Any]:
    """Return what a list says that is empty: how much there is without each thing asked for, and what lies nearest."""

    def count(without: QueryDict) -> int:
        other = filters.read_filters(without, kinds=(page.kind,))
        if other.unknown:
            return 0
        numbers = letters.names_by_letter(
            partial(queryset, page, other), f"sort_{language_now()}", "", page.kind, other.filters
        )
        return sum(number for _text, number in numbers)

    timeless = replace(asked, filters=replace(asked.filters, since=None, until=None, on=None))
    near = lists.nearest(page, queryset(page, timeless), *asked.span) if asked.dated else []
    return {"chips": numbered(several, count), "nearest": lists.list_rows(page, near, None)}


def other_forms(page: KindPage, query: str) -> list[OtherForm]:
    """Return the other forms of a list."""
    return forms_of_list(f"{page.kind}-list", str(page.title), query, page.forms)


def orders(page: KindPage) -> tuple[str, ...]:
    """Return the orders that a list can have; an empty one stands for the names."""
    if not page.date:
        return ()
    return parameters.ORDERS if page.newest_first else ("", *parameters.ORDERS)


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
    record = shared.adopted(record)
    context = detail_context(request, PAGES[kind_of(record)], record)
    addresses = addresses_in_languages(record)
    response = show(request, "partnerships/detail.html", context, addresses=addresses)
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
    of_that_name = shared.rows_holding(model, ("key", *(f"slug_{each}" for each in LANGUAGES)), slug)
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
        heading = dated(name, asked) if page_content.asks_for_day else name
    cite = localized("cite", language_now(), kind=page.kind, key=record.key)
    card = localized("card", language_now(), kind=page.kind, key=record.key)
    in_citation = cited(request, record, asked if page_content.asks_for_day else None)
    return {
        "page": page,
        "kind_name": record._meta.verbose_name,
        "record": record,
        "title": heading,
        **in_citation,
        "title_language": found,
        "description": page_description(page_content, heading, str(record._meta.verbose_name)),
        "linked": linked_data.script(record, site(request)),
        "cite_address": cite,
        **followed_by(page, record, cite),
        "card": f"{site(request)}{card}{in_citation['cited_query']}",
        "report_address": localized("report", language_now(), kind=page.kind, key=record.key),
        "details": kept_pieces.kept_blocks(
            record, "details", lambda: [details(page, record, page_content.facts_first)]
        ),
        "text_field": page.text,
        "has_text": bool(page.text) and bool(text_of(record, page.text, language_now())[0]),
        "list_address": localized(f"{page.kind}-list", language_now()),
        "on": asked.day,
        "asked": asked,
        "content": page_content,
        "pictures": pictures_of(record),
        "folds": kept_pieces.kept_blocks(record, "folds", lambda: folds(page.kind, record, page.all_sections)),
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


def page_description(content: Content, heading: str, kind: str) -> str:
    """Return what a page says of itself to those who link to it: what it is about, and its answer."""
    sentence = next((without_tags(answer.sentence) for answer in content.answers), "")
    colon = "\u00a0:" if language_now() == "fr" else ":"
    if sentence:
        said = f"{heading}{colon} {' '.join(unescape(sentence).split())}"
    else:
        said = content.description or f"{kind}{colon} {heading}"
    return Truncator(said).chars(LONGEST_DESCRIPTION)


def cited(request: HttpRequest, record: Record, asked: Question | None) -> dict[str, Any]:
    """Return how a page is cited, as of the days that it answers for, and the query by which these are asked for."""
    wanted = AskedCitation(on=asked.on, beside=asked.beside) if asked else AskedCitation()
    one = cited_record(record, language_now(), site(request), wanted)
    return {"cited_query": wanted.query, "citation": citation_html(one, f"{permanent(record)}{wanted.query}")}


def load_beside(page: KindPage, record: Record) -> None:
    """Load what the page reads of the record, in a number of queries that does not grow."""
    own = (name for name in ("names", "citations") if hasattr(record, name))
    shared.beside([record], (*page.names_beside, *page.needs, *own))
