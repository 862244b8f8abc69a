"""Meetings: who met whom and when, at a stop of a journey or by itself, and of what they spoke."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.folding import fold

from . import events
from .people import NamedPerson
from .proposals import Document, Proposal, ProposedFact, dated_fact, facts_of, person_fact
from .told import ToldSentence, place_first
from .vocabulary import Known, Vocabulary

#: How many sentences further a text may still speak of a journey or a meeting without saying its day again.
NEAR = 8


@dataclass(frozen=True)
class Anchor:
    """Of whom the text last said on which day they met somebody: “he also met …” goes on from there."""

    number: int
    date: ProposedFact
    subject: NamedPerson | None


class Meetings:
    """The sentences of one document, asked what meetings they tell of."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.told, self.day = document.told, document.day
        self.proposals: list[Proposal] = []
        self.used: set[int] = set()
        # The meetings of which each sentence tells, by its number.
        self.met: dict[int, list[Proposal]] = {}
        self.anchor: Anchor | None = None
        self.vocabulary, self.states = vocabulary, vocabulary.states
        self.spoken_of = self._most_named()

    def _most_named(self) -> Known | None:
        """Return the State of which the document speaks most."""
        named = [each.known for told in self.told for each in told.mentions if each.known.kind == "state"]
        return max(sorted(set(named)), key=named.count, default=None)

    def _new(self, kind: str, told: ToldSentence, variant: str = "", owner: int | None = None) -> Proposal:
        proposal = Proposal(len(self.proposals) + 1, kind, [told.sentence.text.strip()], variant=variant, owner=owner)
        self.proposals.append(proposal)
        return proposal

    def _of_kind(self, kind: str) -> Iterator[Proposal]:
        return (each for each in self.proposals if each.kind == kind)

    def _met_by_itself(self, number: int, told: ToldSentence) -> bool:
        """Propose the meeting by itself of which a sentence tells, if the text says who met whom, and when."""
        people, date, before = list(told.people), dated_fact(told, "date"), self.anchor
        goes_on = before is not None and before.number < number <= before.number + NEAR
        if before and before.subject and goes_on:
            if told.speaks_of_one_before:
                people = [before.subject, *people]
            if date is None and (told.speaks_of_one_before or told.says(events.ALSO)):
                date = before.date if person_fact("", before.subject).name in _names(people) else None
        if dated := dated_fact(told, "date"):
            self.anchor = Anchor(number, dated, told.subject or (people[0] if told.speaks_of_one_before else None))
        if date is None or not (len(people) > 1 or told.others):
            return False
        meeting = self._new("meeting", told, kind_of_meeting(told))
        meeting.status = progress_told(told)
        if before and not told.days:
            meeting.passages.append(self.told[before.number].sentence.text.strip())
        meeting.add([date, *self._roles(told, people)])
        meeting.add(facts_of(told, "place", "place")[:1])
        meeting.add(ProposedFact("partners", each.text, each.known) for each in told.parties)
        meeting.add(facts_of(told, "organization", "organization")[:1])
        self.met[number] = [meeting]
        return True

    def _roles(self, told: ToldSentence, people: list[NamedPerson]) -> Iterator[ProposedFact]:
        """Return who took part, as what: who received whom, where both are named."""
        verb = events.MET.search(told.sentence.text)
        at = told.sentence.start + (verb.start() if verb else 0)
        before, behind = told.roles if any(each.start < at for each in people) else ("interlocutor", "interlocutor")
        if all(each.start < at for each in people):
            before = "interlocutor"
        yield from (person_fact(before if each.start < at else behind, each) for each in people)

    def _talks(self, visit: Proposal, number: int, told: ToldSentence, where: list[str] | None = None) -> None:
        """Propose a meeting at the stop of `visit`: talks with each by itself, a press conference with all.

        `where` has the places that the sentence names and nobody knows: if it is one alone, they met there.
        """
        kind, visitor = kind_of_meeting(told), visit.first("visitor")
        others = [each for each in told.people if not is_same_person(each, visitor)]
        traveller = next((person_fact("visitor", each) for each in told.people if is_same_person(each, visitor)), None)
        for group in [others] if kind == "press_conference" else [[each] for each in others]:
            interlocutors = [person_fact("interlocutor", each) for each in group]
            if told_before := self._told_before(visit, told, kind, interlocutors):
                told_before.passages.append(told.sentence.text.strip())
                self.met.setdefault(number, []).append(told_before)
                continue
            meeting = self._new("meeting", told, kind, visit.number)
            meeting.status = visit.status if told.says(events.TRAVELLED) else progress_told(told)
            meeting.add([dated_fact(told, "date"), traveller or visit.first("visitor"), *interlocutors])
            unknown = [ProposedFact("place", each, value=each) for each in where or [] if len(where or []) == 1]
            meeting.add(each for each in (*places_told(told), *unknown) if _is_stop(each, visit))
            self.met.setdefault(number, []).append(meeting)

    def _told_before(
        self, visit: Proposal, told: ToldSentence, kind: str, interlocutors: list[ProposedFact]
    ) -> Proposal | None:
        """Return the meeting at `visit` of the same people of which the text goes on to speak, without another day."""
        names = {each.name for each in interlocutors}
        for meeting in self._of_kind("meeting"):
            same = (meeting.owner, meeting.variant) == (visit.number, kind)
            if same and told.day is None and {each.name for each in meeting.of("interlocutor")} == names:
                return meeting
        return None

    # Of what they spoke

    def _spoke_about(self) -> None:
        """Add the areas of which people spoke to the meeting of which the text tells, there or right before."""
        for number, told in enumerate(self.told):
            areas = facts_of(told, "areas", "area")
            if not areas or told.says(events.AGREED):
                continue
            last = next((each for each in range(number, max(number - NEAR, 0) - 1, -1) if each in self.met), None)
            for meeting in self.met.get(last, []) if last is not None else []:
                spoke_there = number - (last or 0) <= 2 and told.says(events.DISCUSSED)
                if spoke_there or _speak_there(told, meeting):
                    meeting.add(areas)
                    meeting.passages += [] if number == last else [told.sentence.text.strip()]


