"""What was published last, of a few kinds, and what was corrected last, in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.kept_in_process import Shelf
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.records.kinds import KINDS, Kind
from partnerships.records.loading import loading

from . import sentences
from .corrections import Correction, corrections, fields_and_reason

#: No more latest changes than this are told of either sort.
MOST_CHANGES = 2


@dataclass(frozen=True)
class LatestChange:
    """What became of the register on a day, in a sentence."""

    day: date
    said: SafeString


#: What is told: the kinds that have turning points, but for what groups of States are made of, which comes in numbers.
_TOLD = tuple(kind for name, kind in KINDS.items() if kind.main and name not in ("partner", "membership"))
kept_changes: Shelf[tuple[LatestChange, ...]] = Shelf(200)


def latest_changes() -> Sequence[LatestChange]:
    """What was published, and corrected, last, the latest first: asked for once under each content version."""

    def told() -> tuple[LatestChange, ...]:
        found = [*map(_correction, corrections(MOST_CHANGES)), *_additions()]
        return tuple(sorted(found, key=lambda one: one.day, reverse=True))

    return kept_changes.having((version.stamp(), language_now()), told, lambda _changes: 1)


def _correction(one: Correction) -> LatestChange:
    return LatestChange(dates.day_of(one.change.at), sentences.corrected_because(one.record, *fields_and_reason(one)))


def _additions() -> Iterator[LatestChange]:
    several = [one for kind in _TOLD for one in _published_last(kind)]
    several.sort(key=lambda one: one.published_at, reverse=True)
    for day, records in groupby(several[:MOST_CHANGES], lambda one: dates.day_of(one.published_at)):
        yield LatestChange(day, sentences.added(list(records)))


def _published_last(kind: Kind) -> Sequence[Any]:
    latest = "-date_latest" if hasattr(kind.model, "date") else "-start_latest"
    found = loading(kind.model._default_manager.published().exclude(published_at=None), kind.content_paths)
    return list(found.order_by("-published_at", latest, "key")[:MOST_CHANGES])
