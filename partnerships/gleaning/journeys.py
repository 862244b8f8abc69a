"""Journeys: who went where and when, whom they met there, and what of it belongs together."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from partnerships import dates

from . import words_of_journeys, words_of_meetings, words_of_taking_office
from .days import DateInText, journey_of, span
from .journeys_told import (
    gone_on_to,
    halts,
    is_of_visitor,
    is_state,
    traveller,
    travels,
    travels_afterwards,
    visits_a_body,
)
from .known_names import Known, Mention, Vocabulary
from .meetings import NEAR
from .meetings_told import is_same_person, progress_told
from .people import NamedPerson
from .places import known_places, places_after, stands_first, unknown_places
from .posts_reached import posts_reached
from .proposals import Document, Proposal, ProposedFact, dated_fact, fact_of, facts_of, person_fact
from .talks import Talks
from .told import ToldSentence

#: How many days lie at most between two days of one journey.
LONGEST = 7


#: A day, or the first and the last one.
_OF_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


class Journeys(Talks):
    """The sentences of one document, asked what journeys and meetings they tell of."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        super().__init__(document, vocabulary)
        # The first and the last sentence that told of each visit.
        self.began: dict[int, int] = {}
        self.ended: dict[int, int] = {}
        # Those of which the text first says on which day they ended: what it tells of days before is of them.
        self.concluded: set[int] = set()
        # Where the text first names each stop of a visit.
        self.halts: dict[tuple[int, str], int] = {}
        news = [each.sentence for each in self.told if not each.is_recalled]
        self.journey = journey_of(news, document.day.last if document.day else None)

    def _visits(self) -> None:
        for number, told in enumerate(self.told):
            if looked_back := self._during_a_visit(told):
                self.used.add(number)
                self._visit(number, told, *looked_back, [])
            elif (
                number not in self.used
                and (verb := travels(told))
                and (told.days or self._days_told(told) or self._goes_on_about_it(number, told, verb))
            ):
                self._journey_told(number, told, verb)

    def _goes_on_about_it(self, number: int, told: ToldSentence, verb: re.Match[str]) -> bool:
        """Whether a sentence without a day tells where the visitor went besides: “He also visited”."""
        visit = self._visit_of(number, told, elsewhere=True) if told.speaks_of_one_before and not told.people else None
        if visit is None or not words_of_journeys.WENT.match(verb.group()):
            return False
        # What is yet to come is no part of a journey that was made, nor what was at another time.
        to_come = progress_told(told) == "planned" and visit.status != "planned"
        return not (to_come or told.says(words_of_journeys.ANOTHER_TIME) or told.says(words_of_journeys.CANCELLED))

    def _journey_told(self, number: int, told: ToldSentence, verb: re.Match[str]) -> None:
        """Propose the journey of which a sentence tells by a verb of travelling, or go on with one."""
        if told.says(words_of_meetings.CONSULTED) and not told.people:
            # What a delegation came for is told, not its journey.
            return
        if visitor := travels_afterwards(told, verb):
            self._goes_afterwards(told, verb, visitor)
            return
        unknown = places_after(verb, told)
        where = unknown or visits_a_body(told, verb) or any(told.is_where(each) for each in told.mentions)
        # Of what was cancelled, who was to come tells enough.
        if not where and not (told.says(words_of_journeys.CANCELLED) and told.people):
            return
        visitor = None if told.speaks_of_one_before else traveller(told, verb)
        arrives = visitor is not None and words_of_journeys.ARRIVED.match(verb.group())
        reaches = told.says(words_of_taking_office.SUCCESSOR) or any(posts_reached(told, self.vocabulary))
        if visitor and arrives and (reaches or self._takes_office(visitor)):
            # Whoever arrives and presents credentials pays no visit.
            return
        if visitor is not None:
            self.used.add(number)
            self._visit(number, told, verb, visitor, unknown)
        elif not told.is_recalled and (visit := self._visit_of(number, told, elsewhere=True)) is not None:
            self.used.add(number)
            self._goes_to(visit, number, told, verb, unknown)

    def _takes_office(self, person: NamedPerson) -> bool:
        """Whether the document tells of somebody that they presented credentials, or took up a post."""
        words = (words_of_taking_office.CREDENTIALS, words_of_taking_office.TOOK_OFFICE)
        told = [each for each in self.told if any(each.says(one) for one in words)]
        return any(is_same_person(person, person_fact("", one)) for each in told for one in each.people)

    def _during_a_visit(self, told: ToldSentence) -> tuple[re.Match[str], NamedPerson] | None:
        """Return by which words a sentence tells of a visit in passing, “during his visit to Japan from”, and whose.

        Where the text has told of a visit of theirs already, this is the one.
        """
        found, subject = words_of_journeys.DURING_HIS_VISIT.search(told.sentence.text), told.subject
        end = told.sentence.start + found.end() if found else 0
        told_of = [visit.first("visitor") for visit in self._of_kind("visit")]
        if found is None or subject is None or any(is_same_person(subject, each) for each in told_of if each):
            return None
        days = [each for each in told.days if end <= each.start <= end + 60 and "/" in each.notation]
        there = [each for each in told.mentions if end <= each.start and told.is_where(each)]
        return (found, subject) if days and there and there[0].start < days[0].start else None

    def _goes_afterwards(self, told: ToldSentence, found: re.Match[str], visitor: NamedPerson) -> None:
        """Propose the visit of somebody of whom a sentence says first whom they met: “met Ms Berg, and will visit”."""
        verb = told.sentence.start + found.start()
        days = [each for each in told.days if each.start > verb]
        after = [each for each in told.mentions if each.start >= verb]
        if not days:
            return
        visit = self._new("visit", told)
        visit.status = progress_told(told)
        visit.add([ProposedFact("period", days[0].text, value=days[0].notation), person_fact("visitor", visitor)])
        self._unknown_stops(visit, places_after(found, told), told, verb)
        self._stops(visit, told, after)
        number = self.told.index(told)
        self.began[visit.number] = self.ended[visit.number] = number

    def _goes_to(
        self, visit: Proposal, number: int, told: ToldSentence, found: re.Match[str], unknown: list[str]
    ) -> None:
        """Add to `visit` where its traveller went next: of whom the sentence speaks as “he”."""
        verb = told.sentence.start + found.start()
        self._unknown_stops(visit, unknown, told, verb)
        after = [each for each in told.mentions if each.start >= verb or stands_first(told, each)]
        self._stops(visit, told, after)
        if not unknown and not any(each.known.kind == "place" for each in after):
            # « Il s’est ensuite rendu en Australie »: of a State alone that nothing told before.
            around = self._around(each.known for each in visit.of("stop"))
            for each in after:
                if each.known.kind == "state" and told.is_where(each) and each.known not in around:
                    self._halt(visit, ProposedFact("stop", each.text, each.known), each.start)
        visit.passages.append(told.passage)
        self.ended[visit.number] = number
        if unknown:
            visit.add(ProposedFact("partners", each.text, each.known) for each in told.parties if each.start >= verb)
        if told.people or told.without_a_name(subjects=False):
            self._talks(visit, number, told, unknown)

    def _visit(
        self, number: int, told: ToldSentence, found: re.Match[str], visitor: NamedPerson, unknown: list[str]
    ) -> None:
        verb = told.sentence.start + found.start()
        begins = min(verb, told.hosted[0]) if told.hosted else verb
        after = [each for each in told.mentions if each.start >= begins or stands_first(told, each)]
        visit = self._same_visit(number, told, visitor, after) or self._new("visit", told)
        if told.is_recalled:
            # What a text recalls, it does not go on about.
            self.began.setdefault(visit.number, len(self.told))
        self.began.setdefault(visit.number, number)
        if told.says(words_of_journeys.ENDED):
            self.concluded.add(visit.number)
        self.ended[visit.number] = number
        visit.status = visit.status or progress_told(told)
        if visit.first("visitor"):
            visit.passages.append(told.passage)
            if (period := visit.first("period")) and told.day:
                self._goes_on(visit, number, told.day, period.value)
        else:
            visit.add([self._period(told), person_fact("visitor", visitor)])
        if visits_a_body(told, found):
            # Who comes to a body comes for the State that sent them, not for the one where the body sits.
            before = [each for each in told.mentions if each.known.kind == "state" and each.end <= verb]
            visit.add(ProposedFact("partners", each.text, each.known) for each in before)
        self._unknown_stops(visit, unknown, told, verb)
        self._stops(visit, told, after)
        if unknown:
            visit.add(ProposedFact("partners", each.text, each.known) for each in told.parties if each.start >= verb)
        if unknown and not visit.first("partners"):
            # Where a place lies that the register does not know, the text says by the State of which it speaks.
            visit.add([fact_of(told, "partners", self.spoken_of)])
        visit.add(facts_of(told, "organization", "organization")[:1])
        if self._met_at(visit, told) or told.without_a_name(subjects=False):
            self._talks(visit, number, told, unknown)

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

    def _around(self, places: Iterable[Known | None]) -> set[Known]:
        """Return the States in which these places lie, as far as the register knows."""
        return {
            Known("state", self.states[each.key])
            for each in places
            if each and each.kind == "place" and each.key in self.states
        }

    def _halt(self, visit: Proposal, stop: ProposedFact, start: int) -> None:
        visit.add([stop])
        self.halts.setdefault((visit.number, stop.name), start)

    def _same_visit(
        self, number: int, told: ToldSentence, visitor: NamedPerson, after: list[Mention]
    ) -> Proposal | None:
        """Return the visit that is proposed already, if this sentence speaks of the same journey."""
        where = {each.known for each in after}
        where |= self._around(where)
        for visit in self._of_kind("visit"):
            period, traveller = visit.first("period"), visit.first("visitor")
            apart = _days_apart(told.day.notation, period.value) if told.day and period else LONGEST + 1
            same = traveller and traveller.name == person_fact("visitor", visitor).name
            there = bool(where & {fact.known for fact in visit.of("stop", "partners")})
            # Whoever is elsewhere a day later, as the text goes on to say, is still on the same journey.
            if same and (there and apart <= LONGEST or apart <= 1 and self._speaks_of_it(visit, number)):
                return visit
        return None

    # What belongs to them

    def _meetings(self) -> None:
        for number, told in enumerate(self.told):
            if number in self.used or not told.tells_meeting or told.lists_credentials:
                continue
            if told.says(words_of_taking_office.RECEIVED_LETTERS):
                continue
            if told.is_recalled:
                self._met_at_another_time(number, told)
                continue
            if not (told.people or told.others or told.unnamed):
                continue
            goes_on = told.speaks_of_one_before and not told.says(words_of_meetings.CONSULTED)
            visit = self._visit_of(number, told, elsewhere=goes_on)
            if visit is not None and not (told.people or goes_on or is_of_visitor(told, visit)):
                visit = None
            if visit is not None:
                self._stop_there(visit, told)
                self._talks(visit, number, told)
                self._received_at(visit, told)
                self.used.add(number)
            elif self._met_by_itself(number, told):
                self.used.add(number)

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

    def _days_told(self, told: ToldSentence) -> DateInText | None:
        """Return the days of a journey of which the sentence says how many they were, where the text has just those."""
        if not (told.lasts and self.day):
            return None
        days = [each for one in self.told for each in one.days if each.is_day and each.first <= self.day.last]
        near = [each for each in days if (self.day.last - each.first).days < told.lasts]
        first = min(near, key=lambda each: each.first, default=None)
        last = max(near, key=lambda each: each.last, default=None)
        if first is None or last is None or (last.last - first.first).days != told.lasts - 1:
            return None
        period = dates.parse(f"{first.notation}/{last.notation}")
        return DateInText(first.text, period, first.start, first.end, is_whole=False)

    def _visit_of(self, number: int, told: ToldSentence, *, elsewhere: bool = False) -> Proposal | None:
        """Return the proposed visit within whose days the sentence stands, or in whose paragraphs where it has none.

        `elsewhere` says that the sentence may tell of a place that nothing before it names.
        """
        # A place of which the register does not know in which State it lies may be anywhere.
        places = {each for each in told.known("place") if each.key in self.states}
        for visit in reversed(list(self._of_kind("visit"))):
            period, stops = visit.first("period"), {fact.known for fact in visit.of("stop")}
            if told.day is None:
                within = self._speaks_of_it(visit, number)
            else:
                within = bool(period) and (
                    _within(told.day, period.value)
                    if told.says(words_of_meetings.CALL)
                    else self._goes_on(visit, number, told.day, period.value)
                )
            there = stops | self._around(stops) | {fact.known for fact in visit.of("partners")}
            if within and (elsewhere or not places or (places | self._around(places)) & there):
                return visit
        return None

    def _goes_on(self, visit: Proposal, number: int, day: DateInText, period: str) -> bool:
        """Whether `day` is one of the visit, or follows while the text still speaks of it: then it lasted so long."""
        if _within(day, period):
            return True
        (first, last), near = span(period), self._speaks_of_it(visit, number)
        # Of a month, nobody knows on which day of it the visit ended.
        beside = near and _OF_DAYS.fullmatch(period) and day.is_day and _days_apart(period, day.notation) <= LONGEST
        later, earlier = last < day.first, visit.number in self.concluded and day.last < first
        if not beside or not (later or earlier):
            return False
        longer = f"{first.isoformat()}/{day.notation}" if later else f"{day.notation}/{last.isoformat()}"
        visit.facts = [replace(fact, value=longer) if fact.field == "period" else fact for fact in visit.facts]
        return True

    def _speaks_of_it(self, visit: Proposal, number: int) -> bool:
        """Whether the text may still speak of a visit at one of its sentences."""
        return self.began[visit.number] < number <= self.ended[visit.number] + NEAR

    def _period(self, told: ToldSentence) -> ProposedFact | None:
        """Return the days of a journey: as many as the text says from the first or to the last, or as it heads them."""
        day, others = told.day, timedelta(days=max(told.lasts - 1, 0))
        if day is None and (days := self._days_told(told)):
            return ProposedFact("period", days.text, value=days.notation)
        if longer := gone_on_to(told):
            return longer
        days = [each for each in told.days_of_it if each.is_day]
        if others and len({each.notation for each in days}) > 1:
            # “concluded a two-day visit, where he met Ms Berg on 3 April and Mr Kim on 4 April”.
            first, last = min(days, key=lambda each: each.first), max(days, key=lambda each: each.last)
            return ProposedFact("period", first.text, value=f"{first.first}/{last.last}")
        begun, ended = told.says(words_of_journeys.BEGUN), told.says(words_of_journeys.ENDED)
        if day is None or not day.is_day or not (begun or ended):
            return dated_fact(told, "period")
        if others:
            first, last = (day.first, day.last + others) if begun else (day.first - others, day.last)
            return ProposedFact("period", day.text, value=f"{first}/{last}")
        if self.journey and day.first == (self.journey.first if begun else self.journey.last):
            return ProposedFact("period", self.journey.text, value=self.journey.notation)
        return dated_fact(told, "period")


def _within(day: DateInText, notation: str) -> bool:
    first, last = span(notation)
    return first <= day.first and day.last <= last


def _days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates; 0 where they touch."""
    first, second = sorted((span(one), span(other)))
    return max(0, (second[0] - first[1]).days)
