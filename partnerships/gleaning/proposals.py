"""What a document proposes: its source, and drafts of what it tells, each fact with the passage it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .days import DateInText
from .known_names import Known
from .people import NamedPerson
from .text import Language
from .told_sentence import ToldSentence


@dataclass(frozen=True)
class ProposedFact:
    """One thing that a proposal takes from the text: of which field, what, and the passage that says it."""

    field: str
    passage: str
    known: Known | None = None
    value: str = ""
    styled: str = ""
    #: Of somebody without a name, the State for which they came.
    state: Known | None = None

    @property
    def name(self) -> str:
        """What tells this fact from the others of its proposal."""
        what = f"{self.known.kind}.{self.known.key}" if self.known else self.value or self.styled
        return f"{self.field}:{what}"

    @property
    def is_named(self) -> bool:
        """Whether it is a record or has a name; of somebody else the text gives the title alone."""
        return bool(self.known or self.value)


@dataclass
class Proposal:
    """A record that the text proposes; `owner` is the number of the visit at whose stop a meeting was."""

    number: int
    kind: str
    passages: list[str]
    facts: list[ProposedFact] = field(default_factory=list)
    variant: str = ""
    owner: int | None = None
    existing: Known | None = None
    #: Whether it is yet to come, or did not take place, where a text says so.
    status: str = ""

    def of(self, *fields: str) -> list[ProposedFact]:
        return [fact for fact in self.facts if fact.field in fields]

    def first(self, *fields: str) -> ProposedFact | None:
        return next(iter(self.of(*fields)), None)

    def add(self, facts: Iterable[ProposedFact | None]) -> None:
        """Add facts; what is there already is not said twice."""
        for fact in facts:
            if fact is not None and fact.name not in {each.name for each in self.facts}:
                self.facts.append(fact)


@dataclass
class Document:
    """A text read: its language, its heading, its day, and what it proposes."""

    language: Language
    heading: str
    day: DateInText | None
    told: list[ToldSentence]
    proposals: list[Proposal] = field(default_factory=list)


def dated_fact(told: ToldSentence, name: str) -> ProposedFact | None:
    """Return the day of what a sentence tells as a fact."""
    return ProposedFact(name, told.day.text, value=told.day.notation) if told.day else None


def dated_beside(told: ToldSentence, name: str, at: int) -> ProposedFact | None:
    """Return the day of what stands at a place of a sentence: that of its own part, where it has one.

    “In 2011 Allies had invited all partners; by 4 May 2016 more than twenty had come”: the invitation was in 2011.
    """
    text, start = told.sentence.text, told.sentence.start
    first, last = text.rfind(";", 0, at) + 1, text.find(";", at)
    own = [each for each in told.days_of_it if first <= each.start - start and (last < 0 or each.end - start <= last)]
    day = min(own, key=lambda one: (not one.is_day, one.start), default=told.day)
    return ProposedFact(name, day.text, value=day.notation) if day else None


def since_fact(told: ToldSentence) -> ProposedFact | None:
    """Return the period that the sentence says has begun; when it ended is not said."""
    day = told.since
    return ProposedFact("period", day.text, value=f"{day.notation}/") if day and "/" not in day.notation else None


def facts_of(told: ToldSentence, name: str, *kinds: str) -> list[ProposedFact]:
    """Return the records of these kinds that a sentence names as facts, each once, with its first passage."""
    found: dict[Known, ProposedFact] = {}
    for each in told.mentions:
        if each.known.kind in kinds:
            found.setdefault(each.known, ProposedFact(name, each.text, each.known))
    return list(found.values())


def fact_of(told: ToldSentence, name: str, known: Known | None) -> ProposedFact | None:
    """Return one record as a fact, with the passage of the sentence that names it, if one does."""
    passage = next((each.text for each in told.mentions if each.known == known), "")
    return ProposedFact(name, passage, known) if known else None


def person_fact(name: str, person: NamedPerson) -> ProposedFact:
    """Return somebody named in a sentence as a fact: the record, or the name where the register has none."""
    value = "" if person.known else person.name
    return ProposedFact(name, person.name or person.title, person.known, value, person.title, person.state)
