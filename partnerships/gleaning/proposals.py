"""What a document proposes: its source, and drafts of what it tells, each fact with the passage it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .days import Dated
from .events import Told
from .text import Language
from .vocabulary import Known


@dataclass(frozen=True)
class Fact:
    """One thing that a proposal takes from the text: of which field, what, and the passage that says it."""

    field: str
    passage: str
    known: Known | None = None
    value: str = ""
    styled: str = ""

    @property
    def name(self) -> str:
        """What tells this fact from the others of its proposal."""
        what = f"{self.known.kind}.{self.known.key}" if self.known else self.value
        return f"{self.field}:{what}"


@dataclass
class Proposal:
    """A record that the text proposes; `owner` is the number of the visit at whose stop a meeting was."""

    number: int
    kind: str
    passages: list[str]
    facts: list[Fact] = field(default_factory=list)
    variant: str = ""
    owner: int | None = None
    existing: Known | None = None

    def of(self, *fields: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.field in fields]

    def first(self, *fields: str) -> Fact | None:
        return next(iter(self.of(*fields)), None)

    def add(self, facts: Iterable[Fact | None]) -> None:
        """Add facts; what is there already is not said twice."""
        for fact in facts:
            if fact is not None and fact.name not in {each.name for each in self.facts}:
                self.facts.append(fact)


@dataclass
class Document:
    """A text read: its language, its heading, its day, and what it proposes."""

    language: Language
    heading: str
    day: Dated | None
    told: list[Told]
    proposals: list[Proposal] = field(default_factory=list)
