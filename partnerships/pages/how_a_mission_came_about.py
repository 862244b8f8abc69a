"""How a mission came about, in some lines of the timeline: what was decided, who travelled before, who headed it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models import Decision, Mission, Office, Partner
from partnerships.projections import timeline
from partnerships.records.visibility import public

from .blocks import Turns
from .missions import designations_of, story

#: The story has no more lines than this.
MOST_LINES = 8


def how_it_came_about(mission: Mission, office: Office | None) -> Turns:
    """Tell the decisions, the journeys of the year before them, the mission, and who took the `office` of its head."""
    designations = list(designations_of(mission))
    decisions = public(dict.fromkeys(one.decision for one in designations if one.decision is not None))
    before = public(one.follows for one in decisions if one.follows is not None)
    found = {line.sort: line for line in story(mission, designations, "").lines}
    lines = [*_lines_of("decision", [one.key for one in before]), *_journeys(mission, decisions)]
    if office is not None:
        lines += _first_and_last([line for line in _lines(office=(office.key,)) if line.kind == "tenure"])
    found |= {line.sort: line for line in lines}
    kept = [found[sort] for sort in sorted(found)]
    return Turns(
        "turning-points",
        _("How it came about"),
        [line for line in kept if not line.moment.endswith("end")][:MOST_LINES],
    )


def _first_and_last(lines: Sequence[timeline.Line]) -> list[timeline.Line]:
    """The lines on which the first and the last head took office."""
    starts = [line for line in lines if not line.moment.endswith("end")]
    return [*starts[:1], *starts[1:][-1:]]


def _lines(**filters: Any) -> Sequence[timeline.Line]:
    return timeline.page(timeline.Filters(**filters), size=MOST_LINES).lines


def _lines_of(kind: str, keys: Sequence[str]) -> list[timeline.Line]:
    return [line for key in keys for line in _lines(related=((kind, key),), kind=(kind,)) if line.key == key]


def _journeys(mission: Mission, decisions: Sequence[Decision]) -> Sequence[timeline.Line]:
    """The visits of the year before the first of some decisions."""
    days = [one.date_earliest for one in decisions if one.date_earliest > dates.EARLIEST]
    partner = Partner.objects.published().filter(state=mission.state, organization=mission.organization).first()
    if not days or partner is None:
        return []
    since = max(min(days) - timedelta(days=365), dates.EARLIEST)
    span = (dates.parse_moment(day.isoformat()) for day in (since, min(days)))
    first, last = span
    return _lines(partner=(partner.key,), kind=("visit",), detail="main", since=first, until=last)
