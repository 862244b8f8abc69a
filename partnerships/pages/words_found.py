"""What is found by the words of a search and its filters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict

from partnerships import dates
from partnerships.folding import UNSPACED, fold, is_unspaced
from partnerships.listing import parameters
from partnerships.listing.filters import KEYS, AskedFilters, read_filters
from partnerships.listing.selection import facet_of
from partnerships.projections import search
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE

from . import time_in_search

#: “japan OR korea”, “NATO -Japan”; not what is all in capitals, nor a stroke within a word.
_INSTRUCTION = re.compile(r"(?<=\S )(?:OR|NOT)(?= \S)|(?<=[a-z\d)] )(?:AND|OU|ET|SAUF)(?= \S)|(?<=\s)[-+](?=[^\W\d])")
A_MONTH = timedelta(days=31)
_WORD, _RUN = re.compile(r"[^\W_]+"), re.compile(f"[{UNSPACED}]+")
#: The kinds whose records last so long that most of them are of every time.
LASTING = {"partner", "framework", "membership", "embassy", "mission"}
#: The kinds whose records are of one time or another: what happens, and who held which office.
OF_A_TIME = frozenset({*ON_THE_TIMELINE, "office"} - LASTING)
#: Where fewer records than this are found, others are offered; so many.
FEW = 5


@dataclass(frozen=True)
class NamedByMost:
    """Records whose names have all the words that were typed but one."""

    typed: search.AskedSearch
    hits: tuple[search.Hit, ...]


def found_by(query: QueryDict) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return the `q` of a query as it is understood, and what is found by it and the other parameters."""
    return found_with(parameters.one(query, "q") or "", read_filters(query, kinds=tuple(KINDS)))


def found_with(text: str, asked: AskedFilters) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return `text` as it is understood, and what is found by it and some filters.

    Where some of the words are a time, the others are looked for in what is of that time as well. Where nothing has
    all of them, or little, a partner that is named stands for what concerns it; else as many are looked for as some
    record has.
    """
    typed = search.understand(text)
    narrowed = narrowing(asked)
    if narrowed is None:
        return typed, []
    found = search.find(typed, narrowed)
    named = None if narrowed.first or narrowed.last else search.typed_time(text)
    if named is not None and named.rest:
        return _in_that_time(typed, found, named, narrowed)
    if named is not None and not found and (of_the_day := _of_one_day(text, named, narrowed)):
        return of_the_day
    if found or not text.strip() or (named is not None and time_in_search.happened(text)):
        # A time by itself is no words: what happened then is told, rather than what holds some of them.
        return typed, _with_what_lasts(typed, _with_what_concerns_partners(typed, found, narrowed), narrowed)
    if (about := _concerning_partners(typed, narrowed)) is not None:
        return about[0], _with_what_lasts(*about, narrowed)
    return _by_fewer_words(typed, narrowed)


def _in_that_time(
    typed: search.AskedSearch, found: list[search.Found], named: search.TypedTime, narrowed: search.Narrowed
) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return what is found by words of which some are a time: what says them all, and what says the others and is of
    that time; else by fewer of the others, unless only the time tells what is meant: then nothing is."""
    first, last = named.when.sort_key
    then = replace(narrowed, first=first, last=last)
    # Of what has no time, or lasts, much is of every time: it is found so only where nothing else is.
    in_it = replace(then, kinds=tuple(kind for kind in narrowed.kinds if kind in OF_A_TIME))
    other = replace(search.understand(named.rest), text=typed.text)
    together = _of_that_time(other, found, (first, last), then, in_it)
    if found:
        return typed, together
    if _any_dated(together):
        return other, together
    about = _concerning_partners(other, then)
    if about is not None and _any_dated(about[1]):
        # A visit of that year to the partner that is named, rather than a page of no time that names it.
        return about
    without = (*filter(search.says_something, search.folded_words(named.typed)),)
    if together or about is not None:
        less, several = (other, together) if together else about or (other, [])
        return replace(less, left_out=(*less.left_out, *without)), several
    fewer, several = _by_fewer_words(other, in_it)
    if several:
        return fewer, several
    fewer, several = _by_fewer_words(other, then)
    if any(each.best <= search.NAMED for each in several):
        return replace(fewer, left_out=(*fewer.left_out, *without)), several
    return (typed, []) if time_in_search.happened(typed.text, among_others=True) else _by_fewer_words(typed, narrowed)


