"""The words by which a text names people: titles, courtesies, names, and what holds none."""

import re

#: How the title of somebody begins, in either language.
TITLES = (
    r"(?:vice-)?premi(?:er|ère) ministre|(?:vice-)?ministre"
    r"|secrétaire générale?(?: adjointe?| déléguée?)*|secrétaire d[’']État|chargée? d[’']affaires"
    r"|roi|reine|émir|prin(?:ce|cesse) héri(?:tier|tière)|présidente?"
    r"|ambassad(?:eur|rice)(?: extraordinaire et plénipotentiaire)?"
    r"|commandante?|(?:contre-|vice-)?amirale?|générale?|colonel(?:le)?"
    r"|haute? représentante?|représentante? spéciale?"
    r"|chancel(?:ier|ière)|directeur|directrice|conseill(?:er|ère)|cheff?e?"
    r"|(?:deputy )?prime ministers?|(?:(?:vice|deputy)[- ])?(?:(?!and\b|the\b)[a-z]+ )?ministers?"
    r"|(?:(?:deputy|assistant) )*secretary[- ]general"
    r"|secretary of state"
    r"|president|(?:deputy )?ambassador(?: extraordinary and plenipotentiary)?|commander|(?:rear |vice )?admiral"
    r"|(?:(?:lieutenant|major|brigadier)[- ])?general|colonel"
    r"|high representative|special representative|chancellor|director(?:[- ]general)?"
    r"|king|queen|emir|amir|crown prince(?:ss)?|(?:federal )?councillor|adviser|head|chief|chair(?:man|woman|person)?"
)
#: An article stands in a title only behind what leads to it: “President of the United States”.
NO_ARTICLE = r"(?:(?<=\bof\s)|(?<=\bfor\s)|(?<=\bto\s)|(?!(?:the|an?|une?|Mrs?|Ms|Mme|Dr)\b))"
#: What no title holds: whoever is named behind it has a title of their own.
VERB = (
    r"(?:a|ont|avait|était|étaient|est|sont|sera|seront|reçoit|accueille|rencontre|avec|qui|was|were|is|has|had|have|will|met|meets?"
    r"|held|holds?|visit(?:ed|s)|receive[ds]|welcome[ds]|host(?:ed|s)|join(?:ed|s)|conclude[ds]|praise[ds]|paid|said|told"
    r"|thank(?:ed|s)|sign(?:ed|s)|announce[ds]|appoint(?:ed|s)|congratulate[ds]|discuss(?:ed|es)|express(?:ed|es)"
    r"|note[ds]|spoke|speaks|stated|stress(?:ed|es)|travel(?:led|s)|underline[ds]|laid|took|takes|addressed|opened|attended"
    r"|presents?|présente|annonce|effectue|entame|participe|remercie|salue|souligne|signe|visite|who|with)\b"
)
#: What ends a title, and begins no name: “Vice-President of the European Commission Josep Borrell”.
NO_BODY = r"(?!(?:Commission|Council|Committee|Union|Alliance|Parliament|Conseil|Comité|Parlement)\b)"
#: One word of a name; “Geoană’s Meeting” is none, and ends one.
_WORD_OF_NAME = r"[A-ZÀ-ÖØ-Þ](?:(?![’']s\b)[\w’'-])+"
NAME = (
    rf"{NO_BODY}{_WORD_OF_NAME}"
    rf"(?:[^\S\n]+(?:(?:d[eiu]|van|von|der|al|el|bin|ibn)\b|[A-ZÀ-ÖØ-Þ]\.|{_WORD_OF_NAME})){{1,5}}"
)
#: What a title does not end in: what follows then belongs to it, and is nobody’s name.
CLOSED = (
    r"(?<!\bfor)(?<!\bof)(?<!\bto)(?<!\band)(?<!\bthe)(?<!\bde)(?<!\bdu)(?<!\bdes)(?<!\bla)(?<!\ble)(?<!\bles)(?<!\bà)"
    r"(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bby)(?<!\bfrom)(?<!\ben)(?<!\bpar)(?<!\bdans)(?<!\bsur)(?<!\bpour)"
    r"(?<!\bau)(?<!\baux)(?<!\bet)(?<!\bchargé)(?<!\bchargée)(?<!\bauprès)(?<![’'])"
)
MODIFIER = rf"(?:\s+{NO_ARTICLE}(?!(?:et|and|in(?!\s+charge\b)|at|from|by|{VERB})\b)[\w’'-]+){{0,8}}?{CLOSED}"
#: What courtesy puts before a name, all of it.
COURTESY = (
    r"(?:(?:S\.\s?E\.|H\.\s?[EHM]\.|M\.|Mme|Mlle|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|(?:The |the )?(?:Rt\.? |Right )?Hon(?:\.|ourable)?"
    r"|Son (?:Excellence|Altesse(?: Royale)?)|Sa Majesté|(?:His|Her) (?:Excellency|Majesty|(?:Royal )?Highness))\s+)"
)
#: A title, then a name: « le ministre de la Défense, M. Itsunori Onodera », “Prime Minister Fumio Kishida”.
TITLED = re.compile(
    rf"\b(?P<title>(?:(?i:{TITLES})(?:\s+(?!{VERB})[a-zà-ÿ][\w’'-]*){{0,6}}? (?:and|et) )?(?i:{TITLES}){MODIFIER})"
    rf",?\s+{COURTESY}*(?P<name>{NAME})"
)
#: A name, then a title between commas: “Taro Kono, Minister for Foreign Affairs,”, “Viola Amherd, Swiss Councillor,”.
FOLLOWED = re.compile(
    rf"\b(?P<name>{NAME}),\s+(?P<article>(?:le|la|the)\s+)?"
    rf"(?P<title>(?:(?!(?:et|and|le|la|les|the|{VERB})\b)[\w’'-]+\s+){{0,2}}?(?i:{TITLES})\b"
    rf"(?:(?!\s+{VERB}|\s+(?:and|et)\s+{COURTESY})[^,.;:()]){{0,80}})"
)

