"""English: day, month, year, as in Britain."""

from .calendar_words import MONTHS, SEASONS
from .edtf import unit_of
from .moments import Moment, Precision
from .phrasing import Phrasing, elided, third_of_a_decade
from .units import LAST_YEAR, WINTER, Unit

_IN = {Precision.DAY: "on", Precision.DECADE: "in the"}


class English(Phrasing):
    START, END = "start:", "end:"
    START_UNKNOWN, END_UNKNOWN = "start not known", "end not known"
    START_OPEN, END_OPEN = "with no beginning", "still going on"
    BOTH_UNKNOWN = "dates not known"
    SEMICOLON = ";"

    def unit(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"{unit.day} {_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.MONTH:
            return f"{_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.DECADE:
            return f"{unit.year:04d}s"
        if unit.precision is Precision.SEASON:
            return f"{SEASONS['en'][unit.month]} {_season_year(unit)}"
        return f"{unit.year:04d}"

    def third(self, decade: int, third: int) -> str:
        return f"{('early ', 'mid-', 'late ')[third]}{decade:04d}s"

    def about(self, unit: Unit) -> str:
        return f"about {self._the(unit)}"

    def uncertain(self, text: str) -> str:
        return f"{text} (uncertain)"

    def between(self, first: Unit, last: Unit) -> str:
        if common := elided(first, last):
            start = str(first.day) if common is Precision.DAY else _without_year(first)
            return f"between {start} and {self.unit(last)}"
        return f"between {self._the(first)} and {self._the(last)}"

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

    def until(self, moment: Moment) -> str:
        return f"until {self._after_a_preposition(moment)}"

    def _after_a_preposition(self, moment: Moment) -> str:
        if third_of_a_decade(moment):
            return f"the {self.moment(moment)}"
        if moment.approximate:
            return self.moment(moment)
        text = self._the(unit_of(moment))
        return self.uncertain(text) if moment.uncertain else text

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
