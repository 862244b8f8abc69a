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

#: So many values find room in a form beside a page full of lines; of one parameter no more than so many are offered.
ROOM, MOST_OF_ONE = 85, 60
#: Of people, places and offices those are offered under which most lines stand: what room is left, within bounds.
FEWEST, MOST_FREQUENT = 5, 40
#: What all counts may weigh, in values.
CAPACITY = 200_000
#: About what the counts of one question take beside their values.
OVERHEAD = 20

Numbers = dict[tuple[str, str], int]

kept: Shelf[Numbers | None] = Shelf(CAPACITY)
written_ones: Shelf[FilterChoice] = Shelf(CAPACITY)


def with_numbers(query: QueryDict, asked: AskedFilters, choices: Iterable[FilterChoice]) -> list[FilterChoice]:
    """Return `choices` with how many lines each value finds together with everything else that is asked.

    The people, places and offices under which most of these lines stand are offered too.
    """
    if asked.unknown:
        return list(choices)
    explicit = parameters.one(query, "detail")
    given = {choice.parameter: choice for choice in choices}
    found = [_kept(one, without_parameter(asked, name, explicit)) for name, one in given.items() if not _is_long(name)]
    long = [given.get(name) or nothing_offered(name) for name in KEYS if _is_long(name)]
    left = (ROOM - sum(len(choice.options) for choice in found)) // len(long)
    most = min(max(left, FEWEST), MOST_FREQUENT)
    found += [_kept(choice, without_parameter(asked, choice.parameter, explicit), most) for choice in long]
    return [choice for choice in found if choice.options]


def _is_long(name: str) -> bool:
    """Whether there are too many values of a parameter to offer them all."""
    return name in KEYS and name not in OFFERED


def nothing_offered(name: str) -> FilterChoice:
    """Return the choice for a parameter of which no value is offered yet."""
    return FilterChoice(name, parameter_label(name), (), options_html(()))


def parameter_label(name: str) -> str:
    """Return what a parameter whose keys are of one kind is called."""
    return capfirst(str(KEYS[name]._meta.verbose_name)) or name


def _kept(choice: FilterChoice, filters: timeline.Filters, most: int = 0) -> FilterChoice:
    most = most or MOST_OF_ONE
    chosen = tuple(option.value for option in choice.chosen)
    key = version.stamp(), dates.today(), language_now(), choice.parameter, chosen, filters, most
    return written_ones.having(key, lambda: _numbered(choice, filters, most), lambda one: len(one.options) + OVERHEAD)


def without_parameter(asked: AskedFilters, name: str, explicit: str | None) -> timeline.Filters:
    """Return what is asked but for one parameter, as it is once a value of this is chosen."""
    full = name in IN_FULL or any(asked.keys[other] for other in IN_FULL)
    return replace(asked.filters, detail=explicit or ("all" if full else "main"), **{name: ()})


def _numbered(choice: FilterChoice, filters: timeline.Filters, most: int) -> FilterChoice:
    facet = facet_of(choice.parameter)
    numbers = lines_by_value(filters, facet)
    if numbers is None:
        return choice
    several = choice.options
    if _is_long(choice.parameter):
        several = [*choice.chosen, *_most_frequent(choice, numbers, most)]
    counts = ((one, numbers.get((facet, one.value), 0)) for one in several)
    # What would find nothing is not offered; what is chosen stays.
    found = [replace(one, number=number) for one, number in counts if number or one.chosen]
    first = sorted(found, key=lambda one: (not one.chosen, -(one.number or 0)))[:most]
    found = [one for one in found if one in first]
    return replace(choice, options=found, html=options_html(found))


def _most_frequent(choice: FilterChoice, numbers: Numbers, most: int) -> Sequence[Option]:
    """Return the values under which most lines stand, but for those that are chosen."""
    facet, chosen = facet_of(choice.parameter), {option.value for option in choice.chosen}
    first = sorted((-number, value) for (one, value), number in numbers.items() if one == facet)[:most]
    return those(KEYS[choice.parameter], [value for _number, value in first if value not in chosen])


def lines_by_value(filters: timeline.Filters, facet: str) -> Numbers | None:
    """Return how many of the lines that pass stand under each value of a facet, and of others that cost no more.

    Nothing where there are too many to count.
    """
    asks = filters != timeline.Filters(detail=filters.detail)
    every = ("kind", *map(facet_of, KEYS))
    in_full = {facet_of(name) for name in IN_FULL}
    # Where nothing is asked, each half of the form counts other lines: those in full, or turning points alone.
    names = every if asks else tuple(name for name in every if (name in in_full) == (facet in in_full))
    key = version.stamp(), dates.today(), filters, names
    return kept.having(key, lambda: timeline.under(filters, names, MOST), lambda found: len(found or ()) + OVERHEAD)
