"""The values that a form offers, each with the number of lines found with it: counted once under a content version."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from django.http import QueryDict
from django.utils.text import capfirst

from partnerships import after_answering
from partnerships.kept_in_process import Shelf
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline, version

from . import parameters
from .filters import IN_FULL, KEYS, OFFERED, AskedFilters, FilterChoice
from .form_options import Option, options_html, those
from .selection import facet_of
from .year_counts import MOST

#: So many values find room in a form beside a page full of lines.
ROOM = 64
#: Of people, places and offices those are offered under which most lines stand: what room is left, within bounds.
FEWEST, MOST_FREQUENT = 3, 40
LONG = tuple(name for name in KEYS if name not in OFFERED)
#: What all counts may weigh, in values.
CAPACITY = 200_000
#: About what the counts of one question take beside their values.
OVERHEAD = 20

#: With more lines than this nobody waits for numbers.
LARGE = 20_000

Numbers = dict[tuple[str, str], int]

kept: Shelf[Numbers | None] = Shelf(CAPACITY)
written_ones: Shelf[FilterChoice] = Shelf(CAPACITY)
kept_sizes: Shelf[bool] = Shelf(10)
#: What nothing narrows down and was counted, so that it costs nothing.
kept_counted: Shelf[bool] = Shelf(1_000)


def with_numbers(query: QueryDict, asked: AskedFilters, choices: Iterable[FilterChoice]) -> list[FilterChoice]:
    """Return `choices` with how many lines each value finds together with everything else that is asked.

    The people, places and offices under which most of these lines stand are offered too.
    """
    if asked.unknown:
        return list(choices)
    explicit = parameters.one(query, "detail")
    return numbered_choices(choices, LONG, lambda name: _PassingLines(without_parameter(asked, name, explicit)))


class Counted(Protocol):
    """What is counted for the values of a parameter: equal ones are counted once."""

    @property
    def is_all(self) -> bool:
        """Whether nothing narrows down what is counted: in a large register that takes long."""
        ...

    def by_value(self, name: str) -> Mapping[str, int] | None:
        """Return how many are found with each value of the parameter `name`; nothing where there are too many."""


@dataclass(frozen=True)
class _PassingLines:
    """The lines of the timeline that pass."""

    filters: timeline.Filters

    @property
    def is_all(self) -> bool:
        return timeline.along_an_index(self.filters) and not self.filters.kind

    def by_value(self, name: str) -> Mapping[str, int] | None:
        facet = facet_of(name)
        numbers = lines_by_value(self.filters, facet)
        return None if numbers is None else {value: number for (one, value), number in numbers.items() if one == facet}


def numbered_choices(
    choices: Iterable[FilterChoice], long: Iterable[str], counted: Callable[[str], Counted]
) -> list[FilterChoice]:
    """Return `choices` with the number found with each value; `counted` gives what a parameter’s values are counted in.

    Parameters among `long` have too many values: those with the highest numbers are offered, and those chosen. In a
    large register the first reader gets no numbers: what nothing narrows down is counted once the answer is sent.
    """
    given, several = {choice.parameter: choice for choice in choices}, tuple(long)
    under = version.stamp()
    of_all = [(*under, name, one) for name in dict.fromkeys((*given, *several)) if (one := counted(name)).is_all]
    if of_all and is_large():
        again = partial(numbered_choices, [*given.values()], several, counted)
        if not all(kept_counted.several(of_all)) and after_answering.is_put_off(tuple(of_all), again):
            return [choice for choice in _within_room([*given.values()]) if choice.options]
        for one in of_all:
            kept_counted.put(one, True, 1)
    return _all_numbered(dict(given), several, counted)


def _all_numbered(
    given: dict[str, FilterChoice], long: Sequence[str], counted: Callable[[str], Counted]
) -> list[FilterChoice]:
    several = [given.pop(name, None) or _nothing_offered(name) for name in long]
    found = _within_room([_kept(choice, counted(name), 0) for name, choice in given.items()])
    left = (ROOM - sum(len(choice.options) for choice in found)) // max(len(several), 1)
    most = min(max(left, FEWEST), MOST_FREQUENT)
    found += [_kept(choice, counted(choice.parameter), most) for choice in several]
    return [choice for choice in found if choice.options]


def _within_room(choices: Sequence[FilterChoice]) -> list[FilterChoice]:
    """Return `choices`, of those with the most values only so many that all of them find room in a form."""
    sizes = [len(choice.options) for choice in choices]
    most = next(most for most in range(max(sizes, default=0), -1, -1) if sum(min(size, most) for size in sizes) <= ROOM)
    return [_with_most_found(choice, most) for choice in choices]


def _with_most_found(choice: FilterChoice, most: int) -> FilterChoice:
    """Return a choice with no more values than `most`: those that are chosen, and those with which most are found."""
    if len(choice.options) <= most:
        return choice
    first = sorted(choice.options, key=lambda one: (not one.chosen, -(one.number or 0)))[:most]
    found = [one for one in choice.options if one in first]
    return replace(choice, options=found, html=options_html(found), is_cut=True)


def _nothing_offered(name: str) -> FilterChoice:
    return FilterChoice(name, parameter_label(name), (), options_html(()))


def parameter_label(name: str) -> str:
    """Return what a parameter whose keys are of one kind is called."""
    return capfirst(str(KEYS[name]._meta.verbose_name)) or name


def _kept(choice: FilterChoice, counted: Counted, most: int) -> FilterChoice:
    chosen = tuple(option.value for option in choice.chosen)
    key = version.stamp(), language_now(), choice.parameter, chosen, counted, most
    return written_ones.having(key, lambda: _numbered(choice, counted, most), lambda one: len(one.options) + OVERHEAD)


def is_large() -> bool:
    """Tell whether the timeline has so many lines that to count them takes long."""
    return kept_sizes.having(version.stamp(), lambda: timeline.has_more_lines_than(LARGE), lambda _is: 1)


def without_parameter(asked: AskedFilters, name: str, explicit: str | None) -> timeline.Filters:
    """Return what is asked but for one parameter, as it is once a value of this is chosen."""
    full = name in IN_FULL or any(asked.keys[other] for other in IN_FULL)
    return replace(asked.filters, detail=explicit or ("all" if full else "main"), **{name: ()})


def _numbered(choice: FilterChoice, counted: Counted, most: int) -> FilterChoice:
    """Return a choice with its numbers; `most` is how many values of a long one are offered, else it is 0."""
    numbers = counted.by_value(choice.parameter)
    if numbers is None:
        return choice
    several = [*choice.chosen, *_most_frequent(choice, numbers, most)] if most else choice.options
    counts = ((one, numbers.get(one.value, 0)) for one in several)
    # What would find nothing is not offered; what is chosen stays.
    found = [replace(one, number=number or None) for one, number in counts if number or one.chosen]
    return _with_most_found(replace(choice, options=found, html=options_html(found)), most or len(found))


def _most_frequent(choice: FilterChoice, numbers: Mapping[str, int], most: int) -> Sequence[Option]:
    """Return the values with which most are found, but for those that are chosen."""
    chosen = {option.value for option in choice.chosen}
    first = sorted((-number, value) for value, number in numbers.items())[:most]
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
    key = version.stamp(), filters, names
    return kept.having(key, lambda: timeline.under(filters, names, MOST), lambda found: len(found or ()) + OVERHEAD)
