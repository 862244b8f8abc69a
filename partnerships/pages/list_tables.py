"""What a list says of each record beside its name: who heads a mission today, which offices somebody held, and when."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from partnerships import dates
from partnerships.dates import Period
from partnerships.kept_in_process import Shelf
from partnerships.listing.lists import ListRow
from partnerships.models import Designation, Mission, Office, Partner, Person, Tenure, Visit
from partnerships.offices import SHOWS_IN_OFFICE, holders_of
from partnerships.presentation.days import date_html, date_of, when_html
from partnerships.presentation.languages import language_now, marked_language
from partnerships.presentation.links import in_order, led_to, link_html, links_html, name_html
from partnerships.projections import version
from partnerships.records import kept_rows, place_in_time
from partnerships.records.own_words import date_in_own_words, wordings_of
from partnerships.records.progress import not_held
from partnerships.records.titles import Days, office_title
from partnerships.records.visibility import is_public, public

from . import sentences
from .blocks import Cell, Table, TableRow
from .common_tables import visitors_of
from .participants import MET_PATHS, met_on
from .succession_table import holder_cell

#: The lists by names that say of each record since when it is.
SAYS_SINCE = frozenset(("mission",))
#: A line of a list names no more offices of somebody than this.
MOST_OFFICES = 2
#: Nor more places of a visit.
MOST_PLACES = 3
#: Nor more of those who were met.
MOST_MET = 2

#: The offices of people as lists say them: so many characters in all, and about what one takes beside its text.
CAPACITY, OVERHEAD = 4 * 1024 * 1024, 200
kept: Shelf[SafeString] = Shelf(CAPACITY)


@dataclass(frozen=True)
class Representation:
    """A mission: since when, served by what and on which ground, and who heads it on a day."""

    mission: Mission
    since: Cell
    served: Cell
    #: “not recorded” where the register has no office of its head.
    head: Cell


def representations(missions: Sequence[Mission], day: date, today: date) -> dict[int, Representation]:
    """Return what is known of each of `missions`, by its primary key, in a number of queries that they do not raise."""
    serving: dict[int, list[Designation]] = {}
    found = Designation.objects.published().filter(mission__in=missions)
    found = found.order_by(*place_in_time.place_in_time(Designation), "key")
    for one in kept_rows.loaded(found, ("embassy", "serving_mission", "mission", "decision")):
        serving.setdefault(one.mission_id, []).append(one)
    heads = Office.objects.published().filter(heads_post=True, mission__in=missions).order_by("-sort_en", "-key")
    heads = kept_rows.loaded(heads, ("mission", "embassy"))
    held = {one.office.mission_id: holder_cell(one) for one in holders_of(heads, day, today=today)}
    return {one.pk: _representation(one, serving.get(one.pk, []), held.get(one.pk)) for one in missions}


def _representation(mission: Mission, serving: Sequence[Designation], head: Cell | None) -> Representation:
    since = _since(mission) or (_since(serving[0]) if serving else "")
    posts = [one.post for one in serving if one.post is not None and is_public(one.post)]
    grounds = [
        sentences.ground_said(one, one.decision)
        for one in serving
        if one.decision is not None and is_public(one.decision)
    ]
    return Representation(
        mission,
        Cell([since] if since else [pgettext("of a day", "not known")]),
        Cell([links_html(posts)] if posts else [], list(dict.fromkeys(grounds))),
        head or Cell([_("not recorded")]),
    )


def _since(record: Mission | Designation) -> str:
    """Since when something lasts; the whole period where its end is known too."""
    when = date_of(record, "period")
    if not isinstance(when, Period) or when.end is not None:
        return date_html(record)
    if when.start is None:
        return ""
    return when_html(when.start, dates.end_said(when, when.start, wordings_of(record, "period"), language_now()))


def list_table(kind: str, rows: Sequence[ListRow], day: date, today: date, *, asked: bool) -> Table | None:
    """Return a list whose records have the same columns as a table; nothing for other kinds."""
    if kind not in _TABLES or not rows:
        return None
    head = _held(asked) if kind == "office" else _headed(asked)
    columns, found = _TABLES[kind](rows, _Asked(day, today, (day, day) if asked else None), head)
    # When, what and who need no word where the columns stand beneath one another; those who were met do.
    return Table("records", "", columns, found, labelled=(_("Met with"),) if kind == "visit" else True)


def _headed(asked: bool) -> str:
    return _("Head on that day") if asked else _("Head today")


def _held(asked: bool) -> str:
    return _("Holder on that day") if asked else _("Holder today")


@dataclass(frozen=True)
class _Asked:
    """The day for which a list answers, and the days of its names where a day is asked for."""

    day: date
    today: date
    days: Days | None


Columns = tuple[Sequence[str], Sequence[TableRow]]


def _named(row: ListRow, days: Days | None) -> SafeString:
    name = link_html(row.record, days)
    return format_html("{} ({})", name, name_html(row.apart, days)) if row.apart else name


def _partners(rows: Sequence[ListRow], asked: _Asked, head: str) -> Columns:
    partners = [row.record for row in rows if isinstance(row.record, Partner)]
    states = {one.state_id for one in partners}
    found = Mission.objects.published().filter(state__in=states).order_by(*place_in_time.place_in_time(Mission), "key")
    missions = kept_rows.loaded(found, ("state", "organization"))
    known = representations(missions, asked.day, asked.today)
    by_partner: dict[tuple, list[Representation]] = {}
    for one in missions:
        by_partner.setdefault((one.state.pk, one.organization.pk), []).append(known[one.pk])
    listed = [
        _partner(row, asked.days, one, by_partner.get((one.state_id, one.organization_id), ()))
        for row, one in zip(rows, partners, strict=True)
    ]
    return (_("Partner"), _("Mission since"), _("Served by"), head), listed


def _partner(row: ListRow, days: Days | None, partner: Partner, missions: Sequence[Representation]) -> TableRow:
    when = date_of(partner, "period")
    lasting = [format_html(_("partner: {}"), date_html(partner))] if when and dates.known_moments(when) else []
    name = Cell([_named(row, days)], lasting)
    if not missions:
        return TableRow([name, Cell([_("no mission recorded")]), Cell(), Cell()], "nobody")
    said = [_several(one.since for one in missions), _several(one.served for one in missions)]
    return TableRow([name, *said, _several(one.head for one in missions)])


def _several(cells: Iterable[Cell]) -> Cell:
    several = list(cells)
    return Cell([value for one in several for value in one.values], [value for one in several for value in one.aside])


def _missions(rows: Sequence[ListRow], asked: _Asked, head: str) -> Columns:
    missions = [row.record for row in rows if isinstance(row.record, Mission)]
    known = representations(missions, asked.day, asked.today)
    found = [
        TableRow([Cell([_named(row, asked.days)]), known[one.pk].since, known[one.pk].served, known[one.pk].head])
        for row, one in zip(rows, missions, strict=True)
    ]
    return (_("Mission"), _("Since"), _("Served by"), head), found


def _offices(rows: Sequence[ListRow], asked: _Asked, head: str) -> Columns:
    offices = [row.record for row in rows if isinstance(row.record, Office)]
    kept_rows.beside(offices, ("embassy", "mission"))
    held = {one.office.pk: one for one in holders_of(offices, asked.day, today=asked.today)}
    found = [
        TableRow(
            [Cell([_named(row, asked.days)]), Cell([links_html(row.beside, asked.days)]), holder_cell(held[one.pk])]
        )
        for row, one in zip(rows, offices, strict=True)
    ]
    return (_("Office"), _("State or organisation"), head), found


def _visits(rows: Sequence[ListRow], asked: _Asked, _head: str) -> Columns:
    visits = [row.record for row in rows if isinstance(row.record, Visit)]
    kept_rows.beside(visits, ("stops.place", "stops.state", "stops.further_places", "areas", *MET_PATHS))
    found = []
    for row, visit in zip(rows, visits, strict=True):
        status = [off] if (off := not_held(visit)) else []
        places = led_to(visit)
        areas = in_order(public(visit.areas.all()))
        agreed = [format_html(_("Areas agreed on: {areas}."), areas=links_html(areas, asked.days))] if areas else []
        said = [Cell([date_html(visit)]), Cell([_named(row, asked.days)], [*status, *agreed])]
        said += [Cell([links_html(public(visitors_of(visit)), asked.days)])]
        met = met_on(visit)
        said += [Cell([links_html(met[:MOST_MET], asked.days)], [_("and others")] * (len(met) > MOST_MET))]
        said += [Cell([links_html(in_order(public(visit.partners.all())), asked.days)])]
        said += [Cell([links_html(places[:MOST_PLACES], asked.days)], [_("and others")] * (len(places) > MOST_PLACES))]
        found.append(TableRow(said))
    return (_("When"), _("Visit"), _("Who"), _("Met with"), _("Partner"), _("Where")), found


#: Periods that say nothing of when somebody served.
_NO_DAY = ("", "/")
_BOUNDLESS = (dates.EARLIEST, dates.LATEST)
_TABLES = {"partner": _partners, "mission": _missions, "office": _offices, "visit": _visits}


def latest_careers(people: Sequence[Person]) -> Mapping[int, SafeString]:
    """Return the latest offices of people with their years, by primary key, in one query for those not kept."""
    under = version.stamp(), language_now()
    known = kept.several([(under, one.pk) for one in people])
    said = {one.pk: words for one, words in zip(people, known, strict=True)}
    for pk, words in _careers([one for one in people if said[one.pk] is None]).items():
        said[pk] = words
        kept.put((under, pk), words, len(words) + OVERHEAD)
    return {pk: words for pk, words in said.items() if words}


def _careers(people: Sequence[Person]) -> Mapping[int, SafeString]:
    found: dict[int, list[Tenure]] = {one.pk: [] for one in people}
    if not people:
        return {}
    tenures = Tenure.objects.published().filter(person__in=people, never_served=False, office__publication="published")
    paths = ("person", "office.state", "office.organization", "office.embassy", "office.mission")
    listed = kept_rows.loaded(tenures.order_by("-start_latest", "-end_latest", "key"), paths)
    kept_rows.beside([one for one in listed if one.period in _NO_DAY], ["milestones"])
    for one in listed:
        found[one.person_id].append(one)
    return {pk: _career(several) for pk, several in found.items()}


def _career(several: Sequence[Tenure]) -> SafeString:
    said = [_served(one) for one in several[:MOST_OFFICES]]
    if (rest := len(several) - MOST_OFFICES) > 0:
        more = ngettext("{number} other", "{number} others", rest)
        said.append(format_html(more, number=rest))
    return sentences.set_apart(said)


def _served(tenure: Tenure) -> SafeString:
    title, found = office_title(tenure.office, language_now(), tenure.is_feminine)
    years = _years(tenure)
    office = marked_language(title, found, mark=False)
    return format_html("{}, {}", office, years) if years else office


def _years(record: Tenure) -> str:
    """A period in words, its days and months left out."""
    if record.period in _NO_DAY and (seen := _years_seen(record)):
        return dates.word(seen, language_now())
    if not record.period:
        return ""
    if dates.moments_said(wordings_of(record, "period"), language_now()):
        return date_in_own_words(record, "period", dates.shown_period(record.period), language_now())
    shorter = re.sub(r"(\d{4})-\d\d(-\d\d)?", r"\1", record.period)
    try:
        return dates.word(dates.shown_period(shorter), language_now())
    except dates.DateError:
        return dates.word(dates.shown_period(record.period), language_now())


def _years_seen(record: Tenure) -> Period | None:
    """Return the years between which sources show somebody in an office of which they give neither end."""
    shown = [one for one in record.milestones.all() if one.kind in SHOWS_IN_OFFICE]
    years = sorted({day.year for one in shown for day in (one.date_earliest, one.date_latest) if day not in _BOUNDLESS})
    return dates.read_period(f"[..{years[0]:04d}]/[{years[-1]:04d}..]") if years else None