COURTEOUSLY = re.compile(rf"\b{COURTESY}+")
#: Those whose one name is enough: « le roi Philippe », “Emperor Naruhito”.
CROWNED = re.compile(
    r"\b(?P<title>(?i:roi|reine|empereur|impératrice|pape|grand[- ]duc|king|queen|emperor|empress|pope|grand duke))"
    r"\s+(?P<name>[A-ZÀ-ÖØ-Þ][a-zà-ÿ][\w-]*)\b(?!\s+[A-ZÀ-ÖØ-Þ])"
)
#: A name in full behind a courtesy: « M. Yoon Soon-gu », “Ms Viola Amherd”.
COURTEOUS = re.compile(rf"\b{COURTESY}+(?P<name>{NAME})(?P<title>)")
#: A name of which the text says that an office began: “Axel Wernhoff was appointed”, « Axel Wernhoff a été nommé ».
BEGINNING = re.compile(
    rf"\b(?P<name>{NAME})(?P<title>)"
    r"(?=,?\s+(?:(?:was|is|has been) (?:appointed|named)|presented (?:his|her) credentials"
    r"|(?:took|assumed) (?:up )?(?:office|(?:his|her|the) (?:new )?(?:duties|post|office|functions|position)\b)"
    r"|(?:a été|est) (?:nommée?|désignée?)|a (?:remis|présenté) ses lettres de créance"
    r"|a pris ses (?:nouvelles )?fonctions|est entrée? en fonctions?|was born (?:in|on)|est née? (?:à|en|au|le)))"
)

#: Behind it stands somebody who was not there: “on behalf of the Prime Minister”, « le conseiller de M. Berg »; whom a
#: comma parts from the office, “the spokesperson for the Minister, Ms Berg”, was.
ABSENT = re.compile(
    r"\b(?:(?:(?:spokes(?:man|woman|person)|private secretary|advis[eo]r|aide|chief of staff|envoy|wife|husband|spouse)"
    r" (?:of|to|for)|(?:porte-parole|conseill(?:er|ère)|direct(?:eur|rice) de cabinet|envoyée?|épou(?:se|x))"
    r"(?: spéciale?)? d[eu’'])(?![^;]*,)"
    r"|(?:on behalf|in the absence|in place|instead|(?:at|on|upon) the (?:\w+ )?invitation) of|representing"
    r"|(?:au nom|en l[’']absence|à la place|(?:à|sur) l[’']invitation) d[eu’']"
    r"|représentant)\s*(?:(?:the|le|la)\s+|l[’'])?(?P<between>[^;]{0,100})\Z",
    re.IGNORECASE,
)

#: A title and nothing else.
STYLED = re.compile(rf"(?i:{TITLES}){MODIFIER}")

