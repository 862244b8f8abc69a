"""What the sentences around a meeting say of it: of what people spoke there, who else took part, who led them."""

from . import words_of_agreements, words_of_decisions, words_of_journeys, words_of_meetings, words_of_taking_office
from .days import span
from .going_on import NEAR
from .meetings import LEAD
from .meetings_on_visits import MeetingsOnVisits
from .meetings_told import identified_by, kind_of_meeting, progress_told
from .people import titles_alone
from .proposals import Proposal, ProposedFact, dated_fact, facts_of, person_fact
from .told_sentence import ToldSentence


class Talks(MeetingsOnVisits):
    """The sentences of one document, asked what they add to the meetings of which it tells."""

    def _spoke_about(self) -> None:
        """Add the areas of which people spoke to the meeting of which the text tells, there or right before."""
        for number, told in enumerate(self.told):
            areas = facts_of(told, "areas", "area")
            if not areas or told.is_recalled or told.says(words_of_decisions.AGREED):
                continue
            last = next((each for each in range(number, max(number - NEAR, 0) - 1, -1) if each in self.met), None)
            last = self._before_the_press(last, told) if last is not None else None
            for meeting in self.met.get(last, []) if last is not None else []:
                consulted = number == last and meeting.variant == "consultation"
                near = number - (last or 0) <= 2 or told.says(words_of_decisions.BOTH)
                spoke_there = consulted or (near and told.says(words_of_meetings.DISCUSSED))
                spoke_there = spoke_there or (number == last and _spoke_right_there(told, meeting))
                nameless = bool(self.nameless.get(meeting.number)) and self._nameless_speaks(told, meeting)
                if number != last and (_is_on_another_day(told, meeting) or _is_by_others(told, meeting)):
                    continue
                goes_on = not any(_tells_another(each) for each in self.told[(last or 0) + 1 : number])
                if spoke_there or nameless or (goes_on and _speak_there(told, meeting)):
                    meeting.add(areas)
                    meeting.passages += [] if number == last else [told.passage]

    def _before_the_press(self, number: int, told: ToldSentence) -> int:
        """Return the sentence that tells of the talks of which a text goes on behind the press conference on them."""
        conference = self.met[number]
        if not told.says(words_of_decisions.BOTH) or any(each.variant != "press_conference" for each in conference):
            return number
        present = {identified_by(each) for each in _present(conference[0])}
        before = (each for each in range(number - 1, max(number - LEAD, 0) - 1, -1) if each in self.met)
        talks = next(before, None)
        same = talks is not None and {identified_by(each) for each in _present(self.met[talks][0])} == present
        return talks if talks is not None and same else number

    def _spoke_on_that_occasion(self) -> None:
        """Propose the talks of those who met as one presented credentials: “on this occasion, they discussed”.

        And the press conference that two gave together of whom the sentence before tells what they did that day.
        """
        for number, told in enumerate(self.told[1:], 1):
            before = self.told[number - 1]
            to_the_press = told.says(words_of_meetings.PRESS_CONFERENCE)
            spoke = to_the_press or (
                (told.says(words_of_meetings.DISCUSSED) or told.says(words_of_meetings.TALKS))
                and before.says(words_of_taking_office.CREDENTIALS)
            )
            dated = dated_fact(told, "date") or dated_fact(before, "date")
            if told.people or told.unnamed or not (spoke and told.says(words_of_meetings.THEY)) or dated is None:
                continue
            if told.is_recalled or before.is_recalled:
                continue
            met = self.met.get(number - 1, [])
            if to_the_press and len(met) == 1 and met[0].variant == "talks" and len(_present(met[0])) > 1:
                # “They held a press conference”: those of whom the sentence before tells that they met.
                conference = self._new("meeting", told, "press_conference", met[0].owner)
                conference.status = progress_told(told)
                conference.add([dated, *(each for each in met[0].facts if each.field not in ("areas", "date"))])
                self.met[number] = [conference]
            elif len(before.people) == 2 and number - 1 not in self.met and not list(self._of_kind("visit")):
                meeting = self._new("meeting", told, kind_of_meeting(told))
                meeting.passages.insert(0, before.passage)
                meeting.add([dated, *(person_fact("interlocutor", each) for each in before.people)])
                self._circumstances(meeting, before, meeting.of("interlocutor"))
                self.met[number] = [meeting]

    def _before_the_press_together(self) -> None:
        """Propose the press conference of two of which the document is the transcript, as its heading says."""
        heading = self.told[0] if self.told else None
        two = next((each for each in self.told[:2] if len(each.people) == 2), None)
        if heading is None or two is None or self.day is None or heading.days or two.days:
            return
        told_of = any(each.variant == "press_conference" for each in self._of_kind("meeting"))
        if heading.says(words_of_meetings.PRESS_CONFERENCE) and not told_of and not progress_told(two):
            meeting = self._new("meeting", heading, "press_conference")
            meeting.passages += [two.passage] if two is not heading else []
            meeting.add([ProposedFact("date", self.day.text, value=self.day.notation)])
            meeting.add(person_fact("interlocutor", each) for each in two.people)
            self._circumstances(meeting, two, meeting.of("interlocutor"))

    def _led(self, number: int) -> None:
        """Add to consultations who led the delegations to them, as one of the next sentences says."""
        for told in self.told[number : number + 4]:
            text, start = told.sentence.text, told.sentence.start
            for found in (*words_of_journeys.LED_BY.finditer(text), *words_of_journeys.LED.finditer(text)):
                passive = words_of_journeys.LED_BY.match(found.group()) is not None
                behind = [each for each in told.people if passive and each.start >= start + found.end()]
                before = [each for each in told.people if not passive and each.end <= start + found.start()]
                self.met[number][0].add(person_fact("interlocutor", each) for each in [*behind[:1], *before[-1:]])
                if told is not self.told[number] and (behind or before):
                    self.met[number][0].passages.append(text.strip())

    def _took_part(self) -> None:
        """Add to a meeting whoever the text says right behind it took part as well."""
        for number in [each for each, met in self.met.items() if len(met) == 1 and met[0].variant == "consultation"]:
            self._led(number)
        for number, told in enumerate(self.told):
            last = next((each for each in range(number - 1, max(number - 3, 0) - 1, -1) if each in self.met), None)
            if (
                last is not None
                and number not in self.met
                and not told.is_recalled
                and told.says(words_of_meetings.TOOK_PART)
                and len(self.met[last]) == 1
            ):
                present = [*told.people, *told.without_a_name(subjects=True)]
                self.met[last][0].add(person_fact("interlocutor", each) for each in present)
                self.met[last][0].passages.append(told.passage)

    def _nameless_speaks(self, told: ToldSentence, meeting: Proposal) -> bool:
        """Whether the sentence says what somebody said who was at the meeting and is called by the title alone."""
        said = words_of_meetings.SAID.search(told.sentence.text)
        subject = titles_alone(told.sentence.text[: said.start()]) if said else []
        return bool(subject) and not told.people and subject[0] in self.nameless[meeting.number]


