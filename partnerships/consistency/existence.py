"""Nothing happens at, by or under what did not exist."""

from collections.abc import Iterator

from django.db.models import F, Model, Q

from partnerships import models
from partnerships.models.meetings import ATTENDED_KINDS
from partnerships.records.kinds import KINDS

from .findings import Finding
from .rows import begins_before, findings, lasts_after

#: What a participant represents, on the day of what they take part in.
REPRESENTED = ("office", "state", "organization")


def _dates_of(kind: str) -> tuple[str, str]:
    """Return the columns in which what somebody takes part in has begun, and is not over."""
    dated = _is_dated(KINDS[kind].model)
    return ("date_latest", "date_earliest") if dated else ("start_latest", "end_earliest")


def _is_dated(model: type[Model]) -> bool:
    return any(field.name == "date_earliest" for field in model._meta.concrete_fields)


#: The dates of what somebody takes part in, as the columns that bound them.
OCCASIONS = {kind: _dates_of(kind) for kind in ATTENDED_KINDS}


def check() -> Iterator[Finding]:
    """Find what begins before, or goes on after, what it cannot be without."""
    for kind in KINDS.values():
        model = kind.model
        rows = model._default_manager.all()
        if model is models.Tenure:
            rows = rows.filter(never_served=False)
        date = "date" if _is_dated(model) else ""
        for path in (each.replace(".", "__") for each in kind.rests_on):
            told = {"target": f"{path}__key"}
            yield from findings(rows.filter(begins_before(path, date=date)), "before-it-existed", field=path, told=told)
            yield from findings(rows.filter(lasts_after(path, date=date)), "after-it-ended", field=path, told=told)
    yield from _represented()
    yield from _in_their_order()


def _represented() -> Iterator[Finding]:
    rows = models.Participation.objects
    for occasion, (begun, over) in OCCASIONS.items():
        for path in REPRESENTED:
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
