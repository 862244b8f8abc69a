"""The dates that stand in a sentence, read by the one reader of dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships import dates
from partnerships.dates.month_and_season_names import WEEKDAYS

from . import words_of_journeys
from .text import Sentence
from .words_of_days import (
    DAY_AFTER,
    DAY_BEFORE,
    DAY_TO_COME,
    EVE,
    FIRST_DAY,
    IF,
    IN_FIGURES,
    IN_THE_MARGINS,
    LAST_DAY,
    MONTH,
    MONTH_ALONE,
    NUMBER_ALONE,
    ON_A_WEEKDAY,
    PAST,
    REMEMBERED,
    SAME_DAY,
    SAYS_A_MONTH,
    THAT_DAY,
    WEEKDAY,
)

_ABBREVIATED = r"(?:janv?|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|févr|avr|juil|déc)\.?"
_ANY_MONTH = rf"(?:(?:{MONTH})\b\.?|{_ABBREVIATED})"
_DAY = r"\d{1,2}(?:er|re|st|nd|rd|th)?"
_NUMBERED = {name.lower(): number for names in WEEKDAYS.values() for number, name in enumerate(names)}
_DASH = r"\s?[-–]\s?"
#: What stands before a day and says no more than it: « le samedi 17 février », “Friday 16 and Saturday 17 February”.
_NAMED = rf"(?:(?:le|the)\s+)?(?:{WEEKDAY},?\s+)?"

#: The longest first: what a shorter one would cut in two is taken whole.
_FORMS = (
    rf"(?:du|from)\s+{_NAMED}{_DAY}(?:\s+{_ANY_MONTH})?(?:\s+\d{{4}})?\s+(?:au|to|until)\s+{_NAMED}{_DAY}\s+{_ANY_MONTH}"
    r"(?:,?\s+\d{4})?",
    # “Wednesday 2 April to Friday 4 April 2025”.
    rf"{_DAY}\s+{_ANY_MONTH}(?:\s+\d{{4}})?\s+(?:au|to|until)\s+{_NAMED}{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    # “from April 29 to May 6”, with the year behind it or elsewhere.
    rf"(?:from\s+)?(?-i:(?=[A-Z])){_NAMED}{_ANY_MONTH}\s+{_DAY}\s+(?:to|until)\s+{_NAMED}{_ANY_MONTH}\s+{_DAY}(?!\d|,\d)"
    r"(?:,\s+\d{4})?",
    rf"{_DAY}\s+{_ANY_MONTH}\s+\d{{4}}{_DASH}{_DAY}\s+{_ANY_MONTH}\s+\d{{4}}",
    # “between 8 and 10 September 2024”, of what lasted so long.
    rf"(?:between|entre)\s+{_NAMED}{_DAY}\s+(?:and|et)\s+{_NAMED}{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"{_DAY}(?:{_DASH}|\s+(?:et|and|au|to)\s+){_NAMED}{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"{_DAY}\s+{_ANY_MONTH}(?:,?\s+\d{{4}})?",
    rf"\d{{1,2}}-{_ABBREVIATED}-\d{{4}}",
    # “from April 2 to 5”, of which the year may stand elsewhere.
    rf"(?-i:(?=[A-Z])){_ANY_MONTH}\s+{_DAY}(?:{_DASH}|\s+(?:to|and|until)\s+){_DAY}(?!\d|,\d|\s+{_ANY_MONTH})"
    r"(?:,\s+\d{4})?",
    rf"{_ANY_MONTH}\s+{_DAY}(?:{_DASH}{_DAY})?,\s+\d{{4}}",
    # “on July 11”: of a verb, “they may 11 times”, the month has its capital.
    rf"(?-i:(?=[A-Z])){_ANY_MONTH}\s+{_DAY}(?!\d|,\d)",
    rf"(?:(?:début|fin|mi-|early|late|mid-)\s?)?{_ANY_MONTH}\s+\d{{4}}",
    r"\d{4}-\d{2}-\d{2}|\b\d{1,2}\.\d{1,2}\.\d{4}\b|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])",
    r"(?:début|milieu|fin|early|mid|late)[\s-](?:des\s+années\s+|the\s+)?\d{4}s?",
    r"(?:les\s+années\s+\d{4}|the\s+\d{4}s)",
    r"(?<=\ben\s)\d{4}|(?<=\bin\s)\d{4}|(?<=\bdepuis\s)\d{4}|(?<=\bsince\s)\d{4}",
)
_DATES = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
#: What lasted from the one day to the other, and a day whose month stands between hyphens: “01-Mar-2006”.
_BETWEEN = re.compile(rf"\A(?:between|entre)\s+{_NAMED}({_DAY})\s+(?:and|et)\s+{_NAMED}({_DAY})", re.IGNORECASE)
_HYPHENED = re.compile(r"(?<=\d)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d{4})")
_SAYS_NO_MORE = re.compile(rf"(\s|\A){_NAMED}(?=\d|{_ANY_MONTH}\s)", re.IGNORECASE)
MONTHS_OF_A_YEAR, _MONTH_AT_MOST = 12, 31
#: How many days a journey takes at most of which one document tells, and how far a day of the week lies at most from
#: the one beside which it stands: further off it might as well be that of another week.
_JOURNEY, _BESIDE, _WEEK = 10, 2, 7


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


@dataclass(frozen=True)
class Calendar:
    """What words for days rest on: the day of the document, the one of which the text spoke last, its journey."""

    day: date | None = None
    last: date | None = None
    #: Whether the text itself spoke of that day, not its dateline alone.
    is_told: bool = False
    #: The year of which the text spoke last, where the document has no day.
    year: int | None = None
    journey: DateInText | None = None

    def on(self, weekday: int, *, way: int = 0) -> date | None:
        """Return which day of the week is meant: of the journey, else right beside a day that is known.

        `way` is 1 for what is yet to come, -1 for what is past, as seen from the document. Else it is that of the week
        before the document, or of the week behind it.
        """
        named: list[date] = []
        if self.journey:
            length = (self.journey.last - self.journey.first).days + 1
            days = [self.journey.first + timedelta(days=number) for number in range(length)]
            named = [each for each in days if each.weekday() == weekday]
            if len(named) == 1:
                return named[0]
        for known, towards in ((self.day, way), (self.last, 0)):
            far = _days_to(weekday, known, towards) if known else _WEEK
            if known and abs(far) <= _BESIDE:
                return known + timedelta(days=far)
        if self.day is None or named or (self.last and abs((self.last - self.day).days) > _WEEK):
            return None
        return self.day + timedelta(days=_days_to(weekday, self.day, way or -1))


def _days_to(weekday: int, known: date, way: int) -> int:
    """Return how many days lie between a day and the nearest such day of the week, before it or behind it."""
    ahead = (weekday - known.weekday()) % _WEEK
    return {0: (ahead + 3) % _WEEK - 3, 1: ahead, -1: -((known.weekday() - weekday) % _WEEK)}[way]


def dates_in(sentence: Sentence, calendar: Calendar | None = None) -> list[DateInText]:
    """Return the dates that stand in `sentence`; those for which it has words alone, where it gives none itself.

    A day and month without a year are of the year of the document, else of that of which the text spoke last.
    """
    calendar = calendar or Calendar()
    found = [*_written(sentence, calendar.day.year if calendar.day else calendar.year)]
    if not any(one.is_whole or one.is_day for one in found):
        # A day of the week within a period is that of its own end: “from Wednesday, April 2 to Friday, April 4”.
        written = [(one.start, one.end) for one in found]
        meant = _meant(sentence, calendar)
        found += [one for one in meant if not any(start <= one.start < end for start, end in written)]
    return sorted(found, key=lambda one: one.start)


def goes_on_from(sentence: Sentence, day: DateInText) -> bool:
    """Whether a text goes on from `day`: not from one that it remembers, « qu’il avait acceptée le 24 mai »."""
    return not REMEMBERED.search(sentence.passage(sentence.start, day.start))


def first_year(sentences: list[Sentence]) -> int | None:
    """Return the year of the first date that a text gives whole: that of those before it that leave theirs out."""
    whole = (one for each in sentences for one in dates_in(each) if one.is_whole)
    return next((one.last.year for one in whole if (one.last - one.first).days <= _JOURNEY), None)


def journey_of(sentences: list[Sentence], day: date | None) -> DateInText | None:
    """Return the days of the journey of which a document tells, where it gives the first and the last as such."""
    for one in (each for sentence in sentences for each in dates_in(sentence)):
        near = day is None or one.first <= day + timedelta(days=_JOURNEY) and day - timedelta(days=_JOURNEY) <= one.last
        if one.is_whole and near and 0 < (one.last - one.first).days <= _JOURNEY:
            return one
    return None


def span(notation: str) -> tuple[date, date]:
    """Return the first and the last day of what is stored as `notation`."""
    return dates.parse(notation).sort_key


def _written(sentence: Sentence, year: int | None) -> Iterator[DateInText]:
    for found in _DATES.finditer(sentence.text):
        text = " ".join(found.group().split())
        is_whole = bool(_YEAR.search(text))
        if not is_whole and year is None:
            continue
        value = _read(_with_its_month(text, sentence) if is_whole else f"{text} {year}")
        if value is not None:
            place = sentence.start + found.start()
            yield DateInText(found.group(), value, place, place + len(found.group()), is_whole)


def _meant(sentence: Sentence, calendar: Calendar) -> Iterator[DateInText]:
    """Yield the days for which the text has words alone: each lies so many days after one that is known."""
    first, last = (calendar.journey.first, calendar.journey.last) if calendar.journey else (None, None)
    of_words = (
        (THAT_DAY, calendar.day, 0),
        (DAY_BEFORE, calendar.day, -1),
        (DAY_TO_COME, calendar.day, 1),
        (SAME_DAY, calendar.last, 0),
        (IN_THE_MARGINS, calendar.last if calendar.is_told else None, 0),
        (EVE, calendar.last, -1),
        (DAY_AFTER, calendar.last, 1),
        (FIRST_DAY, first, 0),
        (LAST_DAY, last, 0),
    )
    for words, known, step in of_words:
        if known is not None:
            yield from (
                _meaning(sentence, each, known + timedelta(days=step)) for each in words.finditer(sentence.text)
            )
    way = 1 if words_of_journeys.PLANNED.search(sentence.text) else -1 if PAST.search(sentence.text) else 0
    for found in NUMBER_ALONE.finditer(sentence.text):
        if day := _numbered(int(found["en"] or found["fr"]), calendar.day, way):
            yield _meaning(sentence, found, day)
    yield from _months_alone(sentence, calendar, way)
    for found in ON_A_WEEKDAY.finditer(sentence.text):
        if day := calendar.on(_NUMBERED[found["name"].lower()], way=way):
            yield _meaning(sentence, found, day)


def _months_alone(sentence: Sentence, calendar: Calendar, way: int) -> Iterator[DateInText]:
    """Yield the months whose year the document’s own day tells: the last such month, or the next one to come.

    None where the text has gone on to another year, nor where nothing says on which side of its day it lies.
    """
    day = calendar.day
    if day is None or (calendar.year and calendar.year != day.year):
        return
    for found in MONTH_ALONE.finditer(sentence.text):
        said = found.group().lower()
        is_month = sentence.language == "fr" or found["month"].split()[-1].rpartition("-")[2][:1].isupper()
        if not (is_month and SAYS_A_MONTH.match(said)) or IF.search(sentence.text, 0, found.start()):
            continue
        towards = (
            1
            if found["way"] == "prochain" or said.startswith("next")
            else -1
            if found["way"] or said.startswith("last")
            else way
        )
        value = _read(f"{found['month']} {day.year}") if towards else None
        if value is None:
            continue
        behind = value.sort_key[0].month - day.month
        year = day.year + (1 if towards > 0 and behind < 0 else -1 if towards < 0 and behind > 0 else 0)
        if value := _read(f"{found['month']} {year}"):
            place = sentence.start + found.start("month")
            yield DateInText(found["month"], value, place, place + len(found["month"]), is_whole=False)


def _numbered(number: int, day: date | None, way: int) -> date | None:
    """Return the nearest day of that number that is not behind `day`; not before it, where it is yet to come."""
    near = (day + timedelta(days=each * (1 if way > 0 else -1)) for each in range(_MONTH_AT_MOST)) if day else ()
    return next((each for each in near if each.day == number), None)


def _meaning(sentence: Sentence, found: re.Match[str], day: date) -> DateInText:
    place = sentence.start + found.start()
    return DateInText(found.group(), dates.moment_on(day), place, place + len(found.group()), is_whole=False)


def _with_its_month(text: str, sentence: Sentence) -> str:
    """Return a day in figures as the one reader of dates takes it: the day first, as the language has it."""
    figures = IN_FIGURES.fullmatch(text)
    if figures is None:
        return text
    first, second, year = figures.groups()
    if sentence.language == "fr":
        return f"{first}.{second}.{year}"
    return f"{second}.{first}.{year}" if int(second) > MONTHS_OF_A_YEAR else text


def _read(text: str) -> dates.Moment | dates.Period | None:
    try:
        return dates.read(_SAYS_NO_MORE.sub(r"\1", _BETWEEN.sub(r"\1-\2", _HYPHENED.sub(" ", text))))
    except dates.DateError:
        return None
