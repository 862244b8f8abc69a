"""The words by which a sentence tells: a decision, a journey, a meeting, what was agreed, officers placed at a body."""

import re

#: What may stand between a verb and its auxiliary.
_ALSO = r"(?:(?:aussi|également|ensuite|notamment|brièvement|longuement|enfin|d[’']abord|par ailleurs) )?"
DECIDED = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:décidé|accepté|approuvé|adopté|invité)|\bdécident?\b|\bapprouvent\b"
    r"|\bdécision (?:prise|de|du)\b|\bdecision (?:taken )?(?:of|by) (?:the )?(?=[A-Z][^;]{1,60}? to\b)"
    r"|\b(?:a|ont|avait|avaient) (?:accédé|donné (?:une )?suite|souscrit)\b|\b(?:accède|accèdent) à\b"
    r"|\b(?:decided|accepted|approved|adopted|endorsed|ha(?:s|ve) accepted)\b"
    r"|\b(?:grant(?:ed|s)|acceded to|agreed to)\b(?=[^;]{0,60}\brequest\b)"
    r"|\bagreed (?:today|on \w+) to\b(?=[^;]{0,60}\brequest\b)"
    r"|\bwere invited\b(?=[^;]{0,80}\bto open\b)|\bont été invitée?s\b(?=[^;]{0,80}\bà ouvrir\b)"
    r"|\bagreed that\b(?=[^;]{0,120}\b(?:designated|mission|request|invited)\b)|\best convenu que\b"
    r"|\bagreed\b(?: on [^;]{1,30}?,?)? to (?:accept|invite|open|establish|launch|grant|recognise|designate)\b",
    re.IGNORECASE,
)
TRAVELLED = re.compile(
    rf"\b(?:s[’']est {_ALSO}(?:rendue?)|(?:se sont) {_ALSO}(?:rendus)|a {_ALSO}gagné|se rendra|se rend"
    r"|est arrivée?|en visite|a visité|visitera|sera (?:en|au|aux|à)(?= [A-ZÀ-Þ])"
    r"|est en déplacement|voyage)\b"
    r"|\b(?:entame|entamera|commence|débute|achève|achevant|termine|terminant|conclut|concluant|effectue|effectuera|fera"
    r"|effectuait|a (?:entamé|commencé|débuté|achevé|terminé|conclu|effectué|fait))\b[^;]{0,40}? (?:une|sa|un|son)"
    r" (?:[\w-]+ ){0,3}?(?:visite|déplacement|séjour|voyage)\b"
    r"|\b(?:visite|déplacement|voyage) (?:de |du |d[’'])[^;]{0,80}? (?:à|au|aux|en)\b"
    r"|\bvisit (?:of|by)\b[^;]{0,80}? to\b"
    r"|\b(?:visited|visits|will visit|is visiting|visit to|arrived in|will be in(?= [A-Z]))\b"
    r"|\b(?:(?:is )?travel(?:s|ling)|travell?ed|will travel) (?:on )?to\b"
    r"|\b(?:leaves|will leave) for\b(?! (?:the|an?)\b)"
    r"|\b(?:paid|pays|will pay|made|makes|will make|began|begins|will begin|started|starts|undertook"
    r"|conclud(?:ed|es|ing)|ended|ends|completed)\b[^;]{0,40}? (?:an?|his|her) (?:[\w-]+ ){0,4}?(?:visit|trip)\b",
    re.IGNORECASE,
)
#: Behind it stands whom somebody met after the one just named.
THEN_WITH = re.compile(r"\b(?:puis|ensuite|then|later)\s+(?:avec|with)\b", re.IGNORECASE)
#: Verbs of travelling, before which the traveller stands; among the words above there are nouns too.
WENT = re.compile(
    r"s[’']est|se sont|a (?:\w+ )?gagné|se rend|est|sera|will be|en visite|a visité|visitera|voyage\b|visited"
    r"|visits|will visit|is visiting|arrived"
    r"|(?:is |will )?(?:travel|leave)",
    re.IGNORECASE,
)
PRESS_CONFERENCE = re.compile(
    r"\bconférence de presse\b|\bpoint de presse\b|\b(?:press|news) conference\b", re.IGNORECASE
)
#: A press conference behind talks of which the same sentence tells.
THEN_TO_THE_PRESS = re.compile(
    r"\b(?:suivie?s? d[’'](?:une?)?|avant (?:une?|de (?:tenir|donner) une?)"
    r"|puis (?:ont|a) (?:tenu|donné)(?: avec (?:lui|elle|celui-ci|celle-ci))? une?"
    r"|puis(?: une| d[’']une)?|, then(?: an?)?"
    r"|followed by an?|before an?|before (?:holding|giving) an?"
    r"|and (?:then|afterwards) (?:held|gave|holds?|gives?) an?) ?"
    r"(?:[\w-]+ ){0,2}?(?:conférence de presse|point de presse|(?:press|news) conference)",
    re.IGNORECASE,
)
#: A ceremony that took place, of which the text names some of those who were there.
CEREMONY = re.compile(
    r"\bceremony\b[^;]{0,120}?\b(?:was held|took place|will be held|will take place)\b"
    r"|\bcérémonie\b[^;]{0,120}?\b(?:s[’']est tenue|s[’']est déroulée|a eu lieu|aura lieu|se tiendra)\b"
    r"|\b(?:attended|took part in) (?:a|the) (?:\w+ )?ceremony\b"
    r"|\ba (?:assisté|participé|pris part) à (?:la|une) cérémonie\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"\b(?:entretien|conversation|échange) téléphonique\b|\bpar téléphone\b|\ba téléphoné\b"
    r"|\b(?:tele)?phone (?:talks?|conversation|discussion)\b|\b(?:phone|telephone|video) call\b"
    r"|\bau téléphone\b|\b(?:en|par) visioconférence\b|\b(?:by|via|in a) video-?conference\b"
    r"|\b(?:by|on the|over the) (?:tele)?phone\b",
    re.IGNORECASE,
)
#: The words by which a text goes on about one day.
ALSO = re.compile(
    r"\b(?:aussi|également|ensuite|par ailleurs|en outre|plus tard|also|then|later|afterwards|subsequently)\b",
    re.IGNORECASE,
)
#: By which a text goes on about somebody who met others, and about the same day.
AS_WELL = re.compile(r"\b(?:aussi|également|also)\b", re.IGNORECASE)
#: Between two days of a journey, where somebody went after the first: “on 24 June, then to Brussels on”.
THEN_TO = re.compile(
    r"(?:,|,?\s+(?:puis|(?:and )?then|and|et))\s+(?:(?:on )?to|in|at|à|au|en)"
    r"\s+[A-ZÀ-Þ][^,;()\d]{1,40}?(?:\s(?:on|le))?\s*\Z"
)
#: Verbs of meeting, before which stands who met others, and words behind which stands with whom.
MET = re.compile(
    rf"\b(?:s[’']est {_ALSO}entretenue?|s[’']entretiendra|a {_ALSO}(?:rencontré|reçu|accueilli)|rencontrera"
    rf"|recevr(?:a|ont)|ont {_ALSO}(?:rencontré|reçu|accueilli)"
    rf"|(?:a été|avait été|sera|est) {_ALSO}(?:reçue?|accueillie?)"
    r"|(?:aura|ont eu|a eu) (?:[\w’]+ ){0,3}?(?:un )?entretien(?: téléphonique)?"
    r"|étai(?:t|ent) (?:reçue?s?|accueillie?s?)"
    r"|met|meets|will (?:also |then )?meet|to meet|received|welcomed|called on|calls on"
    r"|(?:spoke|speaks|will speak) (?:(?:by|on the|over the) (?:tele)?phone )?with"
    r"|(?:held|had|holds|hold) (?:an? )?(?:[\w-]+ ){0,2}?(?:talks|meetings?|discussions))\b",
    re.IGNORECASE,
)
#: What is over when it is told: of “meets” and “to meet” no day of the document says when it was.
HAVE_MET = re.compile(
    r"\b(?:met|received|welcomed|spoke|held|had|called on|s[’']est|se sont"
    r"|(?:a|ont) (?:\w+ )?(?:rencontré|reçu|accueilli|été|eu|tenu))\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"\b(?:avec|with)\b", re.IGNORECASE)
TALKS = re.compile(
    rf"\bentretiens?\b|\bs[’']est {_ALSO}entretenue?\b|\bs[’']entretiendra\b"
    rf"|\bse sont {_ALSO}(?:entretenue?s|rencontrée?s)\b"
    rf"|\b(?:a|ont|avait|avaient) {_ALSO}rencontré\b|\brencontrera\b"
    r"|\brencontre\b|\bpourparlers\b"
    rf"|\b(?:a|ont|avait|avaient) {_ALSO}été {_ALSO}(?:reçue?s?|accueillie?s?)\b"
    r"|\b(?:sera|est|étai(?:t|ent)) (?:également |aussi |ensuite )?(?:reçue?s?|accueillie?s?)\b"
    r"|\bréunion [^;]{0,60}?avec\b"
    r"|\bentrevue\b|\b(?:déjeuner|dîner|petit-déjeuner)(?: de travail)? avec\b"
    r"|\b(?:working )?(?:lunch|dinner|breakfast) with\b"
    rf"|\b(?:(?:a|ont) {_ALSO}(?:reçu|accueilli)|recevr(?:a|ont))\b"
    r"(?=[^;]{0,60}\b(?:présidente?|(?:premier )?ministre|ambassad|secrétaire|chancel|conseill|délégation))"
    r"|\b(?:received|welcomed)\b(?=[^;]{0,60}\b(?:president|minister|ambassador|secretary|chancellor|delegation)s?\b)"
    r"|\b(?:had|held) (?:\w+ ){0,2}discussions\b|\bdiscussions with\b"
    r"|\b(?:exchanged (?:\w+ )?views|ont (?:procédé à un échange|échangé leurs) (?:\w+ )?vues)\b"
    r"|\b(?:was|is|will be|has been) (?:received|welcomed|greeted|hosted)\b|\bcall(?:ed|s) on\b|\bcourtesy call\b"
    r"|\b(?:met|meets|will (?:also |then )?meet|to meet|talks|meeting with|bilateral meeting)\b",
    re.IGNORECASE,
)
#: Consultations between a State and a body, of which the delegations need no name.
_CONSULTATIONS = (
    r"(?:consultations|high-level consultation|policy talks|staff talks"
    r"|dialogue (?:stratégique|politique|de sécurité|de haut niveau)"
    r"|(?:strategic|security|political|policy|high-level) dialogue)"
)
CONSULTED = re.compile(
    r"\b(?:held|holds?|conducted|launched|(?:a|ont) tenu|tien(?:t|nent)|tiendr(?:a|ont)"
    r"|(?:co-)?chair(?:s|ed)|(?:a|ont) (?:co-?)?présidé|(?:co-?)?présid(?:e|ent|era|eront))\b"
    rf"[^;]{{0,60}}?\b{_CONSULTATIONS}\b"
    rf"|\b{_CONSULTATIONS}\b[^;]{{0,80}}?\b(?:(?:took|takes|will take) place|(?:were|was|will be) held"
    r"|s(?:e|[’']est|e sont) (?:tenue?s?|déroulée?s?)|(?:a|ont|aur(?:a|ont)) (?:eu )?lieu|se tiendr(?:a|ont))\b"
    r"|\b(?:for|pour|participer à|part à|took part in|attend(?:ed)?)"
    r" (?:(?:the|an?|les?|la|une?|des|its|their|leurs) )?"
    rf"(?:[\w-]+ ){{0,3}}?{_CONSULTATIONS}\b",
    re.IGNORECASE,
)
DELEGATION = re.compile(r"\b(?:delegations?|délégations?)\b", re.IGNORECASE)
#: A meeting of a council that somebody attended, whose name stands right behind.
ATTENDED = re.compile(
    r"\b(?:attended|took part in|participated in|(?:a|ont) (?:également |aussi )?(?:participé à|pris part à|assisté à))"
    r" (?:(?:the|an?|la|une|le) )?(?:[\w-]+ ){0,2}?(?:meeting|session|réunion)s? (?:of (?:the )?|du |de la |de l[’'])"
    r"|\b(?:addressed|will address|spoke before) (?:the )?"
    r"|\b(?:s[’']est adressée?(?: (?:[a-zé]+|le \d{1,2} \w+))? (?:au |à la |à l[’'])"
    r"|a (?:pris la parole|prononcé (?:un discours|une allocution)) devant (?:le |la |l[’']))",
    re.IGNORECASE,
)
#: A body that sits, and whose meetings are of their own kind.
COUNCIL = re.compile(r"\b(?:council|conseil)\b", re.IGNORECASE)
#: What a sentence names that takes no part: the gathering beside which people met, what they prepare, what was before.
ASIDE = re.compile(
    r"\b(?:(?:in|on) the (?:margins?|sidelines) of|en marge (?:du|de la|des|de l[’']|d[’'])"
    r"|who had|which had|qui avai(?:t|ent)|to prepare|pour préparer)[^,;()]*",
    re.IGNORECASE,
)
#: Before the body to which somebody is accredited.
ACCREDITED_TO = re.compile(
    r"\b(?:(?:ambassador|representative|mission|delegation)\b[^,;]*\bto(?: the)?"
    r"|(?:ambassad\w+|représentante?|mission|délégation)\b[^,;]*\bauprès (?:de (?:la |l[’'])?|du))\s*\Z",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:sont|est|étaient) convenue?s?\b|\bont décidé d[’']approfondir\b|\bapprofondir (?:leur|la) coopération\b"
    r"|\b(?:agreed (?:to|on)|agreeing to|agreement to (?:deepen|strengthen)|deepen(?:ing)? (?:their )?cooperation)\b",
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
#: Behind it stands who led a delegation, or before it: “the Japanese delegation was led by”, “headed the delegation”.
LED_BY = re.compile(
    r"\b(?:délégation|delegation)\b[^;]{0,60}?"
    r"\b(?:(?:conduite|dirigée|menée|présidée) par|(?:led|headed|chaired) by)\b",
    re.IGNORECASE,
)
LED = re.compile(
    r"\b(?:conduisai(?:t|ent)|dirigeai(?:t|ent)|présidai(?:t|ent)|a (?:conduit|dirigé|présidé)|led|headed)"
    r" (?:the|la|its|sa) (?:[\w-]+ ){0,2}?(?:délégation|delegation)\b",
    re.IGNORECASE,
)
#: Who took part in what the text told right before.
TOOK_PART = re.compile(
    r"\by (?:a|ont) (?:également |aussi )?(?:pris part|participé|assisté)\b"
    r"|\b(?:took part|participated|was (?:also )?present)"
    r"(?: in (?:the|these) (?:talks|consultations|meeting|discussions))?"
    r"[.\s]*\Z|\battended (?:the|this) (?:session|meeting|talks|consultations)\b"
    r"|\b(?:a|ont) (?:également |aussi )?(?:assisté|pris part|participé)"
    r" (?:à (?:cette|la) (?:session|réunion|rencontre)|à (?:cet |l[’'])entretien|aux entretiens)\b"
    r"|\bétai(?:t|ent) (?:également |aussi )?présente?s?\b",
    re.IGNORECASE,
)
#: Of what people spoke when they met.
DISCUSSED = re.compile(
    r"\b(?:discuss(?:ed|ing)?|cover(?:ed|ing)"
    r"|(?:talks|meetings?|discussions?) (?:focus|cover|centr)\w+|focus(?:ed|ing) on"
    r"|spoke about"
    r"|exchanged? (?:\w+ )?views|évoquer(?:a|ont)|aborder(?:a|ont)|(?:fait|faire) le point (?:sur|de)"
    r"|(?:a|ont) (?:notamment |également |aussi )?"
    r"(?:porté (?:notamment )?sur|évoqué|abordé|examiné|discuté|parlé d(?:e|u|es)\b)"
    r"|concurred on|(?:both|the two) sides (?:confirmed|affirmed|reaffirmed)"
    r"|évoquant|porter(?:a|ont) sur|passé en revue|reviewed|talked about"
    r"|au (?:menu|centre|cœur) d(?:e|u|es)|à l[’']ordre du jour|on the agenda|au programme"
    r"|(?:ordre du jour|agenda|topics)(?=\s*:)|topics (?:included|were|covered)"
    r"|(?<=et )évoqué|consacrée?s? (?:à|aux?))\b",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|stated|mentioned|noted|replied|responded|referred|stressed|underlined|proposed|thanked|welcomed"
    r"|a (?:également |aussi )?(?:dit|déclaré|indiqué|souligné|rappelé|mentionné|remercié|salué|ajouté))\b",
    re.IGNORECASE,
)
LIAISON = re.compile(r"\bofficiers? de liaison\b|\bliaison officers?\b", re.IGNORECASE)
#: An officer of whom it is not said that they keep liaison: placed at a body, or at its disposal.
SECONDED = re.compile(
    r"\b(?:officers?|experts?|officials?)\b[^.;]{0,60}?\b(?:serving|serves?|seconded|posted|assigned|dispatched)"
    r" (?:at|to|with|in)\b"
    r"|\b(?:officiers?|experte?s?|administrat(?:eur|rice)s?)\b[^.;]{0,60}?"
    r"\b(?:détachée?s?|affectée?s?) (?:à|auprès|au)\b"
    r"|\b(?:met|mettent|a mis|ont mis) à (?:la )?disposition\b[^.;]{0,40}?"
    r"\b(?:officier|experte?|administrat(?:eur|rice))\b",
    re.IGNORECASE,
)
#: Those who, just told of, go on about what they speak of: “on this occasion, they discussed”.
THEY = re.compile(r"\b(?:ils|elles|they|the two (?:men|leaders)|les deux (?:hommes|responsables))\b", re.IGNORECASE)
#: Whoever speaks in a text that two sides issue together: “We, the Prime Minister of Japan and …”.
WE = re.compile(r"\b(?:we|nous)\b", re.IGNORECASE)
SIGNED = re.compile(
    r"\b(?:ont|a) (?:co-?)?(?:signé|conclu|publié|adopté|approuvé)\b|\bsigne(?:nt)?\b"
    r"|\b(?:se sont mis d[’']accord sur|sont convenue?s) (?:un|une|d[’']une?)\b"
    r"|\b(?:a été|ont été) (?:signée?s?|conclue?s?)\b"
    r"|\b(?:(?:co-)?signed|signs?|issued|concluded|released|adopted|announced)\b|\bagreed (?:an?|the|on)\b"
    r"|\A\s*(?:signing of|signature d(?:e|u|[’']))",
    re.IGNORECASE,
)
#: Whoever is told of in the sentence before signed then and there.
HAVE_SIGNED = re.compile(r"\bsigned\b|\b(?:ont|a) (?:co-?)?signé\b", re.IGNORECASE)
#: What is signed, the narrowest first, each with the kind of agreement that it is.
TEXTS = {
    "programme": re.compile(
        r"\b(?:partnership|cooperation) programmes?\b|\bprogrammes? (?:individuel |individualisé |de )?(?:de )?"
        r"(?:partenariat|coopération)\b",
        re.IGNORECASE,
    ),
    "security": re.compile(
        r"\bsecurity agreement\b|\baccord (?:de|sur la) sécurité\b"
        r"|\bagreement\b.{0,120}?\bon the (?:security|protection|exchange) of (?:classified )?information\b"
        r"|\baccord\b.{0,120}?\bsur la (?:sécurité|protection) des informations\b",
        re.IGNORECASE,
    ),
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
#: Talks after which a text was signed: they took place as well.
AFTER_TALKS = re.compile(
    r"\b(?:à l[’']issue|lors|au cours) de (?:leur|leurs|l[’']) ?(?:entretiens?|entrevue|rencontre)\b"
    r"|\b(?:following|after|at the end of|during|at) their (?:talks|meeting|discussions)\b",
    re.IGNORECASE,
)
#: A sentence that goes on about the text that was signed.
THE_TEXT = re.compile(
    r"\A\s*(?:the|this) (?:\w+ ){0,2}(?:declaration|statement|agreement|programme|memorandum|treaty)\b"
    r"|\A\s*(?:(?:la|cette) déclaration|(?:l[’']|cet )accord|(?:le|ce) (?:programme|mémorandum|traité|protocole))\b",
    re.IGNORECASE,
)
#: And the next one, which goes on about it by a pronoun.
IT = re.compile(r"\A\s*(?:it|they|il|elle)\b", re.IGNORECASE)
#: What has gone on from a day on.
SINCE = re.compile(r"\b(?:since|depuis|as from|from|à compter|à partir)\s+(?:du\s+|le\s+)?\Z", re.IGNORECASE)
#: Officers of a body, placed elsewhere: “NATO liaison officer”, « officier de liaison de l’OTAN ».
SENT_BEFORE = re.compile(r"\s+liaison officers?\b", re.IGNORECASE)
SENT_AFTER = re.compile(
    r"\bofficiers? de liaison (?:de l[’']|du |de la |de )\Z|\bliaison officers? of (?:the )?\Z", re.IGNORECASE
)
#: Whoever speaks of themselves, and where they say their name.
I_MYSELF = re.compile(r"\b(?:I|je)\b|\bj[’']", re.IGNORECASE)
MY_NAME = re.compile(r"\b(?:my name is|je m[’']appelle|je suis|I am)\s+\Z", re.IGNORECASE)
BY_DECISION = re.compile(r"\bpar (?:une )?décision du?\b|\bby (?:a )?decision of\b", re.IGNORECASE)
#: The post of a State that the sentence before names: “its embassy in Belgium”.
ITS_POST = re.compile(r"\b(?:its|their) (?:request|embassy)\b|\b(?:son|leur) ambassade\b|\bsa demande\b", re.IGNORECASE)
#: Before the State in which an embassy is.
EMBASSY_IN = re.compile(
    r"\b(?:embassy in|embassy to|ambassade (?:en|au|aux|à|auprès d[eu]))\s+(?:the\s+|la\s+|l[’'])?\Z", re.IGNORECASE
)
DESIGNATED = re.compile(
    r"\bdésignée?s?\b.{0,60}\bmission\b|\bcomme (?:sa )?mission\b|\bdesignat\w*\b.{0,80}\bmission\b|\bas its mission\b"
    r"|\b(?:devient|deviendra|devienne|fait office de|tient lieu de|becomes?|will become)(?: [\w’']+){0,2} mission\b",
    re.IGNORECASE,
)
#: What has been decided when it is told.
BY_NOW = re.compile(
    r"\b(?:has|have|a|ont) (?:\w+ )?(?:agreed|accepted|approved|decided|décidé|accepté|approuvé|accédé)\b"
)
ALL_PARTNERS = re.compile(
    r"\b(?:tous les|l[’']ensemble des) (?:pays )?partenaires\b|\ball (?:\w+ )?partner(?:s| countries| nations)\b",
    re.IGNORECASE,
)
#: A visit that somebody only speaks of, prepares or remembers: “to prepare the visit of”, “since his visit to”.
NO_VISIT = re.compile(
    r"\b(?:to|will|pour|afin d[’'e]|en vue d[’'e]|de) ?"
    r"(?:prepare|discuss|arrange|plan|préparer|évoquer|organiser|fixer)\b[^;]*\Z"
    r"|\b(?:prepar(?:ing|ations? (?:for|of))|ahead of|look(?:s|ed|ing)? forward to|since|invit\w+|prior to|before"
    r"|préparation|préparatifs|avant|depuis|invitation)\b[^;,]*\Z",
    re.IGNORECASE,
)
THE_VISIT = re.compile(
    r"\b(?:durant|pendant|au cours de|lors de) (?:la|sa|cette|le) (?:visite|déplacement|séjour)\b"
    r"|\bduring (?:the|his|her|this|their) (?:visit|trip|stay)\b",
    re.IGNORECASE,
)
#: Behind it stand where somebody was and from when to when, of whom the sentence tells what they did there.
DURING_HIS_VISIT = re.compile(
    r"\b(?:durant|pendant|au cours de|lors de) (?:sa|son) (?:visite|déplacement|séjour|voyage) (?=à|au|aux|en|dans)"
    r"|\bduring (?:his|her) (?:[a-z]+ )?(?:visit|trip|stay) (?=to|in)",
    re.IGNORECASE,
)
#: A day on which somebody arrived, said in passing: « où il arrivera le 30 janvier, il rencontrera ».
ARRIVED_ON = re.compile(
    r"\boù (?:il|elle) (?:arriv\w+|est arrivée?|était arrivée?|sera arrivée?)(?: \w+)?(?: le)?\s*\Z"
    r"|\bwhere (?:he|she) (?:arriv\w+|will arrive|had arrived|is to arrive|is due)(?: \w+)?(?: on)?\s*\Z",
    re.IGNORECASE,
)
#: Behind it stand the hosts of whoever the sentence is about: « a été reçu par le président », “was received by”.
HOSTED_BY = re.compile(
    r"\b(?:reçue?s?|accueillie?s?)\b[^;]{0,60}?\bpar\b|\b(?:received|welcomed|greeted|hosted)\b[^;]{0,60}?\bby\b",
    re.IGNORECASE,
)
#: Before it stands who received somebody, behind it whom: « a reçu le président », “welcomed the President”.
RECEIVED = re.compile(
    rf"\b(?:(?:a|ont) {_ALSO}(?:reçu|accueilli)|recevr(?:a|ont)|will (?:receive|welcome)|received|welcomed)\b",
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
    r"|\b(?:visite|déplacement|séjour|voyage)\b[^;]{0,30}?\bde (?P<fr>deux|trois|quatre|cinq|six|[2-9]) jours\b",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6}
BEGUN = re.compile(
    r"\b(?:began|begins|will begin|started|starts|arrived|entam\w+|a commencé|commence|début\w+|est arrivée?)\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:conclud(?:ed|es|ing)|ended|ends|completed|a conclu|concl(?:ut|uant)|a achevé|achève|achevant|a terminé"
    r"|termin(?:e|ant))\b",
    re.IGNORECASE,
)
#: Of whom the text spoke before.
OF_WHOM_IT_SPOKE = re.compile(r"\b(?:il|elle|he|she)\b", re.IGNORECASE)
#: What stands between a verb of travelling and the body that is visited: “visited NATO Headquarters”.
TO_A_BODY = re.compile(
    r"\A\s*(?:(?:to|at|of|the|au|à|le|la|du|de|des|siège|quartier général|headquarters)\s+|l[’'])*\Z", re.IGNORECASE
)
#: The seat of a body, before or behind its name.
AT_SEAT_OF = re.compile(
    r"\b(?:au siège|au quartier général|at the (?:headquarters|seat)) (?:of (?:the )?|de (?:la |l[’'])?|du )\Z",
    re.IGNORECASE,
)
SEAT = re.compile(r"(?:[’']s)? (?:Headquarters|HQ)\b", re.IGNORECASE)
AMBASSADOR = re.compile(r"\bambassad(?:eur|rice|or)\b", re.IGNORECASE)
CANCELLED = re.compile(r"\b(?:annulée?|reportée?|cancelled|postponed)\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:se rendra|visitera|sera (?:en|au|aux|à)(?= [A-ZÀ-Þ])"
    r"|effectuera|rencontrera|recevr(?:a|ont)|s[’']entretiendra"
    r"|aura (?:[\w’]+ ){0,3}(?:un )?entretien"
    r"|sera (?:\w+ )?(?:reçue?|accueillie?)|seront (?:\w+ )?(?:reçue?s|accueillie?s)"
    r"|est attendue?|se tiendr(?:a|ont)|devra(?:it)? (?:rencontrer|se rendre|s[’']entretenir)"
    r"|will (?:also |then )?(?:be in(?= [A-Z])|visit|travel|meet|hold|attend|take place|be (?:received|held))"
    r"|(?:is|are) (?:expected(?! that)|scheduled|due)|leaves for)\b",
    re.IGNORECASE,
)