def _of_that_time(
    other: search.AskedSearch,
    found: list[search.Found],
    days: tuple[date, date],
    then: search.Narrowed,
    in_it: search.Narrowed,
) -> list[search.Found]:
    """Return what is `found` by all words, together with what says the `other` ones and is of the time between `days`.

    `then` narrows the search down to that time, `in_it` also to the kinds that are of one time or another.
    """
    first, last = days
    # Whatever still lasts is of every time that has no end: asked for is what began in it, as where that is said.
    began_is_asked = last == date.max or not search.BEGAN.isdisjoint(other.words)
    since = _lasting_kinds(other.words, then.kinds) if began_is_asked else ()
    lasting = replace(then, kinds=tuple(kind for kind in then.kinds if kind not in since))
    of_then = _named_in(other, in_it) if found else search.find(other, lasting)
    of_then = _with_what_concerns_partners(other, of_then, in_it)
    began = search.find(_without_beginnings(other.words, since), replace(then, kinds=since, begun=True))
    together = search.found_together(found, [*of_then, *began], other)
    together = search.in_order_of_time(together, {*OF_A_TIME, *since} - {"office"})
    if last - first <= A_MONTH:
        # What says the month or the day itself comes before what merely was of that time.
        with_all = {each.kind for each in found}
        together.sort(key=lambda each: each.kind not in with_all)
    return together


def _named_in(asked: search.AskedSearch, narrowed: search.Narrowed) -> list[search.Found]:
    """Return what of a time is named by some words; of somebody who is named, and of a kind that is, all that there is.

    “Visits since 2014” are also those whose titles do not say that they are visits.
    """
    if asked.people:
        return search.find(asked, narrowed)
    kinds = tuple(kind for kind in narrowed.kinds if not search.names_of_kind(kind).isdisjoint(asked.words))
    named = search.find_named(asked, narrowed)
    return search.found_together(named, search.find(asked, replace(narrowed, kinds=kinds)), asked) if kinds else named


def _by_fewer_words(
    typed: search.AskedSearch, narrowed: search.Narrowed
) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return what is found by as many of the words as some record has, and these."""
    fewer = search.fewer_words(typed, narrowed)
    return _with_initials(search.find(fewer, narrowed), fewer) if fewer is not None else (typed, [])


def _any_dated(found: Sequence[search.Found]) -> bool:
    return search.any_dated([hit for each in found for hit in each.hits])


def _concerning_partners(
    typed: search.AskedSearch, narrowed: search.Narrowed
) -> tuple[search.AskedSearch, list[search.Found]] | None:
    """Return what is found where a partner that is named stands for what concerns it; None where nothing is."""
    about = search.concerning_partners(typed)
    found = search.find(about, narrowed) if about is not None else []
    return (about, search.in_order_of_time(found, OF_A_TIME - {"office"})) if about is not None and found else None


def _with_what_concerns_partners(
    typed: search.AskedSearch, found: list[search.Found], narrowed: search.Narrowed
) -> list[search.Found]:
    """Return what is found; where that is little, with what concerns the partners that are named and has the others.

    “Stoltenberg Japan” is also his visit to Tokyo, which does not say where Tokyo is.
    """
    if sum(len(each.hits) for each in found) >= FEW or any(each.best == search.WHOLE for each in found):
        return found
    about = _concerning_partners(typed, narrowed)
    return search.found_together(found, about[1], typed) if about is not None else found


def _with_what_lasts(
    typed: search.AskedSearch, found: list[search.Found], narrowed: search.Narrowed
) -> list[search.Found]:
    """Return what is found; where that is little, with what lasts and is named, whether or not it says that it began.

    “When did Korea open its mission” is also its mission, not only the decision that has partners open one.
    """
    began = search.BEGAN.intersection(typed.words)
    kinds = _lasting_kinds(typed.words, narrowed.kinds)
    if not began or not kinds or sum(len(each.hits) for each in found) >= FEW:
        return found
    lasting = search.find_named(typed.without(began), replace(narrowed, kinds=kinds))
    return search.found_together(found, lasting, typed)


def _of_one_day(
    text: str, named: search.TypedTime, narrowed: search.Narrowed
) -> tuple[search.AskedSearch, list[search.Found]] | None:
    """Return what says a day that was typed in figures: “24.5.2018” is 24 May 2018; None where nothing does."""
    first, last = named.when.sort_key
    if first != last:
        return None
    typed = search.understand(dates.word(dates.moment_on(first), "en"))
    found = search.find(typed, narrowed)
    return (replace(typed, text=text, read_as={}), found) if found else None


def _with_initials(
    found: list[search.Found], fewer: search.AskedSearch
) -> tuple[search.AskedSearch, list[search.Found]]:
    """Return a search and what is found by it, people first in whose name a letter begins that was typed by itself.

    Of “H. Hayashi” nothing is left out where somebody is found whose initial it is.
    """
    letters = {word for word in fewer.left_out if len(word) == 1 and word.isalpha()}
    if not letters:
        return fewer, found

    def lacking(hit: search.Hit) -> set[str]:
        return letters - {word[0] for word in search.folded_words(hit.sort)}

    people = [hit for each in found if each.kind == "person" for hit in each.hits]
    if not any(lacking(hit) == set() for hit in people):
        return fewer, found
    first = [
        replace(each, hits=tuple(sorted(each.hits, key=lambda hit: bool(lacking(hit)))))
        if each.kind == "person"
        else each
        for each in found
    ]
    return replace(fewer, left_out=tuple(word for word in fewer.left_out if word not in letters)), first


def instructions(text: str) -> list[str]:
    """Return what was typed as an instruction, as other searches have them: OR, NOT, a stroke before a word."""
    return list(dict.fromkeys(found[0].strip() for found in _INSTRUCTION.finditer(text)))


def _lasting_kinds(words: Sequence[str], kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of what lasts that are named among some words; partners only where it is not said of what."""
    found = tuple(kind for kind in kinds if kind in LASTING and not search.names_of_kind(kind).isdisjoint(words))
    return tuple(kind for kind in found if kind != "partner") or found


