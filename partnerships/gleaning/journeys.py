"""Journeys and meetings: who went where, whom they met, and what of it belongs together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from partnerships.folding import fold

from . import events
from .days import DateInText, span
from .events import ToldSentence
from .people import NamedPerson
from .proposals import Document, Proposal, ProposedFact, dated_fact, fact_of, facts_of, person_fact
from .vocabulary import Known, Mention, Vocabulary

#: How many sentences further a text may still speak of a journey without saying its day again.
NEAR = 8


class Journeys:
    """The sentences of one document, asked what journeys and meetings they tell of."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.told = document.told
        self.proposals: list[Proposal] = []
        self.used: set[int] = set()
        self.began: dict[int, int] = {}
        # Where the text first names each stop of a visit.
        self.halts: dict[tuple[int, str], int] = {}
        self.vocabulary, self.states = vocabulary, vocabulary.states
        self.spoken_of = self._most_named()

    def _new(self, kind: str, told: ToldSentence, variant: str = "", owner: int | None = None) -> Proposal:
        proposal = Proposal(len(self.proposals) + 1, kind, [told.sentence.text.strip()], variant=variant, owner=owner)
        self.proposals.append(proposal)
        return proposal

    def _of_kind(self, kind: str) -> Iterator[Proposal]:
        return (each for each in self.proposals if each.kind == kind)

    # Journeys

    def _visits(self) -> None:
        for number, told in enumerate(self.told):
            verb = events.TRAVELLED.search(told.sentence.text)
            if verb is None or number in self.used or not told.days or told.says(events.THE_VISIT):
                continue
            unknown = events.place_after(verb, told)
            if not (unknown or any(each.known.kind in ("place", "state") for each in told.mentions)):
                continue
            if told.people and not told.speaks_of_one_before:
                self.used.add(number)
                self._visit(number, told, verb, unknown)
            elif (visit := self._visit_of(number, told, elsewhere=True)) is not None:
                self.used.add(number)
                self._goes_to(visit, told, told.sentence.start + verb.start(), unknown)

    def _goes_to(self, visit: Proposal, told: ToldSentence, verb: int, unknown: str) -> None:
        """Add to `visit` where its traveller went next: of whom the sentence speaks as “he”."""
        if unknown:
            self._halt(visit, ProposedFact("stop", unknown, value=unknown), verb)
        self._stops(visit, [each for each in told.mentions if each.start >= verb])
        visit.passages.append(told.sentence.text.strip())
        if told.people:
            self._talks(visit, told)

    def _visit(self, number: int, told: ToldSentence, found: re.Match[str], unknown: str = "") -> None:
        verb = told.sentence.start + found.start()
        visitor = _traveller(told, verb)
        begins = min(verb, told.hosted[0]) if told.hosted else verb
        after = [each for each in told.mentions if each.start >= begins]
        visit = self._same_visit(told, visitor, after) or self._new("visit", told, _progress(told))
        self.began.setdefault(visit.number, number)
        if visit.first("visitor"):
            visit.passages.append(told.sentence.text.strip())
        else:
            visit.add([_period(told), person_fact("visitor", visitor)])
        if unknown:
            # A place that the register does not know: where it lies, the text says by the State of which it speaks.
            self._halt(visit, ProposedFact("stop", unknown, value=unknown), verb)
            visit.add([fact_of(told, "partners", self.spoken_of)])
        if _visits_a_body(told, found):
            # Who comes to a body comes for the State that sent them, not for the one where the body sits.
            before = [each for each in told.mentions if each.known.kind == "state" and each.end <= verb]
            visit.add(ProposedFact("partners", each.text, each.known) for each in before)
        self._stops(visit, after)
        visit.add(facts_of(told, "organization", "organization")[:1])
        if len(told.people) > 1:
            self._talks(visit, told)

    def _stops(self, visit: Proposal, after: list[Mention]) -> None:
        places = _places([each for each in after if each.known.kind == "place"])
        states = [each for each in after if each.known.kind == "state"]
        halts = places if places or visit.first("stop") else states
        for each in halts:
            self._halt(visit, ProposedFact("stop", each.text, each.known), each.start)
        visit.add(ProposedFact("partners", each.text, each.known) for each in states)
        for each in places:
            if state := self.states.get(each.known.key):
                visit.add([ProposedFact("partners", each.text, Known("state", state))])

    def _in_order(self) -> None:
        """Put the stops of each visit in the order in which the text names them."""
        for visit in self._of_kind("visit"):
            stops = iter(sorted(visit.of("stop"), key=lambda each: self.halts[visit.number, each.name]))
            visit.facts = [next(stops) if each.field == "stop" else each for each in visit.facts]

    def _around(self, places: Iterable[Known]) -> set[Known]:
        """Return the States in which these places lie, as far as the register knows."""
        return {Known("state", self.states[each.key]) for each in places if each.key in self.states}

    def _halt(self, visit: Proposal, stop: ProposedFact, start: int) -> None:
        visit.add([stop])
        self.halts.setdefault((visit.number, stop.name), start)

    def _same_visit(self, told: ToldSentence, visitor: NamedPerson, after: list[Mention]) -> Proposal | None:
        """Return the visit that is proposed already, if this sentence speaks of the same journey."""
        where = {each.known for each in after}
        where |= self._around(where)
        for visit in self._of_kind("visit"):
            period, traveller = visit.first("period"), visit.first("visitor")
            near = told.day and period and _days_apart(told.day.notation, period.value) <= 7
            same = near and traveller and traveller.name == person_fact("visitor", visitor).name
            if same and where & {fact.known for fact in visit.of("stop", "partners")}:
                return visit
        return None

    # Meetings

    def _meetings(self) -> None:
        for number, told in enumerate(self.told):
            if number in self.used or not told.tells_meeting or not told.people:
                continue
            visit = self._visit_of(number, told, elsewhere=told.speaks_of_one_before)
            if visit is not None:
                self._stop_there(visit, told)
                self._talks(visit, told)
            elif told.days and (len(told.people) > 1 or told.known("organization", "state")):
                self._meeting(told)
            else:
                continue
            self.used.add(number)

    def _meeting(self, told: ToldSentence) -> None:
        meeting = self._new("meeting", told, _kind_of_meeting(told))
        meeting.add([dated_fact(told, "date"), *(person_fact("interlocutor", each) for each in told.people)])
        meeting.add(facts_of(told, "place", "place")[:1])
        meeting.add(ProposedFact("partners", each.text, each.known) for each in told.parties)
        meeting.add(facts_of(told, "organization", "organization")[:1])

    def _stop_there(self, visit: Proposal, told: ToldSentence) -> None:
        """Add the places of a sentence about a visit: each tells more than the State around it."""
        if unknown := events.place_first(told):
            visit.facts = [each for each in visit.facts if each.field != "stop" or not _is_state(each)]
            self._halt(visit, ProposedFact("stop", unknown, value=unknown), told.sentence.start)
            return
        places = _places([each for each in told.mentions if each.known.kind == "place"])
        around = self._around(each.known for each in places)
        visit.facts = [each for each in visit.facts if each.field != "stop" or each.known not in around]
        for each in places:
            self._halt(visit, ProposedFact("stop", each.text, each.known), each.start)

    def _talks(self, visit: Proposal, told: ToldSentence) -> None:
        """Propose a meeting at the stop of `visit`: talks with each by itself, a press conference with all."""
        kind, visitor = _kind_of_meeting(told), visit.first("visitor")
        others = [each for each in told.people if not _is_same(each, visitor)]
        traveller = next((person_fact("visitor", each) for each in told.people if _is_same(each, visitor)), None)
        for group in [others] if kind == "press_conference" else [[each] for each in others]:
            meeting = self._new("meeting", told, kind, visit.number)
            meeting.add([dated_fact(told, "date"), traveller or visit.first("visitor")])
            meeting.add(person_fact("interlocutor", each) for each in group)
            meeting.add(each for each in _places_told(told) if _is_stop(each, visit))

    def _visit_of(self, number: int, told: ToldSentence, *, elsewhere: bool = False) -> Proposal | None:
        """Return the proposed visit within whose days the sentence stands, or in whose paragraphs where it has none.

        `elsewhere` says that the sentence may tell of a place that nothing before it names.
        """
        places = set(told.known("place"))
        for visit in reversed(list(self._of_kind("visit"))):
            period, stops = visit.first("period"), {fact.known for fact in visit.of("stop")}
            if told.day is None:
                within = self.began[visit.number] < number <= self.began[visit.number] + NEAR
            else:
                within = bool(period) and self._goes_on(visit, number, told.day, period.value)
            if within and (elsewhere or not places or (places | self._around(places)) & stops):
                return visit
        return None

    def _goes_on(self, visit: Proposal, number: int, day: DateInText, period: str) -> bool:
        """Whether `day` is one of the visit, or follows while the text still speaks of it: then it lasted so long."""
        if _within(day, period):
            return True
        (first, last), near = span(period), self.began[visit.number] < number <= self.began[visit.number] + NEAR
        later = day.is_day and last < day.first and _days_apart(period, day.notation) <= 7
        if not (near and later):
            return False
        longer = f"{first.isoformat()}/{day.notation}"
        visit.facts = [replace(fact, value=longer) if fact.field == "period" else fact for fact in visit.facts]
        return True

    def _most_named(self) -> Known | None:
        """Return the State of which the document speaks most."""
        named = [each.known for told in self.told for each in told.mentions if each.known.kind == "state"]
        return max(sorted(set(named)), key=named.count, default=None)


