"""What somebody who is still typing may mean: records whose names hold the words so far, and one that begins so."""

from collections.abc import Callable

from partnerships.folding import begins_with, without_articles
from partnerships.models import SearchWord
from partnerships.records.kinds import KINDS

from . import words
from .best_hits import NAMED, Hit, Narrowed, find_named, further_words, named_rows
from .full_text import Expression, all_of, any_of
from .understanding import MOST_WORDS, understand

#: With fewer letters than this nothing is suggested; a character of a script without blanks says enough.
SHORTEST = 2
#: So many words that begin as typed are looked at, and of these so many are looked for: those in most records.
LOOKED_AT, LOOKED_FOR = 200, 12
#: So many of one kind come before those of the next.
FEW = 3


def suggest(text: str, most: int) -> list[Hit]:
    """Return the records, at most so many, whose names hold every word of `text`, the last one as a beginning.

    Where none do, the words are understood as the search does: slips forgiven, other scripts read.
    """
    typed = [word for word in dict.fromkeys(words.folded_words(text)) if word not in words.ANY_STOP_WORD][:MOST_WORDS]
    if not typed:
        return []
    # The first letter of a next word says too little to look for: it says which of what is found comes first.
    letter = typed.pop() if len(typed) > 1 and _is_a_letter(typed[-1]) else ""
    last = _begun(typed[-1])
    hits = _named([*(any_of(words.tokens_of_word(word)) for word in typed[:-1]), last], most) if last else []
    if not hits and len(typed[-1]) >= SHORTEST:
        hits = [hit for each in find_named(understand(text), Narrowed(), most) for hit in each.hits]
    # `sort` of a hit is that of its English list.
    return sorted(hits, key=_by_kind(hits, without_articles(text, "en"), letter))[:most]


def _is_a_letter(word: str) -> bool:
    return len(word) < SHORTEST and not words.is_unspaced(word)


def _named(wanted: list[Expression], most: int) -> list[Hit]:
    return [Hit(kind, key, NAMED, sort) for kind, key, sort in named_rows(all_of(wanted), Narrowed(), most)]


def _by_kind(hits: list[Hit], first: str, letter: str) -> Callable[[Hit], tuple[bool, int, int, int]]:
    """Return the order of suggestions: a few of each kind, then more; those first that begin as it was typed, and
    before all others those with a further word that begins with `letter`."""
    several: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (not words.fold(hit.sort).startswith(first), further_words(hit), hit.sort)):
        several.setdefault(hit.kind, []).append(hit)
    rank = {hit: number for found in several.values() for number, hit in enumerate(found)}

    def lacks(hit: Hit) -> bool:
        return not any(word.startswith(letter) for word in words.fold(hit.sort).split())

    return lambda hit: (lacks(hit), rank[hit] // FEW, KINDS[hit.kind].place_in_search, rank[hit])


def _begun(word: str) -> Expression | None:
    """Return what is looked for where somebody has typed `word` so far; nothing where no record holds the like."""
    if words.is_unspaced(word):
        return word
    if len(word) < SHORTEST:
        return None
    found = SearchWord.objects.filter(begins_with("word", word)).order_by("word")
    several = sorted(found.values_list("documents", "word")[:LOOKED_AT], key=lambda one: (-one[0], one[1]))
    return (
        any_of([form for _number, one in several[:LOOKED_FOR] for form in words.tokens_of_word(one)])
        if several
        else None
    )
