"""The words by which a sentence tells of a journey: who travels where, for how long, what was planned or cancelled."""

import re

from partnerships.dates.month_and_season_names import WEEKDAYS

from .words_of_days import MONTH
from .words_of_meetings import CALLED_FOR_COURTESY, IN_BETWEEN

_WEEKDAY = "(?:" + "|".join(name for names in WEEKDAYS.values() for name in names) + ")"

TRAVELLED = re.compile(
    rf"\b(?:s[’'](?:est|était) {IN_BETWEEN}(?:rendue?)|(?:se sont|s[’']étaient) {IN_BETWEEN}(?:rendue?s)"
    rf"|a {IN_BETWEEN}gagné|se rendr(?:a|ont)|se rend(?:ent)?|(?:est|était|sont|étaient) arrivée?s?|en visite"
    rf"|(?:a|avait|ont|avaient) {IN_BETWEEN}visité"
    r"|visiter(?:a|ont)|sera (?:en|au|aux|à)(?= [A-ZÀ-Þ])"
    r"|est en déplacement|voyage)\b"
    r"|\b(?:entame|entamera|commence|débute|achève|achevant|termine|terminant|conclut|concluant|effectue(?:nt)?|effectuer(?:a|ont)|fer(?:a|ont)"
    r"|effectuait|a (?:entamé|commencé|débuté|achevé|terminé|conclu|effectué|fait))\b[^;]{0,40}? (?:une|sa|un|son)"
    r" (?:[\w-]+ ){0,3}?(?:visite|déplacement|séjour|voyage)\b"
    r"|\b(?:visite|déplacement|voyage) (?:de |du |d[’'])(?!(?:courtoisie|adieu)\b)[^;]{0,80}? (?:à|au|aux|en)\b"
    r"|\b(?:visite|déplacement|voyage) que\b[^;]{0,120}? dev(?:ait|ra|aient|ront) (?:effectuer|faire)\b"
    r"|\b(?:attended|attends|will attend|(?:took|takes) part in|participate[ds] in)"
    r" (?:the |an? )?(?:[\w-]+ ){0,3}?summit\b(?= (?:in|at)\b)"
    r"|\b(?:a |ont )?(?:participera?|participé|assistera?|assisté|pris part) au (?:[\w’]+ ){0,2}?sommet\b"
    r"|\bvisit (?:of|by)\b[^;]{0,80}? to\b"
    r"|\b(?:visited|visits|will visit|is visiting|visit to|arrived in|will be in(?= [A-Z]))\b"
    r"|\b(?:(?:is )?travel(?:s|ling)|travell?ed|will travel) (?:on )?to\b"
    r"|\b(?:is|was) in"
    r" (?=[A-Z][^;.]{0,60}? for (?:[\w-]+ ){0,2}?(?:talks|meetings?|discussions|consultations|a visit)\b)"
    r"|\bétait (?:à|en|au|aux)"
    r" (?=[A-ZÀ-Þ][^;.]{0,60}? pour (?:[\w’]+ ){0,2}?(?:entretiens?|rencontr\w+|consultations)\b)"
    r"|\b(?:leaves|will leave) for\b(?! (?:the|an?)\b)"
    r"|\b(?:paid|pays|will pay|made|makes|will make|began|begins|will begin|started|starts|undertook|(?:embarked"
    r"|embarks) on"
    r"|conclud(?:ed|es|ing)|wrapp(?:ed|ing) up|wraps up|ended|ends|completed)"
    r"\b[^;]{0,40}? (?:an?|his|her) (?:[\w-]+ ){0,4}?(?:visit|trip)\b",
    re.IGNORECASE,
)


#: Verbs of travelling, before which the traveller stands; among the words above there are nouns too.
WENT = re.compile(
    r"s[’'](?:est|étai(?:t|ent))|se sont|a (?:\w+ )?gagné|se rend|est|était|sera|will be|en visite"
    r"|(?:a|ont|avai(?:t|ent)) (?:\w+ )?visité|visiter(?:a|ont)|voyage\b|visited|sont\b"
    r"|(?:is|was|were) (?:in|to|due|expected)\b|devai(?:t|ent)\b"
    r"|attend|will attend|takes?|took|participate|(?:a |ont )?(?:particip|assist|pris part)"
    r"|visits|will visit|is visiting|arrived"
    r"|(?:is |will )?(?:travel|leave)",
    re.IGNORECASE,
)


ARRIVED = re.compile(r"(?:arrived|(?:est|était|sont|étaient) arrivée?s?)\b", re.IGNORECASE)


#: Between two days of a journey, where somebody went after the first: “on 24 June, then to Brussels on”.
THEN_TO = re.compile(
    r"(?:,|,?\s+(?:puis|(?:and )?then|and|et))\s+(?P<to>(?:(?:on )?to|in|at|à|au|en)\s+)?"
    r"[A-ZÀ-Þ][^,;()\d]{1,40}?(?:\s(?:on|le))?\s*\Z"
)


