"""How the name of an office or a post stands within a sentence: its article, its small letter, what comes before it."""

_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
#: The articles that French puts before what posts and bodies are called, by their first word.
_ARTICLES = {
    **dict.fromkeys(("mission", "délégation", "représentation", "légation", "nonciature"), "la "),
    **dict.fromkeys(("commission", "conférence", "base", "résidence", "mer", "région"), "la "),
    **dict.fromkeys(("ambassade", "organisation", "union", "assemblée", "otan", "académie", "école", "aéroport"), "l’"),
    **dict.fromkeys(("bureau", "consulat", "conseil", "comité", "secrétariat", "groupe", "gouvernement"), "le "),
    **dict.fromkeys(("siège", "palais", "château", "port", "quartier", "centre"), "le "),
}


def small(text: str) -> str:
    """Return a name as it stands within a sentence: with a small letter, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def article(text: str, language: str) -> str:
    """Return the article of the name of a post or a body; none for words that are not known, and abbreviations."""
    first = text.split(" ")[0]
    if language == "fr":
        return _ARTICLES.get(first.lower(), "")
    return "" if first.isupper() else "the "


def opening(text: str) -> str:
    """Return a phrase as it opens a sentence."""
    return text[:1].upper() + text[1:]


def of(text: str, language: str) -> str:
    """Return what French says between « fonctions » and the name of an office; nothing in English."""
    if language != "fr":
        return ""
    return "d’" if text[:1].lower() in _VOWELS else "de "
