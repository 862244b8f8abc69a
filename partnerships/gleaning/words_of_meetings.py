"""The words by which a sentence tells of a meeting: talks, calls, ceremonies, who spoke with whom, and about what."""

import re

#: What may stand between a verb and its auxiliary.
IN_BETWEEN = r"(?:(?:aussi|également|ensuite|notamment|brièvement|longuement|enfin|d[’']abord|par ailleurs|en outre) )?"
#: Behind it stands whom somebody met after the one just named.
THEN_WITH = re.compile(r"\b(?:puis|ensuite|then|later)\s+(?:avec|with)\b", re.IGNORECASE)
PRESS_CONFERENCE = re.compile(
    r"\bconférence de presse\b|\bpoint de presse\b|\b(?:press|news) conference\b", re.IGNORECASE
)
#: Who asks, and takes no part.
PRESS = re.compile(
    r"\b(?:(?:the|la) (?:press|presse|media)|journalistes?|journalists?|reporters?|les médias)\b", re.IGNORECASE
)
#: Between whoever speaks and the verb: “the press also raised”; not “before the press, the two raised”.
WHO_SPEAKS = re.compile(
    r"(?:\s+(?:of|for|from|d[eu]) (?:the )?(?-i:[A-Z])[\w-]+)?,?"
    r"(?:\s+(?!(?:the|they|he|she|it|both|ils?|elles?|les)\b)(?-i:[a-zà-ÿ])[\w’'-]*){0,3}\s*",
    re.IGNORECASE,
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
    r"|\b(?:a|ont) (?:assisté|participé|pris part)(?: (?:le |ce )?[\w ]{1,30})? à (?:la|une) cérémonie\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"\b(?:entretien|conversation|échange) téléphonique\b|\bpar téléphone\b|\ba téléphoné\b"
    r"|\b(?:tele)?phone (?:talks?|conversation|discussion)\b|\b(?:phone|telephone|video) call\b"
    r"|\bau téléphone\b|\b(?:en|par) visioconférence\b|\b(?:by|via|in a) video-?conference\b"
    r"|\b(?:by|on the|over the) (?:tele)?phone\b",
    re.IGNORECASE,
)
#: Behind it “later” is another day: “two weeks later”, « bien plus tard »; and before this one: “later that year”.
_LONG = "".join(
    rf"(?<!\b{each} )"
    for each in (
        *("day", "days", "week", "weeks", "month", "months", "year", "years", "time", "much"),
        *("jour", "jours", "semaine", "semaines", "mois", "an", "ans", "année", "années", "temps", "bien"),
    )
)
_ANOTHER_TIME = (
    r"(?! (?:(?:this|that|in|on|cette?|dans|en)\b(?! (?:same )?(?:day|morning|afternoon|evening|journée|soirée)\b)"
    r"|visits?\b|meetings?\b|talks\b))"
)
#: The words by which a text goes on about one day.
ALSO = re.compile(
    r"\b(?:aussi|également|ensuite|par ailleurs|en outre|also|then|afterwards|subsequently"
    rf"|{_LONG}(?:plus tard|(?:later|(?<!had )earlier){_ANOTHER_TIME}))\b",
    re.IGNORECASE,
)
#: What is welcomed, or received, and is nobody: “welcomed the appointment of”, “received a briefing”.
_NOBODY = (
    r"(?! (?:(?:the|an?|his|her|its|their|this|that|these|warmly|with|very) ){0,3}(?:[a-z-]+ )?"
    r"(?:appointment|nomination|decision|establishment|opening|agreement|contribution|progress|support|effort|initiative"
    r"|announcement|participation|commitment|statement|signing|fact|news|step|intention|plan|briefing|invitation|letter"
    r"|credential|message|congratulation|request|report)s?\b)"
)
#: Verbs of meeting and of receiving in each of their tenses.
RENCONTRER = (
    rf"(?:(?:ai|a|ont|avai(?:t|ent)) {IN_BETWEEN}rencontré|rencontrer(?:a|ont)"
    r"|(?<!\bla )(?<!\bune )(?<!\bsa )(?<!\bcette )(?<!\bde )"
    r"rencontre(?:nt)?(?= (?:le (?!\d)|la |les |l[’']|son |sa |MM?\. |Mme )))"
)
TALKED = (
    rf"(?:(?:s[’'](?:est|était)|me suis|se sont|s[’']étaient) {IN_BETWEEN}(?:entretenue?s?)"
    r"|s[’']entretien(?:t|nent)|s[’']entretiendr(?:a|ont))"
)
_RECEVOIR = (
    rf"(?:(?:ai|a|ont|avai(?:t|ent)) {IN_BETWEEN}(?:reçu|accueilli)|recevr(?:a|ont)|reçoi(?:t|vent)"
    r"|accueille(?:nt)?|accueiller(?:a|ont))"
)
#: By which somebody calls on another for courtesy’s sake: behind it stands whom.
CALLED_FOR_COURTESY = (
    r"(?:(?:paid|pays|made|makes|will (?:pay|make)) (?:an?|his|her|the) (?:courtesy|farewell|introductory|protocol)"
    r" (?:call|visit) (?:on|to)|(?:took|takes) leave of|a (?:ensuite )?pris congé (?:de|du)\b"
    r"|(?:a rendu|rend|rendra) (?:une |sa )?visite (?:de courtoisie|d[’']adieu|protocolaire) (?:à|au)\b)"
)
#: By which any form of a verb or a noun says that people meet, and what stands right behind whoever met a visitor.
MEETS = re.compile(
    r"\b(?:me(?:t|e?t(?:s|ing|ings)?)|talks?|spoke|discuss\w*|dialogue|consult\w+|conferences?|conférences?|calls?|called"
    r"|lunch|dinner|received|receives?|welcomed?|welcomes|hosted|hosts?|greeted|hands|guests?|audience|interviews?"
    r"|entret\w+|entrev\w+|rencontr\w+|pourparlers|reçue?s?|recev\w+|reçoi\w+|accueil\w*|main|hôtes?|échang\w+|parl\w+"
    r"|déjeuner|dîner|réunions?|invité\w* (?:de|par|du)|to see|saluer?)\b",
    re.IGNORECASE,
)
WHO_MET = re.compile(
    r"\s+(?:(?:also|then|had|has|l[’']a|l[’']avait|a|avait|le|la|will|lui) ){0,2}"
    r"(?:received|receives?|welcomed?|welcomes|hosted|hosts?|met|greeted|reçue?|recevra|reçoit|accueillie?|accueille"
    r"|rencontrée?|entretenue?)\b",
    re.IGNORECASE,
)
#: By which the caption of a picture tells it.
_HANDS = r"(?:sh(?:akes?|aking|ook) hands with|serr(?:e|ant|ait) la main|poignée de main (?:à|avec|de|entre))"
#: Verbs of meeting, before which stands who met others, and words behind which stands with whom.
MET = re.compile(
    rf"\b(?:{TALKED}|{RENCONTRER}|{_RECEVOIR}"
    rf"|(?:(?:a|avait) {IN_BETWEEN}été|sera|est) {IN_BETWEEN}(?:reçue?|accueillie?)"
    r"|(?:aura|ont eu|a eu|avaient eu|avait eu) (?:[\w’]+ ){0,3}?(?:un )?(?:entretien(?: téléphonique)?|échange)"
    r"|étai(?:t|ent) (?:reçue?s?|accueillie?s?)"
    rf"|met|meets|will (?:also |then )?meet|to meet|(?:will (?:receive|welcome)|received|welcomed){_NOBODY}|{_HANDS}"
    rf"|call(?:ed|s) on|{CALLED_FOR_COURTESY}"
    r"|(?:spoke|speaks|will speak) (?:on \d[\w ]{2,16} )?(?:(?:by|on the|over the) (?:tele)?phone )?with"
    r"|(?:held|had|holds|hold) (?:an? )?(?:[\w-]+ ){0,2}?(?:talks|meetings?|discussions"
    r"|(?:exchange of views|conversation)))\b",
    re.IGNORECASE,
)
#: What is over when it is told: of “meets” and “to meet” no day of the document says when it was.
HAVE_MET = re.compile(
    r"\b(?:met|received|welcomed|spoke|held|had|called on|s[’'](?:est|étai(?:t|ent))|se sont"
    r"|(?:a|ont|avai(?:t|ent)) (?:\w+ )?(?:rencontré|reçu|accueilli|été|eu|tenu))\b",
    re.IGNORECASE,
)
HAVE_ATTENDED = re.compile(
    r"\b(?:attended|took part|participated|addressed|a (?:\w+ )?(?:participé|pris part|assisté))\b"
)
TOGETHER = re.compile(r"\b(?:avec|with)\b", re.IGNORECASE)
TALKS = re.compile(
    rf"\b{_HANDS}\b|\bentretiens?\b|\b(?:{TALKED}|{RENCONTRER})(?!\w)"
    rf"|\b(?:se sont|s[’']étaient) {IN_BETWEEN}rencontrée?s\b"
    r"|\brencontre\b|\bpourparlers\b"
    rf"|\b(?:a|ont|avait|avaient) {IN_BETWEEN}été {IN_BETWEEN}(?:reçue?s?|accueillie?s?)\b"
    r"|\b(?:sera|est|étai(?:t|ent)) (?:également |aussi |ensuite )?(?:reçue?s?|accueillie?s?)\b"
    r"|\b(?:held|had) (?:\w+ ){0,2}?meetings? with\b|\bréunion [^;]{0,60}?avec\b"
    r"|\bentrevue\b|\b(?:déjeuner|dîner|petit-déjeuner)(?: de travail)? avec\b"
    r"|\b(?:working )?(?:lunch|dinner|breakfast) with\b"
    r"|\b(?:had|have|hold|held) (?:\w+ ){0,2}discussions\b|\b(?:had|have|hold|held) an? (?:[\w-]+ ){0,2}?"
    r"(?:meeting|exchange of views|conversation)\b|\b(?:a|ont) eu (?:[\w’]+ ){0,3}?échange\b|\bdiscussions with\b"
    r"|\b(?:exchanged (?:\w+ )?views|ont (?:procédé à un échange|échangé leurs) (?:\w+ )?vues)\b"
    r"|\b(?:was|were|is|are|will be|ha(?:s|ve) been) (?:received|welcomed|greeted|hosted)\b"
    r"|\bcall(?:ed|s) on\b|\bcourtesy call\b|\bafter (?:meeting|receiving) (?!in\b)"
    rf"|\baprès (?:avoir {IN_BETWEEN}(?:rencontré|reçu|été {IN_BETWEEN}reçue? par)"
    rf"|s[’']être {IN_BETWEEN}entretenue? avec)\b"
    rf"|\b{CALLED_FOR_COURTESY}"
    r"|\b(?:met|meets|will (?:also |then )?meet|to meet|talks|meeting (?:with|between)|bilateral meeting)\b",
    re.IGNORECASE,
)
#: Consultations between a State and a body, of which the delegations need no name.
_CONSULTATIONS = (
    r"(?:consultations|(?:high-level|policy|political|strategic) consultation|policy talks|staff talks"
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
#: What may stand within a verb of taking part.
_ON_A_DAY = r"(?:,? (?:on|le|ce) [\w ]{1,25}?,?| également| aussi|, (?:en tant que?|as) [^,;]{1,80},)?"
#: A meeting of a council that somebody attended, whose name stands right behind.
ATTENDED = re.compile(
    rf"\b(?:will attend|attend(?:s|ed)|(?:took|takes|will take) part{_ON_A_DAY} in"
    rf"|(?:will participate|participate[ds]){_ON_A_DAY} in"
    rf"|(?:a|ont) {IN_BETWEEN}(?:participé|pris part|assisté){_ON_A_DAY} à"
    rf"|(?:participe(?:ra)?|assiste(?:ra)?|prend(?:ra)? part){_ON_A_DAY} à)"
    r" (?:(?:the|an?|la|une|le) )?(?:[\w-]+ ){0,2}?(?:meeting|session|réunion)s? (?:of (?:the )?|du |de la |de l[’'])"
    r"|\b(?:addressed|will address|spoke before) (?:the )?"
    r"|\b(?:s[’']est adressée?(?: (?:[a-zé]+|le \d{1,2} \w+))? (?:au |à la |à l[’'])"
    rf"|a {IN_BETWEEN}(?:pris la parole|prononcé (?:un discours|une allocution)) devant (?:le |la |l[’']))",
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
    r"\b(?:discuss(?:ed|ing)?|cover(?:ed|ing)|(?:turn|touch)ed (?:on|to|upon)|dealt with"
    r"|(?:talks|meetings?|discussions?) (?:focus|cover|centr)\w+|focus(?:ed|ing) on"
    r"|spoke (?:about|of)|(?<!were )(?<!was )raised(?! (?:its|their|his|her|funds|money)\b)"
    r"|il a été question d(?:e|es|u)"
    r"|exchanged? (?:[\w-]+ )?views|échang(?:er|é) (?:des|leurs) (?:points de )?vues?|évoquer(?:a|ont)|aborder(?:a"
    r"|ont)|(?:fait|faire) le point (?:sur|de)"
    r"|(?:a|ont) (?:notamment |également |aussi )?"
    r"(?:porté (?:notamment )?sur|évoqué|abordé|examiné|discuté|parlé d(?:e|u|es)\b)"
    r"|concurred on|(?:both|the two) sides (?:confirmed|affirmed|reaffirmed)"
    r"|évoquant|porter(?:a|ont) sur|passé en revue|reviewed|talked about"
    r"|au (?:menu|centre|cœur) d(?:e|u|es)|à l[’']ordre du jour|on the agenda|au programme"
    r"|(?:ordre du jour|agenda|topics)(?=\s*:)|topics (?:included|were|covered)"
    rf"|(?:a|ont) {IN_BETWEEN}été {IN_BETWEEN}(?:évoqué|abordé|examiné|discuté)e?s?"
    r"|(?<=et )évoqué|consacrée?s? (?:à|aux?))\b",
    re.IGNORECASE,
)
#: Right behind a word of meeting, somebody, a day or a place, by which a sentence says of what people spoke.
ON_WHAT = re.compile(
    r",?\s+(?:notamment\s+|notably\s+)?(?:(?:de|du|des|sur|au sujet d[eu]|à propos d[eu])\s+(?:la\s+|les?\s+|l[’'])?"
    r"|(?:on|about)\s+(?:the\s+)?|d[’'])",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|stated|mentioned|noted|replied|responded|referred|stressed|underlined|proposed|thanked|welcomed"
    r"|explained|expressed|emphasi[sz]ed|reiterated|outlined|praised"
    r"|a (?:également |aussi )?(?:dit|déclaré|indiqué|souligné|rappelé|mentionné|remercié|salué|ajouté"
    r"|expliqué|exprimé|exposé|réaffirmé|évoqué|insisté))\b",
    re.IGNORECASE,
)
#: Those who, just told of, go on about what they speak of: “on this occasion, they discussed”.
THEY = re.compile(r"\b(?:ils|elles|they|the two (?:men|leaders)|les deux (?:hommes|responsables))\b", re.IGNORECASE)
#: Whoever speaks in a text that two sides issue together: “We, the Prime Minister of Japan and …”.
WE = re.compile(r"\b(?:we|nous)\b", re.IGNORECASE)
#: Talks after which a text was signed: they took place as well.
AFTER_TALKS = re.compile(
    r"\b(?:à l[’']issue|lors|au cours) de (?:leur|leurs|l[’']) ?(?:entretiens?|entrevue|rencontre)\b"
    r"|\b(?:following|after|at the end of|during|at) their (?:talks|meeting|discussions)\b",
    re.IGNORECASE,
)
#: And the next one, which goes on about it by a pronoun.
IT = re.compile(r"\A\s*(?:it|they|il|elle)\b", re.IGNORECASE)
#: The heading of what somebody said or wrote: behind it stands who.
SPEECH_BY = re.compile(
    r"\b(?:speech|remarks|address|lecture|keynote|op-ed|column|discours|allocution|intervention|tribune|conférence)\b[^;]{0,40}?"
    r" (?:by|of|from|d[eu]|de la)\b",
    re.IGNORECASE,
)
#: Whoever speaks of themselves, and where they say their name.
I_MYSELF = re.compile(r"\b(?:I|je)\b|\bj[’']", re.IGNORECASE)
MY_NAME = re.compile(r"\b(?:my name is|je m[’']appelle|je suis|I am)\s+\Z", re.IGNORECASE)
#: Before it stands who received somebody, behind it whom: « a reçu le président », “welcomed the President”.
RECEIVED = re.compile(rf"\b(?:{_RECEVOIR}|will (?:receive|welcome)|received|welcomed)\b", re.IGNORECASE)
#: Between that verb and somebody, what makes of them no more than those of whom something was received, or welcomed.
_OF_THEM = re.compile(
    r"\b(?:of|from|for|that|by|about|with|que|par|pour|avec|du|de|des)\b|\bd[’']|,\s*\Z", re.IGNORECASE
)
#: And what says no more than where, and on which occasion.
_WHERE_AND_WHEN = re.compile(
    r"\b(?:siège|quartier général|palais|headquarters|seat|palace|à l[’']occasion|lors|au cours|en marge|à la veille"
    r"|margins|sidelines|ahead|près) (?:of|d(?:e|u|es)\b|d[’'])"
    r"|\b(?:(?:courtesy|farewell|introductory) call|visit) (?:from|by|of)\b"
    r"|\bvisite(?: de courtoisie| d[’']adieu)? d(?:[eu]\b|[’'])",
    re.IGNORECASE,
)


def leads_to_somebody(between: str) -> bool:
    """Whether whoever stands behind a verb of receiving was received, and what stands between says no more."""
    return not _OF_THEM.search(_WHERE_AND_WHEN.sub("", between))


#: Behind it stands what people spoke about; a State named there is no party to their talks.
ABOUT = re.compile(
    r"\b(?:discuss\w*|exchanged views|spoke about|focus(?:ed|ing)? on|(?:situation|war|developments|conflict) in"
    r"|(?:notably|especially|particularly|including) in|in particular in"
    r"|support (?:for|to)|against|évoqu\w+|abord\w+|port(?:é|ait|era) sur|traité de"
    r"|(?:situation|guerre|conflit)(?: (?:de sécurité|sécuritaire|politique|militaire|humanitaire))? (?:en|au|aux|dans)"
    r"|(?:notamment|en particulier|y compris) (?:en|au|aux|dans)|soutien à|contre)\b",
    re.IGNORECASE,
)
#: What a sentence says of the visit or the meeting just told: it tells no other one.
COMMENT = re.compile(
    r"\A\W*(?:(?:this|it) (?:was|is|marks|marked)|this (?:visit|meeting|trip|call) (?:was|is|marks|marked)"
    r"|cette (?:visite|rencontre) (?:était|est|marque)|c[’'](?:est|était)|il s[’']agi(?:t|ssait) (?:là )?de"
    r"|cet entretien (?:était|est))\b[^;]{0,20}?"
    r"\b(?:(?:the|his|her|their|a) (?:very )?(?:first|second|third|last)|(?:le|la|sa|son|une) "
    r"(?:tou(?:t|te) )?(?:premi(?:er|ère)|deuxième|second|seconde|troisième|dernier|dernière))\b",
    re.IGNORECASE,
)
#: Of whom the text spoke before.
OF_WHOM_IT_SPOKE = re.compile(r"\b(?:il|elle|he|she)\b", re.IGNORECASE)
