"""Embassies, missions, and designations."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task
from .moments import ENDS
from .order_on_one_day import OnOneDay

EMBASSY = Kind(
    model=models.Embassy,
    task=Task.POSTS,
    place_in_search=8,
    schema=("GovernmentOrganization", "org:OrganizationalUnit"),
    schema_links=(("state", "parentOrganization"), ("state", "org:unitOf"), ("place", "location")),
    makes_key=lambda embassy: words.between(embassy, "state", "receiving_state"),
    rests_on=("state", "receiving_state"),
    moments=ENDS,
    rank=OnOneDay.POST,
    concerns={"partner": ("state.partnerships",), "state": ("state", "receiving_state"), "place": ("place",)},
    also_called=("state",),
)

MISSION = Kind(
    model=models.Mission,
    task=Task.POSTS,
    place_in_search=3,
    schema=("GovernmentOrganization", "org:OrganizationalUnit"),
    schema_links=(("state", "parentOrganization"), ("state", "org:unitOf"), ("place", "location")),
    makes_key=lambda mission: words.between(mission, "state", "organization"),
    rests_on=("state", "organization"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=OnOneDay.POST,
    concerns={
        "partner": ("state.partnerships",),
        "state": ("state",),
        "organization": ("organization",),
        "place": ("place",),
    },
    also_called=("state",),
)

DESIGNATION = Kind(
    model=models.Designation,
    task=Task.POSTS,
    place_in_search=14,
    schema=("Event", "org:ChangeEvent"),
    schema_links=(
        ("mission", "about"),
        ("embassy", "about"),
        ("serving_mission", "about"),
        ("decision", "subjectOf"),
    ),
    makes_key=lambda act: words.joined(act.mission.key, words.year_of(act)),
    rests_on=("mission", "embassy", "serving_mission"),
    moments=ENDS,
    main=("on", "start", "end"),
    rank=OnOneDay.DESIGNATION,
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
