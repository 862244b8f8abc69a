"""The words by which a text means a day without giving it: “today”, “on Friday”, “the day before”, “in April”."""

import re

from partnerships.dates.month_and_season_names import MONTHS, WEEKDAYS

MONTH = "|".join(name for names in MONTHS.values() for name in names)
WEEKDAY = "(?:" + "|".join(name for names in WEEKDAYS.values() for name in names) + ")"

#: Days for which a text has words alone: of the document itself, the day before it, the day last spoken of and the one
#: after it, the first and the last day of a journey, and a day of the week.
THAT_DAY = re.compile(r"\b(?:today|tonight|aujourd[’']hui|ce (?:jour|matin|soir)|cet après-midi)\b", re.IGNORECASE)
DAY_BEFORE = re.compile(r"\b(?:yesterday|hier)\b", re.IGNORECASE)
DAY_TO_COME = re.compile(r"\b(?:tomorrow|demain)\b", re.IGNORECASE)
SAME_DAY = re.compile(
    r"\b(?:(?:on )?the same day|(?:later )?that (?:same )?day|(?:later|earlier) in the day|le même jour|ce même jour"
    r"|(?:(?:later )?in|that) the (?:morning|afternoon|evening)(?! of\b)|that (?:morning|afternoon|evening)"
    r"|dans (?:la matinée|l[’']après-midi|la soirée)|(?:le|ce) (?:matin|soir) même"
    r"|(?:on|at) (?:(?:that|this) occasion|the occasion of (?:the|this) (?:signing|signature|ceremony|meeting|talks))"
    r"|(?:after|following) (?:the|this|their) (?:ceremony|signing|talks|meeting)"
    r"|à l[’']issue de (?:celle-ci|la cérémonie|(?:cet |l[’'])entretien|leur entretien|ces entretiens)"
    r"|(?:qui|that|which) (?:a |had )?(?:précédé|suivi|preceded|followed)"
    r"|à (?:cette occasion|l[’']occasion de la (?:signature|cérémonie|rencontre)))\b",
    re.IGNORECASE,
)
#: Beside a gathering of which the text has said on which day it was.
IN_THE_MARGINS = re.compile(
    r"\b(?:(?:in|on) the (?:margins?|sidelines) of (?:the|this) (?:[A-Z]+ )?(?:meeting|session|summit)"
    r"|en marge (?:de (?:la|cette) (?:réunion|session)|d[ue] (?:ce )?sommet)"
    r"|(?:in|on) the (?:margins?|sidelines)(?=,)|en marge(?=,))",
    re.IGNORECASE,
)
EVE = re.compile(
    r"(?<!arrivé )(?<!arrivée )(?<!arrivés )(?<!venu )(?<!venue )\b(?:the (?:previous day|day before)|la veille)\b",
    re.IGNORECASE,
)
DAY_AFTER = re.compile(r"\b(?:the (?:next|following) day|the day after|le lendemain|le jour suivant)\b", re.IGNORECASE)
FIRST_DAY = re.compile(r"\b(?:on the (?:first|initial|opening) day|le premier jour)\b", re.IGNORECASE)
LAST_DAY = re.compile(r"\b(?:on the (?:last|final|closing) day|le dernier jour)\b", re.IGNORECASE)
ON_A_WEEKDAY = re.compile(
    rf"(?<!every )(?<!each )(?<!good )(?<!black )(?<!chaque )(?<!un )(?<!the )\b(?:(?:on|this|last|next|ce|le)\s+)?"
    rf"(?P<name>{WEEKDAY})\b(?! (?:saint|times)\b)",
    re.IGNORECASE,
)
#: A day of which a text gives the number alone: “on the 27th”, « le 27 courant ».
NUMBER_ALONE = re.compile(
    r"\b(?:on the (?P<en>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[,.;)]|\Z|\s(?:in|at|on|to|by|with|that|the)\b))"
    r"|le (?P<fr>\d{1,2})(?:er)? (?:courant|de ce mois|du mois))",
    re.IGNORECASE,
)
#: A month of which the year is left out, with its part and with what says on which side of the document it lies.
MONTH_ALONE = re.compile(
    r"\b(?:(?:in|en|last|next|au mois d[e’'])\s?)?"
    rf"(?P<month>(?:\b(?:early|late|mid-?|début|fin|mi-)\s?)?(?:{MONTH}))\b"
    rf"(?!\.?,?\s*\d|\s*(?:and|et|or|ou|to|à|[-–/,])\s*(?:{MONTH})\b"
    r"|,? (?:of |in )?(?:the previous|the same|that) year| (?:of )?(?:last|next) year| de l[’']an"
    r"| (?:each|every) year| (?:de )?chaque année| tous les ans)"
    r"(?: (?P<way>dernier|prochain)\b)?",
    re.IGNORECASE,
)
A_MONTH = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)
SAYS_A_MONTH = re.compile(r"\b(?:in|en|last|next|early|late|mid|début|fin|mi|au mois)\b", re.IGNORECASE)
#: Behind it stands what may never be, or what was again and again, or something since: “if he is elected in”.
IF = re.compile(
    r"\b(?:if|unless|si|s[’']ils?|à moins que?|(?:each|every) year|chaque année|tous les ans)\b"
    r"|\b(?:since|depuis) [^,;]{0,30}\Z",
    re.IGNORECASE,
)
#: By which a sentence tells what is past.
PAST = re.compile(
    r"\b(?:(?:a|ont|est|sont|s[’']est|se sont|(?:s[’'])?(?:avai|étai)(?:t|ent)) "
    r"(?:\w+ )?\w+(?:é|i|u|is|it|t)(?:e|s|es)?|met|held|had|was|were"
    r"|paid|spoke|said|(?!need)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
#: Days in figures alone: the day stands before the month in French; in English where it can be nothing else.
IN_FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
#: What a text remembers of another time, between a relative pronoun and its day.
REMEMBERED = re.compile(
    r"\b(?:que?|qui|dont|où|which|that|who|whose|when)\b[^,;]*\b(?:avai(?:t|ent)|had)\b[^,;]*\Z", re.IGNORECASE
)
