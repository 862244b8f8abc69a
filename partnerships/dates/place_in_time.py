"""The place of a date among others, where people read them one after another."""

from datetime import date

from .moments import EARLIEST, Moment, Period

Place = tuple[date, date]


def reading_key(value: Moment | Period | None) -> Place:
    """The days by which lists stand in order of time; another thing than the bounds.

    A date stands at its earliest day or, where no source gives one ("by 24 May 2018", "until 2011"),
    at its latest, then by its latest day. What has neither, nothing at all included, stands last.
    """
    if value is None:
        return reading_place(EARLIEST, date.max, date.max)
    if isinstance(value, Moment):
        return reading_place(value.earliest, value.latest, value.latest)
    return reading_place(value.start_earliest, value.start_latest, value.end_latest)


def reading_place(earliest: date, latest: date, last: date | None = None) -> Place:
    """As ``reading_key``, from the bounds of a moment, or of a start and the last day of a period."""
    return (latest if earliest == EARLIEST else earliest), (latest if last is None else last)
