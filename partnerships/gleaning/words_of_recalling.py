"""The words by which a sentence recalls what was at another time, and where it goes on about its own."""

import re

#: Behind a participle stands what is recalled, until the main clause goes on: “recalling the visit of Mr Abe”.
RECALLING = re.compile(
    r"\b(?:recalling|remembering|recollecting|commemorating|looking back (?:on|at|to)|referring back to"
    r"|(?:marking|celebrating) the (?:[\w-]+ ){1,2}anniversary of|reminding \w+ of"
    r"|rappelant|se remémorant|commémorant|(?:se )?souvenant|revenant sur"
    r"|(?:a|one|two|three|four|five|some) (?:days?|weeks?|months?) (?:after|before)"
    r"|(?:un|une|deux|trois|quatre|cinq|quelques) (?:jours?|semaines?|mois) (?:après|avant)"
    r"|célébrant (?:le|les) (?:[\w-]+ ){1,2}(?:anniversaire|ans) d[eu’'])(?!\w)"
    r"|\bévoquant (?=(?:la|sa|leur|une) (?:visite|rencontre|précédente)\b|l[’']entretien\b"
    r"|(?:le|son) (?:déplacement|voyage|séjour)\b)",
    re.IGNORECASE,
)
#: What was at a time of its own: a visit, talks, or whatever is said to have been so in a year.
_EVENT = (
    r"(?=[^,;]{0,40}?\b(?:visits?|meetings?|talks|trip|stay|signing|visites?|déplacement|rencontres?|entretiens?|séjour|voyage"
    r"|signature)\b|\s*(?:that|qu[e’'])[^;]{0,160}?\b\d{4}\b)"
)
#: And behind a verb, until the sentence tells what else was done.
RECALLED = re.compile(
    r"\b(?:recalled|recalls|remembered|remembers|commemorated|looked back (?:on|at|to)|reminded \w+ of"
    r"|(?:a|ont) (?:\w+ )?(?:rappelé|commémoré|évoqué le souvenir d[eu])|rappell?e(?:nt)?"
    rf"|(?:est|sont) (?:\w+ )?revenue?s? sur|s[’']est (?:\w+ )?souvenue? d[eu’'])(?!\w){_EVENT}",
    re.IGNORECASE,
)
#: What somebody is quoted to have said; a sentence may begin or end within it.
QUOTED = re.compile(r"[“«][^“”«»]*[”»]|\"[^\"]*\"|\A[^“«]*[”»]|[“«][^”»]*\Z")
#: What is said to have been so, “recalled that Mr Abe visited … and signed”, is told to its end.
THAT = re.compile(r"\s*(?:that|qu[e’'])", re.IGNORECASE)
#: A clause that tells what had been done before: “who had visited”, « qu’il avait vue », “, as Japan had asked”.
WHO_HAD = re.compile(
    r"(?:\b(?:who(?:m|se)?|which|qui|dont|(?<=, )as|comme)\b|\bqu[’'](?=ils?\b|elles?\b))"
    r"[^,;:.]{0,60}?\b(?:had|avai(?:t|ent))\b"
    r"(?! (?:talks|discussions|meetings?|an?|the|un|une|des|lieu|(?:been|été) (?:\w+ )?(?:scheduled|planned|due|set"
    r"|prévue?s?|fixée?s?|programmée?s?))\b|[^,;]*\b(?:since|depuis)\b)",
    re.IGNORECASE,
)
#: And by which it says that of whoever stands right before.
WHO = re.compile(r"(?:who|qui)\b|,", re.IGNORECASE)
#: What is said of somebody in passing: “, who became Secretary General on 1 October,”, « , nommée le 13 septembre ».
#: The day that stands there is that of their office alone, or of what was asked: « la demande, déposée le 3 mars, ».
OF_SOMEBODY = re.compile(
    r",(?=\s+(?:who|qui) (?:(?:had|has|a|avait|est|était) (?:\w+ )?)?"
    r"(?:became|become|devenue?|deviendra|will become|took (?:up )?(?:office|his|her|the)|assumed|succeed(?:ed|s)"
    r"|succède|pris ses|entrée? en|succédé|(?:re-?)?(?:appointed|elected)|nommée?|élue?)\b"
    r"|\s+(?:(?:newly|recently|récemment) )?(?:(?:re-?)?(?:appointed|elected)|sworn in|born|(?:re)?nommée?|(?:ré)?élue?"
    r"|investie?|née?|déposée?|présentée?|formulée?|soumise?|submitted|lodged)\b[^,;]*\d"
    r"|\s+in office since [^,;]*\d[^,;]*,)[^,;]*(?=[,;]|[.\s]*\Z)",
    re.IGNORECASE,
)
#: Whom somebody had met besides: “convey his regards to Mr Rutte, whom he met in April”.
WHOM_HE_MET = re.compile(
    r"\b(?:whom (?:he|she|they) (?:last |recently )?(?:met|received|welcomed|saw)"
    r"|qu[’'](?:il|elle)s? (?:a|ont) (?:récemment )?(?:rencontrée?|reçue?|accueillie?)s?)\b[^,;.:]*",
    re.IGNORECASE,
)
#: A verb by which a main clause tells something.
MAIN = re.compile(
    r"\b(?:a|ont|s[’']est|se sont|est|sont|sera|met|meets|held|visited|said|agreed|arrived|had|has|paid|signed"
    r"|announced|thanked|welcomed|received|travell?ed|left|presented|took|spoke|discussed|stressed|expressed|was|were|will|called"
    r"|concluded|decided|accepted|approved|(?-i:[a-zà-ÿ]{2,}(?:er|ir|vr|dr)(?:a|ont)))\b",
    re.IGNORECASE,
)
#: With what a clause begins about others who were elsewhere, and one that says whom somebody met before.
MEANWHILE = re.compile(
    r"\b(?:while|whilst|pendant qu(?:e\b|[’'])|(?:tandis|alors) qu(?:e\b|[’']))\s*"
    r"(?=(?-i:the |le |la |l[’']|MM?\. |[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
CLAUSE_VERB = re.compile(rf"{MAIN.pattern}|\b[a-zà-ÿ]+(?:ait|aient)\b", re.IGNORECASE)
AFTER_MEETING = re.compile(
    r"\b(?:(?:after )?having (?:met|received)|after (?:meeting|receiving)(?! in\b)"
    r"|(?:after|following) (?:(?:an?|his|her|the) )?(?:[a-z]+ )?(?:meetings?|talks) with"
    r"|après (?:avoir (?:\w+ )?(?:rencontré|reçu|été (?:\w+ )?reçue? par)|s[’']être (?:\w+ )?entretenue? avec)"
    r"|(?:après|à l[’']issue d[e’']) ?(?:(?:un|son|ses|des|l[’']) ?)?(?:entretiens?|rencontres?|pourparlers) avec)"
    r"(?!\w)",
    re.IGNORECASE,
)
RELATIVE = re.compile(r",?\s*(?:who|whom|whose|which|when|where|qui|que?|qu[’']\w+|dont|où|lorsque?)\b", re.IGNORECASE)
#: By which a whole sentence tells what had been before.
HAD = re.compile(
    r"\b(?:had (?:\w+ )?(?:been|met|held|paid|spoken|gone|[a-z]+ed)|(?:avai|étai)(?:t|ent) (?:\w+ )?"
    r"\w+(?:é|i|u|is|it|t)(?:e|s|es)?)\b",
    re.IGNORECASE,
)
