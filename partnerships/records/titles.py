"""What records are called, and in which language: names change, so a record shows the name of its day."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext, override

from partnerships import dates, models
from partnerships.dates import Certainty

from . import kept_rows
from .births import shows_period
from .visibility import is_public

#: A text and the language it is in.
Text = tuple[str, str]
#: The first and the last day of what a name is shown for.
Days = tuple[date, date]


def titles(record: models.Record, language: str, days: Days | None = None) -> list[Text]:
    """Return the texts that name `record`: one, or those of the records it is named after.

    With `days`, a dated name in use that certainly covers them comes first, in `language` or for
    all languages. Else the record's own name, in `language` or in the other; else what
    stands in for it. A record that the public may not see is never named, whatever let a public one refer to it.
    """
    if not is_public(record):
        return [(not_public(language), language)]
    if isinstance(record, models.Tenure):
        return [*titles(record.person, language, days), office_title(record.office, language, record.is_feminine)]
    if parts := record.named_after:
        return [text for part in parts for text in titles(part, language, days)]
    if days and (name := _name_over(record, language, days)):
        return [(name.text, language)]
    text, found = record.read(record.label_field, language)
    return [(text or record.stand_in(language, may_name=is_public), found)]


def titles_as_read(record: models.Record, language: str, days: Days | None = None) -> tuple[list[Text], str]:
    """Return the texts that name a record, in the order in which they are read, and what stands between them.

    A designation leads from the post to the mission that it serves as.
    """
    texts = titles(record, language, days)
    return (texts[::-1], " → ") if isinstance(record, models.Designation) else (texts, record.label_separator)


def called_in(record: models.Record, language: str, days: Days | None = None) -> str:
    """Return what a record is called as one text, in whatever language it is."""
    texts, separator = titles_as_read(record, language, days)
    return separator.join(text for text, _language in texts)


def office_title(office: models.Office, language: str, feminine: bool) -> Text:
    """Return the title of an office as it is said of somebody: in the feminine where that is known and asked for."""
    if not is_public(office):
        return not_public(language), language
    text, found = office.title(language, feminine)
    return text or office.stand_in(language, may_name=is_public), found


def not_public(language: str) -> str:
    """Return what stands for the name of a record that the public may not see."""
    with override(language):
        return gettext("(not public)")


def load_names(records: Iterable[models.Record]) -> None:
    """Load the dated names that `titles` reads, in one query per kind of record that has any."""
    named: dict[type, list] = {}
    for record in records:
        for origin in origins(record):
            if hasattr(origin, "names"):
                named.setdefault(type(origin), []).append(origin)
    for several in named.values():
        kept_rows.beside(several, ["names"])


def origins(record: models.Record) -> Iterable[models.Record]:
    """Return the records from whose names that of `record` is made: itself, or those that it is named after."""
    if parts := record.named_after:
        return [origin for part in parts for origin in origins(part)]
    return [record]


def _name_over(record: models.Record, language: str, days: Days) -> models.Name | None:
    names = getattr(record, "names", None)
    for name in names.all() if names is not None else ():
        in_use = name.kind == models.Name.Kind.USED and name.language in ("", language)
        if in_use and name.period and all(_covers(name, day) for day in days) and shows_period(name, record):
            return name
    return None


def _covers(name: models.Name, day: date) -> bool:
    return dates.contains(dates.parse_period(name.period), day, today=dates.today()) is Certainty.CERTAINLY
