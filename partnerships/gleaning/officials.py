"""People of whom a sentence says the office alone, and whom they met: “NATO’s Secretary General met the Minister”."""

import re
from collections.abc import Iterable, Iterator, Mapping

from . import events
from .people import COURTESY, NamedPerson
from .text import Sentence
from .vocabulary import Known, Mention

#: What stands for the State or the body whose office it is.
_WHOSE = "\x00"
_OF = rf"(?: of (?:the )?| du | des | de la | de l[’']| de | d[’']){_WHOSE}"
_FOREIGN = r"minist(?:er (?:of|for) foreign affairs|re des affaires étrangères)|foreign minister"
_DEFENCE = r"minist(?:er (?:of|for) (?:national )?defen[cs]e|re de la défense)|defen[cs]e minister"
#: How the office of each role is said in a sentence.
_ROLES = {
    "head_of_government": rf"{_WHOSE}\sprime\sminister|prime\sminister{_OF}"
    rf"|premi(?:er|ère)\sministre(?:\s{_WHOSE}|{_OF})",
    "foreign_minister": rf"{_WHOSE}\s(?:{_FOREIGN})|(?:{_FOREIGN}){_OF}|ministre\s{_WHOSE}\sdes\saffaires\sétrangères",
    "defence_minister": rf"{_WHOSE}\s(?:{_DEFENCE})|(?:{_DEFENCE}){_OF}|ministre\s{_WHOSE}\sde\sla\sdéfense",
    "secretary_general": rf"{_WHOSE}\ssecretary[-\s]general|secretary[-\s]general{_OF}|secrétaire\sgénérale?{_OF}",
}
_SAID = {role: re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE) for role, said in _ROLES.items()}
#: What may stand between the office and the verb of meeting, before and behind it.
_SUBJECT = re.compile(r"\s*(?:(?:also|then)\s+)?\Z", re.IGNORECASE)
_OBJECT = re.compile(r"\s*(?:(?:with|by|avec|par)\s+)?(?:(?:the|le|la)\s+|l[’'])?\Z", re.IGNORECASE)
#: What may stand between an office and the name of who holds it.
_NAMED = re.compile(rf"(?:\s*\([^()]*\))?,?\s*{COURTESY}*\Z")


def officials_in(
    sentence: Sentence,
    mentions: Iterable[Mention],
    people: Iterable[NamedPerson],
    offices: Mapping[tuple[str, Known], Known],
) -> Iterator[NamedPerson]:
    """Return those who met, or were met, of whom `sentence` gives the office alone; each stands for that office."""
    named = list(people)
    for mention in mentions:
        if mention.known.kind not in ("state", "organization"):
            continue
        for role, start, end in _offices_of(sentence, mention):
            office = offices.get((role, mention.known))
            place = sentence.start + start, sentence.start + end
            if office and _has_met(sentence.text, start, end) and not _is_named(sentence, place, named):
                yield NamedPerson(sentence.text[start:end], "", *place, office)


def _offices_of(sentence: Sentence, mention: Mention) -> Iterator[tuple[str, int, int]]:
    """Return the roles in which a sentence speaks of a State or body, and where it says them."""
    before, behind = mention.start - sentence.start, mention.end - sentence.start
    text = f"{sentence.text[:before]}{_WHOSE}{sentence.text[behind:]}"
    for role, said in _SAID.items():
        for found in said.finditer(text):
            if _WHOSE in found.group():
                yield role, found.start(), found.end() + (behind - before - 1)


def _has_met(text: str, start: int, end: int) -> bool:
    """Whether an office stands right before a verb of meeting, or right behind it."""
    return any(
        (end <= verb.start() and _SUBJECT.match(text[end : verb.start()]))
        or (verb.end() <= start and _OBJECT.match(text[verb.end() : start]))
        for verb in events.MET.finditer(text)
    )


def _is_named(sentence: Sentence, place: tuple[int, int], people: list[NamedPerson]) -> bool:
    start, end = place
    for each in people:
        within = each.start < end and start < each.end
        behind = each.start >= end and _NAMED.match(sentence.passage(end, each.start))
        before = each.end <= start and sentence.passage(each.end, start).strip(" ,") in ("", "the", "le", "la")
        if within or behind or before:
            return True
    return False
