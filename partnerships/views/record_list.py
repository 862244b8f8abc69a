"""The list of the records of any kind, as a reader narrows it down."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships import dates
from partnerships.inflection import in_letters, opening
from partnerships.listing import cursor, filters, letters, lists, parameters
from partnerships.listing.chips import Chip, chips, closest, numbered, title_with
from partnerships.listing.filters_by_name import ChosenByName, by_name_label, meant_by_keys
from partnerships.listing.order import order_of
from partnerships.listing.record_option_counts import with_numbers_of_records
from partnerships.listing.selection import askable, queryset
from partnerships.models import (
    Page,
    Person,
    Source,
)
from partnerships.pages import PAGES, KindPage, maps, sentences
from partnerships.pages.list_tables import SAYS_SINCE, latest_careers, list_table
from partnerships.pages.offices_on_a_day import offices_that_day
from partnerships.pages.other_forms import OtherForm, forms_of_list
from partnerships.presentation.languages import language_now
from partnerships.presentation.values import number_said

from .filters_by_name import choosing_by_name
from .rendering import card_address, everywhere, show
from .search import search_instead

#: What lies nearest to an empty answer is told in so many lines.
MOST_NEAREST = 3


@choosing_by_name(askable)
def record_list(request: HttpRequest, kind: str, called: ChosenByName | None = None) -> HttpResponse:
    """The published records of one kind that match what is asked, one page at a time."""
    page = PAGES[kind]
    asked = filters.read_filters(request.GET, kinds=(kind,))
    usual = "newest" if page.newest_first else ""
    order = parameters.order(request.GET, default=usual)
    if instead := search_instead(request, kind):
        return instead
    letter, records = letters.letters_asked(request.GET), partial(queryset, page, asked)
    found, before, after = _listed(request.GET, page, asked, order, letter)
    number = number_listed(page, request.GET, asked)
    addresses = everywhere(f"{kind}-list")
    choices = with_numbers_of_records(page, asked, filters.choices(asked, askable(kind)))
    several = chips(request.GET, asked, choices)
    title = title_with(str(page.title), several, *letters.letters_said(letter))
    context = {
        "page": page,
        "title": title,
        "card": card_address(request, "list-card", kind=kind),
        "description": _described(page, title, number),
        **_rows(page, found, asked.filters.on),
        "number": number,
        "counted": number_said(page.model, number),
        "asked": asked,
        "letters": [] if order else letters.letters_index(request.GET, page, records, letter, asked),
        "letter": letter,
        "chips": several,
        "meant": meant_by_keys(request.GET, asked),
        "choices": choices,
        "by_name": by_name_label(askable(kind), choices),
        "called": called,
        "asks_when": bool(page.dated_by) or kind == "person",
        "orders": orders(page),
        "other_order": other_order(request.GET, page, order) if len(found) > 1 else "",
        "order": order,
        "usual_order": usual,
        "earlier": cursor.onward_query(request.GET, before=before),
        "later": cursor.onward_query(request.GET, after=after),
        "forms": other_forms(page, title, cursor.without_cursor(request.GET).urlencode()),
        "list_address": addresses[language_now()],
    }
    if not found:
        context |= instead_of_nothing(page, asked, several)
    return show(request, "partnerships/list.html", context, addresses=addresses)


def _listed(
    query: QueryDict, page: KindPage, asked: filters.AskedFilters, order: str, letter: str
) -> tuple[list, str | None, str | None]:
    """Return one page of a list, and the cursors before and after it."""

    def records() -> QuerySet:
        return letters.beginning(queryset(page, asked, in_turn=True), f"sort_{language_now()}", letter)

    placed = order_of(page, order)
    if asked.narrowed or letter or any(one is not None for one in cursor.cursors_asked(query)):
        return lists.sliced(query, records(), placed, page.size, page.names_beside)
    return lists.first_page(page.model, records, placed, page.size, page.names_beside)


def _rows(page: KindPage, found: list, on: date | None) -> dict[str, Any]:
    """Return the lines of a list as the template shows them: one by one, as a table, on a map."""
    listed, today = rows_with_offices(page, lists.list_rows(page, found, on), on), dates.today()
    return {
        "rows": listed,
        "table": list_table(page.kind, listed, on or today, today, asked=on is not None),
        "map": maps.of_list(row.record for row in listed),
    }


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


def _described(page: KindPage, title: str, number: int) -> str:
    """Return what search engines say of a list; of the pages about the register, that they present it."""
    if page.model is Page and number:
        said = opening(in_letters(number, language_now(), feminine=True))
        text = ngettext("%(number)s page presents the register.", "%(number)s pages present the register.", number)
        return text % {"number": said}
    if title != page.title:
        text = _("%(title)s – %(number)s in the register of partnerships, with dates and sources.")
        return text % {"title": title, "number": number_said(page.model, number)}
    text = _("%(title)s in the register of partnerships: %(number)s, each with its dates and sources.")
    return text % {"title": page.title, "number": number_said(page.model, number)}


def number_listed(page: KindPage, query: QueryDict, asked: filters.AskedFilters) -> int:
    """Return how many records a list has with what is asked of it, letters included."""
    if asked.unknown:
        return 0
    name, letter = f"sort_{language_now()}", letters.letters_asked(query)
    numbers = letters.names_by_letter(partial(queryset, page, asked), name, letter[:-1], page.kind, asked.filters)
    return sum(one for text, one in numbers if text.startswith(letter))


def instead_of_nothing(page: KindPage, asked: filters.AskedFilters, several: Sequence[Chip]) -> dict[str, Any]:
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
    found, without = numbered(several, count), None
    if not near and not asked.unknown and (without := closest(found)):
        other = QueryDict(without.without)
        read = filters.read_filters(other, kinds=(page.kind,))
        placed = order_of(page, "newest" if page.newest_first else "")
        records = queryset(page, read, in_turn=True)
        near, _before, _after = lists.sliced(QueryDict(), records, placed, MOST_NEAREST, page.names_beside)
    return {"chips": found, "nearest": lists.list_rows(page, near, None), "without": without}


def other_forms(page: KindPage, title: str, query: str) -> list[OtherForm]:
    """Return the other forms of a list, which is called so."""
    return forms_of_list(f"{page.kind}-list", title, query, page.forms)


def orders(page: KindPage) -> tuple[str, ...]:
    """Return the orders that a list can have; an empty one stands for the names."""
    if not page.date:
        return ()
    return parameters.ORDERS if page.newest_first else ("", *parameters.ORDERS)


def other_order(query: QueryDict, page: KindPage, order: str) -> str:
    """Return the way from the order of names to that in which things began, or back; where a list says since when."""
    if page.kind not in SAYS_SINCE:
        return ""
    found = cursor.without_cursor(query)
    found.pop("order", None)
    if not order:
        found["order"] = "oldest"
    return f"?{found.urlencode()}"
