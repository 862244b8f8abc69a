"""Lists of those who held an office one after the other: in each line a name, from when and until when."""

import re

from . import words_of_lists
from .known_names import Known
from .listed import Lists
from .people import NamedPerson
from .proposals import ProposedFact, person_fact
from .tenures_told import period_held
from .told_sentence import ToldSentence
from .whom_sentences_mean import HEADINGS
from .words_of_people import COURTESY, IS_BODY, NAME

#: From so many lines on they are a list.
LIST = 2
_LINE = re.compile(rf"(?P<before>.*?)(?:{COURTESY})*(?P<name>{NAME})(?P<behind>.*)", re.DOTALL)


class Successions(Lists):
    """The lines of one document, asked who held the office that a heading names, and when."""

    def _held_in_turn(self) -> None:
        for number, heading in enumerate(self.told[:HEADINGS]):
            office = self._office_of_all(heading) if not heading.people else None
            lines = [(told, line) for told in self.told[number + 1 :] if (line := _in_office(told))] if office else []
            if office and len(lines) >= LIST:
                for told, (person, period) in lines:
                    tenure = self._new("tenure", told)
                    tenure.passages.append(heading.passage)
                    tenure.add([person_fact("person", person), office, period])
                return

    def _office_of_all(self, heading: ToldSentence) -> ProposedFact | None:
        """Return the office of all whom a heading calls by it: “Former Ambassadors of Japan to Belgium”."""
        if heading.says(words_of_lists.OF_WHOM):
            # “Prime Ministers of Japan who visited NATO”: of what the lines tell is something else.
            return None
        owners = [each.known for each in heading.mentions if each.known.kind in ("state", "organization")]
        for role, words in words_of_lists.HELD.items():
            if found := words.search(heading.sentence.text):
                offices: list[Known | None] = [self.vocabulary.offices.get((role, each)) for each in owners]
                if role == "ambassador":
                    offices = [self.vocabulary.ambassadors.get((one, other)) for one in owners for other in owners]
                known = {each for each in offices if each}
                return ProposedFact("office", found.group(), known.pop()) if len(known) == 1 else None
        return None


def _in_office(told: ToldSentence) -> tuple[NamedPerson, ProposedFact] | None:
    """Return who a line says held the office, and when: a name and a period, whichever stands first, nothing else."""
    text, start = told.sentence.text, told.sentence.start
    known = {each.known: each for each in told.people if each.known}
    if len(known) == 1:
        [person] = known.values()
        at = (person.start - start, person.end - start)
    elif not known and (line := _LINE.fullmatch(text)) and not IS_BODY.search(line["name"]):
        at = line.span("name")
        person = NamedPerson(line["name"], "", start + at[0], start + at[1])
    else:
        return None
    before, behind = re.sub(rf"{COURTESY}+\Z", "", text[: at[0]]), text[at[1] :]
    around = [each for each in (before, behind) if re.search(r"\w", each)]
    found = words_of_lists.FROM_TO.fullmatch(around[0]) if len(around) == 1 else None
    period = period_held(found) if found else ""
    return (person, ProposedFact("period", around[0].strip(" ():,;"), value=period)) if period else None
