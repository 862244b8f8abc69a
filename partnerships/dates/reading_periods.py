"""Periods of a tidied text: since and until, what its clauses say, and what lies between two ends."""

import re
from collections.abc import Iterator

from . import vocabulary as words
from .errors import DateError, _, quoted
from .moments import Edge, Moment, Period, Precision, as_period
from .phrasing import is_plain, unit_of
from .reading_between_and_or import whole_of
from .reading_ends import End, clause, clauses, end_of, joined_ends, known
from .reading_lists import days_in_a_row
from .reading_moments import moment_of
from .reading_notation import short_range
from .reading_plain_dates import TypedUnit
from .reading_sides import Side, doubt_in, splits
from .sayings import Manner, Nearness, Saying
from .valid_dates import make_moment, make_period, make_span

_STARTING = re.compile(rf"{words.STARTING} (?P<rest>.+?){words.ONWARDS}?|(?P<other>.+?){words.ONWARDS}")
_SINCE = re.compile(rf"{words.SINCE}(?: ?:)? {words.SOME_TIME}?(?P<rest>.+?)(?:,? \(?{words.SERVING}\)?)?")
_SINCE_UNKNOWN = re.compile(rf"{words.SINCE} {words.NOT_KNOWN}")
_AT_LEAST = [
    (side, re.compile(pattern))
    for side, word in (("start", words.SINCE), ("from", words.FROM), ("end", words.UNTIL))
    for pattern in (
        rf"{words.AT_LEAST} {word}(?: |(?<='))(?P<rest>.+)",
        rf"{word} {words.AT_LEAST} (?:le |en |in )?(?P<rest>.+)",
        rf"{word}(?: |(?<='))(?P<rest>.+?),? {words.AT_LEAST}",
    )
]
#: “Probably since 2018”: the day is doubted, not what began on it.
_DOUBTED_SIDE = re.compile(
    rf"(?P<doubt>{words.PERHAPS}),? (?P<side>{words.SINCE}|{words.UNTIL}|{words.STARTING}) (?P<rest>.+)"
)
_BOTH_UNCERTAIN = re.compile(rf"(?P<rest>.+?) ?{words.BOTH_UNCERTAIN}")
_UNCERTAIN = re.compile(rf"(?P<rest>.+?)(?:{words.PERHAPS_AFTERWARDS})")
_FOR_AT_LEAST = re.compile(rf"(?P<rest>.+?),? {words.AT_LEAST}")
_UNTIL = re.compile(rf"{words.UNTIL}(?: |(?<='))(?P<rest>.+)")
_BY_THEN = re.compile(rf"{words.AT_LEAST} (?:le |en |in )?(?P<rest>.+)")
_FROM = re.compile(rf"{words.FROM}(?: |(?<='))")
_TO = re.compile(rf"(?:^| ){words.TO}(?: |(?<='))")
_AND = re.compile(rf" {words.AND} ")
_EFFECT = re.compile(rf"{words.EFFECT}(?: |(?<='))(?P<rest>.+)")
#: "2 May 2018-4", which may be until the 4th or until 2024: what stands behind must be whole.
_YEAR_AND_A_NUMBER = re.compile(r"[^0-9][0-9]{4}[-–][0-9]{1,2}$")
_DASH_AND_YEAR = re.compile(r"(?:[a-z.]|/[0-9]{1,2}) ?[-–] ?[0-9]{4}$")
_EXCLUSIVE = [
    re.compile(rf"(?P<until>{words.UNTIL}){words.EXCLUDING}(?P<rest>.+)"),
    re.compile(rf"(?P<until>{words.UNTIL}) (?P<rest>.+?){words.EXCLUSIVE}"),
]
_INCLUSIVE = re.compile(rf"{words.INCLUSIVE}(?= (?:to|until|au|jusqu'au) |$)")
_LEFT_OUT = re.compile(rf"\b(?:{words.BEFORE}|{words.AFTER}) ")
_LATER_THAT = re.compile(rf"(?P<rest>.+?) ?[-–] ?{words.THAT}")
_BEGUN_WITHIN = re.compile(rf"(?P<whole>[^,]+), {words.UNTIL}(?: |(?<='))(?P<rest>.+)")
_EARLIER_THAT = re.compile(rf"{words.THAT} ?[-–] ?(?P<rest>.+)")
_DASHES = [re.compile(pattern) for pattern in (r" [-–]+ ?|[-–]+ ", r" ?– ?", r"-")]
_YEARS = re.compile(
    r"(?:(?:in|during|over) )?the years |(?:(?:dans|durant|pendant) )?les annees (?=[0-9]{4} ?(?:[-–]|a) ?[0-9]{4}$)"
    r"|^annees (?=[0-9]{3}[1-9] ?(?:[-–]|a) ?[0-9]{4}$)"
    rf"|^{words.DURING}(?=(?:from |de |du |d')?(?:[0-9]|{words.MONTH}\b))"
)
#: "Mon–Wed 21–23 May 2018".
_WEEKDAYS = re.compile(rf"^({words.WEEKDAY})\.? ?[-–] ?({words.WEEKDAY})\.?,? ([0-9]{{1,2}}) ?[-–] ?(?=[0-9])")
_BEGINNING = re.compile(r"beginning (?!in |on |from |with )")
_AND_UNTIL = re.compile(r",? (?:et|and) (?=jusqu|until |till )")
_DECADES = re.compile(
    r"(?:(?:dans |in )?(?:les |la |the )?(?:annees|decennies?|decades?) [0-9]{3}0 ?(?:[-–]|a|to) ?[0-9]{3}0"
    r"|(?:the )?[0-9]{3}0 ?[-–] ?[0-9]{3}0'?s)"
)
_DATES_NOT_KNOWN = re.compile(words.DATES_NOT_KNOWN)


