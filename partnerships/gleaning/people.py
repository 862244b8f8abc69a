"""The people whom a text names: those the register knows, and those it does not know yet, with their titles."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from partnerships.folding import fold

from .demonyms import is_adjective
from .known_names import Known, Mention
from .text import Sentence

#: How the title of somebody begins, in either language.
TITLES = (
    r"(?:vice-)?premi(?:er|ère) ministre|(?:vice-)?ministre"
    r"|secrétaire générale?(?: adjointe?| déléguée?)*|secrétaire d[’']État"
    r"|roi|reine|émir|prin(?:ce|cesse) héri(?:tier|tière)|présidente?|ambassad(?:eur|rice)"
    r"|commandante?|(?:contre-|vice-)?amirale?|générale?|colonel(?:le)?"
    r"|haute? représentante?|représentante? spéciale?"
    r"|chancel(?:ier|ière)|directeur|directrice|conseill(?:er|ère)|cheff?e?"
    r"|(?:deputy )?prime ministers?|(?:(?:vice|deputy)[- ])?(?:(?!and\b|the\b)[a-z]+ )?ministers?"
    r"|(?:(?:deputy|assistant) )*secretary[- ]general"
    r"|secretary of state"
    r"|president|(?:deputy )?ambassador|commander|(?:rear |vice )?admiral"
    r"|(?:(?:lieutenant|major|brigadier)[- ])?general|colonel"
    r"|high representative|special representative|chancellor|director(?:[- ]general)?"
    r"|king|queen|emir|amir|crown prince(?:ss)?|(?:federal )?councillor|adviser|head|chief|chair(?:man|woman|person)?"
)
#: An article stands in a title only behind what leads to it: “President of the United States”.
_NO_ARTICLE = r"(?:(?<=\bof\s)|(?<=\bfor\s)|(?<=\bto\s)|(?!(?:the|an?|une?|Mrs?|Ms|Mme|Dr)\b))"
#: What no title holds: whoever is named behind it has a title of their own.
VERB = (
    r"(?:a|ont|avait|était|étaient|est|sont|sera|seront|reçoit|accueille|rencontre|avec|qui|was|were|is|has|had|have|will|met|meets?"
    r"|held|holds?|visit(?:ed|s)|receive[ds]|welcome[ds]|host(?:ed|s)|join(?:ed|s)|conclude[ds]|praise[ds]|paid|said|told"
    r"|thank(?:ed|s)|sign(?:ed|s)|announce[ds]|appoint(?:ed|s)|congratulate[ds]|discuss(?:ed|es)|express(?:ed|es)"
    r"|note[ds]|spoke|speaks|stated|stress(?:ed|es)|travel(?:led|s)|underline[ds]|laid|took|takes|addressed|opened|attended"
    r"|presents?|présente|annonce|effectue|entame|participe|remercie|salue|souligne|signe|visite|who|with)\b"
)
#: What ends a title, and begins no name: “Vice-President of the European Commission Josep Borrell”.
_NO_BODY = r"(?!(?:Commission|Council|Committee|Union|Alliance|Parliament|Conseil|Comité|Parlement)\b)"
NAME = (
    rf"{_NO_BODY}[A-ZÀ-ÖØ-Þ][\w’'-]+"
    r"(?:\s+(?:(?:d[eiu]|van|von|der|al|el|bin|ibn)\b|[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)){1,5}"
)
#: What a title does not end in: what follows then belongs to it, and is nobody’s name.
_CLOSED = (
    r"(?<!\bfor)(?<!\bof)(?<!\bto)(?<!\band)(?<!\bthe)(?<!\bde)(?<!\bdu)(?<!\bdes)(?<!\bla)(?<!\ble)(?<!\bles)(?<!\bà)"
    r"(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bby)(?<!\bfrom)(?<!\ben)(?<!\bpar)(?<!\bdans)(?<!\bsur)(?<!\bpour)"
    r"(?<!\bau)(?<!\baux)(?<!\bet)(?<!\bchargé)(?<!\bchargée)(?<!\bauprès)(?<![’'])"
)
_MODIFIER = rf"(?:\s+{_NO_ARTICLE}(?!(?:et|and|in(?!\s+charge\b)|at|from|by|{VERB})\b)[\w’'-]+){{0,8}}?{_CLOSED}"
#: What courtesy puts before a name, all of it.
COURTESY = (
    r"(?:(?:S\.\s?E\.|H\.\s?[EHM]\.|M\.|Mme|Mlle|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Son (?:Excellence|Altesse(?: Royale)?)|Sa Majesté|(?:His|Her) (?:Excellency|Majesty|(?:Royal )?Highness))\s+)"
)
#: A title, then a name: « le ministre de la Défense, M. Itsunori Onodera », “Prime Minister Fumio Kishida”.
_TITLED = re.compile(
    rf"\b(?P<title>(?:(?i:{TITLES})(?:\s+(?!{VERB})[a-zà-ÿ][\w’'-]*){{0,6}}? (?:and|et) )?(?i:{TITLES}){_MODIFIER})"
    rf",?\s+{COURTESY}*(?P<name>{NAME})"
)
#: A name, then a title between commas: “Taro Kono, Minister for Foreign Affairs,”, “Viola Amherd, Swiss Councillor,”.
_FOLLOWED = re.compile(
    rf"\b(?P<name>{NAME}),\s+(?P<article>(?:le|la|the)\s+)?"
    rf"(?P<title>(?:(?!(?:et|and|le|la|les|the|{VERB})\b)[\w’'-]+\s+){{0,2}}?(?i:{TITLES})\b"
    rf"(?:(?!\s+{VERB}|\s+(?:and|et)\s+{COURTESY})[^,.;:()]){{0,80}})"
)

#: A name in full behind a courtesy: « M. Yoon Soon-gu », “Ms Viola Amherd”.
_COURTEOUS = re.compile(rf"\b{COURTESY}+(?P<name>{NAME})(?P<title>)")
#: A name of which the text says that an office began: “Axel Wernhoff was appointed”, « Axel Wernhoff a été nommé ».
_BEGINNING = re.compile(
    rf"\b(?P<name>{NAME})(?P<title>)"
    r"(?=,?\s+(?:(?:was|is|has been) (?:appointed|named)|presented (?:his|her) credentials"
    r"|(?:took|assumed) (?:up )?(?:office|(?:his|her|the) (?:new )?(?:duties|post|office|functions|position)\b)"
    r"|(?:a été|est) (?:nommée?|désignée?)|a (?:remis|présenté) ses lettres de créance"
    r"|a pris ses (?:nouvelles )?fonctions|est entrée? en fonctions?|was born (?:in|on)|est née? (?:à|en|au|le)))"
)

#: For what a minister stands: “Minister of Foreign Affairs”, « ministre de la Défense ».
_PORTFOLIO = re.compile(
    r"\b(?i:ministers?|ministres?|ministry|ministère|department|département|secretary|secrétaire d[’']État)"
    r" (?i:of|for|de|des|du|à|aux?)"
    r"(?: (?i:the|la|le|les))?(?: [dl][’'])?[ ’']?"
    r"(?P<portfolio>(?:(?:National|Foreign|External|Internal|Home|European) )?"
    r"(?:Defen[cs]e|Affairs|Relations|Interior|Justice|Finance|Economy|Trade|State|Security"
    r"|Défense|Affaires|Intérieur"
    r"|Finances|Économie|Commerce|Sécurité)(?: (?:and|et) (?:[A-ZÀ-ÖØ-Þ]\w+ ?){1,2})?)"
)
#: A department of several matters, which commas part: “Department of Defence, Civil Protection and Sport”.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]\w+(?: [A-ZÀ-ÖØ-Þ]\w+)*"
_DEPARTMENT = re.compile(
    rf"\b(?:Federal )?(?:Department|Ministry) (?:of|for) (?P<en>(?:{_CAPITAL}, )*{_CAPITAL} and {_CAPITAL})"
    r"|\b(?:[Dd]épartement|[Mm]inistère|[Mm]inistre)(?: fédérale?)?"
    rf" (?P<fr>d\S+ (?:la |l[’'])?{_CAPITAL}(?:, d\S+ (?:la |l[’'])?{_CAPITAL}"
    rf"(?: de la \w+)?)+ et d\S+ (?:la |l[’'])?{_CAPITAL})"
)
#: What somebody answers for whose title goes on over an “and”: “for Political Affairs and Security Policy”.
_MATTER = (
    r"(?:Affairs|Challenges|Climate|Cooperation|Culture|Defen[cs]e|Development|Diplomacy|Economy|Education|Emergencies"
    r"|Energy|Environment|Finance|Health|Industry|Innovation|Integration|Intelligence|Interior|Investment|Issues|Justice"
    r"|Labour|Management|Operations|Partnerships?|Planning|Policy|Relations|Research|Resources|Security|Sports?"
    r"|Technology|Threats|Tourism|Trade|Transport)"
)
_MATTERS = re.compile(
    rf"\b(?i:{TITLES}) (?:for|of) (?P<en>(?:(?:(?!(?i:{TITLES})\b)[A-ZÀ-ÖØ-Þ][\w’'-]+|and|of|the) )*{_MATTER})\b"
    rf"(?! (?i:{TITLES})\b)"
    rf"|\b(?i:{TITLES}) (?P<affairs>des [Aa]ffaires (?:étrangères|extérieures) et"
    r" (?:européennes|(?:du|de la|de l[’'])\s?[\wÀ-ÿ]+|des [\wÀ-ÿ]+(?: (?:extérieur|international)\w*)?))"
    rf"|\b(?i:{TITLES}) (?P<fr>(?:pour|chargée? (?:de|des|du|d[’']))"
    rf"(?: (?!(?:{VERB}|et\b|(?i:{TITLES})\b))[a-zà-ÿ][\w’'-]*)"
    rf"{{1,6}} et(?: (?!(?:{VERB}|et\b)|(?:(?:le|la|les) )?(?i:{TITLES})\b)[a-zà-ÿ][\w’'-]*){{1,6}})"
)
#: A title, then a family name by itself: whoever is named behind the comma has another one.
_WITH_FAMILY_NAME = re.compile(rf"(?i:{TITLES})\s+[A-ZÀ-ÖØ-Þ][\w’'-]+\Z")
#: What stands before a family name alone.
_ADDRESSED = re.compile(
    rf"\b(?:M\.|MM\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|(?i:{TITLES}))\s+\Z"
    rf"|\b(?:MM\.|Mmes|Messrs\.?|(?i:{TITLES})(?<=s))\s+[A-ZÀ-ÖØ-Þ][\w’'-]+(?:, [A-ZÀ-ÖØ-Þ][\w’'-]+)* (?:et|and) \Z"
)


#: A name that begins with a title or ends in one, one that holds a title or an article, and a courtesy before one.
IS_TITLED = re.compile(rf"(?i:{TITLES})\s|.*\b(?i:{TITLES})\Z")
_IS_NO_NAME = re.compile(
    rf"\b(?:(?i:{TITLES})|The|A|An|New|Le|La|Les|Un|Une|L[’'].*)\b"
    r"|\A(?:In|At|On|During|After|Before|From|Since|À|Au|Aux|En|Dans|Lors|Après|Avant|Du|Depuis|Le)\b"
)
#: The last word of what is a body, and nobody.
IS_BODY = re.compile(
    r"\b(?:Committee|Council|Congress|Command|Forces?|Staff|Agency|Ministry|Department|Commission|Assembly|Parliament|Board|Group"
    r"|University|Institute|Headquarters|Base|Comité|Conseil|Commandement|État-major|Agence|Ministère|Direction"
    r"|Assemblée|Parlement|Université|Institut|Affairs|Affaires|Nations(?: Unies)?|Union(?: européenne)?|Alliance|Cross"
    r"|Memorial|Centre"
    r"|Center|Palace|Museum|Palais|Mémorial|Musée)\Z"
)
_HONORIFIC = re.compile(r"\A(?:MM?\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+")
#: « la conférence de presse du secrétaire général et du premier ministre », not « la représentante du ministre ».
_OF_BOTH = (
    r"(?:(?<=conférence de presse )|(?<=de presse conjointe )|(?<=de presse commune )|(?<=entretien )|(?<=rencontre )"
    r"|(?<= et ))du"
)
#: A title alone: “the Secretary General met”, not “the Secretary General of the United Nations”, nor one before a name.
_BY_TITLE = re.compile(
    rf"\b(?:(?i:the(?: new)?|le(?: nouve(?:au|l))?|la(?: nouvelle)?|{_OF_BOTH})\s+|[Ll][’'])(?P<title>(?i:{TITLES}))\b"
    rf"(?!\s+(?:of|for|de|du|des|chargée?|(?:and|et)(?!\s+(?:the|le|la|du|l[’'])\b)|fédérale?|adjointe?|déléguée?"
    rf"|designate|en exercice)\b|\s+d[’']|-"
    rf"|,?\s+{COURTESY}*[A-ZÀ-ÖØ-Þ])"
)
_WORD = re.compile(r"\w+")
#: Behind it stands of what somebody has the title: “Prime Minister of”, « ministre de la Défense du ».
TITLE_OF = re.compile(
    rf"\b(?i:{TITLES})\b(?:\s+(?!{VERB})[\w’'-]+){{0,5}}\s+(?:of|for|de|du|des|d[’'])(?:\s*(?:the|la|le|l[’']))?\s*\Z"
    rf"|\b(?i:{TITLES})\s+(?:of|for|de|du|des|d[’'])(?:\s*(?:the|la|le|l[’']))?\s*\Z"
)
_HELD = re.compile(rf"\b(?i:{TITLES})\b")


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
    return sorted(once.values(), key=lambda one: one.start)


def by_family_name(sentence: Sentence, mentions: Iterable[Mention], families: Mapping[str, Known]) -> list[Mention]:
    """Return those of whom the text spoke in full before, where it now says the family name after a title alone."""
    taken, found = [(each.start, each.end) for each in mentions], []
    for word in sentence.words:
        known = families.get(word.folded)
        free = not any(start <= word.start < end for start, end in taken)
        if known and word.capital and free and _ADDRESSED.search(sentence.passage(sentence.start, word.start)):
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
        if named and free and word.capital and _ADDRESSED.search(sentence.passage(sentence.start, word.start)):
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
    for each in _BY_TITLE.finditer(sentence.text):
        if is_adjective(next(iter(_WORD.findall(sentence.text, each.end())), "")):
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
    return [fold(found["title"]) for found in _BY_TITLE.finditer(text)]


def titles_held(person: NamedPerson) -> set[str]:
    """Return the bare titles by which a text may go on about somebody, folded."""
    return {fold(held.group()) for held in _HELD.finditer(person.title)}


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
    for pattern in (_COURTEOUS, _BEGINNING, _FOLLOWED, _TITLED):
        for found in _each(pattern, text):
            name, title = found.span("name"), found.span("title")
            # “President Yoon, Foreign Minister Park”: the second title is not that of the first.
            if IS_TITLED.match(found["name"]) or IS_BODY.search(found["name"]):
                continue
            if pattern in (_BEGINNING, _FOLLOWED) and _IS_NO_NAME.search(found["name"]):
                continue
            if pattern is _FOLLOWED and _is_of_the_next(found, text):
                continue
            if pattern is _TITLED and text[title[1]] == "," and _WITH_FAMILY_NAME.fullmatch(found["title"]):
                continue
            # “Anna Berg, Minister of Defence, Jan Holm, Minister of Trade”: nor is that of the first the second’s.
            if pattern is _TITLED and any(_within(title, other) for own, other in titled.items() if own != name):
                title = (title[0], title[0])
            if title[0] < title[1]:
                titled[name] = title
            called = _HONORIFIC.sub("", found["name"])
            end = sentence.start + name[1]
            result.append((_tidy(sentence.text[slice(*title)]), _tidy(called), end - len(called), end))
    return result


def _is_of_the_next(found: re.Match[str], text: str) -> bool:
    """Whether a title behind a name is that of the next: « Anna Berg, le premier ministre Jan Holm »."""
    start = found.start("title")
    following = _TITLED.search(text, start)
    while following and following.start("title") < found.end("title"):
        if found["article"] or following.start("name") < found.end("title"):
            return True
        following = _TITLED.search(text, following.start() + 1)
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
    spans += [found.span("portfolio") for found in _PORTFOLIO.finditer(sentence.text)]
    spans += [found.span() for found in _DEPARTMENT.finditer(sentence.text)]
    text = list(sentence.text)
    for start, end in spans:
        text[start:end] = [low if len(low := letter.lower()) == 1 else letter for letter in text[start:end]]
    for found in _MATTERS.finditer(sentence.text):
        start, end = found.span(found.lastgroup or 0)
        # One word, whatever it is made of: no “and” in it parts two titles.
        text[start:end] = ["_" if letter == " " else letter.lower()[:1] for letter in text[start:end]]
    return "".join(text)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,")
