"""The kinds of which documents tell: each says here how its like is found, what its draft is called, and its lines."""

from ..draft_lines import Gleaned
from .agreements import AGREEMENT
from .cooperation import ACTIVITY, POSTING, STATEMENT
from .decisions import DECISION
from .missions import DESIGNATION, MISSION
from .offices import TENURE
from .visits import MEETING, VISIT

GLEANED: dict[str, Gleaned] = {
    "decision": DECISION,
    "agreement": AGREEMENT,
    "mission": MISSION,
    "designation": DESIGNATION,
    "visit": VISIT,
    "meeting": MEETING,
    "posting": POSTING,
    "activity": ACTIVITY,
    "statement": STATEMENT,
    "tenure": TENURE,
}
