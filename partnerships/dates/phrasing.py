"""What the wordings of the two languages share: which phrase a date needs, whatever its words."""

from .edtf import span_ends, unit_of
from .moments import SPANS, Edge, Moment, Period, Precision
from .units import Unit

_THIRDS_OF_A_DECADE = {(0, 3): 0, (4, 6): 1, (7, 9): 2}


class Phrasing:
    """One language: the methods that raise are its words, the others choose among them."""

    def unit(self, unit: Unit) -> str:
        """``24 May 2018``, ``summer 2017``, ``1990s``."""
        raise NotImplementedError

    def third(self, decade: int, third: int) -> str:
        """``early 1990s``; ``third`` is 0, 1 or 2."""
        raise NotImplementedError

    def about(self, unit: Unit) -> str:
        raise NotImplementedError

    def uncertain(self, text: str) -> str:
        raise NotImplementedError

    def between(self, first: Unit, last: Unit) -> str:
        raise NotImplementedError

    def or_earlier(self, unit: Unit) -> str:
        raise NotImplementedError

    def or_later(self, unit: Unit) -> str:
        raise NotImplementedError

    def units_range(self, first: Unit, last: Unit) -> str:
        """A period between two ends without signs: ``3–5 March 2016``."""
        raise NotImplementedError

    def since(self, moment: Moment) -> str:
        raise NotImplementedError

    def until(self, moment: Moment) -> str:
        raise NotImplementedError

    START: str
    """Label of a start, with its colon."""
    END: str
    START_UNKNOWN: str
    END_UNKNOWN: str
    START_OPEN: str
    END_OPEN: str
    BOTH_UNKNOWN: str
    SEMICOLON: str

    def moment(self, moment: Moment) -> str:
        if moment.precision in SPANS:
            return self._span(moment)
        unit = unit_of(moment)
        text = self.about(unit) if moment.approximate else self.unit(unit)
        return self.uncertain(text) if moment.uncertain else text

    def period(self, period: Period) -> str:
        start, end = period.start, period.end
        if start and end:
            return self._both_known(start, end)
        if start:
            return self._start_known(start, period.end_edge)
        if end:
            return self._end_known(end, period.start_edge)
        if period.start_edge is period.end_edge is Edge.UNKNOWN:
            return self.BOTH_UNKNOWN
        return f"{self._no_start(period.start_edge)}, {self._no_end(period.end_edge)}"

    def _span(self, moment: Moment) -> str:
        first, last = span_ends(moment)
        if first and last:
            decade_third = third_of_a_decade(moment)
            return self.third(*decade_third) if decade_third else self.between(first, last)
        if last:
            return self.or_earlier(last)
        if first:
            return self.or_later(first)
        raise ValueError(f"{moment.edtf} has no end to name.")

    def _both_known(self, start: Moment, end: Moment) -> str:
        if start == end:
            return self.moment(start)
        if is_awkward(start) or is_awkward(end):
            return f"{self.START} {self.moment(start)}{self.SEMICOLON} {self.END} {self.moment(end)}"
        if is_plain(start) and is_plain(end):
            return self.units_range(unit_of(start), unit_of(end))
        return f"{self.moment(start)} – {self.moment(end)}"

    def _start_known(self, start: Moment, end_edge: Edge) -> str:
        if is_awkward(start):
            return f"{self.START} {self.moment(start)}{self.SEMICOLON} {self._no_end(end_edge)}"
        if end_edge is Edge.OPEN:
            return self.since(start)
        return f"{self.moment(start)}, {self.END_UNKNOWN}"

    def _end_known(self, end: Moment, start_edge: Edge) -> str:
        if is_awkward(end):
            return f"{self._no_start(start_edge)}{self.SEMICOLON} {self.END} {self.moment(end)}"
        if start_edge is Edge.OPEN:
            return f"{self.until(end)}, {self.START_OPEN}"
        return self.until(end)

    def _no_start(self, edge: Edge) -> str:
        return self.START_OPEN if edge is Edge.OPEN else self.START_UNKNOWN

    def _no_end(self, edge: Edge) -> str:
        return self.END_OPEN if edge is Edge.OPEN else self.END_UNKNOWN


def third_of_a_decade(moment: Moment) -> tuple[int, int] | None:
    """The decade and which third of it (0, 1, 2) a span is, if exactly ``[1990..1993]`` and the like."""
    first, last = span_ends(moment)
    if not first or not last or first.precision is not Precision.YEAR or last.precision is not Precision.YEAR:
        return None
    third = _THIRDS_OF_A_DECADE.get((first.year % 10, last.year % 10))
    if third is None or first.year // 10 != last.year // 10:
        return None
    return first.year // 10 * 10, third


def is_awkward(moment: Moment) -> bool:
    """Whether its words cannot stand beside a dash, "since" or "until"."""
    return moment.precision in SPANS and third_of_a_decade(moment) is None


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
