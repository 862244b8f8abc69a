"""What a sentence says was not so: nothing is taken from it."""

from collections.abc import Iterator
from dataclasses import replace

from .days import DateInText
from .known_names import Mention
from .officials import UnnamedParty
from .people import NamedPerson
from .text import Word
from .told_sentence import ToldSentence
from .words_of_denial import BEGINS, DENIED, ENDS, LEFT_OUT, WITHIN
from .words_of_recalling import MAIN

#: Where something stands, from its first sign to the one behind its last.
Span = tuple[int, int]


def without_denied(told: ToldSentence) -> ToldSentence:
    """Return `told` without the clauses that say what was not so; what it was as written stands in its passage."""
    return without(told, list(denied_in(told.sentence.text)))


def without(told: ToldSentence, spans: list[Span]) -> ToldSentence:
    """Return `told` without what stands at these places of its text, and all that was found there."""
    if not spans:
        return told
    sentence, text = told.sentence, told.sentence.text
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"

    def is_left(each: Word | Mention | DateInText | NamedPerson | UnnamedParty) -> bool:
        start, end = each.start - sentence.start, each.end - sentence.start
        return not any(first < end and start < last for first, last in spans)

    return replace(
        told,
        sentence=replace(sentence, text=text, words=tuple(each for each in sentence.words if is_left(each))),
        mentions=[each for each in told.mentions if is_left(each)],
        days=[each for each in told.days if is_left(each)],
        people=[each for each in told.people if is_left(each)],
        unnamed=[each for each in told.unnamed if is_left(each)],
        whole=told.passage,
    )


def denied_in(text: str) -> Iterator[Span]:
    """Yield where `text` says what was not so: whole clauses, and what is left out of one."""
    if text.rstrip(" »”\"')").endswith("?"):
        # What is asked is not told: “Will the Secretary General meet …?”.
        yield 0, len(text)
        return
    for found in DENIED.finditer(text):
        start = _begin(text, found.start())
        yield start, _end(text, found.end(), is_within=bool(WITHIN.match(text, start)))
    for found in LEFT_OUT.finditer(text):
        yield found.start(), _end(text, found.end(), is_within=True)


def _begin(text: str, at: int) -> int:
    """Return where the clause begins that is denied at `at`; commas within a list of what is denied begin none."""
    start = at
    for found in reversed([each for each in BEGINS.finditer(text) if each.end() <= at]):
        # “Cyber defence, maritime security and arms control were not discussed.”
        if start < at and MAIN.search(text, found.end(), start):
            return start
        start = found.end()
        if found.group() != "," or WITHIN.match(text, start):
            return start
    return start if start < at and MAIN.search(text, 0, start) else 0


def _end(text: str, start: int, *, is_within: bool) -> int:
    """Return where a clause ends that goes on at `start`: one within another at the next comma."""
    found = ENDS.search(text, start)
    end = found.start() if found else len(text.rstrip(" .!?"))
    comma = text.find(",", start, end) if is_within else -1
    return comma if comma >= 0 else max(end, start)
