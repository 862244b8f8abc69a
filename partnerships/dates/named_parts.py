"""Parts of the calendar that have a name and no notation: early May, the first quarter, the 19th century."""

from dataclasses import dataclass, replace
from enum import StrEnum

from .errors import DateError, _
from .units import LAST_YEAR, Precision, Unit


class PartKind(StrEnum):
    """How a part is named."""

    THIRD = "third"
    """Early, mid, late."""
    EDGE = "edge"
    """The beginning, the middle, the end: the same days in other words."""
    TOWARDS = "towards"
    """Towards the end: those days too, for nobody said how far from it."""
    HALF = "half"
    QUARTER = "quarter"
    WEEK = "week"
    CENTURY = "century"


_THIRDS_OF_A_MONTH = ((1, 10), (11, 20), (21, 31))
_THIRDS_OF_A_YEAR = ((1, 4), (5, 8), (9, 12))
_THIRDS_OF_A_DECADE = ((0, 3), (4, 6), (7, 9))
_HALVES_OF_A_MONTH = ((1, 15), (16, 31))
_HALVES_OF_A_YEAR = ((1, 6), (7, 12))
_HALVES_OF_A_DECADE = ((0, 4), (5, 9))
_QUARTERS = ((1, 3), (4, 6), (7, 9), (10, 12))

#: On a Monday, or on a Sunday.
_WEEKS_BEGIN = (0, 6)

_DIVISIONS = {
    (PartKind.THIRD, Precision.MONTH): _THIRDS_OF_A_MONTH,
    (PartKind.THIRD, Precision.YEAR): _THIRDS_OF_A_YEAR,
    (PartKind.THIRD, Precision.DECADE): _THIRDS_OF_A_DECADE,
    (PartKind.EDGE, Precision.MONTH): _THIRDS_OF_A_MONTH,
    (PartKind.EDGE, Precision.YEAR): _THIRDS_OF_A_YEAR,
    (PartKind.EDGE, Precision.DECADE): _THIRDS_OF_A_DECADE,
    (PartKind.TOWARDS, Precision.MONTH): _THIRDS_OF_A_MONTH,
    (PartKind.TOWARDS, Precision.YEAR): _THIRDS_OF_A_YEAR,
    (PartKind.TOWARDS, Precision.DECADE): _THIRDS_OF_A_DECADE,
    (PartKind.HALF, Precision.MONTH): _HALVES_OF_A_MONTH,
    (PartKind.HALF, Precision.YEAR): _HALVES_OF_A_YEAR,
    (PartKind.HALF, Precision.DECADE): _HALVES_OF_A_DECADE,
    (PartKind.QUARTER, Precision.YEAR): _QUARTERS,
}
WEEK_WITHOUT_FIRST_DAY = _("A week is named by its first day, a Monday or a Sunday: week of 21 May 2018.")
_REFUSALS = {
    PartKind.HALF: _("The first and the second half go with a month, a year or a decade."),
    PartKind.QUARTER: _("Quarters go with a year."),
    PartKind.WEEK: WEEK_WITHOUT_FIRST_DAY,
}


@dataclass(frozen=True)
class DatePart:
    """``number`` counts from 0 within ``unit``; a week is named by its first day, a century by its first year."""

    kind: PartKind
    unit: Unit
    number: int = 0

    @property
    def begins_a_week(self) -> bool:
        """Whether the day that names a week is one with which weeks begin: “the week of” another may lie around it."""
        return self.unit.bounds()[0].weekday() in _WEEKS_BEGIN

    def ends(self) -> tuple[Unit, Unit]:
        """The first and the last unit of the part. ``DateError`` if there is no such part."""
        if self.kind is PartKind.CENTURY:
            return self.unit, Unit(Precision.YEAR, min(self.unit.year + 99, LAST_YEAR))
        if self.kind is PartKind.WEEK:
            last = self.unit.shifted(6) if self.unit.precision is Precision.DAY else None
            if last is None:
                raise DateError(_REFUSALS[self.kind])
            return self.unit, last
        division = _DIVISIONS.get((self.kind, self.unit.precision))
        if division is None or self.number >= len(division):
            raise DateError(_REFUSALS.get(self.kind, _("Early, middle and late go with a month, a year or a decade.")))
        first, last = division[self.number]
        return _within(self.unit, first), _within(self.unit, last)


def _within(unit: Unit, number: int) -> Unit:
    if unit.precision is Precision.MONTH:
        return replace(unit, precision=Precision.DAY, day=min(number, unit.bounds()[1].day))
    if unit.precision is Precision.YEAR:
        return replace(unit, precision=Precision.MONTH, month=number)
    if unit.year + number < 1:
        raise DateError(_("Years go from 0001 to 9999."))
    return Unit(Precision.YEAR, unit.year + number)


def named_part(first: Unit, last: Unit) -> DatePart | None:
    """The third of a month, year or decade, or the century, that goes exactly from one unit to the other.

    No source says such days of itself: whoever recorded them had read "early May". Halves and quarters
    are not among them: "between January and March" is as likely to stand in a source.
    """
    if first.precision is not last.precision:
        return None
    if first.precision is Precision.DAY:
        whole = Unit(Precision.MONTH, first.year, first.month)
    elif first.precision is Precision.MONTH:
        whole = Unit(Precision.YEAR, first.year)
    elif first.year // 10 == last.year // 10:
        whole = Unit(Precision.DECADE, first.year // 10 * 10)
    else:
        return _century(first, last)
    parts = (DatePart(PartKind.THIRD, whole, number) for number in range(3) if whole.year or number)
    return next((part for part in parts if part.ends() == (first, last)), None)


def _century(first: Unit, last: Unit) -> DatePart | None:
    if first.precision is Precision.YEAR and first.year % 100 == 1 and last.year == first.year + 99:
        return DatePart(PartKind.CENTURY, first)
    return None
