"""What was published last, of a few kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships import dates
from partnerships.models import Agreement, Decision, Designation, Mission, Record, Visit
from partnerships.presentation import language_now
from partnerships.projections import version
from partnerships.records.kinds import KINDS
from partnerships.records.loading import loading
from partnerships.shelf import Shelf

#: No more latest changes than this are told.
MOST_CHANGES = 2


@dataclass(frozen=True)
class LatestRecord:
    """A record that was published lately."""

    day: date
    record: Record


#: Kinds of which the latest published records are told.
_TOLD = (Decision, Designation, Mission, Agreement, Visit)
kept_changes: Shelf[tuple[LatestRecord, ...]] = Shelf(200)


def latest_changes() -> Sequence[LatestRecord]:
    """The records published last: asked for once under each content version."""

    def told() -> tuple[LatestRecord, ...]:
        several = [one for model in _TOLD for one in _published_last(model)]
        several.sort(key=lambda one: one.published_at, reverse=True)
        return tuple(LatestRecord(dates.day_of(one.published_at), one) for one in several[:MOST_CHANGES])

    return kept_changes.having((version.stamp(), language_now()), told, lambda _changes: 1)


def _published_last(model: Any) -> Sequence[Any]:
    kind = KINDS[model._meta.model_name]
    latest = "-date_latest" if hasattr(model, "date") else "-start_latest"
    found = loading(model.objects.published().exclude(published_at=None), kind.content_paths)
    return list(found.order_by("-published_at", latest, "key")[:MOST_CHANGES])
