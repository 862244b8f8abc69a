"""The words people use around dates, in both languages, folded as ``tidied`` folds them.

Each is a piece of a regular expression; the grammar that puts them together is in the ``reading``
modules.
"""

from collections.abc import Iterable

from .month_and_season_names import MONTHS, MONTHS_IN_SHORT, SEASONS, WEEKDAYS, WEEKDAYS_IN_SHORT
from .sayings import Doubt
from .typed_text import tidied
from .units import AUTUMN, SPRING, SUMMER, WINTER

MONTH_NUMBERS: dict[str, int] = {
    name: number
    for number, abbreviations in enumerate(MONTHS_IN_SHORT, start=1)
    for name in (*(tidied(MONTHS[language][number - 1]) for language in MONTHS), *abbreviations.split())
}
SEASON_NUMBERS: dict[str, int] = {
    **{tidied(name): number for names in SEASONS.values() for number, name in names.items()},
    "fall": AUTUMN,
    "springtime": SPRING,
    "summertime": SUMMER,
    "wintertime": WINTER,
}
WEEKDAY_NUMBERS: dict[str, int] = {
    name: number
    for number, abbreviations in enumerate(WEEKDAYS_IN_SHORT)
    for name in (*(tidied(WEEKDAYS[language][number]) for language in WEEKDAYS), *abbreviations.split())
}


