"""What a sentence tells: a decision, a journey, a meeting, what was agreed, officers placed at a body."""

import re
from dataclasses import dataclass, field

from .days import DateInText
from .people import NamedPerson
from .text import Sentence
from .vocabulary import Known, Mention

DECIDED = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:décidé|accepté|approuvé|adopté|invité)|\bdécident?\b|\bapprouvent\b"
    r"|\bdécision (?:prise|de)\b"
    r"|\b(?:a|ont|avait|avaient) (?:accédé|donné (?:une )?suite|souscrit)\b|\b(?:accède|accèdent) à\b"
    r"|\b(?:decided|accepted|approved|adopted|endorsed|ha(?:s|ve) accepted)\b"
    r"|\b(?:grant(?:ed|s)|acceded to|agreed to)\b(?=[^.;]{0,60}\brequest\b)"
    r"|\bagreed\b(?: on [^.;]{1,30}?,?)? to (?:accept|invite|open|establish|launch|grant|recognise|designate)\b",
    re.IGNORECASE,
)
TRAVELLED = re.compile(
    r"\b(?:s[’']est rendue?|se sont rendus|se rendra|se rend|est arrivée?|en visite|a visité|visitera"
    r"|est en déplacement|voyage)\b"
    r"|\b(?:entame|entamera|commence|débute|achève|termine|conclut|effectue|effectuera|fera"
    r"|a (?:entamé|commencé|débuté|achevé|terminé|conclu|effectué|fait))\b[^.;]{0,40}? (?:une|sa|un|son)"
    r" (?:[\w-]+ ){0,3}?(?:visite|déplacement|séjour|voyage)\b"
    r"|\b(?:visite|déplacement|voyage) (?:de |du |d[’'])[^.;]{0,80}? (?:à|au|aux|en)\b"
    r"|\bvisit (?:of|by)\b[^.;]{0,80}? to\b"
    r"|\b(?:visited|visits|will visit|is visiting|visit to|arrived in)\b"
    r"|\b(?:(?:is )?travel(?:s|ling)|travell?ed|will travel) to\b"
    r"|\b(?:paid|pays|will pay|made|makes|will make|began|begins|will begin|started|starts|undertook|concluded"
    r"|concludes|ended|ends|completed)\b[^.;]{0,40}? (?:an?|his|her) (?:[\w-]+ ){0,4}?(?:visit|trip)\b",
    re.IGNORECASE,
)
PRESS_CONFERENCE = re.compile(
    r"\bconférence de presse\b|\bpoint de presse\b|\b(?:press|news) conference\b", re.IGNORECASE
)
CALL = re.compile(
    r"\b(?:entretien|conversation|échange) téléphonique\b|\bpar téléphone\b|\ba téléphoné\b"
    r"|\b(?:phone|telephone|video) call\b|\b(?:by|on the|over the) (?:tele)?phone\b",
    re.IGNORECASE,
)
#: What may stand between a verb and its auxiliary.
_ALSO = r"(?:(?:aussi|également|ensuite|notamment|brièvement|longuement|enfin|d[’']abord|par ailleurs) )?"
TALKS = re.compile(
    rf"\bentretiens?\b|\bs[’']est {_ALSO}entretenue?\b|\bse sont {_ALSO}entretenue?s\b|\bs[’']entretiendra\b"
    rf"|\ba {_ALSO}rencontré\b|\bont {_ALSO}rencontré\b|\brencontrera\b"
    r"|\brencontre\b|\bpourparlers\b"
    rf"|\b(?:a|ont) {_ALSO}été {_ALSO}(?:reçue?s?|accueillie?s?)\b"
    r"|\b(?:sera|est) (?:reçue?|accueillie?)\b|\bréunion [^.;]{0,60}?avec\b"
    r"|\ba (?:reçu|accueilli)\b(?=[^.]{0,60}\b(?:présidente?|ministre|ambassad|secrétaire|chancel))"
    r"|\b(?:received|welcomed)\b(?=[^.]{0,60}\b(?:president|minister|ambassador|secretary|chancellor)\b)"
    r"|\b(?:was|is|will be|has been) (?:received|welcomed|greeted|hosted)\b|\bcall(?:ed|s) on\b|\bcourtesy call\b"
    r"|\b(?:met with|met|meets(?: with)?|will meet(?: with)?|talks|held talks|meeting with|bilateral meeting)\b",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:sont|est|étaient) convenue?s?\b|\bont décidé d[’']approfondir\b|\bapprofondir (?:leur|la) coopération\b"
    r"|\b(?:agreed (?:to|on)|agreeing to|agreement to (?:deepen|strengthen)|deepen(?:ing)? (?:their )?cooperation)\b",
    re.IGNORECASE,
)
LIAISON = re.compile(r"\bofficiers? de liaison\b|\bliaison officers?\b", re.IGNORECASE)
SIGNED = re.compile(
    r"\b(?:ont|a) (?:co-?)?(?:signé|conclu|publié|adopté|approuvé)\b|\bsigne(?:nt)?\b"
    r"|\b(?:a été|ont été) (?:signée?s?|conclue?s?)\b"
    r"|\b(?:(?:co-)?signed|signs?|issued|concluded|released|adopted)\b|\bagreed (?:an?|the|on)\b",
    re.IGNORECASE,
)
#: What is signed, the narrowest first, each with the kind of agreement that it is.
TEXTS = {
    "programme": re.compile(
        r"\b(?:partnership|cooperation) programmes?\b|\bprogrammes? (?:individuel |individualisé |de )?(?:de )?"
        r"(?:partenariat|coopération)\b",
        re.IGNORECASE,
    ),
    "security": re.compile(r"\bsecurity agreement\b|\baccord (?:de|sur la) sécurité\b", re.IGNORECASE),
    "declaration": re.compile(
        r"\bjoint (?:\w+ )?(?:declaration|statement)\b|\bdéclaration (?:\w+ )?(?:conjointe|commune)\b", re.IGNORECASE
    ),
    "treaty": re.compile(r"\btreaty of\b|\btraité (?:de|d[’'])", re.IGNORECASE),
    "other": re.compile(
        r"\b(?:an?|the) (?:\w+ ){0,2}agreement\b|\bmemorandum of understanding\b|\b(?:un|l[’'])\s?accord\b"
        r"|\bmémorandum d[’']entente\b|\bprotocole d[’']accord\b",
        re.IGNORECASE,
    ),
}
#: A sentence that goes on about the text that was signed.
THE_TEXT = re.compile(
    r"\A\s*(?:the|this) (?:\w+ ){0,2}(?:declaration|statement|agreement|programme|memorandum|treaty)\b"
    r"|\A\s*(?:(?:la|cette) déclaration|(?:l[’']|cet )accord|(?:le|ce) (?:programme|mémorandum|traité|protocole))\b",
    re.IGNORECASE,
)
#: What has gone on from a day on.
SINCE = re.compile(r"\b(?:since|depuis)\s+(?:le\s+)?\Z", re.IGNORECASE)
#: Officers of a body, placed elsewhere: “NATO liaison officer”, « officier de liaison de l’OTAN ».
_SENT_BEFORE = re.compile(r"\s+liaison officers?\b", re.IGNORECASE)
_SENT_AFTER = re.compile(
    r"\bofficiers? de liaison (?:de l[’']|du |de la |de )\Z|\bliaison officers? of (?:the )?\Z", re.IGNORECASE
)
CREDENTIALS = re.compile(
    r"\b(?:a remis|remet|remettra|a présenté|présente|présentera)\b[^.;]{0,40}? (?:ses|leurs) lettres de créance\b"
    r"|\bpresent(?:ed|s)\b[^.;]{0,40}? (?:his|her|their) (?:credentials|letters? of credence)\b"
    r"|\bletters? of credence\b",
    re.IGNORECASE,
)
APPOINTED = re.compile(
    r"\b(?:a été|est) (?:nommée?|désignée?)\b|\b(?:has been|was|is) (?:appointed|named)\b|\bappointed as\b",
    re.IGNORECASE,
)
DESIGNATED = re.compile(
    r"\bdésignée?s?\b.{0,60}\bmission\b|\bcomme (?:sa )?mission\b|\bdesignat\w*\b.{0,80}\bmission\b|\bas its mission\b"
    r"|\b(?:devient|deviendra|devienne|fait office de|tient lieu de|becomes?|will become)(?: [\w’']+){0,2} mission\b",
    re.IGNORECASE,
)
ALL_PARTNERS = re.compile(
    r"\b(?:tous les|l[’']ensemble des) (?:pays )?partenaires\b|\ball (?:\w+ )?partner(?:s| countries| nations)\b",
    re.IGNORECASE,
)
THE_VISIT = re.compile(
    r"\b(?:durant|pendant|au cours de|lors de) (?:la|sa|cette|le) (?:visite|déplacement|séjour)\b"
    r"|\bduring (?:the|his|her|this|their) (?:visit|trip|stay)\b",
    re.IGNORECASE,
)
#: Behind it stand the hosts of whoever the sentence is about: « a été reçu par le président », “was received by”.
HOSTED_BY = re.compile(
    r"\b(?:reçue?s?|accueillie?s?)\b[^.;]{0,60}?\bpar\b|\b(?:received|welcomed|greeted|hosted)\b[^.;]{0,60}?\bby\b",
    re.IGNORECASE,
)
#: Behind it stands what people spoke about; a State named there is no party to their talks.
ABOUT = re.compile(
    r"\b(?:discuss\w*|exchanged views|spoke about|focus(?:ed|ing)? on|(?:situation|war|developments|conflict) in"
    r"|support (?:for|to)|against|évoqu\w+|abord\w+|port(?:é|ait|era) sur|traité de"
    r"|(?:situation|guerre|conflit) (?:en|au|aux)|soutien à|contre)\b",
    re.IGNORECASE,
)
#: How many days a journey takes, and whether the sentence tells how it began or how it ended.
DURATION = re.compile(
    r"\b(?P<en>two|three|four|five|six|[2-9])[- ]day\b"
    r"|\b(?:visite|déplacement|séjour|voyage)\b[^.;]{0,30}?\bde (?P<fr>deux|trois|quatre|cinq|six|[2-9]) jours\b",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6}
