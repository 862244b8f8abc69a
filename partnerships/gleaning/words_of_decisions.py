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

#: What has gone on from a day on.
SINCE = re.compile(r"\b(?:since|depuis|as from|from|à compter|à partir)\s+(?:du\s+|le\s+)?\Z", re.IGNORECASE)

#: Officers of a body, placed elsewhere: “NATO liaison officer”, « officier de liaison de l’OTAN ».
SENT_BEFORE = re.compile(r"\s+liaison officers?\b", re.IGNORECASE)

SENT_AFTER = re.compile(
    r"\bofficiers? de liaison (?:de l[’']|du |de la |de )\Z|\bliaison officers? of (?:the )?\Z", re.IGNORECASE
)

#: Behind it stands what somebody only speaks of: “noted that”, « a rappelé que ».
SAID_THAT = re.compile(r"\b(?:that|que)\b|\bqu[’']", re.IGNORECASE)

#: What had been so by the day on which somebody said it: “that it had approved”, « qu’il avait accepté ».
SAID_THAT_HAD = re.compile(r"\b(?:that|que|qu[’'])\b[^;]{0,120}?\b(?:had|avai(?:t|ent))\b", re.IGNORECASE)

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
