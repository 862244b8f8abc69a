"""The first day of a month as French says it: « 1er janvier », and every other one as it stands."""

from django.utils.dateformat import DateFormat
from django.utils.translation import get_language

_english = DateFormat.S


def _suffix(moment: DateFormat) -> str:
    if not (get_language() or "").startswith("fr"):
        return _english(moment)
    return "er" if moment.j() == 1 else ""


def teach_first_day() -> None:
    """Let what stands behind the number of a day in Django’s formats of dates (`S`) be French in French."""
    DateFormat.S = _suffix  # pyright: ignore[reportAttributeAccessIssue]
