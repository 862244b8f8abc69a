"""Texts that were signed: which one, by whom, on which day, since when it is in force, and what it is about."""

import re

from partnerships.folding import fold

from . import words_of_agreements, words_of_decisions, words_of_journeys, words_of_meetings
from .people import NamedPerson, family_name
from .places import known_places
from .proposals import Proposal, ProposedFact, dated_beside, dated_fact, fact_of, facts_of, person_fact
from .tenures import Tenures
from .told_sentence import ToldSentence

#: What stands between “we” and a title or a name.
_LEADS_TO_A_TITLE = re.compile(r"\A,?\s*(?:(?:the|le|la)\s+|l[’'])?(?:(?:Mrs?|Ms|M|Mme)\.?\s+|NATO\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:(?:the|le|la)\s+|l[’'])?", re.IGNORECASE)
#: So many make a statement together, and so many words has a line that says no more than where and when.
_TWO, _WORDS_OF_A_DATELINE = 2, 6
#: How many of the first sentences may tell again of the text of which the heading tells.
_BEHIND_THE_HEADING = 4


class Agreements(Tenures):
    """The sentences of one document, asked what was signed."""

    def _agreements(self) -> None:
        for number, told in enumerate(self.told):
            if number == 0 and self._is_issued_together(told):
                continue
            kind, verb = told.text_signed, _signed(told)
            states = facts_of(told, "partners", "state") or [fact_of(told, "partners", self.spoken_of)]
            heading = number == 0 and self.day is not None and not told.days
            right_before = self._day_right_before(number) or self._signed_by_now(number, verb)
            right_before = right_before if not told.days and not heading else None
            if not kind or verb is None or not (told.days or heading or right_before) or states == [None]:
                continue
            met = words_of_meetings.MET.search(told.sentence.text)
            met_first = met is not None and met.start() < verb.start()
            if not (told.says(words_of_journeys.TRAVELLED) or told.says(words_of_meetings.AFTER_TALKS) or met_first):
                self.used.add(number)
            # “The Agreement was signed at Headquarters by”: the one of which the text told last, whatever its kind.
            last = [each for each in self._of_kind("agreement") if told.says(words_of_agreements.THE_TEXT)][-1:]
            alike = [each for each in self._of_kind("agreement") if each.variant == kind]
            agreement = next((each for each in [*alike, *last] if _may_be_of(told, each)), None)
            if agreement and number <= _BEHIND_THE_HEADING and not told.is_recalled:
                # The heading told of it; the text says who signed it, and where.
                agreement.passages.append(told.passage)
            else:
                agreement = self._new("agreement", told, kind)
            date = ProposedFact("date", self.day.text, value=self.day.notation) if heading and self.day else None
            if not agreement.first("date"):
                agreement.add([date or dated_beside(told, "date", verb.start()) or right_before])
            agreement.add([*states, *facts_of(told, "organization", "organization")[:1]])
            agreement.add(ProposedFact("place", each.text, each.known) for each in known_places(told)[:1])
            agreement.add(
                person_fact("signatory", each) for each in _signatories(told, verb, met if met_first else None)
            )
            agreement.add(person_fact("signatory", each) for each in self._both_before(number) if right_before)
            for each in self._about_the_text(number):
                self.signed |= {self.told.index(each)}
                if each is not told and (by := words_of_agreements.SIGNED_BY.search(each.sentence.text)):
                    at = each.sentence.start + by.end()
                    agreement.add(person_fact("signatory", one) for one in each.people if one.start >= at)
                agreement.add([_of_years(each, told)])
                if areas := facts_of(each, "areas", "area"):
                    agreement.add(areas)
                    agreement.passages += [each.passage] if each is not told else []
                agreement.add([_in_force(each, agreement.first("date"))])

    def _signed_by_now(self, number: int, verb: re.Match[str] | None) -> ProposedFact | None:
        """Return until when people signed of whom a text tells so without a day: the day of the document."""
        told = self.told[number]
        if self.day is None or verb is None or told.is_recalled or not 0 < number <= _BEHIND_THE_HEADING:
            return None
        another_time = told.says(words_of_journeys.ANOTHER_TIME) or not told.says(words_of_agreements.BY_HAND)
        if another_time or not _signatories(told, verb, None):
            return None
        return ProposedFact("date", self.day.text, value=f"[..{self.day.notation}]")

    def _both_before(self, number: int) -> list[NamedPerson]:
        """Return the two of whom the sentence before told, where this one says “they” or “the two leaders”."""
        told, before = self.told[number], self.told[max(number - 1, 0)]
        both = told.says(words_of_meetings.THEY) or told.says(words_of_decisions.BOTH)
        return before.people if both and not told.people and len(before.people) == _TWO else []

    def _day_right_before(self, number: int) -> ProposedFact | None:
        """Return the day of what the sentence before tells, where the text goes on about the same people."""
        told, before = self.told[number], self.told[max(number - 1, 0)]
        days = {each.notation for each in before.days if each.is_day}
        same = {each.known for each in told.people if each.known} & {each.known for each in before.people}
        same = same or self._both_before(number)
        return (
            dated_fact(before, "date")
            if len(days) == 1 and same and told.says(words_of_agreements.HAVE_SIGNED)
            else None
        )

    def _is_issued_together(self, heading: ToldSentence) -> bool:
        """Propose the text that the document itself is, in which two sides say “we”: who they are, and of what."""
        ours = [each for each in self.told if each.says(words_of_meetings.WE)]
        kind = next((kind for kind, pattern in words_of_agreements.TEXTS.items() if heading.says(pattern)), "")
        first = next((each for each in ours if len(each.people) > 1 and _begins_with_us(each)), None)
        told_of = any(each.text_signed == kind for each in self.told[1:])
        issued = words_of_agreements.ISSUED.match(self.told[1].sentence.text) if len(self.told) > 1 else None
        if first is None and not told_of and (issued or words_of_agreements.STATEMENT_OF.match(heading.sentence.text)):
            first = self._whose_statement(heading)
            # What such a text says of no other day it sets out: “NATO and Japan will work together on”.
            ours = [each for each in self.told[1:] if not (each.is_recalled or each.days) and _is_of_both(each)]
        if kind != "declaration" or first is None:
            return False
        states = facts_of(heading, "partners", "state") or facts_of(first, "partners", "state")
        states = states or [each for each in map(self._sent_by, _as_signatories(first)) if each]
        if not states:
            return False
        agreement = self._new("agreement", heading, kind)
        agreement.add([self._date_of_all(), *states])
        above = [heading, first, *self.told[1:_BEHIND_THE_HEADING]]
        bodies = [one for each in above for one in facts_of(each, "organization", "organization")]
        agreement.add(bodies[:1])
        dateline = [each for each in above if len(each.sentence.words) <= _WORDS_OF_A_DATELINE and each.days]
        places = [one for each in (first, *dateline) for one in facts_of(each, "place", "place")]
        agreement.add([*places[:1], *_as_signatories(first)])
        agreement.passages.append(first.passage)
        for each in ours:
            agreement.add(facts_of(each, "areas", "area"))
            if each.known("area"):
                self.signed.add(self.told.index(each))
                agreement.passages.append(each.passage)
        return True

    def _whose_statement(self, heading: ToldSentence) -> ToldSentence | None:
        """Return the sentence that names those whose statement a heading says it is: itself, or the next one.

        “Joint Statement of the Prime Minister of Japan and the Secretary General”: the next has their names.
        """
        if len(heading.people) == _TWO:
            return heading
        named = (each for each in self.told[1:_BEHIND_THE_HEADING] if len(each.people) == _TWO)
        first, offices = next(named, None), [each for each in heading.mentions if each.known.kind == "office"]
        issued = first is not None and (
            words_of_agreements.ISSUED.match(first.sentence.text) or first.says(words_of_agreements.THE_FOLLOWING)
        )
        return first if (len(offices) == _TWO or issued) and first and not first.says(words_of_meetings.WE) else None

    def _date_of_all(self) -> ProposedFact | None:
        """Return when the document was issued: its day, else the month that stands alone above its text."""
        if self.day:
            return ProposedFact("date", self.day.text, value=self.day.notation)
        above = [each for each in self.told[1:_BEHIND_THE_HEADING] if len(each.days) == 1 and not each.people]
        lines = [each for each in above if len(each.sentence.words) <= _WORDS_OF_A_DATELINE]
        return dated_fact(lines[0], "date") if lines else None

    def _about_the_text(self, number: int) -> list[ToldSentence]:
        """Return the sentence that tells that a text was signed, and those right behind that go on about it."""
        about = [self.told[number]]
        for each in self.told[number + 1 : number + 3]:
            of_it = any(each.says(one) for one in (words_of_agreements.IN_FORCE, words_of_agreements.OF_THE_TEXT))
            goes_on = each.says(words_of_meetings.IT) and (len(about) > 1 or of_it)
            if each.says(words_of_agreements.THE_TEXT) or goes_on:
                about.append(each)
        return about


