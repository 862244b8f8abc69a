"""The answers to the questions who held an office on a day, and who held it one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from partnerships.models import Citation, Decision, Designation, Office, Person, Tenure

from .held_or_vacant import Verdict
from .reason_codes import Code, Reason
from .sightings import Sign
from .tenure_facts import Bounds


@dataclass(frozen=True)
class ByVirtueOf:
    """Why somebody holds an office without having been appointed to it."""

    designation: Designation
    office: Office
    decision: Decision | None


@dataclass(frozen=True)
class Sighting:
    """When somebody was in an office, what shows it, and with which sources."""

    when: Bounds
    sign: Sign
    person: Person
    tenure: Tenure
    by_virtue_of: ByVirtueOf | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Holder:
    """Somebody in an office, with the reasons and their sources, and when they were last seen there."""

    person: Person
    tenure: Tenure
    acting: bool
    by_virtue_of: ByVirtueOf | None = None
    citations: tuple[Citation, ...] = ()
    reasons: tuple[Reason, ...] = ()
    last_seen: Sighting | None = None


@dataclass(frozen=True)
class PossiblyBefore:
    """Who possibly held an office at last before days of which nothing is known; the period as dates are written."""

    tenure: Tenure
    by_virtue_of: ByVirtueOf | None
    first: date
    period: str

    @property
    def person(self) -> Person:
        return self.tenure.person


@dataclass(frozen=True)
class Unnamed:
    """What is said of days for which the register cannot name anybody for certain, and on what ground."""

    reasons: tuple[Reason, ...] = ()
    citations: tuple[Citation, ...] = ()
    last_seen: Sighting | None = None
    next_seen: Sighting | None = None
    #: Only where nobody was seen before, nor possibly holds the office.
    before: PossiblyBefore | None = None


@dataclass(frozen=True)
class Answer:
    """Who held `office` on the day `on`: certainly, possibly, and whether that is known.

    `exists` says whether the office possibly existed on that day.
    """

    office: Office
    on: date
    certain: list[Holder] = field(default_factory=list)
    possible: list[Holder] = field(default_factory=list)
    known: bool = False
    exists: bool = True
    unnamed: Unnamed = Unnamed()

    @property
    def vacant(self) -> bool:
        """Whether the office existed and it is known that nobody held it."""
        return self.exists and self.known and not self.certain and not self.possible

    @property
    def reasons(self) -> Sequence[Reason]:
        """The reasons for the whole answer; those for each holder are the holder's."""
        return self.unnamed.reasons


@dataclass(frozen=True)
class Between:
    """The first and the last day that one end of a row can be."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class SuccessionRow:
    """Days of a succession on which one thing is true: somebody held the office, nobody did, or it is not known.

    Its days are those from `start.latest` to `end.earliest`. The other two bounds say how far the same
    person possibly held it before and after them.
    """

    answer: Verdict
    start: Between
    end: Between
    #: The same in the notation of dates, as the sources state it, for those who say it in words.
    period: str
    holder: Holder | None = None
    unnamed: Unnamed = Unnamed()

    @property
    def first(self) -> date:
        return self.start.latest

    @property
    def last(self) -> date:
        return self.end.earliest

    @property
    def reasons(self) -> Sequence[Reason]:
        return self.holder.reasons if self.holder else self.unnamed.reasons

    @property
    def expired(self) -> Reason | None:
        """Why it is no more than possible, where no newer source shows the holder in office."""
        return next((reason for reason in self.reasons if reason.code is Code.EXPIRED), None)

    @property
    def citations(self) -> Sequence[Citation]:
        return self.holder.citations if self.holder else self.unnamed.citations
