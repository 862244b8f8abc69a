"""The words by which a sentence tells what was decided, agreed, signed or designated, and of officers sent abroad."""

import re

DECIDED = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:décidé|accepté|approuvé|adopté|invité)|\bdécident?\b|\bapprouvent\b"
    r"|\bdécision (?:prise|de|du)\b|\bdecision (?:taken )?(?:of|by) (?:the )?(?=[A-Z][^;]{1,60}? to\b)"
    r"|\b(?:a|ont|avait|avaient) (?:accédé|donné (?:une )?suite|souscrit)\b|\b(?:accède|accèdent) à\b"
    r"|\b(?:a|ont|avait|avaient) donné (?:son|leur) (?:accord|approbation|aval|consentement)\b"
    r"|\b(?:a|ont|avait|avaient) (?:fait droit|fait suite|acquiescé"
    r"|(?:répondu|donné une (?:suite|réponse)) favorable(?:ment)?) (?:à|aux?)\b"
    r"|\b(?:a|ont|avait|avaient) (?:agréé|entériné|satisfait|accueilli favorablement)\b"
    r"(?=[^;]{0,60}\bdemande)|\b(?:fait|font) droit (?:à|aux?)\b"
    r"|\b(?:gave|ha(?:s|ve) given) (?:its|their) (?:agreement|approval|consent)\b"
    r"|\b(?:decided|accepted|approved|adopted|endorsed|ha(?:s|ve) accepted)\b"
    r"|\b(?:grant(?:ed|s)|acceded to|agreed to|accepts|approves)\b(?=[^;]{0,60}\brequests?\b)"
    r"|\baccepte(?=[^;]{0,30} demande)"
    r"|\bagreed (?:today|on \w+) to\b(?=[^;]{0,60}\brequest\b)"
    r"|\b(?:respond(?:ed|s) (?:favou?rably|positively) to|acted favou?rably (?:up)?on|complied with"
    r"|(?:gave|has given) a (?:favou?rable|positive) (?:reply|answer|response) to)\b(?=[^;]{0,60}\brequest\b)"
    r"|\binvited\b(?=[^;]{0,60}\bto (?:open|establish|set up)\b[^;]{0,40}\bmissions?\b)"
    r"|\bwere invited\b(?=[^;]{0,80}\bto open\b)|\bont été invitée?s\b(?=[^;]{0,80}\bà ouvrir\b)"
    r"|\b(?:est|sont) convenue?s? (?:d[’'](?:accéder|accepter|agréer)|de (?:donner suite|faire droit))\b"
    r"|\bagreed that\b(?=[^;]{0,120}\b(?:designated|mission|request|invited)\b)|\best convenu que\b"
    r"|\bagreed\b(?: on [^;]{1,30}?,?)? to (?:accept|invite|open|establish|launch|grant|recognise|designate)\b",
    re.IGNORECASE,
)


#: Before the body to which somebody is accredited.
ACCREDITED_TO = re.compile(
    r"\b(?:(?:ambassador|representative|mission|delegation|liaison officer)\b[^,;]*\bto(?: the)?"
    r"|(?:ambassad\w+|représentante?|mission|délégation|officiers? de liaison)\b[^,;]*\bauprès (?:de (?:la "
    r"|l[’'])?|du))\s*\Z",
    re.IGNORECASE,
)


_DEEPEN = (
    r"(?:approfondir|renforcer|intensifier|élargir|étendre|accroître|développer|resserrer|consolider|poursuivre|coopérer"
    r"|collaborer|travailler|deepen|strengthen|step up|intensify|expand|enhance|reinforce|boost|broaden|increase"
    r"|further|cooperate|collaborate|work)\b"
)
AGREED = re.compile(
    r"\b(?:sont|est|étaient) convenue?s?\b|\bconcurred (?:to|that)\b"
    r"|\b(?:approfondir|renforcer|intensifier|élargir) (?:leur|la) coopération\b"
    rf"|\b(?:ont|a) (?:\w+ )?(?:décidé|résolu|promis) (?:de |d[’'])(?:\w+ )?{_DEEPEN}"
    r"|\b(?:se sont|s[’']est) (?:\w+ )?(?:engagée?s? (?:à|dans|en)|accordée?s? (?:sur|pour)|mis(?:e|es)? d[’']accord)\b"
    r"|\bsont (?:\w+ )?tombée?s? d[’']accord\b"
    r"|\b(?:agreed (?:to|on|that)|agreeing to|agreement (?:to (?:deepen|strengthen)|was reached on)"
    r"|reached (?:an )?agreement on|(?:deepen(?:ing)?|strengthen) (?:their )?cooperation"
    r"|(?:committed (?:themselves )?to|undertook to|pledged (?:to|closer)))\b"
    rf"|\b(?:decided|resolved|determined) to (?:\w+ )?{_DEEPEN}",
    re.IGNORECASE,
)


