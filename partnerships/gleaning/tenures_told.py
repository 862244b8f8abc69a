"""What one sentence tells of an office: whose appointment, to which one, on which day, since when."""

import re
from collections.abc import Iterator

from partnerships import dates
from partnerships.folding import fold

from . import words_of_decisions, words_of_lists, words_of_taking_office
from .days import DateInText
from .known_names import Known
from .people import NamedPerson
from .proposals import ProposedFact
from .told_sentence import ToldSentence
from .words_of_people import COURTESY

#: Nobody holds an office for more years.
LONGEST = 40
#: What may stand between a name and the office of whoever bears it: “the Ambassador of Japan to Belgium, H.E. Mr”.
BESIDE = re.compile(rf"[\s,]*{COURTESY}*")
#: What may stand between somebody who held an office and the verb: not “would have”, nor “’s adviser”.
IS_HOLDER = re.compile(r"\s*(?:,?\s*(?:who|qui)\b|,[^,;]*,)?\s*(?:(?:also|later|then|aussi|ensuite|auparavant)\s+)?")


def offices_by_title(told: ToldSentence) -> dict[Known | str, ProposedFact]:
    """Return the office with which each person is named in a sentence, by the record or the folded name."""
    found = {}
    for person in told.people:
        for each in told.mentions:
            first, last = sorted([(each.start, each.end), (person.start, person.end)])
            between = told.sentence.passage(first[1], last[0]) if first[1] <= last[0] else "…"
            left = words_of_taking_office.OUTGOING.search(told.sentence.passage(told.sentence.start, first[0]))
            if each.known.kind == "office" and BESIDE.fullmatch(between) and not left:
                found[person.known or fold(person.name)] = ProposedFact("office", each.text, each.known)
    return found


def appointment_told(told: ToldSentence) -> NamedPerson | None:
    """Return whose appointment a sentence tells as a noun: “the appointment of Ms Berg as Ambassador”."""
    text, start = told.sentence.text, told.sentence.start
    his, noun = words_of_taking_office.HIS_APPOINTMENT.search(text), words_of_taking_office.APPOINTMENT_OF.search(text)
    if his and words_of_taking_office.AS_OFFICE.match(text[his.end() :].lstrip()):
        return next((each for each in reversed(told.people) if each.end <= start + his.start()), None)
    named = [each for each in told.people if noun and each.start >= start + noun.end()]
    if not named:
        return None
    offices = {each.start - start for each in told.mentions if each.known.kind == "office"}
    behind = named[0].end - start
    as_office = words_of_taking_office.AS_OFFICE.search(text, behind)
    # « a nommé Mme Berg ambassadrice »: the office may stand right behind the name.
    at_once = words_of_decisions.AMBASSADOR.match(text, behind + 1) or behind + 1 in offices
    return named[0] if as_office or at_once else None


def is_given_another(told: ToldSentence, person: NamedPerson) -> bool:
    """Whether somebody is given what is no office of the register: “the appointment of Ms Berg as Representative”."""
    text, start = told.sentence.text, told.sentence.start
    noun = words_of_taking_office.APPOINTMENT_OF.search(text)
    as_office = words_of_taking_office.AS_OFFICE.search(text, person.end - start) if noun else None
    if as_office is None:
        return False
    at = start + as_office.end()
    known = any(each.known.kind == "office" and each.start >= at for each in told.mentions)
    return not known and not words_of_decisions.AMBASSADOR.search(text[as_office.end() : as_office.end() + 60])


def stands_right_behind(told: ToldSentence, at: int, office: str) -> bool:
    """Whether an office is the one that the verb before `at` gives: “has been, since 2018, Ambassador of Japan”."""
    begun = told.sentence.text.find(office, at)
    return begun >= 0 and words_of_taking_office.RIGHT_BEFORE.fullmatch(told.sentence.text, at, begun) is not None


