"""The course of an office: who held it on every day, how surely, and what is known of days without anybody.

One computation answers the holders of a day and the succession.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import itemgetter

from partnerships.dates import EARLIEST
from partnerships.kept_in_process import Shelf
from partnerships.models import Office
from partnerships.records.visibility import is_public

from .certainty_expires import Clock
from .claims import Claim, claims_on
from .coverage import covered_days, covering
from .days import ALWAYS, NEVER, ByYear, Days, Span, day_after, day_before, days, days_of
from .existence import existed
from .loading import CAPACITY, Dossier, all_behind
from .sightings import SeenInOffice, last_seen, next_seen
from .written_days import WrittenDays


class Verdict(StrEnum):
    """What a row of the succession says of its days."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NOBODY = "nobody"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Stretch:
    """Days of one verdict: of one claim, or of nobody.

    `earliest` and `latest` say how far the same claim is possible before the first and after the last of them.
    """

    verdict: Verdict
    days: Span
    claim: Claim | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Course:
    """All claims to an office, and what the register knows of it."""

    office: Office
    clock: Clock
    claims: list[Claim]
    existed: Days
    covered: Days
    #: What the office and its post say of their own days, as it was when the course was worked out.
    stated: tuple[object, ...] = ()

    def rests_on_the_same(self, other: "Course") -> bool:
        """Whether everything of which a course is worked out is as it is in `other`."""
        here, there = ((one.existed, one.covered, one.stated) for one in (self, other))
        return self.claims is other.claims and here == there

    def of(self, office: Office) -> "Course":
        """Return the same course, with all that is known of it, of `office` as it was read now."""
        found = copy(self)
        vars(found)["office"] = office
        return found

    @cached_property
    def open(self) -> Days:
        """The days on which it is left open whether somebody held the office."""
        return days(span for claim in self.claims for span in claim.open.spans)

    @cached_property
    def in_doubt(self) -> Days:
        """The days of which a record says contradictory things."""
        return days(span for claim in self.claims for span in claim.in_doubt.spans)

    @cached_property
    def named(self) -> Days:
        """The days on which somebody certainly or possibly held the office."""
        return days(span for claim in self.claims for span in claim.possible.spans)

    def certain_on(self, day: date) -> list[Claim]:
        return [claim for claim in self._named_on(day) if day in claim.certain]

    def possible_on(self, day: date) -> list[Claim]:
        return [claim for claim in self._named_on(day) if day not in claim.certain]

    def _named_on(self, day: date) -> list[Claim]:
        """Return the claims that are possible on `day`, the certain ones among them."""
        return [self.claims[place] for place in sorted(self._by_year.meeting(day, day))]

    @cached_property
    def _by_year(self) -> ByYear:
        """The days on which a claim is possible, each span with the place of its claim."""
        claims = enumerate(self.claims)
        return ByYear((span.first, span.last, place) for place, claim in claims for span in claim.possible.spans)

    def knows(self, day: date) -> bool:
        """Whether it is known who held the office on `day`: also, that nobody did."""
        if day not in self.existed:
            return True
        if self.office.single_holder and self.certain_on(day):
            return True
        return day in self.covered and day not in self.open and not self.possible_on(day)

    def last_seen(self, day: date) -> tuple[SeenInOffice, Claim] | None:
        """Return who was last seen in the office on `day` or before.

        Nobody is seen on a day that is not possible, nor on one to come: no more claims are looked at than may have
        been seen later.
        """
        day = min(day, self.clock.today)
        found: tuple[tuple[tuple[date, date], int], SeenInOffice, Claim] | None = None
        for last, place, claim in self._by_last_day:
            if found and last < found[1].when.earliest:
                break
            if claim.possible.spans[0].first <= day and (seen := last_seen(claim, day)):
                here = (seen.order, place), seen, claim
                found = here if found is None or found[0] < here[0] else found
        return found and found[1:]

    def next_seen(self, day: date) -> tuple[SeenInOffice, Claim] | None:
        """Return who was next seen in the office after `day`."""
        found: tuple[tuple[tuple[date, date], int], SeenInOffice, Claim] | None = None
        for first, place, claim in self._by_first_day:
            if found and first > found[1].when.earliest:
                break
            if claim.possible.spans[-1].last > day and (seen := next_seen(claim, day, self.clock.today)):
                here = (seen.order, place), seen, claim
                found = here if found is None or found[0] > here[0] else found
        return found and found[1:]

    def next_to_begin(self, day: date) -> Claim | None:
        """Return who is to take the office first after `day`, of those of whom that is announced."""
        after = max(day, self.clock.today)
        to_come = self._by_first_day[bisect_right(self._by_first_day, after, key=itemgetter(0)) :]
        return min((claim for first, _place, claim in to_come if begins(claim) == first), key=begins, default=None)

    @cached_property
    def _by_last_day(self) -> list[tuple[date, int, Claim]]:
        """The claims that are possible at all with the last day on which they are and their place, the latest first."""
        claims = enumerate(self.claims)
        found = [(claim.possible.spans[-1].last, place, claim) for place, claim in claims if claim.possible]
        return sorted(found, key=lambda each: each[:2], reverse=True)

    @cached_property
    def _by_first_day(self) -> list[tuple[date, int, Claim]]:
        claims = enumerate(self.claims)
        found = [(claim.possible.spans[0].first, place, claim) for place, claim in claims if claim.possible]
        return sorted(found, key=lambda each: each[:2])

    def possible_before(self, day: date) -> Stretch | None:
        """Return the days on which somebody possibly held the office at last, and who, before `day`."""
        ended = [(span, claim) for claim in self.claims for span in claim.possible if span.last < day]
        if not ended:
            return None
        span, claim = max(ended, key=lambda each: (each[0].last, each[1].tenure.key))
        return Stretch(Verdict.POSSIBLE, span, claim, span.first, span.last)

    @cached_property
    def told(self) -> Span:
        """The days that the succession tells of: from the day the office existed until today.

        Where no source gives that day, from the first of which the register says anything.
        """
        today = self.clock.today
        begun = self.existed.spans[0].first if self.existed else today
        if begun != EARLIEST:
            return Span(begun, today)
        known = [each.spans[0].first for each in (self.named, self.in_doubt, self.covered) if each]
        return Span(min([*known, today]), today)

    @cached_property
    def written(self) -> WrittenDays:
        """The days on which anything of it begins or ends, as records write them."""
        return WrittenDays(_notations(self.office, self.claims))

    def stretches(self) -> list[Stretch]:
        """Return the course in order: one stretch for each run of days of a claim, others where nobody is named."""
        return self._in_order

    @cached_property
    def _in_order(self) -> list[Stretch]:
        told = days_of(self.told)
        found = [stretch for claim in self.claims for stretch in _stretches(claim, told)]
        found += [Stretch(Verdict.NOBODY, span) for span in told - self.existed]
        unnamed = (told & self.existed) - self.named
        vacant = (unnamed & self.covered) - self.open
        found += [Stretch(Verdict.NOBODY, span) for span in vacant]
        found += [Stretch(Verdict.NOT_KNOWN, span) for span in unnamed - vacant]
        return sorted(found, key=_place)


