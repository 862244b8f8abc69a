"""One moment as people write it, in French or English: "vers mai 2018", "before 2011", "early 1990s"."""

import re
from dataclasses import replace

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import Moment, Precision
from .named_parts import DatePart, PartKind
from .reading_lists import american, one_of_several, refuse_apart
from .reading_plain_dates import TypedUnit, typed_unit
from .reading_sides import (
    Side,
    completed,
    named_side,
    plain_ends,
    plain_unit,
    simple,
    simple_side,
    splits,
    without_signs,
)
from .sayings import Manner, Nearness, Saying, is_within
from .units import LAST_YEAR, Unit
from .valid_dates import make_moment, make_span

_FILLER = rf"(?:{words.FILLER} ?)*"
_BETWEEN = re.compile(rf"{_FILLER}{words.BETWEEN} (?P<rest>.+)")
_AND = re.compile(rf" {words.AND} ")
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
_NEAR = [
    re.compile(rf"(?P<on>{words.ON_OR} )?{words.SOON} {words.SIDE} (?P<rest>.+)"),
    re.compile(rf"{words.SOON} {words.SIDE}(?P<on>,? {words.OR} (?:on |in |le |en ))(?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?)(?P<on>,? {words.OR} ){words.SOON} {words.SIDE}(?:wards)?"),
    re.compile(rf"(?P<rest>.+?)(?P<on>,? {words.OR} ){words.SOON} (?P<side>there(?:after)|beforehand)"),
]
_BESIDE = re.compile(rf"(?P<next>{words.NEXT_DAY})? ?(?P<before>{words.DAY_BEFORE})? ?(?P<rest>.+)")
_LONG = re.compile(rf"{words.LONG}(?:{words.BEFORE}|{words.AFTER}) .+")
_LAST_OF_RANGE = re.compile(rf",? {words.AND} |,? (?:but|mais) |, ?")
_NAMED = rf"(?:[0-9]|{words.MONTH}).*"
_BEFORE = re.compile(rf"{words.BEFORE} (?P<rest>.+)|(?:pre[- ]|ante )(?P<year>{_NAMED})")
_AFTER = re.compile(rf"{words.AFTER} (?P<rest>.+)|post[- ](?P<year>{_NAMED})")
# "Before the end of 2018" keeps all of 2018 in, "late 2018" begins in September.
_BEFORE_THE_END = re.compile(rf"{words.BEFORE} (?:towards |vers )?{words.END_OF}[ -](?:de |du |des |d')?(?P<rest>.+)")
_AFTER_THE_START = re.compile(rf"{words.AFTER} (?:towards |vers )?{words.START_OF}[ -](?:de |du |des |d')?(?P<rest>.+)")
# "By the end of 2018" says nothing of its last months.
_BY_THE_END = re.compile(rf"{words.NOT_AFTER} {words.BY_THE_END}[ -](?:de |du |des |d'|l')?(?P<rest>.+)")
_NOT_AFTER = [
    re.compile(r"by (?P<rest>.+?),? at (?:the )?latest"),
    re.compile(rf"{words.NOT_AFTER} (?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?){words.OR_EARLIER}"),
]
_NOT_BEFORE = [
    re.compile(rf"{words.NOT_BEFORE} (?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?){words.OR_LATER}"),
]
_ON_OR_ABOUT = re.compile(rf"{words.ON_OR_ABOUT} (?P<rest>.+)|(?P<other>.+?){words.OR_ABOUT}")


