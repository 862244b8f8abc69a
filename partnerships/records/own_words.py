"""The words of a source that stand beside the dates of a record."""

from partnerships import dates
from partnerships.models.base import LANGUAGES


def wordings_of(record: object, field: str) -> dict[str, str]:
    """Return the wording of the date in `field` by language, where there is one."""
    found = {code: getattr(record, f"{field}_wording_{code}", None) for code in LANGUAGES}
    return {code: text for code, text in found.items() if text}


def date_in_own_words(record: object, field: str, when: dates.Moment | dates.Period, language: str) -> str:
    """Return the date in `field` in words: ours, and those of its source."""
    when = dates.without_no_end(when) if isinstance(when, dates.Period) else when
    return dates.word_with_wordings(when, wordings_of(record, field), language)
