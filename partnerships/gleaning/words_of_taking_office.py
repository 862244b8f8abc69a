"""The words by which a sentence tells of an office: credentials, an appointment, who took it and who left it."""

import re

from .words_of_days import MONTH

#: Of a copy, handed over to the ministry some days before, the letters themselves are another matter.
_NO_COPY = r"(?:(?!\bcop(?:ies?|y)\b)[^;])"
#: To a head of State nobody hands over other letters: « a présenté ses lettres au Roi ».
_LETTRES = r"lettres (?:de créance\b|d[’']accréditation\b|(?=(?:au Roi|à la Reine|à S(?:a|\.\s?M\.)|au Président)\b))"
CREDENTIALS = re.compile(
    rf"\b(?:ai|a|ont|avait|avaient) (?:remis|présenté)\b{_NO_COPY}{{0,40}}? (?:mes|ses|leurs) {_LETTRES}"
    rf"|\b(?:a|ont|avait|avaient) (?:remis|présenté)\b{_NO_COPY}{{0,90}}? (?:ses|leurs|les) lettres (?:l[’']|les )?"
    r"(?:de créance|accréditant)\b"
    r"|\b(?:pour|à l[’']occasion de) la (?:remise|présentation) de (?:ses|leurs) lettres de créance\b"
    rf"|\b(?:présenter|remettre) (?:mes|ses|leurs) {_LETTRES}"
    rf"|\bto present (?:his|her|their) (?:credentials|letters? of credence)\b"
    rf"|\b(?:remet|remettra|présente|présentera)\b{_NO_COPY}{{0,40}}? (?:ses|leurs) {_LETTRES}"
    rf"|\b(?:present(?:ed|s)|handed (?:over|in)|delivered|submitted)\b{_NO_COPY}{{0,40}}? (?:my|his|her"
    rf"|their) (?:credentials|letters? of credence)\b"
    rf"|\bpresent(?:ed|s)\b{_NO_COPY}{{0,90}}? (?:the|his|her|their) letters? accrediting\b",
    re.IGNORECASE,
)
THEIR_CREDENTIALS = re.compile(r"\bleurs lettres de créance\b|\btheir (?:credentials|letters? of)\b", re.IGNORECASE)
#: Behind it stand those whose credentials somebody receives.
CREDENTIALS_OF = re.compile(
    r"\blettres de créance (?:de|d[’'])|\b(?:credentials|letters? of credence) (?:of|from)\b", re.IGNORECASE
)
#: What was received is letters: of a meeting with those who brought them, nothing is said.
RECEIVED_LETTERS = re.compile(
    r"\b(?:reçu|reçoit|recevra|received|receives|accepted)\b (?:[\w’]+ ){0,6}?(?:les |the )?"
    r"(?:lettres de créance|credentials|letters? of credence) (?:of|from|d)",
    re.IGNORECASE,
)
#: Letters that somebody receives, or hands over, whoever it is.
LETTERS = re.compile(r"\b(?:lettres de créance|credentials|letters? of credence)\b", re.IGNORECASE)
#: Behind it stands the office for which somebody is accredited: « les lettres l’accréditant comme chef de la mission ».
ACCREDITED_AS = re.compile(
    r"\b(?:lettres de créance|credentials|letters? of credence) (?:en tant que?|en qualité de|comme|as)\b"
    r"|\b(?:lettres de créance|credentials|letters? of credence)\b[^;.]{0,80}? (?:en tant que?|en qualité de|comme|as)"
    r"(?= (?:the |le |la )?(?:head|(?:new )?ambassador|permanent|chef|cheffe|ambassad|représentante?)\b)"
    r"|\baccrédit(?:ant|ée?s?) (?:comme|en qualité de)|\baccredit(?:ing|ed) (?:\w+ )?as\b",
    re.IGNORECASE,
)
APPOINTED = re.compile(
    r"\b(?:a été|est|sera) (?:nommée?|désignée?)\b|\b(?:has been|was|is|will be) (?:appointed|named|nominated)\b"
    r"|\bappointed as\b"
    # « la ministre, Mme Berg, nommée le 13 septembre, »: to the office with which the text named her.
    rf"|(?<=, )(?:nommée?|désignée?|appointed) (?:le|en|in|on) (?:\d{{1,2}}(?:er)? )?(?:{MONTH})(?: \d{{1,2}}\b,?)?"
    r"(?: \d{4})?(?=\s*(?:[,.]|\Z))",
    re.IGNORECASE,
)
#: Of one who is nominated nothing says yet that they were appointed, unless the sentence does.
NOMINATED = re.compile(
    r"\A(?!.*\b(?:appointed|nommée?)\b).*"
    r"\b(?:agr[ée]ment|nominate[ds]?|nomination of|propos(?:e|er|é|ed|es) (?:la |the )?nomination)\b",
    re.IGNORECASE,
)
#: Somebody held an office, from the one day to the other, as the sentence says behind it.
SERVED = re.compile(
    r"\b(?:(?:(?:had|has) )?served as|(?:had |has )?been|was|held the (?:office|post|position) of|fut|(?:a|avait) été"
    r"|était|(?:a|avait) (?:exercé|occupé) (?:les fonctions|la fonction|le poste) (?:de|d[’']))\s*"
    r"(?:(?:the|le|la|an?|un|une)\s+|l[’'])?\Z",
    re.IGNORECASE,
)
IS_APPOINTED = re.compile(r"\b(?:est nommée?|is appointed)\b", re.IGNORECASE)
#: Somebody is in an office from that day on.
TOOK_OFFICE = re.compile(
    # “Became the first Secretary General to visit it”: they were in office already.
    r"\b(?:became|will become|(?:est|était) devenue?|deviendra)"
    r"(?! (?:the |le |la )?(?:(?:first|second|third|last|only|seule?)\b|premi(?:er|ère) (?!ministre)))(?= [^,.;]{0,50}?"
    r"\b(?:secretary|minister|ambassador|head|secrétaire|ministre|ambassad|chef|cheffe))\b|"
    r"\ba pris la (?:tête|direction) d(?=[eu] )|\btook (?=(?:over as )?(?:the )?charge of (?:the )?mission\b)"
    r"|\b(?:a|ont) pris (?:ses|leurs) (?:nouvelles )?fonctions\b|\b(?:est|sont) entrée?s? en fonctions?\b"
    r"|\b(?:prendra|prend) (?:ses|leurs) (?:nouvelles )?fonctions\b|\bentrera en fonctions?\b"
    r"|\b(?:took|assumed|(?:is to|will) (?:take|assume)) (?:up )?"
    r"(?:office|(?:(?:his|her|their|the) (?:new )?)?(?:duties|post|functions|position|appointment))\b",
    re.IGNORECASE,
)
#: Somebody is in an office until that day.
LEFT_OFFICE = re.compile(
    r"\b(?:a quitté|quittera|quitte) (?:ses|leurs) fonctions\b"
    r"|\b(?:a cessé|cessera) (?:ses|d[’']exercer ses) fonctions\b"
    r"|\b(?:left|will leave|leaves) (?:office|(?:his|her|their|the) (?:post|position))\b"
    r"|\b(?:relinquish(?:ed|es)|will relinquish) (?:office|(?:his|her|their|the) (?:duties|post|position|office))\b"
    r"|\bstep(?:ped|s)? down\b|\bwill step down\b",
    re.IGNORECASE,
)
#: An ambassador came to where they are accredited, or went from there: the name of the place stands right behind.
CAME_TO = re.compile(
    r"\b(?:(?:has |had )?arrived (?:in|at)|(?:(?:est|était) |, )arrivée?(?: \w+)? (?:à|en|au|aux)"
    r"|took up (?:his|her) (?:post|duties) in"
    r"|\Aarrivée? (?:à|en|au|aux)|a (?:rejoint|gagné) (?:son poste à )?)\s*(?:the |la |le |l[’'])?\Z",
    re.IGNORECASE,
)
WENT_FROM = re.compile(
    r"\b(?:(?:has |had )?(?:left|departed(?: from)?)|will leave|quittera|(?:his|her) departure from"
    r"|son départ d[eu]|(?:a|avait) (?:définitivement "
    r"|finalement )?quitté(?: définitivement)?)\s*"
    r"(?:the |la |le |l[’'])?\Z",
    re.IGNORECASE,
)
#: The steps that lead to a place, whose name stands right behind.
STEPS = {"arrived": CAME_TO, "departed": WENT_FROM}
#: Somebody holds an office, which stands behind; since when, the sentence says.
HAS_BEEN = re.compile(
    r"\b(?:has (?:also |concurrently |likewise )?been|has (?:also )?served as|(?:also )?serves as|is(?: also)?"
    r"|est(?: également| aussi)?|exerce(?: également| aussi)? (?:les fonctions|la fonction) d|occupe)\b",
    re.IGNORECASE,
)
#: Behind it stands who was in an office before the one of whom the text just spoke, then since when that was.
SUCCEEDS = re.compile(
    r"\b(?:succède|succédant|a succédé) à\b|\b(?:en remplacement|à la suite|successeure?) (?:de\b|d[’'])"
    r"|\bremplac(?:e|ant)\b|\ba remplacé\b"
    r"|\b(?:succeed(?:s|ed|ing)|replac(?:es|ed|ing)|(?:tak(?:es|ing)|took) over from|in succession to|successor to)\b",
    re.IGNORECASE,
)
#: Between that verb and the office: no more than since when, an article, whose it is. « est adjoint de l’ambassadeur »,
#: “has been retired after serving as Ambassador” tell of another office, or of another day.
RIGHT_BEFORE = re.compile(
    r"(?:e\b|[’'])?[\s,]*(?:(?:since|depuis)\s+(?:le\s+)?[\w ]{0,15}\d{4}[\s,]+)?"
    r"(?:(?:as|the|our|le|la|notre|new|current|nouvel(?:le)?|actuel(?:le)?|in the (?:post|office|position) of)\s+|l[’']"
    r"|(?:le poste|la fonction|les fonctions) (?:de\s+|d[’'])|(?-i:[A-ZÀ-Þ])[\w-]+(?:[’']s)?\s+)*",
    re.IGNORECASE,
)
#: Who comes after the one just told of: « M. Berg, qui lui succède, », “her successor, Mr Berg”.
SUCCESSOR = re.compile(
    r"\b(?:qui lui (?:a succédé|succède)|son successeur|sa successeure|(?:his|her) successor|who succeed(?:s"
    r"|ed) (?:him|her))\b",
    re.IGNORECASE,
)
#: Behind it stand who is given an office, then the office: “the appointment of Ms Berg as”, « la nomination de ».
APPOINTMENT_OF = re.compile(
    r"\b(?:appointment|nomination) of\b"
    r"|\bagr[ée]ment (?:to|for|à|pour)(?= (?:Mrs?|Ms|Dr|MM?\.|Mme|Ambassador|l[’']ambassad))"
    r"|\bhas (?:appointed|nominated)\b|\b(?:nomination|désignation) d(?:e\b|[’'])"
    r"|\b(?:a|ont) (?:nommé|désigné)\b|\b(?:décid(?:é|e)|propos(?:é|e)) de nommer\b"
    r"|\b(?:decid(?:ed|es)|intends) to (?:appoint|nominate)\b|\bwill (?:appoint|nominate)\b"
    r"|\b(?:appointe?d|nominated)\b"
    r"(?= (?:H\.E\. )?(?:Mrs?|Ms|Dr|Ambassador)\b)",
    re.IGNORECASE,
)
#: Before it stands whose appointment it is: “congratulated Ms Berg on her appointment as”, « pour sa nomination au ».
HIS_APPOINTMENT = re.compile(
    r"\b(?:his|her) (?:appointment|nomination)\b|\bsa (?:nomination|désignation)\b", re.IGNORECASE
)
#: What stands between them.
AS_OFFICE = re.compile(
    r"\b(?:as\b|to the (?:post|position|office) of\b|to be\b|au poste d(?:e\b|[’'])"
    r"|(?:aux|dans les) fonctions d(?:e\b|[’'])|en qualité d(?:e\b|[’'])|en tant que?\b|comme\b)",
    re.IGNORECASE,
)
#: Whoever is named behind this is in the office no more.
OUTGOING = re.compile(r"\b(?:outgoing|former|departing|ancien(?:ne)?|ex-?|précédente?)\s*\Z", re.IGNORECASE)
#: Who sends ambassadors and receives their letters: where there is one, it is the State of the place.
HEAD_OF_STATE = re.compile(
    r"\b(?:(?:le|au) Roi|la Reine|l[’']Empereur|le Grand-Duc|the King|the Queen|the Emperor|the Grand Duke"
    r"|Président(?:e)? de la République|President of the Republic)\b|\b(?:Sa Majesté|S\.M\.|His Majesty|Her Majesty)"
)
#: The verbs of the steps that documents tell, by the kinds of milestones.
VERBS = {"credentials": CREDENTIALS, "appointed": APPOINTED, "nominated": APPOINTED}
