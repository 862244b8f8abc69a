"""Officers of a State at a body, as a document tells of them: who keeps liaison, who serves on its staff."""

import re

from . import words_of_decisions
from .openings import Openings
from .proposals import Proposal, ProposedFact, fact_of, facts_of, since_fact
from .told_sentence import ToldSentence

#: How a text calls the body of which it speaks most.
_ALLIANCE = re.compile(r"\b(?:l[’']|the )Alliance\b")


class Postings(Openings):
    """The sentences of one document, asked which officers serve where."""

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


def _is_between(posting: Proposal, state: ProposedFact | None, body: ProposedFact) -> bool:
    """Whether a posting is that of a State at a body."""
    sent_by, at = posting.first("state"), posting.first("organization")
    if state is None or sent_by is None or at is None:
        return False
    return (sent_by.known, at.known) == (state.known, body.known)
