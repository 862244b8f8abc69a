"""The people whom a text names: those the register knows, and those it does not know yet, with their titles."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from partnerships.folding import fold

from .demonyms import is_adjective
from .known_names import Known, Mention
from .text import Sentence
from .words_of_people import (
    ABSENT,
    ADDRESSED,
    BEGINNING,
    BY_TITLE,
    COURTEOUS,
    COURTEOUSLY,
    CROWNED,
    DEPARTMENT,
    FOLLOWED,
    HEADS_MISSION,
    HELD,
    HONORIFIC,
    IS_BODY,
    IS_NO_NAME,
    IS_TITLED,
    MATTERS,
    PORTFOLIO,
    POST_NOMINAL,
    STYLED,
    TITLED,
    WITH_FAMILY_NAME,
    WORD,
)


@dataclass(frozen=True)
class NamedPerson:
    """Somebody in a text: who it is as far as the register knows, the name and the title as the text has them.

    Whoever has a title alone has no name; `state` is the State for which they came, where the title says so.
    """

    name: str
    title: str
    start: int
    end: int
    known: Known | None = None
    state: Known | None = None


def people_in(sentence: Sentence, mentions: Iterable[Mention]) -> list[NamedPerson]:
    """Return the people whom `sentence` names, in their order; each once."""
    known = [mention for mention in mentions if mention.known.kind == "person"]
    titles = _titles(sentence, [mention for mention in mentions if mention.known.kind != "person"])
    found = [_named(mention, titles) for mention in known]
    taken = [(mention.start, mention.end) for mention in mentions]
    for title, name, start, end in titles:
        if not any(start < last and first < end for first, last in taken):
            found.append(NamedPerson(name, title, start, end))
    once = {_identity(one): one for one in sorted(found, key=lambda one: (bool(one.title), -one.start))}
    several = sorted(once.values(), key=lambda one: one.start)
    # “Brigadier Tariq Al Obaidli, Head of”: of one name, what it ends in is no other.
    within = (one for one in several if any(_ends_in(other, one) for other in several))
    left = set(map(id, within))
    return [one for one in several if id(one) not in left]


def _ends_in(one: NamedPerson, other: NamedPerson) -> bool:
    return one.known == other.known and one.start < other.start and one.end == other.end


def with_full_names(people: list[NamedPerson], before: Iterable[NamedPerson]) -> list[NamedPerson]:
    """Return people with the names in full by which a text called them before: “Admiral Cavo Dragone”."""
    names = {each.name for each in before}
    found = []
    for each in people:
        full = {name for name in names if not each.known and fold(name).endswith(f" {fold(each.name)}")}
        found.append(replace(each, name=full.pop()) if len(full) == 1 else each)
    return found


def is_absent(sentence: Sentence, person: NamedPerson) -> bool:
    """Whether a sentence says that others came for somebody: “on behalf of the Prime Minister, Mr Abe”."""
    found = ABSENT.search(sentence.passage(sentence.start, person.start))
    between = _tidy(COURTEOUSLY.sub("", found["between"])) if found else "…"
    return between in ("", person.title) or STYLED.fullmatch(between) is not None


def by_family_name(sentence: Sentence, mentions: Iterable[Mention], families: Mapping[str, Known]) -> list[Mention]:
    """Return those of whom the text spoke in full before, where it now says the family name after a title alone."""
    taken, found = [(each.start, each.end) for each in mentions], []
    for word in sentence.words:
        known = families.get(word.folded)
        free = not any(start <= word.start < end for start, end in taken)
        if known and word.capital and free and ADDRESSED.search(sentence.passage(sentence.start, word.start)):
            found.append(Mention(known, sentence.passage(word.start, word.end), word.start, word.end))
    return found


def family_name(name: str) -> str:
    """Return the family name, folded: the one in capitals, “KAMIKAWA Yoko”, else the last."""
    words = name.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    return fold(capitals[0] if capitals and len(capitals) < len(words) else words[-1])


def addressed_as(name: str) -> list[str]:
    """Return by which words of their name a text goes on about somebody behind a title, the likelier one first.

    The family name of a Korean, or of a Japanese in an official text, stands first: “Ambassador Yoon”.
    """
    family, first = family_name(name), fold(name.split()[0])
    return [family] if first == family else [family, first]


def spoken_of_again(
    sentence: Sentence, known: Iterable[Mention], before: Mapping[str, NamedPerson]
) -> list[NamedPerson]:
    """Return those whom nobody knows and of whom the text spoke in full before, by their family name after a title."""
    found = []
    for word in sentence.words:
        named = before.get(word.folded)
        free = not any(each.start <= word.start < each.end for each in known)
        if named and free and word.capital and ADDRESSED.search(sentence.passage(sentence.start, word.start)):
            found.append(NamedPerson(named.name, "", word.start, word.end))
    return found


def spoken_of_by_title(
    sentence: Sentence, people: Iterable[NamedPerson], before: Iterable[NamedPerson], unnamed: Collection[str] = ()
) -> list[NamedPerson]:
    """Return those of whom the sentence says the title alone, if one only was named with it: “the Prime Minister”.

    Of two with one title it is the one whom the register knows, if one alone is known; it is nobody if the text speaks
    of somebody by that title to whom it gives no name: `unnamed` has those titles.
    """
    named = {_identity(one) for one in people}
    found: dict[Known | str, NamedPerson] = {}
    for each in BY_TITLE.finditer(sentence.text):
        if is_adjective(next(iter(WORD.findall(sentence.text, each.end())), "")):
            continue
        head = fold(each["title"])
        if head in unnamed:
            continue
        called = [one for one in before if head in titles_held(one)]
        if len(called) > 1:
            called = [one for one in called if one.known]
        if len(called) == 1 and _identity(called[0]) not in named:
            start, end = sentence.start + each.start(), sentence.start + each.end()
            found.setdefault(_identity(called[0]), replace(called[0], start=start, end=end))
    return list(found.values())


def titles_alone(text: str) -> list[str]:
    """Return the titles that stand in `text` without a name, folded: “the Minister”."""
    return [fold(found["title"]) for found in BY_TITLE.finditer(text)]


def titles_held(person: NamedPerson) -> set[str]:
    """Return the bare titles by which a text may go on about somebody, folded."""
    held = {fold(each.group()) for each in HELD.finditer(person.title)}
    return held | ({"ambassador", "ambassadeur", "ambassadrice"} if HEADS_MISSION.search(person.title) else set())


def _identity(person: NamedPerson) -> Known | str:
    return person.known or fold(person.name)


def _named(mention: Mention, titles: list[tuple[str, str, int, int]]) -> NamedPerson:
    beside = (title for title, _, start, end in titles if start < mention.end and mention.start < end)
    title = next(filter(None, beside), "")
    return NamedPerson(mention.text, title, mention.start, mention.end, mention.known)


def _titles(sentence: Sentence, others: Iterable[Mention]) -> list[tuple[str, str, int, int]]:
    """Return each title that stands beside a name, with the name and where that stands.

    In a sentence of capitals alone nothing tells a name from any other word.
    """
    if sentence.text.isupper():
        return []
    result = []
    # Where each title stands, by where the name does to which it belongs.
    titled = dict[tuple[int, int], tuple[int, int]]()
    text = _lowered(sentence, others)
    for pattern in (
        COURTEOUS,
        BEGINNING,
        FOLLOWED,
        TITLED,
        CROWNED,
    ):
        for found in _each(pattern, text):
            name, title = found.span("name"), found.span("title")
            # “President Yoon, Foreign Minister Park”: the second title is not that of the first.
            if IS_TITLED.match(found["name"]) or IS_BODY.search(found["name"]):
                continue
            if pattern in (BEGINNING, FOLLOWED) and IS_NO_NAME.search(found["name"]):
                continue
            if pattern is FOLLOWED and _is_of_the_next(found, text):
                continue
            if pattern is TITLED and text[title[1]] == "," and WITH_FAMILY_NAME.fullmatch(found["title"]):
                continue
            # “Anna Berg, Minister of Defence, Jan Holm, Minister of Trade”: nor is that of the first the second’s.
            if pattern is TITLED and any(_within(title, other) for own, other in titled.items() if own != name):
                title = (title[0], title[0])
            if title[0] < title[1]:
                titled[name] = title
            # Whoever has one name is called by the title with it: “King Philippe”.
            called = HONORIFIC.sub("", found.group() if pattern is CROWNED else found["name"])
            bare = POST_NOMINAL.sub("", called)
            end = sentence.start + name[1] - (len(called) - len(bare))
            called = bare
            result.append((_tidy(sentence.text[slice(*title)]), _tidy(called), end - len(called), end))
    return result


def _is_of_the_next(found: re.Match[str], text: str) -> bool:
    """Whether a title behind a name is that of the next: « Anna Berg, le premier ministre Jan Holm »."""
    start = found.start("title")
    following = TITLED.search(text, start)
    while following and following.start("title") < found.end("title"):
        if found["article"] or following.start("name") < found.end("title"):
            return True
        following = TITLED.search(text, following.start() + 1)
    return False


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern` finds, also what begins within what it found before, at the name there."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, max(found.start("name"), found.start() + 1))


def _within(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


def _lowered(sentence: Sentence, others: Iterable[Mention]) -> str:
    """Return the text with small letters where a capital begins nobody’s name: of a State, a body, a portfolio.

    What somebody answers for becomes one word where it goes on over an “and”.
    """
    spans = [(each.start - sentence.start, each.end - sentence.start) for each in others]
    spans += [found.span("portfolio") for found in PORTFOLIO.finditer(sentence.text)]
    spans += [found.span() for found in DEPARTMENT.finditer(sentence.text)]
    text = list(sentence.text)
    for start, end in spans:
        text[start:end] = [low if len(low := letter.lower()) == 1 else letter for letter in text[start:end]]
    for found in MATTERS.finditer(sentence.text):
        start, end = found.span(found.lastgroup or 0)
        # One word, whatever it is made of: no “and” in it parts two titles.
        text[start:end] = ["_" if letter == " " else letter.lower()[:1] for letter in text[start:end]]
    return "".join(text)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,")
