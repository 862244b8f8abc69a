"""People, offices and tenures."""

from partnerships import models

from .kind import Kind
from .moments import SERVICE

PERSON = Kind(model=models.Person)

#: What an office cannot be without.
_BEHIND_AN_OFFICE = ("embassy", "mission", "state", "organization", "receiving_state", "receiving_organization")

OFFICE = Kind(
    model=models.Office,
    rests_on=_BEHIND_AN_OFFICE,
    concerns={
        "partner": ("state.partnerships", "embassy.state.partnerships", "mission.state.partnerships"),
        "state": ("state",),
        "organization": ("organization", "receiving_organization"),
        "embassy": ("embassy",),
        "mission": ("mission",),
    },
)

TENURE = Kind(
    model=models.Tenure,
    rests_on=("office", *(f"office.{name}" for name in _BEHIND_AN_OFFICE)),
    moments=SERVICE,
    rank=5,
    concerns={
        "person": ("person",),
        "office": ("office",),
        **{name: tuple(f"office.{path}" for path in paths) for name, paths in OFFICE.concerns.items()},
    },
    named_by=("person", "office"),
    stands_on=("office", "person"),
    content=("person", "office", "residence", "milestones"),
)
