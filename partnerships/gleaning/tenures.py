"""Who took an office: ambassadors who presented credentials, and those whose appointment a document tells."""

from dataclasses import replace

from partnerships.folding import fold

from . import words_of_decisions, words_of_meetings, words_of_taking_office
from .going_on import alone
from .journeys import Journeys
from .known_names import Known
from .meetings_told import is_same_person
from .people import NamedPerson
from .posts_reached import posts_reached
from .proposals import Proposal, ProposedFact, dated_fact, person_fact
from .tenures_told import (
    appointment_told,
    day_behind,
    from_then_on,
    is_given_another,
    is_since,
    office_given,
    offices_by_title,
    periods_in_office,
    stands_right_behind,
)
from .told_sentence import ToldSentence
from .whom_sentences_mean import HEADINGS
from .words_of_people import HELD

#: The steps by which somebody is given an office.
APPOINTMENTS = ("appointed", "nominated")


class Tenures(Journeys):
    """The sentences of one document, asked who took an office."""

    def _tenures(self) -> None:
        styled: dict[Known | str, ProposedFact] = {}
        for number, told in enumerate(self.told):
            styled |= offices_by_title(told)
            self._listed(number)
            for person, kind in self._who_takes_office(number, told):
                if person.known and person.known.kind == "office":
                    continue
                if not kind and (begun := self._appointed_before(told, person)):
                    begun.add([from_then_on(told)])
                    begun.passages.append(told.passage)
                    continue
                if kind in APPOINTMENTS and is_given_another(told, person):
                    continue
                given = office_given(told, kind, person)
                office = given or styled.get(person.known or fold(person.name)) or self._ambassador(told, person)
                last = self._last_tenure()
                if office is None and last and told.says(words_of_taking_office.SUCCESSOR):
                    office = last.first("office")
                if office is None and kind:
                    # “He presented his credentials to the King”: those of the office of which the text told.
                    office = self._office_told(person)
                when = self._milestone(told, kind) if kind else from_then_on(told)
                # “since he took office”, and no day: it tells of something else.
                if office is not None and (kind or when):
                    tenure = self._step(told, kind, person, office, when)
                    if kind in APPOINTMENTS and told.since:
                        # “is appointed with effect from 1 April”: in office from then on, appointed earlier.
                        tenure.add([from_then_on(told)])
            self._predecessor(told)
            self._leaves_office(told, styled)
            self._reaches_post(told)
            self._has_been(number, told, styled)

    def _step(
        self, told: ToldSentence, kind: str, person: NamedPerson, office: ProposedFact, when: ProposedFact | None
    ) -> Proposal:
        """Propose a tenure by one of its steps, or add that to the tenure of which the text told before."""
        for tenure in self._of_kind("tenure"):
            held = tenure.first("office")
            if held and held.known == office.known and is_same_person(person, tenure.first("person")):
                step = replace(when, field=kind) if when and kind else when
                told_of = {tenure.variant, *(each.field for each in tenure.facts)}
                if step and (kind or step.field) not in told_of:
                    tenure.add([step])
                    tenure.passages.append(told.passage)
                self.taking = tenure
                return tenure
        self.taking = self._new("tenure", told, kind)
        self.taking.add([person_fact("person", person), office, when])
        return self.taking

    def _reaches_post(self, told: ToldSentence) -> None:
        """Propose, as a step of a tenure, that an ambassador came to their post or went from it."""
        for person, office, kind, at in posts_reached(told, self.vocabulary, self._of_whom(told), self._office_told):
            day = day_behind(told, at - told.sentence.start)
            if day and "/" not in day.notation:
                self._step(told, kind, person, office, ProposedFact("milestone", day.text, value=day.notation))

    def _office_told(self, person: NamedPerson) -> ProposedFact | None:
        """Return the office of which the text has told that somebody takes it, or took it."""
        theirs = (each for each in self._of_kind("tenure") if is_same_person(person, each.first("person")))
        return next((each.first("office") for each in theirs), None)

    def _of_whom(self, told: ToldSentence) -> tuple[NamedPerson, ProposedFact] | None:
        """Return who took which office of whom the text goes on as “he”, that of the tenure last told."""
        office = self.taking.first("office") if self.taking else None
        person = self._last_to_take_office() if told.speaks_of_one_before else None
        successor = words_of_taking_office.SUCCESSOR.search(told.sentence.text)
        if office and successor:
            # “His successor, Mr Berg, arrived in Brussels”: in the office of the one just told of.
            person = next((each for each in told.people if each.start > told.sentence.start + successor.start()), None)
        return (person, office) if person and office else None

    def _has_been(self, number: int, told: ToldSentence, styled: dict[Known | str, ProposedFact]) -> None:
        """Propose the tenure of somebody who has been in an office since a day, or was from one to another."""
        for person, office, period in periods_in_office(told):
            self._step(told, "", person, office, period)
        has_been, day = words_of_taking_office.HAS_BEEN.search(told.sentence.text), told.since
        if has_been is None or day is None or "/" in day.notation or told.says(words_of_taking_office.TOOK_OFFICE):
            return
        before, at = told.before(has_been.start()), told.sentence.start + has_been.end()
        if not before and told.speaks_of_one_before:
            last = self._named_last(number)
            before = last if len(last) == 1 else []
        elif len(before) > 1 and words_of_meetings.OF_WHOM_IT_SPOKE.search(told.sentence.text, 0, has_been.start()):
            # “Ms Berg met Mr Abe; she has been Ambassador since”: which of them, the title may not tell.
            before = []
        offices = [each for each in told.mentions if each.known.kind == "office" and each.start >= at]
        office = ProposedFact("office", offices[0].text, offices[0].known) if offices else None
        office = office or (self._ambassador(told, before[-1], has_been.end()) if before else None)
        if before and office is None and (own := styled.get(before[-1].known or fold(before[-1].name))):
            # “Mr Berg has been Secretary General since”: the office of which the text named him as the holder.
            title = HELD.search(told.sentence.text, has_been.end())
            office = replace(own, passage=title.group()) if title and fold(title.group()) in fold(own.passage) else None
        if before and office and stands_right_behind(told, has_been.end(), office.passage):
            period = ProposedFact("period", day.text, value=f"{day.notation}/..")
            self._step(told, "", before[-1], office, period)

    def _listed(self, number: int) -> None:
        """Propose the tenures of those listed behind a sentence that tells whose credentials were received."""
        told = self.told[number]
        if (
            not told.sentence.text.rstrip().endswith(":")
            or not told.says(words_of_taking_office.LETTERS)
            or not told.day
        ):
            return
        for item in self.told[number + 1 :]:
            if not item.people or item.days or item.tells_meeting or item.says(words_of_taking_office.CREDENTIALS):
                return
            person = item.people[0]
            if office := self._ambassador(item, person) or self._sent(item):
                tenure = self._new("tenure", told, "credentials")
                tenure.passages.append(item.passage)
                tenure.add([person_fact("person", person), office, dated_fact(told, "milestone")])

    def _sent(self, item: ToldSentence) -> ProposedFact | None:
        """Return the office of whoever a line of a list names alone: sent by the State that it names first."""
        word = words_of_decisions.AMBASSADOR.search(item.sentence.text)
        sides = item.known("state", "organization")
        offices = (self.vocabulary.ambassadors.get((sides[0], each)) for each in sides[1:])
        office = next(filter(None, offices), None)
        return ProposedFact("office", word.group(), office) if word and office and len(item.people) == 1 else None

    def _appointed_before(self, told: ToldSentence, person: NamedPerson) -> Proposal | None:
        """Return the tenure to which the text has just said that somebody was appointed, who takes office now."""
        offices = [each.known for each in told.mentions if each.known.kind == "office"]
        for tenure in reversed([*self._of_kind("tenure")]):
            office = tenure.first("office")
            same = is_same_person(person, tenure.first("person")) and not tenure.first("period")
            if same and office and (not offices or office.known in offices):
                return tenure
        return None

    def _leaves_office(self, told: ToldSentence, styled: dict[Known | str, ProposedFact]) -> None:
        """Propose the tenure that ended on the day on which a sentence says that somebody left an office."""
        verb, day = words_of_taking_office.LEFT_OFFICE.search(told.sentence.text), told.day
        before = told.before(verb.start()) if verb else []
        if not before or day is None or "/" in day.notation:
            return
        person = before[-1]
        named = [each for each in told.mentions if each.known.kind == "office"]
        office = ProposedFact("office", named[0].text, named[0].known) if named else None
        office = office or styled.get(person.known or fold(person.name)) or self._ambassador(told, person)
        if office is not None:
            tenure = self._new("tenure", told)
            tenure.add([person_fact("person", person), office])
            tenure.add([ProposedFact("period", day.text, value=f"/{day.notation}")])

    def _predecessor(self, told: ToldSentence) -> None:
        """Propose the tenure of whoever the one in the office just told of succeeds, as far as the text says when."""
        verb, tenure = words_of_taking_office.SUCCEEDS.search(told.sentence.text), self._last_tenure()
        successor, office = (tenure.first("person"), tenure.first("office")) if tenure else (None, None)
        if verb is None or tenure is None or successor is None or office is None:
            return
        behind = [each for each in told.people if each.start >= told.sentence.start + verb.end()]
        before = next((each for each in behind if not is_same_person(each, successor)), None)
        if before is None or (before.known and before.known.kind != "person"):
            return
        began = next((each for each in told.days if each.start > before.end and is_since(told, each)), None)
        took = tenure.first("period")
        end = f"[..{took.value.removesuffix('/..')}]" if took else ""
        start = began.notation if began and "/" not in began.notation else ""
        passage = (began.text if began else "") or (took.passage if took else "")
        former = self._new("tenure", told)
        former.add([person_fact("person", before), office])
        former.add([ProposedFact("period", passage, value=f"{start}/{end}")] if start or end else [])

    def _by_now(self) -> ProposedFact | None:
        """Return until when somebody was appointed of whom the document tells so: its own day."""
        return ProposedFact("milestone", self.day.text, value=f"[..{self.day.notation}]") if self.day else None

    def _sent_from(self, person: NamedPerson) -> Known | None:
        """Return the State that sends somebody: in whose offices they served, else whose posts alone the text names."""
        if person.known and (state := self.vocabulary.people.get(person.known.key)):
            return Known("state", state)
        senders = {
            each.known
            for told in self.told
            for each in told.mentions
            if each.known.kind == "state" and told.is_of_a_post(each)
        }
        return next(iter(senders)) if len(senders) == 1 and person.known is None else None

    def _milestone(self, told: ToldSentence, kind: str) -> ProposedFact | None:
        """Return the day on which somebody took an office; one who is said to be appointed was so by now."""
        verb = words_of_taking_office.VERBS[kind].search(told.sentence.text)
        day = None if kind in APPOINTMENTS and told.since else dated_fact(told, "milestone")
        if day and verb and len(told.days_of_it) > 1 and (behind := day_behind(told, verb.end())):
            day = ProposedFact("milestone", behind.text, value=behind.notation)
        noun = told.says(words_of_taking_office.APPOINTMENT_OF) or told.says(words_of_taking_office.HIS_APPOINTMENT)
        if day or kind not in APPOINTMENTS or not (noun or told.says(words_of_taking_office.IS_APPOINTED)):
            return day
        return self._by_now()

    def _who_takes_office(self, number: int, told: ToldSentence) -> list[tuple[NamedPerson, str]]:
        """Return whom a sentence tells to have presented credentials, or to have been appointed."""
        if received := words_of_taking_office.CREDENTIALS_OF.search(told.sentence.text):
            at = told.sentence.start + received.end()
            return [(each, "credentials") for each in told.people if each.start >= at]
        appointed_or_nominated = "nominated" if told.says(words_of_taking_office.NOMINATED) else "appointed"
        if appointed := appointment_told(told):
            return [(appointed, appointed_or_nominated)]
        if (took := words_of_taking_office.TOOK_OFFICE.search(told.sentence.text)) and not told.says(
            words_of_taking_office.CREDENTIALS
        ):
            before = told.before(took.start())
            if not before and told.speaks_of_one_before:
                last = self._last_to_take_office()
                before = [last] if last else alone(self._named_last(number))
            return [(each, "") for each in before[-1:]]
        kind = "credentials" if told.says(words_of_taking_office.CREDENTIALS) else appointed_or_nominated
        verb = words_of_taking_office.VERBS[kind].search(told.sentence.text)
        if verb is None:
            return []
        before = told.before(verb.start())
        if told.lists_credentials:
            return [(each, kind) for each in told.people if words_of_decisions.AMBASSADOR.search(each.title)]
        if told.says(words_of_taking_office.THEIR_CREDENTIALS) and len(before) > 1:
            return [(each, kind) for each in before if words_of_decisions.AMBASSADOR.search(each.title)]
        person = before[-1] if before else None
        if person is None and told.days and told.says(words_of_meetings.I_MYSELF):
            person = self._author()
        if person is None and kind == "credentials" and told.speaks_of_one_before:
            person = self._last_to_take_office()
        return [(person, kind)] if person else []

    def _last_tenure(self) -> Proposal | None:
        return next(reversed([*self._of_kind("tenure")]), None)

    def _last_to_take_office(self) -> NamedPerson | None:
        """Return of whom the text last told that they take an office: “he will take up his duties”."""
        person = self.taking.first("person") if self.taking else None
        if person is None:
            return None
        return NamedPerson(person.value or person.passage, person.styled, 0, 0, person.known)

    def _ambassador(self, told: ToldSentence, person: NamedPerson, at: int = 0) -> ProposedFact | None:
        """Return the office of somebody whom a sentence calls an ambassador, from `at` on: of which State, and where.

        Where they are sent to, their own title says; else the sentence, of several to whom they present themselves.
        """
        words = (words_of_decisions.AMBASSADOR, words_of_taking_office.CREDENTIALS)
        word = words[0].search(person.title) or next(
            filter(None, (each.search(told.sentence.text, at) for each in words)), None
        )
        if word is None:
            return None
        own = word.string == person.title
        sides = [each for each in told.mentions if each.known.kind in ("state", "organization")]
        named = sides
        if own:
            named = sorted(
                (each for each in sides if told.is_in_title(each, person)),
                key=lambda each: person.title.find(each.text),
            ) or [each for each in sides if told.is_behind(each, person)]
        first = 0 if own else told.sentence.start + word.start()
        senders = [each for each in named if each.known.kind == "state"]
        if not own:
            # “the Japanese Ambassador”, “the Ambassador of Japan”.
            senders = [each for each in senders if each.start > first or (each.is_adjective and each.end + 2 > first)]
            # Of another post the sentence may have told before.
            named = sorted(sides, key=lambda each: each.start < first)
        sender = senders[0].known if senders else None
        if sender is None and told.says(words_of_taking_office.CREDENTIALS):
            sender = self._sent_from(person)
        if sender is None:
            return None
        receivers = [each.known for each in (*named, *sides)]
        if told.says(words_of_taking_office.HEAD_OF_STATE):
            # Where the head of State receives them, else where the document was issued.
            here = [each for each in told.mentions if each.known.kind == "place"]
            above = [each for one in self.told[:HEADINGS] for each in one.mentions if each.known.kind == "place"]
            places = (self.states.get(each.known.key) for each in here or above[:1])
            receivers += [Known("state", each) for each in places if each]
        for receiver in receivers:
            if office := self.vocabulary.ambassadors.get((sender, receiver)):
                return ProposedFact("office", word.group(), office)
        return None
