"""What somebody meant who wrote a word that the register does not hold: the words of the register that are nearest."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language

from partnerships.folding import begins_with
from partnerships.models import SearchSpelling, SearchWord
from partnerships.models.base import LANGUAGES

from .full_text import are_held
from .words import ANY_STOP_WORD, stem

#: A shorter word has too many neighbours.
SHORTEST = 4
#: From so many letters on, two slips are forgiven.
LONG = 7
#: So many readings of one word are looked for, among so many.
MOST, LOOKED_AT = 6, 24


def near_forms(word: str) -> set[str]:
    """Return the forms under which a word is found by those near it: itself, and without each of its letters."""
    if len(word) < SHORTEST or not word.isalpha():
        return set()
    return {word, *_without_one(word)}


def _without_one(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def readings(word: str) -> list[str]:
    """Return the words of the register for one that it does not hold: those that begin with it, else the nearest.

    Words of the language of the page come first: on an English page “control” is no slip for « contre ».
    """
    beginning = _beginning(word)
    if any(len(one) == len(word) + 1 for one in beginning):
        # The last letter is missing, or another one: “missin” is a mission before it is missing.
        return list(dict.fromkeys([*_near(word), *beginning]))[:MOST]
    return beginning or _near(word)


def _of_this_language(several: Sequence[str]) -> list[str]:
    """Return those of some words that stand in a text of the language of the page, or in a name of any."""
    language = (get_language() or LANGUAGES[0])[:2]
    held = are_held([stem(word, language) for word in several])
    return [word for word, is_held in zip(several, held, strict=True) if is_held]


def _beginning(word: str) -> list[str]:
    if len(word) < SHORTEST - 1:
        return []
    found = SearchWord.objects.filter(begins_with("word", word)).exclude(word=word)
    several = list(found.order_by("-documents", "word").values_list("word", flat=True)[:MOST])
    return list(dict.fromkeys([*_of_this_language(several), *several])) if len(several) > 1 else several


def _near(word: str) -> list[str]:
    slips = 2 if len(word) >= LONG else 1
    asked = near_forms(word)
    if not asked:
        return []
    if slips == 2:
        asked |= {shorter for form in tuple(asked) for shorter in _without_one(form)}
    candidates = set(SearchSpelling.objects.filter(form__in=asked).values_list("word", flat=True))
    # A short word has no forms of its own, but may be what is left of a longer one: “Abbe” is Abe.
    shorter = [form for form in asked if len(form) < SHORTEST]
    candidates |= set(SearchWord.objects.filter(word__in=shorter).values_list("word", flat=True)) if shorter else set()
    # What says nothing was not meant: “FYROM” is not from.
    far = {candidate: distance(word, candidate) for candidate in candidates - ANY_STOP_WORD}
    # Who slips twice still knows with which letter a word begins: “hacking” is not “taking”.
    far = {candidate: slipped for candidate, slipped in far.items() if slipped < 2 or candidate[0] == word[0]}
    nearest = min(far.values(), default=slips + 1)
    if nearest > slips:
        return []
    found = [candidate for candidate, slipped in far.items() if slipped == nearest]
    counted = dict(SearchWord.objects.filter(word__in=found).values_list("word", "documents"))
    several = sorted(counted, key=lambda one: (-counted[one], one))[:LOOKED_AT]
    here = _of_this_language(several) if several else []
    # A word of the other language was meant where it is one slip away, and none of this one is.
    return (here or (several if nearest < 2 else []))[:MOST]  # noqa: PLR2004  as many slips as are forgiven at most


def distance(one: str, other: str) -> int:
    """Return how many slips lead from one word to another: a letter too many, missing, another, or two exchanged."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, beside in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != beside))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
