"""Tenures: their milestones, their ends, and those who hold one office together."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from partnerships import dates
from partnerships.chunks import as_stored
from partnerships.models import Milestone, Office, Publication, Tenure
from partnerships.offices.certainty_expires import Clock, now
from partnerships.offices.coverage import checked_until
from partnerships.offices.days_of_one_tenure import TenureDays, tenure_days
from partnerships.offices.loading import by_office, facts_of_all_tenures, facts_of_tenures
from partnerships.offices.tenure_facts import SHOWS_IN_OFFICE, TenureFacts
from partnerships.offices.tenures_bounding_each_other import beside_one_another

from .findings import Finding
from .rows import GOING_ON, findings, is_concerned, looks_at_all, rows_beside_it, standing
from .rules import RULES

Kind = Milestone.Kind
#: Longer than anybody serves: what is still going on is taken at its word.
WITHOUT_LIMIT = 4_000_000
#: Fewer offices than these are asked for by their numbers.
FEW = 100


def check() -> Iterator[Finding]:
    """Find what a tenure says against itself, its office, and the tenures beside it."""
    if is_concerned(Milestone):
        yield from _milestones()
    yield from _endings()
    if is_concerned(Tenure):
        yield from _lasting()
        yield from _of_one_appointment()
        yield from _of_two_states()
    yield from _beside_one_another()


def _milestones() -> Iterator[Finding]:
    """Compare milestones with the stated ends. Everybody arrives before taking office: that is no contradiction."""
    dated = Milestone.objects.exclude(date="")
    served = dated.filter(tenure__never_served=False)
    shown = dated.filter(kind__in=SHOWS_IN_OFFICE)
    early = Q(date_latest__lt=F("tenure__start_earliest")) | Exists(_came_later())
    yield from findings(shown.exclude(kind=Kind.ARRIVED).filter(early), "service-before-start", field="milestones")
    late = Q(date_earliest__gt=F("tenure__end_latest")) | Exists(_left_before())
    yield from findings(shown.filter(late), "service-after-end", field="milestones")
    appointed = served.filter(kind=Kind.APPOINTED, date_earliest__gt=F("tenure__start_latest"))
    yield from findings(appointed, "service-before-appointment", field="milestones")
    seen = served.filter(kind__in=SHOWS_IN_OFFICE - {Kind.ARRIVED}, tenure__milestones__kind=Kind.APPOINTED)
    seen = seen.filter(tenure__milestones__date_earliest__gt=F("date_latest"), tenure__milestones__kind=Kind.APPOINTED)
    yield from findings(seen, "service-before-appointment", field="milestones")
    yield from _out_of_order(dated, served)
    yield from _far_from_service(served)
    left = served.filter(kind__in=(Kind.ENDED, Kind.DEPARTED), date_latest__lt=F("tenure__start_earliest"))
    yield from findings(left, "left-before-start", field="milestones")
    ended = served.filter(kind=Kind.ENDED, date_latest__gte=F("tenure__start_earliest"))
    otherwise = Q(date_earliest__gt=F("tenure__end_latest")) | Q(date_latest__lt=F("tenure__end_earliest"))
    yield from findings(ended.filter(otherwise), "end-disagrees", field="milestones")
    left = served.filter(kind__in=(Kind.ENDED, Kind.DEPARTED), tenure__period__endswith=GOING_ON)
    yield from findings(left.filter(date_latest__lt=dates.today()), "left-and-goes-on", field="milestones")
    standing_in = served.filter(kind=Kind.CREDENTIALS, tenure__acting=True)
    yield from findings(standing_in, "acting-with-credentials", field="milestones")
    same = shown.filter(kind=OuterRef("kind"), date=OuterRef("date"), tenure__office=OuterRef("tenure__office"))
    same = standing(same)
    same = same.exclude(tenure__person=OuterRef("tenure__person")).filter(tenure__key__lt=OuterRef("tenure__key"))
    of_two = shown.filter(kind__in=(Kind.ARRIVED, Kind.CREDENTIALS), date_earliest=F("date_latest"))
    of_two = of_two.filter(tenure__office__single_holder=True)
    of_two = of_two.annotate(other=Subquery(same.order_by("tenure__key").values("tenure__key")[:1]))
    yield from findings(
        of_two.exclude(other=None), "milestone-of-another", field="milestones", told={"target": "other"}
    )
    never = shown.filter(tenure__never_served=True).exclude(kind=Kind.ARRIVED)
    yield from findings(never, "never-served-seen", field="never_served")


def _out_of_order(dated: QuerySet, served: QuerySet) -> Iterator[Finding]:
    """Find who is nominated after what follows from it, and who is recalled or leaves before being appointed."""
    nominated = dated.filter(kind=Kind.NOMINATED)
    steps = Milestone.objects.exclude(date="").filter(
        tenure=OuterRef("tenure"), date_latest__lt=OuterRef("date_earliest")
    )
    follows = steps.filter(kind__in=(Kind.APPOINTED, *(SHOWS_IN_OFFICE - {Kind.ARRIVED})))
    late = Q(tenure__never_served=False, date_earliest__gt=F("tenure__start_latest")) | Exists(follows)
    yield from findings(nominated.filter(late), "nominated-late", field="milestones")
    later = Milestone.objects.exclude(date="").filter(
        tenure=OuterRef("tenure"), kind=Kind.APPOINTED, date_earliest__gt=OuterRef("date_latest")
    )
    gone = served.filter(Exists(later), kind__in=(Kind.RECALLED, Kind.DEPARTED, Kind.ENDED))
    yield from findings(gone, "left-before-appointment", field="milestones")


#: Years between service and an arrival or a departure: envoys come early and stay on, but so long not.
AWAY = 1


def _far_from_service(served: QuerySet) -> Iterator[Finding]:
    """Find who arrives long before serving, or departs long before or after the end of it."""
    before = served.filter(date_latest__year__lt=F("tenure__start_earliest__year") - AWAY)
    yield from findings(before.filter(kind=Kind.ARRIVED), "arrived-long-before", field="milestones")
    named = before.filter(kind__in=(Kind.NOMINATED, Kind.APPOINTED))
    yield from findings(named, "named-long-before", field="milestones")
    left = served.filter(kind=Kind.DEPARTED)
    late = left.filter(date_earliest__year__gt=F("tenure__end_latest__year") + AWAY)
    yield from findings(late, "departed-long-after", field="milestones")
    back = Milestone.objects.filter(tenure=OuterRef("tenure"), kind__in=(*SHOWS_IN_OFFICE, Kind.DEPARTED))
    back = back.exclude(date="").filter(date_latest__gt=OuterRef("date_latest"))
    early = left.filter(~Exists(back), date_latest__year__lt=F("tenure__end_earliest__year") - AWAY)
    yield from findings(early, "departed-long-before", field="milestones")


#: What happens once in a tenure.
ONCE = (Kind.NOMINATED, Kind.APPOINTED, Kind.ENDED)
#: Nobody is known to have held an office for longer.
LONGEST_SERVICE = 80


def _lasting() -> Iterator[Finding]:
    """Find tenures that last too long, steps that are twice, and what comes after a death or an abolition."""
    dated = Milestone.objects.exclude(date="")
    alike = dated.filter(**{name: OuterRef(name) for name in ("tenure", "kind", "date")}, key__lt=OuterRef("key"))
    yield from findings(dated.filter(Exists(alike)), "milestone-again", field="milestones")
    for kind in ONCE:
        steps = Milestone.objects.exclude(date="").filter(kind=kind)
        before = steps.filter(tenure=OuterRef("tenure"), date_latest__lt=OuterRef("date_earliest"))
        step = Kind(kind).label
        yield from findings(steps.filter(Exists(before)), "milestone-twice", field="milestones", step=step)
    lasting = Tenure.objects.exclude(period="")
    yield from findings(lasting.filter(never_served=True), "never-served-period", field="period")
    held = Q(ending=Tenure.Ending.TERM) | Q(checked_on__isnull=False)
    yield from findings(Tenure.objects.filter(held, never_served=True), "never-served-held", field="never_served")
    served = lasting.filter(never_served=False)
    yield from findings(served.filter(checked_on__gt=F("end_latest")), "checked-after-it-ended", field="checked_on")
    long = served.filter(end_earliest__year__gt=F("start_latest__year") + LONGEST_SERVICE)
    yield from findings(long, "very-long", field="period")
    worded = Q(residence_text_fr__gt="") | Q(residence_text_en__gt="")
    both = Tenure.objects.filter(worded).exclude(residence=None)
    yield from findings(both, "residence-twice", field="residence_text")
    for ending, whose, code in (
        (Tenure.Ending.DEATH, "person", "serves-after-dying"),
        (Tenure.Ending.ABOLITION, "office", "held-after-abolition"),
    ):
        later = served.filter(**{whose: OuterRef(whose)}, start_earliest__gt=OuterRef("end_latest"))
        rows = Tenure.objects.filter(ending=ending).annotate(later=Subquery(later.order_by("key").values("key")[:1]))
        yield from findings(rows.exclude(later=None), code, field="ending", told={"target": "later"})


def _of_two_states() -> Iterator[Finding]:
    """Find who certainly serves two States at one time."""
    rows = Tenure.objects.filter(never_served=False).exclude(period="").exclude(office__state=None)
    elsewhere = rows.filter(
        person=OuterRef("person"), start_latest__lt=OuterRef("end_earliest"), end_earliest__gt=OuterRef("start_latest")
    ).exclude(office__state=OuterRef("office__state"))
    first = elsewhere.filter(key__lt=OuterRef("key")).order_by("key").values("key")[:1]
    both = rows_beside_it(rows, "person").filter(end_earliest__gte=F("start_latest"))
    both = both.annotate(other=Subquery(first)).exclude(other=None)
    for pk, key, other in both.order_by("key").values_list("pk", "key", "other"):
        yield RULES["two-states"].finding("tenure", pk, key, "office", target=other)


def _of_one_appointment() -> Iterator[Finding]:
    """Find tenures that are tied together as one appointment, and are not of one person."""
    others = Tenure.objects.filter(appointment=OuterRef("appointment")).exclude(person=OuterRef("person"))
    first = others.order_by("key").values("key")[:1]
    tied = rows_beside_it(Tenure.objects.exclude(appointment=""), "appointment")
    tied = tied.annotate(other=Subquery(first)).filter(other__lt=F("key"))
    for pk, key, other in tied.order_by("key").values_list("pk", "key", "other"):
        yield RULES["appointment-of-two"].finding("tenure", pk, key, "appointment", target=other)


def _without_start() -> Q:
    """Return the condition that no start of service is stated: an arrival is one then."""
    return Q(tenure__period="") | Q(tenure__period__startswith="/")


def _without_end() -> Q:
    """Return the condition that no end of service is stated: a departure is one then."""
    return Q(tenure__period="") | Q(tenure__period__endswith="/") | Q(tenure__period__endswith=GOING_ON)


def _came_later() -> QuerySet:
    """Return the arrival, or where credentials came before it the credentials, by which service began after a sign."""
    dated = Milestone.objects.filter(tenure=OuterRef("tenure")).exclude(date="")
    presented = dated.filter(kind=Kind.CREDENTIALS, date_latest__lt=OuterRef("date_earliest"))
    arrived = dated.filter(kind=Kind.ARRIVED, date_earliest__lte=OuterRef("date_latest"))
    began = Q(~Exists(presented), kind=Kind.ARRIVED) | Q(~Exists(arrived), kind=Kind.CREDENTIALS)
    before = dated.filter(kind=OuterRef("kind"), date_earliest__lt=OuterRef("date_earliest"))
    first = Milestone.objects.filter(began, ~Exists(before), _without_start()).exclude(date="")
    return first.filter(tenure=OuterRef("tenure"), date_earliest__gt=OuterRef("date_latest"))


def _left_before() -> QuerySet:
    """Return the milestones by which service ended, before another milestone."""
    ends = Q(kind=Kind.ENDED) | Q(_without_end(), kind=Kind.DEPARTED)
    left = Milestone.objects.filter(ends, tenure=OuterRef("tenure")).exclude(date="")
    return left.filter(date_latest__lt=OuterRef("date_earliest"))


def _endings() -> Iterator[Finding]:
    going_on = Tenure.objects.filter(period__endswith=GOING_ON).exclude(ending="")
    yield from findings(going_on, "ending-of-what-goes-on", field="ending")
    lasted = Q(office__period__endswith=GOING_ON) | Q(office__end_earliest__gt=F("end_latest"))
    abolished = Tenure.objects.filter(lasted, ending=Tenure.Ending.ABOLITION)
    yield from findings(abolished, "ending-not-abolition", field="ending", told={"target": "office__key"})


def _beside_one_another() -> Iterator[Finding]:
    """Look at all tenures of each office together. Overlap warns, it never refuses: two years may be an error."""
    today = dates.today()
    at_their_word, vouched = Clock(today, WITHOUT_LIMIT), now(today)
    held = by_office(_facts())
    by_several = {number for number, several in held.items() if len(several) > 1}
    by_one = set(_of(by_several, Office.objects.filter(single_holder=True)).values_list("pk", flat=True))
    lasting = {number for number, several in held.items() if any(one.going_on for one in several)}
    offices = {office.pk: office for office in _of(lasting, Office.objects.select_related("mission"))}
    for number, several in held.items():
        if number in by_several:
            running = beside_one_another((tenure_days(one, at_their_word) for one in several), single_holder=True)
            certain = [one for one in running if one.certain]
            if number in by_one:
                yield from _overlaps(certain)
            yield from _held_twice(certain)
            yield from _held_again(several)
        if number in lasting:
            checked = checked_until(offices[number], vouched)
            going_on = (one for one in several if one.going_on)
            yield from _expired(tenure_days(one, vouched, checked_until=checked) for one in going_on)


def _facts() -> list[TenureFacts]:
    """Return the facts of all tenures that stand: a withdrawn one would hide, behind itself, two that overlap."""
    if not looks_at_all():
        return facts_of_tenures(rows_beside_it(Tenure.objects.filter(never_served=False), "office"))
    gone = set(Tenure.objects.filter(publication=Publication.WITHDRAWN).values_list("pk", flat=True))
    return [one for one in facts_of_all_tenures() if one.pk not in gone]


def _of(numbers: Collection[int], offices: QuerySet[Office]) -> QuerySet[Office]:
    """Return those of `offices` that have one of `numbers`; of many all, which is less to ask."""
    return as_stored(offices.filter(pk__in=numbers) if len(numbers) < FEW else offices)


def _overlaps(running: list[TenureDays]) -> Iterator[Finding]:
    """Find, for each tenure, the one before it that lasts longest into it; who stands in for another may."""
    for acting in (False, True):
        alike = [one for one in running if one.tenure.acting is acting]
        for one, other in _together(alike, same_person=False):
            pk, key, beside = one.tenure.pk, one.tenure.key, other.tenure.key
            yield RULES["two-holders"].finding("tenure", pk, key, "period", tenure=beside)


def _held_twice(running: list[TenureDays]) -> Iterator[Finding]:
    for one, other in _together(running, same_person=True):
        yield RULES["tenure-twice"].finding("tenure", one.tenure.pk, one.tenure.key, "period", target=other.tenure.key)


#: The steps that tell of an end.
LEFT = frozenset({Kind.RECALLED, Kind.DEPARTED, Kind.ENDED})


def _held_again(several: Iterable[TenureFacts]) -> Iterator[Finding]:
    """Find tenures without an end that the next one in the office, of the same person, takes up: one recorded twice."""
    for one, after in pairwise(several):
        if one.person != after.person or one.acting is not after.acting or not one.start or not after.start:
            continue
        lasting = one.end is None and not one.going_on and not any(step.kind in LEFT for step in one.steps)
        if lasting and one.start.latest < after.start.earliest:
            yield RULES["held-again"].finding("tenure", one.pk, one.key, "period", target=after.key)


def _together(holding: list[TenureDays], *, same_person: bool) -> Iterator[tuple[TenureDays, TenureDays]]:
    """Yield the pairs of which the second certainly begins before the first has certainly ended."""
    holding = sorted(holding, key=lambda one: (one.certain.first, one.certain.last, one.tenure.key))
    longest: dict[int, TenureDays] = {}
    for other in holding:
        person = other.tenure.person
        before = [one for each, one in longest.items() if (each == person) == same_person]
        one = max(before, key=lambda one: one.certain.last, default=None)
        if one is not None and other.certain.first < one.certain.last:
            yield one, other
        own = longest.get(person)
        if own is None or other.certain.last > own.certain.last:
            longest[person] = other


def _expired(running: Iterable[TenureDays]) -> Iterator[Finding]:
    """Find what is said to go on, and for which nothing vouches any more."""
    for one in running:
        if one.expired and one.certain:
            since = dates.word(dates.moment_on(one.certain.last), get_language() or "fr")
            yield RULES["due-for-checking"].finding("tenure", one.tenure.pk, one.tenure.key, "period", since=since)
