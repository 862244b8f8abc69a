"""One moment as people write it, in French or English: "vers mai 2018", "before 2011", "early 1990s"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import vocabulary as words
from .edtf import make_moment, make_span, span_ends
from .errors import DateError, _, quoted
from .moments import SPANS, Moment, Precision
from .reading_drafts import Draft, draft_of
from .units import Unit

_FILLER = rf"(?:{words.FILLER} ?)*"
_ABOUT = re.compile(rf"{words.ABOUT}(?: |(?<=[.~])|(?=[0-9]))(?:de |du |des |d')?")
_ABOUT_AFTERWARDS = re.compile(rf"{words.ABOUT_AFTERWARDS}$")
_PERHAPS = re.compile(rf"{words.PERHAPS},? ")
_PERHAPS_AFTERWARDS = re.compile(rf"{words.PERHAPS_AFTERWARDS}$")
_BETWEEN = re.compile(rf"{_FILLER}{words.BETWEEN} (?P<rest>.+)")
_AND = re.compile(rf" {words.AND} ")
_THIRDS = [
    re.compile(rf"{_FILLER}{word}[ -](?:de |du |des |d')?(?P<rest>.+)") for word in (words.EARLY, words.MID, words.LATE)
]
_SOON = re.compile(rf"{words.SOON}(?:{words.BEFORE}|{words.AFTER}) .+")
_BEFORE = re.compile(rf"{words.BEFORE} (?P<rest>.+)|pre-(?P<year>[0-9].*)")
_AFTER = re.compile(rf"{words.AFTER} (?P<rest>.+)|post-(?P<year>[0-9].*)")
# "Before the end of 2018" keeps all of 2018 in, "late 2018" begins in September.
_BEFORE_THE_END = re.compile(rf"{words.BEFORE} {words.END_OF} (?:de |du |des |d')?(?P<rest>.+)")
_AFTER_THE_START = re.compile(rf"{words.AFTER} {words.START_OF} (?:de |du |des |d')?(?P<rest>.+)")
_NOT_AFTER = [
    _BEFORE_THE_END,
    re.compile(rf"{words.NOT_AFTER} (?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?){words.OR_EARLIER}"),
]
_NOT_BEFORE = [
    _AFTER_THE_START,
    re.compile(rf"{words.NOT_BEFORE} (?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?){words.OR_LATER}"),
]
_THIRD_OF_YEAR = ((1, 4), (5, 8), (9, 12))
_THIRD_OF_DECADE = ((0, 3), (4, 6), (7, 9))


@dataclass(frozen=True)
class Side:
    """A moment, or a draft of one that a neighbour may complete, with its signs."""

    what: Draft | Moment
    approximate: bool = False
    uncertain: bool = False

    def moment(self) -> Moment:
        """The moment meant. Raises ``DateError`` if there is none."""
        if isinstance(self.what, Draft):
            return make_moment(self.what.unit(), approximate=self.approximate, uncertain=self.uncertain)
        if (self.approximate or self.uncertain) and self.what.precision in SPANS:
            raise DateError(
                _("“About” and “possibly” go with a day, month, season, year or decade: choose a wider span instead.")
            )
        return self.what


def moment_of(text: str) -> Moment | None:
    """The moment that a tidied text says; None if it is no moment. Raises ``DateError`` for a wrong one."""
    side = side_of(text)
    return side.moment() if side else None


def side_of(text: str) -> Side | None:
    """As ``moment_of``, but a day or month may leave its year to a neighbour."""
    said, approximate, uncertain = _without_signs(text)
    what = _simple(said) or _between(said) or _before_or_after(said)
    return Side(what, approximate, uncertain) if what else None


def _simple(said: str) -> Draft | Moment | None:
    """What may stand beside "before" or "between": these never nest, so no text takes long to read."""
    return draft_of(said) or _third(said)


def _simple_side(text: str) -> Side | None:
    said, approximate, uncertain = _without_signs(text)
    what = _simple(said)
    return Side(what, approximate, uncertain) if what else None


def completed(first: Side, last: Side) -> tuple[Side, Side]:
    """Two ends of a range, each completed by the other: "3" and "5 March 2016"."""
    if not isinstance(first.what, Draft) or not isinstance(last.what, Draft):
        return first, last
    start, end = first.what.completed_by(last.what), last.what.completed_by(first.what)
    both_complete = first.what.is_complete and last.what.is_complete
    if not both_complete and not last.approximate and not last.uncertain:
        # "about 3-5 March 2016" says it of both.
        last = replace(last, approximate=first.approximate, uncertain=first.uncertain)
    return replace(first, what=start), replace(last, what=end)


def splits(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Each way of cutting the text in two at the pattern, from left to right."""
    for match in pattern.finditer(text):
        if match.start() and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()