def typed_period(said: str) -> Period | None:
    """The period that a tidied text says, in whichever way."""
    if _DATES_NOT_KNOWN.fullmatch(said):
        return make_period(None, None, Edge.UNKNOWN, Edge.UNKNOWN)
    for pattern in _EXCLUSIVE:
        said = f"{match['until']} the day before {match['rest']}" if (match := pattern.fullmatch(said)) else said
    # "Before 24 May inclusive" says both that it is one and that it is none.
    said = _AND_UNTIL.sub(" ", said if _LEFT_OUT.search(said) else _INCLUSIVE.sub("", said))
    said = _DOUBTED_SIDE.sub(r"\g<side> \g<doubt> \g<rest>", said)
    if _DECADES.fullmatch(said):
        raise DateError(
            _("“%(text)s” can mean ten years or one at one of its ends: write 1980s–1990s, or the years alone."),
            {"text": quoted(said)},
        )
    said = _WEEKDAYS.sub(r"\1 \3 – \2 ", _YEARS.sub("", said, count=1))
    return (
        _begun(said)
        or short_range(said)
        or _at_least(said)
        or _in_clauses(said)
        or _since_or_until(said)
        or _into_that(said)
        or _begun_within(said)
        or _both_uncertain(said)
        or days_in_a_row(said)
        or _between_ends(said)
        or _in_effect(said)
        or _for_at_least(said)
        or starting_with(said)
    )


def day_of_effect(said: str) -> Moment | None:
    """ "With effect from 1 July 2018", said of a moment: that day."""
    match = _EFFECT.fullmatch(said)
    return moment_of(match["rest"]) if match else None


def _in_effect(said: str) -> Period | None:
    """ "With effect from 1 July 2018 until further notice"."""
    match = _EFFECT.fullmatch(said)
    return _between_ends(match["rest"]) if match else None


def _into_that(said: str) -> Period | None:
    """ "8 September 2014 – later that month"."""
    for pattern, is_later in ((_LATER_THAT, True), (_EARLIER_THAT, False)):
        match = pattern.fullmatch(said)
        moment = moment_of(match["rest"]) if match else None
        if not match or not moment or not is_plain(moment) or not moment.first:
            continue
        whole = whole_of(moment.first, match["whole"])
        if whole and is_later is (match["which"] in ("later", "plus tard")):
            ends = (moment, make_moment(whole)) if is_later else (make_moment(whole), moment)
            return make_period(*ends, Edge.KNOWN, Edge.KNOWN)
    return None


