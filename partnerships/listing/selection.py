"""Which records of one kind a reader’s filters leave on a list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from partnerships import dates
from partnerships.kept_in_process import remembered
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.projections import timeline
from partnerships.projections.timeline import Filters
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE
from partnerships.records.loading import loading

from .filters import KEYS, AskedFilters
from .incumbents import in_office

if TYPE_CHECKING:
    from partnerships.pages import KindPage

NOTHING = Q(pk__in=[])

#: The first and the last day that a date or a period can have.
BOUNDS = {"period": ("start_earliest", "end_latest"), "date": ("date_earliest", "date_latest")}


def queryset(page: "KindPage", asked: AskedFilters, *, in_turn: bool = False) -> QuerySet[Any]:
    """Return the published records of a kind that possibly match what is asked; `in_turn` for one page of a list."""
    records = loading(page.model.objects.published(), page.names_beside)
    if asked.unknown:
        return records.none()
    return records.filter(
        concerning(page.kind, asked.filters), possibly_in(page.kind, page.dated_by, *asked.span, in_turn=in_turn)
    )


def concerning(kind: str, filters: Filters) -> Q:
    """Return the condition for the records of `kind` that concern what the filters name.

    The relations are those by which the timeline finds a record; a kind that has no line of its own
    (people, areas, sources) is found by the lines on which its records stand together with what is asked.
    """
    own, condition, together = relations(kind), Q(), {}
    for name in KEYS:
        keys, facet = getattr(filters, name), facet_of(name)
        if not keys:
            continue
        if facet == kind:
            condition &= Q(key__in=keys)
        elif facet in own:
            condition &= condition_reaching(kind, own[facet], keys) | condition_of_reach(kind, facet, keys)
        elif kind in ON_THE_TIMELINE:
            return NOTHING
        else:
            together[name] = keys
    return condition & standing_with(kind, timeline.Filters(**together)) if together else condition


@remembered()
def relations(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return by which paths a record of `kind` concerns others: those of its lines, or of the lines that name it."""
    if kind in ON_THE_TIMELINE:
        return ON_THE_TIMELINE[kind].concerns
    found = {}
    for line in ON_THE_TIMELINE.values():
        for name, paths in line.concerns.items():
            found.setdefault(name, set()).update(
                path.partition(".")[2] for path in paths if path.startswith(f"{kind}.")
            )
    return {name: tuple(sorted(paths)) for name, paths in found.items() if paths}


def condition_reaching(kind: str, paths: Iterable[str], keys: Iterable[str]) -> Q:
    wanted = Q()
    for path in paths:
        wanted |= Q(**{f"{path.replace('.', '__')}__key__in": keys})
    return Q(pk__in=KINDS[kind].model._default_manager.filter(wanted).values("pk"))


def condition_of_reach(kind: str, facet: str, keys: Iterable[str]) -> Q:
    """Return the condition for what reaches one of `keys` without naming it, as a decision about all partners does."""
    reach = KINDS[kind].reach
    if reach is None or reach.facet != facet:
        return NOTHING
    found = TimelineFacet.objects.filter(facet=facet, value__in=keys, line__kind=kind)
    return reach.reaching() & Q(key__in=found.values("line__key"))


def standing_with(kind: str, filters: Filters) -> Q:
    return Q(key__in=TimelineFacet.objects.filter(facet=kind, line__in=lines_under(filters)).values("value"))


def lines_under(filters: Filters) -> Any:
    """Return the numbers of the lines that pass."""
    rows = filters.rows()
    return rows.values("pk" if rows.model is TimelineLine else "line")


def possibly_in(
    kind: str, dates_of: Iterable[str], first: date | None, last: date | None, *, in_turn: bool = False
) -> Q:
    """Return the condition for records that possibly lasted between two days, or fell between them.

    `dates_of` are the dates that decide it.
    """
    if first is None and last is None:
        return Q()
    if kind == "person":
        return in_office(first or dates.EARLIEST, last or dates.LATEST, in_turn=in_turn)
    recorded, dateless = Q(), Q()
    for name in dates_of:
        earliest, latest = BOUNDS[name]
        bounds = Q(**({f"{latest}__gte": first} if first else {}), **({f"{earliest}__lte": last} if last else {}))
        recorded |= bounds & ~Q(**{name: ""})
        dateless &= Q(**{name: ""})
    return recorded | dateless


def askable(kind: str) -> list[str]:
    """Return the parameters by which a list of `kind` can be narrowed down."""
    possible = relations(kind) if kind in ON_THE_TIMELINE else {facet_of(name) for name in KEYS}
    return [name for name in KEYS if facet_of(name) in possible and facet_of(name) != kind]


def facet_of(parameter: str) -> str:
    """Return the kind of the records whose keys a parameter holds."""
    return "organization" if parameter == "body" else parameter
