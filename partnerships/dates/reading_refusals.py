"""The sentence that fits a text which is no date: what most people who write so should write instead."""

from difflib import get_close_matches

from django.utils.translation import get_language

from . import refused_words as words
from .errors import DateError, _, quoted
from .month_and_season_names import MONTHS
from .reading_moments import moment_of
from .reading_notation import short_range
from .vocabulary import MONTH_NUMBERS

# What is said of several.
_LEAVE_EMPTY = _("If no date is known, leave this empty.")
_NO_YEAR = _("The year is missing in “%(text)s”.")
_A_CENTURY = _("Where no more than the century is known, write it: 20th century.")
_YEARS = _("Years go from 0001 to 9999.")
_ITS_DAY = _("“%(text)s” has other days each year, or elsewhere. Write its day, or its first and last day.")
_BETWEEN = _(
    "“%(text)s” sets no limit. Write the days between which it was, such as “between 25 May"
    " and 30 June 2018”, and keep these words as the wording."
)
_FRENCH_OR_ENGLISH = _("“%(text)s” names a month in another language. Write it in English or French.")
_FOUR_DIGITS = _("Write the year with four digits; “%(text)s” has fewer.")
_NO_TIME = _("A date without a time of day is expected, for example 2018-05-24.")
_DAYS_OF_A_WEEK = _("“%(text)s” counts weeks. Write the days: 21–27 May 2018, or “week of 21 May 2018”.")
_OUR_CALENDAR = _(
    "“%(text)s” is a date of another calendar. Write the day of ours, and keep these words as the wording."
)
_THE_DAY_ITSELF = _("“%(text)s” counts from another day. Write the date itself: 24 May 2018.")
_FOR_EVERY_READER = _("“%(text)s” depends on the day it is read. Write the date itself: 24 May 2018.")
_BOTH_ENDS = _(
    "“%(text)s” leaves one end open. Write “since 2018” if it is still going on, “2018, end"
    " unknown” if nobody knows, “until 2018” for an end."
)
_FIRST_AND_LAST = _("“%(text)s” says how long, not when. Write the first and the last day, as far as they are known.")
_DATE_ALONE = _(
    "Write the date alone; “%(text)s” also says something about it, which has a field of its own or is a note."
)
_ONE_OF_SEVERAL = _("“%(text)s” names several dates. Write one, or the first and the last day: 3–5 March 2016.")

#: How each is known, and what is said of it; the first that fits.
_SENTENCES = [
    (words.NOTHING.fullmatch, _LEAVE_EMPTY),
    (words.QUARTER_ALONE.fullmatch, _NO_YEAR),
    (words.DAY_AND_MONTH.fullmatch, _NO_YEAR),
    (words.CENTURY_IN_SHORT.fullmatch, _A_CENTURY),
    (words.CENTURY_BEGUN.fullmatch, _A_CENTURY),
    (words.DECADE_BEGUN.fullmatch, _("For some year of a decade write 199X; for one that is not certain, 1990?.")),
    (
        words.BEFORE_OR_AFTER.fullmatch,
        _("Write “before 2018” or “after 2018” in full; “%(text)s” can be read in two ways."),
    ),
    (
        words.COUNT.fullmatch,
        _("“%(text)s” is a number, such as a spreadsheet keeps for a day. Write the date itself: 24 May 2018."),
    ),
    (words.BEFORE_CHRIST.search, _YEARS),
    (words.FEAST.search, _ITS_DAY),
    (words.WEEK_OF_DAYS.fullmatch, _DAYS_OF_A_WEEK),
    (words.CLOCK.search, _NO_TIME),
    (
        words.STROKE.search,
        _("“%(text)s” can mean one or the other, or both: write “or”, or the first and the last with a dash."),
    ),
    (words.CENTURY.search, _("Early, middle and late go with a month, a year or a decade.")),
    (words.NO_LIMIT.search, _BETWEEN),
    (words.IN_WORDS.search, _("Write dates with the digits 0 to 9.")),
    (words.OTHER_LANGUAGE.search, _FRENCH_OR_ENGLISH),
    (words.TWO_DIGITS.search, _FOUR_DIGITS),
    (words.SHORT_YEAR.search, _FOUR_DIGITS),
    (words.TIME.search, _NO_TIME),
    (
        words.DAY_OF_THE_YEAR.fullmatch,
        _("“%(text)s” counts the days of the year. Write the day and its month: 24 May 2018."),
    ),
    (words.WEEK.search, _DAYS_OF_A_WEEK),
    (words.OTHER_CALENDAR.search, _OUR_CALENDAR),
    (words.FROM_ANOTHER_DAY.search, _THE_DAY_ITSELF),
    (words.RELATIVE.search, _FOR_EVERY_READER),
    (words.DANGLING.fullmatch, _BOTH_ENDS),
    (
        words.SUPPLIED.fullmatch,
        _("Brackets say that a date was supplied. If it is uncertain, write “2018 (uncertain)”; else leave them out."),
    ),
    (words.LONG.search, _FIRST_AND_LAST),
    (words.EVENT.search, _DATE_ALONE),
    (words.LETTER_FOR_DIGIT.search, _("“%(text)s” has a letter where a digit belongs: l or I for 1, O for 0.")),
    (words.SEVERAL.search, _ONE_OF_SEVERAL),
    (words.FORMULA.fullmatch, _("“%(text)s” is a formula. Write the date itself: 24 May 2018.")),
    (words.TOO_LONG_A_YEAR.fullmatch, _YEARS),
    (words.MONTHS_OF_ANOTHER_CALENDAR.search, _OUR_CALENDAR),
    (words.OTHER_SCRIPT.search, _FRENCH_OR_ENGLISH),
    (words.NAMED_DAY.search, _ITS_DAY),
    (
        words.AGAIN.search,
        _(
            "“%(text)s” says that it came again, or with breaks. Each time is a record of its own; or"
            " write the first and the last day."
        ),
    ),
    (words.COUNTED_WEEKDAY.search, _("“%(text)s” counts the days of the week. Write the day itself: 24 May 2018.")),
    (words.FROM_A_DAY.fullmatch, _THE_DAY_ITSELF),
    (words.ZONE.fullmatch, _NO_TIME),
    (words.DURATION.fullmatch, _FIRST_AND_LAST),
    (words.MORE_OR_LESS.fullmatch, _("Write the first and the last year that it may be: between 2017 and 2019.")),
    (words.ENDLESS.fullmatch, _BOTH_ENDS),
    (words.SOME_OF.fullmatch, _BETWEEN),
    (words.ELSEWHERE.fullmatch, _("“%(text)s” refers to another text. Write the date given there.")),
    (words.WHENEVER.fullmatch, _FOR_EVERY_READER),
    (words.PART_ALONE.fullmatch, _NO_YEAR),
    (words.MORE_THAN_A_DATE.fullmatch, _DATE_ALONE),
    (
        words.OF_AN_AGE.search,
        _(
            "“%(text)s” is the name of an age or an event. Write its first and last day, and keep"
            " these words as the wording."
        ),
    ),
    (
        words.ASKED_WITHIN.fullmatch,
        _("Write ~ (about), ? (uncertain) or %% (both) once, at the end of a date: 2011~; “%(text)s” is not."),
    ),
    (words.JOINED.fullmatch, _ONE_OF_SEVERAL),
]


