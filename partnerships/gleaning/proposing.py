"""A document read: its sentences, each asked once what it tells, and the proposals that come of it."""

import re
from collections.abc import Iterator
from datetime import date

from partnerships.folding import fold

from . import events
from .days import Calendar, dates_in, day_of_document, journey_of
from .journeys import Journeys
from .officials import officials_in
from .people import NamedPerson, by_family_name, family_name, people_in, spoken_of_again, spoken_of_by_title
from .proposals import Document, Proposal, ProposedFact, dated_fact, fact_of, facts_of, person_fact, since_fact
from .text import Sentence, language_written, sentences
from .told import ToldSentence
from .vocabulary import Known, Vocabulary

#: What stands above the title of a document and is none.
NO_TITLE = re.compile(
    r"\W*(?:communiqué(?: de presse)?|(?:press|news) release|for immediate release)(?:\W|\d)*", re.IGNORECASE
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
    titled: dict[Known | str, NamedPerson] = {}
    last, year, journey = day, None, journey_of(found, day)
    for sentence in found:
        mentions = vocabulary.mentions(sentence)
        mentions += by_family_name(sentence, mentions, families)
        for mention in mentions:
            if mention.known.kind == "person":
                families.setdefault(family_name(mention.text), mention.known)
        people = people_in(sentence, mentions)
        names = {fold(each.name) for each in people}
        again = [each for each in spoken_of_again(sentence, mentions, strangers) if fold(each.name) not in names]
        again += spoken_of_by_title(sentence, [*people, *again], titled.values())
        again += officials_in(sentence, mentions, [*people, *again], vocabulary.offices)
        for each in people:
            if each.title:
                titled.setdefault(each.known or fold(each.name), each)
            if each.known is None:
                strangers.setdefault(family_name(each.name), each)
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
        self._spoke_about()
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
            met = events.MET.search(told.sentence.text)
            met_first = met is not None and met.start() < verb.start()
            if not (told.says(events.TRAVELLED) or met_first):
                self.used.add(number)
            agreement = self._new("agreement", told, kind)
            agreement.add([dated_fact(told, "date"), *states, *facts_of(told, "organization", "organization")[:1]])
            agreement.add(facts_of(told, "place", "place")[:1])
            signed, before = told.sentence.start + verb.start(), told.sentence.start + verb.start()
            if met and met_first:
                # “He met X and Y, and signed an agreement with Y”: who was met before is none who signed.
                before = told.sentence.start + met.start()
            behind = set(fold(told.sentence.text[verb.end() :]).split()) if met_first else set()
            with_others = [each for each in told.people if each.start < signed and family_name(each.name) in behind]
            with_others += [each for each in told.people if each.start > signed and met_first]
            signatories = [*(each for each in told.people if each.end <= before), *with_others]
            agreement.add(person_fact("signatory", each) for each in signatories)
            about = [told, *self.told[number + 1 : number + 3]]
            for each in about[:1] + [one for one in about[1:] if one.says(events.THE_TEXT)]:
                if areas := facts_of(each, "areas", "area"):
                    agreement.add(areas)
                    agreement.passages += [each.sentence.text.strip()] if each is not told else []

    # Decisions, and what they designate

    def _decisions(self) -> None:
        for number, told in enumerate(self.told):
            verb = events.DECIDED.search(told.sentence.text)
            if verb is None or number in self.used or told.says(events.THE_VISIT):
                continue
            date = dated_fact(told, "date")
            if date is None and self.day and told.says(events.DESIGNATED) and told.says(events.BY_NOW):
                # “has agreed to designate”: by the day of the document at the latest.
                date = ProposedFact("date", self.day.text, value=f"[..{self.day.notation}]")
            if date is None:
                continue
            body = self._body(told, told.sentence.start + verb.start())
            # What makes a post the mission is a decision, whoever the text says has taken it: “Allies agreed …”.
            if body is None and not (told.says(events.ALL_PARTNERS) or told.says(events.DESIGNATED)):
                continue
            self.used.add(number)
            decision = self._new("decision", told, "all_partners" if told.says(events.ALL_PARTNERS) else "")
            decision.add([date, body])
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
            for person, kind in self._who_takes_office(told):
                if person.known and person.known.kind == "office":
                    continue
                verb = (events.CREDENTIALS if kind == "credentials" else events.APPOINTED).search(told.sentence.text)
                # The office that somebody is given stands behind the verb; one that they have, before it.
                at = told.sentence.start + (verb.start() if verb else 0)
                named = [each for each in told.mentions if each.known.kind == "office"]
                given = [each for each in named if (each.start > at) == (kind == "appointed")] if verb else []
                own = styled.get(fold(person.name))
                office = ProposedFact("office", given[0].text, given[0].known) if given else own
                office = office or self._ambassador(told, person)
                if office is not None:
                    tenure = self._new("tenure", told, kind)
                    tenure.add([person_fact("person", person), office, dated_fact(told, "milestone")])

    def _who_takes_office(self, told: ToldSentence) -> list[tuple[NamedPerson, str]]:
        """Return whom a sentence tells to have presented credentials, or to have been appointed."""
        if received := events.CREDENTIALS_OF.search(told.sentence.text):
            at = told.sentence.start + received.end()
            return [(each, "credentials") for each in told.people if each.start >= at]
        kind = "credentials" if told.says(events.CREDENTIALS) else "appointed"
        verb = (events.CREDENTIALS if kind == "credentials" else events.APPOINTED).search(told.sentence.text)
        if verb is None:
            return []
        at = told.sentence.start + verb.start()
        before = [each for each in told.people if each.end <= at]
        if told.says(events.THEIR_CREDENTIALS) and len(before) > 1:
            return [(each, kind) for each in before if events.AMBASSADOR.search(each.title)]
        person = before[-1] if before else None
        if person is None and told.says(events.I_MYSELF):
            person = self._author()
        return [(person, kind)] if person else []

    def _author(self) -> NamedPerson | None:
        """Return who speaks in the document, as far as they say their name."""
        for told in self.told:
            for each in (*told.people, *told.mentions):
                before = told.sentence.passage(told.sentence.start, each.start)
                known = each.known if each.known and each.known.kind == "person" else None
                if events.MY_NAME.search(before) and (known or isinstance(each, NamedPerson)):
                    name = each.name if isinstance(each, NamedPerson) else each.text
                    return NamedPerson(name, "", each.start, each.end, known)
        return None

    def _ambassador(self, told: ToldSentence, person: NamedPerson) -> ProposedFact | None:
        """Return the office of somebody whom a sentence calls an ambassador: of which State, and where.

        Where they are sent to, their own title says; else the sentence, of several to whom they present themselves.
        """
        word = events.AMBASSADOR.search(person.title) or events.AMBASSADOR.search(told.sentence.text)
        if word is None:
            return None
        own = word.string == person.title
        sides = [each for each in told.mentions if each.known.kind in ("state", "organization")]
        named = sides
        if own:
            named = sorted(
                (each for each in sides if told.is_in_title(each, person)),
                key=lambda each: person.title.find(each.text),
            )
        first = 0 if own else told.sentence.start + word.start()
        senders = [each for each in named if each.known.kind == "state"]
        if not own:
            # “the Japanese Ambassador”, “the Ambassador of Japan”.
            senders = [each for each in senders if each.start > first or (each.is_adjective and each.end + 2 > first)]
        if not senders:
            return None
        for receiver in (*named, *sides):
            if office := self.vocabulary.ambassadors.get((senders[0].known, receiver.known)):
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
