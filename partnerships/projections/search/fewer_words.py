"""Where no record has all the words that were typed: as many of them as some record has together."""

from partnerships.models import SearchWord

from .finding import Narrowed, in_names, which_are_held
from .matching import Expression
from .understanding import AskedSearch

#: A word that was read for another one says too little by itself if it is shorter.
LONG_ENOUGH = 6


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
    held = which_are_held([{"tokens": part} for part in asked.parts], narrowed) if narrowed.kinds else []
    return [word for word, is_held in zip(asked.words, held, strict=False) if is_held]


def named_without_one(asked: AskedSearch, narrowed: Narrowed) -> AskedSearch | None:
    """Return a search without one of its words if records bear the others in their names; None where none does."""
    several = _each_without_one(asked)
    named = which_are_held([in_names(one) for one in several], narrowed) if several else []
    return next((one for one, is_held in zip(several, named, strict=True) if is_held), None)


def _without_one(asked: AskedSearch, narrowed: Narrowed) -> AskedSearch | None:
    several = _each_without_one(asked)
    if len(asked.words) == 2 and (misread := [one for one in several if one.left_out[-1] in asked.read_as]):
        several = misread
    for sought in (in_names, _said):
        held = which_are_held([sought(one) for one in several], narrowed) if several else []
        found = [one for one, is_held in zip(several, held, strict=True) if is_held]
        # Of two words that no record has together none is in the way, unless one alone names something.
        if len(asked.words) == 2 and len(found) > 1:
            return None
        if found:
            return found[0]
    return None


def _each_without_one(asked: AskedSearch) -> list[AskedSearch]:
    """Return the searches that lack one word: first one that was read for another, then the one in most records."""
    counted = dict(SearchWord.objects.filter(word__in=asked.words).values_list("word", "documents"))
    order = sorted(asked.words, key=lambda word: (word not in asked.read_as, -counted.get(word, 0), word))
    return [one for word in order if _means_something(one := asked.without({word}))]


def _said(asked: AskedSearch) -> dict[str, Expression]:
    return {"tokens": asked.wanted} if asked.wanted is not None else {}


def _says_little(word: str) -> bool:
    """Whether a word is a letter alone: the initial of a name, what stood before an apostrophe."""
    return len(word) == 1 and word.isascii()


def _means_something(asked: AskedSearch) -> bool:
    return any(word not in asked.read_as or len(word) >= LONG_ENOUGH for word in asked.words)
