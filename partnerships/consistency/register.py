"""The checks of the whole register."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from partnerships import dates, models
from partnerships.models.base import LANGUAGES
from partnerships.offices.facts import SHOWS_IN_OFFICE, facts_of
from partnerships.offices.neighbours import beside_one_another
from partnerships.offices.tenure_days import Clock, TenureDays, tenure_days
from partnerships.projections.timeline import index
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.references import called, published_naming_unpublished

from .findings import Finding, Severity

#: Longer than anybody serves: what is still going on is taken at its word.
WITHOUT_LIMIT = 4_000_000


def check_register() -> Iterator[Finding]:
    """Yield every finding, errors of each check before its warnings."""
    yield from _index_in_step()
    yield from _names_unpublished()
    for kind in KINDS:
        records = KINDS[kind].model._default_manager.published()
        yield from _without_citation(kind, records)
        yield from _missing_translations(kind, records)
        yield from _leading_back(KINDS[kind].model)
    yield from _overlapping_tenures()
    yield from _seen_outside()


def _index_in_step() -> Iterator[Finding]:
    for sort in index.differences():
        kind, key = sort.split(" ")[3:5]
        sentence = _("The timeline does not show this record as it stands; run “manage.py rebuild_timeline”.")
        yield Finding(Severity.ERROR, kind, key, sentence)


def _names_unpublished() -> Iterator[Finding]:
    """Find what is published and names, itself or by one of its parts, what is not."""
    sentence = _("It is published and names what is not: %(what)s.")
    for record, target in published_naming_unpublished():
        yield Finding(Severity.ERROR, kind_of(record), record.key, sentence % {"what": called(target)})


def _leading_back(model: type[models.Record]) -> Iterator[Finding]:
    """Find records that lead back to themselves: a part of its own part, a successor of itself."""
    sentence = _("Its field “%(field)s” leads back to the record itself.")
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.related_model is not model:
            continue
        targets = defaultdict(set)
        for pk, target in model._default_manager.exclude(**{field.name: None}).values_list("pk", field.name):
            targets[pk].add(target)
        keys = dict(model._default_manager.filter(pk__in=list(targets)).values_list("pk", "key"))
        limit = 1 if getattr(field.remote_field, "symmetrical", False) else len(targets)
        for pk in targets:
            if pk in _reached(pk, targets, limit):
                yield Finding(Severity.ERROR, kind_of(model), keys[pk], sentence % {"field": field.name})


def _reached(start: int, targets: dict[int, set[int]], steps: int) -> set[int]:
    """Return what is reached from `start` in at most so many steps."""
    found, ahead = set(), {start}
    while ahead and steps:
        ahead = set().union(*(targets.get(pk, set()) for pk in ahead)) - found
        found |= ahead
        steps -= 1
    return found


def _without_citation(kind: str, records: QuerySet) -> Iterator[Finding]:
    if kind == "source":
        return
    for record in records.filter(citations=None).exclude(
        **({"stop__isnull": False} if kind == "meeting" else {"pk": 0})
    ):
        yield Finding(Severity.WARNING, kind, record.key, _("No source supports this record."))


def _missing_translations(kind: str, records: QuerySet) -> Iterator[Finding]:
    field = KINDS[kind].model.label_field
    if kind == "partner" or f"{field}_fr" not in {column.name for column in KINDS[kind].model._meta.concrete_fields}:
        return
    for language in LANGUAGES:
        for record in records.filter(**{f"{field}_{language}": None}):
            sentence = _("Its %(field)s is missing in this language: %(language)s.")
            sentence %= {"field": field, "language": language}
            yield Finding(Severity.WARNING, kind, record.key, sentence)


def _overlapping_tenures() -> Iterator[Finding]:
    """Overlap warns, it never refuses: a handover is no error, two years together may be one."""
    by_office = defaultdict(list)
    clock = Clock(dates.today(), WITHOUT_LIMIT)
    tenures = models.Tenure.objects.filter(office__single_holder=True, never_served=False)
    tenures = tenures.select_related("office", "person")
    for tenure in tenures.prefetch_related("milestones"):
        by_office[tenure.office_id].append(tenure_days(facts_of(tenure), clock))
    for several in by_office.values():
        if len(several) > 1:
            running = beside_one_another(several, single_holder=True)
            yield from _overlaps([one for one in running if one.certain])


def _seen_outside() -> Iterator[Finding]:
    """Find people whom a source shows in office before the stated start, or after the stated end.

    Everybody arrives before presenting credentials and taking office: that is no contradiction.
    """
    before = Q(date_latest__lt=F("tenure__start_earliest")) & ~Q(kind=models.Milestone.Kind.ARRIVED)
    outside = before | Q(date_earliest__gt=F("tenure__end_latest"))
    seen = models.Milestone.objects.filter(outside, kind__in=SHOWS_IN_OFFICE).exclude(date="")
    for key in seen.order_by("tenure__key").values_list("tenure__key", flat=True).distinct():
        sentence = _("A source shows the person in office outside the period of the tenure.")
        yield Finding(Severity.WARNING, "tenure", key, sentence)


def _overlaps(running: list[TenureDays]) -> Iterator[Finding]:
    """Find, for each tenure, the one before it that lasts longest into it; who stands in for another may."""
    holding = [one for one in running if not one.tenure.acting]
    holding.sort(key=lambda one: (one.certain.first, one.certain.last, one.tenure.key))
    sentence = _("Two people certainly hold this office together: see also %(tenure)s.")
    for position, other in enumerate(holding):
        before = [one for one in holding[:position] if one.tenure.person != other.tenure.person]
        one = max(before, key=lambda one: one.certain.last, default=None)
        if one is not None and other.certain.first < one.certain.last:
            yield Finding(Severity.WARNING, "tenure", one.tenure.key, sentence % {"tenure": other.tenure.key})
