"""Where no record has all the words that were typed: as many of them as some record has together."""

from collections.abc import Iterable

from partnerships.models import SearchWord
from partnerships.records.kinds import KINDS

from .best_hits import Narrowed, in_names, names_of_kind, which_are_held
from .full_text import Expression
from .understanding import AskedSearch
from .words import BEGAN

#: A word that was read for another one says too little by itself if it is shorter.
LONG_ENOUGH = 6
#: In more records than this a word is taken for a common one.
MANY = 20_000


def fewer_words(asked: AskedSearch, narrowed: Narrowed) -> AskedSearch | None:
    """Return a search without the words that no record has, or that are alone in the way; None where there is none."""
    if len(asked.words) < 2 or not narrowed.kinds:
        return None
    held = words_held(asked, narrowed)
    gone = {word for word in asked.words if word not in held or _says_little(word)}
    left = asked.without(gone)
    if not _means_something(left):
        return None
    if gone and (len(left.words) == 1 or which_are_held([_said(left)], narrowed)[0]):
        return left
    return _without_one(left, narrowed)


def words_held(asked: AskedSearch, narrowed: Narrowed) -> list[str]:
    """Return those of the words that some record has."""
    # A word of the register is held by what it was counted in: it need not be looked for among many.
    known = _counted(asked.words) if narrowed == Narrowed() else {}
    others = [(word, part) for word, part in zip(asked.words, asked.parts, strict=True) if word not in known]
    held = which_are_held([{"tokens": part} for _word, part in others], narrowed) if narrowed.kinds and others else []
    found = {*known, *(word for (word, _part), is_held in zip(others, held, strict=False) if is_held)}
    return [word for word in asked.words if word in found]


def named_without_one(asked: AskedSearch, narrowed: Narrowed) -> AskedSearch | None:
    """Return a search without one of its words if records bear the others in their names; None where none does."""
    return next(iter(_named(_each_without_one(asked), narrowed)), None)


def _without_one(asked: AskedSearch, narrowed: Narrowed) -> AskedSearch | None:
    several = _each_without_one(asked)
    if len(asked.words) == 2 and (misread := [one for one in several if one.left_out[-1] in asked.read_as]):
        several = misread
    for which in (_named, _held):
        found = which(several, narrowed)
        # Of two words that no record has together none is in the way, unless one alone names something.
        if len(asked.words) == 2 and len(found) > 1:
            return None
        if found:
            return found[0]
    return None


def _each_without_one(asked: AskedSearch) -> list[AskedSearch]:
    """Return the searches that lack one word: first one that was read for another, then one that says that something
    began, then the one in most records."""
    counted = _counted(asked.words)

    def place(word: str) -> tuple[bool, bool, int, str]:
        return word not in asked.read_as, word not in BEGAN, -counted.get(word, 0), word

    order = sorted(asked.words, key=place)
    return [one for word in order if _means_something(one := asked.without({word}))]


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(SearchWord.objects.filter(word__in=list(words)).values_list("word", "documents"))


def _named(several: list[AskedSearch], narrowed: Narrowed) -> list[AskedSearch]:
    """Return those of some searches by which something is found by its names.

    Where each of several words stands in many records, names are not looked through: it takes as long as there are such
    records, and they tell little.
    """
    counted = _counted({word for one in several if len(one.words) > 1 for word in one.words})
    few = [one for one in several if len(one.words) == 1 or min(counted.get(word, 0) for word in one.words) <= MANY]
    return _those([in_names(one) for one in few], few, narrowed)


def _held(several: list[AskedSearch], narrowed: Narrowed) -> list[AskedSearch]:
    return _those([_said(one) for one in several], several, narrowed)


def _those(sought: list[dict[str, Expression]], several: list[AskedSearch], narrowed: Narrowed) -> list[AskedSearch]:
    """Return those of some searches of which a record has what is `sought`; in one question."""
    held = which_are_held(sought, narrowed) if sought else []
    return [one for one, is_held in zip(several, held, strict=True) if is_held]


def _said(asked: AskedSearch) -> dict[str, Expression]:
    return {"tokens": asked.wanted} if asked.wanted is not None else {}


def _says_little(word: str) -> bool:
    """Whether a word is a letter alone: the initial of a name, what stood before an apostrophe."""
    return len(word) == 1 and word.isascii()


def _means_something(asked: AskedSearch) -> bool:
    """Whether a word is left that tells records apart: one that was typed, or is long, and is no name of a kind."""
    return any(
        (word not in asked.read_as or len(word) >= LONG_ENOUGH) and not _names_a_kind(word) for word in asked.words
    )


def _names_a_kind(word: str) -> bool:
    return any(word in names_of_kind(kind) for kind in KINDS)
