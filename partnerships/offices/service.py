"""The days on which people served, tenure by tenure, for those who ask about people and not about one office."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from partnerships import dates
from partnerships.models import Office, Tenure
from partnerships.records import shared

from .days import Days, Span, days_of
from .existence import checked_until, existed
from .loading import by_office, facts, now, published_tenures
from .neighbours import beside_one_another
from .tenure_days import TenureDays, tenure_days


def served(tenures: QuerySet[Tenure], *, today: date | None = None) -> dict[int, Days]:
    """Return the days on which each of `tenures` certainly ran, by its number."""
    return {one.tenure.pk: certain for one, certain, _ in _in_their_offices(tenures, today)}


def people_possibly_in_office(offices: Iterable[int], asked: Span, *, today: date | None = None) -> set[int]:
    """Return the people who possibly held one of `offices` on one of the days `asked` for."""
    found = _in_their_offices(published_tenures().filter(office__in=offices), today)
    return {one.tenure.person for one, _, possible in found if any(possible.meeting(asked))}


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
