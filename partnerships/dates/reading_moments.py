"""One moment as people write it, in French or English: "vers mai 2018", "the day after 24 May", "early 1990s"."""

import re

from . import vocabulary as words
from .moments import Moment, Precision
from .reading_before_and_after import neighbour_of, read_before_or_after
from .reading_between_and_or import read_between, read_either
from .reading_plain_dates import TypedUnit, typed_unit
from .reading_sides import Side, plain_unit, simple, simple_side, without_signs
from .valid_dates import make_moment

_BESIDE = re.compile(rf"(?P<next>{words.NEXT_DAY})? ?(?P<before>{words.DAY_BEFORE})? ?(?P<rest>.+)")
_ON_OR_ABOUT = re.compile(rf"{words.ON_OR_ABOUT} (?P<rest>.+)|(?P<other>.+?){words.OR_ABOUT}")
_SOMETIME = re.compile(rf"^{words.SOMETIME},? (?=.)")
#: "May 2018 (early)", "2018 (spring)": as tables have it, what others say first.
_PART_BEHIND = re.compile(
    rf"(?P<rest>(?:{words.FILLER} ?)*(?:annees )?(?:{words.MONTH}\.? )?[0-9]{{4}}s?)"
    rf"(?:, | \()(?P<part>early|mid|late|debut|mi|milieu|fin|{words.SEASON})\)?"
)
_SIGN = re.compile(r"(?P<sign>[<>]=?|[≤≥]) ?(?=[0-9a-z])")
_SIGNS = {"<": "before ", ">": "after ", "<=": "by ", "≤": "by ", ">=": "not before ", "≥": "not before "}


def moment_of(text: str) -> Moment | None:
    """The moment that a tidied text says; None if it is no moment. Raises ``DateError`` for a wrong one."""
    side = side_of(text)
    return side.moment() if side else None


def side_of(text: str) -> Side | None:
    """As ``moment_of``, but a day or month may leave its year to a neighbour."""
    text = _SIGNS[match["sign"]] + text[match.end() :] if (match := _SIGN.match(text)) else text
    said, approximate, doubt = without_signs(_SOMETIME.sub("", text))
    said = _PART_BEHIND.sub(r"\g<part> \g<rest>", said) if _PART_BEHIND.fullmatch(said) else said
    if match := _ON_OR_ABOUT.fullmatch(said):
        typed = typed_unit(match["rest"] or match["other"])
        return Side(typed, approximate=True, doubt=doubt, on_or_about=True) if typed else None
    what = simple(said) or _day_beside(said) or read_between(said) or read_either(said) or read_before_or_after(said)
    return Side(what, approximate, doubt) if what else None


def _day_beside(text: str) -> Moment | None:
    """ "The day after 24 May 2018", « la veille du 24 mai 2018 »: a day that can be counted."""
    match = _BESIDE.fullmatch(text)
    side = simple_side(match["rest"]) if match and (match["next"] or match["before"]) else None
    if not match or not side or not isinstance(side.what, TypedUnit):
        return None
    unit = plain_unit(side, match["rest"])
    return make_moment(neighbour_of(unit, 1 if match["next"] else -1)) if unit.precision is Precision.DAY else None
