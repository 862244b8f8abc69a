"""The one exception of this package, and the sentence it carries."""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import lazystr
from django.utils.translation import gettext

LONGEST_QUOTE = 60


def _(sentence: str) -> str:
    """Mark a sentence for the catalogues. Django's own mark asks for settings; dates need none."""
    return sentence


class DateError(ValueError):
    """A text that is not a date, with a sentence that says what was expected.

    ``msgid`` is the English sentence, marked for translation where it is written; ``params``
    are the values it names. ``str(error)`` gives the sentence in the language active at that
    moment, so the error may be raised in one language and shown in another.
    """

    def __init__(self, msgid: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(msgid, params)
        self.msgid = msgid
        self.params = dict(params or {})

    def __str__(self) -> str:
        translated = gettext(self.msgid) if apps.apps_ready else self.msgid
        return translated % self.params

    @property
    def sentence(self) -> str:
        """The sentence as a lazy string, for a form error that outlives the language."""
        return lazystr(self)


def quoted(text: str) -> str:
    """``text`` fit to be shown inside a sentence: short, on one line, without control characters."""
    shown = "".join(character if character.isprintable() else " " for character in text[: LONGEST_QUOTE * 4])
    shown = " ".join(shown.split())
    return shown if len(shown) <= LONGEST_QUOTE else shown[: LONGEST_QUOTE - 1] + "…"
