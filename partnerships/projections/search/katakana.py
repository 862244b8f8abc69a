"""Names of other countries in katakana, by their consonants: ストルテンベルグ is Stoltenberg."""

import re

from partnerships.models import SearchWord

#: Fewer consonants are those of too many names.
SHORTEST = 4
#: So many words that begin as the name may are looked at.
MOST = 20_000

#: What Japanese does not tell apart, or writes otherwise; vowels, and what is hardly heard, are left out.
_ALIKE = (("sch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("l", "r"))
_SOUNDS = str.maketrans("cqgdbvz", "kkktpps", "aeiouywh")
_TWICE = re.compile(r"(.)\1+")
#: An r before another consonant, or at the end, becomes a long vowel.
_LENGTHENED = re.compile(r"r(?=[^aeiouyr]|$)")
#: With which letters a word may begin whose sound begins with one.
_BEGINS = {"r": "rl", "b": "bv", "s": "scz", "k": "kcq", "g": "g", "t": "t", "d": "d", "p": "p", "m": "m", "n": "n"}


def words_sounding_so(sounds: str) -> list[str]:
    """Return the words of the register with the consonants of a name in katakana, as its `sounds` are in Latin ones."""
    wanted = consonants(sounds)
    if len(wanted) < SHORTEST or sounds[0] not in _BEGINS:
        return []
    found: dict[str, int] = {}
    for letter in _BEGINS[sounds[0]]:
        begun = SearchWord.objects.filter(word__gte=letter, word__lt=chr(ord(letter) + 1)).order_by("word")
        for word, number in begun.values_list("word", "documents")[:MOST]:
            # The last s of a name is not heard everywhere: ブリュッセル is Brussels.
            if wanted in map(consonants, (word, _LENGTHENED.sub("", word), word.removesuffix("s"))):
                found[word] = number
    return sorted(found, key=lambda word: (-found[word], word))


def consonants(word: str) -> str:
    """Return the consonants of a word, as far as Japanese tells them apart."""
    for written, said in _ALIKE:
        word = word.replace(written, said)
    return _TWICE.sub(r"\1", word.translate(_SOUNDS))
