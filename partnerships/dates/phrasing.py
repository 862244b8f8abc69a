"""What the wordings of the two languages share: which phrase a date needs, whatever its words."""

from .moments import SPANS, Edge, Moment, Period, Precision
from .named_parts import DatePart
from .sayings import Doubt, Manner, Nearness, Saying, implied
from .units import Unit


class Phrasing:
    """One language: the methods that raise are its words, the others choose among them."""

    def unit(self, unit: Unit) -> str:
        """``24 May 2018``, ``summer 2017``, ``1990s``."""
        raise NotImplementedError

    def part(self, part: DatePart) -> str:
        """``early 1990s``, ``end of May 2018``, ``first quarter of 2018``."""
        raise NotImplementedError

    def about(self, unit: Unit) -> str:
        raise NotImplementedError

    def on_or_about(self, unit: Unit) -> str:
        raise NotImplementedError

    def uncertain(self, text: str, doubt: Doubt) -> str:
        return f"{text} ({self.DOUBTS[doubt]})"

    def doubted(self, text: str, moment: Moment) -> str:
        """``text`` as it is said of ``moment``: with the word by which that was doubted, if it was."""
        return self.uncertain(text, moment.doubt) if moment.doubt else text

    def between(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        raise NotImplementedError

    def either(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        raise NotImplementedError

    def first_of_two(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        """What stands before "or", without what it shares with ``last``."""
        raise NotImplementedError

    def near(self, saying: Saying) -> str:
        """``soon after 18 July 1850``, ``on 3 June 1920 or shortly before``."""
        raise NotImplementedError

    def within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        """``on 8 September 2014 or later that month``."""
        raise NotImplementedError

    def or_earlier(self, unit: Unit) -> str:
        raise NotImplementedError

    def or_later(self, unit: Unit) -> str:
        raise NotImplementedError

    def units_range(self, first: Unit, last: Unit) -> str:
        """A period between two ends without signs: ``3–5 March 2016``."""
        raise NotImplementedError

    def range_into(self, unit: Unit, whole: Unit) -> str:
        """A period from a unit into what holds it: ``8 September 2014 – later that month``."""
        raise NotImplementedError

    def bare_within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        """As ``within``, beside a dash: ``8 September 2014 or later that month``."""
        raise NotImplementedError

    def bare_limit(self, unit: Unit, *, later: bool) -> str:
        """As ``or_earlier`` and ``or_later``, beside a dash: ``2012 or earlier``."""
        raise NotImplementedError

    def begun_within(self, whole: str, end: Moment, *, borrows: bool) -> str:
        """A period whose end lies in what is known of its beginning: ``April 2017, until 26 April``.

        Where it ``borrows``, the end leaves out the year that stands before it.
        """
        raise NotImplementedError

    def since(self, moment: Moment) -> str:
        raise NotImplementedError

    def from_(self, moment: Moment) -> str:
        """As ``since``, of a day to come, or of which nobody says that something goes on."""
        raise NotImplementedError

    def until(self, moment: Moment) -> str:
        raise NotImplementedError

    def since_loosely(self, moment: Moment) -> str:
        """As ``since``, of an awkward moment: ``since some time between 2004 and 2016``."""
        raise NotImplementedError

    def until_loosely(self, moment: Moment) -> str:
        """As ``until``, of an awkward moment: ``until 10 or 11 January 1994``."""
        raise NotImplementedError

    def leaving(self, since: str) -> str:
        """A start as it is said before "until", made of how it is said after "since"."""
        raise NotImplementedError

    DOUBTS: dict[Doubt, str]
    """How a date was doubted: behind it, in brackets."""
    BOTH_UNCERTAIN: str
    """After a period of which both ends are uncertain, in brackets."""
    AT_LEAST: str
    """After a period of which the two ends may lie further out."""

    START_UNKNOWN: str
    END_UNKNOWN: str
    START_OPEN: str
    END_OPEN: str
    END_NEVER: str
    """As ``END_OPEN``, of what has still to begin."""
    BOTH_UNKNOWN: str
    SINCE_UNKNOWN: str
    """Of what goes on and began on a day that is not known."""

    def moment(self, moment: Moment) -> str:
        saying = saying_of(moment)
        if saying:
            text = self._said(saying)
        elif moment.precision in SPANS:
            text = self._limit(moment)
        else:
            unit = unit_of(moment)
            text = self.about(unit) if moment.approximate else self.unit(unit)
        return self.doubted(text, moment)

    def period(self, period: Period, *, to_come: bool = False) -> str:
        start, end = period.start, period.end
        if start and end:
            return self._both_known(start, end)
        if start:
            return self._start_known(start, period.end_edge, to_come)
        if end:
            return self._end_known(end, period.start_edge)
        if period.start_edge is period.end_edge is Edge.UNKNOWN:
            return self.BOTH_UNKNOWN
        if period.start_edge is Edge.UNKNOWN:
            return self.SINCE_UNKNOWN
        return f"{self._no_start(period.start_edge)}, {self._no_end(period.end_edge)}"

    def _said(self, saying: Saying) -> str:
        first, last = saying.first, saying.last
        if saying.manner in (Manner.AFTER, Manner.BEFORE):
            return self.near(saying)
        if saying.manner is Manner.EITHER and last:
            return self._one_of(first, last)
        if saying.manner is Manner.BETWEEN and last:
            return self.between(first, last)
        if isinstance(first, DatePart):
            return self.part(first)
        if isinstance(last, Unit):
            return self.within(first, last, later=saying.manner is Manner.LATER)
        return self.on_or_about(first)

    def _one_of(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        """Two neighbours, or all from the first to the last: ``May, June or July 2018``."""
        *before, one_before_last = _all_but_the_last(first, last)
        return "".join(f"{self.first_of_two(each, last)}, " for each in before) + self.either(one_before_last, last)

    def _limit(self, moment: Moment) -> str:
        if moment.last:
            return self.or_earlier(moment.last)
        if moment.first:
            return self.or_later(moment.first)
        raise ValueError(f"{moment.edtf} has no end to name.")

    def _both_known(self, start: Moment, end: Moment) -> str:
        if start == end:
            return self.moment(start)
        if (least := _at_least(start, end)) is not None:
            first, last = least
            return f"{self.unit(first) if first == last else self.units_range(first, last)} {self.AT_LEAST}"
        if _is_uncertain_alone(start) and _is_uncertain_alone(end):
            first, last = unit_of(start), unit_of(end)
            if not first.holds(last) and not last.holds(first) and (doubted := self._both_doubted(start, end)):
                return f"{self.units_range(first, last)} ({doubted})"
        if _needs_words(start) or _needs_words(end):
            return f"{self.leaving(self.since_any(start))} {self.until_any(end)}"
        if is_plain(start) and is_plain(end):
            first, last = unit_of(start), unit_of(end)
            if last.holds(first):
                return self.range_into(first, last)
            if not first.holds(last):
                return self.units_range(first, last)
        if _is_one_unit(start) and _is_one_unit(end) and unit_of(start).holds(unit_of(end)):
            borrows = is_plain(start) and start.precision in (Precision.MONTH, Precision.YEAR)
            borrows = borrows and is_plain(end) and end.precision in (Precision.DAY, Precision.MONTH)
            return self.begun_within(self.moment(start), end, borrows=borrows)
        return f"{self._bare(start)} – {self._bare(end)}"

    def _both_doubted(self, start: Moment, end: Moment) -> str:
        """How both ends are doubted in one, where that cannot be taken for the end alone."""
        if start.doubt != end.doubt:
            return ""
        if start.doubt is Doubt.UNSURE or start.doubt is None:
            return self.BOTH_UNCERTAIN
        return self.DOUBTS[start.doubt] if elided(unit_of(start), unit_of(end)) else ""

    def _bare(self, moment: Moment) -> str:
        """A moment beside a dash, without the preposition that its words begin with elsewhere."""
        saying = saying_of(moment)
        if saying and isinstance(saying.first, Unit) and isinstance(saying.last, Unit) and saying.manner in _INTO:
            text = self.bare_within(saying.first, saying.last, later=saying.manner is Manner.LATER)
        elif saying is None and (limit := _limit_of(moment)):
            text = self.bare_limit(limit, later=moment.precision is Precision.AFTER)
        else:
            return self.moment(moment)
        return self.doubted(text, moment)

    def _start_known(self, start: Moment, end_edge: Edge, to_come: bool) -> str:
        if end_edge is Edge.OPEN and is_awkward(start) and to_come:
            return f"{self.moment(start)}, {self.END_NEVER}"
        if end_edge is Edge.OPEN:
            return self.from_(start) if to_come else self.since_any(start)
        return f"{self.moment(start)}, {self.END_UNKNOWN}"

    def _end_known(self, end: Moment, start_edge: Edge) -> str:
        return f"{self.until_any(end)}, {self.START_OPEN}" if start_edge is Edge.OPEN else self.until_any(end)

    def since_any(self, moment: Moment) -> str:
        """``since`` or ``since_loosely``, whichever fits."""
        return self.since_loosely(moment) if is_awkward(moment) else self.since(moment)

    def until_any(self, moment: Moment) -> str:
        """``until`` or ``until_loosely``, whichever fits."""
        return self.until_loosely(moment) if is_awkward(moment) else self.until(moment)

    def _no_start(self, edge: Edge) -> str:
        return self.START_OPEN if edge is Edge.OPEN else self.START_UNKNOWN

    def _no_end(self, edge: Edge) -> str:
        return self.END_OPEN if edge is Edge.OPEN else self.END_UNKNOWN


def saying_of(moment: Moment) -> Saying | None:
    """What was said of a moment, or what the two ends of a span imply."""
    if moment.saying or moment.precision is not Precision.SPAN:
        return moment.saying
    return implied(moment.first, moment.last) if moment.first and moment.last else None


def unit_of(moment: Moment) -> Unit:
    """The day, month, season, year or decade of a moment that is no span, without its sign."""
    if moment.precision in SPANS or moment.first is None:
        raise ValueError(f"{moment.edtf} is no single unit.")
    return moment.first


#: No text that is read names more.
_MOST = 100
_INTO = (Manner.LATER, Manner.EARLIER)
_STIFF = (Manner.EITHER, Manner.BETWEEN, *_INTO)


def is_awkward(moment: Moment) -> bool:
    """Whether its words cannot stand beside "since" or "until"."""
    saying = saying_of(moment)
    if saying is None:
        return moment.precision in SPANS
    return saying.manner in _STIFF or is_limit(saying)


def _needs_words(moment: Moment) -> bool:
    """Whether its words cannot stand beside a dash: "2012 or 2013 – 2014" could be cut in two places."""
    saying = saying_of(moment)
    if saying is None:
        # « vers les années 1990 – 2004 » could be two years.
        return moment.approximate and moment.precision is Precision.DECADE
    return is_awkward(moment) and saying.manner not in _INTO


def _limit_of(moment: Moment) -> Unit | None:
    """The day, month or year up to which, or from which on, a moment may lie."""
    return {Precision.BEFORE: moment.last, Precision.AFTER: moment.first}.get(moment.precision)


def _is_one_unit(moment: Moment) -> bool:
    """Whether it is a single day, month, season, year or decade, with a sign or without."""
    return moment.precision not in SPANS and saying_of(moment) is None


def is_limit(saying: Saying) -> bool:
    """Whether it sets a limit by a part that it lets in: "by mid-2018"."""
    return saying.included and saying.near is Nearness.ANY


def _all_but_the_last(first: Unit | DatePart, last: Unit | DatePart) -> list[Unit | DatePart]:
    before = [first]
    if isinstance(first, Unit) and first.precision is getattr(last, "precision", None):
        following = first.shifted(1)
        while following is not None and following != last and len(before) < _MOST:
            before.append(following)
            following = following.shifted(1)
    return before


def _at_least(start: Moment, end: Moment) -> tuple[Unit, Unit] | None:
    """What is certain of a period that began by the one unit, or before, and ended in the other, or after."""
    first, last = start.last, end.first
    if start.precision is not Precision.BEFORE or end.precision is not Precision.AFTER or not first or not last:
        return None
    if start.saying or end.saying or start.doubt or end.doubt:
        return None
    follow = first == last or first.bounds()[1] < last.bounds()[0]
    return (first, last) if follow else None


def _is_uncertain_alone(moment: Moment) -> bool:
    """Whether it is one unit with the sign of uncertainty and no other."""
    return moment.uncertain and not moment.approximate


def is_plain(moment: Moment) -> bool:
    """Whether it is one unit without any sign."""
    return moment.precision not in SPANS and not moment.approximate and not moment.uncertain


def elided(first: Unit, last: Unit) -> Precision | None:
    """What two ends may say once: DAY, the month and year of two days; MONTH, the year; None, nothing."""
    if first.precision is not last.precision or first.year != last.year:
        return None
    if first.precision is Precision.DAY:
        return Precision.DAY if first.month == last.month else Precision.MONTH
    return Precision.MONTH if first.precision is Precision.MONTH else None
