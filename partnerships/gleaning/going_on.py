"""Of whom, and of which day, a text goes on without saying so again: “he also met”, “I will travel”."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import words_of_meetings, words_of_recalling
from .known_names import Known, Vocabulary
from .meetings_told import is_same_person
from .people import NamedPerson
from .proposals import Document, Proposal, ProposedFact, dated_fact, person_fact
from .told_sentence import ToldSentence
from .whom_sentences_mean import HEADINGS
from .words_of_days import A_MONTH

#: How many sentences further a text may still speak of a journey or a meeting without saying its day again.
NEAR = 8
#: So many words has a line that says no more than somebody’s name.
WORDS_OF_A_NAME = 7


@dataclass(frozen=True)
class Anchor:
    """Of whom the text last said on which day they met somebody: “he also met …” goes on from there."""

    number: int
    date: ProposedFact
    subject: NamedPerson | None
    #: Those of whom the text says that they met one another, by the names of their facts.
    together: frozenset[str] = frozenset()


class GoingOn:
    """The sentences of one document, asked about whom each goes on."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.told, self.day = document.told, document.day
        self.proposals: list[Proposal] = []
        self.used: set[int] = set()
        # The sentences about a text that was signed: what it sets out is none of what else was agreed.
        self.signed: set[int] = set()
        # The meetings of which each sentence tells, by its number.
        self.met: dict[int, list[Proposal]] = {}
        self.anchor: Anchor | None = None
        # The tenure of which the text told last: of its person it may go on as “he”.
        self.taking: Proposal | None = None
        # By which titles a text goes on about those whom it does not name, by the number of their meeting.
        self.nameless: dict[int, set[str]] = {}
        self.vocabulary, self.states = vocabulary, vocabulary.states
        self.spoken_of = self._most_named()

    def _most_named(self, kind: str = "state", but: Known | None = None) -> Known | None:
        """Return the State of which the document speaks most, or the body; none about which people only spoke."""
        of_kind = ((told, each) for told in self.told for each in told.mentions if each.known.kind == kind)
        named = [each.known for told, each in of_kind if each.known != but and not told.is_topic(each.start, each.end)]
        return max(sorted(set(named)), key=named.count, default=None)

    def _new(self, kind: str, told: ToldSentence, variant: str = "", owner: int | None = None) -> Proposal:
        proposal = Proposal(len(self.proposals) + 1, kind, [told.passage], variant=variant, owner=owner)
        self.proposals.append(proposal)
        return proposal

    def _of_kind(self, kind: str) -> Iterator[Proposal]:
        return (each for each in self.proposals if each.kind == kind)

    def _named_last(self, number: int) -> list[NamedPerson]:
        """Return whom the text named last before a sentence, where those between go on about them.

        Whom a sentence about “him” names is somebody else.
        """
        several = self.told[max(number - 3, 0) : number]
        before = [each for each in several if each.people and not (each.is_recalled or each.speaks_of_one_before)]
        return before[-1].people if before else []

    def _going_on(self, number: int, told: ToldSentence) -> tuple[list[NamedPerson], ProposedFact | None]:
        """Return who met and on which day, as far as the text goes on from a meeting that it told before."""
        people, date, before = list(told.people), dated_fact(told, "date"), self.anchor
        if told.is_of_the_author and (author := self._author()) and date:
            return [author, *(each for each in people if not is_same_person(each, person_fact("", author)))], date
        if before is None or not before.number < number <= before.number + NEAR:
            last = self._named_last(number) if told.speaks_of_one_before else []
            return [*alone(last), *people], date
        if told.speaks_of_one_before and (subject := self._meant_by_he(before, number)):
            people = [subject, *people]
        elif told.speaks_of_one_before and before.number < number - 1:
            people = [*alone(self._named_last(number)), *people]
        goes_on = date is None and (told.speaks_of_one_before or told.says(words_of_meetings.ALSO))
        # “He had met Mr Okada in January”: the month is another one, of which year the text does not say.
        goes_on = goes_on and not told.says(A_MONTH)
        first = person_fact("", people[0]).name if people else ""
        subject = person_fact("", before.subject).name if before.subject else ""
        last = [each for one in self.met.get(before.number, []) for each in one.of("host", "interlocutor", "visitor")]
        was_there = first in {f":{each.name.partition(':')[2]}" for each in last}
        if goes_on and (subject in _names(people) or first in before.together or was_there):
            date = before.date
        return people, date

    def _meant_by_he(self, before: Anchor, number: int) -> NamedPerson | None:
        """Return of whom a text goes on as “he”: whoever it last said did something, else who met others before."""
        for told in reversed(self.told[before.number + 1 : number]):
            verb = words_of_recalling.MAIN.search(told.sentence.text)
            at = told.sentence.start + (verb.start() if verb else len(told.sentence.text))
            named = [each for each in told.people if each.end <= at]
            if len(named) == 1 and not told.is_recalled:
                return named[0]
        return before.subject

    def _author(self) -> NamedPerson | None:
        """Return who speaks in the document, as far as they say their name."""
        for told in self.told:
            for each in (*told.people, *told.mentions):
                before = told.sentence.passage(told.sentence.start, each.start)
                known = each.known if each.known and each.known.kind == "person" else None
                if words_of_meetings.MY_NAME.search(before) and (known or isinstance(each, NamedPerson)):
                    name = each.name if isinstance(each, NamedPerson) else each.text
                    return NamedPerson(name, "", each.start, each.end, known)
        return self._signed_above()

    def _signed_above(self) -> NamedPerson | None:
        """Return whose column it is: the one person whom the lines above the text name, with what they are."""
        above = [
            each
            for each in self.told[:HEADINGS]
            if not each.tells_meeting and not each.says(words_of_meetings.I_MYSELF)
        ]
        people = {
            person_fact("", one).name: one
            for each in above
            for one in each.people
            if one.title or len(each.sentence.words) <= WORDS_OF_A_NAME
        }
        if people:
            return next(iter(people.values())) if len(people) == 1 else None
        # “Speech by the Secretary General of NATO”: whoever it was, the office is all that the document says.
        speech = next((each for each in above if each.says(words_of_meetings.SPEECH_BY)), None)
        office = next((each for each in speech.mentions if each.known.kind == "office"), None) if speech else None
        return NamedPerson(office.text, "", office.start, office.end, office.known) if office else None


def alone(people: list[NamedPerson]) -> list[NamedPerson]:
    """Return of whom a sentence spoke that is about one person alone: “He will meet …” goes on about them."""
    return [each for each in people if len(people) == 1 and each.known != Known("office", each.name)]


def _names(people: list[NamedPerson]) -> set[str]:
    return {person_fact("", each).name for each in people}
