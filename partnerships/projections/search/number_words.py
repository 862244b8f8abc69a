"""Years and days that are typed in words, in figures: “twenty-fourth May two thousand eighteen” is 24 May 2018."""

import re
from collections.abc import Sequence

from partnerships.dates.vocabulary import MONTH
from partnerships.folding import fold

_NUMBERS = """
    1=one/un/une 2=two/deux 3=three/trois 4=four/quatre 5=five/cinq 6=six 7=seven/sept 8=eight/huit 9=nine/neuf
    10=ten/dix 11=eleven/onze 12=twelve/douze 13=thirteen/treize 14=fourteen/quatorze 15=fifteen/quinze
    16=sixteen/seize 17=seventeen 18=eighteen 19=nineteen 20=twenty/vingt/vingts 30=thirty/trente 40=forty/quarante
    50=fifty/cinquante 60=sixty/soixante 70=seventy 80=eighty 90=ninety
"""
_ORDINALS = "1=first/premier 2=second 3=third 5=fifth 8=eighth 9=ninth 12=twelfth 20=twentieth 30=thirtieth"


def _by_word(several: str) -> dict[str, int]:
    pairs = (one.split("=") for one in several.split())
    return {word: int(number) for number, names in pairs for word in names.split("/")}


_CARDINALS = _by_word(_NUMBERS)
_WORTH = {**_CARDINALS, **_by_word(_ORDINALS), **{f"{word}th": number for word, number in _CARDINALS.items()}}
_MANY = {"hundred": 100, "cent": 100, "cents": 100, "thousand": 1000, "mille": 1000, "mil": 1000}
_WORD = "(?:" + "|".join(sorted({*_WORTH, *_MANY}, key=len, reverse=True)) + ")"
_RUN = re.compile(rf"\b{_WORD}(?:[\s-]+(?:(?:and|et)[\s-]+)?{_WORD})*\b", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"(?:of |de |d )?{MONTH}\b")
_MONTH_BEFORE = re.compile(rf"\b{MONTH}(?: the)?$")
#: Years are written out so; a smaller number is of a day, beside a month, or of what is no time.
YEARS = range(1000, 2100)
LAST_DAY = 31


def in_figures(text: str) -> str:
    """Return `text` with its years in figures, and its days, of which a month stands beside."""

    def put(found: re.Match[str]) -> str:
        number = _number(fold(found[0]).split())
        is_day = (
            0 < number <= LAST_DAY
            and not found[0].isupper()
            and (_MONTH_BEHIND.match(fold(text[found.end() :])) or _MONTH_BEFORE.search(fold(text[: found.start()])))
        )
        # “Two thousand troops” are no year; “UN” is none of its days.
        is_year = number in YEARS and number % 1000 != 0
        return str(number) if is_year or is_day else found[0]

    return _RUN.sub(put, text)


def _number(several: Sequence[str]) -> int:
    """Return the number that some words are: « quatre-vingt-dix », “nineteen ninety”, “two thousand and eighteen”."""
    thousands, number = 0, 0
    for word in several:
        if _MANY.get(word) == 1000:  # noqa: PLR2004
            thousands, number = 1000 * max(number, 1), 0
        elif word in _MANY:
            number = 100 * max(number, 1)
        elif word in ("vingt", "vingts") and number % 100 == 4:  # noqa: PLR2004
            number += 76
        elif word in _WORTH:
            # “Nineteen ninety” is a century and its year; « soixante-dix » is one number, as is « dix-huit ».
            is_pair = _WORTH[word] > 9 and 9 < number < 100 and number not in (60, 80)  # noqa: PLR2004
            number = (100 * number if is_pair else number) + _WORTH[word]
    return thousands + number