def refuse_blanks(text: str, said: str) -> None:
    """Raise the error for numbers that only look like a date: of a spreadsheet, or filled in for what was not known."""
    shapes = (words.CENTURY_BEGUN, words.CENTURY_IN_SHORT, words.DAY_AND_MONTH, words.NONE_AT_ALL, words.WEEK_OF_DAYS)
    if (words.COUNT.fullmatch(said) and not said.isdecimal()) or any(shape.fullmatch(said) for shape in shapes):
        raise refusal(text, said, None)
    if (words.NUMBERED.fullmatch(said) and words.BLANK.search(said)) or words.DOTTED.match(said):
        raise DateError(
            _("A day or a month that is not known is left out: write May 2018 or 2018, not “%(text)s”."),
            {"text": quoted(text)},
        )


def refusal(text: str, said: str, problem: DateError | None) -> DateError:
    """The error for a text that was not understood; ``problem`` is what is wrong with it as notation."""
    for is_such, sentence in _SENTENCES:
        if is_such(said):
            return DateError(sentence, {"text": quoted(text)})
    if (match := words.MISSPELT_MONTH.fullmatch(said)) and (meant := _month_meant(match["name"])):
        return DateError(
            _("“%(text)s” names no month that is spelt so: is %(month)s meant?"),
            {"text": quoted(text), "month": meant},
        )
    if _ends_with_a_date(said):
        return DateError(_DATE_ALONE, {"text": quoted(text)})
    return problem or DateError(
        _(
            "“%(text)s” was not understood as a date. Write for example: 24 May 2018, May 2018, about 2011,"
            " early 1990s, before 2011, 3–5 March 2016, since 1 July 2018, 2004–2009."
        ),
        {"text": quoted(text)},
    )


def _ends_with_a_date(said: str) -> bool:
    """Whether words that nobody knows stand before a date; one alone may be a month, misspelt."""
    pieces = said.split(" ")
    for number in range(1, len(pieces)):
        before, rest = pieces[:number], " ".join(pieces[number:])
        if words.OF_A_DATE.issuperset(before) or any(map(words.HOLDS_A_DIGIT.search, before)):
            continue
        if not words.BARE_DATE.match(rest):
            continue
        try:
            found = short_range(rest) or moment_of(rest)
        except DateError:
            continue
        if found and (number > 1 or words.WHOLE_DAY.fullmatch(rest)):
            return True
    return False


def _month_meant(name: str) -> str:
    """The months that a misspelt name is near to, as the reader writes them."""
    language = "fr" if (get_language() or "").startswith("fr") else "en"
    spelt = {each: number for each, number in MONTH_NUMBERS.items() if len(each) > 3 or each == "mai"}
    name = next((each for each in (name.replace("rn", "m"), name.replace("l", "i")) if each in spelt), name)
    begun = {number for each, number in spelt.items() if each.startswith(name)}
    near = begun or {spelt[each] for each in get_close_matches(name, spelt, n=2, cutoff=0.76)}
    return " / ".join(MONTHS[language][number - 1] for number in sorted(near))
