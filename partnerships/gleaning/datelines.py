"""On which day a document was issued, where it says so as such: the days of which it tells are other days."""

import re
from collections.abc import Iterator
from dataclasses import replace

from partnerships import dates

from .days import DateInText, dates_in
from .text import Sentence
from .words_of_days import WEEKDAY
from .words_of_journeys import PLANNED

#: What stands before a date and says no more than it: « le jeudi 24 mai 2018 ».
_LE = rf"(?:(?:le|the|on|ce|this)\s+)?(?:{WEEKDAY},?\s+)?"
_ARTICLES = r"(?:d[eu]|la|le|les|des|of|the|sur|upon|am|an|den)"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
#: A town at the head of a dateline: “BRUSSELS (AP)”, « La Haye », with an agency or a country behind it.
_TOWN = rf"{_NAME}(?:[ -](?:{_ARTICLES}[ -])?{_NAME}){{0,2}}(?:\s?\([^)]{{1,30}}\))?(?:,\s{_NAME}(?:\s{_NAME})?)?"
_NO_TOWN = (
    r"(?!(?:sommet|visite|déplacement|entretien|rencontre|réunion|conférence|cérémonie|signature"
    r"|summit|visit|talks|meeting|conference|ceremony|signing|trip|call"
    r"|credentials|letters|lettres|arrival|arrived|appointed|appointment|since|nomination|nommée?|arrivée?|depuis)\b)"
)
_ALONE = re.compile(rf"(?i:\W*{_LE})\Z")
_TOWN_AND_DAY = re.compile(rf"\W*(?i:{_NO_TOWN}){_TOWN}\s?[,–—:-]?\s+(?i:{_LE})\Z")
_ISSUED = re.compile(
    r"\W*(?:(?:first |originally )?(?:issued|published|posted|released)\b|publiée?\b|mise? en ligne|diffusée?\b"
    r"|datée?\b|date\b|fait à|done at|(?:press|media|news) (?:release|statement|point|conference)"
    r"|(?:joint )?statement\b|communiqué|point de presse|déclaration|compte[ -]rendu)[^.;]{0,70}\Z",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\W*(?:(?:last )?(?:updated?|modified|reviewed)|mise? à jour|dernière (?:mise à jour|modification))[^.;]{0,30}\Z"
    r"|[^.;]{0,80}\b(?:(?:list|precedence|missions?|status|situation)\b[^.;]{0,60}\bas (?:of|at)"
    r"|(?:liste|préséance|missions?|situation|état)\b[^.;]{0,60}\bau)\s*\Z",
    re.IGNORECASE,
)
#: A council of ministers, of which the document says what was decided there.
_OF_MINISTERS = re.compile(
    rf"\W*(?:compte rendu du )?conseil des ministres\W+(?:du|de ce|le)?\s*(?:{WEEKDAY},?\s+)?\Z", re.IGNORECASE
)
#: The text itself calls that day its own: “today (24 May 2018)”, « ce jeudi 24 mai 2018 ».
_TODAY = re.compile(rf"\b(?:today|aujourd[’']hui|ce jour|(?:this|ce) {WEEKDAY})\W{{0,3}}\Z", re.IGNORECASE)
#: The news of that day, as organisations date it: “on Wednesday (1 February 2023)”, « jeudi (8 février 2024) ».
_ON_A_WEEKDAY = (re.compile(rf"\b(?:{WEEKDAY}),?\s*\(\s*\Z", re.IGNORECASE), re.compile(r"\s*\)"))
#: What may stand behind the day of a line that says no more: the hour, the end of a bracket or of the sentence.
_ENDS = re.compile(r"[\s.)\]]*(?:[,–—-]?\s*(?:at |à )?\d{1,2}\s?[h:.]\s?\d{0,2}[^.;]{0,20})?[\s.–—-]*\Z")
#: And behind a dateline with which a text begins.
_TEXT_BEGINS = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?\.?\s*[–—:-]\s*\S")
#: A day in brackets with which a title ends, and what a text says of a day that it does not name.
_IN_BRACKETS = (re.compile(r"\(\s*(?i:le |on )?\Z"), re.compile(r"\s*\)\W*\Z"))
_THIS_DAY = re.compile(
    r"\b(?:today|yesterday|aujourd[’']hui|hier|ce jour|ce (?:matin|soir))\b(?!\W{0,3}\d)", re.IGNORECASE
)
#: Between what stands in one line: “Issued on 24 May 2018 | Last updated: 25 May 2018”.
_BETWEEN = re.compile(r"[|·•]|\s/\s")
#: A day within the address of a document: “/2018/05/24/”, “/2018-05-24-title”.
_IN_ADDRESS = re.compile(r"(?<=/)((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?!\d)")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
#: A dateline stands above the text, or below it.
_FIRST = 6


def day_of_document(sentences: list[Sentence]) -> DateInText | None:
    """Return the day that stands as that of the document; None where there is none, or several."""
    said: dict[str, list[DateInText]] = {}
    last = max((each.paragraph for each in sentences), default=0)
    for sentence in sentences:
        for one in dates_in(sentence):
            at_an_end = sentence.paragraph < _FIRST or sentence.paragraph == last
            if one.is_day and one.is_whole and (way := _way_said(sentence, one, at_an_end=at_an_end)):
                said.setdefault(way, []).append(one)
    for way in ("issued", "line", "begins", "today", "updated"):
        found = said.get(way, [])
        if len({each.notation for each in found}) == 1:
            return found[0]
        if found:
            # Of several, no one is that of the document: the days of a journey, a chronology.
            return None
    return _day_of_title(sentences)


