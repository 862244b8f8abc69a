"""Why the register answers as it does: each reason a code, with the records and the day that it is about."""

from dataclasses import dataclass
from enum import StrEnum

from partnerships.models import Record

from .tenure_facts import Bounds


class Code(StrEnum):
    """The kinds of reason, as programs read them; `offices.reasons_in_words` says them to people."""

    #: For somebody in office.
    OWN_RIGHT = "own_right"
    BY_VIRTUE_OF = "by_virtue_of"
    #: For "possibly".
    START_NOT_EXACT = "start_not_exact"
    END_NOT_EXACT = "end_not_exact"
    DESIGNATION_NOT_EXACT = "designation_not_exact"
    RIVALLED = "somebody_possibly_in_their_own_right"
    EXPIRED = "no_longer_vouched_for"
    #: For "possibly" on a day to come, and for whoever comes next.
    TO_BEGIN = "start_announced"
    TO_END = "end_announced"
    #: For "nobody".
    NOT_YET = "office_did_not_exist_yet"
    NO_LONGER = "office_existed_no_longer"
    DECIDED = "decided_not_yet_in_effect"
    DESIGNATED_LATER = "designated_later"
    COVERED = "covered_and_nobody_recorded"
    #: For "not known".
    NOT_COVERED = "outside_the_coverage"
    CONTRADICTION = "record_contradicts_itself"
    LEFT_OPEN = "tenure_left_open"
    TO_COME = "day_to_come"


@dataclass(frozen=True)
class Reason:
    """One reason: what it is, the records it rests on, and the first and last day of the moment that it turns on."""

    code: Code
    records: tuple[Record, ...] = ()
    when: Bounds | None = None
