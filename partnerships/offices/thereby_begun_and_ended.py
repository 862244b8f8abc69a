"""When somebody began and ceased to hold an office by virtue of another, as far as records tell it.

The same claims answer as for the holders of a day, asked at the end of time: what is told then does not change with the
day on which it is asked. An end that no record tells (a side bounded by a neighbour alone, a certainty that expired)
is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Office, Publication
from partnerships.models.base import Lasting
from partnerships.records import kept_rows

from .certainty_expires import at_the_end_of_time
from .claims import Claim, claims_on
from .days import Days, Span, day_after, day_before
from .days_of_one_tenure import TenureDays
from .existence import possible_span
from .loading import BEHIND, Dossier, all_behind, load_dossier
from .periods import day_between
from .tenure_facts import OPEN, UNKNOWN, Bounds, read_sides


@dataclass(frozen=True, slots=True)
class ToldEnd:
    """One end of a time in office, as it is told; `certain` is false where nobody is named for certain beside it."""

    when: Bounds
    certain: bool


@dataclass(frozen=True, slots=True)
class Thereby:
    """One run of days on which somebody possibly held `office` by virtue of another, and how it began and ended."""

    office: Office
    claim: Claim
    days: Span
    begun: ToldEnd | None
    ended: ToldEnd | None
    #: Where no record tells how it began: when the person was first seen.
    seen: ToldEnd | None = None


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of one of the things that must all be so: told by a record, or only bounded."""

    when: Bounds
    told: bool = True


def held_by_virtue(missions: Iterable[int]) -> list[Thereby]:
    """Return who headed `missions` by virtue of another office, each run of days by itself, in order."""
    heads = Office.objects.published().filter(heads_post=True, mission__publication=Publication.PUBLISHED)
    offices = kept_rows.loaded(heads.filter(mission__in=list(missions)).order_by("key"), BEHIND)
    dossier = load_dossier(offices, at_the_end_of_time())
    return [one for office in offices for one in thereby_in(office, dossier)]


def thereby_in(office: Office, dossier: Dossier) -> Iterator[Thereby]:
    """Yield the runs of days on which somebody held `office` by virtue of another, claim by claim."""
    claims = claims_on(office, dossier)
    own = [claim for claim in claims if not claim.through]
    for claim in claims:
        if claim.through:
            for span in claim.possible:
                begun, ended = _begun(office, claim, own, span), _ended(office, claim, own, span)
                seen = None if begun else _seen(claim, span)
                yield Thereby(office, claim, span, _no_later(begun, ended), _no_earlier(ended, begun), seen)


def _seen(claim: Claim, span: Span) -> ToldEnd | None:
    """Return when the person of `claim` was first seen in office within `span`."""
    inside = [when for when in claim.ran.seen if span.first <= when.earliest and when.latest <= span.last]
    when = min(inside, key=lambda one: (one.earliest, one.latest), default=None)
    return ToldEnd(when, when.latest in claim.certain) if when else None


def _no_later(begun: ToldEnd | None, ended: ToldEnd | None) -> ToldEnd | None:
    """Return the beginning cut to days before the end, where that is told."""
    if begun is None or ended is None or begun.when.latest <= ended.when.latest:
        return begun
    return ToldEnd(bounds_between(begun.when.earliest, ended.when.latest), begun.certain)


def _no_earlier(ended: ToldEnd | None, begun: ToldEnd | None) -> ToldEnd | None:
    """Return the end cut to days after the beginning, where that is told."""
    if ended is None or begun is None or ended.when.earliest >= begun.when.earliest:
        return ended
    return ToldEnd(bounds_between(begun.when.earliest, ended.when.latest), ended.certain)


def _begun(office: Office, claim: Claim, own: Iterable[Claim], span: Span) -> ToldEnd | None:
    sides = [_start_of_tenure(claim.ran), *(_start_of_record(link.designation) for link in claim.through)]
    told = [side.when for side in sides if side.told]
    if not told:
        return None
    earliest, latest = max(side.when.earliest for side in sides), max(when.latest for when in told)
    settled = max((side.when.latest for side in sides if not side.told), default=EARLIEST)
    several = [*told, *(when for when in _beginnings(office, claim) if when.earliest > earliest)]
    if len(several) > len(told):
        earliest = max(when.earliest for when in several)
        latest = max(when.latest for when in several if when.earliest == earliest)
    if span.first != earliest:
        before = _own_end(own, day_before(span.first))
        if before is None or max(settled, latest) > span.first:
            return None
        earliest, latest = span.first, max(latest, day_after(before.latest))
    elif settled > latest:
        return None
    if latest == EARLIEST or not _says_something(earliest, latest):
        return None
    first = next((one.first for one in _certain_in(claim.certain, span)), None)
    return ToldEnd(_written(earliest, latest, several), first == latest)


