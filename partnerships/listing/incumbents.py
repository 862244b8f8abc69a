"""Which people possibly held an office at some time."""

from datetime import date

from django.db.models import Q

from partnerships.models import Publication, Tenure
from partnerships.offices import Span, people_possibly_in_office

#: A period one side of which the sources do not give: how far it possibly reaches, the neighbours say.
ONE_SIDE_UNKNOWN = Q(period="") | Q(period__startswith="/") | Q(period__endswith="/")


def in_office(first: date, last: date) -> Q:
    """Return the condition for people who possibly held an office at some time from `first` to `last`."""
    served = Tenure.objects.published().filter(never_served=False, office__publication=Publication.PUBLISHED)
    running = served.filter(start_earliest__lte=last, end_latest__gte=first)
    by_neighbours = people_possibly_in_office(
        running.filter(ONE_SIDE_UNKNOWN).values_list("office_id", flat=True), Span(first, last)
    )
    return Q(pk__in=running.exclude(ONE_SIDE_UNKNOWN).values("person")) | Q(pk__in=by_neighbours)
