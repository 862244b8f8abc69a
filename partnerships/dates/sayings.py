"""What was said of a day where its notation keeps only the days between which it was."""

from dataclasses import dataclass
from enum import StrEnum

from .named_parts import DatePart, named_part
from .units import Precision, Unit


class Manner(StrEnum):
    """The kinds of phrase."""

    PART = "part"
    """Early May 2018."""
    EITHER = "either"
    """2018 or 2019; 2017, 2018 or 2019."""
    BETWEEN = "between"
    AFTER = "after"
    """Soon after 18 July 1850: within a year of it; after it, however long."""
    BEFORE = "before"
    """Shortly before 3 June 1920: within a year of it; before it, however long."""
    ABOUT = "about"
    """On or about 24 May 2018."""
    LATER = "later"
    """On 8 September 2014 or later that month."""
    EARLIER = "earlier"


class Nearness(StrEnum):
    """How near to its day something was."""

    SOON = "soon"
    SHORTLY = "shortly"
    JUST = "just"
    ANY = "any"
    """Nobody said how near."""


class Doubt(StrEnum):
    """How a date was doubted, where its notation keeps only that it was."""

    UNSURE = "unsure"
    """In no word that says more: 2018?."""
    PROBABLY = "probably"
    PERHAPS = "perhaps"
    APPARENTLY = "apparently"
    REPORTEDLY = "reportedly"
    TO_CONFIRM = "to confirm"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True)
class Saying:
    """A phrase, and what it names: one unit or part, or two.

    ``included`` is for "on or soon after", and for "by mid-2018", "not before mid-2018".
    """

    manner: Manner
    first: Unit | DatePart
    last: Unit | DatePart | None = None
    near: Nearness = Nearness.SOON
    included: bool = False


_EITHER = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)


def is_within(first: Unit | DatePart, last: Unit | DatePart) -> bool:
    """Whether one of two ends lies within the other: bounds of different precision, which are said once."""
    return isinstance(first, Unit) and isinstance(last, Unit) and (first.holds(last) or last.holds(first))


def implied(first: Unit, last: Unit) -> Saying:
    """What is said of one unknown day between two units, where nobody said it otherwise."""
    if part := named_part(first, last):
        return Saying(Manner.PART, part)
    if last.holds(first):
        return Saying(Manner.LATER, first, last)
    if first.holds(last):
        return Saying(Manner.EARLIER, last, first)
    if first.precision in _EITHER and first.shifted(1) == last:
        return Saying(Manner.EITHER, first, last)
    return Saying(Manner.BETWEEN, first, last)