def _traveller(told: ToldSentence, verb: int) -> NamedPerson:
    """Return who went: the last one named before the verb, none of those who received them."""
    others = [each for each in told.people if not told.hosted or each.start < told.hosted[1]] or told.people
    return next((each for each in reversed(others) if each.end <= verb), others[0])


def _visits_a_body(told: ToldSentence, verb: re.Match[str]) -> bool:
    """Whether it is a body that is visited, whose name stands right behind the verb."""
    text, start = told.sentence.text, told.sentence.start
    bodies = [each for each in told.mentions if each.known.kind == "organization" and each.start - start >= verb.end()]
    return any(events.TO_A_BODY.match(text[verb.end() : each.start - start]) for each in bodies)


def _period(told: ToldSentence) -> ProposedFact | None:
    """Return the days of a journey: where the text says how many they are, from the first of them, or to the last."""
    day, others = told.day, timedelta(days=max(told.lasts - 1, 0))
    if day is None or not day.is_day or not others:
        return dated_fact(told, "period")
    if told.says(events.BEGUN):
        return ProposedFact("period", day.text, value=f"{day.notation}/{day.last + others}")
    if told.says(events.ENDED):
        return ProposedFact("period", day.text, value=f"{day.first - others}/{day.notation}")
    return dated_fact(told, "period")