#: All who met, said without their names: of what they spoke, a text may say some sentences later.
BOTH = re.compile(
    r"\b(?:the (?:two (?:leaders|sides|ministers|delegations|parties)|participants|leaders)"
    r"|both (?:sides|leaders|ministers)"
    r"|les (?:deux (?:ministres|parties|délégations|dirigeants|responsables)|participants)"
    r"|ces entretiens|leurs? entretiens?"
    r"|(?:the|their) (?:talks|discussions))\b",
    re.IGNORECASE,
)


LIAISON = re.compile(r"\bofficiers? de liaison\b|\bliaison officers?\b", re.IGNORECASE)


#: An officer of whom it is not said that they keep liaison: placed at a body, or at its disposal.
SECONDED = re.compile(
    r"\b(?:officers?|experts?|officials?)\b[^.;]{0,60}?\b(?:serving|serves?|seconded|posted|assigned|dispatched)"
    r" (?:at|to|with|in)\b"
    r"|\b(?:officiers?|experte?s?|administrat(?:eur|rice)s?)\b[^.;]{0,60}?"
    r"\b(?:détachée?s?|affectée?s?) (?:à|auprès|au)\b"
    r"|\b(?:provid(?:es|ed|ing)|has provided|contribut(?:es|ed))\b[^.;]{0,20}?\b(?:staff |liaison )?(?:officers?"
    r"|experts?)\b"
    r"(?=[^.;]{0,40}\b(?:to|for|at|in)\b)"
    r"|\b(?:met|mettent|a mis|ont mis) à (?:la )?disposition\b[^.;]{0,40}?"
    r"\b(?:officier|experte?|administrat(?:eur|rice))\b",
    re.IGNORECASE,
)


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


#: What has gone on from a day on.
SINCE = re.compile(r"\b(?:since|depuis|as from|from|à compter|à partir)\s+(?:du\s+|le\s+)?\Z", re.IGNORECASE)


#: Officers of a body, placed elsewhere: “NATO liaison officer”, « officier de liaison de l’OTAN ».
SENT_BEFORE = re.compile(r"\s+liaison officers?\b", re.IGNORECASE)


