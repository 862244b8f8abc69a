"""How the name of an office or a post stands within a sentence: its article, its small letter, what comes before it."""

_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
#: The article that French puts before what a post can be called; other names stand without one.
_ARTICLES = {
    "ambassade": "l’",
    "bureau": "le ",
    "consulat": "le ",
    "délégation": "la ",
    "légation": "la ",
    "mission": "la ",
    "nonciature": "la ",
    "représentation": "la ",
}


def small(text: str) -> str:
    """Return a name as it stands within a sentence: with a small letter, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def article(text: str, language: str) -> str:
    """Return the article that the name of a post takes."""
    if language != "fr":
        return "the "
    return _ARTICLES.get(small(text).split(" ")[0], "")


def opening(text: str) -> str:
    """Return a phrase as it opens a sentence."""
    return text[:1].upper() + text[1:]


def of(text: str, language: str) -> str:
    """Return what French says between « fonctions » and the name of an office; nothing in English."""
    if language != "fr":
        return ""
    return "d’" if text[:1].lower() in _VOWELS else "de "
