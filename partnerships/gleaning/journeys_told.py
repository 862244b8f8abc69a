"""What one sentence tells of a journey: by which verb, who went, whom they visited, and from when to when."""

import re

from . import words_of_journeys, words_of_meetings, words_of_recalling, words_of_taking_office
from .known_names import Mention
from .meetings_told import is_same_person, progress_told, was_to_travel
from .officials import UnnamedParty
from .people import NamedPerson
from .proposals import Proposal, ProposedFact
from .told_sentence import ToldSentence
from .words_of_days import PAST
from .words_of_people import ADDRESSED_FIRST, COURTESY


def gone_on_to(told: ToldSentence) -> ProposedFact | None:
    """Return the days of a journey of which one sentence tells two stops: “on 24 June, then to Ghent on 25 June”."""
    first = last = None
    for day, then in zip(told.days, told.days[1:], strict=False):
        between = told.sentence.passage(day.end, then.start)
        then_to = words_of_journeys.THEN_TO.match(between)
        # “visited Brussels on 5 January and Paris on 6 January”: what stands there is a place, and nobody.
        there = any(told.is_where(each) and day.end <= each.start < then.start for each in told.mentions)
        if then_to and (then_to["to"] or there) and 0 <= (then.first - day.last).days <= 1:
            first, last = first or day, then
        elif first:
            break
    if first is None or last is None:
        return None
    return ProposedFact("period", told.sentence.passage(first.start, last.end), value=f"{first.first}/{last.last}")


#: What may stand beside “and” between two who travel together, but for their titles and whose they are.
_BESIDE_AND = re.compile(rf"\b{COURTESY}|\b(?:of|for|the|du|des?|la|le|les)\b|\b[dl][’']|[\s,()]", re.IGNORECASE)
#: Behind it stands somebody who does not travel: “at the invitation of”, “unlike”.
_OF_ANOTHER = re.compile(
    r"\b(?:of|by|with|to|from|for|(?:un)?like|avec|de|du|par|pour|à|au|d[’'])(?: the| la| le| l[’'])?\s*\Z",
    re.IGNORECASE,
)


#: What may stand between whoever goes and the verb; and between a name and the title of the same person.
_RIGHT_BEFORE = re.compile(r"\s*(?:(?:also|then|later|has|had|will|s[’']est|ensuite|a|est)\s*)*", re.IGNORECASE)
_APPOSED = re.compile(r"[\s,(]*(?:(?:the|le|la|as|en tant que)\s+|l[’'])?(?:\w+\s){0,2}", re.IGNORECASE)


def travels(told: ToldSentence) -> re.Match[str] | None:
    """Return the verb by which a sentence tells of a journey; none of one that it only speaks of, or looks back on."""
    verb = words_of_journeys.TRAVELLED.search(told.sentence.text) or was_to_travel(told)
    if verb is None and told.says(words_of_journeys.CANCELLED):
        verb = words_of_journeys.VISIT.search(told.sentence.text)
    # Whoever arrives to take up a post pays no visit; where “his visit to the region” led, the text says elsewhere.
    if (
        verb is None
        or words_of_journeys.REGION.match(told.sentence.text, verb.end())
        or told.says(words_of_journeys.THE_VISIT)
        or told.says(words_of_taking_office.TOOK_OFFICE)
        or (verb.group().lower().endswith(("summit", "sommet")) and told.says(words_of_journeys.FROM_AFAR))
        or _only_speaks_of(told, verb)
    ):
        return None
    return verb


def traveller(told: ToldSentence, verb: re.Match[str]) -> NamedPerson | None:
    """Return who went: the last one named before the verb, none of those who received them.

    Who visits stands before “visited”; before a noun, “during a visit”, or behind it.
    """
    start = told.sentence.start + verb.start()
    others = [each for each in told.people if not told.hosted or each.start < told.hosted[1]]
    before = next((each for each in reversed(told.before(verb.start())) if each in others), None)
    titles = [each for each in told.unnamed if each.is_subject and each.end <= start]
    if before and titles and _is_another(told, before, titles[-1], start):
        return told.as_person(titles[-1]) if titles[-1].is_one else None
    unnamed = [each for each in titles if each.is_one]
    if before is None and unnamed:
        return told.as_person(unnamed[-1])
    if before or words_of_journeys.WENT.match(verb.group()):
        return before
    return next(iter(others or told.people), None)


def _is_another(told: ToldSentence, before: NamedPerson, party: UnnamedParty, verb: int) -> bool:
    """Whether a title right before a verb is of somebody else than the one named before it.

    “After meeting Mr Abe in Tokyo, the Secretary General went”; not “Mr Abe, the Prime Minister, went”.
    """
    passage = told.sentence.passage
    is_behind = before.end <= party.start and not _APPOSED.fullmatch(passage(before.end, party.start))
    return is_behind and bool(_RIGHT_BEFORE.fullmatch(passage(party.end, verb)))


