"""Embassies, missions, and designations."""

from partnerships import models

from .kind import Kind
from .moments import ENDS

EMBASSY = Kind(
    model=models.Embassy,
    rests_on=("state", "receiving_state"),
    moments=ENDS,
    rank=4,
    concerns={"partner": ("state.partnerships",), "state": ("state", "receiving_state"), "place": ("place",)},
)

MISSION = Kind(
    model=models.Mission,
    rests_on=("state", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=4,
    concerns={
        "partner": ("state.partnerships",),
        "state": ("state",),
        "organization": ("organization",),
        "place": ("place",),
    },
)

DESIGNATION = Kind(
    model=models.Designation,
    rests_on=("mission", "embassy", "serving_mission"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=3,
    concerns={
        "partner": ("mission.state.partnerships",),
        "organization": ("mission.organization",),
        "mission": ("mission", "serving_mission"),
        "embassy": ("embassy",),
        "decision": ("decision",),
    },
    named_by=("mission", "embassy", "serving_mission"),
    stands_on=("mission", "embassy", "serving_mission"),
    content=("mission", "embassy", "serving_mission", "decision"),
)
