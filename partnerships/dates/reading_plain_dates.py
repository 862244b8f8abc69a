"""One day, month, season, year or decade as people write it, perhaps with its year left to a neighbour."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .edtf import parse_unit
from .errors import DateError, _, quoted
from .moments import Precision
from .named_parts import PartKind
from .units import WINTER, Unit
from .valid_dates import make_unit
from .vocabulary import (
    FILLER,
    MONTH,
    MONTH_NUMBERS,
    SEASON,
    SEASON_NUMBERS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
)

_DAY = r"(?P<day>[0-9]{1,2})(?:[ -]?(?:i?er|i?eme|1?ere|re|st|nd|rd|th|e)\.?|°|d)?(?: day)?(?: of)?"
_NAME = rf"(?P<name>{MONTH})\.?(?: of| de(?: l'an(?:nee)?)?)?"
_YEAR = r"(?P<year>[0-9]{2,4})"
_SHAPES = [
    re.compile(shape)
    for shape in (
        rf"{_DAY} {_NAME}(?: {_YEAR})?",
        rf"{_DAY} {_NAME}-(?P<year>[0-9]{{4}})",
        rf"(?P<day>[0-9]{{1,2}})-{_NAME} (?P<year>[0-9]{{4}})",
        rf"{_NAME} (?:the )?{_DAY}(?: {_YEAR})?",
        rf"(?P<year>[0-9]{{4}}) {_DAY} {_NAME}",
        rf"{_NAME}(?: (?P<year>[0-9]{{4}}))?",
        rf"{_DAY}(?: (?P<year>[0-9]{{4}}))?",
        r"(?P<year>[0-9]{4})",
        rf"(?P<year>[0-9]{{4}})[ /-]\(?(?P<name>{MONTH})\.?\)?(?:[ /-](?P<day>[0-9]{{1,2}}))?",
        rf"(?P<day>[0-9]{{1,2}}) ?(?P<name>{MONTH})\.? ?(?P<year>[0-9]{{4}})",
        rf"(?P<name>{MONTH})(?P<mark>[-/.])(?P<day>[0-9]{{1,2}})(?P=mark)(?P<year>[0-9]{{4}})",
    )
]
_NUMBERS = re.compile(r"(?:([0-9]{1,2})([/.-]))?([0-9]{1,2})([/.-])([0-9]{1,4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_APART = re.compile(r"[0-9]{1,2}(?: ?er)?( ?[-–/.] ?)[0-9]{1,2}\1[0-9]{4}|[0-9]{4}( ?[-–/.] ?)[0-9]{1,2}\2[0-9]{1,2}")
_SPACED = re.compile(r"[0-9]{1,2} [0-9]{1,2} [0-9]{4}|[0-9]{4} [0-9]{1,2} [0-9]{1,2}")
_JAPANESE = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_RUN_TOGETHER = re.compile(r"(1[5-9]|2[0-9])([0-9]{2})([0-9]{2})([0-9]{2})")
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = re.compile(rf"([0-9]{{1,2}})([-./ ]) ?({'|'.join(reversed(_ROMAN_MONTHS))})\2 ?([0-9]{{1,4}})")
_ROMAN_DAY = re.compile(rf"([0-9]{{1,2}})\.({'|'.join(reversed(_ROMAN_MONTHS))})\.?")
_ROMAN_MONTH = re.compile(rf"({'|'.join(reversed(_ROMAN_MONTHS))})([-./] ?| )([0-9]{{4}})")
_JOINED = re.compile(rf"(?:([0-9]{{1,2}})([-/.]?))?({MONTH})\.?((?:(?<=\.)|[-/])?|\.)([0-9]{{1,4}})?")
_SEASON = re.compile(
    rf"(?P<name>{SEASON})(?: of| de(?: l'an(?:nee)?)?|,)?"
    rf"(?: (?P<year>[0-9]{{4}})(?: ?[-–/] ?(?P<next>[0-9]{{4}}|[0-9]{{2}}))?)?"
)
_YEAR_AND_SEASON = re.compile(rf"^([0-9]{{4}}),? ({SEASON})$")
_DECADE = re.compile(
    r"(?:(?:annees|decennie|decade) '?(?P<fr>[0-9]{2,4})"
    r"|'?(?P<en>[0-9]{2,4})(?:(?:'|ie)?s(?P<ten> (?:\(decade\)|decade))?|x))"
)
_NOTATION = re.compile(r"[0-9]{3}x|[0-9]{4}-(?:[0-3][0-9]|4[01])|[0-9]{4}(?:-[0-9]{2}){2}|[0-9]{4}–[0-9]{2}–[0-9]{2}")
_LEADING = re.compile(rf"{FILLER}|date ?: ?")
_WEEKDAY = re.compile(rf"({WEEKDAY})\.?,? (?=.)")
#: "Mar." alone is March; before the day of a month it is “mardi”.
_MARDI = re.compile(rf"mar\.?,? (?=[0-9]{{1,2}}(?: ?er)? {MONTH}\b)")
_WEEKDAY_AFTERWARDS = re.compile(rf"(?:, ?| ?\()({WEEKDAY})\.?\)?$")
_WEEKDAY_WITHIN = re.compile(rf" \(({WEEKDAY})\.?\)(?= )")
_LAST_DAY = re.compile(r"(?:last day of|dernier jour (?:de |du |d'))(?P<rest>.+)")
#: The notation of others has numbers for seasons, quarters and halves after those of the months, up to this one.
LAST_PART = 41
MONTH_OR_YEARS = _("“%(text)s” can be a month or two years. Write both years in full, or the month in words.")
_FOUR_DIGITS = _("Write the year with four digits; “%(text)s” has fewer.")


@dataclass(frozen=True)
class TypedUnit:
    """Numbers understood so far; None is not said. ``month`` is 21 to 24 for a season."""

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False
    weekday: int | None = None
    part: tuple[PartKind, int] | None = None
    """Which part of it: "late May", whose year a neighbour says."""

    @property
    def is_complete(self) -> bool:
        return self.year is not None and (self.day is None or self.month is not None)

    def completed_by(self, other: "TypedUnit") -> "TypedUnit":
        """This unit with what it leaves unsaid taken from its neighbour in a range: "3" in "3-5 March 2016"."""
        if other.decade:
            return self
        typed = self
        if typed.day is not None and typed.month is None and other.day is not None:
            typed = replace(typed, month=other.month)
        if typed.year is None and typed.month is not None:
            typed = replace(typed, year=other.year)
        return typed

    def unit(self) -> Unit:
        """The stretch of the calendar meant. Raises ``DateError`` if there is none, or the year is not said."""
        if self.year is None or not self.is_complete:
            if self.day is not None and self.month is None and self.day > 31:
                raise DateError(_FOUR_DIGITS, {"text": quoted(self.text)})
            if self.day is not None and self.month is None:
                raise DateError(_("The month is missing in “%(text)s”."), {"text": quoted(self.text)})
            raise DateError(_("The year is missing in “%(text)s”."), {"text": quoted(self.text)})
        if self.decade:
            return parse_unit(f"{self.year // 10:03d}X")
        unit = make_unit(self.year, self.month, self.day)
        if self.weekday is not None:
            self._check_weekday(unit)
        return unit

    def _check_weekday(self, unit: Unit) -> None:
        if unit.precision is not Precision.DAY:
            raise DateError(_("“%(text)s” names a day of the week, but no day."), {"text": quoted(self.text)})
        if date(unit.year, unit.month, unit.day).weekday() != self.weekday:
            raise DateError(
                _("“%(text)s”: %(day)s is another day of the week. Check the day and the date."),
                {"text": quoted(self.text), "day": unit.notation},
            )


def typed_unit(text: str) -> TypedUnit | None:
    """What a tidied text says as one day, month, season, year or decade; None if it is no such thing.

    Raises ``DateError`` where it clearly is one, and wrong: 24/13/2018, a year of two digits.
    """
    said = text
    while match := _LEADING.match(said):
        said = said[match.end() :].strip()
    weekday = None
    if match := _MARDI.match(said) or _WEEKDAY.match(said):
        weekday = WEEKDAY_NUMBERS[match[1] if match.re is _WEEKDAY else "mardi"]
        said = said[match.end() :]
        while match := _LEADING.match(said):
            said = said[match.end() :].strip()
    elif match := _WEEKDAY_AFTERWARDS.search(said) or _WEEKDAY_WITHIN.search(said):
        weekday = WEEKDAY_NUMBERS[match[1]]
        said = said[: match.start()] + said[match.end() :]
    if match := _LAST_DAY.fullmatch(said):
        return _last_day(match["rest"].strip(), text)
    typed = next(filter(None, (read(said, text) for read in _READERS)), None)
    return replace(typed, weekday=weekday) if typed else None


def _last_day(said: str, text: str) -> TypedUnit | None:
    """ "Last day of February 2016", which a calendar knows."""
    typed = typed_unit(said)
    if typed is None or typed.day or typed.decade or (typed.month or 1) > 12:
        return None
    last = replace(typed, text=text).unit().bounds()[1]
    return TypedUnit(text, last.year, last.month, last.day)


def _in_words(said: str, text: str) -> TypedUnit | None:
    said = " ".join(said.replace(",", " ").split())
    said = re.sub(r"^(?:premier|first) (?:jour (?:de |du mois de |d'))?", "1 ", said)
    said = re.sub(r"(?<=[0-9a-z]) du mois (?:de |d')", " ", said)
    for shape in _SHAPES:
        if match := shape.fullmatch(said):
            found = match.groupdict()
            year, name, day = found.get("year"), found.get("name"), found.get("day")
            if year and len(year) < 4:
                raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
            return TypedUnit(
                text,
                year=int(year) if year else None,
                month=MONTH_NUMBERS[name] if name else None,
                day=int(day) if day else None,
            )
    return None


def _season(said: str, text: str) -> TypedUnit | None:
    match = _SEASON.fullmatch(_YEAR_AND_SEASON.sub(r"\2 \1", said))
    if not match:
        return None
    year = int(match["year"]) if match["year"] else None
    month = SEASON_NUMBERS[match["name"]]
    if following := match["next"]:
        said_next = f"{(year or 0) + 1:04d}"
        if month != WINTER or not said_next.endswith(following):
            return None
    return TypedUnit(text, year=year, month=month)


def _decade(said: str, text: str) -> TypedUnit | None:
    match = _DECADE.fullmatch(said)
    if not match:
        return None
    if said.endswith("x"):
        return TypedUnit(text, year=int(match["en"]) * 10, decade=True) if len(match["en"]) == 3 else None
    digits = match["fr"] or match["en"]
    if len(digits) != 4:
        raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
    if match["en"] and digits.endswith("00") and digits < "2000" and not match["ten"]:
        raise DateError(
            _("“%(text)s” can be ten years or a hundred. Write “%(year)ss (decade)”, or the years, or the century."),
            {"text": quoted(text), "year": digits},
        )
    if digits[-1] != "0":
        raise DateError(
            _("A decade begins with a year that ends in 0: write 1990s; “%(text)s” does not."), {"text": quoted(text)}
        )
    return TypedUnit(text, year=int(digits), decade=True)


def _in_numbers(said: str, text: str) -> TypedUnit | None:
    if _APART.fullmatch(said):
        said = re.sub("^0?1 ?er[-/.]", "1.", said).replace(" ", "").replace("–", "-")
        said = re.sub("^1[.]([0-9]+)[-/]", r"1.\1.", said)
    if _NOTATION.fullmatch(said):
        unit = parse_unit(said.replace("–", "-").upper())
        return TypedUnit(text, unit.year, unit.month or None, unit.day or None, unit.precision is Precision.DECADE)
    if match := _YEAR_FIRST.fullmatch(said):
        if match[2] == "-" and not match[4] and int(match[3]) > LAST_PART:
            return None
        if not match[4] and _can_be_two_years(match):
            raise DateError(MONTH_OR_YEARS, {"text": quoted(text)})
        if match[2] == "." and match[3] == "1" and not match[4]:
            raise DateError(
                _("“%(text)s” can be January, or October without its zero: write the month in words."),
                {"text": quoted(text)},
            )
        return TypedUnit(text, int(match[1]), int(match[3]), int(match[4]) if match[4] else None)
    if match := _JAPANESE.fullmatch(said):
        year, month, day = (int(part) if part else None for part in match.groups())
        return TypedUnit(text, year, month, day)
    if _SPACED.fullmatch(said):
        return _in_numbers(said.replace(" ", "/"), text)
    if match := _RUN_TOGETHER.fullmatch(said):
        century, year, month, day = match.groups()
        return TypedUnit(text, int(century + year), int(month), int(day)) if 1 <= int(month) <= 12 else None
    match = _NUMBERS.fullmatch(said)
    return _day_first(match, text) if match else None


def _can_be_two_years(match: re.Match[str]) -> bool:
    """ "2004/05" and "2004-5", which can be 2004 to 2005; "2004-05" is the notation for a month."""
    if match[2] == "." or (match[2] == "-" and len(match[3]) > 1):
        return False
    return int(match[3]) > int(match[1][-len(match[3]) :])


def _day_first(match: re.Match[str], text: str) -> TypedUnit | None:
    day, mark, month, second_mark, year = match.groups()
    if day is None:
        if second_mark == "-" and len(year) != 4:
            return None
        if len(year) <= 2 and int(year) > 12:
            raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
        if len(year) <= 2:
            day, month, year = month, year, None
    elif mark != second_mark and (second_mark != "-" or len(year) != 4):
        # "24/5-2018" is how Scandinavia writes it.
        return None
    if year is not None and len(year) != 4:
        raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
    if not 1 <= int(month) <= 12:
        raise DateError(
            _("There is no month %(month)s in “%(text)s”: write the day first, then the month, then the year."),
            {"month": month, "text": quoted(text)},
        )
    if day and mark != "." and int(day) != int(month) and 1 <= int(day) <= 12:
        raise DateError(
            _("“%(text)s” can be two days, one by the French and one by the American order: write the month in words."),
            {"text": quoted(text)},
        )
    return TypedUnit(text, int(year) if year else None, int(month), int(day) if day else None)


def _joined(said: str, text: str) -> TypedUnit | None:
    """ "24-May-2018", "24May2018", "May-2018": as spreadsheets and stamps write it."""
    match = _JOINED.fullmatch(said)
    if not match or not (match[1] or match[5]):
        return None
    day, mark, name, second_mark, year = match.groups()
    if (day and year and mark not in (second_mark, second_mark or ".")) or (
        day and not year and (second_mark or not mark)
    ):
        return None
    if year and len(year) < 4:
        raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
    return TypedUnit(text, int(year) if year else None, MONTH_NUMBERS[name], int(day) if day else None)


def _roman(said: str, text: str) -> TypedUnit | None:
    """ "24.V.2018"."""
    if match := _ROMAN_MONTH.fullmatch(said):
        if match[1] == "x" and match[2] == " ":
            raise DateError(
                _("“%(text)s” can be October, or a month that was not known: write it in words, or the year alone."),
                {"text": quoted(text)},
            )
        if match[1] == "v" and match[2].endswith(" "):
            raise DateError(
                _("“%(text)s” can be “May” or, in French, “about”: write the one or the other in full."),
                {"text": quoted(text)},
            )
        return TypedUnit(text, int(match[3]), _ROMAN_MONTHS.index(match[1]) + 1)
    if match := _ROMAN_DAY.fullmatch(said):
        return TypedUnit(text, None, _ROMAN_MONTHS.index(match[2]) + 1, int(match[1]))
    match = _ROMAN.fullmatch(said)
    if not match:
        return None
    if len(match[4]) < 4:
        raise DateError(_FOUR_DIGITS, {"text": quoted(text)})
    return TypedUnit(text, int(match[4]), _ROMAN_MONTHS.index(match[3]) + 1, int(match[1]))


_READERS = (_in_numbers, _decade, _season, _in_words, _joined, _roman)