def day_of_news(sentences: list[Sentence]) -> DateInText | None:
    """Return the one day of the week of which a text tells as that of its news, “on Wednesday (1 February 2023)”.

    Of several none is that of the document, nor of a page that is headed by the days of which it tells.
    """
    days = [
        one
        for each in sentences
        if each.paragraph < _FIRST and not PLANNED.search(each.text)
        for one in dates_in(each)
        if one.is_day and one.is_whole and _is_on_a_weekday(each, one)
    ]
    headed = any(
        one.is_whole and not _LETTERS.search(_besides(each, one)) for each in sentences for one in dates_in(each)
    )
    return days[0] if len({each.notation for each in days}) == 1 and not headed else None


def _is_on_a_weekday(sentence: Sentence, one: DateInText) -> bool:
    before, behind = _ON_A_WEEKDAY
    return bool(
        before.search(sentence.text[: one.start - sentence.start])
        and behind.match(sentence.text, one.end - sentence.start)
    )


def _besides(sentence: Sentence, one: DateInText) -> str:
    """Return what a sentence says besides a date."""
    return sentence.passage(sentence.start, one.start) + sentence.text[one.end - sentence.start :]


def _day_of_title(sentences: list[Sentence]) -> DateInText | None:
    """Return the day in brackets with which the title ends, where the text speaks of “today” and says no other.

    And the one with which a line right below it ends: “Issued on the occasion of the talks in Tokyo on 31 January”.
    """
    if not any(_THIS_DAY.search(each.text) for each in sentences[1:]):
        return None
    below = [each for each in sentences[1:] if each.paragraph in (1, 2) and not _THIS_DAY.search(each.text)]
    ending = [(each, one) for each in below for one in dates_in(each) if one.is_day and one.is_whole]
    if len(ending) == 1 and not ending[0][0].text[ending[0][1].end - ending[0][0].start :].strip():
        return ending[0][1]
    title, (before, behind) = sentences[0], _IN_BRACKETS
    days = [each for each in dates_in(title) if each.is_day and each.is_whole]
    start, end = (days[0].start - title.start, days[0].end - title.start) if len(days) == 1 else (0, 0)
    return days[0] if end and before.search(title.text[:start]) and behind.match(title.text[end:]) else None


def day_in_addresses(text: str, address: str = "") -> DateInText | None:
    """Return the day that stands in the address of a document, else in those that its text names; None for several."""
    for addresses in ([address], _ADDRESS.findall(text)):
        found = {day.notation: day for each in addresses for day in _days_in(each)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _days_in(address: str) -> Iterator[DateInText]:
    for found in _IN_ADDRESS.finditer(address):
        try:
            day = dates.parse(f"{found[1]}-{found[3]}-{found[4]}")
        except dates.DateError:
            continue
        # It stands in no sentence.
        yield DateInText(found.group(), day, start=-1, end=-1, is_whole=True)


def without_dateline(sentences: list[Sentence], day: DateInText | None) -> list[Sentence]:
    """Return `sentences`, the one that begins behind the day of the document without that day and its town."""
    found = [_cut(each, day) if day else each for each in sentences]
    for number, (each, behind) in enumerate(zip(found, found[1:], strict=False), 1):
        # “WASHINGTON, 11 July 2024. The Prime Minister …”: it stands in the line of the text that it begins.
        same = each.paragraph == behind.paragraph and not each.is_begun
        if same and day and each.start <= day.start < each.start + len(each.text) and _is_dateline(each, day):
            found[number] = replace(behind, is_begun=True)
    return found


def _is_dateline(sentence: Sentence, day: DateInText) -> bool:
    """Whether a sentence says no more than the town and the day at which the document was issued."""
    before = sentence.text[: day.start - sentence.start]
    ends = _ENDS.fullmatch(sentence.text[day.end - sentence.start :])
    return bool(ends and (_ALONE.fullmatch(before) or _TOWN_AND_DAY.fullmatch(before)))


def _cut(sentence: Sentence, day: DateInText) -> Sentence:
    within = sentence.start <= day.start and day.end <= sentence.start + len(sentence.text)
    begins = _TEXT_BEGINS.match(sentence.text, day.end - sentence.start) if within else None
    before = sentence.text[: day.start - sentence.start]
    if begins is None or not (_ALONE.fullmatch(before) or _TOWN_AND_DAY.fullmatch(before)):
        return sentence
    start = sentence.start + begins.end() - 1
    words = tuple(each for each in sentence.words if each.start >= start)
    return replace(sentence, text=sentence.text[start - sentence.start :], start=start, words=words, is_begun=True)


def _way_said(sentence: Sentence, one: DateInText, *, at_an_end: bool) -> str:
    if _OF_MINISTERS.fullmatch(sentence.text[: one.start - sentence.start]) and at_an_end:
        return "issued"
    before = _BETWEEN.split(sentence.text[: one.start - sentence.start])[-1]
    after = _BETWEEN.split(sentence.text[one.end - sentence.start :])[0]
    ends = _ENDS.fullmatch(after) is not None
    if ends and _UPDATED.fullmatch(before):
        return "updated"
    if ends and _ISSUED.fullmatch(before):
        return "issued"
    is_dateline = bool(_ALONE.fullmatch(before) or _TOWN_AND_DAY.fullmatch(before))
    if is_dateline and at_an_end:
        if ends:
            return "line"
        if _TEXT_BEGINS.match(after):
            return "begins"
    return "today" if _TODAY.search(before) else ""
