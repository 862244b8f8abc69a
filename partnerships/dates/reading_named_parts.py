"""Parts of a month, a year or a decade as people write them: "early 1990s", "T1 2018", "XIXe siècle"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import Moment
from .named_parts import WEEK_WITHOUT_FIRST_DAY, DatePart, PartKind
from .reading_plain_dates import TypedUnit, typed_unit
from .sayings import Manner, Saying
from .units import LAST_YEAR, Precision, Unit
from .valid_dates import make_span

_OF = r"(?:of |de |du |des |d')?"
_FILLER = rf"(?:{words.FILLER} ?)*"
_NAMED = [
    # “Late 2018 (May)” names two parts of the year, not one of May.
    (kind, number, re.compile(rf"{_FILLER}{word}[ -]{_OF}(?P<rest>[^(]+(?:\(decade\))?)"))
    for kind, several in {
        PartKind.TOWARDS: tuple(
            rf"{words.TOWARDS} (?:the (?=mid))?(?:{third}|{edge})"
            for third, edge in ((words.EARLY, words.BEGINNING), (words.MID, words.MIDDLE), (words.LATE, words.END))
        ),
        PartKind.THIRD: (words.EARLY, words.MID, words.LATE),
        PartKind.EDGE: (words.BEGINNING, words.MIDDLE, words.END),
        PartKind.HALF: tuple(
            rf"{ordinal} (?:half|semestre|sem\.|semester|moitie|quinzaine|fortnight)"
            for ordinal in (words.FIRST, rf"(?:{words.SECOND}|{words.LAST})")
        ),
        PartKind.QUARTER: tuple(
            rf"{ordinal} (?:quarter|qtr\.?|trimestre|trim\.?)"
            for ordinal in (words.FIRST, words.SECOND, words.THIRD, rf"(?:{words.FOURTH}|{words.LAST})")
        ),
    }.items()
    for number, word in enumerate(several)
]
_LETTERS = {"q": (PartKind.QUARTER, 4), "t": (PartKind.QUARTER, 4), "h": (PartKind.HALF, 2), "s": (PartKind.HALF, 2)}
_LETTERED = [
    re.compile(rf"(?P<letter>[qths])(?P<number>[1-4])[ /-]?{_OF}(?P<year>[0-9]{{4}})"),
    re.compile(r"(?P<year>[0-9]{4})[ /-]?(?P<letter>[qths])(?P<number>[1-4])"),
    re.compile(rf"(?P<number>[1-4])(?P<letter>[qths])[ /-]?{_OF}(?P<year>[0-9]{{4}})"),
]
_LEADING = re.compile(rf"^{_FILLER}")
_WEEK = re.compile(rf"{_FILLER}(?:(?P<begins>{words.WEEK_BEGINNING})|{words.WEEK_OF}) (?P<rest>.+)")
_CENTURY = re.compile(
    rf"{_FILLER}(?:(?P<number>[0-9]{{1,3}})(?:st|nd|rd|th)[ -](?:century|cent\.?|c\.?)"
    r"|(?:(?P<roman>[ivxlc]+)|(?P<french>[0-9]{1,3}))(?:(?:er|eme|e)? ?siecle|(?:er|eme|e) s\.?))"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def part_in(text: str) -> Moment | None:
    """The part that a tidied text names, as a span that says so. ``DateError`` for one that is none."""
    for part in _parts(text):
        first, last = part.ends()
        return make_span(first, last, saying=Saying(Manner.PART, part))
    return None


def open_part(text: str) -> TypedUnit | None:
    """A part of a month whose year a neighbour may say: "late May" in "from late May to 5 June 2018"."""
    for kind, number, pattern in _NAMED:
        match = pattern.fullmatch(text)
        typed = typed_unit(match["rest"]) if match else None
        if typed and typed.month and not typed.is_complete:
            return replace(typed, text=text, part=(kind, number))
    return None


def closed_part(typed: TypedUnit) -> Moment | None:
    """What ``open_part`` began, once its year is known."""
    if not typed.part or not typed.is_complete:
        return None
    part = DatePart(typed.part[0], typed.unit(), typed.part[1])
    return make_span(*part.ends(), saying=Saying(Manner.PART, part))


def _parts(text: str) -> Iterator[DatePart]:
    bare = _LEADING.sub("", text)
    for pattern in _LETTERED:
        if match := pattern.fullmatch(bare):
            kind, count = _LETTERS[match["letter"]]
            if int(match["number"]) > count:
                raise DateError(
                    _("A year has two halves and four quarters; “%(text)s” names another."), {"text": quoted(text)}
                )
            yield DatePart(kind, Unit(Precision.YEAR, int(match["year"])), int(match["number"]) - 1)
    if match := _CENTURY.fullmatch(text):
        yield _century(match, text)
    if (match := _WEEK.fullmatch(text)) and (typed := typed_unit(match["rest"])):
        week = DatePart(PartKind.WEEK, typed.unit())
        if not (match["begins"] or week.begins_a_week):
            raise DateError(WEEK_WITHOUT_FIRST_DAY)
        yield week
    for kind, number, pattern in _NAMED:
        match = pattern.fullmatch(text)
        typed = typed_unit(match["rest"]) if match else None
        if typed:
            yield DatePart(kind, typed.unit(), number)


def _century(match: re.Match[str], text: str) -> DatePart:
    number = _from_roman(match["roman"]) if match["roman"] else int(match["number"] or match["french"])
    if not 1 <= number <= LAST_YEAR // 100 + 1:
        raise DateError(_("There is no such century: “%(text)s”."), {"text": quoted(text)})
    return DatePart(PartKind.CENTURY, Unit(Precision.YEAR, number * 100 - 99))


def _from_roman(text: str) -> int:
    values = [_ROMAN[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
