"""The sentence that fits a text which is no date: what most people who write so should write instead."""

import re
from difflib import get_close_matches

from django.utils.translation import get_language

from .errors import DateError, _, quoted
from .month_and_season_names import MONTHS
from .refused_words import SENTENCES
from .vocabulary import MONTH, MONTH_NUMBERS, SEASON, WEEKDAY

_TIME = re.compile(
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2} ?h(?: ?[0-9]{2}|eures?)?\b|\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b"
    r"|[0-9]t[0-9]{2}|\b(?:noon|midnight|midi|minuit)\b|\b[0-9]{1,2} ?o'clock\b"
    r"|\b[0-9]{1,2}\.[0-9]{2} ?(?:hrs|hours)\b|[0-9]{4},? \(?[0-9]{1,2}\.[0-9]{2}(?: [a-z]{2,4})?\)?$"
    r"|^[0-9]{4}-[0-9]{2}-[0-9]{2}z$"
    r"|\b(?:morning|afternoon|evening|(?:over)?night|matin|matinee|apres-midi|soir|soiree|nuit)\b"
)
_COUNT = re.compile(r"[0-9]{5,}(?:[.,][0-9]+)?|[0-9]{4}[.,]0+|[0-9][, ][0-9]{3}")
#: A day or a month that nobody knew, filled in: 00/05/2018, XX/05/2018, 2018-05-XX.
_BLANK = re.compile(r"(?:^|[-/. ])(?:x{1,2}|\?{2}|00|0(?=[-/]))(?:[-/. ]|$)")
#: The same in words: "?? May 2018", "le ... mai 2018", "__/05/2018".
_DOTTED = re.compile(
    rf"(?:le )?(?:\.{{2,}}|_+|\?+|x{{1,2}}|--+) ?(?:[-/.] ?[0-9]{{1,2}}[-/.] ?[0-9]{{4}}|{MONTH} [0-9]{{4}})$"
)
_NUMBERED = re.compile(r"[0-9x?]{1,4}([-/. ])[0-9x?]{1,2}\1[0-9x?]{1,4}|[0-9]{4}-(?:00|xx)|(?:00|xx)[/.-][0-9]{4}")
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|hier|demain|aujourd'hui|now|maintenant|currently|recently|recemment"
    r"|(?:last|next|this|previous|following|same) (?:year|month|week|day|spring|summer|autumn|fall|winter)|ago"
    r"|l'an dernier|l'annee (?:derniere|prochaine|suivante)|ce mois-ci|cette annee|il y a|meme (?:jour|date)"
    r"|(?:immediate|upon|on) (?:effect|signature|arrival)|effet immediat|immediately|immediatement"
    r"|(?:a|des) la signature"
    r"|since then|thereafter|depuis lors|par la suite|(?:to the|up to the|le) present|^present$"
    r"|le lendemain|la veille|ibid(?:em)?|idem|ditto|ce jour|inst|ult|prox|crt|(?:du mois|[0-9]{1,2}) ?courant"
    r"|the day (?:after|before)|(?:on )?the eve of|day before"
    rf"|(?:last|next|this) (?:{MONTH}|{WEEKDAY}(?! (?:of|in)\b))|of (?:this|last|next) month"
    rf"|(?:mois|{MONTH}|{SEASON}|{WEEKDAY}) (?:dernier|prochain|passe)|semaine (?:derniere|prochaine|passee)"
    rf"|(?:cet?|cette) (?:mois|semaine|{SEASON})(?! [0-9])|de l'annee en cours)\b"
)
#: "Two weeks after 24 May 2018".
_FROM_ANOTHER_DAY = re.compile(
    r"\b(?:(?:weeks?|months?|years?|fortnights?|days) (?:after|before|following)|within an? (?:day|week|month|year) of"
    r"|(?:semaines?|mois|jours|ans?) (?:apres|avant))\b.*[0-9]"
)
#: A letter that looks like a digit: "l8 mai 2018", "24 mai 2O18", "ler juillet 2018".
_LETTER_FOR_DIGIT = re.compile(
    r"(?:\b(?:[0-9]+[loi][0-9loi]*|[loi][0-9]+[0-9loi]*)\b|^(?:le )?[li](?:er|st)\b).*(?:[a-z]{3}|[0-9]|$)"
)
_MISSPELT_MONTH = re.compile(r"(?:[0-9]{1,2}(?:er|st|nd|rd|th)? )?(?P<name>[a-z]{2,10})\.? (?:[0-9]{1,2},? )?[0-9]{4}")
#: A letter of an era and its year: "H30"; of a quarter that lacks its year: "T3"; of a century: "C19".
_QUARTER_ALONE = re.compile(r"[qths][1-4]|[1-4][qths]")
_DAY_AND_MONTH = re.compile(r"[0-9]{2}[-.][0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日")
_CENTURY_IN_SHORT = re.compile(r"c ?(?:1[0-9]|2[01])")
_NOTHING = re.compile(
    r"[-–.?x/ ]+|0+|n ?/ ?[ak]|n\.a\.?|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined|decided|agreed)"
    r"|(?:the )?date to be (?:announced|confirmed|determined|decided|agreed)"
    r"|none|never|jamais|unclear|sine die|null"
    r"|nil|nan|(?:(?:la )?date )?a (?:preciser|confirmer|determiner|definir|completer|fixer|annoncer)|neant"
    r"|aucune?|sans objet|not applicable|does not apply|pending|na"
    # What a spreadsheet shows where a formula failed.
    r"|#(?:n/a|null!|nul!|value!|valeur!|ref!|name\?|nom\?|num!|nombre!|div/0!)"
)
_NONE_AT_ALL = re.compile(r"0+")
#: As catalogues write a year of which the end is not known.
_CENTURY_BEGUN = re.compile(r"[0-9]{2}(?:\?\?|--|__|\.\.|xx)\??")
_DECADE_BEGUN = re.compile(r"[0-9]{3}(?:\?|-\??|_)")
#: What can be short for a month or for a preposition.
_BEFORE_OR_AFTER = re.compile(r"(?:av|ap|bef|aft)\.? .*[0-9]")
_BEFORE_CHRIST = re.compile(
    r"\b(?:b\.?c\.?(?:e\.?)?|av\.? ?j\.?-?c\.?|avant (?:j\.?-?c\.?|jesus-christ|notre ere))(?:$|\W)"
)
_DANGLING = re.compile(
    r"(?P<rest>[^-–]*[0-9年月日]|.*[0-9](?= )) ?[-–]+ ?\.*|(?P<end>\.* ?[-–]+) ?(?:[^-–]*[0-9].*)"
    rf"|(?:to|a) (?:the )?(?:(?:end|beginning|middle) of )?(?:(?:[0-9]{{1,2}} )?{MONTH} )?[0-9]{{4}}|[0-9]{{4}}\+"
    r"|[0-9]{4} ?\.{2,3}|\.{2,3} ?[0-9]{4}|[0-9]{4} ?(?:ff?\.?|(?:et )?suiv\.?|sqq?\.?)"
    r"|.*[0-9] ?>|until further notice"
    r"|(?:still |toujours |encore )?(?:in office|in post|serving|en poste|en fonctions?|en exercice)"
    r"|jusqu'a nouvel ordre|.*[0-9] \((?:still )?(?:ongoing|going on|en cours)\)"
)
_WEEK = re.compile(
    r"\b(?:[0-9]{4}-?w[0-9]{1,2}|(?:week|semaine|sem\.|cw|kw) (?:n[o°]\.? ?)?[0-9]{1,2}\b"
    r"|w[0-9]{1,2} |week ?-?end(?!ing)|week ending|(?:first|second|third|fourth|last(?! week$)|1st|2nd|3rd|4th) week\b"
    r"|^s(?:[5-9]|[1-5][0-9])[ /-]?[0-9]{4}$"
    r"|(?:premiere|deuxieme|seconde|troisieme|quatrieme|derniere|1re|1ere|2e|3e|4e) semaine\b)"
)
#: A week said by its days, and a week-end, in which no preposition makes a range.
_WEEK_OF_DAYS = re.compile(
    rf"(?:the |la )?(?:week|semaine) (?:of|du) (?:the )?(?:{MONTH} )?[0-9]{{1,2}}(?:er|st|nd|rd|th)? ?"
    r"(?:[-–]|to|au) ?[0-9].*"
    r"|(?:(?:over |during |pendant )?(?:the |le ))?week ?-?end (?:of|du) .*"
)
#: “2018-144”: the 144th day of the year.
_DAY_OF_THE_YEAR = re.compile(r"[0-9]{4}-[0-3][0-9]{2}")
_SEVERAL = re.compile(
    r"^[1-4]?[qths][1-4]?(?:[-–/&]| and | et ).*[0-9]{4}|"
    r"[0-9][^,]*(?: and | et | & |, ?[0-9]+[^,]*,|(?<=^[0-9]{2}), ?[0-9]{1,2} [a-z]"
    r"|[0-9]{2}[,;] ?(?=[0-9]{4})|(?<=^[0-9]), ?[0-9]{1,2} [a-z]|, ?[0-9]+[^,]* (?:and|et) ).*[0-9]"
    r"|\b[a-z]{3,9}\.? (?:and|et|&) [a-z]{3,9}\.? [0-9]{4}$|^[0-9]{1,2}(?:[-–][0-9]{1,2}){2,} [a-z]"
    r"|(?:[0-9]|[a-z]{3}) ?\+ ?[0-9a-z]"
)
_SHORT_YEAR = re.compile(r"(?:^|[ ./-])'[0-9]{2}(?![0-9])|^(?:[1-4][qths]|[qths][1-4])[ /'-]*[0-9]{2}$")
_OTHER_CALENDAR = re.compile(
    r"\b(?:vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial|messidor|thermidor|fructidor"
    r"|an [ivx]+$|o\.?s\.?\)(?= [0-9])|o\.?s\.?\)?$|n\.?s\.?\)?$|old style|new style|(?:vieux|ancien|nouveau) style"
    r"|julien|julian"
    r"|a\.?h\.?$|b\.?e\.?$|heisei|reiwa|showa|taisho|meiji|juche)"
    r"|平成|令和|昭和|大正|明治|民國|民国|皇紀|^[平令昭大明][0-9]|^[hrsmt]\.?[0-9]{1,2}年?$|^[hrsmt]\.?[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{1,2}$"
    r"|\[o\.? ?s\.?"
    # A day of both: “5 (18) October 1908”.
    r"|^[0-9]{1,2} (?:[a-z]+ )?\([0-9]{1,2}(?: [a-z]+)?\) [a-z0-9]"
)
_PART = r"(?:early|mid|late|end|debut|mi|milieu|fin|spring|summer|autumn|winter|printemps|ete|automne|hiver)"
_PART_OF = rf"{_PART}[ -]{{1,2}}(?:to|a)[ -]{_PART}"
_HALF = r"(?:half|quarter|third|decades?|moitie|quart|tiers|decennies?)"
#: Two dates with a stroke between them.
_STROKE = re.compile(
    rf"\b[0-9]{{1,2}}(?:er|st|nd|rd|th)?/[0-9]{{1,2}}(?:er|st|nd|rd|th)? [a-z]|[a-z]\.? ?/ ?[a-z0-9]"
    r"|^[0-9]{1,2}\.?/[0-9]{1,2}(?:\. |\.[0-9]{1,2}\.)"
    rf"|[0-9]{{4}}/[a-z]|[a-z]\.? [0-9]{{4}} ?/ ?[a-z0-9]|\b{_PART_OF}\b|^[0-9]{{1,2}}\./[0-9]{{1,2}}\.[0-9]"
)
_CENTURY = re.compile(rf"\b(?:{_PART}|{_HALF}|turn|tournant)\b.*(?:century|siecle|\b[qt][1-4]\b)")
_FEAST = re.compile(
    r"\b(?:easter|christmas|whitsun|pentecost|ascension|ramadan|new year|paques|noel|pentecote|toussaint"
    r"|nouvel an"
    r"|(?:la )?rentree|(?:saison|season|session)(?= [0-9])|ay ?[0-9]{4}|j?fy ?[0-9]{2,4}|fiscal year|financial year"
    r"|exercice"
    r"|annee (?:fiscale|budgetaire|scolaire|universitaire)"
    r"|academic year|school year)\b|年度"
)
_LONG = re.compile(
    r"\b(?:[0-9]+|one|two|three|un|une|deux|trois) (?:years?|months?|weeks?|days?|ans?|annees?|mois|semaines?|jours?)\b"
)
_TWO_DIGITS = re.compile(
    r"(?:^|\b(?:the|les|annees|early|mid|late|des) ?-?)(?:twenties|thirties|forties|fifties|sixties|seventies|eighties"
    r"|nineties"
    r"|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix)$"
)
#: Numbers in words, and Roman years.
_IN_WORDS = re.compile(
    r"\b(?:twent(?:y|ieth)|thirt(?:y|ieth)|(?:four|fif|six|seven|eigh|nine)teenth|vingt|trente|quinze|seize)\b.*[0-9]{4}"
    r"|\b(?:thousand|hundred|mil(?:le)?|cent|m(?:m|d|cm|dc)[mdclxvi]*$)\b"
)
#: Other languages: their months, save those that English or French write alike.
_OTHER_LANGUAGE = re.compile(
    r"\b(?:januar|februar|maerz|marz|juni|juli|oktober|dezember|januari|februari|maart|mei|augustus|enero|febrero|marzo"
    r"|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno"
    r"|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)\b"
    # In short, beside a year: “ago” alone is English.
    r"|\b(?:okt|dez|mrz|ene|abr|ago|dic|gen|mag|giu|lug|ott|out|maj)\b[-./]? ?(?:del? )?[0-9]{4}"
)
_NO_LIMIT = re.compile(
    r"\b(?:(?:first|last) (?:few )?(?:days|weeks|months) of|(?:premiers|derniers) (?:jours|mois) d[eu]"
    r"|(?:premieres|dernieres) semaines d[eu]"
    r"|turn of|(?:au )?tournant de|as (?:early|late) as|very (?:early|late)|tout(?:e fin| debut| fin))\b.*[0-9]"
)
_EVENT = re.compile(
    r"^a\.i\.,? .*[0-9]|\b(?:(?:took|assumed|takes|entered|left) (?:up )?(?:office|post|duties)|sworn in|succeeded"
    r"|(?:a pris|prise?|prit|prend) (?:de )?(?:ses )?fonctions?|par interim|mandate?|term|in office|en poste|only"
    r"|seulement|uniquement)\b.*[0-9]"
    r"|\b(?:resigned|acting|interim|app|lc|started|begun|began|ending|starts|begins|ends|commence|debute|finit"
    r"|se termine|published|posted|updated|released|publiee?|mise? a jour|done at|fait a|entered into force|status"
    r"|etat au|demissionn(?:aire|ee?))\b.*[0-9]|[0-9]{4}, [a-z][a-z' -]+$|[0-9] ?\||^\* [0-9]"
    r"|\b(?:expected|planned|scheduled|due|announced|reigned|prevue?|attendue?|programmee?|annoncee?|appointed|nominated|named|elected|signed|arrived|departed|left|adopted|opened|closed"
    r"|established|created"
    r"|died|born|ended|expired|terminee?|expiree?|presented|attested|mentioned|accredited|nommee?|elue?|signee?|arrivee?|partie?"
    r"|adoptee?|ouverte?|fermee?|cree+|morte?|nee?|presentee?|attestee?|mentionnee?"
    r"|accreditee?|entree? en fonctions?)\b.*[0-9]"
    r"|\b(?:floruit|est|appt|appd|arr|dep|decret|decree|arrete|loi|law|loc|lettres?|letters?|credentials|creances?|valid|valable"
    r"|expires?|expirant|vacant|ad interim)\b.*[0-9]|^\*[0-9]|^[a-z][a-z' ]+ ?: .*[0-9]|[0-9]{4} ?[-–] ?[a-z][a-z ]+$"
    r"|[0-9].*\b(?:vacant|ad interim)$"
    r"|[0-9].* \([^()]*[a-z][^()]*\)$|^(?:b\.|d\.|m\.|r\.|fl\.|†) ?[0-9]|^[a-z][a-z' -]+, (?:le |on |the )?[0-9]"
)
#: A cataloguer's brackets around what the document itself does not say; several dots are a span of the notation.
_SUPPLIED = re.compile(r"(?=.*[0-9])[^\[\]]*\[(?!.*\.\.)[^\[\],]+\][^\[\]]*")