def one_of(names: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


MONTH = one_of(MONTH_NUMBERS)
SEASON = one_of(SEASON_NUMBERS)
WEEKDAY = one_of(WEEKDAY_NUMBERS)

# Before "in", "between" and "before", saying nothing more.
SOMETIME = (
    r"(?:(?:at )?some ?time|somewhere(?= between )|at some (?:point|time)|(?:at|on) an (?:unknown|unspecified) date|"
    r"an? (?:unknown|unspecified) da(?:y|te)(?= in )|(?:some|one) day(?= in )|quelque temps(?= (?:avant|apres) )|"
    r"(?:a )?une date (?:inconnue|indeterminee|non precisee)(?: d[eu](?= [0-9a-z]))?|a un moment(?: donne)?|"
    r"(?:un )?jour (?:inconnu |indetermine )?d(?:e|u mois de)(?= [a-z]+ [0-9]{4}$)|"
    r"(?:a )?une date (?:comprise|situee)(?= entre ))"
)
# Before a date, saying nothing more: "on 24 May", "en 2011", "au printemps", "dans les années 1990".
FILLER = (
    r"(?:(?:(?:in|during|over) the course of|throughout|within(?! an? )|all of|(?:for )?the whole of|"
    r"toute(?= l')|tout(?= [0-9])|tout au long d[eu]|"
    r"au cours des(?= annees)|during|in|on|as at|at|the|dated|datee?s? d[eu]|sous la date d[eu]|en|cour(?:s|ant) d[eu]|"
    rf"courant|pendant|durant|dans|au|aux|a(?! (?:(?:week|month|year|decade|{MONTH})\b|[0-9]))|"
    rf"le|la|les|ce(?= [a-z0-9])|cet(?= {SEASON} [0-9])|this(?= [0-9])|"
    rf"over(?= (?:the )?{SEASON}\b)|"
    r"des(?= annees)|year|annee|an|decade of(?= (?:the )?[0-9]{3}0'?s)|"
    # “Month of 24 May” says no day.
    rf"(?:month of|mois de)(?= (?:{MONTH}\b|[0-9]{{1,2}}[-./][0-9]{{4}}$)))(?: |$)|(?:l|mois d|cours d|courant d)')"
)

_NAMED_END = r"(?:the )?(?:end|mid|middle|beginning|start)\b"
ABOUT = (
    rf"(?:(?:vers|aux alentours|aux environs|autour)(?! (?:d[ue] )?(?:la |le )?(?:fin|debut|milieu|mi)\b)|environ"
    rf"|(?:about|abt\.?|around|circa|circ\.|ca?\.?)(?! {_NAMED_END}| (?:early|late)\b)"
    r"|a peu pres|approximativement|approximately|roughly|approx\.?|env\.?|estimated|estimee?|[~≈±])"
)
ABOUT_AFTERWARDS = (
    r"(?:~| (?:circa|ca\.?)| \((?:about|circa|ca?\.|approx\.?|approximately|approximativement"
    r"|(?:date )?approximat(?:iv)?e|env\.?|environ|vers|est\.?|estimated?|estimee?)\)"
    # Behind a day “EST” is a zone.
    r"| (?:ou )?environ| env\.?| approximativement| approximately| approx\.?"
    r"| estimated| estimee?|(?<=^[0-9]{4}) est\.?| or so)"
)
ON_OR_ABOUT = (
    r"(?:(?:on or |on/)(?:about|around|near)|on \(or (?:about|around)\)|o/a|in or (?:about|around)|at or about|"
    r"(?:le|en) ou vers(?= (?:le |la )?[0-9a-z]))"
)
OR_ABOUT = (
    r"(?:,? ou (?:aux (?:environs|alentours)|vers (?:cette (?:date|epoque)|ce jour(?:-la)?)|"
    r"(?:a )?une date (?:proche|voisine))"
    r"|,? or (?:thereabouts|about (?:that|then)))"
)
#: How a date is doubted, before it or in brackets behind it.
_DOUBTED = {
    Doubt.PROBABLY: r"(?:tres )?probablement|vraisemblablement|presque (?:surement|certainement)"
    r"|sans doute|selon toute vraisemblance|prob\.|(?:very |most |quite )?(?:probably|likely)|presumably"
    r"|almost certainly|in all (?:likelihood|probability)|no doubt",
    Doubt.PERHAPS: r"peut-etre(?: bien)?|possiblement|eventuellement|poss\.|(?:quite )?possibly|perhaps|maybe",
    Doubt.APPARENTLY: r"apparemment|apparently|seemingly",
    Doubt.REPORTEDLY: r"(?:selon|d'apres) certain(?:e?s sources|s)|dit-on|a ce qu'on dit"
    r"|reportedly|allegedly|supposedly",
}
#: The same, only in brackets behind it.
_DOUBTED_AFTERWARDS = {
    Doubt.PROBABLY: r"(?:date )?(?:probable|presumee?|presumed|vraisemblable)",
    Doubt.PERHAPS: r"(?:date )?possible",
    Doubt.TO_CONFIRM: r"tbc|t\.b\.c\.|a (?:verifier|confirmer)|sous reserve|provisional|provisoire|to be confirmed",
    Doubt.UNCONFIRMED: r"(?:date )?(?:non confirmee?|unconfirmed|not confirmed)",
}
DOUBTS = {
    doubt: "|".join(said[doubt] for said in (_DOUBTED, _DOUBTED_AFTERWARDS) if doubt in said)
    for doubt in Doubt
    if doubt is not Doubt.UNSURE
}
PERHAPS = rf"(?:{'|'.join(_DOUBTED.values())})"
PERHAPS_AFTERWARDS = (
    rf"(?: ?\(?\?\)?| ?\[\?\]| ?\((?:{'|'.join(DOUBTS.values())}|(?:date )?(?:incertaine?|uncertain))\)"
    r"|,? (?:date )?incertaine?|,? (?:date )?uncertain|,? to be confirmed|,? a confirmer|,? tbc"
    rf"|, {PERHAPS})"
)

_TOWARDS = r"(?:aux? )?(?:the |la |le |du |de la |a la )?"
# Of a month: ten days.
_DECADE = rf"decade(?= d(?:e |'|u mois de ){MONTH}\b)(?: du mois)?"
EARLY = rf"(?:{_TOWARDS}early(?: in| part of)?|{_TOWARDS}debut|(?:dans )?(?:la )?premiere {_DECADE})"
MID = rf"(?:mid|{_TOWARDS}mi|{_TOWARDS}milieu|(?:dans )?(?:la )?(?:deuxieme|seconde) {_DECADE})"
LATE = (
    rf"(?:{_TOWARDS}(?:late(?: in)?|latter part of)|{_TOWARDS}fin"
    rf"|(?:dans )?(?:la )?(?:derniere|troisieme) {_DECADE})"
)
# “Beginning July 2018” can be “from July”.
BEGINNING = (
    rf"(?:{_TOWARDS}(?:(?:start|beginning|begin) of|beginning(?=-)|(?:start|begin)(?! (?:in|on|at|from|with) )))"
)
MIDDLE = rf"(?:{_TOWARDS}middle of)"
END = rf"(?:{_TOWARDS}(?:end(?: of)?|year[ -]end|end of the year(?= [0-9])))"
END_OF = r"(?:(?:the )?end(?: of|(?=-| [a-z0-9]))|(?:la |de la )?fin)"
START_OF = r"(?:(?:the )?(?:start|beginning)(?: of|(?=-| [a-z0-9]))|(?:le )?debut)"

#: “Towards the end of 2018”, « vers la mi-mai 2018 », “about late May”.
TOWARDS = (
    rf"(?:towards?|vers|(?:about|around|circa|ca?\.?)(?= {_NAMED_END}| (?:early|late)\b)"
    r"|(?:aux (?:environs|alentours)|autour) d[ue])"
)

FIRST = r"(?:first|1st|premiere?|1ere?|1re|i(?:er|ere|re|st)?)"
SECOND = r"(?:second|latter|2nd|deuxieme|2e|2eme|2nde|seconde?|ii(?:nd|d|e|eme)?)"
THIRD = r"(?:third|3rd|troisieme|3e|3eme|iii(?:rd|e|eme)?)"
FOURTH = r"(?:fourth|4th|quatrieme|4e|4eme|iv(?:th|e|eme)?)"
LAST = r"(?:last|dernier|derniere)"
WEEK_OF = r"(?:(?:the )?week of|wk\.? of|(?:la )?semaine d[ue])"
WEEK_BEGINNING = (
    r"(?:(?:the )?week (?:beginning|commencing|starting)(?: on)?|w/c|wk\.? commencing"
    r"|(?:la )?semaine (?:commencant|debutant)(?: le)?)"
)

BETWEEN = r"(?:between|entre)"
AND = r"(?:and|et|&)"
OR = r"(?:or|ou)"

BEFORE = r"(?:before|prior to|previous to|earlier than|avant|anterieure? au?|anterieurement au?)"
AFTER = r"(?:after|later than|subsequent to|apres|posterieure? au?|(?:posterieurement|ulterieurement) au?)"
SIDE = r"(?P<side>after|before|following|apres|avant)"
SOON = (
    r"(?P<near>(?:very )?(?:soon|shortly)|not long|just|right|immediately"
    r"|aussitot|peu(?: de temps)?|juste|immediatement)"
)
ON_OR = r"(?:(?:on|in) or|(?:le jour meme|ce jour-la) ou)"
#: “The day after 24 May 2018”, « la veille du 24 mai 2018 ».
NEXT_DAY = r"(?:(?:on )?(?:the )?day (?:after|following)|(?:au |le )?lendemain d[ue])"
DAY_BEFORE = r"(?:(?:on )?(?:the )?day before|(?:on )?(?:the )?eve of|(?:(?:a )?la )?veille d[ue])"
LONG = r"(?:(?:long|well|longtemps|bien) )"
THAT = (
    r"(?P<which>later|earlier|plus tard|plus tot) (?:in )?(?:that|the same|(?:dans )?(?:cet?t?e?|le meme|la meme)) "
    r"(?P<whole>[a-z]+)(?:-la)?"
)
NOT_AFTER = (
    r"(?:(?:by )?no later than|by(?! or )|not later than|"
    r"at (?:the )?latest(?: by| on| in)?|not after|(?:on|in|by) or before|"
    r"before or (?:on|in)|(?:le|en) ou avant(?: le| en)?|avant ou (?:le|en)|"
    r"au plus tard|pas apres|pas plus tard que|d'ici(?: a)?|terminus ante quem|t\.?a\.?q\.?)"
)
NOT_BEFORE = (
    r"(?:no (?:earlier|sooner) than|not earlier than|not before|"
    r"at (?:the )?earliest(?: on| in)?|on or after|in or after|"
    r"after or (?:on|in)|not until|(?:le|en) ou apres(?: le| en)?|apres ou (?:le|en)|"
    r"au plus tot|pas avant|pas plus tot que|terminus post quem|t\.?p\.?q\.?)"
)
OR_EARLIER = r"(?:,? or (?:earlier|before)|,? ou (?:avant|plus tot|anterieurement)|,? at the latest|,? au plus tard)"
OR_LATER = r"(?:,? or (?:later|after)|,? ou (?:apres|plus tard|posterieurement)|,? at the earliest|,? au plus tot)"

#: Before "since", and after it in brackets: somebody is there still.
SERVING = (
    r"(?:in office|in post|serving|incumbent|current|en fonctions?|en poste|en exercice|en place|titulaire actuel)"
)
SINCE = (
    rf"(?:(?:(?:{SERVING}|ongoing|going on|en cours),? )?(?:ever since|since|depuis)|"
    r"en vigueur depuis|in (?:force|effect) since)"
)
AT_LEAST = r"\(?(?:at least|au moins|au minimum)\)?"
#: After a period of which both ends are uncertain.
BOTH_UNCERTAIN = r"\((?:dates uncertain|uncertain dates|dates incertaines)\)"
#: Between “since” and “between”.
SOME_TIME = r"(?:(?:some (?:time|day)|an? (?:unknown )?(?:day|date)|une date (?:comprise|situee)) )"
UNTIL = (
    r"(?:(?:(?:up )?until|'?til|till|up to|through)(?: and including)?|jusqu'(?:a|au|aux|en|a la|a l'|au cours de)"
    r"|jusqu'(?=avant |apres )|jusque(?= (?:vers|dans|debut|fin|mi|peu|juste)))"
)
EFFECT = (
    r"(?:with (?:immediate )?effect (?:on and from|from and including|from|as of|as from|on)|"
    r"effective(?: from| as of| as from| on)?|"
    r"effecti(?:f|ve) (?:le|au|du|a compter du|a partir du|des le)|wef|w\.e\.f\.?|"
    r"in (?:force|effect) (?:from|as of|as from)|coming into (?:force|effect) on|"
    r"tak(?:ing|es?|en) effect(?: on| from| as of)?|with effect(?= [0-9])|"
    r"avec (?:prise d')?effet (?:retroactif )?(?:a compter |a partir |des )?(?:au|du|de|le|en)|"
    r"avec effet a|avec effet des|a effet (?:du|au|de)|prise d'effet(?: ?:)?(?: (?:le|au|du|en))?|"
    r"(?:qui )?(?:prenant|prend|a pris|prendra) effet (?:a compter |a partir )?(?:le|au|du|de|en)|"
    r"(?:entree? en vigueur|entrant en vigueur|entrera en vigueur) (?:le|au|en)|entered into force (?:on|in)|"
    r"(?:entry into force|entree en vigueur) ?:|"
    r"applicable (?:from|as of|as from|(?:des|depuis) le|au)|"
    r"(?:en vigueur |applicable |pour )?a? ?(?:compter|dater) (?:de|du|des|d')|"
    r"en vigueur (?:le|au|a partir (?:de|du))|as of|as from)"
)
#: Before a period: that it is one, or what somebody did in it.
DURING = (
    r"(?:(?:in|during|over|for|dans|durant|pendant|sur|pour) )?(?:(?:the|la|le|an?|un) )?"
    rf"(?:period|periode|mandate?|term(?: of office)?|tenure|{SERVING})(?: of)? ?:? "
)
STARTING = (
    rf"(?:{EFFECT}|(?:starting|commencing|beginning)(?: in| on| from| with)?|from(?: and (?:including|after))?|"
    r"on and (?:after|from)|"
    r"(?:debutant|commencant)(?: le| en| au)?|"
    r"(?:a partir) (?:de|du|des|d')|des(?! annees))"
)
ONWARDS = r"(?: on| onwards?| and (?:after|later|onwards?)| et (?:apres|au-dela))"
FROM = (
    r"(?:from(?: and (?:including|after))?|on and (?:after|from)|a (?:partir|compter) (?:de|du|des|d')"
    r"|de|du|des|d'|depuis|since)"
)
TO = r"(?:to|(?:up )?until|till|through|thru|up to|a|au|aux|jusqu'(?:a|au|aux|en)|jusqu'(?=avant |apres )|jusque)"
INCLUSIVE = r",? ?\(?\b(?:inclusive(?:ly)?|included|incl\.?|inclus(?:e|ivement)?|compris)\)?"

#: "Until 24 May 2018 exclusive": the day before is the last.
EXCLUDING = r" (?:(?:,? ?but )?(?:not including|excluding)) "
EXCLUSIVE = (
    r",? ?\(?\b(?:exclusive(?:ly)?|excluded|not (?:included|inclusive)|exclus?(?:ivement)?|non (?:compris|inclus))\)?"
)

_NOT_KNOWN = r"(?:not known|unknown|not recorded|non connue?|inconnue?|pas connue?|indeterminee?|\?+|\(\?\))"
_GOING_ON = r"(?:still going on|going on|ongoing|open[- ]ended|toujours en cours|en cours)"
NOT_KNOWN = rf"(?:(?:une )?(?:date )?{_NOT_KNOWN}|an? unknown date|[ns]\. ?d\.?)"
BY_THE_END = r"(?:(?:the )?end(?: of)?|(?:la )?fin)"
GOING_ON = (
    rf"(?:{_GOING_ON}|(?:the )?present(?: day)?|(?:until |till |up to )?now|today|"
    rf"(?:to )?date|this day|current(?:ly)?|aujourd'hui|maintenant|"
    rf"{SERVING}|auj\.?|nos jours|ce jour|present|pres|actuellement|l'heure actuelle|"
    r"further notice|nouvel ordre|\.\.)"
)
START_NOT_KNOWN = rf"(?:(?:start|beginning|start date|debut|date de debut) ?:? {_NOT_KNOWN})"
END_NOT_KNOWN = rf"(?:(?:end|end date|fin|date de fin) ?:? {_NOT_KNOWN}|no end recorded|aucune fin consignee)"
NO_START = r"(?:with no beginning|no beginning|sans commencement|sans debut)"
NO_END = rf"(?:{_GOING_ON}|with no end|no end|sans fin(?: prevue)?)"
START_LABEL = r"(?:start|beginning|from|debut|date de debut) ?:"
END_LABEL = r"(?:end|fin|date de fin|to) ?:"
DATES_NOT_KNOWN = (
    rf"(?:(?:exact |une )?dates?(?: exactes?)? {_NOT_KNOWN}|(?:dates )?(?:inconnue?s?|non connues)|"
    r"unknown|undated|no date|sans date|n\.? ?d\.?|s\.? ?d\.?)"
)
