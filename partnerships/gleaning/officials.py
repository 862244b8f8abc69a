"""People of whom a sentence says the office alone, and whom they met: “NATO’s Secretary General met the Minister”."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from partnerships.folding import fold

from . import words_of_journeys, words_of_meetings
from .demonyms import is_adjective
from .known_names import Known, Mention
from .people import NamedPerson
from .text import Sentence
from .words_of_people import COURTESY, TITLES, VERB

#: What stands for the State or the body whose office it is.
_WHOSE = "\x00"
_OF = rf"(?: of (?:the )?| du | des | de la | de l[’']| de | d[’']){_WHOSE}"
_FOREIGN = r"minist(?:er (?:of|for) foreign affairs|re des affaires étrangères)|foreign minister"
_DEFENCE = r"minist(?:er (?:of|for) (?:national )?defen[cs]e|re de la défense)|defen[cs]e minister"
#: Not behind what makes another office of it: “Deputy Prime Minister”, « vice-ministre ».
_HIMSELF = r"(?<![\w-])(?<!\bvice\s)(?<!\bdeputy\s)(?<!\bassistant\s)(?<!\bacting\s)(?<!\bformer\s)(?<!\bancien\s)"
#: How the office of each role is said in a sentence.
_ROLES = {
    "head_of_government": rf"{_WHOSE}\sprime\sminister|prime\sminister{_OF}"
    rf"|premi(?:er|ère)\sministre(?:\s{_WHOSE}|{_OF})",
    "foreign_minister": rf"{_WHOSE}\s(?:{_FOREIGN})|(?:{_FOREIGN}){_OF}|ministre\s{_WHOSE}\sdes\saffaires\sétrangères",
    "defence_minister": rf"{_WHOSE}\s(?:{_DEFENCE})|(?:{_DEFENCE}){_OF}|ministre\s{_WHOSE}\sde\sla\sdéfense",
    "secretary_general": rf"{_WHOSE}\ssecretary[-\s]general|secretary[-\s]general{_OF}|secrétaire\sgénérale?{_OF}",
}
_SAID = {role: re.compile(rf"{_HIMSELF}(?:{said})(?!\w)", re.IGNORECASE) for role, said in _ROLES.items()}
_IS_HIMSELF = re.compile(_HIMSELF, re.IGNORECASE)
#: What may stand between the office and the verb of meeting, before and behind it.
_SUBJECT = re.compile(r"\s*(?:(?:also|then)\s+)?\Z", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s*(?:(?:demain|aujourd[’']hui|hier|today|tomorrow|yesterday|ensuite|également|aussi|also|then"
    r"|(?:le|on) \d{1,2}(?:er)? [A-Za-zéû]+(?: \d{4})?),?\s+)?"
    r"(?:(?:with|by|avec|par)\s+)?(?:(?:the|le|la|les)\s+|l[’'])?\Z",
    re.IGNORECASE,
)
#: Those who head the missions of several States, which stand behind one by one; of one it would be its head.
_HEADS = re.compile(r"\b(?:heads of mission|ambassadors|chefs de mission|ambassad(?:eurs|rices))\b", re.IGNORECASE)
_AND_OF = re.compile(
    r"(?:,?\s+(?:and|et)|,)?\s*(?:(?:of|du|de|des)\s+|d[’'])?(?:the\s+|la\s+|l[’']|les\s+)?", re.IGNORECASE
)
MANY = 2
#: Where they met, before whom: « avait rencontré à Mons le commandant ».
_THERE_WITH = re.compile(r"\s*(?:à|en|in|at) [A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?,?\s+\Z")
#: What may stand between an office and the name of who holds it.
_NAMED = re.compile(rf"(?:\s*\([^()]*\))?,?\s*{COURTESY}*\Z")

#: A matter of several words that commas part, for which somebody answers.
_MATTER = r"\s+(?i:women, peace and security|les femmes, la paix et la sécurité)\b"
#: Who takes part without a name: “the Vice Minister”, « son homologue français », “a Korean delegation”.
_UNNAMED = re.compile(
    rf"(?:\b(?i:the|an?|its|his|her|their|le|la|les|un|une|son|sa|leurs?)\s+|\b[Ll][’']|\A\s*)"
    rf"(?:(?!(?:and|et|the|an?|le|la|les|{VERB})\b)[\w’'-]+\s+){{0,3}}?"
    rf"(?P<title>(?i:{TITLES}|counterparts?|homologues?|delegations?|délégations?))\b(?![’']s\b)"
    rf"(?P<more>(?:\s+(?:Europe|Transformation)\b|(?:\s+[a-zà-ÿ]+)?(?:\s+(?:of|for|from|de(?!\s+passage)|du|des|chargée?|pour|adjointe?s?|déléguée?s?)\b|\s+[dl][’'](?=\w))"
    rf"(?:{_MATTER}|\s+pour(?!{_MATTER})\s+l(?:e|a|es)\b|(?:\s+|[’'])?(?!(?:{VERB}|in|at|on|to|by|par|also|then|aussi|également|ensuite|puis|today|yesterday|tomorrow|aujourd|hier|demain|à|le|s|and(?!\s+[A-Z])|and\s+the|et(?!\s+(?:d|du|des|de)\b))\b)[\w-]+)*))?"
)
_ARTICLE = re.compile(r"\A(?:(?:the|an?|its|his|her|their|le|la|les|un|une|son|sa|leurs?)\s+|l[’'])", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+(?P<word>[\w-]+)")
_AND = re.compile(r",?\s+(?:(?:and|et)(?:\s+(?:then|ensuite))?|puis|then)(?:\s+(?:with|by|avec|par))?\s+\Z")
#: Before somebody who was met in another place than those before: “and in Tokyo the”.
_ELSEWHERE = re.compile(
    r",?\s+(?:and|et|puis|then)\s+(?:in|at|à|au|en)\s+[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?,?\s+(?:(?:the|le|la)\s+|l[’'])?\Z"
)
#: Where and on which day somebody was met, before the next one: “Ms Berg in Canberra on 3 May, and the Minister”.
_THERE = re.compile(
    r"(?:\s+\([A-Z]{2,}\))?"
    r"(?:\s+(?:in|at|à|au|en)\s+[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)?(?:,?\s+(?:on|le)\s+\d[\w ]{0,20}\w)?"
)
_IS_NOUN = re.compile(r"(?:visite?|déplacement|voyage) (?:to|of|by|de|du|d[’'])", re.IGNORECASE)
_BY_OR_WITH = re.compile(r"\b(?:with|by|avec|par|call from|visite de courtoisie de)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class UnnamedParty:
    """Somebody without a name who met others: the bare title, the whole one, its place, whether before the verb."""

    title: str
    styled: str
    start: int
    end: int
    is_subject: bool
    #: Whether the sentence says more than the bare title: “the Minister for Foreign Affairs”, not “the Minister”.
    is_introduced: bool
    #: Whether it stands behind somebody named: “met Ms Berg and the Minister of Trade”.
    is_listed: bool = False

    @property
    def is_one(self) -> bool:
        """Whether it is one of whom something is said, not several, nor a title that anybody may have."""
        return self.is_introduced and not self.title.endswith("s")

    def called(self, styled: str) -> "UnnamedParty":
        """Return the same under the whole title by which the text spoke of them before."""
        return replace(self, styled=styled, is_introduced=True)


def unnamed_in(sentence: Sentence, people: Iterable[NamedPerson]) -> list[UnnamedParty]:
    """Return those who met others, or were met, and of whom `sentence` has no name; `people` are all that it names."""
    text, start, taken = sentence.text, sentence.start, list(_named_or_styled(sentence, people))
    found, verbs = [], list(_verbs(text))
    for each in _UNNAMED.finditer(text):
        first, last = each.span("title")
        if any(begin < last and first < end for begin, end in taken):
            continue
        end, extra = each.end(), each["more"] or text[each.start() : first].strip().count(" ")
        following = _NEXT_WORD.match(text, end)
        if not each["more"] and following and is_adjective(following["word"]):
            # « son homologue français », « une délégation coréenne ».
            end, extra = following.end(), following["word"]
        if any(begin >= end and _NAMED.match(text[end:begin]) for begin, _ in taken):
            # « le chef de la mission, M. Yoon »: the name stands behind the title.
            continue
        joined, ends = _AND.search(text[: each.start()]), {end for _, end in taken} | {one.end - start for one in found}
        end = min([end, *(verb.start() for verb in verbs if verb.start() > last)])
        for verb in verbs:
            # Commas within a title part nobody: “for Women, Peace and Security”.
            between = text[end if last < end <= verb.start() else last : verb.start()]
            is_subject = last <= verb.start() and not re.search(rf",|\b{VERB}", between)
            is_subject = is_subject and not any(last <= begin < verb.start() for begin, _ in taken)
            # « une délégation conduite par le directeur a été reçue »: it is not the Director who was.
            is_subject = is_subject and not _BY_OR_WITH.search(text[: each.start()])
            is_listed = joined is not None and verb.end() <= joined.start()
            is_listed = is_listed and any(_THERE.fullmatch(text, end, joined.start()) for end in ends)  # pyright: ignore[reportOptionalMemberAccess]
            before = text[verb.end() : each.start()]
            led_to = _OBJECT.match(before) or _BY_OR_WITH.search(before) or _THERE_WITH.match(before)
            met = verb.end() <= first and (is_listed or led_to)
            if is_subject or (met and words_of_meetings.MET.fullmatch(verb.group())):
                whole = _ARTICLE.sub("", text[each.start() : end].strip())
                place = start + first, start + len(text[:end].rstrip())
                found.append(UnnamedParty(fold(each["title"]), whole, *place, is_subject, bool(extra), is_listed))
                break
    return found


def introduced_in(sentence: Sentence, people: Iterable[NamedPerson]) -> tuple[str, str] | None:
    """Return the bare title and the whole one of somebody without a name with whom `sentence` begins."""
    found, taken = _UNNAMED.match(sentence.text), _named_or_styled(sentence, people)
    if (
        found is None
        or not sentence.text.rstrip(' »”"').endswith(".")
        or not found["more"]
        or any(begin < found.end() and found.start() < end for begin, end in taken)
    ):
        return None
    return fold(found["title"]), _ARTICLE.sub("", found.group().strip())


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """Yield the verbs of meeting, of taking part and of travelling, before which stands who did so."""
    yield from words_of_meetings.MET.finditer(text)
    yield from words_of_meetings.TOOK_PART.finditer(text)
    yield from (each for each in words_of_journeys.TRAVELLED.finditer(text) if not _IS_NOUN.match(each.group()))


def _named_or_styled(sentence: Sentence, people: Iterable[NamedPerson]) -> Iterator[tuple[int, int]]:
    """Yield where the names of people stand, and the titles beside them."""
    for each in people:
        first, last = each.start - sentence.start, each.end - sentence.start
        yield first, last
        if each.title:
            reach = len(each.title) + 30
            at = sentence.text.find(each.title, max(first - reach, 0), last + reach)
            if at >= 0:
                yield at, at + len(each.title)


def offices_by_role(
    sentence: Sentence, mentions: Collection[Mention], offices: Mapping[tuple[str, Known], Known]
) -> Iterator[Mention]:
    """Yield the offices that `sentence` names in other words than the register: “NATO Secretary General”."""
    named = [(each.known, each.start) for each in mentions if each.known.kind == "office"]
    for mention in mentions:
        if mention.known.kind not in ("state", "organization"):
            continue
        for role, start, end in _offices_of(sentence, mention):
            office = offices.get((role, mention.known))
            first, last = sentence.start + start, sentence.start + end
            if office and not any(office == known and first <= at < last for known, at in named):
                yield Mention(office, sentence.text[start:end], first, last)


def officials_in(
    sentence: Sentence, mentions: Iterable[Mention], people: Iterable[NamedPerson]
) -> Iterator[NamedPerson]:
    """Yield those who met, or were met, of whom `sentence` gives the office alone; each stands for that office."""
    named = list(people)
    for each in mentions:
        start, end = each.start - sentence.start, each.end - sentence.start
        is_alone = each.known.kind == "office" and not _is_named(sentence, (each.start, each.end), named)
        if is_alone and _IS_HIMSELF.match(sentence.text, start) and _has_met(sentence.text, start, end):
            yield NamedPerson(each.text, "", each.start, each.end, each.known)


def heads_of_several(
    sentence: Sentence, mentions: Collection[Mention], ambassadors: Mapping[tuple[Known, Known], Known]
) -> Iterator[NamedPerson]:
    """Return, for each State of which a sentence says so, the office of its head: “the heads of mission of A and B”."""
    states = [each for each in mentions if each.known.kind == "state"]
    bodies = {each.known for each in mentions if each.known.kind == "organization"}
    for several in _HEADS.finditer(sentence.text):
        named, at = [], sentence.start + several.end()
        for each in states:
            if each.start >= at and _AND_OF.fullmatch(sentence.passage(at, each.start)):
                named.append(each)
                at = each.end
        if len(named) < MANY or not _has_met(sentence.text, several.start(), at - sentence.start):
            continue
        for each in named:
            to = {one: office for (sender, one), office in ambassadors.items() if sender == each.known}
            offices = [office for one, office in to.items() if one in bodies]
            if len(offices) == 1:
                yield NamedPerson(each.text, "", each.start, each.end, offices[0])


def _offices_of(sentence: Sentence, mention: Mention) -> Iterator[tuple[str, int, int]]:
    """Yield the roles in which a sentence speaks of a State or body, and where it says them."""
    before, behind = mention.start - sentence.start, mention.end - sentence.start
    text = f"{sentence.text[:before]}{_WHOSE}{sentence.text[behind:]}"
    for role, said in _SAID.items():
        for found in said.finditer(text):
            if _WHOSE in found.group():
                yield role, found.start(), found.end() + (behind - before - 1)


def _has_met(text: str, start: int, end: int) -> bool:
    """Whether an office stands right before a verb of meeting, or right behind it."""
    elsewhere = _ELSEWHERE.search(text[:start])
    return any(
        (end <= verb.start() and _SUBJECT.match(text[end : verb.start()]))
        or (verb.end() <= start and _OBJECT.match(text[verb.end() : start]))
        or (elsewhere and verb.end() <= elsewhere.start())
        for verb in words_of_meetings.MET.finditer(text)
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
