"""What a sentence recalls of another time: told by itself, with its own people and its own day, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from . import words_of_journeys, words_of_meetings, words_of_recalling
from .denials import Span, without
from .text import Sentence
from .told_sentence import ToldSentence

#: What is told as past lies so far before the day of which the text spoke, for it to be no part of the same story.
LONG_BEFORE = timedelta(days=31)


def taken_apart(told: ToldSentence) -> list[ToldSentence]:
    """Return what a sentence tells, and what it recalls."""
    spans = sorted(recalled_in(told.sentence.text))
    if not spans:
        return [told]
    length = len(told.sentence.text)
    starts, ends = [start for start, _end in spans], [end for _start, end in spans]
    others = [(first, last) for first, last in zip([0, *ends], [*starts, length], strict=True) if first < last]
    return [without(told, spans), replace(_with_whom(told, spans, others), is_recalled=True)]


def _with_whom(told: ToldSentence, spans: list[Span], others: list[Span]) -> ToldSentence:
    """Return what a sentence recalls, with whoever it says that of right before: “Mr Rutte, who became”."""
    recalled, people, titles = without(told, others), [], []
    for start, _end in spans:
        at, is_theirs = told.sentence.start + start, words_of_recalling.WHO.match(told.sentence.text, start)
        for each in told.people:
            between = told.sentence.passage(each.end, at).strip(" ,") if is_theirs and each.end <= at else "…"
            if between in ("", each.title):
                people.append(each)
                titles += [one for one in told.mentions if each.end <= one.start < at]
    people = sorted([*people, *recalled.people], key=lambda each: each.start)
    return replace(recalled, people=people, mentions=[*titles, *recalled.mentions])


def looks_back(told: ToldSentence, day: date | None) -> bool:
    """Whether a whole sentence tells what had been long before `day`: “In May 2014, Mr Abe had visited NATO.”."""
    before = told.day
    if not (day and before and told.says(words_of_recalling.HAD)):
        return False
    # “The day before, he had been received”: of whoever the text goes on about, that is a part of the same story.
    return before.last < (day - LONG_BEFORE if told.speaks_of_one_before else day)


def without_recalled(sentence: Sentence) -> Sentence:
    """Return `sentence` without what it recalls."""
    return without(ToldSentence(sentence, [], []), list(recalled_in(sentence.text))).sentence


def recalled_in(text: str) -> Iterator[Span]:
    """Yield where `text` recalls something, each place behind the last."""
    last = 0
    for start, end in sorted(_each(text)):
        if last <= start < end:
            yield start, end
            last = end


def _each(text: str) -> Iterator[Span]:
    for found in words_of_recalling.RECALLING.finditer(text):
        yield found.start(), main_clause(text, found.end())
    for found in words_of_recalling.RECALLED.finditer(text):
        end = _end_of_part(text, found.end())
        verb = None if words_of_recalling.THAT.match(text, found.end()) else _and_then(text, found.end(), end)
        yield found.end(), end if verb is None else verb
    for found in words_of_recalling.QUOTED.finditer(text):
        # “I met Mr Kishida last year,” he said on 10 July: the day is not that of what he tells.
        if any(each.search(found.group()) for each in (words_of_meetings.MET, words_of_journeys.TRAVELLED)):
            yield found.span()
    for pattern in (words_of_recalling.OF_SOMEBODY, words_of_recalling.WHOM_HE_MET):
        yield from (found.span() for found in pattern.finditer(text))
    for found in words_of_recalling.WHO_HAD.finditer(text):
        comma = text.find(",", found.end())
        yield found.start(), min(comma if comma >= 0 else len(text), _end_of_part(text, found.end()))


def main_clause(text: str, start: int) -> int:
    """Return where the main clause goes on behind a participle: at the last comma before its verb.

    Of what stands between two commas right before the verb, “the Minister, Mr Berg, met”, it is the one before both.
    """
    part = _end_of_part(text, start)
    for verb in words_of_recalling.MAIN.finditer(text, start, part):
        commas = [each for each in range(start, verb.start()) if text[each] == ","]
        if not text[commas[-1] + 1 if commas else start : verb.start()].strip():
            commas = commas[:-2] or commas
        if commas and not words_of_recalling.RELATIVE.match(text, commas[-1]):
            return commas[-1]
    return part


def _and_then(text: str, start: int, end: int) -> int | None:
    """Return where a sentence goes on to tell what else was done: “recalled the visit of Ms Berg and met”."""
    for verb in words_of_recalling.MAIN.finditer(text, start, end):
        before = text[start : verb.start()].rstrip()
        joined = next((word for word in (" and", " et", " puis") if before.endswith(word)), "")
        if joined:
            return start + len(before) - len(joined)
    return None


def _end_of_part(text: str, start: int) -> int:
    return min((at for at in (text.find(";", start), len(text)) if at >= 0), default=len(text))
