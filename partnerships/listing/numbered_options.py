"""The values that a form offers, each with the number of lines found with it: counted once under a content version."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.http import QueryDict
from django.utils.text import capfirst

from partnerships import dates
from partnerships.presentation import language_now
from partnerships.projections import timeline, version
from partnerships.shelf import Shelf

from . import parameters
from .counts import MOST
from .filters import IN_FULL, KEYS, OFFERED, AskedFilters, FilterChoice
from .form_options import Option, options_html, those
from .selection import facet_of

#: Of people, places and offices those are offered under which most lines stand, and no more than so many.
MOST_FREQUENT = 40
#: What all counts may weigh, in values.
CAPACITY = 200_000
#: About what the counts of one question take beside their values.
OVERHEAD = 20

Numbers = dict[tuple[str, str], int]

kept: Shelf[Numbers | None] = Shelf(CAPACITY)
written_ones: Shelf[FilterChoice] = Shelf(CAPACITY)


def with_numbers(query: QueryDict, asked: AskedFilters, choices: Iterable[FilterChoice]) -> list[FilterChoice]:
    """Return `choices` with how many lines each value finds together with everything else that is asked.

    Where something is asked, the people, places and offices of these lines are offered too.
    """
    if asked.unknown:
        return list(choices)
    explicit = parameters.one(query, "detail")
    found = [_kept(choice, asked, explicit) for choice in choices]
    offered = {choice.parameter for choice in found}
    further = [name for name in KEYS if name not in (*OFFERED, *offered)] if asked.narrowed else []
    more = [_kept(FilterChoice(name, parameter_label(name), (), options_html(())), asked, explicit) for name in further]
    return [choice for choice in (*found, *more) if choice.options]


def parameter_label(name: str) -> str:
    """Return what a parameter whose keys are of one kind is called."""
    return capfirst(str(KEYS[name]._meta.verbose_name)) or name


def _kept(choice: FilterChoice, asked: AskedFilters, explicit: str | None) -> FilterChoice:
    filters = without_parameter(asked, choice.parameter, explicit)
    chosen = tuple(option.value for option in choice.chosen)
    key = version.stamp(), dates.today(), language_now(), choice.parameter, chosen, filters
    return written_ones.having(key, lambda: _numbered(choice, filters), lambda one: len(one.options) + OVERHEAD)


def without_parameter(asked: AskedFilters, name: str, explicit: str | None) -> timeline.Filters:
    """Return what is asked but for one parameter, as it is once a value of this is chosen."""
    full = name in IN_FULL or any(asked.keys[other] for other in IN_FULL)
    return replace(asked.filters, detail=explicit or ("all" if full else "main"), **{name: ()})


def _numbered(choice: FilterChoice, filters: timeline.Filters) -> FilterChoice:
    facet = facet_of(choice.parameter)
    numbers = lines_by_value(filters, facet)
    if numbers is None:
        return choice
    several = choice.options or _most_frequent(choice.parameter, numbers)
    counts = ((one, numbers.get((facet, one.value), 0)) for one in several)
    # What would find nothing is not offered; what is chosen stays.
    found = [replace(one, number=number) for one, number in counts if number or one.chosen]
    return replace(choice, options=found, html=options_html(found))


def _most_frequent(name: str, numbers: Numbers) -> Sequence[Option]:
    facet = facet_of(name)
    first = sorted((-number, value) for (one, value), number in numbers.items() if one == facet)[:MOST_FREQUENT]
    return those(KEYS[name], [value for _number, value in first])


def lines_by_value(filters: timeline.Filters, facet: str) -> Numbers | None:
    """Return how many of the lines that pass stand under each value of a facet, and of others that cost no more.

    Nothing where there are too many to count.
    """
    asks = filters != timeline.Filters(detail=filters.detail)
    every = ("kind", *map(facet_of, KEYS))
    names = every if asks else ("kind",) if facet == "kind" else tuple(map(facet_of, OFFERED))
    key = version.stamp(), dates.today(), filters, names
    return kept.having(key, lambda: timeline.under(filters, names, MOST), lambda found: len(found or ()) + OVERHEAD)