def _speak_there(told: ToldSentence, meeting: Proposal) -> bool:
    """Whether the sentence says what somebody said who was at the meeting, and speaks of nobody else."""
    present = {each.name.partition(":")[2] for each in meeting.of("host", "interlocutor", "visitor")}
    spoke = {person_fact("", each).name.partition(":")[2] for each in told.people}
    return bool(spoke) and spoke <= present and told.says(events.SAID)


def kind_of_meeting(told: ToldSentence) -> str:
    if told.says(events.CALL):
        return "call"
    return "press_conference" if told.says(events.PRESS_CONFERENCE) else "talks"


def progress_told(told: ToldSentence) -> str:
    """Return whether what a sentence tells is yet to come, or did not take place; empty where it was held."""
    if told.says(events.CANCELLED):
        return "cancelled"
    return "planned" if told.says(events.PLANNED) else ""


def is_same_person(person: NamedPerson, fact: ProposedFact | None) -> bool:
    """Whether somebody named is the person of a fact, whom the register may not know."""
    found = person_fact("", person)
    return fact is not None and (found.known, fold(found.value)) == (fact.known, fold(fact.value))


def places_told(told: ToldSentence) -> list[ProposedFact]:
    unknown = place_first(told)
    return facts_of(told, "place", "place") + ([ProposedFact("place", unknown, value=unknown)] if unknown else [])


def _is_stop(place: ProposedFact, visit: Proposal) -> bool:
    return (place.known, place.value) in {(each.known, each.value) for each in visit.of("stop")}


def _names(people: list[NamedPerson]) -> set[str]:
    return {person_fact("", each).name for each in people}
