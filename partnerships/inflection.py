"""How names stand within a sentence: their article, their small letter, what comes before them."""

import re

_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
#: The articles that French puts before what posts, bodies and texts are called, by their first word.
_ARTICLES = {
    **dict.fromkeys(("mission", "délégation", "représentation", "légation", "nonciature"), "la "),
    **dict.fromkeys(("commission", "conférence", "base", "résidence", "mer", "région"), "la "),
    **dict.fromkeys(("déclaration", "convention", "charte", "lettre", "coopération", "cour", "banque", "ligue"), "la "),
    **dict.fromkeys(("ambassade", "organisation", "union", "assemblée", "otan", "académie", "école", "aéroport"), "l’"),
    **dict.fromkeys(("accord", "arrangement", "échange", "entente", "acte", "initiative", "agence", "alliance"), "l’"),
    **dict.fromkeys(("ue", "onu", "osce", "ua", "oms", "omc", "oit", "ocde", "aiea", "oea"), "l’"),
    **dict.fromkeys(("bureau", "consulat", "conseil", "comité", "secrétariat", "groupe", "gouvernement"), "le "),
    **dict.fromkeys(("siège", "palais", "château", "port", "quartier", "centre", "grand", "commandement"), "le "),
    **dict.fromkeys(("partenariat", "dialogue", "programme", "plan", "processus", "forum", "traité", "cadre"), "le "),
    **dict.fromkeys(("mémorandum", "protocole", "renouvellement", "communiqué", "procès-verbal", "pacte"), "le "),
    **dict.fromkeys(("g7", "g20", "haut", "tribunal", "fonds"), "le "),
    **dict.fromkeys(("partenaires", "consultations", "nations"), "les "),
}
#: Those of them that are feminine though their article does not say so.
_FEMININE = {"ambassade", "organisation", "union", "assemblée", "académie", "école", "entente", "initiative", "agence"}
#: Texts whose participle agrees with their first word.
_TEXTS = {
    *("accord", "arrangement", "échange", "entente", "acte", "déclaration", "convention", "charte", "lettre"),
    *("programme", "plan", "traité", "mémorandum", "protocole", "renouvellement", "communiqué", "pacte"),
}

#: States that French names without an article, with a plural one, or with one in spite of their ending.
_BARE = {
    *("anguilla", "antigua", "aruba", "bahreïn", "bonaire", "cabo", "ceylan", "chypre", "cuba", "curaçao", "djibouti"),
    *(
        "el",
        "gibraltar",
        "guam",
        "guernesey",
        "haïti",
        "israël",
        "jersey",
        "kiribati",
        "madagascar",
        "malte",
        "maurice",
    ),
    *("mayotte", "monaco", "montserrat", "nauru", "nioué", "niue", "oman", "pitcairn", "porto", "saint", "sainte"),
    *("sao", "singapour", "sri", "taïwan", "vanuatu"),
}
_PLURAL = {
    *("bahamas", "bermudes", "comores", "émirats", "états", "fidji", "îles", "maldives", "palaos", "pays"),
    *("philippines", "seychelles", "terres", "tokélaou", "tonga", "tuvalu"),
}
_MASCULINE = {"belize", "cambodge", "mexique", "mozambique", "royaume", "suriname", "territoire", "zaïre", "zimbabwe"}
_FEMININE_STATES = {"cité", "confédération", "fédération", "principauté", "réunion", "sierra", "trinité"}
#: Before these without an article, French says “en” all the same; before these islands with one, “à”.
_BARE_EN = {"haïti", "israël"}
_ISLANDS = {"barbade", "dominique", "grenade", "île", "jamaïque", "réunion", "trinité"}
#: Words by which English names States with an article, wherever they stand, and names that have one.
_ENGLISH_THE = {
    *("commonwealth", "confederation", "duchy", "emirates", "federation", "islands", "kingdom", "principality"),
    *("republic", "state", "states", "sultanate", "territories", "territory", "union"),
    *("bahamas", "comoros", "congo", "gambia", "holy", "isle", "maldives", "netherlands", "philippines"),
}
_ENGLISH_THE_BODIES = {"EU", "UN", "OSCE", "AU", "ILO", "WTO", "WHO", "IAEA", "OECD", "OAS", "ICC", "NAC"}
#: Titles of offices that keep their capital in French.
_CAPITAL = {f"{one}ministre" for one in ("premier ", "première ", "vice-premier ", "vice-première ")}
#: Words with which French titles begin that are no names: within a sentence they are written small.
_ORDINARY = {
    *("cinq", "quatre", "trois", "deux", "tous", "toutes", "nouveau", "nouvelle", "nouvelles", "nouveaux"),
    *("désignation", "invitation", "ouverture", "décision", "visite", "voyage", "soutien", "lutte", "aide"),
    *("stabilisation", "formation", "protection", "appui", "le", "la", "les", "un", "une"),
}
#: Such words in English, where another small word follows: “New policy”, but “New Zealand”.
_ORDINARY_ENGLISH = {
    *("all", "two", "three", "four", "five", "new", "a", "an", "the", "designation", "invitation", "opening"),
    *("decision", "visit", "journey", "support", "establishment", "renewal", "agreement", "programme", "policy"),
}
_SMALL_OFFICES = {"head", "chief"}
#: Numbers as sentences say them.
_LETTERS = {
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}


