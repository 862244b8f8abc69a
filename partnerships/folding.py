"""Folding: the form in which names are compared, searched and sorted."""

import re
import unicodedata

from django.db.models import Q

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_COMBINING = re.compile("[\u0300-\u036f]")
#: Scripts that put no blanks between words: Han, kana, Hangul.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002fa1f"
_BLANK_WITHIN = re.compile(f"(?<=[{UNSPACED}]) (?=[{UNSPACED}])")
_ALL_UNSPACED = re.compile(f"[{UNSPACED}]+")
_SEPARATORS = re.compile(r"[\s'’‘`´\-‐‑‒–—_.,;:!?()\[\]/«»\"“”\u3000・]+")

#: The last sign there is: nothing that begins as a text does comes after that text with it.
_LAST_SIGN = "\U0010ffff"
#: Words that do not count in the order of a list.
_UNCOUNTED = {"fr": {"l", "la", "le", "les", "d", "de", "du", "des"}, "en": {"the"}}


def fold(text: str | None) -> str:
    """Return `text` without case, accents, ligatures, punctuation or odd spaces.

    Accents are dropped from Latin, Greek and Cyrillic letters only: the marks that
    change a Japanese syllable (か, が) stay. Words are separated by one space.
    """
    if not text:
        return ""
    if text.isascii():
        return _SEPARATORS.sub(" ", text.lower()).strip()
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = unicodedata.normalize("NFC", plain).translate(_LIGATURES)
    return _SEPARATORS.sub(" ", plain).strip()


def without_articles(text: str | None, language: str) -> str:
    """Return the form by which a list in `language` puts a text in its place: folded, its articles left out.

    « Ambassade du Japon » stands after « Ambassade d’Italie », and « La Haye » among the H.
    """
    words = fold(text).split()
    return " ".join([word for word in words if word not in _UNCOUNTED[language]] or words)


def close_up(folded: str) -> str:
    """Return a folded text without the blanks that some put into names of scripts that have none: “安倍 晋三”."""
    return _BLANK_WITHIN.sub("", folded)


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that puts no blanks between words."""
    return _ALL_UNSPACED.fullmatch(word) is not None


def begins_with(column: str, text: str) -> Q:
    """Return the condition for rows whose folded `column` begins with `text`: the index of its order answers it."""
    return Q(**{f"{column}__gte": text, f"{column}__lt": f"{text}{_LAST_SIGN}"})
