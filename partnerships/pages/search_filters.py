"""The filters of the search: the values that its form offers, each with how many records are found with it, and the
ways on where nothing is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.kept_in_process import Shelf
from partnerships.listing.chips import Chip, chips, numbered
from partnerships.listing.filters import OFFERED, AskedFilters, FilterChoice, choices
from partnerships.listing.form_options import Option, options_html
from partnerships.listing.option_counts import LONG, OVERHEAD, numbered_choices
from partnerships.listing.selection import facet_of
from partnerships.presentation.languages import language_now
from partnerships.projections import search, timeline, version
from partnerships.records.kinds import KINDS

from . import PAGES
from .words_found import found_by, found_with

#: More records than this are not looked at, to count what they concern.
MOST = 500
#: What all counts may weigh, in values.
CAPACITY = 100_000

Numbers = Mapping[tuple[str, str], int]
kept: Shelf[Numbers | None] = Shelf(CAPACITY)


def kind_title(kind: str) -> str:
    """Return what the records of a kind are called together."""
    if kind in PAGES:
        return str(PAGES[kind].title)
    return capfirst(str(KINDS[kind].model._meta.verbose_name_plural)) or kind


def search_choices(text: str, asked: AskedFilters, found: Sequence[search.Found]) -> list[FilterChoice]:
    """Return what the form offers, with how many records each value finds together with all else that is asked.

    `found` is what is found with all of it.
    """
    given = [_kinds(asked), *_others(asked, OFFERED)]
    if asked.unknown:
        return given
    return numbered_choices(given, LONG, lambda name: _found_without(text, asked, name, found))


def narrowed_by(query: QueryDict, asked: AskedFilters) -> list[Chip]:
    """Return a chip for each thing that is asked beside the words."""
    return chips(query, asked, [_kinds(asked), *_others(asked, ())])


def _kinds(asked: AskedFilters) -> FilterChoice:
    language, keys = language_now(), asked.keys["kind"]
    several = [Option(kind, kind_title(kind), language, kind in keys) for kind in KINDS]
    several += [Option(key, _("unknown: %(key)s") % {"key": key}, language, True) for key in keys if key not in KINDS]
    return FilterChoice("kind", _("Kind"), several, options_html(several))


def _others(asked: AskedFilters, names: Sequence[str]) -> list[FilterChoice]:
    return choices(replace(asked, keys={**asked.keys, "kind": ()}), names)


@dataclass(frozen=True)
class _WhatIsFound:
    """The records that are found by some words and filters."""

    text: str
    filters: timeline.Filters
    asked: AskedFilters = field(compare=False)
    found: Sequence[search.Found] | None = field(compare=False)
    #: The words of a search narrow it down.
    is_all = False

    def by_value(self, name: str) -> Mapping[str, int] | None:
        key = version.stamp(), self
        numbers = kept.having(key, self._counted, lambda found: len(found or ()) + len(self.text) + OVERHEAD)
        if numbers is None:
            return None
        return {value: number for (facet, value), number in numbers.items() if facet == facet_of(name)}

    def _counted(self) -> Numbers | None:
        found = found_with(self.text, self.asked)[1] if self.found is None else self.found
        hits = [hit for each in found for hit in each.hits]
        return None if len(hits) > MOST or any(each.more for each in found) else search.concerned_by(hits)


def _found_without(text: str, asked: AskedFilters, name: str, found: Sequence[search.Found]) -> _WhatIsFound:
    filters = replace(asked.filters, detail="all", **{name: ()})
    others = replace(asked, filters=filters, keys={**asked.keys, name: ()})
    # Where nothing is asked of a parameter, what is found without it is what is found.
    return _WhatIsFound(text, filters, others, None if asked.keys[name] else found)


@dataclass(frozen=True)
class InsteadOfResults:
    """What an empty answer says: how much is found without each thing asked for, and what lies nearest in time."""

    chips: list[Chip]
    nearest: list[search.Hit]


def instead_of_results(query: QueryDict, asked: AskedFilters) -> InsteadOfResults:
    """Return the ways on from a search that finds nothing with its filters."""

    def count(without: QueryDict) -> int:
        return sum(len(each.hits) for each in found_by(without)[1])

    return InsteadOfResults(numbered(narrowed_by(query, asked), count), _nearest(query, asked))


def _nearest(query: QueryDict, asked: AskedFilters) -> list[search.Hit]:
    """Return the last record before the time asked for, and the first one after it."""
    if asked.unknown or not asked.dated:
        return []
    timeless = replace(asked, filters=replace(asked.filters, since=None, until=None, on=None))
    _typed, found = found_with(query.get("q", ""), timeless)
    return search.nearest_hits([hit for each in found for hit in each.hits], *asked.span)
