"""What a source can bear: a document cannot prove what happened after it was written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from partnerships import dates
from partnerships.models import Citation, Tenure

from .kinds.moments import When
from .visibility import is_public


@dataclass(frozen=True)
class Borne:
    """The citations shown for a moment, and whether one of them proves it."""

    citations: list[Citation]
    proven: bool


#: Moments that a citation may be about, of which a record has several.
SEVERAL = frozenset(Tenure.moments_in_words())


def bearing(citations: Iterable[Citation], day: date, moment: str = "on") -> Borne:
    """Return those of `citations` that the public may see and that bear what happened on `day`, and what denies it.

    What is cited for this very `moment` is shown alone; else whatever can bear it and is not about another moment.
    Where none can bear it nothing stands in for it: whoever reads is told so.
    """
    cited = [one for one in citations if is_public(one.source) and not _is_about_another(one, moment)]
    cited = [one for one in cited if not _agrees(one, day, moment)]
    able = _able(cited, day, moment)
    shown = [one for one in cited if one in able or one.stance == Citation.Stance.CONTRADICTS]
    return Borne(shown, bool(able))


def unproven(citations: Collection[Citation], moments: Iterable[tuple[str, When]]) -> list[tuple[str, When]]:
    """Return those of `moments` that none of `citations` proves, whatever the public may see of their sources."""
    found = []
    for name, when in moments:
        about = [one for one in citations if not _is_about_another(one, name)]
        if not _able(about, when.sort_key[0], name):
            found.append((name, when))
    return found


def _able(citations: Iterable[Citation], day: date, moment: str) -> list[Citation]:
    """Return those of `citations` that bear what happened on `day`: what is cited for this `moment` is asked alone."""
    supporting = [one for one in citations if one.stance == Citation.Stance.SUPPORTS]
    own = [one for one in supporting if one.field == moment] or supporting
    return [one for one in own if one.can_bear(day)]


def _is_about_another(citation: Citation, moment: str) -> bool:
    return moment in SEVERAL and citation.field in SEVERAL - {moment}


def _agrees(citation: Citation, day: date, moment: str) -> bool:
    """Whether a source that gives another period says nothing else of this end of it: the same day, or none."""
    if citation.stance != Citation.Stance.CONTRADICTS or citation.field != "period" or moment not in ("start", "end"):
        return False
    try:
        period = dates.parse_period(citation.value)
    except dates.DateError:
        return False
    end, edge = (period.start, period.start_edge) if moment == "start" else (period.end, period.end_edge)
    return edge is dates.Edge.UNKNOWN if end is None else end.sort_key[0] == day