#: Between a town and the State in which it lies: “Wellington, New Zealand”, « Wellington, en Nouvelle-Zélande ».
COUNTRY_BEHIND = re.compile(r",\s(?:(?:in|en|au|aux)\s)?(?:the\s|la\s)?")


#: Behind a verb of travelling, what says nowhere in particular where somebody went.
REGION = re.compile(r"\s+(?:to |in |dans )?(?:the|la) (?:region|région)\b", re.IGNORECASE)


#: Where somebody goes from there lies elsewhere: “will travel on to Bratislava”.
ON_TO = re.compile(
    r"\b(?:travel\w*|continu\w+|go(?:es)?|fly|flies) on to\b|\b(?:from there|gagnera ensuite)\b", re.IGNORECASE
)


#: That somebody was somewhere, or will be, is told of another journey.
ANOTHER_TIME = re.compile(
    r"\b(?:last|next|this|the (?:previous|following)) (?:year|month|week|spring|summer|autumn|winter)\b"
    r"|\b(?:previously|before|earlier|already|formerly|once|twice|several times|as an? [a-z]+|soon|later this)\b"
    r"|\b(?:l[’']an(?:née)?|le mois|la semaine|l[’']été|l[’']automne) (?:derni(?:er|ère)|prochaine?|passée?)\b"
    r"|\b(?:auparavant|déjà|autrefois|précédemment|bientôt|prochainement|(?:plusieurs|une) fois|en tant que?)\b",
    re.IGNORECASE,
)


DELEGATION = re.compile(r"\b(?:delegations?|délégations?)\b", re.IGNORECASE)


#: Behind it stands who led a delegation, or before it: “the Japanese delegation was led by”, “headed the delegation”.
LED_BY = re.compile(
    r"\b(?:délégation|delegation|side|partie)\b[^;]{0,60}?"
    r"\b(?:(?:conduite|dirigée|menée|présidée) par|(?:led|headed|chaired|represented) by)\b"
    r"|(?:(?:\bet|,) la (?:délégation|partie)|(?:\band|,) the (?:[\w-]+ )?(?:delegation"
    r"|side))(?: [\w’-]+){0,2} (?:par|by)\b",
    re.IGNORECASE,
)


LED = re.compile(
    r"\b(?:conduisai(?:t|ent)|dirigeai(?:t|ent)|présidai(?:t|ent)|a (?:conduit|dirigé|présidé)|led|headed)"
    r" (?:the|la|its|sa) (?:[\w-]+ ){0,2}?(?:délégation|delegation)\b",
    re.IGNORECASE,
)


#: A visit that somebody only speaks of, prepares or remembers: “to prepare the visit of”, “since his visit to”.
NO_VISIT = re.compile(
    r"\b(?:to|will|pour|afin d[’'e]|en vue d[’'e]|de) ?"
    r"(?:prepare|discuss|arrange|plan|préparer|évoquer|organiser|fixer)\b[^;]*\Z"
    r"|\b(?:asked|questioned|interrogée?) (?:about|on|sur|à propos d)[^;,]*\Z"
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
    r"\b(?:reçue?s?|accueillie?s?)\b[^;]{0,60}?\bpar\b"
    r"|\b(?:received|welcomed|greeted|hosted)\b(?! (?:an?|his|her) )[^;]{0,60}?\bby\b"
    rf"|\b{CALLED_FOR_COURTESY}",
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
    r"\b(?:conclud(?:ed|es|ing)|wrapp(?:ed|ing) up|wraps up|ended|ends|completed"
    r"|a conclu|concl(?:ut|uant)|a achevé|achève|achevant|a terminé"
    r"|termin(?:e|ant))\b",
    re.IGNORECASE,
)


#: What stands between a verb of travelling and the body that is visited: “visited NATO Headquarters”.
TO_A_BODY = re.compile(
    rf"\A\s*(?:(?:(?:on|ce|le|this) )?{_WEEKDAY}(?: (?:matin|morning|dernier|last))?,?\s+|(?:hier|aujourd[’']hui"
    rf"|today|yesterday)\s+|(?:on|le)\s+\d{{1,2}}(?:er)?\s\w+(?:\s\d{{4}})?,?\s+)?"
    r"(?:(?:to|at|of|the|au|à|le|la|du|de|des|siège|quartier général|headquarters)\s+|l[’'])*\Z",
    re.IGNORECASE,
)


#: The seat of a body, before or behind its name.
AT_SEAT_OF = re.compile(
    r"\b(?:au siège|au quartier général|at the (?:headquarters|seat)) (?:of (?:the )?|de (?:la |l[’'])?|du )\Z",
    re.IGNORECASE,
)


