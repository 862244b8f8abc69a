"""Whom somebody met at the stops of a visit: talks with each, a press conference with all, a council."""

from . import words_of_journeys
from .journeys_told import is_visitor
from .meetings import Meetings
from .meetings_told import (
    councils_attended,
    day_with,
    kind_of_meeting,
    met_beside_council,
    nameless_met,
    progress_told,
)
from .people import NamedPerson
from .places import place_with, places_told
from .proposals import Proposal, ProposedFact, person_fact
from .told_sentence import ToldSentence


class MeetingsOnVisits(Meetings):
    """The sentences of one document, asked whom somebody met on a visit."""

    def _talks(self, visit: Proposal, number: int, told: ToldSentence, where: list[str] | None = None) -> None:
        """Propose a meeting at the stop of `visit`: talks with each by itself, a press conference with all.

        `where` has the places that the sentence names and nobody knows: if it is one alone, they met there.
        """
        kind, others = kind_of_meeting(told), self._met_at(visit, told)
        if others and kind != "press_conference":
            others = sorted([*others, *nameless_met(told)], key=lambda each: each.start)
        groups = [others] if kind == "press_conference" else [[each] for each in others]
        if kind == "council" and (met_besides := met_beside_council(told, others)):
            # “met Ms Berg on 3 April, and took part in the meeting of the Council”: it tells of both.
            self._talks_with(visit, number, told, "talks", [[each] for each in met_besides], where)
        if kind == "council" or (not others and any(not each.is_subject for each in told.unnamed)):
            # They met somebody of whom the text gives no name, or all who sit there.
            groups = [[]] if kind == "council" else [told.without_a_name(subjects=False)]
        self._talks_with(visit, number, told, kind, groups, where)

    def _met_at(self, visit: Proposal, told: ToldSentence) -> list[NamedPerson]:
        """Return whom a sentence names as met on a visit: nobody who travels along.

        Behind a verb of travelling that is whoever stands behind a word of meeting: “visited Tokyo with Mr Kono, where
        he met Mr Abe”; whoever stands before it, where the sentence tells a meeting at all.
        """
        others = [each for each in told.people if not is_visitor(each, visit)]
        verb = words_of_journeys.TRAVELLED.search(told.sentence.text)
        end = told.sentence.start + verb.end() if verb else None
        return [
            each
            for each in others
            if not told.is_in_company(each)
            and (end is None or (told.is_met_behind(end, each) if each.start >= end else told.tells_meeting))
        ]

    def _talks_with(
        self,
        visit: Proposal,
        number: int,
        told: ToldSentence,
        kind: str,
        groups: list[list[NamedPerson]],
        where: list[str] | None,
    ) -> None:
        """Propose a meeting at the stop of `visit` with each of these groups."""
        everybody = [one.start for group in groups for one in group]
        visitors = [person_fact("visitor", each) for each in told.people if is_visitor(each, visit)]
        visitors = visitors or visit.of("visitor")
        for group in groups:
            interlocutors = [person_fact("interlocutor", each) for each in group]
            if told_before := self._told_before(visit, told, kind, interlocutors):
                told_before.passages.append(told.passage)
                self.met.setdefault(number, []).append(told_before)
                continue
            meeting = self._new("meeting", told, kind, visit.number)
            planned = visit.status if visit.status == "planned" else ""
            meeting.status = visit.status if told.says(words_of_journeys.TRAVELLED) else progress_told(told) or planned
            meeting.add([day_with(told, group), *visitors, *interlocutors])
            if kind == "council":
                meeting.add(councils_attended(told))
            unknown = [ProposedFact("place", each, value=each) for each in where or [] if len(where or []) == 1]
            met_at = [place_with(told, each.start, each.end, everybody) for each in group[-1:]]
            there = met_at[0] if met_at and kind != "press_conference" else places_told(told)
            meeting.add([each for each in (*there, *unknown) if _is_stop(each, visit)][:1])
            if not told.is_recalled:
                self.met.setdefault(number, []).append(meeting)
            self._then_to_the_press(meeting, told)

    def _told_before(
        self, visit: Proposal, told: ToldSentence, kind: str, interlocutors: list[ProposedFact]
    ) -> Proposal | None:
        """Return the meeting at `visit` of the same people of which the text goes on to speak, without another day."""
        names = {each.name for each in interlocutors}
        for meeting in self._of_kind("meeting"):
            same = (meeting.owner, meeting.variant) == (visit.number, kind)
            if same and names and told.day is None and {each.name for each in meeting.of("interlocutor")} == names:
                return meeting
        return None


def _is_stop(place: ProposedFact, visit: Proposal) -> bool:
    return (place.known, place.value) in {(each.known, each.value) for each in visit.of("stop")}
