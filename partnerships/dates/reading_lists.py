"""Several dates in a row: "May, June or July 2018" is one of three, "4, 5 and 6 January 2017" is a period."""

import re
from itertools import pairwise

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import Edge, Moment, Period
from .reading_plain_dates import TypedUnit
from .reading_sides import Side, completed, plain_ends, simple_side
from .sayings import Manner, Saying
from .units import Unit
from .valid_dates import make_period, make_span

_OR = re.compile(rf" {words.OR} ")
_OR_NEXT = re.compile(rf",? {words.OR} |, ?(?:soit )?|,? soit ")
#: “May 24 or 25, 2018”, where the comma parts no third date.
_AMERICAN_YEAR = re.compile(r"(?<![0-9]{3})(?<=[0-9]), (?=[0-9]{4}\b)")
_NEXT_DAY = re.compile(rf",? {words.AND} |, ?")


def one_of_several(bare: str, text: str) -> Moment | None:
    """ "May, June or July 2018": three neighbours, or more."""
    pieces = _OR_NEXT.split(bare)
    if len(pieces) < 3 or not (_OR.search(bare) or text.startswith("soit ")):
        return None
    sides = _typed_sides(pieces)
    if not sides:
        return None
    units = [plain_ends(side, piece) for side, piece in zip(sides, pieces, strict=True)]
    refuse_apart(units, text)
    first, last = units[0][0], units[-1][1]
    alike = {start.precision for start, _end in units} == {last.precision}
    return make_span(first, last, saying=Saying(Manner.EITHER if alike else Manner.BETWEEN, first, last))


def american(text: str) -> str:
    """A text without the comma that America writes before a year."""
    return _AMERICAN_YEAR.sub(" ", text)


def refuse_apart(several: list[tuple[Unit, Unit]], text: str) -> None:
    """Raise the error for alternatives between which lies what nobody named."""
    for one, other in pairwise(several):
        if one[1].bounds()[1].toordinal() + 1 != other[0].bounds()[0].toordinal():
            raise DateError(
                _(
                    "“%(text)s” names dates that are not neighbours. Write the span in which it was,"
                    " such as “between 2016 and 2019”."
                ),
                {"text": quoted(text)},
            )


def days_in_a_row(said: str) -> Period | None:
    """ "24, 25 May 2018", "4, 5 and 6 January 2017": days without a gap are one period."""
    pieces = _NEXT_DAY.split(american(said).removeprefix("les ").removeprefix("des "))
    if len(pieces) < 2 or "," not in said:
        return None
    sides = _typed_sides(pieces)
    if not sides or not all(_is_day(side) for side in sides):
        return None
    days = [side.moment() for side in sides]
    if any((other.earliest - one.earliest).days != 1 for one, other in pairwise(days)):
        return None
    return make_period(days[0], days[-1], Edge.KNOWN, Edge.KNOWN)


def _typed_sides(pieces: list[str]) -> list[Side]:
    """What each of the pieces says, the last completed by the first, the others by it; nothing if one is no date."""
    found = []
    for piece in pieces:
        try:
            side = simple_side(piece)
        except DateError:
            return []
        if side is None or not isinstance(side.what, TypedUnit):
            return []
        found.append(side)
    last = completed(found[0], found[-1])[1]
    return [*(completed(side, last)[0] for side in found[:-1]), last]


def _is_day(side: Side) -> bool:
    return isinstance(side.what, TypedUnit) and side.what.is_complete and side.what.day is not None
