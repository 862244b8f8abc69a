"""The words by which a sentence tells of a text: that it was signed, by whom, since when it is in force."""

import re

#: A text of which somebody is glad that it was agreed, on which day stands right behind.
_IS_GLAD_OF = (
    r"(?:\b(?:welcom(?:ed|es|ing)|hail(?:ed|s)|applaud(?:ed|s)|(?:following|since|after) the"
    r"|félicité(?:e?s)? d|salu(?:é|e|ent)|depuis l|après l|(?:à la )?suite (?:de|à) l))"
    r"(?:(?!\b(?:towards?|vers|vue|negotiations?|négociations?|progress|progrès|forward|prospects?|perspective|intention)\b)"
    r"[^;,.]){0,70}?\b(?:conclusion|adoption|signature|signing)\b"
    r"(?:,? (?:in|on|en|le) [\w ]{3,20},?)? (?:of|d(?:e|u|es)|d[’'])\b(?! (?:the |les |la )?n[eé]go[ct]iations?\b)"
)

SIGNED = re.compile(
    r"\b(?:ont|a|avai(?:t|ent)) (?:\w+ )?(?:co-?)?(?:signé|paraphé|conclu|publié|adopté|approuvé|entériné|renouvelé"
    r"|reconduit|actualisé)\b|\bsigne(?:nt)?\b"
    r"|\b(?:ont|a|avai(?:t|ent)) apposé (?:[\w’]+ ){0,3}?(?:signatures?|paraphes?)\b"
    r"|\b(?:se sont mis d[’']accord sur|sont convenue?s) (?:un|une|d[’']une?)\b"
    r"|\b(?:(?:a|ont|avai(?:t|ent)) été|fut|furent) (?:signée?s?|conclue?s?|adoptée?s?|publiée?s?|entérinée?s?)\b"
    # Of what somebody could sign, or hopes to, nothing is known.
    r"|(?<!\bto )(?<!\bcould )(?<!\bmay )(?<!\bmight )(?<!\bshould )(?<!\bwould )(?<!\bcan )(?<!\bmust )\bsigns?\b"
    r"|\b(?:(?:co-)?signed|issued|concluded|released|adopted|endorsed|announced|renewed)\b|\bagreed (?:an?"
    r"|the|on)\b"
    r"|\b(?:lors de|à l[’']occasion de) la signature\b(?=[^;]{0,80}\bd(?:[’']une?|u|e la|e l[’'])\s?)"
    r"|\bat the signing of\b"
    r"|\b(?:adopte|approuve|publie|signe)(?:nt)? (?:un|une|le|la|l[’'])"
    r"|\bsignée?s? (?:à [A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)? )?le (?=\d)"
    rf"|(?:\A|:)\s*(?:signing of|signature d(?:e|u|[’']))|{_IS_GLAD_OF}",
    re.IGNORECASE,
)

#: Those who stand before it have not signed, for all that the sentence says: “welcomed the conclusion of”.
GLAD_OF = re.compile(_IS_GLAD_OF, re.IGNORECASE)

#: Whoever is told of in the sentence before signed then and there.
HAVE_SIGNED = re.compile(
    r"\b(?:signed|issued|adopted|initialled)\b|\b(?:ont|a|avai(?:t|ent)) (?:co-?)?(?:signé|paraphé|publié|adopté)\b",
    re.IGNORECASE,
)

#: Somebody put their name to a text, which is over.
BY_HAND = re.compile(r"\b(?:signed|initialled)\b|\b(?:ont|a) (?:\w+ )?(?:co-?)?(?:signé|paraphé)\b", re.IGNORECASE)

#: What is signed, the narrowest first, each with the kind of agreement that it is.
TEXTS = {
    "programme": re.compile(
        r"\bpartnership action plans?\b|\bplans? d[’']action (?:individuels? )?(?:pour le|de) partenariat\b"
        r"|\b(?:partnership|cooperation) programmes?\b|\bprogrammes? (?:individuel |individualisé |de )?(?:de )?"
        r"(?:partenariat|coopération)\b",
        re.IGNORECASE,
    ),
    "security": re.compile(
        r"\bsecurity agreement\b|\baccord (?:de|sur la) sécurité\b"
        r"|\bagreement\b.{0,120}?\bon the (?:security|protection|exchange) of (?:classified )?information\b"
        r"|\bsecurity of information agreement\b"
        r"|\baccord\b.{0,120}?\bsur (?:la (?:sécurité|protection)|l[’']échange) d(?:es |[’'])informations\b",
        re.IGNORECASE,
    ),
    "declaration": re.compile(
        r"\bjoint (?:\w+ )?(?:declaration|statement|communiqu[eé])\b"
        r"|\bdéclaration (?:\w+ )?(?:conjointe|commune)\b|\bcommuniqué (?:conjoint|commun)\b",
        re.IGNORECASE,
    ),
    "treaty": re.compile(r"\btreaty of\b|\btraité (?:de|d[’'])", re.IGNORECASE),
    "other": re.compile(
        r"\b(?:an?|the) (?:\w+ ){0,2}agreement\b|\bmemorandum of understanding\b|\b(?:un|l[’'])\s?(?:nouvel )?accord\b"
        r"|\bmémorandum d[’']entente\b|\bprotocole d[’']accord\b",
        re.IGNORECASE,
    ),
}

