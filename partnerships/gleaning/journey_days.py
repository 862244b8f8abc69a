"""Of which journey a sentence speaks, and on which days that was, as far as the document tells."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from partnerships import dates

from . import words_of_journeys, words_of_meetings
from .days import DateInText, journey_of, span
from .going_on import NEAR
from .journeys_told import gone_on_to, is_among_others
from .known_names import Known, Vocabulary
from .proposals import Document, Proposal, ProposedFact, dated_fact
from .talks import Talks
from .told_sentence import ToldSentence

#: How many days lie at most between two days of one journey.
LONGEST = 7


#: A day, or the first and the last one.
_OF_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


class JourneyDays(Talks):
    """The sentences of one document, asked on which days somebody was away."""

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

    def _around(self, places: Iterable[Known | None]) -> set[Known]:
        """Return the States in which these places lie, as far as the register knows."""
        return {
            Known("state", self.states[each.key])
            for each in places
            if each and each.kind == "place" and each.key in self.states
        }

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
            if is_among_others(told, visit):
                continue
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
        beside = near and _OF_DAYS.fullmatch(period) and day.is_day and days_apart(period, day.notation) <= LONGEST
        # What is told behind the end of a journey is another one: only days before it may still be of it.
        is_over = visit.number in self.concluded
        later, earlier = not is_over and last < day.first, is_over and day.last < first
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


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates; 0 where they touch."""
    first, second = sorted((span(one), span(other)))
    return max(0, (second[0] - first[1]).days)
