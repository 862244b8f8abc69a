"""The sentence that fits a text which is no date: what most people who write so should write instead."""

import re

from .errors import DateError, _, quoted

_TIME = re.compile(
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2} ?h(?: ?[0-9]{2}|eures?)?\b|\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b"
    r"|[0-9]t[0-9]{2}|\b(?:noon|midnight|midi|minuit)\b|\b[0-9]{1,2} ?o'clock\b"
    r"|\b[0-9]{1,2}\.[0-9]{2} ?(?:hrs|hours)\b"
)
_COUNT = re.compile(r"[0-9]{5,}(?:[.,][0-9]+)?")
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|hier|demain|aujourd'hui|now|maintenant|currently|recently|recemment"
    r"|(?:last|next|this|previous|following|same) (?:year|month|week|day|spring|summer|autumn|fall|winter)|ago"
    r"|l'an dernier|l'annee (?:derniere|prochaine|suivante)|ce mois-ci|cette annee|il y a|meme (?:jour|date)"
    r"|le lendemain|la veille|the day (?:after|before)|ibid(?:em)?|idem)\b"
)
_NOTHING = re.compile(
    r"[-–.?x/ ]+|n ?/ ?[ak]|n\.a\.?|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined|decided|agreed)|none|null"
    r"|nil|nan|a (?:preciser|confirmer|determiner|definir|completer)|neant|aucune?|sans objet"
    r"|not applicable|does not apply|pending"
)
_BEFORE_CHRIST = re.compile(
    r"\b(?:b\.?c\.?(?:e\.?)?|av\.? ?j\.?-?c\.?|avant (?:j\.?-?c\.?|jesus-christ|notre ere))(?:$|\W)"
)
_DANGLING = re.compile(r"(?P<rest>[^-–]*[0-9]) ?[-–]+|(?P<end>[-–]+) ?(?:[^-–]*[0-9].*)")
_WEEK = re.compile(r"\b(?:[0-9]{4}-?w[0-9]{1,2}|(?:week|semaine|cw|kw) (?:n[o°]\.? ?)?[0-9]{1,2}\b)")
_SEVERAL = re.compile(r"[0-9][^,]*(?: and | et | & |, ?[0-9]+[^,]*,|, ?[0-9]+[^,]* (?:and|et) ).*[0-9]")
_SHORT_YEAR = re.compile(r"(?:^|[ ./-])'[0-9]{2}(?![0-9])")
_OTHER_CALENDAR = re.compile(
    r"\b(?:vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial|messidor|thermidor|fructidor"
    r"|an [ivx]+$|o\.?s\.?$|n\.?s\.?$|old style|new style|vieux style|nouveau style|a\.?h\.?$|heisei|reiwa|showa)"
)

_SENTENCES = [
    (_NOTHING.fullmatch, _("Where no date is known, leave this empty.")),
    (
        _COUNT.fullmatch,
        _("“%(text)s” is a number, such as a spreadsheet keeps for a day. Write the date itself: 24 May 2018."),
    ),
    (_BEFORE_CHRIST.search, _("Years go from 0001 to 9999.")),
    (_TIME.search, _("A date without a time of day is expected, for example 2018-05-24.")),
    (_WEEK.search, _("“%(text)s” counts weeks. Write the days: 21–27 May 2018, or “week of 21 May 2018”.")),
    (
        _OTHER_CALENDAR.search,
        _("“%(text)s” is a date of another calendar. Write the day of ours, and keep these words as the wording."),
    ),
    (_SHORT_YEAR.search, _("Write the year with four digits; “%(text)s” has fewer.")),
    (_RELATIVE.search, _("“%(text)s” depends on the day it is read. Write the date itself: 24 May 2018.")),
    (
        _DANGLING.fullmatch,
        _(
            "“%(text)s” leaves one end open. Write “since 2018” if it is still going on, “2018, end not known” if"
            " nobody knows, “until 2018” for an end."
        ),
    ),
    (
        _SEVERAL.search,
        _("“%(text)s” names several dates. Write one, or the first and the last day: 3–5 March 2016."),
    ),
]


def refusal(text: str, said: str, problem: DateError | None) -> DateError:
    """The error for a text that was not understood; ``problem`` is what is wrong with it as notation."""
    for is_such, sentence in _SENTENCES:
        if is_such(said):
            return DateError(sentence, {"text": quoted(text)})
    return problem or DateError(
        _(
            "“%(text)s” was not understood as a date. Write for example: 24 May 2018, May 2018, about 2011,"
            " early 1990s, before 2011, 3–5 March 2016, since 1 July 2018, 2004–2009."
        ),
        {"text": quoted(text)},
    )
