"""Offices and tenures."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task
from .moments import SERVICE
from .order_on_one_day import OnOneDay

#: What an office cannot be without.
_BEHIND_AN_OFFICE = ("embassy", "mission", "state", "organization", "receiving_state", "receiving_organization")

OFFICE = Kind(
    model=models.Office,
    task=Task.PEOPLE,
    place_in_search=4,
    schema=("Role", "org:Post"),
    schema_links=tuple((name, "org:postIn") for name in ("mission", "embassy", "organization", "state")),
    rests_on=_BEHIND_AN_OFFICE,
    concerns={
        "partner": ("state.partnerships", "embassy.state.partnerships", "mission.state.partnerships"),
        "state": ("state",),
        "organization": ("organization", "receiving_organization"),
        "embassy": ("embassy",),
        "mission": ("mission",),
    },
    also_called=("state", "embassy.state", "mission.state"),
)


def _heads_a_mission(tenure: models.Tenure, moment: str) -> bool:
    """Whether somebody begins or ceases to head a mission: as much a turning point as to do so by another office."""
    return moment in ("start", "end") and tenure.office.heads_post and tenure.office.mission is not None


TENURE = Kind(
    model=models.Tenure,
    task=Task.PEOPLE,
    place_in_search=15,
    schema=("Role", "org:Membership"),
    schema_links=(
        ("person", "org:member"),
        ("office", "opengov:post"),
        *((f"office.{name}", "org:organization") for name in ("mission", "embassy", "organization", "state")),
    ),
    makes_key=lambda tenure: words.joined(tenure.person.key, tenure.office.key, words.year_of(tenure)),
    rests_on=("office", *(f"office.{name}" for name in _BEHIND_AN_OFFICE)),
    moments=SERVICE,
    also_main=_heads_a_mission,
    also_main_columns=("office.heads_post", "office.mission"),
    rank=OnOneDay.PERSON,
    concerns={
        "person": ("person",),
        "office": ("office",),
        **{name: tuple(f"office.{path}" for path in paths) for name, paths in OFFICE.concerns.items()},
    },
    named_by=("person", "office"),
    stands_on=("office", "person"),
    content=("person", "office", "residence", "milestones"),
)
