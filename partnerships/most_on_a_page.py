"""How much a page shows at once: what is more has parts of its own, or is found elsewhere."""

from django.db.models import Count

from .kept_in_process import Shelf, keeps_nothing
from .models import Meeting, Record
from .projections import version
from .records.kinds import KINDS, kind_of
from .records.kinds.visits import IN_THEIR_ORDER
from .records.place_in_time import place_in_time

#: A page shows the stops of a visit in parts: those whose order is at most this, then at most twice this, and so on.
STOPS = 25
#: It shows its meetings at no stop in parts too, so many at a time, in this order.
OWN, OWN_ORDER = 50, (*place_in_time(Meeting), *IN_THEIR_ORDER, "key")
#: The parameter that says which of these parts is asked for.
OWN_PART = "meetings"
#: A section of a page shows no more records than this; the timeline leads to the others.
MOST_ON_A_PAGE = 30
#: The meetings of a partner, of which its page shows the latest alone.
MEETINGS_OF_A_PARTNER = 3

#: The pages on which more records stand than are shown at once, and where the meetings of such a visit are.
_crowded: Shelf[frozenset[int]] = Shelf(200_000)
_own_parts: Shelf[dict[int, int]] = Shelf(200_000)


def is_crowded(record: Record, path: str, owner: Record) -> bool:
    """Whether more records of this kind stand on the page of `owner` than are shown; a visit has parts for them."""
    there = kind_of(record), kind_of(owner)
    most = MEETINGS_OF_A_PARTNER if there == ("meeting", "partner") else MOST_ON_A_PAGE
    return kind_of(owner) != "visit" and has_more(kind_of(record), path, owner.pk, most)


def has_more(kind: str, path: str, owner: int, most: int) -> bool:
    """Whether more than `most` of `kind` stand on the page of a record: of all such is known at once what is kept."""
    if not keeps_nothing():
        return owner in crowded(kind, path, most)
    # In a preview all would be counted once for each that is named.
    rows = KINDS[kind].model._default_manager.published().order_by()
    return rows.filter(**{path.replace(".", "__"): owner})[most : most + 1].exists()


def crowded(kind: str, path: str, most: int) -> frozenset[int]:
    """Return the records on whose pages more than `most` of `kind` stand, by the path that leads there."""

    def count() -> frozenset[int]:
        lookup = path.replace(".", "__")
        several = KINDS[kind].model._default_manager.published().order_by().values(lookup)
        several = several.annotate(number=Count("pk")).filter(number__gt=most).values_list(lookup, flat=True)
        return frozenset(pk for pk in several if pk is not None)

    return _crowded.having((version.stamp(), kind, path, most), count, lambda found: len(found) + 1)


def part_of(position: int) -> int:
    """Return the part of a visit’s page on which the stop of an order stands."""
    return max(1, -(-position // STOPS))


def part_asked_of(record: Record) -> str:
    """Return the query that leads to the part of the owner’s page on which `record` stands; nothing for the first."""
    if not isinstance(record, Meeting):
        return ""
    if record.stop is not None:
        return f"?rows={part}" if (part := part_of(record.stop.position)) > 1 else ""
    if record.visit is not None and has_more("meeting", "visit", record.visit.pk, OWN):
        part = _parts_of_own(record.visit.pk).get(record.pk, 1)
        return f"?{OWN_PART}={part}" if part > 1 else ""
    return ""


def _parts_of_own(visit: int) -> dict[int, int]:
    """Return on which part of its page each meeting of a visit at no stop stands."""

    def count() -> dict[int, int]:
        in_order = Meeting.objects.filter(visit=visit).order_by(*OWN_ORDER).values_list("pk", flat=True)
        return {pk: place // OWN + 1 for place, pk in enumerate(in_order)}

    return _own_parts.having((version.stamp(), visit), count, len)
