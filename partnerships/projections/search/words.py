"""Words as the index holds them: folded, and by their stems in French and in English; the same on every database.

A token is a text without blanks. Folded words stand as they are; a stem carries the mark of its language, and what a
record is found under (its kind, a partner) a mark of its own, so that nothing typed is taken for it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from threading import local

from snowballstemmer import stemmer

from partnerships.folding import UNSPACED, fold, is_unspaced
from partnerships.kept_in_process import remembered
from partnerships.models.base import LANGUAGES

#: What separates the parts of a token that is no word; no folded word holds it.
MARK = "§"
#: A longer word is cut: whatever it is, it was never typed.
LONGEST = 60

_WORD = re.compile(r"[^\W_]+")
#: Words that are joined by what folding drops: an apostrophe, a hyphen, a dot between letters, a stroke of a number.
_JOINED = re.compile(r"[^\W_]+(?:['’‘`´\-‐‑‒./·][^\W_]+)+")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_UNSPACED = re.compile(f"[{UNSPACED}]+")
#: What French drops a vowel from: the word after it is what is looked for.
_ELIDED = frozenset(("l", "d", "j", "m", "n", "s", "c", "t", "qu", "jusqu", "lorsqu", "puisqu"))

#: Words that say nothing by themselves, folded.
_FRENCH = """
    a|au|aux|avec|ce|ces|cet|cette|dans|de|des|du|elle|en|est|et|eux|il|ils|l|d|la|le|les|leur|leurs|n|
    ne|on|ou|par|pas|pour|qu|que|qui|s|sa|sans|se|ses|son|sont|sous|sur|un|une|y|
"""
_ENGLISH = """
    a|an|and|are|as|at|be|been|by|for|from|had|has|have|he|her|his|in|is|it|its|no|not|of|on|or|s|she|
    that|the|their|they|this|to|was|were|which|who|with|
"""
ANY_STOP_WORD = frozenset(word.strip() for word in f"{_FRENCH}{_ENGLISH}".split("|")) - {""}
#: What a question begins with, and by which it asks who headed something, or goes on (« a-t-il »); how somebody is
#: addressed, which hardly stands with their name: looked for only where nothing else is typed.
_ASKING = """
    donc|afin|ainsi|aussi|passe|passait|actuel|actuelle|actuellement|aujourd|hui|maintenant|thus|therefore|then|also|happen|
    happens|happened|happening|current|currently|today|now|aupres|entre|between|versus|vs|compare|comparer|
    comparison|comparaison|succeed|succeeds|succeeded|successor|successors|predecessor|predecessors|preceded|replaced|
    come|comes|came|about|succede|succeda|successeur|successeurs|predecesseur|predecesseurs|precede|precedait|remplace|remplaca|
    qui|quand|depuis|quel|quelle|quels|quelles|quoi|comment|pourquoi|combien|etait|etaient|ete|fut|furent|sera|
    liste|tout|tous|toute|toutes|dirige|dirigent|dirigeait|dirigeaient|dirigea|represente|representait|representaient|
    who|whose|when|since|what|where|why|how|many|much|did|does|do|list|all|everything|headed|heads|led|leads|represents|represented|
    t|mr|mrs|ms|dr|m|mme|mlle|monsieur|madame|excellency|excellence|
"""
ASKING = frozenset(word.strip() for word in _ASKING.split("|")) - {""}
#: What people say of what lasts, and its record does not: that it began. Folded.
_BEGAN = """
    open|opens|opened|opening|establish|established|establishing|set|up|create|created|creating|found|founded|
    begin|begins|began|begun|beginning|beginnings|start|starts|started|launch|launched|become|becomes|became|join|joined|
    new|ont|ouvert|ouverte|ouverts|ouvertes|ouvrir|ouverture|etabli|etablie|
    etablis|etablies|cree|creee|crees|creees|nouveau|nouveaux|nouvelle|nouvelles|commence|commencent|commencee|
    commencer|debut|debuts|debute|debuter|lance|lancee|devenu|devenue|devenus|devient|devenir|adhere|