SEAT = re.compile(r"(?:[’']s)? (?:Headquarters|HQ)\b", re.IGNORECASE)


CANCELLED = re.compile(
    r"\b(?:(?:annul|report|ajourn|repouss)ée?s?|cancell?ed|postponed|called off|put off)\b"
    r"|\b(?:to (?:cancel|postpone|call off)|(?:dû|décidé de|convenue?s? d[e’']) ?(?:annuler|reporter|ajourner))\b"
    r"|\b(?:did|does|do|will|would|has|have|had) (?:\w+ )?not (?:\w+ )?"
    r"(?:taken? place|go(?:ne)? ahead|be(?:en)? held)\b"
    r"|\bn[’'](?:a|ont|aura|auront|avait|avaient) (?:\w+ )?pas (?:\w+ )?(?:eu )?lieu\b",
    re.IGNORECASE,
)


#: What was cancelled, where no verb of travelling leads to it: « la visite du ministre, prévue en mai, est annulée ».
VISIT = re.compile(r"\b(?:visite|déplacement|voyage|visit|trip)\b", re.IGNORECASE)


PLANNED = re.compile(
    r"\b(?:se rendr(?:a|ont)|visiter(?:a|ont)|sera (?:en|au|aux|à)(?= [A-ZÀ-Þ])"
    r"|effectuer(?:a|ont)|participer(?:a|ont)|assister(?:a|ont)|prendr(?:a|ont) part|rencontrer(?:a|ont)"
    r"|recevr(?:a|ont)|s[’']entretiendr(?:a|ont)"
    r"|aura (?:[\w’]+ ){0,3}(?:un )?entretien"
    r"|sera (?:\w+ )?(?:reçue?|accueillie?)|seront (?:\w+ )?(?:reçue?s|accueillie?s)"
    r"|est attendue?|se tiendr(?:a|ont)|devra(?:it)? (?:rencontrer|se rendre|s[’']entretenir)"
    r"|will (?:also |then )?(?:be in(?= [A-Z])|receive|welcome|visit|travel|pay|make|meet|hold|attend|take place"
    r"|be (?:received|held))"
    r"|(?:is|are) (?:expected(?! that)|scheduled|due|to(?= [a-z]))|leaves for)\b",
    re.IGNORECASE,
)
#: Before a verb of travelling, by which somebody who met others went there afterwards: “met Mr Berg and visited”.
AND_THEN = re.compile(r"\b(?:and|et|puis)\s+(?:(?:then|ensuite)\s+)?\Z")
_PART_OF_IT = r"(?:during|after|before|for|of|on|at|de|du|pendant|durant|avant|après|pour)"
#: What “the visit has been postponed” calls off: no earlier visit, nor what was to be a part of one.
THIS_VISIT = re.compile(
    rf"(?:\A|[^\w\s]\s*|\b(?!{_PART_OF_IT}\b)\w+\s+)"
    r"(?:the|this|his|her|their|la|cette|sa|ce|le|son|leur) (?:(?:planned|official|\w+-day) )?"
    r"(?:visite|déplacement|voyage|visit|trip)\b",
    re.IGNORECASE,
)
MAY_BE = re.compile(
    r"\b(?:if|should|unless|might|may(?! \d)|could|were to|si|sauf|pourrai(?:t|ent))\b|\bs[’']il", re.IGNORECASE
)
#: What was to come, as seen from then: whether it did, the text says behind.
WAS_TO = re.compile(
    r"\b(?:was|were) (?:(?:(?:due|expected|scheduled) )?to (?:visit|travel to|meet|hold (?:\w+ )?talks)"
    rf"|(?:due|expected) in(?! (?:\w+ )?(?:{MONTH}|\d)))\b"
    r"|\b(?:devai(?:t|ent) (?:\w+ )?(?:se rendre|visiter)|étai(?:t|ent) (?:\w+ )?attendue?s?)\b",
    re.IGNORECASE,
)
#: How somebody attends a summit without going there.
FROM_AFAR = re.compile(
    r"\b(?:(?:by|via|through) (?:a )?(?:video|telephone)|virtual|online|remotely"
    r"|(?:par|en) (?:visio|vidéo)|à distance|en ligne|virtuel)",
    re.IGNORECASE,
)
#: Right behind it stands who travels along: « accompagné de M. », “together with Ms”.
IN_COMPANY_OF = re.compile(
    r"\b(?:accompagnée?s? (?:de|d[’']|par|du)|aux côtés d[eu]|en compagnie d[eu]"
    r"|accompanied by|together with|alongside|in the company of|flanked by)\s*(?:[\w.’'-]+\s+){0,6}\Z",
    re.IGNORECASE,
)
