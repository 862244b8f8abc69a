"""A time that is named in the words of a search: what happened then, and the words without it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from partnerships import dates
from partnerships.addresses import localized
from partnerships.kept_in_process import remembered
from partnerships.presentation.languages import language_now
from partnerships.projections import search, timeline

#: So many lines stand on the page of the search; no time is said in more words than these.
LINES, MOST_WORDS = 5, 12
#: So many years of a text are looked at: what is pasted may hold any number.
MOST_YEARS = 3
SIGNS_APART = frozenset("?!:;«»")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True)
class TypedTime:
    """A time as it was typed, as it is understood, and the other words."""

    typed: str
    when: dates.Moment | dates.Period
    rest: str


@dataclass(frozen=True)
class Happened:
    """The first lines of a time, its words, and the way to all of them."""

    words: str
    lines: Sequence[timeline.Line]
    more: str
    #: Whether it is all that was typed.
    is_all: bool = True


def typed_time(text: str) -> TypedTime | None:
    """Return the longest run of words that is a date with its year; None where there is none."""
    # A sign that French sets apart is no word: « le 1er septembre 2018 ? ».
    words = [word for word in text[: search.LONGEST].split() if word not in SIGNS_APART]
    years = [place for place, word in enumerate(words) if _YEAR.search(word)][:MOST_YEARS]
    for size in range(min(len(words), MOST_WORDS), 0, -1):
        starts = {start for place in years for start in range(place - size + 1, place + 1)}
        for start in sorted(start for start in starts if 0 <= start <= len(words) - size):
            typed = " ".join(words[start : start + size]).strip(",.;:?!")
            if (when := _read(typed)) is not None:
                rest = [*words[:start], *words[start + size :]]
                return TypedTime(typed, when, " ".join(word for word in rest if search.says_something(word)))
    return None


@remembered(1024)
def _read(text: str) -> dates.Moment | dates.Period | None:
    try:
        return dates.read(text)
    except dates.DateError:
        return None


def _lines(found: TypedTime, detail: str) -> Sequence[timeline.Line]:
    filters = timeline.Filters(since=found.when, until=found.when, detail=detail)
    return timeline.page(filters, size=4 * LINES).lines


def happened(text: str, *, among_others: bool = False) -> Happened | None:
    """Return what happened at the time that is all of `text`; None where it is none, or nothing did.

    A time that stands among other words is taken where nothing is found by them.
    """
    found = typed_time(text)
    if found is None or (found.rest and not among_others):
        return None
    lines = [*_lines(found, "main"), *_lines(found, "all")]
    if not lines:
        return None
    first = found.when.sort_key[0].isoformat()
    # Turning points first; what may have been earlier comes after what was not.
    lines = sorted(dict.fromkeys(lines), key=lambda line: line.sort < first)[:LINES]
    query = urlencode({"from": found.typed, "to": found.typed, "detail": "all"})
    words = dates.word(found.when, language_now())
    more = f"{localized('timeline', language_now())}?{query}"
    return Happened(words, lines, more, is_all=not found.rest)