_SENTENCES = [
    (_NOTHING.fullmatch, _("If no date is known, leave this empty.")),
    (_QUARTER_ALONE.fullmatch, _("The year is missing in “%(text)s”.")),
    (_DAY_AND_MONTH.fullmatch, _("The year is missing in “%(text)s”.")),
    (_CENTURY_IN_SHORT.fullmatch, _("Where no more than the century is known, write it: 20th century.")),
    (_CENTURY_BEGUN.fullmatch, _("Where no more than the century is known, write it: 20th century.")),
    (_DECADE_BEGUN.fullmatch, _("For some year of a decade write 199X; for one that is not certain, 1990?.")),
    (_BEFORE_OR_AFTER.fullmatch, _("Write “before 2018” or “after 2018” in full; “%(text)s” can be read in two ways.")),
    (
        _COUNT.fullmatch,
        _("“%(text)s” is a number, such as a spreadsheet keeps for a day. Write the date itself: 24 May 2018."),
    ),
    (_BEFORE_CHRIST.search, _("Years go from 0001 to 9999.")),
    (
        _FEAST.search,
        _("“%(text)s” has other days each year, or elsewhere. Write its day, or its first and last day."),
    ),
    (
        _STROKE.search,
        _("“%(text)s” can mean one or the other, or both: write “or”, or the first and the last with a dash."),
    ),
    (_CENTURY.search, _("Early, middle and late go with a month, a year or a decade.")),
    (
        _NO_LIMIT.search,
        _(
            "“%(text)s” sets no limit. Write the days between which it was, such as"
            " “between 25 May and 30 June 2018”, and keep these words as the wording."
        ),
    ),
    (_IN_WORDS.search, _("Write dates with the digits 0 to 9.")),
    (_OTHER_LANGUAGE.search, _("“%(text)s” names a month in another language. Write it in English or French.")),
    (_TWO_DIGITS.search, _("Write the year with four digits; “%(text)s” has fewer.")),
    (_SHORT_YEAR.search, _("Write the year with four digits; “%(text)s” has fewer.")),
    (_TIME.search, _("A date without a time of day is expected, for example 2018-05-24.")),
    (
        _DAY_OF_THE_YEAR.fullmatch,
        _("“%(text)s” counts the days of the year. Write the day and its month: 24 May 2018."),
    ),
    (_WEEK_OF_DAYS.fullmatch, _("“%(text)s” counts weeks. Write the days: 21–27 May 2018, or “week of 21 May 2018”.")),
    (_WEEK.search, _("“%(text)s” counts weeks. Write the days: 21–27 May 2018, or “week of 21 May 2018”.")),
    (
        _OTHER_CALENDAR.search,
        _("“%(text)s” is a date of another calendar. Write the day of ours, and keep these words as the wording."),
    ),
    (_FROM_ANOTHER_DAY.search, _("“%(text)s” counts from another day. Write the date itself: 24 May 2018.")),
    (_RELATIVE.search, _("“%(text)s” depends on the day it is read. Write the date itself: 24 May 2018.")),
    (
        _DANGLING.fullmatch,
        _(
            "“%(text)s” leaves one end open. Write “since 2018” if it is still going on, “2018, end unknown” if"
            " nobody knows, “until 2018” for an end."
        ),
    ),
    (
        _SUPPLIED.fullmatch,
        _("Brackets say that a date was supplied. If it is uncertain, write “2018 (uncertain)”; else leave them out."),
    ),
    (
        _LONG.search,
        _("“%(text)s” says how long, not when. Write the first and the last day, as far as they are known."),
    ),
    (
        _EVENT.search,
        _("Write the date alone; “%(text)s” also says something about it, which has a field of its own or is a note."),
    ),
    (
        _LETTER_FOR_DIGIT.search,
        _("“%(text)s” has a letter where a digit belongs: l or I for 1, O for 0."),
    ),
    (
        _SEVERAL.search,
        _("“%(text)s” names several dates. Write one, or the first and the last day: 3–5 March 2016."),
    ),
    *SENTENCES,
]