def _without_signs(text: str) -> tuple[str, bool, bool]:
    said, approximate, uncertain = text, False, False
    if said.endswith("%"):
        said, approximate, uncertain = said[:-1], True, True
    for _turn in range(4):
        if match := _PERHAPS.match(said) or _PERHAPS_AFTERWARDS.search(said):
            uncertain = True
        elif match := _ABOUT.match(said) or _ABOUT_AFTERWARDS.search(said):
            approximate = True
        else:
            break
        said = (said[: match.start()] + said[match.end() :]).strip()
    return said, approximate, uncertain


def _between(text: str) -> Moment | None:
    match = _BETWEEN.fullmatch(text)
    if not match:
        return None
    for first_text, last_text in splits(_AND, match["rest"]):
        first, last = _simple_side(first_text), _simple_side(last_text)
        if first and last:
            first, last = completed(first, last)
            return make_span(_plain_unit(first, first_text), _plain_unit(last, last_text))
    return None


def _third(text: str) -> Moment | None:
    for third, pattern in enumerate(_THIRDS):
        match = pattern.fullmatch(text)
        draft = draft_of(match["rest"]) if match else None
        if draft:
            return third_of(draft.unit(), third)
    return None


def third_of(unit: Unit, third: int) -> Moment:
    """The first, middle or last third (0, 1, 2) of a decade, a year or a month, as a span.

    A decade gives years 0-3, 4-6, 7-9; a year, four months each; a month, the days 1-10, 11-20 and
    the rest. ``DateError`` for a day or a season.
    """
    if unit.precision is Precision.DECADE:
        first, last = (Unit(Precision.YEAR, unit.year + step) for step in _THIRD_OF_DECADE[third])
        if first.year < 1:
            raise DateError(_("Years go from 0001 to 9999."))
        return make_span(first, last)
    if unit.precision is Precision.YEAR:
        first, last = (Unit(Precision.MONTH, unit.year, month) for month in _THIRD_OF_YEAR[third])
        return make_span(first, last)
    if unit.precision is Precision.MONTH:
        length = unit.bounds()[1].day
        first, last = ((1, 10), (11, 20), (21, length))[third]
        return make_span(
            replace(unit, precision=Precision.DAY, day=first), replace(unit, precision=Precision.DAY, day=last)
        )
    raise DateError(_("Early, middle and late go with a month, a year or a decade."))


def _before_or_after(text: str) -> Moment | None:
    if _SOON.fullmatch(text):
        raise DateError(
            _(
                "“%(text)s” sets no limit. Write the days between which it was, such as"
                " “between 25 May and 30 June 2018”, and keep these words as the wording."
            ),
            {"text": quoted(text)},
        )
    if rest := _rest(_NOT_AFTER, text):
        found = _named(rest)
        return make_span(None, found[1]) if found else None
    if rest := _rest(_NOT_BEFORE, text):
        found = _named(rest)
        return make_span(found[0], None) if found else None
    if rest := _rest([_BEFORE], text):
        found = _named(rest)
        return make_span(None, _beside(found[0], -1)) if found else None
    if rest := _rest([_AFTER], text):
        found = _named(rest)
        return make_span(_beside(found[1], 1), None) if found else None
    return None


def _rest(patterns: list[re.Pattern[str]], text: str) -> str | None:
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return next(group for group in match.groupdict().values() if group)
    return None


def _named(text: str) -> tuple[Unit, Unit] | None:
    """First and last unit of what stands beside "before" or "after"."""
    side = _simple_side(text)
    if not side:
        return None
    if isinstance(side.what, Draft):
        unit = _plain_unit(side, text)
        return unit, unit
    first, last = span_ends(side.moment())
    return (first, last) if first and last else None


def _plain_unit(side: Side, text: str) -> Unit:
    if not isinstance(side.what, Draft) or side.approximate or side.uncertain:
        raise DateError(
            _("Beside “before”, “after” and “between” a plain date is expected, such as 2011; “%(text)s” is not."),
            {"text": quoted(text)},
        )
    return side.what.unit()


def _beside(unit: Unit, count: int) -> Unit:
    neighbour = unit.shifted(count)
    if neighbour is None:
        raise DateError(_("Years go from 0001 to 9999."))
    return neighbour
