"""Decisions, as a document tells them: who decided, when, about whom, and the post that is a mission from then on."""

import re
from dataclasses import replace

from . import words_of_decisions, words_of_journeys
from .known_names import Known
from .postings import Postings
from .proposals import Proposal, ProposedFact, dated_beside, fact_of, facts_of
from .told_sentence import ToldSentence


class Decisions(Postings):
    """The sentences of one document, asked what was decided."""

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


def _is_of_both(told: ToldSentence, verb: re.Match[str]) -> bool:
    """Whether a State and a body are named side by side before the verb: “Japan and NATO adopted”."""
    sides = [each for each in told.others if each.end <= told.sentence.start + verb.start()]
    return any(
        one.known.kind != other.known.kind
        and words_of_decisions.AND_ALSO.fullmatch(told.sentence.passage(one.end, other.start))
        for one, other in zip(sides, sides[1:], strict=False)
        if one.end <= other.start
    )
