"""Journeys: who went where and when, whom they met there, and what of it belongs together."""

import re

from . import words_of_journeys, words_of_meetings, words_of_taking_office
from .journey_days import LONGEST, days_apart
from .journey_stops import JourneyStops
from .journeys_told import (
    is_after,
    is_before,
    is_of_another,
    is_of_visitor,
    is_visitor,
    travel_together,
    traveller,
    travels,
    travels_afterwards,
    visits_a_body,
)
from .known_names import Mention
from .meetings_told import is_same_person, progress_told
from .people import NamedPerson
from .places import places_after, stands_first
from .posts_reached import posts_reached
from .proposals import Proposal, ProposedFact, fact_of, facts_of, person_fact
from .told_sentence import ToldSentence
from .words_of_days import A_MONTH, PAST


class Journeys(JourneyStops):
    """The sentences of one document, asked what journeys and meetings they tell of."""

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
        if visit is None or not words_of_journeys.WENT.match(verb.group()) or is_after(told, visit):
            return False
        return not (told.says(words_of_journeys.ANOTHER_TIME) or told.says(words_of_journeys.CANCELLED))

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
        elif told.days and self._goes_himself(told, verb) and (alone := self._alone_before(number)):
            # “On 7 August he will travel to Sydney”: whoever the text last spoke of, where it was one alone.
            self.used.add(number)
            self._visit(number, told, verb, alone, unknown)
            # Where they were before, they are no more: in which State a place lies, this sentence alone can tell.
            visit, here = self.proposals[-1], told.known("state")
            here += [each for stop in visit.of("stop") for each in self._around([stop.known])]
            visit.facts = [each for each in visit.facts if each.field != "partners" or each.known in here]

    def _goes_himself(self, told: ToldSentence, verb: re.Match[str]) -> bool:
        """Whether a sentence tells by “he” of a journey of its own; whoever arrives takes up a post, or goes on."""
        arrives = words_of_journeys.ARRIVED.match(verb.group())
        return told.speaks_of_one_before and not told.is_recalled and not arrives

    def _alone_before(self, number: int) -> NamedPerson | None:
        last = self._named_last(number)
        return last[0] if len(last) == 1 and not (last[0].known and last[0].known.kind == "office") else None

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
        if self._was_made(visit, told, found):
            visit.status = ""
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
        together = travel_together(told, visitor)
        visit = self._same_visit(number, told, together, after) or self._new("visit", told)
        if told.is_recalled:
            # What a text recalls, it does not go on about.
            self.began.setdefault(visit.number, len(self.told))
        self.began.setdefault(visit.number, number)
        if told.says(words_of_journeys.ENDED):
            self.concluded.add(visit.number)
        self.ended[visit.number] = number
        visit.status = "" if self._was_made(visit, told, found) else visit.status or progress_told(told)
        if visit.first("visitor"):
            visit.passages.append(told.passage)
            if (period := visit.first("period")) and told.day:
                self._goes_on(visit, number, told.day, period.value)
        else:
            visit.add([self._period(told)])
        visit.add(person_fact("visitor", each) for each in together)
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
            heads = [each.known for each in told.parties if told.heads_its_line(each)]
            spoken_of = None if words_of_journeys.ON_TO.search(told.sentence.text) else self.spoken_of
            visit.add([fact_of(told, "partners", next(iter(heads), spoken_of))])
        visit.add(facts_of(told, "organization", "organization")[:1])
        if self._met_at(visit, told) or told.without_a_name(subjects=False):
            self._talks(visit, number, told, unknown)

    def _same_visit(
        self, number: int, told: ToldSentence, visitors: list[NamedPerson], after: list[Mention]
    ) -> Proposal | None:
        """Return the visit that is proposed already, if this sentence speaks of the same journey."""
        where = {each.known for each in after}
        where |= self._around(where)
        for visit in self._of_kind("visit"):
            period = visit.first("period")
            apart = days_apart(told.day.notation, period.value) if told.day and period else LONGEST + 1
            same = any(is_visitor(each, visit) for each in visitors)
            there = bool(where & {fact.known for fact in visit.of("stop", "partners")})
            # Whoever is elsewhere a day later, as the text goes on to say, is still on the same journey.
            if (
                same
                and not is_after(told, visit)
                and (there and apart <= LONGEST or apart <= 1 and self._speaks_of_it(visit, number))
            ):
                return visit
        return None

    def _was_made(self, visit: Proposal, told: ToldSentence, found: re.Match[str]) -> bool:
        """Whether a sentence tells that the visit to come was made: “was to visit Tokyo. He arrived on 30 January”."""
        period = visit.first("period")
        if visit.status != "planned" or progress_told(told) or not (PAST.search(found.group()) and told.day and period):
            return False
        return days_apart(told.day.notation, period.value) <= 1

    def _called_off(self) -> None:
        """Call cancelled the visit to come of which a sentence behind says so: “The visit has been postponed.”."""
        for number, told in enumerate(self.told):
            off = words_of_journeys.CANCELLED.search(told.sentence.text)
            may_be = told.says(words_of_journeys.MAY_BE) or told.says(words_of_journeys.ANOTHER_TIME)
            if off is None or may_be or number in self.used or not told.says(words_of_journeys.THIS_VISIT):
                continue
            planned = [each for each in self._of_kind("visit") if each.status == "planned"]
            speaks = (
                each
                for each in reversed(planned)
                if self._speaks_of_it(each, number) and self._is_there(told, each) and not is_of_another(told, each)
            )
            visit = next(speaks, None)
            period = visit.first("period") if visit else None
            # “The visit planned for April was cancelled”: of that of May, nothing is said.
            before = [each.notation for each in told.days if each.end <= told.sentence.start + off.start()]
            month = not before and A_MONTH.search(told.sentence.text, 0, off.start())
            if visit and not (month or period and any(days_apart(each, period.value) for each in before)):
                visit.passages.append(told.passage)
                for each in (visit, *(one for one in self.proposals if one.owner == visit.number)):
                    each.status = "cancelled"

    def _is_there(self, told: ToldSentence, visit: Proposal) -> bool:
        """Whether a sentence names no other place, or no other State, than a visit."""
        stops = {each.known for each in visit.of("stop", "partners")}
        named = {each.known for each in told.mentions if told.is_where(each) or each.known.kind == "state"}
        return not named or bool((named | self._around(named)) & (stops | self._around(stops)))

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
            if visit is not None and is_before(told, visit):
                continue
            if visit is not None:
                self._stop_there(visit, told)
                self._talks(visit, number, told)
                self._received_at(visit, told)
                self.used.add(number)
            elif self._met_by_itself(number, told):
                self.used.add(number)
