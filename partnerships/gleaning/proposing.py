"""A document read: its sentences, each asked once what it tells, and the proposals that come of it."""

import re
from dataclasses import replace

from . import words_of_decisions, words_of_journeys, words_of_lists, words_of_taking_office
from .around_the_text import heading_of, text_of_page, without_its_kind
from .datelines import day_in_addresses, day_of_document, day_of_news, without_dateline
from .days import span
from .known_names import Known, Vocabulary
from .meetings import HEADINGS
from .meetings_told import is_same_person
from .openings import Openings
from .pasted_text import as_shown, heading_as_pasted
from .proposals import Document, Proposal, ProposedFact, dated_beside, fact_of, facts_of, since_fact
from .text import language_written, sentences
from .told_sentence import ToldSentence
from .whom_sentences_mean import Telling
from .words_of_days import PAST

#: How a text calls the body of which it speaks most.
_ALLIANCE = re.compile(r"\b(?:l[’']|the )Alliance\b")


def read_document(text: str, vocabulary: Vocabulary, address: str = "") -> Document:
    """Read `text`, found at `address`, with what the register knows; every proposal keeps its passages."""
    plain = text_of_page(as_shown(text))
    found = sentences(plain)
    heading = heading_of(found)
    found = without_its_kind(found)
    day = day_of_document(found) or day_in_addresses(plain, address) or day_of_news(found)
    told = list(Telling(vocabulary, without_dateline(found, day), day).all())
    document = Document(language_written(plain), heading_as_pasted(text, heading), day, told)
    document.proposals = _Proposing(document, vocabulary).all()
    return document


