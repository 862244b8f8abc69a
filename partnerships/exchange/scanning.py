"""From the bytes of a file to its objects, each with the line on which it begins.

A broken object does not hide the others: reading goes on at the next one.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .findings import Finding, Place

_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT_OBJECT = re.compile(r"\{\s*\"(?:model|fields|pk)\"\s*:")
_KEY = re.compile(r"\"key\"\s*:\s*\"([^\"]*)\"")
_DEEPEST = 20


@dataclass
class Scanned:
    """The objects of one file and what could not be read of it."""

    objects: list[tuple[Place, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: Keys seen in what could not be read: naming them elsewhere is no further error.
    broken_keys: set[str] = field(default_factory=set)


class BadValue(ValueError):
    """JSON allows it, a fixture does not."""


def scan(name: str, content: bytes) -> Scanned:
    """Return the objects of a fixture: a JSON array, or JSON Lines (one object on each line)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _only(Place(name, content.count(b"\n", 0, error.start) + 1), _("The file is not UTF-8 text."))
    first = text.lstrip(" \t\r\n")[:1]
    if not first:
        return _only(Place(name), _("The file is empty; a list of objects is expected."))
    if first == "[":
        return _scan_array(name, text)
    if first != "{" or (not name.endswith(".jsonl") and _is_one_object(text)):
        line = text[: text.index(first)].count("\n") + 1
        return _only(Place(name, line), _("A list of objects is expected: [{…}, {…}], or one object on each line."))
    return _scan_lines(name, text)


def _only(place: Place, message: str) -> Scanned:
    return Scanned(findings=[Finding(place, message)])


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
        if line.strip():
            _read_line(scanned, Place(name, number), line)
    return scanned


def _read_line(scanned: Scanned, place: Place, line: str) -> None:
    start = _skip(line, 0)
    try:
        value, end = _decode(line, start)
        if _skip(line, end) < len(line):
            raise json.JSONDecodeError(_("nothing more is expected on this line"), line, _skip(line, end))
    except (ValueError, RecursionError) as error:
        column = error.pos + 1 if isinstance(error, json.JSONDecodeError) else 0
        _note_broken(scanned, Place(place.file, place.line, column), error, line)
    else:
        scanned.objects.append((place, value))


def _scan_array(name: str, text: str) -> Scanned:
    scanned, lines = Scanned(), _Lines(name, text)
    position = text.index("[") + 1
    while position is not None:
        position = _read_element(scanned, lines, text, position)
    return scanned


def _read_element(scanned: Scanned, lines: "_Lines", text: str, position: int) -> int | None:
    """Read what stands at `position`; return where to go on, or None at the end."""
    start = _skip(text, position)
    if text[start : start + 1] == "]" and not scanned.objects:
        return _finish(scanned, lines, text, start)
    try:
        value, end = _decode(text, start)
    except (ValueError, RecursionError) as error:
        return _go_on(scanned, lines, text, start, error)
    scanned.objects.append((lines.place(start), value))
    after = _skip(text, end)
    if text[after : after + 1] == ",":
        return after + 1
    if text[after : after + 1] == "]":
        return _finish(scanned, lines, text, after)
    return _go_on(scanned, lines, text, after, json.JSONDecodeError(_("“,” or “]” is expected here"), text, after))


def _finish(scanned: Scanned, lines: "_Lines", text: str, end: int) -> None:
    rest = _skip(text, end + 1)
    if rest < len(text):
        scanned.findings.append(Finding(lines.place(rest, exact=True), _("Nothing is expected after the list.")))


def _go_on(scanned: Scanned, lines: "_Lines", text: str, start: int, error: Exception) -> int | None:
    """Note what is broken from `start` on; return where the next object begins."""
    found = _NEXT_OBJECT.search(text, start + 1 if text[start : start + 1] == "{" else start)
    end = found.start() if found else len(text)
    exact = isinstance(error, json.JSONDecodeError)
    place = lines.place(error.pos if isinstance(error, json.JSONDecodeError) else start, exact=exact)
    _note_broken(scanned, place, error, text[start:end])
    return end if found else None


def _note_broken(scanned: Scanned, place: Place, error: Exception, broken: str) -> None:
    scanned.findings.append(Finding(place, _sentence(error)))
    scanned.broken_keys.update(_KEY.findall(broken))


def _sentence(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return _("This is nested too deeply.")
    if isinstance(error, BadValue):
        return str(error)
    reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return _("This is not JSON: %(reason)s.") % {"reason": reason}


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
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadValue(_("“%(name)s” is given twice in one object.") % {"name": twice})
    return result


def _refuse_constant(name: str) -> Any:
    raise BadValue(_("%(name)s is not a number that a fixture may hold.") % {"name": name})


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant)


class _Lines:
    """Counts lines forward, so that a long file is counted once."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.position, self.line = 0, 1

    def place(self, position: int, *, exact: bool = False) -> Place:
        """Return the line at `position`, and the column where it is `exact`."""
        if position < self.position:
            self.position, self.line = 0, 1
        self.line += self.text.count("\n", self.position, position)
        self.position = position
        column = position - self.text.rfind("\n", 0, position) if exact else 0
        return Place(self.name, self.line, column)
