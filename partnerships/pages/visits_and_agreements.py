"""What was agreed at the time of a visit: nothing on record ties the two but their partner, their days and places."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Agreement, Progress, Visit
from partnerships.records import kept_rows, place_in_time

#: Of some visits, or for an agreement, no more than so many are looked through.
MOST = 60


def agreed_at_the_time(visits: Iterable[Visit]) -> dict[int, list[Agreement]]:
    """Return what was agreed at the time of each visit, by its number, in one query however many visits there are."""
    held = [one for one in visits if one.status == Progress.HELD and one.period]
    if not held:
        return {}
    kept_rows.beside(held, ("partners", "stops.place", "stops.further_places"))
    asked = Q(pk__in=[])
    for visit in held:
        first, last = _outermost(visit)
        asked |= Q(date_earliest__gte=first, date_latest__lte=last, partners__in=visit.partners.all())
    found = Agreement.objects.published().filter(asked).distinct().order_by(*place_in_time.place_in_time(Agreement))
    signed = kept_rows.loaded(found[:MOST], ("partners", "place", "citations"))
    return {visit.pk: [one for one in signed if _is_of_its_time(one, visit)] for visit in held}


def visits_at_the_time(agreement: Agreement) -> list[Visit]:
    """Return the visits at the time of which something was agreed."""
    if not _has_a_day(agreement):
        return []
    day = agreement.date_earliest
    found = Visit.objects.published().filter(
        status=Progress.HELD, partners__in=agreement.partners.all(), start_earliest__lte=day, end_latest__gte=day
    )
    listed = found.distinct().order_by(*place_in_time.place_in_time(Visit))[:MOST]
    return [
        one
        for one in kept_rows.loaded(listed, ("partners", "stops.place", "stops.further_places", "citations"))
        if _is_of_its_time(agreement, one)
    ]


def _is_of_its_time(agreement: Agreement, visit: Visit) -> bool:
    """Whether something was agreed with the partner of a visit, on a day and in a place of it.

    Where no place of both is on record, the day must be one on which the visit certainly ran.
    """
    with_the_same = {one.pk for one in visit.partners.all()} & {one.pk for one in agreement.partners.all()}
    if not _has_a_day(agreement) or not with_the_same:
        return False
    first, last = _outermost(visit)
    places = _places(visit)
    if agreement.place is None or not places:
        first, last = visit.start_latest, visit.end_earliest
    elif agreement.place.pk not in places:
        return False
    return first <= agreement.date_earliest <= last


def _has_a_day(agreement: Agreement) -> bool:
    return bool(agreement.date) and agreement.date_earliest == agreement.date_latest


def _outermost(visit: Visit) -> tuple[date, date]:
    """The days between which a visit ran; a side that nobody knows is that of the other."""
    first = visit.start_earliest if visit.start_earliest > EARLIEST else visit.end_earliest
    return first, visit.end_latest if visit.end_latest < LATEST else max(first, visit.start_latest)


def _places(visit: Visit) -> set[int]:
    stood = [stop.place.pk for stop in visit.stops.all() if stop.place]
    return {*stood, *(place.pk for stop in visit.stops.all() for place in stop.further_places.all())}
