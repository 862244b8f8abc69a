"""English: day, month, year, as in Britain."""

from typing import ClassVar

from .moments import Moment
from .month_and_season_names import MONTHS, SEASONS
from .named_parts import DatePart, PartKind
from .phrasing import Phrasing, elided, is_limit, saying_of, unit_of
from .sayings import Doubt, Manner, Nearness, Saying
from .units import LAST_YEAR, WINTER, Precision, Unit

_IN = {Precision.DAY: "on", Precision.DECADE: "in the"}
_THIRDS = ("early ", "mid-", "late ")
_EDGES = ("beginning", "middle", "end")
_ORDINALS = ("first", "second", "third", "fourth")
_AFTER = {
    Nearness.SOON: "soon after",
    Nearness.SHORTLY: "shortly after",
    Nearness.JUST: "just after",
    Nearness.ANY: "after",
}
_BEFORE = {
    Nearness.SOON: "shortly before",
    Nearness.SHORTLY: "shortly before",
    Nearness.JUST: "just before",
    Nearness.ANY: "before",
}


class English(Phrasing):
    START_UNKNOWN, END_UNKNOWN = "start unknown", "no end recorded"
    START_OPEN, END_OPEN, END_NEVER = "with no beginning", "still going on", "with no end"
    BOTH_UNKNOWN = "dates unknown"
    SINCE_UNKNOWN = "since an unknown date"
    DOUBTS: ClassVar = {
        Doubt.UNSURE: "uncertain",
        Doubt.PROBABLY: "probably",
        Doubt.PERHAPS: "perhaps",
        Doubt.APPARENTLY: "apparently",
        Doubt.REPORTEDLY: "reportedly",
        Doubt.TO_CONFIRM: "to be confirmed",
        Doubt.UNCONFIRMED: "unconfirmed",
    }
    BOTH_UNCERTAIN = "dates uncertain"
    AT_LEAST = "at least"

    def unit(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"{unit.day} {_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.MONTH:
            return f"{_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.DECADE:
            return f"{unit.year:04d}s{' (decade)' if is_ambiguous(unit) else ''}"
        if unit.precision is Precision.SEASON:
            return f"{SEASONS['en'][unit.month]} {_season_year(unit)}"
        return f"{unit.year:04d}"

    def part(self, part: DatePart) -> str:
        unit = self.unit(part.unit)
        if part.kind is PartKind.THIRD:
            return f"{_THIRDS[part.number]}{unit}"
        if part.kind is PartKind.CENTURY:
            return f"{ordinal(part.unit.year // 100 + 1)} century"
        if part.kind is PartKind.WEEK:
            return f"week {'of' if part.begins_a_week else 'beginning'} {unit}"
        if part.kind is PartKind.TOWARDS:
            return f"towards the {_EDGES[part.number]} of {self._the(part.unit)}"
        name = {PartKind.EDGE: _EDGES[part.number % 3], PartKind.QUARTER: f"{_ORDINALS[part.number]} quarter"}
        return f"{name.get(part.kind, f'{_ORDINALS[part.number]} half')} of {self._the(part.unit)}"

    def about(self, unit: Unit) -> str:
        return f"about {self._the(unit)}"

    def on_or_about(self, unit: Unit) -> str:
        return f"{_IN.get(unit.precision, 'in')} or about {self.unit(unit)}"

    def between(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        if isinstance(first, DatePart) or isinstance(last, DatePart):
            return f"between {self._any(first)} and {self._any(last)}"
        if common := elided(first, last):
            start = str(first.day) if common is Precision.DAY else _without_year(first)
            return f"between {start} and {self.unit(last)}"
        return f"between {self._the(first)} and {self._the(last)}"

    def either(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        return f"{self.first_of_two(first, last)} or {self._any(last)}"

    def first_of_two(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        if isinstance(first, Unit) and isinstance(last, Unit):
            common = elided(first, last)
            if common is Precision.DAY:
                return str(first.day)
            if common is Precision.MONTH:
                return _without_year(first)
            if first.precision is last.precision is Precision.SEASON and first.year == last.year:
                return SEASONS["en"][first.month] if last.month != WINTER else self.unit(first)
        return self._any(first)

    def near(self, saying: Saying) -> str:
        words = (_AFTER if saying.manner is Manner.AFTER else _BEFORE)[saying.near]
        if saying.included and isinstance(saying.first, Unit):
            return f"{'on' if saying.first.precision is Precision.DAY else 'in'} or {words} {self._the(saying.first)}"
        if is_limit(saying):
            words = "not before" if saying.manner is Manner.AFTER else "by"
        return f"{words} {self._any(saying.first)}"

    def within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        return f"{_IN.get(unit.precision, 'in')} {self.unit(unit)} or {_that(whole, later)}"

    def range_into(self, unit: Unit, whole: Unit) -> str:
        return f"{self.unit(unit)} – {_that(whole, later=True)}"

    def bare_within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        return f"{self.unit(unit)} or {_that(whole, later)}"

    def bare_limit(self, unit: Unit, *, later: bool) -> str:
        return f"{self.unit(unit)} or {'later' if later else 'earlier'}"

    def begun_within(self, whole: str, end: Moment, *, borrows: bool) -> str:
        return f"{whole}, until {_without_year(unit_of(end))}" if borrows else f"{whole}, {self.until(end)}"

    def or_earlier(self, unit: Unit) -> str:
        return f"{_IN.get(unit.precision, 'in')} {self.unit(unit)} or earlier"

    def or_later(self, unit: Unit) -> str:
        return f"{_IN.get(unit.precision, 'in')} {self.unit(unit)} or later"

    def units_range(self, first: Unit, last: Unit) -> str:
        common = elided(first, last)
        if common is Precision.DAY:
            return f"{first.day}–{self.unit(last)}"
        if common is Precision.MONTH:
            dash = "–" if first.precision is Precision.MONTH else " – "
            return f"{_without_year(first)}{dash}{self.unit(last)}"
        if first.precision is last.precision is Precision.YEAR:
            return f"{self.unit(first)}–{self.unit(last)}"
        return f"{self.unit(first)} – {self.unit(last)}"

    def since(self, moment: Moment) -> str:
        return f"since {self._after_a_preposition(moment)}"

    def from_(self, moment: Moment) -> str:
        return self.leaving(self.since_any(moment))

    def until(self, moment: Moment) -> str:
        return f"until {self._after_a_preposition(moment)}"

    def since_loosely(self, moment: Moment) -> str:
        return f"since {self._loosely(moment)}"

    def until_loosely(self, moment: Moment) -> str:
        return f"until {self._loosely(moment)}"

    def leaving(self, since: str) -> str:
        return f"from {since.removeprefix('since ')}"

    def _loosely(self, moment: Moment) -> str:
        saying, text = saying_of(moment), self.moment(moment)
        if saying and is_limit(saying):
            limit = f"{self._any(saying.first)} or {'later' if saying.manner is Manner.AFTER else 'earlier'}"
            return self.doubted(limit, moment)
        if saying and saying.manner is Manner.BETWEEN:
            return f"some time {text}"
        return text.removeprefix("on ").removeprefix("in ")

    def _after_a_preposition(self, moment: Moment) -> str:
        saying = saying_of(moment)
        if saying and isinstance(saying.first, DatePart) and saying.manner is Manner.PART:
            return self.doubted(self._any(saying.first), moment)
        if moment.approximate or saying:
            return self.moment(moment)
        text = self._the(unit_of(moment))
        return self.doubted(text, moment)

    def _any(self, what: Unit | DatePart) -> str:
        """In a sentence: with the article where English wants one."""
        if isinstance(what, Unit):
            return self._the(what)
        named = what.kind is PartKind.THIRD and what.unit.precision is not Precision.DECADE
        named = named or what.kind is PartKind.TOWARDS
        return self.part(what) if named else f"the {self.part(what)}"

    def _the(self, unit: Unit) -> str:
        return f"the {self.unit(unit)}" if unit.precision is Precision.DECADE else self.unit(unit)


def _month(unit: Unit) -> str:
    return MONTHS["en"][unit.month - 1]


def _without_year(unit: Unit) -> str:
    return f"{unit.day} {_month(unit)}" if unit.day else _month(unit)


def _season_year(unit: Unit) -> str:
    if unit.month == WINTER and unit.year < LAST_YEAR:
        return f"{unit.year:04d}–{unit.year + 1:04d}"
    return f"{unit.year:04d}"


def is_ambiguous(unit: Unit) -> bool:
    """Whether "1900s" can mean a hundred years as well as ten."""
    return unit.precision is Precision.DECADE and unit.year % 100 == 0 and unit.year < 2000


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _that(whole: Unit, later: bool) -> str:
    name = SEASONS["en"][whole.month] if whole.precision is Precision.SEASON else str(whole.precision)
    return f"{'later' if later else 'earlier'} that {name}"
