"""The lines of a list, one after the other, as plain records: what every outlet says of a line is made here once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import override

from partnerships import dates, kept_lines
from partnerships.addresses import address, permanent
from partnerships.kept_in_process import none_to_stay
from partnerships.models import Citation, Progress, Record, TimelineLine
from partnerships.pages.line_by_itself import line_title
from partnerships.presentation.days import machine_dates
from partnerships.projections import timeline
from partnerships.projections.timeline import Filters, TimelineEntry
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE
from partnerships.records.progress import progress
from partnerships.records.titles import called_in
from partnerships.records.visibility import is_public
from partnerships.records.web_addresses import linkable

#: So many lines are loaded together.
CHUNK = 100


@dataclass(frozen=True)
class NamedRecord:
    """A record that a line names: its key and what it is called."""

    key: str
    name: str


@dataclass(frozen=True)
class CitedSource:
    """A source that a line rests on, or that contradicts it."""

    key: str
    title: str
    url: str
    agrees: bool


@dataclass(frozen=True)
class OutletLine:
    """One line as an outlet says it, in one language."""

    anchor: str
    kind: str
    key: str
    moment: str
    kind_name: str
    title: str
    when: str
    notation: str
    first: date | None
    last: date | None
    exact: bool
    partners: tuple[NamedRecord, ...]
    places: tuple[NamedRecord, ...]
    areas: tuple[NamedRecord, ...]
    sources: tuple[CitedSource, ...]
    address: str
    permanent: str
    published_at: datetime | None
    #: What became of a visit or a meeting.
    progress: Progress = Progress.HELD
    #: The visit to which a meeting belongs.
    of: str = ""


def outlet_lines(filters: Filters, language: str, order: str = "oldest") -> Iterator[OutletLine]:
    """Yield the lines that pass `filters`, in order, a chunk at a time; those without a limit on one side come last.

    As on the page, a visit comes before the meetings of its first day.
    """
    lines = _in_order(filters, language, order)
    yield from _visits_first(lines) if order == "oldest" else lines


def _visits_first(lines: Iterator[OutletLine]) -> Iterator[OutletLine]:
    for first, several in groupby(lines, key=lambda line: line.first):
        if first is None:
            yield from several
            continue
        of_one_day = list(several)
        visits = {line.key: line for line in of_one_day if line.kind == "visit"}
        told: set[str] = set()
        for line in of_one_day:
            visit = visits.get(line.of) if line.kind == "meeting" else None
            if visit and visit.anchor not in told:
                told.add(visit.anchor)
                yield visit
            if line.anchor not in told:
                told.add(line.anchor)
                yield line


def _in_order(filters: Filters, language: str, order: str) -> Iterator[OutletLine]:
    place = None
    while True:
        with none_to_stay():
            page = timeline.page(filters, order=order, after=place, size=CHUNK)
            # Of a long list only what a short one would have is kept.
            told = lines_in_language([*page.lines, *page.apart], language, keep=place is None)
        yield from told
        place = page.after
        if place is None:
            return


def lines_in_language(lines: list[timeline.Line], language: str, *, keep: bool = True) -> list[OutletLine]:
    """Return `lines` as they are said in `language`; one whose record is gone is left out."""
    with override(language):
        said = {entry.anchor: entry for entry in timeline.entries_of(lines)}
        kept = [line for line in lines if str(line) in said]
        found = kept_lines.lines_html(kept, language, compact=True, keep=keep, entries=said)
        return [
            _told(said[str(line)], line_title(fragment.html), language)
            for line, fragment in zip(kept, found, strict=True)
        ]


def _told(entry: TimelineEntry, title: str, language: str) -> OutletLine:
    first, last = _limits(entry)
    return OutletLine(
        anchor=entry.anchor,
        kind=entry.kind,
        key=entry.key,
        moment=entry.moment,
        kind_name=str(KINDS[entry.kind].model._meta.verbose_name),
        title=title,
        when=str(entry.wording(language)),
        notation=entry.when.edtf,
        first=first,
        last=last,
        exact=is_exact(entry.when),
        # A page says of a partner itself in the title; a table is looked through by its column.
        partners=named_records([entry.record] if entry.kind == "partner" else entry.partners, language),
        places=named_records(entry.places, language),
        areas=named_records(entry.areas, language),
        sources=cited_sources(entry.citations, language),
        address=address(entry.record, language),
        permanent=permanent(entry.record),
        published_at=published_at(entry.record),
        progress=progress(entry.record),
        of=getattr(getattr(entry.record, "owner", None), "key", ""),
    )


def is_exact(when: dates.Moment | dates.Period) -> bool:
    """Whether a calendar can show it: one known day, or days from a known first to a known last one."""
    moments = dates.known_moments(when)
    # A period that was given as one day starts and ends on it, and is a single moment.
    if isinstance(when, dates.Period) and not (when.start and when.end):
        return False
    return all(
        one.precision is dates.Precision.DAY and not one.approximate and not one.uncertain and machine_dates(one)
        for one in moments
    )


def _limits(entry: TimelineEntry) -> tuple[date | None, date | None]:
    return (
        entry.earliest if entry.earliest != dates.EARLIEST else None,
        entry.latest if entry.latest != dates.LATEST else None,
    )


def named_records(records: Sequence[Record], language: str) -> tuple[NamedRecord, ...]:
    """Return records as a line names them."""
    return tuple(NamedRecord(one.key, called_in(one, language)) for one in records)


def cited_sources(citations: Sequence[Citation], language: str) -> tuple[CitedSource, ...]:
    """Return the public sources of `citations`, each once for what it says."""
    found = {}
    for one in citations:
        if is_public(one.source):
            agrees = one.stance == Citation.Stance.SUPPORTS
            url = one.source.url if linkable(one.source.url) else ""
            found[one.source.key, agrees] = CitedSource(one.source.key, called_in(one.source, language), url, agrees)
    return tuple(found.values())


def published_at(record: Record) -> datetime | None:
    """Return when a record, or the whole that it is a part of, was published."""
    whole = getattr(record, "owner", None) or record
    return whole.published_at


def newest_lines(filters: Filters, language: str, most: int) -> list[OutletLine]:
    """Return the lines of the records that were published last, so many, the newest publication first.

    It asks each kind for its newest records among the lines: a feed is kept under the content version.
    """
    rows = filters.rows()
    found: list[tuple[datetime, str, str]] = []
    for kind in _kinds(filters):
        model = KINDS[kind].model
        lines = rows.filter(**{f"{_path(rows)}kind": kind}).values(f"{_path(rows)}key")
        records = model._default_manager.published().filter(key__in=lines, published_at__isnull=False)
        newest_ones = records.order_by("-published_at", "key").values_list("published_at", "key")[:most]
        found += [(moment, kind, key) for moment, key in newest_ones]
    found.sort(key=lambda one: (-one[0].timestamp(), one[1], one[2]))
    wanted = {(kind, key): place for place, (_moment, kind, key) in enumerate(found[:most])}
    several = [
        timeline.Line.at(place)
        for kind in {kind for kind, _key in wanted}
        for place in TimelineLine.objects.filter(
            kind=kind, key__in=[key for found_kind, key in wanted if found_kind == kind]
        )
        .order_by("sort")
        .values_list("sort", flat=True)
    ]
    several.sort(key=lambda line: (wanted[line.kind, line.key], line.sort))
    return lines_in_language(several[:most], language)


def _kinds(filters: Filters) -> tuple[str, ...]:
    return filters.kind or tuple(ON_THE_TIMELINE)


def _path(rows: QuerySet) -> str:
    return "" if rows.model is TimelineLine else "line__"