def _begun_within(said: str) -> Period | None:
    """ "April 2017, until 26 April": of its beginning is known only the month or year in which its end lies."""
    match = _BEGUN_WITHIN.fullmatch(said)
    start, end = (end_of(match["whole"]), end_of(match["rest"])) if match else (None, None)
    if not start or not end or not start[0] or not end[0]:
        return None
    period = joined_ends(start, end)
    first, last = (one.first if one else None for one in (period.start, period.end))
    return period if first and last and first.holds(last) else None


def _begun(said: str) -> Period | None:
    """ "From 24-May-2018", of which no sign within the date makes a range."""
    try:
        return starting_with(said)
    except DateError:
        return None


def starting_with(said: str) -> Period | None:
    """ "From 2018", which says nothing of the end."""
    match = _STARTING.fullmatch(said)
    moment = moment_of(match["rest"] or match["other"]) if match else None
    if moment and _BEGINNING.match(said) and moment.precision is not Precision.DAY:
        raise DateError(
            _("“%(text)s” can be “from July 2018” or “early July 2018”: write the one or the other."),
            {"text": quoted(said)},
        )
    return make_period(moment, None, Edge.KNOWN, Edge.UNKNOWN) if moment else None


def _at_least(said: str) -> Period | None:
    """ "Since at least 2018": somebody was there by then; "until at least 2018": somebody was there still."""
    for side, pattern in _AT_LEAST:
        match = pattern.fullmatch(said)
        moment = moment_of(match["rest"]) if match else None
        part = moment.saying.first if moment and moment.saying and moment.saying.manner is Manner.PART else None
        if moment is None or not (part or is_plain(moment)):
            continue
        manner = Manner.AFTER if side == "end" else Manner.BEFORE
        saying = Saying(manner, part, near=Nearness.ANY, included=True) if part else None
        if side == "end":
            return make_period(None, make_span(moment.first, None, saying=saying), Edge.UNKNOWN, Edge.KNOWN)
        edge = Edge.OPEN if side == "start" else Edge.UNKNOWN
        return make_period(make_span(None, moment.last, saying=saying), None, Edge.KNOWN, edge)
    return None


def _both_uncertain(said: str) -> Period | None:
    """ "29–30 June 2022 (dates uncertain)", "29–30 June 2022 (tbc)": both ends."""
    match = _BOTH_UNCERTAIN.fullmatch(said)
    if not match and (match := _UNCERTAIN.fullmatch(said)) and not _borrows(match["rest"]):
        return None
    doubt = doubt_in(said[match.end("rest") :]) if match else None
    period = _between_ends(match["rest"]) if match else None
    if not period or not period.start or not period.end or not is_plain(period.start) or not is_plain(period.end):
        return None
    first, last = (make_moment(unit_of(one), doubt=doubt) for one in (period.start, period.end))
    return make_period(first, last, Edge.KNOWN, Edge.KNOWN)


def _borrows(said: str) -> bool:
    """Whether the first end of a range leaves its month or year to the last, so that they are one phrase."""
    found = (end_of(first) for first, _last, _adjoining in _cuts(said))
    whats = [end[0].what for end in found if end and end[0]]
    return bool(whats) and isinstance(whats[0], TypedUnit) and not whats[0].is_complete


def _for_at_least(said: str) -> Period | None:
    """ "September 2019 – August 2022 at least": somebody was there by the one, and still in the other."""
    match = _FOR_AT_LEAST.fullmatch(said)
    if not match:
        return None
    moment = moment_of(match["rest"])
    period = as_period(moment) if moment else _between_ends(match["rest"])
    if not period or not period.start or not period.end or not is_plain(period.start) or not is_plain(period.end):
        return None
    ends = make_span(None, period.start.last), make_span(period.end.first, None)
    return make_period(*ends, Edge.KNOWN, Edge.KNOWN)


