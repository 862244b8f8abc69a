"""What the register says of its own completeness: for which days it has looked, and when last."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, F, Max, Min, Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.addresses import localized
from partnerships.dates import EARLIEST, LATEST
from partnerships.listing import form_options
from partnerships.models import Citation, Mission, Office, Partner, Publication, SearchDocument, TimelineFacet
from partnerships.models.base import Covered
from partnerships.presentation.languages import language_now
from partnerships.presentation.values import SaidDate
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE
from partnerships.records.visibility import published

from .blocks import Block, Cell, Link, Table, TableRow
from .section_tables import folded_away
from .sentences import covered_said, day_said

#: So many partners are told of; so many missions, and offices, of which it is said for which days they are complete.
MOST_PARTNERS, MOST_COVERED = 40, 10
#: What a partner has a mission and heads of it under: its State and the organisation.
Ties = tuple[int | None, int]


def coverage_said(*records: Mission | Office, of_heads: bool = False) -> list[SafeString]:
    """Say for which days the register claims to know every holder, and when somebody last looked.

    On the page of another record than the office itself it says that it is so `of_heads` of a mission, else of holders.
    """
    found = []
    covered = next((one for one in records if one.coverage), None)
    if covered is not None:
        said = covered_said(covered)
        found.append(format_html(_("heads of mission: {}") if of_heads else _("holders: {}"), said))
    checked = [one.checked_on for one in records if one.checked_on]
    if checked:
        found.append(format_html(_("last checked {}"), day_said(max(checked))))
    return found


def coverage() -> list[Block]:
    """Return what is recorded of each kind and each partner, and for which days every holder is claimed to be known."""
    return [_by_kind(), folded_away(_by_partner()), _covered()]


def _by_kind() -> Table:
    """Count the public records of each kind, with the years that they tell of, and when they were last looked at."""
    counted = {
        row["kind"]: row
        for row in SearchDocument.objects.values("kind").annotate(
            number=Count("pk"),
            first=Min("earliest", filter=~Q(earliest=EARLIEST)),
            last=Max("latest", filter=~Q(latest=LATEST)),
            undated=Count("pk", filter=Q(earliest=EARLIEST, latest=LATEST)),
        )
    }
    looked_at, sourced = _looked_at(), _sourced()
    rows = []
    for name, kind in KINDS.items():
        if kind.tells_facts and (row := counted.get(name)):
            title = capfirst(str(kind.model._meta.verbose_name_plural))
            years = (Cell((_year(row["first"]),)), Cell((_year(row["last"]),)))
            is_dated = name in ON_THE_TIMELINE or name == "source"
            unsourced = row["number"] - sourced[name] if name in sourced else None
            lacking = (Cell((_counted(row["undated"] if is_dated else None),)), Cell((_counted(unsourced),)))
            number = Cell((str(row["number"]),))
            rows.append(TableRow((Cell((title,)), number, *years, *lacking, _last(looked_at.get(name)))))
    columns = (
        *(_("Kind"), _("Public records"), _("From"), _("To")),
        *(_("Undated"), _("Without a source"), _("Last checked")),
    )
    lead = _("Last checked: the last day on which somebody checked a record or read its source, if one is recorded.")
    return Table("kinds", _("What is recorded"), columns=columns, rows=rows, labelled=True, lead=lead)


def _counted(number: int | None) -> str:
    return "" if number is None else str(number)


def _sourced() -> dict[str, int]:
    """Return how many public records of each kind that cites sources rest on a public one."""
    told = {
        kind: Count(kind, filter=Q(**{f"{kind}__publication": Publication.PUBLISHED}), distinct=True)
        for kind in Citation.owner_fields
        # A meeting rests on the sources of its visit as well.
        if kind in KINDS and kind != "meeting"
    }
    return Citation.objects.published().filter(stance=Citation.Stance.SUPPORTS).aggregate(**told)


def _looked_at() -> dict[str, date]:
    """Return the last day on which somebody checked a record of each kind, or read one of its sources."""
    read = {kind: Max("source__accessed_on", filter=Q(**{f"{kind}__isnull": False})) for kind in Citation.owner_fields}
    found = {kind: [day] for kind, day in Citation.objects.published().aggregate(**read).items() if day}
    for name, kind in KINDS.items():
        if any(field.name == "checked_on" for field in kind.model._meta.concrete_fields):
            checked = published(kind.model).aggregate(last=Max("checked_on"))["last"]
            found.setdefault(name, []).extend([checked] if checked else [])
    return {kind: max(several) for kind, several in found.items() if several}


def _by_partner() -> Table:
    """Count the lines of each partner, with its years, and say what is known of its mission and its heads."""
    counted = {
        row["value"]: row
        for row in TimelineFacet.objects.filter(facet="partner")
        .values("value")
        .annotate(number=Count("pk"), first=Min("sort"), last=Max("sort"))
    }
    missions, rows = _missions_by_ties(), []
    every = list(form_options.records(Partner))
    lines = {partner: counted.get(partner.key, {"number": 0})["number"] for partner in every}
    most_told_of = set(sorted(every, key=lambda partner: -lines[partner])[:MOST_PARTNERS])
    for partner in (one for one in every if one in most_told_of):
        row, there = counted.get(partner.key), missions.get((partner.state_id, partner.organization_id), [])
        checked = max((one.checked_on for one in there if one.checked_on), default=None)
        years = [_year(date.fromisoformat(row[end][: len("2018-05-24")])) if row else "" for end in ("first", "last")]
        cells = (
            Cell((partner,)),
            Cell((_lines_of(partner, row["number"]) if row else "0",)),
            *(Cell((year,)) for year in years),
            _last(checked),
            Cell((_known_of(there),)),
        )
        rows.append(TableRow(cells))
    columns = (_("Partner"), _("Lines"), _("From"), _("To"), _("Last checked"), _("Mission and its heads"))
    is_whole = len(every) <= MOST_PARTNERS
    lead = "" if is_whole else _("The %(number)d partners with most lines.") % {"number": MOST_PARTNERS}
    more = () if is_whole else (Link(localized("partner-list", language_now()), _("All partners")),)
    return Table("by-partner", _("By partner"), columns, rows, more, lead, labelled=True)


def _missions_by_ties() -> dict[Ties, list[Mission | Office]]:
    """Return the missions of each State to each organisation, and the offices of their heads."""
    found: dict[Ties, list[Mission | Office]] = defaultdict(list)
    for mission in published(Mission).order_by("key"):
        found[mission.state_id, mission.organization_id].append(mission)
    for office in published(Office).filter(heads_post=True, mission__in=published(Mission)).select_related("mission"):
        found[office.mission.state_id, office.mission.organization_id].append(office)
    return found


def _known_of(there: Iterable[Mission | Office]) -> str:
    """Say for which days the heads of a mission are known, or that none is recorded."""
    several = list(there)
    if not several:
        return _("no mission recorded")
    covered = next((one for one in several if one.coverage), None)
    return covered_said(covered) if covered else _("not claimed complete for any period: what sources show")


def _lines_of(partner: Partner, number: int) -> SafeString:
    query = urlencode({"partner": partner.key, "detail": "all"})
    return format_html('<a href="{}?{}">{}</a>', localized("timeline", language_now()), query, number)


def _covered() -> Table:
    rows, is_whole = [], True
    for model in (Mission, Office):
        found = published(model).exclude(coverage="", checked_on=None)
        found = found.order_by(F("checked_on").desc(nulls_last=True), "key").select_related("state")
        several = list(found[: MOST_COVERED + 1])
        is_whole = is_whole and len(several) <= MOST_COVERED
        for record in several[:MOST_COVERED]:
            assert isinstance(record, Covered)  # noqa: S101  for those who read the types
            covered = (SaidDate(record, "coverage"),) if record.coverage else ()
            rows.append(TableRow((Cell((record,)), Cell(covered), _last(record.checked_on))))
    columns = (_("Record"), _("Complete for"), _("Last checked"))
    lead = "" if is_whole else _("The missions and the offices that were checked last, %(number)d of each at most.")
    lead = lead and lead % {"number": MOST_COVERED}
    return Table("covered", _("What is complete"), columns=columns, rows=rows, lead=lead, labelled=True)


def _last(day: date | None) -> Cell:
    return Cell((day_said(day) if day else "",))


def _year(day: date | None) -> str:
    return str(day.year) if day and day != LATEST else ""