def refuse_blanks(text: str, said: str) -> None:
    """Raise the error for numbers that only look like a date: of a spreadsheet, or filled in for what was not known."""
    shapes = (_CENTURY_BEGUN, _CENTURY_IN_SHORT, _DAY_AND_MONTH, _NONE_AT_ALL, _WEEK_OF_DAYS)
    if (_COUNT.fullmatch(said) and not said.isdecimal()) or any(shape.fullmatch(said) for shape in shapes):
        raise refusal(text, said, None)
    if (_NUMBERED.fullmatch(said) and _BLANK.search(said)) or _DOTTED.match(said):
        raise DateError(
            _("A day or a month that is not known is left out: write May 2018 or 2018, not “%(text)s”."),
            {"text": quoted(text)},
        )


def refusal(text: str, said: str, problem: DateError | None) -> DateError:
    """The error for a text that was not understood; ``problem`` is what is wrong with it as notation."""
    for is_such, sentence in _SENTENCES:
        if is_such(said):
            return DateError(sentence, {"text": quoted(text)})
    if (match := _MISSPELT_MONTH.fullmatch(said)) and (meant := _month_meant(match["name"])):
        return DateError(
            _("“%(text)s” names no month that is spelt so: is %(month)s meant?"),
            {"text": quoted(text), "month": meant},
        )
    return problem or DateError(
        _(
            "“%(text)s” was not understood as a date. Write for example: 24 May 2018, May 2018, about 2011,"
            " early 1990s, before 2011, 3–5 March 2016, since 1 July 2018, 2004–2009."
        ),
        {"text": quoted(text)},
    )


def _month_meant(name: str) -> str:
    """The months that a misspelt name is near to, as the reader writes them."""
    language = "fr" if (get_language() or "").startswith("fr") else "en"
    spelt = {each: number for each, number in MONTH_NUMBERS.items() if len(each) > 3 or each == "mai"}
    name = next((each for each in (name.replace("rn", "m"), name.replace("l", "i")) if each in spelt), name)
    begun = {number for each, number in spelt.items() if each.startswith(name)}
    near = begun or {spelt[each] for each in get_close_matches(name, spelt, n=2, cutoff=0.76)}
    return " / ".join(MONTHS[language][number - 1] for number in sorted(near))
