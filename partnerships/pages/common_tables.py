"""Tables that stand on pages of several kinds: visits, agreements, designations."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.models import Agreement, Designation, Participation, Record, Visit
from partnerships.presentation.days import date_html
from partnerships.presentation.links import in_order, led_to, link_html, links_html
from partnerships.records.progress import not_held
from partnerships.records.visibility import is_public

from .blocks import Cell, Link, Table, TableRow
from .visits_and_agreements import agreed_at_the_time

#: A table names no more of those who travelled than this.
MOST_VISITORS = 3


def serving_table(key: str, title: str, named: str, served: Iterable[tuple[Designation, Record]]) -> Table:
    """Return the designations of a post or a mission: since when, `named` at the other end, by which decision."""
    rows = [
        TableRow(
            [
                Cell([date_html(one)]),
                Cell([link_html(other)], citations=list(one.citations.all())),
                Cell([link_html(one.decision)] if is_public(one.decision) else []),
            ]
        )
        for one, other in served
    ]
    return Table(key, title, (_("Period"), named, _("Decision")), rows)


def visits_table(visits: Iterable[Visit], more: Iterable[Link] = ()) -> Table:
    """Return visits: when, what, who travelled, where, and what was agreed at that time."""
    several = list(visits)
    agreed = agreed_at_the_time(several)
    ways = tuple(more)
    rows = [
        TableRow(
            [
                Cell([date_html(visit)]),
                Cell(
                    [link_html(visit)],
                    [off] if (off := not_held(visit)) else [],
                    list(visit.citations.all()),
                ),
                Cell([links_html(visitors_of(visit))]),
                Cell([links_html(led_to(visit))]),
                Cell([one for one in (links_html(agreed.get(visit.pk, ())), _areas(visit)) if one]),
            ]
        )
        for visit in several
    ]
    columns = (_("When"), _("Visit"), _("Who"), _("Where"), _("What was agreed"))
    return Table("visits", _("Latest visits") if ways else _("Visits"), columns, rows, ways)


def _areas(visit: Visit) -> SafeString:
    return links_html(in_order(visit.areas.all()))


def visitors_of(visit: Visit) -> list[Record]:
    """Those who travelled, by name; where no person is named, the offices, States and organisations."""
    visitors = [one for one in visit.participations.all() if one.role == Participation.Role.VISITOR]
    found: list[Record | None] = [one.person or one.office or one.state or one.organization for one in visitors]
    return list(dict.fromkeys(one for one in found if one is not None))[:MOST_VISITORS]


def agreements_table(agreements: Iterable[Agreement], more: Iterable[Link] = ()) -> Table:
    """Return agreements: when they were signed, what they are, how long they are in force."""
    rows = [
        TableRow(
            [
                Cell([date_html(agreement, "date") or date_html(agreement)]),
                Cell([link_html(agreement)], [agreement.get_kind_display()], list(agreement.citations.all())),
                Cell([date_html(agreement)] if agreement.period else []),
            ]
        )
        for agreement in agreements
    ]
    columns, ways = (_("When"), _("Agreement"), _("In force")), tuple(more)
    return Table("agreements", _("Latest agreements") if ways else _("Agreements"), columns, rows, ways)
