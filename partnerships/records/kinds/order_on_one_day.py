"""In which order things that begin on one day stand: first what was decided, last what was said of it."""

from enum import IntEnum


class OnOneDay(IntEnum):
    """The places of kinds among what begins on one day, from the first to the last; what ends comes before all."""

    DECISION = 1
    #: Partnerships and frameworks too.
    AGREEMENT = 2
    #: Memberships too.
    DESIGNATION = 3
    POST = 4
    #: Who takes office, or is posted.
    PERSON = 5
    VISIT = 6
    MEETING = 7
    ACTIVITY = 8
    STATEMENT = 9
