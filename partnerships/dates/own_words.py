"""A date with the words that its source uses: they stand instead of ours only where they say all that is known."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from partnerships.kept_in_process import remembered

from .edtf import parse
from .errors import DateError
from .moments import Edge, Moment, Period, known_moments
from .named_parts import DatePart
from .phrasing import saying_of
from .reading import read
from .sayings import is_within
from .typed_text import tidied
from .units import Unit
from .wording import word, word_unit


def word_with_wordings(value: Moment | Period, wordings: Mapping[str, str], language: str) -> str:
    """``value`` in words, with the wording that ``wordings`` has in ``language``.

    Alone, where the wording names every known end, or means the same; else beside what is known: "on 31
    August 2022 or later (exact day not found)". Where only the other language has one that means the
    same, it is said in this one.
    """
    own = wordings.get(language)
    if own and not _says_twice(own, value):
        plain = word(value, language)
        return own if _says_all(own, value, language) else f"{plain} ({own})"
    return word(_in_own_words(value, wordings) or value, language)


def as_said(value: Moment | Period, wordings: Mapping[str, str], language: str) -> Moment | Period:
    """``value`` with what a wording says of it that the notation cannot keep: "soon after 24 May 2018"."""
    own = {language: wordings.get(language, "")}
    return _in_own_words(value, own) or _in_own_words(value, wordings) or value


def moments_said(wordings: Mapping[str, str], language: str) -> list[Moment]:
    """The moments that wordings name, those in ``language`` first."""
    texts = [wordings.get(language, ""), *wordings.values()]
    return [one for text in texts if (found := _read(text)) for one in known_moments(found) if one.saying or one.doubt]


def with_moments_said(value: Period, said: Iterable[Moment]) -> Period:
    """``value``, each of its ends as ``said`` says it, where one of them is the same moment."""
    several = list(said)
    start = next((one for one in several if one == value.start), value.start)
    end = next((one for one in several if one == value.end), value.end)
    return replace(value, start=start, end=end)


def end_said(period: Period, end: Moment, wordings: Mapping[str, str], language: str) -> str:
    """One end of a period in words: of a wording for the whole period only what it says of that end."""
    meant = _in_own_words(period, {language: wordings.get(language, "")}) or _in_own_words(period, wordings)
    if meant:
        return word(next((one for one in known_moments(meant) if one == end), end), language)
    own = wordings.get(language)
    if own and known_moments(period) == [end] and _read(own) is None and _names_ends(own, end, language):
        return own
    return word(end, language)


def kept_words(value: Moment | Period, language: str) -> str:
    """The words to keep beside the notation of a date just typed; empty where the notation says them itself."""
    plain = parse(value.edtf)
    words = word(value, language)
    return "" if words == word(plain, language) else words


def wording_to_keep(value: Moment | Period, language: str, before: str, wording: str) -> str:
    """The wording of a date just typed: its words, unless ``wording`` said something of its own of ``before``."""
    repeats = means(wording, parse(before)) if wording and before else not wording
    return kept_words(value, language) if repeats else wording


def means(wording: str, value: Moment | Period) -> bool:
    """Whether a wording is a date with the same ends as ``value``."""
    return _meant(wording, value) is not None


def _in_own_words(value: Moment | Period, wordings: Mapping[str, str]) -> Moment | Period | None:
    return next((meant for own in wordings.values() if (meant := _meant(own, value))), None)


def _meant(wording: str, value: Moment | Period) -> Moment | Period | None:
    found = _read(wording)
    if found is None or found == value:
        return found
    if isinstance(value, Moment) or Edge.OPEN in (value.start_edge, value.end_edge):
        # What has begun may still be told as when it was to come: "from 2018".
        return value if f"{found.edtf}.." == value.edtf else None
    return found if known_moments(value) == [found] else None


@remembered(1024)
def _read(wording: str) -> Moment | Period | None:
    try:
        return read(wording)
    except DateError:
        return None


def _says_twice(wording: str, value: Moment | Period) -> bool:
    """Whether a wording names two ends of which one lies within the other: these are worded anew."""
    meant = _meant(wording, value)
    moments = known_moments(meant) if meant else []
    return any(one.first and one.last and not one.saying and is_within(one.first, one.last) for one in moments)


def _says_all(wording: str, value: Moment | Period, language: str) -> bool:
    if _meant(wording, value):
        return True
    if tidied(word(value, language)) in _folded(wording):
        return True
    return _read(wording) is None and all(_names_ends(wording, end, language) for end in known_moments(value))


def _names_ends(wording: str, moment: Moment, language: str) -> bool:
    saying = saying_of(moment)
    named = (saying.first, saying.last) if saying else (moment.first, moment.last)
    units = [what.unit if isinstance(what, DatePart) else what for what in named]
    return all(tidied(word_unit(unit, language)) in _folded(wording) for unit in units if isinstance(unit, Unit))


def _folded(wording: str) -> str:
    try:
        return tidied(wording)
    except DateError:
        return ""
