"""The sentences in which pages answer, made from the facts: the only place that says them."""

from .acts import agreement, decision
from .documents import source
from .headships import GROUNDS, because, capacity, charge, ground_said, headship, office_said, seen
from .phrases import charge_of, day_said, sighted, text_said, value_said
from .visits import participant, taking, visit

__all__ = [
    "GROUNDS",
    "agreement",
    "because",
    "capacity",
    "charge",
    "charge_of",
    "day_said",
    "decision",
    "ground_said",
    "headship",
    "office_said",
    "participant",
    "seen",
    "sighted",
    "source",
    "taking",
    "text_said",
    "value_said",
    "visit",
]