class _Proposing(Openings):
    """The sentences of one document, each asked once what it tells."""

    def all(self) -> list[Proposal]:
        self._agreements()
        self._decisions()
        self._agenda()
        self._visits()
        self._meetings()
        self._agreed()
        self._spoke_on_that_occasion()
        self._before_the_press_together()
        self._took_part()
        self._spoke_about()
        self._postings()
        self._activities()
        self._counted()
        self._opened()
        self._tenures()
        self._held_in_turn()
        self._diplomats()
        self._appointments()
        self._in_order()
        self._called_off()
        self._yet_to_come()
        self._with_partners_alone()
        return self._of_the_register()

    def _yet_to_come(self) -> None:
        """Call planned what the text tells of days that all lie behind that of the document."""
        for proposal in [*self._of_kind("visit"), *self._of_kind("meeting")]:
            days = proposal.first("period", "date")
            owner = self.proposals[proposal.owner - 1] if proposal.owner else None
            told = PAST.search(proposal.passages[0]) and not (owner and owner.status == "planned")
            is_ahead = self.day is None and any(each.says(words_of_lists.AGENDA) for each in self.told[:HEADINGS])
            is_ahead = is_ahead or bool(self.day and days and span(days.value)[0] > self.day.last)
            if is_ahead and days and not (proposal.status or told):
                proposal.status = "planned"

    def _with_partners_alone(self) -> None:
        """Leave out as partners the States that have no partnership: the host of a summit, an Ally."""
        partners = self.vocabulary.partners
        if partners is None:
            return
        for proposal in self.proposals:
            others = [each for each in proposal.of("partners") if each.known and each.known.key not in partners]
            proposal.facts = [each for each in proposal.facts if each not in others]
            if others and not proposal.first("partners"):
                # Of the States it names none is a partner: it is the one that somebody comes from.
                proposal.add(map(self._sent_by, proposal.of("host", "interlocutor", "signatory")))
                proposal.add(map(self._sent_by, proposal.of("visitor") if proposal.kind == "meeting" else []))
            visitor = proposal.first("visitor")
            if proposal.kind == "visit" and visitor and not proposal.first("partners"):
                # Where none of the places lies in a partner, it is the one that the visitor comes from.
                sent_by = self._state_of(visitor) or self._sent_by(visitor)
                proposal.add([sent_by] if sent_by and sent_by.known and sent_by.known.key in partners else [])

    def _of_the_register(self) -> list[Proposal]:
        """Return what is proposed, without journeys and talks of strangers alone."""
        theirs = ("host", "visitor", "interlocutor", "partners", "organization", "areas")
        ours = {each.owner or each.number for each in self.proposals if any(one.known for one in each.of(*theirs))}
        ours |= {each.number for each in self.proposals if each.kind not in ("visit", "meeting")}
        kept = [each for each in self.proposals if (each.owner or each.number) in ours]
        numbers = {each.number: number for number, each in enumerate(kept, 1)}
        return [
            replace(each, number=numbers[each.number], owner=numbers[each.owner] if each.owner else None)
            for each in kept
        ]

    def _state_of(self, visitor: ProposedFact) -> ProposedFact | None:
        """Return the State for which somebody travels: that of their title, or of the office that they take."""
        for told in self.told:
            # Of whom the text gives a title alone, it may be of a State that it names.
            for person in (*told.people, *map(told.as_person, told.unnamed)):
                if not is_same_person(person, visitor):
                    continue
                for each in told.mentions:
                    takes = told.says(words_of_taking_office.CREDENTIALS) and told.is_in_office(each)
                    # Of whom the text gives the office alone, the office is the name.
                    within = person.start <= each.start and each.end <= person.end
                    theirs = told.is_behind(each, person) or told.is_in_title(each, person)
                    if each.known.kind == "state" and (takes or within or theirs):
                        return ProposedFact("partners", each.text, each.known)
        return None

    # Decisions, and what they designate

    def _decisions(self) -> None:
        for number, told in enumerate(self.told):
            verb = words_of_decisions.DECIDED.search(told.sentence.text)
            if verb is None or number in self.used | self.signed or told.says(words_of_journeys.THE_VISIT):
                continue
            date = self._by_when_decided(told, verb)
            if (
                date is None
                and self.day
                and told.says(words_of_decisions.DESIGNATED)
                and told.says(words_of_decisions.BY_NOW)
            ):
                # “has agreed to designate”: by the day of the document at the latest.
                date = ProposedFact("date", self.day.text, value=f"[..{self.day.notation}]")
            if date is None:
                continue
            body = self._body(told, verb)
            # What makes a post the mission is a decision, whoever the text says has taken it: “Allies agreed …”.
            if body is None and not (
                told.says(words_of_decisions.ALL_PARTNERS) or told.says(words_of_decisions.DESIGNATED)
            ):
                continue
            if _is_of_both(told, verb) and not told.says(words_of_decisions.DESIGNATED):
                # What a State and a body did together, neither has decided.
                continue
            self.used.add(number)
            decision = self._new("decision", told, "all_partners" if told.says(words_of_decisions.ALL_PARTNERS) else "")
            decision.add([date, body])
            if not decision.variant:
                sender = self._owner_of_post(number, told)
                named = [each for each in told.mentions if each.known.kind == "state" and not told.is_host(each)]
                senders = [ProposedFact("partners", each.text, each.known) for each in named]
                if not senders:
                    # « que l’ambassade de Corée en Belgique »: it names the host alone as the register knows it.
                    senders = self._senders_elsewhere(told)
                decision.add([sender] if sender else senders)
            if told.says(words_of_decisions.DESIGNATED):
                self._designations(number, told, decision)

    def _by_when_decided(self, told: ToldSentence, verb: re.Match[str]) -> ProposedFact | None:
        """Return the day of a decision; of what “NATO announced on 3 May that the Council had decided”, until when."""
        date = dated_beside(told, "date", verb.start())
        said = words_of_decisions.SAID_THAT_HAD.search(told.sentence.text, 0, verb.end()) if date else None
        if date is None or said is None or ".." in date.value or "/" in date.value:
            return date
        before = told.sentence.text.find(date.passage, 0, said.start()) >= 0
        return replace(date, value=f"[..{date.value}]") if before else date

    def _senders_elsewhere(self, told: ToldSentence) -> list[ProposedFact]:
        """Return the one State that the document names besides those of a sentence, where it is one alone."""
        here = told.known("state")
        others = {each.known: each.text for one in self.told for each in one.mentions if each.known.kind == "state"}
        found = [ProposedFact("partners", text, known) for known, text in others.items() if known not in here]
        return found if len(found) == 1 else []

    def _body(self, told: ToldSentence, verb: re.Match[str]) -> ProposedFact | None:
        """Return who decided: the last body before the verb, the first behind « par décision du », “decision of”."""
        before, behind = told.sentence.start + verb.start(), told.sentence.start + verb.end()
        bodies = [each for each in told.mentions if each.known.kind == "organization"]
        decided = [each for each in bodies if each.end <= before][-1:]
        if verb.group().lower().startswith(("décision", "decision")):
            decided = [each for each in bodies if each.start >= behind][:1]
        return ProposedFact("body", decided[0].text, decided[0].known) if decided else None

    def _owner_of_post(self, number: int, told: ToldSentence) -> ProposedFact | None:
        """Return the State of “its embassy in Belgium”, which the sentence right before names first."""
        hosts = [each for each in told.mentions if each.known.kind == "state" and told.is_host(each)]
        if not (words_of_decisions.ITS_POST.search(told.sentence.text) and number) or told.known("state") != [
            each.known for each in hosts
        ]:
            return None
        return next(iter(facts_of(self.told[number - 1], "partners", "state")), None)

    def _designations(self, number: int, told: ToldSentence, decision: Proposal) -> None:
        """Propose what a decision designates: of several States, the post of each."""
        several = decision.of("partners") if told.says(words_of_decisions.THEIR_POSTS) else []
        for sender in several or [None]:
            self._designation(number, told, decision, sender)

    def _designation(
        self, number: int, told: ToldSentence, decision: Proposal, sender: ProposedFact | None = None
    ) -> None:
        # “the embassy in Belgium as Japan’s mission”: whose it is comes before where it is.
        hosts = [each.known for each in told.mentions if each.known.kind == "state" and told.is_host(each)]
        states, bodies = told.known("state"), told.known("organization")
        states = [*(each for each in states if each not in hosts), *dict.fromkeys(hosts)]
        owner = None if sender else self._owner_of_post(number, told)
        if sender and sender.known:
            states = [sender.known, *dict.fromkeys(hosts)]
        elif owner:
            states = [owner.known, *states]
        elif all(told.is_host(each) for each in told.mentions if each.known.kind == "state"):
            # Whose embassy it is, the text does not say.
            return
        body = decision.first("body")
        others = [each for each in bodies if not body or each != body.known]
        if body and not others and told.says(words_of_decisions.BY_DECISION):
            # « désignée comme mission par décision du Conseil »: at the body of which the document speaks most.
            others = [each for each in [self._most_named("organization", but=body.known)] if each]
        if not states:
            return
        designation = self._new("designation", told, owner=decision.number)
        state = replace(owner, field="state") if owner else fact_of(told, "state", states[0])
        designation.add([state])
        designation.add(fact_of(told, "receiving_state", each) for each in states[1:2])
        if not states[1:]:
            # “its embassy in Brussels”: where the embassy is, its town says.
            towns = (each for each in told.mentions if each.known.kind == "place" and told.is_host(each))
            around = [(each.text, self.states.get(each.known.key)) for each in towns]
            designation.add(ProposedFact("receiving_state", text, Known("state", key)) for text, key in around if key)
        # The body that decided has no missions: it is at the one of which the document speaks.
        most = self._most_named("organization", but=body.known) if body else None
        designation.add(fact_of(told, "organization", each) for each in (others or ([most] if most else bodies))[:1])
        # The State that serves as host is none of those about which the decision was.
        theirs = {fact.known for fact in designation.of("receiving_state")}
        decision.facts = [fact for fact in decision.facts if fact.field != "partners" or fact.known not in theirs]

    # What was agreed

    def _agreed(self) -> None:
        for number, told in enumerate(self.told):
            areas = facts_of(told, "areas", "area")
            if not areas or number in self.signed or told.is_recalled or not told.says(words_of_decisions.AGREED):
                continue
            visits = [each for each in self._of_kind("visit") if self.began[each.number] <= number]
            within = visits if told.says(words_of_journeys.THE_VISIT) or len(visits) == 1 else []
            last = max((each for each in self.met if each <= number), default=None)
            met = self.met[last] if last is not None else []
            owner = next(iter([*within, *met, *self._of_kind("decision")]), None)
            if owner is not None:
                owner.add([*areas, *(ProposedFact("partners", each.text, each.known) for each in told.parties)])
                owner.passages.append(told.passage)

    # Officers

    def _postings(self) -> None:
        for told in self.told:
            states, seconded = told.known("state"), words_of_decisions.SECONDED.search(told.sentence.text)
            if not (told.says(words_of_decisions.LIAISON) or seconded) or not (states or self.spoken_of):
                continue
            state = fact_of(told, "state", self.spoken_of if self.spoken_of in states or not states else states[0])
            at = told.sentence.start + seconded.start() if seconded else told.sentence.start + len(told.sentence.text)
            named = [each for each in told.mentions if each.known.kind == "organization"]
            if told.says(words_of_decisions.LIAISON):
                bodies = facts_of(told, "organization", "organization")
                before = {each.known for each in named if each.start < at}
                self._posted(told, "liaison", state, [each for each in bodies if each.known in before])
            behind = [ProposedFact("organization", each.text, each.known) for each in named if each.start >= at]
            if seconded and not behind and (alliance := _ALLIANCE.search(told.sentence.text, seconded.end())):
                most = self._most_named("organization")
                behind = [ProposedFact("organization", alliance.group(), most)] if most else []
            self._posted(told, "staff", state, behind[:1])

    def _posted(self, told: ToldSentence, kind: str, state: ProposedFact | None, bodies: list[ProposedFact]) -> None:
        for body in bodies:
            if body.passage in told.senders:
                continue
            before = [each for each in self._of_kind("posting") if each.variant == kind]
            posting = next((each for each in before if _is_between(each, state, body)), None)
            if posting:
                # The heading told of it first; the text says since when.
                posting.passages.append(told.passage)
            posting = posting or self._new("posting", told, kind)
            posting.add([state, body, *([] if posting.first("period") else [since_fact(told)])])
            posting.add(facts_of(told, "areas", "area") if kind == "staff" else [])


def _is_of_both(told: ToldSentence, verb: re.Match[str]) -> bool:
    """Whether a State and a body are named side by side before the verb: “Japan and NATO adopted”."""
    sides = [each for each in told.others if each.end <= told.sentence.start + verb.start()]
    return any(
        one.known.kind != other.known.kind
        and words_of_decisions.AND_ALSO.fullmatch(told.sentence.passage(one.end, other.start))
        for one, other in zip(sides, sides[1:], strict=False)
        if one.end <= other.start
    )


def _is_between(posting: Proposal, state: ProposedFact | None, body: ProposedFact) -> bool:
    """Whether a posting is that of a State at a body."""
    sent_by, at = posting.first("state"), posting.first("organization")
    if state is None or sent_by is None or at is None:
        return False
    return (sent_by.known, at.known) == (state.known, body.known)
