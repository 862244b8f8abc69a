"""Nothing happens at, by or under what did not exist."""

from collections.abc import Iterator

from django.db.models import F, Model, Q, QuerySet

from partnerships import dates, models
from partnerships.models import Milestone
from partnerships.models.meetings import ATTENDED_KINDS
from partnerships.records.kinds import KINDS

from .findings import Finding
from .rows import GOING_ON, begins_before, findings, is_concerned, lasts_after

#: What a participant represents, on the day of what they take part in.
REPRESENTED = ("office", "state", "organization")

#: What may happen before an office exists, and after it has ended.
BEFORE_IT_EXISTED = (Milestone.Kind.NOMINATED, Milestone.Kind.APPOINTED, Milestone.Kind.ARRIVED)
AFTER_IT_ENDED = (Milestone.Kind.RECALLED, Milestone.Kind.DEPARTED)


def bounding_columns(kind: str) -> tuple[str, str]:
    """Return the columns in which a record of `kind`, which people take part in, has begun, and is not over."""
    dated = _is_dated(KINDS[kind].model)
    return ("date_latest", "date_earliest") if dated else ("start_latest", "end_earliest")


def _is_dated(model: type[Model]) -> bool:
    return any(field.name == "date_earliest" for field in model._meta.concrete_fields)


#: The dates of what somebody takes part in, as the columns that bound them.
OCCASIONS = {kind: bounding_columns(kind) for kind in ATTENDED_KINDS}


def there(occasion: str) -> QuerySet:
    """Return who took part, or is to, in occasions of a kind: a visit may be cancelled because somebody died."""
    rows = models.Participation.objects.filter(**{f"{occasion}__isnull": False})
    return rows if occasion == "agreement" else rows.exclude(**{f"{occasion}__status": models.Progress.CANCELLED})


def check() -> Iterator[Finding]:
    """Find what begins before, or goes on after, what it cannot be without."""
    for kind in KINDS.values():
        model = kind.model
        rows = model._default_manager.all()
        if model is models.Tenure:
            rows = rows.filter(never_served=False)
        date = "date" if _is_dated(model) else ""
        for path in (each.replace(".", "__") for each in kind.rests_on):
            if not is_concerned(model, path):
                continue
            if model is models.Visit:
                yield from _on_the_way(rows, path, field=path)
                continue
            told = {"target": f"{path}__key"}
            yield from findings(rows.filter(begins_before(path, date=date)), "before-it-existed", field=path, told=told)
            yield from findings(rows.filter(lasts_after(path, date=date)), "after-it-ended", field=path, told=told)
    yield from _milestones()
    yield from _represented()
    yield from _visited_and_helped()
    yield from _in_places()
    yield from _of_partners()
    yield from _under_a_parent()
    yield from _in_their_order()


def _milestones() -> Iterator[Finding]:
    """Find what happened in an office before it existed, or after: appointments precede it, departures follow it."""
    dated = Milestone.objects.exclude(date="").filter(tenure__never_served=False)
    for path in (f"tenure__{each.replace('.', '__')}" for each in KINDS["tenure"].rests_on):
        if not is_concerned(Milestone, path):
            continue
        told = {"target": f"{path}__key"}
        early = dated.exclude(kind__in=BEFORE_IT_EXISTED).filter(begins_before(path, date="date"))
        yield from findings(early, "before-it-existed", field="milestones", told=told)
        late = dated.exclude(kind__in=AFTER_IT_ENDED).filter(lasts_after(path, date="date"))
        yield from findings(late, "after-it-ended", field="milestones", told=told)


def _visited_and_helped() -> Iterator[Finding]:
    """Find States that a visit halts in, or an activity helps, and that have no day in common with it."""
    stops, beneficiaries = models.Stop.objects, models.Beneficiary.objects
    for rows, field, path in (
        (stops, "stops", ""),
        (stops, "stops", "visit__"),
        (beneficiaries, "beneficiaries", "activity__"),
    ):
        if not is_concerned(rows.model, "state"):
            continue
        early = rows.filter(state__start_earliest__gt=F(f"{path}end_latest"))
        yield from findings(early, "before-it-existed", field=field, told={"target": "state__key"})
        late = rows.filter(state__end_latest__lt=F(f"{path}start_earliest"))
        yield from findings(late, "after-it-ended", field=field, told={"target": "state__key"})