def travel_together(told: ToldSentence, visitor: NamedPerson) -> list[NamedPerson]:
    """Return of whom a sentence says by “and” that they travel: “Mr Abe and Mr Kono visited”, the last of them last."""
    together = [visitor]
    for each in reversed([one for one in told.people if one.name and one.end <= visitor.start]):
        joined = _between(told, each, together[0]) in (("and", "et") if len(together) == 1 else ("", "and", "et"))
        before = told.sentence.passage(told.sentence.start, each.start)
        leads = re.sub(rf"(?:{COURTESY}|{re.escape(each.title)}|\s)+\Z", "", before)
        if not joined or words_of_recalling.MAIN.search(before) or _OF_ANOTHER.search(leads):
            break
        together.insert(0, each)
    return together


def _between(told: ToldSentence, one: NamedPerson, other: NamedPerson) -> str:
    """Return what stands between two people but for their titles, their States and bodies, and signs."""
    between = told.sentence.passage(one.end, other.start)
    named = [each.text for each in told.mentions if one.end <= each.start and each.end <= other.start]
    for each in sorted(filter(None, (one.title, other.title, *named)), key=len, reverse=True):
        between = between.replace(each, "")
    return _BESIDE_AND.sub("", between).casefold()


def travels_afterwards(told: ToldSentence, verb: re.Match[str]) -> NamedPerson | None:
    """Return who travels where a sentence says so behind whom they met, by the same subject."""
    before = told.sentence.text[: verb.start()]
    met = words_of_meetings.MET.search(before)
    return told.subject if met and words_of_journeys.AND_THEN.search(before) else None


def is_of_visitor(told: ToldSentence, visit: Proposal) -> bool:
    """Whether a sentence is about the visitor, of whom the text has the title alone."""
    return any(is_visitor(told.as_person(each), visit) for each in told.unnamed if each.is_subject)


def is_visitor(person: NamedPerson, visit: Proposal) -> bool:
    return any(is_same_person(person, each) for each in visit.of("visitor"))


def is_of_another(told: ToldSentence, visit: Proposal) -> bool:
    """Whether a sentence names people, and not the visitor: “the visit of the President was cancelled”."""
    named = [*told.people, *(told.as_person(each) for each in told.unnamed)]
    return bool(named) and not any(is_visitor(each, visit) for each in named)


def is_among_others(told: ToldSentence, visit: Proposal) -> bool:
    """Whether a sentence says who met whom, and the visitor is neither: “Meanwhile, Mr Abe received Ms Berg”."""
    verb = words_of_meetings.MET.search(told.sentence.text)
    # “The Secretary General”, of whom nothing else is said, may be the visitor.
    everybody = [*told.people, *(told.as_person(each) for each in told.unnamed if each.is_introduced)]
    if verb is None or told.speaks_of_one_before or any(is_visitor(each, visit) for each in everybody):
        return False
    at = told.sentence.start + verb.start()
    subjects = [each for each in everybody if each.end <= at]
    addressed = ADDRESSED_FIRST.match(told.sentence.text, 0, verb.start())
    return bool(subjects or addressed) and len(everybody) > len(subjects)


def is_after(told: ToldSentence, visit: Proposal) -> bool:
    """Whether a sentence tells of what is yet to come, and the text has told that a visit was made."""
    made = visit.status != "planned" and any(map(PAST.search, visit.passages))
    return made and progress_told(told) == "planned"


def is_before(told: ToldSentence, visit: Proposal) -> bool:
    """Whether a sentence says without a day whom somebody had met, and the visit is yet to come."""
    over = visit.status == "planned" and told.day is None and told.says(words_of_meetings.HAVE_MET)
    return over and progress_told(told) != "planned"


def _only_speaks_of(told: ToldSentence, verb: re.Match[str]) -> bool:
    """Whether a sentence speaks of a visit without telling it: “to prepare the visit of the Secretary General”."""
    return not words_of_journeys.WENT.match(verb.group()) and bool(
        words_of_journeys.NO_VISIT.search(told.sentence.text[: verb.start()])
    )


def visits_a_body(told: ToldSentence, verb: re.Match[str]) -> bool:
    """Whether it is a body that is visited, whose name stands right behind the verb."""
    text, start = told.sentence.text, told.sentence.start
    bodies = [each for each in told.mentions if each.known.kind == "organization" and each.start - start >= verb.end()]
    return any(words_of_journeys.TO_A_BODY.match(text[verb.end() : each.start - start]) for each in bodies)


def is_state(fact: ProposedFact) -> bool:
    return fact.known is not None and fact.known.kind == "state"


def halts(mentions: list[Mention]) -> list[Mention]:
    """Return places, each once: of those named at one spot, the first."""
    spots: dict[int, Mention] = {}
    for each in mentions:
        spots.setdefault(each.start, each)
    return list({each.known: each for each in spots.values()}.values())
