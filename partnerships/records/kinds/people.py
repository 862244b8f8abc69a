"""People, offices and tenures."""

from partnerships import models

from .kind import Kind
from .moments import SERVICE

PERSON = Kind(model=models.Person)

OFFICE = Kind(
    model=models.Office,
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
