"""What in the register resembles a record that was just saved: said at once, linked, never refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import fold
from partnerships.models import (
    AddressedRecord,
    Designation,
    Meeting,
    Name,
    Office,
    Person,
    Record,
    Source,
    Tenure,
    Visit,
)

from .unproven import lack_of_proof

MOST = 5
#: How the notation of a period ends that is still going on, and begins that has always been.
GOING_ON, ALWAYS = "/..", "../"


@dataclass(frozen=True)
class Notice:
    """Something to be looked at after saving, and the records that it is about."""

    sentence: str
    records: tuple[Record, ...] = ()


def notices(record: Record) -> list[Notice]:
    """Return what whoever saved `record` had better look at."""
    found = [Notice(sentence, records) for sentence, rows in _alike(record) if (records := tuple(rows[:MOST]))]
    if lacking := lack_of_proof(record):
        found.append(Notice(lacking))
    return found


def alike(record: Record) -> Iterator[Record]:
    """Yield the records that may be the same thing as `record`, each once."""
    found: dict[int, Record] = {}
    for _sentence, rows in _alike(record):
        found.update((row.pk, row) for row in rows[:MOST])
    yield from found.values()


def _alike(record: Any) -> Iterator[tuple[str, QuerySet]]:
    for model, sentence, rows in _asked():
        if isinstance(record, model) and (condition := rows(record)) is not None:
            others = type(record)._default_manager.exclude(pk=record.pk)
            yield sentence, others.filter(condition).distinct().order_by("pk")


def _asked() -> tuple[tuple[type, str, Callable[[Any], Q | None]], ...]:
    return (
        (AddressedRecord, _("A record of this name is in the register already:"), same_name),
        (Source, _("A source with this address is in the register already:"), same_address),
        (Tenure, _("Somebody holds this office still; open that tenure to say until when:"), still_held),
        (Tenure, _("This office has a holder in that period already:"), held_then),
        (Tenure, _("Somebody heads this mission in that period by virtue of another office:"), heading_thereby),
        (Visit, _("There is a visit with the same partner on those days:"), same_visit),
        (Meeting, _("There is a meeting with the same partner on that day:"), same_meeting),
    )


def same_name(record: Any) -> Q | None:
    """Return the condition for records of the same kind under the same name, in any of its scripts for a person."""
    if record.named_after:
        return None
    found = Q(sort_fr=record.sort_fr) | Q(sort_en=record.sort_en)
    if isinstance(record, Person):
        spelt = fold(record.name)
        turned = [*turns(spelt), " ".join(reversed(spelt.split()))]
        named = Name.objects.filter(Q(text=record.name) | Q(folded__startswith=spelt), person__isnull=False)
        own = record.names.values_list("text", flat=True)
        found |= Q(pk__in=named.values("person")) | Q(sort_fr__in=turned) | Q(name__in=list(own))
    return found


def turns(name: str) -> list[str]:
    """Return `name` with its first words put last, one, two and more: a family name may have several."""
    words = name.split()
    return [" ".join([*words[at:], *words[:at]]) for at in range(len(words))]


def same_address(source: Source) -> Q | None:
    address = source.url.rstrip("/")
    return Q(url__in=[address, f"{address}/"]) if address else None


def still_held(tenure: Any) -> Q | None:
    """Return the condition for the tenures of this office that are still going on in the period of `tenure`."""
    found = _of_same_office(tenure)
    return found and found & Q(period__endswith=GOING_ON)


def held_then(tenure: Any) -> Q | None:
    """Return the condition for the tenures of this office that end, in the period of `tenure`."""
    found = _of_same_office(tenure)
    return found and found & ~Q(period__endswith=GOING_ON)


def heading_thereby(tenure: Any) -> Q | None:
    """Return the condition for those who head the mission by virtue of another office, if nobody does otherwise."""
    found, office = _of_same_office(tenure), tenure.office
    if found is None or not office.heads_post or office.mission_id is None:
        return None
    if Tenure.objects.exclude(pk=tenure.pk).filter(found).exists():
        return None
    serving = Designation.objects.filter(mission=office.mission_id).filter(_overlapping(tenure))
    post = Q(embassy__in=serving.values("embassy")) | Q(mission__in=serving.values("serving_mission"))
    posts = Office.objects.filter(post, heads_post=True)
    return Q(office__in=posts.values("pk"), never_served=False) & _overlapping(tenure)


def _of_same_office(tenure: Any) -> Q | None:
    if not tenure.period or tenure.never_served or not tenure.office.single_holder:
        return None
    return Q(office=tenure.office, never_served=False) & _overlapping(tenure)


def same_visit(visit: Any) -> Q | None:
    partners = list(visit.partners.all())
    return Q(partners__in=partners) & _overlapping(visit) if partners and visit.period else None


def same_meeting(meeting: Any) -> Q | None:
    partners = list(meeting.partners.all())
    if not partners or not meeting.date:
        return None
    bounds = Q(date_earliest__lte=meeting.date_latest, date_latest__gte=meeting.date_earliest)
    return Q(partners__in=partners) & bounds & ~Q(date="")


def _overlapping(record: Any) -> Q:
    """Return the condition that a period certainly has days in common with that of `record`.

    What is still going on is taken at its word, as is what has always been.
    """
    first = EARLIEST if record.period.startswith(ALWAYS) else record.start_latest
    last = LATEST if record.period.endswith(GOING_ON) else record.end_earliest
    begins = Q(start_latest__lte=last) | Q(period__startswith=ALWAYS)
    ends = Q(end_earliest__gte=first) | Q(period__endswith=GOING_ON)
    return begins & ends & ~Q(period="")
