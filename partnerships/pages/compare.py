"""Two to four partners side by side: drawn over the same years, then in one table, then what concerns all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Count
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.addresses import localized
from partnerships.drawing import Lane, Strip
from partnerships.listing import form_options, parameters
from partnerships.listing.form_options import Option
from partnerships.models import (
    Decision,
    Designation,
    Membership,
    Mission,
    Partner,
    Progress,
    State,
    TimelineFacet,
    Visit,
)
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now, marked_language
from partnerships.presentation.links import link_html, links_html
from partnerships.projections import timeline
from partnerships.records import place_in_time
from partnerships.records.titles import titles

from .answers_to_decision import where_answered
from .blocks import Block, Cell, Figure, Fold, Link, Table, TableRow, Turns
from .list_tables import representations
from .missions import posts_drawn
from .strips import journey_mark, lane_of_moments, partnership_bar, strip

#: So many partners stand side by side.
MOST = 4
#: So many visits of each are drawn, the latest; so many lines concern all of them.
VISITS, LINES = 30, 12
#: Of so many a picture has room for more than their missions.
FEW = 2
#: So many decisions lead to other partners.
DECISIONS = 3
#: So many of these lines are shown, the others folded.
SHOWN = 3


@dataclass(frozen=True)
class Comparison:
    """What is compared, what can be chosen in each of the fields, and what is said."""

    title: str
    #: What search engines and those who share the page are told.
    told: str
    partners: Sequence[Partner]
    fields: Sequence[Sequence[Option]]
    unknown: Sequence[str]
    blocks: Sequence[Block | None]

    #: The drawing with as many lanes as a picture has room for.
    drawn_in_short: Strip | None = None


@dataclass(frozen=True)
class _Drawn:
    """The lanes of one partner."""

    partnership: Lane
    mission: Lane
    visits: Lane


def comparison(query: QueryDict, today: date) -> Comparison:
    """Return the comparison that a query asks for; raise BadRequest for more partners than stand side by side."""
    keys = parameters.keys_asked(query, "partner")
    if len(keys) > MOST:
        raise BadRequest(_("At most four partners can be compared."))
    found = {
        one.key: one for one in Partner.objects.published().filter(key__in=keys).select_related("state", "organization")
    }
    partners = [found[key] for key in keys if key in found]
    options = form_options.options(form_options.records(Partner)[: form_options.MOST_OPTIONS])
    fields = [_field(options, key) for key in (*(one.key for one in partners), *[""] * (MOST - len(partners)))]
    side_by_side = partners if len(partners) > 1 else []
    missions = {one: _missions(one) for one in side_by_side}
    visits = {one: _visits(one) for one in side_by_side}
    drawn = [_drawn(one, missions[one], visits[one]) for one in side_by_side]
    blocks = [*_blocks(partners, drawn, missions, visits, today)] if drawn else []
    names = ", ".join(titles(one, language_now())[0][0] for one in partners)
    title = _("Compare: %(partners)s") % {"partners": names} if names else _("Compare partners")
    told = (
        _("%(partners)s side by side: partnership, mission, head, visits, over the same years.") % {"partners": names}
        if names
        else _("Partners side by side: partnership, mission, head, visits, over the same years.")
    )
    unknown = [key for key in keys if key not in found]
    return Comparison(title, told, partners, fields, unknown, blocks, _in_short(drawn) if drawn else None)


def _field(options: Iterable[Option], chosen: str) -> list[Option]:
    return [replace(option, chosen=option.value == chosen) for option in options]


def _blocks(
    partners: Sequence[Partner],
    drawn: Sequence[_Drawn],
    missions: dict[Partner, list[Mission]],
    visits: dict[Partner, list[Visit]],
    today: date,
) -> Iterator[Block]:
    yield Figure("drawn", "", _strip([lane for one in drawn for lane in (one.partnership, one.mission, one.visits)]))
    yield _table(partners, missions, visits, today)
    first, *others = (one.key for one in partners)
    together = timeline.Filters(partner=(first,), related=tuple(("partner", key) for key in others))
    lines = timeline.page(together, order="newest", size=LINES).lines
    onward = [*_same_decision(partners, together), *([] if len(lines) > SHOWN else _more(partners))]
    yield Turns("together", _("What concerns all of them"), lines[:SHOWN], onward)
    rest = Turns("", "", lines[SHOWN:], _more(partners))
    yield Fold("together-all", _("Further lines that concern all of them"), (rest,), len(rest.lines))


def _more(partners: Sequence[Partner]) -> list[Link]:
    query = urlencode({"partner": [one.key for one in partners], "detail": "all"}, doseq=True)
    where = f"{localized('timeline', language_now())}?{query}"
    return [Link(where, _("The timeline of these partners together"))]


def _same_decision(partners: Sequence[Partner], together: timeline.Filters) -> Iterator[Link]:
    """Yield the ways to the other partners whom the decisions concern that concern all of these."""
    lines = timeline.page(replace(together, kind=("decision",)), order="newest", size=DECISIONS).lines
    found = Decision.objects.published().in_bulk([line.key for line in lines], field_name="key")
    for one in (found[line.key] for line in lines if line.key in found):
        rest = Partner.objects.published().filter(decisions=one).exclude(pk__in=[each.pk for each in partners])
        if one.scope == Decision.Scope.ALL_PARTNERS or rest.exists():
            text = _("The same decision, other partners: {decision}")
            title = marked_language(*titles(one, language_now())[0], mark=False)
            yield Link(where_answered(one), format_html(text, decision=title))


def _missions(partner: Partner) -> list[Mission]:
    found = Mission.objects.published().filter(state=partner.state_id, organization=partner.organization_id)
    return list(found.select_related("state", "organization").order_by(*place_in_time.place_in_time(Mission), "key"))


def _visits(partner: Partner) -> list[Visit]:
    newest = (one.desc() for one in place_in_time.place_in_time(Visit, newest=True))
    return list(Visit.objects.published().filter(partners=partner).order_by(*newest, "-key")[:VISITS])


def _drawn(partner: Partner, missions: Sequence[Mission], visits: Sequence[Visit]) -> _Drawn:
    designations = Designation.objects.published().filter(mission__in=[mission.pk for mission in missions])
    serving = designations.select_related("mission", "embassy", "serving_mission", "decision").order_by("key")
    name = _name(partner)
    return _Drawn(
        Lane(name, list(partnership_bar(partner))),
        Lane(_("%(partner)s: mission") % {"partner": name}, posts_drawn(missions, serving)),
        lane_of_moments(
            _("%(partner)s: visits") % {"partner": name},
            [mark for visit in visits for mark in journey_mark(visit)],
            timeline.Filters(partner=(partner.key,), kind=("visit",)),
            is_whole=len(visits) < VISITS,
        ),
    )


def _in_short(drawn: Sequence[_Drawn]) -> Strip:
    """Return the partnerships and missions; of many partners the missions alone."""
    few = len(drawn) <= FEW
    return _strip([lane for one in drawn for lane in ((one.partnership, one.mission) if few else (one.mission,))])


def _strip(lanes: Sequence[Lane]) -> Strip:
    title = _("The partners over the same years")
    return strip("strip", title, _("The same facts are in the table below."), lanes, None)


def _table(
    partners: Sequence[Partner], missions: dict[Partner, list[Mission]], visits: dict[Partner, list[Visit]], today: date
) -> Table:
    known = representations([mission for several in missions.values() for mission in several], today, today)
    of = {one: [known[mission.pk] for mission in missions[one] if mission.pk in known] for one in partners}
    frameworks, counted = _frameworks(partners), _counted(partners)
    rows = [
        (_("Partnership"), [Cell([date_html(one)]) for one in partners]),
        (
            _("Frameworks"),
            [Cell(frameworks.get(one.state) or [_("no framework recorded")]) for one in partners],
        ),
        (
            _("Mission"),
            [Cell([link_html(each.mission) for each in of[one]] or [_("not recorded")]) for one in partners],
        ),
        (_("Mission since"), [_side_by_side([each.since for each in of[one]]) for one in partners]),
        (_("Served by"), [_side_by_side([each.served for each in of[one]]) for one in partners]),
        (_("Head today"), [_side_by_side([each.head for each in of[one]]) for one in partners]),
        (
            _("Latest visit"),
            [Cell(_latest(visits[one]) or [_("no visit recorded")]) for one in partners],
        ),
        (_("On the timeline"), [Cell([_counted_link(one, counted.get(one.key, 0))]) for one in partners]),
    ]
    made = [TableRow([Cell([heading]), *cells]) for heading, cells in rows]
    names = [_name(one) for one in partners]
    return Table("compared", _("Side by side"), columns=(_("Compared"), *names), rows=made, labelled=True)


def _side_by_side(cells: Sequence[Cell]) -> Cell:
    return Cell(
        [value for cell in cells for value in cell.values],
        [value for cell in cells for value in cell.aside],
        [citation for cell in cells for citation in cell.citations],
    )


def _latest(visits: Sequence[Visit]) -> list[SafeString]:
    held = [visit for visit in visits if visit.status == Progress.HELD]
    return [format_html("{} {}", link_html(visit), date_html(visit)) for visit in held[:1]]


def _frameworks(partners: Sequence[Partner]) -> dict[State, list[SafeString]]:
    found = Membership.objects.published().filter(
        state__in=[one.state_id for one in partners], framework__publication="published"
    )
    several: dict[State, list[SafeString]] = {}
    for one in found.select_related("framework", "state").order_by("key"):
        several.setdefault(one.state, []).append(links_html([one.framework] if one.framework else []))
    return several


def _counted(partners: Sequence[Partner]) -> dict[str, int]:
    rows = TimelineFacet.objects.filter(facet="partner", value__in=[one.key for one in partners])
    return dict(rows.values("value").annotate(number=Count("pk")).values_list("value", "number"))


def _counted_link(partner: Partner, number: int) -> SafeString:
    query = urlencode({"partner": partner.key, "detail": "all"})
    where = f"{localized('timeline', language_now())}?{query}"
    return format_html('<a href="{}">{}</a>', where, _("%(number)d lines") % {"number": number})


def _name(partner: Partner) -> str:
    return " – ".join(text for text, _language in titles(partner, language_now()))
