"""Decisions."""

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from partnerships import models

from .kind import Kind, Reach, Task
from .moments import DAY
from .order_on_one_day import OnOneDay


def partners_of_the_day(decision: models.Decision) -> QuerySet[models.Partner]:
    """Return the partners whose partnership possibly contains the day of `decision`."""
    bounds = Q(start_earliest__lte=decision.date_latest) & Q(end_latest__gte=decision.date_earliest)
    return models.Partner._default_manager.filter(bounds)


def _reached(decision: models.Decision, partners: Iterable[tuple]) -> Iterator[str]:
    """Yield the keys of those of `partners` that `partners_of_the_day` returns, without asking for each decision."""
    if decision.scope == models.Decision.Scope.ALL_PARTNERS:
        for key, start, end in partners:
            if start <= decision.date_latest and end >= decision.date_earliest:
                yield key


def _reaching() -> Q:
    return Q(scope=models.Decision.Scope.ALL_PARTNERS)


DECISION = Kind(
    model=models.Decision,
    task=Task.DECISIONS,
    place_in_search=5,
    schema=("CreativeWork",),
    schema_links=(
        ("body", "creator"),
        ("partners", "about"),
        ("areas", "about"),
        ("follows", "isBasedOn"),
        ("place", "locationCreated"),
    ),
    rests_on=("body",),
    moments=DAY,
    main=("on",),
    rank=OnOneDay.DECISION,
    line_names=("designations.mission", "designations.embassy", "designations.serving_mission"),
    needs_date=("date",),
    same_if=("date", "body"),
    concerns={
        "partner": ("partners",),
        "area": ("areas",),
        "organization": ("body",),
        "place": ("place",),
        "decision": ("follows",),
    },
    reach=Reach("partner", models.Partner, ("key", "start_earliest", "end_latest"), _reached, _reaching),
    tie_break_columns=("scope",),
)
