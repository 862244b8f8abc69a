"""What people type, made comparable: case, accents, spaces, dashes and apostrophes."""

import re
import unicodedata

from .errors import DateError, _

LONGEST_TEXT = 200

#: What tables put behind a date, and quotation marks around it.
_FOOTNOTE = re.compile(r"(?: ?(?:\[(?:[0-9]{1,2}|[a-z]|note [0-9]+)\]|[*†‡]))+$")
_WRAPPINGS = [re.compile(shape) for shape in (r"\(([^()]+)\)", r"« ?([^«»]+?) ?»", r"[\"“”„]([^\"“”„]+)[\"“”„]")]
#: "24. Mai 2018", "28.-30.05.2018", as German does.
_ORDINAL_POINT = re.compile(r"(?<![0-9.])([0-9]{1,2}(?:\.[0-9]{1,2})?)\.(?=[-–]| [-–]| [a-z]{3})")
#: "2018 -> 2019", and the wave dash of Japanese: a range.
_ARROW = re.compile(r" ?(?:[-–=]+>|→|⇒) ?")
_WAVE = re.compile(r"(?<=[^\s(]) ?[〜～] ?|(?<=[0-9]) ~ (?=[0-9])")
#: "2018年5月24日(木)": the day of the week behind its day, and spaces between.
_JAPANESE_WEEKDAY = re.compile(r"(?<=日) ?\(?([月火水木金土日])(?:曜日?)?\)?(?=$|–)")
_JAPANESE_SPACES = re.compile(r" ?([年月日])(?: (?=[0-9]))?")
_JAPANESE_DASH = re.compile(r"(?<=[月日]) ?([-–]) ?")
#: "2018年5月6日~8日", "2011年4月から2015年3月まで" (the mark of its sound is gone).
_JAPANESE_FROM_TO = re.compile(r"(?<=[年月日])(?: ?~ ?(?=[0-9])|から(?=[0-9].*まて$))")
_NUMBERS_WEEKDAY = re.compile(r"(?<=[0-9]) ?\(([月火水木金土日])(?:曜日?)?\)$")
#: "5月24日–26日": the last day without the year or the month that it shares with the first.
_JAPANESE_RANGE = re.compile(
    r"(?P<year>[0-9]{4}年)(?P<month>[0-9]{1,2}月)(?P<rest>[^-–]*)[-–]"
    r"(?P<last>(?P<other>[0-9]{1,2}月)?(?:(?<=月)|[0-9]{1,2}日)(?: \([a-z]{3}\))?)"
)
#: Here the marks of a sound are gone: “半ば”, “頃” as “ごろ”.
_JAPANESE_ENDS = {
    "前半": "first half of",
    "後半": "second half of",
    "半は": "middle of",
    "末": "end of",
    "初頭|初め|初|はしめ": "early",
}
#: The thirds of a month, the seasons, a decade, "from"; "about", "or earlier", "or later"; its halves, its two ends.
_JAPANESE_PARTS = [
    (re.compile(r"^(.+)(?:頃|ころ)$"), r"about \1"),
    (re.compile(r"^(.+)以前$"), r"\1 or earlier"),
    (re.compile(r"^(.+)以(?:降|後)$"), r"\1 or later"),
    *(
        (re.compile(rf"^{whole}の?(?:{sign})$"), rf"{name} {said}")
        for sign, name in _JAPANESE_ENDS.items()
        for whole, said in (
            (r"([0-9]{4}年[0-9]{1,2}月)", r"\1"),
            (r"([0-9]{4})年", r"\1"),
            (r"([0-9]{3}0)年代", r"\1s"),
        )
    ),
    (re.compile(r"([0-9]{4}年[0-9]{1,2}月)上旬"), r"early \1"),
    (re.compile(r"([0-9]{4}年[0-9]{1,2}月)中旬"), r"mid \1"),
    (re.compile(r"([0-9]{4}年[0-9]{1,2}月)下旬"), r"late \1"),
    *(
        (re.compile(rf"([0-9]{{4}})年の?{sign}"), rf"{name} \1")
        for sign, name in zip("春夏秋冬", ("spring", "summer", "autumn", "winter"), strict=True)
    ),
    (re.compile(r"([0-9]{3}0)年代"), r"\1s"),
    (re.compile(r"^(.+)から$"), r"from \1"),
    (re.compile(r"^(.+)まて$"), r"until \1"),
]
_WEEKDAYS_IN_ENGLISH = dict(zip("月火水木金土日", ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True))
_ERA = re.compile(
    r"^a\.?d\.? (?=[0-9])|(?<=[0-9]) ?(?:a\.?d\.?|c\.?e\.?|apr?\.? j\.?-?c\.?|apres j\.?-?c\.?|de notre ere)$"
)
#: That the day is of our calendar; the mark by which a spreadsheet keeps a text a text.
_OUR_CALENDAR = re.compile(
    r"(?<=[0-9]),? \(?(?:n\.? ?s\.?|new style|nouveau style|n\. st\.?|gregorian|gregorien"
    r"|(?:in the )?gregorian calendar|calendrier gregorien)\)?$|^'(?=[0-9]{1,4}[-/. ][0-9a-z])"
)

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ′`´＇"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑−﹣－"), "-")
_LONG_DASHES = dict.fromkeys(map(ord, "‒—―﹘"), "–")
#: The sign of an ordinal, typed for that of a degree, which is no letter.
_ORDINAL = {ord("º"): "°"}
_STROKES = dict.fromkeys(map(ord, "⁄∕"), "/")
_SAME = {**_APOSTROPHES, **_HYPHENS, **_LONG_DASHES, **_ORDINAL, **_STROKES}


def tidied(text: str) -> str:
    """``text`` in lower case without accents, with plain spaces and apostrophes, hyphens and en dashes.

    Raises ``DateError`` for what no date can hold: nothing at all, more than 200 characters, control
    characters, digits other than 0 to 9.
    """
    if len(text) > LONGEST_TEXT:
        raise DateError(_("This is too long for a date."))
    if any(character.isnumeric() and not character.isascii() for character in text):
        raise DateError(_("Write dates with the digits 0 to 9."))
    if any(unicodedata.category(character) == "Cc" and not character.isspace() for character in text):
        raise DateError(_("This holds characters that no date can hold."))
    text = _WAVE.sub("–", text)
    text = unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME).casefold()
    text = unicodedata.normalize("NFD", text)
    text = "".join(character for character in text if unicodedata.category(character) not in ("Mn", "Cf"))
    text = " ".join(_ARROW.sub(" – ", text).split())
    text = _in_japanese(text) if "年" in text else _NUMBERS_WEEKDAY.sub(_weekday, text)
    text = re.sub(r"(?<=[0-9a-z])_(?=[0-9a-z])", "-", text)
    text = re.sub(r"(?<=[0-9a-z])--+(?=[0-9a-z])", "–", text)
    if not text:
        raise DateError(_("A date is expected, for example 24 May 2018, about 2011 or since 1 July 2018."))
    text = _ERA.sub("", _OUR_CALENDAR.sub("", _unwrapped(_FOOTNOTE.sub("", text))))
    text = re.sub(r"(?<!\.)[.,;]$", "", text)
    text = _ORDINAL_POINT.sub(r"\1", text)
    return re.sub(r"' (?=[a-z])", "'", text)


def piece_as_typed(piece: str, text: str) -> str:
    """A piece of a tidied text with the accents and capitals that ``text`` has there."""
    typed = " ".join(unicodedata.normalize("NFC", text).split())
    folded = "".join(_folded(character) for character in typed)
    start = folded.find(piece)
    return piece if start < 0 else typed[start : start + len(piece)]


def _folded(character: str) -> str:
    """One character without its accent and capital; one still, so that places stay what they are."""
    plain = unicodedata.normalize("NFD", character.translate(_SAME).casefold())[:1]
    return plain or character


def _in_japanese(text: str) -> str:
    """A Japanese date without spaces between its numbers; its day of the week, and its parts, as English says them."""
    if (ranged := _JAPANESE_FROM_TO.sub("–", text)) != text:
        text = ranged.removesuffix("まて")
    text = _JAPANESE_DASH.sub(r"\1", _JAPANESE_SPACES.sub(r"\1", text))
    text = _JAPANESE_WEEKDAY.sub(_weekday, text)
    if match := _JAPANESE_RANGE.fullmatch(text):
        month = "" if match["other"] else match["month"]
        day = "日" if match["rest"].isdecimal() else ""
        text = f"{match['year']}{match['month']}{match['rest']}{day}–{match['year']}{month}{match['last']}"
    for said, words in _JAPANESE_PARTS:
        text = said.sub(words, text)
    return text


def _weekday(found: re.Match[str]) -> str:
    return f" ({_WEEKDAYS_IN_ENGLISH[found[1]]})"


def _unwrapped(text: str) -> str:
    """Return a text without the brackets or quotation marks that stand around the whole of it."""
    for shape in _WRAPPINGS:
        if match := shape.fullmatch(text):
            return match[1].strip()
    return text
