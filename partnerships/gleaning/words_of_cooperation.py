"""The words by which a sentence tells what a State does with a body from day to day, and how many did something."""

import re

_WITH = r"(?:with (?:the )?(?:Alliance|Allies|NATO)|avec (?:l[’']|les )?(?:Alliance|Alliés|OTAN))"
#: A State has worked with the organisation: behind it stands to what end, one by one.
WORKED_TOGETHER = re.compile(
    rf"\b(?:(?<!would )(?<!could )(?<!might )(?<!should )(?<!may )(?<!will )(?<!to )(?:has|have) "
    rf"(?:(?!rarely|hardly|barely|scarcely|seldom)\w+ )?(?:worked|cooperated|collaborated|partnered)|(?:a|ont) "
    rf"(?:(?!rarement|peu)\w+ )?(?:collaboré|coopéré|travaillé|œuvré))(?: (?:closely|together|étroitement))? {_WITH}\b",
    re.IGNORECASE,
)
_STABILISED = r"(?:stabili[sz](?:e|ing)|stabiliser|rebuild(?:ing)?|reconstruire)"
_HELPED = (
    r"(?:strengthen(?:ing)?|support(?:ing)?|assist(?:ing)?|help(?:ing)?|train(?:ing)?"
    r"|renforcer|soutenir|appuyer|aider|former|assister)"
)
_FOUGHT = (
    r"(?:fight(?:ing)?|combat(?:ing|ting)?|counter(?:ing)?|prevent(?:ing)?|protect(?:ing)?"
    r"|lutter contre|combattre|prévenir|protéger)"
)
#: One end of it, until the next one begins: “to stabilise Afghanistan, to fight piracy off the coast of Somalia”.
ENDS = re.compile(
    rf"\b(?:to|in|de|d[’']|pour|en vue de|afin de|à)\s*(?P<verb>{_STABILISED}|{_HELPED}|{_FOUGHT})\b"
    rf"(?P<what>.*?)(?=(?:,| and| et)\s+(?:(?:to|in|de|d[’']|pour)\s*)?(?:{_STABILISED}|{_HELPED}|{_FOUGHT})\b|[;.]"
    rf"|\Z)",
    re.IGNORECASE,
)
#: Whom it helps is named behind these.
HELPED = re.compile(rf"{_HELPED}|{_STABILISED}", re.IGNORECASE)
#: Before the State before whose coast something took place.
OFF = re.compile(
    r"\b(?:off (?:the )?(?P<coast>coasts? of (?:the )?)?"
    r"|(?:au )?large (?:des )?(?P<french_coast>(?:côtes )?(?:de la |du |de l[’']|d[’']|de )))\Z",
    re.IGNORECASE,
)

_WORDS = {
    "ten": 10, "dix": 10, "eleven": 11, "onze": 11, "twelve": 12, "douze": 12, "fifteen": 15, "quinze": 15,
    "twenty": 20, "vingt": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50, "cinquante": 50,
}  # fmt: skip
_ROUND = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40}
_QUALIFIERS = {
    "more_than": re.compile(r"(?:more than|over|upwards of|plus de)", re.IGNORECASE),
    "less_than": re.compile(r"(?:fewer than|less than|moins de)", re.IGNORECASE),
    "about": re.compile(r"(?:about|around|some|nearly|almost|environ|quelque|près de|une?)", re.IGNORECASE),
}
_ANY_QUALIFIER = "|".join(each.pattern for each in _QUALIFIERS.values())
_DONE = (
    r"(?:(?:of them|d[’']entre eux|partners?|partner countries|pays partenaires|partenaires|countries|pays)\s+)?"
    r"(?:have done so|had done so|did so|l[’']avaient fait|l[’']ont fait|avaient franchi le pas|ont franchi le pas)"
)
_OPENED = (
    r"(?:partners?|partner countries|partner nations|pays partenaires|partenaires)\s+(?:ha(?:ve|d)|ont|avaient)\s+"
    r"(?:already |déjà )?(?:opened|established|set up|ouvert|établi|installé)"
    r"(?:\s+(?:an?|their|such|own|diplomatic|permanent|une|des|leurs?|propres?|telles?)){0,4}\s+missions?\b"
)
#: How many had done what a decision invited them to, or had opened a mission: “More than twenty have done so to date”.
_COUNTED = re.compile(
    rf"\b(?:(?P<qualifier>{_ANY_QUALIFIER}) )?"
    rf"(?:(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})|(?P<round>{'|'.join(_ROUND)}))\s+"
    rf"(?:(?P<done>{_DONE})|(?P<opened>{_OPENED}))",
    re.IGNORECASE,
)
#: Before a number that is part of another one, or only a bound: “one hundred and twenty”, “at least twenty”.
_NOT_SO_MANY = re.compile(
    r"(?:\b(?:not?|never|at (?:least|most)|up to|if|whether|or|to|of(?: the| these| those)?|every|each|hundred(?: and)?"
    r"|thousand(?: and)?|pas|jamais|au (?:moins|plus)|jusqu[’']à|si|ou|à|d[eu]s?|chaque|cent|mille)\s+"
    r"|\b(?:between|entre)\b[^,;.]{0,40}|\d[.,\u00a0\u202f]|[-‐–—])\Z",
    re.IGNORECASE,
)


def counted_in(text: str) -> re.Match[str] | None:
    """Return where a sentence says how many had done so; None where the number is a part or a bound."""
    found = _COUNTED.search(text)
    return None if found is None or _NOT_SO_MANY.search(text, 0, found.start()) else found


def count_said(found: re.Match[str]) -> tuple[int, str]:
    """Return how many a sentence says, and whether that is exact, about, or only more or less than that."""
    if found["round"]:
        return _ROUND[found["round"].lower()], "more_than" if _says("more_than", found) else "about"
    number = found["number"].lower()
    qualifier = next((each for each in _QUALIFIERS if _says(each, found)), "exactly")
    return int(_WORDS.get(number, number)), qualifier


def _says(qualifier: str, found: re.Match[str]) -> bool:
    return bool(found["qualifier"] and _QUALIFIERS[qualifier].fullmatch(found["qualifier"]))