def _ended(office: Office, claim: Claim, own: Iterable[Claim], span: Span) -> ToldEnd | None:
    sides = [_end_of_tenure(claim.ran), *(_end_of_record(link.designation) for link in claim.through)]
    told = [side.when for side in sides if side.told]
    if not told:
        return None
    earliest, latest = min(when.earliest for when in told), min(side.when.latest for side in sides)
    settled = min((side.when.earliest for side in sides if not side.told), default=LATEST)
    several = [*told, *(when for when in _endings(office, claim) if when.latest < latest)]
    if len(several) > len(told):
        latest = min(when.latest for when in several)
        earliest = min(when.earliest for when in several if when.latest == latest)
    if span.last != latest:
        after = _own_start(own, day_after(span.last))
        if after is None or min(settled, earliest) < span.last:
            return None
        earliest, latest = min(earliest, day_before(after.earliest)), span.last
    elif settled < earliest:
        return None
    if earliest == LATEST or not _says_something(earliest, latest):
        return None
    last = max((one.last for one in _certain_in(claim.certain, span)), default=None)
    return ToldEnd(_written(earliest, latest, several), last == earliest)


def _says_something(earliest: date, latest: date) -> bool:
    """Whether bounds leave room for a day, and not for every day: records may contradict one another."""
    return earliest <= latest and (earliest, latest) != (EARLIEST, LATEST)


def _certain_in(certain: Days, span: Span) -> list[Span]:
    return [one & span for one in certain.meeting(span)]


def _start_of_tenure(ran: TenureDays) -> _Side:
    if ran.tenure.always:
        return _Side(Bounds(EARLIEST, EARLIEST, OPEN))
    possible, certain = ran.possible & ran.limits, ran.certain & ran.limits
    if ran.began is None or ran.began.earliest == EARLIEST:
        return _Side(Bounds(possible.first, certain.first if certain else LATEST, UNKNOWN), told=False)
    return _Side(_cut(ran.began, max(ran.began.earliest, possible.first), ran.began.latest))


def _end_of_tenure(ran: TenureDays) -> _Side:
    possible, certain = ran.possible & ran.limits, ran.certain & ran.limits
    if ran.ended is not None and ran.ended.latest != LATEST:
        return _Side(_cut(ran.ended, ran.ended.earliest, min(ran.ended.latest, possible.last)))
    if ran.ended is None and ran.tenure.going_on:
        if ran.tenure.death is not None and possible.last == ran.tenure.death.latest:
            return _Side(ran.tenure.death)
        if possible.last == LATEST:
            return _Side(Bounds(LATEST, LATEST, OPEN))
    return _Side(Bounds(certain.last if certain else EARLIEST, possible.last, UNKNOWN), told=False)


def _cut(when: Bounds, earliest: date, latest: date) -> Bounds:
    return when if (when.earliest, when.latest) == (earliest, latest) else Bounds(earliest, latest, UNKNOWN)


def _start_of_record(record: Lasting) -> _Side:
    notation = read_sides(record.period)[0]
    if notation == OPEN:
        return _Side(Bounds(EARLIEST, EARLIEST, OPEN))
    return _Side(Bounds(record.start_earliest, record.start_latest, notation), told=notation != UNKNOWN)


def _end_of_record(record: Lasting) -> _Side:
    notation = read_sides(record.period)[1]
    if notation == OPEN:
        return _Side(Bounds(LATEST, LATEST, OPEN))
    return _Side(Bounds(record.end_earliest, record.end_latest, notation), told=notation != UNKNOWN)


def _existing(office: Office, claim: Claim) -> Iterator[Lasting]:
    """Yield all that must exist for somebody to hold `office` by such a claim."""
    for one in (office, *(link.office for link in claim.through)):
        yield from all_behind(one)


def _beginnings(office: Office, claim: Claim) -> Iterator[Bounds]:
    yield from (_start_of_record(one).when for one in _existing(office, claim) if possible_span(one).first != EARLIEST)


def _endings(office: Office, claim: Claim) -> Iterator[Bounds]:
    yield from (_end_of_record(one).when for one in _existing(office, claim) if possible_span(one).last != LATEST)


def _own_end(own: Iterable[Claim], day: date) -> Bounds | None:
    """Return the stated end of whoever held the office in their own right, until `day` for certain."""
    found = (claim.ran.ended for claim in own if day in claim.certain)
    return next((when for when in found if when is not None and when.earliest == day), None)


def _own_start(own: Iterable[Claim], day: date) -> Bounds | None:
    """Return the stated start of whoever held the office in their own right, from `day` on for certain."""
    found = (claim.ran.began for claim in own if day in claim.certain)
    return next((when for when in found if when is not None and when.latest == day), None)


def _written(earliest: date, latest: date, several: Iterable[Bounds]) -> Bounds:
    """Return bounds as the record writes them that has just these, else in notation."""
    for when in several:
        if (when.earliest, when.latest) == (earliest, latest) and when.notation not in (UNKNOWN, OPEN):
            return when
    return bounds_between(earliest, latest)


def bounds_between(earliest: date, latest: date) -> Bounds:
    """Return the bounds of one moment between two days, either of which may be the first or the last there is."""
    return Bounds(earliest, latest, day_between(earliest, latest))
