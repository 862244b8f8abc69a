"""French, with its typography: a no-break space before a colon, a narrow one before a semicolon."""

from .calendar_words import MONTHS, SEASONS
from .edtf import unit_of
from .moments import Moment, Precision
from .phrasing import Phrasing, elided, third_of_a_decade
from .units import LAST_YEAR, SPRING, WINTER, Unit

_THIRDS = ("début", "milieu", "fin")


class French(Phrasing):
    START, END = "début\u00a0:", "fin\u00a0:"
    START_UNKNOWN, END_UNKNOWN = "début non connu", "fin non connue"
    START_OPEN, END_OPEN = "sans commencement", "toujours en cours"
    BOTH_UNKNOWN = "dates non connues"
    SEMICOLON = "\u202f;"

    def unit(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"{_day(unit)} {_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.MONTH:
            return f"{_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.DECADE:
            return f"années {unit.year:04d}"
        if unit.precision is Precision.SEASON:
            return f"{SEASONS['fr'][unit.month]} {_season_year(unit)}"
        return f"{unit.year:04d}"

    def third(self, decade: int, third: int) -> str:
        return f"{_THIRDS[third]} des années {decade:04d}"

    def about(self, unit: Unit) -> str:
        return f"vers {self._with_article(unit)}"

    def uncertain(self, text: str) -> str:
        return f"{text} (date incertaine)"

    def between(self, first: Unit, last: Unit) -> str:
        if common := elided(first, last):
            start = _day(first) if common is Precision.DAY else _without_year(first)
            article = "le " if first.precision is Precision.DAY else ""
            return f"entre {article}{start} et {article}{self.unit(last)}"
        return f"entre {self._with_article(first)} et {self._with_article(last)}"

    def or_earlier(self, unit: Unit) -> str:
        return f"au plus tard {self._at(unit)}"

    def or_later(self, unit: Unit) -> str:
        return f"au plus tôt {self._at(unit)}"

    def units_range(self, first: Unit, last: Unit) -> str:
        common = elided(first, last)
        if common is Precision.DAY:
            return f"{_day(first)}-{self.unit(last)}"
        if common is Precision.MONTH:
            dash = "-" if first.precision is Precision.MONTH else " – "
            return f"{_without_year(first)}{dash}{self.unit(last)}"
        if first.precision is last.precision is Precision.YEAR:
            return f"{self.unit(first)}-{self.unit(last)}"
        return f"{self.unit(first)} – {self.unit(last)}"

    def since(self, moment: Moment) -> str:
        if decade_third := third_of_a_decade(moment):
            article = "la" if decade_third[1] == 2 else "le"
            return f"depuis {article} {self.third(*decade_third)}"
        return self._signed(moment, f"depuis {self._with_article(unit_of(moment))}")

    def until(self, moment: Moment) -> str:
        if decade_third := third_of_a_decade(moment):
            to = "à la" if decade_third[1] == 2 else "au"
            return f"jusqu’{to} {self.third(*decade_third)}"
        unit = unit_of(moment)
        if unit.precision is Precision.DAY:
            text = f"jusqu’au {self.unit(unit)}"
        elif unit.precision is Precision.DECADE:
            text = f"jusque dans les {self.unit(unit)}"
        elif unit.precision is Precision.SEASON:
            text = f"jusqu’{self._at(unit)}"
        else:
            text = f"jusqu’en {self.unit(unit)}"
        return self._signed(moment, text)

    def _signed(self, moment: Moment, text: str) -> str:
        if moment.approximate:
            text = f"{text} environ"
        return self.uncertain(text) if moment.uncertain else text

    def _with_article(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"le {self.unit(unit)}"
        if unit.precision is Precision.DECADE:
            return f"les {self.unit(unit)}"
        if unit.precision is Precision.SEASON:
            return f"{'le ' if unit.month == SPRING else 'l’'}{self.unit(unit)}"
        return self.unit(unit)

    def _at(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"le {self.unit(unit)}"
        if unit.precision is Precision.DECADE:
            return f"dans les {self.unit(unit)}"
        if unit.precision is Precision.SEASON:
            return f"{'au ' if unit.month == SPRING else 'à l’'}{self.unit(unit)}"
        return f"en {self.unit(unit)}"


def _day(unit: Unit) -> str:
    return "1er" if unit.day == 1 else str(unit.day)


def _month(unit: Unit) -> str:
    return MONTHS["fr"][unit.month - 1]


def _without_year(unit: Unit) -> str:
    return f"{_day(unit)} {_month(unit)}" if unit.day else _month(unit)


def _season_year(unit: Unit) -> str:
    if unit.month == WINTER and unit.year < LAST_YEAR:
        return f"{unit.year:04d}-{unit.year + 1:04d}"
    return f"{unit.year:04d}"
