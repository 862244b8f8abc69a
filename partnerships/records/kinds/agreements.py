"""Agreements."""

from partnerships import models

from .kind import Kind, Task
from .moments import DAY_AND_ENDS
from .order_on_one_day import OnOneDay

AGREEMENT = Kind(
    model=models.Agreement,
    task=Task.DECISIONS,
    place_in_search=7,
    schema=("CreativeWork",),
    schema_links=(
        ("partners", "about"),
        ("states", "about"),
        ("organization", "about"),
        ("organizations", "about"),
        ("areas", "about"),
        ("participations.person", "contributor"),
        ("renews", "isBasedOn"),
        ("place", "locationCreated"),
    ),
    rests_on=("organization", "organizations", "states"),
    moments=DAY_AND_ENDS,
    main=("on", "start", "end"),
    rank=OnOneDay.AGREEMENT,
    needs_date=("date", "period"),
    same_if=("date", "kind"),
    concerns={
        "partner": ("partners",),
        "state": ("states",),
        "organization": ("organization", "organizations"),
        "area": ("areas",),
        "place": ("place",),
        "person": ("participations.person",),
        "agreement": ("renews",),
    },
)
