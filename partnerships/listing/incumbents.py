"""Which people possibly held an office at some time."""

import json
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from partnerships import dates
from partnerships.models import Publication, Tenure
from partnerships.offices import ONE_SIDE_UNKNOWN
from partnerships.projections.successions import possible_service

#: Fewer people than this are named one by one.
FEW = 200


def in_office(first: date, last: date, *, in_turn: bool = False) -> Q:
    """Return the condition for people who possibly held an office at some time from `first` to `last`.

    For all of them at once; `in_turn` for one after the other, in the order of a list, until a page is full.
    """
    served = Tenure.objects.published().filter(never_served=False, office__publication=Publication.PUBLISHED)
    running = served.filter(start_earliest__lte=last, end_latest__gte=first).exclude(ONE_SIDE_UNKNOWN)
    by_neighbours = possible_service(dates.today()).meeting(first, last)
    if not in_turn:
        return Q(pk__in=running.values("person")) | Q(pk__in=by_neighbours)
    # Those who began last are the likeliest to be there still.
    some = list(running.order_by("-start_earliest").values_list("person", flat=True)[:FEW])
    if len(some) < FEW:
        return Q(pk__in=_one_list(by_neighbours.union(some)))
    return Q(Exists(running.filter(person=OuterRef("pk")))) | Q(pk__in=_one_list(by_neighbours))


def _one_list(numbers: set[int]) -> RawSQL:
    """Return numbers as one value of a question: as many values they would have to be written out each time."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [sorted(numbers)])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(sorted(numbers))])