#: For what a minister stands: “Minister of Foreign Affairs”, « ministre de la Défense ».
PORTFOLIO = re.compile(
    r"\b(?i:ministers?|ministres?|ministry|ministère|department|département|secretary|secrétaire d[’']État)"
    r" (?i:of|for|de|des|du|à|aux?)"
    r"(?: (?i:the|la|le|les))?(?: [dl][’'])?[ ’']?"
    r"(?P<portfolio>(?:(?:National|Foreign|External|Internal|Home|European) )?"
    r"(?:Defen[cs]e|Affairs|Relations|Interior|Justice|Finance|Economy|Trade|State|Security"
    r"|Défense|Affaires|Intérieur"
    r"|Finances|Économie|Commerce|Sécurité)(?: (?:and|et) (?:[A-ZÀ-ÖØ-Þ]\w+ ?){1,2})?)"
)
#: A department of several matters, which commas part: “Department of Defence, Civil Protection and Sport”.
CAPITAL = r"[A-ZÀ-ÖØ-Þ]\w+(?: [A-ZÀ-ÖØ-Þ]\w+)*"
DEPARTMENT = re.compile(
    rf"\b(?:Federal )?(?:Department|Ministry) (?:of|for) (?P<en>(?:{CAPITAL}, )*{CAPITAL} and {CAPITAL})"
    r"|\b(?:[Dd]épartement|[Mm]inistère|[Mm]inistre)(?: fédérale?)?"
    rf" (?P<fr>d\S+ (?:la |l[’'])?{CAPITAL}(?:, d\S+ (?:la |l[’'])?{CAPITAL}"
    rf"(?: de la \w+)?)+ et d\S+ (?:la |l[’'])?{CAPITAL})"
)
#: What somebody answers for whose title goes on over an “and”: “for Political Affairs and Security Policy”.
MATTER = (
    r"(?:Affairs|Challenges|Climate|Cooperation|Culture|Defen[cs]e|Development|Diplomacy|Economy|Education|Emergencies"
    r"|Energy|Environment|Finance|Health|Industry|Innovation|Integration|Intelligence|Interior|Investment|Issues|Justice"
    r"|Labour|Management|Operations|Partnerships?|Planning|Policy|Relations|Research|Resources|Security|Sports?"
    r"|Technology|Threats|Tourism|Trade|Transport)"
)
MATTERS = re.compile(
    rf"\b(?i:{TITLES}) (?:for|of) (?P<en>(?:(?:(?!(?i:{TITLES})\b)[A-ZÀ-ÖØ-Þ][\w’'-]+|and|of|for|the) )*{MATTER})\b"
    rf"(?! (?i:{TITLES})\b)"
    rf"|\b(?i:{TITLES}) (?P<affairs>des [Aa]ffaires (?:étrangères|extérieures) et"
    r" (?:européennes|(?:du|de la|de l[’'])\s?[\wÀ-ÿ]+|des [\wÀ-ÿ]+(?: (?:extérieur|international)\w*)?))"
    rf"|\b(?i:{TITLES})(?: d(?:e l[’']|e la |u )\w+)? (?P<fr>(?:pour|chargée? (?:de|des|du|d[’']))"
    rf"(?: (?!(?:{VERB}|et\b|(?i:{TITLES})\b))[a-zà-ÿ][\w’'-]*)"
    rf"{{1,6}} et(?: (?!(?:{VERB}|et\b)|(?:(?:le|la|les) )?(?i:{TITLES})\b)[a-zà-ÿ][\w’'-]*){{1,6}})"
)
#: A title, then a family name by itself: whoever is named behind the comma has another one.
WITH_FAMILY_NAME = re.compile(rf"(?i:{TITLES})\s+[A-ZÀ-ÖØ-Þ][\w’'-]+\Z")
#: What stands before a family name alone.
ADDRESSED = re.compile(
    rf"\b(?:M\.|MM\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|(?i:{TITLES}))\s+\Z"
    rf"|\b(?:MM\.|Mmes|Messrs\.?|(?i:{TITLES})(?<=s))\s+[A-ZÀ-ÖØ-Þ][\w’'-]+(?:, [A-ZÀ-ÖØ-Þ][\w’'-]+)* (?:et|and) \Z"
)


