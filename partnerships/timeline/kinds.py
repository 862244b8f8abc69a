"""The only list of the kinds that stand on the timeline: their moments, and what they concern."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet

from partnerships import dates, models
from partnerships.models import Publication
from partnerships.records.loading import loading

When = dates.Moment | dates.Period

#: What a line concerns: a kind of record, and the paths from the record to such records.
Links = dict[str, tuple[str, ...]]


def day(record) -> Iterator[tuple[str, When]]:
    """Yield the one moment of a dated record, or its days from a first to a last one."""
    if record.date:
        yield "on", dates.parse(record.date)


def whole(record) -> Iterator[tuple[str, When]]:
    """Yield one line for the whole period, as of a visit."""
    if record.period:
        yield "on", dates.parse_period(record.period)


def ends(record) -> Iterator[tuple[str, When]]:
    """Yield the beginning and the end of a period, as far as they are known."""
    period = dates.parse_period(record.period) if record.period else None
    if period is None:
        return
    if period.is_single:
        yield "on", period
        return
    if period.start:
        yield "start", period.start
    if period.end:
        yield "end", period.end


def day_and_ends(record) -> Iterator[tuple[str, When]]:
    """Yield the signature of a text, and the ends of the time it is in force."""
    yield from day(record)
    yield from ends(record)


def service(record) -> Iterator[tuple[str, When]]:
    """Yield the beginning and the end of a tenure, and the day of its credentials."""
    yield from ends(record)
    for milestone in record.milestones.all():
        if milestone.kind == models.Milestone.Kind.CREDENTIALS and milestone.date:
            yield "credentials", dates.parse_moment(milestone.date)
            return


@dataclass(frozen=True)
class TimelineKind:
    """One kind on the timeline."""

    model: type[models.Record]
    moments: Callable[..., Iterator[tuple[str, When]]]
    links: Links

    def published(self) -> QuerySet:
        """Return the published records of the kind, with what their moments and links pass through."""
        paths = {path for several in self.links.values() for path in several} | {"citations.source"}
        paths |= {f"{path}.state" for path in self.links.get("partner", ())}
        if self.moments is service:
            paths.add("milestones")
        return loading(self.model._default_manager.published(), sorted(paths))


OF_STATE = {"partner": ("state.partnerships",), "state": ("state",)}

TIMELINE_KINDS: dict[str, TimelineKind] = {
    "partner": TimelineKind(models.Partner, ends, {"organization": ("organization",), "state": ("state",)}),
    "framework": TimelineKind(models.Framework, ends, {"organization": ("organization",)}),
    "membership": TimelineKind(
        models.Membership,
        ends,
        {
            **OF_STATE,
            "framework": ("framework",),
            "organization": ("organization", "framework.organization"),
        },
    ),
    "embassy": TimelineKind(
        models.Embassy,
        ends,
        {"partner": ("state.partnerships",), "state": ("state", "receiving_state"), "place": ("place",)},
    ),
    "mission": TimelineKind(models.Mission, ends, {**OF_STATE, "organization": ("organization",), "place": ("place",)}),
    "tenure": TimelineKind(
        models.Tenure,
        service,
        {
            "person": ("person",),
            "office": ("office",),
            "partner": ("office.state.partnerships",),
            "state": ("office.state",),
            "organization": ("office.organization", "office.receiving_organization"),
            "embassy": ("office.embassy",),
            "mission": ("office.mission",),
        },
    ),
    "decision": TimelineKind(
        models.Decision,
        day,
        {
            "partner": ("partners",),
            "area": ("areas",),
            "organization": ("body",),
            "place": ("place",),
            "decision": ("follows",),
        },
    ),
    "designation": TimelineKind(
        models.Designation,
        ends,
        {
            "partner": ("mission.state.partnerships",),
            "organization": ("mission.organization",),
            "mission": ("mission", "serving_mission"),
            "embassy": ("embassy",),
            "decision": ("decision",),
        },
    ),
    "agreement": TimelineKind(
        models.Agreement,
        day_and_ends,
        {
            "partner": ("partners",),
            "state": ("states",),
            "organization": ("organization",),
            "area": ("areas",),
            "place": ("place",),
            "person": ("participations.person",),
            "agreement": ("renews",),
        },
    ),
    "visit": TimelineKind(
        models.Visit,
        whole,
        {
            "partner": ("partners",),
            "organization": ("organization",),
            "area": ("areas",),
            "place": ("stops.place",),
            "person": ("participations.person", "stops.meetings.participations.person"),
        },
    ),
    "meeting": TimelineKind(
        models.Meeting,
        day,
        {
            "partner": ("partners", "stop.visit.partners"),
            "organization": ("organization",),
            "area": ("areas",),
            "place": ("place", "stop.place"),
            "person": ("participations.person",),
            "visit": ("stop.visit",),
        },
    ),
    "posting": TimelineKind(
        models.Posting,
        ends,
        {
            **OF_STATE,
            "organization": ("organization",),
            "area": ("areas",),
            "place": ("place",),
            "person": ("person",),
        },
    ),
    "activity": TimelineKind(
        models.Activity,
        ends,
        {
            "partner": ("partners",),
            "organization": ("organization",),
            "area": ("areas",),
            "place": ("place",),
            "state": ("beneficiaries.state",),
        },
    ),
    "statement": TimelineKind(
        models.Statement,
        day,
        {
            "partner": ("partners",),
            "organization": ("organizations",),
            "mission": ("missions",),
            "decision": ("decisions",),
            "framework": ("frameworks",),
            "area": ("areas",),
            "person": ("people",),
        },
    ),
}


def walk(record: Model, path: str) -> list[models.Record]:
    """Return the records at the end of `path`, through links to one and to many."""
    found = [record]
    for step in path.split("."):
        found = [target for source in found for target in _targets(source, step)]
    return list(dict.fromkeys(found))


def _targets(source: Model, step: str) -> list:
    target = getattr(source, step)
    if target is None:
        return []
    return list(target.all()) if hasattr(target, "all") else [target]


def linked(record: models.Record, kind: str, name: str) -> list[models.Record]:
    """Return the records of the kind `name` that `record`, of `kind`, concerns."""
    paths = TIMELINE_KINDS[kind].links.get(name, ())
    return list(dict.fromkeys(target for path in paths for target in walk(record, path)))


def is_public(record: models.Record) -> bool:
    """Whether the public may see `record`, or the visit of which it is a part."""
    owner = getattr(record, "owner", None) or record
    return owner.publication == Publication.PUBLISHED


def partners_of_the_day(decision: models.Decision):
    """Return the partners whose partnership possibly contains the day of `decision`."""
    bounds = Q(start_earliest__lte=decision.date_latest) & Q(end_latest__gte=decision.date_earliest)
    return models.Partner.objects.filter(bounds)