SENT_AFTER = re.compile(
    r"\bofficiers? de liaison (?:de l[’']|du |de la |de )\Z|\bliaison officers? of (?:the )?\Z", re.IGNORECASE
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


#: Behind it stands what somebody only speaks of: “noted that”, « a rappelé que ».
SAID_THAT = re.compile(r"\b(?:that|que)\b|\bqu[’']", re.IGNORECASE)


#: What had been so by the day on which somebody said it: “that it had approved”, « qu’il avait accepté ».
SAID_THAT_HAD = re.compile(r"\b(?:that|que|qu[’'])\b[^;]{0,120}?\b(?:had|avai(?:t|ent))\b", re.IGNORECASE)


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


#: What stands between two who did something together: “NATO and Japan adopted”.
AND_ALSO = re.compile(r",?\s*(?:and|et|avec|with|ainsi que)\s+(?:the\s+|la\s+|le\s+|l[’'])?", re.IGNORECASE)


#: Between somebody and the State for which they came: “Winston Peters of New Zealand”.
OF = re.compile(r"\s+(?:of (?:the )?|du |de la |de l[’']|des |de |d[’']|\()", re.IGNORECASE)


BY_DECISION = re.compile(r"\bpar (?:une )?décision du?\b|\bby (?:a )?decision of\b", re.IGNORECASE)


#: The post of a State that the sentence before names: “its embassy in Belgium”.
ITS_POST = re.compile(r"\b(?:its|their) (?:request|embassy)\b|\b(?:son|leur) ambassade\b|\bsa demande\b", re.IGNORECASE)


#: Before the State in which an embassy is.
EMBASSY_IN = re.compile(
    r"\b(?:embass(?:y|ies) (?:of (?:the )?[\w’ -]{1,40} )?(?:in|to)"
    r"|ambassades? (?:(?:de |du |des |d[’'])[\w’ -]{1,40} )?(?:en|au|aux|à|auprès d[eu]))\s+(?:the\s+|la\s+|l[’'])?\Z",
    re.IGNORECASE,
)


#: Before the State whose post it is.
POST_OF = re.compile(
    r"\b(?:(?:embassy|mission) of|(?:ambassade|mission) (?:de|du|des|d[’']))\s*(?:the\s+|la\s+|l[’'])?\Z", re.IGNORECASE
)


#: Several States have their own post designated, each.
THEIR_POSTS = re.compile(r"\b(?:their|the) embassies\b|\b(?:leurs|les) ambassades\b", re.IGNORECASE)


DESIGNATED = re.compile(
    r"\bdésignée?s?\b.{0,60}\bmissions?\b|\bcomme mission\b"
    r"|\bdesignat\w*\b.{0,80}\bmissions?\b|\b(?:as its|comme sa) (?:[\w-]+ ){0,3}missions?\b"
    r"|\bfaire de (?:son|leur|l[’']) ?ambassade\b.{0,60}\bmissions?\b"
    r"|\b(?:turn|make) (?:its|their|the) embassy\b.{0,60}\bmissions?\b|\b(?:son"
    r"|leur) ambassade\b.{0,40}\bserve de missions?\b"
    r"|\b(?:devient|deviendra|devienne|(?:fait|fera|fasse) office de|(?:tient|tiendra|tienne) lieu de"
    r"|(?:sert|servira|serve) de|becomes?|will become|(?:serve|act|function|double)s? as)(?: [\w’']+){0,2} missions?\b",
    re.IGNORECASE,
)


#: What has been decided when it is told.
BY_NOW = re.compile(
    r"\b(?:has|have|a|ont|est|sont) (?:\w+ )?"
    r"(?:agreed|accepted|approved|decided|décidé|accepté|approuvé|accédé|convenue?s?)\b"
)


ALL_PARTNERS = re.compile(
    r"\b(?:tous les|l[’']ensemble des) (?:pays )?partenaires\b|\ball (?:\w+ )?partner(?:s| countries| nations)\b"
    r"|\binvité (?:les|ses) (?:pays )?partenaires à (?:ouvrir|établir)\b"
    r"|\binvited (?:the |its )?partner(?:s| countries| nations) to (?:open|establish)\b",
    re.IGNORECASE,
)


AMBASSADORS = re.compile(r"\bambassad(?:eurs|rices|ors)\b", re.IGNORECASE)
AMBASSADOR = re.compile(r"\bambassad(?:eur|rice|or)\b", re.IGNORECASE)
#: Right before the body to which a mission is one: one “in Japan”, or set up “by NATO”, is of another sort.
MISSION_TO = re.compile(r"\b(?:to|auprès d[eu])\s+(?:the\s+|la\s+|l[’'])?\Z", re.IGNORECASE)
#: Before words of its opening: of something else of it, or told beside another day, “a year after Japan opened”.
ASIDE = re.compile(
    r"\b(?:after|since|before|until|when|avant|après|depuis|lorsqu\w*|que|qu)\b[^,;]*\Z"
    r"|\b(?:had|avait) (?:\w+ )?\Z|\b(?:of|by|at|par|de)\s+(?:[^\s,;]+\s+){0,2}\Z",
    re.IGNORECASE,
)
#: Between them and a day: the day is that of something else.
ANOTHER_DAY = re.compile(r"\b(?:when|where|while|before|after|lorsqu\w*|quand|tandis|avant|après)\b", re.IGNORECASE)
#: A mission of a State that opened: who opened it stands before the verb, or whose it is behind the word.
MISSION_OPENED = re.compile(
    r"\b(?:opened|inaugurated|established|set up|a (?:\w+ )?(?:ouvert|inauguré|établi))"
    r" (?:its|a|sa|une) (?:[\w-]+ ){0,3}?mission\b"
    r"|\bmission\b[^,;]{0,80}? (?:(?:was|has been) (?:\w+ )?(?:opened|inaugurated|established|set up)\b"
    r"|opened (?=on|in|its doors)|a ouvert ses portes\b|(?:a|a été|est|fut) (?:\w+ )?(?:ouverte|inaugurée|établie)\b)",
    re.IGNORECASE,
)
