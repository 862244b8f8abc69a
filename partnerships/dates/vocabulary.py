"""The words people use around dates, in both languages, folded as ``tidied`` folds them.

Each is a piece of a regular expression; the grammar that puts them together is in the ``reading``
modules.
"""

from .calendar_words import MONTHS, SEASONS, WEEKDAYS
from .typed_text import tidied
from .units import AUTUMN, SPRING, SUMMER, WINTER

_MONTH_ABBREVIATIONS = (
    "janv jan", "fevr fev feb", "mar", "avr apr", "", "jun", "juil jul", "", "sept sep", "oct", "nov", "dec",
)  # fmt: skip
_WEEKDAY_ABBREVIATIONS = ("lun mon", "tue tues", "mer wed", "jeu thu thur thurs", "ven fri", "sam sat", "dim sun")

MONTH_NUMBERS: dict[str, int] = {
    name: number
    for number, abbreviations in enumerate(_MONTH_ABBREVIATIONS, start=1)
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
    for number, abbreviations in enumerate(_WEEKDAY_ABBREVIATIONS)
    for name in (*(tidied(WEEKDAYS[language][number]) for language in WEEKDAYS), *abbreviations.split())
}


def one_of(names) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


MONTH = one_of(MONTH_NUMBERS)
SEASON = one_of(SEASON_NUMBERS)
WEEKDAY = one_of(WEEKDAY_NUMBERS)

# Before a date, saying nothing more: "on 24 May", "en 2011", "au printemps", "dans les années 1990".
FILLER = (
    r"(?:(?:during|in|on|at|the|en|au cours d[eu]|courant|pendant|durant|dans|au|aux|a|le|la|les|des(?= annees)|"
    r"month of|mois de|year|annee|an)(?: |$)|(?:l|mois d)')"
)

ABOUT = (
    r"(?:vers|environ|aux alentours|aux environs|autour|approximativement|about|around|approximately|roughly|"
    r"circa|approx\.?|env\.?|ca?\.?|~)"
)
ABOUT_AFTERWARDS = r"(?:~| environ| env\.?| approximativement| approximately| approx\.?| or so)"
PERHAPS = r"(?:peut-etre|probablement|possiblement|vraisemblablement|sans doute|possibly|perhaps|maybe|probably|likely)"
PERHAPS_AFTERWARDS = (
    r"(?: ?\(?\?\)?| ?\((?:(?:date )?(?:incertaine?|uncertain)|a confirmer|to be confirmed)\)|,? (?:date )?incertaine?"
    r"|,? (?:date )?uncertain|,? to be confirmed|,? a confirmer)"
)

EARLY = r"(?:early(?: in)?|(?:the )?(?:start|beginning|begin) of|(?:au |le |du )?debut)"
MID = r"(?:mid|(?:the )?middle of|(?:au |le |du )?milieu|(?:a la |la )?mi)"
END_OF = r"(?:(?:the )?end of|(?:la |de la )?fin)"
START_OF = r"(?:(?:the )?(?:start|beginning) of|(?:le )?debut)"
LATE = r"(?:late(?: in)?|(?:the )?end of|(?:a la |la |de la )?fin)"

BETWEEN = r"(?:between|entre)"
AND = r"(?:and|et|&)"

BEFORE = r"(?:before|prior to|earlier than|avant|anterieure? au?|anterieurement au?)"
AFTER = r"(?:after|later than|apres|posterieure? au?|posterieurement au?)"
SOON = r"(?:(?:soon|shortly|just|long) |peu (?:de temps )?|juste |longtemps )"
NOT_AFTER = (
    r"(?:by|no later than|not later than|at the latest|not after|au plus tard|pas apres|pas plus tard que|d'ici)"
)
NOT_BEFORE = r"(?:no earlier than|not earlier than|not before|at the earliest|au plus tot|pas avant|pas plus tot que)"
OR_EARLIER = r"(?:,? or (?:earlier|before)|,? ou (?:avant|plus tot|anterieurement)|,? at the latest|,? au plus tard)"
OR_LATER = r"(?:,? or (?:later|after)|,? ou (?:apres|plus tard|posterieurement)|,? at the earliest|,? au plus tot)"

SINCE = r"(?:since|depuis)"
UNTIL = (
    r"(?:until|till|up to|through|jusqu'(?:a|au|aux|en|a la|a l'|au cours de)|jusque(?= (?:vers|dans|debut|fin|mi)))"
)
STARTING = r"(?:starting(?: in| on| from)?|from|as from|as of|(?:a partir|a compter) (?:de|du|des|d')|des(?! annees))"
ONWARDS = r"(?: on| onwards?)"
FROM = r"(?:from|de|du|des|d'|depuis|since)"
TO = r"(?:to|until|till|through|up to|a|au|aux|jusqu'(?:a|au|aux|en)|jusque)"

_NOT_KNOWN = r"(?:not known|unknown|non connue?|inconnue?|pas connue?|\?)"
_GOING_ON = r"(?:still going on|going on|ongoing|toujours en cours|en cours)"
NOT_KNOWN = rf"(?:(?:une )?(?:date )?{_NOT_KNOWN}|an? unknown date)"
GOING_ON = rf"(?:{_GOING_ON}|(?:the )?present|now|today|date|present|aujourd'hui|maintenant|nos jours|ce jour|\.\.)"
START_NOT_KNOWN = rf"(?:(?:start|beginning|start date|debut|date de debut) ?:? {_NOT_KNOWN})"
END_NOT_KNOWN = rf"(?:(?:end|end date|fin|date de fin) ?:? {_NOT_KNOWN})"
NO_START = r"(?:with no beginning|no beginning|sans commencement|sans debut)"
NO_END = rf"(?:{_GOING_ON}|with no end|no end|sans fin)"
START_LABEL = r"(?:start|beginning|from|debut|date de debut) ?:"
END_LABEL = r"(?:end|fin|date de fin|to) ?:"
DATES_NOT_KNOWN = rf"(?:dates? {_NOT_KNOWN}|(?:dates )?(?:inconnues|non connues)|unknown)"