def _without_beginnings(words: Sequence[str], since: Sequence[str]) -> search.AskedSearch:
    """Return a search for what began, of some kinds, without the words that say so or name another kind that lasts."""
    others = frozenset[str]().union(*(search.names_of_kind(kind) for kind in LASTING if kind not in since))
    return search.understand(
        " ".join(word for word in words if word not in search.BEGAN and word not in others) if since else ""
    )


def named_by_most(typed: search.AskedSearch, found: list[search.Found], asked: AskedFilters) -> NamedByMost | None:
    """Return whose names have all the words but one, where few records say them all, and none in its name."""
    narrowed = narrowing(asked)
    hits = [hit for each in found for hit in each.hits]
    if narrowed is None or not hits or len(hits) >= FEW or any(hit.how <= search.NAMED for hit in hits):
        return None
    fewer = search.named_without_one(typed, narrowed) if len(typed.words) > 1 else None
    if fewer is None:
        return None
    known = {(hit.kind, hit.key) for hit in hits}
    others = [hit for each in search.find(fewer, narrowed) for hit in each.hits if hit.how <= search.NAMED]
    further = tuple(hit for hit in others if (hit.kind, hit.key) not in known)
    return NamedByMost(fewer, further[:FEW]) if further else None


def words_apart(typed: search.AskedSearch, asked: AskedFilters) -> list[str]:
    """Return those of several words by which something is found, each by itself."""
    narrowed = narrowing(asked)
    return search.words_held(typed, narrowed) if narrowed and len(typed.words) > 1 else []


def as_typed(text: str, word: str) -> str:
    """Return a word that is looked for as it stands in what was typed, with its accents and capitals."""
    return next((one for one in _WORD.findall(text) if fold(one) == word), word)


def left_out(typed: search.AskedSearch) -> list[str]:
    """Return the words that are not looked for, as they were typed; of scripts without blanks, what is left of them."""
    found = [as_typed(typed.text, word) for word in typed.left_out if not is_unspaced(word)]
    if len(found) < len(typed.left_out):
        for run in _RUN.findall(typed.text):
            for word in typed.words:
                run = run.replace(word, " ")  # noqa: PLW2901
            found += run.split()
    return found


def narrowing(asked: AskedFilters) -> search.Narrowed | None:
    """Return what else the records must be; nothing where a filter names only what the public cannot see."""
    if asked.unknown:
        return None
    facets = tuple((facet_of(name), getattr(asked.filters, name)) for name in KEYS if getattr(asked.filters, name))
    first, last = asked.span
    return search.Narrowed(asked.filters.kind or tuple(KINDS), facets, first, last)