"""
BEGAN = frozenset(word.strip() for word in _BEGAN.split("|")) - {""}


class _Stemmers(local):
    """The stemmers of one thread: each keeps within itself the word that it is at."""

    def __init__(self) -> None:
        self.of = {"fr": stemmer("french"), "en": stemmer("english")}


_STEMMERS = _Stemmers()
#: What is written otherwise in the United States, and by those who learned there; folded.
_BRITISH = {
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "harbor": "harbour",
    "labor": "labour",
    "honor": "honour",
    "honorary": "honourary",
    "neighbor": "neighbour",
    "program": "programme",
    "programs": "programmes",
}
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|ations?)$)")
_ENSE = re.compile(r"(?<=def|off|lic)ens(?=e?s?$|ive|ed|ing)|(?<=pret)ens(?=e)")
#: « Ambassadrice », « étrangère »: the feminine is looked for with the masculine.
_FEMININE = ((re.compile(r"(?<=[td])rices?$"), "eur"), (re.compile(r"eres?$"), "er"))


def runs(several: Sequence[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Yield the words that follow one another: each by itself, with the next one, and so on, `longest` at most."""
    for first in range(len(several)):
        for behind in range(first + 1, min(first + longest, len(several)) + 1):
            yield tuple(several[first:behind])


@remembered(50_000)
def stem(word: str, language: str) -> str:
    """Return the token of what a folded word of `language` has in common with its other forms."""
    if language == "en":
        word = _ENSE.sub("enc", _IZE.sub("is", _BRITISH.get(word, word)))
    else:
        for feminine, masculine in _FEMININE:
            word = feminine.sub(masculine, word)
    return f"{language}{MARK}{_STEMMERS.of[language].stemWord(word)}"


def label(facet: str, value: str) -> str:
    """Return the token under which a record is found as one that concerns another."""
    return f"{MARK}{facet}{MARK}{value.replace('-', '·')}"


def labels_among(tokens: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds and keys of which some tokens are labels."""
    for token in tokens.split():
        if token.startswith(MARK):
            _nothing, facet, value = token.split(MARK)
            yield facet, value.replace("·", "-")


def folded_words(text: str) -> list[str]:
    """Return the folded words of `text`, in their order; of scripts without blanks, its characters and their pairs."""
    return [part for word in _WORD.findall(fold(text)) for part in _parts(word)]


def _parts(word: str) -> Iterator[str]:
    place = 0
    for found in _UNSPACED.finditer(word):
        if found.start() > place:
            yield word[place : found.start()][:LONGEST]
        run = found[0]
        yield from run
        yield from (run[here : here + 2] for here in range(len(run) - 1))
        place = found.end()
    if place < len(word):
        yield word[place:][:LONGEST]


def joined_tokens(text: str, *, elision: bool = False) -> list[str]:
    """Return what is one word to some: “O’Brien” is obrien, “cyber-defence” cyberdefence.

    With `elision`, what stands before an apostrophe in French (l’, d’) belongs to no word.
    """
    found = []
    for whole in _JOINED.findall(text):
        words = folded_words(whole)
        if 1 < len(words) < 4 and not (elision and words[0] in _ELIDED):
            found.append("".join(words)[:LONGEST])
    return found


def tokens_of_word(word: str, languages: Iterable[str] = LANGUAGES, *, as_written: bool = True) -> list[str]:
    """Return the tokens of a folded word: itself if it is wanted `as_written`, and its stems in `languages`."""
    if is_unspaced(word) or not word.isalpha():
        return [word]
    return [*([word] if as_written else []), *(stem(word, language) for language in languages)]


def without_scheme(address: str) -> str:
    """Return an address of the web as it is compared: without what browsers leave out."""
    return _SCHEME.sub("", address.strip())


def says_something(text: str) -> bool:
    """Whether `text` has a word that is looked for, in one language or the other."""
    return any(word not in ANY_STOP_WORD and word not in ASKING for word in folded_words(text))
