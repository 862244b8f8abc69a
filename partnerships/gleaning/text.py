"""A text as sentences of words, each word folded and in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from partnerships.folding import fold

from .words_of_people import COURTESY, NAME, TITLES
from .words_of_recalling import MAIN

Language = Literal["fr", "en"]

_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"(\[]?\s?[A-ZÀ-ÖØ-Þ0-9])")
#: What ends in a full stop without ending a sentence.
_SHORT = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|St|Ste|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Adm|No|art|cf|p|pp|[A-Z]"
    r"|[Jj]an|[Jj]anv|[Ff]eb|[Ff]évr|Mar|Apr|[Aa]vr|Jun|Jul|[Jj]uil|Aug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|[Dd]éc))\.\s+\Z"
)
#: Behind it a sentence tells of somebody else: “met Ms Berg; the Minister received”, “while Mr Abe stayed in Tokyo”.
_OF_ANOTHER = re.compile(
    r"(?:\s?;\s+(?:(?:and|et)\s+)?|,?\s+(?P<while>while\s+|whereas\s+|(?:tandis|alors) qu(?:e\s+|[’'])))"
    rf"(?=(?:(?:[Tt]he|[Ll][ea])\s|[Ll][’'])?(?:{COURTESY}|(?i:{TITLES})\b|{NAME}))"
)
#: So many characters hold any of them, and what stands before it.
_LONGEST_SHORT = 20
#: An hour, and a zone or a place of the clock behind it: “2:10 a.m. JST”, “5:40 p.m. Japan time”, “(9:15 a.m.”.
_HOUR, _OF_THE_CLOCK = (
    re.compile(r"\b[ap]\.m\.\s+\Z"),
    re.compile(r"\(|[A-Z]{2,5}\b|(?:[A-Z][\w.]+ ){1,3}(?:standard )?time\b"),
)
#: A month that is short enough to be taken for an abbreviation, and its year: “11 May. 2010”.
_MAY, _YEAR = re.compile(r"\d\s+[Mm]ay\.\s+\Z"), re.compile(r"\d{4}\b")

#: What numbers a paragraph, and is no part of its first sentence.
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|[-–—•*])\s+(?=\D)")

#: An item of a list that names a matter and no more (no day, nothing behind a colon), behind a line that ends in one.
_ITEM = re.compile(r"\s*(?:[-–—•*]|\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|\d{1,2})[.)])\s+[^\s\d:][^\d:]{0,75}")
_LEADS_TO_ITEMS = re.compile(r":\s*\Z")

#: A line that holds an office alone, and one that holds a name alone: the name of whoever is in that office.
_OFFICE = re.compile(rf"\W*(?:[A-ZÀ-Þ][\w’'-]* ){{0,3}}?(?i:{TITLES})\b(?!.*(?:{COURTESY}))[^.:;!?\d]{{0,120}}")
_ONE_NAME = re.compile(rf"\W*(?:{COURTESY}+|(?=[^a-z(]*[A-ZÀ-Þ]{{3}}))(?P<name>{NAME})\s*(?:\([^()]*\))?\s*")

#: No sentence that people write is longer: what is, a list or a table, is read in parts, or it would take seconds.
LONGEST = 2000
#: Where a part ends, rather at the end of one of its own than between two words.
_PARTS = (re.compile(r"[;:]\s+"), re.compile(r",\s+"), re.compile(r"\s+"))

#: Words that are frequent in one language and hardly stand in the other.
_FRENCH = frozenset(
    ("le", "la", "les", "des", "du", "et", "est", "une", "un", "au", "aux", "dans", "pour", "avec", "sur", "par", "son")
    + ("sa", "ses", "que", "qui", "ce", "cette", "il", "elle")
)
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "is", "for", "with", "on", "by", "its", "that", "which", "this", "his", "her")
    + ("was", "were", "at", "as", "be", "has", "have")
)


@dataclass(frozen=True)
class Word:
    """One word: how it is compared, and where in the whole text it stands."""

    folded: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True)
class Sentence:
    """One sentence, a heading or a caption, with its place in the whole text."""

    text: str
    start: int
    words: tuple[Word, ...]
    #: In which of the paragraphs of the text it stands, from 0.
    paragraph: int = 0
    #: In which language the whole text is written.
    language: Language = "fr"
    #: Whether the town and the day at which the document was issued stood before it.
    is_begun: bool = False

    @property
    def folded(self) -> str:
        """The words of the sentence, folded, one space between two."""
        return " ".join(word.folded for word in self.words)

    def passage(self, start: int, end: int) -> str:
        """Return what stands from `start` to `end`, counted in the whole text."""
        return self.text[start - self.start : end - self.start]


def without_plural(folded: str) -> str:
    """Return a folded word without the mark of the plural, as names are compared."""
    return folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded


def hyphens_joined(sentence: Sentence) -> Sentence:
    """Return `sentence` with what a hyphen joins as one word."""
    words: list[Word] = []
    for word in sentence.words:
        last = words[-1] if words else None
        if last and sentence.passage(last.end, word.start) == "-":
            words[-1] = Word(last.folded + word.folded, last.start, word.end, last.capital)
        else:
            words.append(word)
    return replace(sentence, words=tuple(words))


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text`, in their order; a line break ends one."""
    language = language_written(text)
    return [
        Sentence(text[start:end], start, tuple(_words(text, start, end)), paragraph, language)
        for paragraph, start, end in _spans(text)
        if text[start:end].strip()
    ]