def _spoke_right_there(told: ToldSentence, meeting: Proposal) -> bool:
    """Whether an area stands right behind what tells a meeting: « s’est entretenu avec M. Berg de la cyberdéfense ».

    Of several whom a sentence tells to have been met it is those behind the last verb: “was received by Mr Abe, and met
    Mr Kono on cyber defence”.
    """
    start, text = told.sentence.start, told.sentence.text
    verbs = [each for words in (words_of_meetings.MET, words_of_meetings.TALKS) for each in words.finditer(text)]
    ends = {each.end - start for each in (*told.people, *told.days, *told.mentions)} | {each.end() for each in verbs}
    leads = {found.end() for each in ends if (found := words_of_meetings.ON_WHAT.match(text, each))}
    areas = [each.start - start for each in told.mentions if each.known.kind == "area" and each.start - start in leads]
    if not areas:
        return False
    last = start + max((each.start() for each in verbs if each.start() < areas[0]), default=0)
    behind = {person_fact("", each).name.partition(":")[2] for each in told.people if last <= each.start}
    return not behind or bool(behind & {each.name.partition(":")[2] for each in _present(meeting)})


def _present(meeting: Proposal) -> list[ProposedFact]:
    return meeting.of("host", "interlocutor", "visitor")


def _tells_another(told: ToldSentence) -> bool:
    """Whether a sentence tells something else that happened, of which the text may speak from there on."""
    return bool(told.days) or any(
        told.says(each)
        for each in (words_of_journeys.TRAVELLED, words_of_agreements.SIGNED, words_of_decisions.DECIDED)
    )


def _speak_there(told: ToldSentence, meeting: Proposal) -> bool:
    """Whether the sentence says what somebody said who was at the meeting, and speaks of nobody else."""
    present = {each.name.partition(":")[2] for each in _present(meeting)}
    spoke = {person_fact("", each).name.partition(":")[2] for each in told.people}
    return bool(spoke) and spoke <= present and told.says(words_of_meetings.SAID)


def _is_by_others(told: ToldSentence, meeting: Proposal) -> bool:
    """Whether a sentence says of what others spoke, none of whom was at the meeting: “The press raised”."""
    text, start = told.sentence.text, told.sentence.start
    spoke = words_of_meetings.DISCUSSED.search(text)
    if spoke is None:
        return False
    before = [each for each in told.people if each.end <= start + spoke.start()]
    names = {person_fact("", each).name.partition(":")[2] for each in before}
    present = {each.name.partition(":")[2] for each in _present(meeting)}
    others = [each.end() for each in words_of_meetings.PRESS.finditer(text, 0, spoke.start())]
    others += [] if names & present else [each.end - start for each in before]
    return any(words_of_meetings.WHO_SPEAKS.fullmatch(text, end, spoke.start()) for end in others)


def _is_on_another_day(told: ToldSentence, meeting: Proposal) -> bool:
    """Whether a sentence tells of a day, and the meeting was on another."""
    date, day = meeting.first("date"), told.day
    if date is None or day is None or not day.is_day:
        return False
    first, last = span(date.value)
    return not (first <= day.first and day.last <= last)
