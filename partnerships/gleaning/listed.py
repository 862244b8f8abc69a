"""What a document lists line by line: an agenda, the diplomats accredited somewhere, those who were appointed."""

from collections.abc import Iterator
from itertools import takewhile

from . import words_of_decisions, words_of_lists, words_of_meetings, words_of_taking_office
from .agreements import Agreements
from .going_on import WORDS_OF_A_NAME
from .known_names import Known
from .meetings_told import identified_by
from .people import NamedPerson
from .proposals import ProposedFact, dated_fact, facts_of, person_fact
from .told_sentence import ToldSentence
from .whom_sentences_mean import HEADINGS

#: So many lines stand at most behind a name with the title and the day of the letters of whoever bears it.
LINES_OF_ONE = 2
#: Among so many lines stands whose agenda it is.
BELOW = 5


class Lists(Agreements):
    """The lines of one document, each asked what it adds to what the heading says of all."""

    # An agenda

    def _agenda(self) -> None:
        """Propose the meetings that an agenda announces, each on the day under which it stands."""
        whose = self._whose_agenda()
        day = place = None
        for number, told in enumerate(self.told[1:] if whose else [], 1):
            # In a table, the day stands in the line itself, before the hour.
            own = next((each for each in told.days if each.is_day and each.start == told.sentence.start), None)
            in_table = own and told.people and told.says(words_of_lists.MEETS)
            if not (in_table or words_of_lists.HOUR.match(told.sentence.text, own.end - own.start if own else 0)):
                if told.day and told.day.is_day and not told.people:
                    day, place = dated_fact(told, "date"), next(iter(facts_of(told, "place", "place")), None)
                continue
            self.used.add(number)
            day = dated_fact(told, "date") if own else day
            if day is not None:
                self._announced(number, told, [day, whose, *(facts_of(told, "place", "place")[:1] or [place])])

    def _announced(self, number: int, told: ToldSentence, facts: list[ProposedFact | None]) -> None:
        """Propose the meeting of which one line of an agenda tells: with whom, or of which council."""
        bodies = [each for each in told.mentions if each.known.kind == "organization"]
        sits = next((each for each in bodies if words_of_meetings.COUNCIL.search(each.text)), None)
        others = [person_fact("interlocutor", each) for each in told.people]
        kind = "call" if told.says(words_of_meetings.CALL) else "talks"
        kind = "press_conference" if told.says(words_of_meetings.PRESS_CONFERENCE) else kind
        if not (others and told.says(words_of_lists.MEETS)):
            if sits is None or not told.says(words_of_lists.SITS):
                return
            kind, others = "council", [ProposedFact("organization", sits.text, sits.known)]
        meeting = self._new("meeting", told, kind)
        meeting.status = "planned"
        meeting.add([*(each for each in facts if each and (kind != "call" or each.field != "place")), *others])
        meeting.add(ProposedFact("partners", each.text, each.known) for each in told.parties)
        meeting.add(self._sent_by(each) for each in meeting.of("interlocutor"))
        meeting.add(
            ProposedFact("organization", each.text, each.known) for each in told.bodies[:1] if kind != "council"
        )
        self.met[number] = [meeting]

    def _whose_agenda(self) -> ProposedFact | None:
        """Return whose agenda the document is, as a heading says: by the name, else by the office."""
        for told in self.told[:HEADINGS]:
            if told.says(words_of_lists.AGENDA):
                offices = facts_of(told, "interlocutor", "office")
                named = [*(person_fact("interlocutor", each) for each in told.people), *offices]
                # “Agenda of the Minister”: whoever it is, the title is all that the document says.
                found = words_of_lists.WHOSE.search(told.sentence.text)
                titles = [ProposedFact("interlocutor", found["title"], styled=found["title"])] if found else []
                named += self._one_secretary_general(told)
                return next(iter([*named, *(self._named_below() if titles else []), *titles]), None)
        return None

    def _named_below(self) -> list[ProposedFact]:
        """Return whom a line below the heading names and nobody else: “Foreign Minister Hayashi”."""
        lines = (each for each in self.told[1:BELOW] if len(each.people) == 1 and not each.days)
        short = [each for each in lines if len(each.sentence.words) <= WORDS_OF_A_NAME and not each.tells_meeting]
        return [person_fact("interlocutor", each.people[0]) for each in short[:1]]

    def _one_secretary_general(self, told: ToldSentence) -> Iterator[ProposedFact]:
        """Yield the office of the one Secretary General whom the register has, where a heading names nobody else."""
        title = words_of_lists.SECRETARY_GENERAL.search(told.sentence.text)
        heads = [office for (role, _of), office in self.vocabulary.offices.items() if role == "secretary_general"]
        if title and len(heads) == 1:
            yield ProposedFact("interlocutor", title.group(), heads[0])

    # Those who were at a meeting

    def _present_as_listed(self) -> None:
        """Add to a meeting those whom the document lists as present: behind what it tells of it, else before that."""
        for number, told in enumerate(self.told):
            heads = words_of_lists.PRESENT.search(told.sentence.text)
            told_of = sorted(self.met, key=lambda each: (each > number, abs(each - number)))
            met = self.met[told_of[0]] if told_of else []
            if heads is None or len(met) != 1:
                continue
            present = {identified_by(each) for each in met[0].of("host", "visitor", "interlocutor")}
            for each in [told, *takewhile(_is_listed, self.told[number + 1 :])]:
                named = [person_fact("interlocutor", one) for one in each.people[: None if each is told else 1]]
                met[0].add(one for one in named if identified_by(one) not in present)
                met[0].passages += [each.passage] if named else []

    # Diplomats in their order

    def _diplomats(self) -> None:
        """Propose the tenures of those whom a list has as accredited somewhere: since which letters, or seen there."""
        headings = [each for each in self.told[:HEADINGS] if not each.people and not each.tells_meeting]
        if not any(each.says(words_of_lists.DIPLOMATS) for each in headings):
            return
        # A line with the name of a State alone heads those whom it sends.
        heads = [each for each in headings if not _is_one_name(each)]
        receivers = [one for each in heads for one in each.known("state", "organization")]
        # “Brussels, March 2020”: where the list was issued, where it says no more.
        receivers = receivers or sorted(self._around(one for each in heads for one in each.known("place")))
        # The heads of the columns of a table: « État, chef de mission, lettres de créance ».
        column = any(
            not each.people and not each.days and each.says(words_of_taking_office.LETTERS) for each in self.told
        )
        sender: Known | None = None
        for number, told in enumerate(self.told):
            states = [each for each in told.known("state") if each not in receivers]
            sender = states[0] if states and told not in headings[:1] else sender
            for person in told.people[:1] if not told.tells_meeting else []:
                self._accredited(number, person, sender, receivers, column=column)

    def _accredited(
        self, number: int, person: NamedPerson, sender: Known | None, receivers: list[Known], *, column: bool
    ) -> None:
        """Propose the tenure of one of them: the day of the letters stands in the same line, or in the next."""
        told = self.told[number]
        offices = (self.vocabulary.ambassadors.get((sender, each)) for each in receivers if sender)
        office = next(filter(None, offices), None)
        if office is None:
            return
        behind = self.told[number + 1 : number + 1 + LINES_OF_ONE]
        lines = [told, *takewhile(lambda each: not (each.people or each.known("state")), behind)]
        letters = [each for each in lines if (column or each.says(words_of_taking_office.LETTERS)) and each.day]
        seen = ProposedFact("milestone", self.day.text, value=self.day.notation) if self.day else None
        since = None if letters else told.since
        milestone = dated_fact(letters[0], "milestone") if letters else seen
        if since and "/" not in since.notation:
            milestone = ProposedFact("period", since.text, value=f"{since.notation}/..")
        if milestone is not None:
            tenure = self._new("tenure", told, "credentials" if letters else "seen" if milestone is seen else "")
            tenure.passages += [each.passage for each in letters if each is not told]
            tenure.add([person_fact("person", person), ProposedFact("office", person.title, office), milestone])
        self.used.add(number)

    # Appointments

    def _appointments(self) -> None:
        """Propose the tenures of those listed behind a line that says that they were appointed, and on which day."""
        for number, told in enumerate(self.told):
            leads = words_of_lists.APPOINTMENTS.search(told.sentence.text)
            if leads is None:
                continue
            colon = told.sentence.text.find(":", leads.start())
            colon = told.sentence.start + (colon if colon >= 0 else len(told.sentence.text))
            states = list(
                dict.fromkeys(each.known for each in told.mentions if each.known.kind == "state" and each.end <= colon)
            )
            date = dated_fact(told, "milestone") or self._by_now()
            for item, person in self._items(number, told.sentence.start + leads.start()):
                sender = states[0] if len(states) == 1 else self._sent_from(person)
                sends = sender if words_of_decisions.AMBASSADORS.search(told.sentence.text, leads.start()) else None
                office = self._given_in_list(item, person, sender) or self._sent_there(item, person, sends)
                if office and date:
                    tenure = self._new("tenure", told, "appointed")
                    tenure.passages += [item.passage] if item is not told else []
                    tenure.add([person_fact("person", person), office, date])

    def _items(self, number: int, at: int) -> Iterator[tuple[ToldSentence, NamedPerson]]:
        """Yield those whom a list names behind the line that leads to it: in that line itself, or one in each line."""
        told = self.told[number]
        yield from ((told, each) for each in told.people if each.start > at)
        if told.sentence.text.rstrip().endswith((":", ".")):
            for item in self.told[number + 1 :]:
                if not item.people or item.tells_meeting or item.says(words_of_taking_office.CREDENTIALS):
                    return
                yield item, item.people[0]

    def _sent_there(self, item: ToldSentence, person: NamedPerson, sender: Known | None) -> ProposedFact | None:
        """Return the office of somebody whom a list of ambassadors sends somewhere: « M. Berg, en Belgique »."""
        for each in item.mentions if sender and not person.title else []:
            between = item.sentence.passage(person.end, each.start) if each.start >= person.end else "…"
            office = self.vocabulary.ambassadors.get((sender, each.known)) if sender else None
            if office and words_of_lists.SENT_TO.fullmatch(between):
                return ProposedFact("office", each.text, office)
        return None

    def _given_in_list(self, item: ToldSentence, person: NamedPerson, sender: Known | None) -> ProposedFact | None:
        """Return the office that the title of somebody in a list names, or where they are sent as an ambassador."""
        word = words_of_decisions.AMBASSADOR.search(person.title)
        within = [each for each in item.mentions if item.is_in_title(each, person)]
        offices = [each for each in within if each.known.kind == "office"]
        if offices:
            return ProposedFact("office", offices[0].text, offices[0].known)
        sides = [each.known for each in within if each.known.kind in ("state", "organization")]
        pairs = [(sides[0], each) for each in sides[1:]] + [(sender, each) for each in sides if sender]
        found = next(filter(None, (self.vocabulary.ambassadors.get(pair) for pair in pairs)), None)
        return ProposedFact("office", word.group(), found) if word and found else None


def _is_one_name(told: ToldSentence) -> bool:
    """Whether a line holds the name of a State and nothing else."""
    text = told.sentence.text.strip(" :–—-")
    return any(each.known.kind == "state" and each.text == text for each in told.mentions)


def _is_listed(told: ToldSentence) -> bool:
    """Whether a line may still be one of a list of those present: no sentence, no hour, nothing that heads others."""
    heads_others = told.says(words_of_lists.NOT_PRESENT) or words_of_lists.HOUR.match(told.sentence.text)
    return not (heads_others or told.sentence.text.rstrip().endswith(".") or told.tells_meeting)