def from_then_on(told: ToldSentence) -> ProposedFact | None:
    """Return the period that began on the day of a sentence, of several on the first behind the verb, and goes on."""
    verb, day = words_of_taking_office.TOOK_OFFICE.search(told.sentence.text), told.day
    if verb and len(told.days) > 1:
        behind = [each for each in told.days if each.is_day and each.start >= told.sentence.start + verb.end()]
        day = next((each for each in behind if not is_since(told, each)), day)
    return ProposedFact("period", day.text, value=f"{day.notation}/..") if day and "/" not in day.notation else None


def day_behind(told: ToldSentence, end: int) -> DateInText | None:
    """Return the day that stands first behind a verb, else that of the sentence."""
    behind = (each for each in told.days_of_it if each.start >= told.sentence.start + end)
    return next(behind, told.day)


def is_since(told: ToldSentence, day: DateInText) -> bool:
    return bool(words_of_decisions.SINCE.search(told.sentence.passage(told.sentence.start, day.start)))


def office_given(told: ToldSentence, kind: str, person: NamedPerson) -> ProposedFact | None:
    """Return the office that a sentence says somebody takes: given, it stands behind the verb; held, before it."""
    text, start = told.sentence.text, told.sentence.start
    verb = words_of_taking_office.VERBS.get(kind, words_of_taking_office.TOOK_OFFICE).search(text)
    accredited = words_of_taking_office.ACCREDITED_AS.search(text)
    noun = (
        (words_of_taking_office.HIS_APPOINTMENT.search(text) or words_of_taking_office.APPOINTMENT_OF.search(text))
        if appointment_told(told)
        else None
    )
    if verb is None and noun is None:
        return None
    at = start + (accredited.end() if accredited else verb.start() if verb else 0)
    named = [each for each in told.mentions if each.known.kind == "office"]
    if noun and verb is None:
        as_office = words_of_taking_office.AS_OFFICE.search(text, max(person.end - start, noun.start()))
        given = [each for each in named if each.start >= (start + as_office.end() if as_office else person.end)]
    else:
        given = [each for each in named if (each.start > at) == (kind != "credentials" or accredited is not None)]
        if kind == "credentials":
            # Of whoever received them before, the office is not theirs.
            host = max((each.end for each in told.people if each.end <= person.start), default=0)
            given = [each for each in given if each.start >= host]
    return ProposedFact("office", given[0].text, given[0].known) if given else None


def period_held(found: re.Match[str]) -> str:
    """Return when somebody held an office, as a date is stored: of whom no end is said it is not known."""
    try:
        first, last = (dates.read(each) if each else None for each in (found["start"] or found["since"], found["end"]))
    except dates.DateError:
        return ""
    if first and last:
        # “(1940–2008)” is when somebody lived.
        is_life = last.sort_key[0].year - first.sort_key[0].year > LONGEST
        return "" if is_life else f"{first.edtf}/{last.edtf}"
    return f"{first.edtf}/{'..' if found['since'] or found['now'] else ''}" if first else ""


def periods_in_office(told: ToldSentence) -> Iterator[tuple[NamedPerson, ProposedFact, ProposedFact]]:
    """Yield who held which office from one day to another, as a sentence says: “served as …, from … to”."""
    text, start = told.sentence.text, told.sentence.start
    for each in told.mentions:
        held = words_of_lists.FROM_TO.match(text, each.end - start) if each.known.kind == "office" else None
        verb = words_of_taking_office.SERVED.search(text, 0, each.start - start)
        beside = [one for one in told.people if BESIDE.fullmatch(told.sentence.passage(one.end, each.start))]
        before = told.before(verb.start()) if verb else []
        people = [one for one in before if IS_HOLDER.fullmatch(text, one.end - start, verb.start())] if verb else beside
        period = period_held(held) if held and people else ""
        if held and "/" in period.strip("/."):
            days = ProposedFact("period", held.group().strip(" ():,;."), value=period)
            yield people[-1], ProposedFact("office", each.text, each.known), days
