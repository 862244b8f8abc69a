"""A sentence with all that was found in it, and what it says of it."""

import re
from dataclasses import dataclass, field

from . import events
from .days import DateInText
from .people import TITLE_OF, NamedPerson
from .text import Sentence
from .vocabulary import Known, Mention


@dataclass
class ToldSentence:
    """A sentence with all that was found in it."""

    sentence: Sentence
    mentions: list[Mention]
    days: list[DateInText]
    people: list[NamedPerson] = field(default_factory=list)

    def known(self, *kinds: str) -> list[Known]:
        """Return the records of these kinds that it names, in their order, each once."""
        found = [mention.known for mention in self.mentions if mention.known.kind in kinds]
        return list(dict.fromkeys(found))

    @property
    def parties(self) -> list[Mention]:
        """The States that it names, without those of which people only spoke."""
        start = self.sentence.start
        topics = [found.end() + start for found in events.ABOUT.finditer(self.sentence.text)]
        spoken_of = [
            (topic, min((each.start for each in self.people if each.start >= topic), default=None)) for topic in topics
        ]
        states = [each for each in self.mentions if each.known.kind == "state"]
        return [
            each
            for each in states
            if not any(first <= each.start and (last is None or each.end <= last) for first, last in spoken_of)
        ]

    @property
    def roles(self) -> tuple[str, str]:
        """What those are who stand before the verb of meeting, and those behind it: host and visitor, if it says so."""
        if self.hosted:
            return "visitor", "host"
        return ("host", "visitor") if self.says(events.RECEIVED) else ("interlocutor", "interlocutor")

    @property
    def hosted(self) -> tuple[int, int] | None:
        """Where it says that somebody was received by others: behind it stand the hosts."""
        found, start = events.HOSTED_BY.search(self.sentence.text), self.sentence.start
        return (found.start() + start, found.end() + start) if found else None

    @property
    def speaks_of_one_before(self) -> bool:
        """Whether it is about somebody whom an earlier sentence names: “he”, before it names anybody itself."""
        found = events.OF_WHOM_IT_SPOKE.search(self.sentence.text)
        return bool(found) and all(found.start() + self.sentence.start < each.start for each in self.people)

    @property
    def lasts(self) -> int:
        """How many days the journey takes of which the sentence tells; 0 where it does not say so."""
        found = events.DURATION.search(self.sentence.text)
        word = (found["en"] or found["fr"]).lower() if found else "0"
        return int(events.NUMBERS.get(word, word))

    @property
    def text_signed(self) -> str:
        """The kind of agreement that the sentence tells was signed; empty where none was."""
        signed = self.says(events.SIGNED)
        return next((kind for kind, pattern in events.TEXTS.items() if self.says(pattern)), "") if signed else ""

    @property
    def since(self) -> DateInText | None:
        """The day since which something goes on, as the sentence says."""
        text, start = self.sentence.text, self.sentence.start
        return next((each for each in self.days if events.SINCE.search(text[: each.start - start])), None)

    @property
    def senders(self) -> set[str]:
        """The bodies whose own liaison officers the sentence tells of, as it names them."""
        text, start = self.sentence.text, self.sentence.start
        return {
            each.text
            for each in self.mentions
            if events.SENT_BEFORE.match(text, each.end - start) or events.SENT_AFTER.search(text[: each.start - start])
        }

    def says(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.sentence.text))

    @property
    def tells_meeting(self) -> bool:
        return any(self.says(pattern) for pattern in (events.PRESS_CONFERENCE, events.CALL, events.TALKS))

    @property
    def day(self) -> DateInText | None:
        """The date of what the sentence tells: the most exact one, else the first."""
        return min(self.days, key=lambda one: (not one.is_day, one.start), default=None)

    @property
    def others(self) -> list[Mention]:
        """The States and bodies that it names, without those that are part of somebody’s title."""
        named = [each for each in self.mentions if each.known.kind in ("state", "organization")]
        return [each for each in named if not any(self.is_in_title(each, person) for person in self.people)]

    @property
    def subject(self) -> NamedPerson | None:
        """Who met others, as the sentence says: whoever stands before the verb, or alone in it."""
        verb = events.MET.search(self.sentence.text)
        if verb is not None:
            at = verb.start() + self.sentence.start
            return next((each for each in self.people if each.end <= at), None)
        return self.people[0] if len(self.people) == 1 and not self.says(events.TOGETHER) else None

    def is_where(self, mention: Mention) -> bool:
        """Whether a place or State is where somebody may go: not its adjective, nor in “Prime Minister of Japan”."""
        if mention.known.kind not in ("place", "state") or mention.is_adjective:
            return False
        return not TITLE_OF.search(self.sentence.text[: mention.start - self.sentence.start])

    def is_in_title(self, mention: Mention, person: NamedPerson) -> bool:
        """Whether a State or body is part of a title: “Ambassador of Japan”, or stands before it: “NATO Secretary”."""
        if not person.title or not mention.start < person.end + len(person.title) + 2:
            return False
        text, start = self.sentence.text, self.sentence.start
        return mention.text in person.title or text[mention.end - start :].lstrip().startswith(person.title)


_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2}"
#: What stands between a verb of travelling and the place: “to”, « à », “the Mongolian capital”.
_PLACE = re.compile(
    rf"\s+(?:(?:to|in|à|au|aux|en)\s+)?(?:(?:the|la) (?:\w+ )?capitale?(?: \w+)?,? )?(?P<name>{_NAME})"
    rf"(?P<more>(?:(?:, | and (?:to |in )?| et (?:à |en )?){_NAME})*)"
)
_MORE = re.compile(rf"(?:, | and (?:to |in )?| et (?:à |en )?)(?P<name>{_NAME})")
#: A place with which a sentence begins: “In Canberra, …”, « À Séoul, … ».
_FIRST = re.compile(rf"\s*(?:In|At|À|A)\s+(?P<name>{_NAME})")


def place_first(told: ToldSentence) -> str:
    """Return the place with which a sentence begins, if it is nothing that the register knows."""
    found = _FIRST.match(told.sentence.text)
    return found["name"] if found and not _taken(*found.span("name"), told) else ""


def places_after(verb: re.Match[str], told: ToldSentence) -> list[str]:
    """Return the places that stand right behind a verb of travelling and are nothing that the register knows."""
    found = _PLACE.match(told.sentence.text, verb.end())
    if found is None:
        return []
    more = _MORE.finditer(told.sentence.text, *found.span("more"))
    return [each["name"] for each in (found, *more) if not _taken(*each.span("name"), told)]


def _taken(start: int, end: int, told: ToldSentence) -> bool:
    """Whether what stands there is part of something that is understood already."""
    start, end = told.sentence.start + start, told.sentence.start + end
    return any(each.start < end and start < each.end for each in (*told.mentions, *told.people, *told.days))
