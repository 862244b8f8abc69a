"""Tables of comma-separated values, written as they are read: a spreadsheet in either language opens them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnerships.sheets.csv_files import SEPARATORS, csv_of

from .lines import CitedSource, NamedRecord, OutletLine

SAYS = _("what happened")
#: What stands at the head of each column.
HEADINGS = (
    _("date in words"),
    _("date in notation"),
    _("first possible day"),
    _("last possible day"),
    _("kind"),
    SAYS,
    _("partners"),
    _("places"),
    _("areas"),
    _("sources"),
    _("sources that disagree"),
    _("published at"),
    _("permanent address"),
    _("line"),
)


def csv_table(lines: Iterable[OutletLine], language: str, site: str, lacking: str = "") -> Iterator[bytes]:
    """Return the table of `lines`, a row at a time; a last row says what is `lacking`."""
    headings = [heading(text, language) for text in HEADINGS]
    last = ["" if text is not SAYS else lacking for text in HEADINGS]
    return csv_of(chain([headings], (_cells(line, site) for line in lines), [last] if lacking else []), language)


def heading(text: Promise, language: str) -> str:
    """Return a heading in both languages, that of the table first."""
    found = []
    for one in (language, *(other for other in SEPARATORS if other != language)):
        with override(one):
            found.append(str(text))
    return " / ".join(dict.fromkeys(found))


def _cells(line: OutletLine, site: str) -> list[str]:
    return [
        line.when,
        line.notation,
        line.first.isoformat() if line.first else "",
        line.last.isoformat() if line.last else "",
        line.kind_name,
        line.title,
        _names(line.partners),
        _names(line.places),
        _names(line.areas),
        _sources(line.sources, agrees=True),
        _sources(line.sources, agrees=False),
        line.published_at.isoformat() if line.published_at else "",
        f"{site}{line.permanent}",
        line.anchor,
    ]


def _names(several: tuple[NamedRecord, ...]) -> str:
    return " | ".join(one.name for one in several)


def _sources(several: tuple[CitedSource, ...], *, agrees: bool) -> str:
    return " | ".join(f"{one.title} {one.url}".strip() for one in several if one.agrees is agrees)
