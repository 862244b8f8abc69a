"""From the bytes of a file to its objects, each with the line on which it begins.

A broken object does not hide the others: reading goes on at the next one.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partnerships.records.snapshot.findings import FileFinding, PlaceInFile

_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT_OBJECT = re.compile(r"\{\s*\"(?:model|fields|pk)\"\s*:")
_KEY = re.compile(r"\"key\"\s*:\s*\"([^\"]*)\"")
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|["\[\]{}]', re.DOTALL)
_DEEPEST = 20
#: After so many broken places the file is not one that somebody mends by hand.
MOST = 1000


@dataclass
class Scanned:
    """The objects of one file and what could not be read of it."""

    objects: list[tuple[PlaceInFile, Any]] = field(default_factory=list)
    findings: list[FileFinding] = field(default_factory=list)
    #: Keys seen in what could not be read: naming them elsewhere is no further error.
    broken_keys: set[str] = field(default_factory=set)
    failures: int = 0

    def note_broken(self, place: PlaceInFile, error: Exception, broken: str, *, known: bool = False) -> None:
        """Note what is broken, unless it is `known`; after too many say that nothing more is read."""
        self.failures += 1
        self.broken_keys.update(_KEY.findall(broken))
        if self.is_given_up:
            sentence = _("The file has more than %(count)s errors; the rest is not read.")
            self.findings.append(FileFinding(PlaceInFile(place.file, place.line), sentence % {"count": MOST}))
        elif not known:
            self.findings.append(FileFinding(place, _sentence(error)))

    @property
    def is_given_up(self) -> bool:
        return self.failures > MOST


class BadValue(ValueError):
    """JSON allows it, a fixture does not."""


def scan(name: str, content: bytes) -> Scanned:
    """Return the objects of a fixture: a JSON array, or JSON Lines (one object on each line)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _only(PlaceInFile(name, content.count(b"\n", 0, error.start) + 1), _("The file is not UTF-8 text."))
    first = text.lstrip(" \t\r\n")[:1]
    if not first:
        return _only(PlaceInFile(name), _("The file is empty; a list of objects is expected."))
    if first == "[":
        return _Array(name, text).scan()
    if first != "{" or (not name.endswith(".jsonl") and _is_one_object(text)):
        line = text[: text.index(first)].count("\n") + 1
        return _only(
            PlaceInFile(name, line), _("A list of objects is expected: [{…}, {…}], or one object on each line.")
        )
    return _scan_lines(name, text)


def _only(place: PlaceInFile, message: str) -> Scanned:
    return Scanned(findings=[FileFinding(place, message)])


def _is_one_object(text: str) -> bool:
    if "\n" not in text.strip():
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _scan_lines(name: str, text: str) -> Scanned:
    scanned = Scanned()
    for number, line in enumerate(text.split("\n"), start=1):
        if scanned.is_given_up:
            break
        if line.strip():
            _read_line(scanned, PlaceInFile(name, number), line)
    return scanned


def _read_line(scanned: Scanned, place: PlaceInFile, line: str) -> None:
    start = _skip(line, 0)
    try:
        value, end = _decode(line, start)
        if _skip(line, end) < len(line):
            raise json.JSONDecodeError(_("nothing more is expected on this line"), line, _skip(line, end))
    except (ValueError, RecursionError) as error:
        column = error.pos + 1 if isinstance(error, json.JSONDecodeError) else 0
        scanned.note_broken(PlaceInFile(place.file, place.line, column), error, line)
    else:
        scanned.objects.append((place, value))