#: A name that begins with a title or ends in one, one that holds a title or an article, and a courtesy before one.
IS_TITLED = re.compile(rf"(?i:{TITLES})\s|.*\b(?i:{TITLES})\Z")
IS_NO_NAME = re.compile(
    rf"\b(?:(?i:{TITLES})|The|A|An|New|Le|La|Les|Un|Une|L[’'].*)\b"
    r"|\A(?:In|At|On|During|After|Before|From|Since|À|Au|Aux|En|Dans|Lors|Après|Avant|Du|Depuis|Le)\b"
)
#: The last word of what is a body, and nobody.
IS_BODY = re.compile(
    r"\b(?:Committee|Council|Congress|Command|Forces?|Staff|Agency|Ministry|Department|Commission|Assembly|Parliament|Board|Group"
    r"|University|Institute|Headquarters|Base|Comité|Conseil|Commandement|État-major|Agence|Ministère|Direction"
    r"|Assemblée|Parlement|Université|Institut|Affairs|Affaires|Nations(?: Unies)?|Union(?: européenne)?|Alliance|Cross"
    r"|Memorial|Centre"
    r"|Center|Palace|Museum|Palais|Mémorial|Musée)\Z"
)
HONORIFIC = re.compile(r"\A(?:MM?\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+")
#: What stands behind a name for an order or a seat in Parliament: “Micheál Martin TD”.
POST_NOMINAL = re.compile(r"(?:\s+(?:TD|MP|MEP|MLA|A[COM]|[OCMD]BE|KCB|[KQ]C|PSM|CSC|CNZM|ONZM|PhD))+\Z")
#: « la conférence de presse du secrétaire général et du premier ministre », not « la représentante du ministre ».
OF_BOTH = (
    r"(?:(?<=conférence de presse )|(?<=de presse conjointe )|(?<=de presse commune )|(?<=entretien )|(?<=rencontre )"
    r"|(?<= et ))du"
)
#: A title alone: “the Secretary General met”, not “the Secretary General of the United Nations”, nor one before a name.
BY_TITLE = re.compile(
    rf"\b(?:(?i:the(?: new)?|le(?: nouve(?:au|l))?|la(?: nouvelle)?|{OF_BOTH})\s+|[Ll][’'])(?P<title>(?i:{TITLES}))\b"
    rf"(?!\s+(?:of|for|de|du|des|chargée?|(?:and|et)(?!\s+(?:the|le|la|du|l[’'])\b)|fédérale?|adjointe?|déléguée?"
    rf"|designate|en exercice)\b|\s+d[’']|-"
    rf"|,?\s+{COURTESY}*[A-ZÀ-ÖØ-Þ])"
)
WORD = re.compile(r"\w+")
#: Behind it stands of what somebody has the title: “Prime Minister of”, « ministre de la Défense du ».
TITLE_OF = re.compile(
    rf"\b(?i:{TITLES})\b(?:\s+(?!{VERB})[\w’'-]+){{0,5}}\s+(?:of|for|de|du|des|d[’'])(?:\s*(?:the|la|le|l[’']))?\s*\Z"
    rf"|\b(?i:{TITLES})\s+(?:of|for|de|du|des|d[’'])(?:\s*(?:the|la|le|l[’']))?\s*\Z"
)
HELD = re.compile(rf"\b(?i:{TITLES})\b")
#: Whoever heads a mission is “the Ambassador” from there on.
HEADS_MISSION = re.compile(r"\bhead of (?:the )?mission\b|\bcheffe? de (?:la )?mission\b", re.IGNORECASE)
#: A sentence that begins with somebody, whoever it is.
ADDRESSED_FIRST = re.compile(rf"\W*{COURTESY}+[A-ZÀ-ÖØ-Þ]")
#: Before a matter for which somebody or some body is there, and behind one: it is part of what they are called.
CHARGED_WITH = re.compile(
    r"\b(?:representatives?|envoys?|advis[eo]rs?|coordinators?|commissioners?|committees?|centres?|centers?|divisions?|units?"
    r"|représentante?s?|envoyée?s?|conseill(?:er|ère)s?|coordinat(?:eur|rice)s?|comités?|divisions?|unités?|cellules?)"
    r"(?: (?:spéciale?|d[’']excellence|of excellence|principale?))? (?:for|on|pour|chargée?s? d[eu’']|d[e’'])"
    r"\s*(?:(?:the|les?|la)\s+|l[’'])?\Z",
    re.IGNORECASE,
)
CALLED_AFTER = re.compile(
    r"\s+(?:Centre|Center|Committee|Division|Unit|Section|Command|Agency|Advis[eo]r|Coordinator|Board|School|Academy|Offic)\w*"
)
#: A line that says who issued a document, and whoever is of the State that did where nothing else is said of them.
ISSUES = re.compile(
    r"\A\W*(?:(?:federal |the )?(?:ministry|department|embassy|mission|government|office) (?:of|for)\b"
    r"|(?:le |l[’'])?(?:ministère|département|ambassade|mission|gouvernement) d)",
    re.IGNORECASE,
)
OF_A_STATE = re.compile(
    r"(?:(?:prime|foreign|defence) minister|minister (?:of|for)[\w ]*|ministre(?: des? [\w ]*)?"
    r"|premi(?:er|ère) ministre|ambassad(?:or|eur|rice))\Z",
    re.IGNORECASE,
)
