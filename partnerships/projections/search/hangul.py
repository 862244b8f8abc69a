"""Korean names that the register holds in their own script, as people write them in Latin letters.

There are three ways, and hardly anybody bears a name in the one that is official.
"""

import re
from collections.abc import Iterator

_HANGUL = re.compile("[가-힣]+")
_FIRST, _VOWELS, _LAST = 0xAC00, 21, 28

_INITIAL = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_VOWEL = [
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae"),
    *("oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"),
]
_FINAL = [
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l"),
    *("p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"),
]
#: The official way of today; that of McCune and Reischauer, without its marks; and that of English spelling.
_WAYS: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    ({}, {}),
    ({"g": "k", "d": "t", "b": "p", "j": "ch"}, {"eo": "o", "yeo": "yo", "eu": "u"}),
    ({"g": "k"}, {"eo": "u", "yeo": "yu", "u": "oo", "yu": "yoo"}),
)


def romanised(text: str) -> Iterator[str]:
    """Yield each run of Hangul in `text` in each of the ways, syllable by syllable."""
    for run in _HANGUL.findall(text):
        yield from dict.fromkeys(" ".join(_syllable(one, *way) for one in run) for way in _WAYS)


def words_romanised(text: str) -> Iterator[str]:
    """Yield the words under which the names in `text` are found: each syllable, and as one word those after the first,
    which is the name of the family."""
    for name in romanised(text):
        family, *given = name.split()
        yield from dict.fromkeys([family, *given, "".join(given)] if given else [family])


def _syllable(one: str, initials: dict[str, str], vowels: dict[str, str]) -> str:
    place, last = divmod(ord(one) - _FIRST, _LAST)
    first, vowel = divmod(place, _VOWELS)
    begins, sounds = _INITIAL[first], _VOWEL[vowel]
    return f"{initials.get(begins, begins)}{vowels.get(sounds, sounds)}{_FINAL[last]}"
