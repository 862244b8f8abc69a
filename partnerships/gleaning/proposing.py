"""A document read: its sentences, each asked once what it tells, and the proposals that come of it."""

import re
from collections.abc import Iterator
from datetime import date

from partnerships.folding import fold

from . import events
from .days import Calendar, dates_in, day_of_document, days_of_journey
from .events import ToldSentence
from .journeys import Journeys
from .people import NamedPerson, by_family_name, people_in, spoken_of_again
from .proposals import Document, Proposal, ProposedFact, dated_fact, fact_of, facts_of, person_fact, since_fact
from .text import Sentence, language_written, sentences
from .vocabulary import Known, Vocabulary

#: What stands above the title of a document and is none.
NO_TITLE = re.compile(
    r"\W*(?:communiqué(?: de presse)?|(?:press|news) release|for immediate release)\W*", re.IGNORECASE
)


def read_document(text: str, vocabulary: Vocabulary) -> Document:
    """Read `text` with what the register knows; every proposal keeps its passages."""
    found = sentences(text)
    if len(found) > 1 and NO_TITLE.fullmatch(found[0].text):
        found = found[1:]
    day = day_of_document(found)
    told = list(_all_told(found, vocabulary, day.last if day else None))
    heading = found[0].text.strip() if found else ""
    document = Document(language_written(text), heading, day, told)
    document.proposals = _Proposing(document, vocabulary).all()
    return document


def _all_told(found: list[Sentence], vocabulary: Vocabulary, day: date | None) -> Iterator[ToldSentence]:
    families: dict[str, Known] = {}
    strangers: dict[str, NamedPerson] = {}
    last, year, journey = day, None, days_of_journey(found, day)
    for sentence in found:
        mentions = vocabulary.mentions(sentence)
        mentions += by_family_name(sentence, mentions, families)
        for mention in mentions:
            if mention.known.kind == "person":
                families.setdefault(fold(mention.text).split(" ")[-1], mention.known)
        people = people_in(sentence, mentions)
        names = {fold(each.name) for each in people}
        again = [each for each in spoken_of_again(sentence, mentions, strangers) if fold(each.name) not in names]
        for each in people:
            if each.known is None:
                strangers.setdefault(fold(each.name).split(" ")[-1], each)
        days = dates_in(sentence, Calendar(day, last, year, journey))
        last = next((each.last for each in reversed(days) if each.is_day), last)
        year = next((each.last.year for each in reversed(days) if each.is_whole), year)
        yield ToldSentence(sentence, mentions, days, sorted([*people, *again], key=lambda one: one.start))


