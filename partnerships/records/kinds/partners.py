"""States, organisations, places, partners, frameworks and memberships."""

from partnerships import models

from .kind import Kind
from .moments import ENDS

STATE = Kind(model=models.State)

PLACE = Kind(model=models.Place)

ORGANIZATION = Kind(model=models.Organization)

PARTNER = Kind(
    model=models.Partner,
    rests_on=("state", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=2,
    concerns={"organization": ("organization",), "state": ("state",)},
    named_by=("state",),
)

FRAMEWORK = Kind(
    model=models.Framework,
    rests_on=("organization",),
    moments=ENDS,
    rank=2,
    concerns={"organization": ("organization",)},
)

MEMBERSHIP = Kind(
    model=models.Membership,
    rests_on=("state", "framework", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=3,
    concerns={
        "partner": ("state.partnerships",),
        "state": ("state",),
        "framework": ("framework",),
        "organization": ("organization", "framework.organization"),
    },
    named_by=("state", "framework", "organization"),
    stands_on=("state.partnerships", "framework", "organization", "state"),
    content=("state", "framework", "organization"),
)