def _may_be_of(told: ToldSentence, agreement: Proposal) -> bool:
    """Whether a sentence tells of no other day than that of an agreement."""
    date = agreement.first("date")
    return date is None or not told.days or any(each.notation == date.value for each in told.days)


def _of_years(told: ToldSentence, signed: ToldSentence) -> ProposedFact | None:
    """Return the years for which a sentence says that a programme is: “covers 2023-2026”, « pour 2023 à 2025 »."""
    years = words_of_agreements.FOR_THE_YEARS.search(told.sentence.text) if signed.text_signed == "programme" else None
    return ProposedFact("period", years["years"], value=f"{years['first']}/{years['last']}") if years else None


def _as_signatories(told: ToldSentence) -> list[ProposedFact]:
    return [person_fact("signatory", each) for each in told.people]


def _signed(told: ToldSentence) -> re.Match[str] | None:
    """Return the verb by which a sentence tells that a text was signed; none of one that it only reminds of."""
    text = told.sentence.text
    found = words_of_agreements.SIGNED.finditer(text)
    return next((each for each in found if not words_of_agreements.EARLIER_TEXT.search(text[: each.start()])), None)


def _signatories(told: ToldSentence, verb: re.Match[str], met: re.Match[str] | None) -> list[NamedPerson]:
    """Return who signed: those before the verb, or behind “signed by”; of those met before, who is named again."""
    start = told.sentence.start
    if by := words_of_agreements.SIGNED_BY.search(told.sentence.text):
        return [each for each in told.people if each.start >= start + by.end()]
    if words_of_agreements.GLAD_OF.match(verb.group()):
        return []
    if met is None:
        beside = words_of_agreements.SIGNED_WITH.search(told.sentence.text, verb.end())
        behind = [each for each in told.people if beside and each.start >= start + beside.end()]
        if beside and not behind:
            # « a signé avec le Secrétaire général de l’OTAN un accord »: whoever holds that office.
            offices = [each for each in told.mentions if each.known.kind == "office"]
            behind = [
                NamedPerson(each.text, "", each.start, each.end, each.known)
                for each in offices
                if _ARTICLE.fullmatch(told.sentence.passage(start + beside.end(), each.start))
            ]
        # “Mr Stoltenberg noted that Mr Abe had signed”: whoever says so did not.
        said = [each.end() for each in words_of_decisions.SAID_THAT.finditer(told.sentence.text, 0, verb.start())]
        first = start + max(said, default=0)
        return [
            *(each for each in told.people if first <= each.start and each.end <= start + verb.start()),
            *behind[:1],
        ]
    # “He met X and Y, and signed an agreement with Y”: who was met before is none who signed.
    signed, behind = start + verb.start(), set(fold(told.sentence.text[verb.end() :]).split())
    named_again = [each for each in told.people if each.start < signed and family_name(each.name) in behind]
    others = [each for each in told.people if each.start > signed]
    return [*(each for each in told.people if each.end <= start + met.start()), *named_again, *others]


