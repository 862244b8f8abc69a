"""A day known by a limit alone, as people write it: "before 2011", "by the end of May", "soon after 24 May 2018"."""

import re
from dataclasses import replace

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import Moment, Precision
from .named_parts import DatePart, PartKind
from .reading_plain_dates import TypedUnit
from .reading_sides import named_side, plain_ends, plain_unit, simple_side, splits
from .sayings import Manner, Nearness, Saying
from .units import LAST_YEAR, Unit
from .valid_dates import make_span

_NEAR = [
    re.compile(rf"(?P<on>{words.ON_OR} )?{words.SOON} {words.SIDE} (?P<rest>.+)"),
    re.compile(rf"{words.SOON} {words.SIDE}(?P<on>,? {words.OR} (?:on |in |le |en ))(?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?)(?P<on>,? {words.OR} ){words.SOON} {words.SIDE}(?:wards)?"),
    re.compile(rf"(?P<rest>.+?)(?P<on>,? {words.OR} ){words.SOON} (?P<side>there(?:after)|beforehand)"),
]
_LONG = re.compile(rf"{words.LONG}(?:{words.BEFORE}|{words.AFTER}) .+")
_LAST_OF_RANGE = re.compile(rf",? {words.AND} |,? (?:but|mais) |, ?")
_NAMED = rf"(?:[0-9]|{words.MONTH}).*"
_BEFORE = re.compile(rf"{words.BEFORE} (?P<rest>.+)|(?:pre[- ]|ante )(?P<year>{_NAMED})")
_AFTER = re.compile(rf"{words.AFTER} (?P<rest>.+)|post[- ](?P<year>{_NAMED})")
#: « Avant les derniers mois de 2018 » leaves them out, as “before late 2018” does.
_THIRD = rf"(?:mois de (?:l'annee )?(?P<year>[0-9]{{4}})|jours (?:de |d')(?P<rest>{words.MONTH}\b.*))"
_BEFORE_THE_LAST = re.compile(rf"avant les derniers {_THIRD}")
_AFTER_THE_FIRST = re.compile(rf"apres les premiers {_THIRD}")
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
    if word in ("just", "juste", "right", "aussitot") or word.startswith("immediat"):
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


def read_before_or_after(text: str) -> Moment | None:
    """What is known by a limit or by two; raises ``DateError`` where the words set none: "long after 2018"."""
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
    for pattern, limit in ((_BEFORE_THE_LAST, "before late"), (_AFTER_THE_FIRST, "after early")):
        text = f"{limit} {rest}" if (rest := _rest([pattern], text)) else text
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
        return make_span(None, neighbour_of(found[0], -1), saying=_side_of(Manner.BEFORE, rest)) if found else None
    if rest := _rest([_AFTER], text):
        found = _named(rest)
        return make_span(neighbour_of(found[1], 1), None, saying=_side_of(Manner.AFTER, rest)) if found else None
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


def neighbour_of(unit: Unit, count: int) -> Unit:
    """The unit so many after this one, or before it."""
    neighbour = unit.shifted(count)
    if neighbour is None:
        raise DateError(_("Years go from 0001 to 9999."))
    return neighbour
