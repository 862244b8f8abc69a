"""One of several days, as people write it: "between 2016 and 2018", "2018 or 2019", "or later that month"."""

import re

from . import vocabulary as words
from .moments import Moment, Precision
from .reading_lists import american, one_of_several, refuse_apart
from .reading_plain_dates import TypedUnit
from .reading_sides import completed, named_side, plain_ends, plain_unit, simple_side, splits
from .sayings import Manner, Saying, is_within
from .units import Unit
from .valid_dates import make_span

_FILLER = rf"(?:{words.FILLER} ?)*"
_BETWEEN = re.compile(rf"{_FILLER}{words.BETWEEN} (?P<rest>.+)")
_AND = re.compile(rf" {words.AND} ")
#: “Between 1850-1860”.
_DASH = re.compile(r" ?[-–] ?")
_OR = re.compile(rf",? {words.OR} (?:du |des |d'(?=[ao]))?")
_PART = rf"(?:{words.EARLY}|{words.MID}|{words.LATE}|{words.BEGINNING}|{words.MIDDLE}|{words.END})"
_SOME_END = r"(?:(?:at )?the )?(?:start|beginning|middle|end)"
_ORDINAL = rf"(?:the |le |la |au )?(?:{words.FIRST}|{words.SECOND}|{words.THIRD}|{words.FOURTH}|{words.LAST})"
_STRETCH = r"(?:half|semest(?:re|er)|sem\.|moitie|quinzaine|fortnight|quarter|qtr\.?|trimestre|trim\.?)"
_EITHER = re.compile(r"^(?:either |soit (?=.* soit ))")
_OR_ELSE = re.compile(r",? soit ")
#: "Early or mid-May 2018", "first or second quarter of 2018", "Q1 or Q2 2018", "2018 (or 2019)": what both share.
_SHARED = [
    (re.compile(shape), both)
    for shape, both in (
        (
            rf"(?P<one>{_PART}) (?P<or>{words.OR}) (?P<other>{_PART})(?P<rest>[ -].+)",
            r"\g<one>\g<rest> \g<or> \g<other>\g<rest>",
        ),
        (
            rf"(?P<one>{_ORDINAL})(?: {_STRETCH})? (?P<or>{words.OR}) (?P<other>{_ORDINAL}) (?P<what>{_STRETCH} .+)",
            r"\g<one> \g<what> \g<or> \g<other> \g<what>",
        ),
        (
            rf"(?P<one>{_SOME_END}) (?P<or>{words.OR}) (?P<other>{_SOME_END}) (?P<rest>of .+)",
            r"\g<one> \g<rest> \g<or> \g<other> \g<rest>",
        ),
        (
            rf"(?P<one>[qths][1-4]) (?P<or>{words.OR}) (?P<other>[qths][1-4]) (?P<year>[0-9]{{4}})",
            r"\g<one> \g<year> \g<or> \g<other> \g<year>",
        ),
        (rf"(?P<one>[^()]+) \((?P<or>{words.OR}) (?P<other>[^()]+)\)(?P<rest>.*)", r"\g<one> \g<or> \g<other>\g<rest>"),
    )
]
_THAT = re.compile(rf"(?P<rest>.+?),? {words.OR} {words.THAT}")
#: "The night of 3 to 4 May 2018": one or the other.
_NIGHT = re.compile(
    r"(?:(?:(?:in|on|during|over) )?(?:the )?night (?:of|between) |overnight (?:on )?"
    r"|(?:(?:dans|pendant|durant) )?(?:la )?nuit d[ue] )"
    r"(?:the )?(?P<one>[0-9].*?)(?: ?[-–/] ?| to | and | au | et )(?:the |le )?(?P<other>[0-9].*)"
)


def read_between(text: str) -> Moment | None:
    """ "Between 2016 and 2018"."""
    match = _BETWEEN.fullmatch(text)
    if not match:
        return None
    for first_text, last_text in (*splits(_AND, match["rest"]), *splits(_DASH, match["rest"])):
        first, last = simple_side(first_text), simple_side(last_text)
        if first and last:
            first, last = completed(first, last)
            start, end = plain_ends(first, first_text), plain_ends(last, last_text)
            named = named_side(first, plainly=True), named_side(last, plainly=True)
            # "Between 8 September 2014 and September 2014" has no words of its own: its notation is said better.
            saying = None if is_within(*named) else Saying(Manner.BETWEEN, *named)
            return make_span(start[0], end[1], saying=saying)
    return None


def read_either(text: str) -> Moment | None:
    """ "2018 or 2019": two neighbours are a span; others would let in what lies between them."""
    if match := _THAT.fullmatch(text):
        return _within_that(match)
    night = _NIGHT.fullmatch(text)
    bare = american(f"{night['one']} or {night['other']}" if night else _EITHER.sub("", text, count=1))
    for shape, both in _SHARED:
        bare = shape.sub(both, bare) if shape.fullmatch(bare) else bare
    if several := one_of_several(bare, text):
        return several
    for first_text, last_text in splits(_OR_ELSE if text.startswith("soit ") else _OR, bare):
        first, last = simple_side(first_text), simple_side(last_text)
        if not first or not last:
            continue
        first, last = completed(first, last)
        start, end = plain_ends(first, first_text), plain_ends(last, last_text)
        refuse_apart([start, end], text)
        return make_span(start[0], end[1], saying=Saying(Manner.EITHER, named_side(first), named_side(last)))
    return None


def _within_that(match: re.Match[str]) -> Moment | None:
    """ "On 8 September 2014 or later that month"."""
    side = simple_side(match["rest"])
    if not side or not isinstance(side.what, TypedUnit):
        return None
    unit = plain_unit(side, match["rest"])
    whole = whole_of(unit, match["whole"])
    if whole is None:
        return None
    later = match["which"] in ("later", "plus tard")
    return make_span(unit, whole) if later else make_span(whole, unit)


def whole_of(unit: Unit, name: str) -> Unit | None:
    """The month, season, year or decade of that name in which a unit lies."""
    first, _last = unit.bounds()
    if name in ("month", "mois"):
        whole = Unit(Precision.MONTH, first.year, first.month)
    elif name in ("year", "annee"):
        whole = Unit(Precision.YEAR, first.year)
    elif name in ("decade", "decennie"):
        whole = Unit(Precision.DECADE, first.year // 10 * 10)
    elif name in words.SEASON_NUMBERS:
        years = (first.year, first.year - 1)
        seasons = (Unit(Precision.SEASON, year, words.SEASON_NUMBERS[name]) for year in years if year > 0)
        whole = next((season for season in seasons if season.holds(unit)), None)
    else:
        return None
    return whole if whole and whole.holds(unit) else None