#: With which the heading of a text begins that two sides issue together.
STATEMENT_OF = re.compile(
    r"\W*(?:joint (?:\w+ )?(?:declaration|statement|communiqu[eé])\b.{0,40}?\b(?:of|by|between)\b"
    r"|(?:déclaration (?:\w+ )?(?:conjointe|commune)|communiqué (?:conjoint|commun))\b.{0,40}?\b(?:d[eu]|entre|d[’']))",
    re.IGNORECASE,
)

#: With which the line below such a heading says whose text it is: « publiée à l’occasion de l’entretien entre ».
ISSUED = re.compile(
    r"\W*(?:issued|published|publiée?|adoptée?|faite?|on the occasion|à l[’']occasion)\b"
    r".{0,60}?\b(?:by|between|par|entre)\b",
    re.IGNORECASE,
)

#: Behind those two who met, by which they say that the document is theirs.
THE_FOLLOWING = re.compile(
    r"\b(?:issued|adopted|made|released|agreed (?:on )?) the following (?:joint )?(?:declaration|statement)\b"
    r"|\b(?:publié|adopté|fait|convenus? d[ue]) (?:la déclaration|le communiqué) (?:conjointe? |commune? )?"
    r"(?:suivante?|ci-après)\b",
    re.IGNORECASE,
)

#: Behind it stands an earlier text, of whose signature a sentence only reminds: “It replaces the programme signed in”.
EARLIER_TEXT = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|buil(?:ds?|ding|t) (?:up)?on|follows|succeeds|updates|renews"
    r"|remplac(?:e|era|ent|ant)|a remplacé|renouvelle|prolonge|actualise"
    r"|(?:succède|se substitue|fait suite) (?:à|aux?))\b[^,;]*\Z",
    re.IGNORECASE,
)

#: Since when a text is in force: since the day of its signature, or from the day that stands behind.
IN_FORCE = re.compile(
    r"\b(?:(?:entered|enters|will enter|comes|came|will come) into (?:force|effect)|(?:took|takes|will take) effect"
    r"|(?:est entrée?|entre|entrera) en vigueur|(?:prend|prendra|a pris) effet)\b",
    re.IGNORECASE,
)

ON_SIGNATURE = re.compile(
    r"\b(?:(?:up)?on|with|at|from|(?:as )?of) (?:the (?:date|day|moment) of )?(?:its )?(?:signature|signing)\b"
    r"|\b(?:dès|à|au (?:jour|moment) de|à (?:la date|compter) de|lors de) (?:sa|la) signature\b"
    r"|\b(?:the|this|that) (?:same )?day\b|\ble (?:même jour|jour même|jour de sa signature)\b"
    r"|\b(?:immediately|immédiatement|aussitôt)\b",
    re.IGNORECASE,
)

#: A sentence that goes on about the text that was signed.
THE_TEXT = re.compile(
    r"\A\s*(?:celui-ci|celle-ci|ce(?:lui)? dernier|cette dernière|la signature)\b"
    r"|\A\s*(?:the|this) (?:\w+ ){0,2}(?:declaration|statement|agreement|programme|memorandum|treaty|plan)\b"
    r"|\A\s*(?:(?i:the|this|l[’']|le|ce|cet) ?)(?-i:ITPP|IPCP|IPAP|PIPC)\b"
    r"|\A\s*(?:(?:la|cette) déclaration|(?:l[’']|cet )accord|(?:le|ce) (?:programme|mémorandum|traité|protocole))\b",
    re.IGNORECASE,
)

#: Behind it stand those who signed: “was signed in Brussels by Ambassador Yokota and”.
SIGNED_BY = re.compile(
    r"(?:,|\)) (?:signed\b[^;]*?\bby\b|signée?\b[^;]*?\bpar\b)|"
    r"\b(?:was|were|(?:has|have|had) been) (?:\w+ )?signed\b[^;]*?\bby\b"
    r"|\b(?:signature|paraphe) a été apposée?\b[^;]*?\bpar\b"
    r"|\b(?:(?:a|ont|avai(?:t|ent)) été|fut|furent) (?:\w+ )?signée?s?\b[^;]*?\bpar\b",
    re.IGNORECASE,
)

#: The years for which a programme is.
FOR_THE_YEARS = re.compile(
    r"\b(?:covers?|covering|for|couvre|couvrant|pour|portant sur) (?:(?:the|les|la) )?"
    r"(?:(?:years|period|années|période) )?(?P<years>(?P<first>20\d\d)\s?(?:[-–]|to|à)\s?(?P<last>20\d\d))\b",
    re.IGNORECASE,
)

#: Behind it stands with whom somebody signed: “signed the programme with the Secretary General, Ms Berg”.
SIGNED_WITH = re.compile(
    r"\b(?:avec|with)\b(?!(?:(?!\b(?:avec|with)\b).)*\b(?:présence|presence|lors|during)\b)", re.IGNORECASE
)

#: What only a text does, so that “it” is the one of which the sentence before tells.
OF_THE_TEXT = re.compile(
    r"\b(?:concerne|covers)\b|\b(?:couvre|comprend|comporte|porte|met|prévoit)\b (?:\w+ )?(?:l[’']accent )?sur\b"
    r"|\b(?:covers|includes|provides (?:for)?|sets out|identifies|replaces|supersedes|builds on"
    r"|couvre|comprend|comporte|prévoit|énumère|porte sur|remplace|succède (?:à|au)|fait suite (?:à|au))\b",
    re.IGNORECASE,
)
