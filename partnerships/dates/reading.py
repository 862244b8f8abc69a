"""What people type, in French or English, or in the notation itself.

Day before month, always. "Before" and "after" leave the date they name out, "by", "or earlier",
"not before" keep it in. "Since 2018" is still going on, "from 2018" says nothing of the end. Where
one side of a range leaves out its month or year, it has that of the other.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from partnerships.kept_in_process import remembered

from .errors import DateError, _, quoted
from .moments import Edge, Moment, Period, as_period
from .phrasing import is_plain
from .reading_moments import moment_of
from .reading_notation import notation_in, short_range
from .reading_periods import day_of_effect, starting_with, typed_period
from .reading_refusals import refusal, refuse_blanks
from .typed_text import piece_as_typed, tidied
from .valid_dates import make_span
from .vocabulary import MONTH, MONTH_NUMBERS

#: A day in no order that anybody writes: a range of it would be a guess.
_YEARS_AROUND = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{4}")
_ONE_OF = re.compile(r"\[([0-9x-]+(?:, ?[0-9x-]+)+)\]")
#: “24 MAI/MAY 2018”: the month in two languages, as passports have it.
_TWO_NAMES = re.compile(rf"\b(?P<one>{MONTH})\.? ?/ ?(?P<other>{MONTH})\b")
_DECADE = re.compile(r"\b([0-9]{3})x")


@remembered(1024)
def read(text: str) -> Moment | Period:
    """The moment or the period that ``text`` says. Raises ``DateError``, and nothing else, if none."""
    exact, problem = notation_in(text)
    if exact:
        return exact
    said = _said(text)
    with _quoting(text, said):
        return _short(said) or _in_time(text, said, problem)


@remembered(1024)
def read_moment(text: str) -> Moment:
    """The moment that ``text`` says; "from 2018" is then a day not before 2018, "with effect from" that day.

    Raises ``DateError`` for anything else, a period included.
    """
    found, problem = notation_in(text)
    if not found:
        said = _said(text)
        with _quoting(text, said):
            found = (
                short_range(said)
                or moment_of(said)
                or _one_of(said)
                or day_of_effect(said)
                or _in_time(text, said, problem)
            )
        starting = starting_with(said) if isinstance(found, Period) else None
        if starting and starting == found and starting.start and is_plain(starting.start):
            return make_span(starting.start.first, None)
    if isinstance(found, Moment):
        return found
    if found.start_edge is found.end_edge is Edge.UNKNOWN:
        raise DateError(_("If no date is known, leave this empty."))
    raise DateError(_("A single date is expected, and “%(text)s” is a period."), {"text": quoted(text)})


def read_period(text: str) -> Period:
    """The period that ``text`` says; a single moment is a period that starts and ends with it.

    Raises ``DateError`` for anything else.
    """
    return as_period(read(text))


def _said(text: str) -> str:
    """Return the text tidied, a month in two languages once."""
    said = tidied(text)
    refuse_blanks(text, said)
    return _TWO_NAMES.sub(lambda two: two["one"] if _are_one_month(**two.groupdict()) else two[0], said)


def _are_one_month(one: str, other: str) -> bool:
    return MONTH_NUMBERS[one] == MONTH_NUMBERS[other]


@contextmanager
def _quoting(text: str, said: str) -> Iterator[None]:
    """Let an error quote the text, or a piece of it, as it was typed, not as it was tidied."""
    try:
        yield
    except DateError as error:
        piece = error.params.get("text")
        if isinstance(piece, str):
            error.params["text"] = quoted(text if piece == quoted(said) else piece_as_typed(piece, text))
        raise


def _in_time(text: str, said: str, problem: DateError | None) -> Period:
    """The period a tidied text says; otherwise the ``DateError`` that helps most."""
    if problem and _YEARS_AROUND.fullmatch(said):
        raise problem
    try:
        period = typed_period(said)
    except DateError as error:
        raise problem or error from None
    if period:
        return period
    raise refusal(text, said, problem)


def _short(said: str) -> Moment | Period | None:
    """One moment, or years in short."""
    return short_range(said) or moment_of(said) or _one_of(said)


def _one_of(said: str) -> Moment | None:
    """ "[2018,2019,2020]": in EDTF one of a set, here a span if they are neighbours."""
    match = _ONE_OF.fullmatch(said)
    if match is None:
        return None
    several = _DECADE.sub(r"\g<1>0s", match[1]).split(",")
    return moment_of(" or ".join(one.strip() for one in several))