def language_written(text: str) -> Language:
    """Return the language in which `text` is written, as its small words tell; French where they do not."""
    words = [word.group().casefold() for word in _WORD.finditer(text)]
    french, english = (sum(word in known for word in words) for known in (_FRENCH, _ENGLISH))
    return "en" if english > french else "fr"


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    for paragraph, (first, last) in enumerate(_lines(text)):
        numbered = _NUMBER.match(text, first, last)
        start = numbered.end() if numbered else first
        for end in _END.finditer(text, start, last):
            if not _goes_on(text, start, end.end()):
                yield from _clauses(paragraph, text, start, end.end())
                start = end.end()
        yield from _clauses(paragraph, text, start, last)


def _clauses(paragraph: int, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a sentence whole, or in clauses where each tells of somebody else; a list behind a colon is one."""
    for found in _OF_ANOTHER.finditer(text, start, end):
        following = _OF_ANOTHER.search(text, found.end(), end)
        behind = found["while"] or MAIN.search(text, found.end(), following.start() if following else end)
        if behind and MAIN.search(text, start, found.start()) and ":" not in text[start : found.start()]:
            cut = found.start("while") if found["while"] else found.end()
            yield from _parts(paragraph, text, start, cut)
            start = cut
    yield from _parts(paragraph, text, start, end)


def _parts(paragraph: int, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a sentence whole, or in parts where it is longer than any that people write."""
    while end - start > LONGEST:
        ends = ([each.end() for each in pattern.finditer(text, start, start + LONGEST)] for pattern in _PARTS)
        cut = next((each[-1] for each in ends if each and each[-1] > start + LONGEST // 2), start + LONGEST)
        yield paragraph, start, cut
        start = cut
    yield paragraph, start, end


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each line of `text` stands; the items of a list belong to the line that leads to them.

    So does the name of whoever holds an office to the office that stands alone in the line above.
    """
    found: list[tuple[int, int]] = []
    leads = is_office = False
    for line in re.finditer(r"[^\r\n]+", text):
        if not line.group().strip():
            continue
        if (leads and _ITEM.fullmatch(line.group())) or (is_office and _ONE_NAME.fullmatch(line.group())):
            found[-1] = (found[-1][0], line.end())
            is_office = False
            continue
        found.append(line.span())
        is_office = bool(_OFFICE.fullmatch(line.group()))
        leads = bool(_LEADS_TO_ITEMS.search(line.group()))
    return found


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the sentence that begins at `start` goes on behind the full stop at `end`."""
    before = text[max(start, end - _LONGEST_SHORT) : end]
    together = ((_HOUR, _OF_THE_CLOCK), (_MAY, _YEAR))
    return bool(_SHORT.search(before)) or any(
        first.search(before) and then.match(text, end) for first, then in together
    )


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        if folded := fold(found.group()):
            yield Word(folded, found.start(), found.end(), found.group()[0].isupper())
