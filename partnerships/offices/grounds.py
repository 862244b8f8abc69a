"""On what ground the register answers: worked out before any name is loaded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnerships.dates import LATEST
from partnerships.models import Decision, Designation, Office, Record
from partnerships.models.base import Lasting
from partnerships.records.visibility import is_public

from .claims import Claim
from .coverage import covering
from .days import Span
from .existence import possible_span
from .held_or_vacant import Course, Stretch, Verdict
from .loading import Dossier, all_behind, headed_mission
from .periods import period_of
from .reason_codes import Code
from .sightings import SeenInOffice
from .tenure_facts import Bounds, read_sides

#: An answer names no more contradictory records than this.
MOST_NAMED = 3

#: Who was seen, and when.
Glimpse = tuple[SeenInOffice, Claim] | None


@dataclass(frozen=True)
class Ground:
    """One reason, with the claims whose tenures it names after the records."""

    code: Code
    records: tuple[Record, ...] = ()
    claims: tuple[Claim, ...] = ()
    when: Bounds | None = None


@dataclass(frozen=True)
class Bare:
    """What can be said of days for which nobody certain is named."""

    grounds: tuple[Ground, ...] = ()
    last: Glimpse = None
    next: Glimpse = None
    #: Who possibly held the office before, and the notation of those days.
    before: tuple[Stretch, str] | None = None

    @property
    def claims(self) -> list[Claim]:
        named = [claim for ground in self.grounds for claim in ground.claims]
        named += [self.before[0].claim] if self.before and self.before[0].claim else []
        return [*named, *(one[1] for one in (self.last, self.next) if one)]


def public_decision(designation: Designation) -> Decision | None:
    """Return the decision on which a designation rests, as far as the public may see it."""
    decision = designation.decision
    return decision if is_public(decision) else None


def grounds_of(claim: Claim, verdict: Verdict, span: Span, today: date = LATEST) -> list[Ground]:
    """Return why somebody certainly or possibly held the office on the days of `span`, as it is asked on `today`."""
    found = [_title(claim)]
    if verdict is Verdict.POSSIBLE:
        found += _hedges_to_come(claim, today) if span.last > today else _hedges(claim, span)
    return found


def _title(claim: Claim) -> Ground:
    if not claim.through:
        return Ground(Code.OWN_RIGHT, (), (claim,))
    link = claim.through[-1]
    records = (link.designation, link.office, public_decision(link.designation))
    return Ground(Code.BY_VIRTUE_OF, tuple(one for one in records if one is not None), (claim,))


def _hedges(claim: Claim, span: Span) -> Iterator[Ground]:
    """Yield why it is no more than possible."""
    if not claim.served.covers(span):
        yield Ground(_unsure_side(claim, span), (), (claim,))
    if any(claim.served.meeting(span)) and not claim.in_force.covers(span):
        designations = dict.fromkeys(link.designation for link in claim.through)
        yield Ground(Code.DESIGNATION_NOT_EXACT, tuple(designations))
    if any(claim.rivalled.meeting(span)):
        yield Ground(Code.RIVALLED)


def _hedges_to_come(claim: Claim, today: date) -> Iterator[Ground]:
    """Yield what is announced of somebody who possibly holds the office on a day to come: that is nothing inexact."""
    began, ended = claim.ran.began, claim.ran.ended
    if began is not None and began.earliest > today:
        yield Ground(Code.TO_BEGIN, (), (claim,), began)
    elif claim.ran.expired:
        yield Ground(Code.EXPIRED, (), (claim,))
    if ended is not None and ended.earliest > today:
        yield Ground(Code.TO_END, (), (claim,), ended)


def _unsure_side(claim: Claim, span: Span) -> Code:
    served = claim.served.spans
    if not served or span.first < served[0].first:
        return Code.EXPIRED if claim.ran.expired and not served else Code.START_NOT_EXACT
    return Code.EXPIRED if claim.ran.expired else Code.END_NOT_EXACT


def bare(course: Course, dossier: Dossier, span: Span) -> Bare:
    """Return what is said of the days of `span`, on which nobody is certain, or not everybody known."""
    if not any(course.existed.meeting(span)):
        return Bare(tuple(_no_office(course, dossier, span)))
    if course.knows(span.first):
        return Bare((Ground(Code.COVERED, _covered_by(course)), *_announced(course, span)))
    last, following = (_trusted(one, span) for one in (course.last_seen(span.first), course.next_seen(span.last)))
    before = None if last or any(course.named.meeting(span)) else course.possible_before(span.first)
    if before and before.claim and any(before.claim.in_doubt.meeting(span)):
        # What its record says of these days contradicts itself: it vouches for nobody.
        before = None
    told = (before, period_of(before, course)) if before else None
    announced = () if following else _announced(course, span)
    return Bare((*announced, *_unknown(course, span, last, following)), last, following, told)


def _announced(course: Course, span: Span) -> Iterator[Ground]:
    """Yield who is to take the office next, where nothing but days to come follows `span`."""
    claim = course.next_to_begin(span.last) if span.last >= course.clock.today else None
    if claim is not None:
        yield Ground(Code.TO_BEGIN, (), (claim,), claim.ran.began)


def _trusted(sign: Glimpse, span: Span) -> Glimpse:
    """Return what shows somebody in office, save where the record that does contradicts itself about these days."""
    return None if sign and any(sign[1].in_doubt.meeting(span)) else sign


def _covered_by(course: Course) -> tuple[Record, ...]:
    return tuple(record for record in covering(course.office) if record.coverage)


def _no_office(course: Course, dossier: Dossier, span: Span) -> Iterator[Ground]:
    office = course.office
    if course.existed and span.first > course.existed.spans[-1].last:
        ended = min(all_behind(office), key=lambda record: possible_span(record).last)
        yield Ground(Code.NO_LONGER, (ended,), when=_end_of(ended))
        return
    begun = max(all_behind(office), key=lambda record: possible_span(record).first)
    yield Ground(Code.NOT_YET, (begun,), when=_start_of(begun))
    yield from _decided(_first_designations(office, dossier), span)


def _start_of(record: Lasting) -> Bounds:
    return Bounds(record.start_earliest, record.start_latest, read_sides(record.period)[0])


def _end_of(record: Lasting) -> Bounds:
    return Bounds(record.end_earliest, record.end_latest, read_sides(record.period)[1])


def _first_designations(office: Office, dossier: Dossier) -> list[Designation]:
    """Return the designations with which the mission that `office` heads began, where it began so."""
    mission = headed_mission(office)
    if mission is None:
        return []
    several = dossier.designations.get(mission.pk, [])
    return [one for one in several if one.start_earliest == several[0].start_earliest]


def _decided(designations: Iterable[Designation], span: Span) -> Iterator[Ground]:
    """Yield the designations that were to come, each with its decision."""
    for designation in designations:
        decision = public_decision(designation)
        taken = decision is not None and decision.date and decision.date_latest <= span.last
        if span.last < designation.start_earliest:
            code = Code.DECIDED if taken else Code.DESIGNATED_LATER
            yield Ground(code, _with(designation, decision), when=_start_of(designation))


def _with(designation: Designation, decision: Decision | None) -> tuple[Record, ...]:
    return (designation, decision) if decision is not None else (designation,)


def _unknown(course: Course, span: Span, last: Glimpse, following: Glimpse) -> Iterator[Ground]:
    if span.last > course.clock.today:
        yield Ground(Code.TO_COME)
    elif not course.covered.covers(span):
        yield Ground(Code.NOT_COVERED, tuple(covering(course.office)))
    if any(course.in_doubt.meeting(span)):
        doubtful = [claim for claim in course.claims if any(claim.in_doubt.meeting(span))]
        yield Ground(Code.CONTRADICTION, claims=tuple(doubtful[:MOST_NAMED]))
    if any((course.open - course.in_doubt).meeting(span)):
        yield Ground(Code.LEFT_OPEN, claims=tuple(_left_open(course, span, last, following)))


def _left_open(course: Course, span: Span, last: Glimpse, following: Glimpse) -> list[Claim]:
    """Return the claims nearest to `span` that may reach into it, else any."""
    nearest = [sign[1] for sign in (last, following) if sign]
    found = [claim for claim in nearest if any(claim.open.meeting(span))]
    return found or [claim for claim in course.claims if any(claim.open.meeting(span))][:1]


def records_of(grounds: Iterable[Ground]) -> list[Record]:
    """Return the records that `grounds` name, each once."""
    return list(dict.fromkeys(record for ground in grounds for record in ground.records))
