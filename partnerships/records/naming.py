"""Names change: a record shows the name of its day."""

from datetime import date

from partnerships import dates, models
from partnerships.dates import Certainty


def name_on(record: models.Record, day: date, language: str) -> tuple[str, str]:
    """Return the name that `record` bore on `day`, and the language it is in.

    A dated name in use that certainly covers the day comes first, in `language` or for all
    languages; where there is none, the record's own name.
    """
    for name in record.names.all() if hasattr(record, "names") else ():
        in_use = name.kind == models.Name.Kind.USED and name.language in ("", language)
        if in_use and name.period and _covers(name, day):
            return name.text, language
    return record.read(record.label_field, language)


def _covers(name: models.Name, day: date) -> bool:
    return dates.contains(dates.parse_period(name.period), day, today=dates.today()) is Certainty.CERTAINLY
