"""The succession in an office as plain lines: a line for each row of its table, those without a name included."""

from collections.abc import Iterable
from html import unescape

from django.utils.html import strip_tags

from partnerships import dates
from partnerships.addresses import page_of, permanent
from partnerships.models import Office, Tenure
from partnerships.offices import SuccessionRow, Verdict
from partnerships.pages.citing import SUCCESSION
from partnerships.pages.succession_table import how_held, is_mixed, when, who_held
from partnerships.projections.kept_successions import succession_of
from partnerships.records.titles import called_in, load_names

from .lines import OutletLine, cited_sources, is_exact, published_at


def succession_lines(office: Office, language: str, *, named: bool = False) -> list[OutletLine]:
    """Return the rows of the succession, each with the office, which stands nowhere else beside one of them; with
    `named` those alone in which somebody is."""
    rows = succession_of(office, dates.today()).rows()
    load_names(row.holder.person for row in rows if row.holder)
    mixed = is_mixed(rows)
    return [_line(row, office, language, mixed) for row in rows if row.holder or not named]


def _line(row: SuccessionRow, office: Office, language: str, mixed: bool) -> OutletLine:
    period = dates.parse_period(row.period)
    tenure = row.holder.tenure if row.holder else None
    return OutletLine(
        anchor=f"{SUCCESSION}-{office.key}-{row.first.isoformat()}{f'-{tenure.key}' if tenure else ''}",
        kind="tenure",
        key=tenure.key if tenure else "",
        moment="",
        kind_name=str(Tenure._meta.verbose_name),
        title=f"{_text(who_held(row), how_held(row, mixed))} – {called_in(office, language)}",
        when=_text(when(row)),
        notation=row.period,
        first=row.start.earliest if row.start.earliest != dates.EARLIEST else None,
        last=row.end.latest if row.end.latest != dates.LATEST else None,
        exact=row.answer is Verdict.CERTAIN and is_exact(period),
        partners=(),
        places=(),
        areas=(),
        sources=cited_sources(list(row.citations), language),
        address=f"{page_of(office, language)}#{SUCCESSION}",
        permanent=permanent(tenure) if tenure else f"{permanent(office)}?of={SUCCESSION}",
        published_at=published_at(tenure) if tenure else None,
    )


def _text(*several: object) -> str:
    parts: Iterable[str] = (" ".join(unescape(strip_tags(str(one))).split()) for one in several)
    return ", ".join(part for part in parts if part)
