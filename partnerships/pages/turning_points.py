"""The turning points of a page: the latest of what it concerns, those between two days, and the way to the rest."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import localized
from partnerships.listing.year_counts import numbers_by_year
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline
from partnerships.projections.timeline.thereby import END, PREFIX, SEEN

from .blocks import Link, Turns
from .question import Question

MOST_TURNS = 8
#: Between two days stand more where as many are decisions, designations and changes of head; so many lines are read.
MOST_CHANGES, MOST_READ = 12, 200


def timeline_link(words: str, **query: str | tuple[str, ...]) -> Link:
    """Return the way to the timeline, narrowed down."""
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    return Link(localized("timeline", language_now()) + asked, words)


def turning_points(filters: timeline.Filters, more: Iterable[Link], title: str = "") -> Turns:
    """Return the latest turning points of what `filters` ask for, in their order, and the way to everything."""
    return turning_points_of([filters], more, title)


def turning_points_of(several: Iterable[timeline.Filters], more: Iterable[Link], title: str = "") -> Turns:
    """Return the latest turning points of what any of `several` filters asks for, each once, in their order."""
    lines = _all_of(several, MOST_TURNS)[-MOST_TURNS:]
    return Turns("turning-points", title or _("Turning points"), lines, tuple(more))


def weightiest_turning_points(several: Iterable[timeline.Filters], more: Iterable[Link]) -> Turns:
    """Return the weightiest turning points of what any of `several` filters asks for: decisions and heads first."""
    return Turns("turning-points", _("Turning points"), _weightiest(_all_of(several, MOST_READ)), tuple(more))


def turning_points_with_heads(filters: timeline.Filters, heads: Collection[str], more: Iterable[Link]) -> Turns:
    """Return the latest turning points, and who took one of the offices `heads` in their own right.

    Of others the line of the designation tells that their post became the mission.
    """
    asked = [timeline.Filters(office=tuple(heads), kind=("tenure",), detail="main")] if heads else []
    taken = [line for line in _all_of(asked, MOST_READ) if line.moment == "start"]
    found = {line.sort: line for line in (*_all_of([filters], MOST_TURNS), *taken)}
    lines = [found[sort] for sort in sorted(found)][-MOST_TURNS:]
    return Turns("turning-points", _("Turning points"), lines, tuple(more))


def _all_of(several: Iterable[timeline.Filters], most: int) -> list[timeline.Line]:
    """Return the latest lines of what any of `several` filters asks for, so many of each, in their order."""
    found = {line.sort: line for filters in several for line in timeline.page(filters, order="newest", size=most).lines}
    return [found[sort] for sort in sorted(found)]


def turns_between(
    question: Question, several: Iterable[timeline.Filters], whole: Sequence[tuple[str, str]]
) -> Turns | None:
    """Return what happened between two days that stand beside each other; nothing where there is one day alone.

    Of what any of `several` filters asks for, each once, the weightiest of the whole time, in their order; the
    timeline of the `whole` has everything, and how much that is.
    """
    if len(question.days) < 2:
        return None
    since, until = (dates.moment_on(day) for day in question.days)
    found = _all_of([replace(filters, since=since, until=until) for filters in several], MOST_READ)
    lines = _weightiest(found)
    title = _("What happened between the two days")
    if len(lines) < len(found):
        title = _("What happened between the two days (%(shown)d of %(number)d)") % {
            "shown": len(lines),
            "number": len(found),
        }
    return Turns("changes", title, lines, _everything_between(question, whole))


def _everything_between(question: Question, whole: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    """The way to everything that the timeline of the `whole` has between two days, with its number."""
    if not whole:
        return ()
    first, last = question.days
    asked = {**dict(whole), "detail": "all", "from": first.isoformat(), "to": last.isoformat()}
    named: dict[str, Any] = {name: (key,) for name, key in whole}
    until = dates.moment_on(last)
    counted = numbers_by_year(timeline.Filters(**named, since=dates.moment_on(first), until=until))
    words = _("Everything between the two days")
    return (timeline_link(words if counted.goes_on else f"{words} ({counted.total})", **asked),)


def _weightiest(lines: Sequence[timeline.Line]) -> list[timeline.Line]:
    """Return the weightiest of lines, of the same weight the latest, in their order.

    Decisions, designations and changes of head are always among them, as far as a page has room.
    """
    by_weight = sorted(reversed(lines), key=_lightness)
    most = min(max(MOST_TURNS, sum(_lightness(line) < 2 for line in lines)), MOST_CHANGES)
    kept = {line.sort for line in by_weight[:most]}
    return [line for line in lines if line.sort in kept]


def _lightness(line: timeline.Line) -> int:
    """How little a line matters beside others: decisions, designations and new heads most."""
    if line.kind in ("decision", "designation"):
        return 0
    if line.kind == "tenure":
        begins = line.moment == "start" or (line.moment.startswith(PREFIX) and not line.moment.endswith((END, SEEN)))
        return 0 if begins else 1 if line.moment.endswith("end") else 4
    return {"mission": 2, "partner": 2, "membership": 2, "agreement": 2, "visit": 3}.get(line.kind, 4)
