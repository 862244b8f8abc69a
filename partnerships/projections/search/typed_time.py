"""A time that is named in the words of a search, and the words without it."""

import re
from dataclasses import dataclass

from partnerships import dates
from partnerships.kept_in_process import remembered

from .number_words import in_figures
from .understanding import LONGEST
from .words import says_something

#: No time is said in more words than these.
MOST_TIME_WORDS = 12
#: So many years of a text are looked at: what is pasted may hold any number.
MOST_YEARS = 3
SIGNS_APART = frozenset("?!:;«»")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

#: Decades as they are said, without their century: “the early nineties”, « les années quatre-vingt-dix ».
_TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
    "vingt": 2,
    "trente": 3,
    "quarante": 4,
    "cinquante": 5,
    "soixante": 6,
    "soixante-dix": 7,
    "quatre-vingt": 8,
    "quatre-vingts": 8,
    "quatre-vingt-dix": 9,
}
_DECADE = re.compile(
    r"(?P<french>ann[ée]es )(?P<said>[a-z-]+|\d0)\b|\b(?P<english>[a-z]+ties)\b|(?<![\w’'])['’]?(?P<tens>\d)0'?s\b",
    re.IGNORECASE,
)
#: Of the decades that are said so, the first ones are of this century.
LAST_OF_THIS_CENTURY = 2


@dataclass(frozen=True)
class TypedTime:
    """A time as it was typed, as it is understood, and the other words."""

    typed: str
    when: dates.Moment | dates.Period
    rest: str


def typed_time(text: str) -> TypedTime | None:
    """Return the longest run of words that is a date with its year; None where there is none."""
    # A sign that French sets apart is no word: « le 1er septembre 2018 ? ».
    words = [word for word in _DECADE.sub(_in_full, in_figures(text[:LONGEST])).split() if word not in SIGNS_APART]
    years = [place for place, word in enumerate(words) if _YEAR.search(word)][:MOST_YEARS]
    for size in range(min(len(words), MOST_TIME_WORDS), 0, -1):
        starts = {start for place in years for start in range(place - size + 1, place + 1)}
        for start in sorted(start for start in starts if 0 <= start <= len(words) - size):
            typed = " ".join(words[start : start + size]).strip(",.;:?!")
            if (when := _read(typed)) is not None:
                rest = [*words[:start], *words[start + size :]]
                return TypedTime(typed, when, " ".join(word for word in rest if says_something(word)))
    return None


def _in_full(found: re.Match[str]) -> str:
    """Return a decade that is said without its century with it: “nineties” are the 1990s."""
    said = found["tens"] or (found["said"] or found["english"]).lower()
    tens = int(said[0]) if said[0].isdigit() else _TENS.get(said)
    if tens is None:
        return found[0]
    year = f"{'20' if tens <= LAST_OF_THIS_CENTURY else '19'}{tens}0"
    return f"{found['french']}{year}" if found["french"] else f"{year}s"


@remembered(1024)
def _read(text: str) -> dates.Moment | dates.Period | None:
    try:
        return dates.read(text)
    except dates.DateError:
        return None
