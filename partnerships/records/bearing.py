"""What a source can bear: a document cannot prove what happened after it was written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partnerships.models import Citation

from .visibility import is_public


@dataclass(frozen=True)
class Borne:
    """The citations shown for a moment, and whether one of them proves it."""

    citations: list[Citation]
    proven: bool


def bearing(citations: Iterable[Citation], day: date) -> Borne:
    """Return those of `citations` that the public may see and that can bear what happened on `day`, and what denies it.

    Where none can bear it nothing stands in for it: whoever reads is told so.
    """
    cited = [one for one in citations if is_public(one.source)]
    able = {one.pk for one in cited if one.stance == Citation.Stance.SUPPORTS and one.can_bear(day)}
    shown = [one for one in cited if one.pk in able or one.stance == Citation.Stance.CONTRADICTS]
    return Borne(shown, bool(able))
