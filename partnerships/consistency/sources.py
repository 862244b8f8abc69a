"""Sources: what they can bear, and what nothing bears."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F, Field, Q

from partnerships.dates import LATEST
from partnerships.models import Citation, Meeting, Milestone, Record
from partnerships.models.sources import CITED_KINDS, moments_of
from partnerships.offices.loading import day_of_source
from partnerships.records.kinds import KINDS

from .findings import Finding
from .rows import findings
from .rules import RULES


def check() -> Iterator[Finding]:
    """Find what no source supports, sources older than what they are cited for, and citations about nothing."""
    for kind in CITED_KINDS:
        model = KINDS[kind].model
        yield from _unsupported(kind, model)
        yield from _older(kind, model)
        yield from _about_nothing(kind, model)


def _unsupported(kind: str, model: type[Record]) -> Iterator[Finding]:
    rows = model._default_manager.published().filter(citations=None)
    if model is Meeting:
        rows = rows.filter(Meeting.BY_ITSELF)
    yield from findings(rows, "no-source")


def _beginning(model: type[Record]) -> tuple[str, str] | None:
    """Return the columns of the first day of a record of `model`, and of the earliest of its end, if it is dated."""
    columns = {column.name for column in model._meta.concrete_fields}
    if "date_earliest" in columns:
        return "date_earliest", "date_earliest"
    return ("start_earliest", "end_earliest") if "start_earliest" in columns else None


def _older(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Compare the days of sources with those of the record: a document proves nothing of what came after it."""
    columns = _beginning(model)
    if columns is None:
        return
    cited = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{f"{kind}__isnull": False})
    newest: dict[int, date] = {}
    about: dict[int, tuple[date, date, str]] = {}
    begins, ends = (F(f"{kind}__{column}") for column in columns)
    rows = (
        cited.filter(field__in=("", "period", "date", "start", "end"))
        .annotate(begins=begins, ends=ends)
        .values_list(
            *(f"{kind}_id", f"{kind}__key", "begins", "ends", "field"),
            *("source__key", "source__date_earliest", "source__date_latest", "source__date", "source__accessed_on"),
        )
    )
    for pk, key, first, last, field, source, *written in rows:
        when = day_of_source(*written)
        day = when.latest if when else LATEST
        if field != "start":
            newest[pk] = max(newest.get(pk, day), day)
            about[pk] = first, last, key
        if day < (last if field == "end" and last < LATEST else first):
            yield RULES["source-older"].finding(kind, pk, key, "citations", about="source", target=source)
    for pk, (first, last, key) in about.items():
        if first <= newest[pk] < last:
            yield RULES["unsupported-moment"].finding(kind, pk, key, "citations")


def _about_nothing(kind: str, model: type[Record]) -> Iterator[Finding]:
    """Find citations about a field that says nothing."""
    cited = Citation.objects.filter(stance=Citation.Stance.SUPPORTS, **{f"{kind}__isnull": False}).exclude(field="")
    known: dict[str, Field] = {field.name: field for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    names = cited.order_by().values_list("field", flat=True).distinct()
    moments = moments_of(model)
    for name in names:
        if name in moments or name in known:
            empty = _has_no(name) if name in moments else _is_empty(known, name)
            rows = model._default_manager.filter(citations__in=cited.filter(field=name)).filter(empty)
            for pk, key in rows.values_list("pk", "key").distinct():
                yield RULES["empty-field-cited"].finding(
                    kind, pk, key, "citations" if name in moments else name, name=moments.get(name, name)
                )


def _has_no(moment: str) -> Q:
    """Return the condition that a record has no such moment: no period with that end, no such milestone."""
    if moment in Milestone.Kind.values:
        return ~Q(milestones__kind=moment)
    written = "startswith" if moment == "start" else "endswith"
    return Q(period="") | Q(**{f"period__{written}": "/"}) | Q(**{f"period__{written}": ".."})


def _is_empty(known: dict[str, Field], name: str) -> Q:
    """Return the condition that a field is empty, in both languages where it has two."""
    columns = [f"{name}_{code}" for code in ("fr", "en") if f"{name}_{code}" in known] or [name]
    condition = Q()
    for column in columns:
        empty = Q(**{f"{column}__isnull": True})
        condition &= (
            empty | Q(**{column: ""})
            if known[column].empty_strings_allowed and not known[column].is_relation
            else empty
        )
    return condition