class _Proposing(Journeys):
    """The sentences of one document, each asked once what it tells."""

    def all(self) -> list[Proposal]:
        self._agreements()
        self._decisions()
        self._visits()
        self._meetings()
        self._agreed()
        self._postings()
        self._tenures()
        self._in_order()
        self._with_partners_alone()
        return self.proposals

    def _with_partners_alone(self) -> None:
        """Leave out as partners the States that have no partnership: the host of a summit, an Ally."""
        partners = self.vocabulary.partners
        if partners is None:
            return
        for proposal in self.proposals:
            others = [each for each in proposal.of("partners") if each.known and each.known.key not in partners]
            proposal.facts = [each for each in proposal.facts if each not in others]

    # What was signed

    def _agreements(self) -> None:
        for number, told in enumerate(self.told):
            kind, verb = told.text_signed, events.SIGNED.search(told.sentence.text)
            states = facts_of(told, "partners", "state") or [fact_of(told, "partners", self.spoken_of)]
            if not kind or verb is None or not told.days or states == [None]:
                continue
            if not told.says(events.TRAVELLED):
                self.used.add(number)
            agreement = self._new("agreement", told, kind)
            agreement.add([dated_fact(told, "date"), *states, *facts_of(told, "organization", "organization")[:1]])
            agreement.add(facts_of(told, "place", "place")[:1])
            before = told.sentence.start + verb.start()
            agreement.add(person_fact("signatory", each) for each in told.people if each.end <= before)
            about = [told, *self.told[number + 1 : number + 3]]
            for each in about[:1] + [one for one in about[1:] if one.says(events.THE_TEXT)]:
                if areas := facts_of(each, "areas", "area"):
                    agreement.add(areas)
                    agreement.passages += [each.sentence.text.strip()] if each is not told else []

    # Decisions, and what they designate

    def _decisions(self) -> None:
        for number, told in enumerate(self.told):
            verb = events.DECIDED.search(told.sentence.text)
            if verb is None or number in self.used or told.says(events.THE_VISIT) or not told.days:
                continue
            body = self._body(told, told.sentence.start + verb.start())
            # What makes a post the mission is a decision, whoever the text says has taken it: “Allies agreed …”.
            if body is None and not (told.says(events.ALL_PARTNERS) or told.says(events.DESIGNATED)):
                continue
            self.used.add(number)
            decision = self._new("decision", told, "all_partners" if told.says(events.ALL_PARTNERS) else "")
            decision.add([dated_fact(told, "date"), body])
            if not decision.variant:
                decision.add(facts_of(told, "partners", "state"))
            if told.says(events.DESIGNATED):
                self._designation(told, decision)

    def _body(self, told: ToldSentence, before: int) -> ProposedFact | None:
        """Return who decided: the last body named before the verb."""
        bodies = [each for each in told.mentions if each.known.kind == "organization" and each.end <= before]
        return ProposedFact("body", bodies[-1].text, bodies[-1].known) if bodies else None

    def _designation(self, told: ToldSentence, decision: Proposal) -> None:
        states, bodies = told.known("state"), told.known("organization")
        body = decision.first("body")
        others = [each for each in bodies if not body or each != body.known]
        if not states:
            return
        designation = self._new("designation", told, owner=decision.number)
        designation.add([fact_of(told, "state", states[0])])
        designation.add(fact_of(told, "receiving_state", each) for each in states[1:2])
        designation.add(fact_of(told, "organization", each) for each in (others or bodies)[:1])
        # The State that serves as host is none of those about which the decision was.
        hosts = {fact.known for fact in designation.of("receiving_state")}
        decision.facts = [fact for fact in decision.facts if fact.field != "partners" or fact.known not in hosts]

    # What was agreed

    def _agreed(self) -> None:
        for told in self.told:
            areas = facts_of(told, "areas", "area")
            if not areas or not told.says(events.AGREED):
                continue
            visits = list(self._of_kind("visit"))
            within = visits if told.says(events.THE_VISIT) or len(visits) == 1 else []
            owner = within[0] if within else next(self._of_kind("meeting"), next(self._of_kind("decision"), None))
            if owner is not None:
                owner.add([*areas, *(ProposedFact("partners", each.text, each.known) for each in told.parties)])
                owner.passages.append(told.sentence.text.strip())

    # Officers

    def _postings(self) -> None:
        for told in self.told:
            states = told.known("state")
            if not told.says(events.LIAISON) or not (states or self.spoken_of):
                continue
            state = fact_of(told, "state", self.spoken_of if self.spoken_of in states or not states else states[0])
            for body in facts_of(told, "organization", "organization"):
                if body.passage in told.senders:
                    continue
                posting = self._new("posting", told, "liaison")
                posting.add([state, body, since_fact(told)])

    # Ambassadors and others who take an office

    def _tenures(self) -> None:
        styled: dict[str, ProposedFact] = {}
        for told in self.told:
            styled |= _offices_by_title(told)
            said = events.CREDENTIALS if told.says(events.CREDENTIALS) else events.APPOINTED
            verb = said.search(told.sentence.text)
            if verb is None:
                continue
            # Who takes an office stands before the verb; the office he is given behind it, one he has before it.
            at = told.sentence.start + verb.start()
            person = next((each for each in reversed(told.people) if each.end <= at), None)
            named = [each for each in told.mentions if each.known.kind == "office"]
            given = [each for each in named if (each.start > at) == (said is events.APPOINTED)]
            own = styled.get(fold(person.name)) if person else None
            office = ProposedFact("office", given[0].text, given[0].known) if given else own or self._ambassador(told)
            if person is None or office is None:
                continue
            tenure = self._new("tenure", told, "credentials" if said is events.CREDENTIALS else "appointed")
            tenure.add([person_fact("person", person), office, dated_fact(told, "milestone")])

    def _ambassador(self, told: ToldSentence) -> ProposedFact | None:
        """Return the office of the ambassador whom a sentence describes: of which State, and where."""
        word = events.AMBASSADOR.search(told.sentence.text)
        states, bodies = told.known("state"), told.known("organization")
        if word is None or not states:
            return None
        sender = states[0]
        for receiver in (*states[1:], *bodies):
            if office := self.vocabulary.ambassadors.get((sender, receiver)):
                return ProposedFact("office", word.group(), office)
        return None


def _offices_by_title(told: ToldSentence) -> dict[str, ProposedFact]:
    """Return the office with which each person is named in a sentence, by the folded name."""
    found = {}
    for person in told.people:
        for each in told.mentions:
            between = told.sentence.passage(each.end, person.start).strip(" ,") if each.end <= person.start else "…"
            if each.known.kind == "office" and not between:
                found[fold(person.name)] = ProposedFact("office", each.text, each.known)
    return found
