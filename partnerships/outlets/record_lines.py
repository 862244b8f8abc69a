"""Records of a list as plain lines: the same columns as those of the timeline, a line for each record."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import override

from partnerships import dates
from partnerships.addresses import address, permanent
from partnerships.kept_in_process import none_to_stay
from partnerships.listing.order import Order
from partnerships.models import Record
from partnerships.presentation.days import date_of
from partnerships.records.kinds import KINDS, kind_of, paths_to_names
from partnerships.records.loading import loading
from partnerships.records.own_words import date_in_own_words
from partnerships.records.progress import not_held, progress
from partnerships.records.titles import called_in, load_names
from partnerships.records.visibility import public
from partnerships.records.walking import concerned_records

from .lines import CHUNK, OutletLine, cited_sources, is_exact, named_records, published_at

#: The fields that say when a record was, the first that is filled.
WHEN = ("date", "period")


def ordered_lines(records: QuerySet, order: Order, language: str) -> Iterator[OutletLine]:
    """Yield `records` in `order` as lines, a chunk at a time."""
    ready, place = order.ready(records), ""
    while True:
        part = ready.filter(order.beyond(place, backwards=False)) if place else ready
        with none_to_stay():
            found = list(order.sorted(part, backwards=False)[:CHUNK])
            told = record_lines([(kind_of(one), one.key) for one in found], language)
        yield from told
        if len(found) < CHUNK:
            return
        place = order.cursor(found[-1])


def newest_records(records: QuerySet, language: str, most: int) -> list[OutletLine]:
    """Return those of `records` that were published last, so many, the newest publication first."""
    found = records.filter(published_at__isnull=False).order_by("-published_at", "key")[:most]
    return record_lines([(kind_of(one), one.key) for one in found], language)


def record_lines(names: Iterable[tuple[str, str]], language: str) -> list[OutletLine]:
    """Return the public records of kinds and keys as lines, in this order."""
    wanted = list(names)
    keys: dict[str, list[str]] = {}
    for kind, key in wanted:
        keys.setdefault(kind, []).append(key)
    records = {(kind, one.key): one for kind, several in keys.items() for one in _loaded(kind, several)}
    # A stream is written when the answer has begun, and the language of the request may be gone.
    with override(language):
        return [_told(records[name], language) for name in wanted if name in records]


def _loaded(kind: str, keys: list[str]) -> list[Record]:
    """Return records with what stands on their lines, in a number of queries that does not grow with them."""
    found = KINDS[kind]
    paths = {*found.paths, *found.named_by, *paths_to_names(found)}
    if found.is_cited:
        paths.add("citations.source")
    records = list(loading(found.model._default_manager.published().filter(key__in=keys), sorted(paths)))
    load_names(records)
    return records


def _told(record: Record, language: str) -> OutletLine:
    kind, field = kind_of(record), next((name for name in WHEN if getattr(record, name, "")), "")
    when = date_of(record, field) if field else None
    first, last = known_limits(when)
    return OutletLine(
        anchor=f"{kind}-{record.key}",
        kind=kind,
        key=record.key,
        moment="",
        kind_name=str(KINDS[kind].model._meta.verbose_name),
        title=_titled(record, language),
        when=str(date_in_own_words(record, field, when, language)) if when else "",
        notation=when.edtf if when else "",
        first=first,
        last=last,
        exact=when is not None and is_exact(when),
        partners=named_records(public(concerned_records(record, "partner")), language),
        places=named_records(public(concerned_records(record, "place")), language),
        areas=named_records(public(concerned_records(record, "area")), language),
        sources=cited_sources(list(record.citations.all()) if hasattr(record, "citations") else [], language),
        address=address(record, language),
        permanent=permanent(record),
        published_at=published_at(record),
        progress=progress(record),
    )


def _titled(record: Record, language: str) -> str:
    """What a record is called; what was not held says so."""
    title, off = called_in(record, language), not_held(record)
    return f"{title} ({off})" if off else title


def known_limits(when: dates.Moment | dates.Period | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date can be, where it has one."""
    if when is None:
        return None, None
    first, last = when.sort_key
    return first if first != dates.EARLIEST else None, last if last != dates.LATEST else None