def _places_told(told: ToldSentence) -> list[ProposedFact]:
    unknown = events.place_first(told)
    return facts_of(told, "place", "place") + ([ProposedFact("place", unknown, value=unknown)] if unknown else [])


def _is_stop(place: ProposedFact, visit: Proposal) -> bool:
    return (place.known, place.value) in {(each.known, each.value) for each in visit.of("stop")}


def _is_same(person: NamedPerson, fact: ProposedFact | None) -> bool:
    """Whether somebody named is the person of a fact, whom the register may not know."""
    found = person_fact("", person)
    return fact is not None and (found.known, fold(found.value)) == (fact.known, fold(fact.value))


def _is_state(fact: ProposedFact) -> bool:
    return fact.known is not None and fact.known.kind == "state"


def _places(mentions: list[Mention]) -> list[Mention]:
    """Return places, each once: of those named at one spot, the first."""
    spots: dict[int, Mention] = {}
    for each in mentions:
        spots.setdefault(each.start, each)
    return list({each.known: each for each in spots.values()}.values())


def _progress(told: ToldSentence) -> str:
    if told.says(events.CANCELLED):
        return "cancelled"
    return "planned" if told.says(events.PLANNED) else "held"


def _kind_of_meeting(told: ToldSentence) -> str:
    if told.says(events.CALL):
        return "call"
    return "press_conference" if told.says(events.PRESS_CONFERENCE) else "talks"


def _within(day: DateInText, notation: str) -> bool:
    first, last = span(notation)
    return first <= day.first and day.last <= last


def _days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates; 0 where they touch."""
    first, second = sorted((span(one), span(other)))
    return max(0, (second[0] - first[1]).days)