#: What took place somewhere, with the column of its first day.
PLACED = (
    (models.Stop, "start_earliest"),
    (models.Stop, "visit__start_earliest"),
    (models.Meeting, "date_earliest"),
    (models.Decision, "date_earliest"),
    (models.Agreement, "date_earliest"),
    (models.Activity, "start_earliest"),
    (models.Posting, "start_earliest"),
    (models.Embassy, "start_earliest"),
    (models.Mission, "start_earliest"),
    (models.Organization, "start_earliest"),
    (models.Tenure, "start_earliest"),
)
#: Its column for the place, where that is another.
PLACE = {models.Organization: "seat", models.Tenure: "residence"}


def _in_places() -> Iterator[Finding]:
    """Find what took place where, by the register, a State lies that had ended: the place is another one’s since."""
    for model, first in PLACED:
        place = PLACE.get(model, "place")
        path = f"{place}__state"
        if not is_concerned(model, path):
            continue
        rows = model._default_manager.filter(**{f"{path}__end_latest__lt": F(first)})
        field = "stops" if model is models.Stop else place
        yield from findings(rows, "place-of-ended-state", field=field, told={"target": f"{path}__key"})


def _of_partners() -> Iterator[Finding]:
    """Find what names a partner whose State was not there on any of its days: contacts outlast partnerships alone."""
    path = "partners__state"
    for model in (models.Decision, models.Agreement, models.Visit, models.Meeting, models.Activity):
        if not is_concerned(model, path):
            continue
        first, last = ("date_earliest", "date_latest") if _is_dated(model) else ("start_earliest", "end_latest")
        rows, told = model._default_manager.all(), {"target": f"{path}__key"}
        early = rows.filter(**{f"{path}__start_earliest__gt": F(last)})
        yield from findings(early, "before-it-existed", field="partners", told=told)
        late = rows.filter(**{f"{path}__end_latest__lt": F(first)})
        yield from findings(late, "after-it-ended", field="partners", told=told)


def _under_a_parent() -> Iterator[Finding]:
    """Find bodies that have no day in common with the one they are under: they may be older, and outlast it."""
    told, rows = {"target": "parent__key"}, models.Organization.objects
    early = rows.filter(parent__start_earliest__gt=F("end_latest"))
    yield from findings(early, "before-it-existed", field="parent", told=told)
    late = rows.filter(parent__end_latest__lt=F("start_earliest"))
    yield from findings(late, "after-it-ended", field="parent", told=told)


def _on_the_way(rows: QuerySet, path: str, *, field: str, visit: str = "") -> Iterator[Finding]:
    """Find visits that have no day in common with what `path` names; less gravely, those during which it ended."""
    told = {"target": f"{path}__key"}
    begun, ended = F(f"{visit}start_latest"), F(f"{visit}end_earliest")
    first, last = F(f"{visit}start_earliest"), F(f"{visit}end_latest")
    begins, ends = f"{path}__start_earliest", f"{path}__end_latest"
    yield from findings(rows.filter(**{f"{begins}__gt": last}), "before-it-existed", field=field, told=told)
    yield from findings(rows.filter(**{f"{ends}__lt": first}), "after-it-ended", field=field, told=told)
    early = rows.filter(**{f"{begins}__gt": begun, f"{begins}__lte": last})
    yield from findings(early, "began-meanwhile", field=field, told=told)
    lasts = Q(**{f"{ends}__lt": ended}) | Q(**{f"{visit}period__endswith": GOING_ON, f"{ends}__lt": dates.today()})
    late = rows.filter(lasts, **{f"{ends}__gte": first})
    yield from findings(late, "ended-meanwhile", field=field, told=told)


def _represented() -> Iterator[Finding]:
    for occasion, (begun, over) in OCCASIONS.items():
        rows = there(occasion)
        for path in REPRESENTED:
            if not is_concerned(models.Participation, path):
                continue
            if occasion == "visit":
                yield from _on_the_way(rows, path, field="participations", visit="visit__")
                continue
            told = {"target": f"{path}__key"}
            early = Q(**{f"{path}__start_earliest__gt": F(f"{occasion}__{begun}")})
            late = Q(**{f"{path}__end_latest__lt": F(f"{occasion}__{over}")})
            yield from findings(rows.filter(early), "before-it-existed", field="participations", told=told)
            yield from findings(rows.filter(late), "after-it-ended", field="participations", told=told)


def _in_their_order() -> Iterator[Finding]:
    """Find what is older than what it rests on."""
    for model, path in ((models.Decision, "follows"), (models.Agreement, "renews")):
        rows = model.objects.filter(**{f"{path}__date_earliest__gt": F("date_latest")})
        yield from findings(rows, "before-what-it-follows", field=path, told={"target": f"{path}__key"})
    rows = models.State.objects.filter(predecessors__start_earliest__gt=F("start_latest"))
    told = {"target": "predecessors__key"}
    yield from findings(rows, "before-its-predecessor", field="predecessors", told=told)
