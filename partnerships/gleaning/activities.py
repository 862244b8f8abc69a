"""What a State has done with a body from day to day, and how many have done what a decision invited them to."""

import re

from . import words_of_cooperation
from .known_names import Mention
from .proposals import Proposal, ProposedFact, fact_of
from .successions import Successions
from .told_sentence import ToldSentence


class Activities(Successions):
    """The sentences of one document, asked of practical cooperation and of counts."""

    def _activities(self) -> None:
        for told in self.told:
            worked = words_of_cooperation.WORKED_TOGETHER.search(told.sentence.text)
            if worked is None or told.is_recalled:
                continue
            at = told.sentence.start + worked.start()
            before = [each for each in told.mentions if each.known.kind == "state" and each.end <= at]
            partner = ProposedFact("partners", before[-1].text, before[-1].known) if before else None
            partner = partner or fact_of(told, "partners", self.spoken_of)
            body = fact_of(told, "organization", self._most_named("organization"))
            if partner and partner.known and self._is_partner(partner.known.key):
                for end in words_of_cooperation.ENDS.finditer(told.sentence.text, worked.end()):
                    if about := self._about(told, end):
                        activity = self._new("activity", told)
                        activity.add([partner, body, *about, self._until_then()])

    def _is_partner(self, key: str) -> bool:
        return self.vocabulary.partners is None or key in self.vocabulary.partners

    def _until_then(self) -> ProposedFact | None:
        """Return since when at the latest something went on of which the document tells: its own day."""
        return ProposedFact("period", self.day.text, value=f"[..{self.day.notation}]/") if self.day else None

    def _about(self, told: ToldSentence, said: re.Match[str]) -> list[ProposedFact]:
        """Return the place, whom it helps and the areas that one part of a sentence names."""
        start, end = told.sentence.start + said.start("what"), told.sentence.start + said.end()
        named = [each for each in told.mentions if start <= each.start and each.end <= end]
        places = [each for each in named if each.known.kind == "place"][:1]
        helped = words_of_cooperation.HELPED.fullmatch(said["verb"])
        states = [each for each in named if each.known.kind == "state" and helped]
        states = [each for each in states if all(each.end <= one.start or one.end <= each.start for one in places)]
        areas = [each for each in named if each.known.kind == "area"]
        by_field = {"place": places, "beneficiary": states, "areas": areas}
        found = [ProposedFact(field, each.text, each.known) for field, several in by_field.items() for each in several]
        return found if places else [*self._off_a_coast(told, named), *found]

    def _off_a_coast(self, told: ToldSentence, named: list[Mention]) -> list[ProposedFact]:
        """Return the waters before a coast that a sentence names: “off the coast of Somalia”."""
        for each in named:
            off = words_of_cooperation.OFF.search(told.sentence.passage(told.sentence.start, each.start))
            if off and each.known.kind == "state":
                known = self.vocabulary.waters_off(each.text)
                name = f"{off['coast'] or off['french_coast'] or ''}{each.text}"
                return [ProposedFact("place", name, known, value="" if known else name)]
        return []

    def _counted(self) -> None:
        """Propose how many had done so by the day of the document: “More than twenty have done so to date”."""
        for number, told in enumerate(self.told):
            counted = words_of_cooperation.counted_in(told.sentence.text)
            if counted is None or told.is_recalled:
                continue
            decision = self._invitation(number)
            if counted["done"] and decision is None:
                continue
            count, qualifier = words_of_cooperation.count_said(counted)
            day = told.day if told.day and told.day.is_day else self.day
            statement = self._new("statement", told, owner=decision.number if decision else None)
            statement.add([ProposedFact("count", counted.group(), value=str(count))])
            statement.add([ProposedFact("qualifier", counted["qualifier"] or counted.group(), value=qualifier)])
            statement.add([ProposedFact("date", day.text, value=day.notation)] if day else [])
            statement.add([fact_of(told, "organization", self._most_named("organization"))])

    def _invitation(self, number: int) -> Proposal | None:
        """Return the decision about all partners of which the text told in this sentence, or right before."""
        said = {each.passage for each in self.told[max(number - 1, 0) : number + 1]}
        decisions = (each for each in self._of_kind("decision") if each.variant == "all_partners")
        return next((each for each in decisions if said & set(each.passages)), None)
