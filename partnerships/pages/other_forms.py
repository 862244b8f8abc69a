"""The other forms of a page: feed, calendar, table, data, at its own address with an ending."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.utils.translation import gettext as _

from partnerships.addresses import localized
from partnerships.presentation.languages import language_now

#: The forms of a list, each with its type.
TYPES = {
    "atom": "application/atom+xml",
    "ics": "text/calendar",
    "csv": "text/csv",
    "json": "application/json",
}


@dataclass(frozen=True)
class OtherForm:
    """One other form: where it is, what it is, and what it is called."""

    address: str
    type: str
    name: str
    title: str


def forms_of_list(
    page: str, title: str, query: str = "", among: tuple[str, ...] = tuple(TYPES), **of: str
) -> list[OtherForm]:
    """Return the other forms of the list called `page`, narrowed down by `query`; `of` says whose it is."""
    names = {"atom": _("feed"), "ics": _("calendar"), "csv": _("spreadsheet (CSV)"), "json": _("data (JSON)")}
    # What a form left empty is not asked.
    asked = urlencode(parse_qsl(query))
    given = f"?{asked}" if asked else ""
    language = language_now()
    return [
        OtherForm(
            f"{localized(f'{page}-{form}', language, **of)}{given}",
            TYPES[form],
            names[form],
            f"{title} – {names[form]}",
        )
        for form in among
    ]
