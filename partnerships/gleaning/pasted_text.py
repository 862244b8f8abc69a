"""A document as people paste it, from a page, a PDF or its source, as the plain text that it shows."""

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

#: What a page of the web is made of: its elements, and the comments of whoever wrote it; what it does not show, each
#: with what ends it, and the elements that end a line.
_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PART = re.compile(rf"{_ELEMENT.pattern}|<!--|-->", re.IGNORECASE)
_NOT_SHOWN = {"<!--": ("-->",), "script": ("/script",), "style": ("/style",), "head": ("/head", "body")}
_LINE = re.compile(r"p|div|br|h\d|li|ul|ol|tr|table|section|article|header|footer|blockquote")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)

#: Ends of lines that are none of those of a file, characters that show nothing, and blanks of every sort.
_OTHER_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")
#: Between two cells of a table, and a word that a message on the web marks: “#CyberDefence”.
_NEXT_CELL = re.compile(r"(?<=\S)[^\S\n]*\t[^\S\n]*(?=\S)")
_MARKED, _CAMEL = re.compile(r"#(?=[^\W\d_])(\w+)"), re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
#: The head of a column of days, and what a spreadsheet counts them by, alone in its cell: from 1982 to 2036.
_DAYS_IN_COLUMN = re.compile(r"(?:^|[\t;|,])\s*(?:dates?|days?|jours?)\s*(?:[\t;|,]|$)", re.IGNORECASE)
_SERIAL = re.compile(r"(?:(?<=[\t;|])|^)\s*(?:3\d|4\d)\d{3}(?=\s*(?:[\t;|]|$))")
_FIRST_OF_SERIALS = date(1899, 12, 30)
#: Between two columns of a page; from so many lines on they are two, of which so many go on in the next.
_GUTTER, _LINES_BESIDE = re.compile(r"(?<=\S) {3,}(?=\S)"), 4
#: Letters that a PDF sets as one sign.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
#: The number of a page, alone in its line.
_PAGE = re.compile(r"\n[ –—-]*(?:page )?\d{1,3}(?: ?(?:/|of|sur) ?\d{1,3})?[ –—-]*(?=\n)", re.IGNORECASE)
#: A full stop with the next sentence right behind it, in what is no address.
_STOP = re.compile(r"(?<=[^\W\d_]{2})([.!?]»?)(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'])|(?<=\b\d{4})(\.)(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'])")
_WORD, _OF_ADDRESSES = re.compile(r"\S+"), ("://", "www.", "@")

