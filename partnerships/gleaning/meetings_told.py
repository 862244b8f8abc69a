"""What one sentence tells of a meeting: who of several, of what sort, on which day, and whether it took place."""

import re

from partnerships.folding import fold

from . import words_of_journeys, words_of_meetings
from .days import DateInText
from .known_names import Known, Mention
from .people import NamedPerson
from .places import places_told
from .proposals import ProposedFact, dated_fact, person_fact
from .told_sentence import ToldSentence

#: Between somebody and the day on which they were met: a place at most.
_ON_THAT_DAY = re.compile(
    r",?(?:\s+(?:in|at|à|au|en) [\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)?,?\s+(?:on |le )?\(?", re.IGNORECASE
)


def tells_of_two(told: ToldSentence, people: list[NamedPerson]) -> bool:
    """Whether a sentence says who met whom: two people, one and a State, a body or somebody unnamed, or two such."""
    if people:
        # « le ministre japonais s’est entretenu avec l’officier de liaison auprès du SHAPE »: of two, one is told.
        others = [each for each in told.others if not each.is_adjective and not told.is_accredited_to(each)]
        return len(people) > 1 or bool(others or told.unnamed) or told.is_of_the_author
    if body_that_met(told):
        return True
    if any(each.is_subject and each.title.startswith("delegation") for each in told.unnamed) and told.bodies:
        # « une délégation japonaise était reçue au siège de l’OTAN ».
        return True
    sent = any(each.title.startswith(("delegation", "counterpart", "homologue")) for each in told.unnamed)
    if kind_of_meeting(told) == "consultation":
        return len(told.others) > 1 or (bool(told.others) and (sent or told.says(words_of_journeys.DELEGATION)))
    return bool(told.others) and any(not each.is_subject for each in told.unnamed)


def lacks_its_subject(told: ToldSentence, people: list[NamedPerson]) -> bool:
    """Whether a sentence says whom “he” met, and nothing says who that is: those met did not meet each other."""
    verb, start = words_of_meetings.MET.search(told.sentence.text), told.sentence.start
    pronoun = words_of_meetings.OF_WHOM_IT_SPOKE.search(told.sentence.text, 0, verb.start()) if verb else None
    if verb is None or pronoun is None:
        return False
    subjects = [each for each in people if each.start < start + verb.start()]
    return not subjects and not any(each.is_subject for each in told.unnamed)


def nameless_met(told: ToldSentence) -> list[NamedPerson]:
    """Return who was met besides those with a name; of those met in several places, each stands for one."""
    if len({(each.known, each.value) for each in places_told(told)}) < 2:
        return told.without_a_name(subjects=False)
    return [told.as_person(each) for each in told.unnamed if each.is_one and not each.is_subject]


def day_with(told: ToldSentence, group: list[NamedPerson]) -> ProposedFact | None:
    """Return on which of several days of a sentence somebody was met: “Mr Park on 29 January, and Mr Yoon on 30”."""
    days = [each for each in told.days_of_it if each.is_day]
    council = words_of_meetings.ATTENDED.search(told.sentence.text) if not group else None
    if council and len({each.notation for each in days}) > 1:
        # “met Ms Berg on 3 April and took part in the meeting of the Council on 4 April”.
        behind = [each for each in days if each.start >= told.sentence.start + council.end()]
        days = behind[:1] or days
    # The day at another clock stands in brackets: “on September 24 (September 25, 7:10 a.m. JST)”.
    days = [each for each in days if not _is_aside(told, each)] or days
    if len(group) != 1 or len({each.notation for each in days}) < 2:
        return (
            ProposedFact("date", days[0].text, value=days[0].notation) if len(days) == 1 else dated_fact(told, "date")
        )
    person = group[0]
    behind = next((each for each in days if each.start >= person.end), None)
    before = next((each for each in reversed(days) if each.end <= person.start), None)
    right_behind = behind and _ON_THAT_DAY.fullmatch(told.sentence.passage(person.end, behind.start))
    day = behind if right_behind else before or behind
    return ProposedFact("date", day.text, value=day.notation) if day else None


def _is_aside(told: ToldSentence, day: DateInText) -> bool:
    """Whether a day stands between brackets."""
    before = told.sentence.passage(told.sentence.start, day.start)
    return before.count("(") > before.count(")")


def councils_attended(told: ToldSentence) -> list[ProposedFact]:
    """Return the body whose meeting the sentence says somebody attended."""
    found, start = words_of_meetings.ATTENDED.search(told.sentence.text), told.sentence.start
    at = start + found.end() if found else -1
    return [
        ProposedFact("organization", each.text, each.known)
        for each in told.mentions
        if each.known.kind == "organization" and each.start == at
    ][:1]


def met_beside_council(told: ToldSentence, others: list[NamedPerson]) -> list[NamedPerson]:
    """Return whom a sentence says somebody met before they attended the meeting of a council, or behind it."""
    text, start = told.sentence.text, told.sentence.start
    council = words_of_meetings.ATTENDED.search(text)
    verbs = [] if council is None else [each.span() for each in words_of_meetings.MET.finditer(text)]
    first, last = council.span() if council else (0, 0)
    return [
        each
        for each in others
        if any(end <= each.start - start and (each.end - start <= first or last <= begin) for begin, end in verbs)
    ]


def body_that_met(told: ToldSentence) -> Mention | None:
    """Return the body of which a sentence says that it met States: “the Council met with Japan and Australia”."""
    verb, start = words_of_meetings.MET.search(told.sentence.text), told.sentence.start
    if verb is None or not any(each.start >= start + verb.end() for each in told.parties):
        return None
    before = (each for each in told.bodies if told.sentence.passage(each.end, start + verb.start()).strip() == "")
    return next((each for each in before if each.end <= start + verb.start()), None)


def kind_of_meeting(told: ToldSentence) -> str:
    if told.says(words_of_meetings.CALL):
        return "call"
    if told.says(words_of_meetings.PRESS_CONFERENCE) and not told.says(words_of_meetings.THEN_TO_THE_PRESS):
        return "press_conference"
    body = body_that_met(told)
    if councils_attended(told) or (body and words_of_meetings.COUNCIL.search(body.text)):
        return "council"
    if told.says(words_of_meetings.CONSULTED):
        return "consultation"
    return "ceremony" if told.says(words_of_meetings.CEREMONY) and not told.says(words_of_meetings.TALKS) else "talks"


def was_to_travel(told: ToldSentence) -> re.Match[str] | None:
    """Return by which words a sentence tells that somebody was to travel, and of nothing that was."""
    text, found = told.sentence.text, words_of_journeys.WAS_TO.search(told.sentence.text)
    if found is None or words_of_journeys.TRAVELLED.search(text):
        return None
    told_before = (words_of_meetings.HAVE_MET, words_of_meetings.SAID)
    return None if any(each.search(text, 0, found.start()) for each in told_before) else found


def progress_told(told: ToldSentence) -> str:
    """Return whether what a sentence tells is yet to come, or did not take place; empty where it was held."""
    if told.says(words_of_journeys.CANCELLED):
        return "cancelled"
    return "planned" if told.says(words_of_journeys.PLANNED) or was_to_travel(told) else ""


def is_same_person(person: NamedPerson, fact: ProposedFact | None) -> bool:
    """Whether somebody named is the person of a fact, whom the register may not know."""
    found = person_fact("", person)
    return fact is not None and identified_by(found) == identified_by(fact)


def identified_by(fact: ProposedFact) -> tuple[Known | None, str]:
    """Return what tells somebody from others: whom the register knows, or the folded name."""
    return fact.known, fold(fact.value or ("" if fact.known else fact.styled))