def small(text: str) -> str:
    """Return a name as it stands within a sentence: with a small letter, unless it begins with an abbreviation."""
    keeps = " ".join(text.split(" ")[:2]).lower() in _CAPITAL or not text[1:2].islower()
    return text if keeps else text[:1].lower() + text[1:]


def ordinary(text: str, language: str) -> str:
    """Return a title after a verb and a colon: its first word is written small where it is certainly no name."""
    if language == "en":
        _word, _blank, rest = text.partition(" ")
        if _first(text) not in _ORDINARY_ENGLISH or not rest[:1].islower():
            return text
        return f"a {rest}" if text.startswith("A ") else small(text)
    if language != "fr":
        return text
    if text.startswith(("L’", "L'")) or _first(text) in _ORDINARY or _first(text) in _ARTICLES:
        return text[:1].lower() + text[1:] if text.startswith("L") else small(text)
    return text


def office_within(text: str, language: str) -> str:
    """Return the title of an office as it stands within a sentence: English writes a head alone with a small letter."""
    return small(text) if language == "fr" or language == "en" and _first(text) in _SMALL_OFFICES else text


def _first(text: str) -> str:
    return text.split(" ")[0].lower()


def article(text: str, language: str) -> str:
    """Return the article of the name of a post, a body or a text; none for words that are not known."""
    if language == "fr":
        return _ARTICLES.get(_first(text), "")
    first = text.split(" ")[0]
    if first.isupper():
        return "the " if text in _ENGLISH_THE_BODIES else ""
    return "" if first in ("The", "A", "An", "Partners") else "the "


def is_feminine(text: str) -> bool | None:
    """Whether French says a text in the feminine, by its first word; None where that is not known."""
    word = _first(text)
    if word not in _ARTICLES or word not in _TEXTS:
        return None
    return _ARTICLES[word] == "la " or word in _FEMININE


def state_article(text: str, language: str) -> str:
    """Return the article of the name of a State: “the Republic of Korea”, « le Japon », « les Pays-Bas »."""
    if language != "fr":
        named = re.split(r" \(|,", text.lower())[0]
        return "the " if _ENGLISH_THE.intersection(named.split(" ")) else ""
    first = _state_word(text)
    if len(text) < 2 or text.lower() == "saint-siège":
        return "le " if len(text) > 1 else ""
    if first in _BARE:
        return ""
    if first in _PLURAL or text.endswith("américaines"):
        return "les "
    if first[:1] in _VOWELS and not first.startswith("y"):
        return "l’"
    feminine = first.endswith("e") and first not in _MASCULINE or first in _FEMININE_STATES
    return "la " if feminine else "le "


def _state_word(text: str) -> str:
    """Return the word of the name of a State by which French says its article."""
    return re.split(r"[ ,-]", text.lower())[0]


def is_plural(text: str, language: str) -> bool:
    """Whether the verb of a State stands in the plural: in French alone, « les États-Unis sont »."""
    return language == "fr" and state_article(text, "fr") == "les "


def in_state(text: str) -> str:
    """Return what French says before the name of a State to which somebody goes: “en ”, “au ”, “à la ”, “à ”."""
    article, first = state_article(text, "fr"), _state_word(text)
    if first in _ISLANDS:
        return f"à {article}"
    if article in ("la ", "l’") or first in _BARE_EN:
        return "en "
    return {"le ": "au ", "les ": "aux "}.get(article, "à ")


def of_sender(text: str) -> str:
    """Return a State as French names it after its embassy: « de France », « du Japon », « d’Australie »."""
    article, first = state_article(text, "fr"), _state_word(text)
    kept = article in ("le ", "les ") or first in _ISLANDS or first == "république" or first in _FEMININE_STATES
    return with_preposition("de", f"{article if kept else ''}{text}")


def with_preposition(preposition: str, phrase: str) -> str:
    """Return a French phrase after “de” or “à”: « du Conseil », « aux Pays-Bas », « d’Israël »."""
    joined = {"de": ("du ", "des ", "de "), "à": ("au ", "aux ", "à ")}[preposition]
    for written, contracted in zip(("le ", "les "), joined, strict=False):
        if phrase.startswith(written):
            return contracted + phrase.removeprefix(written)
    if preposition == "de" and (phrase[:1].lower() in _VOWELS or phrase.startswith("Haïti")):
        return f"d’{phrase}"
    return joined[2] + phrase


def opening(text: str) -> str:
    """Return a phrase as it opens a sentence."""
    return text[:1].upper() + text[1:]


def in_letters(number: int, language: str, *, feminine: bool = False) -> str:
    """Return a number as a sentence says it: in letters up to nine, beyond in digits."""
    if number >= len(_LETTERS[language]):
        return str(number)
    letters = _LETTERS[language][number]
    return f"{letters}e" if number == 1 and feminine and language == "fr" else letters


def office_preposition(text: str, language: str) -> str:
    """Return what French says between « fonctions » and the name of an office; nothing in English."""
    if language != "fr":
        return ""
    return "d’" if text[:1].lower() in _VOWELS else "de "
