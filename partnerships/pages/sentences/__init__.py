"""The sentences in which pages answer, made from the facts: the only place that says them."""

from .acts import agreement, decision, designated
from .bodies import area, framework, organization, partner_of, place, state
from .careers import latest_offices, offices_on, offices_to_come, taken_part
from .changes import added, corrected_because
from .documents import publisher_and_type, source
from .holders import (
    GROUNDS,
    because,
    capacity,
    charge,
    ground_said,
    headship,
    office_said,
    possibly_before,
    question_put,
    seen,
)
from .names import acting_said, charge_of, of_body, of_states, set_apart, text_said
from .on_a_day import mission_on, organization_on, partnership_on, state_on, unheaded
from .posts import embassy, mission, no_mission, partnership, stands
from .times import (
    before_first,
    between_days,
    covered_said,
    dated,
    day_said,
    held_when,
    period_told,
    possibly_on,
    sighted,
    value_said,
)
from .visits import participant, taking, visit

__all__ = [
    "GROUNDS",
    "acting_said",
    "added",
    "corrected_because",
    "agreement",
    "area",
    "because",
    "before_first",
    "between_days",
    "of_body",
    "capacity",
    "charge",
    "charge_of",
    "covered_said",
    "dated",
    "day_said",
    "decision",
    "designated",
    "embassy",
    "framework",
    "ground_said",
    "headship",
    "held_when",
    "period_told",
    "latest_offices",
    "mission",
    "no_mission",
    "partner_of",
    "mission_on",
    "of_states",
    "office_said",
    "offices_on",
    "offices_to_come",
    "organization",
    "organization_on",
    "participant",
    "partnership",
    "partnership_on",
    "place",
    "possibly_before",
    "possibly_on",
    "publisher_and_type",
    "question_put",
    "seen",
    "set_apart",
    "sighted",
    "stands",
    "source",
    "state",
    "state_on",
    "taken_part",
    "taking",
    "text_said",
    "unheaded",
    "value_said",
    "visit",
]
