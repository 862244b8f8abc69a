"""What in the register resembles a record that was just saved: said at once, linked, never refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.lookups import Exact
from django.utils.translation import gettext as _

from partnerships.dates import EARLIEST, LATEST
from partnerships.folding import close_up, fold, is_unspaced
from partnerships.models import (
    AddressedRecord,
    Agreement,
    Decision,
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
from partnerships.models.fields import without_blanks
from partnerships.offices import served
from partnerships.records.key_words import NEAR_KEY, mistyped
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.same_document import document_at
from partnerships.records.walking import walk

from .unproven import lack_of_proof

MOST = 5
#: How the notation of a period ends that is still going on, and begins that has always been.
GOING_ON, ALWAYS = "/..", "../"
#: How it ends where nobody knows when.
NOT_KNOWN = "/"

#: The records of which something is asked, the sentence where the answer is yes, and the condition for those alike.
_Asked = tuple[type[Record], str, Callable[[Any], Q | None]]


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


def _asked() -> list[_Asked]:
    """Return what is asked of records, and the common question of kinds of which nothing is asked in own words."""
    own: list[_Asked] = [
        (AddressedRecord, _("A record of this name is in the register already:"), same_name),
        (Record, str(NEAR_KEY), near_key),
        (Source, _("A source with this address is in the register already:"), same_address),
        (Tenure, _("Somebody still holds this office; say until when:"), still_held),
        (Tenure, _("This office has a holder in that period already:"), held_then),
        (Tenure, _("Somebody already heads this mission in that period by virtue of another office:"), heading_thereby),
        (Visit, _("There is a visit with the same partner on those days:"), same_visit),
        (Meeting, _("There is a meeting with the same partner on that day:"), of_same_day),
        (Decision, _("There is a decision on the same partner on that day:"), of_same_day),
        (Agreement, _("There is an agreement with the same partner on that day:"), of_same_day),
    ]
    sentence = _("Something of this kind has the same partner and the same days:")
    others = (kind for kind in KINDS.values() if kind.same_if and all(kind.model is not model for model, *_rest in own))
    return own + [(kind.model, sentence, same_visit if kind.same_if[0] == "period" else of_same_day) for kind in others]


def _with_partners(record: Any) -> Q | None:
    """Return the condition for records with a partner of `record`; None where it has none."""
    path = KINDS[kind_of(record)].concerns["partner"][0]
    partners = walk(record, path)
    return Q(**{f"{path.replace('.', '__')}__in": partners}) if partners else None


def same_name(record: Any) -> Q | None:
    """Return the condition for records of the same kind under the same name, in any of its scripts for a person."""
    if record.named_after:
        return None
    found = Q(sort_fr=record.sort_fr) | Q(sort_en=record.sort_en)
    return found | same_person(record) if isinstance(record, Person) else found


def near_key(record: Any) -> Q | None:
    """Return the condition for records of the same kind whose key somebody may have meant: it is a letter away."""
    return Q(key__in=near) if (near := mistyped(record.key)) else None


def same_person(person: Person) -> Q:
    """Return the condition for people of this name, in any of its scripts, whether or not a blank stands within it."""
    spelt, own = fold(person.name), list(person.names.values_list("text", flat=True))
    turned = [*turns(spelt), " ".join(reversed(spelt.split()))]
    named = Q(folded__startswith=spelt)
    found = Q(sort_fr__in=turned) | Q(name__in=own)
    closed = {close_up(fold(text)) for text in (*turned, *own)}
    for text in filter(is_unspaced, closed):
        found |= Q(Exact(without_blanks("sort_fr"), text))
        # What is kept of a name is its text and, where these are given, its family name and its given name after it.
        named |= Q(Exact(without_blanks("folded"), text)) | Q(Exact(without_blanks("folded"), text * 2))
    return found | Q(pk__in=Name.objects.filter(named, person__isnull=False).values("person"))


def turns(name: str) -> list[str]:
    """Return `name` with its first words put last, one, two and more: a family name may have several."""
    words = name.split()
    return [" ".join([*words[at:], *words[:at]]) for at in range(len(words))]


def same_address(source: Source) -> Q | None:
    document = document_at(source.url)
    if not document:
        return None
    rows = Source.objects.filter(url__icontains=document).values_list("pk", "url")
    return Q(pk__in=[number for number, url in rows if document_at(url) == document])


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
    if found is None or not tenure.period or not office.heads_post or office.mission_id is None:
        return None
    if Tenure.objects.exclude(pk=tenure.pk).filter(found).exists():
        return None
    serving = Designation.objects.filter(mission=office.mission_id).filter(_overlapping(tenure))
    post = Q(embassy__in=serving.values("embassy")) | Q(mission__in=serving.values("serving_mission"))
    posts = Office.objects.filter(post, heads_post=True)
    return Q(office__in=posts.values("pk"), never_served=False) & _overlapping(tenure)


def _of_same_office(tenure: Any) -> Q | None:
    if tenure.never_served or not tenure.office.single_holder:
        return None
    found = Q(pk__in=serving_then(tenure))
    if tenure.period:
        found |= _overlapping(tenure)
    return Q(office=tenure.office, never_served=False) & found


def serving_then(tenure: Any) -> list[int]:
    """Return the numbers of the tenures of this office that certainly ran on a day on which `tenure` did.

    As the succession says it: also by milestones, where a source shows somebody in office and no period is known.
    """
    ran = served(Tenure.objects.filter(office=tenure.office))
    own = ran.pop(tenure.pk, None)
    return [number for number, days in ran.items() if own and days & own]


def same_visit(visit: Any) -> Q | None:
    """Return the condition for visits, or what else lasts, with the same partner of which some day may be the same."""
    partners = _with_partners(visit)
    if partners is None or not visit.period:
        return None
    last = visit.start_latest if visit.period.endswith(NOT_KNOWN) else visit.end_latest
    ends = Q(end_latest__gte=visit.start_earliest) & ~Q(period__endswith=NOT_KNOWN)
    ends |= Q(start_latest__gte=visit.start_earliest, period__endswith=NOT_KNOWN)
    return partners & Q(start_earliest__lte=last) & ends & ~Q(period="")


def of_same_day(record: Any) -> Q | None:
    """Return the condition for what is of one day, with the same partner, maybe of the same day."""
    partners = _with_partners(record)
    if partners is None or not record.date:
        return None
    bounds = Q(date_earliest__lte=record.date_latest, date_latest__gte=record.date_earliest)
    return partners & bounds & ~Q(date="")


def _overlapping(record: Any) -> Q:
    """Return the condition that a period certainly has days in common with that of `record`.

    What is still going on is taken at its word, as is what has always been.
    """
    first = EARLIEST if record.period.startswith(ALWAYS) else record.start_latest
    last = LATEST if record.period.endswith(GOING_ON) else record.end_earliest
    begins = Q(start_latest__lte=last) | Q(period__startswith=ALWAYS)
    ends = Q(end_earliest__gte=first) | Q(period__endswith=GOING_ON)
    return begins & ends & ~Q(period="")
