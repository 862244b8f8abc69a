"""Tables of comma-separated values, written as they are read: a spreadsheet in either language opens them."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnerships.sheets.files import MARK, SEPARATORS
from partnerships.sheets.formulas import safe

from .lines import Cited, Line, Named

#: What stands at the head of each column.
HEADINGS = (
    _("date in words"),
    _("date in notation"),
    _("first possible day"),
    _("last possible day"),
    _("kind"),
    _("what happened"),
    _("partners"),
    _("places"),
    _("areas"),
    _("sources"),
    _("sources that disagree"),
    _("published at"),
    _("permanent address"),
    _("line"),
)


class _Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def table(lines: Iterable[Line], language: str, site: str) -> Iterator[bytes]:
    """Yield the table of `lines`, a row at a time."""
    writer: Any = csv.writer(_Echo(), delimiter=SEPARATORS[language])

    def row(cells: list[str]) -> str:
        return writer.writerow([safe(cell) for cell in cells])

    yield (MARK + row([heading(text, language) for text in HEADINGS])).encode()
    for line in lines:
        yield row(_cells(line, site)).encode()


def heading(text: Promise, language: str) -> str:
    """Return a heading in both languages, that of the table first."""
    found = []
    for one in (language, *(other for other in SEPARATORS if other != language)):
        with override(one):
            found.append(str(text))
    return " / ".join(dict.fromkeys(found))


def _cells(line: Line, site: str) -> list[str]:
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


def _names(several: tuple[Named, ...]) -> str:
    return " | ".join(one.name for one in several)


def _sources(several: tuple[Cited, ...], *, agrees: bool) -> str:
    return " | ".join(f"{one.title} {one.url}".strip() for one in several if one.agrees is agrees)
