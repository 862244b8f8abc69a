"""The words that head a list, and those of its lines: an agenda by hours, diplomats in their order, appointments."""

import re

#: A document that says what somebody does on which day, hour by hour.
AGENDA = re.compile(
    r"\b(?:agenda|diary|schedule|engagements|emploi du temps|calendrier|programme de travail)\b"
    r"|(?<!partnership )(?<!cooperation )\bprogramme\b(?! (?:of|for|de partenariat|individu))",
    re.IGNORECASE,
)
#: Whose it is, by the title alone: « agenda prévisionnel de la ministre », “the Minister’s diary”.
WHOSE = re.compile(
    r"\b(?:du|de la|of the|the)\s+(?P<title>(?:premi(?:er|ère) )?ministre|(?:prime )?minister)(?:[’']s)?\b",
    re.IGNORECASE,
)
SECRETARY_GENERAL = re.compile(r"\bsecretary[- ]general\b|\bsecrétaire générale?\b(?! adjoint)", re.IGNORECASE)
#: With which each line of it begins.
HOUR = re.compile(r"\W*(?:from |de |à )?\d{1,2}\s?(?:h|[:.]\s?\d\d)[\s\d]*(?:[ap]\.?m\.?)?", re.IGNORECASE)
#: What a line of it announces: a meeting with somebody, or one of a council.
MEETS = re.compile(
    r"\b(?:(?:meeting|talks|discussions|audience|lunch|dinner|breakfast|bilateral|call|conversation) with"
    r"|(?:entretien|rencontre|audience|réunion|échange|(?:petit-)?déjeuner|dîner)(?: [a-zé]+){0,3}? avec"
    r"|receives?|reçoit)\b",
    re.IGNORECASE,
)
SITS = re.compile(r"\b(?:meeting|session|réunion|séance)\b", re.IGNORECASE)
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
    r"|\b(?:appointments?|nominations?|ambassad(?:ors|eurs|rices)) (?:below|suivante?s|ci-(?:après|dessous))\b"
    r"(?=[^:]{0,80}:)"
    r"|\b(?:are|were|(?:has|have)(?: been)?|sont|ont(?: été)?|a) (?:appointed|nominated|nommée?s?)\b(?=[^:]{0,80}:)",
    re.IGNORECASE,
)
