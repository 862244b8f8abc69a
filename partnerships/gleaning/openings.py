"""Missions that opened, as a document tells: whose, to which body, where and since when."""

from . import words_of_decisions, words_of_meetings
from .activities import Activities
from .meetings_told import progress_told
from .proposals import ProposedFact, fact_of
from .told_sentence import ToldSentence

#: So far behind the word “mission” the body stands at most to which it is one, and so far before it whose it is.
BEHIND, BEFORE = 40, 4


class Openings(Activities):
    """The sentences of one document, asked which missions opened."""

    def _opened(self) -> None:
        for told in self.told:
            found, day = words_of_decisions.MISSION_OPENED.search(told.sentence.text), told.day
            if found is None or day is None or "/" in day.notation or told.is_recalled or progress_told(told):
                continue
            if words_of_meetings.SAID.search(told.sentence.text, 0, found.start()):
                # “Mr Kono said on 3 May that Japan opened”: the day may be that on which he said so.
                continue
            if words_of_decisions.ASIDE.search(told.sentence.text[: found.start()]):
                continue
            start, end = told.sentence.start + found.start(), told.sentence.start + found.end()
            if words_of_decisions.ANOTHER_DAY.search(told.sentence.passage(end, max(end, day.start))):
                continue
            state, body = _whose(told, start, end), _to_which(told, start, end)
            designations = [*self._of_kind("designation")]
            if state is None and body is None and len(designations) == 1:
                # “The mission opened in November”: the one of which the text has told that it was decided.
                state, body = designations[0].first("state"), designations[0].first("organization")
            if state and body:
                mission = self._new("mission", told)
                places = (each for each in told.mentions if each.known.kind == "place" and told.is_where(each))
                where = next((each for each in places if start <= each.start <= end + BEHIND), None)
                mission.add([state, body, fact_of(told, "place", where.known) if where else None])
                mission.add([ProposedFact("period", day.text, value=f"{day.notation}/")])


def _whose(told: ToldSentence, start: int, end: int) -> ProposedFact | None:
    """Return the State that opened it, or of which it is the mission."""
    states = [each for each in told.mentions if each.known.kind == "state" and not told.is_host(each)]
    within = [each for each in states if start <= each.start and each.end <= end]
    opens = told.sentence.passage(start, end).lower().startswith("mission") is False
    before = [each for each in states if each.end <= start and (opens or start - each.end <= BEFORE)]
    found = next(iter(within or before[-1:]), None)
    return fact_of(told, "state", found.known) if found else None


def _to_which(told: ToldSentence, start: int, end: int) -> ProposedFact | None:
    bodies = (each for each in told.mentions if each.known.kind == "organization")
    near = (each for each in bodies if start <= each.start <= end + BEHIND)
    is_to = words_of_decisions.MISSION_TO
    found = next((each for each in near if is_to.search(told.sentence.passage(start, each.start))), None)
    return fact_of(told, "organization", found.known) if found else None
