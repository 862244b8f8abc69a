"""What a page of the web shows around the text of a document, and what stands above it and is no title."""

import re

from .text import Sentence

#: Lines that lead to other documents: nothing behind one of them is of this one.
_OTHERS = re.compile(
    r"\W*(?:related(?: (?:news|links?|content|articles?|documents?|stories|topics))?"
    r"|read (?:more|also)|see also|latest news"
    r"|share(?: this(?: page)?)?|previous|next|voir aussi|à lire aussi|lire aussi|(?:pour )?en savoir plus"
    r"|liens(?: utiles)?|sur le même (?:sujet|thème)|dans la même rubrique|articles? (?:liés?|associés?)"
    r"|partager(?: (?:cette|la) page)?)\W*",
    re.IGNORECASE,
)
#: A line that names one: “Prev: Vice Minister meets the Ambassador of Qatar”.
_ANOTHER = re.compile(r"\W*(?:prev(?:ious)?|next|précédent|suivant)\s*[:|»>].*", re.IGNORECASE)
#: What a site says to its visitors.
_OF_THE_SITE = re.compile(
    r"\b(?:cookies?|newsletter|subscribe|log ?in|sign (?:in|up)|password|our website|javascript|skip to"
    r"|click (?:the|here|on)"
    r"|infolettre|lettre d[’']information|mot de passe|s[’']abonner|abonnez-vous|connectez-vous|se connecter|notre site"
    r"|aller au contenu|cliquez|ressources médiatiques)\b",
    re.IGNORECASE,
)
#: What stands above the title of a document and is none: what it is, and where it stands on the site, or who issued it.
_KIND = re.compile(
    r"\W*(?:communiqués?(?: de presse)?|(?:press|news|media) releases?|(?:media|press) advisory|for immediate release"
    r"|actualités|news|note (?:à la|de) presse)(?:\W|\d)*",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?i:home|accueil)\b.*[>›»/|].*"
    r"|(?:(?:The|L[ea]) |[A-Z]\w+ )?(?:Embassy|Ministry|Department|Ambassade|Ministère|Département)\b"
    r"(?:[\s,()-]+(?:[A-ZÀ-Þ][\w’'.-]*|of|for|in|to|the|and|[dl]e|du|des|la|en|au|aux|à|et|[dl][’']\w+|fédéral"
    r"|affaires|étrangères|européennes))*\W*"
)
_DAY = re.compile(
    r"\W*(?:[A-ZÀ-Þ][\w’' -]{1,30},? )?(?:le |on )?(?:issued|published|publiée?|date)?\W*(?:[\w.]+ )?\d[\w ./,-]{3,30}",
    re.IGNORECASE,
)


def text_of_page(shown: str) -> str:
    """Return what a page shows without what the site says to its visitors above the text, and other documents below."""
    lines = shown.split("\n")
    others = (number for number, line in enumerate(lines) if number and _OTHERS.fullmatch(line))
    lines = lines[: next(others, None)]
    first = next((number for number, line in enumerate(lines) if line.strip() and not _OF_THE_SITE.search(line)), 0)
    return "\n".join(line for line in lines[first:] if not _ANOTHER.fullmatch(line))


def without_its_kind(found: list[Sentence]) -> list[Sentence]:
    """Return the sentences of a document behind the line that says what it is: “Press release”."""
    return found[1:] if len(found) > 1 and _KIND.fullmatch(found[0].text) else found


def heading_of(sentences: list[Sentence]) -> str:
    """Return the title of a document: the first line that is one, else the first."""
    lines = [each.text.strip() for each in sentences[:_ABOVE]]
    above = (_KIND, _NO_TITLE, _DAY)
    titles = (each for each in lines if not (any(one.fullmatch(each) for one in above) or each.endswith(".")))
    return next(titles, lines[0] if lines else "")


#: A title stands among so many first lines.
_ABOVE = 4
