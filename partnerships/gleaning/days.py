"""The dates that stand in a sentence, read by the one reader of dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships import dates
from partnerships.dates.months_and_seasons import MONTHS, WEEKDAYS

from .text import Sentence

_MONTH = "|".join(name for names in MONTHS.values() for name in names)
_ABBREVIATED = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|févr|avr|juil|déc)\.?"
_ANY_MONTH = rf"(?:{_MONTH}|{_ABBREVIATED})"
_DAY = r"\d{1,2}(?:er|re|st|nd|rd|th)?"
_WEEKDAY = "(?:" + "|".join(name for names in WEEKDAYS.values() for name in names) + ")"
_DASH = r"\s?[-–]\s?"

#: The longest first: what a shorter one would cut in two is taken whole.
_FORMS = (
    rf"(?:du|from)\s+{_DAY}(?:\s+{_ANY_MONTH})?(?:\s+\d{{4}})?\s+(?:au|to|until)\s+{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"{_DAY}(?:{_DASH}|\s+(?:et|and|au|to)\s+){_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"{_ANY_MONTH}\s+{_DAY}(?:{_DASH}{_DAY})?,\s+\d{{4}}",
    # “on July 11”: of a verb, “they may 11 times”, the month has its capital.
    rf"(?-i:(?=[A-Z])){_ANY_MONTH}\s+{_DAY}(?!\d|,\d)",
    rf"(?:(?:début|fin|mi-|early|late|mid-)\s?)?{_ANY_MONTH}\s+\d{{4}}",
    r"\d{4}-\d{2}-\d{2}",
    r"(?:début|milieu|fin|early|mid|late)[\s-](?:des\s+années\s+|the\s+)?\d{4}s?",
    r"(?:les\s+années\s+\d{4}|the\s+\d{4}s)",
    r"(?<=\ben\s)\d{4}|(?<=\bin\s)\d{4}|(?<=\bdepuis\s)\d{4}|(?<=\bsince\s)\d{4}",
)
_DATES = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
#: Words for the day of the document itself, for the day before it, and for the one after the day last spoken of.
_THAT_DAY = re.compile(rf"\b(?:today|aujourd[’']hui|ce jour|ce {_WEEKDAY}|on {_WEEKDAY})\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\b(?:yesterday|hier)\b", re.IGNORECASE)
_DAY_AFTER = re.compile(r"\b(?:the (?:next|following) day|the day after|le lendemain|le jour suivant)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DateInText:
    """A date in a text: how it reads, what it means, where it stands, and whether the text itself gives its year."""

    text: str
    value: dates.Moment | dates.Period
    start: int
    end: int
    is_whole: bool = True

    @property
    def notation(self) -> str:
        return self.value.edtf

    @property
    def first(self) -> date:
        return self.value.sort_key[0]

    @property
    def last(self) -> date:
        return self.value.sort_key[1]

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def dates_in(
    sentence: Sentence, *, day: date | None = None, last: date | None = None, year: int | None = None
) -> list[DateInText]:
    """Return the dates that stand in `sentence`.

    `day` is the day of the document, what “today” means; `last` the day of which the text spoke before: “the next
    day” follows it. A day and month without a year are of the year of the document, else of `year`.
    """
    found = [*_written(sentence, day.year if day else year)]
    if all(not one.is_whole for one in found):
        found += _meant(sentence, day, last)
    return sorted(found, key=lambda one: one.start)


def day_of_document(sentences: list[Sentence]) -> DateInText | None:
    """Return the first whole day that the text gives: a press release says on which day it was written."""
    found = (one for sentence in sentences for one in dates_in(sentence))
    return next((one for one in found if one.is_day), None)


def span(notation: str) -> tuple[date, date]:
    """Return the first and the last day of what is stored as `notation`."""
    return dates.parse(notation).sort_key


def _written(sentence: Sentence, year: int | None) -> Iterator[DateInText]:
    for found in _DATES.finditer(sentence.text):
        text = " ".join(found.group().split())
        is_whole = bool(_YEAR.search(text))
        if not is_whole and year is None:
            continue
        value = _read(text if is_whole else f"{text} {year}")
        if value is not None:
            place = sentence.start + found.start()
            yield DateInText(found.group(), value, place, place + len(found.group()), is_whole)


def _meant(sentence: Sentence, day: date | None, last: date | None) -> Iterator[DateInText]:
    """Return the days for which the text has words alone: each lies so many days after one that is known."""
    for words, known, step in ((_THAT_DAY, day, 0), (_DAY_BEFORE, day, -1), (_DAY_AFTER, last, 1)):
        if known is None:
            continue
        for found in words.finditer(sentence.text):
            place = sentence.start + found.start()
            value = dates.moment_on(known + timedelta(days=step))
            yield DateInText(found.group(), value, place, place + len(found.group()), is_whole=False)


def _read(text: str) -> dates.Moment | dates.Period | None:
    try:
        return dates.read(text)
    except dates.DateError:
        return None
