"""Sets of days: cut, joined and taken from one another."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from partnerships.dates import EARLIEST, LATEST

_FIRST, _LAST = attrgetter("first"), attrgetter("last")
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `first` to `last`, both in; empty where `first` comes after `last`."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __bool__(self) -> bool:
        return self.first <= self.last

    def __and__(self, other: "Span") -> "Span":
        return Span(max(self.first, other.first), min(self.last, other.last))


#: Every day there is.
EVER = Span(EARLIEST, LATEST)


def day_after(day: date) -> date:
    """Return the next day; the last day there is has none, and stands for it."""
    return day + _ONE if day < LATEST else LATEST


def day_before(day: date) -> date:
    """Return the day before; the first day there is has none, and stands for it."""
    return day - _ONE if day > EARLIEST else EARLIEST


def until_before(day: date) -> Span:
    """Return all days before `day`."""
    return Span(EARLIEST, day - _ONE) if day > EARLIEST else Span(LATEST, EARLIEST)


def from_after(day: date) -> Span:
    """Return all days after `day`."""
    return Span(day + _ONE, LATEST) if day < LATEST else Span(LATEST, EARLIEST)


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days, as spans in their order, none of which touches the next. Made by `days`."""

    spans: tuple[Span, ...] = ()

    def __contains__(self, day: date) -> bool:
        position = bisect_right(self.spans, day, key=_FIRST) - 1
        return position >= 0 and day <= self.spans[position].last

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def covers(self, span: Span) -> bool:
        """Whether every day of `span` is among these days."""
        # Only the first span that ends no earlier can hold its first day.
        position = bisect_left(self.spans, span.first, key=_LAST)
        if position == len(self.spans):
            return False
        one = self.spans[position]
        return one.first <= span.first and span.last <= one.last

    def meeting(self, span: Span) -> Iterator[Span]:
        """Yield those spans that have a day in common with `span`."""
        for position in range(bisect_left(self.spans, span.first, key=_LAST), len(self.spans)):
            if self.spans[position].first > span.last:
                return
            yield self.spans[position]

    def __and__(self, other: "Days") -> "Days":
        if self is ALWAYS or other is NEVER:
            return other
        if other is ALWAYS or self is NEVER or other._holds(self):
            return self
        if self._holds(other):
            return other
        few, many = (self, other) if len(self.spans) <= len(other.spans) else (other, self)
        return Days(tuple(span & one for span in few for one in many.meeting(span)))

    def _holds(self, other: "Days") -> bool:
        """Whether these are the days of one span, and all of the other ones lie in it."""
        if len(self.spans) != 1 or not other.spans:
            return False
        whole = self.spans[0]
        return whole.first <= other.spans[0].first and other.spans[-1].last <= whole.last

    def __or__(self, other: "Days") -> "Days":
        return days((*self.spans, *other.spans))

    def __sub__(self, other: "Days") -> "Days":
        if not self.spans or not other.spans:
            return self
        return Days(tuple(left for span in self for left in other._left_of(span)))

    def _left_of(self, span: Span) -> Iterator[Span]:
        """Yield what remains of `span` without these days."""
        first = span.first
        for one in self.meeting(span):
            if one.first > first:
                yield Span(first, one.first - _ONE)
            if one.last >= span.last:
                return
            first = one.last + _ONE
        yield Span(first, span.last)


NEVER = Days()
ALWAYS = Days((EVER,))


def days_of(span: Span) -> Days:
    """Return the days of one span."""
    if not span:
        return NEVER
    return ALWAYS if span == EVER else Days((span,))


def days(spans: Iterable[Span]) -> Days:
    """Return the days that lie in any of `spans`."""
    joined: list[Span] = []
    for span in sorted(filter(None, spans)):
        if joined and span.first <= day_after(joined[-1].last):
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
        else:
            joined.append(span)
    return Days(tuple(joined)) if joined else NEVER


class ByYear:
    """Spans of days with the numbers of what they belong to, found by the year: a day is asked of those of its year."""

    #: What reaches over more years than this is asked of every day.
    LONG = 50

    def __init__(self, spans: Iterable[tuple[date, date, int]]) -> None:
        self._by_year: dict[int, list[tuple[date, date, int]]] = defaultdict(list)
        self._long: list[tuple[date, date, int]] = []
        for span in spans:
            first, last = span[0].year, span[1].year
            if last - first > self.LONG:
                self._long.append(span)
                continue
            for year in range(first, last + 1):
                self._by_year[year].append(span)

    def meeting(self, first: date, last: date) -> set[int]:
        """Return the numbers of the spans that have a day from `first` to `last`."""
        asked = range(first.year, last.year + 1)
        years = asked if len(asked) < len(self._by_year) else self._by_year.keys() & set(asked)
        found = chain(self._long, *(self._by_year.get(year, ()) for year in years))
        return {number for begun, ended, number in found if begun <= last and ended >= first}
