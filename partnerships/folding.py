"""Folding: the form in which names are compared, searched and sorted."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_COMBINING = re.compile("[\u0300-\u036f]")
_SEPARATORS = re.compile(r"[\s'’‘`´\-‐‑‒–—_.,;:!?()\[\]/«»\"“”\u3000・]+")


def fold(text: str | None) -> str:
    """Return `text` without case, accents, ligatures, punctuation or odd spaces.

    Accents are dropped from Latin, Greek and Cyrillic letters only: the marks that
    change a Japanese syllable (か, が) stay. Words are separated by one space.
    """
    if not text:
        return ""
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = unicodedata.normalize("NFC", plain).translate(_LIGATURES)
    return _SEPARATORS.sub(" ", plain).strip()
