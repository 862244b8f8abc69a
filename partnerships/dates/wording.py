"""How dates are said in French and in English: the only place that words them.

What is said here, ``read`` understands again, with the same bounds ("from 1 May 2041" as what it
says: a start). Spaces are plain, except where
French typography asks for a no-break one (before a colon and a semicolon). No day is ever said that
is not known.
"""

from datetime import date

from . import clock
from .moments import Edge, Moment, Period, Precision
from .phrasing import Phrasing
from .units import Unit
from .wording_english import English
from .wording_french import French

_LANGUAGES: dict[str, Phrasing] = {"fr": French(), "en": English()}


def word(value: Moment | Period, language: str, *, capitalised: bool = False, today: date | None = None) -> str:
    """``value`` in words, in plain text, ready for the middle of a sentence or alone in a table.

    ``language`` is ``fr`` or ``en``, or begins so (``fr-be``); ``ValueError`` for any other.
    ``capitalised`` begins with a capital where the phrase begins with a letter. What goes on and
    begins after ``today`` (asked for when not given) is said "from 1 May 2041", not "since".
    """
    to_come = isinstance(value, Period) and _is_to_come(value, today)
    say = _phrasing(language)
    text = say.moment(value) if isinstance(value, Moment) else say.period(value, to_come=to_come)
    return text[0].upper() + text[1:] if capitalised else text


def word_bound(moment: Moment, language: str, *, last: bool) -> str:
    """The moment from which on, or up to which, something is asked for: "from May 2018", "until 24 May 2018"."""
    say = _phrasing(language)
    return say.until_any(moment) if last else say.from_(moment)


def word_unit(unit: Unit, language: str) -> str:
    """A day, month, season, year or decade in words, as it stands within a phrase."""
    return _phrasing(language).unit(unit)


def _phrasing(language: str) -> Phrasing:
    say = _LANGUAGES.get(language.split("-")[0].split("_")[0].lower())
    if say is None:
        raise ValueError(f"Dates are worded in {', '.join(_LANGUAGES)}, not in {language!r}.")
    return say


def _is_to_come(period: Period, today: date | None) -> bool:
    if period.end_edge is not Edge.OPEN or period.start is None:
        return False
    return period.start.earliest > (clock.today() if today is None else today)


def datetime_attribute(moment: Moment) -> str | None:
    """The value of ``<time datetime>`` in HTML; None for what HTML cannot say exactly.

    HTML knows days, months and years, not seasons, decades, spans, "about" or "uncertain".
    """
    if moment.approximate or moment.uncertain:
        return None
    if moment.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return moment.edtf
    return None