#: A text is set in lines where the longest has so many characters at least and at most; of shorter ones, as lists
#: have them, so many must go on in the next.
_NARROWEST, _NARROW, _WIDEST, _SEVERAL = 35, 50, 130, 3
#: From this share of the longest line on, a line is full; if a small letter stands behind it, from that one on.
_FULL, _RATHER_FULL = 0.85, 0.6
_ENDS = re.compile(r"[.!?…:;][»”\"’')\]]*\Z")
#: A word cut in two; not one that has its hyphen anyway.
_CUT = re.compile(r"(?<=[a-zà-ÿ])(?<!\bnon)(?<!\bsous)(?<!\bvice)(?<!\bex)(?<!\bco)[-‐]\Z", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s")


def as_shown(pasted: str) -> str:
    """Return `pasted` as it is read: one blank between words, a line for each paragraph, nothing that is not shown."""
    text = _OTHER_ENDS.sub("\n", pasted)
    if _ELEMENT.search(text):
        text = "".join(_shown(text))
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = _INVISIBLE.sub("", text).translate(_LIGATURES)
    text = _with_serials_read(text)
    text = _MARKED.sub(lambda found: _CAMEL.sub(" ", found[1]), _with_cells_apart(text))
    columns = _columns(text)
    # Of a page in columns, it is known that its lines are narrow.
    narrow = _NARROW if len(columns) == 1 else 0
    shown = (_unwrapped(_BLANKS.sub(" ", each), narrow) for each in columns)
    return _WORD.sub(_with_blanks_behind_stops, "\n".join(shown))


def _shown(source: str) -> Iterator[str]:
    """Yield what a page shows, in its parts; each is looked at once, however many there are."""
    at, ends = 0, ()
    for part in _PART.finditer(source):
        name = (part["name"] or part.group()).lower()
        what = f"{part['end'] or ''}{name}"
        if ends and what not in ends:
            continue
        yield "" if ends else source[at : part.start()]
        at, ends = part.end(), () if ends else _NOT_SHOWN.get(what, ())
        if _LINE.fullmatch(name):
            yield "\n"
    yield "" if ends else source[at:]


def _with_cells_apart(text: str) -> str:
    """Return a text with a comma between the cells of its tables: lines with as many of them as others."""
    lines = text.split("\n")
    cells = [len(_NEXT_CELL.findall(line)) for line in lines]
    several = zip(lines, map(cells.count, cells), strict=True)
    return "\n".join(_NEXT_CELL.sub(", ", line) if alike > 1 else line for line, alike in several)


def _with_serials_read(text: str) -> str:
    """Return a text whose table gives days by the numbers of a spreadsheet, with the days that these are."""
    lines = text.split("\n")
    heads = next((number for number, line in enumerate(lines) if _DAYS_IN_COLUMN.search(line)), None)
    if heads is None:
        return text
    return "\n".join([*lines[: heads + 1], *(_SERIAL.sub(_day_of_serial, line) for line in lines[heads + 1 :])])


def _day_of_serial(found: re.Match[str]) -> str:
    return (_FIRST_OF_SERIALS + timedelta(days=int(found.group()))).isoformat()


def _columns(text: str) -> list[str]:
    """Return the two columns of a page that stand side by side, the first before the second; else the text."""
    lines = text.split("\n")
    begins = [found.end() for line in lines for found in _GUTTER.finditer(line)]
    at = max(sorted(set(begins)), key=begins.count, default=0)
    beside = [line for line in lines if line[:at].strip() and line[at:].strip()]
    sides = [line[:at].strip() for line in lines], [line[at:].strip() for line in lines]
    going_on = sum(each[:1].islower() for side in sides for each in side)
    if len(beside) < _LINES_BESIDE or going_on < _SEVERAL or any(line[at - 2 : at].strip() for line in lines):
        return [text]
    return ["\n".join(side) for side in sides]


def heading_as_pasted(pasted: str, heading: str) -> str:
    """Return a heading with the blanks that it has in the document: the narrow ones of French stay in a title."""
    lines = (line.strip() for line in pasted.splitlines())
    return next((line for line in lines if " ".join(line.split()) == heading), heading)


def _unwrapped(text: str, narrow: int) -> str:
    """Return a text that was set in narrow lines, as a PDF has it, with each paragraph in one."""
    lines = [line.strip() for line in _PAGE.sub("", f"\n{text}\n").strip("\n").split("\n")]
    width = max(map(len, lines))
    shown = [line for line in lines if line]
    going_on = sum(map(partial(_goes_on, width), shown, shown[1:]))
    if not min(_NARROWEST, narrow) <= width <= _WIDEST or going_on < (_SEVERAL if width < narrow else 1):
        return "\n".join(lines)
    joined, last, apart, is_spaced = [lines[0]], lines[0], False, "" in lines
    for line in lines[1:]:
        # Where no empty line parts it from the text, a heading is the first line alone.
        is_heading = not is_spaced and joined == [last]
        fits = not (apart or is_heading or _ITEM.match(line)) and _is_full(width, last, line)
        if line and (fits or _goes_on(width, last, line)):
            joined[-1] = _joined(joined[-1], line)
        elif line:
            joined.append(line)
        last, apart = line or last, not line
    return "\n".join(joined)


def _goes_on(width: int, line: str, behind: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return behind[0].islower() and not _ENDS.search(line) and _is_full(width, line, behind, _RATHER_FULL)


def _is_full(width: int, line: str, behind: str, share: float = _FULL) -> bool:
    """Whether a line ends because the next word did not fit."""
    return len(line) + len(behind.split(" ", 1)[0]) >= width * share


def _joined(before: str, line: str) -> str:
    """Return two lines as one: a word that a hyphen cuts in two is whole again."""
    if line[0].islower() and _CUT.search(before[-9:]):
        return before[:-1] + line
    return before + line if before.endswith("-") and before[-2:-1].isalpha() else f"{before} {line}"


def _with_blanks_behind_stops(found: re.Match[str]) -> str:
    """Return what stands between two blanks with one behind each full stop within it, unless it is an address."""
    return found[0] if any(each in found[0] for each in _OF_ADDRESSES) else _STOP.sub(r"\g<0> ", found[0])