def _since_or_until(said: str) -> Period | None:
    if _SINCE_UNKNOWN.fullmatch(said):
        return make_period(None, None, Edge.UNKNOWN, Edge.OPEN)
    if match := _SINCE.fullmatch(said):
        start = moment_of(match["rest"])
        return make_period(start, None, Edge.KNOWN, Edge.OPEN) if start else None
    if match := _UNTIL.fullmatch(said):
        end = moment_of(match["rest"])
        return make_period(None, end, Edge.UNKNOWN, Edge.KNOWN) if end else None
    return None


def _in_clauses(said: str) -> Period | None:
    """ "1 July 2018, end not known"; "start: 2004; end: between 2009 and 2011"; "from 2018; end: 2019"."""
    ends: dict[str, End] = {}
    free = ""
    for said_of_one in clauses(said):
        name, end = clause(said_of_one)
        if not name and not free and not ends:
            free = said_of_one
        elif not name or not end or name in ends:
            return None
        else:
            ends[name] = end
    if not ends:
        return None
    if free:
        period = _since_or_until(free) or starting_with(free)
        moment = None if period else moment_of(free)
        if period:
            own = {"start": known(period.start, period.start_edge), "end": known(period.end, period.end_edge)}
            if any(own[name][0] for name in ends):
                raise DateError(
                    _("“%(text)s” says one end of the period twice: write each end once."), {"text": quoted(said)}
                )
            ends = own | ends
        elif moment and "start" not in ends:
            ends["start"] = Side(moment), Edge.KNOWN
        else:
            return None
    return joined_ends(ends.get("start", (None, Edge.UNKNOWN)), ends.get("end", (None, Edge.UNKNOWN)))


def _between_ends(said: str) -> Period | None:
    """A period said by its two ends. If no way of cutting the text makes sense, the first ``DateError``."""
    problem: DateError | None = None
    begun = _FROM.match(said)
    for first, last, adjoining in _cuts(said):
        try:
            start = end_of(_bounded(first, "or earlier") if begun else first)
            end = end_of(_bounded(last, "or later")) if start else None
            if start and end and start[1] is not Edge.OPEN:
                _refuse_halves(said, start[0], end[0])
                period = joined_ends(start, end)
                if not adjoining or _are_neighbours(period):
                    return period
        except DateError as error:
            problem = problem or error
    if problem:
        raise problem
    return None


def _refuse_halves(said: str, start: Side | None, end: Side | None) -> None:
    """Raise the error for "24 May – 2018", of which nobody can tell whether it is one date or two."""
    if end and _YEAR_AND_A_NUMBER.search(said):
        end.moment()
    if start and isinstance(start.what, TypedUnit) and not start.what.is_complete and _DASH_AND_YEAR.search(said):
        raise DateError(
            _(
                "“%(text)s” can be one date or the two ends of a period: write “May 2018” for the one,"
                " “May 2017 – June 2018” for the other."
            ),
            {"text": quoted(said)},
        )


def _bounded(said: str, limit: str) -> str:
    """ "From at least 2011 until at least 2015": by then, and still then; “at least 2011–2015” may say it of both."""
    match = _BY_THEN.fullmatch(said)
    return f"{match['rest']} {limit}" if match else said


def _cuts(said: str) -> Iterator[tuple[str, str, bool]]:
    """Each way of cutting a text into two ends, the likeliest first; True where "and" joins two days."""
    bare = _FROM.sub("", said, count=1) if _FROM.match(said) else said
    for pattern in (_TO, *_DASHES):
        for first, last in splits(pattern, bare):
            yield first, last, False
    for first, last in splits(_AND, bare):
        yield first, last, True


def _are_neighbours(period: Period) -> bool:
    """Whether a period is two days in a row: "24 and 25 May 2018" is one period, "3 and 5 March" is not."""
    start, end = period.start, period.end
    if not start or not end or not start.precision is end.precision is Precision.DAY:
        return False
    return (end.earliest - start.earliest).days == 1