class _Array:
    """Reads a list object by object; no place is read more than twice, however broken the list is."""

    def __init__(self, name: str, text: str) -> None:
        self.text, self.lines, self.scanned = text, _Lines(name, text), Scanned()
        #: Where reading failed last: what begins before it and fails there again is no further mistake.
        self.failed_at = -1
        #: Whether something deep was found that nothing closes.
        self.is_open = False

    def scan(self) -> Scanned:
        position: int | None = self.text.index("[") + 1
        while position is not None and not self.scanned.is_given_up:
            position = self._read_element(position)
        return self.scanned

    def _read_element(self, position: int) -> int | None:
        """Read what stands at `position`; return where to go on, or None at the end."""
        text, start = self.text, _skip(self.text, position)
        if text[start : start + 1] == "]" and not self.scanned.objects:
            return self._finish(start)
        try:
            value, end = _decode(text, start)
        except json.JSONDecodeError as error:
            return self._after_wrong_place(start, error)
        except (ValueError, RecursionError) as error:
            return self._after_wrong_value(start, error)
        self.scanned.objects.append((self.lines.place(start), value))
        after = _skip(text, end)
        if text[after : after + 1] == ",":
            return after + 1
        if text[after : after + 1] == "]":
            return self._finish(after)
        return self._after_wrong_place(after, json.JSONDecodeError(_("“,” or “]” is expected here"), text, after))

    def _finish(self, end: int) -> None:
        rest = _skip(self.text, end + 1)
        if rest < len(self.text):
            place = self.lines.place(rest, exact=True)
            self.scanned.findings.append(FileFinding(place, _("Nothing is expected after the list.")))

    def _after_wrong_place(self, start: int, error: json.JSONDecodeError) -> int | None:
        """What begins at `start` is not JSON at a place that is known: go on at the next object, even before it."""
        known = error.pos <= self.failed_at
        self.failed_at = max(error.pos, self.failed_at)
        found = self._next_object(error.pos if known else start, start)
        self._note(start, found, error, self.lines.place(error.pos, exact=True), known=known)
        return found

    def _after_wrong_value(self, start: int, error: Exception) -> int | None:
        """What begins at `start` cannot be kept: go on after it; where nothing ends it, on the next line."""
        known = self.is_open and isinstance(error, RecursionError)
        end = None if self.is_open else _end_of(self.text, start)
        self.is_open = end is None
        if end is None:
            line_end = self.text.find("\n", start)
            end = line_end if line_end >= 0 else len(self.text)
        found = self._next_object(end, start)
        self._note(start, found, error, self.lines.place(start), known=known)
        return found

    def _next_object(self, position: int, start: int) -> int | None:
        is_object = self.text[start : start + 1] == "{"
        found = _NEXT_OBJECT.search(self.text, max(position, start + 1 if is_object else start))
        return found.start() if found else None

    def _note(self, start: int, end: int | None, error: Exception, place: PlaceInFile, *, known: bool) -> None:
        self.scanned.note_broken(place, error, self.text[start:end], known=known)


def _end_of(text: str, start: int) -> int | None:
    """Return where the list or object that begins at `start` is closed, or None."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        if token[0] == '"':
            return None
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth <= 0:
            return token.end()
    return None


def _sentence(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return _("This is nested too deeply.")
    if isinstance(error, BadValue):
        return str(error)
    if not isinstance(error, json.JSONDecodeError):
        return _("A number has too many digits.")
    return _("This is not JSON: %(reason)s.") % {"reason": error.msg}


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _decode(text: str, start: int) -> tuple[Any, int]:
    value, end = _DECODER.raw_decode(text, start)
    if _depth(value) > _DEEPEST:
        raise BadValue(_("This is nested too deeply."))
    return value, end


def _depth(value: Any) -> int:
    """Return how deep lists and objects are nested in `value`."""
    level, depth = [value], 0
    while level:
        nested = [list(each.values()) if isinstance(each, dict) else each for each in level if _is_nested(each)]
        level = [item for each in nested for item in each]
        depth += 1 if nested else 0
    return depth


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name given twice: JSON would silently keep the last."""
    result = dict(pairs)
    if len(result) < len(pairs):
        ((twice, _count),) = Counter(name for name, _value in pairs).most_common(1)
        raise BadValue(_("“%(name)s” is given twice in one object.") % {"name": twice[:60]})
    return result


def _refuse_constant(name: str) -> Any:
    raise BadValue(_("%(name)s is not a number that a fixture may hold.") % {"name": name})


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant)


class _Lines:
    """Knows on which line of the text a position is."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.ends = [match.start() for match in re.finditer("\n", text)]

    def place(self, position: int, *, exact: bool = False) -> PlaceInFile:
        """Return the line at `position`, and the column where it is `exact`."""
        before = bisect_left(self.ends, position)
        column = position - (self.ends[before - 1] if before else -1) if exact else 0
        return PlaceInFile(self.name, before + 1, column)
