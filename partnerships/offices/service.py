"""The days on which people served, tenure by tenure, for those who ask about people and not about one office."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from partnerships import dates
from partnerships.batches import batches
from partnerships.models import Office, Tenure
from partnerships.records import shared

from .days import Days, days_of
from .existence import checked_until, existed
from .loading import by_office, facts, now, published_tenures
from .neighbours import beside_one_another
from .tenure_days import TenureDays, tenure_days

#: A period one side of which the sources do not give.
ONE_SIDE_UNKNOWN = Q(period="") | Q(period__startswith="/") | Q(period__endswith="/")
#: So many offices are looked at at once.
CHUNK = 500


def served(tenures: QuerySet[Tenure], *, today: date | None = None) -> dict[int, Days]:
    """Return the days on which each of `tenures` certainly ran, by its number."""
    return {one.tenure.pk: certain for one, certain, _ in _in_their_offices(tenures, today)}


def possibly_served(today: date) -> list[tuple[date, date, int]]:
    """Return for which days people possibly held an office, where the sources leave one side of a tenure open.

    How far it possibly reaches, its neighbours say: the first day, the last, and the person.
    """
    unsure = published_tenures().filter(ONE_SIDE_UNKNOWN)
    open_ones = set(unsure.values_list("pk", flat=True))
    offices = sorted(set(unsure.values_list("office", flat=True)))
    found: list[tuple[date, date, int]] = []
    for some in batches(offices, CHUNK):
        tenures = published_tenures().filter(office__in=some)
        for one, _certain, possible in _in_their_offices(tenures, today):
            if one.tenure.pk in open_ones:
                found += [(span.first, span.last, one.tenure.person) for span in possible]
    return found


def _in_their_offices(tenures: QuerySet[Tenure], today: date | None) -> Iterable[tuple[TenureDays, Days, Days]]:
    clock = now(today or dates.today())
    grouped = by_office(facts(tenures))
    offices = shared.rows(Office, grouped)
    shared.beside(offices.values(), ("mission", "embassy"))
    for number, several in grouped.items():
        office = offices[number]
        checked, here = checked_until(office, clock), days_of(existed(office))
        ran = [tenure_days(each, clock, checked_until=checked) for each in several]
        for one in beside_one_another(ran, single_holder=office.single_holder):
            yield one, one.certain_days & here, one.possible_days & here
