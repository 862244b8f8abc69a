"""What a sentence says was not so: nothing is taken from it."""

from collections.abc import Iterator
from dataclasses import replace

from .told import ToldSentence
from .words_of_denial import BEGINS, DENIED, ENDS, LEFT_OUT, WITHIN

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

    def is_left(start: int) -> bool:
        return not any(first <= start - sentence.start < last for first, last in spans)

    return replace(
        told,
        sentence=replace(sentence, text=text, words=tuple(each for each in sentence.words if is_left(each.start))),
        mentions=[each for each in told.mentions if is_left(each.start)],
        days=[each for each in told.days if is_left(each.start)],
        people=[each for each in told.people if is_left(each.start)],
        unnamed=[each for each in told.unnamed if is_left(each.start)],
        whole=told.passage,
    )


def denied_in(text: str) -> Iterator[Span]:
    """Yield where `text` says what was not so: whole clauses, and what is left out of one."""
    for found in DENIED.finditer(text):
        begins = (each.end() for each in BEGINS.finditer(text) if each.end() <= found.start())
        start = max(begins, default=0)
        yield start, _end(text, found.end(), is_within=bool(WITHIN.match(text, start)))
    for found in LEFT_OUT.finditer(text):
        yield found.start(), _end(text, found.end(), is_within=True)


def _end(text: str, start: int, *, is_within: bool) -> int:
    """Return where a clause ends that goes on at `start`: one within another at the next comma."""
    found = ENDS.search(text, start)
    end = found.start() if found else len(text.rstrip(" .!?"))
    comma = text.find(",", start, end) if is_within else -1
    return comma if comma >= 0 else max(end, start)
