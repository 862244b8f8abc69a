"""What somebody typed, as it is looked for: every word in any of its forms, in any order, slips forgiven."""

from dataclasses import dataclass, field

from django.db import connection

from partnerships.models import SearchWord

from . import spelling, words
from .documents import whole_forms
from .matching import Expression, all_of, any_of, matching, tokens_of

#: Nobody types more words than this; what is pasted is cut.
MOST_WORDS = 12
LONGEST = 300
#: A word is taken apart into two that are no shorter.
SHORTEST_PART = 4


@dataclass(frozen=True)
class AskedSearch:
    """What was typed: its words, how they are looked for, and the words of the register that were read for others."""

    text: str
    words: tuple[str, ...] = ()
    #: Nothing where no word was typed.
    wanted: Expression | None = None
    #: The forms in which the whole of it is compared with names, keys and codes.
    whole: frozenset[str] = frozenset()
    #: For a word that the register does not hold, those that were read for it.
    read_as: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def tokens(self) -> frozenset[str]:
        """Every token by which a passage is found."""
        return frozenset(tokens_of(self.wanted)) if self.wanted is not None else frozenset()


def understand(text: str) -> AskedSearch:
    """Return how `text` is looked for."""
    text = text[:LONGEST]
    typed = tuple(_typed(text))
    if not typed:
        return AskedSearch(text)
    known = _known(typed)
    found, read_as = [], {}
    for place, word in enumerate(typed):
        readings = _readings(word, known)
        if readings is None:
            readings = spelling.readings(word)
            if readings:
                read_as[word] = tuple(readings)
        found.append(
            any_of([*map(_forms, readings or [word]), *_with_neighbours(typed, place, known), *_apart(word, known)])
        )
    return AskedSearch(text, typed, all_of(found), frozenset(whole_forms(text) | whole_forms(" ".join(typed))), read_as)


def _typed(text: str) -> list[str]:
    """Return the words that are looked for: pairs of a script without blanks, else those that say something."""
    several = list(dict.fromkeys(words.folded_words(text)))
    pairs = [word for word in several if words.is_unspaced(word) and len(word) > 1]
    if pairs:
        inside = set("".join(pairs))
        several = [word for word in several if not (len(word) == 1 and word in inside)]
    saying = [word for word in several if word not in words.ANY_STOP_WORD]
    return (saying or several)[:MOST_WORDS]


def _known(typed: tuple[str, ...]) -> set[str]:
    """Return those words of the register that are typed, or are two typed words in one, or half of a typed one."""
    asked = {*typed, *("".join(pair) for pair in zip(typed, typed[1:], strict=False))}
    for word in typed:
        asked.update(part for halves in _halves(word) for part in halves)
    return set(SearchWord.objects.filter(word__in=asked).values_list("word", flat=True))


def _halves(word: str) -> list[tuple[str, str]]:
    if words.is_unspaced(word):
        return []
    return [(word[:cut], word[cut:]) for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]


def _readings(word: str, known: set[str]) -> list[str] | None:
    """Return the words to look for where the register holds the one typed, or another form of it; else None."""
    if word in known or words.is_unspaced(word) or not word.isalpha():
        return [word]
    return [word] if _stem_is_known(word) else None


def _stem_is_known(word: str) -> bool:
    """Whether a record holds another form of a word that the register does not hold as it is typed."""
    tables, where, parameters = matching({"tokens": any_of(words.tokens_of_word(word, as_written=False))})
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {tables} WHERE {where} LIMIT 1", parameters)  # noqa: S608
        return cursor.fetchone() is not None


def _forms(word: str) -> Expression:
    return any_of(words.tokens_of_word(word))


def _with_neighbours(typed: tuple[str, ...], place: int, known: set[str]) -> list[Expression]:
    """Return the words that the one at `place` makes together with the one before it, or after it."""
    pairs = [f"{typed[place - 1]}{typed[place]}"] if place else []
    pairs += ["".join(typed[place : place + 2])] if place + 1 < len(typed) else []
    return [_forms(pair) for pair in pairs if pair in known]


def _apart(word: str, known: set[str]) -> list[Expression]:
    """Return the pairs of words that `word` is made of: “cyberdefence” is cyber, defence."""
    return [all_of([_forms(first), _forms(last)]) for first, last in _halves(word) if first in known and last in known]
