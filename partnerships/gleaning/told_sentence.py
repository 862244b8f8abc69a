"""A sentence with all that was found in it, and what it says of it."""

import re
from dataclasses import dataclass, field

from . import words_of_agreements, words_of_decisions, words_of_journeys, words_of_meetings, words_of_taking_office
from .days import DateInText
from .known_names import Known, Mention
from .officials import UnnamedParty
from .people import NamedPerson
from .text import Sentence
from .words_of_people import ADDRESSED_FIRST, COURTESY, TITLE_OF

#: What stands between two commas right before a verb: who somebody is with, or what else there is to say of them.
_IN_PASSING = re.compile(rf",\s+(?!(?:the|le|la|les)\b|l[’'])[a-zà-ÿ](?:[^,;]|,\s+{COURTESY})*,\s*\Z")


@dataclass
class ToldSentence:
    """A sentence with all that was found in it."""

    sentence: Sentence
    mentions: list[Mention]
    days: list[DateInText]
    people: list[NamedPerson] = field(default_factory=list)
    #: Those who met others of whom it says neither the name nor an office that the register knows.
    unnamed: list[UnnamedParty] = field(default_factory=list)
    #: What stands in the document, where some of it is left out of the sentence.
    whole: str = ""
    #: Whether it tells of another time than the text, which does not go on from there.
    is_recalled: bool = False

    @property
    def passage(self) -> str:
        """The sentence as it stands in the document, for whoever judges what was taken from it."""
        return self.whole or self.sentence.text.strip()

    def known(self, *kinds: str) -> list[Known]:
        """Return the records of these kinds that it names, in their order, each once."""
        found = [mention.known for mention in self.mentions if mention.known.kind in kinds]
        return list(dict.fromkeys(found))

    @property
    def parties(self) -> list[Mention]:
        """The States that it names, without those of which people only spoke, or on whose occasion they met."""
        return [
            each
            for each in self.mentions
            if each.known.kind == "state" and not self.is_topic(each.start, each.end) and not self.is_aside(each)
        ]

    def without_a_name(self, *, subjects: bool) -> list[NamedPerson]:
        """Return those before or behind the verb of meeting who have a title alone, where nobody there has a name."""
        verb = words_of_meetings.MET.search(self.sentence.text)
        at = self.sentence.start + (verb.start() if verb else 0)
        others = any((each.start < at) == subjects for each in self.people)
        parties = [each for each in self.unnamed if each.is_subject == subjects and each.is_one]
        return [self.as_person(each) for each in parties if each.is_listed or not others]

    def as_person(self, party: UnnamedParty) -> NamedPerson:
        """Return whoever has a title alone as somebody of the sentence, sent by the State that the title names."""
        inside = [each for each in self.mentions if each.known.kind == "state" and party.start - 40 < each.start]
        states = [each.known for each in inside if each.end <= party.end and each.text in party.styled]
        return NamedPerson("", party.styled, party.start, party.end, state=states[0] if states else None)

    @property
    def bodies(self) -> list[Mention]:
        """The bodies that it names, without those to which it only says that somebody is accredited."""
        named = [each for each in self.mentions if each.known.kind == "organization" and not self.is_aside(each)]
        return [each for each in named if not self.is_accredited_to(each)]

    def is_accredited_to(self, mention: Mention) -> bool:
        """Whether it is named as the body to which somebody is accredited: “the Japanese Ambassador to NATO”."""
        before = self.sentence.text[: mention.start - self.sentence.start]
        return bool(words_of_decisions.ACCREDITED_TO.search(before))

    def is_topic(self, start: int, end: int) -> bool:
        """Whether what stands there is only what people spoke about."""
        topics = [found.end() + self.sentence.start for found in words_of_meetings.ABOUT.finditer(self.sentence.text)]
        spoken_of = [
            (topic, min((each.start for each in self.people if each.start >= topic), default=None)) for topic in topics
        ]
        return any(first <= start and (last is None or end <= last) for first, last in spoken_of)

    def is_aside(self, mention: Mention) -> bool:
        """Whether it only names the gathering beside which people met: “in the margins of the NATO Summit”."""
        asides = words_of_meetings.ASIDE.finditer(self.sentence.text)
        return any(found.start() <= mention.start - self.sentence.start < found.end() for found in asides)

    @property
    def roles(self) -> tuple[str, str]:
        """What those are who stand before the verb of meeting, and those behind it: host and visitor, if it says so."""
        if self.hosted:
            return "visitor", "host"
        return ("host", "visitor") if self.receives_somebody else ("interlocutor", "interlocutor")

    @property
    def hosted(self) -> tuple[int, int] | None:
        """Where it says that somebody was received by others: behind it stand the hosts."""
        found, start = words_of_journeys.HOSTED_BY.search(self.sentence.text), self.sentence.start
        return (found.start() + start, found.end() + start) if found else None

    @property
    def speaks_of_one_before(self) -> bool:
        """Whether it is about somebody whom an earlier sentence names: “he”, before it names anybody itself."""
        found = words_of_meetings.OF_WHOM_IT_SPOKE.search(self.sentence.text)
        somebody = [*self.people, *(each for each in self.unnamed if each.is_subject)]
        if found and ADDRESSED_FIRST.match(self.sentence.text, 0, found.start()):
            # “Mr Rutte travels to Warsaw, where he will meet”: of whom the text gives no more than that.
            return False
        return bool(found) and all(found.start() + self.sentence.start < each.start for each in somebody)

    @property
    def is_of_the_author(self) -> bool:
        """Whether whoever wrote the document met somebody: “I will travel to Tokyo to meet”."""
        verb = words_of_meetings.MET.search(self.sentence.text)
        return bool(verb and words_of_meetings.I_MYSELF.search(self.sentence.text[: verb.start()]))

    @property
    def lasts(self) -> int:
        """How many days the journey takes of which the sentence tells; 0 where it does not say so."""
        found = words_of_journeys.DURATION.search(self.sentence.text)
        word = (found["en"] or found["fr"]).lower() if found else "0"
        return int(words_of_journeys.NUMBERS.get(word, word))

    @property
    def text_signed(self) -> str:
        """The kind of agreement that the sentence tells was signed; empty where none was."""
        if not self.says(words_of_agreements.SIGNED):
            return ""
        return next((kind for kind, pattern in words_of_agreements.TEXTS.items() if self.says(pattern)), "")

    @property
    def since(self) -> DateInText | None:
        """The day since which something goes on, as the sentence says."""
        text, start = self.sentence.text, self.sentence.start
        return next((each for each in self.days if words_of_decisions.SINCE.search(text[: each.start - start])), None)

    @property
    def senders(self) -> set[str]:
        """The bodies whose own liaison officers the sentence tells of, as it names them."""
        text, start = self.sentence.text, self.sentence.start
        return {
            each.text
            for each in self.mentions
            if words_of_decisions.SENT_BEFORE.match(text, each.end - start)
            or words_of_decisions.SENT_AFTER.search(text[: each.start - start])
        }

    def says(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.sentence.text))

    @property
    def lists_credentials(self) -> bool:
        """Whether it lists those who handed over their letters, behind it: « leurs lettres de créance : M. »."""
        verb = words_of_taking_office.CREDENTIALS.search(self.sentence.text)
        if (
            verb is None
            or not self.says(words_of_taking_office.THEIR_CREDENTIALS)
            or ":" not in self.sentence.text[verb.end() :]
        ):
            return False
        sent = [each for each in self.people if words_of_decisions.AMBASSADOR.search(each.title)]
        return all(each.start > self.sentence.start + verb.start() for each in sent)

    @property
    def tells_meeting(self) -> bool:
        if self.says(words_of_meetings.COMMENT):
            return False
        meetings = (
            words_of_meetings.PRESS_CONFERENCE,
            words_of_meetings.CALL,
            words_of_meetings.CONSULTED,
            words_of_meetings.ATTENDED,
            words_of_meetings.TALKS,
            words_of_meetings.CEREMONY,
        )
        return any(self.says(pattern) for pattern in meetings) or self.receives_somebody

    @property
    def receives_somebody(self) -> bool:
        """Whether somebody stands right behind a verb of receiving: not “welcomed the decision of Mr Berg”."""
        text, start = self.sentence.text, self.sentence.start
        somebody = [*((each, each.title) for each in self.people), *((each, "") for each in self.unnamed)]
        for verb in words_of_meetings.RECEIVED.finditer(text):
            for each, title in somebody:
                name = each.start - start
                styled = text.find(title, verb.end(), name) if title else -1
                before = text[verb.end() : styled if styled >= 0 else name]
                owns = text.startswith(("’s", "'s"), each.end - start)
                if verb.end() <= name and not owns and words_of_meetings.leads_to_somebody(before):
                    return True
        return False

    @property
    def day(self) -> DateInText | None:
        """The date of what the sentence tells: the most exact one, else the first."""
        return min(self.days_of_it, key=lambda one: (not one.is_day, one.start), default=None)

    @property
    def days_of_it(self) -> list[DateInText]:
        """The dates of what the sentence tells: none on which somebody arrived, which it says in passing."""
        text, start = self.sentence.text, self.sentence.start
        return [each for each in self.days if not words_of_journeys.ARRIVED_ON.search(text[: each.start - start])]

    @property
    def others(self) -> list[Mention]:
        """The States and bodies that it names, without those that are part of somebody’s title or stand aside."""
        named = [each for each in self.mentions if each.known.kind in ("state", "organization")]
        named = [each for each in named if not self.is_aside(each)]
        return [each for each in named if not any(self.is_in_title(each, person) for person in self.people)]

    @property
    def subject(self) -> NamedPerson | None:
        """Who met others, as the sentence says: whoever stands before the verb, or alone in it."""
        verb = words_of_meetings.MET.search(self.sentence.text)
        if verb is not None:
            at = verb.start() + self.sentence.start
            return next((each for each in self.people if each.end <= at), None)
        return self.people[0] if len(self.people) == 1 and not self.says(words_of_meetings.TOGETHER) else None

    def before(self, at: int) -> list[NamedPerson]:
        """Return those named before a verb at a place of the sentence, the likeliest to be its subject last.

        None whom it names in passing, between two commas right before it: “Ms Berg, who worked with Mr Abe, has been”.
        """
        named = [each for each in self.people if each.end <= self.sentence.start + at]
        aside = _IN_PASSING.search(self.sentence.text, 0, at)
        begins = self.sentence.start + (aside.start() if aside else at)
        return [each for each in named if each.start < begins] or named

    def is_in_company(self, person: NamedPerson) -> bool:
        """Whether the sentence says that somebody was with another: “Mr Abe, accompanied by Mr Kono, visited”."""
        return bool(words_of_journeys.IN_COMPANY_OF.search(self.sentence.text[: person.start - self.sentence.start]))

    def is_met_behind(self, at: int, person: NamedPerson) -> bool:
        """Whether a word of meeting stands between a place of the sentence and somebody, or right behind them."""
        start, text = self.sentence.start, self.sentence.text
        between = words_of_meetings.MEETS.search(self.sentence.passage(at, person.start))
        return bool(between or words_of_meetings.WHO_MET.match(text, person.end - start))

    def is_where(self, mention: Mention) -> bool:
        """Whether a place or State is where somebody may go: not its adjective, nor in “Prime Minister of Japan”."""
        if mention.known.kind not in ("place", "state") or mention.is_adjective:
            return False
        return not TITLE_OF.search(self.sentence.text[: mention.start - self.sentence.start])

    def is_host(self, mention: Mention) -> bool:
        """Whether a State is named as the one where an embassy is."""
        return bool(words_of_decisions.EMBASSY_IN.search(self.sentence.text[: mention.start - self.sentence.start]))

    def is_of_a_post(self, mention: Mention) -> bool:
        """Whether a State is named as the one whose embassy or mission it is."""
        return bool(words_of_decisions.POST_OF.search(self.sentence.text[: mention.start - self.sentence.start]))

    def is_in_office(self, mention: Mention) -> bool:
        """Whether a State or body is part of the name of an office: “Ambassador of Japan to Belgium”."""
        offices = [each for each in self.mentions if each.known.kind == "office"]
        return any(each.start <= mention.start and mention.end <= each.end for each in offices)

    def heads_its_line(self, mention: Mention) -> bool:
        """Whether a State stands before a dash or a colon as what the line is about: « Japon – Entretien avec »."""
        first = not self.sentence.passage(self.sentence.start, mention.start).strip()
        return first and self.sentence.text[mention.end - self.sentence.start :].lstrip()[:1] in tuple("–—-:")

    def is_behind(self, mention: Mention, person: NamedPerson) -> bool:
        """Whether a State stands right behind somebody as theirs: “Winston Peters of New Zealand”."""
        between = self.sentence.passage(person.end, mention.start) if person.name else ""
        return bool(words_of_decisions.OF.fullmatch(between))

    def is_in_title(self, mention: Mention, person: NamedPerson) -> bool:
        """Whether a State or body is part of a title: “Ambassador of Japan”, or stands before it: “NATO Secretary”."""
        if not person.title or not mention.start < person.end + len(person.title) + 2:
            return False
        text, start = self.sentence.text, self.sentence.start
        return mention.text in person.title or text[mention.end - start :].lstrip().startswith(person.title)