def _in_force(told: ToldSentence, signed: ProposedFact | None) -> ProposedFact | None:
    """Return the period that begins on the day on which a sentence says that the text comes into force."""
    begins, start = words_of_agreements.IN_FORCE.search(told.sentence.text), told.sentence.start
    if begins is None:
        return None
    day = next((each for each in told.days if each.is_day and each.start >= start + begins.end()), None)
    if day is not None:
        return ProposedFact("period", day.text, value=f"{day.notation}/")
    at_once = words_of_agreements.ON_SIGNATURE.match(told.sentence.text[begins.end() :].lstrip(" ,"))
    on_one_day = signed is not None and "/" not in signed.value and "." not in signed.value
    passage = told.sentence.text[begins.start() : begins.end()]
    return ProposedFact("period", passage, value=f"{signed.value}/") if signed and at_once and on_one_day else None


def _begins_with_us(told: ToldSentence) -> bool:
    """Whether “we” are those whom the sentence names right behind: “We, the Prime Minister of Japan, Mr …”."""
    we, first = words_of_meetings.WE.search(told.sentence.text), told.people[0]
    behind = _LEADS_TO_A_TITLE.sub("", told.sentence.text[we.end() :]) if we else ""
    return bool(behind) and behind.lower().startswith((first.title.lower() or first.name.lower(), first.name.lower()))


def _is_of_both(told: ToldSentence) -> bool:
    """Whether a sentence is about those who speak together, or what they agreed: not “The threat to shipping grows”."""
    words = (words_of_decisions.AGREED, words_of_decisions.BOTH, words_of_meetings.WE)
    return any(map(told.says, words)) or len(set(told.known("state", "organization"))) > 1
