"""What is found by the words of a search and its filters."""

from dataclasses import replace

from django.http import QueryDict

from partnerships.listing import parameters
from partnerships.listing.filters import KEYS, AskedFilters, read_filters
from partnerships.listing.selection import facet_of
from partnerships.projections import search
from partnerships.records.kinds import KINDS

from . import time_in_search


def found_by(query: QueryDict) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return the `q` of a query as it is understood, and what is found by it and the other parameters."""
    return found_with(parameters.one(query, "q") or "", read_filters(query, kinds=tuple(KINDS)))


def found_with(text: str, asked: AskedFilters) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return `text` as it is understood, and what is found by it and some filters.

    Where nothing has all the words, and some of them are a time, the others are looked for in what is of that time.
    """
    typed = search.understand(text)
    narrowed = narrowing(asked)
    if narrowed is None:
        return typed, []
    found = search.find(typed, narrowed)
    named = None if found or narrowed.first or narrowed.last else time_in_search.typed_time(text)
    if named is None or not named.rest:
        return typed, found
    other = search.understand(named.rest)
    first, last = named.when.sort_key
    return other, search.find(other, replace(narrowed, first=first, last=last))


def narrowing(asked: AskedFilters) -> search.Narrowed | None:
    """Return what else the records must be; nothing where a filter names only what the public cannot see."""
    if asked.unknown:
        return None
    facets = tuple((facet_of(name), getattr(asked.filters, name)) for name in KEYS if getattr(asked.filters, name))
    first, last = asked.span
    return search.Narrowed(asked.filters.kind or tuple(KINDS), facets, first, last)
