"""Where something took place, as a sentence says: places that the register knows, and those that it does not."""

import re
from collections.abc import Iterable, Iterator

from partnerships.dates.month_and_season_names import MONTHS, WEEKDAYS

from . import words_of_agreements, words_of_journeys, words_of_meetings
from .demonyms import is_adjective
from .known_names import Mention
from .proposals import ProposedFact
from .told_sentence import ToldSentence
from .words_of_people import IS_BODY, IS_TITLED

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2}"
#: What stands between a verb of travelling and the place: “to”, « à », “the Mongolian capital”.
_PLACE = re.compile(
    rf"\s+(?:(?:to|in|à|au|aux|en)\s+)?(?:(?:the|la) (?:\w+ )?capitale?(?: \w+)?,? )?(?P<name>{_NAME})"
    rf"(?P<more>(?:(?:, | and (?:to |in )?| et (?:à |en )?){_NAME})*)"
)
_MORE = re.compile(rf"(?:, | and (?:to |in )?| et (?:à |en )?)(?P<name>{_NAME})")
#: A place with which a sentence begins, “In Canberra, …”, and one within it, « s’est entretenu à Séoul ».
_FIRST = re.compile(rf"\s*(?:In|At|À|A)\s+(?P<name>{_NAME})")
_BEGINS_WITH_PLACE = re.compile(r"\A\W*(?:In|At|À|A|En|Au)\s+\Z")
_WITHIN = re.compile(rf"(?<![\w’'-])(?P<word>in|à|to)\s+(?P<name>{_NAME})(?![\w’'-]|\s*\d)")
#: What follows a town of which the sentence goes on to tell: “will continue to Wellington, where”.
_WHERE = re.compile(r"[^;.]{0,40}?,? where\b")
#: What has a capital behind “in” and is no town.
_NO_TOWN = frozenset(
    {name.lower() for names in (*MONTHS.values(), *WEEKDAYS.values()) for name in names}
    | {"europe", "asia", "africa", "america", "oceania", "indo", "mme", "monsieur", "madame", "mr", "mrs", "ms", "his"}
    | {"her", "this", "that", "phase", "article", "resolution", "operation", "exercise", "chapter", "annex", "part"}
    | {"programme", "partnership", "congress"}
)
#: What may stand right before the place where people met, besides a day, a comma or whoever met there.
_MET_BEFORE = re.compile(
    r"(?:[,;:)–—]|\b(?:today|yesterday|hier|aujourd[’']hui|here|held|hold|place|tenue?s?|lieu|talks|meetings?|consultations"
    r"|dialogue|discussions|conference|conférence|presse|summit|sommet|entretiens?|rencontres?|réunion|entrevue|visite?"
    r"|aussi|également|ensuite|also|again|and|et|morning|afternoon|evening|day|jour|matin|soir|capitale?))\Z",
    re.IGNORECASE,
)
#: What makes of a place no more than where somebody comes from or is posted: “from Brussels”, “the embassy in Paris”.
_NOT_THERE = re.compile(
    r"\b(?:from|of|via|regagné|regagnera|quitt\w+|left|returned to|depuis|venue?s? d[eu]|arrivée?s? (?:\w+ ){0,2}d[eu]"
    r"|retour à|heures? d[eu]|(?:years?|months?|années?|ans|mois)(?: (?:spent|passée?s?))? (?:in|at|à|en)"
    r"|(?:duty|posting|posted|stationed|affectée?s?|en poste) (?:in|at|à|en|au)"
    r"|(?:embassy|embassies|ambassadors?|consulates?|missions?|ambassades?|ambassad(?:eur|rice)s?|consulats?)"
    r"(?: of \w+| d[eu] \w+)? (?:in|to|à|en|au))\s+\Z",
    re.IGNORECASE,
)


#: What makes of a place no more than that of a clock: “10:15 p.m. Tokyo time”.
_OF_A_CLOCK = re.compile(r"\s+(?:(?:standard|local) )?time\b", re.IGNORECASE)


def stands_first(told: ToldSentence, mention: Mention) -> bool:
    """Whether a sentence begins with a place: “In Brussels, he will visit”."""
    before = told.sentence.passage(told.sentence.start, mention.start)
    return mention.known.kind == "place" and bool(_BEGINS_WITH_PLACE.search(before))


def places_after(verb: re.Match[str], told: ToldSentence) -> list[str]:
    """Return the places that stand right behind a verb of travelling and are nothing that the register knows."""
    found = _PLACE.match(told.sentence.text, verb.end())
    if found is None:
        return []
    more = _MORE.finditer(told.sentence.text, *found.span("more"))
    return [each["name"] for each in (found, *more) if not _taken(*each.span("name"), told)]


def unknown_places(told: ToldSentence) -> list[tuple[str, int]]:
    """Return where a sentence says that people met, if it is nothing that the register knows; and where it says so."""
    first = _FIRST.match(told.sentence.text)
    found = [first] if first and _is_town(first, told) else []
    found += [each for each in _WITHIN.finditer(told.sentence.text) if _is_town(each, told) and _met_there(each, told)]
    return [(each["name"], each.start("name") + told.sentence.start) for each in found]


