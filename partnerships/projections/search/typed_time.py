"""A time that is named in the words of a search, and the words without it."""

import re
from dataclasses import dataclass

from partnerships import dates
from partnerships.kept_in_process import remembered

from .understanding import LONGEST
from .words import says_something

#: No time is said in more words than these.
MOST_TIME_WORDS = 12
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


def typed_time(text: str) -> TypedTime | None:
    """Return the longest run of words that is a date with its year; None where there is none."""
    # A sign that French sets apart is no word: « le 1er septembre 2018 ? ».
    words = [word for word in text[:LONGEST].split() if word not in SIGNS_APART]
    years = [place for place, word in enumerate(words) if _YEAR.search(word)][:MOST_YEARS]
    for size in range(min(len(words), MOST_TIME_WORDS), 0, -1):
        starts = {start for place in years for start in range(place - size + 1, place + 1)}
        for start in sorted(start for start in starts if 0 <= start <= len(words) - size):
            typed = " ".join(words[start : start + size]).strip(",.;:?!")
            if (when := _read(typed)) is not None:
                rest = [*words[:start], *words[start + size :]]
                return TypedTime(typed, when, " ".join(word for word in rest if says_something(word)))
    return None


@remembered(1024)
def _read(text: str) -> dates.Moment | dates.Period | None:
    try:
        return dates.read(text)
    except dates.DateError:
        return None
