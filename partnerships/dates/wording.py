"""How dates are said in French and in English: the only place that words them.

What is said here, ``read`` understands again, with the same bounds. Spaces are plain, except where
French typography asks for a no-break one (before a colon and a semicolon). No day is ever said that
is not known.
"""

from .moments import Moment, Period, Precision
from .wording_english import English
from .wording_french import French

_LANGUAGES = {"fr": French(), "en": English()}


def word(value: Moment | Period, language: str, *, capitalised: bool = False) -> str:
    """``value`` in words, in plain text, ready for the middle of a sentence or alone in a table.

    ``language`` is ``fr`` or ``en``, or begins so (``fr-be``); ``ValueError`` for any other.
    ``capitalised`` begins with a capital where the phrase begins with a letter.
    """
    say = _LANGUAGES.get(language.split("-")[0].split("_")[0].lower())
    if say is None:
        raise ValueError(f"Dates are worded in {', '.join(_LANGUAGES)}, not in {language!r}.")
    text = say.moment(value) if isinstance(value, Moment) else say.period(value)
    return text[0].upper() + text[1:] if capitalised else text


def datetime_attribute(moment: Moment) -> str | None:
    """The value of ``<time datetime>`` in HTML; None for what HTML cannot say exactly.

    HTML knows days, months and years, not seasons, decades, spans, "about" or "uncertain".
    """
    if moment.approximate or moment.uncertain:
        return None
    if moment.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return moment.edtf
    return None
