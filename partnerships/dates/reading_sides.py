"""What may stand beside "before", "between" and "or", or on one side of a range: a plain date, with its signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import SPANS, Moment, Precision
from .named_parts import DatePart, PartKind
from .reading_named_parts import closed_part, open_part, part_in
from .reading_plain_dates import TypedUnit, typed_unit
from .sayings import Doubt, Manner, Saying
from .units import Unit
from .valid_dates import make_moment

_ABOUT = re.compile(rf"{words.ABOUT}(?: |(?<=[.~])|(?=[0-9]))(?:de |du |des |d')?")
_ABOUT_AFTERWARDS = re.compile(rf"{words.ABOUT_AFTERWARDS}$")
_PERHAPS = re.compile(rf"{words.PERHAPS},? ")
_ASKED = re.compile(r"\? ?(?=[0-9])")
_PERHAPS_AFTERWARDS = re.compile(rf"{words.PERHAPS_AFTERWARDS}$")
_DAY_OR_YEAR = re.compile(rf"{words.MONTH}\.? [0-3][0-9]")
_DOUBTS = {doubt: re.compile(rf"\b(?:{said})") for doubt, said in words.DOUBTS.items()}


@dataclass(frozen=True)
class Side:
    """A moment, or one as it is typed, that a neighbour may complete, with its signs."""

    what: TypedUnit | Moment
    approximate: bool = False
    doubt: Doubt | None = None
    on_or_about: bool = False

    def moment(self) -> Moment:
        """The moment meant. Raises ``DateError`` if there is none."""
        if isinstance(self.what, TypedUnit):
            unit = self.what.unit()
            saying = Saying(Manner.ABOUT, unit) if self.on_or_about else None
            return make_moment(unit, approximate=self.approximate, doubt=self.doubt, saying=saying)
        if not self.approximate and not self.doubt:
            return self.what
        if self.what.first and self.what.precision not in SPANS:
            return make_moment(self.what.first, approximate=self.approximate, doubt=self.doubt)
        if self.approximate:
            raise DateError(_("“About” goes with a day, month, season, year or decade: choose a wider span instead."))
        return replace(self.what, doubt=self.doubt)


def simple(said: str) -> TypedUnit | Moment | None:
    """What may stand beside "before" or "between": these never nest, so no text takes long to read."""
    return typed_unit(said) or open_part(said) or part_in(said)


def simple_side(text: str) -> Side | None:
    said, approximate, doubt = without_signs(text)
    what = simple(said)
    return Side(what, approximate, doubt) if what else None


def completed(first: Side, last: Side) -> tuple[Side, Side]:
    """Two ends of a range, each completed by the other: "3" and "5 March 2016"."""
    one, other = _typed_unit(first.what), _typed_unit(last.what)
    if not one or not other:
        return first, last
    _refuse_day_or_year(one, other)
    _refuse_day_or_year(other, one)
    # "24 May – 2018" is a date in disguise: its year is not another end.
    start = one if _is_bare_year(last.what) else one.completed_by(other)
    end = other.completed_by(one)
    both_complete = one.is_complete and other.is_complete
    if not both_complete and not last.approximate and not last.doubt:
        # "about 3-5 March 2016" says it of both.
        last = replace(last, approximate=first.approximate, doubt=first.doubt)
    return _filled(first, start), _filled(last, end)


def _refuse_day_or_year(typed: TypedUnit, beside: TypedUnit) -> None:
    """Raise the error for "Sept 2011 – Dec 13", of which nobody can tell whether it is the 13th or 2013."""
    if beside.year is not None and beside.day is None and _DAY_OR_YEAR.fullmatch(typed.text):
        raise DateError(
            _("“%(text)s” can be a day or a year in short: write the year with four digits, or the whole date."),
            {"text": quoted(typed.text)},
        )


def _typed_unit(what: TypedUnit | Moment) -> TypedUnit | None:
    """What a neighbour may borrow from: of a part, its year."""
    if isinstance(what, TypedUnit):
        return what
    part = what.saying.first if what.saying else None
    named_by_year = (Precision.MONTH, Precision.YEAR)
    if isinstance(part, DatePart) and part.kind is not PartKind.CENTURY and part.unit.precision in named_by_year:
        return TypedUnit("", year=part.unit.year)
    return None


def _is_bare_year(what: TypedUnit | Moment) -> bool:
    return isinstance(what, TypedUnit) and what.month is None and what.day is None


def _filled(side: Side, typed: TypedUnit) -> Side:
    """A side with the typed unit that its neighbour completed; what was complete stays as it is."""
    return replace(side, what=closed_part(typed) or typed) if isinstance(side.what, TypedUnit) else side


def splits(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Each way of cutting the text in two at the pattern, from left to right."""
    for match in pattern.finditer(text):
        if match.start() and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()


def without_signs(text: str) -> tuple[str, bool, Doubt | None]:
    """A text without what marks a date, whether it was about that, and how it was doubted."""
    said, approximate, doubt = text, False, None
    if said.endswith("%"):
        said, approximate, doubt = said[:-1], True, Doubt.UNSURE
    for _turn in range(4):
        if match := _ASKED.match(said) or _PERHAPS.match(said) or _PERHAPS_AFTERWARDS.search(said):
            doubt = doubt_in(match[0])
        elif match := _ABOUT.match(said) or _ABOUT_AFTERWARDS.search(said):
            approximate = True
        else:
            break
        said = (said[: match.start()] + said[match.end() :]).strip()
    return said, approximate, doubt


def doubt_in(said: str) -> Doubt:
    """How words doubt a date."""
    return next((doubt for doubt, pattern in _DOUBTS.items() if pattern.search(said)), Doubt.UNSURE)


def named_side(side: Side, *, plainly: bool = False) -> Unit | DatePart:
    """The unit or part that a side names; ``plainly``, where "towards" would follow another preposition."""
    if isinstance(side.what, TypedUnit):
        return side.what.unit()
    if side.what.saying and isinstance(part := side.what.saying.first, DatePart):
        return replace(part, kind=PartKind.THIRD) if plainly and part.kind is PartKind.TOWARDS else part
    raise ValueError(f"{side.what.edtf} is neither a unit nor a part.")


def plain_ends(side: Side, text: str) -> tuple[Unit, Unit]:
    """First and last unit of a plain date or of a part."""
    if not isinstance(side.what, TypedUnit) and not side.approximate and not side.doubt:
        first, last = side.what.first, side.what.last
        if first and last:
            return first, last
    unit = plain_unit(side, text)
    return unit, unit


def plain_unit(side: Side, text: str) -> Unit:
    if not isinstance(side.what, TypedUnit) or side.approximate or side.doubt:
        raise DateError(
            _("Beside “before”, “after” and “between” a plain date is expected, such as 2011; “%(text)s” is not."),
            {"text": quoted(text)},
        )
    return side.what.unit()
