"""The words that head a list, and those of its lines: an agenda by hours, diplomats in their order, appointments."""

import re

from partnerships.dates.month_and_season_names import MONTHS

#: A document that says what somebody does on which day, hour by hour.
AGENDA = re.compile(
    r"\b(?:agenda|diary|schedule|engagements|emploi du temps|calendrier|programme de travail)\b"
    r"|(?<!partnership )(?<!cooperation )\bprogramme\b"
    r"(?! (?:of(?! the (?:visit|secretary|president|prime|minister|foreign))|for|de partenariat|individu))",
    re.IGNORECASE,
)
#: Whose it is, by the title alone: « agenda prévisionnel de la ministre », “the Minister’s diary”.
WHOSE = re.compile(
    r"\b(?:du|de la|of the|the)\s+"
    r"(?P<title>(?:premi(?:er|ère) )?ministre(?: (?:(?!pour\b)[a-zà-ÿ’']+ )?(?:d[eu]s?|de l[’a]) ?[\w’ -]*\w)?"
    r"|(?:prime )?minister(?: (?:of|for) [\w -]*\w)?)(?:[’']s)?\b(?=[’']s|\W*(?:pour|for|du \d|from|\Z))",
    re.IGNORECASE,
)
SECRETARY_GENERAL = re.compile(r"\bsecretary[- ]general\b|\bsecrétaire générale?\b(?! adjoint)", re.IGNORECASE)
#: With which each line of it begins.
HOUR = re.compile(r"\W*(?:from |de |à )?\d{1,2}\s?(?:h|[:.]\s?\d\d)[\s\d]*(?:[ap]\.?m\.?)?", re.IGNORECASE)
#: What heads the lines of another time than that of the day above: “Next week”.
ANOTHER_WEEK = re.compile(
    r"\b(?:next|following|coming|last|previous) (?:week|month)\b"
    r"|\b(?:semaine|mois) (?:prochaine?|suivante?|dernière?|précédente?|à venir)\b",
    re.IGNORECASE,
)
#: What a line of it announces: a meeting with somebody, or one of a council.
MEETS = re.compile(
    r"\b(?:(?:meeting|talks|discussions|audience|lunch|dinner|breakfast|bilateral|call|conversation) with"
    r"|(?:press|news) conference with|conférence de presse(?: [a-zé]+)? avec"
    r"|(?:entretien|rencontre|audience|réunion|échange|(?:petit-)?déjeuner|dîner)(?: [a-zé]+){0,3}? avec"
    r"|meets|met|received by|receives?|reçue? par|reçoit|rencontre"
    r"|s[’']entretient avec|accueil(?:le)? (?:d[eu]|le|la)|réception d[eu])\b",
    re.IGNORECASE,
)
SITS = re.compile(r"\b(?:meeting|session|réunion|séance)\b", re.IGNORECASE)
#: The line that heads those who were at a meeting, whose names may stand in it, and one that ends their list.
PRESENT = re.compile(
    r"\A\W*(?:(?:reference|note|référence)\W+)?(?:(?:list of|liste des) )?"
    r"(?:participants?|attendees|(?:also )?(?:present|attending)|(?:in )?attendance|présents"
    r"|(?:étaient|sont) (?:également |aussi )?présents|composition d[eu]s? (?:la |l[’'])?délégations?)"
    r"(?:\) [^.:]{0,40}| (?:were|included?|from|of|on|to|for|at|du|de|à|pour|côté)\b[^.:]{0,60})?\W*(?::|\Z)",
    re.IGNORECASE,
)
NOT_PRESENT = re.compile(
    r"\A\W*(?:apologies|regrets|absents?|excusée?s?|observers?|observateurs|agenda|ordre du jour|programme?|topics"
    r"|press|contacts?|distribution|copy|copies?|interpreters?|interprètes)\b",
    re.IGNORECASE,
)
#: Who are accredited somewhere, in their order.
DIPLOMATS = re.compile(
    r"\b(?:diplomatic (?:and consular )?list|list of (?:the )?(?:ambassadors|heads of mission|missions)"
    r"|(?:partner|partners[’']) missions|missions (?:partenaires|des (?:pays )?partenaires)|heads of mission"
    r"|chefs de mission"
    r"|order of precedence|(?:liste|corps) diplomatique|ordre de préséance"
    r"|liste des (?:ambassadeurs|ambassadrices|chefs de mission|missions))\b",
    re.IGNORECASE,
)
#: Between somebody in a list of ambassadors and where they are sent: « M. Berg, en Belgique », “Ms Berg (NATO)”.
SENT_TO = re.compile(
    r"\s*(?:[,:–—-]|\()?\s*(?:(?:en|au|aux|à|auprès d[eu]|to|in)\s*)?(?:the\s+|la\s+|l[’'])?", re.IGNORECASE
)
#: The line that leads to those each of whom is given an office.
APPOINTMENTS = re.compile(
    r"\bfollowing (?:\w+ )?(?:appointments?|nominations?|ambassadors)\b(?=[^:]{0,80}:)"
    r"|\bthe following (?:\w+ )?(?:appointments|nominations|ambassadors)\b(?=[^:]{0,80}\Z)"
    r"|\b(?:appointments?|nominations?|ambassad(?:ors|eurs|rices)) (?:below|suivante?s|ci-(?:après|dessous))\b"
    r"(?=[^:]{0,80}:)"
    r"|\b(?:are|were|(?:has|have)(?: been)?|sont|ont(?: été)?|a) (?:appointed|nominated|nommée?s?)\b(?=[^:]{0,80}:)",
    re.IGNORECASE,
)
#: Whom a line heads that lists those who held an office one after the other, by the role of the office.
HELD = {
    "ambassador": re.compile(r"\bambassad(?:eurs|rices|ors)\b", re.IGNORECASE),
    "secretary_general": re.compile(
        r"\bsecretar(?:y|ies)[- ]generals?\b|\bsecrétaires généra(?:ux|les)\b", re.IGNORECASE
    ),
    "head_of_government": re.compile(r"\bprime ministers\b|\bpremi(?:ers|ères) ministres\b", re.IGNORECASE),
    "foreign_minister": re.compile(
        r"\bforeign ministers\b|\bministers (?:of|for) foreign affairs\b|\bministres des affaires étrangères\b",
        re.IGNORECASE,
    ),
    "defence_minister": re.compile(
        r"\bdefen[cs]e ministers\b|\bministers (?:of|for) defen[cs]e\b|\bministres de la défense\b", re.IGNORECASE
    ),
}
OF_WHOM = re.compile(r"\b(?:who|whom|whose|which|qui|dont)\b", re.IGNORECASE)
_MONTH = "|".join(name for names in MONTHS.values() for name in names)
_POINT = (
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)? )?(?:(?:{_MONTH}) )?\d{{4}}"
    rf"|(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
)
#: From when to when somebody held it, and nothing else: “October 2009 – September 2012”, « (depuis 2022) ».
FROM_TO = re.compile(
    rf"[\s:,;.(–—-]*(?:(?:from|du|de|d[’'])\s*)?(?P<start>{_POINT})(?:\s*[–—-]\s*|\s(?:to|until|till|au|à)\s|,?\s+)"
    rf"(?:(?P<end>{_POINT})|(?P<now>(?:the )?(?:present|today|date|aujourd[’']hui|ce jour|en fonctions?|\.\.\.|…)))?"
    r"[\s:,;.)–—-]*"
    rf"|[\s:,;.(–—-]*(?:since|depuis)\s+(?:le\s+)?(?P<since>{_POINT})[\s:,;.)–—-]*",
    re.IGNORECASE,
)
