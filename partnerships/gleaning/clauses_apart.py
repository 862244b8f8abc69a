"""A sentence that tells of two things, taken as two: “while Mr Abe was in Tokyo, …”, “after meeting Mr Kono, …”."""

from dataclasses import replace

from .denials import Span, without
from .recollections import main_clause
from .told_sentence import ToldSentence
from .words_of_journeys import PLANNED
from .words_of_recalling import AFTER_MEETING, CLAUSE_VERB, MAIN, MEANWHILE


def told_by_clauses(told: ToldSentence) -> list[ToldSentence]:
    """Return what a sentence tells in a clause before the main one, and what in that: each of its own people."""
    text = told.sentence.text
    for words in (MEANWHILE, AFTER_MEETING):
        found = words.search(text)
        # What “while” leads to has a verb of its own.
        own = CLAUSE_VERB.search(text, found.end()) if found and words is MEANWHILE else found
        end = main_clause(text, own.end()) if own else len(text)
        if found is None or end == len(text):
            continue
        clause = found.start(), end
        if words is MEANWHILE:
            return _of_others(told, clause)
        if PLANNED.search(text, end):
            return _what_goes_before(told, clause)
    return [told]


def _of_others(told: ToldSentence, clause: Span) -> list[ToldSentence]:
    """Return the clause about others who were elsewhere, and the main one; the day of either is that of both."""
    aside, main = _both(told, clause)
    if not (main.people or main.unnamed):
        return [told]
    return [replace(aside, days=aside.days or main.days), replace(main, days=main.days or aside.days)]


def _what_goes_before(told: ToldSentence, clause: Span) -> list[ToldSentence]:
    """Return whom somebody met before what they are yet to do, and that; it is the same who did."""
    before, main = _both(told, clause)
    verb = MAIN.search(told.sentence.text, clause[1])
    subjects = [each for each in main.people if verb and each.end <= told.sentence.start + verb.start()]
    return [replace(before, people=[*before.people, *subjects[:1]]), main]


def _both(told: ToldSentence, clause: Span) -> tuple[ToldSentence, ToldSentence]:
    start, end = clause
    length = len(told.sentence.text)
    outside = [each for each in ((0, start), (end, length)) if each[0] < each[1]]
    return without(told, outside), without(told, [clause])
