"""Where somebody went on a journey, in which order, and what body received them."""

from . import words_of_journeys
from .days import span
from .journey_days import JourneyDays
from .journeys_told import (
    halts,
    is_state,
)
from .known_names import Known, Mention
from .places import known_places, unknown_places
from .proposals import Proposal, ProposedFact
from .told_sentence import ToldSentence


class JourneyStops(JourneyDays):
    """The sentences of one document, asked where somebody went."""

    def _unknown_stops(self, visit: Proposal, names: list[str], told: ToldSentence, start: int) -> None:
        for name in names:
            at = told.sentence.text.find(name, start - told.sentence.start)
            # “Wellington, New Zealand”: the place tells more than the State around it.
            behind = words_of_journeys.COUNTRY_BEHIND.match(told.sentence.text, at + len(name)) if at >= 0 else None
            country = told.sentence.start + behind.end() if behind else -1
            around = {each.known for each in told.mentions if each.start == country}
            visit.facts = [each for each in visit.facts if each.field != "stop" or each.known not in around]
            self._halt(visit, ProposedFact("stop", name, value=name), told.sentence.start + at if at >= 0 else start)

    def _stops(self, visit: Proposal, told: ToldSentence, after: list[Mention]) -> None:
        places = halts([each for each in after if each.known.kind == "place"])
        states = [each for each in after if each.known.kind == "state" and told.is_where(each)]
        named = places if places or visit.first("stop") else states
        around = self._around(each.known for each in places)
        visit.facts = [each for each in visit.facts if each.field != "stop" or each.known not in around]
        for each in named:
            self._halt(visit, ProposedFact("stop", each.text, each.known), each.start)
        visit.add(ProposedFact("partners", each.text, each.known) for each in states)
        for each in places:
            if state := self.states.get(each.known.key):
                visit.add([ProposedFact("partners", each.text, Known("state", state))])

    def _in_order(self) -> None:
        """Put the stops of each visit in the order of the days on which somebody was met there, else of the text."""
        for visit in self._of_kind("visit"):
            named = sorted(visit.of("stop"), key=lambda each: self.halts[visit.number, each.name])
            met = [each for each in self._of_kind("meeting") if each.owner == visit.number and each.first("date")]
            days = {
                place.name: date.value
                for each in reversed(met)
                for date in each.of("date")
                for place in each.of("place")
            }
            if all(f"place:{each.name.partition(':')[2]}" in days for each in named):
                named.sort(key=lambda each: span(days[f"place:{each.name.partition(':')[2]}"]))
            stops = iter(named)
            visit.facts = [next(stops) if each.field == "stop" else each for each in visit.facts]

    def _halt(self, visit: Proposal, stop: ProposedFact, start: int) -> None:
        visit.add([stop])
        self.halts.setdefault((visit.number, stop.name), start)

    def _stop_there(self, visit: Proposal, told: ToldSentence) -> None:
        """Add the places of a sentence about a visit: each tells more than the State around it."""
        before = {each.name for each in visit.of("stop")}
        places = known_places(told)
        around = self._around(each.known for each in places)
        if unknown := unknown_places(told):
            # In which State it lies, the text says by the one whose official was met there, or has but one State.
            states = {each.known for each in visit.of("stop") if is_state(each)}
            around |= {each.known for each in told.parties} & states or (states if len(states) == 1 else set())
        visit.facts = [each for each in visit.facts if each.field != "stop" or each.known not in around]
        for each in places:
            self._halt(visit, ProposedFact("stop", each.text, each.known), each.start)
        if unknown:
            visit.add(ProposedFact("partners", each.text, each.known) for each in told.parties)
        for name, start in unknown:
            self._halt(visit, ProposedFact("stop", name, value=name), start)
        if {each.name for each in visit.of("stop")} - before:
            visit.passages.append(told.passage)

    def _received_at(self, visit: Proposal, told: ToldSentence) -> None:
        """Add the body at whose seat the sentence says that the visitor was received."""
        text, start = told.sentence.text, told.sentence.start
        for each in told.mentions:
            at_seat = words_of_journeys.AT_SEAT_OF.search(text[: each.start - start]) or words_of_journeys.SEAT.match(
                text, each.end - start
            )
            if each.known.kind == "organization" and at_seat and not visit.first("organization"):
                visit.add([ProposedFact("organization", each.text, each.known)])
