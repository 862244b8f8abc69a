"""Whom an office and a family name mean on a day, as the register knows who held it: “Foreign Minister Hayashi”."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from .known_names import InOffice, Known, Mention
from .text import Sentence
from .words_of_people import COURTESY

#: By which titles a text speaks of whoever has each role.
_TITLES = {
    ("head_of_government",): r"prime minister|premi(?:er|ère) ministre",
    ("foreign_minister",): r"foreign (?:affairs )?minister|minister (?:of|for) foreign affairs"
    r"|ministre (?:[a-zà-ÿ]+ )?des affaires étrangères|cheffe? de la diplomatie",
    (
        "defence_minister",
    ): r"defen[cs]e minister|minister (?:of|for) (?:national )?defen[cs]e|ministre (?:[a-zà-ÿ]+ )?de la défense",
    ("secretary_general",): r"\bsecretary[- ]general|\bsecrétaire générale?",
    ("ambassador", "head_of_mission"): r"ambassador|ambassad(?:eur|rice)",
    ("head_of_state",): r"president|présidente?",
}
#: Between the title and the name: « premier ministre japonais, M. ».
_BETWEEN = rf"(?:(?: (?!(?:and|et|with|avec)\b)[a-zà-ÿ]+| (?:of|du|de) [A-ZÀ-Þ][\w-]+){{0,2}}),?\s+{COURTESY}*\Z"
_SAID = {
    roles: re.compile(rf"(?<![\w-])(?i:(?<!deputy )(?<!vice )(?<!assistant )(?<!acting )(?:{title})){_BETWEEN}")
    for roles, title in _TITLES.items()
}
_COURTEOUS = re.compile(rf"{COURTESY}\Z")
#: Behind it stands who held the office before.
_FORMER = re.compile(r"(?:\bformer|\bex-|\banciens?|\bancienne)\s*(?:[\w-]+\s+)?\Z", re.IGNORECASE)
#: What may stand between the State or body and the title of which it is: “Japan’s”, “Japanese Foreign Minister”.
_RIGHT_BEFORE = re.compile(r"(?:[’']s)?\s+")
#: The first and the last day of which a sentence tells.
Days = tuple[date, date]


def called_by_office(
    sentence: Sentence, mentions: Collection[Mention], holders: Mapping[str, Sequence[InOffice]], days: Days | None
) -> list[Mention]:
    """Return those whom `sentence` calls by an office and a family name, where one alone held it so in those days.

    `holders` has who held an office, by their family name.
    """
    found = []
    found += _of_several_words(sentence, mentions, holders, days)
    for word in sentence.words:
        held = holders.get(word.folded, ()) if word.capital else ()
        if not held or days is None or any(each.start < word.end and word.start < each.end for each in mentions):
            continue
        people = {one.person for one in _meant(sentence, word.start, mentions, held, days)}
        if len(people) == 1:
            known = Known("person", people.pop())
            found.append(Mention(known, sentence.passage(word.start, word.end), word.start, word.end))
    return found


def _of_several_words(
    sentence: Sentence, mentions: Collection[Mention], holders: Mapping[str, Sequence[InOffice]], days: Days | None
) -> Iterator[Mention]:
    """Yield whoever has a family name of several words, said behind a courtesy: « M. de Hoop Scheffer »."""
    if days is None:
        return
    said = [word.folded for word in sentence.words]
    for number, first in enumerate(sentence.words):
        if not _COURTEOUS.search(sentence.passage(sentence.start, first.start)):
            continue
        # The register may hold thousands of families: the words say which of them is meant.
        for behind in range(number + 2, len(said) + 1):
            held = holders.get(" ".join(said[number:behind]), ())
            start, end = first.start, sentence.words[behind - 1].end
            then = any(one.first <= days[1] and days[0] <= one.last for one in held)
            free = not any(each.start < end and start < each.end for each in mentions)
            if then and free and len({one.person for one in held}) == 1:
                yield Mention(Known("person", held[0].person), sentence.passage(start, end), start, end)


def without_namesakes(
    sentence: Sentence, mentions: list[Mention], holders: Mapping[str, Sequence[InOffice]], days: Days | None
) -> list[Mention]:
    """Return `mentions` with one alone of several people of one name, where one alone was in office in those days.

    By the office that the sentence says, else by any; where that tells nothing, all of them stay to be chosen from.
    """
    left = []
    for mention in mentions:
        others = {each.known.key for each in mentions if _is_namesake(each, mention)}
        if others and days:
            people = others | {mention.known.key}
            held = [one for several in holders.values() for one in several if one.person in people]
            by_office = {one.person for one in _meant(sentence, mention.start, mentions, held, days)}
            then = by_office or {one.person for one in held if one.first <= days[1] and days[0] <= one.last}
            if len(then) == 1 and mention.known.key not in then:
                continue
        left.append(mention)
    return left


def _is_namesake(one: Mention, other: Mention) -> bool:
    same = one.known.kind == other.known.kind == "person" and one.known != other.known
    return same and (one.start, one.end) == (other.start, other.end)


def _meant(
    sentence: Sentence, at: int, mentions: Collection[Mention], held: Sequence[InOffice], days: Days
) -> Iterator[InOffice]:
    before, (first, last) = sentence.passage(sentence.start, at), days
    for roles, said in _SAID.items():
        if not (title := said.search(before)):
            continue
        begins = sentence.start + title.start()
        sides = [each for each in mentions if each.known.kind in ("state", "organization")]
        right_before = {
            each for each in sides if _RIGHT_BEFORE.fullmatch(before, each.end - sentence.start, title.start())
        }
        owners = {each.known for each in sides if begins <= each.start < at or each in right_before}
        is_former = bool(_FORMER.search(before[: title.start()]))
        for each in held:
            is_then = each.last < first if is_former else each.first <= last and first <= each.last
            if each.role in roles and is_then and (not owners or each.owner in owners):
                yield each
