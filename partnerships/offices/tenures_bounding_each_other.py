"""Tenures of one office beside one another: what one lets us say of another."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from partnerships.dates import LATEST

from .days import Span
from .days_of_one_tenure import TenureDays

#: The end of a neighbour's certain span, and which neighbour it is.
Reach = tuple[date, int]


def beside_one_another(several: Iterable[TenureDays], *, single_holder: bool) -> list[TenureDays]:
    """Return the days of all tenures of one office, as far as they bound each other.

    In an office that one person holds at a time, a side that is not known leaves its person
    possible as far as the nearest certain span of another tenure. Where there is none nobody is
    named beyond what is certain. In an office that several people hold, only the tenures of the
    same person bound each other. Nobody serves a second time before the first service ended.
    """
    by_person: dict[int, list[TenureDays]] = defaultdict(list)
    everybody = list(several)
    for one in everybody:
        by_person[one.tenure.person].append(one)
    groups = [everybody] if single_holder else list(by_person.values())
    widened = {one.tenure.pk: one for group in groups for one in _widened(group)}
    for own in by_person.values():
        if len(own) > 1:
            widened |= {one.tenure.pk: one for one in _in_turn([widened[each.tenure.pk] for each in own])}
    return [widened[one.tenure.pk] for one in everybody]


def _widened(group: list[TenureDays]) -> list[TenureDays]:
    if all(map(_is_settled, group)):
        return group
    neighbours = _Neighbours((one.certain & one.limits, one.tenure.pk) for one in group)
    return [_widen(one, neighbours) for one in group]


def _widen(one: TenureDays, neighbours: "_Neighbours") -> TenureDays:
    if _is_settled(one):
        return one
    first, last = one.possible.first, one.possible.last
    before = None if one.start_settled else neighbours.last_before(first, one.tenure.pk)
    after = neighbours.first_after(_known_end(one), one.tenure.pk) if _seeks_an_end(one) else None
    return replace(
        one,
        possible=Span(before or first, after or last),
        start_settled=one.start_settled or before is not None,
        end_settled=one.end_settled or after is not None,
    )


def _is_settled(one: TenureDays) -> bool:
    """Whether no neighbour could say more of it."""
    return not one.possible or (one.start_settled and not _seeks_an_end(one))


def _seeks_an_end(one: TenureDays) -> bool:
    """Whether a successor tells when it ended: its end is not known, or nothing vouches any more that it goes on."""
    return not one.end_settled or (one.expired and one.possible.last == LATEST)


def _known_end(one: TenureDays) -> date:
    """Return the last day on which anything shows that it ran."""
    if one.possible.last != LATEST:
        return one.possible.last
    return max(one.certain.last, one.possible.first)


class _Neighbours:
    """The certain spans of the tenures of one office, in order, so that the nearest is found at once."""

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        known = [(span, pk) for span, pk in spans if span]
        by_first = sorted(known, key=lambda each: each[0].first)
        by_last = sorted(known, key=lambda each: each[0].last)
        self._firsts = [span.first for span, _ in by_first]
        self._lasts = [span.last for span, _ in by_last]
        self._latest = _running([(span.last, pk) for span, pk in by_first], max)
        self._earliest = _running([(span.first, pk) for span, pk in reversed(by_last)], min)[::-1]

    def last_before(self, first: date, pk: int) -> date | None:
        """Return the last day of the others among those that began by `first`, and no later than `first`."""
        position = bisect_right(self._firsts, first) - 1
        found = _of_another(self._latest[position], pk) if position >= 0 else None
        return found and min(found, first)

    def first_after(self, last: date, pk: int) -> date | None:
        """Return the first day of the others among those that end on `last` or later, and no earlier than `last`."""
        position = bisect_left(self._lasts, last)
        found = _of_another(self._earliest[position], pk) if position < len(self._lasts) else None
        return found and max(found, last)


def _running(reaches: list[Reach], furthest: Callable[[list[Reach]], Reach]) -> list[list[Reach]]:
    """Return for each position the two furthest reaches of different neighbours up to it."""
    found: list[list[Reach]] = []
    best: list[Reach] = []
    for reach in reaches:
        pair = [reach, *best]
        first = furthest(pair)
        others = [one for one in pair if one[1] != first[1]]
        best = [first, furthest(others)] if others else [first]
        found.append(best)
    return found


def _of_another(reaches: list[Reach], pk: int) -> date | None:
    return next((day for day, neighbour in reaches if neighbour != pk), None)


def _in_turn(own: list[TenureDays]) -> list[TenureDays]:
    """Return the tenures of one person, none of which begins before those before it have ended."""
    in_order = sorted(own, key=lambda one: (one.certain or one.possible, one.possible, one.tenure.key))
    return _begun_after(_ended_before(in_order))


def _begun_after(in_order: list[TenureDays]) -> list[TenureDays]:
    found, ended = [], None
    for one in in_order:
        bound = ended and (min(ended, one.certain.first) if one.certain else ended)
        if bound and bound > one.possible.first:
            one = replace(one, possible=Span(bound, one.possible.last))
        if one.certain:
            ended = max(ended or one.certain.last, one.certain.last)
        found.append(one)
    return found


def _ended_before(in_order: list[TenureDays]) -> list[TenureDays]:
    found, begun = [], None
    for one in reversed(in_order):
        bound = begun and (max(begun, one.certain.last) if one.certain else begun)
        if bound and bound < one.possible.last:
            one = replace(one, possible=Span(one.possible.first, bound))
        if one.certain:
            begun = min(begun or one.certain.first, one.certain.first)
        found.append(one)
    return found[::-1]
