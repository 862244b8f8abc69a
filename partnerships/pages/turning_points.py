"""The turning points of a page: the latest of what it concerns, those between two days, and the way to the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import localized
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline

from .blocks import Link, Turns
from .question import Question

MOST_TURNS = 8


def timeline_link(words: str, **query: str | tuple[str, ...]) -> Link:
    """Return the way to the timeline, narrowed down."""
    return Link(f"{localized('timeline', language_now())}?{urlencode(query, doseq=True)}", words)


def turning_points(filters: timeline.Filters, more: Iterable[Link], title: str = "") -> Turns:
    """Return the latest turning points of what `filters` ask for, in their order, and the way to everything."""
    return turning_points_of([filters], more, title)


def turning_points_of(several: Iterable[timeline.Filters], more: Iterable[Link], title: str = "") -> Turns:
    """Return the latest turning points of what any of `several` filters asks for, each once, in their order."""
    found = {
        line.sort: line for filters in several for line in timeline.page(filters, order="newest", size=MOST_TURNS).lines
    }
    lines = [found[sort] for sort in sorted(found)][-MOST_TURNS:]
    return Turns("turning-points", title or _("Turning points"), lines, tuple(more))


def turns_between(
    question: Question, several: Iterable[timeline.Filters], whole: Sequence[tuple[str, str]]
) -> Turns | None:
    """Return what happened between two days that stand beside each other; nothing where there is one day alone.

    Of what any of `several` filters asks for, each once, the first; the timeline of the `whole` has everything.
    """
    if len(question.days) < 2:
        return None
    since, until = (dates.moment_on(day) for day in question.days)
    found = {
        line.sort: line
        for filters in several
        for line in timeline.page(replace(filters, since=since, until=until), size=MOST_TURNS).lines
    }
    first, last = (day.isoformat() for day in question.days)
    asked = {**dict(whole), "detail": "all", "from": first, "to": last}
    ways = (timeline_link(_("Everything between the two days"), **asked),) if whole else ()
    lines = [found[sort] for sort in sorted(found)][:MOST_TURNS]
    return Turns("changes", _("What happened between the two days"), lines, ways)
