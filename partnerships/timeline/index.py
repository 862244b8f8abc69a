"""The reading index: the lines of the published records, kept in step with them.

The tables of the records are the only truth. `touch` follows every save, `rebuild` makes the
whole index anew, `differences` compares it with the records.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Model

from partnerships import models
from partnerships.models import Decision, TimelineFacet, TimelineLine
from partnerships.records.kinds import kind_of, record_of

from .kinds import TIMELINE_KINDS, When, is_public, partners_of_the_day, walk

BATCH = 500

Facets = set[tuple[str, str]]

_waiting: ContextVar[dict[str, set[str]] | None] = ContextVar("waiting", default=None)


def touch(instance: Model) -> None:
    """Bring the lines of the record to which `instance` belongs, and of its dependents, up to date."""
    # A meeting at a stop is a part of its visit, and has lines of its own: also when it is deleted.
    if isinstance(instance, models.Record):
        _refresh_with_dependents(instance)
    try:
        record = record_of(instance)
    except ObjectDoesNotExist:
        return
    if record is not None and record is not instance:
        _refresh_with_dependents(record)


def _refresh_with_dependents(record: models.Record) -> None:
    kind = kind_of(record)
    if kind in TIMELINE_KINDS:
        _refresh_soon(kind, [record.key])
    for dependent, keys in dependents(record):
        _refresh_soon(dependent, keys)


def dependents(record: models.Record) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the kinds and keys of the records whose lines take something from `record`."""
    for kind, column in DEPENDENTS.get(kind_of(record), {}).items():
        manager = TIMELINE_KINDS[kind].model._default_manager
        yield kind, manager.filter(**{column: record.pk}).values_list("key", flat=True)
    if isinstance(record, models.Partner):
        yield from _dependents_of_partner(record)


#: For a kind, the kinds whose lines take something from it, and by which column they name it.
DEPENDENTS = {
    "visit": {"meeting": "stop__visit"},
    "mission": {"designation": "mission", "tenure": "office__mission"},
    "office": {"tenure": "office"},
    "framework": {"membership": "framework"},
}

OF_A_STATE = {
    "membership": "state",
    "embassy": "state",
    "mission": "state",
    "posting": "state",
    "tenure": "office__state",
    "designation": "mission__state",
}


def _dependents_of_partner(partner: models.Partner) -> Iterator[tuple[str, Iterable[str]]]:
    for kind, column in OF_A_STATE.items():
        manager = TIMELINE_KINDS[kind].model._default_manager
        yield kind, manager.filter(**{column: partner.state_id}).values_list("key", flat=True)
    for_all = Decision.objects.filter(scope=Decision.Scope.ALL_PARTNERS)
    yield "decision", for_all.values_list("key", flat=True)


def _refresh_soon(kind: str, keys: Iterable[str]) -> None:
    waiting = _waiting.get()
    if waiting is None:
        refresh(kind, list(keys))
    else:
        waiting[kind].update(keys)


@contextmanager
def deferred() -> Iterator[None]:
    """Refresh the lines once, at the end of a transaction that saves many records."""
    if _waiting.get() is not None:
        yield
        return
    token = _waiting.set(defaultdict(set))
    try:
        with transaction.atomic():
            yield
            waiting = _waiting.get() or {}
            for kind, keys in waiting.items():
                refresh(kind, sorted(keys))
    finally:
        _waiting.reset(token)


def refresh(kind: str, keys: list[str]) -> None:
    """Write the lines of the records `keys` of `kind` anew."""
    for some in _chunks(keys, BATCH):
        with transaction.atomic():
            TimelineLine.objects.filter(kind=kind, key__in=some).delete()
            _write(kind, TIMELINE_KINDS[kind].published().filter(key__in=some))


def rebuild() -> int:
    """Make the whole index anew; return the number of lines."""
    with transaction.atomic():
        TimelineFacet.objects.all()._raw_delete(using=TimelineFacet.objects.db)
        TimelineLine.objects.all()._raw_delete(using=TimelineLine.objects.db)
        for kind in TIMELINE_KINDS:
            records = TIMELINE_KINDS[kind].published().iterator(chunk_size=BATCH)
            for some in _chunks(records, BATCH):
                _write(kind, some)
    return TimelineLine.objects.count()


def differences() -> list[str]:
    """Return the lines that the index has too many, too few, or under other facets."""
    wanted: dict[str, Facets] = {}
    for kind in TIMELINE_KINDS:
        for record in TIMELINE_KINDS[kind].published().iterator(chunk_size=BATCH):
            wanted.update((line.sort, facets) for line, facets in lines_of(kind, record))
    stored: dict[str, Facets] = {sort: set() for sort in TimelineLine.objects.values_list("sort", flat=True)}
    for sort, facet, value in TimelineFacet.objects.values_list("sort", "facet", "value"):
        stored[sort].add((facet, value))
    return sorted(sort for sort in {*wanted, *stored} if wanted.get(sort) != stored.get(sort))


def lines_of(kind: str, record: models.Record) -> Iterator[tuple[TimelineLine, Facets]]:
    """Yield the lines of a record, each with what it is found under; none unless it is public."""
    if not is_public(record):
        return
    facets = facets_of(kind, record)
    for moment, when in TIMELINE_KINDS[kind].moments(record):
        yield _line(kind, record.key, moment, when), facets


def facets_of(kind: str, record: models.Record) -> Facets:
    """Return what the lines of a record are found under: pairs of a kind and a key."""
    links = TIMELINE_KINDS[kind].links
    facets = {(name, found.key) for name, paths in links.items() for path in paths for found in walk(record, path)}
    facets |= {("source", citation.source.key) for citation in record.citations.all()}
    if isinstance(record, Decision) and record.scope == Decision.Scope.ALL_PARTNERS:
        facets |= {("partner", key) for key in partners_of_the_day(record).values_list("key", flat=True)}
    return facets | {(kind, record.key)}


def _line(kind: str, key: str, moment: str, when: When) -> TimelineLine:
    earliest, latest = when.sort_key
    sort = f"{earliest.isoformat()} {latest.isoformat()} {kind} {key} {moment}"
    return TimelineLine(kind=kind, key=key, moment=moment, earliest=earliest, latest=latest, sort=sort)


def _write(kind: str, records: Iterable[models.Record]) -> None:
    pairs = [pair for record in records for pair in lines_of(kind, record)]
    TimelineLine.objects.bulk_create(line for line, _ in pairs)
    TimelineFacet.objects.bulk_create(
        (
            TimelineFacet(line=line, facet=facet, value=value, sort=line.sort)
            for line, facets in pairs
            for facet, value in sorted(facets)
        ),
        batch_size=BATCH,
    )


def _chunks(items: Iterable, size: int) -> Iterator[list]:
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