def known_places(told: ToldSentence) -> list[Mention]:
    """Return the places of the register where a sentence says that people met; of two at one spot, the first."""
    spots: dict[int, Mention] = {}
    for each in told.mentions:
        before = told.sentence.passage(told.sentence.start, each.start)
        elsewhere = _NOT_THERE.search(before) or _OF_A_CLOCK.match(told.sentence.text, each.end - told.sentence.start)
        if each.known.kind == "place" and not (elsewhere or told.is_topic(each.start, each.end)):
            spots.setdefault(each.start, each)
    return list({each.known: each for each in spots.values()}.values())


def places_told(told: ToldSentence) -> list[ProposedFact]:
    """Return where a sentence says that people met, as facts, in its order."""
    return [fact for _at, fact in sorted(_placed(told), key=lambda each: each[0])]


def place_with(told: ToldSentence, start: int, end: int, others: Iterable[int]) -> list[ProposedFact]:
    """Return where a sentence says that whoever stands there was met: “Mr Park in Seoul and Mr Kishida in Tokyo”.

    Of several places it is the first behind them, before the next of those who begin at `others`; where a place stands
    before all of them, “In Tokyo he met Mr Kishida, and in Seoul …”, the last before them.
    """
    following = min((each for each in others if each > start), default=told.sentence.start + len(told.sentence.text))
    found = sorted(_placed(told), key=lambda each: each[0])
    if len({(fact.known, fact.value) for _at, fact in found}) < 2:
        return [fact for _at, fact in found]
    begins = _BEGINS_WITH_PLACE.search(told.sentence.passage(told.sentence.start, found[0][0]))
    if begins or found[0][0] < min([start, *others]):
        return [fact for at, fact in found if at < start][-1:]
    return [fact for at, fact in found if end <= at < following][:1]


def _placed(told: ToldSentence) -> Iterator[tuple[int, ProposedFact]]:
    """Yield where a sentence says that people met, each with the place at which it says so.

    Not where it says that they went afterwards: “met Mr Berg and visited the base”; but “when he visited Tokyo”.
    """
    text, met = told.sentence.text, words_of_meetings.MET.search(told.sentence.text)
    went = words_of_journeys.TRAVELLED.finditer(text, met.end()) if met else iter(())
    then = (each.start() for each in went if words_of_journeys.AND_THEN.search(text, 0, each.start()))
    last = told.sentence.start + next(then, len(text))
    known = ((each.start, ProposedFact("place", each.text, each.known)) for each in known_places(told))
    unknown = ((start, ProposedFact("place", name, value=name)) for name, start in unknown_places(told))
    yield from (each for each in (*known, *unknown) if each[0] < last)


def _is_town(found: re.Match[str], told: ToldSentence) -> bool:
    """Whether what stands behind “in” may be a place: nothing that is understood already, no month, body or title."""
    name = found["name"]
    words = name.replace("-", " ").lower().split()
    other = words[0] in _NO_TOWN or is_adjective(words[0]) or IS_BODY.search(name) or IS_TITLED.match(f"{name} ")
    if other or name.isupper() or any(name in each.title for each in told.people):
        return False
    return not _taken(*found.span("name"), told)


def _met_there(found: re.Match[str], told: ToldSentence) -> bool:
    """Whether a place within a sentence is where people met: behind a day, whoever met, or a word of meeting."""
    text, at = told.sentence.text, found.start()
    before, start = text[:at].rstrip(), told.sentence.start
    if found["word"] == "to" and _WHERE.match(text, found.end()):
        return True
    if found["word"] == "to" and not told.says(words_of_meetings.RECEIVED):
        # “welcomed Ms Berg to Sydney”: elsewhere it is where people go.
        return False
    if _NOT_THERE.search(text[: found.start("name")]) or told.is_topic(start + at, start + at):
        return False
    if sum(word.capital for word in told.sentence.words) > len(told.sentence.words) * 2 / 3:
        # A heading whose words all have capitals tells no town from another noun.
        return False
    if _MET_BEFORE.search(before):
        return True
    ends = {each.end for each in (*told.mentions, *told.people, *told.days, *told.unnamed)}
    verbs = (
        words_of_meetings.MET,
        words_of_meetings.TALKS,
        words_of_journeys.TRAVELLED,
        words_of_agreements.SIGNED,
        words_of_meetings.CONSULTED,
    )
    ends |= {each.end() + start for verb in verbs for each in verb.finditer(text)}
    return start + len(before) in ends


def _taken(start: int, end: int, told: ToldSentence) -> bool:
    """Whether what stands there is part of something that is understood already."""
    start, end = told.sentence.start + start, told.sentence.start + end
    return any(each.start < end and start < each.end for each in (*told.mentions, *told.people, *told.days))
