"""Meetings: who met whom and when, at a stop of a journey or by itself, and of what they spoke."""

from collections.abc import Iterator

from . import words_of_meetings
from .going_on import Anchor, GoingOn
from .known_names import Known
from .meetings_told import (
    councils_attended,
    day_with,
    identified_by,
    kind_of_meeting,
    lacks_its_subject,
    progress_told,
    tells_of_two,
)
from .people import NamedPerson
from .places import place_with, places_told
from .proposals import Proposal, ProposedFact, dated_fact, person_fact
from .told_sentence import ToldSentence

#: How many of the first sentences say what the whole text is about.
LEAD = 3


class Meetings(GoingOn):
    """The sentences of one document, asked what meetings they tell of."""

    def _met_by_itself(self, number: int, told: ToldSentence) -> bool:
        """Propose the meeting by itself of which a sentence tells, if the text says who met whom, and when."""
        before = self.anchor
        people, date = self._going_on(number, told)
        if dated := dated_fact(told, "date"):
            author = people[0] if people and told.speaks_of_one_before else None
            together = [] if told.says(words_of_meetings.MET) else [person_fact("", each).name for each in told.people]
            self.anchor = Anchor(number, dated, told.subject or author, frozenset(together))
        date = date or self._by_the_day_of_the_document(number, told)
        if date is None or not tells_of_two(told, people) or lacks_its_subject(told, people):
            return False
        taking_part = list(self._roles(told, people))
        meeting = self._told_already(told, date, taking_part) or self._new("meeting", told, kind_of_meeting(told))
        if meeting.facts:
            meeting.passages.append(told.passage)
        elif before and not told.days:
            meeting.passages.append(self.told[before.number].passage)
        meeting.status = meeting.status or progress_told(told)
        present = {identified_by(each) for each in meeting.of("host", "interlocutor", "visitor")}
        meeting.add([date, *(each for each in taking_part if identified_by(each) not in present)])
        # The heading gives a name, the text the title with it.
        better = {each.name: each for each in taking_part if each.styled}
        meeting.facts = [better.get(each.name, each) if not each.styled else each for each in meeting.facts]
        self._circumstances(meeting, told, taking_part)
        self._then_to_the_press(meeting, told)
        self.met[number] = [meeting, *self._met_afterwards(meeting, told, people)]
        subjects = {each.title for each in told.unnamed if each.is_subject}
        self.nameless[meeting.number] = self.nameless.get(meeting.number, set()) | subjects
        return True

    def _met_at_another_time(self, number: int, told: ToldSentence) -> None:
        """Propose the meeting that a sentence recalls with its people and its day; the text does not go on from it."""
        before, self.anchor = self.anchor, None
        if told.days and not told.speaks_of_one_before and self._met_by_itself(number, told):
            del self.met[number]
        self.anchor = before

    def _by_the_day_of_the_document(self, number: int, told: ToldSentence) -> ProposedFact | None:
        """Return until when people had met of whom a text tells so first, without a day: the day of the document."""
        if self.day is None or number > LEAD or self.met or told.speaks_of_one_before or told.days:
            return None
        # Where a text gives the day of any meeting, it is the one of which it speaks.
        dated = any(each.tells_meeting and each.days for each in self.told)
        attended = bool(councils_attended(told)) and told.says(words_of_meetings.HAVE_ATTENDED)
        if dated or progress_told(told) or not (told.says(words_of_meetings.HAVE_MET) or attended):
            return None
        return ProposedFact("date", self.day.text, value=f"[..{self.day.notation}]")

    def _met_afterwards(self, meeting: Proposal, told: ToldSentence, people: list[NamedPerson]) -> list[Proposal]:
        """Propose the meeting with whom a sentence says somebody met behind the one just told: “and then with”."""
        if elsewhere := self._met_elsewhere(meeting, told, people):
            return elsewhere
        then = words_of_meetings.THEN_WITH.search(told.sentence.text)
        at = told.sentence.start + then.start() if then else 0
        others = [each for each in people if then and each.start >= at]
        verb = words_of_meetings.TALKS.search(told.sentence.text)
        subjects = [each for each in people if verb and each.start < told.sentence.start + verb.start()]
        if not (others and subjects):
            return []
        names = {person_fact("", each).name.partition(":")[2] for each in others}
        meeting.facts = [each for each in meeting.facts if each.name.partition(":")[2] not in names]
        other = self._new("meeting", told, meeting.variant)
        other.status = meeting.status
        other.add(meeting.of("date"))
        other.add(person_fact("interlocutor", each) for each in (*subjects, *others))
        other.add(meeting.of("place"))
        theirs = {each.known for each in told.parties if any(told.is_in_title(each, one) for one in others)}
        other.add(each for each in meeting.of("partners") if each.known in theirs)
        meeting.facts = [each for each in meeting.facts if each.field != "partners" or each.known not in theirs]
        for each in (meeting, other):
            each.add(self._sent_by(one) for one in each.of("interlocutor"))
        return [other]

    def _met_elsewhere(self, meeting: Proposal, told: ToldSentence, people: list[NamedPerson]) -> list[Proposal]:
        """Propose the meetings with those whom a sentence says somebody met in another place: “A in B and C in D”."""
        verb = words_of_meetings.MET.search(told.sentence.text)
        at = told.sentence.start + verb.end() if verb else 0
        behind = sorted([*people, *told.without_a_name(subjects=False)], key=lambda each: each.start)
        met = [each for each in behind if verb and each.start >= at]
        groups: list[tuple[list[NamedPerson], list[ProposedFact]]] = []
        together: list[NamedPerson] = []
        for each in met:
            together.append(each)
            if where := place_with(told, each.start, each.end, [one.start for one in met]):
                groups.append((together, where))
                together = []
        if len({(where[0].known, where[0].value) for _group, where in groups}) < 2 or together:
            return []
        all_met = {identified_by(person_fact("", each)) for group, _where in groups for each in group}
        already = meeting.of("host", "interlocutor", "visitor")
        subjects = [each for each in already if identified_by(each) not in all_met]
        partners, areas, found = meeting.of("partners"), meeting.of("areas", "organization"), []
        for number, (group, where) in enumerate(groups):
            one = meeting if not number else self._new("meeting", told, meeting.variant)
            role = next((each.field for each in meeting.facts if identified_by(each) in all_met), "interlocutor")
            one.status = meeting.status
            one.facts = []
            one.add([day_with(told, group), *subjects, *(person_fact(role, each) for each in group), *where, *areas])
            titles = {each.known for each in told.parties if any(told.is_in_title(each, person) for person in group)}
            titles |= {self.states_of(where[0])} if where[0].known else set()
            one.add(each for each in partners if each.known in titles)
            one.add(self._sent_by(each) for each in one.of("host", "interlocutor", "visitor"))
            found.append(one)
        return found[1:]

    def states_of(self, place: ProposedFact) -> Known | None:
        """Return the State in which a place lies, as far as the register knows."""
        state = self.states.get(place.known.key) if place.known else None
        return Known("state", state) if state else None

    def _then_to_the_press(self, meeting: Proposal, told: ToldSentence) -> None:
        """Propose the press conference that the same sentence tells those who met gave behind their talks."""
        if meeting.variant != "press_conference" and told.says(words_of_meetings.THEN_TO_THE_PRESS):
            conference = self._new("meeting", told, "press_conference", meeting.owner)
            conference.status = meeting.status
            conference.add(each for each in meeting.facts if each.field != "areas")

    def _circumstances(self, meeting: Proposal, told: ToldSentence, taking_part: list[ProposedFact]) -> None:
        """Add where people met, and which States and which body were there."""
        if not meeting.first("place"):
            meeting.add(places_told(told)[:1])
        meeting.add(ProposedFact("partners", each.text, each.known) for each in told.parties)
        if not meeting.first("organization"):
            meeting.add(ProposedFact("organization", each.text, each.known) for each in told.bodies[:1])
        if not meeting.first("partners"):
            meeting.add(self._sent_by(each) for each in taking_part)

    def _sent_by(self, fact: ProposedFact) -> ProposedFact | None:
        """Return the State in whose offices somebody served, as the register has it."""
        state = self.vocabulary.people.get(fact.known.key) if fact.known and fact.known.kind == "person" else None
        return ProposedFact("partners", fact.passage, Known("state", state)) if state else None

    def _told_already(self, told: ToldSentence, date: ProposedFact, taking_part: list[ProposedFact]) -> Proposal | None:
        """Return the meeting by itself of the same people on the same day, of which the text spoke before."""
        names, kind = {(each.known, each.value) for each in taking_part if each.is_named}, kind_of_meeting(told)
        for meeting in self._of_kind("meeting") if names else ():
            if (
                meeting.owner
                or meeting.variant != kind
                or date.value not in {each.value for each in meeting.of("date")}
            ):
                continue
            present = {
                (each.known, each.value) for each in meeting.of("host", "interlocutor", "visitor") if each.is_named
            }
            if present == names:
                return meeting
            if len(present) == 1 and present < names and self._is_announced(meeting):
                # « Entretien avec M. Berg (14 juin) »: with whom, the text says behind it.
                meeting.facts = [each for each in meeting.facts if each.field != "interlocutor"]
                return meeting
        return None

    def _is_announced(self, meeting: Proposal) -> bool:
        """Whether a line tells of a meeting by a noun alone, and so of one side of it."""
        lines = (self.told[number] for number, met in self.met.items() if meeting in met)
        return not any(each.says(words_of_meetings.MET) for each in lines)

    def _roles(self, told: ToldSentence, people: list[NamedPerson]) -> Iterator[ProposedFact]:
        """Yield who took part, as what: who received whom, where both are named."""
        verb = words_of_meetings.MET.search(told.sentence.text)
        at = told.sentence.start + (verb.start() if verb else 0)
        subjects = [*(each for each in people if each.start < at), *told.without_a_name(subjects=True)]
        before, behind = told.roles if subjects else ("interlocutor", "interlocutor")
        nameless = [*told.without_a_name(subjects=True), *told.without_a_name(subjects=False)]
        people = sorted([*people, *nameless], key=lambda each: each.start)
        if all(each.start < at for each in people):
            before = "interlocutor"
        yield from (person_fact(before if each.start < at else behind, each) for each in people)