_SOMETIME = re.compile(rf"^{words.SOMETIME},? (?=.)")
#: "May 2018 (early)", "2018 (spring)": as tables have it, what others say first.
_PART_BEHIND = re.compile(
    rf"(?P<rest>(?:{words.FILLER} ?)*(?:annees )?(?:{words.MONTH}\.? )?[0-9]{{4}}s?)"
    rf"(?:, | \()(?P<part>early|mid|late|debut|mi|milieu|fin|{words.SEASON})\)?"
)
#: "The night of 3 to 4 May 2018": one or the other.
_NIGHT = re.compile(
    r"(?:(?:(?:in|on|during|over) )?(?:the )?night (?:of|between) |overnight (?:on )?"
    r"|(?:(?:dans|pendant|durant) )?(?:la )?nuit d[ue] )"
    r"(?:the )?(?P<one>[0-9].*?)(?: ?[-–/] ?| to | and | au | et )(?:the |le )?(?P<other>[0-9].*)"
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
    what = simple(said) or _day_beside(said) or _between(said) or _either(said) or _before_or_after(said)
    return Side(what, approximate, doubt) if what else None


def _day_beside(text: str) -> Moment | None:
    """ "The day after 24 May 2018", « la veille du 24 mai 2018 »: a day that can be counted."""
    match = _BESIDE.fullmatch(text)
    side = simple_side(match["rest"]) if match and (match["next"] or match["before"]) else None
    if not match or not side or not isinstance(side.what, TypedUnit):
        return None
    unit = plain_unit(side, match["rest"])
    return make_moment(_beside(unit, 1 if match["next"] else -1)) if unit.precision is Precision.DAY else None


def _between(text: str) -> Moment | None:
    match = _BETWEEN.fullmatch(text)
    if not match:
        return None
    for first_text, last_text in splits(_AND, match["rest"]):
        first, last = simple_side(first_text), simple_side(last_text)
        if first and last:
            first, last = completed(first, last)
            start, end = plain_ends(first, first_text), plain_ends(last, last_text)
            named = named_side(first, plainly=True), named_side(last, plainly=True)
            # "Between 8 September 2014 and September 2014" has no words of its own: its notation is said better.
            saying = None if is_within(*named) else Saying(Manner.BETWEEN, *named)
            return make_span(start[0], end[1], saying=saying)
    return None


def _either(text: str) -> Moment | None:
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


def _near(text: str) -> Moment | None:
    """ "Soon after 18 July": within a year of it, that day included, by convention."""
    for pattern in _NEAR:
        match = pattern.fullmatch(text)
        side = simple_side(match["rest"]) if match else None
        if not match or not side:
            continue
        first, last = plain_ends(side, match["rest"])
        is_after = match["side"] in ("after", "apres", "following", "thereafter")
        manner = Manner.AFTER if is_after else Manner.BEFORE
        named = named_side(side, plainly=True)
        saying = Saying(manner, named, near=_nearness(match["near"]), included=bool(match["on"]))
        return (
            make_span(last, _a_year_from(last, 1), saying=saying)
            if is_after
            else make_span(_a_year_from(first, -1), first, saying=saying)
        )
    return None


def _nearness(word: str) -> Nearness:
    if word in ("just", "juste") or word.startswith("immediat"):
        return Nearness.JUST
    return Nearness.SHORTLY if word.endswith(("shortly", "temps")) else Nearness.SOON


def _a_year_from(unit: Unit, count: int) -> Unit:
    year = unit.year + count
    if not 1 <= year <= LAST_YEAR:
        raise DateError(_("Years go from 0001 to 9999."))
    if unit.precision is Precision.DECADE:
        return Unit(Precision.YEAR, unit.year + 10 if count > 0 else unit.year - 1)
    day = 28 if (unit.month, unit.day) == (2, 29) else unit.day
    return replace(unit, year=year, day=day)


def _before_or_after(text: str) -> Moment | None:
    if found := _near(text):
        return found
    if _LONG.fullmatch(text):
        raise DateError(
            _(
                "“%(text)s” sets no limit. Write the days between which it was, such as"
                " “between 25 May and 30 June 2018”, and keep these words as the wording."
            ),
            {"text": quoted(text)},
        )
    return _limit(text) or _two_limits(text)


def _two_limits(text: str) -> Moment | None:
    """ "After 24 May and before 1 June 2018"."""
    for first_text, last_text in splits(_LAST_OF_RANGE, text):
        limits = {limit.precision: limit for limit in (_limit(first_text), _limit(last_text)) if limit}
        if limits.keys() == {Precision.AFTER, Precision.BEFORE}:
            return make_span(limits[Precision.AFTER].first, limits[Precision.BEFORE].last)
    return None


def _limit(text: str) -> Moment | None:
    for pattern, is_included in ((_BEFORE_THE_END, False), (_BY_THE_END, True)):
        if rest := _rest([pattern], text):
            found = _named(rest)
            saying = _edge_said(Manner.BEFORE, rest, 2, is_included)
            return make_span(None, found[1], saying=saying) if found else None
    if rest := _rest([_AFTER_THE_START], text):
        found = _named(rest)
        return make_span(found[0], None, saying=_edge_said(Manner.AFTER, rest, 0)) if found else None
    if rest := _rest(_NOT_AFTER, text):
        found, part = _named(rest), _part_named(rest)
        last = _whole_if_at(part, 2) or (found[1] if found else None)
        return make_span(None, last, saying=_limit_said(Manner.BEFORE, part, True)) if last else None
    if rest := _rest(_NOT_BEFORE, text):
        found, part = _named(rest), _part_named(rest)
        first = _whole_if_at(part, 0) or (found[0] if found else None)
        return make_span(first, None, saying=_limit_said(Manner.AFTER, part, True)) if first else None
    if rest := _rest([_BEFORE], text):
        found = _named(rest)
        return make_span(None, _beside(found[0], -1), saying=_side_of(Manner.BEFORE, rest)) if found else None
    if rest := _rest([_AFTER], text):
        found = _named(rest)
        return make_span(_beside(found[1], 1), None, saying=_side_of(Manner.AFTER, rest)) if found else None
    return None


def _limit_said(manner: Manner, part: DatePart | None, included: bool) -> Saying | None:
    """ "By mid-2018", which no source says to be August."""
    return Saying(manner, part, near=Nearness.ANY, included=included) if part else None


def _edge_said(manner: Manner, text: str, number: int, included: bool = False) -> Saying | None:
    """ "Before the end of 2018"; of a part that has no end of its own, that it is let in: "by the 19th century"."""
    return _limit_said(manner, _edge_of(text, number), included) or _limit_said(manner, _part_named(text), True)


def _part_named(text: str) -> DatePart | None:
    side = simple_side(text)
    worded = side and not isinstance(side.what, TypedUnit) and side.what.saying
    named = named_side(side, plainly=True) if side and worded else None
    return named if isinstance(named, DatePart) else None


def _whole_if_at(part: DatePart | None, number: int) -> Unit | None:
    """The month or year of which a part is the beginning or the end: "by late 2018" says nothing of its last months."""
    is_edge = part and part.kind in (PartKind.THIRD, PartKind.EDGE, PartKind.TOWARDS) and part.number == number
    return part.unit if part and is_edge and part.unit.precision is not Precision.DECADE else None


def _edge_of(text: str, number: int) -> DatePart | None:
    """The beginning or the end of a month, a year or a decade."""
    side = simple_side(text)
    unit = side.what.unit() if side and isinstance(side.what, TypedUnit) else None
    named = unit and unit.precision in (Precision.MONTH, Precision.YEAR, Precision.DECADE)
    return DatePart(PartKind.EDGE, unit, number) if unit and named else None


def _side_of(manner: Manner, text: str) -> Saying | None:
    """ "Before 24 May 2018", which is no other day by its words."""
    side = simple_side(text)
    return Saying(manner, named_side(side, plainly=True), near=Nearness.ANY) if side else None


def _rest(patterns: list[re.Pattern[str]], text: str) -> str | None:
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return next(group for group in match.groupdict().values() if group)
    return None


def _named(text: str) -> tuple[Unit, Unit] | None:
    """First and last unit of what stands beside "before" or "after"."""
    side = simple_side(text)
    if not side:
        return None
    if isinstance(side.what, TypedUnit):
        unit = plain_unit(side, text)
        return unit, unit
    moment = side.moment()
    return (moment.first, moment.last) if moment.first and moment.last else None


def _beside(unit: Unit, count: int) -> Unit:
    neighbour = unit.shifted(count)
    if neighbour is None:
        raise DateError(_("Years go from 0001 to 9999."))
    return neighbour
