"""Envoys: their credentials, the offices that nobody holds beside one another, and their appointments."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q

from partnerships import dates
from partnerships.chunks import as_stored
from partnerships.models import Milestone, Office, Tenure

from .findings import Finding
from .posts import OF_STATES
from .rows import GOING_ON, findings, is_concerned, rows_beside_it
from .rules import RULES

Kind, Role = Milestone.Kind, Office.Role
#: Years: an envoy who does not reside may wait for them, and accreditations follow one another.
LATE = 3
#: Days: two offices may meet while the one is handed over.
HANDING_OVER = 31


def check() -> Iterator[Finding]:
    """Find what no envoy does, and what nobody is beside being one."""
    if is_concerned(Milestone):
        yield from _credentials()
    if is_concerned(Tenure):
        yield from _elsewhere_at_once()
        yield from _appointed_again()


def _credentials() -> Iterator[Finding]:
    """Find credentials of those who are accredited nowhere, and what comes years after service began."""
    served = Milestone.objects.filter(tenure__never_served=False).exclude(date="")
    presented = served.filter(kind=Kind.CREDENTIALS)
    no_envoys = presented.filter(tenure__office__role__in=(*OF_STATES, Role.MINISTER, Role.SECRETARY_GENERAL))
    yield from findings(no_envoys, "credentials-of-no-envoy", field="milestones")
    begun = served.filter(tenure__period__gt="", kind__in=(Kind.ARRIVED, Kind.CREDENTIALS))
    late = begun.exclude(tenure__period__startswith="/").filter(
        date_earliest__year__gt=F("tenure__start_latest__year") + LATE
    )
    # Who arrives or presents them again has done so in time.
    before = served.filter(tenure=OuterRef("tenure"), kind=OuterRef("kind"), date_latest__lt=OuterRef("date_earliest"))
    yield from findings(late.filter(~Exists(before)), "credentials-late", field="milestones")


class _Held(NamedTuple):
    """An office that keeps its holder in one place: at home, in an organisation, or at an embassy."""

    first: date
    last: date
    pk: int
    key: str
    where: str
    embassy: int | None
    appointment: str
    resides_elsewhere: bool

    def is_apart_from(self, other: "_Held") -> bool:
        """Whether nobody holds this office and another one: who resides elsewhere may head several embassies."""
        if self.where != other.where or not self.embassy or not other.embassy:
            return self.where != other.where
        tied = self.appointment and self.appointment == other.appointment
        away = self.resides_elsewhere or other.resides_elsewhere
        return self.embassy != other.embassy and not tied and not away


def _elsewhere_at_once() -> Iterator[Finding]:
    """Find who certainly holds offices of which each keeps its holder elsewhere, for more than a month."""
    at_home = Q(office__role__in=OF_STATES[1:])
    in_organization = Q(office__role=Role.SECRETARY_GENERAL, office__state=None)
    heads = Q(office__heads_post=True) & ~Q(office__embassy=None)
    at_post = heads | Q(office__role=Role.AMBASSADOR) & ~Q(office__receiving_state=None)
    held = Tenure.objects.filter(at_home | in_organization | at_post, never_served=False, acting=False)
    by_person: dict[int, list[_Held]] = defaultdict(list)
    rows = as_stored(rows_beside_it(held.exclude(period=""), "person").order_by("start_latest", "key"))
    columns = ("pk", "key", "period", "start_latest", "end_earliest", "person_id", "office__role", "appointment")
    for pk, key, period, first, last, person, role, appointment, embassy, *residence in rows.values_list(
        *columns, "office__embassy_id", "residence_id", "residence_text_fr", "residence_text_en"
    ):
        last = max(last, dates.today()) if period.endswith(GOING_ON) else last
        where = "home" if role in OF_STATES else "organization" if role == Role.SECRETARY_GENERAL else "post"
        by_person[person].append(_Held(first, last, pk, key, where, embassy, appointment, any(residence)))
    for several in by_person.values():
        for one, other in combinations(several, 2):
            meeting = min(one.last, other.last) - max(one.first, other.first)
            if meeting.days > HANDING_OVER and one.is_apart_from(other):
                yield RULES["offices-apart"].finding("tenure", other.pk, other.key, "office", target=one.key)


def _appointed_again() -> Iterator[Finding]:
    """Find tenures of one appointment that are of the same office, or begin years apart."""
    rows = rows_beside_it(Tenure.objects.exclude(appointment="").exclude(period=""), "appointment")
    first: dict[tuple[str, int], tuple[int, date, str]] = {}
    rows = as_stored(rows.exclude(period__startswith="/").order_by("start_latest", "key"))
    columns = ("pk", "key", "appointment", "person_id", "office_id", "start_earliest", "start_latest")
    for pk, key, word, person, office, earliest, latest in rows.values_list(*columns):
        held, begun, other = first.setdefault((word, person), (office, latest, key))
        again = other != key and held == office and earliest > begun
        if again or earliest.year > begun.year + LATE:
            yield RULES["appointment-again"].finding("tenure", pk, key, "appointment", target=other)
