"""A change that is one step with a new record: the end of the tenure before, proposed in the form of the new one.

As long as the public does not see the new record, the two are submitted, returned and published together.
"""

from django.db.models import Q, QuerySet

from partnerships.models import PendingChange, Publication, Record, Tenure

UNPUBLISHED = (Publication.DRAFT, Publication.IN_REVIEW)
#: A change that is published with a new record, or not at all.
JOINED = Q(successor__publication__in=UNPUBLISHED)


def joined_to(*records: Record) -> QuerySet[PendingChange]:
    """Return the changes that are one step with one of `records`, which the public does not see yet."""
    tenures = [each.pk for each in records if isinstance(each, Tenure)]
    found = PendingChange.objects.filter(JOINED, successor__in=tenures, state__in=PendingChange.OPEN)
    return found.order_by("id")


def goes_with(pending: PendingChange) -> Tenure | None:
    """Return the new record with which an open change is one step; None where it is one by itself."""
    if pending.successor_id is None or not pending.is_open:
        return None
    return Tenure._default_manager.filter(publication__in=UNPUBLISHED, pk=pending.successor_id).first()
