"""The sentences in which pages answer, made from the facts: the only place that says them."""

from .acts import agreement, decision
from .bodies import area, framework, organization, place, state
from .careers import latest_offices, offices_on, taken_part
from .documents import source
from .holders import GROUNDS, because, capacity, charge, ground_said, headship, office_said, seen
from .phrases import (
    between_days,
    body_after,
    charge_of,
    covered_said,
    dated,
    day_said,
    held_when,
    of_states,
    possibly_on,
    set_apart,
    sighted,
    text_said,
    value_said,
)
from .posts import embassy, mission, partnership
from .visits import participant, taking, visit

__all__ = [
    "GROUNDS",
    "agreement",
    "area",
    "because",
    "between_days",
    "body_after",
    "capacity",
    "charge",
    "charge_of",
    "covered_said",
    "dated",
    "day_said",
    "decision",
    "embassy",
    "framework",
    "ground_said",
    "headship",
    "held_when",
    "latest_offices",
    "mission",
    "office_said",
    "of_states",
    "offices_on",
    "organization",
    "participant",
    "partnership",
    "place",
    "seen",
    "set_apart",
    "possibly_on",
    "sighted",
    "source",
    "state",
    "taken_part",
    "taking",
    "text_said",
    "value_said",
    "visit",
]
