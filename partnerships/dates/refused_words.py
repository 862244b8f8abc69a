"""Words that people write in place of a date, by what they say instead: nothing, an age, a rule, another text."""

import re

from .errors import _
from .month_and_season_names import WEEKDAYS
from .vocabulary import MONTH

#: That nobody knows, or says; and what programs show where they have nothing.
_NOTHING = re.compile(
    r"(?:date )?(?:not|non) (?:known|dated|datee?|available|disponible|communiquee?|stated|given|provided|recorded"
    r"|precisee?|connue?|renseignee?|indiquee?|determinee?)"
    r"|no (?:info(?:rmation)?|data)|withheld|confidential|confidentiel(?:le)?|classified|secret|redacted|undefined"
    r"|invalid date|true|false|#{2,}|pending approval|subject to (?:confirmation|approval)|sous reserve|ignoree?"
    r"|various|diverse?s?|(?:(?:date )?a venir|to come|forthcoming)"
)
#: What is named after something that lasted or happened: its days are another record's.
_OF_AN_AGE = re.compile(
    r"\b(?:(?:pre|post|inter|apres|avant|entre-deux)[- ]?(?:war|guerres?)|interwar|wartime|temps de guerre"
    r"|cold war|guerre froide|(?:world war|guerre mondiale|war|guerre|summit|sommet|conference"
    r"|congress|congres|olympics)"
    r"|(?:[a-z]+ )?(?:period|era|dynasty|epoque|ere|dynastie)|(?:[a-z]+) (?:republic|republique|empire|reich)"
    r"|reign|regne|under|sous|presidency|presidence|administration|mandature|legislature)\b"
)
#: What comes again, or stops and goes on.
_AGAIN = re.compile(
    r"\b(?:annual(?:ly)?|annuel(?:le)?(?:ment)?|monthly|mensuel(?:le)?(?:ment)?|weekly|yearly|biannual(?:ly)?"
    r"|regular(?:ly)?|reguliere?(?:ment)?"
    r"|every|each|chaque|tous les|toutes les|several times|plusieurs fois|twice|deux fois|trois fois"
    r"|(?:three|four|many|various|several) (?:times|dates|occasions)|(?:diverses|differentes|plusieurs) dates"
    r"|intermittent(?:ly|e)?|par intermittence|on and off|(?:with|avec) interruptions?|except|sauf|passim|weekdays)\b"
)
#: What another text says, not this one.
_ELSEWHERE = re.compile(
    r"(?:see|cf\.?|voir|v\.|comme|as(?! (?:early|late) as\b)) .*"
    r"|.*\b(?:above|below|supra|infra|ci-dessus|ci-dessous|plus haut|plus bas)"
    r"|(?:foot)?note [0-9]+|op\. ?cit\.?|loc\. ?cit\.?"
)
#: What sets no limit, or changes with the day of the reader.
_WHENEVER = re.compile(
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
_COUNTED_WEEKDAY = re.compile(rf"\b{_COUNTED} (?:{_WEEKDAY})\b")
#: A part of something that is not named.
_PART_ALONE = re.compile(
    rf"(?:the |le |la |au |a la |at the |in the )?(?:beginning|early days|end|start|middle|debut|fin|milieu|first|last"
    rf"|premiere?|derniere?|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) quarter|{_WEEKDAY})"
)
#: A span around a year: “2018 ± 1”.
_MORE_OR_LESS = re.compile(r".*[0-9] ?\(?(?:±|\+ ?/ ?-|\+-) ?[0-9]+\)?")
#: A duration of the standard: “P1Y”, “2018-05-24/P3D”, “R5/2018”.
_DURATION = re.compile(r"(?:.*/)?p(?:t?[0-9]+[ymwdhs])+(?:/.*)?|r[0-9]*/.*")
#: A day that is counted from another, as plans do: “D+3”.
_FROM_A_DAY = re.compile(r"[djt] ?[-+] ?[0-9]{1,3}|(?:day|jour|week|semaine|year|month|mois) [0-9]{1,3}")
#: A zone or a time of a day: “24 May 2018 JST”, “241200Z MAY 18”.
_ZONE = re.compile(
    r".*[0-9].*\b(?:jst|cet|cest|gmt|utc|est|edt|bst|local time|heure locale|heure d[eu] [a-z]+|am|pm)\)?"
    r"|(?:dtg )?[0-9]{6}z ?[a-z]{3} ?[0-9]{2,4}"
)
_FORMULA = re.compile(r"=.*|[a-z]+\(.*\)")
#: One end is missing: “between 2018 and”, “2018 to”.
_ENDLESS = re.compile(
    r"(?:between|entre|from|de|du) .*[0-9] (?:and|et|to|a|au)|[0-9]{4} (?:to|a)|[0-9]{4} ?<|from to .*"
)
#: Scripts in which neither language is written, with a year of ours.
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\uac00-\ud7a3]"
)
_OTHER_CALENDAR = re.compile(
    r"\b(?:sivan|nisan|iyar|tammuz|tishri|kislev|tevet|adar|muharram|safar|rajab|sha'?ban|shawwal|nowruz)\b"
    r"|\b1[34][0-9]{2} ?(?:h|ah)\b|\byear of the [a-z]+$|annee du (?:dragon|rat|tigre|lapin|cheval|singe|coq|chien)"
)
#: Days with a name that have other days each year, or elsewhere.
_NAMED_DAY = re.compile(
    r"\b(?:equinox|equinoxe|solstice|(?:full|new) moon|(?:pleine|nouvelle) lune|golden week|tanabata|obon|bastille day"
    r"|saint-sylvestre|labou?r day|thanksgiving|fete (?:nationale|du travail)|fiscal [0-9]{4}|independence day"
    r"|(?:lunar|chinese) new year)\b"
)
#: A date with what it is the date of, or what is no part of it.
_MORE_THAN_A_DATE = re.compile(
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
_SOME_OF = re.compile(
    r"(?:(?:a few|some|several|quelques|plusieurs) (?:days|weeks|months|jours|semaines|mois) (?:in|of|en|d[eu]) .*"
    r"|(?:half|part) of .*"
    r"|une partie d[eu] .*|all year|toute l'annee"
    r"|(?:later|earlier)(?: on)? in .*|plus (?:tard|tot) (?:en|dans|au) .*)"
)
#: A sign of doubt within a date, where nobody can tell what it doubts: “24? May 2018”.
_ASKED_WITHIN = re.compile(r"[^?]*[0-9a-z] ?\(?\?\)? ?[0-9a-z][^?]*")
#: Several, joined by words, of which no sense was made: “before May or June 2018”.
_JOINED = re.compile(r".*[0-9a-z] (?:or|ou|but|mais|and|et) .*[0-9].*")
#: A year of five digits and more.
_TOO_LONG_A_YEAR = re.compile(rf"(?:[0-9]{{1,2}} )?{MONTH} [0-9]{{5,}}|y[0-9]{{5,}}")

#: How each is known, and what is said of it.
SENTENCES = [
    (_NOTHING.fullmatch, _("If no date is known, leave this empty.")),
    (_FORMULA.fullmatch, _("“%(text)s” is a formula. Write the date itself: 24 May 2018.")),
    (_TOO_LONG_A_YEAR.fullmatch, _("Years go from 0001 to 9999.")),
    (
        _OTHER_CALENDAR.search,
        _("“%(text)s” is a date of another calendar. Write the day of ours, and keep these words as the wording."),
    ),
    (
        _OTHER_SCRIPT.search,
        _("“%(text)s” names a month in another language. Write it in English or French."),
    ),
    (
        _NAMED_DAY.search,
        _("“%(text)s” has other days each year, or elsewhere. Write its day, or its first and last day."),
    ),
    (
        _AGAIN.search,
        _(
            "“%(text)s” says that it came again, or with breaks. Each time is a record of its own;"
            " or write the first and the last day."
        ),
    ),
    (_COUNTED_WEEKDAY.search, _("“%(text)s” counts the days of the week. Write the day itself: 24 May 2018.")),
    (_FROM_A_DAY.fullmatch, _("“%(text)s” counts from another day. Write the date itself: 24 May 2018.")),
    (_ZONE.fullmatch, _("A date without a time of day is expected, for example 2018-05-24.")),
    (
        _DURATION.fullmatch,
        _("“%(text)s” says how long, not when. Write the first and the last day, as far as they are known."),
    ),
    (_MORE_OR_LESS.fullmatch, _("Write the first and the last year that it may be: between 2017 and 2019.")),
    (
        _ENDLESS.fullmatch,
        _(
            "“%(text)s” leaves one end open. Write “since 2018” if it is still going on, “2018, end unknown” if"
            " nobody knows, “until 2018” for an end."
        ),
    ),
    (
        _SOME_OF.fullmatch,
        _(
            "“%(text)s” sets no limit. Write the days between which it was, such as"
            " “between 25 May and 30 June 2018”, and keep these words as the wording."
        ),
    ),
    (_ELSEWHERE.fullmatch, _("“%(text)s” refers to another text. Write the date given there.")),
    (_WHENEVER.fullmatch, _("“%(text)s” depends on the day it is read. Write the date itself: 24 May 2018.")),
    (_PART_ALONE.fullmatch, _("The year is missing in “%(text)s”.")),
    (
        _MORE_THAN_A_DATE.fullmatch,
        _("Write the date alone; “%(text)s” also says something about it, which has a field of its own or is a note."),
    ),
    (
        _OF_AN_AGE.search,
        _(
            "“%(text)s” is the name of an age or an event. Write its first and last day,"
            " and keep these words as the wording."
        ),
    ),
    (
        _ASKED_WITHIN.fullmatch,
        _("Write ~ (about), ? (uncertain) or %% (both) once, at the end of a date: 2011~; “%(text)s” is not."),
    ),
    (
        _JOINED.fullmatch,
        _("“%(text)s” names several dates. Write one, or the first and the last day: 3–5 March 2016."),
    ),
]
