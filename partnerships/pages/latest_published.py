"""What was published last, of a few kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships import dates
from partnerships.kept_in_process import Shelf
from partnerships.models import Record
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.records.kinds import KINDS, Kind
from partnerships.records.loading import loading

#: No more latest changes than this are told.
MOST_CHANGES = 2


@dataclass(frozen=True)
class LatestRecord:
    """A record that was published lately."""

    day: date
    record: Record


#: What is told: the kinds that have turning points, but for what groups of States are made of, which comes in numbers.
_TOLD = tuple(kind for name, kind in KINDS.items() if kind.main and name not in ("partner", "membership"))
kept_changes: Shelf[tuple[LatestRecord, ...]] = Shelf(200)


def latest_changes() -> Sequence[LatestRecord]:
    """The records published last: asked for once under each content version."""

    def told() -> tuple[LatestRecord, ...]:
        several = [one for kind in _TOLD for one in _published_last(kind)]
        several.sort(key=lambda one: one.published_at, reverse=True)
        return tuple(LatestRecord(dates.day_of(one.published_at), one) for one in several[:MOST_CHANGES])

    return kept_changes.having((version.stamp(), language_now()), told, lambda _changes: 1)


def _published_last(kind: Kind) -> Sequence[Any]:
    latest = "-date_latest" if hasattr(kind.model, "date") else "-start_latest"
    found = loading(kind.model._default_manager.published().exclude(published_at=None), kind.content_paths)
    return list(found.order_by("-published_at", latest, "key")[:MOST_CHANGES])
