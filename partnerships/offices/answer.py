"""The answer to the question who held an office on a day."""

from dataclasses import dataclass, field
from datetime import date

from partnerships.models import Citation, Decision, Designation, Office, Person, Tenure


@dataclass(frozen=True)
class ByVirtueOf:
    """Why somebody holds an office without having been appointed to it."""

    designation: Designation
    office: Office
    decision: Decision | None


@dataclass(frozen=True)
class Holder:
    """Somebody in an office, with the reasons and their sources."""

    person: Person
    tenure: Tenure
    acting: bool
    by_virtue_of: ByVirtueOf | None = None
    citations: tuple[Citation, ...] = ()


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

    @property
    def vacant(self) -> bool:
        """Whether the office existed and it is known that nobody held it."""
        return self.exists and self.known and not self.certain and not self.possible