BEGUN = re.compile(
    r"\b(?:began|begins|will begin|started|starts|arrived|entam\w+|a commencé|commence|début\w+|est arrivée?)\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:concluded|concludes|ended|ends|completed|a conclu|conclut|a achevé|achève|a terminé|termine)\b",
    re.IGNORECASE,
)
#: Of whom the text spoke before.
OF_WHOM_IT_SPOKE = re.compile(r"\b(?:il|elle|he|she)\b", re.IGNORECASE)
#: What stands between a verb of travelling and the body that is visited: “visited NATO Headquarters”.
TO_A_BODY = re.compile(
    r"\A\s*(?:(?:to|at|of|the|au|à|le|la|du|de|des|siège|quartier général|headquarters)\s+|l[’'])*\Z", re.IGNORECASE
)
AMBASSADOR = re.compile(r"\bambassad(?:eur|rice|or)\b", re.IGNORECASE)
CANCELLED = re.compile(r"\b(?:annulée?|reportée?|cancelled|postponed)\b", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:se rendra|visitera|effectuera|rencontrera|will (?:visit|travel|meet))\b", re.IGNORECASE)


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
        topics = [found.end() + start for found in ABOUT.finditer(self.sentence.text)]
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
    def hosted(self) -> tuple[int, int] | None:
        """Where it says that somebody was received by others: behind it stand the hosts."""
        found, start = HOSTED_BY.search(self.sentence.text), self.sentence.start
        return (found.start() + start, found.end() + start) if found else None

    @property
    def speaks_of_one_before(self) -> bool:
        """Whether it is about somebody whom an earlier sentence names: “he”, before it names anybody itself."""
        found = OF_WHOM_IT_SPOKE.search(self.sentence.text)
        return bool(found) and all(found.start() + self.sentence.start < each.start for each in self.people)

    @property
    def lasts(self) -> int:
        """How many days the journey takes of which the sentence tells; 0 where it does not say so."""
        found = DURATION.search(self.sentence.text)
        word = (found["en"] or found["fr"]).lower() if found else "0"
        return int(NUMBERS.get(word, word))

    @property
    def text_signed(self) -> str:
        """The kind of agreement that the sentence tells was signed; empty where none was."""
        signed = self.says(SIGNED)
        return next((kind for kind, pattern in TEXTS.items() if self.says(pattern)), "") if signed else ""

    @property
    def since(self) -> DateInText | None:
        """The day since which something goes on, as the sentence says."""
        text, start = self.sentence.text, self.sentence.start
        return next((each for each in self.days if SINCE.search(text[: each.start - start])), None)

    @property
    def senders(self) -> set[str]:
        """The bodies whose own liaison officers the sentence tells of, as it names them."""
        text, start = self.sentence.text, self.sentence.start
        return {
            each.text
            for each in self.mentions
            if _SENT_BEFORE.match(text, each.end - start) or _SENT_AFTER.search(text[: each.start - start])
        }

    def says(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.sentence.text))

    @property
    def tells_meeting(self) -> bool:
        return any(self.says(pattern) for pattern in (PRESS_CONFERENCE, CALL, TALKS))

    @property
    def day(self) -> DateInText | None:
        """The date of what the sentence tells: the most exact one, else the first."""
        return min(self.days, key=lambda one: (not one.is_day, one.start), default=None)


#: What stands between a verb of travelling and the place: “to”, « à ».
_PLACE = re.compile(r"\s+(?:(?:to|in|à|au|aux|en)\s+)?(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2})")


#: A place with which a sentence begins: “In Canberra, …”, « À Séoul, … ».
_FIRST = re.compile(r"\s*(?:In|At|À|A)\s+(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2})")


def place_first(told: ToldSentence) -> str:
    """Return the place with which a sentence begins, if it is nothing that the register knows."""
    return _unknown(_FIRST.match(told.sentence.text), told)


def place_after(verb: re.Match[str], told: ToldSentence) -> str:
    """Return the place that stands right behind a verb of travelling and is nothing that the register knows."""
    return _unknown(_PLACE.match(told.sentence.text, verb.end()), told)


def _unknown(found: re.Match[str] | None, told: ToldSentence) -> str:
    """Return the name that was found, unless it is part of something that is understood already."""
    if found is None:
        return ""
    start, end = (told.sentence.start + where for where in found.span("name"))
    taken = any(each.start < end and start < each.end for each in (*told.mentions, *told.people, *told.days))
    return "" if taken else found["name"]
