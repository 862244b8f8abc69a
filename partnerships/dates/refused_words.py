"""What people write in place of a date, or with one: each pattern is known by what its writer should write instead."""

import re

from .month_and_season_names import WEEKDAYS
from .vocabulary import MONTH, MONTH_NUMBERS, SEASON, SEASON_NUMBERS, WEEKDAY

TIME = re.compile(
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2} ?h(?: ?[0-9]{2}|eures?)?\b|\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b"
    r"|[0-9]t[0-9]{2}|\b(?:noon|midnight|midi|minuit)\b|\b[0-9]{1,2} ?o'clock\b"
    r"|\b[0-9]{1,2}\.[0-9]{2} ?(?:hrs|hours)\b|[0-9]{4},? \(?[0-9]{1,2}\.[0-9]{2}(?: [a-z]{2,4})?\)?$"
    r"|^[0-9]{4}-[0-9]{2}-[0-9]{2}z$|[0-9]{4},? \(?[0-9]{4} ?(?:z|h|hrs|hours|zulu)\)?$"
    r"|\b(?:morning|afternoon|evening|(?:over)?night|matin|matinee|apres-midi|soir|soiree|nuit"
    r"|dawn|dusk|sunrise|sunset|(?:small|early) hours|aube|crepuscule)\b"
)
#: The same beyond doubt, whatever stands beside it: “02:30 America/New_York”.
CLOCK = re.compile(r"(?:\b|t)[0-9]{1,2}:[0-9]{2}\b")
COUNT = re.compile(r"[0-9]{5,}(?:[.,][0-9]+)?|[0-9]{4}[.,]0+|[0-9][, ][0-9]{3}")
#: A day or a month that nobody knew, filled in: 00/05/2018, XX/05/2018, 2018-05-XX.
BLANK = re.compile(r"(?:^|[-/. ])(?:x{1,2}|\?{2}|00|0(?=[-/]))(?:[-/. ]|$)")
#: The same in words: "?? May 2018", "le ... mai 2018", "__/05/2018".
DOTTED = re.compile(
    rf"(?:le )?(?:\.{{2,}}|_+|\?+|x{{1,2}}|--+) ?(?:[-/.] ?[0-9]{{1,2}}[-/.] ?[0-9]{{4}}|{MONTH} [0-9]{{4}})$"
)
NUMBERED = re.compile(r"[0-9x?]{1,4}([-/. ])[0-9x?]{1,2}\1[0-9x?]{1,4}|[0-9]{4}-(?:00|xx)|(?:00|xx)[/.-][0-9]{4}")
RELATIVE = re.compile(
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
FROM_ANOTHER_DAY = re.compile(
    r"\b(?:(?:weeks?|months?|years?|fortnights?|days) (?:after|before|following)|within an? (?:day|week|month|year) of"
    r"|(?:semaines?|mois|jours|ans?) (?:apres|avant)|surlendemain d[eu]|avant-veille d[eu])\b.*[0-9]"
)
#: A letter that looks like a digit: "l8 mai 2018", "24 mai 2O18", "ler juillet 2018".
LETTER_FOR_DIGIT = re.compile(
    r"(?:\b(?:[0-9]+[loi][0-9loi]*|[loi][0-9]+[0-9loi]*)\b|^(?:le )?[li](?:er|st)\b).*(?:[a-z]{3}|[0-9]|$)"
)
MISSPELT_MONTH = re.compile(r"(?:[0-9]{1,2}(?:er|st|nd|rd|th)? )?(?P<name>[a-z]{2,10})\.? (?:[0-9]{1,2},? )?[0-9]{4}")
#: A letter of an era and its year: "H30"; of a quarter that lacks its year: "T3"; of a century: "C19".
QUARTER_ALONE = re.compile(r"[qths][1-4]|[1-4][qths]")
DAY_AND_MONTH = re.compile(r"[0-9]{2}[-.][0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日")
CENTURY_IN_SHORT = re.compile(r"c ?(?:1[0-9]|2[01])")
#: That nobody knows, or says; and what programs show where they have nothing.
NOTHING = re.compile(
    r"[-–.?x/ ]+|0+|n ?/ ?[ak]|n\.a\.?|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined|decided|agreed)"
    r"|(?:the )?date to be (?:announced|confirmed|determined|decided|agreed)"
    r"|none|never|jamais|unclear|sine die|null"
    r"|nil|nan|(?:(?:la )?date )?a (?:preciser|confirmer|determiner|definir|completer|fixer|annoncer)|neant"
    r"|aucune?|sans objet|not applicable|does not apply|pending|na"
    # What a form shows in an empty field.
    r"|[dj]{2}([-/.])mm\1[ya]{4}|[ya]{4}-mm-[dj]{2}"
    # What a spreadsheet shows where a formula failed.
    r"|#(?:n/a|null!|nul!|value!|valeur!|ref!|name\?|nom\?|num!|nombre!|div/0!)"
    r"|(?:date )?(?:not|non) (?:known|dated|datee?|available|disponible|communiquee?|stated|given|provided|recorded"
    r"|precisee?|connue?|renseignee?|indiquee?|determinee?)"
    r"|no (?:info(?:rmation)?|data)|withheld|confidential|confidentiel(?:le)?|classified|secret|redacted|undefined"
    r"|invalid date|true|false|#{2,}|pending approval|subject to (?:confirmation|approval)|sous reserve|ignoree?"
    r"|various|diverse?s?|\[[ns]\. ?d\.?\]|(?:(?:date )?a venir|to come|forthcoming)"
)
NONE_AT_ALL = re.compile(r"0+")
#: As catalogues write a year of which the end is not known.
CENTURY_BEGUN = re.compile(r"[0-9]{2}(?:\?\?|--|__|\.\.|xx)\??")
DECADE_BEGUN = re.compile(r"[0-9]{3}(?:\?|-\??|_)")
#: What can be short for a month or for a preposition.
BEFORE_OR_AFTER = re.compile(r"(?:av|ap|bef|aft)\.? .*[0-9]")
BEFORE_CHRIST = re.compile(
    r"^(?:year |an |annee )?0+ ?(?:a\.?d\.?|c\.?e\.?)?$|^-0[0-9]{3}\b|"
    r"\b(?:b\.?c\.?(?:e\.?)?|av\.? ?j\.?-?c\.?|avant (?:j\.?-?c\.?|jesus-christ|notre ere))(?:$|\W)"
)
DANGLING = re.compile(
    r"(?P<rest>[^-–]*(?:[0-9年月日]|[0-9]s)|.*[0-9](?= )) ?[-–]+ ?\.*|(?P<end>\.* ?[-–]+) ?(?:[^-–]*[0-9].*)"
    rf"|(?:to|a) (?:the )?(?:(?:end|beginning|middle) of )?(?:(?:[0-9]{{1,2}} )?{MONTH} )?[0-9]{{4}}|[0-9]{{4}}\+"
    r"|[0-9]{4} ?\.{2,3}|\.{2,3} ?[0-9]{4}|[0-9]{4} ?(?:ff?\.?|(?:et )?suiv\.?|sqq?\.?)"
    r"|.*[0-9] ?>|until further notice"
    r"|(?:still |toujours |encore )?(?:in office|in post|serving|en poste|en fonctions?|en exercice)"
    r"|jusqu'a nouvel ordre|.*[0-9] \((?:still )?(?:ongoing|going on|en cours)\)"
)
WEEK = re.compile(
    r"\b(?:[0-9]{4}-?w[0-9]{1,2}|(?:week|semaine|sem\.|cw|kw) (?:n[o°]\.? ?)?[0-9]{1,2}\b"
    r"|w[0-9]{1,2} |week ?-?end(?!ing)|week ending|(?:first|second|third|fourth|last(?! week$)|1st|2nd|3rd|4th) week\b"
    r"|^s(?:[5-9]|[1-5][0-9])[ /-]?[0-9]{4}$"
    r"|(?:premiere|deuxieme|seconde|troisieme|quatrieme|derniere|1re|1ere|2e|3e|4e) semaine\b)"
)
#: A week said by its days, and a week-end, in which no preposition makes a range.
WEEK_OF_DAYS = re.compile(
    rf"(?:the |la )?(?:week|semaine) (?:of|du) (?:the )?(?:{MONTH} )?[0-9]{{1,2}}(?:er|st|nd|rd|th)? ?"
    r"(?:[-–]|to|au) ?[0-9].*"
    r"|(?:(?:over |during |pendant )?(?:the |le ))?week ?-?end (?:of|du) .*"
    r"|w/e .*[0-9].*|(?:en |la )?fin de semaine (?:du|des) .*|semaine (?:finissant|se terminant) .*"
)
#: “2018-144”: the 144th day of the year.
DAY_OF_THE_YEAR = re.compile(r"[0-9]{4}-[0-3][0-9]{2}")
SEVERAL = re.compile(
    r"^[1-4]?[qths][1-4]?(?:[-–/&]| and | et ).*[0-9]{4}|"
    r"[0-9][^,]*(?: and | et | & |, ?[0-9]+[^,]*,|(?<=^[0-9]{2}), ?[0-9]{1,2} [a-z]"
    r"|[0-9]{2}[,;] ?(?=[0-9]{4})|(?<=^[0-9]), ?[0-9]{1,2} [a-z]|, ?[0-9]+[^,]* (?:and|et) ).*[0-9]"
    r"|\b[a-z]{3,9}\.? (?:and|et|&) [a-z]{3,9}\.? [0-9]{4}$|^[0-9]{1,2}(?:[-–][0-9]{1,2}){2,} [a-z]"
    r"|(?:[0-9]|[a-z]{3}) ?\+ ?[0-9a-z]"
    rf"|[0-9]{{4}}(?: ?[,;] ?| then | puis )(?:(?:[0-9]{{1,2}} )?{MONTH} )?[0-9]{{4}}$"
)
SHORT_YEAR = re.compile(r"(?:^|[ ./-])'[0-9]{2}(?![0-9])|^(?:[1-4][qths]|[qths][1-4])[ /'-]*[0-9]{2}$")
OTHER_CALENDAR = re.compile(
    r"\b(?:vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial|messidor|thermidor|fructidor"
    r"|an [ivx]+$|o\.?s\.?\)(?= [0-9])|o\.?s\.?\)?$|n\.?s\.?\)?$|old style|new style|(?:vieux|ancien|nouveau) style"
    r"|(?:julien|julian) (?:calendar|date|style)|(?:calendrier|date|style) julien"
    r"|a\.?h\.?$|b\.?e\.?$|heisei|reiwa|showa|taisho|meiji|juche)"
    r"|平成|令和|昭和|大正|明治|民國|民国|皇紀|^[平令昭大明][0-9]|^[hrsmt]\.?[0-9]{1,2}年?$|^[hrsmt]\.?[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{1,2}$"
    r"|\[o\.? ?s\.?|[0-9],? \(?(?:julien|julian)\)?$"
    # A day of both: “5 (18) October 1908”.
    r"|^[0-9]{1,2} (?:[a-z]+ )?\([0-9]{1,2}(?: [a-z]+)?\) [a-z0-9]"
)
_PART = r"(?:early|mid|late|end|debut|mi|milieu|fin|spring|summer|autumn|winter|printemps|ete|automne|hiver)"
_PART_OF = rf"{_PART}[ -]{{1,2}}(?:to|a)[ -]{_PART}"
_HALF = r"(?:half|quarter|third|decades?|moitie|quart|tiers|decennies?)"
#: Two dates with a stroke between them.
STROKE = re.compile(
    rf"\b[0-9]{{1,2}}(?:er|st|nd|rd|th)?/[0-9]{{1,2}}(?:er|st|nd|rd|th)? [a-z]|[a-z]\.? ?/ ?[a-z0-9]"
    r"|^[0-9]{1,2}\.?/[0-9]{1,2}(?:\. |\.[0-9]{1,2}\.)"
    rf"|[0-9]{{4}}/[a-z]|^[0-9]{{4}} ?/ ?[0-9]{{4}}$"
    rf"|[a-z]\.? [0-9]{{4}} ?/ ?[a-z0-9]|\b{_PART_OF}\b|^[0-9]{{1,2}}\./[0-9]{{1,2}}\.[0-9]"
)
CENTURY = re.compile(rf"\b(?:{_PART}|{_HALF}|turn|tournant)\b.*(?:century|siecle|\b[qt][1-4]\b)")
FEAST = re.compile(
    r"\b(?:easter|christmas|lent|advent|careme|avent|whitsun|pentecost|ascension|ramadan|new year"
    r"|paques|noel|pentecote|toussaint|nouvel an"
    r"|(?:la )?rentree|(?:saison|season|session)(?= [0-9])|ay ?[0-9]{4}|j?fy ?[0-9]{2,4}|fiscal year|financial year"
    r"|exercice"
    r"|annee (?:fiscale|budgetaire|scolaire|universitaire)"
    r"|academic year|school year)\b|年度"
)
LONG = re.compile(
    r"\b(?:[0-9]+|one|two|three|un|une|deux|trois) (?:years?|months?|weeks?|days?|ans?|annees?|mois|semaines?|jours?)\b"
)
TWO_DIGITS = re.compile(
    r"(?:^|\b(?:the|les|annees|early|mid|late|des) ?-?)(?:twenties|thirties|forties|fifties|sixties|seventies|eighties"
    r"|nineties"
    r"|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix)$"
)
_NUMBERS_IN_WORDS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze"),
    *("dix-sept", "dix-huit", "dix-neuf"),
)
#: Numbers in words, and Roman years.
IN_WORDS = re.compile(
    rf"^(?:(?:the|le|on) )?(?:{'|'.join(_NUMBERS_IN_WORDS)}) (?:day )?(?:of )?{MONTH}\b.*[0-9]{{4}}"
    r"|\bnineteen\b|\b(?:twent(?:y|ieth)|thirt(?:y|ieth)|(?:four|fif|six|seven|eigh|nine)teenth|vingt|trente|quinze|seize)\b.*[0-9]{4}"
    r"|\b(?:thousand|hundred|mil(?:le)?|cent|m(?:m|d|cm|dc)[mdclxvi]*$)\b"
)
#: Other languages: their months, save those that English or French write alike.
OTHER_LANGUAGE = re.compile(
    r"\b(?:januar|februar|maerz|marz|juni|juli|oktober|dezember|januari|februari|maart|mei|augustus|enero|febrero|marzo"
    r"|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno"
    r"|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)\b"
    # In short, beside a year: “ago” alone is English.
    r"|\b(?:okt|dez|mrz|ene|abr|ago|dic|gen|mag|giu|lug|ott|out|maj)\b[-./]? ?(?:del? )?[0-9]{4}"
)
NO_LIMIT = re.compile(
    r"\b(?:(?:first|last) (?:few )?(?:days|weeks|months) of|(?:premiers|derniers) (?:jours|mois) d(?:e|u|es)"
    r"|(?:premieres|dernieres) semaines d[eu]"
    r"|(?:opening|closing) (?:days|weeks|months) of|close of|already in|still in|(?:deja|encore) (?:en|au)"
    r"|turn of|(?:au )?tournant des?|as (?:early|late) as|very (?:early|late)|tout(?:e fin| debut| fin))\b.*[0-9]"
)
EVENT = re.compile(
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
SUPPLIED = re.compile(r"(?=.*[0-9])[^\[\]]*\[(?!.*\.\.)[^\[\],]+\][^\[\]]*")
#: What is named after something that lasted or happened: its days are another record's.
OF_AN_AGE = re.compile(
    r"\b(?:(?:pre|post|inter|apres|avant|entre-deux)[- ]?(?:war|guerres?)|interwar|wartime|temps de guerre"
    r"|cold war|guerre froide|(?:world war|guerre mondiale|war|guerre|summit|sommet|conference"
    r"|congress|congres|olympics)"
    r"|(?:[a-z]+ )?(?:period|era|dynasty|epoque|ere|dynastie)|(?:[a-z]+) (?:republic|republique|empire|reich)"
    r"|reign|regne|under|sous|presidency|presidence|administration|mandature|legislature)\b"
)
#: What comes again, or stops and goes on.
AGAIN = re.compile(
    r"\b(?:annual(?:ly)?|annuel(?:le)?(?:ment)?|monthly|mensuel(?:le)?(?:ment)?|weekly|yearly|biannual(?:ly)?"
    r"|regular(?:ly)?|reguliere?(?:ment)?"
    r"|every|each|chaque|tous les|toutes les|several times|plusieurs fois|twice|deux fois|trois fois"
    r"|(?:three|four|many|various|several) (?:times|dates|occasions)|(?:diverses|differentes|plusieurs) dates"
    r"|intermittent(?:ly|e)?|par intermittence|on and off|(?:with|avec) interruptions?|except|sauf|passim|weekdays)\b"
)
#: What another text says, not this one.
ELSEWHERE = re.compile(
    r"(?:see|cf\.?|voir|v\.|comme|as(?! (?:early|late) as\b)) .*"
    r"|.*\b(?:above|below|supra|infra|ci-dessus|ci-dessous|plus haut|plus bas)"
    r"|(?:foot)?note [0-9]+|op\. ?cit\.?|loc\. ?cit\.?"
)
#: What sets no limit, or changes with the day of the reader.
WHENEVER = re.compile(
    r"(?:up )?to date|so far|a ce jour|jusqu'(?:a present|ici)|current|actuel(?:le)?|present|new|modern|contemporary"
    r"|ancient|formerly|autrefois|jadis|naguere|long ago|way back|always|toujours|permanent(?:e|ly)?|en permanence"
    r"|since forever|depuis toujours|as needed|ad hoc|some day|un jour|one day"
)
#: A day of the week that is counted: “the third Thursday of May 2018”.
_COUNTED = (
    r"(?:[1-5](?:st|nd|rd|th|er|e|eme)|first|second|third|fourth|fifth|last|premiere?|deuxieme|troisieme|quatrieme"
    r"|derniere?)"
)
_WEEKDAY = "|".join(name.lower() for names in WEEKDAYS.values() for name in names)
COUNTED_WEEKDAY = re.compile(rf"\b{_COUNTED} (?:{_WEEKDAY})\b")
#: A part of something that is not named.
PART_ALONE = re.compile(
    rf"(?:the |le |la |au |a la |at the |in the )?(?:beginning|early days|end|start|middle|debut|fin|milieu|first|last"
    rf"|premiere?|derniere?|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) quarter|{_WEEKDAY})"
)
#: A span around a year: “2018 ± 1”.
MORE_OR_LESS = re.compile(r".*[0-9] ?\(?(?:±|\+ ?/ ?-|\+-) ?[0-9]+\)?")
#: A duration of the standard: “P1Y”, “2018-05-24/P3D”, “R5/2018”.
DURATION = re.compile(r"(?:.*/)?p(?:t?[0-9]+[ymwdhs])+(?:/.*)?|r[0-9]*/.*")
#: A day that is counted from another, as plans do: “D+3”.
FROM_A_DAY = re.compile(r"[djt] ?[-+] ?[0-9]{1,3}|(?:day|jour|week|semaine|year|month|mois) [0-9]{1,3}")
#: A zone or a time of a day: “24 May 2018 JST”, “241200Z MAY 18”.
ZONE = re.compile(
    r".*[0-9].*\b(?:jst|cet|cest|gmt|utc|est|edt|bst|local time|heure locale|heure d[eu] [a-z]+|am|pm)\)?"
    r"|(?:dtg )?[0-9]{6}z ?[a-z]{3} ?[0-9]{2,4}"
)
FORMULA = re.compile(r"=.*|[a-z]+\(.*\)")
#: One end is missing: “between 2018 and”, “2018 to”.
ENDLESS = re.compile(
    r"(?:between|entre|from|de|du) .*[0-9] (?:and|et|to|a|au)|[0-9]{4} (?:to|a)|[0-9]{4} ?<|from to .*"
)
#: Scripts in which neither language is written, with a year of ours.
OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\uac00-\ud7a3]"
)
MONTHS_OF_ANOTHER_CALENDAR = re.compile(
    r"\b(?:sivan|nisan|iyar|tammuz|tishri|kislev|tevet|adar|muharram|safar|rajab|sha'?ban|shawwal|nowruz)\b"
    r"|\b1[34][0-9]{2} ?(?:h|ah)\b|\byear of the [a-z]+$|annee du (?:dragon|rat|tigre|lapin|cheval|singe|coq|chien)"
)
#: Days with a name that have other days each year, or elsewhere.
NAMED_DAY = re.compile(
    r"\b(?:equinox|equinoxe|solstice|(?:full|new) moon|(?:pleine|nouvelle) lune|golden week|tanabata|obon|bastille day"
    r"|saint-sylvestre|labou?r day|thanksgiving|fete (?:nationale|du travail)|fiscal [0-9]{4}|independence day"
    r"|(?:lunar|chinese) new year)\b"
)
#: A date with what it is the date of, or what is no part of it.
MORE_THAN_A_DATE = re.compile(
    rf"(?:du|of|seance du|session of|on the occasion of|a l'occasion du|eff\.?|retroactively to"
    rf"|retroactivement au|back in)"
    # A place before its day: “Tokyo, October 31, 2017”, “TOKYO – 31 October 2017”.
    rf" .*[0-9]{{4}}|(?!(?:{MONTH}|{_WEEKDAY})\b)[a-z][a-z' -]+(?:(?:,| [-–]) (?:le |on |the )?| (?:le|on) )"
    rf"(?:[0-9]{{1,2}}|{MONTH})\b.*[0-9]{{4}}|.*[0-9]{{4}} (?:wef|sic)|.*[0-9]{{4}} ?!+"
    rf"|[a-z]+ [0-9]{{1,2}} {MONTH} [0-9]{{4}}"
    # Who says so: a source, which is cited.
    r"|.*[0-9]{4},? (?:selon|d'apres|suivant|according to|as per|per) [a-z].*"
    r"|(?:selon|d'apres|suivant|according to|as per|on (?:dit|pense|croit)(?: que c'est)?(?: en)?"
    r"|(?:is |was )?(?:said|thought|believed|rumou?red|known|understood) to be(?: in)?) .*[0-9]{4}.*"
)
#: Some of a time, of which nobody says which.
SOME_OF = re.compile(
    r"(?:(?:a few|some|several|quelques|plusieurs) (?:days|weeks|months|jours|semaines|mois) (?:in|of|en|d[eu]) .*"
    r"|(?:half|part) of .*"
    r"|une partie d[eu] .*|all year|toute l'annee"
    r"|(?:later|earlier)(?: on)? in .*|plus (?:tard|tot) (?:en|dans|au) .*)"
)
#: A sign of doubt within a date, where nobody can tell what it doubts: “24? May 2018”.
ASKED_WITHIN = re.compile(r"[^?]*[0-9a-z] ?\(?\?\)? ?[0-9a-z][^?]*")
#: Several, joined by words, of which no sense was made: “before May or June 2018”.
JOINED = re.compile(r".*[0-9a-z] (?:or|ou|but|mais|and|et) .*[0-9].*")
#: A year of five digits and more.
TOO_LONG_A_YEAR = re.compile(rf"(?:[0-9]{{1,2}} )?{MONTH} [0-9]{{5,}}|y[0-9]{{5,}}")
#: What stands before a date and belongs to it, in whatever order.
OF_A_DATE = {
    *("before", "after", "since", "until", "till", "between", "from", "to", "by", "on", "in", "and", "or", "the", "at"),
    *("avant", "apres", "depuis", "entre", "de", "du", "des", "jusqu'en", "jusqu'a", "jusqu'au", "au", "aux", "et"),
    *("ou", "le", "la", "les", "en", "dans", "vers", "about", "of", "a", "month", "week", "decade", "mois", "semaine"),
    *MONTH_NUMBERS,
    *SEASON_NUMBERS,
}
HOLDS_A_DIGIT = re.compile("[0-9(]")
BARE_DATE = re.compile(rf"[0-9]|{MONTH}\b")
WHOLE_DAY = re.compile(rf"[0-9]{{1,2}}(?:er|st|nd|rd|th)? {MONTH},? [0-9]{{4}}|{MONTH} [0-9]{{1,2}},? [0-9]{{4}}")