def _notations(office: Office, claims: Iterable[Claim]) -> Iterator[str]:
    offices = {office.pk: office}
    for claim in claims:
        tenure = claim.ran.tenure
        for when in (tenure.start, tenure.end, tenure.death):
            if when is not None:
                yield when.notation
        for step in tenure.steps:
            yield step.when.notation
        for link in claim.through:
            offices[link.office.pk] = link.office
            yield link.designation.period
        if tenure.checked_on:
            yield tenure.checked_on.isoformat()
    for one in offices.values():
        yield from (record.period for record in all_behind(one))
        yield from (record.coverage for record in covering(one))


def _place(stretch: Stretch) -> tuple:
    key = stretch.claim.tenure.key if stretch.claim else ""
    return stretch.days.first, stretch.verdict != Verdict.CERTAIN, stretch.days.last, key


def _stretches(claim: Claim, told: Days) -> Iterator[Stretch]:
    possible = claim.possible & told
    certain = possible if claim.certain.spans == claim.possible.spans else claim.certain & told
    if certain.spans == possible.spans:
        for span in certain.spans:
            yield Stretch(Verdict.CERTAIN, span, claim, span.first, span.last)
        return
    for span in certain:
        around = next(possible.meeting(span))
        others = list(certain.meeting(around))
        before = max((day_after(one.last) for one in others if one < span), default=around.first)
        after = min((day_before(one.first) for one in others if one > span), default=around.last)
        yield Stretch(Verdict.CERTAIN, span, claim, before, after)
    for span in possible - certain:
        yield Stretch(Verdict.POSSIBLE, span, claim, span.first, span.last)


def begins(claim: Claim) -> date:
    """Return the first day on which the tenure of `claim` may have begun; the first there is where none is known."""
    return claim.ran.began.earliest if claim.ran.began else EARLIEST


kept_courses: Shelf[Course] = Shelf(CAPACITY)


def course_of(office: Office, dossier: Dossier) -> Course:
    """Return the course of `office`; of one that is not public nothing is known."""
    if not is_public(office):
        return Course(office, dossier.clock, [], ALWAYS, NEVER)
    course = _new_course(office, dossier)
    if any(dossier.designations.values()) or not course.claims:
        return course
    key = office.pk, dossier.clock
    last = kept_courses.get(key)
    if last is not None and course.rests_on_the_same(last):
        course = last.of(office)
    kept_courses.put(key, course, len(course.claims))
    return course


def _new_course(office: Office, dossier: Dossier) -> Course:
    return Course(
        office=office,
        clock=dossier.clock,
        claims=claims_on(office, dossier),
        existed=days_of(existed(office)),
        covered=covered_days(office, dossier.clock),
        stated=(
            office.single_holder,
            *(record.period for record in all_behind(office)),
            *(record.coverage for record in covering(office)),
        ),
    )
