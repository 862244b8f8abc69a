"""What happened at a time that is named in the words of a search."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from partnerships import dates
from partnerships.addresses import localized
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline
from partnerships.projections.search import TypedTime, typed_time

#: So many lines stand on the page of the search.
LINES = 5


@dataclass(frozen=True)
class Happened:
    """The first lines of a time, its words, and the way to all of them."""

    words: str
    lines: Sequence[timeline.Line]
    more: str
    #: Whether it is all that was typed.
    is_all: bool = True


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
