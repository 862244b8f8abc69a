"""What a sentence tells: a decision, a journey, a meeting, what was agreed, officers placed at a body."""

import re
from dataclasses import dataclass, field

from .days import Dated
from .people import Named
from .text import Sentence
from .vocabulary import Known, Mention

DECIDED = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:décidé|accepté|approuvé|adopté|invité)|\bdécident?\b|\bapprouvent\b"
    r"|\bdécision (?:prise|de)\b"
    r"|\b(?:decided|accepted|approved|adopted|endorsed|ha(?:s|ve) accepted)\b"
    r"|\bagreed to (?:accept|invite|open|establish|launch|grant|recognise|designate)\b",
    re.IGNORECASE,
)
TRAVELLED = re.compile(
    r"\b(?:s[’']est rendue?|se sont rendus|se rendra|se rend|est arrivée?|effectue(?:ra)? une visite"
    r"|a effectué une visite"
    r"|en visite|a visité|visitera|est en déplacement|voyage)\b"
    r"|\b(?:visited|visits|will visit|travell?ed to|will travel to|travels to|arrived in|paid an? [\w ]*visit"
    r"|is visiting|visit to|concluded (?:a|his|her) [\w ]*visit)\b",
    re.IGNORECASE,
)
PRESS_CONFERENCE = re.compile(
    r"\bconférence de presse\b|\bpoint de presse\b|\b(?:press|news) conference\b", re.IGNORECASE
)
CALL = re.compile(
    r"\b(?:entretien|conversation) téléphonique\b|\bs[’']est entretenue? par téléphone\b"
    r"|\b(?:phone|telephone|video) call\b|\bspoke (?:by phone|on the phone)\b",
    re.IGNORECASE,
)
TALKS = re.compile(
    r"\bentretiens?\b|\bs[’']est entretenue?\b|\bs[’']entretiendra\b|\ba rencontré\b|\brencontrera\b"
    r"|\brencontre\b|\bpourparlers\b"
    r"|\ba (?:reçu|accueilli)\b(?=[^.]{0,60}\b(?:présidente?|ministre|ambassad|secrétaire|chancel))"
    r"|\b(?:received|welcomed)\b(?=[^.]{0,60}\b(?:president|minister|ambassador|secretary|chancellor)\b)"
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
    r"\b(?:ont|a) (?:co-?)?(?:signé|conclu|publié|adopté)\b|\bsigne(?:nt)?\b"
    r"|\b(?:a été|ont été) (?:signée?s?|conclue?s?)\b"
    r"|\b(?:(?:co-)?signed|signs?|issued|concluded|released|adopted)\b",
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
    r"\b(?:a remis|remet|a présenté|présente) (?:ses|leurs) lettres de créance\b"
    r"|\bpresent(?:ed|s) (?:his|her|their) credentials\b"
    r"|\bletters? of credence\b",
    re.IGNORECASE,
)
APPOINTED = re.compile(
    r"\b(?:a été|est) (?:nommée?|désignée?)\b|\b(?:has been|was|is) (?:appointed|named)\b|\bappointed as\b",
    re.IGNORECASE,
)
DESIGNATED = re.compile(
    r"\bdésignée?s?\b.{0,60}\bmission\b|\bcomme (?:sa )?mission\b|\bdesignat\w*\b.{0,80}\bmission\b|\bas its mission\b",
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
CANCELLED = re.compile(r"\b(?:annulée?|reportée?|cancelled|postponed)\b", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:se rendra|visitera|effectuera|rencontrera|will (?:visit|travel|meet))\b", re.IGNORECASE)


@dataclass
class Told:
    """A sentence with all that was found in it."""

    sentence: Sentence
    mentions: list[Mention]
    days: list[Dated]
    people: list[Named] = field(default_factory=list)

    def known(self, *kinds: str) -> list[Known]:
        """Return the records of these kinds that it names, in their order, each once."""
        found = [mention.known for mention in self.mentions if mention.known.kind in kinds]
        return list(dict.fromkeys(found))

    @property
    def text_signed(self) -> str:
        """The kind of agreement that the sentence tells was signed; empty where none was."""
        signed = self.says(SIGNED)
        return next((kind for kind, pattern in TEXTS.items() if self.says(pattern)), "") if signed else ""

    @property
    def since(self) -> Dated | None:
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
    def day(self) -> Dated | None:
        """The date of what the sentence tells: the most exact one, else the first."""
        return min(self.days, key=lambda one: (not one.is_day, one.start), default=None)


#: What stands between a verb of travelling and the place: “to”, « à ».
_PLACE = re.compile(r"\s+(?:(?:to|in|à|au|aux|en)\s+)?(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2})")


#: A place with which a sentence begins: “In Canberra, …”, « À Séoul, … ».
_FIRST = re.compile(r"\s*(?:In|At|À|A)\s+(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){0,2})")


def place_first(told: Told) -> str:
    """Return the place with which a sentence begins, if it is nothing that the register knows."""
    return _unknown(_FIRST.match(told.sentence.text), told)


def place_after(verb: re.Match[str], told: Told) -> str:
    """Return the place that stands right behind a verb of travelling and is nothing that the register knows."""
    return _unknown(_PLACE.match(told.sentence.text, verb.end()), told)


def _unknown(found: re.Match[str] | None, told: Told) -> str:
    """Return the name that was found, unless it is part of something that is understood already."""
    if found is None:
        return ""
    start, end = (told.sentence.start + where for where in found.span("name"))
    taken = any(each.start < end and start < each.end for each in (*told.mentions, *told.people, *told.days))
    return "" if taken else found["name"]
